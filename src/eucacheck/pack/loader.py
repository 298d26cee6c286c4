"""YAML files to a Pack: domain knowledge checked, with the file, line and field of every mistake."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from eucacheck.edtf import parse_edtf
from eucacheck.errors import PackError
from eucacheck.pack.model import (
    Agreement,
    EventType,
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

M = TypeVar("M", bound=BaseModel)

FILES: dict[str, tuple[type[BaseModel], str]] = {
    "people": (Person, "person"),
    "organisations": (Organisation, "org"),
    "places": (Place, ""),
    "offices": (Office, "office"),
    "office_words": (OfficeWord, ""),
    "series": (Series, "series"),
    "event_types": (EventType, ""),
    "agreements": (Agreement, "agreement"),
    "routes": (Named, "route"),
    "programmes": (Named, "programme"),
    "history": (Landmark, "history"),
}
_PLACE_TYPES = {"country": "country", "city": "place", "region": "region"}


class Surface(NamedTuple):
    """One way to write an entity: the words, the identifier, and the form (name, acronym, adjective or metonym)."""

    words: str
    entity: str
    form: str


@dataclass(frozen=True)
class Pack:
    """Domain knowledge by identifier."""

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

    @cached_property
    def digest(self) -> str:
        """The sha256 of the content: two packs with one digest say the same."""
        tables = {name: {k: v.model_dump(mode="json") for k, v in sorted(getattr(self, name).items())} for name in sorted(FILES)}
        return hashlib.sha256(json.dumps(tables, sort_keys=True, ensure_ascii=True).encode()).hexdigest()

    def name_of(self, identifier: str) -> str:
        """The name of an entity; of one that the pack does not know, its slug in words."""
        for table in (self.people, self.organisations, self.places, self.series, self.agreements, self.routes, self.programmes, self.offices):
            entry = table.get(identifier)
            if entry is not None:
                return str(entry.name)
        return identifier.partition(":")[2].replace("-", " ")

    def contains(self, outer: str, inner: str) -> bool:
        """Tell whether one place is the other or holds it."""
        if outer == inner:
            return True
        place = self.places.get(inner)
        return place is not None and any(self.contains(outer, up) for up in place.within)

    def holders(self, office: str, day: date | None = None) -> list[Holder]:
        """The terms of an office, or those that hold on a day."""
        entry = self.offices.get(office)
        if entry is None:
            return []
        return [h for h in entry.holders if day is None or _covers(h, day)]

    @cached_property
    def _terms(self) -> dict[str, list[tuple[Office, Holder]]]:
        terms: dict[str, list[tuple[Office, Holder]]] = {}
        for office in self.offices.values():
            for holder in office.holders:
                terms.setdefault(f"person:{holder.person}", []).append((office, holder))
        return terms

    def offices_of(self, person: str) -> list[tuple[Office, Holder]]:
        """The offices that a person held, with the terms."""
        return self._terms.get(person, [])

    def surfaces(self) -> Iterator[Surface]:
        """Every way to write an organisation, place, agreement, route or programme."""
        for i, org in self.organisations.items():
            yield from _forms(i, (org.name, *org.aliases), org.acronyms, org.adjectives)
        for i, place in self.places.items():
            yield from _forms(i, (place.name, *place.aliases), (), place.adjectives)
        for table in (self.agreements, self.routes, self.programmes):
            for i, thing in table.items():
                yield from _forms(i, (thing.name, *thing.aliases), thing.acronyms, ())

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and other.digest == self.digest


def load_pack(folder: Path | None = None) -> Pack:
    """Load the bundled pack, or that of a folder, which may have any of the files.

    Raises PackError that names file, line and field and says what is allowed.
    """
    return _bundled() if folder is None else _load(_read_folder(folder))


@lru_cache(maxsize=1)
def _bundled() -> Pack:
    base = resources.files("eucacheck.pack") / "data"
    return _load({f.name: f.read_text(encoding="utf-8") for f in base.iterdir() if f.name.endswith(".yaml")})


def _read_folder(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise PackError(f"{folder}: there is no such folder; --pack takes a folder with YAML files such as people.yaml")
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in FILES:
            raise PackError(f"{path}: unknown file; a pack has {', '.join(f'{n}.yaml' for n in FILES)}")
        try:
            found[path.name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise PackError(f"{path}: cannot be read ({error}); a pack is UTF-8 text") from error
    if not found:
        raise PackError(f"{folder}: no pack here; it needs at least one of {', '.join(f'{n}.yaml' for n in FILES)}")
    return found


def _load(files: Mapping[str, str]) -> Pack:
    tables: dict[str, dict[str, Any]] = {}
    for name, (model, kind) in FILES.items():
        text = files.get(f"{name}.yaml")
        tables[name] = {} if text is None else _table(f"{name}.yaml", text, model, kind)
    pack = Pack(**tables)
    _check_links(pack)
    return pack


class _Loader(yaml.SafeLoader):
    """A YAML loader that keeps dates as text; lines are taken from the node tree."""


_Loader.yaml_implicit_resolvers = {
    k: [(tag, rx) for tag, rx in v if tag != "tag:yaml.org,2002:timestamp"] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _table(file: str, text: str, model: type[M], kind: str) -> dict[str, M]:
    """Entries of one file by identifier."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        entries = loader.construct_document(node) if node is not None else []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        raise PackError(f"{file}{line}: this is no YAML: {getattr(error, 'problem', error)}") from error
    if not isinstance(entries, list) or not isinstance(node, yaml.SequenceNode | None):
        raise PackError(f"{file}:1: a list of entries is expected, each beginning with '- id:'")
    table: dict[str, M] = {}
    for entry, item in zip(entries, node.value if node is not None else [], strict=True):
        made = _entry(file, item, entry, model)
        identifier = _identifier(made, kind)
        if identifier in table:
            raise PackError(f"{file}:{item.start_mark.line + 1}: id: {identifier!r} stands twice; ids are unique")
        table[identifier] = made
    return table


def _entry(file: str, node: yaml.Node, entry: object, model: type[M]) -> M:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        line = _line_of(node, first["loc"])
        where = ".".join(str(x) for x in first["loc"]) or "entry"
        allowed = f"; allowed are {', '.join(model.model_fields)}" if first["type"] == "extra_forbidden" else ""
        raise PackError(f"{file}:{line}: {where}: {first['msg']}{allowed}") from error


def _line_of(node: yaml.Node, path: tuple[int | str, ...]) -> int:
    """The line of the field that an error path names, as near as the tree goes."""
    line = int(node.start_mark.line) + 1
    for step in path:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = (node.value[step], node.value[step])
        if found is None:
            break
        line, node = int(found[0].start_mark.line) + 1, found[1]
    return line


def _identifier(entry: BaseModel, kind: str) -> str:
    slug = str(entry.id)  # type: ignore[attr-defined]
    if isinstance(entry, Place):
        return f"{_PLACE_TYPES[entry.kind]}:{slug}"
    return f"{kind}:{slug}" if kind else slug


def _check_links(pack: Pack) -> None:
    """Every identifier that an entry names exists; terms of a single-holder office do not overlap."""
    known = {*pack.organisations, *pack.places}
    for i, office in pack.offices.items():
        _known("offices.yaml", i, "organisation", office.organisation, known)
        for holder in office.holders:
            _known("offices.yaml", i, "holders.person", f"person:{holder.person}", pack.people)
        for other in office.excludes:
            _known("offices.yaml", i, "excludes", f"office:{other}", pack.offices)
        _no_overlap(i, office)
    for i, place in pack.places.items():
        for up in (*place.within, *([place.metonym] if place.metonym else [])):
            _known("places.yaml", i, "within", up, known)
    for i, org in pack.organisations.items():
        if org.parent is not None:
            _known("organisations.yaml", i, "parent", org.parent, known)
    for i, series in pack.series.items():
        for party in (*series.parties, *(e.place for e in series.editions)):
            _known("series.yaml", i, "parties", party, known)
    for i, agreement in pack.agreements.items():
        for party in (*agreement.parties, *(m.place for m in agreement.milestones if m.place)):
            _known("agreements.yaml", i, "parties", party, known)


def _known(file: str, entry: str, where: str, wanted: str, table: Any) -> None:
    if wanted not in table:
        raise PackError(f"{file}: {entry}: {where}: {wanted!r} is not in the pack; add it or correct the id")


def _no_overlap(identifier: str, office: Office) -> None:
    if not office.single_holder:
        return
    terms = sorted(office.holders, key=lambda h: h.since)
    for left, right in zip(terms, terms[1:], strict=False):
        end, start = parse_edtf(left.until).start if left.until else None, parse_edtf(right.since).end
        if end is None or (start is not None and start < end):
            raise PackError(f"offices.yaml: {identifier}: holders: the terms of {left.person} and {right.person} overlap in an office of one holder")


def _covers(holder: Holder, day: date) -> bool:
    start = parse_edtf(holder.since).start
    end = parse_edtf(holder.until).end if holder.until else None
    return (start is None or start <= day) and (end is None or day <= end)


def _forms(identifier: str, names: tuple[str, ...], acronyms: tuple[str, ...], adjectives: tuple[str, ...]) -> Iterator[Surface]:
    for words in names:
        yield Surface(words, identifier, "acronym" if words.isupper() and len(words) <= 6 else "name")
    for words in acronyms:
        yield Surface(words, identifier, "acronym")
    for words in adjectives:
        yield Surface(words, identifier, "adjective")
