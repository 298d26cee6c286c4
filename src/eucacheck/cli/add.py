"""`eucacheck add`: sources into the fact base, and what they changed."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from eucacheck.cli.changes import tell_change
from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import note
from eucacheck.errors import ExitCode
from eucacheck.records import Source
from eucacheck.report.words import count_of
from eucacheck.terminal import clean_line

if TYPE_CHECKING:
    from eucacheck.pack import Pack


@click.command(short_help="Read sources in and tell what they changed.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--published", metavar="EDTF", help="When it was published: 2022-11-18, 2022-11, 2022-11-16/2022-11-19.")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--title", metavar="TEXT", help="Its headline.")
@click.option("--url", metavar="URL", help="Where it was published.")
@base_options()
def add(
    paths: tuple[str, ...], *, published: str | None, publisher: str | None, title: str | None, url: str | None
) -> int:
    """Read sources into the fact base and tell what they changed.

    PATH is a text file, a folder (every text in it, by name), or - for standard input. What is known about a.txt
    besides its text may stand beside it in a.meta.yaml (title, publisher, published, url, author); options win.
    Adding a source twice changes nothing.
    A bad input is named and skipped, the good ones go in, and the exit status is 2.

    \b
    Examples:
      eucacheck add articles/
      eucacheck add article.txt --published 2022-11-18 --publisher "Daily News"
      pbpaste | eucacheck add - --title "A headline"
    """
    from eucacheck.sources import collect

    sources, errors = collect(paths, published=published, publisher=publisher, title=title, url=url)
    for error in errors:
        note(f"eucacheck: {error}")
    if sources:
        _put(sources, settings().load_pack())
    if errors and sources:
        note(f"{count_of(len(errors), 'input')} skipped, named above; the others went in.")
    return ExitCode.FAILED if errors else ExitCode.DONE


def _put(sources: Sequence[Source], pack: "Pack") -> None:
    from eucacheck.pipeline import add_sources, extract_all, plan_add, processes_for
    from eucacheck.store import open_base

    with open_base(settings().db, write=True) as base:
        plan = plan_add(base, sources, pack)
        with progress("Reading", len(plan.extract)) as advance:
            extracted = extract_all(plan.extract, pack, advance, processes=processes_for(len(plan.extract)))
        change = add_sources(base, extracted, pack, plan.unchanged)
    tell_change(change)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[Source], None]]:
    """Show how far the reading is where standard error is a terminal; gives what to call after each source."""
    if total < 1 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from eucacheck.terminal import open_console

    console = open_console(sys.stderr)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)

        def advance(source: Source) -> None:
            name = clean_line((source.path or "standard input").rpartition("/")[2])
            bar.update(task, advance=1, description=f"{what} {name[:40]}")

        yield advance
