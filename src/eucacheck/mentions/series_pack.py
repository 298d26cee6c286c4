"""The series of the pack as the grammar of event phrases looks for them: type, parties, and the words beside these."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from eucacheck.mentions.events_words import NO_CONTENT
from eucacheck.pack import Pack
from eucacheck.pack.model import Series

GENERIC = {"meeting", "talks", "session", "round", "edition", "gathering", "event"}
"""Types that say nothing of what kind of event it is."""
_WORD = regex.compile(r"[^\W_]+(?:[-'+][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class PackSeries:
    """A series as the grammar looks for it; `words` set it apart from others of its parties and type.

    `stems` are the same words without endings.
    """

    id: str
    type: str
    level: str | None
    parties: tuple[str, ...]
    words: frozenset[str]
    stems: frozenset[str]
    family: str


@lru_cache(maxsize=4)
def series_of(pack: Pack) -> tuple[PackSeries, ...]:
    """Give the series of a pack, in the order of their identifiers."""
    return tuple(_view(i, s, pack) for i, s in sorted(pack.series.items()))


def _view(identifier: str, series: Series, pack: Pack) -> PackSeries:
    parties, kind, level = tuple(sorted(series.parties)), series.type, series.level
    drop = NO_CONTENT | GENERIC | set(regex.split(r"[-\s]", kind)) | {"annual", "first"}
    drop |= {w for t in pack.event_types.values() for n in t.names for w in n.casefold().split()}
    party_names = _party_names(parties, pack)
    words: set[str] = set()
    for label in (series.name, *series.labels):
        low = label.casefold()
        for entity, names in _programme_names(pack).items():
            if any(n in low for n in names):
                words.add(entity)
                for n in names:
                    low = low.replace(n, " ")
        for name in party_names:
            low = regex.sub(rf"(?<!\w){regex.escape(name)}(?!\w)", " ", low)
        words |= {w.removesuffix("'s").strip("'") for w in _WORD.findall(low)} - drop
    normal = (
        "leaders-meeting"
        if kind == "meeting" and level == "leaders"
        else "ministerial"
        if kind == "meeting" and level == "ministers"
        else kind
    )
    return PackSeries(
        identifier,
        normal,
        level,
        parties,
        frozenset(words),
        frozenset(stems(words)),
        family_of(identifier, normal, level, parties, special=bool(words)),
    )


@lru_cache(maxsize=4)
def _programme_names(pack: Pack) -> dict[str, list[str]]:
    return {i: [n.casefold() for n in (p.name, *p.aliases)] for i, p in pack.programmes.items()}


def _party_names(parties: Sequence[str], pack: Pack) -> list[str]:
    """The names of the parties in lower case, the longest first: they say nothing about what sets the series apart."""
    names: set[str] = set()
    for party in parties:
        table = pack.organisations if party.startswith("org:") else pack.places
        thing = table.get(party)
        if thing is not None:
            names |= {thing.name, *thing.aliases, *thing.adjectives, *getattr(thing, "acronyms", ())}
    return sorted({n.casefold() for n in names}, key=lambda n: (-len(n), n))


def family_of(series: str, kind: str, level: str | None, parties: Sequence[str], *, special: bool) -> str:
    """Summits and leaders' meetings of the same parties are one family; every other series is its own."""
    leaders = kind in {"summit", "leaders-meeting"} and level in {None, "leaders"} and not special and len(parties) > 1
    return "leaders:" + "+".join(sorted(parties)) if leaders else series


def stems(words: Iterable[str]) -> set[str]:
    """Words without the endings in which names of one event differ: investor, investors', investment."""
    return {w if ":" in w else _ENDING.sub("", w) for w in words}


_ENDING = regex.compile(r"(?<=\w{4})(?:ors?|ments?|ers?|s)'?$")
