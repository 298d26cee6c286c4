"""Numbers in a query, with magnitude and currency: "10 billion euros", "$12.5bn", "27"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from eucacheck.lookup.vocabulary import CURRENCIES, MAGNITUDES, POWERS, SIGNS
from eucacheck.lookup.words import split_words

Number: TypeAlias = tuple[Decimal, str | None]
"""A number and its currency; None where it has none."""

_FIGURE: Final = re.compile(r"(\d{1,15}(?:[.,]\d{1,3}){0,4})(k|m|mln|bn|bln|tn)?", re.ASCII)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?", re.ASCII)
_CODES: Final = frozenset(CURRENCIES.values())


def numbers_in(text: str) -> tuple[Number, ...]:
    """Give the numbers of a text."""
    return take_numbers(split_words(spell_signs(text)))[0]


def spell_signs(text: str) -> str:
    """Put words in place of the signs of currencies."""
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    return text


def take_numbers(words: Sequence[str]) -> tuple[tuple[Number, ...], list[str]]:
    """Give the numbers among the words, and the other words; currencies stay among them, as their code."""
    found: list[Number] = []
    rest: list[str] = []
    i = 0
    while i < len(words):
        match = _FIGURE.fullmatch(words[i])
        i += 1
        if match is None:
            rest.append(CURRENCIES.get(words[i - 1], words[i - 1]).casefold())
            continue
        unit = rest[-1].upper() if rest and rest[-1].upper() in _CODES else None
        power = MAGNITUDES.get(match[2] or "", 0)
        if i < len(words) and words[i] in MAGNITUDES:
            power = MAGNITUDES[words[i]]
            i += 1
        if i < len(words) and words[i] in CURRENCIES:
            unit = CURRENCIES[words[i]]
            i += 1
        found.append((_decimal(match[1]) * 10**power, unit))
    return tuple(found), rest


def number_terms(number: Number) -> list[str]:
    """Give a number as texts write it: its figure, its magnitude in a word, its currency."""
    value, unit = number
    power, word = next((size for size in POWERS if value >= Decimal(10) ** size[0]), (0, ""))
    return [f"{(value / Decimal(10) ** power).normalize():f}", word, (unit or "").casefold()]


def _decimal(figure: str) -> Decimal:
    """'1,500' is thousands, '1,5' and '1.5' are decimals."""
    if _THOUSANDS.fullmatch(figure):
        return Decimal(figure.replace(",", ""))
    head, _, tail = figure.replace(",", ".").rpartition(".")
    return Decimal(f"{head.replace('.', '')}.{tail}") if head else Decimal(tail)
