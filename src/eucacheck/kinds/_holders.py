"""The claims on one office to a finding on its holders: a succession, two at one time, or one misspelt."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from eucacheck.compare.dates import may_overlap
from eucacheck.compare.names import given, surname
from eucacheck.compare.offices import Held, field_words, held_it, single_holder
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._event_words import say_date
from eucacheck.kinds._offices import name_of, office_name
from eucacheck.kinds._words import listed, sources_in_words
from eucacheck.records import Answer, Claim, Finding, Interval
from eucacheck.shadow import skeleton

if TYPE_CHECKING:
    from eucacheck.facts import Block

_EXACT = 31
"""Days of a time that is exact enough to say that two persons held an office at once."""


def judge_holders(groups: Mapping[str, Sequence[Claim]], block: "Block") -> list[Finding]:
    """One finding for each field of an office that several persons are said to hold."""
    fields: dict[frozenset[str], dict[str, list[Claim]]] = {}
    for person, claims in groups.items():
        for claim in claims:
            if claim.value["tenure"] == "current":
                words = field_words(claim.value["domain"])
                fields.setdefault(words, {}).setdefault(person, []).append(claim)
    return [f for people in fields.values() if (f := _judge_field(people, block)) is not None]


def _judge_field(people: Mapping[str, Sequence[Claim]], block: "Block") -> Finding | None:
    first = next(iter(people.values()))[0]
    held = Held(str(first.value["office"]), first.value["organisation"], first.value["domain"])
    if len(people) < 2 or not single_holder(held, block.pack):
        return None
    names = {p: name_of(p, g, block) for p, g in people.items()}
    answers = [block.answer({"person": p}, names[p] + _times(g), g) for p, g in sorted(people.items())]
    label = office_name((held.office, held.organisation), block) + (f" for {held.domain}" if held.domain else "")
    subject = f"office:{held.office}@{held.organisation}"
    question = f"Who is {label}?"
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    if len(people) == 2 and _one_misspelt(*names.values()):
        why = "one given name and surnames that resemble each other, in one office: one person, it seems, misspelt"
        summary = f"The name of the {label} is spelt {told}"
        return make_finding(Judgement("EUC203", "title", "variant", subject, question, summary, why, answers, 0.6))
    if _one_time(answers) and not _known_succession(people, held, block):
        summary = f"Two persons are called {label} at one time: {told}"
        why = "one person at a time holds this office, and both claims are tied to dates that meet"
        return make_finding(Judgement("EUC202", "title", "conflict", subject, question, summary, why, answers, 0.7))
    summary = f"{label[0].upper()}{label[1:]}: {told}"
    if len({c.source for a in answers for c in a.claims}) == 1 and _one_time(answers) is False:
        why = "one source names two, and what it says of their times decides nothing"
        return make_finding(Judgement("EUC202", "title", "unclear", subject, question, summary, why, answers, 0.4))
    why = "several holders, one after the other: a succession"
    return make_finding(Judgement("EUC205", "title", "supersede", subject, question, summary, why, answers, 0.7))


def _times(claims: Sequence[Claim]) -> str:
    times = sorted({say_date(c.when) for c in claims if c.when is not None and c.when.start is not None})
    return f" ({listed(times[:3])})" if times else ""


def _one_misspelt(a: str, b: str) -> bool:
    """One given name, and surnames that a third of their letters at most tells apart."""
    x, y = skeleton(surname(a)), skeleton(surname(b))
    if not given(a) or skeleton(given(a)) != skeleton(given(b)) or x == y + "a" or y == x + "a":
        return False
    return OSA.distance(x, y) <= max(len(x), len(y)) // 3


def _one_time(answers: Sequence[Answer]) -> bool | None:
    """True where dated claims of two sources meet, None where all are of different times, else False."""
    decided: set[bool | None] = set()
    for a, b in combinations(answers, 2):
        for x in a.claims:
            for y in b.claims:
                if not may_overlap(x.when, y.when):
                    decided.add(None)
                else:
                    sure = _exact(x) and _exact(y) and x.source != y.source
                    decided.add(sure)
    return True if True in decided else False if False in decided else None


def _exact(claim: Claim) -> bool:
    """Tied by its own sentence to a day or month of a stated year."""
    when: Interval | None = claim.when
    if when is None or when.start is None or when.end is None or claim.value["dated"] != "event":
        return False
    return (when.end - when.start).days <= _EXACT and when.year_stated and not when.approximate


def _known_succession(people: Mapping[str, Sequence[Claim]], held: Held, block: "Block") -> bool:
    """The pack knows all of them as holders: one of them is named in a look back or ahead."""
    return all(held_it(p, held, block.pack) for p in people)
