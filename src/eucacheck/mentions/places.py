"""Places that the pack does not know: names that the model takes for places, where the text stands them in a place.

Precision first: a preposition of place stands before, nothing of the pack and no person stands there. The model misses
many a small town; where an event or people are told to be "in X", the words alone make X a place.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from anyascii import anyascii

from eucacheck.mentions.dates.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from eucacheck.mentions.language import RawName
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, PersonMention
from eucacheck.shadow import skeleton

_LABELS = {"GPE", "LOC"}
_BEFORE = regex.compile(
    r"\b(?:in|at|near|to|from|outside)\s+(?:the\s+(?:[a-z-]{3,15}\s+){0,2}(?:city|town|village|port|resort|region|province|district)"
    r"\s+of\s+)?$"
)
_NAME = regex.compile(r"\p{Lu}[\p{L}'-]{2,24}(?:[ -]\p{Lu}[\p{L}'-]{1,24}){0,2}")
_HAPPENED = regex.compile(
    r"\b(?:held|met|meets?|place|opened|opens?|gathered|convened|signed|inaugurated|launched|began|begins|ended|ends"
    r"|hosted|organi[sz]ed|arrived|talks|consultations|negotiations|summit|forum|conference|meeting|dialogue|session"
    r"|festival|ceremony|exhibition|fair|expo|exercise|seminar|workshop|event|round)\s+"
    r"(?:(?:on|this|last)\s+[^,.;]{3,30}\s+)?in\s+(?:the\s+(?:[a-z-]{3,15}\s+){0,2}(?:city|town|village)\s+of\s+)?"
    r"(?P<name>\p{Lu}\p{Ll}{1,15}(?:[ -]\p{Lu}\p{Ll}{1,15})?)(?=\s*(?:[.,;)(]|$|\d|[a-z]))"
    r"|\b(?:in|to|at)\s+(?P<name>\p{Lu}\p{Ll}{1,15}(?:[ -]\p{Lu}\p{Ll}{1,15})?)(?=,?\s+where\b)"
)
"""What happens "in X": a town, where nothing else bears the name."""
_SITE = (
    r"(?i:palace|hall|hotel|cent(?:re|er)|house|building|park|square|university|museum|theatre|theater|library|stadium"
    r"|arena|district|region|province|valley|oblast|residence|complex|airport|station|academy|institute|factory|plant"
    r"|mine|field|street|avenue|ministry|chamber|club)"
)
_VENUE = regex.compile(rf"(?:[ -]\p{{Lu}}[\p{{L}}'-]{{1,20}}){{0,2}}\s+{_SITE}\b")
"""Behind a name: it is that of a building or an area."""
_PART = regex.compile(
    r",?\s+(?:an?\s+|the\s+)?(?:[a-z-]{3,15}\s+){0,2}(?:district|suburb|quarter|part|borough|outskirts|neighbou?rhood|near|outside)"
    r"\b"
)
"""Behind a name: it is a part of a town, or lies beside one that is named."""
_IS_VENUE = regex.compile(rf"\b{_SITE}$")
_NO_TOWN = regex.compile(
    rf"(?:{MONTH_NAMES}|{WEEKDAY_NAMES}"
    r"|Spring|Summer|Autumn|Winter|Ramadan|Parliament|Congress|English"
    r"|[A-Z][a-z]+(?:ish|ese|ian))\b"
)
"""Names of times, tongues and assemblies."""


def find_unknown_places(
    shadow: str,
    names: Sequence[RawName],
    entities: Sequence[EntityMention],
    persons: Sequence[PersonMention],
    pack: Pack | None = None,
) -> Iterator[EntityMention]:
    """Give each as a place of its own, named after its words (`place:kuryk`), or as the town of the pack that it is.

    A town of the pack may be romanised otherwise.
    """
    taken = [*((e.start, e.end) for e in entities), *((p.start, p.end) for p in persons)]
    labelled = [n for n in names if n.label in _LABELS]
    found = [
        (n.start, n.end)
        for n in labelled
        if _NAME.fullmatch(shadow, n.start, n.end) and _BEFORE.search(shadow, max(0, n.start - 60), n.start)
    ]
    known = {n.start for n in labelled}
    told = (m.span("name") for m in _HAPPENED.finditer(shadow) if not _NO_TOWN.match(m["name"]))
    for start, end in sorted({*found, *(span for span in told if span[0] not in known)}):
        venue = _VENUE.match(shadow, end) or _PART.match(shadow, end) or _IS_VENUE.search(shadow[start:end])
        if not venue and not any(a < end and start < b for a, b in taken):
            yield _place(shadow, start, end, pack)


def _place(shadow: str, start: int, end: int, pack: Pack | None) -> EntityMention:
    known = _romanised(pack).get(skeleton(shadow[start:end])) if pack is not None else None
    if known is not None:
        return EntityMention(start, end, known, "place")
    slug = regex.sub(r"[^a-z0-9]+", "-", anyascii(shadow[start:end]).casefold()).strip("-")
    return EntityMention(start, end, f"place:{slug}", "place")


@lru_cache(maxsize=4)
def _romanised(pack: Pack) -> dict[str, str]:
    """The towns of the pack by what all romanisations of a name share; a form that two towns share means neither."""
    found: dict[str, set[str]] = {}
    for identifier, place in pack.places.items():
        if place.kind == "city":
            for name in (place.name, *place.aliases):
                found.setdefault(skeleton(name), set()).add(identifier)
    return {form: next(iter(ids)) for form, ids in found.items() if len(ids) == 1 and len(form) >= _SURE}


_SURE = 6
"""Letters of a name from which another romanisation is surely the same town."""
