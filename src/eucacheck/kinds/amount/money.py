"""Sums of money of several sources to findings: equal sums of a like purpose, and the figures of one measure."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import COMPATIBLE, Amount, compare_amounts, worlds_apart
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._figures.figure_words import say_amount, tell_apart
from eucacheck.kinds._figures.figures import GIVEN, TRADE
from eucacheck.kinds._figures.purposes import likeness
from eucacheck.kinds._figures.told_twice import connected, told_alike
from eucacheck.kinds._figures.verbatim import OPEN
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import answers_in_words, listed, opening, sources_in_words
from eucacheck.kinds.amount.announcements import judge_announcements
from eucacheck.records import Answer, Claim, Finding, Level, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block

_CONFIDENCE: Final = {
    ("EUC402", "conflict"): 0.85,
    ("EUC401", "conflict"): 0.6,
    ("EUC404", "agree"): 0.75,
    ("EUC404", "single"): 0.7,
}
"""How sure a verdict is; where nothing stands, an even chance."""
_RARE: Final = 10**9
"""From a billion on, two equal sums of one giver are hardly two gifts."""
FORMS: Final = frozenset({"loan", "grant", "investment", "memorandum"})


def judge_sums(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Equal sums of a like purpose are one fact, their payers, forms and announcements others."""
    findings: list[Finding] = []
    groups = connected(
        [c for c in claims if "announced_at" not in c.value], lambda a, b: _alike(a, b) or told_alike(a, b, block)
    )
    told_once = tell_apart([_told(group, block) for group in groups], block)
    for one, group in zip(told_once, groups, strict=True):
        findings.append(one)
        findings += _aspect(group, block, ("Who pays {}?", "{} are to be paid by"), partial(_payers, block=block))
        findings += _aspect(group, block, ("In which form come {}?", "{} are called"), _form)
    told = [c for c in claims if "announced_at" in c.value]
    return findings + (judge_announcements(told, block) if told else [])


def judge_measure(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One measure of the same parties in one period."""
    value = claims[0].value
    who = listed([block.pack.name_of(p) for p in value["parties"]])
    period = say_date(parse_edtf(str(value["period"])))
    thing = f"{value['measure']} of {who} in {period}"
    return _judge_figures(claims, block, thing)


def _judge_figures(claims: Sequence[Claim], block: "Block", thing: str) -> list[Finding]:
    """Figures of one thing: agreed, close, or opposed where no source gives both."""
    answers = [sum_answer(g, block) for g in same_figures(claims)]
    question = f"How much was the {thing}?"
    if len(answers) == 1:
        summary = f"{opening(thing)}: {answers[0].text} ({count_sources(answers[0])})"
        verdict = agreement_or_single(answers[0])
        return [money_finding("EUC404", verdict, claims[0].subject, (question, summary, "the same figure"), answers)]
    told = answers_in_words(answers, block)
    opposed = [(a, b) for i, a in enumerate(claims) for b in claims[i + 1 :] if _opposed(a, b, claims, block)]
    if not opposed:
        reason = compare_amounts(Amount.of(answers[0].claims[0].value), Amount.of(answers[1].claims[0].value))
        summary = f"{opening(thing)}: {told}"
        close = reason.relation in COMPATIBLE and len({c.source for c in claims}) > 1
        near: Verdict = "refine" if close else "unclear"
        return [money_finding("EUC404", near, claims[0].subject, (question, summary, reason.reason), answers)]
    a, b = opposed[0]
    why = compare_amounts(Amount.of(a.value), Amount.of(b.value)).reason
    summary = f"The figure for {thing} is given as {told}"
    return [money_finding("EUC401", "conflict", a.subject, (question, summary, why), answers)]


def _opposed(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    if a.source == b.source or compatible(a, b):
        return False
    if worlds_apart(Amount.of(a.value), Amount.of(b.value)):
        block.demote(a, b, "other-event: one figure is many times the other")
        return False
    if told_apart(a, b, claims):
        block.demote(a, b, "other-event: one source gives both figures, so they are of two things")
        return False
    if a.value["sectors"] != b.value["sectors"] or _other_scope(a, b) or other_names(a, b):
        block.demote(a, b, "other-event: the figures are of other fields or name other things")
        return False
    if {a.modality, b.modality} & OPEN:
        block.demote(a, b, "reported-by-third-party: one of them is not asserted")
        return False
    if ("net" in a.value["scope"]) != ("net" in b.value["scope"]):
        block.demote(a, b, "other-event: one figure is net")
        return False
    if (one := a.value.get("by")) and (other := b.value.get("by")) and one != other:
        block.demote(a, b, "other-event: the figures are those of two bodies that count")
        return False
    return a.value["measure"] in {*TRADE, "remittances"} or likeness(a.value["stems"], b.value["stems"]) >= 0.4


def _other_scope(a: Claim, b: Claim) -> bool:
    """Exports of cotton are not exports; the verb before a gift narrows nothing."""
    return a.value["measure"] not in GIVEN and a.value["scope"] != b.value["scope"]


def told_apart(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """A source that gives both figures knows two things that carry the same name here."""
    for source in {c.source for c in claims}:
        own = [c for c in claims if c.source == source]
        if any(compatible(c, a) for c in own) and any(compatible(c, b) for c in own):
            return True
    return False


def other_names(a: Claim, b: Claim) -> bool:
    """Each names something that the other does not."""
    x, y = set(a.value["names"]), set(b.value["names"])
    return bool(x - y and y - x)


def _alike(a: Claim, b: Claim) -> bool:
    """Two claims of one sum speak of the same money: fields, measure and period do not differ, and words are shared."""
    x, y = a.value, b.value
    rare = len(Amount.of(x).digits) >= 3  # '12.5 billion' is hardly twice the same by chance
    if x["sectors"] and y["sectors"] and not {*x["sectors"]} & {*y["sectors"]} and not rare:
        return False
    if x["measure"] != y["measure"] and {x["measure"], y["measure"]} & TRADE:
        return False
    if x["period_stated"] and y["period_stated"] and x["period"] != y["period"] and not _overlap(a, b):
        return False
    given = {x["measure"], y["measure"]} <= {*GIVEN, None}
    if given and Amount.of(x).low >= _RARE and {*x["parties"]} & {*y["parties"]}:
        return True
    shared = len({*x["topic"]} & {*y["topic"]})
    exact = rare or x["measure"] == y["measure"] or bool({*x["sectors"]} & {*y["sectors"]})
    return shared >= 2 or (exact and (shared >= 1 or bool({*x["parties"]} & {*y["parties"]})))


def _overlap(a: Claim, b: Claim) -> bool:
    x, y = parse_edtf(str(a.value["period"])), parse_edtf(str(b.value["period"]))
    if x.start is None or y.start is None or x.end is None or y.end is None:
        return True
    return x.start <= y.end and y.start <= x.end


def _told(group: Sequence[Claim], block: "Block") -> Finding:
    answer = sum_answer(group, block)
    purpose = purpose_in_words(group, block)
    subject = max(sorted({c.subject for c in group}), key=lambda s: sum(c.subject == s for c in group))
    question = f"What do {answer.text} stand for? ({purpose})"
    summary = f"{answer.text} {purpose} ({count_sources(answer)})"
    why = "the same sum with a like purpose"
    return money_finding("EUC404", agreement_or_single(answer), subject, (question, summary, why), [answer])


def purpose_in_words(group: Sequence[Claim], block: "Block") -> str:
    """What the money is for or measures, in the shortest words that a source gives it."""
    named = [c for c in group if c.value["purpose"]]
    measures = sorted({str(c.value["measure"]) for c in group if c.value["measure"]})
    if named and any(m in GIVEN for m in measures):
        return min((str(c.value["purpose"]) for c in named), key=lambda p: (len(p), p))
    shared = set.intersection(*(set(c.value["parties"]) for c in group)) or set(group[0].value["parties"])
    who = listed([block.pack.name_of(p) for p in sorted(shared)[:3]])
    measure = measures[0] if measures else "an amount"
    return f"as {measure} ({who})" if who else f"as {measure}"


def _aspect(
    group: Sequence[Claim], block: "Block", words: tuple[str, str], said: Callable[[Claim], str]
) -> list[Finding]:
    """A note where the sources of one sum give it another payer, or another form."""
    by: dict[str, list[Claim]] = {}
    for claim in group:
        if claim.value["measure"] in {*GIVEN, None} and (text := said(claim)):
            by.setdefault(text, []).append(claim)
    if len(by) < 2:
        return []
    answers = [block.answer({"answer": text}, text, own) for text, own in sorted(by.items())]
    what = f"{say_amount(group[0])} {purpose_in_words(group, block)}"
    told = listed([f"{_article(a.text)}{a.text} ({sources_in_words(a, block)})" for a in answers])
    why = "one sum and purpose; the sources name its payer or form differently"
    texts = (words[0].format(what), f"{words[1].format(what)} {told}", why)
    return [money_finding("EUC405", "refine", group[0].subject, texts, answers)]


def _article(text: str) -> str:
    """The article of a form of money, none of a payer."""
    if text not in FORMS:
        return ""
    return "an " if text[0] in "aeiou" else "a "


def _payers(claim: Claim, block: "Block") -> str:
    return " and ".join(payer_name(p, block) for p in claim.value["payer"])


def payer_name(payer: str, block: "Block") -> str:
    """The name of who pays, as a reader knows it."""
    if not payer.startswith("group:"):
        return block.pack.name_of(payer)
    name = payer.removeprefix("group:").replace("-", " ")
    return name.title() if name.startswith("team ") else name


def _form(claim: Claim) -> str:
    return str(claim.value["measure"]) if claim.value["measure"] in FORMS else ""


def same_figures(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each figure together, in the order of the claims."""
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next(
            (
                g
                for g in groups
                if (g[0].value["amount"], g[0].value.get("high")) == (claim.value["amount"], claim.value.get("high"))
            ),
            None,
        )
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def sum_answer(group: Sequence[Claim], block: "Block") -> Answer:
    """One answer for the claims of one sum."""
    value = {"amount": group[0].value["amount"], "currency": group[0].value["currency"]}
    return block.answer(value, say_amount(group[0]), group)


def compatible(a: Claim, b: Claim) -> bool:
    """Two sums that may be one: equal, rounded, or one within the bounds of the other."""
    return compare_amounts(Amount.of(a.value), Amount.of(b.value)).relation in COMPATIBLE


def money_finding(
    rule: str, verdict: Verdict, subject: str, texts: tuple[str, str, str], answers: Sequence[Answer]
) -> Finding:  # fmt: skip
    """A finding on a sum; `texts` are its question, summary and reason."""
    question, summary, why = texts
    level: Level | None = "warning" if (verdict, rule) == ("conflict", "EUC401") else None
    confidence = _CONFIDENCE.get((rule, verdict), 0.5)
    return make_finding(Judgement(rule, "amount", verdict, subject, question, summary, why, answers, confidence, level))
