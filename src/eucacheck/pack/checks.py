"""A pack and the lines of its entries to its first mistake between entries: dangling links, terms, names that clash."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import pairwise

from eucacheck.edtf import parse_edtf
from eucacheck.errors import PackError
from eucacheck.pack.knowledge import Pack
from eucacheck.pack.model import Holder, Office

Where = Callable[[str, str, tuple[int | str, ...]], str]
"""Name of a table, identifier and path of a field to "file:line: field"."""

Link = tuple[str, str, tuple[int | str, ...], str]
"""Name of a table, identifier, path of a field, and the identifier that the field names."""


def check_pack(pack: Pack, where: Where) -> None:
    """Raise PackError for the first mistake that only shows between entries."""
    _check_links(pack, where)
    _check_containment(pack, where)
    for identifier, office in pack.offices.items():
        if office.single_holder:
            _check_terms(identifier, office, where)
    _check_surfaces(pack, where)
    _check_people(pack, where)


def _check_links(pack: Pack, where: Where) -> None:
    bodies = {*pack.organisations, *pack.places}
    for table, identifier, path, wanted in _links(pack):
        kinds = {"person": pack.people, "office": pack.offices, "programme": pack.programmes}
        known: Collection[str] = kinds.get(wanted.partition(":")[0], bodies)
        if wanted not in known:
            place = where(table, identifier, path)
            raise PackError(f"{place}: {wanted!r} is not in the pack; add it or correct the id")


def _links(pack: Pack) -> Iterator[Link]:
    """Give every identifier that an entry names."""
    for i, office in pack.offices.items():
        yield "offices", i, ("organisation",), office.organisation
        people = enumerate(f"person:{holder.person}" for holder in office.holders)
        yield from (("offices", i, ("holders", n, "person"), person) for n, person in people)
        yield from (("offices", i, ("excludes", n), f"office:{other}") for n, other in enumerate(office.excludes))
    for i, place in pack.places.items():
        yield from (("places", i, ("within", n), up) for n, up in enumerate(place.within))
        yield from (("places", i, (f,), v) for f, v in (("metonym", place.metonym), ("capital", place.capital)) if v)
    for i, org in pack.organisations.items():
        yield from (("organisations", i, ("parent",), p) for p in (org.parent,) if p)
        yield from (("organisations", i, ("members", n), m) for n, m in enumerate(org.members))
    for i, series in pack.series.items():
        yield from (("series", i, ("parties", n), p) for n, p in enumerate(series.parties))
        for n, edition in enumerate(series.editions):
            yield from (("series", i, ("editions", n, "place"), place) for place in (edition.place,) if place)
            for k, sent in enumerate(edition.delegations):
                path = ("editions", n, "delegations", k)
                yield "series", i, (*path, "of"), sent.of
                yield from (("series", i, (*path, "person"), f"person:{who}") for who in (sent.person,) if who)
    yield from (("figures", i, ("of",), figure.of) for i, figure in pack.figures.items())
    for i, agreement in pack.agreements.items():
        yield from (("agreements", i, ("parties", n), p) for n, p in enumerate(agreement.parties))
        marks = enumerate(agreement.milestones)
        yield from (("agreements", i, ("milestones", n, "place"), m.place) for n, m in marks if m.place)


def _check_containment(pack: Pack, where: Where) -> None:
    for identifier in pack.places:
        above, todo = set[str](), [identifier]
        while todo:
            place = pack.places.get(todo.pop())
            for up in place.within if place is not None else ():
                if up == identifier:
                    raise PackError(f"{where('places', identifier, ('within',))}: {identifier!r} lies within itself")
                if up not in above:
                    above.add(up)
                    todo.append(up)


def _check_terms(identifier: str, office: Office, where: Where) -> None:
    """No two terms share a day for sure; whoever acts for a holder on leave may share days with them."""
    terms = sorted(((_first_day(h), n, h) for n, h in enumerate(office.holders) if not h.acting), key=lambda t: t[:2])
    for (_, _, left), (_, n, right) in pairwise(terms):
        end = parse_edtf(left.until).start if left.until is not None else date.max
        start = parse_edtf(right.since).end
        if end is not None and start is not None and start < end:
            raise PackError(
                f"{where('offices', identifier, ('holders', n))}: the terms of {left.person} and {right.person} "
                f"overlap; correct them, mark one 'acting: true' or the office 'single_holder: false'"
            )


def _first_day(holder: Holder) -> date:
    return parse_edtf(holder.since).start or date.min


def _check_surfaces(pack: Pack, where: Where) -> None:
    """Every name denotes one entity: text that fits two would denote whichever stands first."""
    seen: dict[str, str] = {}
    for words, entity, form in pack.surfaces():
        key = words if form == "acronym" else " ".join(words.casefold().replace("-", " ").split())
        other = seen.setdefault(key, entity)
        if other != entity:
            raise PackError(
                f"{where(_table_of(entity, pack), entity, ())}: {words!r} already denotes {other!r}; "
                f"a name denotes one entity"
            )


def _table_of(entity: str, pack: Pack) -> str:
    tables = ("organisations", "places", "agreements", "routes", "programmes")
    return next(t for t in tables if entity in getattr(pack, t))


def _check_people(pack: Pack, where: Where) -> None:
    seen: dict[str, str] = {}
    for identifier, person in pack.people.items():
        for name in (person.name, *person.accepted):
            other = seen.setdefault(name.casefold(), identifier)
            if other != identifier:
                raise PackError(f"{where('people', identifier, ())}: {name!r} is already a name of {other!r}")
