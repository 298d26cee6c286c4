"""The Pack: domain knowledge by identifier, and what may be asked of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from eucacheck.pack.model import (
    Agreement,
    Entry,
    EventType,
    Figure,
    Holder,
    Landmark,
    Named,
    Office,
    OfficeWord,
    Organisation,
    Person,
    Place,
    Series,
)
from eucacheck.pack.terms import meets

_LONGEST_ACRONYM = 6
"""Letters: an alias in capitals up to this length is matched with its case, like an acronym."""


class Surface(NamedTuple):
    """One way to write an entity: the words, the identifier, and the form (name, acronym or adjective)."""

    words: str
    entity: str
    form: str


@dataclass(frozen=True)
class Pack:
    """Domain knowledge by identifier: `people["person:kaja-kallas"]`; office words and event types by bare slug."""

    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    office_words: Mapping[str, OfficeWord] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    event_types: Mapping[str, EventType] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    routes: Mapping[str, Named] = field(default_factory=dict)
    programmes: Mapping[str, Named] = field(default_factory=dict)
    history: Mapping[str, Landmark] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """The sha256 of the content: two packs with one digest say the same, whatever the order of their entries."""
        tables = {
            name: {key: entry.model_dump(mode="json") for key, entry in sorted(getattr(self, name).items())}
            for name in sorted(self.__dataclass_fields__)
        }
        return hashlib.sha256(json.dumps(tables, sort_keys=True, ensure_ascii=True).encode()).hexdigest()

    def name_of(self, identifier: str) -> str:
        """Give the name of an entity; of one that the pack does not know, its slug in words."""
        known = self._names.get(identifier)
        if known is not None:
            return known
        kind, _, slug = identifier.partition(":")
        words = slug.replace("-", " ")
        return words.title() if kind == "place" else words

    @cached_property
    def _names(self) -> dict[str, str]:
        tables: tuple[Mapping[str, Entry], ...] = (
            self.people, self.organisations, self.places, self.offices, self.series, self.agreements, self.routes,
            self.programmes, self.history, self.figures,
        )  # fmt: skip
        return {identifier: entry.name for table in tables for identifier, entry in table.items()}

    def contains(self, outer: str, inner: str) -> bool:
        """Tell whether one place is the other or holds it."""
        if outer == inner:
            return True
        place = self.places.get(inner)
        return place is not None and any(self.contains(outer, up) for up in place.within)

    def nested(self, a: str, b: str) -> bool:
        """Tell whether one of two places is the other or holds it."""
        return self.contains(a, b) or self.contains(b, a)

    def apart(self, a: str, b: str) -> bool:
        """Tell whether two places are known to lie apart: the pack has both, and neither holds the other."""
        return a in self.places and b in self.places and not self.nested(a, b)

    def countries_in(self, region: str) -> tuple[str, ...]:
        """Give the countries that lie in a region, by identifier; none for what is no region of the pack."""
        return self._countries.get(region, ())

    @cached_property
    def _countries(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for identifier, place in sorted(self.places.items()):
            for region in place.within if place.kind == "country" else ():
                found[region] = (*found.get(region, ()), identifier)
        return found

    def seat_of(self, place: str) -> str | None:
        """Give the country whose capital a place is; None for any other place."""
        return self._seats.get(place)

    @cached_property
    def _seats(self) -> dict[str, str]:
        return {p.capital: i for i, p in self.places.items() if p.capital is not None}

    def holders(self, office: str, day: date | None = None) -> list[Holder]:
        """Give the terms of an office, or those that cover a day; empty for an office that the pack does not know."""
        entry = self.offices.get(office)
        return [h for h in entry.holders if day is None or meets(h, day, day)] if entry is not None else []

    def figures_of(self, entity: str) -> list[Figure]:
        """Give the figures on record of a body, region or programme."""
        return self._figures.get(entity, [])

    @cached_property
    def _figures(self) -> dict[str, list[Figure]]:
        figures: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            figures.setdefault(figure.of, []).append(figure)
        return figures

    def offices_of(self, person: str) -> list[tuple[Office, Holder]]:
        """Give the offices that a person held, with the terms."""
        return self._terms.get(person, [])

    @cached_property
    def _terms(self) -> dict[str, list[tuple[Office, Holder]]]:
        terms: dict[str, list[tuple[Office, Holder]]] = {}
        for office in self.offices.values():
            for holder in office.holders:
                terms.setdefault(f"person:{holder.person}", []).append((office, holder))
        return terms

    def surfaces(self) -> Iterator[Surface]:
        """Give every way to write an organisation, place, agreement, route or programme."""
        for identifier, org in self.organisations.items():
            yield from _forms(identifier, (org.name, *org.aliases), org.acronyms, org.adjectives)
        for identifier, place in self.places.items():
            yield from _forms(identifier, (place.name, *place.aliases), (), place.adjectives)
        for table in (self.agreements, self.routes, self.programmes):
            for identifier, thing in table.items():
                yield from _forms(identifier, (thing.name, *thing.aliases), thing.acronyms, ())

    def __hash__(self) -> int:
        """Hash by content, so that what is derived from a pack can be cached by it."""
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        """Compare by content."""
        return isinstance(other, Pack) and other.digest == self.digest


def _forms(
    identifier: str, names: tuple[str, ...], acronyms: tuple[str, ...], adjectives: tuple[str, ...]
) -> Iterator[Surface]:
    for words in names:
        yield Surface(words, identifier, "acronym" if words.isupper() and len(words) <= _LONGEST_ACRONYM else "name")
    for words in acronyms:
        yield Surface(words, identifier, "acronym")
    for words in adjectives:
        yield Surface(words, identifier, "adjective")
