"""A report as JSON values to JSON text: one document, or one finding a line; equal values give equal bytes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from eucacheck.terminal import clean_json


def render_json(values: Mapping[str, Any]) -> str:
    """Give one JSON document, indented, with a newline; controls and invisible characters stand as JSON escapes."""
    return clean_json(json.dumps(values, ensure_ascii=False, indent=2)) + "\n"


def render_jsonl(report: Mapping[str, Any]) -> Iterator[str]:
    """Give each finding of a report as one line of JSON, newline included."""
    for finding in report["findings"]:
        yield render_line(finding)


def render_line(values: Mapping[str, Any]) -> str:
    """Give one object as one line of JSON, newline included."""
    return clean_json(json.dumps(values, ensure_ascii=False)) + "\n"
