"""A text and its passages to the date of the document itself, as an interval with the evidence for it.

For sources of which nobody stated the date. Nothing is resolved by the clock. In order:

1. A full date at the head, in a dateline, in a signature, or after "today": that day.
2. Bounds: past dates with their year, cited papers, landmarks of the pack, numbered events that it dates and the
   beginnings of terms of office from below; dates to come and the ends of terms from above. The bounds that most
   evidence agrees on hold.
3. The day that the article reports on, mostly printed without year: the only year within the bounds in which its
   weekday fits, or the year next to the latest one named.
4. Where that leaves several years: the interval known. An interval that holds the truth is worth more than a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eucacheck import edtf
from eucacheck.dating.bounds import Known, Mentioned, bounds_of, intersect
from eucacheck.dating.pegs import Peg, find_pegs
from eucacheck.dating.stated import passage_at, stated_date
from eucacheck.pack import Pack
from eucacheck.records import DateMention, Interval, Passage

DatesFinder = Callable[[str, Interval | None], list[DateMention]]
"""`mentions.dates.find_dates`: a text and the date of its source to date mentions."""

NEXT_TO_BOUND: Final = 366
"""Days: how far above the lower bound the first fitting year may lie to be taken for next to it."""
BEFORE_PLAN: Final = 183
"""Days: an event announced with its year is taken to lie this near (the four of 44 articles lie within 100)."""
ONLINE: Final = 1995
"""An article that reaches us as a text is of this year or later; older dates are history."""
SEARCH: Final = 6
"""Years searched where one bound is missing; a weekday returns after five, six or eleven."""
NOTHING: Final = Mentioned()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A year for the peg, and the days in which the document may have been written if it is right."""

    year: int
    start: date
    end: date


def date_source(
    text: str,
    passages: Sequence[Passage],
    dates_finder: DatesFinder,
    pack: Pack,
    mentioned: Mentioned = NOTHING,
) -> tuple[Interval | None, str]:
    """Date a document from its own words: an interval and a sentence of evidence, or None and why not.

    `basis` of the interval is "dateline" where the text states its own date, else "inferred". Either end may be open.
    """
    own = [d for d in dates_finder(text, None) if (p := passage_at(passages, d.start)) is None or p.article == 0]
    stated = stated_date(text, passages, own)
    if stated is not None:
        mention, where = stated
        return replace(mention.interval, basis="dateline"), f'{where}: "{_words(text, mention)}"'
    known = intersect(bounds_of(text, passages, own, pack, mentioned))
    for peg in find_pegs(text, passages, own):
        found = _settle(peg, known)
        if found is not None:
            return found
    return _as_known(known)


def _settle(peg: Peg, known: Known) -> tuple[Interval, str] | None:
    """Date the document by the day it reports on; None where no year, or more than one, fits."""
    years = peg.years(known.low, known.high, SEARCH)
    candidates = [c for year in years if year >= ONLINE and (c := _window(peg, year, known)) is not None]
    if not candidates:
        return None
    chosen, why = _choose(peg, candidates, known)
    if chosen is None:
        return _hull(peg, candidates, known)
    return _written(peg, chosen), f'reports on "{peg.words}"' + ("" if peg.year is not None else f"; {why}")


def _choose(peg: Peg, candidates: list[_Candidate], known: Known) -> tuple[_Candidate | None, str]:
    if peg.year is not None:
        return candidates[0], ""
    low, named = known.low, known.named_year
    if len(candidates) == 1 and low is not None and known.high is not None:
        fits = "the year in which the weekday fits" if peg.weekday is not None else "the only year that fits"
        return candidates[0], f"{candidates[0].year}, {fits} ({known.reason})"
    if named is not None and low is not None and candidates[0].year in {named, named + 1}:
        first = candidates[0]
        if (first.start - low).days <= NEXT_TO_BOUND:
            return first, f"{first.year}, next to the latest year named ({known.reason})"
    plan = known.first_plan
    if plan is not None:
        before = [c for c in candidates if 0 <= (plan - c.start).days <= BEFORE_PLAN]
        if len(before) == 1:
            return before[0], f"{before[0].year}, shortly before what is announced ({known.reason})"
    return None, ""


def _window(peg: Peg, year: int, known: Known) -> _Candidate | None:
    """Give the days in which a document may have been written that reports on the peg in a year."""
    span = peg.window(year)
    if span is None:
        return None
    start, end = span
    for other in peg.others:
        day = other.near(start)
        if day is None:
            continue
        if other.tense == "past" and start < day <= end:
            start = day
        if other.tense == "future" and start <= day < end:
            end = day
    start, end = max(start, known.low or start), min(end, known.high or end)
    return _Candidate(year, start, end) if start <= end else None


def _written(peg: Peg, chosen: _Candidate) -> Interval:
    interval = edtf.days(chosen.start, chosen.end)
    if peg.weekday is not None and peg.tense == "past" and peg.kind != "dateline":
        interval = edtf.approximate(edtf.day(chosen.start))
    elif peg.kind != "dateline":
        settled = any(o.tense == "future" and o.near(chosen.start) == chosen.end for o in peg.others)
        interval = interval if settled or peg.tense == "future" else edtf.approximate(interval)
    return replace(interval, year_stated=peg.year is not None, basis="inferred")


def _hull(peg: Peg, candidates: list[_Candidate], known: Known) -> tuple[Interval, str] | None:
    """From the first year that fits to the last; None where nothing ends the search."""
    if known.high is None or known.low is None:
        return None
    interval = edtf.days(min(c.start for c in candidates), max(c.end for c in candidates))
    reason = "; ".join(dict.fromkeys(b.words for b in known.kept))
    years = ", ".join(str(c.year) for c in candidates)
    words = f'reports on "{peg.words}", which may be of {years} ({reason})'
    return replace(interval, year_stated=False, basis="inferred"), words


def _as_known(known: Known) -> tuple[Interval | None, str]:
    low, high = known.low, known.high
    if low is not None and high is not None:
        interval = edtf.days(low, high)
    elif low is None and high is None:
        return None, "the text has nothing that dates it"
    else:
        interval = edtf.parse_edtf(f"{low.isoformat()}/.." if low is not None else f"../{high}")
    return replace(interval, year_stated=False, basis="inferred"), f"bounded by {known.reason}"


def _words(text: str, mention: DateMention) -> str:
    return " ".join(text[mention.start : mention.end].split())
