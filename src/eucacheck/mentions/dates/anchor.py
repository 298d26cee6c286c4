"""The date of a source and the words around an expression of time to the year or day that the expression counts from.

The clock is never asked. Where the date of the source is an interval, an expression means what it means on every day
of it, or the hull of that; where that says too little, nothing.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import regex

from eucacheck import edtf
from eucacheck.records import DateMention, Interval
from eucacheck.tense import Tense, tense_of

FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2500
"""A source dated to another year is dated wrongly; nothing counts from it."""
AMBIGUOUS: Final = 60
"""Days: where two years differ by less, a day or month without year keeps its year unknown."""
AGAINST_VERB: Final = 300
AGAINST_SPEECH: Final = 150
"""Days added to the distance of a date that lies on the other side of the source's date than its verb says; fewer where
the verb is one of speech, which may tell of what is to come."""
LEEWAY: Final = 31
"""Days around a source in which a date without year lies whatever its verb says: cues of tense may belong elsewhere."""
NEAR_YEAR: Final = 60
"""Characters: a year stated this near before a day without one, in the same sentence, may be meant for it as well."""
FITTING: Final = 60
"""Days outside the interval of a source's date in which a weekday may still settle a year."""

NEAR_AGO: Final = 120
"""Characters: a day without a year this near behind "a year ago", in the same sentence, is of then."""
_AGO: Final = regex.compile(r"\byears?\s+ago$", regex.I)
_OF_NOW: Final = regex.compile(
    r"[.;!?\n]|\b(?:said|says|told|announced|reported|now|today|will|is|are|has|have|but|while|this)\b", regex.I
)
"""Between the two: a new clause that tells of the present."""
_THAN: Final = regex.compile(r"\b(?:than|from|with|to|over|against|since|began|started)\s+(?:\w+\s+)?$", regex.I)
"""'more than a year ago' says when too loosely; 'up from a year ago' compares."""

_DEADLINE: Final = regex.compile(r"\b(?:by|until|till|no later than|before)(?:[ ]the)?[ ]$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The source's own date, the fold of the text, the place of an expression in it, and the date mentioned before."""

    published: Interval | None
    shadow: str
    start: int
    end: int
    previous: DateMention | None = None

    @property
    def before(self) -> str:
        """What stands before the expression."""
        return self.shadow[max(0, self.start - 60) : self.start]

    @property
    def after(self) -> str:
        """What stands after the expression."""
        return self.shadow[self.end : self.end + 40]

    @property
    def tense(self) -> Tense:
        """The tense in which the text speaks of the date; "by 31 December" of nothing past is to come."""
        found = tense_of(self.shadow, self.start, self.end)
        return "future" if found == "unknown" and _DEADLINE.search(self.before) else found

    @property
    def _weight_of_tense(self) -> int:
        same = self.tense == "future" or tense_of(self.shadow, self.start, self.end, strict=True) == self.tense
        return AGAINST_VERB if same else AGAINST_SPEECH

    def nearest(self, ref: date, month: int, day: int | None) -> int | None:
        """Find the year of a day or month nearest to a date, mindful of the tense; None where two are about as near."""
        tense, weight, costs = self.tense, self._weight_of_tense, []
        for year in (ref.year - 1, ref.year, ref.year + 1):
            if day is not None and not valid(year, month, day):
                continue
            first = date(year, month, day or 1)
            last = first if day is not None else edtf.last_day(year, month)
            against = (tense == "past" and (first - ref).days > LEEWAY) or (
                tense == "future" and (ref - last).days > LEEWAY
            )
            costs.append((max((first - ref).days, (ref - last).days, 0) + (weight if against else 0), year))
        costs.sort()
        if not costs or (len(costs) > 1 and costs[1][0] - costs[0][0] < AMBIGUOUS):
            return None
        return costs[0][1]

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and last day on which the source may be of; None where an end is open."""
        p = self.published
        if p is None or p.start is None or p.end is None or p.start.year < FIRST_YEAR or p.end.year > LAST_YEAR:
            return None
        return p.start, p.end

    @property
    def exact_day(self) -> date | None:
        """The day of the source, where it is known to the day."""
        span = self.span
        if span is None or self.published is None or self.published.approximate or span[0] != span[1]:
            return None
        return span[0]

    @property
    def context_year(self) -> int | None:
        """The year stated shortly before in the same sentence."""
        p = self.previous
        if p is None or not p.interval.year_stated or p.interval.start is None or p.interval.end is None:
            return None
        between = self.shadow[p.end : self.start]
        if (
            len(between) > NEAR_YEAR
            or "." in between
            or "\n" in between
            or p.interval.start.year != p.interval.end.year
        ):
            return None
        return p.interval.start.year

    @property
    def ago(self) -> Interval | None:
        """The time that "a year ago" gave shortly before in the same sentence: a day told there is of then."""
        p = self.previous
        if p is None or p.interval.basis != "relative-to-document":
            return None
        between, words = self.shadow[p.end : self.start], self.shadow[p.start : p.end]
        if _AGO.search(words) is None or len(between) > NEAR_AGO or _OF_NOW.search(between) is not None:
            return None
        return None if _THAN.search(self.shadow, max(0, p.start - 30), p.start) else p.interval

    def relative(self, at: Callable[[date], tuple[date, date] | None], longest: int) -> Interval | None:
        """Read an expression on each end of the source's date: the hull, or None where it is longer than `longest`."""
        span = self.span
        if span is None:
            return None
        first, last = at(span[0]), at(span[1])
        if first is None or last is None:
            return None
        start, end = min(first[0], last[0]), max(first[1], last[1])
        return None if (end - start).days >= longest else inferred(edtf.days(start, end), "relative-to-document")


def inferred(interval: Interval, basis: str) -> Interval:
    """Mark an interval as inferred, with what from."""
    return replace(interval, year_stated=False, basis=basis)


def valid(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


BESIDE: Final = 21
"""Days beside the date of a source in which an event without a year lies in that year, whatever its weekday."""


def years_fitting(weekday: int, month: int, day: int, first: int, last: int) -> list[int]:
    """Give the years from `first` to `last` in which a month and day fall on a weekday (Monday 0)."""
    return [y for y in range(first, last + 1) if valid(y, month, day) and date(y, month, day).weekday() == weekday]


def place_year(anchor: Anchor, month: int, day: int | None, weekday: int | None = None) -> tuple[int, str] | None:
    """Find the year of a day or a month without one, and what it was found from.

    The weekday decides; else the year nearest to the source's date, mindful of the tense. None where two years fit
    about as well, where the date of the source is too wide to tell, or where another year stands just before.
    """
    span = anchor.span
    if span is None:
        return None
    if weekday is not None and day is not None:
        reach = timedelta(FITTING if span[0] != span[1] else 366)
        fits = [
            y
            for y in years_fitting(weekday, month, day, span[0].year - 1, span[1].year + 1)
            if span[0] - reach <= date(y, month, day) <= span[1] + reach
        ]
        near = [
            y for y in (span[0].year - 1, span[0].year, span[1].year + 1) if _beside(date_or_none(y, month, day), span)
        ]
        if len(fits) == 1 and (not near or fits[0] in near):
            return fits[0], "year-from-weekday"
    ago = anchor.ago
    if ago is not None and ago.start is not None and ago.end is not None:
        fitting = [
            y
            for y in range(ago.start.year, ago.end.year + 1)
            if valid(y, month, day or 1) and ago.start <= date(y, month, day or 1) <= ago.end
        ]
        return (fitting[0], "year-from-document") if len(fitting) == 1 else None
    years = {anchor.nearest(ref, month, day) for ref in span}
    year = years.pop()
    if years or year is None or anchor.context_year not in {None, year}:
        return None
    return year, "year-from-document"


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Give a day, None where the year does not have it."""
    return date(year, month, day) if valid(year, month, day) else None


def _beside(day: date | None, span: tuple[date, date]) -> bool:
    """A day right beside the date of the source: there, a weekday that does not fit is a slip, not another year."""
    if day is None or (span[1] - span[0]).days > BESIDE:
        return False
    return span[0] - timedelta(BESIDE) <= day <= span[1] + timedelta(BESIDE)


def place_relative(anchor: Anchor, word: str) -> int | None:
    """Find the year of "last year", "this year", "the year"; None where the source may be of two years."""
    span = anchor.span
    if span is None or span[0].year != span[1].year:
        return None
    shift = {"last": -1, "next": 1, "previous": -1, "past": -1, "coming": 1}.get(word.casefold(), 0)
    return span[0].year + shift
