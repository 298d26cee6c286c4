"""Figures in sentences that are word for word the same but for the figure: a copy that was altered, or a slip in one.

No measure, payer or purpose needs to be understood for that. What may have changed between two reports is left alone:
the sources must be of one time, and a source that gives both figures tells of two things.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from eucacheck.compare.amounts import Amount, compare_amounts
from eucacheck.compare.dates import gap_days, may_overlap
from eucacheck.records import Claim

if TYPE_CHECKING:
    from eucacheck.facts import Block

FEWEST: Final = 4
"""Stems, parties and measure of a sentence together: a shorter one is the same by chance."""
VERBATIM: Final = 0.9
"""Share of stems in common (a word may be cut or joined at the figure)."""
ONE_TIME_DAYS: Final = 7
"""Days between two reports that copy one text."""
_EQUAL: Final = ("period", "parties", "scope", "sectors", "which")
"""Fields of a value that two figures of one thing share."""
OPEN: Final = frozenset({"denied", "conjecture", "question"})
"""Modalities of what nobody asserts."""


def frame_of(value: Mapping[str, Any]) -> list[str]:
    """What a sentence says besides its figure: the stems of its words, whom it is about, what it measures."""
    stems = value.get("sentence", value["topic"])
    return sorted({*stems, *value["parties"], *([str(value["measure"])] if value["measure"] else [])})


def frame_key(value: Mapping[str, Any]) -> str | None:
    """The block of a sentence: the three longest items of its frame; None where it has too few."""
    frame = frame_of(value)
    longest = sorted(sorted(frame, key=lambda w: (-len(w), w))[:3])
    return f"sentence:{'+'.join(longest)}" if len(frame) >= FEWEST else None


def same_sentence(a: Claim, b: Claim, block: "Block") -> bool:
    """Tell whether two figures stand in one sentence of two sources, of one time and period, with all else equal."""
    left, right = set(frame_of(a.value)), set(frame_of(b.value))
    if a.source == b.source or min(len(left), len(right)) < FEWEST:
        return False
    if 2 * len(left & right) < VERBATIM * (len(left) + len(right)) or {a.modality, b.modality} & OPEN:
        return False
    x, y = a.value, b.value
    if any(x.get(field) != y.get(field) for field in _EQUAL):
        return False
    if x.get("story", {}).get("since") != y.get("story", {}).get("since"):
        return False
    return (bool(x.get("period_stated")) and bool(y.get("period_stated"))) or _one_time(a, b, block)


def apart(a: Amount, b: Amount) -> bool:
    """Tell whether two figures of one sentence exclude each other: other numbers, or one number in two currencies."""
    relation = compare_amounts(a, b).relation
    return relation == "different" or (relation == "other-unit" and (a.low, a.high) == (b.low, b.high))


def _one_time(a: Claim, b: Claim, block: "Block") -> bool:
    """Published on one day, or within a few days; two that are dated by the same evidence are of one time."""
    first, second = (block.around.published.get(c.source) for c in (a, b))
    if first is None or second is None:
        return False
    if first.edtf == second.edtf:
        return True
    gap = gap_days(first, second)
    near = may_overlap(first, second) if gap is None else gap <= ONE_TIME_DAYS
    widths = [(p.end - p.start).days for p in (first, second) if p.start is not None and p.end is not None]
    return near and len(widths) == 2 and max(widths) <= ONE_TIME_DAYS
