"""Findings and a question to the facts that answer it, best first, each with its score. Standard library alone.

A fact is scored by the share of the question's words that it covers (rare words weigh more; words of its question weigh more
than words that only a quotation has), then by the kind that is asked for, by dates and numbers that fit, and by its sources.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise
from math import log, log2
from typing import Any, Final

from eucacheck.lookup.context import Stretch
from eucacheck.lookup.moments import Moment
from eucacheck.lookup.numbers import numbers_in
from eucacheck.lookup.question import Question
from eucacheck.lookup.words import split_words, stem
from eucacheck.records import Finding, Interval

_ABOUT, _ANSWER, _QUOTED, _BESIDE, _RELATED = 1.0, 0.9, 0.7, 0.5, 0.5
"""What a word of the question counts, by where the fact has it: in its question and subject, in an answer, in a quotation, in the sentence
of a quotation, in another fact on the same subject."""
_KIND, _WORDED, _CLOSE, _SOURCE, _FLAGGED = 0.6, 0.1, 0.3, 0.08, 0.04
"""What is added, as a share: the kind that is asked for, the same question word, a fact that speaks of little else, each doubling of its
sources, a conflict or variant."""
_OTHER_KIND: Final = 0.7
"""What is left of a fact of another kind where the question names its kind clearly ("how much", "title")."""
_FITS, _UNKNOWN, _EXCLUDED = 1.35, 0.75, 0.4
"""What a fact is multiplied by where a date or number of the question is its own, is not in it, or excludes it."""
_OTHER_ORDINAL: Final = 0.45
"""What is left of a fact about another edition than the one that is asked for."""
_LINKING: Final = frozenset({"and", "of", "the", "for", "in", "on", "to", "between", "with"})
_COMMON: Final = frozenset(
    map(
        stem,
        split_words(
            "was were is are did do does held hold the of in and or which when where who how what a an at for to"
        ),
    )
)
_ORDINAL_STEM: Final = re.compile(r"(\d{1,3})th")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact and how well it answers the question; scores compare within one question only."""

    finding: Finding
    score: float


@dataclass(frozen=True)
class Words:
    """The stems of one fact, by where they stand, and the initials of its words in a row."""

    about: frozenset[str]
    answers: frozenset[str]
    quotes: tuple[frozenset[str], ...]
    initials: str
    ordinals: frozenset[int] = field(default=frozenset())

    def closeness(self, question: Question) -> float:
        """The share of the fact's own question that the question covers: a fact that speaks of little else is nearer."""
        own = self.about - _COMMON
        return len(own & set(map(stem, question.words))) / len(own) if own else 0.0

    @classmethod
    def of(cls, finding: Finding) -> "Words":
        """Split a fact into its stems."""
        about = split_words(f"{finding.subject.partition(':')[2]} {finding.question}")
        answers = [w for a in finding.answers for w in split_words(a.text)]
        by_source: dict[str, set[str]] = {}
        for claim in (c for a in finding.answers for c in a.claims):
            by_source.setdefault(claim.source, set()).update(stems(claim.quote))
        return cls(
            frozenset(map(stem, about)),
            frozenset(map(stem, answers)),
            tuple(frozenset(s) for s in by_source.values()),
            " ".join("".join(w[0] for w in part if w not in _LINKING) for part in (about, answers)),
            frozenset(int(m[1]) for w in map(stem, about) if (m := _ORDINAL_STEM.fullmatch(w)) is not None),
        )

    def weight(self, word: str) -> float:
        """How much of a word of the question the fact covers, 0 to 1."""
        if word in self.about:
            return _ABOUT
        if word in self.answers:
            return _ANSWER
        if 2 <= len(word) <= 6 and word in self.initials:
            return _ANSWER
        held = sum(word in quote for quote in self.quotes)
        return _QUOTED * (0.7 + 0.3 * held / len(self.quotes)) if held else 0.0


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of a text."""
    return frozenset(map(stem, split_words(text)))


def rank(findings: Iterable[Finding], question: Question, stretches: Sequence[Stretch] = ()) -> list[Ranked]:
    """Order facts by how well they answer; those that share nothing with the question are left out.

    `stretches` are sentences that hold words of the question: their words count for the claims in them.
    """
    pool = [(f, Words.of(f)) for f in {f.id: f for f in findings}.values()]
    wanted = list(dict.fromkeys(map(stem, question.words)))
    table = [{w: words.weight(w) for w in wanted} for _, words in pool]
    _count_spelt_out(wanted, pool, table)
    rarity = {w: log(1 + len(pool) / (1 + sum(row[w] > 0 for row in table))) for w in wanted}
    _count_beside(pool, table, stretches)
    _count_related(pool, table)
    ranked = []
    for (finding, words), row in zip(pool, table, strict=True):
        score = _score(finding, words, question, _covered(row, rarity))
        if score > 0:
            ranked.append(Ranked(finding, score))
    return sorted(ranked, key=lambda r: (-r.score, r.finding.id))


def _count_beside(
    pool: Sequence[tuple[Finding, Words]], table: Sequence[dict[str, float]], stretches: Sequence[Stretch]
) -> None:
    """Words that stand in the sentence of a quotation count for its fact."""
    for stretch in stretches:
        for (finding, _), row in zip(pool, table, strict=True):
            if any(stretch.holds(c) for a in finding.answers for c in a.claims):
                for word in stretch.words & row.keys():
                    row[word] = max(row[word], _BESIDE)


def _count_related(pool: Sequence[tuple[Finding, Words]], table: Sequence[dict[str, float]]) -> None:
    """What one fact on a subject covers counts in part for its others: the place of an event names its date's event too."""
    best: dict[str, dict[str, float]] = {}
    for (finding, _), row in zip(pool, table, strict=True):
        held = best.setdefault(finding.subject, dict.fromkeys(row, 0.0))
        for word, weight in row.items():
            held[word] = max(held[word], weight)
    for (finding, _), row in zip(pool, table, strict=True):
        if any(row.values()):
            for word, weight in best[finding.subject].items():
                row[word] = max(row[word], _RELATED * weight)


def uncovered(findings: Iterable[Finding], question: Question) -> list[str]:
    """Words of the question that no fact has in any place: misspelt, or not spoken of."""
    pool = [Words.of(f) for f in findings]
    return [w for w in question.words if not any(words.weight(stem(w)) for words in pool)]


def _covered(row: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    whole = sum(rarity.values())
    return sum(row[w] * rarity[w] for w in row) / whole if whole else 0.0


def _count_spelt_out(
    wanted: Sequence[str], pool: Sequence[tuple[Finding, Words]], table: Sequence[dict[str, float]]
) -> None:
    """ "European Union" in a question counts where a fact has "EU": the initials of two words in a row."""
    for first, second in pairwise(wanted):
        short = first[0] + second[0]
        for (_, words), row in zip(pool, table, strict=True):
            if not row[first] and not row[second] and words.weight(short) and short not in words.initials:
                row[first] = row[second] = words.weight(short)


def _score(finding: Finding, words: Words, question: Question, covered: float) -> float:
    """The share of the question that a fact covers, times what speaks for and against the fact."""
    fits = [_fit_date(finding, m) for m in question.moments]
    fits += [_fit_number(finding, n, unit) for n, unit in question.numbers]
    if not question.words:
        covered = 1.0 if any(f > 0 for f in fits) else 0.0
    if covered <= 0:
        return 0.0
    if question.ordinals and words.ordinals and not words.ordinals & set(question.ordinals):
        covered *= _OTHER_ORDINAL
    for fit in fits:
        covered *= _UNKNOWN + (_FITS - _UNKNOWN) * fit if fit >= 0 else _EXCLUDED
    asked = min(1.0, question.kinds.get(finding.kind, 0.0))
    if asked < 0.3 and max(question.kinds.values(), default=0.0) >= 0.85:
        covered *= _OTHER_KIND
    sources = len({c.source for a in finding.answers for c in a.claims})
    return covered * (
        1
        + _KIND * asked
        + _WORDED * finding.question.casefold().startswith(question.asks)
        + _CLOSE * words.closeness(question)
        + _SOURCE * log2(sources or 1)
        + _FLAGGED * (finding.verdict in {"conflict", "variant"})
    )


def _fit_date(finding: Finding, moment: Moment) -> float:
    """1 where a claim speaks of that very day (or month or year), less where one is inside the other, below 0 where all exclude it."""
    fits = [_overlap(c.when, moment) for a in finding.answers for c in a.claims if c.when is not None]
    return max(fits, default=0.0)


def _overlap(when: Interval, moment: Moment) -> float:
    start, end = bounds(when)
    exact = 0.0
    for given, low, high in (
        (moment.year, start[0], end[0]),
        (moment.month, start[1], end[1]),
        (moment.day, start[2], end[2]),
    ):
        if given is None:
            continue
        if low is None or high is None:
            exact -= 0.2
        elif low == high == given:
            exact += 1.0
        elif (start[0], start[1]) == (end[0], end[1]) and low <= given <= high:
            exact += 0.7
        elif start[0] != end[0] or start[1] != end[1]:
            exact += 0.3
        else:
            return -0.6
    known = sum(x is not None for x in (moment.year, moment.month, moment.day))
    if not _may_overlap(when, moment):
        return -0.6
    return max(0.0, exact / known)


def _may_overlap(when: Interval, moment: Moment) -> bool:
    if moment.year is None or when.start is None or when.end is None:
        start, end = bounds(when)
        return moment.month is None or start[1] is None or end[1] is None or start[1] <= moment.month <= end[1]
    low = (moment.year, moment.month or 1, moment.day or 1)
    high = (moment.year, moment.month or 12, moment.day or 31)
    return (when.start.year, when.start.month, when.start.day) <= high and low <= (
        when.end.year, when.end.month, when.end.day,
    )  # fmt: skip


Point = tuple[int | None, int | None, int | None]


def bounds(when: Interval) -> tuple[Point, Point]:
    """First and last day as (year, month, day); of a date without a year its month and day."""
    if when.start is not None and when.end is not None:
        return (when.start.year, when.start.month, when.start.day), (when.end.year, when.end.month, when.end.day)
    first, _, last = when.edtf.replace("~", "").partition("/")
    return _point(first), _point(last or first)


def _point(edtf: str) -> Point:
    year, month, day = [*(int(p) if p.isdigit() else None for p in edtf.split("-")), None, None, None][:3]
    return year, month if month is None or month <= 12 else None, day


def _fit_number(finding: Finding, number: Decimal, unit: str | None) -> float:
    """1 where the fact speaks of that number in that unit, less where only the number fits, below 0 where all its figures differ."""
    figures = [(figure, set(_texts(a.value))) for a in finding.answers for figure in _figures(a.value)]
    figures += [(n, {u} if u is not None else set()) for n, u in numbers_in(finding.question)]
    if not figures:
        return 0.0
    best = -1.0
    for figure, units in figures:
        if figure == number:
            best = max(best, 1.0 if unit is None or unit in units else 0.5)
        elif number and abs(figure - number) <= abs(number) / 50:
            best = max(best, 0.3)
    return best


def _figures(value: Mapping[str, Any]) -> Iterator[Decimal]:
    for held in value.values():
        if isinstance(held, int | float | str) and not isinstance(held, bool):
            try:
                yield Decimal(str(held))
            except InvalidOperation:
                continue


def _texts(value: Mapping[str, Any]) -> Iterator[str]:
    return (v for v in value.values() if isinstance(v, str))
