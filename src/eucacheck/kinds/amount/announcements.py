"""Sums and the events at which they are said to have been announced, and one sum told of two events.

'This initiative, presented at EVENT', 'At EVENT ... pledged SUM', 'Following EVENT ... the SUM pledge'.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import LONGEST, Draft, make_claim
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._figures.figure_words import say_amount
from eucacheck.kinds._figures.figures import figure_value, within
from eucacheck.kinds._figures.purposes import topic_of
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._happenings.events import profile
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Claim, EntityMention, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention

_TOLD: Final = regex.compile(
    r"\b(?:presented|announc(?:ed|ing)|pledged?|unveiled|launched|committed|promised|delivering)\b", regex.I
)
_TO_COME: Final = regex.compile(
    r"\b(?:will|would|(?:is|are) (?:expected|due|set) to|plans? to|to be)\s+(?:be\s+)?"
    r"(?:presente?d?|announced?|pledged?|unveil(?:ed)?|launch(?:ed)?)\b",
    regex.I,
)
_BACK: Final = regex.compile(
    r"\b(?:this|the|these)\s+(?:EU\s+)?(?:initiative|pledge|funds?|money|sum|amount|commitment|package|funding|investments?)\b",
    regex.I,
)
_LEAD: Final = regex.compile(r"\b(?:at|during|following|after|used|of)\s+(?:[\w'-]+\s+){0,4}$", regex.I)
_REACH: Final = 600
"""Characters back to the sum that 'this initiative' stands for: two or three sentences."""


def find_announcements(doc: "Document", money: Sequence[QuantityMention]) -> Iterator[Claim]:
    """Each event at which a sum is said to have been announced."""
    for mention in doc.events:
        sentence = doc.sentence_of(mention.start)
        event = doc.local_events[mention.local]
        if (
            sentence is None
            or mention.phrase.bare
            or _TO_COME.search(doc.shadow, sentence.start, sentence.end) is not None
        ):
            continue
        figure = _announced(doc, mention, sentence, money)
        if figure is None:
            continue
        about = profile(doc, event)
        behind = _place_behind(doc, mention, sentence)
        about["place"] = about["place"] or (behind.entity if behind is not None else None)
        value: dict[str, Any] = {
            "amount": figure.low, "currency": figure.unit, **figure_value(figure), "measure": "announcement",
            "parties": [], "period": None,
            "topic": sorted({*topic_of(doc, sentence.start, sentence.end), *_topic_of_sum(doc, figure)}),
            "announced_at": about,
            "announced_label": doc.text[mention.start : mention.end],
        }  # fmt: skip
        start, end = _clip(doc, mention, figure, sentence)
        draft = Draft("amount", "figure:announcement", value, start, end, when=event.interval, confidence=0.7)
        claim = make_claim(doc, draft)
        if claim is not None:
            yield claim


def _topic_of_sum(doc: "Document", figure: QuantityMention) -> list[str]:
    home = doc.sentence_of(figure.start)
    return topic_of(doc, home.start, home.end) if home is not None else []


def _place_behind(doc: "Document", mention: "EventMention", sentence: Sentence) -> EntityMention | None:
    """'the Forum for Transport on January 29-30 in Brussels': the one place named behind the event."""
    near = [
        e
        for e in within(doc.entities, mention.end, min(sentence.end, mention.end + 110))
        if e.type in {"place", "country"}
    ]
    here = [e for e in near if regex.search(r"\bin\s+$", doc.shadow[max(mention.end, e.start - 5) : e.start])]
    return here[0] if here else None


def _clip(doc: "Document", mention: "EventMention", figure: QuantityMention, sentence: Sentence) -> tuple[int, int]:
    """The words that tell: the sum or what points back to it, the verb, the event and its place."""
    told = _TOLD.search(doc.shadow, sentence.start, sentence.end)
    back = _BACK.search(doc.shadow, sentence.start, sentence.end)
    marks = [(m.start(), m.end()) for m in (told, back if figure.end <= sentence.start else None) if m is not None]
    if figure.start >= sentence.start:
        marks.append((figure.start, figure.end))
    behind = _place_behind(doc, mention, sentence)
    marks += [(mention.start, behind.end if behind is not None else mention.end)]
    start, end = min(m[0] for m in marks), max(m[1] for m in marks)
    return (start, end) if end - start <= LONGEST else marks[-1]


def _announced(
    doc: "Document", mention: "EventMention", sentence: Sentence, money: Sequence[QuantityMention]
) -> QuantityMention | None:
    """The sum that a sentence says was announced at its event: in the sentence, or that a phrase points back to."""
    text = doc.shadow[sentence.start : sentence.end]
    if _TOLD.search(text) is None:
        return None
    here = within(money, sentence.start, sentence.end)
    if len({(q.low, q.unit) for q in here}) == 1:
        lead = doc.shadow[max(sentence.start, mention.start - 40) : mention.start]
        told = _LEAD.search(lead) is not None or _TOLD.search(doc.shadow[mention.end : sentence.end]) is not None
        return here[0] if told else None
    if not here and _BACK.search(text) is not None:
        before = within(money, max(0, sentence.start - _REACH), sentence.start)
        return before[-1] if before else None
    return None


def judge_announcements(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One sum said to have been announced at events in two places: a conflict; else told of one event."""
    groups = _by_event(claims, block)
    answers = [block.answer(_event_value(g), _event_text(g, block), g) for g in groups]
    said = say_amount(claims[0])
    subject = f"figure:{claims[0].value['currency']}-{claims[0].value['amount']}"
    question = f"At which event were the {said} announced?"
    apart = [(a, b) for i, a in enumerate(groups) for b in groups[i + 1 :] if _apart(a, b, block)]
    if apart:
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        return [
            make_finding(
                Judgement(
                    "EUC403", "amount", "conflict", subject, question,
                    f"{said} are said to have been announced at {told}",
                    "one sum, and two events in different places", answers, 0.7, "warning",
                )
            )
        ]  # fmt: skip
    return [
        make_finding(
            Judgement(
                "EUC404", "amount", agreement_or_single(a), subject, f"{question} ({a.text})",
                f"{said} were announced at {a.text} ({count_sources(a)})", "told of one event", [a], 0.5,
            )
        )
        for a in answers
    ]  # fmt: skip


def _event_value(group: Sequence[Claim]) -> dict[str, Any]:
    event = group[0].value["announced_at"]
    return {"event": event["series"], "place": event["place"]}


def _by_event(claims: Sequence[Claim], block: "Block") -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        event = claim.value["announced_at"]
        home = next((g for g in groups if _one_event(g[0].value["announced_at"], event, block)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _apart(a: Sequence[Claim], b: Sequence[Claim], block: "Block") -> bool:
    """Both told of an event in a known place, neither place in the other, and of one purpose."""
    places = [g[0].value["announced_at"]["place"] for g in (a, b)]
    if not all(places) or _one_place(places[0], places[1], block):
        block.demote(a[0], b[0], "other-event: one of the events has no place of its own")
        return False
    alike = max(len(set(x.value["topic"]) & set(y.value["topic"])) for x in a for y in b)
    if alike < 2:
        block.demote(a[0], b[0], "other-event: the same sum for another purpose")
    return alike >= 2


def _one_event(a: Mapping[str, Any], b: Mapping[str, Any], block: "Block") -> bool:
    if a["place"] and b["place"] and not _one_place(a["place"], b["place"], block):
        return False
    if a["family"] == b["family"]:
        return True
    return a["type"] == b["type"] and bool(a["place"]) and a["place"] == b["place"]


def _one_place(a: str, b: str, block: "Block") -> bool:
    return a == b or block.pack.contains(a, b) or block.pack.contains(b, a)


def _event_text(claims: Sequence[Claim], block: "Block") -> str:
    event = claims[0].value["announced_at"]
    label = regex.sub(r"^(?:the|a|an)\s+", "", str(claims[0].value["announced_label"]), flags=regex.I)
    place = block.pack.name_of(event["place"]) if event["place"] else ""
    when = say_date(parse_edtf(event["date"])) if event["date"] and not event["date"].startswith("X") else ""
    inside = ", ".join(x for x in (place if place not in label else "", when) if x)
    return f"the {label}" + (f" ({inside})" if inside else "")
