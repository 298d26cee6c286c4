"""Two dated claims to their relation: dates that are compatible, exclude each other, or were moved."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days, least_gap, span_of_days
from eucacheck.compare.names import compare_persons
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.kinds._encounters.grouping import grouped
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.records import Claim, Interval, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block

NEAR = 31
"""Days within which two stated dates can belong to one visit of one person to one place."""


def date_groups(claims: Sequence[Claim], compatible: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Dated claims by compatible dates; those without a date of their own join nobody and are left out of a dispute."""
    dated = (c for c in claims if stated(c) is not None and not c.value.get("shared"))
    exact_first = sorted(dated, key=lambda c: (span_of_days(stated(c)), canonical(c)))
    return grouped(exact_first, lambda g, claim: all(compatible(claim, c) for c in g))


def opposed_dates(
    groups: Sequence[Sequence[Claim]], block: "Block", conflict: str, moved: str
) -> tuple[Verdict, str, str, float] | None:
    """The verdict on two groups of dates: conflict, moved plan, or unclear; None where there is one."""
    if len(groups) < 2:
        return None
    return min(date_pair(left, right, block, (conflict, moved)) for left, right in combinations(groups, 2))[1]


def date_pair(
    left: Sequence[Claim], right: Sequence[Claim], block: "Block", codes: tuple[str, str]
) -> tuple[int, tuple[Verdict, str, str, float]]:
    """The verdict on two groups of dates, gravest first, with rule, reason and certainty."""
    left, right = _made(left), _made(right)
    a, b = next(((x, y) for x in left for y in right if same_speaker(x, y)), (left[0], right[0]))
    if a.value["status"] != b.value["status"]:
        plan, made = (left, right) if a.value["status"] == "planned" else (right, left)
        if is_older(plan, made):
            block.demote(a, b, "other-time: a plan that a later source gives another date")
            return 1, (
                "supersede",
                codes[1],
                "the one date was only planned, and the source that gives the other is newer",
                0.6,
            )
        block.demote(a, b, "other-time: one of the dates was only planned")
        return 2, ("unclear", codes[0], "one date was only planned; the dates of the sources would decide", 0.4)
    if a.value["status"] == "planned" and (is_older(left, right) or is_older(right, left)):
        block.demote(a, b, "other-time: a plan that a later source gives another date")
        return 1, ("supersede", codes[1], "both are plans, and one source is newer", 0.5)
    if not same_speaker(a, b):
        block.demote(a, b, "reported-by-third-party: one date is only reported")
        return 2, ("unclear", codes[0], "one date is told by the source itself, the other reported", 0.4)
    if not _years_known(a, b) and not block.one_news(a, b):
        block.demote(a, b, "other-time: the year of one date is not known, and the sources do not report one news")
        return 2, ("unclear", codes[0], "the year of one date is not known", 0.4)
    exact = a.value["place"] == b.value["place"]
    dates = f"{say_date(stated(a))} and {say_date(stated(b))} exclude each other"
    return 0, ("conflict", codes[0], dates + ", and the two are too near to be two occasions", 0.8 if exact else 0.6)


def _years_known(a: Claim, b: Claim) -> bool:
    return all(d is None or d.start is not None or d.end is not None for d in (stated(a), stated(b)))


def _made(claims: Sequence[Claim]) -> Sequence[Claim]:
    """What was made stands for a date before what was only planned for it."""
    return [c for c in claims if c.value["status"] != "planned"] or claims


def is_older(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    ends = [p.end for c in first if (p := around(c)) is not None and p.end is not None]
    starts = [p.start for c in second if (p := around(c)) is not None and p.start is not None]
    return len(ends) == len(first) and len(starts) == len(second) and max(ends) < min(starts)


def best_date(claims: Sequence[Claim]) -> Interval | None:
    known = [d for c in claims if (d := stated(c)) is not None]
    return min(known, key=lambda d: (d.approximate, span_of_days(d), d.edtf)) if known else None


def about_when(claims: Sequence[Claim]) -> str:
    """About when, for a question: the month of the best date, else of the earliest source."""
    best = best_date(claims) or min(
        (d for c in claims if (d := around(c)) is not None), key=lambda d: d.edtf, default=None
    )
    if best is None:
        return "date not given"
    return say_date(best) if best.start is None else f"{best.start:%Y-%m}"


def stated(claim: Claim) -> Interval | None:
    """The date that the claim's own words give."""
    edtf = claim.value.get("date")
    return parse_edtf(str(edtf), year_stated=bool(claim.value["year_stated"])) if edtf else None


def around(claim: Claim) -> Interval | None:
    """The date of the source, which what it tells without a date is near to."""
    edtf = claim.value.get("published")
    return parse_edtf(str(edtf)) if edtf else None


def one_time(a: Claim, b: Claim, days: int) -> bool:
    """Tell whether two claims can speak of one encounter: their dates lie within some days of each other."""
    left, right = stated(a), stated(b)
    if left is not None and right is not None:
        if compare_dates(left, right).relation not in {"disjoint", "near"}:
            return True
        gap = least_gap(left, right)
        return gap is not None and gap <= days
    reach = days + 14
    left, right = left or around(a), right or around(b)
    if left is None or right is None:
        return False
    gap = gap_days(left, right)
    return gap is None or gap <= reach


def same_party(a: dict[str, str], b: dict[str, str]) -> bool:
    """One person or group: one identifier, or two names that the comparison of names takes for one person."""
    if a["id"] == b["id"]:
        return True
    if not (a["id"].startswith("person:") and b["id"].startswith("person:")):
        return False
    return compare_persons(a["name"], b["name"]).relation in {"same-spelling", "same-person"}


def same_speaker(a: Claim, b: Claim) -> bool:
    """Both told by the sources themselves, or both reported by somebody; a press service is the source's own basis."""
    return _by_another(a) == _by_another(b)


def on_record(a: Claim, b: Claim) -> bool:
    """Neither is the word of one person alone, or both are: what a ministry tells is what its report rests on."""
    return same_speaker(a, b) or not any(c.modality == "reported" and _is_person(c) for c in (a, b))


def _is_person(claim: Claim) -> bool:
    return str(claim.speaker).startswith("person:")


def _by_another(claim: Claim) -> bool:
    return claim.modality == "reported" and not str(claim.speaker).startswith("unnamed:")


def compatible_places(a: str | None, b: str | None, block: "Block") -> bool:
    """One place lies in the other or may, or one is not told; a region of countries is no place of one encounter."""
    if a is None or b is None or a == b:
        return True
    if a.startswith("region:") or b.startswith("region:"):
        return False
    return not block.pack.apart(a, b)
