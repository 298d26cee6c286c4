"""One number in two currencies to a finding: 42.6 billion euros in one source, 42.6 billion dollars in another.

No rate makes two currencies equal to the third digit by chance: one of the sources has the wrong one. Of two digits the
two must stand in one story and be tied besides.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import Amount
from eucacheck.kinds._figures.figures import GIVEN
from eucacheck.kinds._figures.stories import one_story
from eucacheck.kinds._figures.ties import ties
from eucacheck.kinds._figures.told_twice import ENOUGH, TWO_SPEAKERS, why_apart
from eucacheck.kinds._figures.verbatim import OPEN
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.amount.money import money_finding, other_names, purpose_in_words, sum_answer
from eucacheck.kinds.amount.sentences import opposed_as_sentence
from eucacheck.records import Claim, Finding, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block

_EXACT: Final = 3
"""Digits that two currencies hardly share by chance."""
_MOST: Final = 60
"""Claims of one number beyond which it is no story's own."""


def coin_key(value: Value) -> list[str]:
    """The block in which sums of one number meet, whatever their currency."""
    plain = "high" not in value and "part_of" not in value and "further" not in value
    return [f"coin:{value['amount']}"] if plain else []


def judge_coins(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two currencies of one number that are told of one thing."""
    found: dict[tuple[str, ...], Finding] = {}
    for a, b in combinations(claims, 2) if len(claims) <= _MOST else ():
        if not _one_thing(a, b, claims, block):
            continue
        sides = [
            [c for c in claims if c.value["currency"] == x.value["currency"] and (c is x or _one_measure(c, x))]
            for x in sorted((a, b), key=lambda c: str(c.value["currency"]))
        ]
        answers = [sum_answer(g, block) for g in sides]
        what = purpose_in_words([*sides[0], *sides[1]], block)
        question = f"Is it {' or '.join(x.text for x in answers)}, {what}?"
        summary = f"One number has two currencies, {what}: {answers_in_words(answers, block)}"
        texts = (question, summary, "one thing cannot be as much in both currencies")
        finding = money_finding("EUC401", "conflict", min(a.subject, b.subject), texts, answers)
        found.setdefault(tuple(x.text for x in answers), finding)
    return list(found.values())


def _one_thing(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    x, y = a.value, b.value
    if a.source == b.source or x["currency"] == y["currency"] or x["bound"] != y["bound"]:
        return False
    if {a.modality, b.modality} & OPEN or opposed_as_sentence(a, b, claims, block):
        return False
    if _has_both(a, b, claims):
        block.demote(a, b, "other-event: one source gives both sums, so they are of two things")
        return False
    if len(Amount.of(x).digits) >= _EXACT and _one_measure(a, b):
        return True
    apart = why_apart(a, b, block)
    # two speakers may expect two figures, but not one number in two currencies
    if not one_story(a, b, block) or (apart and apart != TWO_SPEAKERS) or other_names(a, b):
        return False
    return ties(a, b) >= ENOUGH


def _one_measure(a: Claim, b: Claim) -> bool:
    """Trade, output or the like of the same parties in the same stated period."""
    x, y = a.value, b.value
    if x["measure"] in {None, "cost", *GIVEN} or any(x[f] != y[f] for f in ("measure", "parties", "period", "scope")):
        return False
    return bool(x["parties"] and x["period"] and x["period_stated"] and y["period_stated"])


def _has_both(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """A source that has the number in both currencies tells of two things."""
    coins = {a.value["currency"], b.value["currency"]}
    return any(coins <= {c.value["currency"] for c in claims if c.source == x.source} for x in (a, b))
