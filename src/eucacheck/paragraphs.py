"""A text to its paragraphs: lines, wrapped lines and embedded posts joined, page furniture at their ends cut off.

A paragraph keeps its place in the text; where several lines were joined its words are those of the lines with spaces
between, while the span still covers the text as it stands.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from eucacheck.furniture import split_tail
from eucacheck.records import Role

HEADING_WORDS: Final = 14
"""A line of up to so many words without final punctuation is a heading (precision 1.00 on 25 articles)."""

CLAUSE_END: Final = re.compile(r"[.!?…:;,][\"'”’»)\]]{0,3}(?:\W{0,2}| ?[(\[][^()\[\]]{1,60}[)\]])$")
SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
BULLET: Final = re.compile(r"(?:[-–—•*▪●◦·]|\d{1,2}[.)])\s")
_TWEET: Final = re.compile(r"[—–-]\s?[^\n]{1,80}\(@\w{1,15}\)\s{1,3}[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\W{0,2}$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its span, its words, and whether a blank line stands before it.

    `role`, `why` and `article` are those of `records.Passage`, as far as they are known yet.
    """

    start: int
    end: int
    text: str
    after_blank: bool
    role: Role = "body"
    why: str = ""
    article: int = 0

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def heading(self) -> bool:
        """Short and without final punctuation: a heading, an entry of navigation, or the title of a teaser."""
        return self.words <= HEADING_WORDS and not CLAUSE_END.search(self.text[-70:]) and not BULLET.match(self.text)


def read_paragraphs(text: str) -> list[Paragraph]:
    """Read the paragraphs of a text, in order; all but white space is in one of them."""
    return _cut_tails(_join_tweets(_join_wrapped(_lines(text))))


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    offset, blank = 0, False
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            found.append(Paragraph(start, start + len(stripped), stripped, blank or not found))
        blank = not stripped
        offset += len(raw)
    return found


def _join_wrapped(lines: list[Paragraph]) -> list[Paragraph]:
    """Join lines that were wrapped at a width: the next word would not have fitted. Blank lines always separate."""
    joined: list[Paragraph] = []
    for group in _groups(lines):
        width = max(len(line.text) for line in group)
        pairs = list(pairwise(group))
        full = [len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width for a, b in pairs]
        runs_on = [b.text[0].islower() and not SENTENCE_END.search(a.text) for a, b in pairs]
        wrapped = 40 <= width <= 120 and any(runs_on) and (len(pairs) == 1 or sum(full) >= 0.6 * len(pairs))
        if not wrapped:
            joined.extend(group)
            continue
        first, last = group[0], group[-1]
        joined.append(replace(first, end=last.end, text=" ".join(line.text for line in group)))
    return joined


def _groups(lines: list[Paragraph]) -> list[list[Paragraph]]:
    groups: list[list[Paragraph]] = []
    for line in lines:
        if line.after_blank or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _join_tweets(lines: list[Paragraph]) -> list[Paragraph]:
    """Join the lines of an embedded post, which ends in a signature "- Name (@handle) June 5, 2024"."""
    out: list[Paragraph] = []
    for line in lines:
        if not _TWEET.search(line.text[-160:]):
            out.append(line)
            continue
        first = line
        while out and not first.after_blank and not SENTENCE_END.search(out[-1].text) and out[-1].words <= 60:
            first = out.pop()
        out.append(replace(line, start=first.start, after_blank=first.after_blank, why="tweet"))
    return out


def _cut_tails(lines: list[Paragraph]) -> list[Paragraph]:
    """Cut a paragraph where a footer, a credit in brackets or a signature with date begins at its end."""
    out: list[Paragraph] = []
    for line in lines:
        tail = split_tail(line.text) if line.end - line.start == len(line.text) else None
        if tail is None:
            out.append(line)
            continue
        at, role, why = tail
        body = line.text[:at].rstrip()
        out.append(replace(line, end=line.start + len(body), text=body))
        out.append(Paragraph(line.start + at, line.end, line.text[at:], after_blank=False, role=_role(role), why=why))
    return out


def _role(name: str) -> Role:
    return "caption" if name == "caption" else "boilerplate" if name == "boilerplate" else "body"
