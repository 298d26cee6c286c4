"""Facts to how well their dates and numbers fit those of a question: 1 the very one, 0 not in it, below 0 another."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from eucacheck.lookup.moments import Moment
from eucacheck.lookup.numbers import numbers_in
from eucacheck.records import Finding, Interval

_OF_ANY_TIME: Final = frozenset({"amount", "count", "rank", "agreement"})
"""Kinds of which a source often tells without saying of what time they are."""
_ASKED: Final = 0.9
"""What a number counts that stands in the question of a fact: the fact tells something else of it."""


def fit_date(finding: Finding, moment: Moment, reports: Mapping[str, str]) -> float:
    """1 where a claim speaks of that very time, less where one is inside the other, below 0 where all exclude it.

    A name is of no time. `reports` are the dates of the sources, in EDTF: a figure that only has that of its source
    excludes no other time.
    """
    if finding.kind == "name":
        return 0.0
    fits = []
    for claim in finding.claims:
        if claim.when is not None:
            fit = _overlap(claim.when, moment)
            undated = finding.kind in _OF_ANY_TIME and claim.when.edtf == reports.get(claim.source)
            fits.append(max(0.0, fit) if undated else fit)
    return max(fits, default=0.0)


def _overlap(when: Interval, moment: Moment) -> float:
    start, end = _bounds(when)
    exact = 0.0
    for given, low, high in (
        (moment.year, start[0], end[0]),
        (moment.month, start[1], end[1]),
        (moment.day, start[2], end[2]),
    ):
        if given is None:
            continue
        if low is None or high is None:
            exact -= 0.2
        elif low == high == given:
            exact += 1.0
        elif (start[0], start[1]) == (end[0], end[1]) and low <= given <= high:
            exact += 0.7
        elif start[0] != end[0] or start[1] != end[1]:
            exact += 0.3
        else:
            return -0.6
    known = sum(x is not None for x in (moment.year, moment.month, moment.day))
    if not _may_overlap(when, moment):
        return -0.6
    return max(0.0, exact / known)


def _may_overlap(when: Interval, moment: Moment) -> bool:
    if moment.year is None or when.start is None or when.end is None:
        start, end = _bounds(when)
        return moment.month is None or start[1] is None or end[1] is None or start[1] <= moment.month <= end[1]
    low = (moment.year, moment.month or 1, moment.day or 1)
    high = (moment.year, moment.month or 12, moment.day or 31)
    return (when.start.year, when.start.month, when.start.day) <= high and low <= (
        when.end.year, when.end.month, when.end.day,
    )  # fmt: skip


Point = tuple[int | None, int | None, int | None]


def _bounds(when: Interval) -> tuple[Point, Point]:
    """First and last day as (year, month, day); of a date without a year its month and day."""
    if when.start is not None and when.end is not None:
        return (when.start.year, when.start.month, when.start.day), (when.end.year, when.end.month, when.end.day)
    first, _, last = when.edtf.replace("~", "").partition("/")
    return _point(first), _point(last or first)


def _point(edtf: str) -> Point:
    year, month, day = [*(int(p) if p.isdigit() else None for p in edtf.split("-")), None, None, None][:3]
    return year, month if month is None or month <= 12 else None, day


def fit_number(finding: Finding, number: Decimal, unit: str | None) -> float:
    """1 where the fact gives that number in that unit, less where it asks about it, below 0 where all differ."""
    figures = [(figure, set(_texts(a.value)), 1.0) for a in finding.answers for figure in _figures(a.value)]
    figures += [(n, {u} if u is not None else set(), _ASKED) for n, u in numbers_in(finding.question)]
    if not figures:
        return 0.0
    best = -1.0
    for figure, units, most in figures:
        if figure == number:
            best = max(best, most if unit is None or unit in units else 0.5)
        elif number and abs(figure - number) <= abs(number) / 50:
            best = max(best, 0.3)
    return best


def _figures(value: Mapping[str, Any]) -> Iterator[Decimal]:
    for held in value.values():
        if isinstance(held, int | float | str) and not isinstance(held, bool):
            try:
                yield Decimal(str(held))
            except InvalidOperation:
                continue


def _texts(value: Mapping[str, Any]) -> Iterator[str]:
    return (v for v in value.values() if isinstance(v, str))
