"""A sidecar file or options to what is known about a source besides its text.

The sidecar of `a.txt` is `a.meta.yaml`, a flat YAML mapping with any of title, publisher, published, url, author.
"""

from pathlib import Path
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from eucacheck.edtf import parse_edtf
from eucacheck.errors import MetadataError

SIDECAR_ENDING: Final = ".meta.yaml"
MAX_SIDECAR: Final = 100_000
"""Bytes; a sidecar has five short lines."""
_EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Metadata(BaseModel):
    """What is known about a source besides its text; `published` is EDTF with a year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str | None = Field(default=None, min_length=1, max_length=1000)
    publisher: str | None = Field(default=None, min_length=1, max_length=300)
    published: str | None = None
    url: str | None = Field(default=None, pattern=r"^https?://[^\s]{1,2000}$")
    author: str | None = Field(default=None, min_length=1, max_length=300)

    @field_validator("title", "publisher", "published", "url", "author", mode="before")
    @classmethod
    def _strip(cls, value: object) -> object:
        return value.strip() or None if isinstance(value, str) else value

    @field_validator("title", "publisher", "author")
    @classmethod
    def _is_one_line(cls, value: str | None) -> str | None:
        if value is not None and not all(c.isprintable() for c in value):
            raise ValueError("has line breaks or control characters")
        return value

    @field_validator("published")
    @classmethod
    def _is_edtf(cls, value: str | None) -> str | None:
        if value is not None:
            interval = parse_edtf(value)
            if interval.start is None and interval.end is None:
                raise ValueError(f"{value!r} has no year")
        return value

    def over(self, other: "Metadata") -> "Metadata":
        """Give what is known here, and from the other what is not known here."""
        return Metadata(**(other.model_dump(exclude_none=True) | self.model_dump(exclude_none=True)))


ALLOWED: Final = tuple(Metadata.model_fields)


def check_options(**options: str | None) -> Metadata:
    """Check what was given on the command line; raises MetadataError naming the option and what is allowed."""
    try:
        return Metadata.model_validate(options)
    except ValidationError as error:
        field, message = _first(error)
        raise MetadataError(f"--{field}: {message}") from error


def sidecar_of(path: Path) -> Path:
    """Name the sidecar of a text; it need not exist."""
    return path.with_name(path.stem + SIDECAR_ENDING)


def read_sidecar(path: Path) -> Metadata:
    """Read a sidecar; raises MetadataError naming file, line and field and saying what is allowed."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_SIDECAR + 1)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise MetadataError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise MetadataError(f"{path}: is no UTF-8 at byte {error.start}") from error
    if len(raw) > MAX_SIDECAR:
        raise MetadataError(f"{path}: larger than {MAX_SIDECAR} bytes; allowed are the fields {', '.join(ALLOWED)}")
    values, lines = _read_mapping(text, path)
    try:
        return Metadata.model_validate(values)
    except ValidationError as error:
        field, message = _first(error)
        raise MetadataError(f"{path}:{lines.get(field, 1)}: {field}: {message}") from error


def _read_mapping(text: str, path: Path) -> tuple[dict[str, str | None], dict[str, int]]:
    """Read the fields as they are written ("2022-11-18" stays text), and the line of each."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise MetadataError(f"{path}:{line}: is no YAML; write one field a line, as in `title: ...`") from error
    if root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise MetadataError(f"{path}:1: expected fields, one a line: {', '.join(ALLOWED)}")
    values: dict[str, str | None] = {}
    lines: dict[str, int] = {}
    for key, value in root.value:
        line = key.start_mark.line + 1
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if not isinstance(value, yaml.ScalarNode):
            raise MetadataError(f"{path}:{line}: {name}: expected one text, not a list or a mapping")
        if name in values:
            raise MetadataError(f"{path}:{line}: {name}: stands there twice, first on line {lines[name]}")
        values[name] = None if value.style is None and value.value in _EMPTY else value.value
        lines[name] = line
    return values, lines


def _first(error: ValidationError) -> tuple[str, str]:
    """Put the first mistake into words."""
    mistake = error.errors()[0]
    field = str(mistake["loc"][0]) if mistake["loc"] else "?"
    match mistake["type"]:
        case "extra_forbidden":
            return field, f"unknown field; allowed are {', '.join(ALLOWED)}"
        case "string_pattern_mismatch":
            return field, "expected an address beginning with http:// or https://"
        case "value_error" if field == "published":
            return field, f"{mistake['ctx']['error']}; allowed is EDTF, as 2022-11-18, 2022-11, 2022-11-16/2022-11-19"
        case _:
            return field, mistake["msg"]
