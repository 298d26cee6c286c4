"""Questions of the gold to figures: whether the first facts of a look-up show every source that speaks on it."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final

from eucacheck.evaluation.figures import Evaluation
from eucacheck.evaluation.gold import GoldLookup
from eucacheck.evaluation.matching import overlap
from eucacheck.evaluation.shown import LONGEST
from eucacheck.lookup import look_up
from eucacheck.lookup.answer import Base

FIRST: Final = (1, 3)
"""A reader looks at the first fact, and at two more."""


def evaluate_lookups(base: Base, lookups: Sequence[GoldLookup]) -> Evaluation:
    """Give `lookup_hit_1` and `_3` (every expected source is shown), and `lookup_kind_1` (the first fact's kind)."""
    found = Evaluation()
    answers = [(asked, look_up(base, asked.query)) for asked in lookups]
    for first in FIRST:
        hits = [(asked, asked.sources <= _sources_shown(answer, asked, first)) for asked, answer in answers]
        found.count(f"lookup_hit_{first}", ((asked.kind, hit) for asked, hit in hits))
    found.misses.extend(f"missed look-up: {asked.query!r}" for asked, hit in hits if not hit)
    kinds = ((a.kind, bool(answer["facts"]) and answer["facts"][0]["kind"] == a.kind) for a, answer in answers)
    found.count("lookup_kind_1", kinds)
    return found


def _sources_shown(answer: dict[str, Any], asked: GoldLookup, first: int) -> set[str]:
    """Give the expected sources of which the first facts quote a claim of the gold."""
    files = {s["id"]: PurePath(s["path"] or s["id"]).name for s in answer["sources"]}
    shown = {
        (files[e["source"]], e["start"], e["end"])
        for fact in answer["facts"][:first]
        for a in fact["answers"]
        for e in a["evidence"]
        if e["end"] - e["start"] <= LONGEST
    }
    met = {span[0] for span in shown if any(overlap(span, wanted) for wanted in asked.claims)}
    return {name for name in asked.sources if any(file.startswith(name) for file in met)}
