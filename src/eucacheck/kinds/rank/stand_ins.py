"""A name that stands for a country or union to what it stands for: "the Chinese", "the Europeans", "Beijing".

Only as the subject of a rank of partners, investors and donors: "Tashkent is the largest city" is of the town.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from eucacheck.kinds.rank.words import Place
    from eucacheck.pack import Pack

_DEALS = regex.compile(
    r"\b(?:partner|investor|donor|creditor|lender|buyer|importer|exporter|supplier|customer)s?\b", regex.I
)
"""What only countries and bodies are: a town may be the largest market."""
_LAST = regex.compile(r"(?<![\p{L}-])(?P<the>[Tt]he\s+)?(?P<word>\p{Lu}\p{L}{3,20})$")
_PEOPLE = regex.compile(r"(?P<stem>\p{Lu}\p{L}{2,18}ns)\b")


def stand_in(place: "Place", name: tuple[int, int], rank: str) -> tuple[str, int] | None:
    """What the last word of a name stands for, and where the name begins: a capital, or a people after "the"."""
    low, end = name
    if _DEALS.search(rank) is None:
        return None
    towns = [e for e in place.doc.entities if e.end == end and e.start >= low and e.type == "place"]
    known = place.doc.pack.places.get(towns[-1].entity) if towns else None
    if known is not None:
        return (known.metonym, towns[-1].start) if known.metonym is not None else None
    last = _LAST.search(place.text[low:end])
    if last is None:
        return None
    one = people_of(place, last["word"])
    country = _peoples(place.doc.pack).get(last["word"]) if last["the"] or last["word"].endswith("ns") else None
    named = one or country
    return (named, low + last.start()) if named is not None else None


def people_of(place: "Place", word: str) -> str | None:
    """'The Europeans': the union of that name, where the text names it."""
    people = _PEOPLE.fullmatch(word)
    if people is None:
        return None
    unions = unions_named(place)
    own = [u for u in unions if word.startswith(place.doc.pack.organisations[u].name.split()[0])]
    return own[0] if len(own) == 1 else None


def unions_named(place: "Place") -> list[str]:
    """The unions of countries that a text names."""
    pack = place.doc.pack.organisations
    return sorted(
        {
            e.entity
            for e in place.doc.entities
            if e.type == "org" and e.entity in pack and pack[e.entity].kind == "union"
        }
    )


@lru_cache(maxsize=2)
def _peoples(pack: "Pack") -> dict[str, str]:
    """'Chinese', 'Russians', 'Kazakhs': the countries of which people are so called."""
    countries = [(i, a) for i, p in pack.places.items() if p.kind == "country" for a in p.adjectives]
    found = {a: i for i, a in countries}
    return found | {f"{a}s": i for i, a in countries if not a.endswith(("s", "sh", "ch", "ese"))}
