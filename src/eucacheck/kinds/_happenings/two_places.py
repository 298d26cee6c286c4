"""Two claims on where one thing was or is to be to a finding: one place, one more exact, two that differ, or unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._happenings.deed_places import ONLINE
from eucacheck.kinds._wording.words import answers_in_words, opening
from eucacheck.records import Claim, Finding
from eucacheck.shadow import consonants

if TYPE_CHECKING:
    from eucacheck.facts import Block


@dataclass(frozen=True, slots=True)
class Asked:
    """How one sort of thing is asked for and told of.

    `subject` begins the identifier of its findings; `question` has room for what it is; `unsure` is the reason for the
    demotion, the sentence and the reason of the finding where the two cannot be opposed; `why` that of a conflict.
    """

    subject: str
    question: str
    confidence: float
    unsure: tuple[str, str, str]
    why: str


def judge_two_places(pair: tuple[Claim, Claim], what: str, asked: Asked, block: "Block", *, sure: bool) -> Finding:
    """One finding on two claims of one thing; `sure` tells whether two places that differ exclude each other."""
    a, b = pair
    places = sorted({str(c.value["place"]) for c in pair})
    answers = [block.answer({"place": p}, _name(p, block), [c for c in pair if c.value["place"] == p]) for p in places]
    told = Judgement(
        "EUC312", "event_place", "agree", f"{asked.subject}:{min(a.id, b.id)}", asked.question.format(what), "",
        "both name one place", answers, asked.confidence,
    )  # fmt: skip
    if len(answers) == 1:
        summary = f"{opening(what)}: {answers[0].text} ({count_sources(answers[0])})"
        return make_finding(replace(told, verdict=agreement_or_single(answers[0]), summary=summary))
    both = answers_in_words(answers, block)
    if block.pack.nested(*places):
        block.demote(a, b, "coarser-precision: one place lies in the other")
        summary = f"Sources place {what} more and less exactly: {both}"
        return make_finding(replace(told, verdict="refine", summary=summary, why="one place lies in the other"))
    if not sure:
        reason, sentence, why = asked.unsure
        block.demote(a, b, reason)
        return make_finding(replace(told, verdict="unclear", summary=f"{sentence.format(what)}: {both}", why=why))
    summary = f"Sources give different places of {what}: {both}"
    return make_finding(
        replace(told, rule="EUC311", verdict="conflict", summary=summary, why=asked.why, level="warning")
    )


def tell_place(claim: Claim, what: str, asked: Asked, block: "Block") -> Finding:
    """Give what one source alone tells."""
    answer = block.answer({"place": claim.value["place"]}, _name(str(claim.value["place"]), block), [claim])
    return make_finding(
        Judgement(
            "EUC312", "event_place", "single", f"{asked.subject}:{claim.id}", asked.question.format(what),
            f"{opening(what)}: {answer.text} ({count_sources(answer)})", "one source tells it", [answer], 0.4,
        )
    )  # fmt: skip


def tells_two(claims: Sequence[Claim], a: Claim, b: Claim) -> bool:
    """Tell whether a source of one of the two gives another place of such a thing as well: they may be two things."""
    return any(c.source == one.source and c.value["place"] != one.value["place"] for one in (a, b) for c in claims)


def two_towns(a: str, b: str, block: "Block") -> bool:
    """Both are towns, one at least on no list; a name inside another's or romanised otherwise may be the same town."""
    known = [block.pack.places[p] for p in (a, b) if p in block.pack.places]
    if len(known) == 2 or not all(p.startswith("place:") for p in (a, b)) or any(p.kind != "city" for p in known):
        return False
    left, right = (set(p.partition(":")[2].split("-")) for p in (a, b))
    return not left & right and consonants(a.partition(":")[2]) != consonants(b.partition(":")[2])


def _name(place: str, block: "Block") -> str:
    return "online" if place == ONLINE else block.pack.name_of(place)
