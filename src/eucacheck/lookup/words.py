"""Text to the words by which queries and facts are compared. Standard library alone."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from eucacheck.lookup.vocabulary import CARDINALS, MEMBERS, SENSES, TENS, UNITS
from eucacheck.stems import stem as crude_stem

_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ORDINAL: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.ASCII)


def split_words(text: str) -> list[str]:
    """Give the lower-case words without diacritics; "20th" stays one, "EU-Central" becomes two."""
    if text.isascii():
        return _WORD.findall(text.lower())
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(plain.casefold())


def slug_words(identifier: str) -> list[str]:
    """Give the words of an identifier: "ilze" and "ozola" of "person:ilze-ozola"."""
    return identifier.partition(":")[2].split("-")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Give the form in which words are compared: endings dropped, numbers in figures, one word for one sense."""
    word = SENSES.get(word, word)
    number = ordinal_of(word)
    if number is not None:
        return f"{number}th"
    if word in CARDINALS:
        return str(CARDINALS.index(word))
    return crude_stem(word)


def beginnings(word: str) -> tuple[str, ...]:
    """Give the beginnings of the words that are compared as this one: of "dead" also "killed"."""
    if word in CARDINALS:
        return word, str(CARDINALS.index(word))
    return tuple(dict.fromkeys(crude_stem(w) for w in MEMBERS.get(SENSES.get(word, word), (word,))))


def ordinal_of(word: str) -> int | None:
    """Give 20 for "20th" and "twentieth"; None for other words."""
    match = _ORDINAL.fullmatch(word)
    if match is not None:
        return int(match[1])
    if word in TENS:
        return TENS[word]
    return UNITS.index(word) if word in UNITS[1:] else None


def ordinal_suffix(number: int) -> str:
    """Give "st", "nd", "rd" or "th"."""
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
