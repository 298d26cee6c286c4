"""A fact to its words, by where they stand: in its question, in an answer, in a quotation. Standard library alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from eucacheck.lookup.vocabulary import LINKING
from eucacheck.lookup.words import ordinal_of, split_words, stem
from eucacheck.records import Finding

ABOUT, ANSWER, QUOTED = 1.0, 0.9, 0.7
"""What a word of the question counts, by where the fact has it: in its question or subject, in an answer, in a
quotation."""
_PASSED_OVER: Final = LINKING | {"between", "with"}
_COMMON: Final = frozenset(
    map(
        stem,
        split_words(
            "was were is are did do does held hold the of in and or which when where who how what a an at for to"
        ),
    )
)
_QUOTATION: Final = re.compile(r"“.{0,2000}”", re.DOTALL)
"""Words of a source inside a question or an answer ("What exactly did X say: “...”"): they count as quoted."""
_SIZED: Final = re.compile(r"\b\d[\d.,]{0,12}\s?(?=(?:thousand|million|billion|trillion)\b)")
"""A figure that is only part of a number: "10" of "10 billion" is no ten."""
_ACRONYM: Final = re.compile(r"\b[A-Z][A-Za-z]{0,6}[A-Z]\b")


@dataclass(frozen=True)
class Words:
    """The stems of one fact, by where they stand, and the initials of its words in a row."""

    about: frozenset[str]
    answers: frozenset[str]
    quotes: tuple[frozenset[str], ...]
    initials: str
    ordinals: frozenset[int] = frozenset()
    acronyms: frozenset[str] = frozenset()

    def closeness(self, wanted: Iterable[str]) -> float:
        """Give the share of the fact's own question that is asked for: a fact that speaks of little else is nearer."""
        own = self.about - _COMMON
        return len(own.intersection(wanted)) / len(own) if own else 0.0

    @classmethod
    def of(cls, finding: Finding) -> "Words":
        """Split a fact into its stems."""
        question = _plain(finding.question)
        quoting = "“" in finding.question
        slug = () if quoting else split_words(finding.subject.partition(":")[2])
        about = [*(w for w in slug if not w.isdigit()), *split_words(question)]
        answers = [w for a in finding.answers for w in split_words(_plain(a.text))]
        fields = dict.fromkeys(str(c.value.get("domain") or "") for c in finding.claims)
        about += [w for field in fields for w in split_words(field)] if finding.kind == "title" else []
        quotes = [c.quote for c in finding.claims]
        by_source: dict[str, set[str]] = {}
        for claim in finding.claims:
            by_source.setdefault(claim.source, set()).update(stems(_SIZED.sub("", claim.quote)))
        return cls(
            frozenset(map(stem, about)),
            frozenset(map(stem, answers)),
            tuple(frozenset(s) for s in by_source.values()),
            " ".join(initials_of(text) for text in (question, *(_plain(a.text) for a in finding.answers))),
            frozenset(n for w in about if (n := ordinal_of(w)) is not None),
            frozenset().union(*map(_acronyms, (question, *(a.text for a in finding.answers), *quotes))),
        )

    def literal(self, word: str) -> float:
        """How much of a word the fact covers in this very form, not by its initials."""
        if word in self.about:
            return ABOUT
        if word in self.answers:
            return ANSWER
        held = sum(word in quote for quote in self.quotes)
        return QUOTED * (0.7 + 0.3 * held / len(self.quotes)) if held else 0.0

    def weight(self, word: str) -> float:
        """How much of a word of the question the fact covers, 0 to 1."""
        held = self.literal(word)
        if held < ANSWER and 2 <= len(word) <= 6 and word in self.initials:
            return ANSWER
        return held


@lru_cache(maxsize=4096)
def _acronyms(text: str) -> frozenset[str]:
    return frozenset(a.casefold() for a in _ACRONYM.findall(text))


def initials_of(text: str) -> str:
    """The first letters of capitalised words in a row: what an acronym may be made of."""
    letters = [w[0] if w[0].isupper() else "" if w in _PASSED_OVER else " " for w in re.findall(r"[^\W\d_]+", text)]
    return "".join(letters).casefold()


def _plain(text: str) -> str:
    """A text without what it quotes and without the figures of large numbers."""
    return _SIZED.sub("", _QUOTATION.sub(" ", text))


Pool: TypeAlias = Sequence[tuple[Finding, Words]]
"""Facts with their words."""


def split_facts(findings: Iterable[Finding]) -> Pool:
    """Give each fact once, with its words."""
    return [(f, Words.of(f)) for f in {f.id: f for f in findings}.values()]


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of a text."""
    return frozenset(map(stem, split_words(text)))
