"""Two offices of one person to their relation and its reason; an office, a person and a time to what the pack says.

An office as claimed is a bare office ("president"), the body it belongs to and a field. Which offices nobody holds
together is the pack's to say; beyond it, few bare offices are never held of two bodies, and nobody is his own deputy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import regex

from eucacheck.compare.dates import gap_days, may_overlap
from eucacheck.edtf import parse_edtf
from eucacheck.pack import Pack
from eucacheck.pack.model import Holder, Office
from eucacheck.records import Interval, Reference

SOLE = frozenset(
    {"president", "prime-minister", "high-representative", "secretary-general", "minister-of-foreign-affairs"}
    | {"chancellor", "king", "chairman-of-the-cabinet-of-ministers"}
)
"""Offices that one person at a time holds, and nobody holds of two bodies at a time."""
_HEADS = frozenset({"president", "prime-minister", "chancellor"})
"""Offices of one country that exclude each other; with a field ("Olympic Committee") they are another body's."""
_UNDER = regex.compile(r"^(?:first-)?(?:deputy|vice)-")
_POSTS = {"head-of-delegation": "ambassador"}
"""One post under two names: whom a body sends to a country."""
_EMPTY = frozenset({"the", "of", "and", "for", "on", "in", "to", "a"})
SLACK = 31
"""Days between two times that are one time for an office."""
GRACE = timedelta(days=90)
"""Days around a term within which a holder-to-be or a former holder is not said to be wrong: elections, hand-overs."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office as a source gives it."""

    office: str
    organisation: str | None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeRelation:
    """How two offices of one person stand to each other.

    `relation` is same, field (one office, its field in other words), slip (the acronym of the body misspelt), bodies
    (one office of two bodies that nobody holds at a time), ranks (two offices that exclude each other) or compatible.
    """

    relation: str
    reason: str


def compare_offices(a: Held, b: Held, pack: Pack) -> OfficeRelation:
    """Compare two offices that one person is said to hold; the order of the two does not matter."""
    if a.office == b.office:
        return _one_office(a, b, pack)
    if a.organisation != b.organisation:
        return _by_pack(a, b, pack)
    for x, y in ((a, b), (b, a)):
        if _UNDER.sub("", x.office) == y.office != x.office and _same_field(a.domain, b.domain):
            return OfficeRelation("ranks", "nobody is both the holder of an office and the deputy")
    if a.organisation is not None and {a.office, b.office} <= _HEADS and not (a.domain or b.domain):
        return OfficeRelation("ranks", "one country has two persons in these offices")
    return _by_pack(a, b, pack)


def known_offices(held: Held, pack: Pack) -> list[Office]:
    """Give the offices of the pack that a claimed office means; an office with a field needs a fitting one."""
    return [
        o
        for _, o in sorted(pack.offices.items())
        if _POSTS.get(o.office, o.office) == _POSTS.get(held.office, held.office)
        and o.organisation == held.organisation
        and (_same_field(o.domain, held.domain) if o.domain and held.domain else not o.domain)
        and not (held.office in _HEADS and held.domain)
    ]


def one_time(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether two times at which offices are held can be one: they meet, or lie a month apart at most.

    An office is held for longer than the day on which a source tells of it.
    """
    if may_overlap(a, b):
        return True
    gap = gap_days(a, b) if a is not None and b is not None else None
    return gap is not None and gap <= SLACK


def under(office: str) -> bool:
    """Tell whether an office is a deputy's."""
    return _UNDER.match(office) is not None


def single_holder(held: Held, pack: Pack) -> bool:
    """Tell whether one person at a time holds an office; by the pack, else by its name."""
    known = known_offices(held, pack)
    envoy = held.office == "ambassador" and held.organisation is not None and bool(field_words(held.domain))
    return any(o.single_holder for o in known) if known else held.office in SOLE or envoy


def held_it(person: str, held: Held, pack: Pack) -> bool | None:
    """Tell whether a person ever held an office; None where the pack does not know the person or the office."""
    offices = known_offices(held, pack)
    if not offices or not pack.offices_of(person):
        return None
    return any(f"person:{h.person}" == person for o in offices for h in o.holders)


def not_yet(person: str, held: Held, when: Interval | None, pack: Pack) -> bool:
    """Tell whether a person held an office later alone: a report of that day cannot have known."""
    if when is None or when.end is None or when.approximate:
        return False
    own = [_bounds(h)[0] for o in known_offices(held, pack) for h in o.holders if f"person:{h.person}" == person]
    return bool(own) and min(own) > when.end + GRACE


def no_longer(person: str, held: Held, when: Interval | None, pack: Pack) -> bool:
    """Tell whether the terms of a person in an office were all over long before a time."""
    if when is None or when.start is None or when.approximate:
        return False
    own = [_bounds(h)[1] for o in known_offices(held, pack) for h in o.holders if f"person:{h.person}" == person]
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
        covering = [h for h in office.holders if _meets(h, when.start, when.end or date.max)]
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
    filled = [o for o in fields if o.office == office.office and any(_meets(h, start, end) for h in o.holders)]
    return filled == [office] and not any(_own_term_near(person, o, when) for o in fields)


def _first(domain: str) -> str:
    """The word by which a field is known: 'trade' of 'Trade and Economic Security'."""
    return next((w for w in regex.findall(r"\w+", domain.casefold()) if w not in _EMPTY), "")


def say_term(holder: Holder) -> str:
    """'since 2024-12-01', '2019-12-01 to 2024-11-30'."""
    return f"{holder.since} to {holder.until}" if holder.until else f"since {holder.since}"


def field_words(domain: str | None) -> frozenset[str]:
    """The words of a field that tell it from others."""
    return frozenset(w for w in regex.findall(r"\w+", (domain or "").casefold()) if w not in _EMPTY)


def _one_office(a: Held, b: Held, pack: Pack) -> OfficeRelation:
    if a.organisation == b.organisation or None in {a.organisation, b.organisation}:
        if _same_field(a.domain, b.domain):
            return OfficeRelation("same", "one office")
        return OfficeRelation("field", "one office, its field in other words")
    slip = _slip(a, b, pack)
    if slip is not None:
        return OfficeRelation("slip", slip)
    if _part_of(a.organisation, b.organisation, pack) or _part_of(b.organisation, a.organisation, pack):
        return OfficeRelation("same", "one body is a part of the other")
    if _of_governments(a, b) or (a.office in SOLE and not (a.office in _HEADS and (a.domain or b.domain))):
        return OfficeRelation("bodies", "nobody holds this office of two bodies at one time")
    return OfficeRelation("compatible", "an office that one may hold of two bodies")


def _of_governments(a: Held, b: Held) -> bool:
    """A minister or deputy of two countries: nobody is in two governments."""
    countries = all((x.organisation or "").startswith("country:") for x in (a, b))
    return countries and "minister" in a.office.split("-")


def _by_pack(a: Held, b: Held, pack: Pack) -> OfficeRelation:
    for x in known_offices(a, pack):
        for y in known_offices(b, pack):
            if y.id in x.excludes or x.id in y.excludes:
                return OfficeRelation("ranks", "the two offices exclude each other")
    return OfficeRelation("compatible", "two offices that one may hold together")


def _same_field(a: str | None, b: str | None) -> bool:
    x, y = field_words(a), field_words(b)
    return x <= y or y <= x


def _part_of(inner: str | None, outer: str | None, pack: Pack) -> bool:
    """By parents of organisations, at most five up."""
    for _ in range(5):
        known = pack.organisations.get(inner) if inner is not None else None
        inner = known.parent if known is not None else None
        if inner is not None and inner == outer:
            return True
    return False


def _slip(a: Held, b: Held, pack: Pack) -> str | None:
    """Acronyms of two bodies are one letter apart, and only one of the two has such an office."""
    homes = {o.organisation for o in pack.offices.values() if o.office == a.office}
    if (a.organisation in homes) == (b.organisation in homes):
        return None
    for x in _acronyms(a.organisation, pack):
        for y in _acronyms(b.organisation, pack):
            if len(x) == len(y) and sum(p != q for p, q in zip(x, y, strict=True)) == 1:
                first, second = sorted((x, y))
                return f"{first} and {second} differ by one letter, and only one of the two has such an office"
    return None


def _acronyms(organisation: str | None, pack: Pack) -> list[str]:
    known = pack.organisations.get(organisation) if organisation is not None else None
    return [n for n in (*known.acronyms, *known.aliases) if n.isupper() and len(n) <= 6] if known is not None else []


def _bounds(holder: Holder) -> tuple[date, date]:
    since = parse_edtf(holder.since).start or date.min
    until = parse_edtf(holder.until).end if holder.until else None
    return since, until or date.max


def _meets(holder: Holder, start: date, end: date) -> bool:
    since, until = _bounds(holder)
    return since <= end and start <= until


def _own_term_near(person: str, office: Office, when: Interval) -> bool:
    """The person held, holds or soon will hold the office around the time."""
    start, end = when.start or date.min, when.end or date.max
    for holder in office.holders:
        if f"person:{holder.person}" == person:
            since, until = _bounds(holder)
            near = since - GRACE if since > date.min + GRACE else since
            late = until + GRACE if until < date.max - GRACE else until
            if near <= end and start <= late:
                return True
    return False


def _covered(holders: Sequence[Holder], when: Interval) -> bool:
    """The terms follow each other without a gap over the whole time."""
    at, end = when.start or date.min, when.end or date.max
    for since, until in sorted(_bounds(h) for h in holders):
        if since > at:
            return False
        if until >= end:
            return True
        at = max(at, until + timedelta(days=1))
    return False


def _own_office(person: str, when: Interval, pack: Pack) -> str:
    """What the person was at that time, where the pack knows."""
    start, end = when.start or date.min, when.end or date.max
    own = [o.name for o, h in pack.offices_of(person) if _bounds(h)[0] <= start and end <= _bounds(h)[1]]
    return f"; {pack.name_of(person)}: {' and '.join(sorted(own))}" if own else ""
