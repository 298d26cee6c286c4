"""The claims on one agreement to a finding where a signing and an initialling are told of one time."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import regex

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.agreement.case import Case
from eucacheck.kinds.agreement.dates import AFTER, MONTH, date_of, done, exact, length, told_at
from eucacheck.records import Claim, Finding, Interval

_WHY = "initialling closes the text, signing binds the parties: at one time an agreement is at one stage"
_EARLIER = regex.compile(
    r"\bhad\s+(?:already\s+|been\s+|first\s+){0,2}initial|\b(?:days?|weeks?|months?|years?)\s+(?:before|earlier|ago)\b"
    r"|\b(?:previously|earlier|already|since)\s+initial",
    regex.I,
)
"""The initialling lies before the time of which the text speaks."""
_MEET = frozenset({"equal", "within", "contains", "overlap"})


def judge_stages(claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """One finding, between sources or inside one."""
    block = case.block
    signed = [c for c in claims if c.value["action"] == "signed" and done(c)]
    initialled = [c for c in claims if c.value["action"] == "initialled" and done(c)]
    pairs = [(a, b) for a in signed for b in initialled]
    waiting = {c.source for c in claims if c.value["action"] == "signed" and not done(c)}
    opposed = [
        (a, b) for a, b in pairs if _one_time(a, b, signed, case) or (b.source in waiting and _later(a, b, case))
    ]
    for a, b in pairs:
        if (a, b) not in opposed:
            block.demote(a, b, "other-time: initialling and signing are two stages")
    if not opposed:
        return
    left = block.answer({"action": "signed"}, "signed", [a for a, _ in opposed])
    right = block.answer({"action": "initialled"}, "only initialled", [b for _, b in opposed])
    dates = [d for c in (*right.claims, *left.claims) if (d := date_of(c)) is not None]
    when = _said(min(dates, key=length)) if dates else ""
    names = sources_in_words(left, block)
    summary = (
        f"{names} {'has' if left.sources == 1 else 'have'} {case.name} signed, "
        f"{sources_in_words(right, block)} only initialled{when}"
    )
    if left.sources == 1 and {c.source for c in left.claims} == {c.source for c in right.claims}:
        summary = f"{names} says both that {case.name} was signed and that it was initialled{when}"
    question = f"Was {case.name} signed or initialled{when}?"
    yield case.finding("EUC501", "conflict", question, (summary, _WHY), [left, right], 0.85 if dates else 0.65)


def _said(date: Interval) -> str:
    return f" {'on' if length(date) == 0 else 'in'} {say_date(date)}"


def _one_time(a: Claim, b: Claim, signed: Sequence[Claim], case: Case) -> bool:
    """The same days where both are dated, else the time of the report close after the date of the other."""
    if a.value["stages"] or b.value["stages"] or (date_of(b) is None and _EARLIER.search(b.quote) is not None):
        return False
    first, second = date_of(a), date_of(b)
    if first is None and a.source == b.source:
        own = [d for c in signed if c.source == a.source and (d := date_of(c)) is not None]
        first = own[0] if own else None
    if first is not None and second is not None:
        return max(length(first), length(second)) <= MONTH and compare_dates(first, second).relation in _MEET
    if first is None and second is None:
        return _both_undated(a, b, case)
    when, undated = (second, a) if first is None else (first, b)
    told = told_at(undated, case.block)
    if told is None or when is None or length(when) > MONTH or (a.source != b.source and not exact(told)):
        return False
    if told.start is None or told.end is None or when.end is None or when.start is None:
        return False
    return when.start <= told.end and told.start <= when.end + timedelta(AFTER)


def _later(signed: Claim, initialled: Claim, case: Case) -> bool:
    """Only initialled, and still to be signed, in a report some days after one that has it signed."""
    first, last = date_of(signed) or told_at(signed, case.block), told_at(initialled, case.block)
    if signed.source == initialled.source or first is None or last is None or not exact(first) or not exact(last):
        return False
    gap = gap_days(first, last)
    return (
        gap is not None
        and gap <= AFTER
        and first.start is not None
        and last.end is not None
        and first.start <= last.end
    )


def _both_undated(a: Claim, b: Claim, case: Case) -> bool:
    """One source that uses both words of one agreement, two reports of one day, or of one news, the signing first."""
    if a.source == b.source:
        return "teaser" not in {a.passage, b.passage}
    one, other = told_at(a, case.block), told_at(b, case.block)
    if one is None or other is None or not exact(one) or not exact(other):
        return False
    gap = gap_days(one, other)
    if gap is None or one.start is None or other.start is None:
        return False
    return gap <= 1 or (gap <= AFTER and one.start <= other.start and case.block.one_news(a, b))
