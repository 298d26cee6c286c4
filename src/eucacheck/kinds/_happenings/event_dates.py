"""The dates of one event to answers and their relation: compatible, moved, or excluding each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import compare_dates, span_of_days
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.records import Answer, Claim, Interval, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block

LONGEST_EVENT: Final = 14
"""Days: two days inside a range up to this long are days of one event."""


def interval_of(claim: Claim) -> Interval:
    """The date of a claim as an interval."""
    basis = claim.when.basis if claim.when else "stated"
    return parse_edtf(str(claim.value["edtf"]), year_stated=bool(claim.value["year_stated"]), basis=basis)


@dataclass(frozen=True, slots=True)
class Relation:
    """How two dates of one event stand to each other; the smaller `rank`, the graver."""

    rank: int
    verdict: Verdict
    rule: str
    why: str

    @property
    def how(self) -> str:
        """The first words of a summary."""
        return _HOW[self.verdict]


_HOW: dict[Verdict, str] = {
    "conflict": "Sources give different dates of",
    "supersede": "The date was moved of",
    "refine": "Sources date more and less exactly",
    "unclear": "Sources may differ on the date of",
}


AGREED = Relation(9, "agree", "EUC303", "no source gives another date")


def answers_of(claims: Sequence[Claim], block: "Block") -> list[Answer]:
    """Equal dates are one answer; a month or year around the one exact date that is told supports that date.

    Of two dates of one source, one around the other, the wider stands under the exact one.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_exact(claim, claims), []).append(claim)
    for coarse in sorted((e for e in groups if _COARSE.fullmatch(e)), key=lambda e: (-len(e), e)):
        around = _of_edtf(coarse, groups[coarse])
        inside = [e for e in sorted(groups) if _relation(_of_edtf(e, groups[e]), around) == "within"]
        if len(inside) == 1 and not around.approximate:
            groups[inside[0]] += groups.pop(coarse)
    return [a for edtf, group in sorted(groups.items()) for a in _by_weekday(edtf, group, block)]


def _by_weekday(edtf: str, group: Sequence[Claim], block: "Block") -> list[Answer]:
    """One answer a day; where one source names a weekday that the day does not have, and another does not, two."""
    day = say_date(_of_edtf(edtf, group))
    odd = [c for c in group if "weekday" in c.value]
    plain = [c for c in group if c.source not in {o.source for o in odd}]
    rest = [c for c in group if c not in odd]
    told = all(any(_plain(c) == edtf for c in side) for side in (rest, odd))  # not only a month around the day
    if not told or not plain or len({c.value["weekday"] for c in odd}) > 1:
        return [block.answer({"edtf": edtf}, day, list(group))]
    weekday = str(odd[0].value["weekday"])
    return [
        block.answer({"edtf": edtf}, day, rest),
        block.answer({"edtf": edtf, "weekday": weekday}, f"{weekday}, {day}", odd),
    ]


_COARSE = regex.compile(r"\d{4}(?:-\d\d)?")
"""A year or a month: a date that is told in passing, and with which no exact day in it is at odds."""


def _relation(a: Interval, b: Interval) -> str:
    return compare_dates(a, b).relation


def _exact(claim: Claim, claims: Sequence[Claim]) -> str:
    """The one date of the same source inside that of a claim, else its own.

    Of an event of several days that another source dates to all of them, the days stay together.
    """
    own = _plain(claim)
    others = {_plain(c) for c in claims if c.source != claim.source}
    inside = {_plain(c) for c in claims if _is_inside(c, claim)}
    if len(inside) != 1 or ("/" in own and own in others and not inside & others):
        return own
    return inside.pop()


def _is_inside(a: Claim, b: Claim) -> bool:
    """Both claims are of one source, both plans or neither, and the date of one lies inside that of the other."""
    if a.source != b.source or (a.modality == "planned") != (b.modality == "planned") or _plain(a) == _plain(b):
        return False
    return compare_dates(interval_of(a), interval_of(b)).relation == "within"


def _plain(claim: Claim) -> str:
    return str(claim.value["edtf"]).replace("~", "")


def date_of(answer: Answer) -> Interval:
    return _of_edtf(str(answer.value["edtf"]), answer.claims)


def _of_edtf(edtf: str, claims: Sequence[Claim]) -> Interval:
    return interval_of(next(c for c in claims if _plain(c) == edtf))


def gravest(answers: Sequence[Answer], block: "Block") -> Relation:
    """The gravest relation of any two answers."""
    pairs = [_pair(a, b, answers, block) for i, a in enumerate(answers) for b in answers[i + 1 :]]
    return min(pairs, key=lambda r: (r.rank, r.why))


def _pair(a: Answer, b: Answer, answers: Sequence[Answer], block: "Block") -> Relation:
    left, right = date_of(a), date_of(b)
    relation = compare_dates(left, right)
    if "weekday" in (a.value.keys() ^ b.value.keys()) and relation.relation == "equal":
        why = "one source names a weekday that the day does not have"
        block.demote(a.claims[0], b.claims[0], f"coarser-precision: {why}")
        return Relation(2, "refine", "EUC303", why)
    shifted = relation.relation == "overlap" and _first_to_last(left) and _first_to_last(right)
    if relation.relation not in {"disjoint", "near", "unknown"} and not shifted:
        block.demote(a.claims[0], b.claims[0], f"coarser-precision: {relation.reason}")
        return Relation(2, "refine", "EUC303", relation.reason)
    if _moved(a, b, block) or _moved(b, a, block):
        block.demote(a.claims[0], b.claims[0], "other-time: a plan that a later source gives another date")
        why = "the earlier date was only planned, and the later one is in a newer source"
        return Relation(1, "supersede", "EUC302", why)
    if shifted:
        return Relation(0, "conflict", "EUC301", f"{left.edtf} and {right.edtf} have other first and last days")
    if relation.relation != "disjoint":
        block.demote(a.claims[0], b.claims[0], f"{relation.code or 'year-inferred'}: {relation.reason}")
        return Relation(3, "unclear", "EUC301", relation.reason)
    edge = _edge(a, b) or _edge(b, a)
    if edge is not None:
        block.demote(a.claims[0], b.claims[0], f"coarser-precision: {edge}")
        return Relation(2, "refine", "EUC303", edge)
    both = next((o for o in answers if _covers(o, left, right)), None)
    if both is not None:
        why = f"both days lie in {both.text}, which a source gives"
        block.demote(a.claims[0], b.claims[0], f"coarser-precision: {why}")
        return Relation(2, "refine", "EUC303", why)
    return Relation(0, "conflict", "EUC301", relation.reason)


def _first_to_last(date: Interval) -> bool:
    """A stretch of days that a source prints: the first and the last day of an event."""
    known = date.start is not None and date.end is not None and "/" in date.edtf and "~" not in date.edtf
    return known and not date.approximate and date.basis in _PRINTED and span_of_days(date) <= LONGEST_EVENT


_PRINTED: Final = frozenset({"stated", "year-from-document", "year-from-text", "year-from-weekday"})
"""How the days of a date are known where the source prints them."""


def _covers(answer: Answer, a: Interval, b: Interval) -> bool:
    """The dates are days of one event of several days: a range that a source prints, not a week or month around it."""
    wide = date_of(answer)
    if wide.start is None or wide.end is None or "/" not in wide.edtf or (wide.end - wide.start).days > LONGEST_EVENT:
        return False
    if wide.approximate or wide.basis.startswith("relative"):
        return False
    return all(compare_dates(x, wide).relation in {"within", "equal"} for x in (a, b))


def _edge(a: Answer, b: Answer) -> str | None:
    """Say why two days can be the first and a later one of an event, or an earlier one and the last."""
    parts = {str(c.value.get("part", "")) for c in a.claims}
    day, other = date_of(a), date_of(b)
    if len(parts) != 1 or parts == {""} or parts == {str(c.value.get("part", "")) for c in b.claims}:
        return None
    if None in {day.start, day.end, other.start, other.end}:
        return None
    early = parts == {"opening"} or (parts == {"middle"} and str(day.start) < str(other.start))
    first, last = (day, other) if early else (other, day)
    if first.end is None or last.start is None or not 0 < (last.start - first.end).days <= LONGEST_EVENT:
        return None
    return f"{a.text} is told as the day of the {parts.pop()} alone"


def _moved(plan: Answer, later: Answer, block: "Block") -> bool:
    """The plan is told as put off, or its claims are all plans, of sources older than all those of the other."""
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
