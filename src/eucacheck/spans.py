"""Things with a place in a text: those between two offsets, found by halving."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import regex


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


S = TypeVar("S", bound=Spanned)
_start = attrgetter("start")


def between(items: Sequence[S], start: int, end: int, most: int | None = None) -> list[S]:
    """Those of a list in the order of the text that lie wholly between two offsets; of the first `most` from there."""
    first = bisect_left(items, start, key=_start)
    found = []
    for i in range(first, len(items) if most is None else min(len(items), first + most)):
        if items[i].start >= end:
            break
        if items[i].end <= end:
            found.append(items[i])
    return found


def covered(items: Sequence[Spanned], start: int, end: int) -> bool:
    """Tell whether a stretch lies inside one of a list in the order of the text, of which none overlaps another."""
    i = bisect_right(items, start, key=_start) - 1
    return i >= 0 and end <= items[i].end


def next_behind(items: Iterable[S], at: int, shadow: str, gap: "regex.Pattern[str]") -> S | None:
    """The first of a list behind an offset with no more between than a pattern allows."""
    return next((x for x in items if x.start >= at and gap.fullmatch(shadow, at, x.start)), None)


def in_order(items: Sequence[S]) -> list[S]:
    """The same in the order of the text, for `between`."""
    return sorted(items, key=lambda x: (x.start, x.end))
