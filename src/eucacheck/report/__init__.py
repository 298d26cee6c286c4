"""What a base holds to reports for programs and for people; importing this package starts nothing slow.

The text report is in `report.text`, which imports rich and is imported where it is needed.
"""

from eucacheck.report.build import (
    REPORT_SCHEMA,
    Selection,
    build_report,
    claim_values,
    find_source,
    finding_values,
    reaches,
    source_list,
)
from eucacheck.report.serialise import render_json, render_jsonl, render_line

__all__ = [
    "REPORT_SCHEMA",
    "Selection",
    "build_report",
    "claim_values",
    "find_source",
    "finding_values",
    "reaches",
    "render_json",
    "render_jsonl",
    "render_line",
    "source_list",
]
