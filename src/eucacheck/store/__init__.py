"""The fact base: one SQLite file. All SQL of the project stands in this package.

Reading needs the standard library alone, so that a look-up starts fast; what creates, migrates and writes is imported
when it is called.
"""

from eucacheck.store.base import Base
from eucacheck.store.changes import Change
from eucacheck.store.opening import open_base
from eucacheck.store.rows import as_stored

__all__ = ["Base", "Change", "as_stored", "open_base"]
