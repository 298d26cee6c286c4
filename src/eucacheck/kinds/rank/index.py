"""The place of a country in an index: "ranks 84th among 180 countries", "holds the 88th place out of 180"."""

from collections.abc import Iterator
from typing import Final

import regex

from eucacheck.kinds.rank.words import Place, Rank
from eucacheck.mentions.events_words import ORDINAL, number_of

_PLACED: Final = regex.compile(
    r"\b(?:ranks?|ranked|(?:is|was)\s+(?:now\s+)?(?:ranked|placed)?|holds?|held|takes?|took|occup\w+|stands?|c[ao]mes?)\s+"
    rf"(?:at\s+|in\s+|on\s+)?(?:the\s+)?{ORDINAL.pattern}"
    r"(?:\s+(?:place|position|rank|spot))?\s+(?:among|of|out\s+of)\s+(?:the\s+)?(?P<all>\d{2,3})\s+"
    r"(?:countries|states|economies|nations|territories)\b",
    regex.I,
)
_BEFORE: Final = regex.compile(
    r"\b(?:had\s+been|(?:a|one)\s+year\s+(?:before|earlier|ago)|last\s+year|previous|in\s+20\d\d)\b", regex.I
)


def find_index_places(place: Place) -> Iterator[Rank]:
    """The places that a sentence gives, of how many; those of an earlier year are left out."""
    text, low, high = place.text, place.sentence.start, place.sentence.end
    for match in _PLACED.finditer(text, low, high):
        subjects = [e for e in place.subjects(match.start()) if e.type == "country"]
        if not subjects or _BEFORE.search(text, low, high) is not None:
            continue
        yield Rank(
            subjects[-1].start, match.end(), match.group("digits") or match.group("word"), number_of(match),
            (f"index-of-{match['all']}",), subjects[-1].entity,
        )  # fmt: skip
