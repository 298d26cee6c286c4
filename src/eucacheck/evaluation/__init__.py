"""A base and a gold set to figures: what a reader found in the same sources, and how much of it is shown.

Planted mutations and what became of them to figures as well.
"""

from eucacheck.evaluation.figures import Evaluation, Figure, evaluate
from eucacheck.evaluation.gold import Gold, read_gold
from eucacheck.evaluation.lookups import evaluate_lookups
from eucacheck.evaluation.planted import Tried, evaluate_planted
from eucacheck.evaluation.shown import read_claims, read_report

__all__ = [
    "Evaluation", "Figure", "Gold", "Tried", "evaluate", "evaluate_lookups", "evaluate_planted", "read_claims",
    "read_gold", "read_report",
]  # fmt: skip
