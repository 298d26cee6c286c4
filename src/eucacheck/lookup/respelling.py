"""Words of a query that the facts have in another form to that form: misspelt, short, or spelt in two ways."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from eucacheck.lookup.acronyms import unscramble
from eucacheck.lookup.fact_words import Pool
from eucacheck.lookup.question import Question
from eucacheck.lookup.words import slug_words, split_words
from eucacheck.records import Finding

_NEAR: Final = 0.74
"""Similarity from which a word that no fact has stands for another; "Tokaev" and "Tokayev" have 0.92."""
_VERY_NEAR: Final = 0.8
"""The same for words of up to 5 letters or with another first letter: "wine" is no "nine" (0.75)."""
_SHORT: Final = 5
_SHORTEST, _LONGEST = 4, 40
"""Letters of a word that may be misspelt: longer ones are no names, and comparing them takes time."""


def long_forms(strange: Sequence[str], findings: Iterable[Finding]) -> dict[str, str]:
    """Give for short forms that no source has the office or name that they may stand for."""
    phrases = [a.text for f in findings if f.kind in {"title", "name"} for a in f.answers]
    return {word: long for word in strange if (long := unscramble(phrases, word)) is not None}


def near_words(missing: Sequence[str], findings: Iterable[Finding]) -> dict[str, str]:
    """Give for words that no fact has the nearest word that one has, where one is near."""
    from difflib import SequenceMatcher, get_close_matches

    vocabulary = dict.fromkeys(w for f in findings for w in _words_of(f) if len(w) >= _SHORTEST)
    near: dict[str, str] = {}
    for word in missing:
        if not _SHORTEST <= len(word) <= _LONGEST or any(c.isdigit() for c in word):
            continue
        for other in get_close_matches(word, vocabulary, n=3, cutoff=_NEAR):
            alike = SequenceMatcher(None, word, other).ratio()
            if alike >= (_NEAR if word[0] == other[0] and len(word) > _SHORT else _VERY_NEAR):
                near[word] = other
                break
    return near


def other_spellings(pool: Pool, question: Question) -> dict[str, str]:
    """Give for words of a question that are one spelling of a name the other one, as a finding on the two tells."""
    persons = [
        [slug_words(str(a.value["person"])) for a in finding.answers]
        for finding, _ in pool
        if finding.verdict == "variant" and all("person" in a.value for a in finding.answers)
    ]
    pairs = [(one, two) for group in persons for one, two in permutations(group, 2) if len(one) == len(two)]
    return {w: o for one, two in pairs for w, o in zip(one, two, strict=True) if w != o and w in question.words}


def put_words(question: Question, near: Mapping[str, str]) -> Question:
    """A question with other words in place of its own."""
    return replace(
        question,
        words=tuple(dict.fromkeys(p for w in question.words for p in near.get(w, w).split())),
        terms=tuple(dict.fromkeys(p for t in question.terms for p in (near[t].split() if t in near else [t]))),
    )


def _words_of(finding: Finding) -> Iterable[str]:
    yield from split_words(f"{finding.subject} {finding.question}")
    for answer in finding.answers:
        yield from split_words(answer.text)
        for claim in answer.claims:
            yield from split_words(claim.quote)
