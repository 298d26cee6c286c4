"""Two sources to whether they report one piece of news: how like the words of both texts are, the rare ones above all.

Two reports of one event share its people, villages, firms, days and figures, and the words for what happened. Each word
weighs by how few news articles have it (TF-IDF), and the likeness is the cosine of the two texts.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import regex

from eucacheck.edtf import MONTHS
from eucacheck.pack.words import word_counts
from eucacheck.passages import split_passages
from eucacheck.shadow import fold
from eucacheck.stems import stem

_MOST: Final = 3000
"""Different words kept of one text, the first."""
_SHORT_NUMBER: Final = 0.3
"""What a number of one or two digits, or a year, weighs: many a text has it."""
_TOKEN = regex.compile(r"\p{L}[\p{L}']{2,30}+|\d[\d.,]{0,14}\d|\d")
_COMMON_NUMBER = regex.compile(r"#(?:\d{1,2}|(?:19|20)\d\d)")
_MONTH: Final = "|".join(MONTHS)
_DAY = regex.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_MONTH})\b|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?!\d)"
)


class Print:
    """The print of a text: `weights` of its words, the length of all together 1, and the `days` that it names."""

    __slots__ = ("days", "weights")

    def __init__(self, weights: Mapping[str, float], days: frozenset[str]) -> None:
        self.weights, self.days = weights, days


class Prints(Mapping[str, Print]):
    """The prints of some sources by identifier, made of a text when first asked for: few are ever compared."""

    def __init__(self, sources: Sequence[str], text_of: Callable[[str], str]) -> None:
        self._sources, self._text_of = dict.fromkeys(sources), text_of
        self._made: dict[str, Print] = {}

    def __getitem__(self, source: str) -> Print:
        """Give the print of a source. Raises KeyError for one that is not there."""
        if source not in self._sources:
            raise KeyError(source)
        if source not in self._made:
            self._made[source] = print_of(self._text_of(source))
        return self._made[source]

    def __iter__(self) -> Iterator[str]:
        """Go through the identifiers."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Count the sources."""
        return len(self._sources)


@lru_cache(maxsize=1024)
def print_of(text: str) -> Print:
    """Make the print of a text; teasers of other articles are left out."""
    articles, known = word_counts()
    weights: dict[str, float] = {}
    for word, times in words_of(text).items():
        rare = math.log((articles + 1) / (known.get(word, 0) + 1))
        common = _SHORT_NUMBER if _COMMON_NUMBER.fullmatch(word) is not None else 1.0
        weights[word] = (1 + math.log(times)) * rare * common
    length = math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0
    return Print({word: w / length for word, w in weights.items()}, _days_of(text))


@lru_cache(maxsize=65536)
def likeness(a: Print, b: Print) -> float:
    """How like two texts are, 0 to 1; the same to the last digit in either order.

    Two sources meet in many blocks: two prints, which never change, are compared once.
    """
    small, large = sorted((a.weights, b.weights), key=len)
    return math.fsum(w * large.get(word, 0.0) for word, w in small.items())


def words_of(text: str) -> Mapping[str, int]:
    """Count the words of the article itself by stem, and its figures, which begin with '#'."""
    shadow = fold(text)
    found: Counter[str] = Counter()
    for start, end in _own(text):
        for match in _TOKEN.finditer(shadow, start, end):
            word = match.group().casefold().removesuffix("'s")
            word = "#" + word.replace(",", "") if word[0].isdigit() else stem(word)
            if word in found or len(found) < _MOST:
                found[word] += 1
    return found


def _own(text: str) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in split_passages(text) if p.article == 0 and p.role != "boilerplate"]


def _days_of(text: str) -> frozenset[str]:
    """The days of the year that a text names, as '5 May'."""
    shadow = fold(text)
    found = (m for start, end in _own(text) for m in _DAY.finditer(shadow, start, end))
    return frozenset(f"{m['d1'] or m['d2']} {m['m1'] or m['m2']}" for m in found)
