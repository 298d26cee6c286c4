"""Who chairs, hosts or heads a delegation to an event.

## Finds
"was chaired by X", "X co-chaired the meeting", "hosted by X", "X was the chair", "at the head of the delegation was X", with the event
spoken of.

## Same fact
The event instance and the role (chair, co-chair, host, head of delegation).

## Compared
Two different single chairs of one event are a conflict; co-chairs, hosts and heads of several delegations stand side by side, and one who is
announced as the chair and then is a co-chair is the same answer.

## Value
`{"person": identifier, "name": surface, "role": "chair" | "co-chair" | "host" | "head-of-delegation", "event": profile}`.

## Rules
EUC321 two different single chairs. EUC322 who chaired, as told.

## Example
"chaired by A" in one source, "chaired by B" in another, of one meeting: EUC321.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.names import compare_persons
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._events import describe, event_keys, event_value, subject_of
from eucacheck.kinds._words import listed, sources_in_words
from eucacheck.records import Answer, Claim, Finding, PersonMention

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import LocalEvent

RULES = {
    "EUC321": "Two sources name two different single chairs of one event.",
    "EUC322": "Who chaired, hosted or headed a delegation to an event, as sources tell it.",
}
_PASSIVE = regex.compile(r"\b(?P<co>co-?)?(?P<verb>chaired|presided over|hosted|headed|led|moderated) by\b", regex.I)
_ACTIVE = regex.compile(
    r"\b(?P<co>co-?)?(?P<verb>chair(?:ed|s)?|presid(?:ed|es) over|host(?:ed|s)|head(?:ed|s)|le(?:d|ads))\s+(?:the|a|an|this|its|their)?\s*",
    regex.I,
)
_NOUN = regex.compile(
    r"\b(?:was|is|were|as|acted as|served as)\s+(?:the\s+)?(?P<noun>(?:co-?)?(?:chair(?:man|woman|person)?|host))\b|\bwas in the chair\b|(?<=[\w\)]\s)the (?P<short>host)\b|\bThe (?P<lead>host|chair) is\b",
    regex.I,
)
_BARE_CHAIR = regex.compile(r"\b(?P<co>co-?)?chaired\s*[.,;]", regex.I)
_DELEGATION = regex.compile(r"\b(?:delegation|side)\b", regex.I)
_HEAD_OF = regex.compile(
    r"\bat the head of the [\w\s-]{0,40}delegation was\b|\bdelegation (?:was )?(?:led|headed) by\b|\bdelegation under\b",
    regex.I,
)


def find(doc: "Document") -> Iterator[Claim]:
    """Each chairing phrase with one person and one event."""
    for sentence in doc.sentences:
        text = doc.shadow[sentence.start : sentence.end]
        persons = [p for p in doc.persons if sentence.start <= p.start and p.end <= sentence.end]
        if not persons:
            continue
        for at, end, role, chosen in _phrases(text, sentence.start, persons, doc):
            event = _event_near(doc, sentence.start, sentence.end, at)
            if event is None:
                continue
            for person in chosen:
                low, high = min(at, person.start), max(end, person.end)
                value = event_value(
                    doc, event, {"person": person.person, "name": doc.text[person.start : person.end], "role": role}
                )
                claim = make_claim(doc, Draft("event_chair", subject_of(event), value, low, high, when=event.interval))
                if claim is not None:
                    yield claim


def _phrases(
    text: str, base: int, persons: Sequence[PersonMention], doc: "Document"
) -> Iterator[tuple[int, int, str, list[PersonMention]]]:
    """(start, end, role, persons) of each chairing phrase in a sentence."""
    for match in _PASSIVE.finditer(text):
        role = _role(match["verb"], match["co"], text[max(0, match.start() - 30) : match.start()])
        chosen = _listed_after(persons, base + match.end(), doc)
        if chosen:
            yield base + match.start(), base + match.end(), role, chosen
    for match in _HEAD_OF.finditer(text):
        chosen = _listed_after(persons, base + match.end(), doc)[:1]
        if chosen:
            yield base + match.start(), base + match.end(), "head-of-delegation", chosen
    for pattern in (_ACTIVE, _BARE_CHAIR, _NOUN):
        for match in pattern.finditer(text):
            person = (
                _subject_before(persons, base + match.start(), doc)
                if match.lastgroup != "lead"
                else next(iter(_listed_after(persons, base + match.end(), doc)), None)
            )
            if person is None or _PASSIVE.match(text, match.start()):
                continue
            verb = (
                match.groupdict().get("verb")
                or match.groupdict().get("noun")
                or match.groupdict().get("short")
                or match.groupdict().get("lead")
                or "chair"
            )
            tail = text[match.end() : match.end() + 60]
            yield (
                base + match.start(),
                base + match.end(),
                _role(verb, match.groupdict().get("co") or ("co-" if verb.lower().startswith("co") else None), tail),
                [person],
            )


def _role(verb: str, co: str | None, near: str) -> str:
    low = verb.casefold()
    if _DELEGATION.search(near) or low.startswith(("head", "le")):
        return "head-of-delegation"
    if "host" in low:
        return "host"
    return "co-chair" if co or low.startswith("co") else "chair"


def _listed_after(persons: Sequence[PersonMention], offset: int, doc: "Document") -> list[PersonMention]:
    """The person after 'chaired by', and those joined to it by 'and'; titles may stand between."""
    after = [p for p in persons if p.start >= offset and p.form != "pronoun"]
    if not after or after[0].start - offset > 160:
        return []
    chosen = [after[0]]
    for one in after[1:]:
        gap = doc.shadow[chosen[-1].end : one.start]
        if (
            regex.match(r"\s*(?:,\s*)?(?:and|together with|jointly with)\b", gap)
            and len(gap) < 120
            and not regex.search(r"[.;]", gap)
        ):
            chosen.append(one)
        else:
            break
    return chosen


def _subject_before(persons: Sequence[PersonMention], offset: int, doc: "Document") -> PersonMention | None:
    """The person just before the verb, with no other clause between."""
    before = [p for p in persons if p.end <= offset]
    if not before:
        return None
    person = before[-1]
    gap = doc.shadow[person.end : offset]
    return person if len(gap) < 90 and not regex.search(r"[.;]|\b(?:said|told|and (?:he|she|they))\b", gap) else None


def _event_near(doc: "Document", start: int, end: int, at: int) -> "LocalEvent | None":
    """The event of the sentence nearest to the phrase, else the one spoken of last in the same paragraph or the one before."""
    inside = [m for m in doc.events if start <= m.start and m.end <= end]
    if inside:
        nearest = min(inside, key=lambda m: (abs(m.start - at), m.start))
        return doc.local_events[nearest.local]
    before = [m for m in doc.events if m.end <= start and start - m.end < 400]
    if not before:
        return None
    event = doc.local_events[before[-1].local]
    return event if event.status != "planned" or event.article == 0 else None


def keys(claim: Claim) -> tuple[str, ...]:
    """Chairs meet in the family of their event."""
    return event_keys(claim)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance and role; single chairs are opposed, the rest stands side by side."""
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        for role in ("chair", "host", "head-of-delegation"):
            part = [c for c in own if c.value["role"] == role or (role == "chair" and c.value["role"] == "co-chair")]
            if part:
                findings += _judge_role(instance, role, part, block)
    return findings


def _judge_role(instance: Instance, role: str, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    answers = [
        block.answer({"person": p, "role": role}, _name(p, group, block), group)
        for p, group in _by_person(claims, block).items()
    ]
    event = describe(instance, block)
    verb = {"chair": "chaired", "host": "hosted", "head-of-delegation": "headed a delegation to"}[role]
    question = f"Who {verb} {event}?"
    conflict = role == "chair" and len(answers) > 1 and _opposed(answers)
    if conflict:
        summary = f"Sources name different chairs of {event}: " + " and ".join(
            f"{a.text} ({sources_in_words(a, block)})" for a in answers
        )
        return [
            make_finding(
                Judgement(
                    "EUC321",
                    "event_chair",
                    "conflict",
                    instance.key,
                    question,
                    summary,
                    "a single chair in each source, and not the same person",
                    answers,
                    0.7,
                )
            )
        ]
    if len(answers) == 1:
        only = answers[0]
        return [
            make_finding(
                Judgement(
                    "EUC322",
                    "event_chair",
                    agreement_or_single(only),
                    instance.key,
                    question,
                    f"{only.text} {verb} {event} ({count_sources(only)})",
                    "all sources name the same person",
                    answers,
                    0.8,
                )
            )
        ]
    merged = block.answer(
        {"persons": [a.value["person"] for a in answers], "role": role},
        listed([a.text for a in answers]),
        [c for a in answers for c in a.claims],
    )
    return [
        make_finding(
            Judgement(
                "EUC322",
                "event_chair",
                agreement_or_single(merged),
                instance.key,
                question,
                f"{merged.text} {verb} {event} ({count_sources(merged)})",
                "several persons in this role side by side",
                [merged],
                0.6,
            )
        )
    ]


def _by_person(claims: Sequence[Claim], block: "Block") -> dict[str, list[Claim]]:
    """Claims by person; at one event in one role, a name that is spelt nearly alike is the same person."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(
        claims, key=lambda c: (c.value["person"] not in block.pack.people, -len(str(c.value["name"])), c.id)
    ):
        person = str(claim.value["person"])
        home = next((p for p, g in groups.items() if p == person or _same_name(g[0], claim, block)), person)
        groups.setdefault(home, []).append(claim)
    return dict(sorted(groups.items()))


def _same_name(a: Claim, b: Claim, block: "Block") -> bool:
    if {str(a.value["person"]), str(b.value["person"])} <= set(block.pack.people):
        return False
    relation = compare_persons(str(a.value["name"]), str(b.value["name"]), same_office=True).relation
    return relation in {"same-spelling", "same-person"}


def _opposed(answers: Sequence[Answer]) -> bool:
    """Two persons, each told by another source as the one chair, and no source that has both or a co-chair."""
    by_source: dict[str, set[str]] = {}
    for answer in answers:
        for claim in answer.claims:
            by_source.setdefault(claim.source, set()).add(str(claim.value["person"]))
            if claim.value["role"] == "co-chair":
                return False
    return len(by_source) > 1 and all(len(p) == 1 for p in by_source.values())


def _name(person: str, claims: Sequence[Claim], block: "Block") -> str:
    known = block.pack.people.get(person)
    return known.name if known is not None else max((str(c.value["name"]) for c in claims), key=len)
