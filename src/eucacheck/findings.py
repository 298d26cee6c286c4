"""Facts to findings: the verdict on a fact, with its level, its sentence and its reason.

The policy stands here as a table; each kind decides relations between answers and asks for a finding.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from eucacheck.records import Answer, Finding, Level, Reference, Verdict

LEVELS: dict[Verdict, Level] = {
    "conflict": "error",
    "variant": "warning",
    "refine": "note",
    "supersede": "note",
    "agree": "none",
    "single": "none",
    "unclear": "none",
}
"""The level of a verdict, where a kind does not say otherwise (weaker evidence lowers a conflict to a warning)."""

FLAGGED: frozenset[Verdict] = frozenset({"conflict", "variant"})
SPLIT: frozenset[Verdict] = frozenset({"conflict", "variant", "refine", "supersede", "unclear"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a kind decided on one fact."""

    rule: str
    kind: str
    verdict: Verdict
    subject: str
    question: str
    summary: str
    why: str
    answers: Sequence[Answer]
    confidence: float = 0.8
    level: Level | None = None
    reference: Reference | None = None


def make_finding(judgement: Judgement) -> Finding:
    """A finding with its identity: a hash of kind, subject and question, so that more evidence keeps it the same."""
    body = json.dumps([judgement.kind, judgement.subject, judgement.question], ensure_ascii=True)
    identifier = hashlib.sha256(body.encode()).hexdigest()[:12]
    answers = tuple(sorted(judgement.answers, key=_order))
    return Finding(
        identifier, judgement.rule, judgement.kind, judgement.verdict, judgement.level or LEVELS[judgement.verdict],
        judgement.subject, judgement.question, judgement.summary, judgement.why,
        round(judgement.confidence, 3), answers,
        judgement.reference,
    )  # fmt: skip


def agreement_or_single(answer: Answer) -> Verdict:
    """One answer: agreed by two sources or more, or told by one source only."""
    return "agree" if answer.sources > 1 else "single"


def count_sources(answer: Answer) -> str:
    """'3 sources, 2 independent' in words for a summary."""
    sources = f"{answer.sources} source{'s' if answer.sources != 1 else ''}"
    return sources if answer.sources == answer.independent else f"{sources}, {answer.independent} independent"


def _order(answer: Answer) -> tuple[int, int, str, str]:
    return (-answer.independent, -answer.sources, answer.text, answer.claims[0].id if answer.claims else "")
