"""Years, their parts, and spans of years: "in 2024", "2021-2027", "late 2024", "Q1 2025", "the 1990s"."""

from dataclasses import replace
from datetime import date
from typing import Final

import regex

from eucacheck import edtf
from eucacheck.mentions.dates.anchor import Anchor, inferred, place_relative
from eucacheck.mentions.dates.vocabulary import NO_VERB, NUMBER, ORDINALS, REL_YEAR, YEAR, Resolved, Rule, number
from eucacheck.records import Interval

LONGEST_SPAN: Final = 60
"""Years: a longer stretch between two numbers is no stretch of years."""
PARTS: Final = {
    "early": (1, 4), "beginning": (1, 3), "start": (1, 3), "mid": (5, 8), "middle": (5, 8), "late": (9, 12),
    "end": (10, 12),
}  # fmt: skip
"""The months of a part of a year."""
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_BEFORE: Final = regex.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]or|[Ff]rom|[Oo]f|[Dd]uring|[Tt]hroughout|[Tt]hrough|to|than"
    r"|vs\.?|over|above|below|with|about|around|circa|[Aa]fter|[Bb]efore|[Yy]ear|(?:early|late) as|[Ii]nto|end)[ ]"
    r"|\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat)[ ]|\(|(?:19|20)\d\d(?:,|,? and|,? or)[ ])$"
)
_ROUGH: Final = regex.compile(r"\b(?:of|than|over|above|below|with|about|around|for|to|by|the|from|some|nearly)[ ]$")
_HEAD: Final = regex.compile(r"(?:^|[.!?:][\"')]{0,2}\s{1,3}|\n)$")
_UNIT: Final = regex.compile(
    r"^(?:%|[ -]?(?:percent|per cent|people|persons|companies|enterprises|firms|km|kilomet|tons?\b|tonnes|MW|megawatt"
    r"|GW|kW|euros?\b|dollars?\b|years\b|days\b|hectares|met(?:er|re)s|miles|students|jobs|participants|delegates|million|billion"
    r"|thousand|bn\b|mln\b|members|visitors|cars\b|units|residents|soldiers|troops|workers|houses|families|species|points"
    r"|square|times\b|barrels|cubic|seats|votes|guests|experts|representatives|entrepreneurs|households|books|trucks"
    r"|wagons|containers|TEU|flights|tourists|citizens|migrants|refugees|cases|deaths|mm\b|m\b|kg\b|g\b))"
)
_PLURAL: Final = regex.compile(
    r"^[ ](?!exports|imports|sales|figures|results|talks|elections|has\b|was\b|is\b|this\b|as\b)[a-z]{2,20}s\b"
)
_SERIAL: Final = regex.compile(
    r"(?:[$€£¥#]|\bNo\.?[ ]|\b(?:Resolution|Room|Article|Law|Decree|Order|Directive|Regulation|Vision|Strategy|Agenda"
    r"|Horizon)[ ]|[\d.,/-])$"
)


def _alone(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """A number of four digits is a year where the words around it say so, and no count follows."""
    before, after, year = anchor.before, anchor.after, int(match["y"])
    if _SERIAL.search(before) or _UNIT.match(after) or regex.match(r"[./-]\d", after):
        return None
    if _PLURAL.match(after) and _ROUGH.search(before) and year % 10 == 0:
        return None
    told = _BEFORE.search(before) or (_HEAD.search(before) and regex.match(r"[ ][a-z]", after) and year >= 1950)
    named = regex.search(r"\b[A-Z][\w&']{1,20}[ ]$", before) and not _HEAD.search(before) and 1990 <= year <= 2049
    closing = before.endswith(", ") and after.startswith(")") and "(" in before
    return edtf.year(year) if told or named or closing else None


def _range(match: regex.Match[str], _anchor: Anchor) -> Resolved:
    first, words = int(match["y1"]), match["y2"]
    last = int(words) if len(words) == 4 else first // 100 * 100 + int(words)
    return edtf.days(date(first, 1, 1), date(last, 12, 31)) if first < last <= first + LONGEST_SPAN else None


def _fraction(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """Quarters and halves of a year."""
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else place_relative(anchor, groups["rel"]) if groups.get("rel") else None
    if year is None:
        return None
    halves = bool(groups.get("h")) or (groups.get("unit") or "").casefold() == "half"
    size = 6 if halves else 3
    n = int(groups.get("q") or groups.get("h") or 0) or ORDINALS[groups["ord"].casefold()]
    if groups.get("ord", "") == "last":
        n = 12 // size
    if n * size > 12:
        return None
    interval = edtf.days(date(year, (n - 1) * size + 1, 1), edtf.last_day(year, n * size))
    return interval if groups.get("y") else inferred(interval, "relative-to-document")


def _part(match: regex.Match[str], anchor: Anchor) -> Resolved:
    year = int(match["y"]) if match["y"] else place_relative(anchor, match["rel"])
    if year is None:
        return None
    low, high = PARTS[match["part"].casefold()]
    interval = edtf.approximate(edtf.days(date(year, low, 1), edtf.last_day(year, high)))
    return interval if match["y"] else inferred(interval, "relative-to-document")


def _season(match: regex.Match[str], anchor: Anchor) -> Resolved:
    kind = SEASONS[match["s"].casefold()]
    if match["y"]:
        return edtf.season(int(match["y"]), kind)
    year = place_relative(anchor, match["rel"])
    return inferred(edtf.season(year, kind), "relative-to-document") if year is not None else None


def _recent_season(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """Seasons of this year; 'last' and 'next' only where one season can be meant."""
    kind, word = SEASONS[match["s"].casefold()], match["rel"].casefold()
    span = anchor.span
    if span is None or span[0].year != span[1].year:
        return None
    here = edtf.season(span[0].year, kind)
    assert here.start is not None and here.end is not None  # noqa: S101, PT018 - a season has both
    if word == "this":
        return inferred(here, "relative-to-document") if kind != SEASONS["winter"] else None
    if word == "last" and here.end >= span[0]:
        return inferred(edtf.season(span[0].year - 1, kind), "relative-to-document")
    if word == "next" and here.start <= span[1]:
        return inferred(edtf.season(span[0].year + 1, kind), "relative-to-document")
    return None


def _decade(match: regex.Match[str], _anchor: Anchor) -> Resolved:
    year, part = int(match["y"]), (match["part"] or "").casefold().rstrip("- ")
    low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(part, (0, 9))
    return edtf.approximate(edtf.days(date(year + low, 1, 1), date(year + high, 12, 31)))


def _recent(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'last year', 'the following year' of a source of one year; 'earlier this year' ends with the source."""
    word, side = match["rel"].casefold(), (match["side"] or "").casefold()
    year = place_relative(anchor, word)
    span = anchor.span
    if year is None or span is None:
        return None
    if word == "past":
        return _about(edtf.days(date(year, 1, 1), date(year + 1, 12, 31)))
    if not side or word != "this" or (span[1] - span[0]).days > 62:
        return inferred(edtf.year(year), "relative-to-document")
    days = edtf.days(date(year, 1, 1), span[1]) if side == "earlier" else edtf.days(span[0], date(year, 12, 31))
    return inferred(days, "relative-to-document")


def _span(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'over the past 10 years', 'in the coming two years', 'in the last decade', 'by the next five years'."""
    groups = match.groupdict()
    count = number(groups["n"]) if groups.get("n") else 1
    if groups["unit"].casefold().startswith("decade"):
        count *= 10
    span = anchor.span
    if span is None or not 1 < count <= 100 or span[0].year != span[1].year:
        return None
    here = span[0].year
    ahead = groups["rel"].casefold() in {"next", "coming"}
    start, end = (here, here + count) if ahead else (here - count, here)
    return _about(edtf.days(date(start, 1, 1), date(end, 12, 31)))


def _about(interval: Interval) -> Interval:
    return inferred(edtf.approximate(interval), "relative-to-document")


def _fiscal(match: regex.Match[str], _anchor: Anchor) -> Resolved:
    """A fiscal year need not begin in January: about that year."""
    year = int(match["y"])
    second = match["y2"]
    last = (int(second) if len(second) == 4 else year // 100 * 100 + int(second)) if second else year
    return edtf.approximate(edtf.days(date(year, 1, 1), date(last, 12, 31))) if year <= last <= year + 1 else None


def _between(match: regex.Match[str], anchor: Anchor) -> Resolved:
    found = _range(match, anchor)
    return replace(found, basis="stated") if isinstance(found, Interval) else None


_WHICH: Final = rf"(?:(?P<y>{YEAR})|{REL_YEAR})"
_ORD: Final = r"(?P<ord>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last|1st|2nd|3rd|4th)"
RULES: Final = (
    Rule("fraction", rf"(?:the[ ])?{_ORD}[ -](?P<unit>quarter|half)[ ](?:of[ ])?{_WHICH}", _fraction),
    Rule(
        "quarter",
        rf"(?:Q(?P<q>[1-4])|(?P<q>[1-4])Q|H(?P<h>[12])|(?P<h>[12])H)[ ]?(?:of[ ])?[/'-]?(?P<y>{YEAR})",
        _fraction,
    ),
    Rule("quarter-last", rf"(?P<y>{YEAR})[ -]?(?:Q(?P<q>[1-4])|H(?P<h>[12]))\b", _fraction),
    Rule(
        "part-of-year",
        rf"(?:the[ ])?{NO_VERB}(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)"
        r"(?:-|[ ](?:in[ ]|of[ ])?)"
        rf"(?:(?P<y>{YEAR})(?!s)|{REL_YEAR})",
        _part,
    ),
    Rule("season", rf"(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:[ ]of)?[ ]{_WHICH}", _season),
    Rule(
        "recent-season", r"(?P<rel>[Tt]his|[Ll]ast|[Nn]ext)[ ](?P<s>spring|summer|autumn|fall|winter)", _recent_season
    ),
    Rule("decade", r"(?:the[ ])?(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<y>(?:19|20)\d0)'?s", _decade),
    Rule(
        "fiscal",
        rf"(?:FY|[Ff]iscal [Yy]ear|[Ff]inancial [Yy]ear|[Mm]arketing [Yy]ear)[ ]?"
        rf"(?P<y>{YEAR})(?:[/-](?P<y2>(?:20)?\d\d))?",
        _fiscal,
    ),
    Rule(
        "between-years",
        rf"(?:[Bb]etween|[Ff]rom)[ ](?P<y1>{YEAR})[ ](?:and|to|until|till|through)[ ](?P<y2>{YEAR})",
        _between,
    ),
    Rule("years", rf"(?P<y1>{YEAR})(?:-|/|[ ]-[ ]|[ ]to[ ]|[ ]through[ ])(?P<y2>{YEAR}|\d{{2}}(?![\d/.-]))", _range),
    Rule(
        "span-of-years",
        rf"(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin)[ ](?:the[ ])?(?P<rel>past|last|next|coming)[ ]"
        rf"(?:(?P<n>{NUMBER})[ ])?(?P<unit>years|decades?)",
        _span,
    ),
    Rule(
        "last-year",
        r"(?:(?P<side>[Ee]arlier|[Ll]ater)[ ])?(?P<rel>[Tt]his|[Ll]ast|past|previous|[Nn]ext|coming|current)[ ]year",
        _recent,
    ),
    Rule("year", rf"(?P<y>{YEAR})", _alone),
)
