"""Two sources to whether they report one piece of news: the rare names, days and figures that both texts have.

Two reports of one event share the people, villages and firms that nobody else writes about, its day and its figures.
Countries, capitals and bodies are named in every article on a topic and tell nothing; people in office a little.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import regex

from eucacheck.edtf import MONTHS
from eucacheck.pack import Pack
from eucacheck.passages import split_passages
from eucacheck.shadow import fold, skeleton

WEIGHTS: Final = {"name": 1.0, "day": 1.0, "figure": 0.8, "known": 0.5}
"""What a name unknown to the pack, a day, a figure and somebody known tell when two texts share them."""
_MOST: Final = 400
"""Marks kept of one text, the first."""
_NAME = regex.compile(r"(?<![\p{L}'-])\p{Lu}[\p{L}']{2,30}")
_INSIDE = regex.compile(r"[\p{L}\d,;)'-] ?$|[ (]\($|\p{Ll} \"$")
"""What stands before a capital that begins no sentence."""
_SMALL = regex.compile(r"(?<![\p{L}'])\p{Ll}{3,31}")
_NUMBER = regex.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,3})?)(?![\w-]|,\d)")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_MONTHS: Final = "|".join(MONTHS)
_DAY = regex.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_MONTHS})\b|\b(?P<m2>{_MONTHS}) (?P<d2>\d{{1,2}})(?!\d)"
)
_DIGITS: Final = 3
"""Digits of a number that hardly two stories share, a decimal point counted as one."""
_COMMON: Final = frozenset(
    "mr mrs ms dr president minister prime deputy vice ministry ambassador commissioner commission director chairman "
    "chairwoman chairperson head mayor governor council forum summit conference bank fund office government parliament "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday photo caption representative high global gateway digital green partnership "
    "agreement cooperation dialogue committee investors ministerial consultative enhanced strategic international "
    "national regional foreign affairs union central state general republic executive envoy king queen telegram".split()
)


class Marks(Mapping[str, frozenset[str]]):
    """The marks of some sources by identifier, read from a text when first asked for: few are ever compared."""

    def __init__(self, sources: Sequence[str], text_of: Callable[[str], str], pack: Pack) -> None:
        self._sources, self._text_of, self._pack = dict.fromkeys(sources), text_of, pack
        self._read: dict[str, frozenset[str]] = {}

    def __getitem__(self, source: str) -> frozenset[str]:
        """Give the marks of a source. Raises KeyError for one that is not there."""
        if source not in self._sources:
            raise KeyError(source)
        if source not in self._read:
            self._read[source] = marks_of(self._text_of(source), self._pack)
        return self._read[source]

    def __iter__(self) -> Iterator[str]:
        """Go through the identifiers."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Count the sources."""
        return len(self._sources)


@lru_cache(maxsize=256)
def marks_of(text: str, pack: Pack) -> frozenset[str]:
    """Give the rare names of a text as skeletons, its days and figures; teasers of other articles left out.

    A mark is its type (see WEIGHTS), a colon and the thing itself.
    """
    shadow = fold(text)
    own = [p for p in split_passages(text) if p.article == 0 and p.role != "boilerplate"]
    small = frozenset(m.group() for m in _SMALL.finditer(shadow))
    found = dict.fromkeys(m for p in own for m in _marks(shadow, p.start, p.end, small, pack))
    return frozenset(list(found)[:_MOST])


def _marks(shadow: str, start: int, end: int, small: frozenset[str], pack: Pack) -> Iterator[str]:
    people, things = _known(pack)
    for match in _NAME.finditer(shadow, start, end):
        word = match.group().casefold().removesuffix("'s")
        if word in small or word in _COMMON or _INSIDE.search(shadow, max(0, match.start() - 3), match.start()) is None:
            continue
        mark = skeleton(word)
        if mark not in things:
            yield f"{'known' if mark in people else 'name'}:{mark}"
    for match in _DAY.finditer(shadow, start, end):
        yield f"day:{match['m1'] or match['m2']} {match['d1'] or match['d2']}"
    for match in _NUMBER.finditer(shadow, start, end):
        number = match.group().replace(",", "")
        if len(number) >= _DIGITS and _YEAR.fullmatch(number) is None:
            yield f"figure:{number}"


def weigh_news(a: Collection[str], b: Collection[str]) -> float:
    """Weigh what two texts share."""
    return sum(WEIGHTS[mark.partition(":")[0]] for mark in frozenset(a) & frozenset(b))


@lru_cache(maxsize=4)
def _known(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The surnames of the people, and the words of all other names that the pack has, as skeletons."""
    names = [form for person in pack.people.values() for form in (person.name, *person.accepted)]
    given = {skeleton(w) for name in names for w in _words(name)[:-1]}
    surnames = {skeleton(w) for name in names for w in _words(name)[-1:]}
    things = {skeleton(w) for s in pack.surfaces() for w in _words(s.words)}
    return frozenset(surnames - things), frozenset(things | (given - surnames))


def _words(name: str) -> list[str]:
    return fold(name).casefold().replace("-", " ").split()
