"""When an event takes place.

## Finds
A date that belongs to an event phrase: "the 20th Ministerial Meeting on March 27", "was held on 23 October", "November 17-18
are the days of the conference"; and the day of a step in the life of a thing or an office: "was launched on 1 December", "takes
office on July 1".

## Same fact
The event instance: series, place, date and ordinal decide together which local events of several sources are one. A step is
identified by its verb and by what it is a step of.

## Compared
As intervals. A day inside a range and a month around a day are compatible (`refine`), and so are two days of an event that a
source dates to both. Disjoint dates are a conflict, unless one is approximate or they differ only by an inferred year; a plan
that a later source moves is `supersede`. An event that all sources date alike, but the reference otherwise, is EUC931.

## Value
`{"edtf": EDTF date, "year_stated": bool, "put_off"?: true for the date of a plan given up, "event": profile}`,
or for a step `{"edtf", "year_stated", "step": name of the step, "of": identifier}`,
for a dateline `{"edtf", "year_stated", "dateline": true}`.

## Rules
EUC301 an event on two dates. EUC302 a plan that was moved. EUC303 one source is more exact.
EUC802 dateline against date. EUC931 against the reference.

## Example
One source has the 20th ministerial on 4 March, another on 27 March: EUC301.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._datelines import find_dateline, judge_dateline
from eucacheck.kinds._editions import against_reference, edition_of, reference_to
from eucacheck.kinds._events import (
    describe,
    event_keys,
    event_value,
    mentions_of,
    modality_of,
    opening,
    say_date,
    span_of,
    subject_of,
)
from eucacheck.kinds._milestones import find_milestones
from eucacheck.kinds._words import answers_in_words
from eucacheck.records import Answer, Claim, Finding, Interval, Level, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC301": "One event stands on two dates that exclude each other.",
    "EUC302": "A plan was moved: a later source gives another date.",
    "EUC303": "One source gives the date of an event more exactly than another.",
    "EUC802": "The dateline of an article is not of the day on which it appeared.",
    "EUC931": "The date of an event is not the one that the reference has.",
}
LONGEST_EVENT = 14
"""Days: two days inside a range up to this long are days of one event."""


def find(doc: "Document") -> Iterator[Claim]:
    """Each date attached to an event phrase; the quote runs from the one to the other."""
    for mention, event in mentions_of(doc):
        for date in mention.dates:
            known = {"edtf": date.interval.edtf, "year_stated": date.interval.year_stated}
            if mention.status == "postponed":
                known["put_off"] = True
            value = event_value(doc, event, known)
            draft = Draft(
                "event_date", subject_of(event), value, *span_of(doc, mention, date), when=date.interval,
                modality=modality_of(mention, event), confidence=mention.confidence,
            )  # fmt: skip
            claim = make_claim(doc, draft)
            if claim is not None:
                yield claim
    line = find_dateline(doc)
    if line is not None:
        known = {"edtf": line.date.interval.edtf, "year_stated": line.date.interval.year_stated, "dateline": True}
        span = (line.place.start, line.date.end)
        claim = make_claim(doc, Draft("event_date", f"dateline:{doc.source.id}", known, *span, when=line.date.interval))
        if claim is not None:
            yield claim
    for step in find_milestones(doc):
        interval = step.date.interval
        known = {"edtf": interval.edtf, "year_stated": interval.year_stated, "step": step.step, "of": step.of}
        subject = f"{step.step}:{step.of.partition(':')[2]}"
        claim = make_claim(
            doc, Draft("event_date", subject, known, step.start, step.end, when=interval, confidence=0.7)
        )
        if claim is not None:
            yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Dates meet in the family of their event, steps with those of one thing, a dateline with the dates of its source."""
    source = f"dated:{claim.source}"
    if "event" in claim.value:
        return (*event_keys(claim), source)
    return (source,) if claim.value.get("dateline") else (f"step:{claim.value['step']}:{claim.value['of']}",)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance with a date, and one a step in the life of a thing."""
    if block.key.startswith("dated:"):
        return judge_dateline(claims, block)
    if block.key.startswith("step:"):
        return _judge_step(claims, block)
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        if own:
            findings.append(_judge_instance(instance, own, block))
    return findings


def _judge_step(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Steps of agreements are judged as agreements; of one thing, only steps in the same year are taken for one."""
    of, step = str(claims[0].value["of"]), str(claims[0].value["step"]).replace("office-", "")
    if of.startswith("agreement:"):
        return []
    answers = _answers(claims, block)
    what = f"the {step} of {block.pack.name_of(of)}"
    if len(answers) == 1:
        only = answers[0]
        verdict: Verdict = agreement_or_single(only)
        relation, summary = _AGREED, f"{opening(what)}: {only.text} ({count_sources(only)})"
    else:
        relation = _gravest(answers, block)
        verdict = "unclear" if relation.verdict == "conflict" and not _one_year(answers) else relation.verdict
        summary = f"{_HOW[verdict]} {what}: {answers_in_words(answers, block)}"
    level: Level | None = "warning" if verdict == "conflict" else None
    return [make_finding(Judgement(relation.rule, "event_date", verdict, claims[0].subject, f"When was {what}?", summary, relation.why, answers, 0.5, level))]  # fmt: skip # noqa: E501


def _one_year(answers: Sequence[Answer]) -> bool:
    return len({str(a.value["edtf"])[:4] for a in answers}) == 1


def interval_of(claim: Claim) -> Interval:
    """The date of a claim as an interval."""
    basis = claim.when.basis if claim.when else "stated"
    return parse_edtf(str(claim.value["edtf"]), year_stated=bool(claim.value["year_stated"]), basis=basis)


@dataclass(frozen=True, slots=True)
class _Relation:
    """How two dates of one event stand to each other; the smaller `rank`, the graver."""

    rank: int
    verdict: Verdict
    rule: str
    why: str


_AGREED = _Relation(9, "agree", "EUC303", "all sources give the same date")


def _judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    answers = _answers(claims, block)
    event = describe(instance, block, disputed="date")
    edition = edition_of(instance, block.pack)
    question = f"When was {event} held?" if "held" in {p.status for p in instance.profiles} else f"When is {event}?"
    reference = reference_to(edition, "date", block.pack)
    if len(answers) == 1:
        only = answers[0]
        wrong = against_reference(instance, _date_of(only), edition)
        if wrong is not None and reference is not None:
            summary = (
                f"{opening(event)} is dated to {only.text} ({count_sources(only)}), the reference has {reference.value}"
            )
            return make_finding(Judgement("EUC931", "event_date", "conflict", instance.key, question, summary, wrong, answers, 0.7, "warning", reference))  # fmt: skip # noqa: E501
        relation = _AGREED
        summary = f"{opening(event)}: {only.text} ({count_sources(only)})"
        verdict = agreement_or_single(only)
    else:
        relation = _gravest(answers, block)
        verdict = relation.verdict
        summary = f"{_HOW[verdict]} {event}: {answers_in_words(answers, block)}"
    confidence = _confidence(verdict, instance)
    return make_finding(
        Judgement(relation.rule, "event_date", verdict, instance.key, question, summary, relation.why, answers, confidence, None, reference)
    )  # fmt: skip


_HOW = {
    "conflict": "Sources give different dates of",
    "supersede": "The date was moved of",
    "refine": "Sources date more and less exactly",
    "unclear": "Sources may differ on the date of",
}


def _confidence(verdict: Verdict, instance: Instance) -> float:
    """A number that all give the event makes it surely one event; a place makes it likely."""
    if verdict != "conflict":
        return 0.7
    numbered = all(p.ordinals for p in instance.profiles)
    return 0.9 if numbered else 0.8 if instance.place is not None else 0.65


def _answers(claims: Sequence[Claim], block: "Block") -> list[Answer]:
    """Equal dates are one answer; of two dates that one source gives, one around the other, the wider stands under the exact one."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_exact(claim, claims), []).append(claim)
    return [
        block.answer({"edtf": edtf}, say_date(_of_edtf(edtf, group)), group) for edtf, group in sorted(groups.items())
    ]


def _exact(claim: Claim, claims: Sequence[Claim]) -> str:
    own = interval_of(claim)
    inside = sorted(
        {
            _plain(c)
            for c in claims
            if c.source == claim.source and (c.modality == "planned") == (claim.modality == "planned") and _plain(c) != _plain(claim)
            and compare_dates(interval_of(c), own).relation == "within"
        }
    )  # fmt: skip
    return inside[0] if len(inside) == 1 else _plain(claim)


def _plain(claim: Claim) -> str:
    return str(claim.value["edtf"]).replace("~", "")


def _date_of(answer: Answer) -> Interval:
    return _of_edtf(str(answer.value["edtf"]), answer.claims)


def _of_edtf(edtf: str, claims: Sequence[Claim]) -> Interval:
    return interval_of(next(c for c in claims if _plain(c) == edtf))


def _gravest(answers: Sequence[Answer], block: "Block") -> _Relation:
    """The gravest relation of any two answers."""
    pairs = [_pair(a, b, answers, block) for i, a in enumerate(answers) for b in answers[i + 1 :]]
    return min(pairs, key=lambda r: (r.rank, r.why))


def _pair(a: Answer, b: Answer, answers: Sequence[Answer], block: "Block") -> _Relation:
    left, right = _date_of(a), _date_of(b)
    relation = compare_dates(left, right)
    if relation.relation not in {"disjoint", "near", "unknown"}:
        block.demote(a.claims[0], b.claims[0], f"coarser-precision: {relation.reason}")
        return _Relation(2, "refine", "EUC303", relation.reason)
    if _moved(a, b, block) or _moved(b, a, block):
        block.demote(a.claims[0], b.claims[0], "other-time: a plan that a later source gives another date")
        why = "the earlier date was only planned, and the later one is in a newer source"
        return _Relation(1, "supersede", "EUC302", why)
    if relation.relation != "disjoint":
        block.demote(a.claims[0], b.claims[0], f"{relation.code or 'year-inferred'}: {relation.reason}")
        return _Relation(3, "unclear", "EUC301", relation.reason)
    both = next((o for o in answers if _covers(o, left, right)), None)
    if both is not None:
        why = f"both days lie in {both.text}, which a source gives"
        block.demote(a.claims[0], b.claims[0], f"coarser-precision: {why}")
        return _Relation(2, "refine", "EUC303", why)
    return _Relation(0, "conflict", "EUC301", relation.reason)


def _covers(answer: Answer, a: Interval, b: Interval) -> bool:
    """The dates are days of one event of several days: a range that a source prints, not a week or month around it."""
    wide = _date_of(answer)
    if wide.start is None or wide.end is None or "/" not in wide.edtf or (wide.end - wide.start).days > LONGEST_EVENT:
        return False
    if wide.approximate or wide.basis.startswith("relative"):
        return False
    return all(compare_dates(x, wide).relation in {"within", "equal"} for x in (a, b))


def _moved(plan: Answer, later: Answer, block: "Block") -> bool:
    """The plan is told as put off, or all its claims are plans and every source of it is older than those of the other."""
    if all(c.value.get("put_off") for c in plan.claims):
        return True
    if not all(c.modality == "planned" for c in plan.claims):
        return False
    before = [block.around.published.get(c.source) for c in plan.claims]
    after = [block.around.published.get(c.source) for c in later.claims]
    ends = [p.end for p in before if p is not None and p.end is not None]
    starts = [p.start for p in after if p is not None and p.start is not None]
    if len(ends) < len(before) or len(starts) < len(after):
        return False
    return max(ends) < min(starts) and str(plan.value["edtf"]) < str(later.value["edtf"])
