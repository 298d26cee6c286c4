"""Two sources that tell one deed of one day to a finding on its place: see `_happenings/deed_places`."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import compare_dates, span_of_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import ONE_NEWS, canonical
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._happenings.two_places import Asked, judge_two_places, tell_place, tells_two
from eucacheck.records import Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

OCCASION: Final = "deed-in:"
"""How the blocks of these claims begin."""
_ALIKE = 2
"""Words that two sentences on one thing share."""


def occasion_keys(claim: Claim) -> tuple[str, ...]:
    """Occasions of one sort meet by the month of their day, whatever its year; one told long after is only told."""
    if claim.value.get("past"):
        return (f"{OCCASION}{claim.value['occasion']}:{claim.source}",)
    interval = _interval(claim)
    months = {f"{d.month:02d}" for d in (interval.start, interval.end) if d is not None}
    if not months:
        months = {m.group(1) for m in [regex.match(r"XXXX-(\d\d)", interval.edtf)] if m is not None}
    return tuple(f"{OCCASION}{claim.value['occasion']}:{m}" for m in sorted(months))


def _interval(claim: Claim) -> Interval:
    return parse_edtf(str(claim.value["day"]))


def judge_occasions(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each pair of sources that tell one occasion; no more than one for each claim."""
    findings: list[Finding] = []
    used: set[str] = set()
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if used & {a.id, b.id} or not one_occasion(a, b, block) or tells_two(claims, a, b):
            continue
        used |= {a.id, b.id}
        what = _what(min((a, b), key=lambda c: (span_of_days(_interval(c)), canonical(c))))
        findings.append(judge_two_places((a, b), what, _ASKED, block, sure=on_record(a, b)))
    alone = [c for c in sorted(claims, key=canonical) if c.id not in used]
    return findings + [tell_place(c, _what(c), _ASKED, block) for c in alone]


def one_occasion(a: Claim, b: Claim, block: "Block") -> bool:
    """One day, one sort of deed, and sentences about the same thing and nobody else."""
    if (
        a.source == b.source
        or a.value["nth"] != b.value["nth"]
        or (a.modality == "planned") != (b.modality == "planned")
    ):
        return False
    left, right = _interval(a), _interval(b)
    if compare_dates(left, right).relation in {"disjoint", "near"} and not _one_day_of_the_year(left, right):
        return False
    parties = set(a.value["parties"]), set(b.value["parties"])
    if all(parties) and not parties[0] & parties[1]:
        return False
    weight = block.around.news(a.source, b.source)
    shared = set(a.value["words"]) & set(b.value["words"])
    if a.value["occasion"] == "round":
        return weight >= _SOME_NEWS
    named = any(":" in w for w in shared)
    bodies = set(a.value["bodies"]), set(b.value["bodies"])
    if all(bodies) and not bodies[0] & bodies[1] and not named:
        return False
    if max(span_of_days(left), span_of_days(right)) > _EXACT:
        return weight >= _SURE_NEWS and (bool(shared) or _one_thing(str(a.value["thing"]), str(b.value["thing"])))
    if weight >= _SURE_NEWS and not shared:
        return _one_thing(str(a.value["thing"]), str(b.value["thing"]))
    alike = named or len(shared) >= _ALIKE or (weight >= ONE_NEWS and bool(shared))
    return alike and weight >= _SOME_NEWS


def _one_thing(a: str, b: str) -> bool:
    """'The contract' and 'the deal'; a memorandum is no declaration."""
    return a.rstrip("s") == b.rstrip("s") or {a.rstrip("s"), b.rstrip("s")} <= _PLAIN


_PLAIN: Final = frozenset("agreement contract deal document accord signature paper loan treaty pact".split())
"""Words by which one paper may be called."""
_EXACT: Final = 2
"""Days of a date that is exact."""
_SURE_NEWS: Final = 0.2
"""Likeness of two sources that hardly tell of two such deeds."""
_SOME_NEWS: Final = 0.09
"""Likeness of two sources from which an equal deed on that day is one deed."""


def _one_day_of_the_year(a: Interval, b: Interval) -> bool:
    """A day without a year, and the same with one."""
    return "XXXX" in a.edtf + b.edtf and a.edtf[-6:] == b.edtf[-6:]


_ASKED: Final = Asked(
    "deed",
    "Where was {}?",
    0.65,
    (
        "reported-by-third-party: one place is only reported",
        "Sources may differ on the place of {}",
        "one place is only reported",
    ),
    "both tell of one deed on one day",
)
_NAMES: Final = {"signing": "the signing of the", "launch": "the launch or opening of the", "round": "the round of"}


def _what(claim: Claim) -> str:
    """'the signing of the memorandum (7 November 2022)'."""
    return f"{_NAMES[str(claim.value['occasion'])]} {claim.value['thing']} ({say_date(_interval(claim))})"
