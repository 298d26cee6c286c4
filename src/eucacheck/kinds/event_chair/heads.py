"""The heads of delegations to one event instance to findings: one head for each side."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.events import describe
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.event_chair.chairs import answers_by_person, as_it_was, side_by_side
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_ROLE = "head-of-delegation"


def judge_heads(instance: Instance, claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for each side that is led, and one for the heads of whom no side is told."""
    own = [c for c in claims if block.instance_of(c) is instance and c.value["role"] == _ROLE]
    answers = answers_by_person(as_it_was(own, block), _ROLE, block)
    sides: dict[str, list[Answer]] = {}
    for answer in answers:
        led = {str(c.value["side"]) for c in answer.claims if c.value.get("side")}
        sides.setdefault(next(iter(led)) if len(led) == 1 else "", []).append(answer)
    rivals = _rivals(answers)
    if (
        rivals
        and "" in sides
        and not any(_one_side(a, b, block) for s in sides.values() for a, b in combinations(s, 2))
    ):
        why = "the sources name one head of a delegation alike, and not the other"
        yield _differ(instance, "a delegation", (rivals, why, 0.6), block)
        sides = {s: kept for s, heads in sides.items() if (kept := [a for a in heads if a not in rivals])}
    for side, heads in sorted(sides.items()):
        delegation = f"the delegation of {block.pack.name_of(side)}" if side else "a delegation"
        pair = next((p for p in combinations(heads, 2) if side and _one_side(*p, block)), None)
        if pair is not None:
            why = "each source names one head of this delegation, and not the same person"
            yield _differ(instance, delegation, (pair, why, 0.7), block)
        else:
            yield _agree(instance, delegation, heads, block)


def _differ(instance: Instance, delegation: str, told: tuple[Sequence[Answer], str, float], block: "Block") -> Finding:
    answers, why, sure = told
    event = describe(instance, block)
    summary = f"Sources name different heads of {delegation} to {event}: {answers_in_words(answers, block)}"
    question = f"Who headed {delegation} to {event}?"
    return make_finding(
        Judgement("EUC321", "event_chair", "conflict", instance.key, question, summary, why, answers, sure)
    )


def _agree(instance: Instance, delegation: str, heads: Sequence[Answer], block: "Block") -> Finding:
    event = describe(instance, block)
    answer = heads[0] if len(heads) == 1 else side_by_side(heads, _ROLE, block)
    summary = f"{answer.text} headed {delegation} to {event} ({count_sources(answer)})"
    alone = len(heads) == 1
    why = "all sources name the same person" if alone else "several persons in this role side by side"
    return make_finding(
        Judgement(
            "EUC322", "event_chair", agreement_or_single(answer), instance.key, f"Who headed {delegation} to {event}?",
            summary, why, [answer], 0.8 if alone else 0.6,
        )
    )  # fmt: skip


def _one_side(a: Answer, b: Answer, block: "Block") -> bool:
    """Both are said to head the delegation of one side, in sources that have no second head for it."""
    if {c.source for c in a.claims} & {c.source for c in b.claims}:
        return False
    return any(same_body(x, y, block) for x in a.claims for y in b.claims)


def same_body(a: Claim, b: Claim, block: "Block") -> bool:
    """One side, and no two institutions of it: Parliament and Commission may each send a delegation."""
    side, other = a.value.get("side"), b.value.get("side")
    if side is None or side != other:
        return False
    bodies = {str(c.value["body"]) for c in (a, b)}
    if len(bodies) < 2 or (side in bodies and all(b == side or _governs(b, block) for b in bodies)):
        return True
    block.demote(a, b, "other-event: delegations of two institutions")
    return False


def _governs(body: str, block: "Block") -> bool:
    """A body whose delegation may be called that of its union or country: no bank, agency or parliament."""
    known = block.pack.organisations.get(body)
    return known is None or (known.kind == "institution" and "parliament" not in body)


def _rivals(answers: Sequence[Answer]) -> list[Answer]:
    """The two who are each named as the second head of a delegation, beside the one whom both sources name."""
    heads: dict[str, set[int]] = {}
    for i, answer in enumerate(answers):
        for claim in answer.claims:
            heads.setdefault(claim.source, set()).add(i)
    pairs = [h for h in heads.values() if len(h) == 2]
    for one in pairs:
        for other in pairs:
            if len(one & other) == 1:
                return [answers[i] for i in sorted(one ^ other)]
    return []
