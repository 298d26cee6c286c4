"""The claims on an agreement and their times: what is done, on which date, told when, and which dates fit together."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.records import Claim, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

AFTER = 7
"""Days by which the report of an act follows it, where the report gives no date."""
MONTH = 31
_UNKNOWN = 10**6


def done(claim: Claim) -> bool:
    """Tell whether a claim has the action done, by the source or by somebody it reports."""
    return claim.polarity and claim.modality in {"assertion", "reported"}


def date_of(claim: Claim) -> Interval | None:
    """The date that a claim gives the action, None where it gives none."""
    edtf = claim.value["date"]
    if edtf is None:
        return None
    basis = claim.when.basis if claim.when is not None else "stated"
    return parse_edtf(str(edtf), year_stated=bool(claim.value["year_stated"]), basis=basis)


def told_at(claim: Claim, block: "Block") -> Interval | None:
    """The time of the report, where it is known to a month; a teaser has a time of its own, unknown."""
    if claim.passage == "teaser":
        return None
    told = block.around.published.get(claim.source)
    return told if told is not None and length(told) <= MONTH else None


def exact(told: Interval | None) -> bool:
    """Tell whether the time of a report is known to the week."""
    return told is not None and not told.approximate and length(told) <= AFTER


def length(interval: Interval) -> int:
    """The days of an interval, less one; very many where an end is open."""
    if interval.start is None or interval.end is None:
        return _UNKNOWN
    return (interval.end - interval.start).days


def dated(claims: Sequence[Claim]) -> bool:
    """Tell whether any claim has a date."""
    return any(c.value["date"] is not None for c in claims)


def finest(claims: Sequence[Claim]) -> Interval:
    """The most exact date of compatible claims, a stated year before an inferred one."""
    dates = [d for c in claims if (d := date_of(c)) is not None]
    return min(dates, key=lambda d: (length(d), d.approximate, not d.year_stated, d.edtf))


def compatible(a: Interval, b: Interval) -> bool:
    """Tell whether two dates can be one."""
    return compare_dates(a, b).relation != "disjoint"


def precedes(date: Interval | None, other: Interval | None) -> bool:
    """Tell whether a date is over more than a week before another begins."""
    if date is None or other is None or date.end is None or other.start is None:
        return False
    return date.end + timedelta(AFTER) < other.start


def by_date(claims: Sequence[Claim], block: "Block") -> list[list[Claim]]:
    """Compatible dates together, the most exact first; a date that fits two groups is in neither."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (length(finest([c])), str(c.value["date"]), c.source, c.start, c.id)):
        own = finest([claim])
        fits = [g for g in groups if compatible(own, finest(g))]
        if not fits:
            groups.append([claim])
        elif len(fits) == 1:
            relation = compare_dates(own, finest(fits[0]))
            if relation.code:
                code = "coarser-precision" if relation.code == "approximate" else relation.code
                block.demote(claim, fits[0][0], f"{code}: {relation.reason}")
            fits[0].append(claim)
        else:
            for group in fits:
                block.demote(claim, group[0], "coarser-precision: this date fits more than one")
    return groups


def demote_all(groups: Sequence[Sequence[Claim]], block: "Block", reason: str) -> None:
    """Keep why no two of these groups are opposed."""
    for a, b in combinations(groups, 2):
        block.demote(a[0], b[0], reason)
