"""A sum to the whole that it is a part of, and two parts of one whole for one field to a finding."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import Amount, compare_amounts
from eucacheck.kinds._figures.figure_words import short
from eucacheck.kinds._figures.figures import within
from eucacheck.kinds._figures.own_counts import LIST_MARK
from eucacheck.kinds._figures.purposes import sectors_of
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.amount.money import compatible, money_finding, sum_answer, told_apart
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_WHOLE: Final = (
    r"packages?|program(?:me)?s?|funds?|plans?|envelopes?|facility|total|overall sum|commitments?|frameworks?"
    r"|allocation"
)
_A_WHOLE: Final = regex.compile(rf"\b(?:{_WHOLE})\b", regex.I)
_BEFORE: Final = regex.compile(
    r"\b(?:of|from|out of|under|within)\s+(?:the\s+|this\s+|that\s+|its\s+|an?\s+)?"
    rf"(?:[^.;()]{{0,60}}?\b(?:{_WHOLE})\b[^.;()]{{0,40}}?)?$",
    regex.I,
)
_BEHIND: Final = regex.compile(rf"[\s-]*(?:[\w-]+\s+){{0,3}}?(?:{_WHOLE})\b", regex.I)
_OF_THE: Final = regex.compile(r"\s+(?:out\s+)?of\s+(?:the|this|that|its)\s+$", regex.I)
_OF_WHICH: Final = regex.compile(
    r"\b(?:of which|including|from (?:them|which)|of (?:this|that) (?:sum|amount))\b", regex.I
)
_FOR: Final = regex.compile(
    r"(?:,\s)?[^.;,]{0,60}?\b(?:to|for|towards|into|on)\s+(?P<what>[^.;,\d$€£]{3,50}"
    r"(?:(?:,\s[^.;,\d$€£]{3,30}){0,3},?\sand\s[^.;,\d$€£]{3,30})?)",
    regex.I,
)
_OF_IT: Final = regex.compile(
    r"\bof (?:it|(?:this|that|the) (?:total|sum|amount|money|package|programme|program|whole|funds?|figure))\b",
    regex.I,
)
"""'Of the total', 'half of it': of a sum told in a sentence before."""
_ITEM_LINE: Final = regex.compile(rf"\s*{LIST_MARK}\s")
_ITEM: Final = regex.compile(rf"(?:^|\n)\s*{LIST_MARK}\s*(?P<what>[^\n:$€£\d]{{3,60}}):\s*$")
"""'- water and energy: ' at the head of a line of a list."""
_INTRO: Final = regex.compile(
    rf"\b(?:{_WHOLE}|strands?|parts?|components?|pillars?|money|sum)\b[^\n]{{0,80}}:\s*$", regex.I
)
_BACK: Final = 6
"""Sentences in which the whole of a part stands before it."""
_LONGEST_LIST: Final = 900


def share_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The whole that a sum is a part of, and the fields that the part is for; None where either is not said."""
    money = [q for q in within(doc.quantities, sentence.start, sentence.end) if q.type == "money"]
    for i, whole in enumerate(money):
        if not _larger(whole, figure):
            continue
        low = money[i - 1].end if i else sentence.start  # 'under a fund of A, B to X and C to Y': C is no part of B
        lead = doc.shadow[max(low, whole.start - 120) : whole.start]
        if whole.start < figure.start:
            head = _BEFORE.search(lead)
            told = head is not None and (
                _A_WHOLE.search(head.group()) is not None
                or _BEHIND.match(doc.shadow, whole.end, figure.start) is not None
            )
            told = told or (whole is money[0] and _OF_WHICH.search(doc.shadow, whole.end, figure.start) is not None)
        else:
            told = _OF_THE.fullmatch(doc.shadow, figure.end, whole.start) is not None
        end = whole.end if whole.start > figure.end else figure.end
        if told and (part := _part(whole, _fields(doc, end, sentence.end))) is not None:
            return part
    return _listed(doc, figure) or _of_it(doc, figure, sentence)


def _fields(doc: "Document", end: int, stop: int) -> list[str]:
    what = _FOR.match(doc.shadow, end, stop)
    return sectors_of(doc, what.start("what"), what.end("what")) if what is not None else []


def _of_it(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """'Of the total, PART goes to X': the nearest larger sum before the sentence."""
    if _OF_IT.search(doc.shadow, sentence.start, figure.start) is None:
        return None
    return _part(_whole_before(doc, figure, sentence.start), _fields(doc, figure.end, sentence.end))


def _listed(doc: "Document", figure: QuantityMention) -> dict[str, Any] | None:
    """'- X: PART' in a list that the parts of a package open."""
    item = _ITEM.search(doc.shadow[max(0, figure.start - 80) : figure.start])
    if item is None:
        return None
    at = max(0, figure.start - 80)
    low = max(0, figure.start - _LONGEST_LIST)
    lines = doc.shadow[low : at + item.start()].split("\n")
    while lines and (not lines[-1].strip() or _ITEM_LINE.match(lines[-1])):
        lines.pop()
    if not lines or _INTRO.search(lines[-1]) is None:
        return None
    fields = sectors_of(doc, at + item.start("what"), at + item.end("what"))
    return _part(_whole_before(doc, figure, low + len("\n".join(lines))), fields)


def _part(whole: QuantityMention | None, fields: list[str]) -> dict[str, Any] | None:
    if whole is None or not fields:
        return None
    return {"amount": whole.low, "currency": whole.unit, "field": " and ".join(fields)}


def _whole_before(doc: "Document", figure: QuantityMention, end: int) -> QuantityMention | None:
    """The nearest larger sum before an offset that is no part of a list, nor a conversion."""
    at = doc.sentence_index(end)
    low = doc.sentences[max(0, at - _BACK)].start if at >= 0 else 0
    low = max(low, end - 2 * _LONGEST_LIST)
    told = [q for q in within(doc.quantities, low, end) if q.type == "money" and _larger(q, figure)]
    larger = [q for q in told if doc.own_article(q.start)]
    return larger[-1] if larger else None


def _larger(whole: QuantityMention, part: QuantityMention) -> bool:
    return whole.unit == part.unit and Decimal(whole.low) > Decimal(part.high)


def judge_shares(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Parts of one whole for one field: opposed where two sources give two, and none gives both."""
    pairs = [
        (a, b)
        for i, a in enumerate(claims)
        for b in claims[i + 1 :]
        if a.source != b.source and not compatible(a, b) and not told_apart(a, b, claims)
    ]
    if not pairs:
        return []
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(str(claim.value["amount"]), []).append(claim)
    answers = [sum_answer(g, block) for _, g in sorted(groups.items())]
    whole = claims[0].value["part_of"]
    said = f"{whole['currency']} {short(str(whole['amount']))}"
    told = answers_in_words(answers, block)
    why = compare_amounts(*(Amount.of(c.value) for c in pairs[0])).reason
    question = f"How much of the {said} is for {whole['field']}?"
    summary = f"The part of the {said} that is for {whole['field']} is given as {told}"
    return [money_finding("EUC401", "conflict", claims[0].subject, (question, summary, why), answers)]
