"""Texts and a short word to what it is short for, as the texts spell it out. Standard library alone."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from eucacheck.lookup.vocabulary import LINKING
from eucacheck.lookup.words import split_words

_LINK: Final = rf"[\s-]{{1,2}}(?:(?:{'|'.join(sorted(LINKING))}|&)\s){{0,2}}"
_SHORTEST, _LONGEST = 3, 6
"""Letters of a short form that is looked for: of two, chance finds too many."""


def spell_out(texts: Iterable[str], short: str) -> str | None:
    """Give the most frequent capitalised words in a row whose first letters are `short`; None where there are none.

    "eib" gives "European Investment Bank" wherever a text has it; nothing has to say that the two are one, since the
    words are only searched for.
    """
    if not _SHORTEST <= len(short) <= _LONGEST or not short.isalpha():
        return None
    words = _LINK.join(rf"{re.escape(letter.upper())}[a-z]{{1,20}}" for letter in short)
    pattern = re.compile(rf"\b{words}\b")
    found = Counter(" ".join(m.group().split()) for text in texts for m in pattern.finditer(text))
    return min(found, key=lambda name: (-found[name], name)) if found else None


def unscramble(phrases: Iterable[str], short: str) -> str | None:
    """Give the words in a row, of the most frequent phrase, whose first letters are those of `short` in any order.

    "eusr" is the "special representative of the European Union". None where there are none.
    """
    if not _SHORTEST <= len(short) <= _LONGEST:
        return None
    letters, size = sorted(short), len(short)
    found: Counter[str] = Counter()
    for phrase in phrases:
        words = [w for w in split_words(phrase) if w not in LINKING]
        for i in range(len(words) - size + 1):
            if sorted(w[0] for w in words[i : i + size]) == letters:
                found[" ".join(words[i : i + size])] += 1
    return min(found, key=lambda name: (-found[name], name)) if found else None
