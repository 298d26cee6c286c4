"""Claims of a source that others date, as they are judged: what has no time or no year is read in that time.

A claim itself never changes: its identifier and its value come from its own source. Days keep their month and day, so
that what two sources tell of a day is compared as they tell it; the year that is filled in counts as inferred.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from eucacheck.edtf import parse_edtf
from eucacheck.records import Claim, Interval

_NEAR: Final = 100
"""Days from a source to a day that it names without a year; of one farther off the next year is nearly as likely."""
_LASTING: Final = frozenset({"rank"})
"""Kinds that are compared over a year: the days of a report that names no year are too little to oppose two of them."""
_UNKNOWN: Final = "XXXX"


@dataclass(frozen=True, slots=True)
class Reading:
    """The time in which the claims of a source are read, what was found in its own text, and on whom the time rests."""

    interval: Interval
    replaces: Interval | None = None
    rests_on: frozenset[str] = frozenset()


def read_in_time(claim: Claim, known: Reading) -> Claim:
    """Give a claim as it is judged where others date its source."""
    if claim.passage == "teaser":
        return claim
    value: dict[str, Any] = _dated(claim.value, known)
    if "published" in value:
        value["published"] = known.interval.edtf
    if "event" in value:
        event = _dated(value["event"], known) | {"published": known.interval.edtf}
        if event.get("date_basis") == "document":
            event["date"] = known.interval.edtf
        value["event"] = event
    return replace(claim, value=value, when=claim.when if claim.kind in _LASTING else _when(claim.when, known))


def _when(when: Interval | None, known: Reading) -> Interval | None:
    if when is None or when == known.replaces:
        return known.interval
    if _UNKNOWN in when.edtf and (edtf := _with_year(when.edtf, known.interval)) is not None:
        return parse_edtf(edtf, year_stated=False, basis=when.basis)
    return when


def _dated(value: Mapping[str, Any], known: Reading) -> dict[str, Any]:
    """The value with the year of its date."""
    found = dict(value)
    for name in ("edtf", "date"):
        told = value.get(name)
        if isinstance(told, str) and _UNKNOWN in told and (edtf := _with_year(told, known.interval)) is not None:
            found |= {name: edtf, "year_stated": False}
    return found


def _with_year(edtf: str, near: Interval) -> str | None:
    """Put a date without a year into the year in which it lies next to an interval; None where it lies far."""
    if near.start is None or near.end is None:
        return None
    best: tuple[int, str] | None = None
    for year in range(max(1, near.start.year - 1), min(9998, near.end.year + 1) + 1):
        try:
            placed = parse_edtf(edtf.replace(_UNKNOWN, f"{year:04d}"))
        except ValueError:
            continue
        start, end = placed.start or date.min, placed.end or date.max
        gap = max((start - near.end).days, (near.start - end).days, 0)
        if best is None or gap < best[0]:
            best = (gap, placed.edtf)
    return best[1] if best is not None and best[0] <= _NEAR else None
