"""A sum to the whole that it is a part of, and two parts of one whole for one field to a finding."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import Amount, compare_amounts
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figure_words import say_amount, short
from eucacheck.kinds._figures import within
from eucacheck.kinds._money import compatible
from eucacheck.kinds._purposes import sectors_of
from eucacheck.kinds._words import listed, sources_in_words
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_WHOLE: Final = (
    r"packages?|program(?:me)?s?|funds?|plans?|envelopes?|facility|total|overall sum|commitments?|frameworks?"
    r"|allocation"
)
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
_FOR: Final = regex.compile(r"[^.;,]{0,60}?\b(?:to|for|towards|into|on)\s+(?P<what>[^.;,\d$€£]{3,50})", regex.I)


def share_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The whole that a sum is a part of, and the one field that the part is for; None where either is not said."""
    money = [q for q in within(doc.quantities, sentence.start, sentence.end) if q.type == "money"]
    for i, whole in enumerate(money):
        if whole is figure or whole.unit != figure.unit or Amount.of(_of(whole)).low <= Amount.of(_of(figure)).high:
            continue
        low = money[i - 1].end if i else sentence.start  # 'under a fund of A, B to X and C to Y': C is no part of B
        lead = doc.shadow[max(low, whole.start - 120) : whole.start]
        if whole.start < figure.start:
            head = _BEFORE.search(lead)
            told = head is not None and (
                regex.search(rf"\b(?:{_WHOLE})\b", head.group(), regex.I) is not None
                or _BEHIND.match(doc.shadow, whole.end, figure.start) is not None
            )
            told = told or (whole is money[0] and _OF_WHICH.search(doc.shadow, whole.end, figure.start) is not None)
        else:
            told = _OF_THE.fullmatch(doc.shadow, figure.end, whole.start) is not None
        end = whole.end if whole.start > figure.end else figure.end
        what = _FOR.match(doc.shadow, end, sentence.end)
        fields = sectors_of(doc, what.start("what"), what.end()) if what is not None else []
        if told and len(fields) == 1:
            return {"amount": whole.low, "currency": whole.unit, "field": fields[0]}
    return None


def _of(figure: QuantityMention) -> dict[str, Any]:
    return {"amount": figure.low, "currency": figure.unit, "high": figure.high}


def judge_shares(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Parts of one whole for one field: opposed where two sources give two, and none gives both."""
    pairs = [
        (a, b)
        for i, a in enumerate(claims)
        for b in claims[i + 1 :]
        if a.source != b.source and not compatible(a, b) and not _both(a, b, claims)
    ]
    if not pairs:
        return []
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(str(claim.value["amount"]), []).append(claim)
    answers = [
        block.answer({"amount": g[0].value["amount"], "currency": g[0].value["currency"]}, say_amount(g[0]), g)
        for _, g in sorted(groups.items())
    ]
    whole = claims[0].value["part_of"]
    said = f"{whole['currency']} {short(str(whole['amount']))}"
    told = listed([f"{a.text} ({sources_in_words(a, block)})" for a in answers])
    why = compare_amounts(*(Amount.of(c.value) for c in pairs[0])).reason
    judgement = Judgement(
        "EUC401", "amount", "conflict", claims[0].subject, f"How much of the {said} is for {whole['field']}?",
        f"The part of the {said} that is for {whole['field']} is given as {told}", why, answers, 0.6, "warning",
    )  # fmt: skip
    return [make_finding(judgement)]


def _both(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """A source that gives both parts knows two of them."""
    return any(
        all(any(c.source == source and compatible(c, x) for c in claims) for x in (a, b))
        for source in {c.source for c in claims}
    )
