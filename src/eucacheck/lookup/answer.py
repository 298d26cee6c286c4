"""A base and a query to `eucacheck-fact/1`: candidates by full text, ranked, misspelt words replaced by near ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from eucacheck.lookup.context import find_stretches
from eucacheck.lookup.question import Question, read_question
from eucacheck.lookup.rank import Pool, Ranked, rank, split_facts, uncovered
from eucacheck.lookup.time import Time, hold_at
from eucacheck.lookup.words import split_words, stem
from eucacheck.records import Claim, Finding, Source
from eucacheck.report.build import finding_values, source_list

FACT_SCHEMA: Final = "eucacheck-fact/1"
_MOST: Final = 12
"""Facts given: a reader looks at the first few, and a program that wants more reads the report."""
_SHARE: Final = 0.4
"""A fact that scores less than this share of the best one is not worth showing."""
_CANDIDATES: Final = 200
_NEAR: Final = 0.74
"""Similarity from which a word that no fact has stands for another; "Tokaev" and "Tokayev" have 0.92."""

_LONGEST_WORD: Final = 40
"""Longer ones are no names, and comparing them takes time."""


class Base(Protocol):
    """What a look-up reads from the store."""

    def search(self, terms: Sequence[str], limit: int = ...) -> Sequence[tuple[Finding, float]]:
        """Give the findings in which any of the terms occurs."""

    def texts(self) -> Mapping[str, str]:
        """Give the text of every source."""

    def claims(self, source: str) -> Sequence[Claim]:
        """Give the claims of a source."""

    def findings_of(self, claim: str) -> Sequence[Finding]:
        """Give the findings of which a claim is evidence."""

    def findings(self) -> Sequence[Finding]:
        """Give every finding."""

    def sources(self, only: Iterable[str] | None = ..., *, texts: bool = ...) -> Sequence[Source]:
        """Give some sources."""

    def copy_groups(self) -> Mapping[str, str]:
        """Give the copy group of each source that shares its words with another."""


def look_up(base: Base, query: str, time: Time | None = None) -> dict[str, Any]:
    """Give the facts that answer a query, best first, with the sources that they quote, as JSON values."""
    ranked = search_facts(base, query)
    groups = base.copy_groups()
    facts = [r.finding for r in ranked]
    if time is not None:
        facts = [held for f in facts if (held := hold_at(f, time, groups)) is not None]
    facts = facts[:_MOST]
    cited = {c.source for f in facts for a in f.answers for c in a.claims}
    return {
        "schema": FACT_SCHEMA,
        "query": query,
        "as_of": time.text if time is not None else None,
        "sources": source_list(base.sources(sorted(cited), texts=False), groups) if cited else [],
        "facts": [finding_values(f) for f in facts],
    }


def search_facts(base: Base, query: str) -> list[Ranked]:
    """Give the facts that answer a query, best first, those far behind the best left out."""
    question = read_question(query)
    pool = _find(base, question)
    stretches = find_stretches(base.texts(), question.words) if len(question.words) > 1 else []
    missing = [w for w in uncovered(pool, question) if not any(stem(w) in s.words for s in stretches)]
    if missing:
        question = _mend(question, missing, base.findings())
        pool = _find(base, question)
    beside = [
        finding
        for stretch in stretches
        for claim in base.claims(stretch.source)
        if stretch.holds(claim)
        for finding in base.findings_of(claim.id)
    ]
    known = {finding.id for finding, _ in pool}
    ranked = rank([*pool, *split_facts(f for f in beside if f.id not in known)], question, stretches)
    return [r for r in ranked if r.score >= _SHARE * ranked[0].score]


def _find(base: Base, question: Question) -> Pool:
    return split_facts(f for f, _ in base.search(_terms(question), _CANDIDATES))


def _terms(question: Question) -> list[str]:
    """Words to search by; from 5 letters their beginning, so that "chaired" finds "chairs"."""
    terms: list[str] = []
    for term in question.terms:
        terms.append(term)
        short = stem(term)
        if len(short) >= 5 and short.isalpha():
            terms.append(f"{short}*")
    return terms


def _mend(question: Question, missing: Sequence[str], findings: Iterable[Finding]) -> Question:
    """Put the nearest word of the facts in place of each word that none of them has."""
    from difflib import get_close_matches

    vocabulary = {w: stem(w) for f in findings for w in _words_of(f) if len(w) >= 4}
    near: dict[str, str] = {}
    for word in missing:
        if not 4 <= len(word) <= _LONGEST_WORD or any(c.isdigit() for c in word):
            continue
        close = get_close_matches(word, vocabulary, n=1, cutoff=_NEAR)
        if close:
            near[word] = close[0]
    return replace(
        question,
        words=tuple(dict.fromkeys(near.get(w, w) for w in question.words)),
        terms=tuple(dict.fromkeys(near.get(t, t) for t in question.terms)),
    )


def _words_of(finding: Finding) -> Iterable[str]:
    yield from split_words(f"{finding.subject} {finding.question}")
    for answer in finding.answers:
        yield from split_words(answer.text)
        for claim in answer.claims:
            yield from split_words(claim.quote)
