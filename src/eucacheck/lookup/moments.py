"""Dates in a query: "27 October 2022", "June 5", "in April", "2025-04-03", "2022"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from eucacheck.lookup.vocabulary import MONTHS

_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)
_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_TWO: Final = re.compile(r"\d{1,2}", re.ASCII)
_DOUBTFUL: Final = frozenset({"mar", "dec", "jan", "may"})
"""Words that are months only beside a day or year, or after "in"."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as a query gives it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def take_moments(words: Sequence[str]) -> tuple[tuple[Moment, ...], list[str]]:
    """Give the dates among the words, and the other words."""
    found: list[Moment] = []
    rest: list[str] = []
    i = 0
    while i < len(words):
        moment, used = _moment_at(words, i)
        if moment is None:
            rest.append(words[i])
        else:
            found.append(moment)
        i += used
    return tuple(found), rest


def _moment_at(words: Sequence[str], i: int) -> tuple[Moment | None, int]:
    """The date that begins at a word, and how many words it takes."""
    first, second, third = [*words[i : i + 3], "", "", ""][:3]
    year = _year(first)
    if year is not None:
        month, day = _part(second, 12), _part(third, 31)
        return (Moment(year, month, day), 3) if month and day else (Moment(year), 1)
    day = _day(first)
    if day is not None and second in MONTHS:
        year = _year(third)
        return Moment(year, MONTHS[second], day), 3 if year else 2
    month = MONTHS.get(first)
    if month is None:
        return None, 1
    day, year = _day(second), _year(second)
    if first in _DOUBTFUL and not (day or year or (i and words[i - 1] == "in")):
        return None, 1
    if year is not None:
        return Moment(year, month), 2
    if day is None:
        return Moment(None, month), 1
    year = _year(third)
    return Moment(year, month, day), 3 if year else 2


def _year(word: str) -> int | None:
    return int(word) if _YEAR.fullmatch(word) else None


def _day(word: str) -> int | None:
    match = _DAY.fullmatch(word)
    return int(match[1]) if match is not None and 1 <= int(match[1]) <= 31 else None


def _part(word: str, most: int) -> int | None:
    return int(word) if _TWO.fullmatch(word) and 1 <= int(word) <= most else None
