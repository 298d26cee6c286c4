"""Denials and plans told after another source has the action done, to a finding."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import compare_dates
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.agreement.case import Case
from eucacheck.kinds.agreement.dates import (
    AFTER,
    date_of,
    dated,
    exact,
    length,
    precedes,
    told_at,
)
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_MEET: Final = frozenset({"equal", "within", "contains", "overlap"})
ONCE: Final = frozenset(
    {"signed", "initialled", "in-force", "applied-provisionally", "adopted", "concluded", "negotiations-opened"}
)
"""Actions that happen once to one agreement; the others are done by several bodies in turn."""


def judge_denied(name: str, held: Sequence[Claim], told: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """'Not signed', or still to be signed, in a report after the day on which another source has it signed."""
    block, late = case.block, late_denials(name, held, told, case)
    for claim in told:
        if not claim.polarity and held and claim not in late:
            block.demote(claim, held[0], "other-time: denied before it was done")
    if not late:
        return
    done_on = [c for c in held if c.value["date"] is not None] or held
    answers = [
        case.answer(name, done_on),
        block.answer({"action": name, "status": "not done"}, "not done yet", late),
    ]
    first, last = (sources_in_words(a, block) for a in answers)
    dates = f"dates {case.act(name)} to {answers[0].text}" if dated(done_on) else f"tells of {case.act(name)}"
    summary = f"{first} {dates}, but {last} has it not done"
    why = "what was done is not to be done later"
    question = f"Had {case.done(name)} at all?"
    yield case.finding("EUC505", "conflict", question, (summary, why), answers, 0.6, level="warning")


def late_denials(name: str, held: Sequence[Claim], told: Sequence[Claim], case: Case) -> list[Claim]:
    """Denials, and plans for a later date, told after the day on which another source has it done."""
    if name not in ONCE:
        return []
    sources = {c.source for c in held}
    return [c for c in told if c.source not in sources and any(_speaks_against(c, one, case.block) for one in held)]


def _speaks_against(claim: Claim, other: Claim, block: "Block") -> bool:
    """A denial of a later day, or a plan for a day well after that on which the other has it done."""
    if not claim.polarity and _not_done_by(claim, other, block):
        return True
    told, plan, done_on = told_at(claim, block), date_of(claim), date_of(other)
    if not precedes(done_on, told) or not (plan is None or precedes(done_on, plan)):
        return False
    planned = claim.modality == "planned" and plan is not None and exact(told)
    return planned or (not claim.polarity and bool(claim.value["known"]))


def _not_done_by(denial: Claim, other: Claim, block: "Block") -> bool:
    """'Was not signed on 5 May' against 'signed on 5 May'; 'will not be signed before June' a day or more later."""
    own, done_on, told = date_of(denial), date_of(other), told_at(denial, block)
    if own is not None:
        return (
            done_on is not None
            and max(length(own), length(done_on)) <= AFTER
            and compare_dates(own, done_on).relation in _MEET
        )
    by = done_on or told_at(other, block)
    if told is None or by is None or not exact(told) or not exact(by):
        return False
    return by.end is not None and told.start is not None and told.start > by.end
