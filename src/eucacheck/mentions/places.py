"""Places that the pack does not know: names that the model takes for places, where the text stands them in a place.

Precision first: a preposition of place stands before, nothing of the pack and no person stands there. What contains
such a place is not known, so nothing contradicts it.
"""

from collections.abc import Iterator, Sequence

import regex
from anyascii import anyascii

from eucacheck.mentions.language import RawName
from eucacheck.records import EntityMention, PersonMention

_LABELS = {"GPE", "LOC"}
_BEFORE = regex.compile(
    r"\b(?:in|at|near|to|from|outside)\s+(?:the\s+(?:[a-z-]{3,15}\s+){0,2}(?:city|town|village|port|resort|region|province|district)"
    r"\s+of\s+)?$"
)
_NAME = regex.compile(r"\p{Lu}[\p{L}'-]{2,24}(?:[ -]\p{Lu}[\p{L}'-]{1,24}){0,2}")


def find_unknown_places(
    shadow: str, names: Sequence[RawName], entities: Sequence[EntityMention], persons: Sequence[PersonMention]
) -> Iterator[EntityMention]:
    """Give each as a place of its own, named after its words: `place:kuryk`."""
    taken = [*((e.start, e.end) for e in entities), *((p.start, p.end) for p in persons)]
    for name in names:
        if name.label not in _LABELS or not _NAME.fullmatch(shadow, name.start, name.end):
            continue
        if any(a < name.end and name.start < b for a, b in taken):
            continue
        if _BEFORE.search(shadow, max(0, name.start - 60), name.start):
            slug = regex.sub(r"[^a-z0-9]+", "-", anyascii(shadow[name.start : name.end]).casefold()).strip("-")
            yield EntityMention(name.start, name.end, f"place:{slug}", "place")
