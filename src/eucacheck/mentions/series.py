"""An event phrase to its series: the pack's where one alone fits, else one named after its own words and parties.

A series is who meets with whom, at which level, in what kind of event. "Leaders' meeting" and "summit" of the same
parties are two series (they are counted apart) of one family (an event of one may be called by the other's name).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from eucacheck.mentions.events_parties import fold_parties, party_of, party_regions
from eucacheck.mentions.events_records import TALKS, EventPhrase, SeriesMatch
from eucacheck.mentions.series_pack import GENERIC, PackSeries, family_of, series_of, stems
from eucacheck.pack import Pack

OTHER_ONE = {"next", "previous"}
"""Words that tell another event of the series from the one spoken of."""
_BODIES = {"ministerial", "council", "committee", "platform", "exercise"}
"""Further types that are of the two parties of the sentence; a forum or festival may be of many more."""
_BY_LEVEL = {"ministers": "ministerial", "leaders": "leaders-meeting", "parliament": "committee"}


def match_series(
    phrase: EventPhrase, around: Sequence[str], named: Sequence[SeriesMatch], pack: Pack
) -> SeriesMatch | None:
    """Give the series of a phrase, None for a bare phrase and where nothing says whose event it is.

    The parties are those of the phrase; else those that the sentence names (`around`), else those of the series named
    last.
    """
    kind = event_type(phrase)
    if phrase.bare and phrase.cues & OTHER_ONE and named:
        alike = [n for n in named if phrase.type in {n.type, *GENERIC}] or list(named)
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
    borrowed = _borrowed(parties, set() if _neighbours(near, pack) else near, named)
    for sets in borrowed:
        if (known := _of_pack(phrase, kind, sets, pack)) is not None:
            return replace(known, named=bool(parties) or sets <= near)
    known = _of_pack(phrase, kind, parties, pack) if not borrowed else _of_two(phrase, kind, parties, near, pack)
    if known is not None:
        return known
    if not parties and not phrase.words:
        parties = next(iter(borrowed), set())
        if len(parties) < 2 or (phrase.bare and phrase.ordinal is None):
            return None
    return _own(phrase, kind, parties)


def _of_two(phrase: EventPhrase, kind: str, parties: set[str], near: set[str], pack: Pack) -> SeriesMatch | None:
    """The talks about something of the two parties that the sentence names: "X and Y held talks on gas"."""
    if not phrase.words or len(near) != 2 or not parties < near or (parties and kind not in TALKS):
        return None
    if kind not in TALKS | _BODIES and phrase.determiner != "their":
        return None
    return _by_words(phrase, kind, near, pack) or _own(phrase, kind, near)


def _borrowed(parties: set[str], near: set[str], named: Sequence[SeriesMatch]) -> list[set[str]]:
    """The sets of parties that a phrase with fewer than two may mean, the likeliest first."""
    if len(parties) > 1:
        return []
    sets = [parties | near] if len(near) > 1 else []
    sets += [set(n.parties) for n in reversed(named) if parties <= set(n.parties)]
    return [s for i, s in enumerate(sets) if s not in sets[:i]]


def _neighbours(near: set[str], pack: Pack) -> bool:
    """All are countries of one region: that they stand in one sentence makes it no meeting of these alone."""
    return any(near and all(n != r and pack.contains(r, n) for n in near) for r in party_regions(pack))


def event_type(phrase: EventPhrase) -> str:
    """The type after its level: a meeting of ministers is a ministerial, a ministerial summit too."""
    if phrase.type in GENERIC and phrase.level in _BY_LEVEL:
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
    if not parties and not words:
        return None
    told = stems(words)
    fits = [
        s
        for s in series_of(pack)
        if s.type == kind and (not parties or parties == set(s.parties)) and _words_fit(told, s.stems)
    ]
    if len(fits) > 1:
        best = max(len(words & s.words) - len(s.words - words) * 0.1 for s in fits)
        fits = [s for s in fits if len(words & s.words) - len(s.words - words) * 0.1 == best]
    return _match(fits[0]) if len(fits) == 1 else None


def _by_words(phrase: EventPhrase, kind: str, parties: set[str], pack: Pack) -> SeriesMatch | None:
    """The one series whose own words are just those of the phrase, or most of whose many words the phrase has."""
    words = stems(phrase.words)
    known = [s for s in series_of(pack) if s.words]
    of_kind = [s for s in known if s.type == kind and (not parties or parties & set(s.parties))]
    by_level = [s for s in known if s.type in _BY_LEVEL.values() and parties <= set(s.parties)]
    if kind == "meeting" and (
        phrase.ordinal is not None or phrase.determiner != "a"
    ):  # "the seventh Consultative Meeting", whose level its own words do not tell
        of_kind += by_level
    if kind in TALKS:  # "talks about human rights" of the two parties of a dialogue
        of_kind += [s for s in known if s.type in TALKS - {kind} and parties == set(s.parties)]
    fits = [s for s in of_kind if s.stems == words]
    if not fits and kind in GENERIC:  # "their seventh Consultative Meeting", without a word of who meets
        fits = [s for s in by_level if s.stems == words]
    fits = fits or [s for s in of_kind if parties and len(words & s.stems) >= _MANY_WORDS]
    return _match(fits[0]) if len(fits) == 1 else None


def _match(one: PackSeries) -> SeriesMatch:
    topic = tuple(sorted(one.stems))
    return SeriesMatch(one.id, one.family, one.level, one.parties, one.type, named=True, topic=topic)


_MANY_WORDS = 3
"""Words of a name that settle a series although a party is named otherwise ("Europe" for the union)."""


def _words_fit(told: set[str], wanted: frozenset[str]) -> bool:
    """No foreign word in the phrase, and something of what sets the series apart; both by their stems."""
    if not wanted:
        return not told
    shared = told & wanted
    return bool(shared) and len(shared) * 2 > len(told)


def _of_context(phrase: EventPhrase, kind: str, parties: set[str], named: Sequence[SeriesMatch]) -> SeriesMatch | None:
    """The series named last in the source that the phrase abbreviates ("the Dialogue", "the 18th ministerial")."""
    if kind == "round":  # a council or a committee sits; it is talks that go in rounds
        named = [n for n in named if n.type in TALKS]
    for one in reversed(named):
        talks = {kind, one.type} <= TALKS and phrase.words and stems(phrase.words) <= set(one.topic)
        if (one.type == kind or talks) and (not parties or parties <= set(one.parties)) and not _foreign(phrase, one):
            return replace(one, named=False)
    # "a first meeting of these leaders" brings in another event than the summit spoken of
    known = phrase.determiner not in {"a", "an"}
    if kind in GENERIC and known and phrase.ordinal is not None and named and not phrase.words and not parties:
        return replace(named[-1], named=False)
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
    topic = tuple(sorted(stems(words)))
    name = _slug((*(p.partition(":")[2] for p in ordered), *words, kind))
    series = f"series:{name}"
    if phrase.sited and words and not ordered:
        series = f"series:{_slug((phrase.sited[0].partition(':')[2], name))}"
    family = family_of(f"series:{name}", kind, phrase.level, ordered, special=bool(words))
    return SeriesMatch(series, family, phrase.level, ordered, kind, named=True, topic=topic)


_NO_LETTER = regex.compile(r"[^a-z0-9]+")


def _slug(words: Iterable[str]) -> str:
    return "-".join(_NO_LETTER.sub("-", w.casefold()).strip("-") for w in words if w)
