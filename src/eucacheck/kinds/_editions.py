"""An event instance to the edition of its series that the reference knows: date and place as they are on record."""

from typing import Literal

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.instances import Instance
from eucacheck.kinds._event_words import ordinal_word, say_date
from eucacheck.pack import Pack
from eucacheck.pack.model import Edition
from eucacheck.records import Interval, Reference

NEAR = 62
"""Days by which the date of a source may be off and still mean the edition: a wrong day or a month too early."""


def edition_of(instance: Instance, pack: Pack, called: str | None = None) -> Edition | None:
    """Give the one held edition on record that has the number or, without a number, the date of an instance.

    `called` is the series by whose name the sources call it, where that is not the one of most sources.
    """
    series = pack.series.get(called or instance.series)
    if series is None:
        return None
    held = [e for e in series.editions if e.status == "held" and e.ref]
    if len(instance.ordinals) == 1:
        found = [e for e in held if e.ordinal == instance.ordinals[0]]
    else:
        found = [e for e in held if instance.interval is not None and _same_days(parse_edtf(e.date), instance.interval)]
    return found[0] if len(found) == 1 and _may_be(found[0], instance) else None


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


def against_reference(instance: Instance, told: Interval, edition: Edition | None) -> str | None:
    """Say why a date of an event told as held cannot be that of the edition on record; None where it can."""
    if edition is None or len(instance.ordinals) != 1 or "planned" in {p.status for p in instance.profiles}:
        return None
    relation = compare_dates(told, parse_edtf(edition.date))
    return relation.reason if relation.relation == "disjoint" and told.year_stated else None
