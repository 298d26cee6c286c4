"""How many people came to one event, under whatever noun, to findings: 600 delegates, 350 people.

A source that gives two such numbers counts two things (all, and those from abroad); so do numbers of one country's
people, of those who came online, and of one day of several.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.amounts import Amount, compare_amounts, worlds_apart
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import say_count
from eucacheck.kinds._figures.occasions import PEOPLE, one_occasion
from eucacheck.kinds._figures.stories import within_days
from eucacheck.kinds._figures.ties import noun_of
from eucacheck.kinds._figures.verbatim import OPEN
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Claim, Finding, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block

_DAYS: Final = 14
"""Days between two reports of one event."""
_AHEAD: Final = OPEN | {"planned"}


def attendance_keys(value: Value) -> list[str]:
    """The blocks in which numbers of people at one event meet: by its family, by its type and place."""
    occasion = value.get("occasion") or {}
    if value["unit"] not in PEOPLE or "attended" not in occasion:
        return []
    placed = [f"came:{occasion['type']}:{occasion['place']}"] if occasion["place"] is not None else []
    return [f"came:{occasion['family']}", *placed]


def judge_attendance(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two numbers of people at one event."""
    found: dict[str, Finding] = {}
    for a, b in combinations(claims, 2):
        if noun_of(a.value) == noun_of(b.value) or not _one_count(a, b, claims, block):
            continue  # those of one noun are opposed among the counts of that noun
        low, high = sorted((a, b), key=lambda c: (Amount.of(_people(c)).low, c.id))
        answers = [
            block.answer({"count": c.value["count"], "unit": c.value["unit"]}, say_count(c), [c]) for c in (low, high)
        ]
        known = block.pack.series.get(a.value["occasion"]["family"])
        event = f"the {known.name if known is not None else a.value['occasion']['type']}"
        question = f"How many people came to {event}: {answers[0].text} or {answers[1].text}?"
        summary = f"Sources count those who came to {event} differently: {answers_in_words(answers, block)}"
        why = "two numbers of those who came to one event"
        subject = min(a.subject, b.subject)
        told = Judgement("EUC411", "count", "conflict", subject, question, summary, why, answers, 0.55, "warning")
        found.setdefault(question, make_finding(told))
    return list(found.values())


def _one_count(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    x, y = _people(a), _people(b)
    if a.source == b.source or {a.modality, b.modality} & _AHEAD:
        return False
    if not one_occasion(a.value["occasion"], b.value["occasion"], block) or not within_days(a, b, block, _DAYS):
        return False
    if worlds_apart(Amount.of(x), Amount.of(y)) or compare_amounts(Amount.of(x), Amount.of(y)).relation != "different":
        return False
    if x["which"] or y["which"] or x["of"] or y["of"] or _PART.search(a.quote) or _PART.search(b.quote):
        block.demote(a, b, "other-event: one number is of a part of those who came")
        return False
    if any(len([c for c in claims if c.source == s]) > 1 for s in (a.source, b.source)):
        block.demote(a, b, "other-event: one source gives several numbers of those who came")
        return False
    return True


_PART: Final = regex.compile(r"\b(?:young|online|foreign|local|women|remotely|other|only)\b", regex.I)


def _people(claim: Claim) -> Value:
    """The count as one of people, whatever noun it has."""
    return {**claim.value, "unit": "person"}
