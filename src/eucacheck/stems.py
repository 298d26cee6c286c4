"""Words to crude stems: enough to join sign, signed and signing, or invest, investment and investor.

One for the kinds and for look-ups. The standard library alone: a look-up must start fast.
"""

from collections.abc import Iterable
from functools import lru_cache

_TAILS = (
    "ments",
    "ment",
    "ations",
    "ation",
    "ings",
    "ing",
    "ies",
    "ors",
    "ers",
    "or",
    "er",
    "ed",
    "es",
    "s",
    "ive",
    "able",
    "e",
    "y",
)
LONGEST_SENTENCE = 2000
"""Characters: what is longer is no prose, and a grammar over it would take time that grows with its square."""
_SHORTEST = 4
"""Letters that a stem keeps."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word in lower case without its ending, "centre" as "center"; a word of four letters or fewer stays."""
    low = word.casefold()
    low = f"{low.removesuffix('s')[:-2]}er" if low.endswith(("tre", "tres")) else low
    for tail in _TAILS:
        if low.endswith(tail) and len(low) - len(tail) >= _SHORTEST:
            return low[: -len(tail)]
    return low


def overlap(a: Iterable[str], b: Iterable[str]) -> float:
    """The share of the smaller set of stems that the larger one has; 0 where one is empty."""
    left, right = set(a), set(b)
    small = min(len(left), len(right))
    return len(left & right) / small if small else 0.0
