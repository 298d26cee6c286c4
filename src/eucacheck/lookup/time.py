"""Facts and a time to what may hold then: other evidence is left out, and the verdict follows what is left."""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eucacheck.records import Answer, Claim, Finding, Interval, Verdict

_POINT: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Time:
    """A day, month or year as it was given, and its first and last day."""

    text: str
    start: date
    end: date


def read_time(text: str) -> Time:
    """Read YYYY, YYYY-MM or YYYY-MM-DD. Raises ValueError that says what is allowed."""
    match = _POINT.fullmatch(text.strip())
    advice = f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD, as 2022-10-27"
    if match is None:
        raise ValueError(advice)
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
        last = calendar.monthrange(start.year, month or 12)[1]
        return Time(match.group(), start, date(start.year, month or 12, day or last))
    except ValueError as error:
        raise ValueError(advice) from error


def hold_at(finding: Finding, time: Time, copy_groups: Mapping[str, str]) -> Finding | None:
    """Give the fact as of a time: with the evidence whose time may overlap it; None where nothing is left.

    Evidence without a known time may be of any time and stays. Of an office whose holder no source tells for that
    time, what was last told before. Verdict, level and summary follow what is left.
    """
    answers = _keep_all(finding, lambda c: may_overlap(c.when, time), copy_groups)
    if not answers and finding.subject.startswith("office:"):
        return _last_told(finding, time, copy_groups)
    if sum(len(a.claims) for a in answers) == sum(len(a.claims) for a in finding.answers):
        return finding
    return _cut_down(finding, answers, f"As of {time.text}", f"other answers are of other times than {time.text}")


def _last_told(finding: Finding, time: Time, copy_groups: Mapping[str, str]) -> Finding | None:
    """The holder of an office stays until another comes: what was last told before the time."""
    ends = [c.when.end for c in finding.claims if c.when and c.when.end and c.when.end < time.start]
    if not ends:
        return None
    last = max(ends)
    answers = _keep_all(finding, lambda c: c.when is not None and c.when.end == last, copy_groups)
    told = f"Last told before {time.text}, on {last.isoformat()}"
    return _cut_down(finding, answers, told, f"no source tells it of {time.text} itself")


def _cut_down(finding: Finding, answers: Sequence[Answer], opening: str, why: str) -> Finding | None:
    """A fact with fewer answers: its verdict, level and sentence follow them."""
    if not answers:
        return None
    told = " and ".join(f"{a.text} ({a.sources} source{'s' * (a.sources != 1)})" for a in answers)
    summary = f"{opening}: {told}"
    if len(answers) > 1:
        return replace(finding, answers=tuple(answers), summary=summary)
    only = answers[0]
    if len(finding.answers) == 1:
        why = finding.why
    if len(finding.answers) == 1 and finding.verdict not in {"agree", "single"}:
        return replace(finding, answers=(only,), summary=summary)
    verdict: Verdict = "agree" if only.sources > 1 else "single"
    return replace(finding, answers=(only,), summary=summary, why=why, level="none", verdict=verdict)


def may_overlap(when: Interval | None, time: Time) -> bool:
    """Tell whether an interval and a time may have a day in common; what is not known may be any day."""
    if when is None:
        return True
    if when.start is None and when.end is None:
        return _fits_without_year(when.edtf, time)
    return (when.start is None or when.start <= time.end) and (when.end is None or time.start <= when.end)


def _fits_without_year(edtf: str, time: Time) -> bool:
    """A date of an unknown year: its months and days have to fit."""
    first, _, last = edtf.replace("~", "").partition("/")
    low, high = _month_and_day(first, 1), _month_and_day(last or first, 31)
    if low is None or high is None or low > high or time.end.year > time.start.year:
        return True
    return low <= (time.end.month, time.end.day) and (time.start.month, time.start.day) <= high


def _month_and_day(edtf: str, day: int) -> tuple[int, int] | None:
    parts: Sequence[str] = edtf.split("-")
    if len(parts) < 2 or not parts[1].isdigit():
        return None
    return int(parts[1]), int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else day


def _keep_all(finding: Finding, holds: Callable[[Claim], bool], copy_groups: Mapping[str, str]) -> list[Answer]:
    """The answers with the evidence that holds, their sources counted again; answers without any are left out."""
    kept = []
    for answer in finding.answers:
        claims = [c for c in answer.claims if holds(c)]
        if claims:
            kept.append(recount(answer, claims, copy_groups))
    return kept


def recount(answer: Answer, claims: Sequence[Claim], copy_groups: Mapping[str, str]) -> Answer:
    """Give an answer with other claims, its sources counted again."""
    sources = {c.source for c in claims}
    independent = len({copy_groups.get(s, s) for s in sources})
    return replace(answer, claims=tuple(claims), sources=len(sources), independent=independent)
