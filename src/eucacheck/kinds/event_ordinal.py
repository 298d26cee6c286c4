"""Which number an event has in its series.

## Finds
An ordinal in an event phrase: "the first EU-Central Asia summit", "the 20th Ministerial Meeting", "met for the nineteenth time".

## Same fact
Series and ordinal, as called: a first "leaders' meeting" and a first "summit" are two questions. Events are identified by place and date first; only then the ordinal is
checked.

## Compared
Two event instances that carry one ordinal of one series are a conflict; an instance that was only planned stands as an answer marked so. Two ordinals on one
instance are a conflict too. An earlier event of the same series and name, told as held, speaks against a "first".

## Value
`{"ordinal": int, "as_called": head noun, "series": identifier, "event": profile}`.

## Rules
EUC331 two events carry one ordinal. EUC332 one event carries two ordinals. EUC333 an earlier event speaks against a first. EUC334 the ordinal, as told.

## Example
"the first summit" of October 2022 in one source, of April 2025 in another: EUC331.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance, Profile, profile_of
from eucacheck.kinds._events import (
    describe,
    event_keys,
    event_value,
    mentions_of,
    modality_of,
    ordinal_word,
    say_date,
    series_name,
    subject_of,
)
from eucacheck.kinds._words import sources_in_words
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC331": "Two different events carry one ordinal of one series, called the same.",
    "EUC332": "One event carries two ordinals.",
    "EUC333": "An event is called the first although a source tells of an earlier one of the same series.",
    "EUC334": "The number of an event in its series, as sources tell it.",
}
_TIMES = regex.compile(r"\b(?:for the|met for the)\s+([\w-]+)\s+time\b", regex.I)


def find(doc: "Document") -> Iterator[Claim]:
    """Each event phrase with an ordinal, quoted with its date or place where they follow at once."""
    for mention, event in mentions_of(doc):
        if mention.phrase.ordinal is None:
            continue
        extra = {
            "ordinal": mention.phrase.ordinal,
            "as_called": as_called(mention.phrase.head, event.series),
            "series": event.series,
        }
        claim = make_claim(
            doc,
            Draft(
                "event_ordinal",
                subject_of(event),
                event_value(doc, event, extra),
                mention.start,
                mention.end,
                when=event.interval,
                modality=modality_of(mention, event),
            ),
        )
        if claim is not None:
            yield claim


def as_called(head: str, series: str | None) -> str:
    """The head noun in the singular; a round of a dialogue is called by its series."""
    low = head.casefold()
    if low in {"round", "session", "edition", "meeting", "meetings"} and series is not None:
        return series.rpartition("-")[2]
    return low.removesuffix("s") if low.endswith("s") and low != "talks" else low


def keys(claim: Claim) -> tuple[str, ...]:
    """Ordinals meet in the family of their event."""
    return event_keys(claim)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each series and ordinal, and one for each instance with two ordinals."""
    findings = []
    groups: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((str(claim.value["series"]), int(claim.value["ordinal"])), []).append(claim)
    for (series, ordinal), group in sorted(groups.items()):
        findings.append(_judge_ordinal(series, ordinal, group, block))
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        numbers = {(str(c.value["series"]), int(c.value["ordinal"])) for c in own}
        if len({n for _, n in numbers}) > 1 and len({s for s, _ in numbers}) == 1:
            findings.append(_judge_instance(instance, own, block))
    return findings


def _judge_ordinal(series: str, ordinal: int, claims: Sequence[Claim], block: "Block") -> Finding:
    answers, instances = _answers(ordinal, claims, block)
    earlier = _earlier(series, ordinal, instances, block) if ordinal == 1 else []
    name = series_name(series, block)
    question = f"Which was the {ordinal_word(ordinal)} {name}?"
    held = [a for a in answers if not a.value["planned"]]
    if len(held) > 1:
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        return make_finding(
            Judgement(
                "EUC331",
                "event_ordinal",
                "conflict",
                series,
                question,
                f"The {ordinal_word(ordinal)} {name} is said to be {told}",
                "two events at different times or places carry one number of one series",
                [*answers, *earlier],
                0.9,
            )
        )
    if earlier and held:
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in earlier)
        return make_finding(
            Judgement(
                "EUC333",
                "event_ordinal",
                "conflict",
                series,
                question,
                f"{held[0].text} is called the {ordinal_word(ordinal)} {name}, but there is an earlier one: {told}",
                "an event called the first has a predecessor of the same series and name",
                [*answers, *earlier],
                0.75,
            )
        )
    if len(answers) > 1:
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        return make_finding(
            Judgement(
                "EUC334",
                "event_ordinal",
                "supersede",
                series,
                question,
                f"The {ordinal_word(ordinal)} {name}: {told}",
                "the event was planned for another time before",
                answers,
                0.7,
            )
        )
    only = answers[0]
    return make_finding(
        Judgement(
            "EUC334",
            "event_ordinal",
            agreement_or_single(only),
            series,
            question,
            f"The {ordinal_word(ordinal)} {name}: {only.text} ({count_sources(only)})",
            "all sources speak of one event",
            answers,
            0.8,
        )
    )


def _answers(ordinal: int, claims: Sequence[Claim], block: "Block") -> tuple[list[Answer], list[Instance]]:
    """One answer an instance; a plan for another time is an answer of its own, marked so."""
    groups: dict[tuple[str, str, bool], list[Claim]] = {}
    instances: dict[str, Instance] = {}
    for claim in claims:
        instance = block.instance_of(claim)
        if instance is None:
            continue
        profile = profile_of(claim)
        plan = _only_planned(profile, instance)
        when = say_date(profile.interval) if plan else say_date(instance.interval)
        groups.setdefault((instance.key, when, plan), []).append(claim)
        instances[instance.key] = instance
    answers = []
    for (key, when, plan), group in sorted(groups.items()):
        instance = instances[key]
        where = block.pack.name_of(instance.place) if instance.place is not None and not plan else ""
        text = ", ".join(x for x in (where, when) if x) or "an event without date or place"
        answers.append(
            block.answer(
                {"ordinal": ordinal, "event": key, "planned": plan}, f"planned for {text}" if plan else text, group
            )
        )
    return answers, [instances[k] for k in sorted(instances)]


def _only_planned(profile: Profile, instance: Instance) -> bool:
    """The source only planned the event, for a time that is not the one it then has."""
    if profile.status not in {"planned", "postponed"}:
        return False
    others = [p for p in instance.profiles if p.source != profile.source]
    if profile.interval is None:
        return False
    wide = (
        profile.interval.start is None
        or profile.interval.end is None
        or (profile.interval.end - profile.interval.start).days > 62
    )
    if not others:
        return wide or profile.place is None
    interval = instance.interval
    return (
        interval is not None
        and interval.start is not None
        and profile.interval.end is not None
        and profile.interval.end < interval.start
    )


def _earlier(series: str, ordinal: int, firsts: Sequence[Instance], block: "Block") -> list[Answer]:
    """Events of the same series and name, without this ordinal, that a source tells as held before."""
    dated = [i for i in firsts if i.interval is not None and i.interval.start is not None]
    if not dated:
        return []
    first = min(i.interval.start for i in dated if i.interval is not None and i.interval.start is not None)
    answers = []
    for instance in block.instances:
        if (
            instance in firsts
            or instance.interval is None
            or instance.interval.end is None
            or ordinal in instance.ordinals
        ):
            continue
        told = [
            c
            for c in instance.claims
            if c.value["event"]["series"] == series
            and c.value["event"]["status"] == "held"
            and c.modality != "planned"
            and c.value["event"].get("date_basis") != "document"
        ]
        last = max(
            (i.interval.start for i in dated if i.interval is not None and i.interval.start is not None), default=first
        )
        if told and instance.interval.end < last:
            answers.append(
                block.answer(
                    {"event": instance.key, "earlier": True}, f"an earlier one, {describe(instance, block)}", told
                )
            )
    return answers


def _judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(int(claim.value["ordinal"]), []).append(claim)
    answers = [block.answer({"ordinal": n}, f"the {ordinal_word(n)}", group) for n, group in sorted(groups.items())]
    event = describe(instance, block, ordinal=None)
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    return make_finding(
        Judgement(
            "EUC332",
            "event_ordinal",
            "conflict",
            instance.key,
            f"Which number has {event}?",
            f"One event is counted as {told}: {event}",
            "the sources mean one event and number it differently",
            answers,
            0.8,
        )
    )
