"""Any text to text that is safe to show: the one sanitiser at the output boundary, and the console of the text reports.

Sources are hostile until shown otherwise: escape sequences, overwriting carriage returns, bidirectional overrides and
invisible characters become visible, as a backslash and their code. `rich` alone lets operating-system commands (OSC 52)
and C1 controls through.
"""

import re
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

_UNSAFE: Final = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, delete, C1
    "\xad\u034f\u061c\u06dd\u070f\u0600-\u0605\u0890\u0891\u08e2"  # soft hyphen, joiners, Arabic format characters
    "\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0"  # letters without a shape
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero-width, line separators, bidirectional
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates, noncharacters
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # formats of scripts
    "\U000e0000-\U000e0fff"  # tags, variation selectors that can carry hidden text
    "]"
)
"""Every character of the categories Cc, Cf, Cs, Zl and Zp, and what is drawn as nothing; emoji selectors stay."""

PIPE_WIDTH: Final = 100
"""Columns of a text report that goes to a file or a pipe: a comfortable line, whatever the terminal it came from."""
_NARROW, _WIDE = 40, 120


def clean(text: str, keep: str = "\n\t") -> str:
    """Give the text with every unsafe character but those of `keep` shown as a backslash and its code.

    The result can be encoded as UTF-8, moves no cursor, sets no colour and has no invisible part.
    """
    if not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(lambda m: m.group() if m.group() in keep else _escape(m.group()), text)


def clean_line(text: str) -> str:
    """Give the text as one safe line: white space of any sort becomes single blanks."""
    return clean(" ".join(text.split()), keep="")


def clean_json(text: str) -> str:
    """Give JSON text with every unsafe character written as its JSON escape: the same values, safe to show."""
    if not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(lambda m: m.group() if m.group() == "\n" else _json_escape(m.group()), text)


def open_console(stream: IO[str], width: int | None = None, *, terminal: bool | None = None) -> "Console":
    """Give a console for reports: as wide as the terminal up to 120 columns, 100 in a pipe.

    NO_COLOR and COLUMNS are respected. `terminal` tells whether the words end on a terminal, where the stream itself
    does not show it.
    """
    import os

    from rich.console import Console

    console = Console(file=stream, highlight=False, markup=False, emoji=False, width=width, force_terminal=terminal)
    if width is None and not console.is_terminal and not os.environ.get("COLUMNS", "").isdigit():
        console.width = PIPE_WIDTH
    console.width = max(_NARROW, min(_WIDE, console.width)) if width is None else width
    return console


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escape(character: str) -> str:
    code = ord(character)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
