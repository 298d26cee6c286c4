"""`eucacheck export` and `eucacheck import`: the fact base as text files, and back."""

from pathlib import Path

import click

from eucacheck.cli.changes import tell_change
from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import note
from eucacheck.report.words import count_of


@click.command("export", short_help="Write the base as text files, the ledger.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@base_options()
def export(folder: Path) -> None:
    """Write the fact base as a ledger: one JSON-lines file a source in DIR, for review in diffs and as a backup.

    \b
    Example:
      eucacheck export claims/
    """
    from eucacheck.ledger import export_ledger
    from eucacheck.store import open_base

    with open_base(settings().db) as base:
        changed = export_ledger(base, folder)
        number = len(base.sources(texts=False))
    note(f"{count_of(number, 'source')} in {folder}, {count_of(changed, 'file')} changed.")


@click.command("import", short_help="Take a ledger into the base.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@base_options()
def import_(folder: Path) -> None:
    """Take a ledger into the fact base: sources with their claims as they stand in it; nothing is read anew.

    \b
    Example:
      eucacheck --db restored.db import claims/
    """
    from eucacheck.ledger import import_ledger
    from eucacheck.store import open_base

    pack = settings().load_pack()
    with open_base(settings().db, write=True) as base:
        change = import_ledger(base, folder, pack)
    tell_change(change)
