"""The phrases of a sentence in which something is numbered: "the third wind farm", "the sixth to hold it"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds.event_ordinal.nth_words import (
    AS_NUMBER,
    BEHIND,
    HELD,
    HOLDS,
    IN_A_ROW,
    MEETINGS,
    NAMED,
    NUMBERED,
    OF_KIND,
    POST,
    SINCE,
    TIME,
    TO_HOLD,
    VAGUE_HOLDER,
    cardinal,
    class_of,
)
from eucacheck.mentions.events_words import number_of
from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_LEAD: Final = 70
"""Characters behind a holder in which the post is named."""
_NO_HEAD: Final = frozenset({"half", "quarter", "months", "month", "week", "years", "year", "place"})


@dataclass(frozen=True, slots=True)
class Nth:
    """A number in its sentence, and what is counted."""

    start: int
    end: int
    number: int
    kind: str
    head: str
    mods: str = ""


def phrases_of(doc: "Document", sentence: Sentence) -> tuple[Nth, ...]:
    """All phrases with a number, those that name what is counted first."""
    return (*_of_sentence(doc, sentence), *_of_holders(doc, sentence), *_of_nothing_named(doc, sentence))


def _of_sentence(doc: "Document", sentence: Sentence) -> Iterator[Nth]:
    shadow, low, high = doc.shadow, sentence.start, sentence.end
    for match in NUMBERED.finditer(shadow, low, high):
        kind, head = class_of(match["head"]), match["head"].casefold()
        if kind == "holder" and not _is_post(shadow, match, high):
            continue
        yield Nth(match.start(), match.end(), number_of(match), kind, head, match["mods"])
    for match in BEHIND.finditer(shadow, low, high):
        if (number := cardinal(match["num"])) is not None:
            yield Nth(match.start(), match.end(), number, class_of(match["head"]), match["head"].casefold())
    for e in between(doc.entities, low, high):
        named = NAMED.match(shadow, e.end, high) if e.type == "programme" else None
        if named is not None and (number := cardinal(named["num"])) is not None:
            yield Nth(e.start, named.end(), number, "phase", "phase")


def _of_holders(doc: "Document", sentence: Sentence) -> Iterator[Nth]:
    """'Is the sixth to hold the post', 'X will be number eight'."""
    shadow, low, high = doc.shadow, sentence.start, sentence.end
    for match in TO_HOLD.finditer(shadow, low, high):
        before = doc.sentence_before(sentence)
        back = before.start if before is not None else low
        if match["to"] or POST.search(shadow, back, high):
            yield Nth(match.start(), match.end(), number_of(match), "holder", "holder")
    for match in AS_NUMBER.finditer(shadow, low, high):
        if (number := cardinal(match["num"])) is not None and POST.search(shadow, low, high):
            yield Nth(match.start(), match.end(), number, "holder", "holder")


def _of_nothing_named(doc: "Document", sentence: Sentence) -> Iterator[Nth]:
    """'The eighth in the country', 'the first mission since 2015', 'for the fifteenth time'."""
    shadow, low, high = doc.shadow, sentence.start, sentence.end
    for match in SINCE.finditer(shadow, low, high):
        if match["head"] not in _NO_HEAD:
            yield Nth(match.start(), match.end(), 1, "since", "since", match["head"] + " " + match["what"])
    for match in OF_KIND.finditer(shadow, low, high):
        yield Nth(match.start(), match.end(), number_of(match), "kind", "of its kind")
    for pattern, kind in ((IN_A_ROW, "row"), (MEETINGS, "meet")):
        for match in pattern.finditer(shadow, low, high):
            yield Nth(match.start(), match.end(), number_of(match), kind, {"row": "in a row", "meet": "meeting"}[kind])
    for match in TIME.finditer(shadow, low, high):
        yield Nth(match.start(), match.end(), number_of(match), "time", "time")


def _is_post(shadow: str, match: "regex.Match[str]", high: int) -> bool:
    """An ambassador holds a post; of a person it must be said."""
    tail = shadow[match.end() : min(high, match.end() + _LEAD)]
    if " ".join(match["head"].casefold().split()) not in VAGUE_HOLDER:
        return HELD.match(tail) is not None
    told = HELD.match(tail) is not None and POST.search(match["mods"] + tail) is not None
    return told or HOLDS.match(tail) is not None
