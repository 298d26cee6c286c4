"""The words behind a verb of going or meeting to the places that they name, the first and those that follow."""

from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.groups import main_region
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document


_OWNS = regex.compile(r"'s?\s+\w|'\s")


def place_run(doc: "Document", at: int, limit: int) -> list[EntityMention]:
    """The places named from an offset on: "A, B and C", "the countries of the region, including A"."""
    chosen: list[EntityMention] = []
    end = at
    for entity in _places(doc, at, limit):
        gap = doc.shadow[end : entity.start]
        allowed = _FIRST_GAP if not chosen else _NEXT_GAP
        if not allowed.fullmatch(gap):
            break
        if _OWNS.match(doc.shadow[entity.end : entity.end + 4]) and not chosen and entity.type == "country":
            # "visited Kazakhstan's capital": the country is the place as far as it is told
            chosen.append(entity)
            break
        chosen.append(entity)
        end = entity.end
    return chosen


def city_spoken_of(doc: "Document", sentence: Sentence, start: int) -> list[EntityMention]:
    """'The ceremony crowned a visit by P': the one city in which this sentence or the one before it is set."""
    index = doc.sentence_index(sentence.start)
    since = doc.sentences[max(0, index - 1)]
    low = since.start if since.article == sentence.article else sentence.start
    cities = [
        e
        for e in between(doc.entities, low, start)
        if e.type == "place" and e.entity in doc.pack.places and _IN.search(doc.shadow, max(low, e.start - 8), e.start)
    ]
    return cities[-1:] if len({c.entity for c in cities}) == 1 else []


_IN = regex.compile(r"\b(?:in|to)\s+$", regex.I)
_FIRST_GAP = regex.compile(
    r"\s*(?:(?:the|its|neighbou?ring|both|city|town|capital|village|region|of|republic|western|eastern|"
    r"northern|southern|country|state|our|historic|ancient|island|port|two|three|four|five|all)\b[\s,]*)*+",
    regex.I,
)
_NEXT_GAP = regex.compile(
    r"\s*(?:,\s*(?:and\s+)?|and\s+(?:then\s+)?|\(|or\s+|,?\s*(?:including|as well as|followed by|and also|"
    r"before|then|and then)\s+)(?:the\s+|to\s+|in\s+|both\s+)*",
    regex.I,
)
_REGION = regex.compile(
    r"(?:the|this)\s+region\b|(?:all\s+)?(?:the\s+)?(?P<five>five)\s+(?:republics|countries|states|capitals|nations)\b"
    r"(?:\s+(?:of|in)\s+(?:the|this)\s+region\b|(?!\s+(?:of|in)\b))",
    regex.I,
)
_FIVE = 5
_ADJECTIVE_CAPITAL = regex.compile(r"\s*the (?P<of>\p{Lu}\p{L}+)(?:'s)? capital\b(?!,? \p{Lu})")
_THE_CITY = regex.compile(r"\s*(the (?:city|capital|country))\b(?!\s+(?:of|for|on)\b|'s)", regex.I)
_UNKNOWN = regex.compile(
    r"(?:the\s+)?(?:city\s+of\s+|town\s+of\s+)?(?P<name>\p{Lu}[\p{Ll}'-]{2,20}(?:[- ]\p{Lu}[\p{Ll}'-]{2,20})?)"
)


def _places(doc: "Document", at: int, limit: int) -> list[EntityMention]:
    """Known places; "the region" for the one that the source names most; else a capitalised word of no other use."""
    known = [
        e
        for e in between(doc.entities, at, limit)
        if e.type in {"place", "country", "region"} and e.form in {"name", "metonym", "description"}
    ]
    if (
        region := _REGION.match(doc.shadow, at + len(doc.shadow[at:limit]) - len(doc.shadow[at:limit].lstrip()))
    ) is not None:
        best = main_region(doc)
        if best is not None and (region["five"] is None or len(doc.pack.countries_in(best)) == _FIVE):
            return [EntityMention(region.start(), region.end(), best, "region"), *known]
    if (capital := _ADJECTIVE_CAPITAL.match(doc.shadow, at, limit)) is not None:
        country = next((e for e in doc.entities if e.start == capital.start("of") and e.type == "country"), None)
        known_place = doc.pack.places.get(country.entity) if country is not None else None
        if country is not None:
            city = known_place.capital if known_place is not None else None
            start = capital.end() - len(capital.group().lstrip())
            return [EntityMention(start, capital.end(), city or country.entity, "place" if city else "country")]
    if (town := _THE_CITY.match(doc.shadow, at, limit)) is not None:
        earlier = [
            e
            for e in doc.entities
            if e.end <= at and at - e.end < 400 and e.type == ("country" if "country" in town.group() else "place")
        ]
        if earlier:
            return [EntityMention(town.start(1), town.end(1), earlier[-1].entity, earlier[-1].type)]
    first = known[0].start if known else limit
    start = at + len(doc.shadow[at:first]) - len(doc.shadow[at:first].lstrip())
    unknown = _UNKNOWN.match(doc.shadow, start, limit)
    if (
        unknown is not None
        and unknown.start("name") < first
        and not _claimed(doc, unknown.start("name"), unknown.end("name"))
    ):
        slug = unknown["name"].casefold().replace(" ", "-").replace("'", "")
        return [EntityMention(unknown.start("name"), unknown.end("name"), f"place:{slug}", "place"), *known]
    return known


def _claimed(doc: "Document", start: int, end: int) -> bool:
    spans = [
        (m.start, m.end)
        for ms in (doc.persons, doc.entities, doc.offices, doc.dates, doc.events)
        for m in between(ms, start - 300, end)
    ]
    return any(a < end and start < b for a, b in spans)
