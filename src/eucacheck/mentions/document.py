"""A source with its passages and mentions to one object that the claim kinds read.

A Document knows where things stand in the text; it decides nothing about what they claim. Spans are code points into
`text`; `shadow` is the fold of the text with the same length, for the grammars.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from eucacheck.mentions.clauses import Clause
from eucacheck.mentions.datelines import Dateline
from eucacheck.mentions.events_records import EventMention, LocalEvent
from eucacheck.mentions.speech import Speech
from eucacheck.pack import Pack
from eucacheck.records import (
    DateMention,
    EntityMention,
    OfficeMention,
    Passage,
    PersonMention,
    QuantityMention,
    Sentence,
    Source,
)
from eucacheck.spans import S

T = TypeVar("T")


@dataclass
class Document:
    """All that was found in one source, in the order of the text."""

    source: Source
    shadow: str
    pack: Pack
    passages: Sequence[Passage]
    sentences: Sequence[Sentence]
    entities: Sequence[EntityMention]
    persons: Sequence[PersonMention]
    offices: Sequence[OfficeMention]
    dates: Sequence[DateMention]
    quantities: Sequence[QuantityMention]
    speech: Speech
    dateline: Dateline | None = None
    events: Sequence[EventMention] = ()
    local_events: Sequence[LocalEvent] = field(default=())
    clauses: Sequence[Clause] = ()

    found: dict[Callable[["Document"], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[["Document"], T]) -> T:
        """Give what a function finds in this document: found once, however many kinds ask for it."""
        if find not in self.found:
            self.found[find] = find(self)
        result: T = self.found[find]
        return result

    @property
    def text(self) -> str:
        """The text of the source, as received."""
        return self.source.text

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [p.start for p in self.passages]

    def line_of(self, offset: int) -> int:
        """Give the line number of an offset, counting from 1."""
        return bisect_right(self._line_starts, offset)

    def sentence_of(self, offset: int) -> Sentence | None:
        """Give the sentence that holds an offset, None between sentences."""
        i = bisect_right(self._sentence_starts, offset) - 1
        if i >= 0 and self.sentences[i].start <= offset < self.sentences[i].end:
            return self.sentences[i]
        return None

    def sentence_index(self, offset: int) -> int:
        """Give the index of the last sentence that begins at or before an offset; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence before one in the same paragraph; None for the first of a paragraph."""
        index = self.sentence_index(sentence.start)
        before = self.sentences[index - 1] if index > 0 else None
        return before if before is not None and before.paragraph == sentence.paragraph else None

    def passage_of(self, offset: int) -> Passage | None:
        """Give the passage that holds an offset, None outside all."""
        i = bisect_right(self._passage_starts, offset) - 1
        if i >= 0 and self.passages[i].start <= offset < self.passages[i].end:
            return self.passages[i]
        return None

    def own_article(self, offset: int) -> bool:
        """Tell whether an offset belongs to the article itself, not to the teaser of another."""
        passage = self.passage_of(offset)
        return passage is None or passage.article == 0

    @staticmethod
    def within(mentions: Iterable[S], start: int, end: int) -> list[S]:
        """Give the mentions that lie wholly between two offsets."""
        return [m for m in mentions if m.start >= start and m.end <= end]
