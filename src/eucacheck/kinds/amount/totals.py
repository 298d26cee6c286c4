"""A source against its own figures: a total with its parts.

Only explicit words tie parts to a total ("of which", "comprising", exports and imports beside the turnover); a wrong
total is rarer than a wrong reading, so anything less is left alone.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import COMPATIBLE, Amount, compare_sum
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import say_amount
from eucacheck.kinds._figures.figures import measure_of, within
from eucacheck.kinds._wording.words import listed
from eucacheck.records import Answer, Claim, Finding, Level, QuantityMention, Sentence, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_COMPLETE: Final = regex.compile(
    r"\b(?:comprising|consist(?:s|ing|ed) of|made up of|composed of|namely|"
    r"(?:divided|split|broken down) (?:into|between|as follows))\b",
    regex.I,
)
_SOME: Final = regex.compile(
    r"\b(?:of which|including|among (?:them|which)|of (?:this|that) (?:sum|amount|total))\b", regex.I
)
_LIST: Final = regex.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[:\u2013\u2014]\s*$")
"""'SUM: PART for this, PART for that': the first part follows a colon or dash at once."""
_OUT_OF: Final = regex.compile(
    r"\b(?:of|out of) (?:the|this|that|these|those|a total of)(?: \w{3,12}){0,2}\s$", regex.I
)
"""'Of the SUM, PART goes to one and PART to another'."""
_CONVERSION: Final = regex.compile(r"\s*(?:\(|,?\s+or\s|,?\s+equivalent to\s)", regex.I)
_SENTENCES: Final = 3
"""Sentences before a total in which its two parts stand."""
_ADDED: Final = regex.compile(
    r"\btogether,? (?!with\b)(?:the (?:two|loan|grant)\b|loan and grant|both|they|that|this|these|it)[^.;]{0,40}?"
    r"\b(?:makes?|made|come|comes|came|amounts?|add|total|are|is|pay|give)\b"
    r"|\b(?:in all|in total|altogether),? (?:the (?:two|both)\b|both\b|that makes|this makes|it makes|they)"
    r"|\b(?:loan and (?:the )?grant|grant and (?:the )?loan|both sums|the two sums)\b[^.;]{0,30}?"
    r"\b(?:makes?|come to|amount to|add up to|total)\b",
    regex.I,
)
_TOGETHER: Final = regex.compile(
    r"\s(?:for (?:the (?:two|three) \p{Ll}{3,15}|both) )?(?:together|altogether|in all|in total)\W"
)
"""'Copper for A and silver for B: C for the two metals together': behind the last sum."""
_ALL_OF_IT: Final = regex.compile(r"\b(?:total|altogether|in all|overall|combined)\b", regex.I)
_TOTALS: Final = frozenset({"trade"})
_SIDES: Final = frozenset({"exports", "imports"})


def total_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The place of a figure in a sum of its sentence: its group, its role, and whether the parts are all there."""
    money = _money(doc, figure, sentence)
    if len(money) < 3:
        return None
    if (trade := _trade(doc, figure, money, sentence)) is not None:
        return trade
    if _is_together(doc, money, sentence):
        role = "total" if figure is money[-1] else "part"
        return {"group": str(money[-1].start), "role": role, "complete": True}
    whole = money[0]
    between = doc.shadow[whole.end : money[1].start]
    lead = doc.shadow[max(sentence.start, whole.start - 40) : whole.start]
    told = _SOME.search(between) or _LIST.fullmatch(between) or (_OUT_OF.search(lead) and between.startswith(","))
    listed = _LIST.fullmatch(between) is not None and _ALL_OF_IT.search(doc.shadow, sentence.start, whole.start)
    complete = _COMPLETE.search(between) is not None or (bool(listed) and _ends_the_list(doc, money, sentence))
    if complete or told:
        return {"group": str(whole.start), "role": "total" if figure is whole else "part", "complete": complete}
    return None


def _is_together(doc: "Document", money: Sequence[QuantityMention], sentence: Sentence) -> bool:
    """The last sum of the sentence is said to be that of the others together."""
    *parts, total = money
    told = _TOGETHER.match(doc.shadow, total.end, sentence.end + 1) is not None
    behind = ":" in doc.shadow[parts[-1].end : total.start] or "\u2013" in doc.shadow[parts[-1].end : total.start]
    return told and behind and len(parts) == 2 and _may_add_up(total, parts)


def _ends_the_list(doc: "Document", money: Sequence[QuantityMention], sentence: Sentence) -> bool:
    """'A for this, B for that and C for those.': an 'and' before the last part, and the sentence is over."""
    before = doc.shadow[money[-2].end : money[-1].start]
    behind = doc.shadow[money[-1].end : sentence.end]
    return regex.search(r"\sand\s$", before) is not None and regex.search(r"[,;:]|\bothers?\b", behind) is None


def find_together(doc: "Document", money: Sequence[QuantityMention]) -> dict[int, dict[str, Any]]:
    """Two sums of the sentences before, and the sentence that adds them up; by where each of the three begins."""
    found: dict[int, dict[str, Any]] = {}
    for i, total in enumerate(money):
        sentence = doc.sentence_of(total.start)
        if sentence is not None:
            found |= _trade_apart(doc, total, sentence)
        if sentence is None or i < 2 or money[i - 1].start >= sentence.start:
            continue
        if i + 1 < len(money) and money[i + 1].start < sentence.end:
            continue
        at = doc.sentence_index(total.start)
        low = doc.sentences[max(0, at - _SENTENCES)].start
        parts = [q for q in within(doc.quantities, low, sentence.start) if q.type == "money"]
        told = _ADDED.search(doc.shadow, sentence.start, sentence.end) is not None
        if told and len(parts) == 2 and {q.unit for q in parts} == {total.unit} and _may_add_up(total, parts):
            group = {"group": str(total.start), "complete": True}
            found[total.start] = {**group, "role": "total"}
            found |= {q.start: {**group, "role": "part", "apart": True} for q in parts}
    return found


def _trade_apart(doc: "Document", total: QuantityMention, sentence: Sentence) -> dict[int, dict[str, Any]]:
    """A turnover alone in its sentence, and the exports and imports of the next, of no other time."""
    at = doc.sentence_index(total.start)
    if at < 0 or at + 1 >= len(doc.sentences) or doc.sentences[at + 1].paragraph != sentence.paragraph:
        return {}
    behind = doc.sentences[at + 1]
    own = [q for q in within(doc.quantities, sentence.start, sentence.end) if q.type == "money"]
    parts = [q for q in within(doc.quantities, behind.start, behind.end) if q.type == "money"]
    if own != [total] or len(parts) != 2 or {q.unit for q in parts} != {total.unit}:
        return {}
    if measure_of(doc, total, sentence) != "trade" or {measure_of(doc, q, behind) for q in parts} != _SIDES:
        return {}
    if within(doc.dates, behind.start, behind.end) or not _may_add_up(total, parts):
        return {}
    group = {"group": str(total.start), "complete": True}
    return {total.start: {**group, "role": "total"}} | {q.start: {**group, "role": "part"} for q in parts}


def _may_add_up(total: QuantityMention, parts: Sequence[QuantityMention]) -> bool:
    """Told exactly, the total more than each part and less than twice their sum: else it is of something else."""
    figures = [Decimal(q.low) for q in parts]
    exact = all(q.bound == "exact" for q in (total, *parts))
    return exact and max(figures) < Decimal(total.low) < 2 * sum(figures)


def _money(doc: "Document", figure: QuantityMention, sentence: Sentence) -> list[QuantityMention]:
    """The sums of the sentence in the currency of the figure, conversions of another left out."""
    own = [q for q in within(doc.quantities, sentence.start, sentence.end) if q.type == "money"]
    return [
        q
        for i, q in enumerate(own)
        if q.unit == figure.unit
        and not (i and own[i - 1].unit != q.unit and _CONVERSION.match(doc.shadow, own[i - 1].end))
    ]


def _trade(
    doc: "Document", figure: QuantityMention, money: Sequence[QuantityMention], sentence: Sentence
) -> dict[str, Any] | None:
    """Turnover, exports and imports side by side, each once."""
    if len(money) != 3:
        return None
    measures = [measure_of(doc, q, sentence) for q in money]
    both = _both_exports(doc, money, measures)
    if not (both or {*measures} == _TOTALS | _SIDES) or "same period" in doc.shadow[sentence.start : sentence.end]:
        return None
    role = "total" if measures[money.index(figure)] in _TOTALS else "part"
    return {"group": str(money[0].start), "role": role, "complete": True}


def _both_exports(doc: "Document", money: Sequence[QuantityMention], measures: Sequence[str | None]) -> bool:
    """'Trade of A, of which exports from X B and exports from Y C': the exports of both partners."""
    if sorted(map(str, measures)) != ["exports", "exports", "trade"] or measures[0] != "trade":
        return False
    if _SOME.search(doc.shadow, money[0].end, money[1].start) is None:
        return False
    of = [{e.entity for e in within(doc.entities, a.end, b.start)} for a, b in pairwise(money)]
    return all(len(x) == 1 for x in of) and of[0] != of[1]


def judge_total(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A total and its parts: a conflict inside the source where they cannot both be true, else a fact of one source."""
    totals = [c for c in claims if c.value["sum"]["role"] == "total"]
    parts = [c for c in claims if c.value["sum"]["role"] == "part"]
    if len(totals) != 1 or len(parts) < 2:
        return []
    total, complete = totals[0], bool(totals[0].value["sum"]["complete"])
    relation = compare_sum(Amount.of(total.value), [Amount.of(p.value) for p in parts], complete=complete)
    question = f"Do the parts of {say_amount(total)} add up?"
    said = listed([say_amount(p) for p in parts])
    source = block.around.titles.get(total.source, total.source)
    if relation.relation == "different":
        answers = [
            block.answer({"role": "total"}, say_amount(total), [total]),
            block.answer({"role": "parts"}, said, parts),
        ]
        summary = f"{source} gives a whole of {say_amount(total)} and its parts as {said}: {relation.reason}"
        body: tuple[Verdict, str, list[Answer], float] = ("conflict", summary, answers, 0.7)
    elif relation.relation in COMPATIBLE:
        answers = [block.answer({"role": "sum"}, f"{say_amount(total)} = {said}", [total, *parts])]
        body = ("single", f"{source}: {said} are parts of {say_amount(total)}, and {relation.reason}", answers, 0.6)
    else:
        return []
    verdict, summary, answers, confidence = body
    level: Level | None = "warning" if verdict == "conflict" else None
    judgement = Judgement(
        "EUC804", "amount", verdict, total.subject, question, summary, relation.reason, answers, confidence, level
    )  # fmt: skip
    return [make_finding(judgement)]
