"""Two clauses to their relation and its reason: same, similar, opposed, another thing said of the same, or apart.

No likeness of words alone says that two clauses state one fact. Words propose, and the slots decide: who and what is
named, numbers, dates, negation. Two clauses are opposed only where nearly all other words are equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf

SAME: Final = 0.72
"""Share of common words and names from which two clauses state one thing (pairs of the seeds, and 40 of own making)."""
SIMILAR: Final = 0.5
"""From here on two clauses speak of one thing in other words, if they name the same."""
EQUAL: Final = 0.8
"""Share of common words that an opposition needs: what is left is the slot in dispute."""
VERBATIM: Final = 0.9
"""The same for a name that stands in place of another one."""
HALF: Final = 0.5
"""So much of their names two clauses share that state one thing."""
FEWEST: Final = 3
ONCE: Final = frozenset(
    "open found establish launch inaugurat adopt creat complet buil built join acced ratif appoint introduc set "
    "elect initiat begin began start".split()
)
"""Stems of what happens once: another date is another answer, not another event."""


@dataclass(frozen=True, slots=True)
class StatementRelation:
    """How two clauses stand to each other.

    `relation` is same, similar, opposed (one denies), other-date, other-name or apart; `score` the share of common
    words and names, 0 to 1.
    """

    relation: str
    score: float
    reason: str


def compare_statements(a: Mapping[str, Any], b: Mapping[str, Any]) -> StatementRelation:
    """Compare two clauses by the values of their claims; symmetric."""
    stems = _dice(a["stems"], b["stems"])
    shared = len(set(a["stems"]) & set(b["stems"]))
    names = _dice(a["entities"], b["entities"])
    score = round(_dice([*a["stems"], *a["entities"]], [*b["stems"], *b["entities"]]), 3)
    if _differ(a["numbers"], b["numbers"]):
        return StatementRelation("apart", score, "other figures")
    dates = _dates(a["dates"], b["dates"])
    if a["negated"] != b["negated"]:
        opposed = (
            stems >= EQUAL and names >= EQUAL and shared + len(set(a["entities"])) > FEWEST and dates != "disjoint"
        )
        why = "one denies what the other says, in nearly the same words"
        return StatementRelation("opposed", score, why) if opposed else StatementRelation("apart", score, "")
    if dates == "disjoint":
        once = a["predicate"] == b["predicate"] and a["predicate"] in ONCE
        if once and stems >= EQUAL and names == 1 and shared >= FEWEST - 1:
            return StatementRelation("other-date", score, "what happens once is given two dates")
        return StatementRelation("apart", score, "other dates")
    replaced = _replaced(a["entities"], b["entities"])
    if replaced is not None:
        if stems >= VERBATIM and shared >= FEWEST + 2:
            return StatementRelation("other-name", score, f"“{replaced[0]}” against “{replaced[1]}” in the same words")
        return StatementRelation("apart", score, "other names")
    if score >= SAME and shared >= FEWEST and names >= HALF:
        return StatementRelation("same", score, "nearly the same words and names")
    if _elsewhere(a["entities"], b["entities"]):
        return StatementRelation("apart", score, "other places")
    if score >= SIMILAR and shared >= FEWEST - 1 and names >= 0.6 and len(set(a["entities"]) & set(b["entities"])) > 1:
        return StatementRelation("similar", score, "the same names, in part other words")
    return StatementRelation("apart", score, "too few words in common")


def _elsewhere(a: Sequence[str], b: Sequence[str]) -> bool:
    """Each names a place or country that the other does not."""
    places = [{e for e in x if e.startswith(("place:", "country:"))} for x in (a, b)]
    return bool(places[0] - places[1] and places[1] - places[0])


def _dice(a: Iterable[str], b: Iterable[str]) -> float:
    left, right = set(a), set(b)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _differ(a: Sequence[str], b: Sequence[str]) -> bool:
    """Both have figures, and neither has all of the other's."""
    left, right = set(a), set(b)
    return bool(left and right) and not (left <= right or right <= left)


def _dates(a: Sequence[str], b: Sequence[str]) -> str:
    """'disjoint' where both are dated and no two dates can be one; else 'compatible'."""
    if not a or not b:
        return "compatible"
    for x in a:
        for y in b:
            if compare_dates(parse_edtf(x), parse_edtf(y)).relation != "disjoint":
                return "compatible"
    return "disjoint"


def _replaced(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """One name in place of another of its type, all others the same."""
    left, right = set(a) - set(b), set(b) - set(a)
    if len(left) == len(right) == 1:
        x, y = sorted((left.pop(), right.pop()))
        return (x, y) if x.partition(":")[0] == y.partition(":")[0] else None
    return None
