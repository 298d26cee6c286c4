"""Sources to copy groups: which share one origin, so that they count once where independent sources are counted.

Three grounds, each decided on two sources alone, so that the order of adding cannot matter and a new source is compared
only with those that share a mark with it:

- words: runs of words in common, outside quotations, captions and page furniture;
- quotation: long quotations in common, word for word;
- agency: one news agency named in the dateline or the credit line of both.

Reworded agency copy stays apart: no threshold tells it from two reports on one event (the seeds have such a pair, with
one run of eight words in common).
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import regex

from eucacheck.passages import split_passages
from eucacheck.records import Passage, Source

RUN: Final = 8
"""Words in a mark. Of six, separate articles share a dozen ("EU foreign policy chief ..."); of eight, three at most."""
TELLING: Final = 3
"""Lower-case words of four letters or more in a telling mark; other marks are mostly names of offices and meetings."""
LEAST_WORDS: Final = 10
"""Telling marks in common. Of the 44 seed and development articles no two share more than 3; a copied sentence of 20
words has 10 to 13."""
LEAST_SHARE: Final = 0.08
"""And this share of those of the shorter source: a long article may copy one sentence and be its own else."""
MOST: Final = 0.6
"""Or this share of all marks of the shorter source, names included, so that short notes full of names join too; those
written apart share up to .12."""
LEAST_QUOTED: Final = 12
"""Marks in common inside quotations: about 20 words of one speech, cut alike."""

_WORDS_TYPE, _QUOTE_TYPE, _AGENCY_TYPE, _NAMES_TYPE = 0, 1, 2, 3
_TYPE_MASK: Final = 3
_WORD: Final = regex.compile(r"[^\W_]+")
_QUOTATION: Final = regex.compile(r"[“„«\"][^“”„«»\"]{1,2000}[”“»\"]")
_COMMON: Final = frozenset(
    "about after also been from have into more most over said says such than that their them then there they this "
    "those under were what when which while will with would your".split()
)
_NAME: Final = r"(?P<agency>\p{Lu}[\p{L}\d.&-]{1,24}(?:\ \p{Lu}[\p{L}\d.&-]{1,24}){0,2})"
_DATELINE: Final = regex.compile(
    rf"^\W{{0,3}}\p{{Lu}}[\p{{L}}\d.,' -]{{1,60}}?(?:\({_NAME}\)|/{_NAME}/)\s{{0,3}}(?:[-–—:.]|$)", regex.MULTILINE
)
_CREDIT: Final = regex.compile(
    rf"^\W{{0,3}}(?:Source|Agency)\s?:\s{{0,3}}{_NAME}\s{{0,3}}\.?\s{{0,3}}$", regex.MULTILINE
)
_HEAD: Final = 600
"""Characters of the article in which a dateline is looked for."""


def find_marks(source: Source) -> frozenset[int]:
    """Give the marks by which copies of a source are found: hashes of word runs, quoted or not, and of the agency."""
    text = source.text
    passages = [p for p in split_passages(text) if p.article == 0]
    quotations = [m.span() for m in _QUOTATION.finditer(text)]
    marks: set[int] = set()
    for passage in passages:
        if passage.role == "body":
            marks |= _runs(text, passage, quotations)
    return frozenset(marks | {_mark(_AGENCY_TYPE, a) for a in _agencies(text, passages)})


def common_origin(a: Iterable[int], b: Iterable[int]) -> str | None:
    """Give the ground on which two sources have one origin, by their marks: "words", "quotation", "agency", None."""
    first, second = frozenset(a), frozenset(b)
    shared = first & second
    if not shared:
        return None
    words, runs = _count(shared, _WORDS_TYPE), _count(shared, _WORDS_TYPE, _NAMES_TYPE)
    if words >= LEAST_WORDS and words >= LEAST_SHARE * min(_count(first, _WORDS_TYPE), _count(second, _WORDS_TYPE)):
        return "words"
    shorter = min(_count(first, _WORDS_TYPE, _NAMES_TYPE), _count(second, _WORDS_TYPE, _NAMES_TYPE))
    if runs >= LEAST_WORDS and runs >= MOST * shorter:
        return "words"
    if _count(shared, _QUOTE_TYPE) >= LEAST_QUOTED:
        return "quotation"
    return "agency" if _count(shared, _AGENCY_TYPE) else None


def copy_groups(sources: Sequence[Source]) -> dict[str, str]:
    """Give the copy group of each source that has a common origin with another: the smallest identifier in it."""
    marks = {s.id: find_marks(s) for s in sources}
    by_mark: dict[int, list[str]] = {}
    for identifier in sorted(marks):
        for mark in marks[identifier]:
            by_mark.setdefault(mark, []).append(identifier)
    pairs = {(a, b) for ids in by_mark.values() for i, a in enumerate(ids) for b in ids[i + 1 :]}
    near: dict[str, set[str]] = {}
    for a, b in pairs:
        if common_origin(marks[a], marks[b]) is not None:
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    return group_of_each(near, lambda one: near[one])


def voices_of(sources: Iterable[Source], groups: Mapping[str, str]) -> dict[str, str]:
    """Give the voice of each of some sources that does not speak alone: its copies, and what its publisher printed.

    One paper's two articles are one witness. A publisher joins no copies elsewhere: only among these sources.
    """
    members: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        if source.id in groups:
            members.setdefault(("copies", groups[source.id]), []).append(source.id)
        if source.publisher is not None:
            members.setdefault(("publisher", " ".join(source.publisher.casefold().split())), []).append(source.id)
    near: dict[str, set[str]] = {}
    for ids in members.values():
        for one in ids:
            near.setdefault(one, set()).update(ids)
    return group_of_each(near, lambda one: near[one])


def group_of_each(start: Iterable[str] | Mapping[str, object], near: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Give the group of each source reached from some, as its smallest identifier; sources alone are left out."""
    groups: dict[str, str] = {}
    for first in sorted(start):
        if first in groups:
            continue
        reached, todo = {first}, [first]
        while todo:
            new = set(near(todo.pop())) - reached
            reached |= new
            todo += sorted(new)
        if len(reached) > 1:
            groups |= dict.fromkeys(sorted(reached), min(reached))
    return groups


def _runs(text: str, passage: Passage, quotations: Sequence[tuple[int, int]]) -> set[int]:
    """Mark the runs of words of one passage; a run that a quotation mark cuts through counts for neither side."""
    words = [(m.group(), m.start()) for m in _WORD.finditer(text, passage.start, passage.end)]
    telling = [w[0].islower() and len(w) > 3 and w not in _COMMON for w, _ in words]
    inside = _inside([at for _, at in words], quotations)
    marks = set()
    for i in range(len(words) - RUN + 1):
        if inside[i] != inside[i + RUN - 1]:
            continue
        kind = _QUOTE_TYPE if inside[i] >= 0 else _WORDS_TYPE if sum(telling[i : i + RUN]) >= TELLING else _NAMES_TYPE
        marks.add(_mark(kind, " ".join(w.casefold() for w, _ in words[i : i + RUN])))
    return marks


def _count(marks: Iterable[int], *kinds: int) -> int:
    return sum(m & _TYPE_MASK in kinds for m in marks)


def _inside(offsets: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Give the number of the span that holds each offset, -1 outside all; both in order."""
    found, number = [], 0
    for at in offsets:
        while number < len(spans) and spans[number][1] <= at:
            number += 1
        found.append(number if number < len(spans) and spans[number][0] <= at else -1)
    return found


def _agencies(text: str, passages: Sequence[Passage]) -> set[str]:
    """Give the agencies that the article itself names as its origin, casefolded."""
    body = [p for p in passages if p.role == "body"]
    if not body:
        return set()
    found = [*_DATELINE.finditer(text, body[0].start, min(body[0].start + _HEAD, body[-1].end))]
    found += _CREDIT.finditer(text, body[0].start, passages[-1].end)
    return {m["agency"].casefold() for m in found}


def _mark(kind: int, words: str) -> int:
    """A number that fits SQLite's integers; its last two bits tell what is marked."""
    digest = int.from_bytes(hashlib.blake2b(words.encode(), digest_size=7).digest(), "big")
    return digest << 2 | kind
