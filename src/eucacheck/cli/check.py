"""`eucacheck check`: what is stored against what the sources give."""

import click

from eucacheck.cli.add import progress
from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import note, write_text
from eucacheck.errors import ExitCode
from eucacheck.report.words import count_of
from eucacheck.terminal import clean_line


@click.command(short_help="Compare what is stored with what the sources give.")
@base_options()
def check() -> int:
    """Read every stored source again and compare with what is stored; nothing is changed.

    Differences are listed and the exit status is 1: the base is damaged, or was made by another version or with
    another pack.

    \b
    Example:
      eucacheck check
    """
    from eucacheck.pipeline import check as compare
    from eucacheck.store import open_base

    with open_base(settings().db) as base:
        pack = settings().load_pack()
        number = len(base.sources(texts=False))
        with progress("Checking", number) as advance:
            differences = compare(base, pack, advance)
        names = {s.id: s.path or s.id for s in base.sources(texts=False)}
    for found in differences:
        where = names.get(str(found.source), found.source) if found.source else "the base"
        write_text(f"{clean_line(str(where))}: {clean_line(found.what)}\n")
    if differences:
        number = len(differences)
        note(f"{count_of(number, 'difference')}; `eucacheck add` of the same sources brings the base up to date.")
        return ExitCode.FINDINGS
    checked = count_of(number, "source")
    note(f"{checked[:1].upper()}{checked[1:]} checked: all is as the sources give it.")
    return ExitCode.DONE
