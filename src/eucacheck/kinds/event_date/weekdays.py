"""A weekday beside a day of the month: whether the calendar has them together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.edtf import WEEKDAYS
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Claim, DateMention, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_WEEKDAY = regex.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", regex.I)


def weekday_slip(words: str, date: DateMention) -> str | None:
    """Give the weekday that the words of a date name and the day is not; None where they fit or none is named."""
    day = date.interval.start
    named = _WEEKDAY.findall(words)
    if len(named) != 1 or day is None or day != date.interval.end or date.interval.basis.startswith("relative"):
        return None
    name: str = named[0].capitalize()
    return name if WEEKDAYS[day.weekday()] != name else None


def judge_weekdays(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a date whose weekday the calendar does not have."""
    findings = []
    for claim in claims:
        day = claim.when.start if claim.when is not None else None
        if day is None or "weekday" not in claim.value:
            continue
        answer = block.answer({"edtf": claim.value["edtf"], "weekday": claim.value["weekday"]}, claim.quote, [claim])
        told = f"{claim.value['weekday']}, {say_date(claim.when)}"
        summary = f"{sources_in_words(answer, block)} writes {told}, but that day was a {WEEKDAYS[day.weekday()]}"
        why = "the weekday and the day of the month do not fall together in that year"
        question = f"Which day does “{' '.join(claim.quote.split())}” mean?"
        slip = Judgement("EUC806", "event_date", "conflict", claim.subject, question, summary, why, [answer], 0.6)
        findings.append(make_finding(replace(slip, level="warning")))
    return findings
