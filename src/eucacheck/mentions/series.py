"""An event phrase to its series: the pack's where one alone fits, else one named after its own words and parties.

A series is who meets with whom, at which level, in what kind of event. "Leaders' meeting" and "summit" of the same
parties are two series (they are counted apart) of one family (an event of one may be called by the other's name).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from eucacheck.mentions.events_parties import fold_parties, party_of
from eucacheck.mentions.events_records import EventPhrase, SeriesMatch
from eucacheck.mentions.events_words import NO_CONTENT
from eucacheck.pack import Pack

OTHER_ONE = {"next", "previous"}
"""Words that tell another event of the series from the one spoken of."""
_GENERIC = {"meeting", "talks", "session", "round", "edition", "gathering", "event"}
_BY_LEVEL = {"ministers": "ministerial", "leaders": "leaders-meeting", "parliament": "committee"}
_WORD = regex.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


def match_series(
    phrase: EventPhrase, around: Sequence[str], named: Sequence[SeriesMatch], pack: Pack
) -> SeriesMatch | None:
    """Give the series of a phrase, None for a bare phrase and where nothing says whose event it is.

    The parties are those of the phrase; else those that the sentence names (`around`), else those of the series named
    last.
    """
    kind = event_type(phrase)
    if phrase.bare and phrase.cues & OTHER_ONE and named:
        alike = [n for n in named if phrase.type in {n.type, *_GENERIC}] or list(named)
        return replace(alike[-1], named=False)
    if phrase.bare and phrase.ordinal is None and not _institution(kind):
        return None
    parties = fold_parties(phrase.parties, pack)
    if parties and (known := _of_pack(phrase, kind, parties, pack)) is not None:
        return known
    if phrase.words and (known := _by_words(phrase, kind, parties, pack)) is not None:
        return known
    if (context := _of_context(phrase, kind, parties, named)) is not None:
        return context
    near = fold_parties([p for e in around if (p := party_of(e, pack)) is not None], pack)
    borrowed = _borrowed(parties, near, named)
    for sets in borrowed:
        if (known := _of_pack(phrase, kind, sets, pack)) is not None:
            return replace(known, named=bool(parties) or sets <= near)
    known = _of_pack(phrase, kind, parties, pack) if not borrowed else None
    if known is not None:
        return known
    if not parties and not phrase.words:
        parties = next(iter(borrowed), set())
        if len(parties) < 2 or (phrase.bare and phrase.ordinal is None):
            return None
    return _own(phrase, kind, parties)


def _borrowed(parties: set[str], near: set[str], named: Sequence[SeriesMatch]) -> list[set[str]]:
    """The sets of parties that a phrase with fewer than two may mean, the likeliest first."""
    if len(parties) > 1:
        return []
    sets = [parties | near] if len(near) > 1 else []
    sets += [set(n.parties) for n in reversed(named) if parties <= set(n.parties)]
    return [s for i, s in enumerate(sets) if s not in sets[:i]]


def event_type(phrase: EventPhrase) -> str:
    """The type after its level: a meeting of ministers is a ministerial, a ministerial summit too."""
    if phrase.type in _GENERIC and phrase.level in _BY_LEVEL:
        return _BY_LEVEL[phrase.level]
    if phrase.type == "summit" and phrase.level in {"ministers", "deputy-ministers"}:
        return "ministerial"
    if phrase.type == "summit" and "summit-style" in phrase.head:
        return "leaders-meeting"
    return phrase.type


def _institution(kind: str) -> bool:
    return kind in {"ministerial", "dialogue", "council", "committee", "forum", "conference", "summit"}


def _of_pack(phrase: EventPhrase, kind: str, parties: set[str], pack: Pack) -> SeriesMatch | None:
    words = set(phrase.words)
    fits = []
    for series in _series(pack):
        if series.type != kind or (parties and parties != set(series.parties)):
            continue
        if not parties and not words:
            continue
        if not _words_fit(words, series.words):
            continue
        fits.append(series)
    if len(fits) > 1:
        best = max(len(words & s.words) - len(s.words - words) * 0.1 for s in fits)
        fits = [s for s in fits if len(words & s.words) - len(s.words - words) * 0.1 == best]
    if len(fits) != 1:
        return None
    one = fits[0]
    return SeriesMatch(one.id, one.family, one.level, tuple(one.parties), one.type, named=True)


def _by_words(phrase: EventPhrase, kind: str, parties: set[str], pack: Pack) -> SeriesMatch | None:
    """The one series whose own words are just those of the phrase, or most of whose many words the phrase has."""
    words = _stems(phrase.words)
    of_kind = [s for s in _series(pack) if s.type == kind and s.words and (not parties or parties & set(s.parties))]
    fits = [s for s in of_kind if _stems(s.words) == words]
    fits = fits or [s for s in of_kind if parties and len(words & _stems(s.words)) >= _MANY_WORDS]
    if len(fits) != 1:
        return None
    one = fits[0]
    return SeriesMatch(one.id, one.family, one.level, tuple(one.parties), one.type, named=True)


_MANY_WORDS = 3
"""Words of a name that settle a series although a party is named otherwise ("Europe" for the union)."""


def _stems(words: Iterable[str]) -> set[str]:
    """Words without the endings in which names of one event differ: investor, investors', investment."""
    return {w if ":" in w else _ENDING.sub("", w) for w in words}


_ENDING = regex.compile(r"(?<=\w{4})(?:ors?|ments?|ers?|s)'?$")


def _words_fit(words: set[str], wanted: frozenset[str]) -> bool:
    """No foreign word in the phrase, and something of what sets the series apart."""
    if not wanted:
        return not words
    shared = _stems(words) & _stems(wanted)
    return bool(shared) and len(shared) * 2 > len(_stems(words))


def _of_context(phrase: EventPhrase, kind: str, parties: set[str], named: Sequence[SeriesMatch]) -> SeriesMatch | None:
    """The series named last in the source that the phrase abbreviates ("the Dialogue", "the 18th ministerial")."""
    for one in reversed(named):
        if one.type == kind and (not parties or parties <= set(one.parties)) and not _foreign(phrase, one):
            return SeriesMatch(one.series, one.family, one.level, one.parties, one.type, named=False)
    if kind in _GENERIC and phrase.ordinal is not None and named and not phrase.words and not parties:
        one = named[-1]
        return SeriesMatch(one.series, one.family, one.level, one.parties, one.type, named=False)
    return None


def _foreign(phrase: EventPhrase, one: SeriesMatch) -> bool:
    """A word of the phrase that is not in the name of the series makes it another event."""
    own = set(regex.split(r"[-:]", one.series)) | {one.series}
    return any(not any(part in own for part in w.removeprefix("programme:").split("-")) for w in phrase.words)


def _own(phrase: EventPhrase, kind: str, parties: set[str]) -> SeriesMatch:
    """A series that the pack does not know, named after its parties, words and type.

    One without parties bears the name of a place: the third investment forum of one city is not that of another. They
    are of one family, since a source may tell the place apart ("the investment forum in Tashkent").
    """
    ordered = tuple(sorted(parties))
    words = sorted(w.removeprefix("programme:") for w in phrase.words)
    name = _slug((*(p.partition(":")[2] for p in ordered), *words, kind))
    series = f"series:{name}"
    if phrase.sited and words and not ordered:
        series = f"series:{_slug((phrase.sited[0].partition(':')[2], name))}"
    family = _family(f"series:{name}", kind, phrase.level, ordered, special=bool(words))
    return SeriesMatch(series, family, phrase.level, ordered, kind, named=True)


def _slug(words: Iterable[str]) -> str:
    return "-".join(regex.sub(r"[^a-z0-9]+", "-", w.casefold()).strip("-") for w in words if w)


def _family(series: str, kind: str, level: str | None, parties: Sequence[str], *, special: bool) -> str:
    """Summits and leaders' meetings of the same parties are one family; every other series is its own."""
    leaders = kind in {"summit", "leaders-meeting"} and level in {None, "leaders"} and not special and len(parties) > 1
    return "leaders:" + "+".join(sorted(parties)) if leaders else series


@dataclass(frozen=True, slots=True)
class _PackSeries:
    id: str
    type: str
    level: str | None
    parties: tuple[str, ...]
    words: frozenset[str]
    family: str


_CACHE: dict[str, tuple[_PackSeries, ...]] = {}


def _series(pack: Pack) -> tuple[_PackSeries, ...]:
    if pack.digest not in _CACHE:
        _CACHE[pack.digest] = tuple(_view(i, s, pack) for i, s in sorted(pack.series.items()))
    return _CACHE[pack.digest]


def _view(identifier: str, series: object, pack: Pack) -> _PackSeries:
    parties = tuple(sorted(getattr(series, "parties", ())))
    kind = str(getattr(series, "type", "meeting"))
    level = getattr(series, "level", None)
    labels = [str(getattr(series, "name", "")), *getattr(series, "labels", ())]
    drop = NO_CONTENT | _GENERIC | set(regex.split(r"[-\s]", kind)) | {"annual", "first"}
    drop |= {w for t in pack.event_types.values() for n in t.names for w in n.casefold().split()}
    party_names = _party_names(parties, pack)
    words: set[str] = set()
    for label in labels:
        low = label.casefold()
        for entity, names in _programme_names(pack).items():
            if any(n in low for n in names):
                words.add(entity)
                for n in names:
                    low = low.replace(n, " ")
        for name in party_names:
            low = regex.sub(rf"(?<!\w){regex.escape(name)}(?!\w)", " ", low)
        words |= {w.removesuffix("'s").strip("'") for w in _WORD.findall(low)} - drop
    special = bool(words)
    normal = (
        "leaders-meeting"
        if kind == "meeting" and level == "leaders"
        else "ministerial"
        if kind == "meeting" and level == "ministers"
        else kind
    )
    return _PackSeries(
        identifier,
        normal,
        level,
        parties,
        frozenset(words),
        _family(identifier, normal, level, parties, special=special),
    )


@lru_cache(maxsize=4)
def _programme_names(pack: Pack) -> dict[str, list[str]]:
    return {
        i: [n.casefold() for n in (p.name, *getattr(p, "names", ()), *getattr(p, "aliases", ()))]
        for i, p in pack.programmes.items()
    }


def _party_names(parties: Sequence[str], pack: Pack) -> list[str]:
    """The names of the parties in lower case, the longest first: they say nothing about what sets the series apart."""
    names: set[str] = set()
    for party in parties:
        table = pack.organisations if party.startswith("org:") else pack.places
        thing = table.get(party)
        if thing is not None:
            names |= {thing.name, *thing.aliases, *thing.adjectives, *getattr(thing, "acronyms", ())}
    return sorted({n.casefold() for n in names}, key=lambda n: (-len(n), n))
