"""Two offices of one person to their relation and its reason; an office to who may hold it.

An office as claimed is a bare office ("president"), the body it belongs to and a field. Which offices nobody holds
together is the pack's to say; beyond it, few bare offices are never held of two bodies, and nobody is his own deputy.
"""

from dataclasses import dataclass

import regex

from eucacheck.compare.dates import gap_days, may_overlap
from eucacheck.compare.fields import compare_fields, field_words, two_bodies
from eucacheck.pack import Pack
from eucacheck.pack.model import Office
from eucacheck.records import Interval

SOLE = frozenset(
    {"president", "prime-minister", "high-representative", "secretary-general", "minister-of-foreign-affairs"}
    | {"chancellor", "king", "chairman-of-the-cabinet-of-ministers"}
)
"""Offices that one person at a time holds, and nobody holds of two bodies at a time."""
_HEADS = frozenset({"president", "prime-minister", "chancellor"})
"""Offices of one country that exclude each other; with a field ("Olympic Committee") they are another body's."""
_MINISTERS = frozenset({"minister", "deputy-minister", "first-deputy-minister"})
POSTS = _MINISTERS | {"commissioner"}
"""Ranks of which one body has many, each with its field."""
OF_ONE_BODY = frozenset(
    {"director", "rector", "chief-executive", "director-general", "managing-director", "chair", "head", "president"}
)
"""Offices that one person holds in a body, and nobody in two bodies, also of bodies that no list knows."""
_EXECUTIVE = frozenset(
    {"vice-president", "executive-vice-president", "managing-director", "director-general", "chief-executive"}
    | {"executive-director", "country-director", "chief-economist", "spokesperson", "deputy-director-general"}
)
"""Offices of full-time staff: two bodies without a common whole have two persons in them."""
_JOBS = (
    _MINISTERS | {"minister-of-foreign-affairs", "deputy-minister-of-foreign-affairs", "prime-minister"},
    frozenset({"ambassador"}),
    frozenset({"governor", "mayor"}),
    frozenset({"spokesperson", "press-secretary"}),
)
"""Full-time work for one country: nobody is in two of these groups."""
SENT = frozenset({"ambassador", "special-representative", "special-envoy", "envoy"})
"""Offices that a field tells apart: a body sends many, one to each place."""
_FOREIGN = regex.compile(r"^((?:first-)?(?:deputy-)?minister)-of-foreign-affairs$")
_UNDER = regex.compile(r"^(?:first-)?(?:deputy|vice)-")
_ONE_POST = {"head-of-delegation": "ambassador"}
"""One post under two names: whom a body sends to a country."""
_BY_REPORT = "relative-to-document"
"""Basis of a day that is counted from the day of a report: its year is as sure as that of the report."""
SLACK = 31
"""Days between two times that are one time for an office."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office as a source gives it."""

    office: str
    organisation: str | None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeRelation:
    """How two offices of one person stand to each other.

    `relation` is same, field (one office, its field in other words), posts (one rank, two fields that have nothing in
    common), slip (the acronym of the body misspelt), bodies (one office of two bodies that nobody holds at a time),
    ranks (two offices that exclude each other), loose (the head of a body against its deputy, a first deputy against a
    deputy) or compatible.
    """

    relation: str
    reason: str


def compare_offices(a: Held, b: Held, pack: Pack) -> OfficeRelation:
    """Compare two offices that one person is said to hold; the order of the two does not matter."""
    if a.office == b.office:
        return _one_office(a, b, pack)
    x, y = with_field(a), with_field(b)
    one_body = a.organisation == b.organisation or None in {a.organisation, b.organisation}
    if x.office == y.office and one_body:
        return _fields(x, y)
    if (
        one_body
        and any(p.office == f"first-{q.office}" for p, q in ((x, y), (y, x)))
        and _same_field(x.domain, y.domain)
    ):
        return OfficeRelation("loose", "a first deputy is one of the deputies")
    if {x.office, y.office} <= _MINISTERS and one_body and compare_fields(x.domain, y.domain) == "apart":
        return OfficeRelation("ranks", "nobody is a minister and another minister's deputy")
    by_field = one_body and bool(a.domain and b.domain) and _same_field(a.domain, b.domain)
    if a.organisation != b.organisation and not (one_body and (by_field or _one_government(a, b)) and _deputy(a, b)):
        return _by_pack(a, b, pack)
    if a.organisation is not None and _two_jobs(a, b):
        return OfficeRelation("ranks", "nobody holds these two offices of one country at a time")
    for x, y in ((a, b), (b, a)):
        if _UNDER.sub("", x.office) == y.office != x.office and _same_field(a.domain, b.domain):
            return OfficeRelation("ranks", "nobody is both the holder of an office and the deputy")
        if a.organisation is not None and x.office == "head" and under(y.office) and not (a.domain or b.domain):
            return OfficeRelation("loose", "the head of a body against the deputy")
    if a.organisation is not None and {a.office, b.office} <= SENT and a.domain and _same_field(a.domain, b.domain):
        return OfficeRelation("loose", "an envoy of one body to one place under two titles")
    if a.organisation is not None and {a.office, b.office} <= _HEADS and not (a.domain or b.domain):
        return OfficeRelation("ranks", "one country has two persons in these offices")
    return _by_pack(a, b, pack)


def _deputy(a: Held, b: Held) -> bool:
    """One of the two is a deputy's office."""
    return under(a.office) != under(b.office)


def _one_government(a: Held, b: Held) -> bool:
    """'Deputy Prime Minister X' and 'the Prime Minister of Norland, X': such an office is of no other body."""
    return all(_UNDER.sub("", x.office) in SOLE - {"president"} for x in (a, b)) and not (a.domain or b.domain)


def with_field(held: Held) -> Held:
    """The rank and field of an office that has its field in its name: a foreign minister is a minister."""
    match = _FOREIGN.match(held.office)
    if match is None:
        return held
    return Held(match[1], held.organisation, f"foreign affairs {held.domain}" if held.domain else "foreign affairs")


def known_offices(held: Held, pack: Pack) -> list[Office]:
    """Give the offices of the pack that a claimed office means; an office with a field needs a fitting one."""
    return [
        o
        for _, o in sorted(pack.offices.items())
        if _ONE_POST.get(o.office, o.office) == _ONE_POST.get(held.office, held.office)
        and o.organisation == held.organisation
        and (_same_field(o.domain, held.domain) if o.domain and held.domain else not o.domain)
        and not (held.office in _HEADS and held.domain)
    ]


def one_time(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether two times at which offices are held can be one: they meet, or lie a month apart at most.

    An office is held for longer than the day on which a source tells of it.
    """
    gap = gap_days(a, b) if a is not None and b is not None else None
    firm = all(x is not None and not x.approximate and (x.year_stated or x.basis == _BY_REPORT) for x in (a, b))
    if gap is not None and firm:
        return gap <= SLACK
    return may_overlap(a, b) or (gap is not None and gap <= SLACK)


def under(office: str) -> bool:
    """Tell whether an office is a deputy's."""
    return _UNDER.match(office) is not None


def single_holder(held: Held, pack: Pack) -> bool:
    """Tell whether one person at a time holds an office; by its name and field, else by the pack."""
    if held.organisation is None:
        return bool(held.domain) and held.office in OF_ONE_BODY
    if held.office in SENT | {"minister", "commissioner"} and field_words(held.domain):
        return True  # one of many, and the one for its field
    known = known_offices(held, pack)
    if known:
        return any(o.single_holder for o in known)
    if held.organisation.startswith("place:"):
        return held.office in {"mayor", "governor"}
    return held.office in SOLE


def held_it(person: str, held: Held, pack: Pack) -> bool | None:
    """Tell whether a person ever held an office; None where the pack does not know the person or the office."""
    offices = known_offices(held, pack)
    if not offices or not pack.offices_of(person):
        return None
    return any(f"person:{h.person}" == person for o in offices for h in o.holders)


def _one_office(a: Held, b: Held, pack: Pack) -> OfficeRelation:
    if a.organisation == b.organisation or None in {a.organisation, b.organisation}:
        if a.office == "ambassador" and _two_countries(a.domain, b.domain, pack):
            return OfficeRelation("posts", "an ambassador is sent to one country")
        return _fields(a, b)
    slip = _slip(a, b, pack)
    if slip is not None:
        return OfficeRelation("slip", slip)
    if _part_of(a.organisation, b.organisation, pack) or _part_of(b.organisation, a.organisation, pack):
        return OfficeRelation("same", "one body is a part of the other")
    if _of_governments(a, b) or _sent_by_two(a, b) or (_of_two_bodies(a, b) and not _one_whole(a, b, pack)):
        return OfficeRelation("bodies", "nobody holds this office of two bodies at one time")
    if a.office in SOLE and not (a.office in _HEADS and (a.domain or b.domain)):
        return OfficeRelation("bodies", "nobody holds this office of two bodies at one time")
    return OfficeRelation("compatible", "an office that one may hold of two bodies")


def _fields(a: Held, b: Held) -> OfficeRelation:
    """One rank of one body: one office, or two posts."""
    relation = compare_fields(a.domain, b.domain)
    if relation == "same" or _same_field(a.domain, b.domain):
        return OfficeRelation("same", "one office")
    if a.office in OF_ONE_BODY and two_bodies(a.domain, b.domain):
        return OfficeRelation("posts", "the two names are of two bodies")
    if relation == "apart" and a.office in POSTS:
        return OfficeRelation("posts", "the two fields have nothing in common")
    return OfficeRelation("field", "one office, its field in other words")


def _two_countries(a: str | None, b: str | None, pack: Pack) -> bool:
    countries = [
        next((i for i, p in pack.places.items() if i.startswith("country:") and p.name == name), None)
        for name in (a, b)
    ]
    return None not in countries and countries[0] != countries[1]


def _two_jobs(a: Held, b: Held) -> bool:
    """Offices of two groups; an ambassador without a country may be one at large."""
    if any(x.office == "ambassador" and not x.domain for x in (a, b)):
        return False
    groups = [next((i for i, g in enumerate(_JOBS) if x.office in g), None) for x in (a, b)]
    return None not in groups and groups[0] != groups[1]


def _of_two_bodies(a: Held, b: Held) -> bool:
    """An executive of two organisations, neither of which is a part of the other's whole."""
    return a.office in _EXECUTIVE and all((x.organisation or "").startswith("org:") for x in (a, b))


def _sent_by_two(a: Held, b: Held) -> bool:
    """An envoy of two bodies to one place: but "Norland's EU ambassador" is one to the Union, not of it."""
    if a.office not in SENT or not (a.domain and b.domain) or not _same_field(a.domain, b.domain):
        return False
    return all(x is not None and x.partition(":")[0] in {"country", "org"} for x in (a.organisation, b.organisation))


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


def _one_whole(a: Held, b: Held, pack: Pack) -> bool:
    known = [pack.organisations.get(x.organisation or "") for x in (a, b)]
    parents = [k.parent if k is not None else None for k in known]
    return None in known or (None not in parents and parents[0] == parents[1])


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
