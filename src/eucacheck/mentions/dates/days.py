"""Days and stretches of days: "27 October", "Nov. 17-18, 2022", "from 29 January to 2 February", "03.03.25"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import regex

from eucacheck import edtf
from eucacheck.mentions.dates.anchor import Anchor, inferred, place_relative, place_year, valid
from eucacheck.mentions.dates.vocabulary import (
    DAY,
    MONTH,
    OF_YEAR,
    TO,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Resolved,
    Rule,
    S,
    day_number,
    month_number,
    year_number,
)
from eucacheck.records import DateMention, Interval

NUMERIC_REACH: Final = 45
"""Days around the source's date in which one of two readings of 5/6/2024 must lie, and the other must not."""

_LEAP: Final = 2000
"""A year that has every day."""
_WEEK_OF: Final = regex.compile(r"\bweek (?:of|from|beginning|starting)(?: on)?[ ]$")
_W: Final = rf"(?:(?P<w>{WEEKDAY}),?[ ](?P<open>\()?(?:the[ ])?)?"
_CLOSED: Final = r"(?(open)\)?)"
_MD: Final = r"(?:[ ]{1,3}|[ ]?\n(?=\d{1,2}(?:,?\s\d{4}|[.,;)])))"
"""Between month and day: the end of a line only where more of a date follows."""


def read_day(month: int, day: int, year: int | None, anchor: Anchor, weekday: int | None = None) -> Interval | None:
    """One day, its year found where it is not stated; "XXXX-10-27" where it cannot be."""
    if year is not None:
        return edtf.day(date(year, month, day)) if valid(year, month, day) else None
    if not valid(_LEAP, month, day):
        return None
    placed = place_year(anchor, month, day, weekday)
    if placed is None or not valid(placed[0], month, day):
        return edtf.parse_edtf(f"XXXX-{month:02d}-{day:02d}", year_stated=False, basis="year-unknown")
    return inferred(edtf.day(date(placed[0], month, day)), placed[1])


def read_days(first: tuple[int, int], last: tuple[int, int], year: int | None, anchor: Anchor) -> Interval | None:
    """From one (month, day) to another; a stated year is that of the last day."""
    if not (valid(_LEAP, *first) and valid(_LEAP, *last)):
        return None
    wraps = last < first
    if wraps and first[0] - last[0] < 6:
        return None
    if year is not None:
        begin = year - (1 if wraps else 0)
        if not (valid(begin, *first) and valid(year, *last)):
            return None
        return edtf.days(date(begin, *first), date(year, *last))
    placed = place_year(anchor, *first)
    if placed is None:
        words = f"XXXX-{first[0]:02d}-{first[1]:02d}/XXXX-{last[0]:02d}-{last[1]:02d}"
        return edtf.parse_edtf(words, year_stated=False, basis="year-unknown")
    end = placed[0] + (1 if wraps else 0)
    if not (valid(placed[0], *first) and valid(end, *last)):
        return None
    return inferred(edtf.days(date(placed[0], *first), date(end, *last)), placed[1])


def _year(match: regex.Match[str], anchor: Anchor) -> int | None:
    groups = match.groupdict()
    if groups.get("y"):
        return year_number(groups["y"])
    return place_relative(anchor, groups["rel"]) if groups.get("rel") else None


def _told(match: regex.Match[str], interval: Interval | None) -> Interval | None:
    """Mark a day of "this year" as one whose year is not in its words."""
    relative = interval is not None and interval.year_stated and match.groupdict().get("rel")
    return inferred(interval, "relative-to-document") if interval is not None and relative else interval


def _one(match: regex.Match[str], anchor: Anchor) -> Resolved:
    groups = match.groupdict()
    name = groups.get("w") or groups.get("w2")
    weekday = WEEKDAYS[name.casefold()] if name else None
    found = read_day(month_number(match["m"]), day_number(match["d"]), _year(match, anchor), anchor, weekday)
    if found is not None and found.start is not None and _WEEK_OF.search(anchor.before):
        week = edtf.approximate(edtf.days(found.start, found.start + timedelta(6)))
        return replace(week, year_stated=found.year_stated, basis=found.basis)
    return _told(match, found)


def _stretch(match: regex.Match[str], anchor: Anchor) -> Resolved:
    groups = match.groupdict()
    first_month = month_number(groups.get("m1") or groups["m2"])
    last_month = month_number(groups.get("m2") or groups["m1"])
    year = _year(match, anchor)
    first, last = (first_month, day_number(match["d1"])), (last_month, day_number(match["d2"]))
    if groups.get("y1") and year is not None:
        begin = int(groups["y1"])
        if not (valid(begin, *first) and valid(year, *last)) or date(begin, *first) > date(year, *last):
            return None
        return edtf.days(date(begin, *first), date(year, *last))
    if first == last:
        return None
    return _told(match, read_days(first, last, year, anchor))


def _list(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'5 and 6 June' is a stretch; '5 and 12 June' are two days."""
    month, year = month_number(match["m"]), _year(match, anchor)
    spans = [match.span(g) for g in ("d1", "d2", "d3") if match[g]]
    days = [day_number(anchor.shadow[a:b]) for a, b in spans]
    if [d - days[0] for d in days] == list(range(len(days))):
        return _told(match, read_days((month, days[0]), (month, days[-1]), year, anchor))
    edges = [match.start(), *(a for a, _ in spans[1:])]
    ends = [*(b for _, b in spans[:-1]), match.end()]
    read = [_told(match, read_day(month, day, year, anchor)) for day in days]
    if days != sorted(set(days)):
        return None
    return [DateMention(a, b, i) for a, b, i in zip(edges, ends, read, strict=True) if i is not None]


def _numeric(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """Day first; a slash with two numbers up to 12 is read only where the source's date leaves one reading."""
    a, b, year = int(match["d"]), int(match["n"]), year_number(match["y"])
    day_first = date(year, b, a) if valid(year, b, a) else None
    month_first = date(year, a, b) if valid(year, a, b) else None
    if match["sep"] != "/" or day_first == month_first:
        return edtf.day(day_first) if day_first is not None else None
    if day_first is None or month_first is None:
        only = day_first or month_first
        return edtf.day(only) if only is not None else None
    span = anchor.span
    if span is None:
        return None
    reach = timedelta(NUMERIC_REACH)
    near = [d for d in (day_first, month_first) if span[0] - reach <= d <= span[1] + reach]
    return edtf.day(near[0]) if len(near) == 1 else None


def _iso(match: regex.Match[str], _anchor: Anchor) -> Resolved:
    year, month, day = int(match["y"]), int(match["n"]), int(match["d"])
    return edtf.day(date(year, month, day)) if valid(year, month, day) else None


_FIRST_YEAR: Final = rf"(?:,?[ ](?P<y1>{YEAR}))?"
_COUNTED: Final = r"(?![ ](?:[a-z]{2,20}s|percent|per|million|billion)\b)"
_OPENING: Final = r"(?:[Ff]rom[ ]|[Bb]etween[ ])?"
_AND_TO: Final = rf"(?:{TO}|(?<=[Bb]etween[ ].{{1,24}})[ ]and[ ])"
RULES: Final = (
    Rule("iso", rf"(?P<y>{YEAR})(?P<sep>[-/])(?P<n>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?![-/\d])", _iso),
    Rule(
        "numeric",
        r"(?<![./-])(?:(?P<d>[12]\d|3[01]|0?[1-9])(?P<sep>[./])(?P<n>[12]\d|3[01]|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d{2})"
        r"|(?P<d>[0-3]\d)(?P<sep>\.)(?P<n>[01]\d)\.(?P<y>[0-4]\d)"
        r"|(?P<d>[0-3]?\d)(?P<sep>/)(?P<n>[0-3]?\d)/(?P<y>[0-4]\d))(?![./-]?\d)",
        _numeric,
    ),
    Rule(
        "days-month-first-twice",
        rf"{_OPENING}(?P<m1>{MONTH})[ ](?P<d1>{DAY}){_FIRST_YEAR}{_AND_TO}(?P<m2>{MONTH})[ ](?P<d2>{DAY}){OF_YEAR}",
        _stretch,
    ),
    Rule(
        "days-day-first-twice",
        rf"{_OPENING}(?P<d1>{DAY})[ ](?P<m1>{MONTH}){_FIRST_YEAR}{_AND_TO}(?P<d2>{DAY})[ ](?P<m2>{MONTH}){OF_YEAR}",
        _stretch,
    ),
    Rule("days-month-first", rf"{_OPENING}(?P<m1>{MONTH})[ ](?P<d1>{DAY}){_AND_TO}(?P<d2>{DAY}){OF_YEAR}", _stretch),
    Rule(
        "days-day-first",
        rf"{_OPENING}(?P<d1>{DAY}){_AND_TO}(?P<d2>{DAY}){S}(?:of[ ])?(?P<m2>{MONTH}){OF_YEAR}",
        _stretch,
    ),
    Rule(
        "list-day-first",
        rf"(?P<d1>{DAY})(?:,[ ](?P<d2>{DAY}),?[ ](?:and|&)[ ](?P<d3>{DAY})|,?[ ](?:and|&)[ ](?P<d2>{DAY})(?P<d3>(?!))?)"
        rf"{S}(?:of[ ])?(?P<m>{MONTH}){OF_YEAR}",
        _list,
    ),
    Rule(
        "list-month-first",
        rf"(?P<m>{MONTH})[ ](?P<d1>{DAY})(?:,[ ](?P<d2>{DAY}),?[ ](?:and|&)[ ](?P<d3>{DAY})"
        rf"|,?[ ](?:and|&)[ ](?P<d2>{DAY})(?P<d3>(?!))?){_COUNTED}{OF_YEAR}",
        _list,
    ),
    Rule(
        "day-first",
        rf"{_W}(?P<d>{DAY}){S}(?:of[ ])?(?P<m>{MONTH}){OF_YEAR}{_CLOSED}(?:,?[ ]\((?P<w2>{WEEKDAY})\))?",
        _one,
    ),
    Rule("month-first", rf"{_W}(?P<m>{MONTH}){_MD}(?P<d>{DAY}){OF_YEAR}{_CLOSED}(?:,?[ ]\((?P<w2>{WEEKDAY})\))?", _one),
)
