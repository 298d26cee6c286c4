"""A base and a gold set to figures: what a reader found in the same sources, and how much of it is shown."""

from eucacheck.evaluation.figures import Evaluation, Figure, evaluate
from eucacheck.evaluation.gold import Gold, read_gold
from eucacheck.evaluation.lookups import evaluate_lookups
from eucacheck.evaluation.shown import read_claims, read_report

__all__ = ["Evaluation", "Figure", "Gold", "evaluate", "evaluate_lookups", "read_claims", "read_gold", "read_report"]
