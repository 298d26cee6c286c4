"""A finding to whether it compares the day of a source with that of those from whom its year was taken.

Such a comparison proves nothing: what others lent a source cannot contradict them, nor confirm them.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Final

from eucacheck.dating.reading import Reading
from eucacheck.records import Claim, Finding

_ON_DATES: Final = frozenset({"EUC301", "EUC302", "EUC341", "EUC342", "EUC351", "EUC353", "EUC502", "EUC504"})
"""Rules on two dates of one thing."""
LENT: Final = "year-inferred: the year of one was taken from the other"
"""Why such dates are not opposed."""
_AGREE: Final = frozenset({"agree", "single", "unclear"})


def is_circular(finding: Finding, readings: Mapping[str, Reading], voices: Mapping[str, str]) -> bool:
    """Tell whether dates differ only between a source and those that date it."""
    if finding.rule not in _ON_DATES or finding.verdict in _AGREE or len(finding.answers) < 2:
        return False
    sides = [{c.source for c in a.claims} for a in finding.answers]
    lent = lent_by(readings, voices)
    pairs = [(a, b) for i, one in enumerate(sides) for other in sides[i + 1 :] for a in one for b in other if a != b]
    return bool(pairs) and all(
        voices.get(b, b) in lent.get(a, ()) or voices.get(a, a) in lent.get(b, ()) for a, b in pairs
    )


def pairs_opposed(finding: Finding) -> Iterator[tuple[str, str]]:
    """The pairs of claims under two answers, as reasons are kept for them."""
    for one, other in combinations(finding.answers, 2):
        for a, b in product(one.claims, other.claims):
            first, second = sorted((a.id, b.id))
            yield first, second


def own_voices(claims: Iterable[Claim], readings: Mapping[str, Reading], voices: Mapping[str, str]) -> set[str]:
    """The independent voices of an answer: on a day, none is who took its year from another of them."""
    dated = {c.source: "edtf" in c.value for c in sorted(claims, key=lambda c: "edtf" in c.value)}
    voice = {s: voices.get(s, s) for s in dated}
    lent = lent_by(readings, voices)
    borrowed = {
        s for s, is_dated in dated.items() if is_dated and lent.get(s, set()) & (set(voice.values()) - {voice[s]})
    }
    return {v for s, v in voice.items() if s not in borrowed}


def lent_by(readings: Mapping[str, Reading], voices: Mapping[str, str]) -> dict[str, set[str]]:
    """By source, the voices from which its year was taken."""
    return {s: {voices.get(o, o) for o in reading.rests_on} for s, reading in readings.items()}
