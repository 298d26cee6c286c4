"""When an event takes place.

## Finds
A date that belongs to an event phrase: "the 20th Ministerial Meeting on March 27", "was held on 23 October",
"November 17-18 are the days of the conference". A date next to another verb ("signed on", "launched on") is not taken.

## Same fact
The event instance: series, place, date and ordinal decide together which local events of several sources are one.

## Compared
As intervals. A day inside a range and a month around a day are compatible (`refine`); disjoint intervals are a conflict, unless one is
approximate or they differ only by an inferred year; a plan that a later source moves is `supersede`.

## Value
`{"edtf": EDTF date, "year_stated": bool, "event": profile}`.

## Rules
EUC301 an event on two dates. EUC302 a plan that was moved. EUC303 one source is more exact.

## Example
One source has the 20th ministerial on 4 March, another on 27 March: EUC301.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._events import (
    describe,
    event_keys,
    event_value,
    mentions_of,
    modality_of,
    say_date,
    span_of,
    subject_of,
)
from eucacheck.records import Answer, Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC301": "One event stands on two dates that exclude each other.",
    "EUC302": "A plan was moved: a later source gives another date.",
    "EUC303": "One source gives the date of an event more exactly than another.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each date attached to an event phrase; the quote runs from the one to the other."""
    for mention, event in mentions_of(doc):
        for date in mention.dates:
            start, end = span_of(mention, date)
            value = event_value(doc, event, {"edtf": date.interval.edtf, "year_stated": date.interval.year_stated})
            claim = make_claim(
                doc,
                Draft(
                    "event_date",
                    subject_of(event),
                    value,
                    start,
                    end,
                    when=date.interval,
                    modality=modality_of(mention, event),
                    confidence=mention.confidence,
                ),
            )
            if claim is not None:
                yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Dates meet in the family of their event."""
    return event_keys(claim)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance with a date."""
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        if own:
            findings.append(_judge_instance(instance, own, block))
    return findings


def interval_of(claim: Claim) -> Interval:
    """The date of a claim as an interval."""
    return parse_edtf(
        str(claim.value["edtf"]),
        year_stated=bool(claim.value["year_stated"]),
        basis=claim.when.basis if claim.when else "stated",
    )


def _judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    answers = _answers(claims, block)
    event = describe(instance, block)
    question = f"When was {event} held?" if instance.interval is not None else f"When is {event}?"
    verdict, rule, why = _relate(answers, block)
    if len(answers) == 1:
        only = answers[0]
        verdict, rule, why = agreement_or_single(only), "EUC303", "all sources give the same date"
        summary = f"{event[0].upper()}{event[1:]}: {only.text} ({count_sources(only)})"
    else:
        summary = f"Sources date {event} to " + " and ".join(f"{a.text} ({_names(a, block)})" for a in answers)
    return make_finding(
        Judgement(
            rule,
            "event_date",
            verdict,
            instance.key,
            question,
            summary,
            why,
            answers,
            0.9 if verdict == "conflict" else 0.7,
        )
    )


def _names(answer: Answer, block: "Block") -> str:
    from eucacheck.kinds._words import sources_in_words

    return sources_in_words(answer, block)


def _answers(claims: Sequence[Claim], block: "Block") -> list[Answer]:
    """Equal dates are one answer."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(str(claim.value["edtf"]).replace("~", ""), []).append(claim)
    return [
        block.answer({"edtf": edtf}, say_date(interval_of(group[0])), group) for edtf, group in sorted(groups.items())
    ]


def _relate(answers: Sequence[Answer], block: "Block") -> tuple[str, str, str]:
    """The gravest relation of any two answers, with its reason."""
    found: list[tuple[int, str, str, str]] = []
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            found.append(_pair(a, b, block))
    if not found:
        return "single", "EUC303", ""
    _, verdict, rule, why = min(found)
    return verdict, rule, why


def _pair(a: Answer, b: Answer, block: "Block") -> tuple[int, str, str, str]:
    relation = compare_dates(interval_of(a.claims[0]), interval_of(b.claims[0]))
    if relation.relation == "disjoint":
        if _moved(a, b, block) or _moved(b, a, block):
            block.demote(a.claims[0], b.claims[0], "other-time: a plan that a later source gives another date")
            return (
                1,
                "supersede",
                "EUC302",
                "the earlier date was only planned, and the source that gives the later one is newer",
            )
        return (0, "conflict", "EUC301", relation.reason)
    if relation.relation == "near":
        block.demote(a.claims[0], b.claims[0], "year-inferred: " + relation.reason)
        return (3, "unclear", "EUC301", relation.reason)
    block.demote(a.claims[0], b.claims[0], "coarser-precision: " + relation.reason)
    return (2, "refine", "EUC303", relation.reason)


def _moved(plan: Answer, later: Answer, block: "Block") -> bool:
    """All claims of the plan were planned, and every source of it is older than those of the other."""
    if not all(c.modality == "planned" for c in plan.claims):
        return False
    before = [block.around.published.get(c.source) for c in plan.claims]
    after = [block.around.published.get(c.source) for c in later.claims]
    ends = [p.end for p in before if p is not None and p.end is not None]
    starts = [p.start for p in after if p is not None and p.start is not None]
    if len(ends) < len(before) or len(starts) < len(after):
        return False
    return max(ends) < min(starts) and str(plan.value["edtf"]) < str(later.value["edtf"])
