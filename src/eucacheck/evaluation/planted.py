"""Outcomes of planted mutations to figures: errors found and false alarms, in all, by kind and by place."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from eucacheck.evaluation.figures import Figure

PLANTED_SCHEMA: Final = "eucacheck-eval-mutations/1"
_QUOTED: Final = 60


@dataclass(frozen=True, slots=True)
class Tried:
    """One mutation and whether a flag rests on it. `told` is the flag, else what the tool made of the place."""

    file: str
    kind: str
    by: str
    error: bool
    before: str
    after: str
    flagged: bool
    told: str


def evaluate_planted(tried: Sequence[Tried]) -> dict[str, Any]:
    """Give the figures as JSON values, `eucacheck-eval-mutations/1`.

    `recall` is the share of errors found, `false_alarms` that of non-errors flagged, `precision` the share of errors
    among all that was flagged; each by kind, and recall and false alarms also by where the mutation was planted.
    """
    errors, others = [t for t in tried if t.error], [t for t in tried if not t.error]
    flagged = [t for t in tried if t.flagged]
    return {
        "schema": PLANTED_SCHEMA,
        "recall": _share(errors).as_values(),
        "false_alarms": _share(others).as_values(),
        "precision": Figure(sum(t.error for t in flagged), len(flagged)).as_values(),
        "by": {by: _sides(t for t in tried if t.by == by) for by in sorted({t.by for t in tried})},
        "errors": {kind: _share([t for t in errors if t.kind == kind]).as_values() for kind in _kinds(errors)},
        "non_errors": {kind: _share([t for t in others if t.kind == kind]).as_values() for kind in _kinds(others)},
        "misses": [_miss(t) for t in tried if t.flagged != t.error],
    }


def render_planted_values(values: dict[str, Any], *, misses: bool) -> str:
    """Give the figures as a JSON object."""
    chosen = values if misses else {k: v for k, v in values.items() if k != "misses"}
    return json.dumps(chosen, ensure_ascii=False, indent=1) + "\n"


def render_planted_page(values: dict[str, Any], *, misses: bool) -> str:
    """Give the figures as a page, each with its share and 95% interval."""
    lines = [
        _line("planted errors found", values["recall"]),
        _line("non-errors flagged", values["false_alarms"]),
        _line("flags that are right", values["precision"]),
    ]
    for heading, key in (("Errors found, by kind", "errors"), ("Non-errors flagged, by kind", "non_errors")):
        lines += ["", f"{heading}:", *(_line(f"  {kind}", v) for kind, v in values[key].items())]
    lines += ["", "Errors found, by where they were planted:"]
    lines += [_line(f"  {_BY.get(by, by)}", sides["recall"]) for by, sides in values["by"].items()]
    if misses and values["misses"]:
        lines += ["", f"Missed or in vain ({len(values['misses'])}):", *(f"  {miss}" for miss in values["misses"])]
    return "\n".join(lines) + "\n"


_BY: Final = {"claim": "at a claim of the original", "grammar": "at any place that looks like it"}


def _kinds(tried: Iterable[Tried]) -> list[str]:
    return list(dict.fromkeys(t.kind for t in sorted(tried, key=lambda t: t.kind)))


def _sides(tried: Iterable[Tried]) -> dict[str, Any]:
    found = list(tried)
    errors, others = [t for t in found if t.error], [t for t in found if not t.error]
    return {"recall": _share(errors).as_values(), "false_alarms": _share(others).as_values()}


def _share(tried: Sequence[Tried]) -> Figure:
    return Figure(sum(t.flagged for t in tried), len(tried))


def _line(name: str, value: dict[str, Any]) -> str:
    counts = f"{value['hits']:>4} of {value['of']:<4}"
    if value["rate"] is None:
        return f"{name:38}{counts}"
    return f"{name:38}{counts} {value['rate']:5.3f}   95%: {value['low']:.2f} to {value['high']:.2f}"


def _miss(tried: Tried) -> str:
    head = "missed" if tried.error else "in vain"
    change = (
        f"{_short(tried.before)!r} to {_short(tried.after)!r}" if tried.before else f"added {_short(tried.after)!r}"
    )
    return f"{head} {tried.kind}: {tried.file}: {change} ({tried.told})"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1] + "…"
