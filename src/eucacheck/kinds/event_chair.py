"""Who chairs, hosts or heads a delegation to an event.

## Finds
"was chaired by X", "X co-chaired the meeting", "hosted by X", "under the chairmanship of X", "X was the chair", "at the
head of the delegation was X", with the event that is chaired, or spoken of.

## Same fact
The event instance and the role (chair, co-chair, host, head of delegation).

## Compared
Two different single chairs of one event are a conflict; co-chairs, hosts and heads of several delegations stand side by
side, and one who is announced as the chair and then is a co-chair is the same answer.

## Value
`{"person": identifier, "name": surface, "role": "chair" | "co-chair" | "host" | "head-of-delegation",
"event": profile}`.

## Rules
EUC321 two different single chairs. EUC322 who chaired, as told.

## Example
"chaired by A" in one source, "chaired by B" in another, of one meeting: EUC321.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.names import compare_persons
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._chairing import find_chairings
from eucacheck.kinds._events import describe, event_keys, event_value, subject_of
from eucacheck.kinds._words import answers_in_words, listed
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC321": "Two sources name two different single chairs of one event, or heads of one delegation to it.",
    "EUC322": "Who chaired, hosted or headed a delegation to an event, as sources tell it.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each chairing phrase with one person and one event."""
    for found in find_chairings(doc):
        for person in found.persons:
            low, high = min(found.start, person.start), max(found.end, person.end)
            known = {"person": person.person, "name": doc.text[person.start : person.end], "role": found.role}
            value = event_value(doc, found.event, known)
            draft = Draft(
                "event_chair", subject_of(found.event), value, low, high, when=found.event.interval,
                modality="planned" if found.planned(doc.shadow) else None,
            )  # fmt: skip
            claim = make_claim(doc, draft)
            if claim is not None:
                yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Chairs meet in the family of their event."""
    return event_keys(claim)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance and role; single chairs are opposed, the rest stands side by side."""
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        for role in ("chair", "host", "head-of-delegation"):
            part = [c for c in own if c.value["role"] == role or (role == "chair" and c.value["role"] == "co-chair")]
            if part:
                findings.append(_judge_role(instance, role, part, block))
    return findings


def _judge_role(instance: Instance, role: str, claims: Sequence[Claim], block: "Block") -> Finding:
    told = _as_it_was(claims, block)
    answers = [
        block.answer({"person": p, "role": role}, _name(p, group, block), group)
        for p, group in _by_person(told, block).items()
    ]
    event = describe(instance, block)
    verb = _VERBS[role]
    rule, verdict, confidence = "EUC322", agreement_or_single(answers[0]), 0.8
    why = "all sources name the same person"
    if role == "head-of-delegation" and (rivals := _rivals(answers)):
        rule, verdict, confidence, answers = "EUC321", "conflict", 0.6, rivals
        why = "the sources name one head of a delegation alike, and not the other"
        summary = f"Sources name different heads of one delegation to {event}: {answers_in_words(answers, block)}"
    elif role == "chair" and len(answers) > 1 and _opposed(answers):
        rule, verdict, confidence = "EUC321", "conflict", 0.7
        why = "a single chair in each source, and not the same person"
        summary = f"Sources name different chairs of {event}: {answers_in_words(answers, block)}"
    else:
        if len(answers) > 1:
            why, confidence = "several persons in this role side by side", 0.6
            answers = [_side_by_side(answers, role, block)]
            verdict = agreement_or_single(answers[0])
        summary = f"{answers[0].text} {verb} {event} ({count_sources(answers[0])})"
    question = f"Who {verb} {event}?"
    return make_finding(
        Judgement(rule, "event_chair", verdict, instance.key, question, summary, why, answers, confidence)
    )


def _as_it_was(claims: Sequence[Claim], block: "Block") -> list[Claim]:
    """The claims on who did it, where there are any; who was only expected to is not opposed to them."""
    done = [c for c in claims if c.modality != "planned"]
    for plan in claims:
        if done and plan.modality == "planned":
            block.demote(plan, done[0], "other-time: who was expected, against who it was")
    return done or list(claims)


_VERBS = {"chair": "chaired", "host": "hosted", "head-of-delegation": "headed a delegation to"}


def _side_by_side(answers: Sequence[Answer], role: str, block: "Block") -> Answer:
    """One answer with all persons."""
    value = {"persons": [a.value["person"] for a in answers], "role": role}
    return block.answer(value, listed([a.text for a in answers]), [c for a in answers for c in a.claims])


def _by_person(claims: Sequence[Claim], block: "Block") -> dict[str, list[Claim]]:
    """Claims by person; at one event in one role, a name that is spelt nearly alike is the same person."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(
        claims, key=lambda c: (c.value["person"] not in block.pack.people, -len(str(c.value["name"])), c.id)
    ):
        person = str(claim.value["person"])
        home = next((p for p, g in groups.items() if p == person or _same_name(g[0], claim, block)), person)
        groups.setdefault(home, []).append(claim)
    return dict(sorted(groups.items()))


def _same_name(a: Claim, b: Claim, block: "Block") -> bool:
    if {str(a.value["person"]), str(b.value["person"])} <= set(block.pack.people):
        return False
    relation = compare_persons(str(a.value["name"]), str(b.value["name"]), same_office=True).relation
    return relation in {"same-spelling", "same-person"}


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


def _opposed(answers: Sequence[Answer]) -> bool:
    """Two persons, each told by another source as the one chair, and no source that has both or a co-chair."""
    by_source: dict[str, set[str]] = {}
    for answer in answers:
        for claim in answer.claims:
            by_source.setdefault(claim.source, set()).add(str(claim.value["person"]))
            if claim.value["role"] == "co-chair":
                return False
    return len(by_source) > 1 and all(len(p) == 1 for p in by_source.values())


def _name(person: str, claims: Sequence[Claim], block: "Block") -> str:
    known = block.pack.people.get(person)
    return known.name if known is not None else max((str(c.value["name"]) for c in claims), key=len)
