"""A text to quantities: money, counts, percentages and ordinals, as exact decimals with bounds.

Each number of the fold is looked at from both sides: bound words and currency before it, currency, per cent or unit
noun behind
it. Dates, times, years and digits inside names are no quantities.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from eucacheck.mentions.bare_numbers import unit_elsewhere
from eucacheck.mentions.currencies import currency_after, currency_before
from eucacheck.mentions.numbers import MAGNITUDES, Number, find_numbers, find_ordinals, find_parts, number_at
from eucacheck.mentions.units import unit_after
from eucacheck.records import QuantityMention
from eucacheck.shadow import fold

_BOUNDS: Final = (
    (
        "more-than",
        (
            r"more than|over|above|in excess of|"
            r"exceed(?:s|ed|ing)?|upwards? of|greater than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|>"
        ),
    ),
    ("at-least", r"at least|no less than|not less than|no fewer than|a minimum of|≥"),
    ("up-to", r"up to|at most|no more than|not more than|a maximum of|as much as|as many as|≤"),
    ("less-than", r"less than|fewer than|under|below|<"),
    (
        "about",
        (
            r"about|around|approximately|approx\.?|"
            r"roughly|some|nearly|almost|close to|an? estimated|circa|ca\.|~|near|or so"
        ),
    ),
)
_BOUND = "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BOUNDS))
_BEFORE: Final = regex.compile(
    rf"(?<![\w-])(?:(?:just|well|slightly|far|a little)[ \n])?(?:{_BOUND})(?:[ \n](?:the|a total of|a))?[ \n]?$",
    regex.I,
)
_BEHIND: Final = regex.compile(r"[ ]?\+(?![\w])|-plus\b|[ \n]or[ \n]more\b|[ \n]and[ \n]more\b", regex.I)
_PERCENT: Final = regex.compile(
    r"[ \n]?(?:%(?![\w%])|-?(?:percents?|per[ \n]cent|pct)\b)|[ \n]?-?(?P<points>percentage[ \n]points?\b)", regex.I
)
_TO: Final = regex.compile(r"[ ]?(?P<word>-|to\b|and\b|or\b)[ ]?", regex.I)
_LEAD: Final = regex.compile(r"\b(between|from)[ \n](?:about[ \n]|around[ \n])?$", regex.I)
_LATE: Final = regex.compile(r"[ ](?P<word>m|k|b|million|billion|trillion|thousand)\b(?!\.)", regex.I)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH: Final = regex.compile(rf"[ \n]*(?:of[ \n])?(?:{_MONTHS})\b")
_NO_BOUND: Final = regex.compile(r"(?:under|over|around|above|near)[ \n](?:the|a)[ \n]?", regex.I)
_HANDED: Final = regex.compile(
    r"\b(?:hand(?:s|ed|ing)?|tak\w*|took|carr\w+|brought|pass\w*|gave|s[ie]gn\w*|stretch\w*|extend\w*|spread\w*) $",
    regex.I,
)
_TRADED: Final = regex.compile(r"\b(?:ex|im)ports?\b[^\d]{0,60}$", regex.I)
"""'Trade of 516 million euros, of which exports made up 390 million': before a sum without its currency."""
_NO_NOUN: Final = regex.compile(r"\s?(?:[.,;)]|$)|\s(?:and|of which|from|to|in|while|but)\b")
_COMPARES: Final = regex.compile(r"(?:%|\bpercent|\bper cent|\btimes) $", regex.I)
_NAME_BEFORE: Final = regex.compile(r"(?:(?:[/#_]|\d:|:(?! ))|\bNo\.?|\bArt(?:icle|\.)|\bSeed|\w[+-])[ \n]?$")
_MONTH_BEFORE: Final = regex.compile(rf"(?:{_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)[ \n]?$")
_LONGEST_MONTH: Final = 31
_YEAR: Final = regex.compile(r"(?:19|20)\d{2}")
_STOP: Final = regex.compile(r"[.!?]\s|\n")
_SIGN: Final = regex.compile(r"(?:[A-Z]{2,3}|[a-zA-Z]{0,2}[€$£])[ ]?")
_NOUN: Final = regex.compile(r"[ \n-]([A-Za-z][\w'-]*)")
_NO_NUMBER: Final = regex.compile(
    r"-(?:way|fold|thirds?|sided|pronged|tier|track|stage|step|wheel|foot|feet)\b", regex.I
)
_LISTED: Final = regex.compile(
    r"(?:,[ ]?(?:and[ ])?|\band[ ]|;[ ]?|\bincluding[ ]|\b(?:of[ ]which|from[ ]them)[ ])"
    r"(?:a[ ]further[ ]|another[ ])?$",
    regex.I,
)
_GOES: Final = regex.compile(r"[ ](?:to|for|towards|into|on|from|will|is|was|are|were|went)\b", regex.I)
_TIME_AFTER: Final = regex.compile(r"[ ]?[:.]\d|[/:_]|(?:st|nd|rd|th)\b|[ ]?(?:am|pm|a\.m|p\.m|o'clock)\b")


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number with the currency or per cent sign that stands beside it."""

    start: int
    end: int
    number: Number
    currency: str | None = None
    percent: str | None = None
    factor: int = 1

    @property
    def value(self) -> Decimal:
        return self.number.value * self.factor


def find_quantities(text: str) -> list[QuantityMention]:
    """Find the quantities of a text, in its order."""
    shadow = fold(text)
    found = [*_cardinals(shadow), *_parts(shadow)]
    taken = sorted((q.start, q.end) for q in found)
    found += [
        _ordinal(shadow, *o) for o in find_ordinals(shadow) if not _covered(taken, o[0]) and not _day(shadow, o[1])
    ]
    return sorted(found, key=lambda q: (q.start, -q.end))


def _cardinals(shadow: str) -> Iterator[QuantityMention]:
    after = 0
    money: QuantityMention | None = None
    for number in find_numbers(shadow):
        if number.start < after:
            continue
        first = _figure(shadow, number)
        second = _second(shadow, first)
        found = _mention(shadow, first, second)
        if found is None and money is not None:
            found = _in_list(shadow, number, money)
        if found is not None:
            after = found.number_end
            money = found if found.type == "money" else money
            yield found


def _in_list(shadow: str, number: Number, before: QuantityMention) -> QuantityMention | None:
    """'3 billion euros to transport, 2.5 billion to water': the second sum is in the currency of the first."""
    gap = shadow[before.end : number.start]
    if number.magnitude < 10**6 or len(gap) > 120 or _STOP.search(gap) is not None:
        return None
    listed = _LISTED.search(gap) is not None and _GOES.match(shadow, number.end) is not None
    if not listed and (_TRADED.search(gap) is None or _NO_NOUN.match(shadow, number.end) is None):
        return None
    figure = plain(number.value)
    span = (number.start, number.end)
    return QuantityMention(*span, *span, "money", figure, figure, "exact", before.unit)


def _figure(shadow: str, number: Number) -> _Figure:
    start, end, currency, factor = number.start, number.end, None, 1
    if before := currency_before(shadow, start):
        start, currency, factor = before
    percent = _PERCENT.match(shadow, end)
    if percent is not None and currency is None:
        return _Figure(start, percent.end(), number, None, "percentage point" if percent["points"] else "percent")
    after = currency_after(shadow, end)
    if after is not None and currency in {None, after[1]}:
        end, currency, factor = after[0], after[1], max(factor, after[2])
    return _late_magnitude(shadow, _Figure(start, end, number, currency, None, factor))


def _late_magnitude(shadow: str, figure: _Figure) -> _Figure:
    """'€300 m', '75 USD million': a magnitude apart from its figure, where a currency says that it is money."""
    late = _LATE.match(shadow, figure.end) if figure.currency is not None and figure.number.magnitude == 1 else None
    if late is None:
        return figure
    size = MAGNITUDES[late["word"].casefold()]
    number = Number(figure.number.start, late.end(), figure.number.figure, size, figure.number.digits)
    return _Figure(figure.start, late.end(), number, figure.currency, None, figure.factor)


def _second(shadow: str, first: _Figure) -> _Figure | None:
    """The other end of a range: '10-12 billion', 'between 5% and 7%'; 'from 5% to 7%' is a change, not a range."""
    link = _TO.match(shadow, first.end)
    if first.currency is None and _YEAR.fullmatch(shadow, first.start, first.end) is not None:
        return None  # 'rose in 2025 to 6.4 billion dollars'
    if link is None or (shadow[link.end() - 1 : link.end()] != "-" and link.end() == first.end):
        return None
    lead = _LEAD.search(shadow[max(0, first.start - 16) : first.start])
    word, led = link["word"].casefold(), lead.group(1).casefold() if lead is not None else ""
    if word == "or" or (word == "and" and led != "between") or (word == "to" and led == "from"):
        return None
    at = link.end()
    sign = _SIGN.match(shadow, at)
    number = number_at(shadow, sign.end() if sign is not None else at)
    if number is None:
        return None
    second = _figure(shadow, number)
    joined = first.currency is None or second.currency in {None, first.currency}
    fits = first.percent is None or second.percent is not None
    return second if joined and fits and second.start <= at else None


def _mention(shadow: str, first: _Figure, second: _Figure | None) -> QuantityMention | None:
    low, high, end = first.value, first.value, first.end
    if second is not None:
        high, end = second.value, second.end
        if first.number.magnitude == 1 and second.number.magnitude > 1 and low < second.number.figure:
            low = low * second.number.magnitude
        if low >= high:
            second, high, end = None, low, first.end
    last = second or first
    currency, percent = first.currency or last.currency, first.percent or last.percent
    start, bound = _bound(shadow, first.start, low, range_=second is not None)
    if bound == "exact" and (more := _BEHIND.match(shadow, end)) is not None:
        bound, end = "at-least", more.end()
    span = (first.number.start, last.number.end)
    if percent:
        sign = "-" if _negative(shadow, first.start) else ""
        return QuantityMention(start, end, *span, "percent", sign + plain(low), sign + plain(high), bound, percent)
    if currency:
        return QuantityMention(start, end, *span, "money", plain(low), plain(high), bound, currency)
    if _no_count(shadow, first, last, end):
        return None
    unit, unit_end = unit_after(shadow, end)
    if unit is None:
        unit, unit_end = unit_elsewhere(shadow, first.number.start, end), end
    if unit is None:
        return None
    return QuantityMention(start, unit_end, *span, "count", plain(low), plain(high), bound, unit)


def _bound(shadow: str, start: int, low: Decimal, *, range_: bool) -> tuple[int, str]:
    """The bound word before a figure; 'some' and 'under' only before figures that can be rounded."""
    if start > 0 and shadow[start - 1] in "+-" and (start == 1 or shadow[start - 2] in " (\n"):
        start -= 1
    before = max(0, start - 36)
    match = _BEFORE.search(shadow[before:start])
    if match is None:
        return start, "range" if range_ else "exact"
    name = next(n for i, (n, _) in enumerate(_BOUNDS) if match[f"b{i}"])
    if _NO_BOUND.fullmatch(match.group()) is not None and not range_:
        return start, "exact"  # 'under a 300 million facility' is no limit
    if match["b0"] and _HANDED.search(shadow[max(0, before + match.start() - 12) : before + match.start()]) is not None:
        return start, "exact"  # 'handed over 12 fire engines'
    if _COMPARES.search(shadow[max(0, before + match.start() - 12) : before + match.start()]) is not None:
        return start, "exact"  # '12 percent more than the 221 million of 2022'
    if low < 10 and match.group().strip().casefold() in {"over", "under", "above", "below", "some"} and not range_:
        return start, "exact"
    return before + match.start(), "range" if range_ else name


def _negative(shadow: str, start: int) -> bool:
    return (start > 0 and shadow[start - 1] == "-" and (start == 1 or shadow[start - 2] in " (\n")) or shadow[
        max(0, start - 6) : start
    ].casefold() == "minus "


def _no_count(shadow: str, first: _Figure, last: _Figure, end: int) -> bool:
    """Years, days, times, and digits inside names count nothing."""
    if _NO_NUMBER.match(shadow, end) is not None:
        return True
    if first.number.digits:
        if _YEAR.fullmatch(shadow, first.number.start, first.number.end):
            return True
        if first.start > 0 and (shadow[first.start - 1].isalpha() or shadow[first.start - 1] in "'@"):
            return True
        before = shadow[max(0, first.start - 14) : first.start]
        if _NAME_BEFORE.search(before) is not None or (first.value <= _LONGEST_MONTH and _MONTH_BEFORE.search(before)):
            return True
    return _MONTH.match(shadow, end) is not None or _TIME_AFTER.match(shadow, last.number.end) is not None


def _parts(shadow: str) -> Iterator[QuantityMention]:
    for start, end, share in find_parts(shadow):
        low, bound = _bound(shadow, start, Decimal(100), range_=False)
        yield QuantityMention(low, end, start, end, "percent", plain(share), plain(share), bound, "percent")


def _ordinal(shadow: str, start: int, end: int, number: int) -> QuantityMention:
    noun = _NOUN.match(shadow, end)
    unit = noun.group(1).casefold() if noun is not None else None
    return QuantityMention(start, end, start, end, "ordinal", str(number), str(number), "exact", unit)


def _day(shadow: str, end: int) -> bool:
    """'27th of March' is a date."""
    return _MONTH.match(shadow, end) is not None


def _covered(taken: list[tuple[int, int]], start: int) -> bool:
    at = bisect_right(taken, (start, 1 << 60)) - 1
    return at >= 0 and taken[at][0] <= start < taken[at][1]


def plain(value: Decimal) -> str:
    """A decimal in full, without exponent and superfluous zeros: '10000000000'."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
