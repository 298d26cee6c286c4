"""A part that somebody or something has in an undertaking, as one source tells it, and the nouns of the undertaking."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from eucacheck.stems import stem

IDLE: Final = frozenset(
    "the and with for from that this they them its their his her was were are has have had been will would which who "
    "whom where when also new large whole entire full first all both some said says other issue issues question "
    "questions situation matter case cases topic topics right rights state national public government president "
    "minister ministry country countries european union million billion euro euros dollar dollars year years "
    "cooperation relations work works project projects talks meeting visit two three four five days months several "
    "later central asia".split()
)
"""Words that tell no thing from another."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as one source gives it.

    `slot` says which, `answers` to whom or what, `things` are stems of nouns of what it is a part of, `words`
    those nouns, `beside` with whom or on what, `anchors` sums and
    programmes near, `days` dates near.
    """

    start: int
    end: int
    slot: str
    answers: tuple[str, ...]
    things: tuple[str, ...]
    words: tuple[str, ...]
    beside: str | None = None
    anchors: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


def both(things: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems in their order, and the words that they are of."""
    stems = tuple(sorted(things))
    return stems, tuple(things[s] for s in stems)


def by_stem(words: Iterable[str]) -> dict[str, str]:
    """The words that tell something, by their stems."""
    return {stem(w): w for w in words if w not in IDLE}
