"""The day on which an ambassador handed over the credentials, whoever accepted them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._happenings.steps import Milestone
from eucacheck.records import DateMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_PAPERS = r"(?:(?:her|his|their|the)\s+)?(?:letters?\s+of\s+(?:credence|credentials?)|credentials)"
"""Copies are handed to a ministry, on another day."""
_HANDS = regex.compile(
    rf"\b(?:present(?:s|ed)|hand(?:s|ed)(?:\s+over)?|submit(?:s|ted)|deliver(?:s|ed))\s+(?:(?:in|on|at)\s+[^,.;\n]{{2,30}}?\s+)?{_PAPERS}\b",
    regex.I,
)
_TAKES = regex.compile(
    rf"\b(?:receiv(?:es|ed)|accept(?:s|ed)|took|takes)\s+(?:(?:in|on|at)\s+[^,.;\n]{{2,30}}?\s+)?{_PAPERS}\s+(?:of|from)\b"
    r"|\bcredentials\s+(?:were\s+)?(?:received|accepted|taken)\s+from\b",
    regex.I,
)
_OTHER = regex.compile(
    r"\b(?:after|before|since|until|ahead\s+of|born|appointed|arrived|served|had\s+been|will\s+be)\b", regex.I
)
_NOTED = 160
"""Characters behind the words in which the ambassador is named."""


def find_presentations(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Milestone]:
    """Give each handing over of credentials that a sentence dates, with the ambassador."""
    for match in _HANDS.finditer(doc.shadow, sentence.start, sentence.end):
        before = between(doc.persons, sentence.start, match.start())
        if before:
            yield from _dated(doc, sentence, match, dates, before[-1].person)
    for match in _TAKES.finditer(doc.shadow, sentence.start, sentence.end):
        after = between(doc.persons, match.end(), min(sentence.end, match.end() + _NOTED))
        if after:
            yield from _dated(doc, sentence, match, dates, after[0].person)


def _dated(
    doc: "Document", sentence: Sentence, match: "regex.Match[str]", dates: Sequence[DateMention], person: str
) -> Iterator[Milestone]:
    day = _day(doc, sentence, match, dates)
    if day is not None:
        yield Milestone(min(match.start(), day.start), max(match.end(), day.end), "credentials", person, day)


def _day(
    doc: "Document", sentence: Sentence, match: "regex.Match[str]", dates: Sequence[DateMention]
) -> DateMention | None:
    """The day that leads the sentence, or the first behind the words with nothing else told between."""
    behind = [d for d in dates if d.start >= match.end()][:1]
    if behind and not _OTHER.search(doc.shadow, match.end(), behind[0].start):
        return behind[0]
    leading = [d for d in dates if d.end <= match.start()][:1]
    if (
        leading
        and leading[0].start - sentence.start <= 25
        and not _OTHER.search(doc.shadow, leading[0].end, match.start())
    ):
        return leading[0]
    near = [d for d in dates if d.end <= match.start() and match.start() - d.end <= 3]
    return near[-1] if near else None
