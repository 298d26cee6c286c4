"""Figures to a page or to JSON values."""

import json
from typing import Any, Final

from eucacheck.evaluation.figures import Evaluation, Figure

EVAL_SCHEMA: Final = "eucacheck-eval/1"
NAMES: Final = {
    "conflict_recall": "conflicts found",
    "minor_recall": "minor ones found",
    "reference_recall": "errors against the reference found",
    "agreement_recall": "agreements shown",
    "false_alarms": "false alarms",
    "flag_precision": "flags that are right",
    "precision_at_5": "of the first 5",
    "precision_at_10": "of the first 10",
    "precision_high": "with a confidence from 0.8",
    "precision_middle": "with one from 0.6 to 0.8",
    "precision_low": "with one below 0.6",
    "claim_recall_strict": "core claims found, by kind",
    "claim_recall_loose": "core claims found, by any kind",
    "claim_share": "claims that the gold has too",
    "lookup_hit_1": "look-ups answered by the first fact",
    "lookup_hit_3": "look-ups answered by the first three",
    "lookup_kind_1": "look-ups with the kind first",
}
"""What each figure is called, in the order of the page."""
_BY_KIND: Final = (
    ("conflict_recall", "conflict"),
    ("minor_recall", "minor"),
    ("agreement_recall", "agreed"),
    ("false_alarms", "alarms"),
    ("flag_precision", "flags"),
    ("claim_recall_strict", "claims"),
)


def merge(*parts: Evaluation) -> Evaluation:
    """Give several evaluations as one."""
    whole = Evaluation()
    for part in parts:
        whole.figures.update(part.figures)
        whole.misses.extend(part.misses)
        for kind, figures in part.by_kind.items():
            whole.by_kind.setdefault(kind, {}).update(figures)
    return whole


def render_values(found: Evaluation, gold: str, *, misses: bool) -> str:
    """Give the figures as a JSON object, `eucacheck-eval/1`."""
    values: dict[str, Any] = {
        "schema": EVAL_SCHEMA,
        "gold": gold,
        "figures": {name: found.figures[name].as_values() for name in NAMES if name in found.figures},
        "by_kind": {
            kind: {name: figures[name].as_values() for name in NAMES if name in figures}
            for kind, figures in sorted(found.by_kind.items())
        },
    }
    if misses:
        values["misses"] = found.misses
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def render_page(found: Evaluation, *, misses: bool) -> str:
    """Give the figures as a page: each with its share and 95% interval, then a table by kind."""
    lines = [_line(NAMES[name], found.figures[name]) for name in NAMES if name in found.figures]
    lines += ["", "By kind, hits of cases:", *_table(found)]
    if misses and found.misses:
        lines += ["", f"Missed or in vain ({len(found.misses)}):", *(f"  {miss}" for miss in found.misses)]
    return "\n".join(lines) + "\n"


def _line(name: str, figure: Figure) -> str:
    counts = f"{figure.hits:>4} of {figure.of:<4}"
    if figure.rate is None:
        return f"{name:38}{counts}"
    low, high = figure.interval
    return f"{name:38}{counts} {figure.rate:5.3f}   95%: {low:.2f} to {high:.2f}"


def _table(found: Evaluation) -> list[str]:
    rows = [["", *(heading for _, heading in _BY_KIND)]]
    for kind, figures in sorted(found.by_kind.items()):
        cells = [f"{f.hits}/{f.of}" if (f := figures.get(name)) is not None else "-" for name, _ in _BY_KIND]
        if set(cells) != {"-"}:
            rows.append([kind.replace("_", " "), *cells])
    return ["  " + f"{row[0]:14}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows]
