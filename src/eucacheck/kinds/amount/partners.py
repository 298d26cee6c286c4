"""A figure of trade that names one of its two parties to the other: the country that the sentence or article is about.

"Trade with the EU reached 6 billion dollars" is the trade of somebody: of the country that the sentence names besides,
else of the one country of its paragraph, headline or dateline. Where two countries come into question, none is taken.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.records import EntityMention, QuantityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_TRADE = r"\b(?:trade|turnover|commerce|exports?|imports?|exported|imported|shipments?|surplus|deficit)\b"
_WITH: Final = regex.compile(
    rf"{_TRADE}[^.;,]{{0,40}}?"
    r"\b(?:with|to|from)\s+(?:the\s+|its\s+)?(?:countries\s+of\s+the\s+|members?\s+(?:states?\s+)?of\s+the\s+)?$",
    regex.I,
)
_UNION: Final = regex.compile(
    rf"{_TRADE}[^.;,]{{0,40}}?"
    r"\b(?:with|to|from)\s+(?:the\s+(?:bloc|union)\b|(?:its\s+|the\s+)?European\s+(?:countries|partners|states)\b)",
    regex.I,
)
_REGION: Final = regex.compile(rf"{_TRADE}[^.;,]{{0,40}}?\b(?:with|to|from) the region\b", regex.I)
_FIVE: Final = regex.compile(
    rf"{_TRADE}[^.;,]{{0,40}}?\b(?:between|with)\b[^.;,]{{0,40}}?\bthe (?P<number>five|5) "
    r"(?:countries|states|republics|nations|partners)\b(?! of\b)",
    regex.I,
)
_MUTUAL: Final = regex.compile(
    r"\b(?:mutual|bilateral|two-way|reciprocal)\s+(?:[a-z]+\s+){0,2}?(?:trade|turnover|commerce)\b"
    r"|\b(?:trade|turnover|commerce)\s+between\s+(?:them|the\s+two(?:\s+(?:sides|parties|partners))?|(?:the|both)\s+sides)\b",
    regex.I,
)
_AND: Final = regex.compile(r"(?:'s members?)?\s+and\s+(?:the\s+)?")
_BETWEEN: Final = regex.compile(rf"(?:{_TRADE}[^.;,]{{0,30}}?\b(?:between|of)|\bbetween)\s+(?:the\s+)?$", regex.I)
_GOODS_WITH: Final = regex.compile(
    r"(?:'s?)?\s+(?:(?:total|mutual|bilateral|overall|foreign)\s+){0,2}(?:trade|turnover|exports?|imports?)"
    r"(?:\s+(?:turnover|volume|surplus|deficit))?\s+(?:with|to|from)\s+(?:the\s+)?",
    regex.I,
)
_COUNTED: Final = regex.compile(
    r"\b[Aa]ccording to (?:(?:the |data |figures |statistics |estimates )(?:from |of |by )?){0,3}"
    r"(?P<by>\p{Lu}[\p{L}.'-]{1,30}(?: (?:for |of |on |the )?\p{Lu}[\p{L}.'-]{1,30}){0,5})"
    r"|(?P<own>\p{Lu}[\p{L}.'-]{1,30}(?: \p{Lu}[\p{L}.'-]{1,30}){0,4})(?:'s)? (?:data|figures|statistics)\b"
)
_PARTIES: Final = frozenset({"country", "region", "org"})
_MOST: Final = 0.6
"""Share of an article's mentions of countries that the one has that it is about."""
_FEWEST: Final = 3
_ALONE: Final = 2
"""The same of a country that is the only one named."""
_FEW: Final = 5
"""Countries of a region that are called "the five"."""


def partners_of(doc: "Document", figure: QuantityMention, sentence: Sentence, parties: Sequence[str]) -> list[str]:
    """Both parties of a figure of trade, where the words name one as the partner of somebody; else those named."""
    told = list(parties)
    if (pair := _pair(doc, figure, sentence)) is not None:
        return pair
    if (pair := _the_two(doc, figure, sentence)) is not None:
        return pair
    if (region := _region(doc, sentence)) is not None and region not in told:
        told = sorted([*told, region])
    if (union := _union(doc, sentence)) is not None and union not in told:
        told = sorted([*told, union])
    if len(told) != 1 or not (union or _is_partner(doc, sentence, told[0])):
        return told
    other = _home(doc, sentence, told[0])
    return sorted([*told, other]) if other is not None else told


def told_of(doc: "Document", sentence: Sentence) -> dict[str, list[str]]:
    """Whose trade the sentence before a figure speaks of, where its own names nobody: one country or region."""
    at = doc.sentence_index(sentence.start)
    if at <= 0 or doc.sentences[at - 1].article != sentence.article:
        return {}
    line = doc.sentences[at - 1]
    named = {
        e.entity for e in between(doc.entities, line.start, line.end) if e.type in _PARTIES and e.form != "metonym"
    }
    return {"told_of": sorted(named)} if len([e for e in named if not e.startswith("org:")]) == 1 else {}


def counted_by(doc: "Document", sentence: Sentence) -> dict[str, str]:
    """The body whose statistics a sentence cites, as it is called: two bodies count trade in two ways."""
    found = _COUNTED.search(doc.shadow, sentence.start, sentence.end)
    return {"by": " ".join((found["by"] or found["own"]).casefold().split())} if found is not None else {}


def _pair(doc: "Document", figure: QuantityMention, sentence: Sentence) -> list[str] | None:
    """'Trade between X and Y', 'trade of X with Y', 'the turnover of X and Y': these two, whoever else is named."""
    named = [e for e in between(doc.entities, sentence.start, sentence.end) if e.type in _PARTIES]
    for a, b in pairwise(named):
        gap = doc.shadow[a.end : b.start]
        lead = doc.shadow[max(sentence.start, a.start - 60) : a.start]
        own = a.entity != b.entity and (
            (_AND.fullmatch(gap) is not None and _BETWEEN.search(lead) is not None)
            or (_GOODS_WITH.fullmatch(gap) is not None)
        )
        if own and not any(q.type == "money" for q in between(doc.quantities, min(b.end, figure.end), figure.start)):
            return sorted((a.entity, b.entity))
    return None


def _the_two(doc: "Document", figure: QuantityMention, sentence: Sentence) -> list[str] | None:
    """'Mutual trade', 'trade between the two': the two parties of the sentence, else of the one before it."""
    if _MUTUAL.search(doc.shadow, max(sentence.start, figure.start - 120), figure.start) is None:
        return None
    at = doc.sentence_index(sentence.start)
    before = [s for s in doc.sentences[max(0, at - 1) : max(0, at)] if s.article == sentence.article]
    for low, high in ((sentence.start, figure.start), *((s.start, s.end) for s in before)):
        named = {e.entity for e in between(doc.entities, low, high) if e.type in _PARTIES and e.form != "metonym"}
        if len(named) == 2 and not any(doc.pack.contains(a, b) for a in named for b in named - {a}):
            return sorted(named)
        if named:
            return None
    return None


def _region(doc: "Document", sentence: Sentence) -> str | None:
    """'Trade with the region', 'with the five countries': the one region (of five) that the article names."""
    five = _FIVE.search(doc.shadow, sentence.start, sentence.end)
    if five is None and _REGION.search(doc.shadow, sentence.start, sentence.end) is None:
        return None
    regions = {e.entity for e in doc.entities if e.type == "region"}
    if five is not None:
        regions = {r for r in regions if len(doc.pack.countries_in(r)) == _FEW}
    return regions.pop() if len(regions) == 1 else None


def _union(doc: "Document", sentence: Sentence) -> str | None:
    """'trade with the bloc', 'with European countries': the one union of countries that the article names."""
    if _UNION.search(doc.shadow, sentence.start, sentence.end) is None:
        return None
    unions = {e.entity for e in doc.entities if e.type == "org" and _members(doc, e.entity)}
    return unions.pop() if len(unions) == 1 else None


def _members(doc: "Document", entity: str) -> Sequence[str]:
    body = doc.pack.organisations.get(entity)
    return body.members if body is not None and body.kind == "union" else ()


def _is_partner(doc: "Document", sentence: Sentence, party: str) -> bool:
    named = [e for e in between(doc.entities, sentence.start, sentence.end) if e.entity == party]
    return any(_WITH.search(doc.shadow[max(sentence.start, e.start - 90) : e.start]) is not None for e in named)


def _home(doc: "Document", sentence: Sentence, partner: str) -> str | None:
    """The one country of the sentence, the paragraph before, the headline, the dateline, or of most of the article."""
    own = [e for e in doc.entities if doc.own_article(e.start)]
    paragraph = [s for s in doc.sentences if s.paragraph == sentence.paragraph and s.end <= sentence.start]
    head = [p for p in doc.passages if p.role == "headline" and p.article == 0]
    line = [doc.dateline.place] if doc.dateline is not None else []
    looked = [
        between(own, sentence.start, sentence.end),
        *(between(own, s.start, s.end) for s in reversed(paragraph)),
        [e for p in head for e in between(own, p.start, p.end)],
    ]
    for mentions in looked:
        found = _countries(doc, mentions, partner)
        if len(found) > 1:
            return None
        if found:
            return found.pop()
    most = Counter(c for e in own for c in _countries(doc, [e], partner))
    if not most:
        return None
    country, number = max(most.items(), key=lambda c: (c[1], c[0]))
    if number < (_FEWEST if len(most) > 1 else _ALONE) or number < _MOST * sum(most.values()):
        return None
    lines = _countries(doc, line, partner, places=True)
    return country if not lines or lines == {country} else None


def _countries(
    doc: "Document", mentions: Sequence[EntityMention], partner: str, *, places: bool = False
) -> set[str]:  # fmt: skip
    """The countries of some mentions that are no member of the partner; of places, where they lie."""
    found = {e.entity for e in mentions if e.type == "country"}
    if places:
        known = [doc.pack.places.get(e.entity) for e in mentions if e.type == "place"]
        found |= {w for k in known if k is not None for w in k.within if w.startswith("country:")}
    return found - {partner, *_members(doc, partner)}
