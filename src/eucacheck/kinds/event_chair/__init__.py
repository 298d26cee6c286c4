"""Who chairs, hosts or heads a delegation to an event.

## Finds
"was chaired by X", "X co-chaired the meeting", "hosted by X", "under the chairmanship of X", "X was the chair", "at the
head of the delegation was X", "X presided on the A side", "across the table sat X", "its co-chairs were X and Y",
"X shared the chair with Y", "X opened it together with Y", with the event that is chaired, or spoken of.

## Same fact
The event instance and the role (chair, co-chair, host, head of delegation); for a head of delegation also the side.

## Compared
Two different single chairs of one event are a conflict, and so are two heads of one side's delegation, also where two
sources that report one news call the event by other names; so is a single chair who is none of the two who share the
chair in another source. Co-chairs, hosts, moderators, those who open it and heads of several delegations stand side by
side (but a host in place of another is opposed to that other), and one who is announced as the chair and then is a
co-chair is the same answer.

## Value
`{"person": identifier, "name": surface, "role": "chair" | "co-chair" | "host" | "moderator" | "opener" |
"head-of-delegation", "side": country or union that is led, where told, "body": the institution named for it,
"instead": true where it was in place of another, "event": profile}`.

## Rules
EUC321 two different single chairs. EUC322 who chaired, as told.

## Example
"chaired by A" in one source, "chaired by B" in another, of one meeting: EUC321.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._encounters.presence_verdicts import PREFIX as THERE
from eucacheck.kinds._encounters.presence_verdicts import people_of, presence_keys
from eucacheck.kinds._happenings.events import event_keys, event_value, subject_of
from eucacheck.kinds.event_chair.chairing import find_chairings
from eucacheck.kinds.event_chair.chairs import judge_chairs
from eucacheck.kinds.event_chair.heads import judge_heads
from eucacheck.kinds.event_chair.heads_in_news import PREFIX, judge_heads_in_news, side_keys, talks_told
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC321": "Two sources name two different single chairs of one event, or heads of one delegation to it.",
    "EUC322": "Who chaired, hosted or headed a delegation to an event, as sources tell it.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each chairing phrase with one person and one event."""
    told: list[tuple[str, str, int, int]] = []
    for found in find_chairings(doc):
        for person in found.persons:
            low, high = min(found.start, person.start), max(found.end, person.end)
            role = found.role.removeprefix("co-")
            if any(p == person.person and r == role and low < b and a < high for p, r, a, b in told):
                continue  # one phrase, read in two ways
            told.append((person.person, role, low, high))
            known: dict[str, Any] = {
                "person": person.person,
                "name": doc.text[person.start : person.end],
                "role": found.role,
            }
            if found.instead:
                known["instead"] = True
            if found.side is not None:
                known |= {"side": found.side.party, "body": found.side.body}
            event = found.event
            value = event_value(doc, event, known) if event is not None else {**known, "event": talks_told(doc, found)}
            subject = subject_of(event) if event is not None else "event:talks"
            draft = Draft(
                "event_chair", subject, value, low, high, when=event.interval if event is not None else None,
                modality="planned" if found.planned(doc.shadow) else None,
            )  # fmt: skip
            claim = make_claim(doc, draft)
            if claim is not None:
                yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Chairs meet in the family of their event, and those of one side in the month of it."""
    return (*event_keys(claim), *side_keys(claim.value), *presence_keys(people_of(claim)))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance and role; heads of delegations by the side that they lead."""
    if block.key.startswith(THERE):
        return []
    if block.key.startswith(PREFIX):
        return judge_heads_in_news(claims, block)
    return [
        f
        for instance in block.instances
        for f in (*judge_chairs(instance, claims, block), *judge_heads(instance, claims, block))
    ]
