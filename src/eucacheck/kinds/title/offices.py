"""The titles of one person to findings: offices that exclude each other, or that the reference gives to others."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.compare.dates import gap_days, may_overlap
from eucacheck.compare.offices import (
    Held,
    compare_offices,
    held_it,
    one_time,
    under,
)
from eucacheck.compare.terms import contradicting_term
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.persons import Slot
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.title.fields import judge_fields, longest_field, two_posts
from eucacheck.kinds.title.office_days import as_on_record, of_other_days
from eucacheck.kinds.title.rungs_in_news import judge_rungs
from eucacheck.kinds.title.successions import judge_succession
from eucacheck.kinds.title.tenures import PLAIN, judge_former
from eucacheck.kinds.title.titles_in_news import judge_called_otherwise
from eucacheck.records import Claim, Finding, Interval, Level, Reference

if TYPE_CHECKING:
    from eucacheck.facts import Block

_IN_OFFICE = frozenset({"current", "acting", "newly-appointed"})
_PROMOTION = 10
"""Days after which a deputy may well have become the holder; nobody is put down so often."""
_BOUNDED = 400
"""Days of a time that is exact enough to tell a promotion from a contradiction."""


def judge_offices(person: str, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two offices that exclude each other, and one for each other office."""
    name = name_of(person, claims, block)
    slots = _slots([c for c in claims if c.value["tenure"] in _IN_OFFICE])
    findings: list[Finding] = []
    opposed: set[Slot] = set()
    for a, b in combinations(sorted(slots, key=str), 2):
        finding = _judge_pair(person, name, (a, slots[a]), (b, slots[b]), block)
        if finding is not None:
            findings.append(finding)
            opposed |= {a, b}
    for slot, group in sorted(slots.items(), key=lambda kv: str(kv[0])):
        if slot not in opposed:
            one_office = judge_fields((person, name), (slot, office_name(slot, block)), group, block)
            findings.append(_against_reference(person, name, slot, group, block) or one_office)
        elif (
            sum(slot in {a, b} for a, b in combinations(sorted(slots, key=str), 2))
            and len({c.source for c in group}) > 1
        ):
            findings.append(judge_fields((person, name), (slot, office_name(slot, block)), group, block))
    rungs = list(judge_rungs((person, name), [c for c in claims if _slot(c) not in opposed], block))
    apart = {c.id for f in rungs if f.verdict == "conflict" for c in f.claims}
    findings = [f for f in findings if f.rule != "EUC204" or not apart or not apart <= {c.id for c in f.claims}]
    findings += rungs
    plain = {
        slot: (office_name(slot, block), group)
        for slot, group in slots.items()
        if slot not in opposed and not apart & {c.id for c in group}
    }
    findings += judge_called_otherwise((person, name), plain, block)
    findings += _then(person, name, claims, block)
    findings += judge_succession(person, name, [c for c in claims if "after" in c.value], block)
    former = judge_former(person, name, claims, block)
    findings += [former] if former is not None else []
    findings += [_named_twice(person, name, c, block) for c in claims if c.value.get("twice")][:1]
    return findings


def _then(person: str, name: str, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """An office that somebody is said to have held on a day gone by, against the terms on record."""
    slots = _slots([c for c in claims if c.value.get("then")])
    found = [_against_reference(person, name, s, g, block) for s, g in sorted(slots.items(), key=lambda kv: str(kv[0]))]
    return [f for f in found if f is not None]


def _named_twice(person: str, name: str, claim: Claim, block: "Block") -> Finding:
    slot = (str(claim.value["office"]), claim.value["organisation"])
    answer = block.answer({"office": slot[0], "organisation": slot[1]}, claim.quote, [claim])
    question = f"Is the body named once in the title of {name}?"
    summary = f"{sources_in_words(answer, block)} names {block.pack.name_of(str(slot[1]))} twice in one title of {name}"
    why = "one title, its body before and after it: a slip of editing"
    return make_finding(Judgement("EUC822", "title", "refine", person, question, summary, why, [answer], 0.6))


def name_of(person: str, claims: Sequence[Claim], block: "Block") -> str:
    """The name of the pack, else the longest that the claims give."""
    known = block.pack.people.get(person)
    if known is not None:
        return known.name
    names = sorted({str(c.value["name"]) for c in claims if c.value["name"]}, key=lambda n: (-len(n), n))
    return names[0] if names else person.partition(":")[2].replace("-", " ").title()


def office_name(slot: Slot, block: "Block") -> str:
    """'president of Kazakhstan'."""
    label = slot[0].replace("-", " ")
    if slot[1] is None:
        return label
    body = block.pack.name_of(slot[1])
    article = slot[1].startswith("org:") and not body.isupper() and not body.startswith("The ")
    article = article or body.startswith("United ") or body.endswith((" Republic", "lands"))
    return f"{label} of {'the ' if article else ''}{body}"


def _slot(claim: Claim) -> Slot:
    return str(claim.value["office"]), claim.value["organisation"]


def _slots(claims: Sequence[Claim]) -> dict[Slot, list[Claim]]:
    """Claims by office and body; 'President X' without a country joins the one country of which X is president."""
    slots: dict[Slot, list[Claim]] = {}
    for claim in claims:
        slots.setdefault(_slot(claim), []).append(claim)
    filled = {k: list(v) for k, v in slots.items() if k[1] is not None}
    for (office, organisation), group in slots.items():
        if organisation is None:
            homes = [k for k in filled if k[0] == office]
            filled.setdefault(homes[0] if len(homes) == 1 else (office, None), []).extend(group)
    return filled


def _judge_pair(
    person: str, name: str, one: tuple[Slot, list[Claim]], other: tuple[Slot, list[Claim]], block: "Block"
) -> Finding | None:
    """A conflict, variant or succession of two offices; None where one may hold both."""
    (a, left), (b, right) = one, other
    held_a, held_b = Held(a[0], a[1], longest_field(left)), Held(b[0], b[1], longest_field(right))
    relation = compare_offices(held_a, held_b, block.pack)
    if relation.relation not in {"slip", "bodies", "ranks", "posts", "loose"}:
        return None
    if under(a[0]) != under(b[0]):  # a deputy may act for the holder
        left, right = ([c for c in g if under(s[0]) or c.value["tenure"] != "acting"] for s, g in (one, other))
        if not left or not right:
            return None
    if relation.relation == "posts" and not two_posts(person, (held_a, left), (held_b, right), block):
        return None
    sides = ((a, left), (b, right))
    answers = [block.answer({"office": s[0], "organisation": s[1]}, office_name(s, block), g) for s, g in sides]
    told = " and ".join(f"{x.text} ({sources_in_words(x, block)})" for x in answers)
    question = f"Was {name} {answers[0].text} or {answers[1].text}?"
    summary = f"{name} is called {told}"
    if relation.relation == "slip":
        return make_finding(
            Judgement("EUC203", "title", "variant", person, question, summary, relation.reason, answers, 0.85)
        )
    if relation.relation == "loose":
        why = f"{relation.reason}: a loose title"
        return make_finding(Judgement("EUC204", "title", "refine", person, question, summary, why, answers, 0.5))
    inside = len({c.source for c in (*left, *right)}) == 1
    meeting = _meeting(left, right, relation.relation, block)
    if meeting is None:
        summary = f"{name} is called {told}, of different times"
        why = "the claims speak of different times"
        return make_finding(Judgement("EUC205", "title", "supersede", person, question, summary, why, answers, 0.6))
    if not meeting or not all(c.modality in PLAIN and c.polarity for c in (*left, *right)):
        why = f"{relation.reason}, but the times of the claims are not known"
        return make_finding(Judgement("EUC201", "title", "unclear", person, question, summary, why, answers, 0.4))
    reference = _right_one(person, (held_a, left), (held_b, right), block)
    why = f"{relation.reason}, and the claims speak of one time"
    rule = "EUC821" if inside else "EUC201"
    sure = 0.9 if a[1] is not None and b[1] is not None else 0.75  # "the minister" may be of another body
    level: Level | None = "warning" if relation.relation == "posts" else None  # a portfolio may be wider than its names
    sure = min(sure, 0.7) if relation.relation == "posts" else sure
    return make_finding(
        Judgement(rule, "title", "conflict", person, question, summary, why, answers, sure, level, reference)
    )


def _meeting(left: Sequence[Claim], right: Sequence[Claim], relation: str, block: "Block") -> bool | None:
    """True where claims of both are of one time, None where all are of different times, False where nobody can say."""
    undecided = False
    for x in left:
        for y in right:
            if not one_time(x.when, y.when) or (relation == "ranks" and _promoted(x, y)):
                block.demote(x, y, "other-time: the claims speak of different times")
            elif relation in {"bodies", "posts"} or (_bounded(x.when) and _bounded(y.when)):
                return True
            else:
                undecided = True
    return False if undecided else None


def _promoted(a: Claim, b: Claim) -> bool:
    """The later of two times is that of the higher office, and days enough for a promotion lie between."""
    gap = gap_days(a.when, b.when) if a.when is not None and b.when is not None else None
    if gap is None or gap <= _PROMOTION or may_overlap(a.when, b.when):
        return False
    first, second = sorted((a, b), key=lambda c: str(c.when.start if c.when is not None else ""))
    return not under(str(second.value["office"])) or under(str(first.value["office"]))


def _bounded(when: Interval | None) -> bool:
    if when is None or when.start is None or when.end is None or when.approximate:
        return False
    return (when.end - when.start).days <= _BOUNDED


def _right_one(
    person: str, one: tuple[Held, list[Claim]], other: tuple[Held, list[Claim]], block: "Block"
) -> Reference | None:
    """What the pack says against one of two offices, where it is sure."""
    for held, claims in (one, other):
        for claim in claims:
            reference = contradicting_term(person, held, claim.when, block.pack)
            if reference is not None:
                return reference
    return None


def _against_reference(person: str, name: str, slot: Slot, claims: Sequence[Claim], block: "Block") -> Finding | None:
    """An office that cited terms give to another at the time of the claim, and that this person never held."""
    wrong: list[Claim] = []
    references: list[Reference] = []
    for claim in claims:
        held_then = claim.value["tenure"] == "current" or claim.value.get("then")
        if claim.value["informal"] or not held_then or claim.modality not in PLAIN:
            continue
        if claim.value["organisation"] is None:
            continue
        held = Held(slot[0], slot[1], claim.value["domain"])
        reference = contradicting_term(person, held, claim.when, block.pack)
        never = held_it(person, held, block.pack) is False
        if reference is not None and (never or of_other_days(person, held, claim, block)):
            wrong.append(claim)
            references.append(reference)
    if not wrong:
        return None
    label = office_name(slot, block) + _for_field(slot[0], wrong)
    answers = [block.answer({"office": slot[0], "organisation": slot[1]}, label, wrong)]
    right = as_on_record(person, slot, wrong, block)
    if right:
        text = office_name(slot, block) + _for_field(slot[0], right)
        domain = right[0].value["domain"]
        answers.append(block.answer({"office": slot[0], "organisation": slot[1], "domain": domain}, text, right))
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    summary = f"{name} is called {told}; the reference has {references[0].value}"
    why = "cited terms of office cover the time of the claim, and this person's are not among them"
    level: Level = "error" if all(c.passage in {"body", "headline"} for c in wrong) else "warning"
    question = f"Was {name} {label}?"
    return make_finding(
        Judgement("EUC901", "title", "conflict", person, question, summary, why, answers, 0.8, level, references[0])
    )


def _for_field(office: str, claims: Sequence[Claim]) -> str:
    """' for Energy', ' to Kazakhstan': the field that the claims give, if they give one."""
    fields = {str(c.value["domain"]) for c in claims if c.value["domain"]}
    link = "to" if office in {"ambassador", "head-of-delegation"} else "for"
    return f" {link} {fields.pop()}" if len(fields) == 1 else ""
