"""Events in another place."""

from collections.abc import Iterator
from random import Random
from typing import Final

import regex

from eucacheck.mutation.copies import Planted, Site, replace_words, shuffled

_OTHER_PLACE: Final = "conflict: another place of the same event"


def wrong_place(site: Site, random: Random) -> Iterator[Planted]:
    """Another place of an event, of the same sort. Journeys are left out: one may have gone to both places."""
    for claim in shuffled(site.of("event_place"), random):
        named = [
            e for e in site.doc.within(site.doc.entities, claim.start, claim.end)
            if e.entity == claim.value.get("place") and e.form == "name"
        ]  # fmt: skip
        for mention in named:
            words = _another(site, mention.entity, random)
            if words is not None:
                words = words.upper() if site.text[mention.start : mention.end].isupper() else words
                yield replace_words(site, (mention.start, mention.end), words, by="claim", expected=_OTHER_PLACE)


def wrong_place_anywhere(site: Site, random: Random) -> Iterator[Planted]:
    """Another city behind "in", "at" or "to"."""
    cities = {p.name: i for i, p in sorted(site.doc.pack.places.items()) if p.kind == "city"}
    pattern = regex.compile(r"\b(?:in|at|to)\s(?P<city>" + "|".join(map(regex.escape, sorted(cities))) + r")\b")
    for match in shuffled((m for m in pattern.finditer(site.text) if site.own(m.start())), random):
        words = _another(site, cities[match["city"]], random)
        if words is not None:
            yield replace_words(site, match.span("city"), words, by="grammar", expected=_OTHER_PLACE)


def _another(site: Site, place: str, random: Random) -> str | None:
    """The name of a place of the same sort that the text does not speak of, and that is no part of the right one."""
    places = site.doc.pack.places
    entry = places.get(place)
    if entry is None or entry.kind not in {"city", "country"}:
        return None
    pack = site.doc.pack
    others = [
        p.name for i, p in sorted(places.items())
        if p.kind == entry.kind and i not in site.entities and p.name not in site.text
        and not pack.contains(i, place) and not pack.contains(place, i)
    ]  # fmt: skip
    return random.choice(others) if others else None
