"""Where two sources put the event after the one that they report, to findings: see `_next_places`."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.kinds._dated import on_record
from eucacheck.kinds._two_places import Asked, judge_two_places, tell_place, tells_two
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

NEXT: Final = "next-event:"
"""How the blocks of these claims begin."""
_NEAR_DAYS = 14
_SURE_NEWS = 0.3
"""Likeness of two reports of one event, whose next one is one too, though neither is dated or has a name."""


def next_keys(claim: Claim) -> tuple[str, ...]:
    """All claims on next events meet: whose source is near to whose is seen in the block."""
    return (f"{NEXT}{claim.value['next']}", f"{NEXT}any") if claim.value["next"] != "any" else (f"{NEXT}any",)


def judge_next(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two sources that tell where one next event is to be."""
    findings: list[Finding] = []
    used: set[str] = set()
    plain = block.key == f"{NEXT}any"
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if plain and "any" not in {a.value["next"], b.value["next"]}:
            continue  # two of one kind meet in the block of their kind
        if used & {a.id, b.id} or not _one_event(a, b, block) or tells_two(claims, a, b):
            continue
        used |= {a.id, b.id}
        sure = on_record(a, b) and block.pack.apart(str(a.value["place"]), str(b.value["place"]))
        findings.append(judge_two_places((a, b), _what(a, b, block), _ASKED, block, sure=sure))
    return findings + [
        tell_place(c, _what(c, c, block), _ASKED, block)
        for c in claims
        if c.id not in used and plain == (c.value["next"] == "any")
    ]


def _one_event(a: Claim, b: Claim, block: "Block") -> bool:
    if a.source == b.source:
        return False
    dates = [parse_edtf(str(c.value["date"])) for c in (a, b) if c.value["date"]]
    if len(dates) == 2 and compare_dates(*dates).relation == "disjoint":
        return False
    loose = "any" in {a.value["next"], b.value["next"]} and len(dates) < 2
    if loose and block.around.news(a.source, b.source) < _SURE_NEWS:
        return False
    if a.value["nth"] and b.value["nth"] and a.value["nth"] != b.value["nth"]:
        return False
    if block.one_news(a, b):
        return a.value["series"] is None or b.value["series"] in {None, a.value["series"]}
    numbered = a.value["nth"] is not None and a.value["nth"] == b.value["nth"] and a.value["next"] == b.value["next"]
    one_series = a.value["series"] is not None and a.value["series"] == b.value["series"]
    if not one_series and (not numbered or None not in {a.value["series"], b.value["series"]}):
        return False
    left, right = (block.around.published.get(c.source) for c in (a, b))
    gap = gap_days(left, right) if left is not None and right is not None else None
    return gap is not None and gap <= _NEAR_DAYS


_ASKED: Final = Asked(
    "next",
    "Where is {} to be?",
    0.6,
    (
        "reported-by-third-party: one place is only reported, or not known",
        "Sources may differ on where {} is to be",
        "a map or the speaker would decide",
    ),
    "both tell, at one time, where the event after the one that they report is to be",
)


def _what(a: Claim, b: Claim, block: "Block") -> str:
    """'the next EU-Central Asia Summit', 'the next round'."""
    series = a.value["series"] or b.value["series"]
    if series is not None and series in block.pack.series:
        return f"the next {block.pack.series[series].name}"
    kind = next((str(c.value["next"]) for c in (a, b) if c.value["next"] != "any"), "meeting")
    return f"the next {kind}"
