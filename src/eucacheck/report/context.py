"""A claim's offsets to its words within their sentence, trimmed for reading: (before, the words, after)."""

import re
from typing import Final

from eucacheck.terminal import clean

_SENTENCE_END: Final = re.compile(r"(?<![A-Z])[.!?…]['\"”’»)\]]{0,3}\s+(?=['\"“‘«(\[]?[^\W_a-z])|\n")
_REACH: Final = 400
"""Characters looked at on each side: a sentence that is longer is trimmed anyway."""
LONGEST_WORDS: Final = 320
"""Of a longer claim the middle is left out."""


def in_context(text: str, start: int, end: int, *, lead: int = 75, tail: int = 65) -> tuple[str, str, str]:
    """Give what stands before a claim in its sentence, its words, and what follows, each safe to show and on one line.

    At most about `lead` and `tail` characters go around the words, cut between words and marked by "…".
    """
    first = max(0, start - _REACH)
    cuts = [m.end() for m in _SENTENCE_END.finditer(text, first, start + 1) if m.end() <= start]
    opening = text[cuts[-1] if cuts else first : start]
    after = text[end : end + _REACH]
    closing = after[: cut.end()] if (cut := _end_of_sentence(text, end, after)) else after
    return (
        _trim_left(opening, lead, whole=bool(cuts) or start <= _REACH),
        shorten_words(text[start:end]),
        _trim_right(closing, tail, whole=cut is not None or end + _REACH >= len(text)),
    )


def _end_of_sentence(text: str, end: int, after: str) -> re.Match[str] | None:
    if text[max(0, end - 1) : end] in {".", "!", "?"} and after[:1].isspace():
        return re.match("", after)
    return _SENTENCE_END.search(after)


def shorten_words(words: str) -> str:
    """Give the words of a claim on one line; the middle of a very long one is left out."""
    line = _one_line(words).strip()
    if len(line) <= LONGEST_WORDS:
        return line
    half = LONGEST_WORDS // 2
    return f"{line[:half].rsplit(' ', 1)[0]} […] {line[-half:].split(' ', 1)[-1]}"


def _trim_left(text: str, room: int, *, whole: bool) -> str:
    line = _one_line(text).lstrip()
    if len(line) <= room:
        return line if whole or not line else "…" + line
    kept = line[-room:]
    if not line[-room - 1].isspace():
        kept = kept.partition(" ")[2]
    return "…" + (kept or " ")


def _trim_right(text: str, room: int, *, whole: bool) -> str:
    line = _one_line(text).rstrip()
    if len(line) <= room:
        return line if whole or not line else line + "…"
    kept = line[:room]
    return (kept.rsplit(" ", 1)[0] if " " in kept.lstrip() else kept) + "…"


def _one_line(text: str) -> str:
    return clean(re.sub(r"\s+", " ", text), keep="")
