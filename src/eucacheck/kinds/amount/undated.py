"""A yearly figure of trade or output whose text gives no period: told as a note, since only another source can say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import say_amount
from eucacheck.kinds._figures.figures import TRADE, within
from eucacheck.kinds._wording.words import listed
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_YEARLY: Final = TRADE | {"gross domestic product"}
"""What is measured over a period: without one the figure cannot be checked."""
_REACHED: Final = regex.compile(
    r"\b(?:reach\w*|stood at|stands at|amount(?:ed|s) to|total\w*|came to|made up|rose to|grew to|fell to|climbed to|"
    r"exceed\w*|surpass\w*|hit|was|were|is|are|including|accounted for)\b|\s[-\u2013\u2014:]\s",
    regex.I,
)
_PERIOD: Final = regex.compile(
    r"\b(?:annual\w*|yearly|monthly|per annum|quarter\w*|years?|months?|"
    r"decade|so far|plans?|planned|target\w*|goal|aims?|could|would|will|should|by the end|expected|contract|worth)\b",
    regex.I,
)
_MOST: Final = 6
"""Figures named in one sentence of a report."""


def is_undated(doc: "Document", figure: QuantityMention, sentence: Sentence, measure: str | None) -> bool:
    """Tell whether a figure of a period is told as reached, and neither its sentence nor those before it give one."""
    if measure not in _YEARLY or not doc.own_article(figure.start):
        return False
    text = doc.shadow[sentence.start : sentence.end]
    if (
        _REACHED.search(text) is None
        or _PERIOD.search(text) is not None
        or within(doc.dates, sentence.start, sentence.end)
    ):
        return False
    at = doc.sentence_index(figure.start)
    here = doc.sentences[at]
    before = [s for s in doc.sentences[max(0, at - 3) : at] if s.paragraph == here.paragraph]
    start = before[0].start if before else here.start
    return not within(doc.dates, start, here.start) and _PERIOD.search(doc.shadow, start, here.start) is None


def judge_undated(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One note a source on its figures without a period."""
    own = [c for c in claims if c.value.get("undated") and c.modality in {"assertion", "reported"}]
    if not own:
        return []
    source = block.around.titles.get(own[0].source, own[0].source)
    said = listed([f"{c.value['measure']} of {say_amount(c)}" for c in own[:_MOST]])
    answer = block.answer({"period": None}, "no period given", own)
    summary = f"{source} gives no period for {said}"
    why = "such a figure is of a year, a quarter or some months, and the text says of which nowhere near it"
    question = f"Of which period are the figures in {own[0].value['currency']} of {source}?"
    return [
        make_finding(
            Judgement("EUC807", "amount", "refine", own[0].subject, question, summary, why, [answer], 0.5, "note")
        )
    ]
