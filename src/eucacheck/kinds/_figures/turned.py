"""Two figures whose digits changed places to whether they are one: of one subject and time, in much the same words.

938 and 983 million for one country in two reports of one bank are hardly two sums. Figures of three digits are seldom
turned by chance; of two they need a measure, a period and words in common, or an exact sum that both stories tell.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import Amount, compare_amounts
from eucacheck.kinds._figures.figures import GIVEN
from eucacheck.kinds._figures.stories import days_apart, shared_names
from eucacheck.kinds._figures.things_apart import other_place
from eucacheck.kinds._figures.ties import LOOSE, figure_of, noun_of, shared_words
from eucacheck.kinds._figures.told_twice import why_apart
from eucacheck.records import Claim, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block

_ONE_TIME_DAYS: Final = 45
"""Days between two reports of one year, budget or programme."""
_EXACT: Final = 3
"""Digits of a figure that is hardly met twice by chance."""
_NO_UNIT: Final = frozenset("percent percentage point year month week day hour minute".split())


def turned_key(value: Value, unit: str) -> list[str]:
    """The block in which figures of the same digits and size meet, whatever the order of the digits."""
    figure = Amount.of(value)
    digits = figure.digits
    if len(digits) < 2 or len(set(digits)) < 2 or "high" in value:
        return []
    return [f"turned:{unit}:{''.join(sorted(digits))}:{figure.low.adjusted()}"]


def is_turned(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """Tell whether two figures are one of which the digits changed places."""
    if a.source == b.source or "story" not in a.value or "story" not in b.value:
        return False
    first, last = figure_of(a), figure_of(b)
    digits = first.digits
    if sorted(digits) != sorted(last.digits) or first.low.adjusted() != last.low.adjusted() or len(digits) < 2:
        return False
    if compare_amounts(first, last).relation != "different" or {a.value.get("unit")} & _NO_UNIT:
        return False
    sums = _exact_sums(a, b)
    if not _one_time(a, b, sums, block) or not _one_subject(a, b, sums):
        return False
    reason = why_apart(a, b, block)
    reason = reason or ("other-event: they name other things" if other_place(a.value, b.value) else "")
    if reason:
        block.demote(a, b, reason)
        return False
    if not _enough(a, b, len(digits), sums) or _given_by_both(a, b, claims):
        block.demote(a, b, "other-event: the same digits in another order, but little says that they are of one thing")
        return False
    return True


def _exact_sums(a: Claim, b: Claim) -> int:
    """Sums of three digits and more that both stories tell: two reports of one set of figures."""
    common = shared_names(a.value["story"], b.value["story"])
    told = [n.rpartition(" ")[2].replace(".", "").strip("0") for n in common if n.startswith("sum:")]
    return sum(len(t) >= _EXACT for t in told)


def _one_time(a: Claim, b: Claim, sums: int, block: "Block") -> bool:
    """One stated period, or reports of the same weeks, or of one set of figures."""
    x, y = a.value, b.value
    if x["period"] and x["period"] == y["period"]:
        return True
    apart = days_apart(a, b, block)
    return apart <= _ONE_TIME_DAYS if apart is not None else sums > 0


def _one_subject(a: Claim, b: Claim, sums: int) -> bool:
    """A party, owner, firm or route in common, no other country, and no other body where they tell other sums."""
    x, y = a.value, b.value
    near = [{*v["story"]["near"]} for v in (x, y)]
    if _one_goal(x, y):
        return True
    if not ({*x["parties"]} & {*y["parties"]} or near[0] & near[1]):
        return False
    lands = [_lands(v) for v in (x, y)]
    if lands[0] and lands[1] and not lands[0] & lands[1]:
        return False
    bodies = [{n for n in v["story"]["anchors"] if n.startswith("org:")} for v in (x, y)]
    return sums > 0 or not bodies[0] or not bodies[1] or bool(bodies[0] & bodies[1])


def _one_goal(x: Value, y: Value) -> bool:
    """An exact number of one noun, to be reached by one year."""
    year = x["story"].get("until")
    return bool(year) and year == y["story"].get("until") and "unit" in x and noun_of(x) not in LOOSE


def _lands(value: Value) -> set[str]:
    own = {p for p in value["parties"] if p.startswith("country:")}
    return own or {n.removeprefix("owner:") for n in value["story"]["near"] if n.startswith("owner:country:")}


def _enough(a: Claim, b: Claim, digits: int, sums: int) -> bool:
    x, y = a.value, b.value
    given = {*GIVEN, "cost", None}
    if x["measure"] != y["measure"] and not {x["measure"], y["measure"]} <= given:
        return False
    words = shared_words(a, b)
    deeds = bool({*x["story"]["deeds"]} & {*y["story"]["deeds"]})
    measure = bool(x["measure"]) and x["measure"] == y["measure"]
    if a.kind == "count" and noun_of(x) in LOOSE:
        return False
    if digits >= _EXACT:
        return sums > 0 or measure or words + deeds >= 1 or _one_goal(x, y)
    period = bool(x["period"]) and x["period"] == y["period"]
    specific = any(n.startswith(("thing:", "name:")) for n in {*x["story"]["near"]} & {*y["story"]["near"]})
    if a.kind == "count":
        return period and (specific or x["of"] == y["of"] is not None) and words + deeds >= 1
    return (sums > 0 and (measure or words + deeds >= 1)) or (period and measure and words >= 1)


def _given_by_both(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """A source that has both figures knows two things."""
    own = [{str(c.value.get("amount", c.value.get("count"))) for c in claims if c.source == x.source} for x in (a, b)]
    both = {str(c.value.get("amount", c.value.get("count"))) for c in (a, b)}
    return any(both <= o for o in own)
