"""The one sum of a headline that its text does not have, against the first sum of the text if that is of one thing."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from eucacheck.compare.amounts import COMPATIBLE, Amount, compare_amounts, compare_sum
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figures import GIVEN
from eucacheck.kinds.amount.money import compatible, sum_answer
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_FORMS: Final = GIVEN | {"cost"}
"""Forms of money given: a headline says "pledges" where the text says "will provide"; what is spent is spent."""
_GIVING: Final = frozenset(
    "pledg commit promis announc provid allocat invest grant lend lent loan fund financ spend give donat earmark "
    "mobilis mobiliz approv receiv offer will bank".split()
)
"""Stems that say that money is given, and not for what."""
_MOST: Final = 8
"""Sums of a text of which two or three may add up to the one of its headline."""
_ROUND: Final = Decimal("0.92")
"""A headline rounds: '40 billion' over a text of 38.6."""
_NEAR: Final = 0.5
"""Share of the purpose in the headline that the sentence of the sum must have."""


def judge_headline(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A finding where the first sum of the text is of the same thing, and no sum of it fits the headline."""
    heads = [c for c in claims if c.passage == "headline"]
    body = [c for c in claims if c.passage == "body"]
    if len({h.value["amount"] for h in heads}) != 1 or not body or any(compatible(heads[0], c) for c in body):
        return []
    head, rival = heads[0], min(body, key=lambda c: c.start)
    if not _one_thing(head, rival) or _adds_up(head, body):
        return []
    same = [c for c in body if c.value["amount"] == rival.value["amount"] and _one_thing(head, c)]
    answers = [sum_answer(c, block) for c in ([head], same)]
    relation = compare_amounts(Amount.of(head.value), Amount.of(rival.value))
    low, high = sorted((Amount.of(head.value).low, Amount.of(rival.value).low))
    if relation.relation != "different" or low >= high * _ROUND:
        return []
    source = block.around.titles.get(head.source, head.source)
    summary = f"{source} has {answers[0].text} in its headline and {answers[1].text} in its text"
    question = f"Does the {answers[0].text} of the headline stand in the text?"
    judgement = Judgement(
        "EUC805", "amount", "conflict", head.subject, question, summary, relation.reason, answers, 0.6, "warning"
    )  # fmt: skip
    return [make_finding(judgement)]


def _one_thing(head: Claim, claim: Claim) -> bool:
    """A like measure, one field, a party in common, the purpose of the headline, and no part of a sum."""
    x, y = head.value, claim.value
    if "sum" in y or "part_of" in y or y.get("further") or claim.modality not in {"assertion", "reported"}:
        return False
    alike = x["measure"] == y["measure"] or all(v["measure"] in {None, *_FORMS} for v in (x, y))
    if not alike or not {*x["parties"]} & {*y["parties"]} or _years_apart(x, y):
        return False
    if x["sectors"] and y["sectors"] and not {*x["sectors"]} & {*y["sectors"]}:
        return False
    named = {*x["names"]} if not {*y["names"]} - {*x["names"]} else set()  # the text may leave out where
    wanted = {s[:6] for s in x["stems"]} - {s[:6] for s in _GIVING} - {n[:6] for n in named}
    there = {s[:6] for s in y["topic"]}
    return bool(wanted) and len(wanted & there) >= _NEAR * len(wanted)


def _years_apart(x: Mapping[str, Any], y: Mapping[str, Any]) -> bool:
    """Both give a year, and another one."""
    years = [str(v["period"] or "")[:4] for v in (x, y)]
    return all(years) and years[0] != years[1]


def _adds_up(head: Claim, body: Sequence[Claim]) -> bool:
    """Two or three sums of the text are the one of the headline."""
    sums = [Amount.of(c.value) for c in sorted(body, key=lambda c: c.start)[:_MOST]]
    whole = Amount.of(head.value)
    return any(
        compare_sum(whole, parts, complete=True).relation in COMPATIBLE
        for n in (2, 3)
        for parts in combinations(sums, n)
        if sum(p.low for p in parts) * 2 > whole.low
    )
