"""A sentence to who led a side without "delegation": "X presided on the Uzbek side", "Across the table sat Y"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._happenings.sides import LED, Side, entity_at, of_office, side_named, side_of
from eucacheck.records import PersonMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Told = tuple[int, int, PersonMention, Side]
"""The words (start, end), who leads, and which side."""

_LEADS: Final = (
    r"(?:presided|chaired|sat\s+at\s+the\s+head|sat\s+in\s+the\s+chair|had\s+the\s+chair|took\s+the\s+chair|was\s+in\s+charge"
    r"|led\s+the\s+(?:talks|negotiations|discussions?|conversation)|conducted\s+the\s+(?:talks|negotiations|discussions?)"
    r"|headed\s+the\s+(?:talks|negotiations)|led(?=\s+(?:for|on\s+behalf\s+of)\s))"
)
_ON_SIDE: Final = regex.compile(rf"\b{_LEADS}\s+(?:on|for|from|on\s+behalf\s+of)\s+(?:the\s+)?", regex.I)
_SPOKE: Final = regex.compile(
    r"\b(?:spoke|answered|negotiated|replied|responded)\s+(?:for|on\s+behalf\s+of|on|from)\s+(?:the\s+)?", regex.I
)
_THAT_OF: Final = regex.compile(r"\b(?:headed|led|heads|leads)\s+that\s+(?:of|from)\s+(?:the\s+)?", regex.I)
_SIDE_BY: Final = regex.compile(
    r"(?:'s)?\s+(?:side|part|team|delegation)\s+(?:was|is|will\s+be)\s+represented\s+by\s+", regex.I
)
_SIDE: Final = regex.compile(r"(?:'s)?(?:\s+(?:side|part|delegation|team))?(?=\s*[,.;]|\s+and\b|\s*$)", regex.I)
_OPPOSITE: Final = regex.compile(
    r"\b(?:(?:across|on\s+the\s+other\s+side\s+of)\s+the\s+table\s+(?:sat|was|were)|(?:opposite|facing)\s+(?:him|her|them)\s+"
    r"(?:sat|was|stood|were)|(?:his|her)\s+(?:opposite\s+number|counterpart)\s+(?:at\s+the\s+(?:table|talks)|in\s+the\s+talks)\s+was)\s+",
    regex.I,
)
_LED: Final = regex.compile(rf"\b{LED}\b", regex.I)
_LEADER: Final = regex.compile(r"\b(?:led|headed|head|headed\s+by|led\s+by|leads|heads|heading|leading)\b", regex.I)
_CLAUSE: Final = regex.compile(r"[.;]|\b(?:said|told|while|whereas|but|and\s+(?:he|she|they))\b", regex.I)
_BEHIND: Final = 60
"""Characters of titles between the words and the name behind them."""
_BEFORE: Final = 90
"""Characters of titles between a name and the verb behind it."""
_FAR: Final = 500
"""Characters to the talks spoken of last."""
_PARALLEL: Final = 260
"""Characters around "X spoke for A" in which the other side's speaker is told in the same way."""


def told_for_a_side(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Told]:
    """Give each person who is told to lead a side, with that side."""
    for match in _ON_SIDE.finditer(doc.shadow, sentence.start, sentence.end):
        for told in _for(doc, match, persons):
            yield told
            yield from _gapped(doc, sentence, told, persons)
    yield from _gapped_passive(doc, sentence, persons)
    for match in _THAT_OF.finditer(doc.shadow, sentence.start, sentence.end):
        if _LED.search(doc.shadow, max(0, match.start() - _PARALLEL), match.start()):
            yield from _for(doc, match, persons)
    for match in _SIDE_BY.finditer(doc.shadow, sentence.start, sentence.end):
        yield from _by(doc, sentence, match, persons)
    for match in _SPOKE.finditer(doc.shadow, sentence.start, sentence.end):
        for told in _for(doc, match, persons):
            if _two_sides(doc, match.start()) or _OPPOSITE.search(doc.shadow, match.end(), match.end() + _PARALLEL):
                yield told
    for match in _OPPOSITE.finditer(doc.shadow, sentence.start, sentence.end):
        behind = [p for p in persons if match.end() <= p.start <= match.end() + _BEHIND and p.form != "pronoun"]
        before = doc.shadow[max(0, match.start() - _PARALLEL) : match.start()]
        led = _LED.search(before) and _LEADER.search(before)
        if behind and (led or _SPOKE.search(before)):
            side = of_office(doc, behind[0]) or _other_side(doc, match.start())
            if side is not None:
                yield match.start(), behind[0].end, behind[0], side


def _gapped_passive(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Told]:
    """'The A side was led by X, and the B side by Y': the verb is told once."""
    lead = _WAS_LED.search(doc.shadow, sentence.start, sentence.end)
    if lead is None:
        return
    for match in _AND_BY.finditer(doc.shadow, lead.end(), sentence.end):
        behind = [p for p in persons if match.end() <= p.start <= match.end() + _TITLES and p.form != "pronoun"]
        entity = entity_at(doc, match.start("side"))
        if not behind or entity is None or _CLAUSE.search(doc.shadow, match.end(), behind[0].start):
            continue
        side = side_of(doc, entity.entity) or of_office(doc, behind[0])
        if side is not None:
            yield match.start("side"), behind[0].end, behind[0], side


_WAS_LED: Final = regex.compile(rf"\b{LED}\s+(?:was|were|is|are)\s+(?:led|headed)\s+by\b", regex.I)
_AND_BY: Final = regex.compile(
    rf"(?:,|;|\band|\bwhile)\s+(?:and\s+|while\s+)?(?:the\s+)?(?P<side>(?-i:\p{{Lu}})[\p{{L}} ]{{1,24}}?)"
    rf"(?:'s)?\s+{LED}\s+by\s+"
    rf"|(?:,|;|\band|\bwhile)\s+(?:and\s+|while\s+)?(?:that|the\s+(?:one|delegation|side))\s+of\s+(?:the\s+)?"
    r"(?P<side>(?-i:\p{Lu})[\p{L} ]{1,24}?)\s+by\s+",
    regex.I,
)
_TITLES: Final = 110


def _by(
    doc: "Document", sentence: Sentence, match: "regex.Match[str]", persons: Sequence[PersonMention]
) -> Iterator[Told]:
    """'The Tajik side was represented by X': the side before, the person behind."""
    entity = next((e for e in between(doc.entities, sentence.start, match.start()) if e.end == match.start()), None)
    behind = [p for p in persons if match.end() <= p.start <= match.end() + _TITLES and p.form != "pronoun"]
    if entity is None or not behind or _CLAUSE.search(doc.shadow, match.end(), behind[0].start):
        return
    noun = _LED.search(doc.shadow, match.start(), match.end())
    named = side_named(doc, noun.span()) if noun is not None else None
    side = side_of(doc, entity.entity) or named or of_office(doc, behind[0])
    if side is not None:
        yield entity.start, behind[0].end, behind[0], side


def _gapped(doc: "Document", sentence: Sentence, told: Told, persons: Sequence[PersonMention]) -> Iterator[Told]:
    """'X led for the EU, Y for Kazakhstan': the verb is told once."""
    verb_end, side = told[1], told[3]
    for person in (p for p in persons if p.start >= verb_end and p.form != "pronoun"):
        behind = _GAP.match(doc.shadow, person.end, sentence.end)
        other = _side_behind(doc, behind.end()) if behind is not None else None
        if behind is not None and other is not None and other.party != side.party:
            yield person.start, behind.end(), person, other
            return


_GAP: Final = regex.compile(r"(?:\s*,[^.;,\n]{3,80},)?\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?", regex.I)


def _other_side(doc: "Document", at: int) -> Side | None:
    """Of talks of two, the side whose head is not told just before."""
    events = [m for m in doc.events if at - _FAR < m.start < at]
    parties = set(doc.local_events[events[-1].local].parties) if events else set()
    nouns = _LED.finditer(doc.shadow, max(0, at - _PARALLEL), at)
    led = {s.party for m in nouns if (s := side_named(doc, m.span())) is not None} | _sides_spoken_for(doc, at)
    other = parties - led
    return Side(*(2 * (other.pop(),))) if len(parties) == 2 and len(other) == 1 else None


def _for(doc: "Document", match: "regex.Match[str]", persons: Sequence[PersonMention]) -> Iterator[Told]:
    """'X presided on the Uzbek side': the person before the verb, the side behind it."""
    side = _side_behind(doc, match.end())
    before = [p for p in persons if p.end <= match.start() and p.form != "pronoun"]
    if side is None or not before:
        return
    gap = doc.shadow[before[-1].end : match.start()]
    if len(gap) < _BEFORE and not _CLAUSE.search(gap):
        yield match.start(), match.end(), before[-1], side


def _side_behind(doc: "Document", at: int) -> Side | None:
    entity = entity_at(doc, at)
    if entity is None or _SIDE.match(doc.shadow, entity.end) is None:
        return None
    return side_of(doc, entity.entity)


def _sides_spoken_for(doc: "Document", at: int) -> set[str]:
    near = _SPOKE.finditer(doc.shadow, max(0, at - _PARALLEL), at + _PARALLEL)
    return {s.party for m in near if (s := _side_behind(doc, m.end())) is not None}


def _two_sides(doc: "Document", at: int) -> bool:
    """'X spoke for A, Y answered for B': who speaks for a side without that may be any of its delegation."""
    return len(_sides_spoken_for(doc, at)) == 2
