"""`eucacheck claims`: what each source claims, as lines to read or as JSON lines."""

import shutil
import sys

import click

from eucacheck.cli.options import base_options, check_kinds, settings
from eucacheck.cli.output import note, write_text, write_values
from eucacheck.records import Claim, Source
from eucacheck.terminal import clean_line


@click.command(short_help="List claims with their exact words.")
@click.argument("source", required=False)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    callback=check_kinds,
    help="Only claims of this kind; may be given again.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Lines for people, or one JSON object a claim.",
)
@base_options()
def claims(source: str | None, *, kinds: tuple[str, ...], form: str) -> None:
    """List claims with their identifier, line, kind and exact words.

    Of one SOURCE (its identifier, path or file name), or of all.

    \b
    Examples:
      eucacheck claims
      eucacheck claims article.txt --kind title
      eucacheck claims --format jsonl
    """  # fmt: skip
    from eucacheck.report import claim_values, find_source, render_line
    from eucacheck.store import open_base

    with open_base(settings().db) as base:
        sources = base.sources(texts=False)
        wanted = find_source(sources, source).id if source is not None else None
        found = [c for c in base.claims(wanted) if not kinds or c.kind in kinds]
    if form == "jsonl":
        write_values("".join(render_line(claim_values(c)) for c in found))
        return
    write_text(_lines(found, {s.id: s for s in sources}))
    if not found:
        note("No claims of this sort; `eucacheck claims` lists all.")


def _lines(found: list[Claim], sources: dict[str, Source]) -> str:
    """One line a claim under a line for each source; on a terminal cut to its width."""
    width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 0
    digits = max((len(str(c.line)) for c in found), default=1)
    kind = max((len(c.kind) for c in found), default=1)
    lines: list[str] = []
    current = None
    for claim in found:
        if claim.source != current:
            current = claim.source
            lines += [""] * bool(lines) + [clean_line(sources[current].path or sources[current].id)]
        said = clean_line(claim.quote)
        line = f"  {claim.id}  line {claim.line:>{digits}}  {claim.kind.replace('_', ' '):{kind}}  {said}"
        lines.append(line if not width or len(line) <= width else line[: width - 1] + "…")
    return "".join(f"{line}\n" for line in lines)
