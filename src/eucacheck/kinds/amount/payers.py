"""A sum of money to who gives it: named before a verb of giving, behind "from" or "by", or in a sentence behind it."""

from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._figures.figures import GIVES, entities_in, stretch_of, within
from eucacheck.records import QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_TAKES = regex.compile(
    r"\b(?:provid\w{1,4}|giv(?:e|es|en|ing)|gave|lend(?:s|ing)?|lent|grant(?:s|ed|ing)?|allocat\w{1,4}|offer\w{0,4}|award\w{0,4}"
    r"|pay(?:s|ing)?|paid|to|for)\s+(?:the\s+)?$",
    regex.I,
)
"""'provide X with': X receives."""
_BODY_OF_PAYERS = regex.compile(
    r"\b(?-i:Team \p{Lu}\p{Ll}{3,14})\b|"
    r"\b(?:(?:european|international|financial|development|private|and|multilateral|other)\s+){1,5}(?:institutions|banks|donors|partners|investors|community|lenders)\b",
    regex.I,
)
_OF_THE_SUM: Final = regex.compile(
    r"(?:The|This|That) (?:package|money|sum|programme|program|funding|amount|support|investment)\b"
    r"[^.;:]{0,40}?\b(?:is|was|comes?|came|provided|paid|financed|funded)\b",
)
_BEHIND: Final = 2
"""Sentences behind a sum that may still say who pays it."""
_FROM = regex.compile(r"\b(?:from|by|that|which)\s+(?:the\s+)?$")
_EACH = regex.compile(r"\s*\b(?:each|apiece|respectively)\b", regex.I)


def payer_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> list[str]:
    """Who gives the money, where the sentence says so: "X will provide FIGURE", "FIGURE from X", "X's pledge"."""
    low, high = stretch_of(doc, figure, sentence)
    groups = [
        (m.start(), m.end(), _group(m)) for m in _BODY_OF_PAYERS.finditer(doc.shadow, sentence.start, sentence.end)
    ]
    named = [
        (e.start, e.end, e.entity)
        for e in entities_in(doc, sentence.start, sentence.end)
        if e.type != "region"
        and e.form != "adjective"
        and _TAKES.search(doc.shadow[max(sentence.start, e.start - 20) : e.start]) is None
    ]
    inside = [g for g in (*groups, *named) if not any(o is not g and o[0] <= g[0] and g[1] <= o[1] for o in groups)]
    behind = [
        x for x in inside if figure.end <= x[0] <= high and _FROM.search(doc.shadow[max(figure.end, x[0] - 12) : x[0]])
    ]
    if behind:
        return [behind[0][2]]
    before = [x for x in inside if x[1] <= figure.start]
    for start, end, name in reversed(before):
        gap = doc.shadow[end : figure.start]
        if _EACH.search(gap) or _EACH.match(doc.shadow, figure.end):
            return []  # "A and B will each lend": of whom the sentence tells, is not one payer
        if len(gap) <= 70 and start >= low - 1 and GIVES.search(gap) is not None and "from" not in gap.split():
            return [name]
    return _told_next(doc, figure, sentence)


def _told_next(doc: "Document", figure: QuantityMention, sentence: Sentence) -> list[str]:
    """'The package is a Team X effort', 'the money comes from X': said of a sum in one of the sentences behind it."""
    at = doc.sentence_index(sentence.start)
    for line in doc.sentences[at + 1 : at + 1 + _BEHIND]:
        opening = _OF_THE_SUM.match(doc.shadow, line.start, line.end)
        if opening is None or any(q.type == "money" for q in within(doc.quantities, line.start, line.end)):
            continue
        last = [q for q in within(doc.quantities, sentence.start, line.start) if q.type == "money"]
        if any(q.unit == figure.unit and q.low != figure.low for q in last):
            return []
        group = _BODY_OF_PAYERS.search(doc.shadow, opening.end(), min(line.end, opening.end() + 60))
        return [_group(group)] if group is not None else []
    return []


def _group(match: regex.Match[str]) -> str:
    return "group:" + "-".join(match.group().casefold().split())
