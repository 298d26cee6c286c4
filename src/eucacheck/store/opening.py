"""A path to an open base: created or migrated where it is written, refused with advice where it is not ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from eucacheck.errors import StoreError
from eucacheck.store.base import Base
from eucacheck.store.identity import LATEST, identify

BUSY: Final = 60.0
"""Seconds to wait for another writer: with BEGIN IMMEDIATE 0 of 800 changes by eight writers failed."""


@contextmanager
def open_base(path: Path, *, write: bool = False) -> Iterator[Base]:
    """Open a base; with `write` it is created or brought up to date.

    Raises StoreError, with advice, where the file is missing, of another program, newer or older than this program,
    damaged or not accessible; errors of SQLite inside the `with` block come out as StoreError too.
    """
    version = identify(path)
    if version is None and not write:
        raise StoreError(
            f"{path}: there is no fact base here yet; run `eucacheck add` first, or name another with --db"
        )
    if version is not None and version < LATEST and not write:
        raise StoreError(
            f"{path}: was made by an older eucacheck (schema {version}, this program needs {LATEST}); "
            f"`eucacheck add` on any source brings it up to date"
        )
    try:
        with closing(_connect(path, write=write)) as connection:
            yield Base(connection, path)
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # a mistake in this program, not in the file
    except sqlite3.Error as error:
        raise _explain(path, error) from error


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    # mode=rw also for reading: only so can SQLite undo what a killed writer left; write-protected files still open
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            _prepare(connection)
        else:
            connection.execute("PRAGMA query_only = ON")
            _check_filled(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_filled(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what a writer that was killed while it made the base has left, once SQLite has undone it."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        raise StoreError(f"{path}: the fact base is empty; run `eucacheck add` first")


def _prepare(connection: sqlite3.Connection) -> None:
    """Durable writing, and the newest schema. No WAL, even if somebody set it: it opens on no read-only medium."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    if connection.execute("PRAGMA user_version").fetchone()[0] < LATEST:
        from eucacheck.store.schema import migrate

        connection.execute("BEGIN IMMEDIATE")
        try:
            migrate(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _explain(path: Path, error: sqlite3.Error) -> StoreError:
    """Say what a failure of SQLite means for the user."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return StoreError(
            f"{path}: another program has been writing to it for {BUSY:.0f} seconds; try again when it is done"
        )
    if "readonly" in said:
        return StoreError(f"{path}: not permitted to write it; change its permissions or choose another with --db")
    if "unable to open" in said:
        return StoreError(f"{path}: cannot be opened; the folder must exist and be writable")
    if "full" in said:
        return StoreError(f"{path}: the disk is full; the base is as it was before")
    return StoreError(
        f"{path}: the fact base is damaged ({said}); make a new one with `eucacheck add`, "
        f"or from a ledger with `eucacheck import DIR`"
    )
