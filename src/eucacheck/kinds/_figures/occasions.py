"""A count to its occasion: who took part in an event, how many documents two countries signed at a meeting.

A number of delegations or of documents says nothing by itself of what it belongs to; the event of its sentence does, or
the two countries that the sentences before it speak of.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._figures.figures import within
from eucacheck.kinds._happenings.events import profile
from eucacheck.records import QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import LocalEvent

_ATTENDED: Final = regex.compile(
    r"\b(?:attend\w*|(?:took|take|taken|taking) part|participa\w+|delegations?|brought together|bringing together|"
    r"gather\w*|represent\w*|united)\b",
    regex.I,
)
PEOPLE: Final = frozenset("person participant delegate attendee guest".split())
"""Nouns for all who came to an event."""
_CAME: Final = regex.compile(
    r"\s(?:[^.;:!?\n]{0,140}?\s)?(?:(?:have |had |has )?"
    r"(?:come|came|gathered|assembled|met|turned out|turned up|registered|arrived)"
    r"(?: (?:together )?(?:to|at|for|in|on) )"
    r"|(?:have |had |has |is |are |were )?(?:attended|attending|joined|joining)\s"
    r"|(?:have |had |has |is |are |were |was )?(?:took|take|taken|taking) part\b"
    r"|(?:have |had |has |is |are |were |was )?participat(?:ed|e|ing)\b)",
    regex.I,
)
"""Behind a number of people: they came to something."""
_DREW: Final = regex.compile(
    r"\b(?:attended by|brought (?:together|in)|drew|attracted|gathered|assembled|united|welcomed|counted)\s"
    r"(?:(?:some|about|around|nearly|almost|up to|more than|over|the|well over|roughly)\s){0,3}$",
    regex.I,
)
"""Before a number of people: something had so many."""
_OF_THEM: Final = regex.compile(r"\b(?:of|among|including)\s+(?:these|them|those|whom|which)\b", regex.I)
_NOTHING_MORE: Final = regex.compile(
    r"(?:\s+in\s+(?:it|them)\b)?\s*(?:[.,;]|$|\b(?:this|from|on|today|over)\b)", regex.I
)
_PRONOUN: Final = regex.compile(r"(?:It|This|That)\b[^.,;]{0,20}$")
_WILL: Final = regex.compile(r"\b(?:will|would|shall|expected|due|planned|awaited|set|going)\b", regex.I)
_SIGNED: Final = regex.compile(
    r"\b(?:sign(?:ed|ing)?|exchang(?:ed?|ing)|adopt(?:ed|ing)?|inked|conclud(?:ed|ing))\b",
    regex.I,
)
_PAPERS: Final = frozenset("document agreement memorandum treaty paper accord deal contract".split())
_GUESTS: Final = frozenset(
    "country state nation delegation delegate participant organization organisation guest representative".split()
)
_WEEKS: Final = 14
"""Days between two events of which two reports do not tell as one."""
_DAYS: Final = 3
"""Days that an event of many people lasts."""
_REACH: Final = 2
"""Sentences before a count that tell whose documents it counts."""


def occasion_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The event or the two countries that a count belongs to; None where neither is told."""
    if figure.unit in PEOPLE and (event := _attended(doc, figure, sentence)) is not None:
        about = profile(doc, event)
        ahead = about["status"] == "planned" or _WILL.search(doc.shadow, sentence.start, sentence.end) is not None
        told = {"attended": True, **{k: about[k] for k in ("family", "type", "place", "date")}}
        return told | ({"ahead": True} if ahead else {})
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


def _attended(doc: "Document", figure: QuantityMention, sentence: Sentence) -> "LocalEvent | None":
    """The one event that a number of people came to: of the sentence, else the one told of before."""
    low, high = sentence.start, sentence.end
    came = _CAME.match(doc.shadow, figure.end, high)
    drew = _DREW.search(doc.shadow, low, figure.number_start)
    if (came is None and drew is None) or _OF_THEM.search(doc.shadow, low, figure.start) is not None:
        return None
    back = 0
    if came is not None and _NOTHING_MORE.match(doc.shadow, came.end(), high) is not None:
        back = _REACH  # 'are taking part': what in, the sentence before has told
    elif drew is not None and _PRONOUN.match(doc.shadow, low, drew.start()) is not None:
        back = _REACH
    at = doc.sentence_index(low)
    for line in reversed(doc.sentences[max(0, at - back) : at + 1]):
        if line.article != sentence.article:
            return None
        told = {m.local for m in doc.events if line.start <= m.start and m.end <= line.end}
        if told:
            one = doc.local_events[told.pop()]
            return one if not told and not one.private else None
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


def other_occasions(a: Mapping[str, Any] | None, b: Mapping[str, Any] | None, block: "Block") -> bool:
    """The counts belong to events in two towns, or weeks apart."""
    if not a or not b or "countries" in a or "countries" in b:
        return False
    if a["place"] is not None and b["place"] is not None and block.pack.apart(a["place"], b["place"]):
        return True
    gap = gap_days(parse_edtf(a["date"]), parse_edtf(b["date"])) if a["date"] and b["date"] else None
    return gap is not None and gap > _WEEKS


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
    first, last = parse_edtf(a["date"]), parse_edtf(b["date"])
    gap = gap_days(first, last) if "attended" in a else None  # one tells of its opening, one of its end
    return compare_dates(first, last).relation != "disjoint" or (gap is not None and gap <= _DAYS)
