"""The claims on one agreement to findings: its stages, the dates and places of each action, and the reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.findings import agreement_or_single, count_sources
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.agreement.case import Case
from eucacheck.kinds.agreement.dates import (
    AFTER,
    by_date,
    compatible,
    date_of,
    dated,
    demote_all,
    done,
    finest,
    told_at,
)
from eucacheck.kinds.agreement.denials import ONCE, judge_denied, late_denials
from eucacheck.kinds.agreement.headlines import judge_headline_acts
from eucacheck.kinds.agreement.record import against_record, told_once, told_with_stages
from eucacheck.kinds.agreement.signers import judge_signers
from eucacheck.kinds.agreement.stages import judge_stages
from eucacheck.records import Answer, Claim, Finding, Interval, Level

if TYPE_CHECKING:
    from eucacheck.facts import Block

_RENEWED = frozenset({"adopted", "concluded", "negotiations-opened"})
"""Actions that a later edition of the same text repeats: compared only within `_RENEWAL` days."""
_RENEWAL = 400
_EARLY = 30
"""Days by which a report of something done must precede the date that another source gives, to speak against it."""
_STATUS = {"planned": "planned, not done yet", "denied": "not done", "conjecture": "possible, not done yet"}
_QUIET = "nothing speaks against it"


@dataclass(frozen=True)
class _Action:
    """The claims on one action: done with compatible dates, told as done too early, planned or denied."""

    name: str
    held: list[list[Claim]]
    early: list[Claim]
    open: list[Claim]

    @property
    def claims(self) -> list[Claim]:
        return [c for group in self.held for c in group]


def judge_agreement(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """All findings on one agreement."""
    case = Case(min((not c.value["known"], c.subject) for c in claims)[1], _name(claims, block), block)
    findings = [*judge_stages(claims, case), *judge_signers(claims, case), *judge_headline_acts(claims, case)]
    for name in sorted({str(c.value["action"]) for c in claims}):
        findings += _judge_action(name, [c for c in claims if c.value["action"] == name], case)
    return told_with_stages(findings)


def _name(claims: Sequence[Claim], block: "Block") -> str:
    known = next((c.value["agreement"] for c in claims if c.value["known"]), None)
    if known is not None:
        return f"the {block.pack.name_of(str(known))}"
    printed = sorted({str(c.value["name"]) for c in claims}, key=lambda n: (-len(n), n))
    return f'the "{printed[0]}"'


def _judge_action(name: str, claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """When and where the action was done, as one question; a repeated action is one question each time."""
    held = by_date([c for c in claims if done(c) and c.value["date"] is not None], case.block)
    undated = [c for c in claims if done(c) and c.value["date"] is None]
    if len(held) > 1 and not _opposed(name, held, case):
        for group in held:
            question = f"When was {case.done(name)} ({say_date(finest(group))})?"
            yield from _told(_Action(name, [group], [], []), question, case)
        yield from against_record(name, [c for group in held for c in group], case)
        return
    once = name in ONCE and len(held) == 1
    early = [c for c in undated if once and _too_early(c, held[0], case.block)]
    rest = [c for c in undated if c not in early]
    if len(held) < 2 and (held or rest):
        held = [[*(held[0] if held else []), *rest]]
    action = _Action(name, held, early, [c for c in claims if not done(c)])
    found = [*_told(action, f"When was {case.done(name)}?", case)]
    if name in ONCE:
        found += [*_places(action, case), *judge_denied(action.name, action.claims, action.open, case)]
    yield from told_once(found, [*against_record(action.name, action.claims, case)])


def _opposed(name: str, groups: Sequence[Sequence[Claim]], case: Case) -> bool:
    """Dates of one action exclude each other: not of what several bodies do, nor of another edition of a text."""
    known = case.block.pack.agreements.get(case.subject)
    reason = None
    if name not in ONCE:
        reason = "other-event: several bodies do this in turn"
    elif known is not None and sum(m.action == name for m in known.milestones) > 1:
        reason = "other-event: the reference knows several"
    elif known is None or name in _RENEWED:
        gaps = [gap_days(finest(a), finest(b)) for a, b in combinations(groups, 2)]
        if any(gap is None or gap > _RENEWAL for gap in gaps):
            reason = "other-time: more than a year apart, perhaps another text of that name"
    everyone = [c for g in groups for c in g]
    if reason is None and len({c.source for c in everyone}) == 1 and len({c.speaker for c in everyone}) > 1:
        reason = "reported-by-third-party: one source gives both, from different speakers"
    if reason is not None:
        demote_all(groups, case.block, reason)
    return reason is None


def _too_early(claim: Claim, group: Sequence[Claim], block: "Block") -> bool:
    """The action is told as done in a report well before the date that others give."""
    told, date = told_at(claim, block), finest(group)
    if not claim.value["known"] or claim.value["stages"] or claim.source in {c.source for c in group}:
        return False
    if told is None or told.end is None or date.start is None or not date.year_stated:
        return False
    return told.end + timedelta(_EARLY * 2 if told.approximate else _EARLY) < date.start


def _told(action: _Action, question: str, case: Case) -> Iterator[Finding]:
    """The finding on when it was done: a conflict, a plan and what became of it, or the one answer."""
    answers = [case.answer(action.name, g) for g in action.held]
    if action.early:
        answers.append(_early_answer(action, case))
    plans = _plans(action, case)
    thing = case.act(action.name)
    if len(answers) > 1:
        told = f"Sources date {thing} differently: {_by_source(answers, case)}"
        level: Level = "warning" if action.early else "error"
        confidence = 0.7 if action.early else 0.85
        yield case.finding("EUC502", "conflict", question, (told, _apart(answers)), answers, confidence, level=level)
    elif answers and plans and dated(answers[0].claims):
        for plan in plans:
            case.block.demote(answers[0].claims[0], plan.claims[0], "other-time: one was only planned")
        told = f"{thing}: {_by_source([*answers, *plans], case)}"
        yield case.finding(
            "EUC504", "supersede", question, (told, "a plan, and what became of it"), [*answers, *plans], 0.6
        )
    elif answers:
        told = f"{thing}: {answers[0].text} ({count_sources(answers[0])})"
        yield case.finding("EUC506", agreement_or_single(answers[0]), question, (told, _QUIET), answers)
    elif len(plans) > 1:
        demote_all([p.claims for p in plans], case.block, "other-time: plans are moved")
        told = f"{thing}: {_by_source(plans, case)}"
        yield case.finding("EUC504", "supersede", question, (told, "a plan that was moved, or two plans"), plans, 0.5)
    else:
        yield from _only_open(action, question, case)


def _early_answer(action: _Action, case: Case) -> Answer:
    reports = sorted({say_date(told_at(c, case.block)) for c in action.early})
    value = {"action": action.name, "date": None, "place": None}
    return case.block.answer(value, f"already {action.name} in a report of {reports[0]}", action.early)


def _plans(action: _Action, case: Case) -> list[Answer]:
    """Dates that were only planned and that no date held fits."""
    late = late_denials(action.name, action.claims, action.open, case)
    open_plans = [c for c in action.open if c.modality == "planned" and c.value["date"] is not None and c not in late]
    groups = by_date(open_plans, case.block)
    held = [finest(g) for g in action.held if dated(g)]
    loose = [g for g in groups if not any(compatible(finest(g), h) for h in held)]
    return [
        case.block.answer(
            {"action": action.name, "date": finest(g).edtf, "planned": True}, f"planned for {say_date(finest(g))}", g
        )
        for g in loose
    ]


def _only_open(action: _Action, question: str, case: Case) -> Iterator[Finding]:
    """What is only planned, denied or possible."""
    for mode, words in _STATUS.items():
        own = [c for c in action.open if c.modality == mode]
        if own:
            answer = case.block.answer({"action": action.name, "date": None, "status": mode}, words, own)
            told = f"{case.act(action.name)}: {answer.text} ({count_sources(answer)})"
            yield case.finding("EUC506", agreement_or_single(answer), question, (told, _QUIET), [answer])
            return


def _by_source(answers: Sequence[Answer], case: Case) -> str:
    return " and ".join(f"{a.text} ({sources_in_words(a, case.block)})" for a in answers)


def _apart(answers: Sequence[Answer]) -> str:
    dates = [str(a.value["date"]) for a in answers if a.value.get("date")]
    if len(dates) > 1:
        return compare_dates(parse_edtf(dates[0]), parse_edtf(dates[1])).reason
    return "one source tells it as done before the date that the other gives"


def _places(action: _Action, case: Case) -> Iterator[Finding]:
    """Two places of one action at compatible dates, neither in the other."""
    groups: dict[str, list[Claim]] = {}
    for claim in action.claims:
        if claim.value["place"] is not None:
            groups.setdefault(str(claim.value["place"]), []).append(claim)
    pack = case.block.pack
    for a, b in combinations(sorted(groups), 2):
        if pack.contains(a, b) or pack.contains(b, a):
            case.block.demote(groups[a][0], groups[b][0], "coarser-precision: one place lies in the other")
        elif pack.apart(a, b) and _one_occasion(groups[a], groups[b]):
            answers = [
                case.block.answer({"action": action.name, "place": p}, pack.name_of(p), groups[p]) for p in (a, b)
            ]
            told = f"Sources put {case.act(action.name)} in different places: {_by_source(answers, case)}"
            question = f"Where was {case.done(action.name)}?"
            yield case.finding("EUC503", "conflict", question, (told, "neither place lies in the other"), answers)
            return


def _one_occasion(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    times = [(date_of(a) or a.when, date_of(b) or b.when, date_of(a) and date_of(b)) for a in left for b in right]
    return any(x is not None and y is not None and _at_once(x, y, stated=bool(both)) for x, y, both in times)


def _at_once(a: Interval, b: Interval, *, stated: bool) -> bool:
    """Dates that may be one; where one is that of the report, it may be some days behind."""
    gap = gap_days(a, b)
    return compatible(a, b) or (not stated and gap is not None and gap <= AFTER)
