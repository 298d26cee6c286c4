"""A file to what it is: ours, newer, older, of another program, or no database; read from its first 100 bytes alone.

The layout of these bytes is SQLite's file format, section 1.3 (https://www.sqlite.org/fileformat.html). Nothing is
opened with SQLite before the file is known to be ours, so another program's database is never touched.
"""

from pathlib import Path
from typing import Final

from eucacheck.errors import StoreError, reason_of

APPLICATION_ID: Final = 0x45554341
"""'EUCA' in the header of every base."""
LATEST: Final = 2
"""The version of the schema that this program writes."""

_MAGIC: Final = b"SQLite format 3\x00"


def identify(path: Path) -> int | None:
    """Give the schema version of a base; None where there is no file or an empty one.

    Raises StoreError for everything that is no base of ours, or that is newer than this program.
    """
    try:
        if path.is_dir():
            raise StoreError(f"{path}: is a folder; --db takes a file, for example {path / 'factbase.db'}")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read ({reason_of(error)})") from error
    if not head:
        return None
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise StoreError(f"{path}: is no fact base and no database; choose another file with --db")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError(
            f"{path}: is the database of another program; choose another file with --db, it was left as it is"
        )
    version = int.from_bytes(head[60:64], "big")
    if version > LATEST:
        raise StoreError(
            f"{path}: was made by a newer eucacheck (schema {version}, this program knows {LATEST}); upgrade eucacheck"
        )
    return version
