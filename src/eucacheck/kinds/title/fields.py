"""The claims on one office of one person to a finding by field: one portfolio, in other words, or two posts."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.compare.fields import bridged, field_words
from eucacheck.compare.offices import Held, compare_offices, one_time, with_field
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._wording.persons import Slot
from eucacheck.kinds._wording.words import listed, sources_in_words
from eucacheck.kinds.title.tenures import PLAIN
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_Posts = list[list[Claim]]


def judge_fields(person: tuple[str, str], office: tuple[Slot, str], claims: Sequence[Claim], block: "Block") -> Finding:
    """One office: agreement, other words where the fields differ, or a conflict where they are two posts.

    `person` is the identifier and the name, `office` the office with its body and how a reader calls it.
    """
    (subject, name), (slot, text) = person, office
    question = f"Which office did {name} hold: {text}?"
    value = {"office": slot[0], "organisation": slot[1]}
    groups = _by_field(claims)
    if len(groups) == 1:
        answer = block.answer(value, text, claims)
        summary = f"{name} is {text} ({count_sources(answer)})"
        why = "all sources give this office"
        verdict = agreement_or_single(answer)
        return make_finding(Judgement("EUC206", "title", verdict, subject, question, summary, why, [answer]))
    posts = _posts(subject, slot, groups, block)
    parts = posts if len(posts) > 1 else list(groups.values())
    answers = [
        block.answer({**value, "domain": d}, _with_field(text, d, slot), g)
        for d, g in sorted((longest_field(g) or "", g) for g in parts)
    ]
    summary = f"{name} is called {listed([f'{a.text} ({sources_in_words(a, block)})' for a in answers])}"
    meet = _one_time(answers)
    if len(posts) > 1 and meet:
        first, second = (Held(*slot, longest_field(g)) for g in posts[:2])
        reason = compare_offices(first, second, block.pack).reason
        why = f"{reason}, and the claims speak of one time"
        conflict = Judgement("EUC201", "title", "conflict", subject, question, summary, why, answers, 0.65, "warning")
        return make_finding(conflict)
    if meet and len({c.source for c in claims}) > 1:
        why = "one office, its field in other words"
        return make_finding(Judgement("EUC204", "title", "refine", subject, question, summary, why, answers, 0.5))
    why = "one office, its field in other words at different times"
    return make_finding(Judgement("EUC205", "title", "supersede", subject, question, summary, why, answers, 0.5))


def _with_field(text: str, field: str, slot: Slot) -> str:
    return f"{text} {'for' if slot[1] is not None else 'of'} {field}" if field else text


def two_posts(
    person: str, one: tuple[Held, Sequence[Claim]], other: tuple[Held, Sequence[Claim]], block: "Block"
) -> bool:
    """Tell whether two fields of one rank are two posts by all that is known of the person.

    Not where one source gives both, or the pack or a third source has a field that joins them.
    """
    (a, left), (b, right) = one, other
    if {c.source for c in left} & {c.source for c in right}:
        return False
    if not all(c.modality in PLAIN and c.polarity for c in (*left, *right)):
        return False
    subjects = {person, *(c.subject for c in (*left, *right))}
    titles = [c for c in block.claims if c.kind == "title" and c.subject in subjects]
    fields = [with_field(Held(str(c.value["office"]), None, c.value["domain"])).domain for c in titles]
    fields += [o.domain for o, _ in block.pack.offices_of(person)]
    x, y = with_field(a).domain or "", with_field(b).domain or ""
    return not bridged(x, y, fields)


def longest_field(claims: Sequence[Claim]) -> str | None:
    """The fullest field that the claims give; None where none has one."""
    return max((str(c.value["domain"] or "") for c in claims), key=lambda d: (len(d), d)) or None


def _posts(person: str, slot: Slot, groups: dict[str, list[Claim]], block: "Block") -> _Posts:
    """The claims by post: fields that may be one portfolio are together; a claim without a field is in none."""
    posts: _Posts = []
    for field, group in sorted(groups.items()):
        if not field:
            continue
        mine = [p for p in posts if not _apart(person, slot, p, group, block)]
        posts = [p for p in posts if p not in mine] + [[c for p in mine for c in p] + group]
    return posts


def _apart(person: str, slot: Slot, one: Sequence[Claim], other: Sequence[Claim], block: "Block") -> bool:
    """Every two fields of the two groups are two posts."""
    held_one = {Held(*slot, c.value["domain"]) for c in one}
    held_other = {Held(*slot, c.value["domain"]) for c in other}
    return all(
        compare_offices(a, b, block.pack).relation == "posts" and two_posts(person, (a, one), (b, other), block)
        for a in held_one
        for b in held_other
    )


def _one_time(answers: Sequence[Answer]) -> bool:
    return any(one_time(x.when, y.when) for a, b in combinations(answers, 2) for x in a.claims for y in b.claims)


def _by_field(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """A shorter field that is part of a longer one is the same field; no field joins the only one there is."""
    merged: dict[frozenset[str], list[Claim]] = {}
    fields = {field_words(c.value["domain"]) for c in claims}
    order = sorted(fields, key=lambda f: (-len(f), sorted(f)))
    for words in order:
        homes = [k for k in merged if words <= k]
        home = homes[0] if homes and (words or len(merged) == 1) else words
        merged.setdefault(home, []).extend(c for c in claims if field_words(c.value["domain"]) == words)
    return {longest_field(g) or "": g for g in merged.values()}
