"""A former report and a report to the report with what is new, updated, unchanged and resolved since. Never stored."""

import json
from pathlib import Path
from typing import Any, Literal

from eucacheck.errors import InputError
from eucacheck.report.build import COUNTED_ONLY, REPORT_SCHEMA, VERDICTS, Json, Selection

State = Literal["new", "unchanged", "updated"]


def read_baseline(path: Path) -> Json:
    """Read a report that was written with `report --format json`. Raises InputError that says what is wrong with it."""
    advice = "a baseline is a report written with `eucacheck report --format json -o FILE`"
    try:
        report = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: is no JSON; {advice}") from error
    if not isinstance(report, dict) or report.get("schema") != REPORT_SCHEMA:
        raise InputError(f"{path}: is no {REPORT_SCHEMA}; {advice}")
    findings = report.get("findings")
    if not isinstance(findings, list) or not all(map(_is_finding, findings)):
        raise InputError(f"{path}: its findings are not as this program writes them; {advice}")
    return report


def compare_with(report: Json, baseline: Json, selection: Selection) -> Json:
    """Give the report with a `baseline` state on each finding, and under `resolved` those that are no longer there.

    Of the baseline only what the report was asked to list counts, so that a baseline of everything serves every report.
    """
    before = {f["id"]: f for f in baseline["findings"]}
    findings = [{**f, "baseline": _state(f, before.get(f["id"]))} for f in report["findings"]]
    listed = {f["id"] for f in findings}
    gone = [f for f in baseline["findings"] if f["id"] not in listed and selection.takes(f)]
    resolved = [{k: v for k, v in f.items() if k != "baseline"} for f in gone if f["verdict"] not in COUNTED_ONLY]
    return {**report, "findings": findings, "resolved": resolved}


def _state(finding: Json, before: Json | None) -> State:
    if before is None:
        return "new"
    return "unchanged" if _content(finding) == _content(before) else "updated"


def _content(finding: Json) -> tuple[Any, ...]:
    """What makes a finding another one for a reader: verdict, level and who says what; not wording or confidence."""
    answers = sorted((a["text"], sorted(e["claim"] for e in a["evidence"])) for a in finding["answers"])
    return finding["rule"], finding["verdict"], finding["level"], answers


def _is_finding(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    try:
        _content(value)
        return (
            isinstance(value["id"], str)
            and isinstance(value["kind"], str)
            and isinstance(value["summary"], str)
            and value["verdict"] in VERDICTS
            and value["level"] in {"error", "warning", "note", "none"}
            and all(isinstance(e["source"], str) for a in value["answers"] for e in a["evidence"])
        )
    except (KeyError, TypeError):
        return False
