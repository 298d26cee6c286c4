"""Two dates to their relation and its reason: equal, one inside the other, overlapping, near, disjoint or unknown.

Dates are compared as intervals. A difference that rests only on an inferred year, on a date called approximate, or on
a few days counted from the date of a source (which may be a reprint) is `near` and proves nothing; a difference in day
and month holds in any year.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

import regex

from eucacheck.records import Interval

Relation = Literal["equal", "within", "contains", "overlap", "near", "disjoint", "unknown"]

SLACK: Final = 45
"""Days by which an approximate date may be off and still be near."""
REPRINT: Final = 7
"""Days by which "on Friday" or "last week" may be off, since a reprint counts from another day than the original."""

_POINT: Final = regex.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
_LEAP: Final = 2000
_ORDER: Final[tuple[Relation, ...]] = ("equal", "within", "contains", "overlap", "disjoint")
"""The relations of two spans of days, the closest first."""


@dataclass(frozen=True, slots=True)
class DateRelation:
    """How two dates stand to each other: `relation` of the first to the second ("within": inside it), and why.

    `code` tells what a difference rests on: coarser-precision, year-inferred, approximate, or empty.
    """

    relation: Relation
    reason: str
    code: str = ""


def compare_dates(a: Interval, b: Interval) -> DateRelation:
    """Compare two dates as intervals; one whose year is unknown compares by month and day."""
    if _unknown_year(a) or _unknown_year(b):
        return _without_year(a, b)
    relation = _relate(_bounds(a), _bounds(b))
    if relation == "disjoint":
        return _apart(a, b)
    return DateRelation(relation, _words(relation, a, b), "" if relation == "equal" else "coarser-precision")


def may_overlap(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether two times can have a day in common; an unknown time can be any."""
    return a is None or b is None or compare_dates(a, b).relation != "disjoint"


def gap_days(a: Interval, b: Interval) -> int | None:
    """Give the days between two disjoint dates, 0 where they meet, None where a year is unknown."""
    if _unknown_year(a) or _unknown_year(b):
        return None
    return _gap(_bounds(a), _bounds(b))


def least_gap(a: Interval, b: Interval) -> int | None:
    """Give the days between two dates, an unknown year being the one in which they are nearest; None without days."""
    if _unknown_year(a) or _unknown_year(b):
        return min((_gap(x, y) for x, y in _pairs(a, b)), default=None)
    return gap_days(a, b)


def span_of_days(interval: Interval | None) -> int:
    """Give the days from the first to the last of a date; very many where one of them is not known."""
    if interval is None or interval.start is None or interval.end is None:
        return 10**6
    return (interval.end - interval.start).days


_Span = tuple[date, date]


def _relate(a: _Span, b: _Span) -> Relation:
    if a == b:
        return "equal"
    if a[0] > b[1] or b[0] > a[1]:
        return "disjoint"
    if b[0] <= a[0] and a[1] <= b[1]:
        return "within"
    return "contains" if a[0] <= b[0] and b[1] <= a[1] else "overlap"


def _gap(a: _Span, b: _Span) -> int:
    return max((a[0] - b[1]).days, (b[0] - a[1]).days, 0)


def _words(relation: Relation, a: Interval, b: Interval) -> str:
    return {
        "equal": "the same date",
        "within": f"{a.edtf} lies inside {b.edtf}",
        "contains": f"{b.edtf} lies inside {a.edtf}",
    }.get(relation, f"{a.edtf} and {b.edtf} overlap")


def _unknown_year(interval: Interval) -> bool:
    return interval.start is None and interval.end is None


def _bounds(interval: Interval) -> _Span:
    return interval.start or date.min, interval.end or date.max


def _apart(a: Interval, b: Interval) -> DateRelation:
    """Disjoint, unless something weaker than the words of both dates sets them apart."""
    gap = _gap(_bounds(a), _bounds(b))
    if (a.approximate or b.approximate) and gap <= SLACK:
        reason = f"{a.edtf} and {b.edtf} lie {gap} days apart, and one is only approximate"
        return DateRelation("near", reason, "approximate")
    if "relative-to-document" in {a.basis, b.basis} and gap <= REPRINT:
        reason = f"{a.edtf} and {b.edtf} lie {gap} days apart, and one counts from the date of its source"
        return DateRelation("near", reason, "approximate")
    if not (a.year_stated and b.year_stated) and _meet_in_some_year(a, b):
        return DateRelation("near", f"{a.edtf} and {b.edtf} differ only by a year that was inferred", "year-inferred")
    return DateRelation("disjoint", f"{a.edtf} and {b.edtf} exclude each other")


def _meet_in_some_year(a: Interval, b: Interval) -> bool:
    """Move the date with the inferred year by whole years: can they then meet? An open one always can."""
    moved, fixed = (a, b) if not a.year_stated else (b, a)
    if moved.start is None or moved.end is None or fixed.start is None or fixed.end is None:
        return True
    length = moved.end - moved.start
    for year in range(max(1, fixed.start.year - 1), min(9998, fixed.end.year + 1) + 1):
        start = moved.start.replace(year=year, day=min(moved.start.day, monthrange(year, moved.start.month)[1]))
        if start <= fixed.end and start + length >= fixed.start:
            return True
    return False


def _without_year(a: Interval, b: Interval) -> DateRelation:
    """Compare where a year is unknown: disjoint is what no year makes meet."""
    if _unknown_year(a) and a.edtf == b.edtf:
        return DateRelation("equal", "the same day and month, the year unknown", "year-inferred")
    if not (_unknown_year(a) and _unknown_year(b)):
        unknown, known = (a, b) if _unknown_year(a) else (b, a)
        if known.start is None or known.end is None:
            return DateRelation("unknown", "an open date and a date without a year")
        if (known.end - known.start).days >= 365 and _placed(unknown, _LEAP):
            relation: Relation = "within" if unknown is a else "contains"
            return DateRelation(relation, f"{unknown.edtf} can lie inside {known.edtf}", "year-inferred")
    pairs = list(_pairs(a, b))
    if not pairs:
        return DateRelation("unknown", "one date is not known")
    best = min((_relate(x, y) for x, y in pairs), key=_ORDER.index)
    if best != "disjoint":
        code = "year-inferred" if best == "equal" else "coarser-precision"
        return DateRelation(best, f"{a.edtf} and {b.edtf} agree in day and month", code)
    gap = min(_gap(x, y) for x, y in pairs)
    if (a.approximate or b.approximate) and gap <= SLACK:
        return DateRelation("near", f"{a.edtf} and {b.edtf} are close, and one is only approximate", "approximate")
    return DateRelation("disjoint", f"{a.edtf} and {b.edtf} differ in day and month, in any year")


def _pairs(a: Interval, b: Interval) -> Iterable[tuple[_Span, _Span]]:
    """Both dates put into years in which they can meet."""
    if _unknown_year(a) and _unknown_year(b):
        for years in ((_LEAP, _LEAP - 1), (_LEAP, _LEAP), (_LEAP - 1, _LEAP), (_LEAP + 4, _LEAP + 4)):
            x, y = _placed(a, years[0]), _placed(b, years[1])
            if x and y:
                yield x, y
        return
    unknown, known = (a, b) if _unknown_year(a) else (b, a)
    span = _bounds(known)
    for year in range(max(2, span[0].year - 1), min(9998, span[1].year + 1) + 1):
        placed = _placed(unknown, year)
        if placed:
            yield (placed, span) if unknown is a else (span, placed)


def _placed(interval: Interval, year: int) -> _Span | None:
    """Put a date without year into a year, its end into the next where it wraps; None where there is no such day."""
    points = [(int(m), int(d) if d else None) for m, d in _POINT.findall(interval.edtf)]
    if not points:
        return None
    (month, day), (last_month, last_day) = points[0], points[-1]
    try:
        start = date(year, month, day or 1)
        last_year = year + ((last_month, last_day or 31) < (month, day or 1))
        end = date(last_year, last_month, last_day or monthrange(last_year, last_month)[1])
    except ValueError:
        return None
    return (start, end) if start <= end else None


def near_day(day: date, days: int) -> date:
    """Give the day so many days after another, or that day itself where the calendar ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return day
