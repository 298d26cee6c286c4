"""Where an event takes place.

## Finds
A place that belongs to an event phrase: "the summit in Samarkand", "Jeddah hosted the summit", "in Luxembourg at the meeting". A dateline is no place of an event.

## Same fact
The event instance, as for dates.

## Compared
By containment: a city and its country are compatible (`refine`); two places of which neither contains the other are a conflict.

## Value
`{"place": identifier, "event": profile}`.

## Rules
EUC311 an event in two places. EUC312 one source is more exact.

## Example
One source has the summit in Tashkent, another in Samarkand, both on 4 April 2025: EUC311.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._events import describe, event_keys, event_value, mentions_of, modality_of, span_of, subject_of
from eucacheck.kinds._words import sources_in_words
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC311": "One event stands in two places of which neither contains the other.",
    "EUC312": "One source gives the place of an event more exactly than another.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each place attached to an event phrase."""
    for mention, event in mentions_of(doc):
        for place in mention.places:
            start, end = span_of(mention, place)
            value = event_value(doc, event, {"place": place.entity})
            claim = make_claim(
                doc,
                Draft(
                    "event_place",
                    subject_of(event),
                    value,
                    start,
                    end,
                    when=event.interval,
                    where=place.entity,
                    modality=modality_of(mention, event),
                    confidence=mention.confidence,
                ),
            )
            if claim is not None:
                yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Places meet in the family of their event."""
    return event_keys(claim)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance with a place."""
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        if own:
            findings.append(_judge_instance(instance, own, block))
    return findings


def _judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(str(claim.value["place"]), []).append(claim)
    answers = [block.answer({"place": p}, block.pack.name_of(p), group) for p, group in sorted(groups.items())]
    event = describe(instance, block)
    question = f"Where was {event} held?"
    if len(answers) == 1:
        only = answers[0]
        summary = f"{event[0].upper()}{event[1:]}: {only.text} ({count_sources(only)})"
        return make_finding(
            Judgement(
                "EUC312",
                "event_place",
                agreement_or_single(only),
                instance.key,
                question,
                summary,
                "all sources give the same place",
                answers,
                0.8,
            )
        )
    apart = _apart(answers, block)
    summary = f"Sources place {event} in " + " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    if apart is None:
        return make_finding(
            Judgement(
                "EUC312",
                "event_place",
                "refine",
                instance.key,
                question,
                summary,
                "one place lies in the other",
                answers,
                0.7,
            )
        )
    return make_finding(
        Judgement("EUC311", "event_place", "conflict", instance.key, question, summary, apart, answers, 0.85)
    )


def _apart(answers: Sequence[Answer], block: "Block") -> str | None:
    """The reason why two places exclude each other, None when all are nested."""
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            left, right = str(a.value["place"]), str(b.value["place"])
            if block.pack.contains(left, right) or block.pack.contains(right, left):
                block.demote(a.claims[0], b.claims[0], "coarser-precision: one place lies in the other")
                continue
            return f"neither does {a.text} lie in {b.text} nor {b.text} in {a.text}"
    return None
