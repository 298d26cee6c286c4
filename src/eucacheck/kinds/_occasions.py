"""A count to its occasion: who took part in an event, how many documents two countries signed at a meeting.

A number of delegations or of documents says nothing by itself of what it belongs to; the event of its sentence does, or
the two countries that the sentences before it speak of.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._events import profile
from eucacheck.kinds._figures import within
from eucacheck.records import QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_ATTENDED: Final = regex.compile(
    r"\b(?:attend\w*|(?:took|take|taken|taking) part|participa\w+|delegations?|brought together|bringing together|"
    r"gather\w*|represent\w*|united)\b",
    regex.I,
)
_SIGNED: Final = regex.compile(
    r"\b(?:sign(?:ed|ing)?|exchang(?:ed?|ing)|adopt(?:ed|ing)?|inked|conclud(?:ed|ing))\b",
    regex.I,
)
_PAPERS: Final = frozenset("document agreement memorandum treaty paper accord deal contract".split())
_GUESTS: Final = frozenset(
    "country state nation delegation delegate participant organization organisation guest representative".split()
)
_REACH: Final = 2
"""Sentences before a count that tell whose documents it counts."""


def occasion_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The event or the two countries that a count belongs to; None where neither is told."""
    if figure.unit in _GUESTS and _ATTENDED.search(doc.shadow, sentence.start, sentence.end) is not None:
        inside = [m for m in doc.events if sentence.start <= m.start and m.end <= sentence.end]
        if len({m.local for m in inside}) != 1:
            return None
        about = profile(doc, doc.local_events[inside[0].local])
        return {"attended": True, **{k: about[k] for k in ("family", "type", "place", "date")}}
    if figure.unit in _PAPERS and _SIGNED.search(doc.shadow, sentence.start, sentence.end) is not None:
        inside = [m for m in doc.events if sentence.start <= m.start and m.end <= sentence.end]
        if len({m.local for m in inside}) == 1 and not doc.local_events[inside[0].local].private:
            about = profile(doc, doc.local_events[inside[0].local])
            return {"signed_at": True, **{k: about[k] for k in ("family", "type", "place", "date")}}
        countries = _countries(doc, sentence)
        return {"signed": True, "countries": countries} if len(countries) == 2 else None
    return None


def _countries(doc: "Document", sentence: Sentence) -> list[str]:
    """The countries of the sentence and of those before it, cities and office-holders with their country, up to two."""
    at = doc.sentence_index(sentence.start)
    found: set[str] = set()
    for back in range(_REACH + 1):
        if at - back < 0 or doc.sentences[at - back].article != doc.sentences[at].article:
            break
        line = doc.sentences[at - back]
        for entity in within(doc.entities, line.start, line.end):
            found |= {c for c in (entity.entity, *_around(doc, entity.entity)) if c.startswith("country:")}
        people = {p.person for p in within(doc.persons, line.start, line.end)}
        held = {o.organisation for o in doc.offices if o.person in people and o.organisation is not None}
        found |= {h for h in held if h.startswith("country:")}
        if len(found) >= 2:
            break
    return sorted(found)


def _around(doc: "Document", place: str) -> tuple[str, ...]:
    known = doc.pack.places.get(place)
    return known.within if known is not None and known.kind == "city" else ()


def one_occasion(a: Mapping[str, Any] | None, b: Mapping[str, Any] | None, block: "Block") -> bool:
    """Both counts belong to one event, or to one meeting of the same two countries."""
    if a is None or b is None or {*a} != {*b}:
        return False
    if "signed" in a:
        return bool(a["countries"] == b["countries"])
    if a["place"] is not None and b["place"] is not None and block.pack.apart(a["place"], b["place"]):
        return False
    placed = a["place"] is not None and a["place"] == b["place"]
    if a["family"] != b["family"] and not (placed and a["type"] == b["type"]):
        return False
    if a["date"] is None or b["date"] is None:
        return placed
    return compare_dates(parse_edtf(a["date"]), parse_edtf(b["date"])).relation != "disjoint"
