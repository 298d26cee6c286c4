"""Findings and a question to the facts that answer it, best first, each with its score. Standard library alone.

A fact is scored by the share of the question's words that it covers (rare words weigh more; words of its own question
weigh more than those of a quotation), then by the kind that is asked for, by dates and numbers that fit, by sources.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import log, log2
from typing import Final, TypeAlias

from eucacheck.lookup.context import Stretch
from eucacheck.lookup.fitting import fit_date, fit_number
from eucacheck.lookup.question import Question
from eucacheck.lookup.vocabulary import HINTS
from eucacheck.lookup.words import split_words, stem
from eucacheck.records import Finding

_ABOUT, _ANSWER, _QUOTED, _BESIDE, _FARTHER, _RELATED = 1.0, 0.9, 0.7, 0.6, 0.4, 0.5
"""What a word of the question counts, by where the fact has it: in its question or subject, in an answer, in a
quotation, beside it, farther off in its sentence, in another fact on the same subject."""
_KIND_STEMS: Final = frozenset(stem(w) for w, kinds in HINTS.items() if max(kinds.values()) >= 0.7)
_KIND_WORD: Final = 0.5
"""What a word that names a kind of fact weighs, as a share."""
_NEAR: Final = 60
"""Characters within which a word stands beside a quotation."""
_KIND, _WORDED, _CLOSE, _SOURCE, _FLAGGED = 0.6, 0.1, 0.3, 0.08, 0.04
"""What is added, as a share: the kind that is asked for, the same question word, a fact that speaks of little else,
each doubling of its sources, a conflict or variant."""
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
_QUOTATION: Final = re.compile(r"“[^”]{0,400}”")
"""Words of a source inside a question ("What exactly did X say: “...”"): the fact is not about them."""
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
        """Give the share of the fact's own question that is asked for: a fact that speaks of little else is nearer."""
        own = self.about - _COMMON
        return len(own & set(map(stem, question.words))) / len(own) if own else 0.0

    @classmethod
    def of(cls, finding: Finding) -> "Words":
        """Split a fact into its stems."""
        question = _QUOTATION.sub(" ", finding.question)
        about = split_words(f"{finding.subject.partition(':')[2] if question == finding.question else ''} {question}")
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


Pool: TypeAlias = Sequence[tuple[Finding, Words]]
"""Facts with their words."""


def split_facts(findings: Iterable[Finding]) -> Pool:
    """Give each fact once, with its words."""
    return [(f, Words.of(f)) for f in {f.id: f for f in findings}.values()]


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of a text."""
    return frozenset(map(stem, split_words(text)))


def rank(pool: Pool, question: Question, stretches: Sequence[Stretch] = ()) -> list[Ranked]:
    """Order facts by how well they answer; those that share nothing with the question are left out.

    `stretches` are sentences that hold words of the question: their words count for the claims in them.
    """
    wanted = list(dict.fromkeys(map(stem, question.words)))
    table = [{w: words.weight(w) for w in wanted} for _, words in pool]
    _count_spelt_out(wanted, pool, table)
    rarity = {w: _rarity(w, table) for w in wanted}
    _count_beside(pool, table, stretches)
    _count_related(pool, table)
    ranked = []
    for (finding, words), row in zip(pool, table, strict=True):
        score = _score(finding, words, question, _covered(row, rarity))
        if score > 0:
            ranked.append(Ranked(finding, score))
    return sorted(ranked, key=lambda r: (-r.score, r.finding.id))


def _rarity(word: str, table: Sequence[Mapping[str, float]]) -> float:
    """How much a word weighs: rare ones more, those that name a kind of fact ("visit") less: the kind counts itself."""
    rare = log(1 + len(table) / (1 + sum(row[word] > 0 for row in table)))
    return rare * _KIND_WORD if word in _KIND_STEMS else rare


def _count_beside(pool: Pool, table: Sequence[dict[str, float]], stretches: Sequence[Stretch]) -> None:
    """Words that stand in the sentence of a quotation count for its fact."""
    for stretch in stretches:
        for (finding, _), row in zip(pool, table, strict=True):
            for claim in (c for a in finding.answers for c in a.claims if stretch.holds(c)):
                for word, at in stretch.words.items():
                    near = claim.start - _NEAR <= at <= claim.end + _NEAR
                    row[word] = max(row.get(word, 0.0), _BESIDE if near else _FARTHER)


def _count_related(pool: Pool, table: Sequence[dict[str, float]]) -> None:
    """What one fact on a subject covers counts in part for its others: an event's place helps to find its date."""
    best: dict[str, dict[str, float]] = {}
    for (finding, _), row in zip(pool, table, strict=True):
        held = best.setdefault(finding.subject, dict.fromkeys(row, 0.0))
        for word, weight in row.items():
            held[word] = max(held[word], weight)
    for (finding, _), row in zip(pool, table, strict=True):
        if any(row.values()):
            for word, weight in best[finding.subject].items():
                row[word] = max(row[word], _RELATED * weight)


def uncovered(pool: Pool, question: Question) -> list[str]:
    """Words of the question that no fact has in any place: misspelt, or not spoken of."""
    return [w for w in question.words if not any(words.weight(stem(w)) for _, words in pool)]


def _covered(row: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    whole = sum(rarity.values())
    return sum(row[w] * rarity[w] for w in row) / whole if whole else 0.0


def _count_spelt_out(wanted: Sequence[str], pool: Pool, table: Sequence[dict[str, float]]) -> None:
    """Two words of a question in a row count where a fact has their initials: "European Union" and "EU"."""
    for first, second in pairwise(wanted):
        short = first[0] + second[0]
        for (_, words), row in zip(pool, table, strict=True):
            if not row[first] and not row[second] and words.weight(short) and short not in words.initials:
                row[first] = row[second] = words.weight(short)


def _score(finding: Finding, words: Words, question: Question, covered: float) -> float:
    """The share of the question that a fact covers, times what speaks for and against the fact."""
    fits = [fit_date(finding, m) for m in question.moments]
    fits += [fit_number(finding, n, unit) for n, unit in question.numbers]
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
