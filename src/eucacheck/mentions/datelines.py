"""The head of an article to its dateline: the place and day at which it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from eucacheck.records import DateMention, EntityMention, Passage

_REACH = 90
"""Characters from the beginning of the first paragraph within which a dateline ends."""
_BETWEEN = regex.compile(
    r"\s*\(?[,.]?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[\p{Lu}][\p{L}'-]{1,20}\s*,?\s*(?:[-–—]\s*)?){0,3}"
)
_AFTER = regex.compile(r"\s*(?:\.(?!\d)|[-–—:]|\(|\)|/|$|\n)")
_NUMERIC = regex.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day at the head of an article."""

    place: EntityMention
    date: DateMention

    def opens_the_news(self, shadow: str) -> bool:
        """Tell whether a colon makes it the place and day of what follows: "Riga, 20 June 2022: the Council met"."""
        return shadow[self.date.end : self.date.end + 1] == ":"


def find_dateline(
    shadow: str, passages: Sequence[Passage], entities: Sequence[EntityMention], dates: Sequence[DateMention]
) -> Dateline | None:
    """Give the dateline of the article itself, None where its first paragraph does not begin with a place and a day."""
    for passage in passages:
        if passage.article > 0 or passage.role not in {"body", "boilerplate"}:
            continue
        found = _at(shadow, passage.start, entities, dates)
        if found is not None or passage.role == "body":
            return found
    return None


def _at(shadow: str, start: int, entities: Sequence[EntityMention], dates: Sequence[DateMention]) -> Dateline | None:
    place = next((e for e in entities if e.start == start and e.type == "place"), None)
    if place is None:
        return None
    for date in dates:
        if not place.end <= date.start <= start + _REACH:
            continue
        between = shadow[place.end : date.start]
        if not _BETWEEN.fullmatch(between):
            return None
        numeric = _NUMERIC.fullmatch(shadow, date.start, date.end)
        return Dateline(place, date) if numeric or _AFTER.match(shadow, date.end) else None
    return None
