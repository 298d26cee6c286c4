"""Linear or not: the processor time of a run on a text and on one four times as long."""

from collections.abc import Callable
from time import process_time

TIMES = 4
"""How much longer the longer text is: a linear run takes about four times as long on it, a quadratic one sixteen."""
MOST = 10
_NOISE = 0.1
"""Seconds that a busy machine may add."""


def grows_linearly(run: Callable[[str], object], text: Callable[[int], str], size: int) -> bool:
    """Tell whether `run` on `text(4 * size)` takes no more than ten times what it takes on `text(size)`."""
    run(text(max(1, size // TIMES)))  # what is made once is made
    small, large = _least(run, text(size)), _least(run, text(size * TIMES))
    return large < MOST * small + _NOISE


def _least(run: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        began = process_time()
        run(text)
        best = min(best, process_time() - began)
    return best
