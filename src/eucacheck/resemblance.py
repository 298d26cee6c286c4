"""Two profiles to how much they look like one event.

The weights began with those of a first experiment (82 of 84 event mentions linked in sample, 115 of 124 on rewritten
text): ordinal +3/-3, place +2/-2.5, date overlap +3, within 7 days +1.5, same year -1, else -2.5. The ordinal does not
decide: two sources that give one ordinal to events of another place and year speak of two events. A sentence that both
sources word alike but for figures and dates weighs +4: a date or number that differs there is a difference on one
event.
"""

from eucacheck.compare.dates import compare_dates, gap_days, span_of_days
from eucacheck.pack import Pack
from eucacheck.profiles import Profile, moved_plan, one_series
from eucacheck.stories import TALKS

_ALIKE = 4.0
_FEW_DAYS = 3
"""Days within which a meeting stays one meeting."""
_HALF_YEAR = 183
_STORY = 4.0
"""What two reports of one news weigh: as much as a sentence worded alike."""


def score(a: Profile, b: Profile, pack: Pack, *, story: bool = False) -> float:
    """How much two local events look like one; the more, the surer.

    `story` says that both are reported as one piece of news.
    """
    if a.source == b.source:
        return -5.0
    same = story or one_series(a, b)
    if not same and a.family != b.family:
        return -5.0
    places, dates = _places(a, b, pack), _dates(a, b)
    alike = bool(set(a.sentences) & set(b.sentences)) and not _years_apart(a, b)
    numbers = 0.0
    if a.ordinals and b.ordinals and same:
        numbers = 3.0 if set(a.ordinals) & set(b.ordinals) else -3.0
    if places < 0 and _other_days(a, b) and not (story and numbers >= 0 and _named_talks(a, b)):
        return -3.0
    total = places + dates + (_ALIKE if alike else 0.0) + (_STORY if story else 0.0)
    if not same:
        return total - 0.5
    return total + numbers + _same_days(a, b)


def _named_talks(a: Profile, b: Profile) -> bool:
    """Both sources give the talks a name: what is told by verbs alone may be any meeting of the two."""
    return {a.type, b.type} <= TALKS and bool(a.label and b.label)


def _years_apart(a: Profile, b: Profile) -> bool:
    """The same words are written of each edition of a series: dates a year apart are of two."""
    left, right = a.stated, b.stated
    if left is None or right is None or not (left.year_stated or right.year_stated):
        return False
    gap = gap_days(left, right)
    return gap is not None and gap > _HALF_YEAR


def _other_days(a: Profile, b: Profile) -> bool:
    """Both sources date the event, and not to the same days: with another place it is another event."""
    left, right = a.stated, b.stated
    return left is not None and right is not None and compare_dates(left, right).relation == "disjoint"


def _same_days(a: Profile, b: Profile) -> float:
    """One series does not meet twice on one day (+2), nor easily on days that overlap (+1.5) or in one week (+0.5)."""
    left, right = a.stated, b.stated
    if left is None or right is None or max(span_of_days(left), span_of_days(right)) > _FEW_DAYS:
        return 0.0
    if left.start is not None and left.start == left.end == right.start == right.end:
        return 2.0
    if compare_dates(left, right).relation in {"equal", "within", "contains", "overlap"}:
        return 1.5
    gap = gap_days(left, right)
    return 0.5 if gap is not None and gap <= 7 else 0.0


def _places(a: Profile, b: Profile, pack: Pack) -> float:
    if a.place is None or b.place is None:
        return 0.0
    if pack.nested(a.place, b.place):
        return 2.0
    return -2.5 if pack.apart(a.place, b.place) else 0.0


def _dates(a: Profile, b: Profile) -> float:
    """Overlap +3, within a week +1.5, the same year -1, else -2.5; a plan that was moved weighs nothing."""
    if a.interval is None or b.interval is None:
        return 0.0
    relation = compare_dates(a.interval, b.interval).relation
    if relation in {"equal", "within", "contains", "overlap"}:
        wide = max(span_of_days(a.interval), span_of_days(b.interval))
        if not (a.dated_by_source and b.dated_by_source):
            return 1.5
        return 3.0 if wide <= 62 else 1.5 if wide <= 200 else 1.0
    if relation == "unknown":
        return 0.0
    if moved_plan(a, b) or moved_plan(b, a):
        return 0.0
    gap = gap_days(a.interval, b.interval)
    if gap is None:
        return 0.0 if relation == "near" else -1.0
    if gap <= 7:
        return 1.5
    if not (a.dated_by_source and b.dated_by_source) and gap <= 120:
        return 0.0
    same_year = (
        a.interval.start is not None and b.interval.start is not None and a.interval.start.year == b.interval.start.year
    )
    return -1.0 if same_year and gap <= 120 else -2.5
