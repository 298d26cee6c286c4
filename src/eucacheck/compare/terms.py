"""An office, a person and a time to what cited terms of office say against it."""

from collections.abc import Sequence
from datetime import date, timedelta

import regex

from eucacheck.compare.fields import field_words
from eucacheck.compare.offices import Held, known_offices
from eucacheck.pack import Pack
from eucacheck.pack.model import Holder, Office
from eucacheck.pack.terms import days_of, meets
from eucacheck.records import Interval, Reference

GRACE = timedelta(days=90)
"""Days around a term within which a holder-to-be or a former holder is not said to be wrong: elections, hand-overs."""


def not_yet(person: str, held: Held, when: Interval | None, pack: Pack) -> bool:
    """Tell whether a person held an office later alone: a report of that day cannot have known."""
    if when is None or when.end is None or when.approximate:
        return False
    own = [days_of(h)[0] for o in known_offices(held, pack) for h in o.holders if f"person:{h.person}" == person]
    return bool(own) and min(own) > when.end + GRACE


def no_longer(person: str, held: Held, when: Interval | None, pack: Pack) -> bool:
    """Tell whether the terms of a person in an office were all over long before a time."""
    if when is None or when.start is None or when.approximate:
        return False
    own = [days_of(h)[1] for o in known_offices(held, pack) for h in o.holders if f"person:{h.person}" == person]
    return bool(own) and max(own) < date.max - GRACE and max(own) + GRACE < when.start


def contradicting_term(person: str, held: Held, when: Interval | None, pack: Pack) -> Reference | None:
    """Give who held the office at a time, where cited terms cover it wholly and the person's own are far from it.

    None for whatever is not sure: a person or office that the pack does not know, an unknown or approximate time, a gap
    or an uncited term in it, an office of several holders, a person whose own term is near.
    """
    if person not in pack.people or when is None or when.start is None or when.approximate:
        return None
    for office in known_offices(held, pack):
        if not (office.single_holder or _one_field(person, office, held, when, pack)):
            continue
        if _own_term_near(person, office, when):
            continue
        covering = [h for h in office.holders if meets(h, when.start, when.end or date.max)]
        if not covering or not all(h.ref or office.ref for h in covering) or not _covered(covering, when):
            continue
        told = " and ".join(f"{pack.name_of(f'person:{h.person}')} ({say_term(h)})" for h in covering)
        value = f"{office.name}: {told}{_own_office(person, when, pack)}"
        return Reference(value, covering[-1].ref or office.ref or "")
    return None


def _one_field(person: str, office: Office, held: Held, when: Interval, pack: Pack) -> bool:
    """An office of a body with several of its kind, whose field as told is that of this one alone at the time.

    The person must have none of that body with a word of the field: "energy" may stand for "Energy Union".
    """
    words = field_words(held.domain)
    if not words or not office.domain or not words <= field_words(office.domain) or _first(office.domain) not in words:
        return False
    start, end = when.start or date.min, when.end or date.max
    fields = [
        o
        for o in pack.offices.values()
        if o.organisation == office.organisation and o.domain and words & field_words(o.domain)
    ]
    filled = [o for o in fields if o.office == office.office and any(meets(h, start, end) for h in o.holders)]
    return filled == [office] and not any(_own_term_near(person, o, when) for o in fields)


def _first(domain: str) -> str:
    """The word by which a field is known: 'trade' of 'Trade and Economic Security'."""
    return next((w for w in regex.findall(r"\w+", domain.casefold()) if field_words(w)), "")


def say_term(holder: Holder) -> str:
    """'since 2024-12-01', '2019-12-01 to 2024-11-30'."""
    return f"{holder.since} to {holder.until}" if holder.until else f"since {holder.since}"


def _own_term_near(person: str, office: Office, when: Interval) -> bool:
    """The person held, holds or soon will hold the office around the time."""
    start, end = when.start or date.min, when.end or date.max
    for holder in office.holders:
        if f"person:{holder.person}" == person:
            since, until = days_of(holder)
            near = since - GRACE if since > date.min + GRACE else since
            late = until + GRACE if until < date.max - GRACE else until
            if near <= end and start <= late:
                return True
    return False


def _covered(holders: Sequence[Holder], when: Interval) -> bool:
    """The terms follow each other without a gap over the whole time."""
    at, end = when.start or date.min, when.end or date.max
    for since, until in sorted(days_of(h) for h in holders):
        if since > at:
            return False
        if until >= end:
            return True
        at = max(at, until + timedelta(days=1))
    return False


def _own_office(person: str, when: Interval, pack: Pack) -> str:
    """What the person was at that time, where the pack knows."""
    start, end = when.start or date.min, when.end or date.max
    own = [o.name for o, h in pack.offices_of(person) if days_of(h)[0] <= start and end <= days_of(h)[1]]
    return f"; {pack.name_of(person)}: {' and '.join(sorted(own))}" if own else ""
