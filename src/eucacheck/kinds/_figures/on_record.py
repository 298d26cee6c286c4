"""Figures of sources to findings where they differ from the record: members of a body, the size of a programme."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import COMPATIBLE, Amount, compare_amounts
from eucacheck.edtf import parse_edtf, widen
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import BOUNDS, say_amount, say_count, short
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import opening, sources_in_words
from eucacheck.mentions.units import SAME
from eucacheck.pack.model import Figure, FigureValue
from eucacheck.pack.terms import days_of, meets
from eucacheck.records import Claim, Finding, Interval, Reference

if TYPE_CHECKING:
    from eucacheck.facts import Block

_PLAIN: Final = frozenset({"assertion", "reported"})
_MARGIN: Final = 45
"""Days by which a text may be behind the record, or ahead of it: a member that is about to join is counted."""
_LONGEST: Final = 800
"""Days of a time that is exact enough to be compared with the record."""


def judge_members(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each number of members that the record does not have at the time of the sources."""
    return _judge("count", [c for c in claims if "members" in c.value], block)


def judge_programme(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each size of a programme that the record does not have at the time of the sources."""
    return _judge("amount", [c for c in claims if "whole_of" in c.value], block)


def _judge(kind: str, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    groups: dict[tuple[str, str], list[tuple[Claim, list[FigureValue]]]] = {}
    figures: dict[str, Figure] = {}
    right: dict[str, list[Claim]] = {}
    for claim in claims:
        figure = _figure(claim, block)
        if figure is None:
            continue
        figures[figure.id] = figure
        if values := _contradicted(claim, figure, block):
            groups.setdefault((figure.id, str(claim.value.get(kind))), []).append((claim, values))
        elif _as_on_record(claim, figure, block):
            right.setdefault(figure.id, []).append(claim)
    return [
        _finding(kind, figures[name], group, right.get(name, []), block) for (name, _), group in sorted(groups.items())
    ]


def off_record(claim: Claim, block: "Block") -> bool:
    """Tell whether a claim gives members or a size that the record does not have at its time: judged there."""
    figure = _figure(claim, block) if {"members", "whole_of"} & claim.value.keys() else None
    return figure is not None and bool(_contradicted(claim, figure, block))


def _as_on_record(claim: Claim, figure: Figure, block: "Block") -> bool:
    """The very figure of the record at the time of a claim."""
    when = _time_of(claim, block)
    told = claim.value.get("count", claim.value.get("amount"))
    if claim.modality not in _PLAIN or not claim.polarity or when is None:
        return False
    return any(_meets(v, when) and Decimal(str(told)) == Decimal(v.value) for v in figure.values)


def _figure(claim: Claim, block: "Block") -> Figure | None:
    """The figure on record that a claim gives: of its owner, and in the same noun or currency."""
    value = claim.value
    if "whole_of" in value:
        found = [f for f in block.pack.figures_of(str(value["whole_of"])) if f.currency == value["currency"]]
    else:
        noun = " ".join([*value["which"], str(value["unit"])])
        found = [
            f
            for f in block.pack.figures_of(str(value["members"]["of"]))
            if noun in f.counted or SAME.get(noun, noun) in f.counted
        ]
    return found[0] if len(found) == 1 else None


def _time_of(claim: Claim, block: "Block") -> Interval | None:
    """The time of which a claim is; a budget of several years is told of on the day of its source."""
    when = claim.when
    long = when is None or when.start is None or when.end is None or (when.end - when.start).days > _LONGEST
    return block.around.published.get(claim.source) if long and "whole_of" in claim.value else when


def _contradicted(claim: Claim, figure: Figure, block: "Block") -> list[FigureValue]:
    """The values on record around the time of a claim, where none of them can be what it says."""
    when = _time_of(claim, block)
    if claim.modality not in _PLAIN or not claim.polarity or when is None or when.start is None or when.end is None:
        return []
    if (when.end - when.start).days > _LONGEST or not all(v.ref or figure.ref for v in figure.values):
        return []
    values = [v for v in figure.values if _meets(v, widen(when, _MARGIN))]
    if not values or not _covered(values, when):
        return []
    bound = str(claim.value["bound"])
    size = {"bound": bound.replace("up-to", "exact")} if "whole_of" in claim.value else {}
    told = Amount.of({**claim.value, "unit": "", "currency": "", **size})
    # 'up to 300' is how large a programme is: half of it is another size
    known = [Amount(Decimal(v.value), Decimal(v.value), v.bound.replace("up-to", "exact"), "") for v in values]
    if any(compare_amounts(told, k).relation in COMPATIBLE for k in known):
        return []
    if "members" in claim.value and told.high * 2 <= min(k.low for k in known):
        return []  # so few are a part of them, whatever the words say
    some = "members" in claim.value and not claim.value["members"]["all"]
    if some and (told.low <= max(k.high for k in known) or told.bound in {"up-to", "less-than", "about"}):
        return []
    return [v for v in values if _meets(v, when)] or values


def _meets(value: FigureValue, when: Interval) -> bool:
    return meets(value, when.start or date.min, when.end or date.max)


def _covered(values: Sequence[FigureValue], when: Interval) -> bool:
    """The record begins before the time of the claim: what was before it is not known."""
    return min(days_of(v)[0] for v in values) <= (when.start or date.min)


def _finding(
    kind: str,
    figure: Figure,
    group: Sequence[tuple[Claim, list[FigureValue]]],
    right_ones: Sequence[Claim],
    block: "Block",
) -> Finding:
    """One wrong figure, and the other sources that have the right one."""
    claims = [c for c, _ in group]
    value = group[0][1][-1]
    say = say_amount if kind == "amount" else say_count
    told = say(claims[0])
    unit = f"{figure.currency} " if figure.currency else ""
    since = "" if value.until else f" since {say_date(parse_edtf(value.since))}"
    until = f" until {say_date(parse_edtf(value.until))}" if value.until else ""
    right = f"{BOUNDS.get(value.bound, '')}{unit}{short(value.value)}{since}{until}"
    answer = block.answer({kind: claims[0].value[kind]}, told, claims)
    others = [c for c in right_ones if c.source not in {x.source for x in claims}]
    answers = [answer, *([block.answer({kind: others[0].value[kind]}, say(others[0]), others)] if others else [])]
    also = "".join(f", as {sources_in_words(a, block)} {'has' if a.sources == 1 else 'have'} it" for a in answers[1:])
    summary = (
        f"{opening(figure.name)}: {sources_in_words(answer, block)} {'has' if answer.sources == 1 else 'have'} {told}, "
        f"the reference {right}{also}"
    )
    question = f"{opening(figure.name)}: {told} or {right}?"
    why = "at the time of the source the record has another figure, and no rounding or bound joins the two"
    reference = Reference(right, str(value.ref or figure.ref))
    rule = "EUC941" if kind == "amount" else "EUC942"
    return make_finding(
        Judgement(rule, kind, "conflict", block.key, question, summary, why, answers, 0.75, "warning", reference)
    )
