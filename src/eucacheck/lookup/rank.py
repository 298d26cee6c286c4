"""Findings and a question to the facts that answer it, best first, each with its score. Standard library alone.

A fact is scored by the share of the question's words that it covers (rare words weigh more; words of its own question
weigh more than those of a quotation), then by the kind that is asked for, by dates and numbers that fit, by sources.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, log2
from typing import Final

from eucacheck.lookup.context import Stretch
from eucacheck.lookup.fact_words import Pool, Words
from eucacheck.lookup.fitting import fit_date, fit_number
from eucacheck.lookup.question import Question
from eucacheck.lookup.vocabulary import CURRENCIES, HINTS
from eucacheck.lookup.words import slug_words, stem
from eucacheck.records import Finding

_BESIDE, _FARTHER, _BEFORE, _RELATED = 0.6, 0.4, 0.3, 0.5
"""What a word of the question counts that stands beside a quotation, farther off in its sentence, in the sentence
before, or in another fact on the same subject."""
_KIND_STEMS: Final = frozenset(stem(w) for w, kinds in HINTS.items() if max(kinds.values()) >= 0.7)
_KIND_WORD: Final = 0.5
"""What a word that names a kind of fact weighs, as a share."""
_NEAR: Final = 60
"""Characters within which a word stands beside a quotation."""
_KIND, _WORDED, _CLOSE, _SOURCE, _FLAGGED = 0.6, 0.1, 0.3, 0.08, 0.04
"""What is added, as a share: the kind that is asked for, the same question word, a fact that speaks of little else,
each doubling of its sources, a conflict or variant."""
_TENSE: Final = {"past": 0.1, "coming": 0.1, "next": 0.4, "unknown": 0.05}
"""What is added to what was held or is to come, as the question has it; in doubt what was held is meant."""
_HELD, _COMING = ("When was ", "Where was "), ("When is ", "Where is ")
_CONVERSION: Final = "How much are "
_CODES: Final = frozenset(code.casefold() for code in CURRENCIES.values())
_AS_GOOD: Final = 0.75
"""Share of the best score from which a fact may be the "last" one that is asked for."""
_OTHER_KIND: Final = 0.7
"""What is left of a fact of another kind where the question names its kind clearly ("how much", "title")."""
_FITS, _UNKNOWN, _EXCLUDED = 1.35, 0.75, 0.4
"""What a fact is multiplied by where a date or number of the question is its own, is not in it, or excludes it."""
_OF_A_PERSON: Final = 0.9
"""What is left of a fact on the offices of a person where the question names none: it asks who holds an office."""
_ANOTHER_PERSON: Final = 0.7
"""What is left of a fact on a person where the question names another."""
_OF_PEOPLE: Final = frozenset({"participant", "event_chair"})
"""Kinds that tell of a person at an event: where the question names another one, they do not answer it."""
_CONVERTED: Final = 0.85
"""What is left of a fact on what a sum is in another currency where the question names none."""
_MUCH_OF_IT, _ANOTHER_EVENT = 0.8, 0.8
"""Share of what all facts on the event that fits best cover, below which an event is another one, and what is left of
a fact on it."""
_PART_OF_A_NAME: Final = 0.8
"""What is left of the spellings of a name where the question has more than that name."""
_OTHER_ORDINAL: Final = 0.45
"""What is left of a fact about another edition than the one that is asked for."""
_UNASKED_ORDINAL: Final = 0.95
"""What is left of "Which was the 4th forum?" where the number is what is asked for."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact and how well it answers the question; scores compare within one question only.

    `covered` is the share of the question that the fact speaks of.
    """

    finding: Finding
    score: float
    covered: float = 1.0


def rank(
    pool: Pool, question: Question, stretches: Sequence[Stretch] = (), reports: Mapping[str, str] | None = None
) -> list[Ranked]:
    """Order facts by how well they answer; those that share nothing with the question are left out.

    `stretches` are sentences that hold words of the question: their words count for the claims in them. `reports` are
    the dates of the sources, in EDTF.
    """
    wanted = question.stems
    table = [{w: words.weight(w) for w in wanted} for _, words in pool]
    _count_spelt_out(wanted, pool, table)
    rarity = {w: _rarity(w, table) for w in wanted}
    _count_beside(pool, table, stretches)
    _count_related(pool, table)
    events = _events_covered(pool, table, rarity)
    fullest = max(events.values(), default=0.0)
    ranked = []
    own = [finding.subject.startswith("person:") and _names(finding, wanted) for finding, _ in pool]
    named = any(own)
    surnames = {stem(slug_words(f.subject)[-1]) for f, _ in pool if f.subject.startswith("person:")}.intersection(
        wanted
    )
    for (finding, words), row, is_named in zip(pool, table, own, strict=True):
        covered = _covered(row, rarity)
        score = _score(finding, words, question, covered, reports or {})
        if finding.subject.startswith("person:") and not is_named:
            score *= _ANOTHER_PERSON if named else _OF_A_PERSON if finding.kind == "title" else 1.0
        elif finding.kind in _OF_PEOPLE and surnames and not any(map(words.literal, surnames)):
            score *= _ANOTHER_PERSON
        if events.get(finding.subject, fullest) < _MUCH_OF_IT * fullest:
            score *= _ANOTHER_EVENT
        if score > 0:
            ranked.append(Ranked(finding, score, covered if wanted else 1.0))
    ranked.sort(key=lambda r: (-round(r.score, 3), -_last_day(r.finding), r.finding.id))
    return _latest_first(ranked) if question.latest else ranked


def _latest_first(ranked: list[Ranked]) -> list[Ranked]:
    """Of events like the best fact's, that were held and answer about as well, the latest one comes first."""
    if not ranked:
        return ranked
    best = ranked[0]
    like = [
        r
        for r in ranked
        if r.finding.kind == best.finding.kind
        and _series(r.finding) == _series(best.finding)
        and r.score >= _AS_GOOD * best.score
        and not r.finding.question.startswith(_COMING)
    ]
    first = max(like, key=lambda r: _last_day(r.finding), default=best)
    return [replace(first, score=best.score), *(r for r in ranked if r is not first)]


def _series(finding: Finding) -> str:
    """The subject of a fact without the date and place that tell one event from the others like it."""
    return re.split(r"-\d", finding.subject, maxsplit=1)[0]


def _events_covered(pool: Pool, table: Sequence[Mapping[str, float]], rarity: Mapping[str, float]) -> dict[str, float]:
    """How much of a question all facts on each event cover together."""
    held: dict[str, dict[str, float]] = {}
    for (finding, _), row in zip(pool, table, strict=True):
        if finding.subject.startswith("event:"):
            best = held.setdefault(finding.subject, dict(row))
            best.update({w: weight for w, weight in row.items() if weight > best[w]})
    return {subject: _covered(row, rarity) for subject, row in held.items()}


def _names(finding: Finding, wanted: Sequence[str]) -> bool:
    """Tell whether a question has a word of the name of the person that a fact is about."""
    return not {stem(w) for w in slug_words(finding.subject)}.isdisjoint(wanted)


def _last_day(finding: Finding) -> int:
    """The last day of which a fact tells, as a number that orders; 0 where it has no date."""
    return max((c.when.end.toordinal() for c in finding.claims if c.when and c.when.end), default=0)


def _rarity(word: str, table: Sequence[Mapping[str, float]]) -> float:
    """How much a word weighs: rare ones more, those that name a kind of fact ("visit") less: the kind counts itself."""
    rare = log(1 + len(table) / (1 + sum(row[word] > 0 for row in table)))
    return rare * _KIND_WORD if word in _KIND_STEMS else rare


def _count_beside(pool: Pool, table: Sequence[dict[str, float]], stretches: Sequence[Stretch]) -> None:
    """Words that stand in the sentence of a quotation count for its fact."""
    for stretch in stretches:
        for (finding, _), row in zip(pool, table, strict=True):
            for claim in finding.claims:
                if not stretch.holds(claim) and not stretch.leads_to(claim):
                    continue
                for word, at in stretch.words.items():
                    near = claim.start - _NEAR <= at <= claim.end + _NEAR
                    weight = _BEFORE if stretch.leads_to(claim) else _BESIDE if near else _FARTHER
                    row[word] = max(row.get(word, 0.0), weight)


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
    """Two to six words of a question in a row count where a fact has their initials: "European Union" and "EU"."""
    for size in range(2, 7):
        for i in range(len(wanted) - size + 1):
            row_of = wanted[i : i + size]
            short = "".join(w[0] for w in row_of)
            for (_, words), row in zip(pool, table, strict=True):
                if short in words.acronyms and not any(row[w] for w in row_of):
                    row.update(dict.fromkeys(row_of, words.literal(short)))


def _score(finding: Finding, words: Words, question: Question, covered: float, reports: Mapping[str, str]) -> float:
    """The share of the question that a fact covers, times what speaks for and against the fact."""
    fits = [fit_date(finding, m, reports) for m in question.moments]
    fits += [fit_number(finding, n, unit) for n, unit in question.numbers]
    if not question.words:
        covered = 1.0 if any(f > 0 for f in fits) else 0.0
    if covered <= 0:
        return 0.0
    if question.ordinals and words.ordinals and not words.ordinals & set(question.ordinals):
        covered *= _OTHER_ORDINAL
    if finding.question.startswith(_CONVERSION) and question.stems and not _CODES.intersection(question.words):
        covered *= _CONVERTED
    if finding.kind == "event_ordinal" and words.ordinals and not question.ordinals:
        covered *= _UNASKED_ORDINAL
    for fit in fits:
        covered *= _UNKNOWN + (_FITS - _UNKNOWN) * fit if fit >= 0 else _EXCLUDED
    asked = min(1.0, question.kinds.get(finding.kind, 0.0))
    if question.open and not all(map(words.weight, question.stems)):
        asked = 0.0
        covered *= _PART_OF_A_NAME if finding.kind == "name" else 1.0
    if asked < 0.3 and max(question.kinds.values(), default=0.0) >= 0.85:
        covered *= _OTHER_KIND
    sources = len({c.source for c in finding.claims})
    return covered * (
        1
        + _KIND * asked
        + _TENSE[question.tense]
        * finding.question.startswith(_COMING if question.tense in {"coming", "next"} else _HELD)
        + _WORDED * finding.question.casefold().startswith(question.asks)
        + _CLOSE * words.closeness(question.stems)
        + _SOURCE * log2(sources or 1)
        + _FLAGGED * (finding.verdict in {"conflict", "variant"})
    )
