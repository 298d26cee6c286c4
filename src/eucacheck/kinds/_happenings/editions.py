"""An event instance to the edition of its series that the reference knows: date and place as they are on record."""

from typing import TYPE_CHECKING, Final, Literal

import regex

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.pack import Pack
from eucacheck.pack.model import Edition, Series
from eucacheck.records import Interval, Reference

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention

NEAR = 62
"""Days by which the date of a source may be off and still mean the edition: a wrong day or a month too early."""
BARE = 31
"""The same where no number tells which edition is meant."""


_PREPARES: Final = regex.compile(
    r"\b(?:prepar\w{1,6}|preparations? (?:for|of)|ahead of|run-up to|discuss\w{0,3}|debat\w{1,3}|before)\s"
    r"(?:(?:the|their|its|this|an?)\s)?(?:[\w-]{3,12}\s){0,2}$",
    regex.I,
)


def only_prepared(doc: "Document", mention: "EventMention") -> bool:
    """'Prepared the summit in A on DAY': day and place may be those of the talks on it, and not its own."""
    return _PREPARES.search(doc.shadow, max(0, mention.start - 60), mention.start) is not None


def edition_of(instance: Instance, pack: Pack, called: str | None = None) -> Edition | None:
    """Give the one held edition on record that has the number or, without a number, the date of an instance.

    `called` is the series by whose name the sources call it, where that is not the one of most sources.
    """
    series = pack.series.get(called or instance.series)
    if series is None:
        return None
    held = _held(series)
    if len(instance.ordinals) == 1:
        found = [e for e in held if e.ordinal == instance.ordinals[0]]
    else:
        found = [e for e in held if instance.interval is not None and _same_days(parse_edtf(e.date), instance.interval)]
    return found[0] if len(found) == 1 and _may_be(found[0], instance) else None


def _held(series: Series) -> list[Edition]:
    """The editions of which it is on record that they were held."""
    return [e for e in series.editions if e.status == "held" and e.ref]


def _only_planned(instance: Instance) -> bool:
    """A source tells of it as a plan, put off or cancelled: that is not held against the record."""
    return bool({p.status for p in instance.profiles} & {"planned", "postponed", "cancelled"})


def _same_days(a: Interval, b: Interval) -> bool:
    return compare_dates(a, b).relation in {"equal", "within", "contains"}


def _may_be(edition: Edition, instance: Instance) -> bool:
    """The instance is not of another time altogether: then it is another event that carries the number."""
    if instance.interval is None:
        return True
    gap = gap_days(parse_edtf(edition.date), instance.interval)
    return gap is None or gap <= NEAR


def reference_to(edition: Edition | None, what: Literal["date", "place"], pack: Pack) -> Reference | None:
    """Give what is on record of an edition, with its citation; None where nothing is."""
    if edition is None or not edition.ref:
        return None
    if what == "place":
        return Reference(pack.name_of(edition.place), edition.ref) if edition.place is not None else None
    number = f" ({ordinal_word(edition.ordinal)})" if edition.ordinal is not None else ""
    return Reference(f"{say_date(parse_edtf(edition.date))}{number}", edition.ref)


def edition_meant(instance: Instance, pack: Pack) -> Edition | None:
    """Give the edition on record that an event told as held must be, whatever day the sources give it.

    It has the number; or, without one, it is the only edition of its series in that year, in the same place (an
    election has none).
    """
    series = pack.series.get(instance.series)
    if series is None or _only_planned(instance):
        return None
    if len(instance.ordinals) == 1:
        return edition_of(instance, pack)
    told, place = instance.interval, instance.place
    if instance.ordinals or told is None or told.start is None or told.end is None:
        return None
    near = [e for e in series.editions if (d := parse_edtf(e.date).start) is not None and d.year == told.start.year]
    if len(near) != 1 or near[0].status != "held" or not near[0].ref or near[0].place != place:
        return None
    gap = gap_days(parse_edtf(near[0].date), told)
    return near[0] if told.start.year == told.end.year and gap is not None and gap <= BARE else None


def against_reference(instance: Instance, told: Interval, edition: Edition | None) -> str | None:
    """Say why a date of an event told as held cannot be that of the edition on record; None where it can."""
    if edition is None or _only_planned(instance):
        return None
    relation = compare_dates(told, parse_edtf(edition.date))
    return relation.reason if relation.relation == "disjoint" and told.year_stated else None


def wrong_place(instance: Instance, place: str, edition: Edition | None, pack: Pack) -> str | None:
    """Say why a place of an event told as held cannot be that of the edition on record; None where it can.

    A number or the very day of the edition settles which one is meant.
    """
    if edition is None or edition.place is None or _only_planned(instance):
        return None
    if not instance.ordinals and instance.interval != parse_edtf(edition.date):
        return None
    if not pack.apart(place, edition.place):
        return None
    return f"neither does {pack.name_of(place)} lie in {pack.name_of(edition.place)} nor the other way round"


def wrong_number(instance: Instance, pack: Pack, called: str) -> Edition | None:
    """Give the edition on record of the day and place of an event that the sources give another number.

    A first may be the first of its kind ("the first in person"): it is not held against the record.
    """
    series = pack.series.get(called)
    if series is None or len(instance.ordinals) != 1 or instance.ordinals[0] == 1 or instance.interval is None:
        return None
    if _only_planned(instance) or not any(p.dated_by_source for p in instance.profiles):
        return None
    day = instance.interval
    found = [e for e in _held(series) if compare_dates(day, parse_edtf(e.date)).relation in _ON_IT]
    if len(found) != 1 or found[0].ordinal is None or found[0].ordinal == instance.ordinals[0]:
        return None
    place = found[0].place
    return None if place and instance.place and not pack.nested(place, instance.place) else found[0]


_ON_IT = frozenset({"equal", "within"})
