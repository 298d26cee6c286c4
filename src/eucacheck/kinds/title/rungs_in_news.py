"""Two rungs of one ladder that two reports of one news give one person: "the ambassador", "the chargé d'affaires"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.ladders import rungs_apart
from eucacheck.compare.offices import SENT, one_time
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.title.tenures import PLAIN
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_TENURES: Final = frozenset({"current", "past"})
"""What somebody is, or was before a change that both reports tell of."""
_VICE: Final = frozenset({"vice-president", "executive-vice-president", "first-vice-president"})

_Office = tuple[str, str | None, str]
Sides = tuple[Sequence[Claim], Sequence[Claim]]


def judge_rungs(person: tuple[str, str], claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One conflict for each two rungs that two reports of one news give a person, a note where they are weeks apart."""
    offices: dict[_Office, list[Claim]] = {}
    for claim in claims:
        told = claim.value["tenure"] in _TENURES and claim.modality in PLAIN and claim.polarity
        if told and not claim.value["informal"] and claim.passage != "teaser":
            slot = (str(claim.value["office"]), claim.value["organisation"], str(claim.value["domain"] or ""))
            offices.setdefault(slot, []).append(claim)
    found = []
    for a, b in combinations(sorted(offices, key=str), 2):
        apart = rungs_apart((a[0], a[2]), (b[0], b[2])) and _one_whole(a[1], b[1], block)
        if not apart and not _two_senders(a, b, block):
            continue
        sides = _of_one_news(person[0], (offices[a], offices[b]), offices, block)
        if sides is not None:
            found.append(_finding(person, sides, block))
    yield from sorted(found, key=lambda f: f.verdict != "conflict")[:1]


def _two_senders(a: _Office, b: _Office, block: "Block") -> bool:
    """'The Ambassador of Norland', 'the Ambassador of Sudland': neither is where the other is sent."""
    if a[0] != b[0] or a[0] not in SENT or not _countries(a[1], b[1]):
        return False
    return all(block.pack.name_of(str(x[1])) not in y[2] for x, y in ((a, b), (b, a)))


def _countries(a: str | None, b: str | None) -> bool:
    """Two countries, and not the same."""
    return a != b and all(x is not None and x.startswith("country:") for x in (a, b))


def _one_whole(a: str | None, b: str | None, block: "Block") -> bool:
    """One body, one of which only one is told, or a delegation and the union that sends it."""
    known = [block.pack.organisations.get(x or "") for x in (a, b)]
    parents = {k.parent for k in known if k is not None}
    return a is None or b is None or a == b or a in parents or b in parents


def _of_one_news(person: str, sides: Sides, offices: Mapping[_Office, Sequence[Claim]], block: "Block") -> Sides | None:
    """The claims of sources that report one news, where neither source has both rungs and the record no more."""
    left, right = sides
    pairs = [(x, y) for x in left for y in right if one_time(x.when, y.when) and x.source != y.source]
    pairs = [p for p in pairs if block.one_news(*p)] or pairs
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
    body = claim.value["organisation"]
    same = [
        g
        for o, g in offices.items()
        if o[0] == office and not rungs_apart((office, field), (o[0], o[2])) and not _countries(body, o[1])
    ]
    return {c.source for g in same for c in g}


def _may_be_both(person: str, sides: Sides, block: "Block") -> bool:
    """A vice-president of a body that has commissioners is one of them: the record says who is."""
    told = {str(g[0].value["office"]) for g in sides}
    return bool(told & _VICE) and any(o.office in _VICE for o, _ in block.pack.offices_of(person))


def _finding(person: tuple[str, str], sides: Sides, block: "Block") -> Finding:
    subject, name = person
    answers = []
    senders = _countries(*(g[0].value["organisation"] for g in sides))
    for group in sides:
        first = group[0].value
        field = max((str(c.value["domain"] or "") for c in group), key=lambda d: (len(d), d))
        field = block.pack.name_of(str(first["organisation"])) if senders else field
        text = f"{str(first['office']).replace('-', ' ')}{f' ({field})' if field else ''}"
        answers.append(block.answer({"office": first["office"], "organisation": first["organisation"]}, text, group))
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    question = f"Was {name} {answers[0].text} or {answers[1].text}?"
    if not any(block.one_news(x, y) for x in sides[0] for y in sides[1]):
        summary = f"Within weeks {name} is called {told}"
        why = "two ranks of one body, which nobody holds on one day, but the reports are of different news"
        return make_finding(Judgement("EUC204", "title", "refine", subject, question, summary, why, answers, 0.5))
    summary = f"In reports of one news {name} is called {told}"
    why = "two ranks of one body, which nobody holds on one day, and each report gives one alone"
    return make_finding(
        Judgement("EUC201", "title", "conflict", subject, question, summary, why, answers, 0.6, "warning")
    )
