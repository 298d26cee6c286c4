"""Conversions of one sum into another currency to findings: one rate, or two that no market had in those days."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import ONE_DAY, Amount, compare_conversions, rates_apart
from eucacheck.findings import agreement_or_single, count_sources
from eucacheck.kinds._figures.figure_words import short
from eucacheck.kinds._figures.stories import ENOUGH, days_apart, story_weight
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.amount.money import money_finding, same_figures, sum_answer
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_RATES: Final = ((ONE_DAY, 7), (Decimal("0.12"), 45))
"""How far apart conversions may lie by the days between their sources: no rate moved by a twentieth within a week, or
by an eighth within weeks.
"""
_ANOTHER_RATE: Final = Decimal("0.14")
"""The same where a source has no date, and both tell one story."""


def judge_conversions(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Conversions of one sum in several sources, or several in one."""
    groups = same_figures(claims)
    answers = [sum_answer(g, block) for g in groups]
    base = claims[0].value["conversion_of"]
    said = f"{base['currency']} {short(str(base['amount']))}"
    question = f"How much are {said} in {claims[0].value['currency']}?"
    if len(answers) == 1:
        summary = f"{said} are {answers[0].text} ({count_sources(answers[0])})"
        verdict = agreement_or_single(answers[0])
        return [money_finding("EUC404", verdict, claims[0].subject, (question, summary, "one conversion"), answers)]
    told = f"{said} are converted to " + " and to ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    pairs = [(a, b) for i, a in enumerate(claims) for b in claims[i + 1 :]]
    pairs.sort(key=lambda p: (-abs(Amount.of(p[0].value).low - Amount.of(p[1].value).low), p[0].id, p[1].id))
    other_rate = next((p for p in pairs if _other_rate(*p, block)), None)
    first, last = other_rate or pairs[0]
    relation = compare_conversions((_base(first), _base(last)), (Amount.of(first.value), Amount.of(last.value)))
    texts = (question, told, relation.reason)
    if other_rate is not None:
        return [money_finding("EUC402", "conflict", claims[0].subject, texts, answers)]
    block.demote(first, last, f"other-time: conversions of different days ({relation.reason})")
    return [money_finding("EUC404", "refine", claims[0].subject, texts, answers)]


def _other_rate(a: Claim, b: Claim, block: "Block") -> bool:
    """Two conversions of one amount that no rate of their days explains; told in one story where a day is unknown."""
    sums = (Amount.of(a.value), Amount.of(b.value))
    if compare_conversions((_base(a), _base(b)), sums).relation != "different":
        return False
    apart = days_apart(a, b, block)
    dates = [block.around.published.get(c.source) for c in (a, b)]
    if apart is None or any(d is not None and d.approximate for d in dates):
        told = a.source != b.source and story_weight(a.value["story"], b.value["story"]) >= ENOUGH
        return told and rates_apart(sums, _ANOTHER_RATE)
    return any(apart <= days and rates_apart(sums, share) for share, days in _RATES)


def _base(claim: Claim) -> Amount:
    base = claim.value["conversion_of"]
    return Amount.of({"amount": base["amount"], "currency": base["currency"], "bound": "exact"})
