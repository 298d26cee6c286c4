"""A length of time to the thing that lasts so long: the visit, project or forum, named in the clause or before."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.kinds._figures.figures import within
from eucacheck.records import QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_NAMES: Final = {
    "visit": "visit trip stay",
    "tour": "tour voyage journey",
    "project": "project programme program scheme initiative",
    "forum": "forum",
    "conference": "conference",
    "summit": "summit",
    "seminar": "seminar workshop",
    "course": "course training courses",
    "festival": "festival",
    "exhibition": "exhibition fair",
    "talks": "talks negotiations",
    "exercise": "exercise exercises",
    "school": "school camp",
    "construction": "construction building works",
    "contract": "contract",
    "term": "term mandate",
    "repair": "repair repairs renovation",
    "mission": "mission",
}
_CALLED: Final = {word: name for name, words in _NAMES.items() for word in words.split()}
_THING: Final = regex.compile(rf"\b(?P<noun>{'|'.join(sorted(_CALLED, key=len, reverse=True))})\b", regex.I)
_MANY: Final = regex.compile(
    r"\b(?:two|three|four|five|several|\d)\s(?:\w+\s)?(?:countries|states|republics|capitals|cities|stops)\b"
    r"|\b(?:of|through|across|around|in) (?:the region|central asia)\b",
    regex.I,
)
"""A visit to several countries is a tour, and longer than its stops."""
_PRONOUN: Final = regex.compile(r"\W{0,3}(?:It|This|Its)\b")
_REACH: Final = 120
_ANOTHER: Final = regex.compile(
    r"\b(?:next|earlier|previous|past|former|another|future|second|third|following|last)\s(?:\w+\s)?$", regex.I
)
"""Before the name of a thing that is not that of the news."""
_AHEAD: Final = regex.compile(r"\b(?:will|would|shall|is to|are to|due to|planned|expected|scheduled)\b", regex.I)
_ONCE: Final = frozenset({"project", "contract", "term", "mission", "construction", "repair"})
"""Things that last as long when planned as when done."""


def lasting_thing(
    doc: "Document", figure: QuantityMention, sentence: Sentence, *, behind: bool
) -> dict[str, Any] | None:
    """The name of the thing, the people named with it and the countries; None where no noun names it."""
    if behind:
        found = _THING.search(doc.shadow, figure.end, min(sentence.end, figure.end + _REACH // 2))
    else:
        found = _last(doc, max(sentence.start, figure.start - _REACH), figure.start)
        at = doc.sentence_index(sentence.start)
        if found is None and at > 0 and _PRONOUN.match(doc.shadow, sentence.start) is not None:
            found = _last(doc, doc.sentences[at - 1].start, doc.sentences[at - 1].end)
    if found is None:
        return None
    if _ANOTHER.search(doc.shadow, max(0, found.start() - 24), found.start()) is not None:
        return {"thing": "another"}
    thing = _CALLED[found["noun"].casefold()]
    low = min(sentence.start, found.start())
    if thing == "visit" and _MANY.search(doc.shadow, low, sentence.end) is not None:
        thing = "tour"
    who = sorted({p.person.rpartition("-")[2] for p in within(doc.persons, low, sentence.end)})
    where = sorted({e.entity for e in within(doc.entities, low, sentence.end) if e.type == "country"})
    ahead = thing not in _ONCE and _AHEAD.search(doc.shadow, low, figure.start) is not None
    return {"thing": thing, "who": who, "where": where, "ahead": ahead}


def _last(doc: "Document", low: int, high: int) -> "regex.Match[str] | None":
    return next(reversed(list(_THING.finditer(doc.shadow, low, high))), None)


def things_apart(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    """Why two lengths are of two things, coded; empty where nothing says so."""
    things = {t for t in (a.get("thing"), b.get("thing")) if t}
    if len(things) > 1 or "another" in things:
        return "other-event: other things last so long"
    if a.get("ahead") != b.get("ahead") and "ahead" in a and "ahead" in b:
        return "other-event: one is planned, the other done"
    for field in ("who", "where"):
        one, other = {*a.get(field, ())}, {*b.get(field, ())}
        if one and other and not one & other:
            return "other-event: of other people or places"
    return ""
