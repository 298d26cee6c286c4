"""Two amounts to their relation and its reason: equal, rounding, within a bound, overlapping, different or of another unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit: `low` and `high` bound it, `bound` is exact, more-than, at-least, up-to, less-than, about or range."""

    low: Decimal
    high: Decimal
    bound: str
    unit: str | None

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> "Amount":
        """Read the value of an amount or count claim."""
        figure = str(value.get("amount", value.get("count")))
        return cls(
            Decimal(figure),
            Decimal(str(value.get("high") or figure)),
            str(value.get("bound", "exact")),
            value.get("currency", value.get("unit")),
        )

    @property
    def quantum(self) -> Decimal:
        """The step of the last significant digit, from which rounding is judged."""
        exponent = self.low.normalize().as_tuple().exponent
        return Decimal(1).scaleb(int(exponent)) if isinstance(exponent, int) else Decimal(1)


@dataclass(frozen=True, slots=True)
class AmountRelation:
    """How two amounts stand to each other: equal, rounding, within-bound, overlap, different, other-unit."""

    relation: str
    reason: str


def compare_amounts(a: Amount, b: Amount) -> AmountRelation:
    """Compare two amounts of one thing."""
    if a.unit != b.unit:
        return AmountRelation("other-unit", f"{a.unit} and {b.unit} are not converted into each other")
    if a.low == b.low and a.high == b.high:
        if a.bound == b.bound:
            return AmountRelation("equal", "the same figure")
        return AmountRelation("within-bound", "the same figure, once with a bound")
    if _within(a, b) or _within(b, a):
        return AmountRelation("within-bound", "one figure lies within the bound of the other")
    if a.low <= b.high and b.low <= a.high:
        return AmountRelation("overlap", "the ranges overlap")
    coarse = max(a.quantum, b.quantum)
    gap = max(b.low - a.high, a.low - b.high)
    slack = coarse if "about" in {a.bound, b.bound} else coarse / 2
    if gap <= slack:
        return AmountRelation("rounding", f"the figures differ by {gap:f}, no more than the coarser one is rounded")
    base = max(abs(a.high), abs(b.high), Decimal(1))
    if "about" in {a.bound, b.bound} and gap / base <= Decimal("0.1"):
        return AmountRelation("within-bound", "one figure is only approximate, and they lie within a tenth")
    return AmountRelation("different", f"the figures differ by {gap:f}")


def compare_conversions(base_a: Amount, converted_a: Amount, base_b: Amount, converted_b: Amount) -> AmountRelation:
    """Compare two conversions of one amount: more than 5% apart is another rate than one day can have."""
    if base_a.unit != base_b.unit or base_a.low != base_b.low or converted_a.unit != converted_b.unit:
        return AmountRelation("other-unit", "no conversions of one amount")
    high, low = max(converted_a.low, converted_b.low), min(converted_a.low, converted_b.low)
    if low == 0:
        return AmountRelation("different", "a conversion to nothing")
    apart = (high - low) / low
    if apart > Decimal("0.05"):
        return AmountRelation(
            "different",
            f"two conversions of one amount lie {apart * 100:.0f}% apart: {converted_a.low / base_a.low:.3f} and {converted_b.low / base_b.low:.3f} for one",
        )
    return AmountRelation("rounding", f"two conversions of one amount, {apart * 100:.1f}% apart")


def _within(inner: Amount, outer: Amount) -> bool:
    """The figure satisfies the bound of the other, and is not far off."""
    far = inner.low > outer.low * 2 or outer.low > inner.low * 2
    if far:
        return False
    if outer.bound in {"more-than", "at-least"}:
        return inner.high >= outer.low
    if outer.bound in {"less-than", "up-to"}:
        return inner.low <= outer.high
    return False
