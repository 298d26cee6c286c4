"""An undated source to its date through others: what it reports without a year, they report with its date.

A text that says "met in the capital on 11 May", or "on Tuesday", beside one of 13 May 2027 that reports the same
meeting of 11 May was written in those days of 2027. Only sources that are dated by themselves date others, so that
nothing rests on a chain; where two would give different dates, there is none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from eucacheck import edtf
from eucacheck.compare.dates import span_of_days
from eucacheck.dating.happenings import Happening, happenings_of
from eucacheck.dating.later import may_be_later
from eucacheck.pack import Pack
from eucacheck.records import Claim, Elsewhere, Interval
from eucacheck.stories import FEW, RECENT, may_be_called_so

REPORTED: Final = 6
"""Days after the latest day that a text reports, within which it was written."""
UNDATED: Final = 14
"""Days: a source whose own date is no wider needs no other."""
BASIS: Final = "elsewhere"
"""What an interval rests on that was taken from other sources."""
_APART: Final = 62
"""Days within which all days lie that one text reports without a year; else they may be of several years."""
_SURE: Final = frozenset({"stated", "dateline"})
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A source as this step sees it: its own date, its claims, and of the one that is dated the text."""

    published: Interval | None
    claims: Sequence[Claim]
    text: str = ""


def is_undated(published: Interval | None) -> bool:
    """Tell whether others may date a source: nobody states its date, and its own text does not give it."""
    return published is None or (published.basis not in _SURE and span_of_days(published) > UNDATED)


def dates_others(published: Interval | None) -> bool:
    """Tell whether a source is dated by itself, to the day."""
    return published is not None and published.basis in _SURE and span_of_days(published) == 0


def date_elsewhere(
    source: Told, others: Mapping[str, Told], one_news: Callable[[str], bool], pack: Pack
) -> Elsewhere | None:
    """Date a source by what it reports and `others` date; None where nothing or different years follow."""
    own = [h for h in happenings_of(source.claims, source.text) if not h.dated]
    if not own or not is_undated(source.published):
        return None
    found: dict[str, list[tuple[date, date]]] = {}
    for name in sorted(others):
        told = others[name]
        if dates_others(told.published) and (days := list(_common(own, told, pack))) and one_news(name):
            found[name] = days
    days = sorted(d for own_days in found.values() for d in own_days)
    if not days or (days[-1][1] - days[0][0]).days > _APART or may_be_later(source.text, days[-1][1]):
        return None
    span = _written(days[-1][0], source)
    if span is None:
        return None
    interval = replace(edtf.days(*span), year_stated=False, basis=BASIS)
    return Elsewhere(interval, edtf.days(*days[-1]), tuple(sorted(found)))


def _common(own: Sequence[Happening], other: Told, pack: Pack) -> Iterator[tuple[date, date]]:
    """The days that both report, as the undated source has them, with the year of the other."""
    published = other.published
    if published is None or published.start is None:
        return
    for theirs in happenings_of(other.claims):
        if theirs.told is None or theirs.told.start is None or theirs.told.end is None:
            continue
        if not published.start - timedelta(RECENT) <= theirs.told.start <= published.start:
            continue
        for ours in own:
            placed = _placed(ours, theirs.told.start, theirs.told.end)
            if placed is not None and _are_one(ours, theirs, pack, gap=_gap(placed, theirs)):
                yield placed


def _placed(ours: Happening, start: date, end: date) -> tuple[date, date] | None:
    """Put days without a year next to others; a weekday on the one of those days that has it."""
    if ours.weekday is not None:
        every = (start + timedelta(i) for i in range((end - start).days + 1))
        on = next((d for d in every if d.weekday() == ours.weekday), None)
        return (on, on) if on is not None else None
    years = range(max(1, start.year - 1), min(9998, end.year + 1) + 1)
    near = [d for y in years if (d := ours.in_year(y)) is not None]
    return min(near, key=lambda d: (abs((d[0] - start).days), d), default=None)


def _gap(days: tuple[date, date], other: Happening) -> int:
    told = other.told
    start = told.start if told is not None and told.start is not None else date.min
    end = told.end if told is not None and told.end is not None else date.max
    return max((days[0] - end).days, (start - days[1]).days, 0)


def _are_one(a: Happening, b: Happening, pack: Pack, gap: int) -> bool:
    """Tell whether two sources report one happening: of one kind, with the same people, in one place, in those days."""
    if a.kind != b.kind or gap > (FEW if a.kind == "event" else 1):
        return False
    here = a.place is not None and b.place is not None
    if a.place is not None and b.place is not None and not pack.nested(a.place, b.place):
        return False
    if not here and (gap or a.weekday is not None) and not a.numbers & b.numbers:
        return False  # another day, or a weekday alone, is little without the place
    if a.kind == "event":
        if not may_be_called_so(a.type, b.type) or not (a.name == b.name or a.also == b.also):
            return False
        if a.numbers and b.numbers and not a.numbers & b.numbers:
            return False
        return here or bool(a.numbers & b.numbers) or (gap == 0 and a.name == b.name)
    if a.kind == "agreement":
        return a.name == b.name
    return len(a.who & b.who) >= (1 if a.kind == "visit" and here else _TWO)


def _written(latest: date, source: Told) -> tuple[date, date] | None:
    """The days in which a source was written that reports on a day, within its own bounds; its dateline, if it fits."""
    first, last = latest, latest + timedelta(REPORTED)
    for line in (c.value["edtf"] for c in source.claims if c.value.get("dateline") and "edtf" in c.value):
        day = Happening("", "", "", "", "", frozenset(), None, frozenset(), edtf.parse_edtf(str(line)))
        placed = _placed(day, first, last) if not day.dated else None
        if placed is not None and first <= placed[0] == placed[1] <= last:
            first, last = placed
    own = source.published
    low = max(first, own.start) if own is not None and own.start is not None else first
    high = min(last, own.end) if own is not None and own.end is not None else last
    return (low, high) if low <= high else None
