"""A phrase of leading to the side that is led: "the EU delegation", "the visitors from the Commission".

Two people may each lead a delegation to one event, if they lead different ones. So each head of a delegation has the
side it is said to lead, where the words tell it; the office that the head holds tells it where they do not.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from eucacheck.mentions.events_parties import PARTIES, party_of
from eucacheck.records import EntityMention, PersonMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

LED = (
    r"(?:delegations?|side|team|visitors|negotiators|negotiating team|mission|deputies|MEPs|parliamentarians|lawmakers"
    r"|group(?=\s+of\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|MEPs|deputies|Members)\b))"
)
_LED = regex.compile(rf"\b{LED}\b", regex.I)
_OWN_SIDE = regex.compile(r"\b(?:for|on|from|on behalf of)\s+(?:the\s+)?(?=(?-i:\p{Lu}))", regex.I)
_SIDE = regex.compile(r"(?:'s)?\s+(?:side|part)\b|\s*[,.]", regex.I)
_BEFORE = regex.compile(
    r"(?:'s?)?[\s-]+(?:(?:was|were|is)\s+represented\s+by\s+an?\s+)?(?P<words>(?:[a-z][a-z-]{1,15}\s+){0,3})", regex.I
)
_BEHIND = regex.compile(r"\s+(?:of|from|sent by|representing)\s+(?:the\s+)?", regex.I)
_OTHER_SORT = regex.compile(
    r"\b(?:business|trade|parliamentary|expert|youth|military|media|press|technical|scientific|academic)\b", regex.I
)
"""A delegation of another sort comes beside the one of the government, and has a head of its own."""
_NEAR = 100
_LONGEST = 80
"""Characters of the name of a body."""
_BACK = 300
"""Characters before a sentence in which a delegation without a name was named."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is led: `party` is the country or union, `body` the institution named."""

    party: str
    body: str


def side_led(doc: "Document", sentence: Sentence, span: tuple[int, int], person: PersonMention) -> Side | None:
    """The side that somebody leads, by the words around the phrase of leading; None where they do not say."""
    start, end = span
    if (own := _elliptic(doc, sentence, start)) is not None:
        return own
    behind = list(_LED.finditer(doc.shadow, start, min(sentence.end, end + _NEAR)))
    before = list(_LED.finditer(doc.shadow, max(sentence.start, start - _NEAR), start))
    nearest = (behind[:1] if behind and behind[0].start() < end + 45 else []) or before[-1:]
    if before and doc.shadow[start:end].endswith("by") and start - before[-1].end() < _NEAR // 2:
        nearest = before[-1:]  # "the delegation of A, led by X, met the deputies of B"
    for noun in nearest:
        found = _around(doc, noun.span())
        if found == "other":
            return None
        told = side_of(doc, found.entity) if isinstance(found, EntityMention) else None
        return told or of_office(doc, person) or _named_before(doc, sentence)
    return side_spoken_for(doc, sentence, end)


def _elliptic(doc: "Document", sentence: Sentence, start: int) -> Side | None:
    """'Kazakhstan's was led by X', 'For the EU the talks were led by X': no delegation stands beside the verb."""
    its = _ITS_OWN.search(doc.shadow, max(sentence.start, start - 20), start)
    if its is not None:
        owner = next(
            (e for e in between(doc.entities, its.start() - _LONGEST, its.start()) if e.end == its.start()), None
        )
        return side_of(doc, owner.entity) if owner is not None else None
    lead = _FRONTED.match(doc.shadow, sentence.start, start)
    entity = entity_at(doc, lead.end()) if lead is not None else None
    if entity is None or _TALKS_WERE.fullmatch(doc.shadow, entity.end, start) is None:
        return None
    return side_of(doc, entity.entity)


_ITS_OWN = regex.compile(r"'s?\s+(?:was|were|is|will\s+be)\s+$", regex.I)
_FRONTED = regex.compile(r"\W{0,3}(?:For|On\s+behalf\s+of|On)\s+(?:the\s+)?")
_TALKS_WERE = regex.compile(
    r"(?:'s)?(?:\s+(?:side|part))?,?\s+(?:the\s+)?(?:talks|negotiations|consultations|meeting|delegation|team)\s+(?:was|were|is|are)\s+",
    regex.I,
)


def side_spoken_for(doc: "Document", sentence: Sentence, end: int) -> Side | None:
    """The side in "for the EU side", "on behalf of Tajikistan", before or behind a phrase that ends at `end`."""
    for match in _OWN_SIDE.finditer(doc.shadow, sentence.start, min(sentence.end, end + _NEAR)):
        entity = entity_at(doc, match.end())
        if entity is not None and _SIDE.match(doc.shadow, entity.end) is not None:
            return side_of(doc, entity.entity)
    return None


def _around(doc: "Document", noun: tuple[int, int]) -> EntityMention | str | None:
    """The body or country beside "delegation"; "other" where the words make it one of another sort."""
    start, end = noun
    of = _BEHIND.match(doc.shadow, end)
    for entity in reversed(between(doc.entities, start - 80, start)):
        gap = _BEFORE.fullmatch(doc.shadow, entity.end, start)
        if gap is None or "\n" in gap.group():
            continue
        if _OTHER_SORT.search(gap["words"]):
            return "other"
        if entity.type in PARTIES:
            return entity
    if _OTHER_SORT.search(doc.shadow, max(0, start - 20), start):
        return "other"
    return entity_at(doc, of.end()) if of is not None else None


def _named_before(doc: "Document", sentence: Sentence) -> Side | None:
    """The side of the delegation named last, shortly before a sentence that has only "the group", "the delegation"."""
    for noun in reversed(list(_LED.finditer(doc.shadow, max(0, sentence.start - _BACK), sentence.start))):
        side = side_named(doc, noun.span())
        if side is not None:
            return side
    return None


def side_named(doc: "Document", noun: tuple[int, int]) -> Side | None:
    """The side of a "delegation", "team" or the like, by the body or country beside the word."""
    found = _around(doc, noun)
    return side_of(doc, found.entity) if isinstance(found, EntityMention) else None


def entity_at(doc: "Document", at: int) -> EntityMention | None:
    """The body or country named at an offset, its article counted or not."""
    near = between(doc.entities, at - len("the "), at + _LONGEST)
    return next((e for e in near if e.start <= at + 1 and e.end > at and e.type in PARTIES), None)


def of_office(doc: "Document", person: PersonMention) -> Side | None:
    """The side of a head of whom only the office tells it, where all offices given tell the same."""
    bodies = sorted({o.organisation for o in doc.offices if o.person == person.person and o.organisation is not None})
    sides = [s for b in bodies if (s := side_of(doc, b)) is not None]
    return sides[0] if len({s.party for s in sides}) == 1 else None


def side_of(doc: "Document", body: str) -> Side | None:
    """The country or union that a body belongs to, with the body; None for what is no side of talks."""
    party = party_of(body, doc.pack)
    return Side(party, body) if party is not None and not party.startswith("region:") else None
