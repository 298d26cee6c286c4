"""Sums of money in sentences that are equal but for the sum, to findings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.amounts import Amount
from eucacheck.kinds._figures.figures import TRADE
from eucacheck.kinds._figures.purposes import likeness
from eucacheck.kinds._figures.verbatim import apart, frame_key, same_sentence
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.amount.money import money_finding, other_names, purpose_in_words, sum_answer
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block


def judge_sentence(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Sums in sentences that are equal but for the sum; what meets in a block of its own is judged there."""
    findings: dict[tuple[str, str], Finding] = {}
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            first, last = Amount.of(a.value), Amount.of(b.value)
            if not apart(first, last) or not same_sentence(a, b, block):
                continue
            if other_names(a, b) or _both_in_one(a, b, claims) or _judged_elsewhere(a, b):
                block.demote(a, b, "other-event: the figures are of other things, or are compared as what they measure")
                continue
            groups = [[c for c in claims if _same_sum(c, x)] for x in (a, b)]
            answers = [sum_answer(g, block) for g in groups]
            what = purpose_in_words([*groups[0], *groups[1]], block)
            question = f"Is it {' or '.join(sorted(x.text for x in answers))}, {what}?"
            summary = f"One sentence has two figures, {what}: {answers_in_words(answers, block)}"
            why = "the sentences are equal but for the figure"
            finding = money_finding("EUC401", "conflict", min(a.subject, b.subject), (question, summary, why), answers)
            findings.setdefault((answers[0].text, answers[1].text), finding)
    return list(findings.values())


def opposed_as_sentence(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """The two are opposed in the block of their sentence."""
    if not same_sentence(a, b, block) or frame_key(a.value) != frame_key(b.value):
        return False
    return not (other_names(a, b) or _both_in_one(a, b, claims))


def _same_sum(a: Claim, b: Claim) -> bool:
    return (a.value["amount"], a.value["currency"]) == (b.value["amount"], b.value["currency"])


def _both_in_one(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """A source that has both sums in one sentence tells of two things."""
    sums = {
        s: {(c.value["amount"], c.value["currency"]) for c in claims if c.source == s} for s in (a.source, b.source)
    }
    return any((x.value["amount"], x.value["currency"]) in sums[y.source] for x, y in ((a, b), (b, a)))


def _judged_elsewhere(a: Claim, b: Claim) -> bool:
    """Both measure one thing in one stated period: the block of that measure opposes them."""
    x, y = a.value, b.value
    alike = all(x[f] == y[f] for f in ("measure", "parties", "period", "currency"))
    stated = bool(x["period"]) and x["period_stated"] and y["period_stated"] and bool(x["parties"])
    return alike and stated and x["measure"] in TRADE and likeness(x["stems"], y["stems"]) >= 0.4
