"""Facts to findings: the verdict on a fact, with its level, its sentence and its reason.

The policy stands here as a table; each kind decides relations between answers and asks for a finding.

Confidence ranks the findings of one level. The kind gives it by what it compared:

    .9         exact values on an identity that the pack or the words settle (an office, a day, a known name)
    .8 to .85  the same for what no list knows, or against the reference
    .7 to .75  one link is inferred: who speaks, which event, which sum
    .55 to .65 two links are, or the values are rounded or only near in words
    .5         an inference from several claims (a count of years, "former" against "still")

A conflict or variant is then weighed by its evidence: by the best claim of the answer that has least, since one weak
side is enough to make it doubtful, and a little up where several independent sources stand on one side.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from eucacheck.records import Answer, Claim, Finding, Level, Reference, Verdict

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


_WEAK_PASSAGES = frozenset({"caption", "teaser", "boilerplate"})
_TEASER, _ROUGH, _YEAR, _HEARSAY = 0.85, 0.9, 0.95, 0.95
"""What lowers a claim: a place beside the article, an approximate time, an inferred year, hearsay."""
_MORE_SOURCES, _HIGHEST = 0.02, 0.95
"""What each further independent source of the answer with most adds, three at most; nothing is surer than this."""
_TIMELESS = frozenset({"name", "quote"})
"""Kinds whose claims are as sure whenever they were made."""
_SPOKEN = frozenset({"quote", "statement"})
"""Kinds whose claims are always somebody's words."""


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


def weigh(finding: Finding) -> Finding:
    """The finding with its confidence weighed by its evidence, where it is flagged."""
    claims = [a.claims for a in finding.answers if a.claims]
    if finding.verdict not in FLAGGED or not claims:
        return finding
    weakest = min(max(_strength(c) for c in side) for side in claims)
    most = max(a.independent for a in finding.answers)
    sure = finding.confidence * weakest + _MORE_SOURCES * max(0, min(most - 1, 3))
    return replace(finding, confidence=round(min(sure, max(_HIGHEST, finding.confidence)), 3))


def _strength(claim: Claim) -> float:
    """How much a claim bears, 1 for what the article itself asserts of a known time."""
    strength = _TEASER if claim.passage in _WEAK_PASSAGES else 1.0
    if claim.modality != "assertion" and claim.kind not in _SPOKEN:
        strength *= _HEARSAY
    if claim.when is None or claim.kind in _TIMELESS:
        return strength
    return strength * (_ROUGH if claim.when.approximate else 1.0 if claim.when.year_stated else _YEAR)


def agreement_or_single(answer: Answer) -> Verdict:
    """One answer: agreed by two sources or more, or told by one source only."""
    return "agree" if answer.sources > 1 else "single"


def count_sources(answer: Answer) -> str:
    """'3 sources, 2 independent' in words for a summary."""
    sources = f"{answer.sources} source{'s' if answer.sources != 1 else ''}"
    return sources if answer.sources == answer.independent else f"{sources}, {answer.independent} independent"


def _order(answer: Answer) -> tuple[int, int, str, str]:
    return (-answer.independent, -answer.sources, answer.text, answer.claims[0].id if answer.claims else "")
