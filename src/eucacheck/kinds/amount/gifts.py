"""Sums that one gives another to findings: two sums of one gift, in two sources that tell of one occasion."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import Amount, compare_amounts
from eucacheck.kinds._figures.figures import GIVEN
from eucacheck.kinds._figures.purposes import likeness, stem
from eucacheck.kinds._figures.scopes_apart import periods_apart, scope_apart
from eucacheck.kinds._figures.stories import within_days
from eucacheck.kinds._figures.ties import listed_in
from eucacheck.kinds._figures.told_twice import TIED, told_twice
from eucacheck.kinds._wording.words import answers_in_words, listed
from eucacheck.kinds.amount.money import (
    FORMS,
    compatible,
    money_finding,
    other_names,
    payer_name,
    sum_answer,
    told_apart,
)
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

ONE_OCCASION_DAYS: Final = 7
"""Days between sources that tell of one signing."""
ONE_TIME_DAYS: Final = 31
"""Days between sources that tell of one pledge."""
_PLAIN: Final = frozenset("into towards with from region district project projects construction development".split())


def gift_keys(value: Mapping[str, Any]) -> list[str]:
    """Where money that is given meets: under its giver and field, and a loan or grant under its receiver and field."""
    found = []
    fields = "+".join(value["sectors"])
    receivers = [p for p in value["parties"] if p.startswith("country:")]
    if value["measure"] in {"loan", "grant"} and len(receivers) == 1 and fields:
        found.append(f"gift:{receivers[0]}:{value['measure']}:{fields}:{value['currency']}")
    if value["measure"] in {*GIVEN, None} and value["payer"]:
        found.append(f"given:{'+'.join(value['payer'])}:{fields}:{value['currency']}")
    return found


def older_keys(value: Mapping[str, Any]) -> list[str]:
    """Where a sum meets others under its giver, its receiver or its project."""
    found = gift_keys(value)
    if value["purpose"] and value["measure"] in {*GIVEN, "cost", None}:
        named = [name for name in value["names"] if name in value["purpose"].casefold()]
        found += [f"project:{value['currency']}:{name}" for name in named]
    return found


def judge_given(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Money of one payer: opposed only where purpose, recipients, names and time are the same, in two sources."""
    findings = []
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            if a.source == b.source or compatible(a, b):
                continue
            if _one_gift(a, b, claims, block) or told_twice(a, b, claims, block):
                payer = " and ".join(payer_name(p, block) for p in a.value["payer"])
                form = next((str(c.value["measure"]) for c in (a, b) if c.value["measure"]), "money")
                purpose = _what_for((a, b))
                question = f"How much was the {form} of {payer} {purpose}?"
                findings.append(_two_gifts(question, _with_equals((a, b), claims), block))
    return findings[:1]


def judge_projects(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Money for one named project: the same name and other words of its purpose, each source with one such sum."""
    pairs = [(a, b) for i, a in enumerate(claims) for b in claims[i + 1 :] if not compatible(a, b)]
    if any({*gift_keys(a.value)} & {*gift_keys(b.value)} for a, b in pairs):
        return []  # they meet under their giver, and are judged there
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            x, y = a.value, b.value
            if a.source == b.source or compatible(a, b):
                continue
            if told_twice(a, b, claims, block):
                return [_two_gifts(f"How much was the money {_what_for((a, b))}?", [[a], [b]], block)]
            if {*x, *y} & TIED:
                continue
            one, other = {*_purpose_words(a)}, {*_purpose_words(b)}
            payers = not x["payer"] or not y["payer"] or x["payer"] == y["payer"]
            fields = not x["sectors"] or not y["sectors"] or bool({*x["sectors"]} & {*y["sectors"]})
            if (
                not _alone(a, b, claims)
                or _gives_both(a, b)
                or not payers
                or not fields
                or likeness(sorted(one), sorted(other)) < 0.6
                or len(one & other) < 2
            ):
                block.demote(a, b, "other-event: other words of purpose, another payer, or several sums of one source")
            elif within_days(a, b, block, ONE_OCCASION_DAYS):
                sides = [[c for c in claims if c is p or compatible(c, p)] for p in (a, b)]
                return [_two_gifts(f"How much was the money {_what_for((a, b))}?", sides, block)]
    return []


def _purpose_words(claim: Claim) -> list[str]:
    """The stems of what the money is for, names included."""
    words = regex.findall(r"[A-Za-z][a-z]{3,}", str(claim.value["purpose"]))
    return [stem(w.casefold()) for w in words if w not in _PLAIN]


def judge_gifts(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Loans or grants to one country for one field: of one story, or where one source does not say who gives."""
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            if a.source == b.source or compatible(a, b) or _same_giver(a, b):
                continue
            if told_twice(a, b, claims, block) or _one_receipt(a, b, claims, block):
                country = block.pack.name_of(block.key.split(":", 2)[1] + ":" + block.key.split(":")[2])
                question = f"How much was the {a.value['measure']} to {country} {_what_for((a, b))}?"
                sides = [[c for c in claims if c is x or compatible(c, x)] for x in (a, b)]
                return [_two_gifts(question, sides, block)]
    return []


def _same_giver(a: Claim, b: Claim) -> bool:
    """They meet under their giver, and are judged there."""
    return any(k.startswith("given:") for k in {*gift_keys(a.value)} & {*gift_keys(b.value)})


def _one_receipt(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """The only such sum of each source in one week, and one of the two does not say who gives it."""
    if bool(a.value["payer"]) == bool(b.value["payer"]):
        return False
    tied = {*a.value, *b.value} & TIED
    if not _alone(a, b, claims) or tied or _gives_both(a, b) or scope_apart(a.value, b.value) or other_names(a, b):
        block.demote(a, b, "other-event: a source gives several such sums, or they name other things")
        return False
    return within_days(a, b, block, ONE_OCCASION_DAYS)


def _alone(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """Each is the only such sum of its source."""
    return all(compatible(c, p) for p in (a, b) for c in claims if c.source == p.source)


def _what_for(pair: Sequence[Claim]) -> str:
    """The purpose in the words of the source that says it as one ("for", "to"), else the fields of both."""
    told = sorted(
        (str(c.value["purpose"]) for c in pair if c.value["purpose"]), key=lambda p: (p[:2] == "in", len(p), p)
    )
    return told[0] if told else "for " + (listed(pair[0].value["sectors"]) or "one purpose")


def _with_equals(pair: tuple[Claim, Claim], claims: Sequence[Claim]) -> list[list[Claim]]:
    """Each side with the other sources that give its sum to the same receivers."""
    return [[c for c in claims if c is x or (compatible(c, x) and _receivers(c) == _receivers(x))] for x in pair]


def _two_gifts(question: str, sides: Sequence[Sequence[Claim]], block: "Block") -> Finding:
    answers = [sum_answer(g, block) for g in sides]
    told = answers_in_words(answers, block)
    why = compare_amounts(Amount.of(sides[0][0].value), Amount.of(sides[1][0].value)).reason
    thing = question.removeprefix("How much was ").removesuffix("?")
    summary = f"The sum of {thing} is given as {told}"
    return money_finding("EUC401", "conflict", sides[0][0].subject, (question, summary, why), answers)


def _one_gift(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """The same recipients, fields and names, much the same words, at one time.

    Of one form and field within days, each the only one of its source, other words are but another telling.
    """
    x, y = a.value, b.value
    if _receivers(a) != _receivers(b) or {*x, *y} & TIED:
        return False
    forms = {x["measure"], y["measure"]} & FORMS
    if reason := scope_apart(x, y, sure=block.one_news(a, b)):
        block.demote(a, b, f"other-event: {reason}")
        return False
    if len(forms) > 1 or other_names(a, b) or not x["stems"]:
        return False
    if periods_apart(a, b):
        block.demote(a, b, "other-time: the figures are of different periods")
        return False
    if _gives_both(a, b) or told_apart(a, b, claims):
        block.demote(a, b, "other-event: one source gives both figures, so they are of two things")
        return False
    alike = likeness(x["stems"], y["stems"]) >= 0.6
    if not _receivers(a):
        words = alike and len({*x["stems"]} & {*y["stems"]}) >= 2
        return words and bool(x["purpose"] or y["purpose"]) and within_days(a, b, block, ONE_OCCASION_DAYS)
    if alike and (x["measure"] or y["measure"]):
        return within_days(a, b, block, ONE_TIME_DAYS)
    one = _alone(a, b, claims) and x["measure"] == y["measure"] and (bool(forms and x["sectors"]) or _one_term(a, b))
    if not one:
        block.demote(a, b, "other-event: the words around the figures differ")
    return one and within_days(a, b, block, ONE_OCCASION_DAYS)


def _gives_both(a: Claim, b: Claim) -> bool:
    """One of the sources has the sum of the other as well, for something else: 'A lends 200 million and B 150'."""
    x, y = a.value, b.value
    return "story" in x and "story" in y and (listed_in(b, x["story"]) or listed_in(a, y["story"]))


def _one_term(a: Claim, b: Claim) -> bool:
    """Money for one stated period of years: the programme of a term."""
    x, y = a.value, b.value
    return bool(x["period_stated"] and y["period_stated"] and x["period"] == y["period"] and "/" in str(x["period"]))


def _receivers(claim: Claim) -> set[str]:
    return {*claim.value["parties"]} - {*claim.value["payer"]}
