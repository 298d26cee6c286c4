"""A source to its mutated copy: what every kind of mutation starts from, and what it gives."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar

from eucacheck.records import Claim

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mutation.labels import Offsets

T = TypeVar("T")
_PLAIN_ROLES: Final = frozenset({"headline", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Planted:
    """A mutated text. `start` and `end` span the changed words, `about` what else the change bears on.

    `published` is the date of the copy where it is not that of its original.
    """

    text: str
    start: int
    end: int
    before: str
    by: str
    expected: str
    about: tuple["Offsets", ...] = ()
    published: str | None = None

    @property
    def after(self) -> str:
        """The words that stand in the changed place."""
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class Site:
    """A text, what the tool finds in it, and nothing else: where mutations are planted."""

    doc: "Document"
    claims: Sequence[Claim]

    @property
    def text(self) -> str:
        """The text of the original."""
        return self.doc.text

    def of(self, *kinds: str) -> list[Claim]:
        """Give the claims of these kinds that the article itself makes, in the order of the text."""
        return [c for c in self.claims if c.kind in kinds and self.own(c.start)]

    def own(self, offset: int) -> bool:
        """Tell whether the article itself speaks: not a teaser of another, no furniture of the page, no dateline.

        Where and when a report was written is a fact of that report alone.
        """
        passage = self.doc.passage_of(offset)
        if any(a <= offset < b for a, b in self._datelines):
            return False
        return passage is not None and passage.article == 0 and passage.role in _PLAIN_ROLES

    @cached_property
    def _datelines(self) -> list["Offsets"]:
        return [(c.start, c.end) for c in self.claims if c.subject.startswith("dateline:")]

    @cached_property
    def entities(self) -> frozenset[str]:
        """What the text names; a wrong name is taken from elsewhere, so that the copy says nothing by chance."""
        return frozenset(e.entity for e in self.doc.entities)


def seeded(seed: int, text: str, kind: str, by: str) -> Random:
    """Give randomness that depends on seed, text and kind alone, and so on no order of texts or kinds."""
    digest = hashlib.sha256(f"{seed}\n{kind}\n{by}\n".encode() + text.encode()).digest()
    return Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - chooses words, guards nothing


def shuffled(items: Iterable[T], random: Random) -> list[T]:
    """Give the items in a random order."""
    found = list(items)
    random.shuffle(found)
    return found


def replace_words(site: Site, span: "Offsets", words: str, *, by: str, expected: str) -> Planted:
    """Put other words in place of a stretch of the text."""
    start, end = span
    text = site.text[:start] + words + site.text[end:]
    return Planted(text, start, start + len(words), site.text[start:end], by, expected)


def add_sentence(site: Site, offset: int, sentence: str, *, expected: str) -> Planted:
    """Add a sentence as a paragraph of its own behind the one that holds an offset."""
    stop = site.text.find("\n", offset)
    at = stop if stop >= 0 else len(site.text)
    gap = "\n\n" if "\n\n" in site.text else "\n"
    text = site.text[:at] + gap + sentence + site.text[at:]
    start = at + len(gap)
    return Planted(text, start, start + len(sentence), "", "claim", expected)


def moved(spans: Iterable["Offsets"], start: int, end: int, words: str) -> Iterator["Offsets"]:
    """Give stretches of the text where they stand once `start` to `end` was replaced by words."""
    shift = len(words) - (end - start)
    for a, b in spans:
        if b <= start:
            yield a, b
        elif a >= end:
            yield a + shift, b + shift
