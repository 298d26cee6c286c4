"""'There' to the place that it means: "He came home from Riga. There he had opened the forum".

Only where one town alone, or one country where no town, is named as a place in the sentence before, or before the word
in its own sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

import regex

from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

_HEAD = regex.compile(
    r"[\"'\s]*(?:(?:And|It\s+was)\s+)?(?P<there>[Tt]here|In\s+(?:that|the\s+same)\s+(?:city|town|capital))(?:\s+that)?"
    r"(?:,?\s+also\b)?(?!\s*,?\s+(?:is|are|was|were|will|would|has|have|had|may|might|can|could|should|must|seems?|remains?"
    r"|exists?|came|comes|being|needs?|appears?)\b)"
)
"""'There' at the head of a sentence, where it is a place: no verb of being follows."""
_INSIDE = regex.compile(
    r"\b(?:held|place|opened?|opens|opening|meet|meets|met|gather\w*|convened?|convenes|signed|initialled|launched|was|were|is|been|begin|began|part"
    r"|attended)\s+(?P<there>there)\b(?!\s+(?:is|are|was|were|will)\b)",
    regex.I,
)
_AT = regex.compile(
    r"\b(?P<how>from|in|at|to|for|near|via|on|of|reached|visited|visiting|visits)\s+"
    r"(?:the\s+(?:\w+\s+)?(?:city|town|capital|resort)\s+(?:of\s+)?)?$",
    regex.I,
)
_BEFORE = 60


def there_in(
    shadow: str, before: Sentence | None, sentence: Sentence, entities: Sequence[EntityMention]
) -> EntityMention | None:
    """Give the word of a sentence that means a place named before, as a mention of that place."""
    match = _HEAD.match(shadow, sentence.start, sentence.end)
    inner = None if match is not None else _INSIDE.search(shadow, sentence.start, sentence.end)
    word = match or inner
    if word is None:
        return None
    near = between(entities, sentence.start, word.start("there")) if inner is not None else []
    place = _one_place(shadow, near)
    if place is None and before is not None and before.article == sentence.article:
        place = _one_place(shadow, between(entities, before.start, before.end))
    if place is None:
        return None
    return replace(place, start=word.start("there"), end=word.end("there"))


def _one_place(shadow: str, entities: Sequence[EntityMention]) -> EntityMention | None:
    """The one town where somebody is or goes; a place that is only left counts where no other is told."""
    told: dict[str, list[EntityMention]] = {"place": [], "country": []}
    left: dict[str, list[EntityMention]] = {"place": [], "country": []}
    for one in entities:
        how = _AT.search(shadow, max(0, one.start - _BEFORE), one.start)
        if how is not None and one.type in told and one.form != "adjective":
            (left if how["how"].casefold() == "from" else told)[one.type].append(one)
    for group in (told["place"], left["place"], told["country"], left["country"]):
        if group:
            return group[0] if len({g.entity for g in group}) == 1 else None
    return None
