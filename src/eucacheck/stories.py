"""Profiles of events to the pairs that two sources report as one piece of news.

Two reports of one news appear within days of each other and each dates its event to the days before (or after, where
it is announced). If each source tells of one such event alone of a series, the two are one event even where they
number it differently or are a few days apart: that is what they disagree on.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final

import regex

from eucacheck.compare.dates import gap_days, least_gap, span_of_days
from eucacheck.profiles import Profile, one_series

APPEARED = 6
"""Days between the days of two sources that report one news."""
RECENT = 14
"""Days before a source in which the news lies that it reports, and after it for what it announces."""
FEW = 4
"""Days by which reports of one event differ."""
TALKS = frozenset("dialogue council committee ministerial summit leaders-meeting consultations talks".split())
"""Types of events that do not go on from town to town, as festivals and business forums do."""
_EXACT = 5
"""Days of a date that is exact enough to be the news."""
_DAYS = 3
_DAY = regex.compile(r"XXXX-\d\d-\d\d")
_TWO = 2
"""Parties that make a series theirs; what one or none holds may be of many a town."""


OneNews = Callable[[str, str], bool]
"""Tells by the names that two sources share whether they report one piece of news."""
_KINDS: Final = (
    TALKS | {"meeting", "round", "session", "platform", "gathering"},
    frozenset("forum conference congress event edition seminar exhibition expo week festival".split()),
)
"""Types of events of which one source may use another name than the other."""


PLAIN_TYPES: Final = frozenset("talks meeting round session gathering event consultations".split())
"""Nouns that may stand for any of their kind."""


def kind_of_event(type_: str) -> str:
    """Give the word under which events meet that two sources may call by other names."""
    return next((name for name, types in zip(("talks", "forum"), _KINDS, strict=True) if type_ in types), type_)


def find_stories(profiles: Sequence[Profile], one_news: OneNews | None = None) -> frozenset[tuple[int, int]]:
    """Give the pairs of profiles, by index, that are one news; the smaller index first."""
    told = _told_in_one_news(profiles, one_news) if one_news is not None else frozenset()
    return told | _of_one_time(profiles)


def _told_in_one_news(profiles: Sequence[Profile], one_news: OneNews) -> frozenset[tuple[int, int]]:
    """Pairs of two sources that share so many names that their only events of a kind and time are one.

    One of them may name fewer parties, or leave out the topic, the number or the year.
    """
    fits: dict[tuple[int, str], list[int]] = {}
    for (i, a), (j, b) in combinations(enumerate(profiles), 2):
        if a.source != b.source and _may_be_told_so(a, b) and one_news(a.source, b.source):
            fits.setdefault((i, b.source), []).append(j)
            fits.setdefault((j, a.source), []).append(i)
    sole = {(i, of[0]) for (i, _), of in fits.items() if len(of) == 1}
    return frozenset((i, j) for i, j in sole if i < j and (j, i) in sole)


def may_be_called_so(a: str, b: str) -> bool:
    """One noun, or one that may stand for the other: a council is no committee, but both are meetings."""
    named = {a, b} - PLAIN_TYPES
    return kind_of_event(a) == kind_of_event(b) and (len(named) < _TWO or named <= _KINDS[1])


def _may_be_told_so(a: Profile, b: Profile) -> bool:
    """Nothing but a few days, or a town, sets the two apart."""
    if not may_be_called_so(a.type, b.type) or (a.status == "planned") != (b.status == "planned"):
        return False
    parties, topics = (set(a.parties), set(b.parties)), (a.topic, b.topic)
    if any(x and y and not (x <= y or y <= x) for x, y in (parties, topics)):
        return False
    if a.ordinals and b.ordinals and not set(a.ordinals) & set(b.ordinals):
        return False
    if not (parties[0] & parties[1] or topics[0] & topics[1]):
        return False
    if a.interval is None or b.interval is None:
        return False
    apart = least_gap(a.interval, b.interval)
    return apart is not None and apart <= FEW


def _of_one_time(profiles: Sequence[Profile]) -> frozenset[tuple[int, int]]:
    """Pairs of sources of one time that each tell of one event alone of a series."""
    news = [i for i, p in enumerate(profiles) if _is_news(p)]
    of_series = Counter((profiles[i].source, profiles[i].series) for i in news)
    of_circle = Counter((profiles[i].source, profiles[i].circle) for i in news)
    sole = [i for i in news if of_series[profiles[i].source, profiles[i].series] == 1]
    alone = {i for i in news if of_circle[profiles[i].source, profiles[i].circle] == 1}
    return frozenset(
        (i, j)
        for n, i in enumerate(sole)
        for j in sole[n + 1 :]
        if _together(profiles[i], profiles[j])
        and (one_series(profiles[i], profiles[j]) or ({i, j} <= alone and _may_be_one(profiles[i], profiles[j])))
    )


def _together(a: Profile, b: Profile) -> bool:
    """Both appeared within days of each other and speak of nearly the same days, as held or as planned."""
    if a.source == b.source or (a.status == "planned") != (b.status == "planned"):
        return False
    if a.interval is None or b.interval is None:
        return False
    if len(a.parties) < _TWO and (a.place is None or a.place != b.place):
        return False
    apart = least_gap(a.interval, b.interval)
    if apart is None or apart > FEW:
        return False
    if _yearless(a) or _yearless(b):
        return _alike_but_for_the_year(a, b)
    appeared = gap_days(a.published, b.published) if a.published is not None and b.published is not None else None
    return appeared is not None and appeared <= APPEARED


def _yearless(profile: Profile) -> bool:
    return profile.interval is not None and _DAY.fullmatch(profile.interval.edtf) is not None


def _alike_but_for_the_year(a: Profile, b: Profile) -> bool:
    """Talks of one number, or of one town: nothing but a year that nobody states could set them apart.

    Talks of one series on one day of the year in one town are one, also where they are numbered differently.
    """
    if a.ordinals and b.ordinals:
        one_day = a.interval is not None and b.interval is not None and least_gap(a.interval, b.interval) == 0
        return bool(set(a.ordinals) & set(b.ordinals)) or (
            one_day and a.series == b.series and a.place is not None and a.place == b.place
        )
    return {a.type, b.type} <= TALKS and a.place is not None and a.place == b.place


def _may_be_one(a: Profile, b: Profile) -> bool:
    """Talks of the same two parties in one town of which one source does not tell the topic."""
    if a.circle != b.circle or len(a.parties) < _TWO or (a.topic and b.topic):
        return False
    return a.place is not None and a.place == b.place


def _is_news(profile: Profile) -> bool:
    """The source dates the event to days near its own; or to a day without a year, if it has no date itself."""
    if _yearless(profile):
        return profile.published is None or span_of_days(profile.published) > _DAYS
    published, interval = profile.published, profile.interval
    if published is None or interval is None or span_of_days(published) > _DAYS or span_of_days(interval) > _EXACT:
        return False
    if published.start is None or published.end is None or interval.start is None or interval.end is None:
        return False
    reach = timedelta(RECENT)
    return published.start - reach <= interval.end and interval.start <= published.end + reach
