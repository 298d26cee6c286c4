"""Two sums and the growth that a source gives between them: "from 98 to 127 million, or by 40 percent".

Only a sentence with two sums of one currency and one percentage is read, and only where its words say which sum is the
earlier. What was rounded in the three figures is given in before they are found not to fit.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import Amount
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import say_amount, short
from eucacheck.kinds._figures.figures import GROWTH, within
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

PREFIX: Final = "grown:"
_FROM: Final = regex.compile(r"\bfrom (?:about |some |over |only |just )?$", regex.I)
_TO: Final = regex.compile(r"[^.;:]{0,60}\bto (?:about |some |over |nearly |almost |more than )?$", regex.I)
_THAN: Final = regex.compile(
    r"[^.;:]{0,30}?\b(?:more|higher|larger|greater|up|above|less|lower|down|increase|growth|rise|plus|against|compared"
    r"|over)\b[^.;:]{0,60}?"
    r"\b(?:than|when it (?:was|stood at|came to)|above|against|from|compared (?:to|with)|over|on)\b"
    r"[^.;:]{0,60}$",
    regex.I,
)
_DOWN: Final = regex.compile(
    r"\b(?:fell|fall(?:s|en)?|declin\w*|dropp?\w*|decreas\w*|down|shr[aiu]nk|less|lower|minus)\b", regex.I
)
_OTHER: Final = regex.compile(r"\b(?:exports?|imports?|investments?|loans?|tonnes?|share)\b", regex.I)
_LEAST: Final = Decimal("1.5")
"""Percentage points that a growth may be off beyond what is rounded."""
_PART: Final = Decimal("0.06")
"""The same as a part of the growth told."""
_NEAR: Final = 60


def growth_told(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The place of a sum in a growth of its sentence: the group, its role, and the percentage; None in no growth."""
    inside = within(doc.quantities, sentence.start, sentence.end)
    money = [q for q in inside if q.type == "money"]
    shares = [q for q in inside if q.type == "percent" and q.unit == "percent"]
    if len(money) != 2 or len(shares) != 1 or money[0].unit != money[1].unit:
        return None
    first, second, share = money[0], money[1], shares[0]
    plain = all(q.low == q.high for q in (first, second, share)) and share.bound in {"exact", "about"}
    if not plain or first.bound not in {"exact", "about"}:
        return None
    earlier = _earlier(doc.shadow, first, second, share)
    low, high = sentence.start, sentence.end
    if earlier is None or GROWTH.search(doc.shadow, low, high) is None:
        return None
    if len({m.group().casefold().rstrip("s") for m in _OTHER.finditer(doc.shadow, low, high)}) > 1:
        return None
    down = _DOWN.search(doc.shadow, low, high) is not None
    role = "before" if figure.start == earlier.start else "after"
    return {"group": str(first.start), "role": role, "percent": share.low, "down": down}


def _earlier(
    shadow: str, first: QuantityMention, second: QuantityMention, share: QuantityMention
) -> QuantityMention | None:
    """The sum that the growth starts from: 'from X to Y', or 'Y, N percent more than X'."""
    gap = shadow[first.end : second.start]
    near = min(abs(share.start - second.end), abs(first.start - share.end), 10**6) <= _NEAR
    if _FROM.search(shadow, max(0, first.start - 20), first.start) and _TO.fullmatch(gap) and near:
        return first
    if first.end <= share.start and share.end <= second.number_start:
        between = shadow[share.end : second.number_start]
        return second if share.start - first.end <= _NEAR * 2 and _THAN.fullmatch(between) else None
    return None


def judge_growth(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A conflict inside a source whose growth its own two sums do not give."""
    by_role = {str(c.value["grown"]["role"]): c for c in claims if "grown" in c.value}
    if {*by_role} != {"before", "after"}:
        return []
    before, after = by_role["before"], by_role["after"]
    told = Decimal(str(after.value["grown"]["percent"])) * (-1 if after.value["grown"]["down"] else 1)
    x, y = Amount.of(before.value), Amount.of(after.value)
    if x.low <= x.step or abs(told) > 900:
        return []
    least = ((y.low - y.step / 2) / (x.low + x.step / 2) - 1) * 100
    most = ((y.low + y.step / 2) / (x.low - x.step / 2) - 1) * 100
    slack = max(_LEAST, abs(told) * _PART)
    if least - slack <= told <= most + slack:
        return []
    grown = round((y.low / x.low - 1) * 100)
    who = block.around.titles.get(after.source, after.source)
    said = f"from {say_amount(before)} to {say_amount(after)}"
    answers = [
        block.answer({"growth": str(grown)}, f"{said}: {grown}%", [before, after]),
        block.answer(
            {"growth": str(told)}, f"{short(str(told))}%", [c for c in block.claims if c.kind == "count"] or [after]
        ),
    ]
    summary = f"{who} tells a growth {said} as {short(str(told))}%, but it is {grown}%"
    why = "the growth told is not the one that the two sums give"
    question = f"By how much did it grow {said}?"
    return [
        make_finding(
            Judgement("EUC810", "amount", "conflict", after.subject, question, summary, why, answers, 0.7, "warning")
        )
    ]
