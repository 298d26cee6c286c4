"""Months and their parts: "June 2023", "in April", "mid-November", "January-September 2024", "early next month"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import regex

from eucacheck import edtf
from eucacheck.mentions.dates.anchor import Anchor, inferred, place_relative, place_year
from eucacheck.mentions.dates.vocabulary import (
    MONTH,
    NO_VERB,
    NUMBER,
    OF_YEAR,
    REL_YEAR,
    TO,
    YEAR,
    Resolved,
    Rule,
    S,
    month_number,
    number,
)
from eucacheck.records import DateMention, Interval

PARTS: Final = {
    "early": (1, 10), "beginning": (1, 10), "start": (1, 10), "first days": (1, 7), "first week": (1, 7),
    "mid": (11, 20), "middle": (11, 20), "late": (21, 31), "end": (21, 31), "last days": (24, 31),
    "last week": (24, 31), "first half": (1, 15), "second half": (16, 31),
}  # fmt: skip
"""The days of a part of a month; the end of a short month is its last day."""

_PREPOSITION: Final = regex.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]or|[Ff]rom|[Dd]uring|[Tt]hrough|[Bb]efore|[Aa]fter|[Aa]round|of|to)"
    r"[ ]$"
)
_ARTICLE: Final = regex.compile(r"\b(?:the|its|their|his|her|this year's|last)[ ]$")
_SURE: Final = regex.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y early|[Bb]efore)[ ]$")
_NAMES: Final = frozenset({"May", "June", "April", "August", "March"})
"""Months that are names or words as well."""


def read_month(month: int, year: int | None, anchor: Anchor) -> Interval:
    """A month, its year found where it is not stated; "XXXX-10" where it cannot be."""
    if year is not None:
        return edtf.month(year, month)
    placed = place_year(anchor, month, None)
    if placed is None:
        return edtf.parse_edtf(f"XXXX-{month:02d}", year_stated=False, basis="year-unknown")
    return inferred(edtf.month(placed[0], month), placed[1])


def _with_year(match: regex.Match[str], anchor: Anchor) -> Interval | None:
    groups = match.groupdict()
    month = month_number(match["m"])
    if groups.get("y"):
        return edtf.month(int(groups["y"]), month)
    if not groups.get("rel"):
        return read_month(month, None, anchor)
    year = place_relative(anchor, groups["rel"])
    return inferred(edtf.month(year, month), "relative-to-document") if year is not None else None


def _alone(match: regex.Match[str], anchor: Anchor) -> Resolved:
    name, before, after = match["m"], anchor.before, anchor.after
    if name in _NAMES and regex.match(r"[ ][A-Z][a-z]", after) and not _SURE.search(before):
        return None
    told = _SURE.search(before) if name == "May" else _PREPOSITION.search(before)
    described = name != "March" and _ARTICLE.search(before) and regex.match(r"[ ][a-z]{3}", after)
    return read_month(month_number(name), None, anchor) if told or described else None


def _directed(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'last January' is the latest one that is over, 'next January' the first to come."""
    month, word = month_number(match["m"]), match["dir"].casefold()

    def at(ref: date) -> tuple[date, date]:
        year = ref.year
        if word == "last" and month >= ref.month:
            year -= 1
        if word == "next" and month <= ref.month:
            year += 1
        return date(year, month, 1), edtf.last_day(year, month)

    return anchor.relative(at, 32)


def _part(match: regex.Match[str], anchor: Anchor) -> Resolved:
    whole = _with_year(match, anchor)
    if whole is None:
        return None
    low, high = PARTS[" ".join(match["part"].casefold().replace("-", " ").split())]
    if whole.start is None:
        month = int(whole.edtf[5:7])
        high = min(high, edtf.last_day(2001, month).day)
        return edtf.parse_edtf(
            f"XXXX-{month:02d}-{low:02d}~/XXXX-{month:02d}-{high:02d}~", year_stated=False, basis="year-unknown"
        )
    last = edtf.last_day(whole.start.year, whole.start.month)
    days = edtf.days(whole.start.replace(day=low), last.replace(day=min(high, last.day)))
    return replace(edtf.approximate(days), year_stated=whole.year_stated, basis=whole.basis)


def _range(match: regex.Match[str], anchor: Anchor) -> Resolved:
    groups = match.groupdict()
    first, last = month_number(match["m1"]), month_number(match["m2"])
    wraps = 1 if last < first else 0
    stated = int(groups["y2"]) if groups.get("y2") else None
    if stated is None and groups.get("rel"):
        stated = place_relative(anchor, groups["rel"])
    placed = (stated, "stated") if stated is not None else place_year(anchor, last, None)
    if placed is None:
        return None
    end_year = placed[0]
    start_year = int(groups["y1"]) if groups.get("y1") else end_year - wraps
    start, end = date(start_year, first, 1), edtf.last_day(end_year, last)
    if start > end or (first == last and start_year == end_year):
        return None
    interval = edtf.days(start, end)
    return interval if groups.get("y2") else inferred(interval, "year-from-document")


def _both(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'in May and June 2024': two months that share the year."""
    year = int(match["y"]) if match["y"] else place_relative(anchor, match["rel"]) if match["rel"] else None
    if year is None and (match["rel"] or not _PREPOSITION.search(anchor.before)):
        return None
    first, second = month_number(match["m1"]), month_number(match["m2"])
    cut = match.start("m2")
    return [
        DateMention(match.start(), match.end("m1"), read_month(first, year, anchor)),
        DateMention(cut, match.end(), read_month(second, year, anchor)),
    ]


def _first_months(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'the first nine months of 2022', 'in 11 months of last year'."""
    months = number(match["n"])
    year = int(match["y"]) if match["y"] else place_relative(anchor, match["rel"])
    if year is None or not 1 <= months <= 12:
        return None
    interval = edtf.days(date(year, 1, 1), edtf.last_day(year, months))
    return interval if match["y"] else inferred(interval, "relative-to-document")


def _years_to_months(match: regex.Match[str], _anchor: Anchor) -> Resolved:
    """'from 2005 to 9 months of 2024'."""
    months, year = number(match["n"]), int(match["y2"])
    if not 1 <= months <= 12 or int(match["y1"]) > year:
        return None
    return edtf.days(date(int(match["y1"]), 1, 1), edtf.last_day(year, months))


def _recent(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'last month', 'next month', 'earlier this month', 'later this month'."""
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["rel"].casefold(), 0)
    side = (match["side"] or "").casefold()

    def at(ref: date) -> tuple[date, date]:
        if match["rel"].casefold() == "past":
            return ref - timedelta(31), ref
        index = ref.year * 12 + ref.month - 1 + shift
        start, end = date(index // 12, index % 12 + 1, 1), edtf.last_day(index // 12, index % 12 + 1)
        return (start, ref) if side == "earlier" else (ref, end) if side == "later" else (start, end)

    return anchor.relative(at, 62)


def _end_of_this(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'the end of the month', 'early next month'."""
    shift = {"last": -1, "next": 1}.get(match["rel"].casefold(), 0)
    low, high = PARTS[match["part"].casefold().rstrip("-")]

    def at(ref: date) -> tuple[date, date]:
        index = ref.year * 12 + ref.month - 1 + shift
        start = date(index // 12, index % 12 + 1, 1)
        end = edtf.last_day(start.year, start.month)
        return start + timedelta(low - 1), end.replace(day=min(high, end.day))

    interval = anchor.relative(at, 32)
    return None if interval is None else edtf.approximate(interval)


_PART: Final = (
    rf"(?:the[ ])?{NO_VERB}(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|first days|last days"
    r"|first week|last week|first half|second half)(?:-|[ ]?(?:in[ ]|of[ ]|-)?)"
)
RULES: Final = (
    Rule(
        "years-to-months",
        rf"(?:[Ff]rom[ ])?(?P<y1>{YEAR})[ ]to[ ](?:the[ ]first[ ])?(?P<n>{NUMBER})[ ]months[ ]of[ ](?P<y2>{YEAR})",
        _years_to_months,
    ),
    Rule("part-of-month", rf"{_PART}(?P<m>{MONTH}){OF_YEAR}", _part),
    Rule(
        "months",
        rf"(?:[Ff]rom[ ]|[Bb]etween[ ])?(?P<m1>{MONTH})(?:,?[ ](?P<y1>{YEAR}))?"
        rf"(?:{TO}|(?<=[Bb]etween[ ].{{3,15}})[ ]and[ ])"
        rf"(?P<m2>{MONTH})(?:,?[ ](?:of[ ])?(?:(?P<y2>{YEAR})|(?P<rel>this|last|next) year))?(?![ ]?\d)",
        _range,
    ),
    Rule(
        "two-months",
        rf"(?P<m1>{MONTH})[ ]and[ ](?P<m2>{MONTH})"
        rf"(?:,?[ ](?:of[ ])?(?:(?P<y>{YEAR})|(?P<rel>this|last|next) year))?(?![ ]?\d)",
        _both,
    ),
    Rule(
        "first-months",
        rf"(?:the[ ])?(?:first[ ])?(?P<n>{NUMBER})[ ]months[ ]of[ ](?:(?P<y>{YEAR})|{REL_YEAR})",
        _first_months,
    ),
    Rule(
        "month-and-year",
        rf"(?<!\b\d{{1,2}}[ ])(?P<m>{MONTH})(?:,?{S}|,)(?:of[ ])?(?:(?P<y>{YEAR})|(?P<rel>this|last|next) year)",
        _with_year,
    ),
    Rule("last-month-name", rf"(?P<dir>[Ll]ast|[Nn]ext|[Tt]his)[ ](?P<m>{MONTH})", _directed),
    Rule("month-alone", rf"(?<!\b\d{{1,2}}[ ])(?P<m>{MONTH})(?![ ]?\d)", _alone),
    Rule(
        "part-of-this-month",
        r"(?:the[ ])?(?P<part>[Ee]arly|[Ll]ate|[Mm]id-?|beginning|middle|end)(?:[ ]of)?[ ]?"
        r"(?P<rel>this|last|next|the)[ ]month",
        _end_of_this,
    ),
    Rule(
        "last-month",
        r"(?:(?P<side>[Ee]arlier|[Ll]ater)[ ])?(?P<rel>[Tt]his|[Ll]ast|past|previous|[Nn]ext|coming|current)[ ]month",
        _recent,
    ),
)
