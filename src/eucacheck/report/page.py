"""Styled words to lines on a console: wrapped to its width, with hanging indents and no trailing blanks."""

from typing import TypeAlias

from rich.console import Console
from rich.text import Text

from eucacheck.terminal import clean_line

Piece: TypeAlias = str | tuple[str, str]
"""Words, or words with a style of rich."""


class Page:
    """Where a text report is written: every word goes through the sanitiser, none is read as markup."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = console.width
        self.marked = console.color_system is None or console.no_color
        """Whether a claim's words need marks because bold or colour may not show."""

    def blank(self) -> None:
        """Write an empty line."""
        self._console.print()

    def heading(self, words: str, style: str = "bold") -> None:
        """Write the heading of a section, underlined with dashes, a blank line before it."""
        self.blank()
        self.write((words, style))
        self._console.print(Text("─" * min(self.width, len(words)), style), soft_wrap=True)

    def write(self, *pieces: Piece, indent: int = 0, label: Piece = "", hang: int = 0) -> None:
        """Write one paragraph: `label` at `indent`, the words after it, later lines `hang` columns further in."""
        text, head = _styled(*pieces), _styled(label)
        if head and head.cell_len >= hang:
            text, head = Text.assemble(head, " ", text), Text()
        elif head:
            head.pad_right(hang - head.cell_len)
        for number, line in enumerate(text.wrap(self._console, max(20, self.width - indent - hang), overflow="fold")):
            line.rstrip()
            self._console.print(Text.assemble(" " * indent, head if number == 0 else " " * hang, line), soft_wrap=True)


def _styled(*pieces: Piece) -> Text:
    """Join pieces; only blanks at the edges of a piece survive the sanitiser as they are."""
    text = Text()
    for piece in pieces:
        words, style = piece if isinstance(piece, tuple) else (piece, "")
        text.append(_keep_edges(words), style or None)
    return text


def _keep_edges(words: str) -> str:
    line = clean_line(words)
    if not line:
        return " " * bool(words)
    return f"{' ' * words[:1].isspace()}{line}{' ' * words[-1:].isspace()}"
