"""`eucacheck fact`: what every source says on one thing."""

from typing import TYPE_CHECKING, Any

import click

from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import render, write_text, write_values

if TYPE_CHECKING:
    from rich.console import Console

    from eucacheck.lookup import Search


@click.command(short_help="Look one thing up: who says what.")
@click.argument("query", nargs=-1, required=True)
@click.option("--as-of", metavar="DATE", help="Only what may hold at that time: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A page for people, or values for programs.",
)
@base_options()
def fact(query: tuple[str, ...], *, as_of: str | None, form: str) -> None:
    """Look one thing up: a name, an office, an event, a date, an amount.

    The facts that answer best come first, each with what every source says, in its words. Misspelt words find what
    comes near. Where nothing fits, that is said, with what comes nearest.

    \b
    Examples:
      eucacheck fact Michel title
      eucacheck fact "when is the Samarkand summit"
      eucacheck fact 10 billion euros
      eucacheck fact "EU High Representative" --as-of 2022-11
    """  # fmt: skip
    from eucacheck.lookup import answer_values, near_values, read_time, search_base
    from eucacheck.report import render_json
    from eucacheck.store import open_base

    asked = " ".join(query)
    if not any(c.isalnum() for c in asked):
        raise click.BadParameter("give a word, a name, a date or a number to look up", param_hint="QUERY")
    try:
        time = read_time(as_of) if as_of is not None else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from error
    with open_base(settings().db) as base:
        found = search_base(base, asked)
        answer = answer_values(base, asked, found, time)
        if form == "json":
            write_values(render_json(answer))
        else:
            near = near_values(base, asked, found, time)
            texts = base.texts([s["id"] for s in answer["sources"]])
            write_text(render(lambda console: _page(answer, near, _notes(found), texts, console)))


def _notes(found: "Search") -> list[str]:
    """How the query was read, in sentences."""
    notes = [f"No source has “{word}”; read as “{near}”." for word, near in found.read_as]
    if found.unknown:
        notes.append(f"No source has {', '.join(f'“{word}”' for word in found.unknown)}.")
    return notes


def _page(
    answer: dict[str, Any], near: dict[str, Any], notes: list[str], texts: dict[str, str], console: "Console"
) -> None:
    from eucacheck.report.text import render_facts, render_notes

    render_notes(notes, console)
    render_facts(answer, console, near=near, texts=texts)
