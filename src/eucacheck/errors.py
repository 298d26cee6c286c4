"""What can go wrong, each as one exception that says what, where and what to do."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit statuses of the command line."""

    DONE = 0
    FINDINGS = 1
    FAILED = 2


class EucacheckError(Exception):
    """Base of every error that the library raises on purpose; its text is shown to the user as it is."""


class InputError(EucacheckError):
    """Raised when a source cannot be read: missing, empty, not text, wrong encoding, not permitted."""


class MetadataError(EucacheckError):
    """Raised when a sidecar or an option about a source has a mistake."""


class PackError(EucacheckError):
    """Raised when a pack has a mistake; the text names file, line and field and says what is allowed."""


class StoreError(EucacheckError):
    """Raised when the database is not ours, is newer than this program, is damaged or cannot be written."""


class LedgerError(EucacheckError):
    """Raised when a ledger cannot be imported; the text names file and line."""


class UnknownError(EucacheckError):
    """Raised when a source, claim, finding, kind or code that the user names does not exist."""


class OutputError(EucacheckError):
    """Raised when a report cannot be written where it was asked for."""


class GoldError(EucacheckError):
    """Raised when a gold set cannot be read or is of other texts; the text names file and line, or the claim."""


def reason_of(error: Exception) -> str:
    """Say why in the words of the system, without the path."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
