"""The claims on one agreement to findings: its stages told apart, the dates and places of each action, the reference."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._agreement_actions import NOUNS
from eucacheck.kinds._events import say_date
from eucacheck.kinds._words import sources_in_words
from eucacheck.records import Answer, Claim, Finding, Interval, Reference

if TYPE_CHECKING:
    from eucacheck.facts import Block

RULES = {
    "EUC501": "One agreement is said to be signed and to be only initialled at one time.",
    "EUC502": "One action on an agreement stands on two dates that exclude each other.",
    "EUC503": "One action on an agreement is put in two places of which neither contains the other.",
    "EUC504": "What was planned for an agreement was moved or carried out at another time.",
    "EUC505": "An action on an agreement is denied after another source has it done.",
    "EUC506": "What was done to an agreement, as sources tell it.",
    "EUC951": "A source dates an action on an agreement otherwise than the reference.",
}
_DONE = {
    "negotiations-opened": "negotiations were opened on",
    "dated": "dated",
}
_ONCE = frozenset(
    {"signed", "initialled", "in-force", "applied-provisionally", "adopted", "concluded", "negotiations-opened"}
)
"""Actions that happen once to one agreement; the others are done by several bodies in turn."""
_RENEWED = frozenset({"adopted", "concluded", "negotiations-opened"})
"""Actions that a later edition of the same text repeats: compared only within `_RENEWAL` days."""
_RENEWAL = 400
_AFTER = 7
"""Days by which the report of an act follows it, where the report gives no date."""
_EARLY = 30
"""Days by which a report of something done must precede the date that another source gives, to speak against it."""


def judge_agreement(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """All findings on one agreement."""
    name, subject = _name(claims, block), min(c.subject for c in claims)
    case = _Case(subject, name, block)
    findings = [*case.signed_or_initialled(claims)]
    for action in sorted({str(c.value["action"]) for c in claims}):
        own = [c for c in claims if c.value["action"] == action]
        findings += case.judge_action(action, own)
    return findings


def done(claim: Claim) -> bool:
    """Tell whether a claim has the action done, by the source or by somebody it reports."""
    return claim.polarity and claim.modality in {"assertion", "reported"}


def date_of(claim: Claim) -> Interval | None:
    """The date that a claim gives the action."""
    edtf = claim.value["date"]
    if edtf is None:
        return None
    basis = claim.when.basis if claim.when is not None else "stated"
    return parse_edtf(str(edtf), year_stated=bool(claim.value["year_stated"]), basis=basis)


def _name(claims: Sequence[Claim], block: "Block") -> str:
    known = next((c.value["agreement"] for c in claims if c.value["known"]), None)
    if known is not None:
        return f"the {block.pack.name_of(str(known))}"
    printed = sorted({str(c.value["name"]) for c in claims}, key=lambda n: (-len(n), n))
    return f'the "{printed[0]}"'


def _days(interval: Interval) -> int:
    if interval.start is None or interval.end is None:
        return 10**6
    return (interval.end - interval.start).days


class _Case:
    """One agreement in one block."""

    def __init__(self, subject: str, name: str, block: "Block") -> None:
        self.subject, self.name, self.block = subject, name, block

    def finding(
        self, rule: str, verdict: Any, question: str, told: tuple[str, str], answers: Sequence[Answer], **more: Any
    ) -> Finding:
        summary, why = told
        return make_finding(
            Judgement(
                rule,
                "agreement",
                verdict,
                self.subject,
                question,
                summary[0].upper() + summary[1:],
                why,
                answers,
                **more,
            )
        )

    # --- signed against initialled -------------------------------------------------------------------------------

    def signed_or_initialled(self, claims: Sequence[Claim]) -> Iterator[Finding]:
        """One finding where a signing and an initialling are told of one time."""
        signed = [c for c in claims if c.value["action"] == "signed" and done(c)]
        initialled = [c for c in claims if c.value["action"] == "initialled" and done(c)]
        left: list[Claim] = []
        right: list[Claim] = []
        for a in signed:
            for b in initialled:
                if self._one_time(a, b, signed):
                    left.append(a)
                    right.append(b)
                else:
                    self.block.demote(a, b, "other-time: initialling and signing are two stages")
        if not left:
            return
        answers = [
            self.block.answer({"action": "signed"}, "signed", left),
            self.block.answer({"action": "initialled"}, "only initialled", right),
        ]
        dated = [d for c in (*right, *left) if (d := date_of(c)) is not None]
        when = f" in {say_date(min(dated, key=_days))}" if dated else ""
        when = when.replace(" in ", " on ", 1) if dated and _days(min(dated, key=_days)) == 0 else when
        told = f"{sources_in_words(answers[0], self.block)} {_have(answers[0])} {self.name} signed, {sources_in_words(answers[1], self.block)} only initialled{when}"
        if answers[0].sources == 1 and {c.source for c in left} == {c.source for c in right}:
            told = f"{sources_in_words(answers[0], self.block)} says both that {self.name} was signed and that it was initialled{when}"
        yield self.finding(
            "EUC501", "conflict", f"Was {self.name} signed or initialled{when}?",
            (told, "initialling closes the text, signing binds the parties: at one time an agreement is at one stage"),
            answers, confidence=0.85 if dated else 0.65,
        )  # fmt: skip

    def _one_time(self, a: Claim, b: Claim, signed: Sequence[Claim]) -> bool:
        """The same days where both are dated, else the time of the report close after the date of the other."""
        if a.value["stages"] or b.value["stages"]:
            return False
        first, second = date_of(a), date_of(b)
        if first is None and a.source == b.source:
            own = [d for c in signed if c.source == a.source and (d := date_of(c)) is not None]
            first = own[0] if own else None
        if first is not None and second is not None:
            return max(_days(first), _days(second)) <= 31 and compare_dates(first, second).relation in {
                "equal",
                "within",
                "contains",
                "overlap",
            }
        if first is None and second is None:
            if a.source == b.source:
                return a.passage != "teaser" and b.passage != "teaser"
            one, other = self._published(a), self._published(b)
            return (
                _exact(one)
                and _exact(other)
                and one is not None
                and other is not None
                and gap_days(one, other) in {0, 1}
            )
        dated, undated = (second, a) if first is None else (first, b)
        told = self._published(undated)
        if told is None or dated is None or _days(dated) > 31 or (a.source != b.source and not _exact(told)):
            return False
        if told.start is None or told.end is None or dated.end is None or dated.start is None:
            return False
        return dated.start <= told.end and told.start <= dated.end + timedelta(_AFTER)

    def _published(self, claim: Claim) -> Interval | None:
        """The time of a report that gives no date of its own, where it is known to a month."""
        if claim.passage == "teaser":
            return None
        told = self.block.around.published.get(claim.source)
        return told if told is not None and _days(told) <= 31 else None

    # --- one action ----------------------------------------------------------------------------------------------

    def judge_action(self, action: str, claims: Sequence[Claim]) -> Iterator[Finding]:
        """When and where the action was done, as one question; a repeated action is one question each time."""
        held = _by_date([c for c in claims if done(c) and c.value["date"] is not None], self.block)
        undated = [c for c in claims if done(c) and c.value["date"] is None]
        open_ones = [c for c in claims if not done(c)]
        early = [c for c in undated if len(held) == 1 and self._too_early(c, held[0])] if action in _ONCE else []
        rest = [c for c in undated if c not in early]
        question = f"When was {self._done(action)}?"
        if len(held) > 1 and not self._opposed(action, held):
            for group in held:
                year = say_date(_finest(group))
                yield from self._told(action, [group], [], [], f"When was {self._done(action)} ({year})?")
            return
        if len(held) == 1:
            held = [[*held[0], *rest]]
        elif not held and rest:
            held = [rest]
        yield from self._told(action, held, early, open_ones, question)
        yield from self._places(action, [c for g in held for c in g])
        yield from self._denied(action, held, open_ones)
        yield from self._reference(action, [c for g in held for c in g])

    def _done(self, action: str) -> str:
        words = {
            "negotiations-opened": f"the negotiation of {self.name} opened",
            "in-force": f"{self.name} brought into force",
            "applied-provisionally": f"{self.name} applied provisionally",
        }
        return words.get(action, f"{self.name} {action}")

    def _opposed(self, action: str, groups: Sequence[Sequence[Claim]]) -> bool:
        """Dates of one action exclude each other: not of what several bodies do, nor of another edition of a text."""
        if action not in _ONCE:
            self._demote_all(groups, "other-event: several bodies do this in turn")
            return False
        known = self.block.pack.agreements.get(self.subject)
        if known is not None and sum(m.action == action for m in known.milestones) > 1:
            self._demote_all(groups, "other-event: the reference knows several")
            return False
        strong = known is not None and action not in _RENEWED
        for a, b in combinations(groups, 2):
            gap = gap_days(_finest(a), _finest(b))
            if strong or (gap is not None and gap <= _RENEWAL):
                continue
            self._demote_all(groups, "other-time: more than a year apart, perhaps another text of that name")
            return False
        return True

    def _demote_all(self, groups: Sequence[Sequence[Claim]], reason: str) -> None:
        for a, b in combinations(groups, 2):
            self.block.demote(a[0], b[0], reason)

    def _too_early(self, claim: Claim, group: Sequence[Claim]) -> bool:
        """The action is told as done in a report well before the date that others give."""
        told, date = self._published(claim), _finest(group)
        if not claim.value["known"] or claim.value["stages"] or claim.source in {c.source for c in group}:
            return False
        if told is None or told.end is None or date.start is None or not date.year_stated:
            return False
        return told.end + timedelta(_EARLY * 2 if told.approximate else _EARLY) < date.start

    def _told(
        self,
        action: str,
        held: Sequence[Sequence[Claim]],
        early: Sequence[Claim],
        open_ones: Sequence[Claim],
        question: str,
    ) -> Iterator[Finding]:
        answers = [self._answer(action, g) for g in held if g]
        if early:
            reports = sorted({say_date(self._published(c)) for c in early})
            answers.append(
                self.block.answer(
                    {"action": action, "date": None, "place": None},
                    f"already {action} in a report of {reports[0]}",
                    early,
                )
            )
        plans = _by_date([c for c in open_ones if c.modality == "planned" and c.value["date"] is not None], self.block)
        planned = [p for p in plans if not any(_compatible(_finest(p), _finest(g)) for g in held if _dated(g))]
        thing = f"{NOUNS[action]} {self.name}"
        names = " and ".join(f"{a.text} ({sources_in_words(a, self.block)})" for a in answers)
        if len(answers) > 1:
            _, why = _apart(answers)
            yield self.finding(
                "EUC502", "conflict", question, (f"Sources date {thing} differently: {names}", why), answers,
                confidence=0.7 if early else 0.85, level="warning" if early else None,
            )  # fmt: skip
            return
        plan_answers = [
            self.block.answer(
                {"action": action, "date": _finest(p).edtf, "planned": True}, f"planned for {say_date(_finest(p))}", p
            )
            for p in planned
        ]
        if answers and plan_answers:
            told = " and ".join(f"{a.text} ({sources_in_words(a, self.block)})" for a in (*answers, *plan_answers))
            for p in planned:
                self.block.demote(answers[0].claims[0], p[0], "other-time: one was only planned")
            verdict, rule = (
                ("supersede", "EUC504") if _dated(answers[0].claims) else (agreement_or_single(answers[0]), "EUC506")
            )
            shown = [*answers, *plan_answers] if verdict == "supersede" else answers
            yield self.finding(
                rule, verdict, question, (f"{thing}: {told}", "a plan, and what became of it"), shown, confidence=0.6
            )
        elif answers:
            told = f"{thing}: {answers[0].text} ({count_sources(answers[0])})"
            yield self.finding(
                "EUC506", agreement_or_single(answers[0]), question, (told, "nothing speaks against it"), answers
            )
        elif len(plan_answers) > 1:
            told = " and ".join(f"{a.text} ({sources_in_words(a, self.block)})" for a in plan_answers)
            yield self.finding(
                "EUC504",
                "supersede",
                question,
                (f"{thing}: {told}", "a plan that was moved, or two plans"),
                plan_answers,
            )
        else:
            yield from self._only_open(action, open_ones, question, thing)

    def _only_open(self, action: str, open_ones: Sequence[Claim], question: str, thing: str) -> Iterator[Finding]:
        """What is only planned, possible or denied."""
        for mode in ("planned", "denied", "conjecture"):
            own = [c for c in open_ones if c.modality == mode]
            if own:
                answer = self.block.answer({"action": action, "date": None, "status": mode}, _STATUS[mode], own)
                told = f"{thing}: {answer.text} ({count_sources(answer)})"
                yield self.finding(
                    "EUC506", agreement_or_single(answer), question, (told, "nothing speaks against it"), [answer]
                )
                return

    def _answer(self, action: str, claims: Sequence[Claim]) -> Answer:
        date = _finest(claims) if _dated(claims) else None
        places = sorted(
            {str(c.value["place"]) for c in claims if c.value["place"]}, key=lambda p: (self._size(p, claims), p)
        )
        pack = self.block.pack
        one = all(pack.contains(a, b) or pack.contains(b, a) for a, b in combinations(places, 2))
        where = f"in {pack.name_of(places[0])}" if places and one else ""
        text = ", ".join(x for x in (say_date(date), where) if x) or "done, no date given"
        value = {
            "action": action,
            "date": date.edtf if date is not None else None,
            "place": places[0] if places else None,
        }
        return self.block.answer(value, text, claims)

    def _size(self, place: str, claims: Sequence[Claim]) -> int:
        """The most exact place first: one that others contain."""
        others = {str(c.value["place"]) for c in claims if c.value["place"]}
        return sum(self.block.pack.contains(place, o) for o in others)

    def _places(self, action: str, claims: Sequence[Claim]) -> Iterator[Finding]:
        placed = [c for c in claims if c.value["place"] is not None]
        groups: dict[str, list[Claim]] = {}
        for c in placed:
            groups.setdefault(str(c.value["place"]), []).append(c)
        pack = self.block.pack
        apart = [
            (a, b) for a, b in combinations(sorted(groups), 2) if not pack.contains(a, b) and not pack.contains(b, a)
        ]
        apart = [(a, b) for a, b in apart if self._same_occasion(groups[a], groups[b])]
        if not apart or action not in _ONCE:
            return
        a, b = apart[0]
        answers = [self.block.answer({"action": action, "place": p}, pack.name_of(p), groups[p]) for p in (a, b)]
        told = " and ".join(f"{x.text} ({sources_in_words(x, self.block)})" for x in answers)
        yield self.finding(
            "EUC503", "conflict", f"Where was {self._done(action)}?", (f"Sources put {NOUNS[action]} {self.name} in {told}",
            "neither place lies in the other"), answers,
        )  # fmt: skip

    @staticmethod
    def _same_occasion(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
        return any(
            _compatible(x, y)
            for a in left
            for b in right
            if (x := date_of(a) or a.when) is not None and (y := date_of(b) or b.when) is not None
        )

    def _denied(self, action: str, held: Sequence[Sequence[Claim]], open_ones: Sequence[Claim]) -> Iterator[Finding]:
        """'Not signed' after the day on which another source has it signed."""
        denials = [c for c in open_ones if not c.polarity and c.value["known"] and self._published(c) is not None]
        dated = [c for g in held for c in g if c.value["date"] is not None]
        late = [c for c in denials if any(_precedes(date_of(d), self._published(c)) for d in dated)]
        for c in denials:
            for d in dated:
                if c not in late:
                    self.block.demote(c, d, "other-time: denied before it was done")
        late += [c for c in open_ones if c.modality == "planned" and c.value["date"] and self._still_planned(c, dated)]
        late = [c for c in late if c.source not in {d.source for d in dated}]
        if late and action in _ONCE:
            answers = [
                self._answer(action, dated),
                self.block.answer({"action": action, "status": "not done"}, "not done yet", late),
            ]
            told = f"{sources_in_words(answers[0], self.block)} dates {NOUNS[action]} {self.name} to {answers[0].text}, {sources_in_words(answers[1], self.block)} has it not done yet in a later report"
            yield self.finding(
                "EUC505",
                "conflict",
                f"Had {self._done(action)} at all?",
                (told, "what was done cannot be undone later"),
                answers,
                level="warning",
                confidence=0.6,
            )

    def _still_planned(self, claim: Claim, dated: Sequence[Claim]) -> bool:
        """A plan with a date of its own, told after the day on which others have it done."""
        told, plan = self._published(claim), date_of(claim)
        return _exact(told) and any(_precedes(date_of(d), told) and _precedes(date_of(d), plan) for d in dated)

    def _reference(self, action: str, claims: Sequence[Claim]) -> Iterator[Finding]:
        """A stated date that every milestone of the action in the pack excludes."""
        known = self.block.pack.agreements.get(self.subject)
        marks = [m for m in known.milestones if m.action == action and m.ref] if known is not None else []
        if known is None or not marks or any(m.action == action and not m.ref for m in known.milestones):
            return
        wrong = []
        for c in claims:
            date = date_of(c)
            if date is None or date.approximate or not date.year_stated or not c.value["year_stated"]:
                continue
            if all(compare_dates(date, parse_edtf(m.date)).relation == "disjoint" for m in marks):
                wrong.append(c)
        if not wrong:
            return
        answer = self._answer(action, wrong)
        right = " or ".join(say_date(parse_edtf(m.date)) for m in marks)
        told = f"{sources_in_words(answer, self.block)} dates {NOUNS[action]} {self.name} to {answer.text}; the reference has {right}"
        yield self.finding(
            "EUC951", "conflict", f"When was {self._done(action)}, by the reference?", (told, "the two dates exclude each other"), [answer],
            level="warning", reference=Reference(right, str(marks[0].ref)),
        )  # fmt: skip


_STATUS = {"planned": "planned, not done yet", "denied": "not done", "conjecture": "possible, not done yet"}


def _have(answer: Answer) -> str:
    return "has" if answer.sources == 1 else "have"


def _exact(told: Interval | None) -> bool:
    """The time of a report is known to the week."""
    return told is not None and not told.approximate and _days(told) <= _AFTER


def _precedes(date: Interval | None, told: Interval | None) -> bool:
    if date is None or told is None or date.end is None or told.start is None:
        return False
    return date.end + timedelta(_AFTER) < told.start


def _dated(claims: Sequence[Claim]) -> bool:
    return any(c.value["date"] is not None for c in claims)


def _finest(claims: Sequence[Claim]) -> Interval:
    """The most exact date of compatible claims, a stated year before an inferred one."""
    dates = [d for c in claims if (d := date_of(c)) is not None]
    return min(dates, key=lambda d: (_days(d), d.approximate, not d.year_stated, d.edtf))


def _compatible(a: Interval, b: Interval) -> bool:
    return compare_dates(a, b).relation != "disjoint"


def _by_date(claims: Sequence[Claim], block: "Block") -> list[list[Claim]]:
    """Compatible dates together, the most exact first; a date that fits two groups is in neither."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (_days(_finest([c])), str(c.value["date"]), c.source, c.start, c.id)):
        fits = [g for g in groups if _compatible(_finest([claim]), _finest(g))]
        if not fits:
            groups.append([claim])
        elif len(fits) == 1:
            relation = compare_dates(_finest([claim]), _finest(fits[0]))
            if relation.code:
                block.demote(
                    claim,
                    fits[0][0],
                    f"{relation.code if relation.code != 'approximate' else 'coarser-precision'}: {relation.reason}",
                )
            fits[0].append(claim)
        else:
            for g in fits:
                block.demote(claim, g[0], "coarser-precision: this date fits more than one")
    return groups


def _apart(answers: Sequence[Answer]) -> tuple[str, str]:
    dated = [a for a in answers if a.value.get("date")]
    if len(dated) > 1:
        relation = compare_dates(parse_edtf(str(dated[0].value["date"])), parse_edtf(str(dated[1].value["date"])))
        return "", relation.reason
    return "", "one source tells it as done before the date that the other gives"
