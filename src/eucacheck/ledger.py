"""A base to text files and back: the ledger, one file a source, for review in diffs and as a backup."""

from pathlib import Path

from eucacheck.pack import Pack
from eucacheck.store import Base, Change


def export_ledger(base: Base, folder: Path) -> int:
    """Write the base as a ledger; give the number of files that changed. Raises LedgerError where the folder cannot be written."""
    raise NotImplementedError


def import_ledger(base: Base, folder: Path, pack: Pack) -> Change:
    """Take a ledger into the base, claims as they stand in it; nothing changes on error. Raises LedgerError that names file and line."""
    raise NotImplementedError
