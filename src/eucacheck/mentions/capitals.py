"""Places called by what they are to the places meant: "the Belgian capital", "the capital of Latvia", "the Swiss city".

A capital is the one of the pack; a city is the only one of that country that the text names before.
"""

from collections.abc import Iterator, Sequence

import regex

from eucacheck.pack import Pack
from eucacheck.records import EntityMention

_BEHIND = regex.compile(
    r"(?:'s)?\s+(?P<noun>capital|(?:port\s+|resort\s+)?(?:city|town))\b(?!\s+(?:of|market|flows?|letters?|hall|council))"
)
_BEFORE = regex.compile(r"\b(?P<words>the\s+capital(?:\s+city)?\s+of\s+(?:the\s+)?)$", regex.I)
_THE = regex.compile(r"\bthe\s+$", regex.I)


def find_capitals(shadow: str, entities: Sequence[EntityMention], pack: Pack) -> Iterator[EntityMention]:
    """Give each such description as a mention of its place; what a proper name follows is left to that name."""
    for entity in entities:
        if entity.type != "country":
            continue
        before = _BEFORE.search(shadow, max(0, entity.start - 40), entity.start)
        if before is not None and entity.form == "name":
            place = _capital(entity.entity, pack)
            if place is not None:
                yield EntityMention(before.start("words"), entity.end, place, "place", "description")
            continue
        behind = _BEHIND.match(shadow, entity.end)
        if behind is None or _named_next(shadow, behind.end(), entities):
            continue
        place = _capital(entity.entity, pack) if behind["noun"] == "capital" else _only_city(entity, entities, pack)
        if place is not None:
            article = _THE.search(shadow, max(0, entity.start - 5), entity.start)
            yield EntityMention(
                article.start() if article else entity.start, behind.end(), place, "place", "description"
            )


def _capital(country: str, pack: Pack) -> str | None:
    return getattr(pack.places.get(country), "capital", None)


def _only_city(country: EntityMention, entities: Sequence[EntityMention], pack: Pack) -> str | None:
    """The one city of a country that stands before; None where there is none or more than one."""
    cities = {
        e.entity
        for e in entities
        if e.type == "place" and e.end <= country.start and pack.contains(country.entity, e.entity)
    }
    return cities.pop() if len(cities) == 1 else None


def _named_next(shadow: str, at: int, entities: Sequence[EntityMention]) -> bool:
    """'the Kazakh capital Astana', 'the Kazakh capital of Astana'."""
    return any(
        e.type == "place" and at <= e.start <= at + 5 and not shadow[at : e.start].strip(" ,of") for e in entities
    )
