"""What is shown and what the gold has to figures: shares with their intervals, in all and by kind, and what is amiss.

conflict_recall     conflicts of the gold answered by a conflict or variant
minor_recall        minor ones answered by a conflict, variant or note
reference_recall    errors that the sources alone cannot show, touched by a flag in one source or against the reference
agreement_recall    agreements of which two sources stand under one answer
false_alarms        what must not be flagged, and is, by a flag that answers nothing else
flag_precision      flags that answer a conflict, a minor or a reference-needed of the gold
precision_at_5, _10 the same among the first flags of the report
precision_high, _middle, _low  the same by the confidence that the flag states: from 0.8, from 0.6, below
claim_recall_*      core claims overlapped by a claim of the kind (strict) or of any kind (loose)
claim_share         claims of the tool that overlap one of the gold: a guard against noise
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, Final

from eucacheck.evaluation.gold import Gold, GoldFinding, Span
from eucacheck.evaluation.matching import answers, fits, is_internal, joins, opposes, overlap, touches
from eucacheck.evaluation.shown import Shown, ShownClaim

Z: Final = 1.96
"""Standard deviations of a 95% interval."""
BANDS: Final = {"high": (0.8, 1.01), "middle": (0.6, 0.8), "low": (0.0, 0.6)}
"""Confidences of flags by which their precision is told: from, and below."""
_NOTES: Final = frozenset({"refine", "supersede"})


@dataclass(frozen=True, slots=True)
class Figure:
    """Hits among cases."""

    hits: int
    of: int

    @property
    def rate(self) -> float | None:
        """Give the share of hits, to three places; None where there was no case."""
        return round(self.hits / self.of, 3) if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Give the 95% score interval of the share (Wilson 1927): honest where cases are few."""
        if not self.of:
            return 0.0, 1.0
        share, n = self.hits / self.of, self.of
        middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
        reach = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, round(middle - reach, 3)), min(1.0, round(middle + reach, 3))

    def as_values(self) -> dict[str, Any]:
        """Give the figure and its interval as JSON."""
        low, high = self.interval
        return {"hits": self.hits, "of": self.of, "rate": self.rate, "low": low, "high": high}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by name, the same by kind, and a line on each thing missed or shown in vain."""

    figures: dict[str, Figure] = field(default_factory=dict)
    by_kind: dict[str, dict[str, Figure]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, outcomes: Iterable[tuple[str, bool]]) -> None:
        """Add a figure from outcomes, each with its kind."""
        found = list(outcomes)
        self.figures[name] = Figure(sum(hit for _, hit in found), len(found))
        for kind in sorted({kind for kind, _ in found}):
            own = [hit for k, hit in found if k == kind]
            self.by_kind.setdefault(kind, {})[name] = Figure(sum(own), len(own))


def evaluate(gold: Gold, findings: Sequence[Shown], claims: Sequence[ShownClaim]) -> Evaluation:
    """Give the figures on findings and claims. `findings` stand in the order of the report."""
    found = Evaluation()
    flags = [f for f in findings if f.flagged]
    loud = [f for f in findings if f.flagged or f.verdict in _NOTES]
    _recall(found, "conflict", gold.of("conflict"), lambda g: any(answers(f, g) for f in flags))
    _recall(found, "minor", gold.of("minor"), lambda g: any(answers(f, g) for f in loud))
    _recall(found, "reference", gold.of("reference-needed"), lambda g: any(_internally(f, g) for f in flags))
    _recall(
        found, "agreement", gold.of("agreement"), lambda g: any(joins(f, side) for f in findings for side in g.sides)
    )
    _judge_flags(found, gold, flags)
    _judge_claims(found, gold, claims)
    return found


def _internally(finding: Shown, gold: GoldFinding) -> bool:
    return is_internal(finding) and touches(finding, gold)


def _recall(found: Evaluation, what: str, wanted: Iterable[GoldFinding], hit: Callable[[GoldFinding], bool]) -> None:
    outcomes = [(g, hit(g)) for g in wanted]
    found.count(f"{what}_recall", ((g.kind, met) for g, met in outcomes))
    found.misses.extend(f"missed {what}: {_name(g)}" for g, met in outcomes if not met)


def _judge_flags(found: Evaluation, gold: Gold, flags: Sequence[Shown]) -> None:
    """False alarms, and the share of flags that are good; a flag on what is tolerated counts as neither."""
    known, outside = gold.of("conflict", "minor"), gold.of("reference-needed")
    good = {f.id for f in flags if any(answers(f, g) for g in known) or any(_internally(f, g) for g in outside)}
    alarms = []
    for trap in gold.of("not-a-conflict"):
        by = [f.id for f in flags if f.id not in good and fits(f, trap) and opposes(f, trap)]
        alarms.append((trap.kind, bool(by)))
        if by:
            found.misses.append(f"false alarm by {', '.join(by)}: {_name(trap)}")
    found.count("false_alarms", alarms)
    judged = [f for f in flags if f.id in good or not any(opposes(f, t) for t in gold.tolerated)]
    found.count("flag_precision", ((f.kind, f.id in good) for f in judged))
    for first in (5, 10):
        found.figures[f"precision_at_{first}"] = Figure(sum(f.id in good for f in judged[:first]), len(judged[:first]))
    for band, (low, high) in BANDS.items():
        own = [f.id in good for f in judged if low <= f.confidence < high]
        found.figures[f"precision_{band}"] = Figure(sum(own), len(own))
    found.misses.extend(
        f"unmatched {f.verdict}: {f.id} {f.kind} {f.subject}: {f.summary}" for f in judged if f.id not in good
    )


def _judge_claims(found: Evaluation, gold: Gold, claims: Sequence[ShownClaim]) -> None:
    """Core claims of the gold that were found, and claims that the gold has as well."""
    mine: dict[str, list[ShownClaim]] = {}
    for claim in claims:
        mine.setdefault(claim.span[0], []).append(claim)
    strict, loose = [], 0
    for wanted in (c for c in gold.claims if c.core):
        near = {c.kind for c in mine.get(wanted.span[0], ()) if overlap(c.span, wanted.span)}
        strict.append((wanted.kind, wanted.kind in near))
        loose += bool(near)
        if wanted.kind not in near:
            found.misses.append(f"missed claim: {wanted.id} {wanted.kind} {wanted.quote!r}")
    found.count("claim_recall_strict", strict)
    found.figures["claim_recall_loose"] = Figure(loose, len(strict))
    theirs: dict[str, list[Span]] = {}
    for one in gold.claims:
        theirs.setdefault(one.span[0], []).append(one.span)
    shared = [(c.kind, any(overlap(c.span, span) for span in theirs.get(c.span[0], ()))) for c in claims]
    found.count("claim_share", shared)


def _name(gold: GoldFinding) -> str:
    return f"{gold.id} {gold.kind} {gold.subject}: {gold.why}"
