"""EDTF notation to intervals of days and back (Library of Congress EDTF, ISO 8601-2, the part that news needs).

Handled: year, month, day, season (21 spring to 24 winter), intervals with open ends, `~` for approximate, and
`XXXX` for an unknown year ("XXXX-10-25", "XXXX-11-17/XXXX-11-18").
"""

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from eucacheck.records import Interval

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_POINT = re.compile(r"(?P<year>[0-9]{4}|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<about>~?)")
_LEAP = 2000
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def parse_edtf(text: str, *, year_stated: bool = True, basis: str = "stated") -> Interval:
    """Parse EDTF into an interval.

    Raises ValueError that names the part that is no EDTF and what is allowed.
    """
    left, slash, right = text.partition("/")
    first = None if slash and left in {"", ".."} else _point(left, text)
    last = first if not slash else None if right in {"", ".."} else _point(right, text)
    if first is None and last is None:
        raise ValueError(f"{text!r} is no date: both ends are open")
    if "XXXX" in text and not (left.startswith("XXXX") and (not slash or right.startswith("XXXX"))):
        raise ValueError(f"{text!r} is no date: a year is unknown at both ends or at none")
    start = first[0] if first is not None else None
    end = last[1] if last is not None else None
    if start is not None and end is not None and start > end:
        raise ValueError(f"{text!r} ends before it starts")
    about = text.endswith("~") or "~/" in text
    return Interval(text, start, end, about, year_stated, basis)


def _point(text: str, whole: str) -> tuple[date | None, date | None]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{whole!r} is no date: {text!r} should be YYYY, YYYY-MM, YYYY-MM-DD (XXXX for an unknown year) "
            "or a season YYYY-21 to YYYY-24"
        )
    try:
        first, last = _days_of(match)
    except ValueError as error:
        raise ValueError(f"{whole!r} is no date: there is no {text!r}") from error
    return (None, None) if match["year"] == "XXXX" else (first, last)


def _days_of(match: re.Match[str]) -> tuple[date, date]:
    """The first and last day of a point; an unknown year is one that has every day. Raises ValueError for no day."""
    value = _LEAP if match["year"] == "XXXX" else int(match["year"])
    if match["month"] is None:
        return date(value, 1, 1), date(value, 12, 31)
    number = int(match["month"])
    if number in _SEASONS and match["day"] is None and match["year"] != "XXXX":
        low, high = _SEASONS[number]
        last_year = value + (1 if high < low else 0)
        return date(value, low, 1), last_day(last_year, high)
    if match["day"] is not None:
        return date(value, number, int(match["day"])), date(value, number, int(match["day"]))
    return date(value, number, 1), last_day(value, number)


def last_day(value: int, number: int) -> date:
    """Give the last day of a month."""
    return date(value, number, calendar.monthrange(value, number)[1])


def day(value: date) -> Interval:
    """One day."""
    return Interval(value.isoformat(), value, value)


def days(start: date, end: date) -> Interval:
    """From one day to another, both inside; whole months and years are written as such."""
    if start == end:
        return day(start)
    if start.day != 1 or end != last_day(end.year, end.month):
        return Interval(f"{start.isoformat()}/{end.isoformat()}", start, end)
    if (start.month, end.month) == (1, 12):
        first, last = f"{start.year:04d}", f"{end.year:04d}"
    else:
        first, last = start.isoformat()[:7], end.isoformat()[:7]
    return Interval(first if first == last else f"{first}/{last}", start, end)


def month(year_: int, month_: int) -> Interval:
    """A whole month."""
    return parse_edtf(f"{year_:04d}-{month_:02d}")


def year(value: int) -> Interval:
    """A whole year."""
    return parse_edtf(f"{value:04d}")


def season(year_: int, number: int) -> Interval:
    """A season: 21 spring, 22 summer, 23 autumn, 24 winter."""
    return parse_edtf(f"{year_:04d}-{number:02d}")


def approximate(interval: Interval) -> Interval:
    """The same interval, marked approximate at each closed end."""
    parts = [p if not p or p == ".." or p.endswith("~") else p + "~" for p in interval.edtf.split("/")]
    return replace(interval, edtf="/".join(parts), approximate=True)


def widen(interval: Interval, margin: int) -> Interval:
    """Both closed ends moved outwards by a number of days."""
    start = interval.start - timedelta(days=margin) if interval.start is not None else None
    end = interval.end + timedelta(days=margin) if interval.end is not None else None
    return replace(interval, start=start, end=end)
