"""A path to an open base: created or migrated where it is written, refused with advice where it is not ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eucacheck.store.base import Base


@contextmanager
def open_base(path: Path, *, write: bool = False) -> Iterator[Base]:
    """Open a base; with `write` it is created or brought up to date.

    Raises StoreError, with advice, where the file is missing, of another program, newer or older than this program, damaged or not accessible.
    """
    raise NotImplementedError
    yield
