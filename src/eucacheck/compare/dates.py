"""Two dates to their relation and its reason: equal, one inside the other, overlapping, near, disjoint or unknown.

Dates are compared as intervals. A difference that rests only on an inferred year, or on a date called approximate, is
`near` and proves nothing; a difference in day and month holds in any year.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import regex

from eucacheck.records import Interval

_MONTH_DAY = regex.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
SLACK = 45
"""Days by which an approximate date may be off and still be near."""


@dataclass(frozen=True, slots=True)
class DateRelation:
    """How two dates stand to each other.

    `relation` is equal, within (the first inside the second), contains, overlap, near, disjoint or unknown; `code` is coarser-precision,
    year-inferred, approximate or empty.
    """

    relation: str
    reason: str
    code: str = ""


def compare_dates(a: Interval, b: Interval) -> DateRelation:
    """Compare two dates as intervals; an unknown year compares by month and day."""
    if _unknown_year(a) or _unknown_year(b):
        return _by_month_and_day(a, b)
    first, last = _bounds(a)
    other_first, other_last = _bounds(b)
    if (first, last) == (other_first, other_last):
        return DateRelation("equal", "the same date")
    if first > other_last or other_first > last:
        return _apart(a, b)
    if other_first <= first and last <= other_last:
        return DateRelation("within", f"{a.edtf} lies inside {b.edtf}", "coarser-precision")
    if first <= other_first and other_last <= last:
        return DateRelation("contains", f"{b.edtf} lies inside {a.edtf}", "coarser-precision")
    return DateRelation("overlap", f"{a.edtf} and {b.edtf} overlap", "coarser-precision")


def may_overlap(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether two times can have a day in common; an unknown time can be any."""
    if a is None or b is None:
        return True
    return compare_dates(a, b).relation not in {"disjoint"}


def gap_days(a: Interval, b: Interval) -> int | None:
    """Give the days between two disjoint dates, 0 where they meet, None where a year or an end is unknown."""
    if _unknown_year(a) or _unknown_year(b):
        return None
    first, last = _bounds(a)
    other_first, other_last = _bounds(b)
    if first > other_last:
        return (first - other_last).days
    if other_first > last:
        return (other_first - last).days
    return 0


def _unknown_year(interval: Interval) -> bool:
    return interval.start is None and interval.end is None


def _bounds(interval: Interval) -> tuple[date, date]:
    return interval.start or date.min, interval.end or date.max


def _apart(a: Interval, b: Interval) -> DateRelation:
    """Disjoint, unless one is approximate and close by, or only an inferred year sets them apart."""
    gap = gap_days(a, b) or 0
    if (a.approximate or b.approximate) and gap <= SLACK:
        return DateRelation(
            "near", f"{a.edtf} and {b.edtf} lie {gap} days apart, and one is only approximate", "approximate"
        )
    if not (a.year_stated and b.year_stated) and _same_in_some_year(a, b):
        return DateRelation("near", f"{a.edtf} and {b.edtf} differ only by a year that was inferred", "year-inferred")
    return DateRelation("disjoint", f"{a.edtf} and {b.edtf} exclude each other")


def _same_in_some_year(a: Interval, b: Interval) -> bool:
    """Shift the date with the inferred year by whole years: can they then meet?"""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    moved = b if not b.year_stated else a
    fixed = a if moved is b else b
    assert fixed.start is not None and fixed.end is not None and moved.start is not None and moved.end is not None  # noqa: S101, PT018
    length = moved.end - moved.start
    for target in range(fixed.start.year - 1, fixed.end.year + 2):
        try:
            start = moved.start.replace(year=target)
        except ValueError:
            start = moved.start.replace(year=target, day=28)
        if start <= fixed.end and start + length >= fixed.start:
            return True
    return False


def _by_month_and_day(a: Interval, b: Interval) -> DateRelation:
    """Compare with an unknown year: two dates are disjoint where no year makes them meet."""
    if a.edtf == b.edtf:
        return DateRelation("equal", "the same day and month, the year unknown", "year-inferred")
    unknown, other = (a, b) if _unknown_year(a) else (b, a)
    spans = _spans(unknown)
    if not spans:
        return DateRelation("unknown", "one date is not known")
    if _unknown_year(other):
        return _two_unknown(spans, _spans(other), a, b)
    if other.start is None or other.end is None:
        return DateRelation("unknown", "an open date and a date without a year")
    if (other.end - other.start).days >= 365:
        return DateRelation(
            "within" if unknown is a else "contains", f"{unknown.edtf} can lie inside {other.edtf}", "year-inferred"
        )
    relations = [_placed(spans, other, y) for y in range(other.start.year - 1, other.end.year + 2)]
    best = min(relations)
    if best == 3:
        return DateRelation("disjoint", f"{a.edtf} and {b.edtf} differ in day and month, in any year")
    name = ("equal", "within" if unknown is a else "contains", "overlap")[best]
    return DateRelation(
        name, f"{a.edtf} and {b.edtf} agree in day and month", "coarser-precision" if best else "year-inferred"
    )


def _placed(spans: list[tuple[int, int]], other: Interval, year: int) -> int:
    """0 equal, 1 inside, 2 overlap, 3 apart, for an unknown date put into one year."""
    try:
        start, end = date(year, *spans[0]), date(year, *spans[-1])
    except ValueError:
        return 3
    if end < start:
        end = end.replace(year=year + 1) if (end.month, end.day) != (2, 29) else end + timedelta(days=365)
    assert other.start is not None and other.end is not None  # noqa: S101, PT018
    if (start, end) == (other.start, other.end):
        return 0
    if other.start <= start and end <= other.end:
        return 1
    return 2 if start <= other.end and other.start <= end else 3


def _two_unknown(left: list[tuple[int, int]], right: list[tuple[int, int]], a: Interval, b: Interval) -> DateRelation:
    if not left or not right:
        return DateRelation("unknown", "one date is not known")
    if left[0] <= right[-1] and right[0] <= left[-1]:
        return DateRelation("overlap", f"{a.edtf} and {b.edtf} overlap in day and month", "coarser-precision")
    return DateRelation("disjoint", f"{a.edtf} and {b.edtf} differ in day and month, in any year")


def _spans(interval: Interval) -> list[tuple[int, int]]:
    """First and last (month, day) of a date without a year; empty when it has not even a month."""
    found = [(int(m), int(d) if d else 0) for m, d in _MONTH_DAY.findall(interval.edtf)]
    if not found:
        return []
    first, last = found[0], found[-1]
    low = (first[0], first[1] or 1)
    high = (last[0], last[1] or _LAST[last[0]])
    return [low, high]


_LAST = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
