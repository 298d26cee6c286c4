"""The titles of one person to a finding where one source calls former what another calls current at one time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.fields import field_words
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_BEFORE: Final = 31
"""Days by which the source that says "former" may be the older one: nobody comes back to an office so soon."""
_AFTER: Final = 3
"""Days by which it may be the newer one; later the holder may have left."""
_THEN: Final = regex.compile(r"\b(?:then|at (?:that|the) time|at that point|in those days)\b", regex.I)
"""'the then minister' looks back: that says nothing of the day of the report."""
PLAIN: Final = frozenset({"assertion", "reported"})


def judge_former(person: str, name: str, claims: Sequence[Claim], block: "Block") -> Finding | None:
    """A conflict where dated sources of the same days differ on whether a person still holds an office."""
    plain = [c for c in claims if c.modality in PLAIN and not c.value["informal"]]
    former = [c for c in plain if c.value["tenure"] == "former" and not _THEN.search(c.quote)]
    current = [c for c in plain if c.value["tenure"] == "current" and c.value["dated"] in {"document", "plan"}]
    pairs = [(f, c) for f in former for c in current if _one_office(f, c) and _same_days(f, c, block)]
    if not pairs:
        return None
    past = [f for f, _ in pairs]
    office = str(past[0].value["office"]).replace("-", " ")
    answers = [
        block.answer({"tenure": "former"}, f"former {office}", past),
        block.answer({"tenure": "current"}, office, [c for _, c in pairs]),
    ]
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    summary = f"In reports of the same days {name} is called {told}"
    why = "one of the two is wrong: the reports are too near to each other for a change between them"
    question = f"Was {name} still {office}?"
    return make_finding(
        Judgement("EUC207", "title", "conflict", person, question, summary, why, answers, 0.5, "warning")
    )


def _one_office(a: Claim, b: Claim) -> bool:
    if a.value["office"] != b.value["office"] or a.source == b.source:
        return False
    bodies = {a.value["organisation"], b.value["organisation"]}
    fields = [field_words(c.value["domain"]) for c in (a, b)]
    if len(bodies) > 1 or not (fields[0] <= fields[1] or fields[1] <= fields[0]):
        return False
    return None not in bodies or bool(fields[0] and fields[1])


def _same_days(former: Claim, current: Claim, block: "Block") -> bool:
    """The days of publication are known, and no change lies between the two reports."""
    days = []
    for claim in (former, current):
        told = block.around.published.get(claim.source)
        if told is None or told.start is None or told.start != told.end or told.approximate:
            return False
        days.append(told.start)
    return -_BEFORE <= (days[0] - days[1]).days <= _AFTER
