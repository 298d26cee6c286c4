"""The spellings of one name in several sources: which form is right, and which of the others are wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eucacheck.compare.names import given, plain, surname
from eucacheck.compare.spelling import DOUBLED, SpellingRelation, classify_spelling
from eucacheck.records import Claim

_WRONG = frozenset({"misspelling", "truncation", "spoofed"})
_RIGHT = frozenset({"same", "accepted"})


@dataclass(frozen=True, slots=True)
class Spellings:
    """Claims by form; forms that are no error of the canonical one stand under it.

    `known` says that the pack gives the canonical form; `wrong` has the reason for each form that is an error.
    """

    canonical: str
    known: bool
    forms: Mapping[str, Sequence[Claim]]
    wrong: Mapping[str, SpellingRelation]


def spellings_of(claims: Sequence[Claim], known: str | None, accepted: Sequence[str] = ()) -> Spellings:
    """Sort the claims on one name by form; without a known form the one that most sources use is canonical."""
    canonical = known if known is not None else _commonest(claims)
    forms: dict[str, list[Claim]] = {}
    wrong: dict[str, SpellingRelation] = {}
    full = {surname(n): n for n in sorted({str(c.value["name"]) for c in claims}, reverse=True) if given(n)}
    for claim in claims:
        name = str(claim.value["name"])
        relation = _relation(name, canonical, accepted)
        if relation.kind in _WRONG and not given(name):
            name = full.get(name, name)
        key = canonical if relation.kind in _RIGHT else name
        forms.setdefault(key, []).append(claim)
        if relation.kind in _WRONG:
            wrong[name] = relation
    if accepted and canonical not in forms and all(r.reason.endswith(DOUBLED) for r in wrong.values()):
        wrong = {}  # how often a house writes a consonant of a name that has several romanisations is its own affair
    forms = _without_bare_surnames(forms, canonical, wrong)
    return Spellings(canonical, known is not None, forms, wrong)


def _without_bare_surnames(
    forms: Mapping[str, list[Claim]], canonical: str, wrong: Mapping[str, SpellingRelation]
) -> dict[str, list[Claim]]:
    """A surname alone is no evidence of a full name, unless a surname is what is in question."""
    own = forms.get(canonical, [])
    full = [c for c in own if given(str(c.value["name"]))]
    disputed = any(plain(surname(w)) != plain(surname(canonical)) for w in wrong)
    return {**forms, canonical: full} if full and given(canonical) and not disputed else dict(forms)


def _relation(name: str, canonical: str, accepted: Sequence[str]) -> SpellingRelation:
    """A surname alone is compared with the surname."""
    if given(canonical) and not given(name):
        return classify_spelling(name, surname(canonical), [surname(a) for a in accepted])
    return classify_spelling(name, canonical, accepted)


def _commonest(claims: Sequence[Claim]) -> str:
    """The form of most sources, full names before surnames; ties go to the longer, then to the alphabet."""
    names = sorted({str(c.value["name"]) for c in claims})
    return max(
        names, key=lambda n: (bool(given(n)), len({c.source for c in claims if c.value["name"] == n}), len(n), n)
    )
