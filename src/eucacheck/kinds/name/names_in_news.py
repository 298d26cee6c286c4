"""People of nearly one name in two reports of one news, each of whom is alone of that name in its report: one person.

Beatrix and Beatrice Halm, Marat and Murat Zhandos: whose given names are too far apart for strangers to be taken for
one are one where the news is, and neither report has both.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from eucacheck.compare.names import given, surname, two_genders
from eucacheck.records import Claim
from eucacheck.shadow import skeleton

if TYPE_CHECKING:
    from eucacheck.facts import Block

_BEGINNING: Final = 4
"""Letters that two forms of one given name begin with."""
_LETTERS: Final = 2


def merged_in_news(groups: Mapping[str, Sequence[Claim]], block: "Block") -> dict[str, list[Claim]]:
    """The groups of claims by person, those of one person of one news together."""
    found = {person: list(claims) for person, claims in groups.items()}
    for person in sorted(found):
        for other in sorted(found):
            if person < other and person in found and other in found and _one(found[person], found[other], block):
                known = [p for p in (person, other) if p in block.pack.people]
                if len(known) == _LETTERS:
                    continue
                home = known[0] if known else person
                found[home] = [*found.pop(person), *found.pop(other)]
    return dict(sorted(found.items()))


def _one(a: Sequence[Claim], b: Sequence[Claim], block: "Block") -> bool:
    names = [sorted({n for c in g if given(n := str(c.value["name"]))}) for g in (a, b)]
    if not all(names) or not all(_close(x, y) for x in names[0] for y in names[1]):
        return False
    return of_one_news([*a, *b], block)


def _close(a: str, b: str) -> bool:
    """One surname, and given names that begin alike."""
    x, y = (skeleton(given(n).split()[0]) for n in (a, b))
    if skeleton(surname(a)) != skeleton(surname(b)) or two_genders(x, y):
        return False
    return x[:_BEGINNING] == y[:_BEGINNING] and OSA.distance(x, y) <= _LETTERS + 1


def of_one_news(claims: Sequence[Claim], block: "Block") -> bool:
    """Each of the reports of one news has one full name, and there are no other persons of nearly that name in it."""
    full: dict[str, set[str]] = {}
    for claim in claims:
        if given(str(claim.value["name"])):
            full.setdefault(claim.source, set()).add(claim.subject)
    sources = sorted(full)
    alone = all(len(subjects) == 1 for subjects in full.values())
    return alone and any(
        full[a] != full[b] and block.around.one_news(a, b) for i, a in enumerate(sources) for b in sources[i + 1 :]
    )
