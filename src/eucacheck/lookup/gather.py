"""Ranked facts to what is shown: facts that answer a query alike are brought together, and so is what supports them.

A base keeps facts as they are judged: each office of a person, each step of a treaty, each clause for itself. Who asks
for "Ozola title" wants them on one page. Facts are brought together where the query does not tell them apart: one kind,
one subject, a like score. What was judged to be disputed stays for itself.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from eucacheck.lookup.elsewhere import QUESTION
from eucacheck.lookup.rank import Ranked
from eucacheck.lookup.time import Time, may_overlap, read_time, recount
from eucacheck.lookup.words import slug_words, split_words
from eucacheck.records import Answer, Claim, Finding, Verdict

_ALIKE: Final = 0.8
"""Share of the score of the better fact from which another one answers the query as well."""
_ALIKE_SAID: Final = 0.7
"""The same of statements and agreements, which each source words for itself."""
_SUPPORTED: Final = 3
"""Facts shown in full, for which support is looked up."""
_MAY_DIFFER: Final = frozenset({"statement", "amount", "count"})
"""Kinds whose answers side by side may exclude each other, which was not judged."""
_MOST_PARTS: Final = 8
_PARTS_TOLD: Final = 3
_PLAIN: Final = frozenset({"agree", "single", "unclear", "supersede"})
_FIGURE: Final = re.compile(r"\d[\d.,]{0,15}")
_WHETHER: Final = re.compile(r"^Did .{1,200}? take part in ")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


class Facts(Protocol):
    """What is read to find support."""

    def findings_of(self, claim: str) -> Sequence[Finding]:
        """Give the findings of which a claim is evidence."""


def gather(ranked: Sequence[Ranked], base: Facts, copy_groups: Mapping[str, str]) -> list[Finding]:
    """Give the facts in their order, those that answer alike as one, the first ones with what supports them."""
    rest = list(ranked)
    shown: list[Finding] = []
    while rest:
        best, *others = rest
        if any(_holds(fact, best.finding) for fact in shown):
            rest = others
            continue
        group = _GROUPS.get(best.finding.kind)
        parts = [r for r in others if group is not None and _alike(best, r, group)][: _MOST_PARTS - 1]
        taken = {r.finding.id for r in parts}
        rest = [r for r in others if r.finding.id not in taken]
        fact = _unite([best.finding, *(r.finding for r in parts)], copy_groups) if parts else best.finding
        shown.append(_support(fact, base, copy_groups) if len(shown) < _SUPPORTED else fact)
    return _with_other_sources(shown)


def _with_other_sources(shown: list[Finding]) -> list[Finding]:
    """Put what else is said of it among the facts shown in full, where that brings sources that the first lack."""
    first, rest = shown[: _SUPPORTED - 1], shown[_SUPPORTED - 1 :]
    known = {c.source for fact in first for c in fact.claims}
    said = next((f for f in rest if f.kind == "statement" and not {c.source for c in f.claims} <= known), None)
    return shown if said is None else [*first, said, *(f for f in rest if f is not said)]


def _holds(fact: Finding, other: Finding) -> bool:
    """Tell whether a fact of the same kind shows all that another one has to say."""
    if fact.kind != other.kind or other.verdict not in _PLAIN:
        return False
    if fact.kind == "title":
        return {c.id for c in other.claims} <= {c.id for c in fact.claims}
    shown = {a.text.rpartition(": ")[2]: {c.id for c in a.claims} for a in fact.answers}
    return all({c.id for c in a.claims} <= shown.get(a.text, set()) for a in other.answers)


Group = Callable[[Finding, Finding], bool]


def _alike(best: Ranked, other: Ranked, group: Group) -> bool:
    a, b = best.finding, other.finding
    share = _ALIKE_SAID if a.kind in {"statement", "agreement"} else _ALIKE
    if a.kind != b.kind or other.score < share * best.score or not {a.verdict, b.verdict} <= _PLAIN:
        return False
    return group(a, b)


def _one_person_or_office(a: Finding, b: Finding) -> bool:
    return a.subject == b.subject or _held(a) == _held(b)


def _held(fact: Finding) -> object:
    """The office and its field that all answers of a fact on a person give; of other facts the fact itself.

    Ambassadors without a field are never one: each is sent to another country.
    """
    offices = {(c.value.get("office"), c.value.get("organisation")) for c in fact.claims}
    fields = {str(c.value["domain"]).casefold() for c in fact.claims if c.value.get("domain")}
    sent = any("ambassador" in str(office) for office, _ in offices)
    if not fact.subject.startswith("person:") or len(offices) != 1 or len(fields) > 1 or (sent and not fields):
        return fact.id
    return (*offices, *fields)


def _one_instrument(a: Finding, b: Finding) -> bool:
    """One name of an agreement, or a name told in more words."""
    x, y = (set(slug_words(f.subject)) for f in (a, b))
    return x <= y or y <= x


def _one_measure(a: Finding, b: Finding) -> bool:
    """One question but for the figure in it: "What do EUR 3 million stand for? (as funding)"."""
    return a.subject == b.subject and _FIGURE.sub("#", a.question) == _FIGURE.sub("#", b.question)


def _one_journey(a: Finding, b: Finding) -> bool:
    """One question but for a name that is spelt in two ways."""
    x, y = (slug_words(f.subject) for f in (a, b))
    return x != y and not set(x).isdisjoint(y) and _without(a, x) == _without(b, y)


def _without(fact: Finding, words: Sequence[str]) -> list[str]:
    return [w for w in split_words(fact.question) if w not in words]


_GROUPS: Final[Mapping[str, Group]] = {
    "title": _one_person_or_office,
    "agreement": _one_instrument,
    "amount": _one_measure,
    "count": _one_measure,
    "visit": _one_journey,
    "participant": lambda a, b: a.subject == b.subject,
    "statement": lambda _a, _b: True,
}
"""The kinds whose answers can stand side by side, and which of their facts do."""


def _unite(parts: Sequence[Finding], copy_groups: Mapping[str, str]) -> Finding:
    """One fact with the answers of several; its verdict is that of the one that answers best."""
    first = parts[0]
    texts = [(part, a, _alone(part, a, parts)) for part in parts for a in part.answers]
    answers: dict[str, Answer] = {}
    spans: list[Claim] = []
    for part, answer, text in texts:
        if part.kind == "statement" and all(any(_inside(c, other) for other in spans) for c in answer.claims):
            continue
        spans += answer.claims
        held = answers.get(text)
        answers[text] = recount(
            replace(answer, text=text), (*(held.claims if held else ()), *answer.claims), copy_groups
        )
    shown = {c.id for a in answers.values() for c in a.claims}
    if shown == {c.id for c in first.claims}:
        return first
    united = replace(
        first, answers=tuple(answers.values()), summary=_summary(parts, list(answers.values())),
        why=f"{first.why}; {len(parts)} facts that answer the query alike, side by side",
    )  # fmt: skip
    if first.kind == "title" and first.subject.startswith("person:") and len({p.subject for p in parts}) > 1:
        value = first.claims[0].value
        subject = f"office:{value['office']}@{value['organisation']}"
        united = replace(united, subject=subject, question=f"Who is {first.answers[0].text}?")
    if first.kind == "participant":
        united = replace(united, question=_WHETHER.sub("Who took part in ", first.question))
    if first.kind == "statement":
        united = replace(united, question=QUESTION)
    return replace(united, verdict=_verdict(united))


def _summary(parts: Sequence[Finding], answers: Sequence[Answer]) -> str:
    if parts[0].kind == "statement":
        sources = len({c.source for a in answers for c in a.claims})
        return f"{len(answers)} statements on this, of {sources} source{'s' * (sources > 1)}"
    told = list(dict.fromkeys(p.summary for p in parts))
    more = len(told) - _PARTS_TOLD
    return "; ".join(told[:_PARTS_TOLD]) + (f"; and {more} more" if more > 0 else "")


def _verdict(fact: Finding) -> Verdict:
    """Of facts side by side: agreed where one answer has several sources, not decided where sources may differ."""
    if fact.verdict != "single":
        return fact.verdict
    several = len({c.source for c in fact.claims}) > 1
    if several and len(fact.answers) > 1 and fact.kind in _MAY_DIFFER:
        return "unclear"
    return "agree" if any(a.sources > 1 for a in fact.answers) else "single"


def _alone(part: Finding, answer: Answer, parts: Sequence[Finding]) -> str:
    """The text of an answer as it can be read without the question of its fact."""
    if part.kind == "title" and len({p.subject for p in parts}) > 1 and part.subject.startswith("person:"):
        names = [str(c.value["name"]) for c in answer.claims if c.value.get("name")]
        return f"{max(names, key=lambda n: (len(n), n))}: {answer.text}" if names else answer.text
    if part.kind == "participant":
        names = [str(c.value["name"]) for c in answer.claims if c.value.get("name")]
        return f"{max(names, key=lambda n: (len(n), n))}: {answer.text}" if names else answer.text
    if part.kind == "agreement":
        steps = sorted({str(c.value["action"]) for c in answer.claims if c.value.get("action")})
        return f"{' and '.join(steps)}: {answer.text}" if steps else answer.text
    return answer.text


def _inside(claim: Claim, other: Claim) -> bool:
    return claim.source == other.source and claim.start < other.end and other.start < claim.end


def _support(fact: Finding, base: Facts, copy_groups: Mapping[str, str]) -> Finding:
    """Add to each answer the claims that another fact of the kind holds to give the same answer.

    A figure may stand in one fact by its year and in another by its purpose; both share a claim.
    """
    known = {c.id for c in fact.claims}
    years = [read_time(y) for y in _YEAR.findall(fact.question)]
    answers = []
    for answer in fact.answers:
        beside = (f for c in answer.claims for f in base.findings_of(c.id) if f.kind == fact.kind and f.id != fact.id)
        same = [a for f in beside for a in f.answers if a.text == answer.text and _share(a, answer)]
        more = {c.id: c for a in same for c in a.claims if c.id not in known and _of(c, years)}
        answers.append(recount(answer, (*answer.claims, *more.values()), copy_groups) if more else answer)
    added = [(b, b.sources - a.sources) for a, b in zip(fact.answers, answers, strict=True) if b.sources > a.sources]
    if not added:
        return fact
    told = ", ".join(f"{a.text} ({n} more)" for a, n in added)
    verdict = "agree" if fact.verdict == "single" and len(answers) == 1 else fact.verdict
    why = f"{fact.why}; sources of a like fact that give the same: {told}"
    return replace(fact, answers=tuple(answers), verdict=verdict, why=why)


def _share(a: Answer, b: Answer) -> bool:
    return not {c.id for c in a.claims}.isdisjoint(c.id for c in b.claims)


def _of(claim: Claim, years: Sequence[Time]) -> bool:
    return not years or any(may_overlap(claim.when, year) for year in years)
