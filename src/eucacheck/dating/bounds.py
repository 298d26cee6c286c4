"""What a text says of other times to bounds for its own date: written not before, not after.

A text can name nothing that has not happened yet, except as a plan; but it can look back on former office-holders. So
evidence from below weighs more than evidence from above, and where both contradict each other the greatest weight
that can be true at once decides.
"""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Final, Literal

from eucacheck.edtf import parse_edtf
from eucacheck.pack import Pack
from eucacheck.records import DateMention, Interval, Passage
from eucacheck.tense import tense_of

BoundKind = Literal["past", "figure", "cited", "landmark", "since", "term", "plan", "edition"]
Side = Literal["low", "high"]

PLAN_REACH: Final = 24
"""Months that a plan dated to the month may lie ahead (a mandate in the dev articles: 20 months). Plans for a whole
year may be aims for 2030, so they tell nothing about the earliest day."""
MOST_BOUNDS: Final = 400
"""More different bounds than any article has; the first ones count."""

_WEIGHTS: Final = {"past": 4, "figure": 4, "cited": 6, "landmark": 3, "since": 4, "term": 4, "plan": 3, "edition": 5}
_TERM_END: Final = 2
"""The end of a term weighs less than its beginning: "President" is also said of those who were."""
_BEFORE_TERM: Final = timedelta(60)
_AFTER_TERM: Final = timedelta(14)
"""A person is called by an office once appointed to it, and until the successor is known."""
_FRAME: Final = 366
"""Days between the two latest dates of a text that show when it was written, rather than what it looks back on."""

_CITED: Final = re.compile(r"(?:\bsee|\bcf\.?|\bissue|\bedition)\b[^.;()]{0,40}$", re.IGNORECASE)
_PAST_YEAR: Final = re.compile(r"\b(?:since|than in|up from)\s$", re.IGNORECASE)
_OF: Final = re.compile(r"\b(?:of|dated|from|the|signed|adopted|agreed)\s(?:on\s)?$", re.IGNORECASE)
"""What makes a date part of a name: "the roadmap of 2023 will be discussed" plans nothing for 2023."""
_FIGURE: Final = re.compile(
    r"\b(?:amounted|totall?ed|reached|rose|fell|grew|increased|decreased|stood at|came to|accounted|turnover|volume"
    r"|exports?|imports?|gdp|inflow|higher than|more than in|above)\b",
    re.IGNORECASE,
)
_COUNT: Final = (
    r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"[\s-](?P<unit>day|week|month|year)s?"
)
_SINCE: Final = re.compile(rf"\b{_COUNT} (?:into|after|since|from the start of) [^.;:]{{0,40}}$", re.IGNORECASE)
_AGO: Final = re.compile(rf"^[^.;:]{{0,30}}\b{_COUNT} ago\b", re.IGNORECASE)
_NUMBERS: Final = {"a": 1, "an": 1} | {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_UNIT_DAYS: Final = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_MARGIN: Final = {"day": 3, "week": 10, "month": 31, "year": 183}
"""Days by which a rounded count of days, weeks, months or years may be off."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The text was written not before ("low") or not after ("high") a day.

    `exact`: the evidence is dated to the day or month. `words` say what the text has, for the reason.
    """

    day: date
    side: Side
    kind: BoundKind
    exact: bool
    words: str

    @property
    def weight(self) -> int:
        """How much the evidence counts against other evidence."""
        return _TERM_END if self.kind == "term" and self.side == "high" else _WEIGHTS[self.kind]

    def allows(self, day: date) -> bool:
        """Tell whether the text may be of this day."""
        return self.day <= day if self.side == "low" else day <= self.day


@dataclass(frozen=True, slots=True)
class MentionedEdition:
    """An event that the article numbers and gives a day, on which the pack has it; `to_come` where it is a plan."""

    words: str
    date: Interval
    to_come: bool


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What the article mentions and the pack dates.

    `terms` are the terms of office of those whom the article calls by that office.
    """

    terms: Sequence[Interval] = ()
    editions: Sequence[MentionedEdition] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The first and last day on which a text may have been written, None where open, and the evidence for both."""

    low: date | None
    high: date | None
    kept: tuple[Bound, ...]

    @property
    def reason(self) -> str:
        """What the text has at the two ends, in words."""
        return "; ".join(dict.fromkeys(b.words for b in self.kept if b.day in {self.low, self.high}))

    @property
    def named_year(self) -> int | None:
        """The year from which on to look for a day without year; None where the text may only look back.

        It is the latest year with a cited paper or a figure for the year, that of a numbered event whose day the text
        gives, or the latest of two dates that lie near each other: one old date alone (of an agreement, of
        independence) tells nothing of the year of a text.
        """
        telling = {"cited", "figure", "since"}
        recent = [b.day.year for b in self.kept if b.side == "low" and b.kind in telling]
        recent += [b.day.year for b in self.kept if b.kind == "edition" and b.exact]
        named = sorted({b.day for b in self.kept if b.kind == "past" and b.exact and b.side == "low"})
        if len(named) > 1 and (named[-1] - named[-2]).days <= _FRAME:
            recent.append(named[-1].year)
        return max(recent, default=None)

    @property
    def first_plan(self) -> date | None:
        """The earliest day that the text announces with its year."""
        plans = (b.day for b in self.kept if b.exact and (b.kind == "plan" or (b.kind, b.side) == ("edition", "high")))
        return min(plans, default=None)


def bounds_of(
    text: str, passages: Sequence[Passage], own: Sequence[DateMention], pack: Pack, mentioned: Mentioned
) -> list[Bound]:
    """Find what bounds the date of a text: one bound for each side, day and kind."""
    found: dict[tuple[Side, date, str], Bound] = {}
    of_mentions = (*_of_terms(mentioned.terms), *_of_editions(mentioned.editions))
    for bound in (*_of_dates(text, own), *_of_landmarks(text, passages, pack), *of_mentions):
        if len(found) < MOST_BOUNDS:
            found.setdefault((bound.side, bound.day, bound.kind), bound)
    return list(found.values())


def intersect(bounds: Sequence[Bound]) -> Known:
    """Find the days that the greatest weight of bounds allows, and the bounds that hold there."""
    lows = sorted((b for b in bounds if b.side == "low"), key=lambda b: b.day)
    highs = sorted((b for b in bounds if b.side == "high"), key=lambda b: b.day)
    low_days, high_days = [b.day for b in lows], [b.day for b in highs]
    low_sum = [0, *accumulate(b.weight for b in lows)]
    high_sum = [0, *accumulate(b.weight for b in reversed(highs))]

    def weight(day: date) -> int:
        return low_sum[bisect_right(low_days, day)] + high_sum[len(highs) - bisect_left(high_days, day)]

    days = [date.min, *low_days]
    best = max(map(weight, days))
    days = [day for day in days if weight(day) == best]
    kept = tuple(b for b in bounds if any(b.allows(day) for day in days))
    first = None if days[0] == date.min else days[0]
    after_last = bisect_left(high_days, days[-1])
    return Known(first, high_days[after_last] if after_last < len(highs) else None, kept)


def _of_dates(text: str, own: Sequence[DateMention]) -> Iterator[Bound]:
    for mention in own:
        interval = mention.interval
        if not interval.year_stated or interval.start is None or interval.end is None:
            continue
        words = f'"{" ".join(text[mention.start : mention.end].split())}"'
        exact = (interval.end - interval.start).days <= 31
        before = text[max(0, mention.start - 60) : mention.start]
        if exact and _CITED.search(before):
            yield Bound(interval.start, "low", "cited", exact, words)
            continue
        tense = tense_of(text, mention.start, mention.end, strict=True)
        if tense == "future":
            if not _OF.search(before):
                yield from _plan(interval, words)
        elif tense == "past" or _PAST_YEAR.search(before):
            yield _past(interval, words, f"{before} {text[mention.end : mention.end + 60]}")


def _plan(interval: Interval, words: str) -> Iterator[Bound]:
    if interval.start is None or interval.end is None:
        return
    whole_years = (interval.end - interval.start).days > 200
    yield Bound(interval.end, "high", "plan", not whole_years, words)
    if not whole_years:
        yield Bound(_months_before(interval.start, PLAN_REACH), "low", "plan", exact=False, words=words)


def _past(interval: Interval, words: str, around: str) -> Bound:
    start, end = interval.start, interval.end
    assert start is not None and end is not None  # noqa: S101, PT018 - the caller has looked
    days = (end - start).days
    if days <= 31:
        return Bound(start, "low", "past", exact=True, words=words)
    if not interval.approximate and _FIGURE.search(around):
        return Bound(end, "low", "figure", exact=False, words=words)
    return Bound(start, "low", "past", exact=False, words=words)


def _of_landmarks(text: str, passages: Sequence[Passage], pack: Pack) -> Iterator[Bound]:
    """What names an event of the pack was written after it; "eight months into" it also tells how long after."""
    days = {
        a.casefold(): (parse_edtf(e.date).start, e.name) for e in pack.history.values() for a in (e.name, *e.aliases)
    }
    if not days:
        return
    names = "|".join(re.escape(a) for a in sorted(days, key=lambda a: (-len(a), a)))
    pattern = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    for passage in passages:
        if passage.article:
            continue
        for match in pattern.finditer(text, passage.start, passage.end):
            day, name = days[match[0].casefold()]
            if day is None:
                continue
            yield Bound(day, "low", "landmark", exact=False, words=f'"{match[0]}"')
            before = text[max(passage.start, match.start() - 80) : match.start()]
            count = _SINCE.search(before) or _AGO.search(text[match.end() : min(passage.end, match.end() + 60)])
            if count:
                yield from _counted(day, count, f'"{count["n"]} {count["unit"]}s" of {name}')


def _counted(day: date, count: re.Match[str], words: str) -> Iterator[Bound]:
    number = int(count["n"]) if count["n"].isdigit() else _NUMBERS[count["n"].casefold()]
    unit = count["unit"].casefold()
    middle, margin = day + timedelta(round(number * _UNIT_DAYS[unit])), timedelta(_MARGIN[unit])
    yield Bound(middle - margin, "low", "since", exact=True, words=words)
    yield Bound(middle + margin, "high", "since", exact=True, words=words)


def _of_terms(terms: Iterable[Interval]) -> Iterator[Bound]:
    for term in terms:
        words = f"a term of office {term.edtf}"
        if term.start is not None:
            yield Bound(term.start - _BEFORE_TERM, "low", "term", exact=True, words=words)
        if term.end is not None:
            yield Bound(term.end + _AFTER_TERM, "high", "term", exact=True, words=words)


def _of_editions(editions: Iterable[MentionedEdition]) -> Iterator[Bound]:
    """A numbered event was told of after it, or announced in the two years before it."""
    for one in editions:
        start, end = one.date.start, one.date.end
        if start is None or end is None:
            continue
        words = f"the date of the {one.words}"
        if one.to_come:
            yield Bound(end, "high", "edition", exact=True, words=words)
            yield Bound(_months_before(start, PLAN_REACH), "low", "edition", exact=False, words=words)
        else:
            yield Bound(start, "low", "edition", exact=True, words=words)


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
