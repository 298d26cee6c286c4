"""`eucacheck report`: the consistency report, as a page, as JSON, or as JSON lines."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eucacheck.cli.options import base_options, check_kinds, settings
from eucacheck.cli.output import note, render, write_text, write_values
from eucacheck.errors import ExitCode
from eucacheck.records import Level

if TYPE_CHECKING:
    from rich.console import Console

    from eucacheck.store import Base


@click.command(short_help="Show conflicts and agreements, with the words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="A page for people, or values for programs.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write there, wholly or not at all, and not to standard output.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    callback=check_kinds,
    help="Only findings of this kind; may be given again.",
)
@click.option(
    "--level", type=click.Choice(["error", "warning", "note", "none"]), help="Only findings of this level or above."
)
@click.option(
    "--source",
    "wanted",
    multiple=True,
    metavar="SOURCE",
    help="Only findings that quote this source: identifier, path or file name; may be given again.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also what one source alone tells and what is undecided, and every quotation.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    help="Exit with 1 if a listed finding is of this level or above (with --baseline: a new or updated one).",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A former JSON report: mark what is new, updated, unchanged or resolved since.",
)
@base_options()
def report(  # noqa: PLR0913 - one parameter an option
    *,
    form: str,
    output: Path | None,
    kinds: tuple[str, ...],
    level: Level | None,
    wanted: tuple[str, ...],
    everything: bool,
    fail_on: Level | None,
    baseline: Path | None,
) -> int:
    """Show where the sources contradict each other and where they agree, with their words.

    Conflicts come first, then variants, changes over time, more exact statements, and what several sources agree on.

    \b
    Examples:
      eucacheck report
      eucacheck report --kind title --level warning
      eucacheck report --format json -o report.json
      eucacheck report --baseline report.json --fail-on error
    """  # fmt: skip
    from eucacheck.report import Selection, build_report, find_source, reaches
    from eucacheck.report.baseline import compare_with, read_baseline
    from eucacheck.store import open_base

    before = read_baseline(baseline) if baseline is not None else None
    with open_base(settings().db) as base:
        sources = base.sources(texts=False)
        chosen = Selection(frozenset(kinds), level, frozenset(find_source(sources, w).id for w in wanted), everything)
        values = build_report(base, chosen)
        if before is not None:
            values = compare_with(values, before, chosen)
        _write(values, base, form, output)
    if output is not None and str(output) != "-":
        note(f"{len(values['findings'])} findings written to {output}")
    judged = (
        values
        if before is None
        else {**values, "findings": [f for f in values["findings"] if f["baseline"] != "unchanged"]}
    )
    return ExitCode.FINDINGS if fail_on is not None and reaches(judged, fail_on) else ExitCode.DONE  # fmt: skip


def _write(values: dict[str, Any], base: "Base", form: str, output: Path | None) -> None:
    from eucacheck.report import render_json, render_jsonl

    if form == "json":
        write_values(render_json(values), output)
    elif form == "jsonl":
        write_values("".join(render_jsonl(values)), output)
    else:
        write_text(
            render(lambda console: _page(values, base, console), to_file=output not in {None, Path("-")}), output
        )


def _page(values: dict[str, Any], base: "Base", console: "Console") -> None:
    from eucacheck.report.text import render_text

    everything = any(f["verdict"] in {"single", "unclear"} for f in values["findings"])
    render_text(values, console, texts=base.texts(), demoted=base.demotions(), expand=everything)
