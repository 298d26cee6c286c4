"""The lines of a ledger to records and back, every field checked; what is as usual is left out of a line."""

from datetime import date
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from eucacheck.edtf import parse_edtf
from eucacheck.records import Claim, Interval, Modality, Role, Source

SCHEMA: Final = "eucacheck-ledger/1"

M = TypeVar("M", bound=BaseModel)
Offset = Annotated[int, Field(ge=0, lt=2**53)]


class LineError(ValueError):
    """Raised when a line has a mistake; the text names the field. The reader of the file adds file and line."""


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Time(_Line):
    """An interval: the days only where they are not those of the EDTF."""

    edtf: str
    basis: str = "stated"
    year_stated: bool = True
    approximate: bool | None = None
    start: str | None = None
    end: str | None = None


class _SourceLine(_Line):
    ledger: Literal["eucacheck-ledger/1"]
    id: str
    sha256: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: _Time | None = None
    published_basis: str | None = None
    text: str


class _ClaimLine(_Line):
    id: str
    kind: str
    subject: str
    value: dict[str, JsonValue]
    quote: str
    start: Offset
    end: Offset
    line: Offset
    when: _Time | None = None
    where: str | None = None
    speaker: str | None = None
    modality: Modality = "assertion"
    polarity: bool = True
    passage: Role = "body"
    confidence: Annotated[float, Field(ge=0, le=1, strict=False)] = 1.0


def source_line(source: Source) -> dict[str, Any]:
    """Give the first line of a source's file."""
    names = ("id", "sha256", "path", "url", "title", "publisher", "author")
    known = {n: v for n in names if (v := getattr(source, n)) is not None}
    dated: dict[str, Any] = {"published": _time(source.published)} if source.published is not None else {}
    if source.published_basis is not None:
        dated["published_basis"] = source.published_basis
    return {"ledger": SCHEMA, **known, **dated, "text": source.text}


def read_source(values: object) -> Source:
    """Read the first line. Raises LineError that names the field."""
    line = _check(_SourceLine, values)
    names = ("id", "sha256", "text", "path", "url", "title", "publisher", "author", "published_basis")
    return Source(**{n: getattr(line, n) for n in names}, published=_interval(line.published, "published"))


def claim_line(claim: Claim) -> dict[str, Any]:
    """Give the line of a claim; what has its usual value is left out."""
    usual = {"where": None, "speaker": None, "modality": "assertion", "polarity": True, "passage": "body"}
    always = ("id", "kind", "subject", "value", "quote", "start", "end", "line")
    when = {"when": _time(claim.when)} if claim.when is not None else {}
    special = {n: v for n, default in usual.items() if (v := getattr(claim, n)) != default}
    return {**{n: getattr(claim, n) for n in always}, **when, **special, "confidence": claim.confidence}


def read_claim(values: object, source: str) -> Claim:
    """Read the line of a claim. Raises LineError that names the field."""
    line = _check(_ClaimLine, values)
    plain = {n: getattr(line, n) for n in _ClaimLine.model_fields if n != "when"}
    return Claim(source=source, when=_interval(line.when, "when"), **plain)


def _time(interval: Interval) -> dict[str, Any]:
    """An interval with only what its EDTF does not tell."""
    told = {"edtf": interval.edtf, "basis": interval.basis}
    stated = {} if interval.year_stated else {"year_stated": False}
    try:
        plain = parse_edtf(interval.edtf)
        if (plain.start, plain.end, plain.approximate) == (interval.start, interval.end, interval.approximate):
            return {**told, **stated}
    except ValueError:
        pass
    ends = {n: day.isoformat() for n in ("start", "end") if (day := getattr(interval, n)) is not None}
    return {**told, **stated, "approximate": interval.approximate, **ends}


def _interval(line: _Time | None, name: str) -> Interval | None:
    if line is None:
        return None
    try:
        if line.approximate is None:
            return parse_edtf(line.edtf, year_stated=line.year_stated, basis=line.basis)
        start = date.fromisoformat(line.start) if line.start is not None else None
        end = date.fromisoformat(line.end) if line.end is not None else None
    except ValueError as error:
        raise LineError(f"{name}: {error}") from error
    return Interval(line.edtf, start, end, line.approximate, line.year_stated, line.basis)


def _check(model: type[M], values: object) -> M:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "line"
        extra = f"; allowed are {', '.join(model.model_fields)}" if first["type"] == "extra_forbidden" else ""
        raise LineError(f"{field}: {first['msg'][0].lower()}{first['msg'][1:]}{extra}") from error
