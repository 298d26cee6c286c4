"""A shown finding and one of the gold to whether the one answers the other: by kind and by place in the text.

Values and words are not compared: a tool may name a thing in its own way. A shown finding answers one of the gold where
the kinds go together and it sets claims of two sides of the gold under two answers.
"""

from itertools import combinations
from typing import Final

from eucacheck.evaluation.gold import GoldFinding, Side, Span
from eucacheck.evaluation.shown import Shown

_EVENTS: Final = frozenset(
    {"event_date", "event_place", "event_ordinal", "event_chair", "participant", "visit", "meeting", "status"}
)
_FIGURES: Final = frozenset({"amount", "count"})


def overlap(a: Span, b: Span) -> bool:
    """Two spans share a character."""
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def reached(side: Side, finding: Shown) -> frozenset[int]:
    """Give the answers of a finding under which a claim of the side stands."""
    return frozenset(
        i for i, answer in enumerate(finding.answers) if any(overlap(shown, span) for shown in answer for span in side)
    )


def opposes(finding: Shown, gold: GoldFinding) -> bool:
    """Claims of two sides stand under two different answers."""
    reach = [reached(side, finding) for side in gold.sides]
    return any(left and right and len(left | right) > 1 for left, right in combinations(reach, 2))


def fits(finding: Shown, gold: GoldFinding) -> bool:
    """The kinds go together: kinds of events with each other, figures with each other, a statement with any."""
    if finding.kind == "statement" or "statement" in gold.kinds:
        return True
    return _family(finding.kind) in {_family(kind) for kind in gold.kinds}


def is_internal(finding: Shown) -> bool:
    """The finding holds a source against itself or against the reference."""
    within = len({span[0] for answer in finding.answers for span in answer}) == 1
    return within or finding.rule.startswith(("EUC8", "EUC9"))


def touches(finding: Shown, gold: GoldFinding) -> bool:
    """A claim of the gold is evidence of the finding."""
    return any(reached(side, finding) for side in gold.sides)


def answers(finding: Shown, gold: GoldFinding) -> bool:
    """The finding shows what the gold has: two sides apart, or one side at odds with itself or the reference."""
    if len(gold.sides) == 1:
        return is_internal(finding) and touches(finding, gold)
    return fits(finding, gold) and opposes(finding, gold)


def joins(finding: Shown, side: Side) -> bool:
    """Claims of two sources of a side stand under one answer; two claims, where the side has one source."""
    one_source = len({span[0] for span in side}) == 1
    wanted = min(2, len(side))
    for answer in finding.answers:
        met = [span for span in side if any(overlap(shown, span) for shown in answer)]
        if len(set(met) if one_source else {span[0] for span in met}) >= wanted:
            return True
    return False


def _family(kind: str) -> str:
    return "event" if kind in _EVENTS else "figure" if kind in _FIGURES else kind
