"""A query to what is asked: content words, kinds of fact, dates, numbers, ordinals. Standard library alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from eucacheck.lookup.moments import Moment, take_moments
from eucacheck.lookup.numbers import Number, number_terms, spell_signs, take_numbers
from eucacheck.lookup.vocabulary import ABBREVIATIONS, ASKS, HINTS, MONTH_NAMES, PHRASES, STOP, UNITS
from eucacheck.lookup.words import ordinal_of, ordinal_suffix, split_words, stem

LONGEST: Final = 1000
"""Characters of a query that are read: more than any question has."""
_OPENINGS: Final = ("how much", "how many", "who", "when", "where", "which")
_CANDIDATES_OF_FIRST: Final = frozenset({"country", "nation", "state"})
"""What is asked for with "first" or "third" where a rank is meant and not the number of an event."""
_AT_A_TIME: Final = {"event_date": 0.4, "visit": 0.3, "meeting": 0.3, "agreement": 0.2}
"""What is asked for where a date is given and no kind."""
_LATEST: Final = frozenset({"last", "latest", "newest", "recent"})
_NEXT: Final = frozenset({"next", "upcoming", "coming", "will"})
_PAST: Final = frozenset({"was", "were", "did"})
_PRESENT: Final = frozenset({"is", "are", "does"})
_MOST_INITIALS: Final = 12
"""Words of a query whose initials are searched: a longer one spells everything out."""
Tense: TypeAlias = Literal["past", "coming", "next", "unknown"]


@dataclass(frozen=True, slots=True)
class Question:
    """What a query asks.

    `words` are its content, `terms` those by which candidates are searched: content, and dates and numbers as texts
    write them. `kinds` are the kinds that it asks for, with weights up to 1.2; a question that asks for none is `open`.
    `asks` are its question words; `latest` tells that the last of several events is meant.
    """

    words: tuple[str, ...]
    terms: tuple[str, ...]
    kinds: Mapping[str, float]
    moments: tuple[Moment, ...] = ()
    numbers: tuple[Number, ...] = ()
    ordinals: tuple[int, ...] = ()
    asks: tuple[str, ...] = ()
    tense: Tense = "unknown"
    latest: bool = False
    open: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """The words as they are compared, each once."""
        return tuple(dict.fromkeys(map(stem, self.words)))


def read_question(query: str) -> Question:
    """Read a query; a query of stop words alone keeps them, so that something is searched."""
    raw = _spell_out(split_words(spell_signs(query[:LONGEST])))
    moments, rest = take_moments(raw)
    numbers, words = take_numbers(rest)
    ordinals = tuple(n for w in words if (n := ordinal_of(w)) is not None)
    content = tuple(dict.fromkeys(w for w in words if _is_content(w)))
    kinds = _kinds_asked(words)
    if any(unit is not None or number >= 10**6 for number, unit in numbers):
        _add(kinds, {"amount": 0.8, "count": 0.1})
    if ordinals and not any(weight >= 0.5 for weight in kinds.values()):
        _add(kinds, {"event_ordinal": 0.6})
    if moments and not any(weight >= 0.5 for weight in kinds.values()):
        _add(kinds, _AT_A_TIME)
    is_open = not kinds
    if is_open:
        _add(kinds, {"name": 0.5})
    if not content and not moments and not numbers:
        content = tuple(dict.fromkeys(words))
    line = f"{' '.join(raw)} "
    asks = tuple(a for a in _OPENINGS if f"{a} " in line)
    return Question(
        content, _terms(content, moments, numbers), kinds, moments, numbers, ordinals, asks,
        tense=_tense(raw), latest=not _LATEST.isdisjoint(raw), open=is_open,
    )  # fmt: skip


def _spell_out(words: Sequence[str]) -> list[str]:
    """Put long forms in place of the short ones of the language: "mou" is a memorandum of understanding."""
    return [long for word in words for long in ABBREVIATIONS.get(word, word).split()]


def _tense(words: Sequence[str]) -> Tense:
    if not _NEXT.isdisjoint(words):
        return "next"
    verbs = [w for w in words if w in _PAST or w in _PRESENT]
    return "unknown" if not verbs else "past" if verbs[0] in _PAST else "coming"


def _is_content(word: str) -> bool:
    """A letter alone is no word: "O'Sullivan" is two."""
    if len(word) == 1 and not word.isdigit():
        return False
    return word not in STOP and word not in ASKS and word.removesuffix("s") not in ASKS


def _terms(content: Sequence[str], moments: Sequence[Moment], numbers: Sequence[Number]) -> tuple[str, ...]:
    """Words to search by: an ordinal in both its forms, months in full, numbers with their magnitude in a word."""
    terms: list[str] = []
    for word in content:
        number = ordinal_of(word)
        terms.append(word)
        terms += [] if number is None else [*UNITS[number : number + 1], f"{number}{ordinal_suffix(number)}"]
    terms += _initials(content)
    for moment in moments:
        terms += [MONTH_NAMES[moment.month - 1]] if moment.month is not None else []
        terms += [str(n) for n in (moment.day, moment.year) if n is not None]
    for figure in numbers:
        terms += number_terms(figure)
    return tuple(dict.fromkeys(t for t in terms if t))


def _initials(content: Sequence[str]) -> list[str]:
    """The first letters of two to six words in a row: what is spelt out here may be short in a text."""
    letters = [w[0] for w in content[:_MOST_INITIALS]]
    return ["".join(letters[i : i + n]) for n in range(2, 7) for i in range(len(letters) - n + 1)]


def _kinds_asked(words: Sequence[str]) -> dict[str, float]:
    kinds: dict[str, float] = {}
    line = " ".join(words)
    for phrase, weights in PHRASES.items():
        _add(kinds, weights if phrase in line else {})
    for word in words:
        _add(kinds, ASKS.get(word) or ASKS.get(word.removesuffix("s")) or {})
        _add(kinds, HINTS.get(word, {}))
    if _CANDIDATES_OF_FIRST & set(words) and any(ordinal_of(w) for w in words):
        _add(kinds, {"rank": 0.9})
    return kinds


def _add(kinds: dict[str, float], more: Mapping[str, float]) -> None:
    for kind, weight in more.items():
        kinds[kind] = min(1.2, kinds.get(kind, 0.0) + weight)
