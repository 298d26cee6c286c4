"""Claims on people to persons: which identifiers of several sources denote one person.

A person of the pack is itself. People whom the pack does not know join by compatible given names and surnames; an
office that both are given settles close spellings, another office vetoes them. A surname alone joins where one
candidate remains. The result depends on the claims alone, not on their order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from eucacheck.compare.names import compare_persons, given, person_key, surname, surnames_fit
from eucacheck.pack import Pack
from eucacheck.records import Claim
from eucacheck.shadow import skeleton

Slot = tuple[str, str | None]


@dataclass
class _Candidate:
    """One identifier of a person with what its claims say: names, offices, number of sources."""

    subject: str
    names: list[str] = field(default_factory=list)
    offices: set[Slot] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    @property
    def alone(self) -> bool:
        """Named by surname only."""
        return not any(given(n) for n in self.names)


def persons_of(claims: Iterable[Claim], pack: Pack) -> dict[str, str]:
    """Give the person of each subject of name and title claims: one identifier for all that denote one person."""
    candidates = _candidates(claims)
    order = sorted(candidates, key=lambda c: (c.subject not in pack.people, c.alone, -len(c.sources), c.subject))
    chosen: list[_Candidate] = []
    persons: dict[str, str] = {}
    for one in order:
        home = _home(one, chosen, pack)
        if home is None:
            chosen.append(one)
            persons[one.subject] = one.subject
        else:
            persons[one.subject] = home.subject
            home.offices |= one.offices
            home.sources |= one.sources
    return persons


def person_block(subject: str) -> str:
    """The block of a person: the consonants of the surname, which misspellings and romanisations share."""
    return f"person:{person_key(subject.partition(':')[2].replace('-', ' '))}"


def given_block(name: str) -> str | None:
    """The block of a full name by given name and initial, for where a slip of letters changed that of the surname."""
    first = given(name).split()
    return f"given:{skeleton(first[0])}:{skeleton(surname(name))[:1]}" if first else None


def by_person(claims: Sequence[Claim], persons: dict[str, str]) -> dict[str, list[Claim]]:
    """Claims by person, persons and claims in canonical order."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id)):
        groups.setdefault(persons.get(claim.subject, claim.subject), []).append(claim)
    return dict(sorted(groups.items()))


def offices_of(subjects: Iterable[str], claims: Iterable[Claim]) -> dict[str, set[Slot]]:
    """The offices that the claims give to each subject."""
    found: dict[str, set[Slot]] = {s: set() for s in subjects}
    for claim in claims:
        if claim.kind == "title" and claim.subject in found:
            found[claim.subject].add((str(claim.value["office"]), claim.value["organisation"]))
    return found


def one_office(held: Sequence[set[Slot]]) -> bool:
    """Tell whether all are given one office; its body may be left out, but no two bodies are one."""
    shared = set.intersection(*({office for office, _ in offices} for offices in held)) if held else set()
    bodies = {org for offices in held for office, org in offices if office in shared and org is not None}
    return bool(shared) and len(bodies) <= 1


def _candidates(claims: Iterable[Claim]) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for claim in sorted(claims, key=lambda c: (c.subject, c.source, c.start, c.id)):
        if claim.kind not in {"name", "title"} or not claim.subject.startswith("person:"):
            continue
        one = found.setdefault(claim.subject, _Candidate(claim.subject))
        name = str(claim.value["name"])
        if name and name not in one.names:
            one.names.append(name)
        if claim.kind == "title":
            one.offices.add((str(claim.value["office"]), claim.value["organisation"]))
        one.sources.add(claim.source)
    for one in found.values():
        one.names = one.names or [one.subject.partition(":")[2].replace("-", " ")]
    return list(found.values())


def _home(one: _Candidate, chosen: Sequence[_Candidate], pack: Pack) -> _Candidate | None:
    """The one person chosen before that this one is; None where none or several remain."""
    if one.subject in pack.people:
        return None
    if one.alone:
        fits = [c for c in chosen if _surname_fits(one, c, pack)]
        shared = [c for c in fits if _shared(one, c)]
        return _only(shared or fits)
    scores = {c.subject: (_score(one, c, pack), c) for c in chosen if not c.alone}
    fits = [c for s, c in scores.values() if s > 0]
    best = max((s for s, _ in scores.values()), default=0.0)
    return _only(fits) or (_only([c for s, c in scores.values() if s == best]) if best >= 1 else None)


def _only(found: Sequence[_Candidate]) -> _Candidate | None:
    return found[0] if len(found) == 1 else None


def _score(one: _Candidate, other: _Candidate, pack: Pack) -> float:
    """The best score of two names that may be one person's, 0 where none may."""
    best = 0.0
    for a in _fullest(one):
        for b in _fullest(other):
            relation = compare_persons(
                a, b, same_office=_verdict(one, other, pack, same_surname=surname(a) == surname(b))
            )
            if relation.relation in {"same-spelling", "same-person"}:
                best = max(best, relation.score)
    return best


def _fullest(one: _Candidate) -> Sequence[str]:
    """Names with a given name, where there are any: a surname alone is of every namesake."""
    return ([n for n in one.names if given(n)] or one.names)[:4]


def _surname_fits(one: _Candidate, other: _Candidate, pack: Pack) -> bool:
    shared = _shared(one, other)
    close = any(surnames_fit(a, b, loose=shared) for a in one.names for b in other.names[:4])
    return close and _verdict(one, other, pack, same_surname=True) is not False


def _shared(one: _Candidate, other: _Candidate) -> bool:
    return any(org is not None and (office, org) in other.offices for office, org in one.offices)


def _verdict(one: _Candidate, other: _Candidate, pack: Pack, *, same_surname: bool) -> bool | None:
    """Whether the offices join (True), veto (False) or say nothing (None)."""
    if _shared(one, other):
        return True
    mine = {_root(org, pack) for _, org in one.offices if org is not None}
    theirs = {_root(org, pack) for _, org in other.offices if org is not None}
    if not mine or not theirs:
        return None
    return None if mine & theirs and same_surname else False


def _root(organisation: str, pack: Pack) -> str:
    """The union or country that a body belongs to, at most five up."""
    for _ in range(5):
        known = pack.organisations.get(organisation)
        if known is None or known.parent is None:
            break
        organisation = known.parent
    return organisation
