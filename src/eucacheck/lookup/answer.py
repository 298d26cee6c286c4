"""A base and a query to `eucacheck-fact/1`: candidates by full text, ranked, misspelt words replaced by near ones."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from eucacheck.lookup.acronyms import spell_out
from eucacheck.lookup.context import Stretch, find_stretches
from eucacheck.lookup.elsewhere import add_elsewhere
from eucacheck.lookup.fact_words import Pool, split_facts
from eucacheck.lookup.gather import Facts, gather
from eucacheck.lookup.question import Question, read_question
from eucacheck.lookup.rank import Ranked, rank, uncovered
from eucacheck.lookup.respelling import long_forms, near_words, other_spellings, put_words
from eucacheck.lookup.time import Time, hold_at
from eucacheck.lookup.vocabulary import HINTS
from eucacheck.lookup.words import beginnings, split_words, stem
from eucacheck.records import Claim, Finding, Source
from eucacheck.report.build import finding_values, source_list

FACT_SCHEMA: Final = "eucacheck-fact/1"
_MOST: Final = 12
"""Facts given: a reader looks at the first few, and a program that wants more reads the report."""
_SHARE: Final = 0.4
"""A fact that scores less than this share of the best one is not worth showing."""
_CANDIDATES: Final = 200
_FITTING, _FITTING_NAMED, _FITTING_KNOWN = 0.36, 0.5, 0.15
"""Share of a query (rare words weigh more) that a fact has to cover, else nothing fits: where some word is in no
source, where that is a name, and where all words are. Of 160 questions that a base answers the least has 0.40, of 18
about other things the most 0.31."""
_NEAREST: Final = 3
_MOST_STRANGE: Final = 8
"""Words that no fact has which are looked for in the texts, and replaced by near ones where no text has them."""
_RESPELT: Final = 0.95
"""What is left of the score of a fact that another spelling of a name finds."""


class Base(Facts, Protocol):
    """What a look-up reads from the store."""

    def search(self, terms: Sequence[str], limit: int = ...) -> Sequence[tuple[Finding, float]]:
        """Give the findings in which any of the terms occurs."""

    def texts(self) -> Mapping[str, str]:
        """Give the text of every source."""

    def claims(self, source: str) -> Sequence[Claim]:
        """Give the claims of a source."""

    def findings(self) -> Sequence[Finding]:
        """Give every finding."""

    def sources(self, only: Iterable[str] | None = ..., *, texts: bool = ...) -> Sequence[Source]:
        """Give some sources."""

    def copy_groups(self) -> Mapping[str, str]:
        """Give the copy group of each source that shares its words with another."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a query found: facts, best first; words that no source has; words read as others that come near.

    Where nothing fits, `facts` is empty and `near` holds what comes nearest.
    """

    facts: tuple[Ranked, ...]
    near: tuple[Ranked, ...] = ()
    unknown: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


def look_up(base: Base, query: str, time: Time | None = None) -> dict[str, Any]:
    """Give the facts that answer a query, best first, with the sources that they quote, as JSON values."""
    return answer_values(base, query, search_base(base, query), time)


def answer_values(base: Base, query: str, search: Search, time: Time | None = None) -> dict[str, Any]:
    """Give what a search found as `eucacheck-fact/1`: like facts brought together, as of a time where one is given.

    Among the first stands what is said elsewhere: by sources that the facts before it do not cite.
    """
    groups, found = base.copy_groups(), search.facts
    if time is not None:
        found = _keep(found, time, groups)
    facts = add_elsewhere(base, read_as(query, search), gather(found, base, groups))
    if time is not None:
        facts = [f for fact in facts if (f := hold_at(fact, time, groups)) is not None]
    return _values(base, query, facts[:_MOST], time)


def near_values(base: Base, query: str, search: Search, time: Time | None = None) -> dict[str, Any]:
    """Give what comes nearest to a query that nothing fits."""
    groups = base.copy_groups()
    near = search.near if time is None else _keep(search.near, time, groups)
    return _values(base, query, gather(near, base, groups), time)


def _keep(found: Sequence[Ranked], time: Time, groups: Mapping[str, str]) -> tuple[Ranked, ...]:
    return tuple(replace(r, finding=f) for r in found if (f := hold_at(r.finding, time, groups)) is not None)


def _values(base: Base, query: str, facts: Sequence[Finding], time: Time | None) -> dict[str, Any]:
    groups = base.copy_groups()
    cited = {c.source for f in facts for c in f.claims}
    return {
        "schema": FACT_SCHEMA,
        "query": query,
        "as_of": time.text if time is not None else None,
        "sources": source_list(base.sources(sorted(cited), texts=False), groups) if cited else [],
        "facts": [finding_values(f) for f in facts],
    }


def read_as(query: str, search: Search) -> Question:
    """Give what a query asks, its misspelt words replaced as the search replaced them."""
    return put_words(read_question(query), dict(search.read_as))


def search_facts(base: Base, query: str) -> list[Ranked]:
    """Give the facts that answer a query, best first, those far behind the best left out."""
    return list(search_base(base, query).facts)


def search_base(base: Base, query: str) -> Search:
    """Search for a query, and tell what it was read as and what no source has."""
    texts = base.texts()
    question = _with_long_forms(read_question(query), texts)
    pool = _find(base, question)
    stretches = find_stretches(texts, question.words) if len(question.words) > 1 else []
    missing = [w for w in uncovered(pool, question) if not any(stem(w) in s.words for s in stretches)]
    near: dict[str, str] = {}
    strange = _in_no_text(missing, texts)
    if strange:
        findings = base.findings()
        near = long_forms(strange, findings)
        near |= near_words([w for w in strange if w not in near], findings)
        question = put_words(question, near)
        pool = _find(base, question)
    known = {finding.id for finding, _ in pool}
    pool = [*pool, *split_facts(f for f in _beside(base, stretches) if f.id not in known)]
    reports = _dates(base) if question.moments else {}
    ranked = rank(pool, question, stretches, reports)
    other = other_spellings(pool, question)
    if other:
        respelt = put_words(question, other)
        ranked = _best_of(ranked, rank(_find(base, respelt), respelt, (), reports))
    kept = tuple(r for r in ranked if r.score >= _SHARE * ranked[0].score)
    unknown = tuple(w for w in strange if w not in near)
    if not _fits(kept, question, unknown, query):
        return Search((), kept[:_NEAREST], unknown, tuple(near.items()))
    return Search(kept, (), unknown, tuple(near.items()))


def _dates(base: Base) -> dict[str, str]:
    """The dates of the sources that have one, in EDTF."""
    return {s.id: s.published.edtf for s in base.sources(texts=False) if s.published is not None}


def _fits(found: Sequence[Ranked], question: Question, unknown: Sequence[str], query: str) -> bool:
    """Tell whether facts cover enough of a query.

    A name that no source has decides; of another strange word the rest of the query may still be answered, if that is
    more than a word for a kind of fact.
    """
    best = max((r.covered for r in found), default=0.0)
    named = any(w[0].isupper() and split_words(w)[0] in unknown for w in query.split() if split_words(w))
    if best >= (_FITTING_NAMED if named else _FITTING if unknown else _FITTING_KNOWN):
        return True
    known = [w for w in question.words if w not in unknown and w not in HINTS]
    return bool(known) and not named and len(unknown) <= len(known) and best >= _FITTING_KNOWN


def _in_no_text(words: Sequence[str], texts: Mapping[str, str]) -> list[str]:
    """The words that no text has, of the first few: who writes an essay does not misspell a name."""
    left = list(words[:_MOST_STRANGE])
    for text in texts.values() if left else ():
        folded = text.casefold()
        left = [w for w in left if w not in folded or re.search(rf"\b{re.escape(w)}\b", folded) is None]
    return left


def _with_long_forms(question: Question, texts: Mapping[str, str]) -> Question:
    """Search for what a short form stands for, too."""
    long = [name for word in question.words if (name := spell_out(texts.values(), word)) is not None]
    return replace(question, terms=(*question.terms, *long))


def _beside(base: Base, stretches: Iterable[Stretch]) -> Iterable[Finding]:
    """The facts of the claims in some sentences."""
    return (
        finding
        for stretch in stretches
        for claim in base.claims(stretch.source)
        if stretch.holds(claim) or stretch.leads_to(claim)
        for finding in base.findings_of(claim.id)
    )


def _find(base: Base, question: Question) -> Pool:
    return split_facts(f for f, _ in base.search(_terms(question), _CANDIDATES))


def _terms(question: Question) -> list[str]:
    """Words to search by; from 5 letters their beginning, so that "chaired" finds "chairs"."""
    terms: list[str] = []
    for term in question.terms:
        terms.append(term)
        terms += [f"{short}*" for short in beginnings(term) if len(short) >= 4 and short.isalpha()]
    return terms


def _best_of(ranked: Sequence[Ranked], respelt: Sequence[Ranked]) -> list[Ranked]:
    """Each fact once with the better of its scores; what another spelling finds counts a little less."""
    best = {r.finding.id: r for r in ranked}
    for r in respelt:
        held = best.get(r.finding.id)
        if held is None or held.score < _RESPELT * r.score:
            best[r.finding.id] = replace(r, score=_RESPELT * r.score)
    return sorted(best.values(), key=lambda r: (-r.score, r.finding.id))
