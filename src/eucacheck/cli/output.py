"""Text to standard output, to a file (wholly or not at all), or to standard error: the only module that writes."""

import io
import os
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eucacheck.errors import OutputError
from eucacheck.terminal import clean

if TYPE_CHECKING:
    from rich.console import Console

_PLAIN: Final = str.maketrans(
    {
        "─": "-",
        "—": "-",
        "–": "-",
        "…": "...",
        "·": "*",
        "»": ">",
        "«": "<",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "≈": "~",
    }
)
"""What stands for typographic signs where the terminal's encoding has none."""


def note(message: str) -> None:
    """Write a message to standard error; nothing in it can act on the terminal."""
    with suppress(BrokenPipeError):
        sys.stderr.write(_encodable(clean(message), sys.stderr.encoding or "utf-8") + "\n")
        sys.stderr.flush()


def write_text(text: str, file: Path | None = None) -> None:
    """Write text for people to standard output, in its encoding, or to a file."""
    if file is not None and str(file) != "-":
        write_file(text, file)
        return
    encoding = sys.stdout.encoding or "utf-8"
    _to_stdout(_encodable(text, encoding).encode(encoding))


def write_values(text: str, file: Path | None = None) -> None:
    """Write text for programs, as JSON, to standard output or to a file: UTF-8 whatever the terminal's encoding."""
    if file is not None and str(file) != "-":
        write_file(text, file)
        return
    _to_stdout(text.encode())


def render(write: Callable[["Console"], None], *, to_file: bool = False) -> str:
    """Give what is written on a console as one text: styled only where it ends on a terminal."""
    from eucacheck.terminal import open_console

    stream = io.StringIO()
    terminal = False if to_file else True if sys.stdout.isatty() else None
    write(open_console(stream, terminal=terminal))
    return stream.getvalue()


def write_file(text: str, file: Path) -> None:
    """Put a text in place of a file: a reader sees the old or the new one, never a part. Raises OutputError."""
    try:
        target = file.resolve()
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise OutputError(f"{file}: is a folder; give the name of a file")
            with target.open("w", encoding="utf-8") as device:  # a pipe or a device cannot be replaced
                device.write(text)
            return
        _replace(text, target)
    except OSError as error:
        raise OutputError(f"{file}: cannot be written ({error.strerror or error})") from error


def _replace(text: str, target: Path) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "not permitted to change it")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _to_stdout(raw: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        drop_output()


def flush_output() -> None:
    """Write out what is still held back; a reader that went away is no failure."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()


def drop_output() -> None:
    """Send the rest of standard output nowhere: whoever read it has gone."""
    with suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _encodable(text: str, encoding: str) -> str:
    """Text that the encoding can write: signs replaced by plain ones, other characters by their escapes."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    return text
