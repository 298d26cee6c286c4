"""Where an event takes place.

## Finds
A place that belongs to an event phrase: "the summit in Samarkand", "Jeddah hosted the summit", "in Luxembourg at the
meeting". A dateline is told as such: it is no place of an event.

## Same fact
The event instance, as for dates.

## Compared
By containment: a city and its country are compatible (`refine`); two places of which neither contains the other are a
conflict, unless one was only planned and a source tells that it was changed (`supersede`). Of a town that no list knows
it is not sure where it lies: a conflict with another town is a warning. What is held by video is "online", a place of
its own.

Two sources also meet on where something was signed or launched, or a round of talks held, on one day, if their
sentences are on the same thing, and on the town of one deed in two reports of one news; a conflict there is a warning.

## Value
`{"place": identifier, "prepared"?: true where it may be the place of talks on it, "put_off"?: true for the place of a
plan given up, "event": profile}`,
for a step of an agreement `{"place", "step", "of"}`,
for a dateline `{"place": identifier, "dateline": true}`, for a deed of a day `{"place", "occasion": "signing" |
"launch" | "round", "nth", "day": EDTF, "thing": its noun, "words": stems, "bodies", "parties"}`,
for what has no name of its own `{"place", "told": verb or noun}`; `"deed"` for what was done to what.

## Rules
EUC311 an event in two places. EUC312 one source is more exact. EUC313 moved to another place. EUC812 a headline or
caption against its text. EUC932 another place than the reference has.

## Example
One source has the summit in Tashkent, another in Samarkand, both on 4 April 2025: EUC311.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eucacheck.claims import Draft, make_claim
from eucacheck.findings import Judgement, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.any_deeds import place_claims
from eucacheck.kinds._happenings.deed_places import ONLINE, find_occasions, held_online
from eucacheck.kinds._happenings.deed_verdicts import OCCASION, judge_occasions, occasion_keys
from eucacheck.kinds._happenings.deeds import deed_of
from eucacheck.kinds._happenings.deeds_in_news import DEED, deed_keys, judge_deed_places
from eucacheck.kinds._happenings.editions import edition_of, only_prepared, reference_to, wrong_place
from eucacheck.kinds._happenings.events import (
    describe,
    event_keys,
    event_value,
    mentions_of,
    modality_of,
    one_answer,
    span_of,
    subject_of,
)
from eucacheck.kinds._happenings.next_places import find_next_places
from eucacheck.kinds._happenings.next_verdicts import NEXT, judge_next, next_keys
from eucacheck.kinds._happenings.same_in_news import SAME, judge_same_towns, same_town_keys
from eucacheck.kinds._happenings.told_deeds import find_placed_deeds, is_planned_at, place_line, sort_of
from eucacheck.kinds._happenings.two_places import Asked, tell_place, two_towns
from eucacheck.kinds._wording.words import answers_in_words, opening
from eucacheck.kinds.event_place.deeds_in_source import judge_own_places
from eucacheck.kinds.event_place.venues import find_venues, judge_venues
from eucacheck.records import Answer, Claim, Finding, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention, LocalEvent

RULES = {
    "EUC311": "One event stands in two places of which neither contains the other.",
    "EUC312": "One source gives the place of an event more exactly than another.",
    "EUC313": "An event was moved to another place than the one first planned.",
    "EUC812": "The headline or a caption puts a deed in another town than the text of the article.",
    "EUC932": "The place of an event is not the one that the reference has.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each place of an event, of a deed of a day, of a next event, of the dateline, and of what has no name."""
    found = list(_find_named(doc))
    yield from found
    deeds = list(_of_deeds(doc, [(c.start, c.end) for c in found]))
    yield from deeds
    yield from place_claims(doc, [(c.start, c.end) for c in (*found, *deeds)])
    yield from (claim for draft in find_venues(doc) if (claim := make_claim(doc, draft)) is not None)


def _of_deeds(doc: "Document", told: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """A place of what has no name of its own: it is told, and meets nothing."""
    for place, start, end, what in find_placed_deeds(doc, told):
        value = {"place": place.entity, "told": what, **deed_of(doc, start, end, sort_of(doc, what))}
        planned = is_planned_at(doc, start, end)
        draft = Draft(
            "event_place", f"told:{what}", value, start, end, where=place.entity,
            modality="planned" if planned else None, confidence=0.5,
        )  # fmt: skip
        if (claim := make_claim(doc, draft)) is not None:
            yield claim


def _find_named(doc: "Document") -> Iterator[Claim]:
    for mention, event in mentions_of(doc):
        for place in (*mention.places, *mention.given_up):
            known: dict[str, Any] = {
                "place": place.entity,
                **({"prepared": True} if only_prepared(doc, mention) else {}),
            }
            if place in mention.given_up:
                known["put_off"] = True
            span = span_of(doc, mention, place)
            known |= deed_of(doc, *span, event.type)
            draft = Draft(
                "event_place", subject_of(event), event_value(doc, event, known),
                *span, when=event.interval, where=place.entity,
                modality=modality_of(mention, event), confidence=mention.confidence,
            )  # fmt: skip
            claim = make_claim(doc, draft)
            if claim is not None:
                yield claim
        if mention.status != "planned" and not event.places and (claim := _online(doc, mention, event)) is not None:
            yield claim
    yield from find_occasions(doc)
    yield from find_next_places(doc)
    yield from _of_dateline(doc)


def _of_dateline(doc: "Document") -> Iterator[Claim]:
    """The place at the head of the article, with its day or without."""
    place = doc.dateline.place if doc.dateline is not None else place_line(doc)
    if place is not None:
        end = doc.dateline.date.end if doc.dateline is not None else place.end
        known = {"place": place.entity, "dateline": True}
        draft = Draft("event_place", f"dateline:{doc.source.id}", known, place.start, end, where=place.entity)
        if (claim := make_claim(doc, draft)) is not None:
            yield claim


def _online(doc: "Document", mention: "EventMention", event: "LocalEvent") -> Claim | None:
    """An event that was held by video, and that the source gives no other place."""
    span = held_online(doc, mention.start, mention.end)
    another = mention.phrase.cues & {"previous", "last", "next"} or not (mention.dates or event.ordinals)
    if span is None or another:
        return None
    value = event_value(doc, event, {"place": ONLINE})
    start = mention.start if span[1] - mention.start <= _QUOTED else span[0]
    return make_claim(
        doc, Draft("event_place", subject_of(event), value, start, span[1], when=event.interval, where=ONLINE)
    )


_QUOTED = 200
"""Characters from an event to the words on its place that are quoted together."""


_STEP = "step-place:"


def keys(claim: Claim) -> tuple[str, ...]:
    """Places meet in the family of their event, and by the deed; a dateline meets nothing, it is only told."""
    return (*_own_keys(claim), *deed_keys(claim), *same_town_keys(claim))


def _own_keys(claim: Claim) -> tuple[str, ...]:
    if "next" in claim.value:
        return next_keys(claim)
    if "occasion" in claim.value:
        return occasion_keys(claim)
    if "told" in claim.value:
        return (f"{_TOLD}{claim.source}",)
    if "step" in claim.value:
        return (f"{_STEP}{claim.value['step']}:{claim.value['of']}",)
    return event_keys(claim) if "event" in claim.value else (f"dateline:{claim.source}",)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance with a place."""
    if block.key.startswith(SAME):
        return judge_same_towns(claims, block)
    if block.key.startswith(DEED):
        found = [*judge_own_places(claims, block), *judge_deed_places(claims, block)]
        return [*found, *judge_venues(claims, block)]
    if block.key.startswith(NEXT):
        return judge_next(claims, block)
    if block.key.startswith(OCCASION):
        return judge_occasions(claims, block)
    if block.key.startswith(_STEP):
        return []  # judged with the agreement
    if block.key.startswith(_TOLD):
        return [tell_place(c, f"“{' '.join(c.quote.split())}”", _ASKED, block) for c in claims]
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        if own:
            findings.append(_judge_instance(instance, own, block))
    return findings


_TOLD = "told-in:"
"""How the blocks begin of what has a place and no name."""
_ASKED = Asked("told", "Where: {}?", 0.4, ("no-quotable-span: what is told has no name", "", ""), "")


def _judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    answers = _answers(claims, block)
    event = describe(instance, block, disputed="place")
    question = f"Where was {event} held?" if "held" in {p.status for p in instance.profiles} else f"Where is {event}?"
    edition = edition_of(instance, block.pack)
    reference = reference_to(edition, "place", block.pack)
    told = Judgement(
        "EUC312", "event_place", "single", instance.key, question, "", "all sources give the same place", answers,
        0.7, None, reference,
    )  # fmt: skip
    if len(answers) == 1:
        wrong = wrong_place(instance, str(answers[0].value["place"]), edition, block.pack)
        prepared = any(c.value.get("prepared") for c in claims)
        told_online = answers[0].value["place"] == ONLINE
        if wrong is not None and reference is not None and not prepared and not told_online:
            put = f"{opening(event)} is put in {answers[0].text} ({count_sources(answers[0])})"
            summary = f"{put}, the reference has {reference.value}"
            against = replace(told, rule="EUC932", verdict="conflict", summary=summary, why=wrong, level="warning")
            return make_finding(against)
        verdict, summary = one_answer(event, answers[0])
        return make_finding(replace(told, verdict=verdict, summary=summary))
    places = answers_in_words(answers, block)
    verdict, why = _relate(answers, block)
    if verdict == "supersede":
        summary = f"{opening(event)} was moved to another place: {places}"
        return make_finding(replace(told, rule="EUC313", verdict=verdict, summary=summary, why=why))
    if verdict != "conflict":
        return make_finding(replace(told, verdict=verdict, summary=f"{opening(event)} took place in {places}", why=why))
    summary = f"Sources give different places of {event}: {places}"
    sure = all(str(a.value["place"]) in block.pack.places for a in answers)
    return make_finding(
        replace(
            told, rule="EUC311", verdict="conflict", summary=summary, why=why, confidence=0.85 if sure else 0.65,
            level=None if sure else "warning",
        )
    )  # fmt: skip


def _answers(claims: Sequence[Claim], block: "Block") -> list[Answer]:
    """One answer a place; where one source says "Samarkand, Uzbekistan", both words stand under the city."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        own = {str(c.value["place"]) for c in claims if c.source == claim.source}
        exact = [
            p for p in sorted(own) if p != claim.value["place"] and block.pack.contains(str(claim.value["place"]), p)
        ]
        groups.setdefault(exact[0] if len(exact) == 1 else str(claim.value["place"]), []).append(claim)
    return [
        block.answer({"place": p}, "online" if p == ONLINE else block.pack.name_of(p), group)
        for p, group in sorted(groups.items())
    ]


def _moved(answer: Answer) -> bool:
    """The place was only planned, and a source tells of it as given up: 'had been named as the venue at first'."""
    planned = all(c.modality == "planned" or c.value.get("put_off") for c in answer.claims)
    return planned and any(c.value.get("put_off") for c in answer.claims)


def _relate(answers: Sequence[Answer], block: "Block") -> tuple[Verdict, str]:
    """The gravest relation of any two places: apart, of unknown position, or one in the other."""
    found: list[tuple[int, Verdict, str]] = []
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            left, right = str(a.value["place"]), str(b.value["place"])
            two = two_towns(left, right, block)
            if (block.pack.apart(left, right) or two) and (_moved(a) or _moved(b)):
                block.demote(a.claims[0], b.claims[0], "other-time: a plan of which a source tells that it was changed")
                found.append((1, "supersede", "one place was only planned, and a source tells that it was changed"))
            elif block.pack.apart(left, right):
                found.append((0, "conflict", f"neither does {a.text} lie in {b.text} nor {b.text} in {a.text}"))
            elif two:
                found.append((0, "conflict", f"{a.text} and {b.text} are two towns, as far as is known"))
            elif block.pack.nested(left, right):
                block.demote(a.claims[0], b.claims[0], "coarser-precision: one place lies in the other")
                found.append((3, "refine", "one place lies in the other"))
            else:
                block.demote(
                    a.claims[0], b.claims[0], "coarser-precision: it is not known where one of the places lies"
                )
                found.append((2, "unclear", "where one of the places lies is not known: a map would decide"))
    _, verdict, why = min(found)
    return verdict, why
