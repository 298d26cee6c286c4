"""Meetings held in one source and not in another, and credentials accepted by one person, by another, to findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.dates import gap_days
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import NEAR, about_when, around, compatible_places, one_time, same_party, stated
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

CLOSE = 7
"""Days around a meeting in which "they did not meet" speaks of it."""


def judge_denied(
    names: tuple[str, str], made: Sequence[Claim], denied: Sequence[Claim], block: "Block"
) -> Iterator[Finding]:
    """Two people met in one source, and in another of the same days did not."""
    a, b = sorted(names)
    for gone in (c for c in denied if c.value.get("flat")):
        here = [c for c in made if _same_occasion(c, gone, block)]
        if not here:
            continue
        answers = [
            block.answer({"met": True}, "they met", here),
            block.answer({"met": False}, "they did not meet", [gone]),
        ]
        question = f"Did {a} and {b} meet ({about_when(here)})?"
        summary = f"Sources differ on whether {a} and {b} met: {answers_in_words(answers, block)}"
        why = "one source tells of the meeting, the other says that there was none in these days"
        subject = subject_of(here[0].value["with"])
        yield make_finding(Judgement("EUC354", "meeting", "conflict", subject, question, summary, why, answers, 0.7))
        return


def _same_occasion(made: Claim, denied: Claim, block: "Block") -> bool:
    if made.source == denied.source or made.value["status"] != "made" or made.value["form"] != denied.value["form"]:
        return False
    if not made.modality == denied.modality == "assertion":
        block.demote(made, denied, "reported-by-third-party: one side is only reported")
        return False
    left, right = stated(made) or around(made), stated(denied) or around(denied)
    gap = gap_days(left, right) if left is not None and right is not None else None
    if gap is None or gap > CLOSE or not compatible_places(made.value["place"], denied.value["place"], block):
        block.demote(made, denied, "other-time: not the same days, or not the same place")
        return False
    return True


def judge_credentials(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One ambassador hands credentials to one person in one source, to another in the other."""
    told = [c for c in sorted(claims, key=canonical) if c.value["status"] == "made" and c.modality == "assertion"]
    for i, x in enumerate(told):
        for y in told[i + 1 :]:
            (who, one), (other, two) = x.value["with"][:2], y.value["with"][:2]
            if x.source == y.source or not same_party(who, other) or same_party(one, two) or not one_time(x, y, NEAR):
                continue
            if not (one["id"].startswith("person:") and two["id"].startswith("person:")):
                block.demote(x, y, "no-quotable-span: who accepted them is not named in both")
                continue
            answers = [
                block.answer({"to": p["id"]}, p["name"], [c for c in told if same_party(c.value["with"][1], p)])
                for p in (one, two)
            ]
            accepted = answers_in_words(answers, block)
            question = f"Who accepted the credentials of {who['name']}?"
            summary = f"Sources differ on who accepted the credentials of {who['name']}: {accepted}"
            why = "an ambassador hands over the credentials once"
            return [
                make_finding(
                    Judgement("EUC355", "meeting", "conflict", who["id"], question, summary, why, answers, 0.7)
                )
            ]
    return []


def subject_of(parties: Iterable[Mapping[str, str]]) -> str:
    """The identifier of the meetings of some parties, in whichever order they are told."""
    return "meeting:" + "+".join(sorted(p["id"].partition(":")[2] for p in parties))
