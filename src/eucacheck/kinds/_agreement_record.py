"""The claims on one action on an agreement to findings where the record has another day or place of it."""

from collections.abc import Iterator, Sequence

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._agreement_case import Case
from eucacheck.kinds._agreement_dates import date_of
from eucacheck.kinds._event_words import say_date
from eucacheck.kinds._words import sources_in_words
from eucacheck.pack.model import Agreement, Milestone
from eucacheck.records import Claim, Finding, Reference

_IN_TURN = frozenset({"presented", "launched", "endorsed", "issued", "ratified"})
"""Actions of several bodies in turn: another day may be that of another body."""
_MADE = frozenset({"signed", "adopted", "initialled"})
_TURN = 62
"""Days by which the proposal of a text, told as adopted by one body, may come before its adoption."""


def against_record(action: str, claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """A stated date, or a place, that every milestone of the action in the pack excludes."""
    known = case.block.pack.agreements.get(case.subject)
    if known is None or action in _IN_TURN:
        return
    marks = [m for m in known.milestones if m.action == action or (action == "dated" and m.ref)]
    if not marks or not all(m.ref for m in marks):
        return
    if action == "dated":
        yield from _dates(action, [c for c in claims if _wrong_year(c, known)], marks, case)
        return
    wrong = [c for c in claims if _wrong_day(c, marks) and not _by_one_body(known, c, marks)]
    yield from _dates(action, wrong, marks, case)
    yield from _places(action, [c for c in claims if c not in wrong], marks, case)


def _wrong_day(claim: Claim, marks: Sequence[Milestone]) -> bool:
    own = date_of(claim)
    if own is None or own.approximate or not own.year_stated:
        return False
    return all(compare_dates(own, parse_edtf(m.date)).relation == "disjoint" for m in marks)


def _by_one_body(known: Agreement, claim: Claim, marks: Sequence[Milestone]) -> bool:
    """One body may have adopted a text some weeks before the other: a day before the one on record may be right."""
    own = date_of(claim)
    if claim.value["action"] != "adopted" or known.kind == "scheme" or own is None or own.end is None:
        return False
    starts = [d for m in marks if (d := parse_edtf(m.date).start) is not None]
    return any(0 < (start - own.end).days <= _TURN for start in starts)


def _wrong_year(claim: Claim, known: Agreement) -> bool:
    """A year by which a text is called, in which nothing on record was done to it; a later one may be of a new text."""
    own = date_of(claim)
    spans = [parse_edtf(m.date) for m in known.milestones]
    years = {d.year for s in spans for d in (s.start, s.end) if d is not None}
    if own is None or own.start is None or own.end is None or own.approximate or not own.year_stated:
        return False
    binding = any(m.action in _MADE and m.ref for m in known.milestones)
    return binding and own.end.year < max(years) and not years & {own.start.year, own.end.year}


def _dates(action: str, wrong: Sequence[Claim], marks: Sequence[Milestone], case: Case) -> Iterator[Finding]:
    if not wrong:
        return
    answer = case.answer(action, wrong)
    right = " or ".join(say_date(parse_edtf(m.date)) for m in marks)
    who = sources_in_words(answer, case.block)
    told = f"{who} dates {case.act(action)} to {answer.text}; the reference has {right}"
    question = f"When was {case.done(action)}, by the reference?"
    why = "the two dates exclude each other"
    reference = Reference(right, str(marks[0].ref))
    yield case.finding("EUC951", "conflict", question, (told, why), [answer], level="warning", reference=reference)


def _places(action: str, claims: Sequence[Claim], marks: Sequence[Milestone], case: Case) -> Iterator[Finding]:
    """A place apart from the one on record, where the sources do not differ on it themselves."""
    pack = case.block.pack
    told = [c for c in claims if c.value["place"] is not None]
    if len(marks) != 1 or marks[0].place is None or not told:
        return
    right = marks[0].place
    if not all(pack.apart(str(c.value["place"]), right) for c in told):
        return
    answer = case.answer(action, told)
    put = pack.name_of(str(told[0].value["place"]))
    who = sources_in_words(answer, case.block)
    summary = f"{who} puts {case.act(action)} in {put}; the reference has {pack.name_of(right)}"
    question = f"Where was {case.done(action)}, by the reference?"
    why = f"neither does {put} lie in {pack.name_of(right)} nor the other way round"
    reference = Reference(pack.name_of(right), str(marks[0].ref))
    yield case.finding("EUC952", "conflict", question, (summary, why), [answer], level="warning", reference=reference)
