"""How many news articles of some have a word: what tells a word that every article has from one that few have."""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def word_counts() -> tuple[int, Mapping[str, int]]:
    """Give the number of articles counted, and by stem or figure in how many it stands; rare ones are left out.

    Counted in articles written for trying the program, none of them a seed or of a gold set.
    """
    text = (resources.files("eucacheck.pack") / "data" / "word_counts.txt").read_text(encoding="utf-8")
    total, *lines = text.splitlines()
    return int(total), {word: int(number) for word, _, number in (line.rpartition(" ") for line in lines)}
