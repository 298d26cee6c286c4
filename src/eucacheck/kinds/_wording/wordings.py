"""Quotations to wordings: which claims of a block quote the same words, and which the same speech in other words."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.compare.names import compare_persons
from eucacheck.compare.quotes import QuoteRelation, compare_quotes, plain, quote_words
from eucacheck.records import Claim

NEAR_DAYS: Final = 60
"""Days between two reports of one speech; later the speaker may have said something like it again."""
_LONG: Final = 6
_STEM: Final = 7
_COMMON: Final = 60
"""A word in more quotations than this brings no two together."""


def stems_of(words: str) -> list[str]:
    """The words that carry a quotation, cut to stems, the longest first: long words are rare words."""
    found = {plain(w)[:_STEM] for w in quote_words(words) if len(plain(w)) > 3}
    return sorted(found, key=lambda w: (-len(w), w))


def candidate_pairs(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of claims worth comparing: all of a small block; of a large one those that share a word that is rare."""
    if len(claims) <= _COMMON:
        return list(combinations(claims, 2))
    places: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        for stem in stems_of(str(claim.value["words"])):
            places.setdefault(stem, []).append(i)
    pairs = {p for at in places.values() if len(at) <= _COMMON for p in combinations(at, 2)}
    return [(claims[i], claims[j]) for i, j in sorted(pairs)]


def relations(claims: Sequence[Claim]) -> dict[tuple[str, str], QuoteRelation]:
    """The relation of every two claims that are not apart, by their identifiers."""
    found = {}
    for a, b in candidate_pairs(claims):
        relation = compare_quotes(str(a.value["words"]), str(b.value["words"]))
        if relation.relation != "apart":
            found[a.id, b.id] = relation
    return found


def joined(claims: Sequence[Claim], links: Iterable[tuple[str, str]]) -> list[list[Claim]]:
    """Claims that hang together by links between their identifiers, in canonical order; in time with the links."""
    place = {c.id: i for i, c in enumerate(claims)}
    parent = list(range(len(claims)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in links:
        if a in place and b in place:
            first, second = sorted((root(place[a]), root(place[b])))
            parent[second] = first
    groups: dict[int, list[Claim]] = {}
    for i, claim in enumerate(claims):
        groups.setdefault(root(i), []).append(claim)
    return [groups[r] for r in sorted(groups)]


def near_in_time(a: Claim, b: Claim) -> bool:
    """Tell whether two reports may be of one occasion."""
    if a.when is None or b.when is None or compare_dates(a.when, b.when).relation != "disjoint":
        return True
    gap = gap_days(a.when, b.when)
    return gap is None or gap <= NEAR_DAYS


def same_voice(a: str | None, b: str | None) -> bool:
    """Tell whether two speakers may be one: one is open or no person, or their names may be one person's."""
    if a is None or b is None or a == b or not (a.startswith("person:") and b.startswith("person:")):
        return True
    names = [x.partition(":")[2].replace("-", " ") for x in (a, b)]
    if min(len(n.split()) for n in names) == 1:
        return names[0].split()[-1] == names[1].split()[-1]
    return compare_persons(names[0], names[1]).relation != "different"


def long_enough(a: Claim, b: Claim) -> bool:
    """Tell whether two quotations are long enough for one to be no coincidence."""
    return min(len(quote_words(str(c.value["words"]))) for c in (a, b)) >= _LONG
