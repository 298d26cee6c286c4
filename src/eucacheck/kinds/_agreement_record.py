"""The claims on one action on an agreement to findings where the record has another day or place of it."""

from collections.abc import Iterator, Sequence

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._agreement_case import Case
from eucacheck.kinds._agreement_dates import date_of
from eucacheck.kinds._event_words import say_date
from eucacheck.kinds._words import sources_in_words
from eucacheck.pack.model import Milestone
from eucacheck.records import Claim, Finding, Reference


def against_record(action: str, claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """A stated date, or a place, that every milestone of the action in the pack excludes."""
    known = case.block.pack.agreements.get(case.subject)
    marks = [m for m in known.milestones if m.action == action] if known is not None else []
    if not marks or not all(m.ref for m in marks):
        return
    wrong = [c for c in claims if _wrong_day(c, marks)]
    yield from _dates(action, wrong, marks, case)
    yield from _places(action, [c for c in claims if c not in wrong], marks, case)


def _wrong_day(claim: Claim, marks: Sequence[Milestone]) -> bool:
    own = date_of(claim)
    if own is None or own.approximate or not own.year_stated:
        return False
    return all(compare_dates(own, parse_edtf(m.date)).relation == "disjoint" for m in marks)


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
