"""`eucacheck sources` and `eucacheck remove`: what was read, and how to take it out again."""

import json
from typing import Any

import click

from eucacheck.cli.changes import tell_change
from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import write_text, write_values
from eucacheck.report.words import count_of, say_edtf
from eucacheck.terminal import clean_json, clean_line


@click.command(short_help="List the sources: path, title, publisher, date.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or one JSON array.",
)
@base_options()
def sources(*, form: str) -> None:
    """List the sources of the fact base: identifier, path, title, publisher, date and how it is known.

    A source of which nobody states the date is dated by its own text, else by dated sources that report the same event
    on the same day of the year; they are named, and neither contradict nor confirm it in dates.

    \b
    Example:
      eucacheck sources
    """  # fmt: skip
    from eucacheck.report import source_list
    from eucacheck.store import open_base

    with open_base(settings().db) as base:
        values = source_list(base.sources(texts=False), base.copy_groups())
        numbers: dict[str, int] = {}
        for claim in base.claims() if form == "text" else ():
            numbers[claim.source] = numbers.get(claim.source, 0) + 1
    if form == "json":
        write_values(clean_json(json.dumps(values, ensure_ascii=False, indent=2)) + "\n")
        return
    write_text("\n".join(_describe(s, numbers.get(s["id"], 0)) for s in values))


@click.command(short_help="Take a source out of the base.")
@click.argument("source")
@base_options()
def remove(source: str) -> None:
    """Take one SOURCE (identifier, path or file name) out of the fact base, with its claims; the file itself stays.

    \b
    Example:
      eucacheck remove article.txt
    """
    from eucacheck.pipeline import remove_source
    from eucacheck.report import find_source
    from eucacheck.store import open_base

    with open_base(settings().db):
        pass  # nothing is created where there is no base yet
    pack = settings().load_pack()
    with open_base(settings().db, write=True) as base:
        found = find_source(base.sources(texts=False), source)
        change = remove_source(base, found.id, pack)
        tell_change(change)


def _describe(source: dict[str, Any], claims: int) -> str:
    """Two or three lines on a source."""
    dated = say_edtf(source["published"]) if source["published"] else "no date known"
    basis = f" ({source['published_basis']})" if source["published_basis"] not in {None, "", "stated"} else ""
    known = ", ".join(x for x in (source["publisher"], dated + basis, count_of(claims, "claim")) if x)
    copies = f"  shares its words with others (group {source['copy_group']})\n" if source["copy_group"] else ""
    title = f"  {clean_line(source['title'])}\n" if source["title"] else ""
    return f"{source['id']}  {clean_line(source['path'] or 'standard input')}\n{title}  {clean_line(known)}\n{copies}"
