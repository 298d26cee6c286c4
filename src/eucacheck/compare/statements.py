"""Two clauses to their relation and its reason: same, similar, opposed, another thing said of the same, or apart.

No likeness of words alone says that two clauses state one fact. Words propose, and the slots decide: who and what is
named, numbers, dates, negation. Two clauses are opposed only where nearly all other words are equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from eucacheck.compare.antonyms import Contrary, contrary
from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.stems import stem

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
ROUNDING: Final = 0.05
"""Share by which a rounded figure may be off."""
MOST: Final = 0.6
"""So much of their names two clauses share that speak of one thing in other words."""
FEWEST: Final = 3
_QUARTER: Final = 92
_AGAINST: Final = "against"
_TAKING: Final = frozenset("vote voted decid argu speak rul advis campaign".split())
"""What is done for something or against it."""
ONCE: Final = frozenset(
    "open found establish launch inaugurat adopt creat complet buil built join acced ratif appoint introduc set "
    "elect initiat begin began start".split()
)
"""Stems of what happens once: another date is another answer, not another event."""


@dataclass(frozen=True, slots=True)
class StatementRelation:
    """How two clauses stand to each other.

    `relation` is same, similar, opposed (one denies), other-date (of what happens once), other-day (in the very same
    words), other-figure, other-name or apart; `score` the share of common
    words and names, 0 to 1.
    """

    relation: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Common:
    """What two clauses have in common: shares of words and of names, words in number, and whether dates exclude."""

    stems: float
    names: float
    shared: int
    score: float
    dates_exclude: bool
    named: bool

    @property
    def anchored(self) -> bool:
        """Both name something, or so many words are common that it is no other company that was founded."""
        return self.named or self.shared > FEWEST

    @property
    def verbatim(self) -> bool:
        """The very same words but one."""
        return self.stems >= VERBATIM and self.shared > FEWEST + (not self.named) and self.names == 1


def compare_statements(a: Mapping[str, Any], b: Mapping[str, Any]) -> StatementRelation:
    """Compare two clauses by the values of their claims; symmetric. The first slot that differs decides."""
    common = _common(a, b)
    for slot in (_contraries, _negation, _figures, _dates, _names):
        relation = slot(a, b, common)
        if relation is not None:
            return relation
    if common.score >= SAME and common.shared >= FEWEST and common.names >= HALF:
        return StatementRelation("same", common.score, "nearly the same words and names")
    both = len(set(a["entities"]) & set(b["entities"])) > 1 and common.names >= MOST
    if (
        common.score >= SIMILAR
        and common.shared >= FEWEST - 1
        and both
        and not _elsewhere(a["entities"], b["entities"])
    ):
        return StatementRelation("similar", common.score, "the same names, in part other words")
    return StatementRelation("apart", common.score, "too few words in common")


def _common(a: Mapping[str, Any], b: Mapping[str, Any]) -> _Common:
    score = round(_dice([*a["stems"], *a["entities"]], [*b["stems"], *b["entities"]]), 3)
    shared = len(set(a["stems"]) & set(b["stems"]))
    exclude = bool(a["dates"] and b["dates"]) and not any(_may_be_one(x, y) for x in a["dates"] for y in b["dates"])
    named = bool(a["entities"] and b["entities"])
    return _Common(_dice(a["stems"], b["stems"]), _dice(a["entities"], b["entities"]), shared, score, exclude, named)


def _contraries(a: Mapping[str, Any], b: Mapping[str, Any], common: _Common) -> StatementRelation | None:
    """Approved, rejected: the verbs are contraries and all else is equal; never the same statement."""
    kind = contrary(a["predicate"], b["predicate"]) or _taken_against(a, b)
    if kind is None:
        return None
    left = set(a["stems"]) - {a["predicate"], _AGAINST}
    right = set(b["stems"]) - {b["predicate"], _AGAINST}
    alike = (
        (left <= right or right <= left)
        and _dice(left, right) >= EQUAL
        and len(left & right) + len(set(a["entities"]) & set(b["entities"])) >= FEWEST
    )
    one_time = not common.dates_exclude and (kind == "final" or bool(_narrow(a["dates"]) and _narrow(b["dates"])))
    if (
        a["negated"] == b["negated"]
        and alike
        and left & right
        and common.names >= EQUAL
        and one_time
        and (not _differ(a["numbers"], b["numbers"]))
    ):
        return StatementRelation("opposed", common.score, "the verbs say the contrary of each other, all else is equal")
    return StatementRelation("apart", common.score, "contrary verbs, and not in the same words or of one time")


def _taken_against(a: Mapping[str, Any], b: Mapping[str, Any]) -> Contrary | None:
    """'Voted against' what the other voted for."""
    one_side = (_AGAINST in a["stems"]) != (_AGAINST in b["stems"])
    return "final" if one_side and a["predicate"] == b["predicate"] and a["predicate"] in _TAKING else None


def _narrow(dates: Sequence[str]) -> bool:
    """A date to the quarter or closer: what may change in a year is of one time only there."""
    for edtf in dates:
        date = parse_edtf(edtf)
        if date.start is not None and date.end is not None and (date.end - date.start).days <= _QUARTER:
            return True
    return False


def _negation(a: Mapping[str, Any], b: Mapping[str, Any], common: _Common) -> StatementRelation | None:
    if a["negated"] == b["negated"]:
        return None
    left, right = _all(a), _all(b)
    alike = left == right or (_dice(left, right) >= EQUAL and len(left & right) > FEWEST)
    if alike and common.names >= EQUAL and common.anchored and len(left & right) >= FEWEST and not common.dates_exclude:
        return StatementRelation("opposed", common.score, "one denies what the other says, in nearly the same words")
    return StatementRelation("apart", common.score, "too few words in common")


def _figures(a: Mapping[str, Any], b: Mapping[str, Any], common: _Common) -> StatementRelation | None:
    if not _differ(a["numbers"], b["numbers"]):
        return None
    figures = _other_figure(a["numbers"], b["numbers"])
    if figures is not None and common.verbatim and not common.dates_exclude:
        return StatementRelation("other-figure", common.score, f"{figures[0]} against {figures[1]} in the same words")
    return StatementRelation("apart", common.score, "other figures")


def _dates(a: Mapping[str, Any], b: Mapping[str, Any], common: _Common) -> StatementRelation | None:
    if not common.dates_exclude:
        return None
    if _another(a, b):
        return StatementRelation("apart", common.score, "another one of its kind on another day")
    once = a["predicate"] == b["predicate"] and a["predicate"] in ONCE and common.names == 1
    if once and common.anchored and common.stems >= EQUAL and common.shared >= FEWEST - 1:
        return StatementRelation("other-date", common.score, "what happens once is given two dates")
    if common.verbatim and common.stems == 1:
        return StatementRelation("other-day", common.score, "another date in the same words")
    return StatementRelation("apart", common.score, "other dates")


def _another(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """'Opened a second clinic', against 'opened a clinic': one has a number of a noun that the other has without."""
    shared = set(a["stems"]) & set(b["stems"])
    one_only = set(a["numbers"]) ^ set(b["numbers"])
    return any(stem(n.split()[-1]) in shared for n in one_only)


def _names(a: Mapping[str, Any], b: Mapping[str, Any], common: _Common) -> StatementRelation | None:
    replaced = _replaced(a["entities"], b["entities"])
    if replaced is None:
        return None
    if common.stems >= VERBATIM and common.shared >= FEWEST + 2:
        why = f"{_say(replaced[0])} against {_say(replaced[1])} in the same words"
        return StatementRelation("other-name", common.score, why)
    return StatementRelation("apart", common.score, "other names")


def _say(entity: str) -> str:
    return entity.partition(":")[2].replace("-", " ")


def _may_be_one(a: str, b: str) -> bool:
    return compare_dates(parse_edtf(a), parse_edtf(b)).relation != "disjoint"


def _all(value: Mapping[str, Any]) -> set[str]:
    return {*value["stems"], *value["entities"], *value["numbers"], *value["dates"], value["predicate"]}


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


def _other_figure(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """One figure in place of another of its unit, beyond what rounding explains; all others the same."""
    left, right = set(a) - set(b), set(b) - set(a)
    if len(left) != 1 or len(right) != 1:
        return None
    x, y = sorted((left.pop(), right.pop()))
    (low, unit), (other, other_unit) = x.split(" ", 1), y.split(" ", 1)
    far = abs(float(low) - float(other)) > ROUNDING * max(abs(float(low)), abs(float(other)))
    return (x, y) if unit == other_unit and far else None


def _replaced(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """One name in place of another of its type, all others the same."""
    left, right = set(a) - set(b), set(b) - set(a)
    if len(left) == len(right) == 1:
        x, y = sorted((left.pop(), right.pop()))
        return (x, y) if x.partition(":")[0] == y.partition(":")[0] else None
    return None
