"""The claims on one action on an agreement to findings where the record has another day or place of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.agreement.case import Case
from eucacheck.kinds.agreement.dates import by_date, date_of
from eucacheck.pack.model import Agreement, Milestone
from eucacheck.records import Claim, Finding, Interval, Reference

_IN_TURN = frozenset({"presented", "launched", "endorsed", "issued", "ratified"})
"""Actions of several bodies in turn: another day may be that of another body."""
_MADE = frozenset({"signed", "adopted", "initialled"})
_TURN = 62
"""Days by which the proposal of a text, told as adopted by one body, may come before its adoption."""


@dataclass(frozen=True)
class _Right:
    """The milestones of an action on record; as words, their dates."""

    marks: Sequence[Milestone]

    def __str__(self) -> str:
        return " or ".join(say_date(parse_edtf(m.date)) for m in self.marks)

    def fits(self, date: Interval) -> bool:
        """Tell whether a date can be that of one of them."""
        return any(compare_dates(date, parse_edtf(m.date)).relation != "disjoint" for m in self.marks)


def against_record(action: str, claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """A stated date, or a place, that every milestone of the action in the pack excludes."""
    known = case.block.pack.agreements.get(case.subject)
    if known is None or action in _IN_TURN:
        return
    marks = [m for m in known.milestones if m.action == action or (action == "dated" and m.ref)]
    if not marks or not all(m.ref for m in marks):
        return
    if action == "dated":
        yield from _dates(action, claims, [c for c in claims if _wrong_year(c, known)], case, _Right(marks))
        return
    wrong = [c for c in claims if _wrong_day(c, marks) and not _by_one_body(known, c, marks)]
    yield from _dates(action, claims, wrong, case, _Right(marks))
    yield from _places(action, [c for c in claims if c not in wrong], marks, case)


def _wrong_day(claim: Claim, marks: Sequence[Milestone]) -> bool:
    own = date_of(claim)
    if own is None or own.approximate or not own.year_stated:
        return False
    return not _Right(marks).fits(own)


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


def _dates(
    action: str, claims: Sequence[Claim], wrong: Sequence[Claim], case: Case, right: _Right
) -> Iterator[Finding]:
    """The dates that cannot be, and the other sources that have it as the reference does."""
    if not wrong:
        return
    sources = {c.source for c in wrong}
    others = [c for c in claims if c.source not in sources and (own := date_of(c)) is not None and right.fits(own)]
    answers = [case.answer(action, g) for g in (*by_date(wrong, case.block), *([others] if others else []))]
    first, *rest = answers
    also = "".join(f", {sources_in_words(a, case.block)} to {a.text}" for a in rest)
    verb = "dates" if first.sources == 1 else "date"
    thing = case.name if action == "dated" else case.act(action)
    told = f"{sources_in_words(first, case.block)} {verb} {thing} to {first.text}{also}; the reference has {right}"
    question = f"When was {case.done(action)}, by the reference?" if action != "dated" else f"Of when is {case.name}?"
    why = "the two dates exclude each other"
    reference = Reference(str(right), str(right.marks[0].ref))
    yield case.finding("EUC951", "conflict", question, (told, why), answers, level="warning", reference=reference)


def _places(action: str, claims: Sequence[Claim], marks: Sequence[Milestone], case: Case) -> Iterator[Finding]:
    """A place apart from the one on record, and the other sources that have that one."""
    pack = case.block.pack
    if len(marks) != 1 or marks[0].place is None:
        return
    right = marks[0].place
    told = [c for c in claims if c.value["place"] is not None]
    wrong = [c for c in told if pack.apart(str(c.value["place"]), right)]
    if not wrong or len({str(c.value["place"]) for c in wrong}) > 1:
        return
    sources = {c.source for c in wrong}
    others = [c for c in told if c.source not in sources and pack.contains(str(c.value["place"]), right)]
    answers = [case.answer(action, g) for g in (wrong, others) if g]
    put = pack.name_of(str(wrong[0].value["place"]))
    verb = "puts" if answers[0].sources == 1 else "put"
    also = "".join(f", {sources_in_words(a, case.block)} in {pack.name_of(right)}" for a in answers[1:])
    told_so = f"{sources_in_words(answers[0], case.block)} {verb} {case.act(action)} in {put}{also}"
    summary = f"{told_so}; the reference has {pack.name_of(right)}"
    question = f"Where was {case.done(action)}, by the reference?"
    why = f"neither does {put} lie in {pack.name_of(right)} nor the other way round"
    reference = Reference(pack.name_of(right), str(marks[0].ref))
    yield case.finding("EUC952", "conflict", question, (summary, why), answers, level="warning", reference=reference)


_BETWEEN = {"EUC951": "EUC502", "EUC952": "EUC503"}
"""The rule of a difference with the record, and of the same difference between sources."""


def told_once(found: Sequence[Finding], record: Sequence[Finding]) -> list[Finding]:
    """One finding a difference: where sources differ among themselves, that finding tells what the record has."""
    findings, own = list(found), []
    for finding in record:
        claims = {c.id for c in finding.claims}
        at = next(
            (
                i
                for i, f in enumerate(findings)
                if f.rule == _BETWEEN[finding.rule] and claims <= {c.id for c in f.claims}
            ),
            None,
        )
        if at is None or finding.reference is None:
            own.append(finding)
            continue
        summary = f"{findings[at].summary}; the reference has {finding.reference.value}"
        findings[at] = replace(findings[at], summary=summary, reference=finding.reference)
    return [*findings, *own]


def told_with_stages(findings: Sequence[Finding]) -> list[Finding]:
    """Signed against only initialled is one matter with the date of the signing that the record has."""
    stages = next((f for f in findings if f.rule == "EUC501"), None)
    if stages is None:
        return list(findings)
    signed = {c.id for a in stages.answers if a.value["action"] == "signed" for c in a.claims}
    own = [f for f in findings if f.rule == "EUC951" and f.reference is not None and {c.id for c in f.claims} <= signed]
    if not own:
        return list(findings)
    right = own[0].reference
    assert right is not None  # noqa: S101 - chosen so above
    told = replace(stages, summary=f"{stages.summary}; the reference has the signing on {right.value}", reference=right)
    return [told if f is stages else f for f in findings if f not in own]
