"""Two rungs of one ladder that two reports of one news give one person: "the ambassador", "the chargé d'affaires"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.ladders import rungs_apart
from eucacheck.compare.offices import one_time
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._tenures import PLAIN
from eucacheck.kinds._words import sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_TENURES: Final = frozenset({"current", "past"})
"""What somebody is, or was before a change that both reports tell of."""
_VICE: Final = frozenset({"vice-president", "executive-vice-president", "first-vice-president"})

_Office = tuple[str, str | None, str]
Sides = tuple[Sequence[Claim], Sequence[Claim]]


def judge_rungs(person: tuple[str, str], claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One conflict for each two rungs that two reports of one news give a person (identifier and name)."""
    offices: dict[_Office, list[Claim]] = {}
    for claim in claims:
        told = claim.value["tenure"] in _TENURES and claim.modality in PLAIN and claim.polarity
        if told and not claim.value["informal"] and claim.passage != "teaser":
            slot = (str(claim.value["office"]), claim.value["organisation"], str(claim.value["domain"] or ""))
            offices.setdefault(slot, []).append(claim)
    for a, b in combinations(sorted(offices, key=str), 2):
        if not rungs_apart((a[0], a[2]), (b[0], b[2])) or len({a[1], b[1]} - {None}) > 1:
            continue
        sides = _of_one_news(person[0], (offices[a], offices[b]), offices, block)
        if sides is not None:
            yield _finding(person, sides, block)
            return


def _of_one_news(person: str, sides: Sides, offices: Mapping[_Office, Sequence[Claim]], block: "Block") -> Sides | None:
    """The claims of sources that report one news, where neither source has both rungs and the record no more."""
    left, right = sides
    pairs = [(x, y) for x in left for y in right if block.one_news(x, y) and one_time(x.when, y.when)]
    told = [_rungs_of(own, offices) for own in (left[0], right[0])]
    both = told[0] & told[1]
    pairs = [(x, y) for x, y in pairs if not {x.source, y.source} & both]
    if not pairs:
        return None
    if _may_be_both(person, sides, block):
        for x, y in pairs:
            block.demote(x, y, "other-scope: by the record one may be called either")
        return None
    return list({x.id: x for x, _ in pairs}.values()), list({y.id: y for _, y in pairs}.values())


def _rungs_of(claim: Claim, offices: Mapping[_Office, Sequence[Claim]]) -> set[str]:
    """The sources that have the person on the rung of a claim."""
    office, field = str(claim.value["office"]), claim.value["domain"]
    same = [g for o, g in offices.items() if o[0] == office and not rungs_apart((office, field), (o[0], o[2]))]
    return {c.source for g in same for c in g}


def _may_be_both(person: str, sides: Sides, block: "Block") -> bool:
    """A vice-president of a body that has commissioners is one of them: the record says who is."""
    told = {str(g[0].value["office"]) for g in sides}
    return bool(told & _VICE) and any(o.office in _VICE for o, _ in block.pack.offices_of(person))


def _finding(person: tuple[str, str], sides: Sides, block: "Block") -> Finding:
    subject, name = person
    answers = []
    for group in sides:
        first = group[0].value
        field = max((str(c.value["domain"] or "") for c in group), key=lambda d: (len(d), d))
        text = f"{str(first['office']).replace('-', ' ')}{f' ({field})' if field else ''}"
        answers.append(block.answer({"office": first["office"], "organisation": first["organisation"]}, text, group))
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    question = f"Was {name} {answers[0].text} or {answers[1].text}?"
    summary = f"In reports of one news {name} is called {told}"
    why = "two ranks of one body, which nobody holds on one day, and each report gives one alone"
    return make_finding(
        Judgement("EUC201", "title", "conflict", subject, question, summary, why, answers, 0.6, "warning")
    )
