"""Figures with a wrong number, unit or ordinal; and, as no error, rounded."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Final

import regex

from eucacheck.mutation.copies import Planted, Site, replace_words, shuffled
from eucacheck.records import Claim, QuantityMention

_NUMBER: Final = regex.compile(r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?")
_FACTORS: Final = tuple(Decimal(f) for f in ("0.3", "0.6", "1.4", "1.7", "2.5", "3"))
"""Each far beyond rounding: the nearest moves a figure by two fifths."""
_MONEY: Final = regex.compile(
    r"(?:[€$£]\s?|\b(?:EUR|USD|GBP)\s)(?P<number>\d[\d,]{0,12}(?:\.\d{1,3})?)(?:\s(?:million|billion|trillion))?"
    r"|\b(?P<number>\d[\d,]{0,12}(?:\.\d{1,3})?)\s(?:million|billion|trillion)\b"
)
_UNITS: Final = {
    "million": "billion", "billion": "million", "trillion": "billion", "€": "$", "$": "€", "EUR": "USD", "USD": "EUR",
    "euros": "dollars", "euro": "dollar", "dollars": "euros", "MW": "GW", "GW": "MW", "megawatts": "gigawatts",
    "tons": "kilograms", "tonnes": "kilograms", "km": "miles", "kilometers": "miles", "kilometres": "miles",
}  # fmt: skip
_UNIT: Final = regex.compile(r"[€$]|(?<![\p{L}-])(?:" + "|".join(w for w in _UNITS if w.isalpha()) + r")(?![\p{L}-])")
_ORDINAL: Final = regex.compile(
    r"\b(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)|(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth))\b",
    regex.I,
)
_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
_EVENT: Final = regex.compile(
    r"(?:\s(?!of\b|and\b)[\w–-]{1,24}){0,5}?\s(?:summit|meeting|round|session|forum|dialogue|conference|council|committee)s?\b",
    regex.I,
)  # fmt: skip
_OTHER_NUMBER: Final = "conflict: another figure for the same thing"
_OTHER_UNIT: Final = "conflict: the same figure in another unit"
_OTHER_ORDINAL: Final = "conflict: another number of the same event"


def wrong_amount(site: Site, random: Random) -> Iterator[Planted]:
    """Another number in a sum or count that the tool found."""
    for figure in shuffled(_figures(site, "amount", "count"), random):
        span = _number(site.text, figure)
        if span is not None and (words := _other_number(site.text[span[0] : span[1]], random)):
            yield replace_words(site, span, words, by="claim", expected=_OTHER_NUMBER)


def wrong_amount_anywhere(site: Site, random: Random) -> Iterator[Planted]:
    """Another number in whatever looks like a sum."""
    for match in shuffled((m for m in _MONEY.finditer(site.text) if site.own(m.start())), random):
        words = _other_number(match["number"], random)
        if words:
            yield replace_words(site, match.span("number"), words, by="grammar", expected=_OTHER_NUMBER)


def wrong_unit(site: Site, random: Random) -> Iterator[Planted]:
    """Million for billion, dollars for euros, in a figure that the tool found."""
    for figure in shuffled(_figures(site, "amount", "count"), random):
        for match in shuffled(_UNIT.finditer(site.text, figure.start, figure.end), random):
            yield replace_words(site, match.span(), _UNITS[match.group()], by="claim", expected=_OTHER_UNIT)


def wrong_unit_anywhere(site: Site, random: Random) -> Iterator[Planted]:
    """The same in whatever looks like a sum."""
    for money in shuffled((m for m in _MONEY.finditer(site.text) if site.own(m.start())), random):
        for match in shuffled(_UNIT.finditer(site.text, *money.span()), random):
            yield replace_words(site, match.span(), _UNITS[match.group()], by="grammar", expected=_OTHER_UNIT)


def wrong_ordinal(site: Site, random: Random) -> Iterator[Planted]:
    """Another number of an event in its series."""
    for claim in shuffled(site.of("event_ordinal"), random):
        for match in _ORDINAL.finditer(site.text, claim.start, claim.end):
            if _value(match) == claim.value["ordinal"]:
                words = _other_ordinal(match, random)
                yield replace_words(site, match.span(), words, by="claim", expected=_OTHER_ORDINAL)


def wrong_ordinal_anywhere(site: Site, random: Random) -> Iterator[Planted]:
    """Another ordinal before a noun for an event."""
    found = (m for m in _ORDINAL.finditer(site.text) if site.own(m.start()) and _EVENT.match(site.text, m.end()))
    for match in shuffled(found, random):
        words = _other_ordinal(match, random)
        yield replace_words(site, match.span(), words, by="grammar", expected=_OTHER_ORDINAL)


def rounded(site: Site, random: Random) -> Iterator[Planted]:
    """A figure of three digits or more told to two of them: "about 50 billion" for "49.7 billion"."""
    for figure in shuffled(_figures(site, "amount", "count"), random):
        span = _number(site.text, figure)
        if figure.bound != "exact" or span is None:
            continue
        words = _round(site.text[span[0] : span[1]])
        start = figure.start if figure.start < span[0] and span[0] - figure.start <= 4 else span[0]
        if words:
            text = "about " + site.text[start : span[0]] + words
            yield replace_words(
                site, (start, span[1]), text, by="claim", expected="no flag: the figure is only rounded"
            )


def ending(number: int) -> str:
    """'th' of 20th, 'st' of 21st."""
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _figures(site: Site, *kinds: str) -> list[QuantityMention]:
    """The figures of the claims of these kinds."""
    found: dict[int, QuantityMention] = {}
    for claim in site.of(*kinds):
        if "conversion_of" in claim.value or "announced_at" in claim.value:
            continue
        for figure in site.doc.within(site.doc.quantities, claim.start, claim.end):
            if figure.low == _told(claim) and figure.type != "ordinal":
                found.setdefault(figure.start, figure)
    return list(found.values())


def _told(claim: Claim) -> str:
    return str(claim.value.get("amount", claim.value.get("count")))


def _number(text: str, figure: QuantityMention) -> tuple[int, int] | None:
    """The one number in digits that a figure is written with."""
    found = list(_NUMBER.finditer(text, figure.number_start, figure.number_end))
    return found[0].span() if len(found) == 1 else None


def _other_number(words: str, random: Random) -> str | None:
    value = Decimal(words.replace(",", ""))
    if not value:
        return None
    places = len(words.partition(".")[2])
    new = (value * random.choice(_FACTORS)).quantize(Decimal(1).scaleb(-places))
    if abs(new - value) < max(value / 4, Decimal(1).scaleb(-places)):
        new = value * 2 + Decimal(1).scaleb(-places)
    return f"{new:,f}" if "," in words else f"{new:f}"


def _round(words: str) -> str | None:
    value = Decimal(words.replace(",", ""))
    if len(value.normalize().as_tuple().digits) < 3:
        return None
    new = value.quantize(Decimal(1).scaleb(value.adjusted() - 1))
    return f"{new:,f}" if "," in words else f"{new:f}"


def _value(match: regex.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else _WORDS.index(match["word"].casefold()) + 1


def _other_ordinal(match: regex.Match[str], random: Random) -> str:
    old = _value(match)
    new = random.choice([n for n in (old - 3, old - 2, old - 1, old + 1, old + 2, old + 3) if n >= 1])
    if match["word"] and new <= len(_WORDS):
        word = _WORDS[new - 1]
        return word.capitalize() if match["word"][0].isupper() else word
    return f"{new}{ending(new)}"
