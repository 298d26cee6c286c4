"""An office that a source gives to somebody who held it at another time alone: not yet, or no longer."""

from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import gap_days, may_overlap
from eucacheck.compare.offices import Held
from eucacheck.compare.terms import no_longer, not_yet
from eucacheck.records import Claim

if TYPE_CHECKING:
    from eucacheck.facts import Block

_REPORT: Final = 31
"""Days by which the report of an event follows it."""


def of_other_days(person: str, held: Held, claim: Claim, block: "Block") -> bool:
    """The person held the office only later, or long before an event of these days at which the source has them."""
    if claim.value.get("then"):
        return no_longer(person, held, claim.when, block.pack) or not_yet(person, held, claim.when, block.pack)
    if not _of_its_day(claim, block):
        return False
    gone = claim.value["dated"] in {"event", "plan"} and no_longer(person, held, claim.when, block.pack)
    return gone or not_yet(person, held, claim.when, block.pack)


def _of_its_day(claim: Claim, block: "Block") -> bool:
    """The claim is of the days of its source, which is dated in so many words and not by inference."""
    told = block.around.published.get(claim.source)
    if told is None or told.basis != "stated" or claim.when is None or claim.passage == "teaser":
        return False
    gap = gap_days(claim.when, told)
    return may_overlap(claim.when, told) or (gap is not None and gap <= _REPORT)
