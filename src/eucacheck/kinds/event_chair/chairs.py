"""The chairs, hosts and moderators of one event instance to findings."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.names import compare_persons
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.events import describe
from eucacheck.kinds._wording.words import answers_in_words, listed
from eucacheck.kinds.event_chair.pairs import two_pairs
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block


def judge_chairs(instance: Instance, claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding a role; single chairs are opposed, hosts and moderators stand side by side."""
    own = [c for c in claims if block.instance_of(c) is instance]
    for role in ("chair", "host", "moderator", "opener"):
        part = [c for c in own if c.value["role"] == role or (role == "chair" and c.value["role"] == "co-chair")]
        if part:
            yield _judge_role(instance, role, part, block)


def _judge_role(instance: Instance, role: str, claims: Sequence[Claim], block: "Block") -> Finding:
    told = as_it_was(claims, block)
    answers = answers_by_person(told, role, block)
    event = describe(instance, block)
    verb = _VERBS[role]
    rule, verdict, confidence = "EUC322", agreement_or_single(answers[0]), 0.8
    why = "all sources name the same person"
    if role == "host" and len(answers) == 2 and _opposed(answers) and any(c.value.get("instead") for c in told):
        rule, verdict, confidence = "EUC321", "conflict", 0.65
        why = "one host in each source, and in one of them in place of another"
        summary = f"Sources name different hosts of {event}: {answers_in_words(answers, block)}"
    elif role == "chair" and len(answers) > 1 and _opposed(answers):
        rule, verdict, confidence = "EUC321", "conflict", 0.7
        why = "a single chair in each source, and not the same person"
        summary = f"Sources name different chairs of {event}: {answers_in_words(answers, block)}"
    elif role == "chair" and (other := _outside(answers)) is not None:
        rule, verdict, confidence = "EUC321", "conflict", 0.65
        why = "two persons share the chair in one source, and in the other neither of them has it"
        answers = [other, side_by_side([a for a in answers if a is not other], role, block)]
        summary = f"Sources name different chairs of {event}: {answers_in_words(answers, block)}"
    elif role == "chair" and (pairs := two_pairs(answers)) is not None:
        rule, verdict, confidence = "EUC321", "conflict", 0.65
        why = "two persons share the chair in each source, and one of the two is not the same"
        answers = [side_by_side(group, role, block) if len(group) > 1 else group[0] for group in pairs]
        summary = f"Sources name different co-chairs of {event}: {answers_in_words(answers, block)}"
    else:
        if len(answers) > 1:
            why, confidence = "several persons in this role side by side", 0.6
            answers = [side_by_side(answers, role, block)]
            verdict = agreement_or_single(answers[0])
        summary = f"{answers[0].text} {verb} {event} ({count_sources(answers[0])})"
    question = f"Who {verb} {event}?"
    return make_finding(
        Judgement(rule, "event_chair", verdict, instance.key, question, summary, why, answers, confidence)
    )


def as_it_was(claims: Sequence[Claim], block: "Block") -> list[Claim]:
    """The claims on who did it, where there are any; who was only expected to is not opposed to them."""
    done = [c for c in claims if c.modality != "planned"]
    for plan in claims:
        if done and plan.modality == "planned":
            block.demote(plan, done[0], "other-time: who was expected, against who it was")
    return done or list(claims)


_VERBS = {"chair": "chaired", "host": "hosted", "moderator": "moderated", "opener": "opened"}


def side_by_side(answers: Sequence[Answer], role: str, block: "Block") -> Answer:
    """One answer with all persons."""
    value = {"persons": [a.value["person"] for a in answers], "role": role}
    return block.answer(value, listed([a.text for a in answers]), [c for a in answers for c in a.claims])


def answers_by_person(claims: Sequence[Claim], role: str, block: "Block") -> list[Answer]:
    """One answer a person in a role."""
    return [
        block.answer({"person": p, "role": role}, _name(p, group, block), group)
        for p, group in _by_person(claims, block).items()
    ]


def _by_person(claims: Sequence[Claim], block: "Block") -> dict[str, list[Claim]]:
    """Claims by person; at one event in one role, a name that is spelt nearly alike is the same person."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(
        claims, key=lambda c: (c.value["person"] not in block.pack.people, -len(str(c.value["name"])), c.id)
    ):
        person = str(claim.value["person"])
        home = next((p for p, g in groups.items() if p == person or one_name(g[0], claim, block)), person)
        groups.setdefault(home, []).append(claim)
    return dict(sorted(groups.items()))


def one_name(a: Claim, b: Claim, block: "Block") -> bool:
    """Tell whether two names at one event in one role are spelt so alike that they are one person's."""
    if {str(a.value["person"]), str(b.value["person"])} <= set(block.pack.people):
        return False
    relation = compare_persons(str(a.value["name"]), str(b.value["name"]), same_office=True).relation
    return relation in {"same-spelling", "same-person"}


def _opposed(answers: Sequence[Answer]) -> bool:
    """Two persons, each told by another source as the one chair, and no source that has both or a co-chair."""
    by_source: dict[str, set[str]] = {}
    for answer in answers:
        for claim in answer.claims:
            by_source.setdefault(claim.source, set()).add(str(claim.value["person"]))
            if claim.value["role"] == "co-chair":
                return False
    sides = [{str(c.value["side"]) for c in a.claims if c.value.get("side")} for a in answers]
    if len(answers) == 2 and all(sides) and not sides[0] & sides[1]:
        return False  # 'for the Tajik side, the meeting was chaired by': the other side has a chair too
    return len(by_source) > 1 and all(len(p) == 1 for p in by_source.values())


def _outside(answers: Sequence[Answer]) -> Answer | None:
    """Who alone has the chair in the sources that name him, where in all others two others share it."""
    by_source: dict[str, set[str]] = {}
    for answer in answers:
        for claim in answer.claims:
            by_source.setdefault(claim.source, set()).add(str(answer.value["person"]))
    sharing = [p for p in by_source.values() if len(p) > 1]
    if not sharing or any(p != sharing[0] for p in sharing):
        return None
    alone = [a for a in answers if str(a.value["person"]) not in sharing[0]]
    sole = len(alone) == 1 and all(len(by_source[c.source]) == 1 for c in alone[0].claims)
    plain = sole and all(c.value["role"] == "chair" and not c.value.get("side") for c in alone[0].claims)
    return alone[0] if plain else None


def _name(person: str, claims: Sequence[Claim], block: "Block") -> str:
    known = block.pack.people.get(person)
    return known.name if known is not None else max((str(c.value["name"]) for c in claims), key=len)
