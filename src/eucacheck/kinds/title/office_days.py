"""An office that a source gives to somebody who held it at another time alone: not yet, or no longer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import gap_days, may_overlap
from eucacheck.compare.offices import Held, known_offices
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
    gone = claim.value["dated"] in {"event", "plan"} and no_longer(person, held, claim.when, block.pack)
    if not _of_its_day(claim, block):
        return gone and claim.when is not None and claim.when.year_stated and claim.passage != "teaser"
    return gone or not_yet(person, held, claim.when, block.pack)


def as_on_record(person: str, slot: tuple[str, str | None], wrong: Sequence[Claim], block: "Block") -> list[Claim]:
    """The claims of other sources that give a person the office of that body that the record has at their time."""
    sources = {c.source for c in wrong}
    right = []
    for claim in block.claims:
        same = claim.kind == "title" and claim.subject == person and claim.value["tenure"] == "current"
        if not same or claim.source in sources or (claim.value["office"], claim.value["organisation"]) != slot:
            continue
        day = claim.when.start if claim.when is not None else None
        offices = known_offices(Held(slot[0], slot[1], claim.value["domain"]), block.pack)
        held = any(f"person:{h.person}" == person for o in offices for h in block.pack.holders(f"office:{o.id}", day))
        if held and day is not None:
            right.append(claim)
    return right


def _of_its_day(claim: Claim, block: "Block") -> bool:
    """The claim is of the days of its source, which is dated in so many words and not by inference."""
    told = block.around.published.get(claim.source)
    if told is None or told.basis != "stated" or claim.when is None or claim.passage == "teaser":
        return False
    gap = gap_days(claim.when, told)
    return may_overlap(claim.when, told) or (gap is not None and gap <= _REPORT)
