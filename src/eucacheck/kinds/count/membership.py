"""A count to the body whose members it counts: all of them, or some, as the words around the number say.

'The EU and its 27 member states', 'a 32-member alliance', 'all five Central Asian countries' tell how many there are;
'12 EU countries' tells of some, and 'the 28 members that it then had' of another time.
"""

from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.kinds._figures.figures import flat, within
from eucacheck.kinds.count.owners import IN_ALL, ITS, owner_before
from eucacheck.records import EntityMention, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_HAS: Final = (
    r"(?:now |currently |today )?(?:has|have|comprises?|consists? of|unites?|groups|counts|includes|numbers|"
    r"brings together|is (?:made up|composed) of)"
)
_BEFORE: Final = regex.compile(
    rf"(?:'s?|,? whose|{ITS}|"
    rf",? (?:which |that )?{_HAS}(?: its)?|"
    r"(?:(?:,| is| as) (?:an?|the))? (?:\w{3,12} ){0,2}(?:bloc|group|grouping|union|alliance|organi[sz]ation|club) of)?"
    rf"{IN_ALL}"
)
"""Between a body and the number of its members: "the EU's", "NATO and its", "the OSCE unites"."""
_ALL: Final = regex.compile(
    rf"(?<!, )\b(?:all(?: of)?(?: (?:the|its|their))?|(?:and|with) its|{_HAS})\s+(?:current )?$", regex.I
)
_BEHIND: Final = regex.compile(r"\s(?:of|in)\s(?:the\s)?")
_BLOC: Final = regex.compile(
    r"-(?:member|nation|country|state|strong)(?: \w{3,12}){0,2} "
    r"(?:bloc|group|grouping|union|alliance|organi[sz]ation|club|body|trade body)\b"
)
_THEN: Final = regex.compile(
    r"\b(?:then|at (?:the|that) time|by then|previous\w*|former\w*|once|used to|originally|had|would|could|may|might|"
    r"if|when|becom\w+|became|ago|other|remaining|rest|enlarge\w*|accession|grow\w*|grew|join\w*|without|minus|except|"
    r"plus|found(?:ed|ing)|created|departure|withdr[ae]w\w*|(?:left|leav\w+) the)\b|(?-i:Brexit)",
    regex.I,
)
"""The sentence looks back or ahead, or counts some of the members or more than them."""
_THAT: Final = regex.compile(
    r"\s*,?\s*(?:that|which|who|whose|where|in|of|outside|inside|with|bordering|using|along|under|affected|concerned|"
    r"participating|taking|plus|and (?:the|its|other))\b"
)
"""Behind the noun: some of the members are singled out, or others are added."""
_LONGEST: Final = 48


def members_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The body or region whose members a figure counts, and whether it is all of them; None where that is not sure."""
    owner = _owner(doc, figure, sentence)
    end = owner[2] if owner is not None else figure.end
    before = flat(doc, max(sentence.start, figure.start - _LONGEST), figure.start)
    if _THEN.search(doc.shadow, sentence.start, sentence.end) or _more(doc, end, sentence, before):
        return None
    told = (owner[0].entity, owner[1]) if owner is not None and doc.pack.figures_of(owner[0].entity) else None
    told = told or owner_before(doc, figure, sentence)
    return {"of": told[0], "all": told[1] or _ALL.search(before) is not None} if told is not None else None


def _more(doc: "Document", end: int, sentence: Sentence, before: str) -> bool:
    """The words behind single some out or add others; 'the five Xs and the Y' counts the five alone."""
    told = _THAT.match(doc.shadow, end, sentence.end)
    joins = told is not None and told.group().strip(" ,").startswith("and the")
    return told is not None and not (joins and before.casefold().endswith("the "))


def _owner(doc: "Document", figure: QuantityMention, sentence: Sentence) -> tuple[EntityMention, bool, int] | None:
    """The body named in the phrase, right behind or before it, or the one body of a sentence on 'an N-member bloc'.

    With it whether these words themselves speak of all its members, and where they end.
    """
    inside = [e for e in doc.entities if figure.number_end <= e.start < figure.end and e.type in {"org", "region"}]
    if inside:
        return inside[0], False, max(figure.end, inside[0].end)
    link = _BEHIND.match(doc.shadow, figure.end, sentence.end)
    behind = [e for e in within(doc.entities, link.end(), link.end() + 90) if e.start == link.end()] if link else []
    if behind:
        return behind[0], False, behind[0].end
    before = within(doc.entities, max(sentence.start, figure.start - 120), figure.start)
    if before and (gap := _BEFORE.fullmatch(flat(doc, before[-1].end, figure.start))) is not None:
        owns = gap.group().strip() or doc.shadow[before[-1].start : before[-1].end].endswith(("'s", "s'"))
        return (before[-1], True, figure.end) if owns else None
    if _BLOC.match(flat(doc, figure.number_end, min(sentence.end, figure.number_end + _LONGEST))):
        # 'the 27-nation bloc' is named before; what comes behind ("in Central Asia", "with NATO") is another
        earlier = within(doc.entities, sentence.start, figure.start)
        bodies = [e for e in earlier if e.type == "org" and doc.pack.figures_of(e.entity)]
        if len({e.entity for e in bodies}) == 1:
            return bodies[0], True, figure.end
    return None
