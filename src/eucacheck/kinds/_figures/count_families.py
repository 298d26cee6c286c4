"""Counts under several nouns for one thing: trainers and handlers, positions and items, crossings and posts.

Two reports of one news call what they count by other nouns. They are brought together by the sort of thing that the
nouns stand for, and only where the sources report one news; shares of one number by whatever they are a share of.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.amounts import COMPATIBLE, compare_amounts
from eucacheck.findings import Judgement, count_sources, make_finding
from eucacheck.kinds._figures.figure_words import say_count
from eucacheck.kinds._figures.scopes_apart import periods_apart, scope_apart
from eucacheck.kinds._figures.stories import about
from eucacheck.kinds._figures.ties import figure_of, noun_of, shared_words, ties
from eucacheck.kinds._figures.told_twice import connected, told_twice, why_apart
from eucacheck.kinds._figures.verbatim import OPEN
from eucacheck.kinds._wording.words import answers_in_words, opening
from eucacheck.records import Claim, Finding, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

FAMILIES: Final = {
    "person": "specialist trainer handler officer instructor colleague trainee technician engineer doctor teacher "
    "lecturer expert official professional worker employee student person graduate guard rescuer scientist researcher",
    "institution": "university institution institute college academy school",
    "organisation": "organisation organization group ngo association",
    "item": "item position entry product good commodity article line category",
    "provision": "measure point step provision commitment action clause recommendation",
    "crossing": "post crossing checkpoint point station gate",
    "device": "set unit pump machine device",
    "participant": "participant person visitor expert specialist entrepreneur representative",
    "place": "place permit visa seat quota scholarship grant stipend",
    "body": "head rector leader director chief",
}
"""Sorts of things by the nouns that one report and another have for them."""
_NOUNS: Final = {family: nouns.split() for family, nouns in FAMILIES.items()}
STRICT: Final = frozenset({"family:item", "family:crossing", "family:device", "family:institution"})
"""Sorts of which one news seldom counts two: their numbers are opposed, those of people of many callings are not."""
_RARE: Final = 10
"""Numbers that are hardly met twice in one news for two things."""


def families_of(value: Value) -> list[str]:
    """The sorts of things that the noun of a count may stand for."""
    own = {noun_of(value), str(value["unit"])}
    return [family for family, nouns in _NOUNS.items() if own & {*nouns}] if "story" in value else []


def judge_family(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Equal numbers under two nouns agree; two numbers are opposed where much ties them."""
    told = [c for c in claims if "story" in c.value]
    wide = {c.id: replace(c, value={**c.value, "unit": "thing"}) for c in told}
    found = _agreements(told, wide, block)
    for a, b in combinations(told, 2) if block.key in STRICT else ():
        if a.source == b.source or noun_of(a.value) == noun_of(b.value) or not block.one_news(a, b):
            continue
        if told_twice(wide[a.id], wide[b.id], list(wide.values()), block):
            found.append(_opposed(a, b, block))
    return found


def _agreements(told: Sequence[Claim], wide: dict[str, Claim], block: "Block") -> list[Finding]:
    def alike(a: Claim, b: Claim) -> bool:
        x, y = wide[a.id], wide[b.id]
        if a.source == b.source or not block.one_news(a, b):
            return False
        if compare_amounts(figure_of(x), figure_of(y)).relation != "equal" or why_apart(x, y, block, alike=True):
            return False
        return ties(x, y) >= (
            0.5 if figure_of(x).low >= _RARE and figure_of(x).low % _RARE else 1 if figure_of(x).low >= _RARE else 2
        )

    return _agreed(told, alike, block)


def judge_parts(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Shares of one number in two reports of one news that call what they are of by other words."""

    def alike(a: Claim, b: Claim) -> bool:
        x, y = figure_of(a), figure_of(b)
        if a.source == b.source or a.value["measure"] == b.value["measure"] or not block.one_news(a, b):
            return False
        if block.key != f"part:{max(int(x.low), int(y.low))}":
            return False  # each two shares are judged in one block
        if compare_amounts(x, y).relation not in COMPATIBLE or _other_share(a, b):
            return False
        return bool(shared_words(a, b)) or bool({*a.value["parties"]} & {*b.value["parties"]})

    return _agreed(claims, alike, block)


def _other_share(a: Claim, b: Claim) -> bool:
    """One is a change, or of another time or scope, or nobody asserts it."""
    changes = [str(c.value["measure"]).rpartition(" ")[2] in {"growth", "decline"} for c in (a, b)]
    apart = scope_apart(a.value, b.value, sure=True) or periods_apart(a, b)
    return bool(apart) or changes[0] != changes[1] or bool({a.modality, b.modality} & OPEN)


def _agreed(claims: Sequence[Claim], alike: Callable[[Claim, Claim], bool], block: "Block") -> list[Finding]:
    found = []
    for group in connected(claims, alike):
        nouns = {(noun_of(c.value), c.value["measure"]) for c in group}
        if len({c.source for c in group}) > 1 and len(nouns) > 1:
            answer = block.answer(
                {"count": group[0].value["count"], "unit": group[0].value["unit"]}, say_count(group[0]), group
            )
            names = " and ".join(sorted({say_count(c) for c in group}))
            summary = f"{opening(names)}: one number ({count_sources(answer)})"
            found.append(
                make_finding(
                    Judgement(
                        "EUC413", "count", "agree", group[0].subject, f"How many are there? ({names})", summary,
                        "one number in one news, under two nouns", [answer], 0.45,
                    )
                )
            )  # fmt: skip
    return found


def _opposed(a: Claim, b: Claim, block: "Block") -> Finding:
    ordered = sorted((a, b), key=lambda c: figure_of(c).low)
    answers = [block.answer({"count": c.value["count"], "unit": c.value["unit"]}, say_count(c), [c]) for c in ordered]
    question = f"Is it {answers[0].text} or {answers[1].text}?"
    summary = f"One number{about(a.value['story'], b.value['story'])} is given as {answers_in_words(answers, block)}"
    why = "two numbers of one thing in one news, under two nouns"
    return make_finding(
        Judgement("EUC411", "count", "conflict", a.subject, question, summary, why, answers, 0.45, "warning")
    )


def taken_up(doc: "Document", claim: Claim) -> Iterator[Claim]:
    """'of whom 410 were ...': a number of what was counted just before; it is told, and no other need tell it."""
    value = {**claim.value, "taken_up": True}
    draft = Draft("count", claim.subject, value, claim.start, claim.end, when=claim.when, confidence=0.5)
    yield from (c for c in (make_claim(doc, draft),) if c is not None)
