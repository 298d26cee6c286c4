"""A sentence to the country that a person or a firm is of: "the Finnish pianist X", "X, a Latvian diplomat"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.names import surname
from eucacheck.kinds.statement.part import Part
from eucacheck.records import EntityMention, Sentence
from eucacheck.shadow import consonants
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

NATION: Final = "by nation"
_NOUNS: Final = (
    r"\s(?!(?:and|or|counterparts?|side|delegation|city|town|capital|embassy)\b)(?:\p{Ll}[\p{L}-]{2,16}\s){1,3}"
)
_TITLE: Final = r"(?:(?:Dr|Professor|Captain|Colonel|Judge|Major|General)\.?\s)?"
_BEFORE: Final = regex.compile(_NOUNS + _TITLE)
_STATE: Final = regex.compile(
    r"\b(?:minister|president|premier|ambassador|envoy|consul|leader|government|foreign|deputy|official|spokes\w+|mayor"
    r"|governor|king|chancellor|parliament|colleague|counterpart|guest|host|side|delegation|team|embassy|border|market"
    r"|city|town|region|language|translation)s?\b",
    regex.I,
)
"""Words of offices, which another comparison reads, and of those who only are with somebody."""
_BEHIND: Final = regex.compile(r"(?:,?\s\d{2},?|\s\(\d{2}\),?|,)\s(?:an?|the|who\s(?:is|was)\san?)\s")
_CLOSE: Final = regex.compile(r"(?=[.,;])|\s(?!(?:and|or)\b)(?:\p{Ll}[\p{L}-]{2,16}\s?){1,2}(?=[.,;]|\swho\b)")
_FIRM: Final = regex.compile(
    r"\s(?:\p{Ll}[\p{L}-]{2,16}\s){0,2}?(?:company|firm|group|bank|contractor|manufacturer|holding|concern|supplier|producer"
    r"|developer|operator|consultancy)\s(?P<name>\p{Lu}[\p{L}\d&-]*(?:\s\p{Lu}[\p{L}\d&-]*){0,2})"
)
_REACH: Final = 60


def nationals_in(doc: "Document", i: int) -> Iterator[Part]:
    """Each person and firm of the sentence of that number with the one country that it is said to be of."""
    sentence = doc.sentences[i]
    adjectives = [
        e
        for e in between(doc.entities, sentence.start, sentence.end)
        if e.type == "country" and e.form == "adjective" and _alone(doc, e)
    ]
    for one in adjectives:
        firm = _FIRM.match(doc.shadow, one.end, sentence.end)
        if firm is not None:
            name = firm["name"]
            yield Part(one.start, firm.end(), NATION, (one.entity,), (f"firm {name.casefold()}",), (name,))
            continue
        found = _person(doc, sentence, one)
        if found is not None:
            start, end, name = found
            key = f"who {name[:1].casefold()}-{consonants(surname(name))}"
            yield Part(min(one.start, start), max(one.end, end), NATION, (one.entity,), (key,), (name,))


def _alone(doc: "Document", one: EntityMention) -> bool:
    """Not "Georgian-born" or "German-Turkish", nor "the Austrian and Italian"."""
    text = doc.shadow
    return text[one.end : one.end + 1] not in {"-", "'"} and text[one.start - 1 : one.start] != "-"


def _person(doc: "Document", sentence: Sentence, one: EntityMention) -> tuple[int, int, str] | None:
    """Who is told to be of the country: right behind its adjective and noun, or right before."""
    text, low, high = doc.shadow, max(sentence.start, one.start - _REACH), min(sentence.end, one.end + _REACH)
    named = [(p.start, p.end) for p in between(doc.persons, low, high) if p.form in {"full", "surname"}]
    known = [e for e in between(doc.entities, low, high) if e is not one]
    named += [
        m.span()
        for m in _NAME.finditer(text, low, high)
        if not any(e.start < m.end() and m.start() < e.end for e in known)
    ]
    behind = _CLOSE.match(text, one.end, sentence.end)
    for start, end in named:
        if start > one.end:
            gap = text[one.end : start]
            fits = _BEFORE.fullmatch(gap) is not None and _STATE.search(gap) is None
        else:
            fits = behind is not None and _BEHIND.fullmatch(text, end, one.start) is not None
            fits = fits and behind is not None and _STATE.search(behind.group()) is None
        if fits:
            return start, end, doc.text[start:end]
    return None


_NAME: Final = regex.compile(r"\b\p{Lu}\p{Ll}{2,14}\s\p{Lu}\p{Ll}{2,16}\b(?![-'])")
"""A full name that nothing else in the text tells to be one."""
