"""A report and its claims, as JSON values, to what they show: spans of the sources, by answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final, TypeAlias

from eucacheck.evaluation.gold import Side, Span

Json: TypeAlias = Mapping[str, Any]

LONGEST: Final = 300
"""Characters: a longer quotation shows a reader nothing in particular, and counts for nothing."""
MOST_ANSWERS: Final = 12
"""A finding with more answers than a reader can compare counts for nothing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a report shows it: the spans under each of its answers."""

    id: str
    rule: str
    kind: str
    verdict: str
    subject: str
    summary: str
    answers: tuple[Side, ...]
    confidence: float = 0.0

    @property
    def flagged(self) -> bool:
        """Tell whether it claims that something is wrong."""
        return self.verdict in {"conflict", "variant"}


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as the tool lists it."""

    kind: str
    span: Span


def read_report(report: Json) -> tuple[Shown, ...]:
    """Give the findings of a report, in its order."""
    files = _files(report)
    return tuple(
        Shown(
            finding["id"],
            str(finding["rule"] or ""),
            finding["kind"],
            finding["verdict"],
            finding["subject"],
            finding["summary"],
            _answers(finding["answers"], files),
            float(finding["confidence"]),
        )
        for finding in report["findings"]
    )


def read_claims(claims: Iterable[Json], report: Json) -> tuple[ShownClaim, ...]:
    """Give the claims that are short enough to show something; `report` names their sources."""
    files = _files(report)
    spans = [(claim["kind"], _span(claim, files)) for claim in claims]
    return tuple(ShownClaim(kind, span) for kind, span in spans if span is not None)


def _files(report: Json) -> dict[str, str]:
    """File names by source; gold knows a source by its file."""
    return {s["id"]: PurePath(s["path"] or s["id"]).name for s in report["sources"]}


def _answers(answers: Iterable[Json], files: Mapping[str, str]) -> tuple[Side, ...]:
    sides = tuple(tuple(s for e in a["evidence"] if (s := _span(e, files)) is not None) for a in answers)
    return sides if len(sides) <= MOST_ANSWERS else ()


def _span(evidence: Json, files: Mapping[str, str]) -> Span | None:
    source, start, end = evidence["source"], evidence["start"], evidence["end"]
    return (files.get(source, source), start, end) if end - start <= LONGEST else None
