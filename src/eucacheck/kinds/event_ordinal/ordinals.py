"""The ordinals of one series to findings: which event carries a number, and whether the numbers can be counted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from eucacheck.findings import Judgement, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.editions import edition_of, reference_to, wrong_number
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.kinds._happenings.events import describe, event_name, one_answer, place_and_date
from eucacheck.kinds._wording.words import answers_in_words, opening, sources_in_words
from eucacheck.profiles import profile_of
from eucacheck.records import Answer, Claim, Finding, Reference
from eucacheck.stories import PLAIN_TYPES

if TYPE_CHECKING:
    from eucacheck.facts import Block


def judge_ordinal(ordinal: int, claims: Sequence[Claim], block: "Block", others: Sequence[Claim] = ()) -> Finding:
    """Which event carries a number of a series: one, two that exclude each other, or one and a plan.

    `others` are claims that give one of these events another number: part of the same dispute.
    """
    answers, instances = _answers(ordinal, claims, block)
    series = str(claims[0].value["series"])
    name = f"{ordinal_word(ordinal)} {event_name(instances[0], block, series) if instances else series}"
    question = f"Which was the {name}?"
    definite = [a for a in answers if not a.value["planned"]]
    earlier = _earlier(series, ordinal, instances, block) if ordinal == 1 and definite else []
    reference = _reference(series, ordinal, instances, block)
    told = answers_in_words(answers, block)
    finding = Judgement(
        "EUC334", "event_ordinal", "single", series, question, "", "all sources speak of one event", answers, 0.8,
        None, reference,
    )  # fmt: skip
    if len(definite) > 1 or _planned_after(answers, definite, block):
        summary = f"Sources disagree on which event was the {name}: {told}"
        if earlier:
            summary += f"; there is also {answers_in_words(earlier, block)}"
        otherwise = _numbered_otherwise(others, block)
        summary += "".join(f"; {a.text} by {sources_in_words(a, block)}" for a in otherwise)
        return make_finding(
            replace(
                finding, rule="EUC331", verdict="conflict", summary=summary, answers=[*answers, *earlier, *otherwise],
                why="events at different times or places carry one number of one series", confidence=0.9,
            )
        )  # fmt: skip
    if earlier:
        first = f"{opening(definite[0].text)} ({sources_in_words(definite[0], block)})"
        return make_finding(
            replace(
                finding, rule="EUC333", verdict="conflict", answers=[*answers, *earlier], confidence=0.75,
                summary=f"{first} is called the {name}, but there is {answers_in_words(earlier, block)}",
                why="an event called the first has a predecessor of the same series and name",
            )
        )  # fmt: skip
    if len(answers) > 1:
        why = "the event was planned for another time before"
        return make_finding(
            replace(finding, verdict="supersede", summary=f"The {name}: {told}", why=why, confidence=0.7)
        )
    right = wrong_number(instances[0], block.pack, series) if len(instances) == 1 else None
    known = reference_to(right, "date", block.pack)
    if right is not None and known is not None:
        summary = (
            f"{answers[0].text} is called the {name} ({count_sources(answers[0])}), the reference has {known.value}"
        )
        why = "the edition on record of that day has another number"
        against = replace(finding, rule="EUC933", verdict="conflict", summary=summary, why=why, level="warning")
        return make_finding(replace(against, reference=known))
    verdict, summary = one_answer(f"the {name}", answers[0])
    return make_finding(replace(finding, verdict=verdict, summary=summary))


def _answers(ordinal: int, claims: Sequence[Claim], block: "Block") -> tuple[list[Answer], list[Instance]]:
    """One answer an instance; a plan for another time is an answer of its own, marked so."""
    groups: dict[tuple[str, str, bool], list[Claim]] = {}
    instances: dict[str, Instance] = {}
    for claim in claims:
        instance = block.instance_of(claim)
        if instance is None:
            continue
        profile = profile_of(claim)
        plan = instance.only_plans(profile)
        groups.setdefault((instance.key, say_date(profile.interval) if plan else "", plan), []).append(claim)
        instances[instance.key] = instance
    answers = []
    for (key, when, plan), group in sorted(groups.items()):
        known = place_and_date(instances[key], block) or "an event without date or place"
        value = {"ordinal": ordinal, "event": key, "planned": plan}
        answers.append(block.answer(value, f"planned for {when}" if plan else known, group))
    return answers, [instances[k] for k in sorted(instances)]


def _numbered_otherwise(claims: Sequence[Claim], block: "Block") -> list[Answer]:
    """One answer for each event and other number that it is given: 'Almaty, May 2023 is counted as the second'."""
    groups: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        instance = block.instance_of(claim)
        if instance is not None:
            groups.setdefault((instance.key, int(claim.value["ordinal"])), []).append(claim)
    answers = []
    for (key, number), group in sorted(groups.items()):
        instance = block.instance_of(group[0])
        assert instance is not None  # noqa: S101 - grouped by it
        text = f"{place_and_date(instance, block)} is counted as the {ordinal_word(number)}"
        answers.append(block.answer({"ordinal": number, "event": key}, text, group))
    return answers


def _planned_after(answers: Sequence[Answer], definite: Sequence[Answer], block: "Block") -> bool:
    """A source plans the nth event at a time when the one that another calls the nth was over."""
    over = [_last_day(a, block) for a in definite]
    for answer in answers:
        if not answer.value["planned"]:
            continue
        written = [p.start for c in answer.claims if (p := block.around.published.get(c.source)) is not None]
        if any(day is not None and w is not None and day < w for day in over for w in written):
            return True
    return False


def _last_day(answer: Answer, block: "Block") -> date | None:
    instance = block.instance_of(answer.claims[0])
    return instance.interval.end if instance is not None and instance.interval is not None else None


def _earlier(series: str, ordinal: int, firsts: Sequence[Instance], block: "Block") -> list[Answer]:
    """Events of the same series and name, without this number, told as held before the last of those called first."""
    own = [i for i in firsts if any(_own_date(c) for c in i.claims)]  # not the date of the text that names it
    starts = [i.interval.start for i in own if i.interval is not None and i.interval.start is not None]
    if not starts:
        return []
    answers = []
    for instance in block.instances:
        if (
            instance in firsts
            or ordinal in instance.ordinals
            or instance.interval is None
            or instance.interval.end is None
        ):
            continue
        told = [c for c in instance.claims if _told_as_held(c, series)]
        if all(is_plain(c, block) for c in told) and not _of_one_news(told, firsts, block):
            continue
        if told and instance.interval.end < max(starts):
            text = f"an earlier one, {place_and_date(instance, block) or describe(instance, block)}"
            answers.append(block.answer({"event": instance.key, "earlier": True}, text, told))
    return answers


def is_plain(claim: Claim, block: "Block") -> bool:
    """A meeting of some parties without topic or name, of which there may be many a series."""
    profile = profile_of(claim)
    return profile.type in PLAIN_TYPES and not profile.topic and profile.series not in block.pack.series


def _of_one_news(told: Sequence[Claim], firsts: Sequence[Instance], block: "Block") -> bool:
    return any(a.source == b.source or block.one_news(a, b) for a in told for i in firsts for b in i.claims)


def _own_date(claim: Claim) -> bool:
    event = claim.value.get("event", {})
    return event.get("date") is not None and event.get("date_basis") != "document"


def _told_as_held(claim: Claim, series: str) -> bool:
    event = claim.value["event"]
    dated = event.get("date") is not None and event.get("date_basis") != "document"
    return bool(event["series"] == series and event["status"] == "held" and claim.modality != "planned" and dated)


def _reference(series: str, ordinal: int, instances: Sequence[Instance], block: "Block") -> Reference | None:
    """What is on record of the edition with this number, if one of the events is that edition."""
    editions = [e for i in instances if (e := edition_of(i, block.pack, series)) is not None and e.ordinal == ordinal]
    return reference_to(editions[0], "date", block.pack) if editions else None


def judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    """One event that is counted twice over: the sources mean the same place and day."""
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(int(claim.value["ordinal"]), []).append(claim)
    answers = [block.answer({"ordinal": n}, f"the {ordinal_word(n)}", group) for n, group in sorted(groups.items())]
    event = f"the {event_name(instance, block)} ({place_and_date(instance, block)})"
    summary = f"Sources number {event} differently: {answers_in_words(answers, block)}"
    why = "the sources mean one event, by place and date, and number it differently"
    question = f"Which number has {event}?"
    return make_finding(
        Judgement("EUC332", "event_ordinal", "conflict", instance.key, question, summary, why, answers, 0.8)
    )


def judge_yearly(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A source that calls a series annual and dates its first and its nth event: the years must count up to n."""
    findings = []
    for source in sorted({c.source for c in claims}):
        own = [c for c in claims if c.source == source and _year(c) is not None]
        for series in sorted({str(c.value["series"]) for c in own if c.value.get("annual")}):
            part = [c for c in own if c.value["series"] == series]
            firsts = [c for c in part if c.value["ordinal"] == 1]
            later = [c for c in part if int(c.value["ordinal"]) > 1]
            if firsts and later and (found := _count(firsts[0], later, block)) is not None:
                findings.append(found)
    return findings


def _count(first: Claim, later: Sequence[Claim], block: "Block") -> Finding | None:
    began = _year(first)
    for claim in later:
        year, number = _year(claim), int(claim.value["ordinal"])
        if began is None or year is None or year - began + 1 == number:
            continue
        instance = block.instance_of(claim)
        name = event_name(instance, block, str(claim.value["series"])) if instance is not None else "series"
        answers = [
            block.answer({"ordinal": 1, "year": began}, f"the first in {began}", [first]),
            block.answer({"ordinal": number, "year": year}, f"the {ordinal_word(number)} in {year}", [claim]),
        ]
        due = year - began + 1
        summary = (
            f"{opening(sources_in_words(answers[1], block))} calls the {name} annual, with the first in {began} and "
            f"the {ordinal_word(number)} in {year}: yearly meetings would make that the {ordinal_word(due)}"
        )
        question = f"How often has the {name} met by {year}?"
        why = "a year was skipped or doubled, or one of the numbers is wrong"
        series = str(claim.value["series"])
        return make_finding(
            Judgement("EUC801", "event_ordinal", "conflict", series, question, summary, why, answers, 0.5, "warning")
        )
    return None


def _year(claim: Claim) -> int | None:
    event = profile_of(claim)
    interval = event.stated
    if interval is None or interval.start is None or interval.end is None or interval.start.year != interval.end.year:
        return None
    return interval.start.year
