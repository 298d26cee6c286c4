"""EDTF notation to intervals of days and back (Library of Congress EDTF, ISO 8601-2, the part that news needs).

Handled: year, month, day, season (21 spring to 24 winter), intervals with open ends, `~` for approximate, and
`XXXX` for an unknown year ("XXXX-10-25", "XXXX-11-17/XXXX-11-18").
"""

import calendar
from dataclasses import replace
from datetime import date, timedelta

import regex

from eucacheck.records import Interval

_POINT = regex.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<about>~?)")
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
            f"{whole!r} is no date: {text!r} should be YYYY, YYYY-MM, YYYY-MM-DD (XXXX for an unknown year) or a season YYYY-21 to -24"
        )
    month = int(match["month"]) if match["month"] else None
    day_ = int(match["day"]) if match["day"] else None
    if match["year"] == "XXXX":
        if month is not None and not (
            1 <= month <= 12 and (day_ is None or 1 <= day_ <= calendar.monthrange(2000, month)[1])
        ):
            raise ValueError(f"{whole!r} is no date: there is no day {text!r}")
        return None, None
    year_ = int(match["year"])
    if month is None:
        return date(year_, 1, 1), date(year_, 12, 31)
    if month in _SEASONS and day_ is None:
        low, high = _SEASONS[month]
        last_year = year_ + (1 if high < low else 0)
        return date(year_, low, 1), date(last_year, high, calendar.monthrange(last_year, high)[1])
    try:
        if day_ is None:
            return date(year_, month, 1), date(year_, month, calendar.monthrange(year_, month)[1])
        return date(year_, month, day_), date(year_, month, day_)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"{whole!r} is no date: there is no {text!r}") from error


def day(value: date) -> Interval:
    """One day."""
    return Interval(value.isoformat(), value, value)


def days(start: date, end: date) -> Interval:
    """From one day to another, both inside; whole months and years are written as such."""
    if start == end:
        return day(start)
    if start.day == 1 and end == date(end.year, end.month, calendar.monthrange(end.year, end.month)[1]):
        if (start.month, end.month) == (1, 12):
            return Interval(
                f"{start.year:04d}" if start.year == end.year else f"{start.year:04d}/{end.year:04d}", start, end
            )
        if (start.year, start.month) == (end.year, end.month):
            return Interval(f"{start:%Y-%m}", start, end)
        return Interval(f"{start:%Y-%m}/{end:%Y-%m}", start, end)
    return Interval(f"{start.isoformat()}/{end.isoformat()}", start, end)


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
