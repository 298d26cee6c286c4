"""Records to rows and back, without loss. The columns stand here once, for reading and writing."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias, overload

from eucacheck.edtf import parse_edtf
from eucacheck.errors import StoreError
from eucacheck.records import Answer, Claim, Elsewhere, Finding, Interval, Reference, Source

Row: TypeAlias = Sequence[Any]

_INTERVAL: Final = ("start", "end", "approximate", "year_stated", "basis")
_SOURCE_HEAD: Final = ("id", "sha256", "path", "url", "title", "publisher", "author", "published_basis", "published")
SOURCE_COLUMNS: Final = (*_SOURCE_HEAD, *(f"interval_{n}" for n in _INTERVAL), "text")
CLAIM_COLUMNS: Final = (
    "id", "source", "kind", "subject", "value", "start", "end", "line", "quote", "place", "speaker", "modality",
    "polarity", "passage", "confidence", "when", *(f"when_{n}" for n in _INTERVAL),
)  # fmt: skip
FINDING_COLUMNS: Final = (
    "number", "id", "rule", "kind", "verdict", "level", "subject", "question", "summary", "why", "confidence",
    "answers", "reference", "citation", "demoted",
)  # fmt: skip


def select(columns: Sequence[str], table: str) -> str:
    """Write the beginning of a query: `SELECT table."a", table."b"`."""
    return "SELECT " + ", ".join(f'{table}."{c}"' for c in columns)


def dump(value: object) -> str:
    """Write JSON as it is stored: compact, readable letters, no NaN."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def source_row(source: Source) -> dict[str, Any]:
    """Give a source as a row; its copy group is derived and written apart."""
    head = {name: getattr(source, name) for name in _SOURCE_HEAD if name != "published"}
    return {**head, **_interval_row(source.published, "published", "interval"), "text": source.text}


def to_source(row: Row) -> Source:
    """Read a source back."""
    try:
        return Source(
            id=row[0], sha256=row[1], path=row[2], url=row[3], title=row[4], publisher=row[5], author=row[6],
            published_basis=row[7], published=_to_interval(tuple(row[8:14])), text=row[14],
        )  # fmt: skip
    except (TypeError, ValueError) as error:
        raise _damaged("source", row[0], error) from error


def elsewhere_row(source: str, known: Elsewhere) -> dict[str, Any]:
    """Give when a source was written, as others tell, as a row."""
    return {
        "source": source, "published": known.interval.edtf, "day": known.day.edtf,
        "rests_on": dump(list(known.rests_on)),
    }  # fmt: skip


def to_elsewhere(row: Row, names: Mapping[str, str]) -> Elsewhere:
    """Read it back: published, day and the sources on which it rests; `names` has those for people."""
    try:
        rests_on = tuple(map(str, json.loads(row[2])))
        interval = parse_edtf(row[0], year_stated=False, basis="elsewhere")
        return Elsewhere(interval, parse_edtf(row[1]), rests_on, tuple(names.get(i, i) for i in rests_on))
    except (TypeError, ValueError) as error:
        raise _damaged("date of a source", row[0], error) from error


def claim_row(claim: Claim) -> dict[str, Any]:
    """Give a claim as a row."""
    plain = ("id", "source", "kind", "subject", "start", "end", "line", "quote", "speaker", "modality", "passage")
    return {
        **{name: getattr(claim, name) for name in plain},
        "value": dump(dict(claim.value)),
        "place": claim.where,
        "polarity": int(claim.polarity),
        "confidence": float(claim.confidence),
        **_interval_row(claim.when, "when", "when"),
    }


def to_claim(row: Row) -> Claim:
    """Read a claim back."""
    try:
        return Claim(
            id=row[0], source=row[1], kind=row[2], subject=row[3], value=json.loads(row[4]), start=row[5], end=row[6],
            line=row[7], quote=row[8], where=row[9], speaker=row[10], modality=row[11], polarity=bool(row[12]),
            passage=row[13], confidence=row[14], when=_to_interval(tuple(row[15:21])),
        )  # fmt: skip
    except (TypeError, ValueError) as error:
        raise _damaged("claim", row[0], error) from error


def finding_row(finding: Finding, block: str) -> dict[str, Any]:
    """Give a finding as a row; which claims stand under which answer is written apart."""
    plain = ("id", "rule", "kind", "verdict", "level", "subject", "question", "summary", "why")
    answers = [
        {"value": dict(a.value), "text": a.text, "sources": a.sources, "independent": a.independent}
        for a in finding.answers
    ]
    quotes = dict.fromkeys(c.quote for c in finding.claims)
    return {
        **{name: getattr(finding, name) for name in plain},
        "block": block,
        "confidence": float(finding.confidence),
        "answers": dump(answers),
        "reference": finding.reference.value if finding.reference is not None else None,
        "citation": finding.reference.citation if finding.reference is not None else None,
        "demoted": dump(list(finding.demoted)),
        "claims": len({c.id for c in finding.claims}),
        "words": "\n".join([*(a.text for a in finding.answers), *quotes]),
    }


def to_finding(row: Row, evidence: Mapping[int, Sequence[Claim]]) -> Finding:
    """Read a finding back; `evidence` has the claims of each answer by its place."""
    try:
        answers = tuple(
            Answer(a["value"], a["text"], tuple(evidence.get(i, ())), a["sources"], a["independent"])
            for i, a in enumerate(json.loads(row[11]))
        )
        reference = Reference(row[12], row[13]) if row[12] is not None else None
        return Finding(
            id=row[1], rule=row[2], kind=row[3], verdict=row[4], level=row[5], subject=row[6], question=row[7],
            summary=row[8], why=row[9], confidence=row[10], answers=answers, reference=reference,
            demoted=tuple(json.loads(row[14])),
        )  # fmt: skip
    except (TypeError, ValueError, KeyError) as error:
        raise _damaged("finding", row[1], error) from error


@overload
def as_stored(record: Claim) -> Claim: ...
@overload
def as_stored(record: Finding) -> Finding: ...
def as_stored(record: Claim | Finding) -> Claim | Finding:
    """Give a claim or a finding as it comes back from the base: JSON knows no tuples."""
    if isinstance(record, Claim):
        row = claim_row(record)
        return to_claim([row[c] for c in CLAIM_COLUMNS])
    row = {"number": 0, **finding_row(record, "")}
    claims = {i: [as_stored(c) for c in a.claims] for i, a in enumerate(record.answers)}
    return to_finding([row[c] for c in FINDING_COLUMNS], claims)


def _interval_row(interval: Interval | None, name: str, prefix: str) -> dict[str, Any]:
    if interval is None:
        return {name: None, **{f"{prefix}_{n}": None for n in _INTERVAL}}
    return {
        name: interval.edtf,
        f"{prefix}_start": interval.start.isoformat() if interval.start is not None else None,
        f"{prefix}_end": interval.end.isoformat() if interval.end is not None else None,
        f"{prefix}_approximate": int(interval.approximate),
        f"{prefix}_year_stated": int(interval.year_stated),
        f"{prefix}_basis": interval.basis,
    }


@lru_cache(maxsize=4096)  # claims of one source mostly share the date of their source
def _to_interval(part: tuple[Any, ...]) -> Interval | None:
    edtf, start, end, approximate, stated, basis = part
    if edtf is None:
        return None
    first = date.fromisoformat(start) if start is not None else None
    last = date.fromisoformat(end) if end is not None else None
    return Interval(edtf, first, last, bool(approximate), bool(stated), basis)


def _damaged(what: str, identifier: object, error: Exception) -> StoreError:
    return StoreError(
        f"the fact base is damaged: {what} {identifier} cannot be read ({error}); make it anew from sources or a ledger"
    )
