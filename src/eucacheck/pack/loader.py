"""YAML files to a Pack: domain knowledge checked, with the file, line and field of every mistake."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from eucacheck.errors import PackError
from eucacheck.pack.checks import check_pack
from eucacheck.pack.knowledge import Pack
from eucacheck.pack.model import (
    Agreement,
    EventType,
    Figure,
    Landmark,
    Named,
    Office,
    OfficeWord,
    Organisation,
    Person,
    Place,
    Series,
)
from eucacheck.pack.yaml_lines import line_of, parse_list

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
    "figures": (Figure, "figure"),
}
"""What a pack may have: the file, what an entry is, and the type in its identifiers."""

GENERIC = ("office_words", "event_types")
"""Files about English and not about a topic: a folder without them gets the bundled ones."""

_PLACE_TYPES = {"country": "country", "city": "place", "region": "region", "area": "place"}


def load_pack(folder: Path | None = None) -> Pack:
    """Load the bundled pack, or that of a folder, which may have any of the files.

    A folder replaces the bundled knowledge; only the generic words (`office_words.yaml`, `event_types.yaml`) are the
    bundled ones where it has none. Raises PackError that names file, line and field and says what is allowed.
    """
    return _bundled() if folder is None else _load(_read_folder(folder), str(folder))


@lru_cache(maxsize=1)
def _bundled() -> Pack:
    return _load(_bundled_texts(), "the bundled pack")


def _bundled_texts() -> dict[str, str]:
    base = resources.files("eucacheck.pack") / "data"
    return {name: (base / f"{name}.yaml").read_text(encoding="utf-8") for name in FILES}


def _read_folder(folder: Path) -> dict[str, str]:
    """Texts of the files of a folder by name without suffix; other kinds of files are left alone."""
    if not folder.is_dir():
        raise PackError(f"{folder}: there is no such folder; --pack takes a folder with YAML files such as people.yaml")
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in {".yaml", ".yml"}:
            if path.stem not in FILES or path.suffix == ".yml":
                raise PackError(f"{path}: unknown file; a pack has {_list_files()}")
            found[path.stem] = _read(path)
    if not found:
        raise PackError(f"{folder}: no pack here; it needs at least one of {_list_files()}")
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: cannot be read ({error}); a pack is UTF-8 text") from error


def _list_files() -> str:
    return ", ".join(f"{name}.yaml" for name in FILES)


def _load(texts: Mapping[str, str], source: str) -> Pack:
    nodes: dict[tuple[str, str], yaml.Node] = {}
    tables = {name: _table(name, text, nodes) for name, text in texts.items()}
    if not any(tables.values()):
        raise PackError(f"{source}: the pack is empty; give at least one entry in one of {_list_files()}")
    for name in GENERIC:
        if not tables.get(name):
            tables[name] = dict(getattr(_bundled(), name))
    pack = Pack(**tables)

    def where(table: str, identifier: str, path: tuple[int | str, ...]) -> str:
        line = line_of(nodes[table, identifier], path)
        return ": ".join(x for x in (f"{table}.yaml:{line}", identifier, _dotted(path)) if x)

    check_pack(pack, where)
    return pack


def _table(name: str, text: str, nodes: dict[tuple[str, str], yaml.Node]) -> dict[str, Any]:
    """Entries of one file by identifier; their nodes go into `nodes`."""
    model, kind = FILES[name]
    table: dict[str, Any] = {}
    for value, node in parse_list(f"{name}.yaml", text):
        entry = _entry(name, value, node, model)
        identifier = _identifier(entry, kind)
        if identifier in table:
            line = line_of(node, ("id",))
            raise PackError(f"{name}.yaml:{line}: id: {identifier!r} stands twice; ids are unique")
        table[identifier] = entry
        nodes[name, identifier] = node
    return table


def _entry(name: str, value: object, node: yaml.Node, model: type[BaseModel]) -> BaseModel:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        # a field that does not exist explains why another is missing, so it is told first
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        unknown = first["type"] == "extra_forbidden"
        allowed = f"; allowed are {', '.join(_fields(model, first['loc']))}" if unknown else ""
        field = _dotted(first["loc"]) or "entry"
        said = first["msg"].removeprefix("Value error, ")
        raise PackError(f"{name}.yaml:{line_of(node, first['loc'])}: {field}: {said}{allowed}") from error


def _fields(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Name the fields of an entry, or of the part of it ("holders", 0) that a path leads into."""
    for step in path[:-1]:
        inner = model.model_fields.get(str(step))
        parts = getattr(inner.annotation, "__args__", ()) if inner is not None else ()
        model = next((p for p in parts if isinstance(p, type) and issubclass(p, BaseModel)), model)
    return list(model.model_fields)


def _identifier(entry: BaseModel, kind: str) -> str:
    slug = str(getattr(entry, "id", ""))
    if isinstance(entry, Place):
        return f"{_PLACE_TYPES[entry.kind]}:{slug}"
    return f"{kind}:{slug}" if kind else slug


def _dotted(path: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in path)
