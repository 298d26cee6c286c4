"""Two sources that tell one deed of one day to a finding on its place: see `_deed_places`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import compare_dates, span_of_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import ONE_NEWS, canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._dated import on_record
from eucacheck.kinds._deed_places import ONLINE
from eucacheck.kinds._event_words import say_date
from eucacheck.kinds._words import answers_in_words, opening
from eucacheck.records import Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

OCCASION: Final = "deed-in:"
"""How the blocks of these claims begin."""
_ALIKE = 2
"""Words that two sentences on one thing share."""


def occasion_keys(claim: Claim) -> tuple[str, ...]:
    """Occasions of one sort meet by the month of their day, whatever its year."""
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
        if used & {a.id, b.id} or not _one_occasion(a, b, block) or _told_twice(claims, a, b):
            continue
        used |= {a.id, b.id}
        findings.append(_judge(a, b, block))
    alone = [c for c in sorted(claims, key=canonical) if c.id not in used]
    return findings + [_only(c, block) for c in alone]


def _one_occasion(a: Claim, b: Claim, block: "Block") -> bool:
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


def _told_twice(claims: Sequence[Claim], a: Claim, b: Claim) -> bool:
    """One of the two tells such a deed of another place too."""
    return any(c.source == one.source and c.value["place"] != one.value["place"] for one in (a, b) for c in claims)


def _judge(a: Claim, b: Claim, block: "Block") -> Finding:
    what = _what(min((a, b), key=lambda c: (span_of_days(_interval(c)), canonical(c))))
    places = sorted({str(a.value["place"]), str(b.value["place"])})
    answers = [
        block.answer({"place": p}, _name(p, block), [c for c in (a, b) if c.value["place"] == p]) for p in places
    ]
    subject = f"deed:{min(a.id, b.id)}"
    told = Judgement(
        "EUC312", "event_place", "agree", subject, f"Where was {what}?", "", "both name one place", answers, 0.65
    )
    if len(answers) == 1:
        summary = f"{opening(what)}: {answers[0].text} ({count_sources(answers[0])})"
        return make_finding(replace(told, verdict=agreement_or_single(answers[0]), summary=summary))
    both = answers_in_words(answers, block)
    if block.pack.nested(*places):
        block.demote(a, b, "coarser-precision: one place lies in the other")
        summary = f"Sources place {what} more and less exactly: {both}"
        return make_finding(replace(told, verdict="refine", summary=summary, why="one place lies in the other"))
    if not on_record(a, b):
        block.demote(a, b, "reported-by-third-party: one place is only reported")
        summary = f"Sources may differ on the place of {what}: {both}"
        return make_finding(replace(told, verdict="unclear", summary=summary, why="one place is only reported"))
    summary = f"Sources give different places of {what}: {both}"
    why = "both tell of one deed on one day"
    return make_finding(replace(told, rule="EUC311", verdict="conflict", summary=summary, why=why, level="warning"))


_NAMES: Final = {"signing": "the signing of the", "launch": "the launch or opening of the", "round": "the round of"}


def _what(claim: Claim) -> str:
    """'the signing of the memorandum (7 November 2022)'."""
    return f"{_NAMES[str(claim.value['occasion'])]} {claim.value['thing']} ({say_date(_interval(claim))})"


def _name(place: str, block: "Block") -> str:
    return "online" if place == ONLINE else block.pack.name_of(place)


def _only(claim: Claim, block: "Block") -> Finding:
    """What one source alone tells."""
    what = _what(claim)
    answer = block.answer({"place": claim.value["place"]}, _name(str(claim.value["place"]), block), [claim])
    return make_finding(
        Judgement(
            "EUC312", "event_place", "single", f"deed:{claim.id}", f"Where was {what}?",
            f"{opening(what)}: {answer.text} ({count_sources(answer)})", "one source tells it", [answer], 0.4,
        )
    )  # fmt: skip
