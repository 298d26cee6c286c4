"""What a base holds to the report as JSON values: `eucacheck-report/1`, selected and in order.

Nothing of the clock, of the machine or of the order of adding goes into a report: equal bases give equal reports.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath
from typing import Any, Final, Protocol, TypeAlias

from eucacheck.errors import UnknownError
from eucacheck.records import Claim, Finding, Level, Source, Verdict

REPORT_SCHEMA: Final = "eucacheck-report/1"
LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "note", "none")
"""Gravest first."""
VERDICTS: Final[tuple[Verdict, ...]] = ("conflict", "variant", "refine", "supersede", "agree", "single", "unclear")
"""In the order in which a report shows them."""
COUNTED_ONLY: Final[frozenset[str]] = frozenset({"single", "unclear"})
"""Verdicts that a report lists only when it is asked for everything."""

_NAMED: Final = 3
"""Sources named as those that date another."""

Json: TypeAlias = dict[str, Any]


class Base(Protocol):
    """What a report reads from the store."""

    def sources(self) -> Sequence[Source]:
        """Give every source."""

    def findings(self) -> Sequence[Finding]:
        """Give every finding."""

    def count_claims(self) -> int:
        """Give the number of claims."""

    def copy_groups(self) -> Mapping[str, str]:
        """Give the copy group of each source that shares its text with another."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings a report lists; the counts are always of the whole base.

    Empty sets select everything. `level` is the lowest that is listed. `sources` are source identifiers.
    """

    kinds: frozenset[str] = frozenset()
    level: Level | None = None
    sources: frozenset[str] = frozenset()
    everything: bool = False

    def takes(self, finding: Json) -> bool:
        """Tell whether the report lists the finding."""
        if self.kinds and finding["kind"] not in self.kinds:
            return False
        if finding["verdict"] in COUNTED_ONLY and not self.everything:
            return False
        if self.level is not None and LEVELS.index(finding["level"]) > LEVELS.index(self.level):
            return False
        return not self.sources or bool(self.sources & {e["source"] for a in finding["answers"] for e in a["evidence"]})


def build_report(base: Base, selection: Selection | None = None) -> Json:
    """Give the report on a base, as DESIGN's `eucacheck-report/1`."""
    findings = [finding_values(f) for f in base.findings()]
    chosen = selection or Selection()
    return {
        "schema": REPORT_SCHEMA,
        "sources": source_list(base.sources(), base.copy_groups()),
        "counts": {
            "claims": base.count_claims(),
            "facts": len(findings),
            **{v: sum(f["verdict"] == v for f in findings) for v in VERDICTS},
        },
        "findings": sorted((f for f in findings if chosen.takes(f)), key=report_order),
    }


def report_order(finding: Json) -> tuple[int, int, float, str]:
    """Order findings: gravest level first, then verdict, then the surest, then by identifier."""
    return (LEVELS.index(finding["level"]), VERDICTS.index(finding["verdict"]), -finding["confidence"], finding["id"])


def reaches(report: Json, level: Level) -> bool:
    """Tell whether a finding of the report stands at the level or above: what `--fail-on` asks."""
    return any(LEVELS.index(f["level"]) <= LEVELS.index(level) for f in report["findings"])


def source_list(sources: Sequence[Source], copy_groups: Mapping[str, str]) -> list[Json]:
    """Give the sources as JSON values, in the order of their paths, those without a path last."""
    ordered = sorted(sources, key=lambda s: (s.path is None, s.path or "", s.id))
    return [source_values(s, copy_groups.get(s.id)) for s in ordered]


def source_values(source: Source, copy_group: str | None) -> Json:
    """Give one source as JSON values; an absolute path gives its file name alone."""
    path = source.path
    if path is not None and (PurePath(path).is_absolute() or path[1:3] in {":\\", ":/"}):
        path = PurePath(path).name
    published, basis = date_of_source(source)
    return {
        "id": source.id,
        "path": path,
        "sha256": source.sha256,
        "title": source.title,
        "publisher": source.publisher,
        "published": published,
        "published_basis": basis,
        "copy_group": copy_group,
    }


def date_of_source(source: Source) -> tuple[str | None, str | None]:
    """Give when a source appeared, and how that is known: stated, from its own text, or by what others report."""
    known = source.elsewhere
    if known is None:
        return source.published.edtf if source.published is not None else None, source.published_basis
    names = list(dict.fromkeys(known.names or known.rests_on))
    told = [*names[:_NAMED], *([f"{len(names) - _NAMED} more"] if len(names) > _NAMED else [])]
    listed = ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else told[0]
    basis = f"from the events of {known.day.edtf} that {listed} report{'s' if len(told) == 1 else ''}"
    return known.interval.edtf, basis


def finding_values(finding: Finding) -> Json:
    """Give one finding as JSON values."""
    reference = finding.reference
    return {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "level": finding.level,
        "subject": finding.subject,
        "question": finding.question,
        "summary": finding.summary,
        "why": finding.why,
        "confidence": finding.confidence,
        "ruling": None,
        "reference": {"value": reference.value, "citation": reference.citation} if reference is not None else None,
        "answers": [
            {
                "value": dict(answer.value),
                "text": answer.text,
                "sources": answer.sources,
                "independent": answer.independent,
                "evidence": [evidence_values(c) for c in answer.claims],
            }
            for answer in finding.answers
        ],
    }


def evidence_values(claim: Claim) -> Json:
    """Give one claim as the evidence of an answer."""
    return {
        "claim": claim.id,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "quote": claim.quote,
        "when": claim.when.edtf if claim.when is not None else None,
        "speaker": claim.speaker,
        "modality": claim.modality,
        "passage": claim.passage,
    }


def claim_values(claim: Claim) -> Json:
    """Give one claim as a line of `claims --format jsonl`."""
    return {
        "id": claim.id,
        "source": claim.source,
        "kind": claim.kind,
        "subject": claim.subject,
        "value": dict(claim.value),
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "quote": claim.quote,
        "when": claim.when.edtf if claim.when is not None else None,
        "when_basis": claim.when.basis if claim.when is not None else None,
        "where": claim.where,
        "speaker": claim.speaker,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "passage": claim.passage,
        "confidence": claim.confidence,
    }


def find_source(sources: Sequence[Source], wanted: str) -> Source:
    """Give the one source that a user means by its identifier (4 characters or more), path or file name.

    Raises UnknownError that names what comes near, or what it could be where several fit.
    """
    exact = [s for s in sources if wanted in {s.id, s.path}]
    named = exact or [
        s for s in sources if s.path is not None and wanted in {PurePath(s.path).name, PurePath(s.path).stem}
    ]
    found = named or [s for s in sources if len(wanted) >= 4 and s.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(sorted(s.path or s.id for s in found))
        raise UnknownError(f"{wanted!r} fits several sources: {several}. Give the identifier or the whole path.")
    near = get_close_matches(
        wanted, [n for s in sources for n in (s.id, s.path or "", PurePath(s.path or "").name) if n], n=3
    )
    hint = f" Did you mean {' or '.join(dict.fromkeys(near))}?" if near else " `eucacheck sources` lists them."
    raise UnknownError(f"no source {wanted!r} in this base.{hint}")
