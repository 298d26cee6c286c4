"""Texts and a question to the sentences that hold its words: what stands beside a quotation helps to find its fact."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from eucacheck.lookup.words import beginnings, stem
from eucacheck.records import Claim
from eucacheck.tense import SENTENCE_BREAK

_MOST: Final = 12
"""Sentences looked into: the best of a base, so that a look-up in a large one stays fast."""
_ENOUGH: Final = 0.6
"""Share of the question (rare words weigh more) that a sentence has to hold."""
_REACH: Final = 600


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a source, and the stems of the question that it holds with their first place in the text."""

    source: str
    start: int
    end: int
    words: Mapping[str, int]
    following: int = 0

    def holds(self, claim: Claim) -> bool:
        """Tell whether a claim stands in this sentence."""
        return claim.source == self.source and self.start <= claim.start < self.end

    def leads_to(self, claim: Claim) -> bool:
        """Tell whether a claim stands in the sentence after this one, whose pronouns may mean what is said here."""
        return claim.source == self.source and self.end <= claim.start < self.following


def find_stretches(texts: Mapping[str, str], words: Sequence[str]) -> list[Stretch]:
    """Give the sentences that hold most of the question, best first; of one word none: full text finds that."""
    wanted = {stem(w): _pattern(w) for w in words if w.isalpha()}
    if len(wanted) < 2:
        return []
    spots = {s: {w: [m.start() for m in p.finditer(text)] for w, p in wanted.items()} for s, text in texts.items()}
    rarity = {w: log(1 + len(texts) / (1 + sum(bool(found[w]) for found in spots.values()))) for w in wanted}
    whole = sum(rarity.values())
    rated: list[tuple[float, Stretch]] = []
    for source, found in spots.items():
        if sum(rarity[w] for w in wanted if found[w]) < _ENOUGH * whole:
            continue
        held: dict[tuple[int, int], dict[str, int]] = {}
        for word, starts in found.items():
            for start in starts:
                held.setdefault(_sentence(texts[source], start), {}).setdefault(word, start)
        for (start, end), inside in held.items():
            share = sum(rarity[w] for w in inside) / whole
            if share >= _ENOUGH and len(inside) > 1:
                following = _sentence(texts[source], min(end, len(texts[source]) - 1))[1]
                rated.append((share, Stretch(source, start, end, inside, following)))
    rated.sort(key=lambda r: (-r[0], r[1].source, r[1].start))
    return [stretch for _, stretch in rated[:_MOST]]


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, beginnings(word)))})", re.IGNORECASE)


def _sentence(text: str, at: int) -> tuple[int, int]:
    before = text[max(0, at - _REACH) : at]
    start = at - len(before) + max((m.end() for m in SENTENCE_BREAK.finditer(before)), default=0)
    end = SENTENCE_BREAK.search(text, at, at + _REACH)
    return start, end.end() if end is not None else min(len(text), at + _REACH)
