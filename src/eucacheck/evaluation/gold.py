"""A folder to a gold set: the claims and findings of a person who read the sources, as spans of their texts.

`claims.jsonl` and `findings.jsonl` are needed; `lookups.jsonl` (questions) and `tolerated.jsonl` (further findings that
are not at fault) may stand beside them. The format is described in `docs/gold.md`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from eucacheck.errors import GoldError

Span: TypeAlias = tuple[str, int, int]
"""File name, start, end."""
Side: TypeAlias = tuple[Span, ...]
"""The claims that give one answer."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that stands in a source; `core` where it is of a typed kind or used by a finding."""

    id: str
    kind: str
    span: Span
    quote: str
    core: bool


@dataclass(frozen=True, slots=True)
class GoldFinding:
    """A question on which sources speak: its claims by the answer they give.

    `verdict` is conflict, minor, agreement, not-a-conflict or reference-needed; empty where the finding is tolerated.
    `kinds` are the kind of the finding and those of its claims.
    """

    id: str
    verdict: str
    kind: str
    subject: str
    why: str
    sides: tuple[Side, ...]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldLookup:
    """A question in a reader's words, with the sources that a good answer shows (by the beginning of their names)."""

    query: str
    kind: str
    sources: frozenset[str]
    claims: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold set."""

    claims: tuple[GoldClaim, ...]
    findings: tuple[GoldFinding, ...]
    tolerated: tuple[GoldFinding, ...] = ()
    lookups: tuple[GoldLookup, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        """Give the names of the files that the claims stand in."""
        return frozenset(c.span[0] for c in self.claims)

    def of(self, *verdicts: str) -> tuple[GoldFinding, ...]:
        """Give the findings with one of these verdicts."""
        return tuple(f for f in self.findings if f.verdict in verdicts)

    def check_texts(self, texts: Mapping[str, str]) -> None:
        """Check that the words of every claim stand where the gold has them; `texts` by file name.

        Raises GoldError that names the claim: the gold is of another version of the text.
        """
        for claim in self.claims:
            file, start, end = claim.span
            if file in texts and texts[file][start:end] != claim.quote:
                raise GoldError(f"claim {claim.id}: {file} has other words at {start} to {end} than {claim.quote!r}")


def read_gold(folder: Path) -> Gold:
    """Read a gold set. Raises GoldError that names file and line."""
    claims = tuple(_claim(row, where) for row, where in _rows(folder / "claims.jsonl"))
    known = {c.id: c for c in claims}
    return Gold(
        claims,
        tuple(_finding(row, known, where) for row, where in _rows(folder / "findings.jsonl")),
        tuple(_finding(row, known, where) for row, where in _rows(folder / "tolerated.jsonl", needed=False)),
        tuple(_lookup(row, known, where) for row, where in _rows(folder / "lookups.jsonl", needed=False)),
    )


def _rows(path: Path, *, needed: bool = True) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Give each object of a JSON-lines file with its place."""
    if not path.is_file():
        if needed:
            raise GoldError(f"{path}: is not there; a gold set has claims.jsonl and findings.jsonl")
        return
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise GoldError(f"{where}: is no JSON ({error.msg})") from error
            if not isinstance(row, dict):
                raise GoldError(f"{where}: should be an object")
            yield row, where


def _field(row: Mapping[str, Any], name: str, where: str) -> Any:  # noqa: ANN401 - a JSON value
    if name not in row:
        raise GoldError(f"{where}: has no {name!r}")
    return row[name]


def _claim(row: Mapping[str, Any], where: str) -> GoldClaim:
    values = [_field(row, name, where) for name in ("id", "kind", "source", "start", "end", "quote")]
    identifier, kind, source, start, end, quote = values
    return GoldClaim(identifier, kind, (source, start, end), quote, row.get("tier", "core") == "core")


def _finding(row: Mapping[str, Any], known: Mapping[str, GoldClaim], where: str) -> GoldFinding:
    sides = [_known(side, known, where) for side in _field(row, "sides", where)]
    kind = str(row.get("kind", ""))
    return GoldFinding(
        _field(row, "id", where),
        str(row.get("verdict", "")),
        kind,
        str(row.get("subject", "")),
        str(row.get("why", "")),
        tuple(tuple(c.span for c in side) for side in sides),
        frozenset({kind, *(c.kind for side in sides for c in side)}),
    )


def _lookup(row: Mapping[str, Any], known: Mapping[str, GoldClaim], where: str) -> GoldLookup:
    return GoldLookup(
        _field(row, "query", where),
        str(row.get("expect_kind", "")),
        frozenset(_field(row, "sources", where)),
        tuple(c.span for c in _known(_field(row, "claims", where), known, where)),
    )


def _known(identifiers: list[str], known: Mapping[str, GoldClaim], where: str) -> list[GoldClaim]:
    missing = [i for i in identifiers if i not in known]
    if missing:
        raise GoldError(f"{where}: claim {missing[0]!r} is not in claims.jsonl")
    return [known[i] for i in identifiers]
