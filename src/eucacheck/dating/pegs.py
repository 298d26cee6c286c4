"""The dates of a text to its news pegs: the day that it reports on or announces, most often printed without a year.

A paper leaves out the year of a day only where the reader knows it, so a day without year lies near the text. The
latest day of which the text speaks in the past is the best peg; a day to come closes the span.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Final, Literal

from eucacheck.dating.stated import PLACE_BEFORE, passage_at
from eucacheck.records import DateMention, Passage
from eucacheck.tense import Tense, sentence_around, tense_of

PegKind = Literal["dateline", "day", "lead"]

REPORTED: Final = 14
"""Days after an event in which it is news (the longest of 44 articles: five)."""
SAME_WEEK: Final = 6
"""Days after an event in which its weekday names it."""
ANNOUNCED: Final = 183
"""Days before an event in which a day without year announces it (the longest of 44 articles: 124)."""
NEAR: Final = 62
"""Days: a past day and a day to come that lie this near close the span between them."""
MOST_DAYS: Final = 80
"""Days without year that are looked at; more are a calendar, not news."""

_MONTH_DAY: Final = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)~?")
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY_NAME: Final = r"(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WEEKDAY: Final = re.compile(rf"\b{_WEEKDAY_NAME}\b")
_ON_WEEKDAY: Final = re.compile(rf"\bon {_WEEKDAY_NAME}\b")
_HAD: Final = re.compile(r"\bhad (?:\w{2,12} ){0,2}\w{2,15}\b[^,;]{0,60}$")
_COUNTED_FROM_NOW: Final = re.compile(rf"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Oo]n {_WEEKDAY_NAME})\b")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)]{0,3}\s")
_DATELINE_END: Final = re.compile(r"\s?(?:\([^()\n]{2,40}\)\s?)?[.:,]?(?:--?|[–—])?\s?[A-Z\"“]")


@dataclass(frozen=True, slots=True)
class OtherDay:
    """Another day of the text, its year where stated, and the tense in which the text speaks of it."""

    month: int
    day: int
    year: int | None
    tense: Tense

    def near(self, day: date) -> date | None:
        """Give the date that lies nearest to a day; None where there is none."""
        years = [self.year] if self.year is not None else [day.year - 1, day.year, day.year + 1]
        dates = [d for y in years if (d := _date(y, self.month, self.day)) is not None]
        return min(dates, key=lambda d: abs((d - day).days), default=None)


@dataclass(frozen=True, slots=True)
class Peg:
    """A day that the text reports on or announces; `year` where some words of the text give it."""

    kind: PegKind
    words: str
    month: int
    day: int
    year: int | None
    weekday: int | None
    tense: Tense
    others: tuple[OtherDay, ...]

    def years(self, low: date | None, high: date | None, search: int) -> list[int]:
        """Give the years that the peg may be of: all within the bounds in which its weekday fits, in order."""
        if self.year is not None:
            return [self.year]
        if low is None and high is None:
            return []
        first = low.year - 1 if low is not None else (high.year - search if high is not None else 0)
        last = high.year + 1 if high is not None else first + 1 + search
        dates = {y: _date(y, self.month, self.day) for y in range(max(1, first), min(9998, last) + 1)}
        return [y for y, d in dates.items() if d is not None and self.weekday in {None, d.weekday()}]

    def window(self, year: int) -> tuple[date, date] | None:
        """Give the first and last day on which such a text may be written; None where the year has no such day."""
        day = _date(year, self.month, self.day)
        if day is None:
            return None
        if self.kind == "dateline":
            return day, day
        if self.tense == "future":
            return day - timedelta(ANNOUNCED), day
        if self.tense == "unknown":
            before, after = (SAME_WEEK, SAME_WEEK) if self.weekday is not None else (NEAR, REPORTED)
            return day - timedelta(before), day + timedelta(after)
        if self.weekday is not None:
            return day, day + timedelta(SAME_WEEK)
        ahead = [d for o in self.others if o.tense == "future" and (d := o.near(day)) is not None and d > day]
        to_come = min(ahead, default=None)
        end = to_come if to_come is not None and (to_come - day).days <= NEAR else day + timedelta(REPORTED)
        return day, end


def find_pegs(text: str, passages: Sequence[Passage], own: Sequence[DateMention]) -> list[Peg]:
    """Find the pegs of a text, the best first: dateline, past days, days to come, a full date in the lead."""
    days = list(islice((r for m in own if (r := _read(text, passages, m)) is not None), MOST_DAYS))
    lead = _lead(passages)
    pegs: list[Peg] = []
    for one in days:
        kind: PegKind | None = "day"
        if one.full:
            kind = "lead" if lead is not None and _leads(text, passages, lead, one, days) else None
        elif _is_dateline(text, passages, one.mention):
            kind = "dateline"
        told_later = _HAD.search(sentence_around(text, one.mention.start, one.mention.end)[0]) is not None
        if kind is not None and not one.foreign and not told_later:
            pegs.append(_peg(text, one, kind, days))
    if lead is not None:
        pegs += _named_by_weekday(text, lead, days)
    pegs = [_by_weekday(text, passages, p) for p in pegs]
    newest = [p for p in pegs if p.kind != "day" or p.tense != "past" or not _has_later(p, pegs)]
    return sorted(newest, key=_rank)


@dataclass(frozen=True, slots=True)
class _Day:
    """A mention of one day, or of days of one stretch by its first day."""

    mention: DateMention
    month: int
    day: int
    year: int | None
    weekday: int | None
    tense: Tense
    foreign: bool

    @property
    def full(self) -> bool:
        """Tell whether the year is stated."""
        return self.year is not None

    @property
    def key(self) -> tuple[int, int, int]:
        """The day, to be put in order; one without year comes first."""
        return self.year or 0, self.month, self.day


def _read(text: str, passages: Sequence[Passage], mention: DateMention) -> _Day | None:
    match = _MONTH_DAY.match(mention.interval.edtf)
    if match is None or mention.interval.approximate:
        return None
    passage = passage_at(passages, mention.start)
    near = _WEEKDAY.search(text[mention.start : mention.end]) or _WEEKDAY.match(text[mention.end :][:16].lstrip(" ,("))
    full = match["year"] != "XXXX"
    role = passage.role if passage is not None else "body"
    return _Day(
        mention,
        int(match["month"]),
        int(match["day"]),
        int(match["year"]) if full else None,
        _WEEKDAYS.index(near["w"].casefold()) if near else None,
        tense_of(text, mention.start, mention.end),
        role in {"caption", "boilerplate", "teaser"} or (passage is not None and passage.why == "tweet"),
    )


def _peg(text: str, one: _Day, kind: PegKind, days: Sequence[_Day]) -> Peg:
    others = tuple(OtherDay(d.month, d.day, d.year, d.tense) for d in days if d is not one and not d.foreign)
    years = {d.year for d in days if d.year is not None and (d.month, d.day) == (one.month, one.day)}
    year = next(iter(years)) if len(years) == 1 else None
    words = " ".join(text[one.mention.start : one.mention.end].split())
    return Peg(kind, words, one.month, one.day, year, one.weekday, one.tense, others)


def _named_by_weekday(text: str, lead: Passage, days: Sequence[_Day]) -> Iterator[Peg]:
    """A full date, of a caption perhaps, whose weekday is the day of the news in the lead ("on Monday")."""
    names = {_WEEKDAYS.index(m["w"].casefold()) for m in _ON_WEEKDAY.finditer(text, lead.start, lead.end)}
    if len(names) != 1:
        return
    weekday = names.pop()
    fitting = [d for d in days if d.full and (day := _date(d.year or 1, d.month, d.day)) and day.weekday() == weekday]
    if len({(d.year, d.month, d.day) for d in fitting}) == 1 and fitting[0].tense != "future":
        yield replace(_peg(text, fitting[0], "lead", days), weekday=weekday, tense="past")


def _by_weekday(text: str, passages: Sequence[Passage], peg: Peg) -> Peg:
    """Take the tense of a day with its weekday from another place that names the weekday alone as past."""
    if peg.tense != "unknown" or peg.weekday is None:
        return peg
    for passage in (p for p in passages if p.article == 0 and p.role == "body"):
        for match in _ON_WEEKDAY.finditer(text, passage.start, passage.end):
            same = _WEEKDAYS.index(match["w"].casefold()) == peg.weekday
            if same and tense_of(text, match.start(), match.end()) == "past":
                return replace(peg, tense="past")
    return peg


def _leads(text: str, passages: Sequence[Passage], lead: Passage, one: _Day, days: Sequence[_Day]) -> bool:
    """Tell whether a full date is that of the news: a past day in the first sentence, the latest that is named.

    Where the text says "yesterday" or "on Monday", that is the news, and the date lies further back.
    """
    stop = _SENTENCE_END.search(text, min(lead.end, lead.start + 60), lead.end)
    if one.tense != "past" or not lead.start <= one.mention.start < (stop.start() if stop else lead.end):
        return False
    if any(d.full and d.tense != "future" and d.key > one.key for d in days):
        return False
    own = (p for p in passages if p.article == 0)
    return not any(_COUNTED_FROM_NOW.search(text, p.start, p.end) for p in own)


def _is_dateline(text: str, passages: Sequence[Passage], mention: DateMention) -> bool:
    """Tell whether a day stands after a place at the head of the first paragraphs, and ends the dateline."""
    line = text.rfind("\n", 0, mention.start) + 1
    if mention.start - line > 80 or not PLACE_BEFORE.fullmatch(text[line : mention.start]):
        return False
    head = [p for p in passages if p.article == 0 and p.role in {"body", "boilerplate"}][:3]
    return any(p.start <= mention.start < p.end for p in head) and bool(
        _DATELINE_END.match(text[mention.end : mention.end + 60])
    )


def _lead(passages: Sequence[Passage]) -> Passage | None:
    return next((p for p in passages if p.article == 0 and p.role == "body"), None)


def _has_later(peg: Peg, pegs: Sequence[Peg]) -> bool:
    """Tell whether another day that is not to come lies in the half year after the peg: then that one is the news."""
    here = date(2001, peg.month, min(peg.day, 28))
    return any(
        0 < (date(2001, p.month, min(p.day, 28)) - here).days % 365 < ANNOUNCED
        for p in pegs
        if p.tense != "future" and p.kind != "dateline"
    )


def _rank(peg: Peg) -> int:
    if peg.kind == "dateline":
        return 0
    if peg.kind == "day" and peg.weekday is not None and peg.tense != "future":
        return 1
    if peg.tense == "past":
        return 2 if peg.kind == "day" else 3
    return 4 if peg.tense == "future" else 5


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
