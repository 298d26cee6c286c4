"""A sentence about an event to whether it looks back: "The Council last met in 2025, when its chair was X".

What such a sentence tells is of an earlier event, also where its words name no other: it is not taken for the event of
the article.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

import regex

from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import LocalEvent

_LOOKS_BACK = regex.compile(
    r"\b(?:last\s+(?:met|time|year|month|came|took\s+place|held|convened)|(?:at|for|in|led|chaired|attended|headed|of)\s+the\s+"
    r"(?:previous|last|preceding|earlier)\s+(?:[\w-]{3,14}\s+)?(?:round|meeting|session|summit|council|dialogue|forum|edition|one)"
    r"|(?:a|one|two|three|\d{1,2})\s+(?:years?|months?)\s+(?:ago|earlier|before)|back\s+then|at\s+(?:that|the)\s+time)\b",
    regex.I,
)
_OF_SOMETHING_ELSE = regex.compile(
    r"\b(?:since|until|from|of|born|dated|elected|appointed)\s+(?:in\s+)?(?:the\s+)?$", regex.I
)
_EARLIER = timedelta(days=45)
"""How far before the event a day of the sentence lies that is not of its preparation."""


def looks_back(doc: "Document", sentence: Sentence, event: "LocalEvent") -> bool:
    """Tell whether a sentence speaks of a time before the event that its words were linked to."""
    first = doc.events[event.mentions[0]].start if event.mentions else -1
    if sentence.start <= first < sentence.end:
        return False  # an event of its own, which this sentence brings in
    if _LOOKS_BACK.search(doc.shadow, sentence.start, sentence.end) is not None:
        return True
    interval = event.interval or (doc.source.published if event.article == 0 else None)
    if interval is None or interval.start is None:
        return False
    return any(
        d.interval.end is not None
        and d.interval.end < interval.start - _EARLIER
        and _OF_SOMETHING_ELSE.search(doc.shadow, max(sentence.start, d.start - 16), d.start) is None
        for d in between(doc.dates, sentence.start, sentence.end)
    )
