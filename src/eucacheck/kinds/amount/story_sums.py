"""Sums of money around one name to findings: two sources of one story that give one sum differently."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import Amount, compare_amounts
from eucacheck.kinds._figures.figures import TRADE
from eucacheck.kinds._figures.stories import about, story_keys
from eucacheck.kinds._figures.told_twice import told_alike, told_twice
from eucacheck.kinds._figures.turned import is_turned
from eucacheck.kinds._figures.verbatim import same_sentence
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.amount.gifts import older_keys
from eucacheck.kinds.amount.money import compatible, money_finding, sum_answer
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_MOST: Final = 120
"""Sums around one name beyond which the name tells no story."""


def judge_stories(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two sums of two sources that are one thing in one story; what older blocks oppose is left to them."""

    def one_sum(a: Claim, b: Claim) -> bool:
        if a.source == b.source or same_sentence(a, b, block):
            return False
        return told_twice(a, b, claims, block) and not _judged_elsewhere(a, b, claims, block)

    return _judge(claims, block, one_sum, _story) + _rounded(claims, block)


def _rounded(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One sum of one news, once told more exactly."""
    found: dict[tuple[str, ...], Finding] = {}
    for a, b in combinations(claims, 2) if len(claims) <= _MOST else ():
        if a.source == b.source or not block.one_news(a, b) or not told_alike(a, b, block):
            continue
        if compare_amounts(Amount.of(a.value), Amount.of(b.value)).relation != "rounding":
            continue
        answers = [sum_answer([c], block) for c in sorted((a, b), key=lambda c: Amount.of(c.value).low)]
        question = f"Is it {' or '.join(x.text for x in answers)}? ({a.value['measure'] or 'money'})"
        summary = f"One sum{_story(a, b)} is told more or less exactly: {answers_in_words(answers, block)}"
        texts = (question, summary, "one sum of one story, rounded by one of the sources")
        finding = money_finding("EUC404", "refine", min(a.subject, b.subject), texts, answers)
        found.setdefault(tuple(x.text for x in answers), finding)
    return list(found.values())


def judge_turned(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two sums of the same digits in another order that are one; what other blocks oppose is left to them."""

    def one_sum(a: Claim, b: Claim) -> bool:
        return is_turned(a, b, claims, block) and not _opposed_elsewhere(a, b, claims, block)

    return _judge(claims, block, one_sum, lambda a, b: _whose(a, b, block))


def _judge(
    claims: Sequence[Claim],
    block: "Block",
    one_sum: Callable[[Claim, Claim], bool],
    what: Callable[[Claim, Claim], str],
) -> list[Finding]:
    """One finding for each two figures of one sum."""
    found: dict[tuple[str, ...], Finding] = {}
    for a, b in combinations(claims, 2) if len(claims) <= _MOST else ():
        if not compatible(a, b) and one_sum(a, b):
            finding = _two_sums(a, b, claims, block, what(a, b))
            found.setdefault(tuple(x.text for x in finding.answers), finding)
    return list(found.values())


def _story(a: Claim, b: Claim) -> str:
    return about(a.value["story"], b.value["story"])


def _whose(a: Claim, b: Claim, block: "Block") -> str:
    """' (Latvia)': the country, region or body that both sums are of, the country first; else their story."""
    own = [{*v["parties"], *(n.removeprefix("owner:") for n in v["story"]["near"])} for v in (a.value, b.value)]
    common = sorted(n for n in own[0] & own[1] if n.startswith(("country:", "region:", "org:")))
    return f" ({block.pack.name_of(common[0])})" if common else _story(a, b)


def _opposed_elsewhere(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """They meet as one measure, in one sentence, or in one story."""
    x, y = a.value, b.value
    measured = x["measure"] in TRADE and all(x[f] == y[f] for f in ("measure", "parties", "period"))
    keys = [{*older_keys(v), *story_keys(v["story"], str(v["currency"]))} for v in (x, y)]
    one = bool(keys[0] & keys[1]) and told_twice(a, b, claims, block)
    return bool((measured and x["period"]) or one or same_sentence(a, b, block))


def _judged_elsewhere(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """The two sums meet under their giver, receiver or project as well, these claims or others that tell them."""
    sides = [[c for c in claims if c is x or _same(c, x)] for x in (a, b)]
    return any(
        {*older_keys(c.value)} & {*older_keys(d.value)} and (c.source != d.source) and told_twice(c, d, claims, block)
        for c in sides[0]
        for d in sides[1]
    )


_NO_SUM: Final = frozenset({*TRADE, "funding", "investment", "debt", "profit", "revenue"})
"""Measures of which 'one' is no sum that somebody gives."""


def _two_sums(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block", what: str) -> Finding:
    sides = [[c for c in claims if c is x or _same(c, x)] for x in sorted((a, b), key=lambda c: Amount.of(c.value).low)]
    answers = [sum_answer(g, block) for g in sides]
    form = next((f for c in (a, b) for f in (*c.value["story"]["forms"], c.value["measure"]) if f), None)
    thing = f"{'figure for ' if form in _NO_SUM else ''}{form or 'sum'}{what}"
    question = f"Is it {' or '.join(x.text for x in answers)}? ({form or 'money'})"
    summary = f"One {thing} is given as {answers_in_words(answers, block)}"
    why = "one sum of one story: " + compare_amounts(Amount.of(a.value), Amount.of(b.value)).reason
    return money_finding("EUC401", "conflict", min(a.subject, b.subject), (question, summary, why), answers)


def _same(c: Claim, x: Claim) -> bool:
    return c.value["amount"] == x.value["amount"] and "story" in c.value
