"""Two amounts to their relation and its reason: equal, rounding, within a bound, overlapping, different or other units.

Nothing is converted but units of one measure (gigawatt and megawatt): a rate of exchange is no fact of the sources.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

COMPATIBLE: Final = frozenset({"equal", "rounding", "within-bound", "overlap"})
"""Relations under which two figures can both be true of one thing."""
ONE_DAY: Final = Decimal("0.05")
"""Conversions of one day lie closer together than this: no euro rate moved more in a day (gold, "Rules for
verdicts").
"""
_NEAR: Final = Decimal("0.1")
"""How far 'about' reaches: a tenth; 'about 38' and 40 are not opposed."""
_WORLDS: Final = 20
"""How many times one figure may be the other and still be a slip or a dispute about one thing."""
_FAR: Final = 2
"""'More than 5' says nothing of 50: beyond twice the bound the two are told of different things."""
_SCALES: Final = {
    "gigawatt": ("megawatt", Decimal(1000)), "kilowatt": ("megawatt", Decimal("0.001")), "metre": ("kilometre",
    Decimal("0.001")),
    "kilogram": ("tonne", Decimal("0.001")), "million tonne": ("tonne", Decimal(10**6)),
    "terawatt hour": ("gigawatt hour", Decimal(1000)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit: `low` and `high` bound it.

    `bound` is exact, more-than, at-least, up-to, less-than, about or range.
    """

    low: Decimal
    high: Decimal
    bound: str
    unit: str | None

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> "Amount":
        """Read the value of an amount or count claim; units of one measure are brought to one."""
        figure = str(value.get("amount", value.get("count")))
        unit = value.get("currency", value.get("unit"))
        return _amount(figure, str(value.get("high") or figure), str(value.get("bound", "exact")), unit)

    @property
    def digits(self) -> str:
        """The significant digits: '105' of 1.05 billion, whatever its size."""
        return format(self.low.normalize(), "f").replace(".", "").strip("0")

    @property
    def quantum(self) -> Decimal:
        """The step to which a figure is told, from which rounding is judged: a billion for '40 billion'."""
        if not self.low:
            return Decimal(1)
        last = Decimal(1).scaleb(int(self.low.normalize().as_tuple().exponent))
        word = Decimal(1).scaleb(self.low.adjusted() // 3 * 3)
        return min(last, max(word, self._second_digit))

    @property
    def step(self) -> Decimal:
        """The quantum, but no more than a unit of the second digit: '40 million' in a sum is meant to the million."""
        return min(self.quantum, self._second_digit) if self.low else Decimal(1)

    @property
    def _second_digit(self) -> Decimal:
        return Decimal(1).scaleb(self.low.adjusted() - 1)


@lru_cache(maxsize=4096)
def _amount(figure: str, high: str, bound: str, unit: str | None) -> Amount:
    """An amount of its words: a figure meets many others, and is read once."""
    name, scale = _SCALES.get(str(unit), (unit, Decimal(1)))
    return Amount(Decimal(figure) * scale, Decimal(high) * scale, bound, name)


@dataclass(frozen=True, slots=True)
class AmountRelation:
    """How two amounts stand to each other: equal, rounding, within-bound, overlap, different, other-unit."""

    relation: str
    reason: str


@lru_cache(maxsize=4096)
def compare_amounts(a: Amount, b: Amount) -> AmountRelation:
    """Compare two amounts of one thing; the order of the two does not matter."""
    if a.unit != b.unit:
        return AmountRelation("other-unit", "figures in other units or currencies are not converted into each other")
    if (a.low, a.high) == (b.low, b.high):
        if a.bound == b.bound:
            return AmountRelation("equal", "the same figure")
        return AmountRelation("within-bound", "the same figure, once with a bound")
    if _within(a, b) or _within(b, a):
        return AmountRelation("within-bound", "one figure lies within the bound of the other")
    if a.low <= b.high and b.low <= a.high:
        return AmountRelation("overlap", "the ranges overlap")
    gap = max(b.low - a.high, a.low - b.high)
    coarse, about = max(a.quantum, b.quantum), "about" in {a.bound, b.bound}
    largest = max(abs(a.high), abs(b.high))
    # 1 and 2 packages differ although the step of both is 1: rounding may not exceed a tenth of the figure
    if gap <= (coarse if about else coarse / 2) and gap <= largest * _NEAR:
        return AmountRelation("rounding", f"the figures differ by {_say(gap)}, no more than the coarser one is rounded")
    if about and gap <= largest * _NEAR:
        return AmountRelation("within-bound", "one figure is only approximate, and they lie within a tenth")
    return AmountRelation("different", f"the figures differ by {_say(gap)}")


def compare_conversions(bases: tuple[Amount, Amount], converted: tuple[Amount, Amount]) -> AmountRelation:
    """Compare two conversions of one amount: more than 5% apart is another rate than one day can have."""
    if compare_amounts(*bases).relation not in {"equal", "within-bound"} or converted[0].unit != converted[1].unit:
        return AmountRelation("other-unit", "no conversions of one amount")
    low, high = sorted((converted[0].low, converted[1].low))
    if low <= 0 or bases[0].low <= 0:
        return AmountRelation("different", "a conversion to nothing")
    apart = (high - low) / low
    if apart <= ONE_DAY or not rates_apart(converted, ONE_DAY):
        return AmountRelation("rounding", f"two conversions of one amount, {apart * 100:.1f}% apart")
    rates = " and ".join(f"{x / bases[0].low:.3f}" for x in (low, high))
    return AmountRelation("different", f"two conversions of one amount lie {apart * 100:.0f}% apart: rates of {rates}")


def rates_apart(converted: tuple[Amount, Amount], share: Decimal) -> bool:
    """Tell whether two conversions of one amount lie further apart than a share, whatever was rounded in them."""
    first, last = sorted(converted, key=lambda c: c.low)
    low, high = first.low + first.step / 2, last.low - last.step / 2
    return low > 0 and (high - low) / low > share


def compare_sum(total: Amount, parts: Sequence[Amount], *, complete: bool) -> AmountRelation:
    """Compare a total with its parts: all of them must give it, some of them may not exceed it, within rounding."""
    if {p.unit for p in parts} != {total.unit}:
        return AmountRelation("other-unit", "the parts are in other units than the total")
    low, high = sum((p.low for p in parts), Decimal()), sum((p.high for p in parts), Decimal())
    slack = (total.step + sum((p.step for p in parts), Decimal())) / 2
    if low > total.high + slack and total.bound not in {"more-than", "at-least", "about"}:
        return AmountRelation(
            "different", f"the parts add up to {_say(low)}, more than the whole of {_say(total.high)}"
        )
    open_ended = {"more-than", "at-least", "up-to", "less-than", "about"} & {total.bound, *(p.bound for p in parts)}
    if complete and high < total.low - slack and not open_ended:
        return AmountRelation(
            "different", f"the parts add up to {_say(high)}, less than the whole of {_say(total.low)}"
        )
    if complete and not open_ended:
        return AmountRelation("equal", f"the parts add up to {_say(low)}")
    return AmountRelation("within-bound", "the parts do not exceed the whole")


def worlds_apart(a: Amount, b: Amount) -> bool:
    """Tell whether one figure is many times the other: they are of two things, unless a magnitude was misprinted."""
    low, high = sorted((abs(a.low), abs(b.low)))
    return a.digits != b.digits and low * _WORLDS < high


def is_slip(a: Amount, b: Amount) -> float:
    """How much two figures look like one misread.

    1 for digits that changed places, or one of three and more that differs, a half for one of two; 0 for all others.
    """
    x, y = a.digits, b.digits
    if a.unit != b.unit or len(x) < 2 or len(x) != len(y) or a.low.adjusted() != b.low.adjusted():
        return 0.0
    if sorted(x) == sorted(y):
        return 1.0
    if sum(p != q for p, q in zip(x, y, strict=True)) == 1:
        return 1.0 if len(x) > 2 else 0.5
    return 0.0


def is_turned_digits(a: Amount, b: Amount) -> bool:
    """Two figures of one size whose digits changed places: 240,000 and 420,000, 4.2 and 2.4 billion."""
    x, y = a.digits, b.digits
    return a.unit == b.unit and x != y and sorted(x) == sorted(y) and a.low.adjusted() == b.low.adjusted()


def _within(inner: Amount, outer: Amount) -> bool:
    """The figure satisfies the bound of the other, and is not far off."""
    if inner.low > outer.low * _FAR or outer.low > inner.low * _FAR:
        return False
    if outer.bound in {"more-than", "at-least"}:
        return inner.high >= outer.low
    return outer.bound in {"less-than", "up-to"} and inner.low <= outer.high


def _say(value: Decimal) -> str:
    """A figure for a sentence: '1.5 billion', '3,000'."""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size:
            return f"{float(value / size):.6g} {word}"
    return f"{float(value):,.10g}"
