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

from eucacheck.lookup.question import Moment, Question, split_words, stem
from eucacheck.records import Finding, Interval

_ABOUT, _ANSWER, _QUOTED = 1.0, 0.9, 0.7
"""What a word of the question counts, by where the fact has it: in its question and subject, in an answer, in a quotation."""
_KIND, _DATE, _NUMBER, _SOURCE = 0.6, 0.5, 0.6, 0.05
_OTHER_ORDINAL: Final = 0.45
"""What is left of a fact about another edition than the one that is asked for."""
_LINKING: Final = frozenset({"and", "of", "the", "for", "in", "on", "to", "between", "with"})
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


def rank(findings: Iterable[Finding], question: Question) -> list[Ranked]:
    """Order facts by how well they answer; those that share nothing with the question are left out."""
    pool = [(f, Words.of(f)) for f in findings]
    wanted = list(dict.fromkeys(map(stem, question.words)))
    table = [{w: words.weight(w) for w in wanted} for _, words in pool]
    _count_spelt_out(wanted, pool, table)
    rarity = {w: log(1 + len(pool) / (1 + sum(row[w] > 0 for row in table))) for w in wanted}
    ranked = []
    for (finding, words), row in zip(pool, table, strict=True):
        score = _score(finding, words, question, _covered(row, rarity))
        if score > 0:
            ranked.append(Ranked(finding, score))
    return sorted(ranked, key=lambda r: (-r.score, r.finding.id))


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
    dated = max((_fit_date(finding, m) for m in question.moments), default=0.0)
    numbered = max((_fit_number(finding, n, unit) for n, unit in question.numbers), default=0.0)
    if not question.words:
        covered = 1.0 if dated > 0 or numbered > 0 else 0.0
    if covered <= 0:
        return 0.0
    if question.ordinals and words.ordinals and not words.ordinals & set(question.ordinals):
        covered *= _OTHER_ORDINAL
    asked = min(1.0, question.kinds.get(finding.kind, 0.0))
    sources = len({c.source for a in finding.answers for c in a.claims})
    return (
        covered * (1 + _KIND * asked)
        + covered * (_DATE * dated + _NUMBER * numbered)
        + covered * _SOURCE * log2(1 + sources)
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
    """1 where an answer is that number in that unit, less where only the number fits, below 0 where all figures differ."""
    figures = [(figure, set(_texts(answer.value))) for answer in finding.answers for figure in _figures(answer.value)]
    if not figures:
        return 0.0
    best = -0.4
    for figure, units in figures:
        if figure == number:
            best = max(best, 1.0 if unit is None or unit in units else 0.5)
        elif number and abs(figure - number) <= abs(number) / 50:
            best = max(best, 0.3)
    return best


def _figures(value: Mapping[str, Any]) -> Iterator[Decimal]:
    for held in value.values():
        if isinstance(held, bool):
            continue
        if isinstance(held, int | float | str):
            try:
                yield Decimal(str(held))
            except InvalidOperation:
                continue


def _texts(value: Mapping[str, Any]) -> Iterator[str]:
    return (v for v in value.values() if isinstance(v, str))
