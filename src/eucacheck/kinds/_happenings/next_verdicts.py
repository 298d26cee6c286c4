"""Where two sources put the event after the one that they report, to findings: see `_happenings/next_places`."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.event_dates import interval_of
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._happenings.two_places import Asked, judge_two_places, tell_place, tells_two
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

NEXT_DAY: Final = "next-day:"
"""How the blocks of the days of next events begin."""
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


def next_day_keys(claim: Claim) -> tuple[str, ...]:
    """The days of next events meet by the sort of event."""
    return (f"{NEXT_DAY}{claim.value['next']}",)


def judge_next_days(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for two reports of one news that date the event after it differently; the others are only told."""
    findings: list[Finding] = []
    used: set[str] = set()
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if used & {a.id, b.id} or not block.one_news(a, b) or not _one_next_day(a, b, claims, block):
            continue
        used |= {a.id, b.id}
        answers = [_dated(c, block) for c in (a, b)]
        what = _what(a, b, block)
        summary = f"Sources give different dates of {what}: {answers_in_words(answers, block)}"
        why = "both tell, at one time, when the event after the one that they report is to be"
        subject, question = f"next:{min(a.id, b.id)}", f"When is {what}?"
        findings.append(
            make_finding(
                Judgement("EUC301", "event_date", "conflict", subject, question, summary, why, answers, 0.6, "warning")
            )
        )
    return findings + [_only_told(c, block) for c in claims if c.id not in used]


def _one_next_day(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """One next event, in one place as far as told, at times that exclude each other, on record in both sources."""
    left, right = interval_of(a), interval_of(b)
    if compare_dates(left, right).relation != "disjoint":
        return False
    if any(a.value[k] and b.value[k] and a.value[k] != b.value[k] for k in ("series", "nth")):
        block.demote(a, b, "other-event: the next of another series, or with another number")
        return False
    if a.value["place"] != b.value["place"] and not block.pack.nested(str(a.value["place"]), str(b.value["place"])):
        block.demote(a, b, "other-event: at another time and in another place")
        return False
    if any(c.source == x.source and c.id != x.id for x in (a, b) for c in claims):
        block.demote(a, b, "other-event: one source tells of two such events to come")
        return False
    return on_record(a, b)


def _dated(claim: Claim, block: "Block") -> Answer:
    return block.answer({"edtf": claim.value["edtf"]}, say_date(interval_of(claim)), [claim])


def _only_told(claim: Claim, block: "Block") -> Finding:
    answer, words = _dated(claim, block), " ".join(claim.quote.split())
    question, summary = f"When: “{words}”?", f"“{words}”: {answer.text}"
    why = "one source tells it"
    return make_finding(
        Judgement("EUC303", "event_date", "single", claim.subject, question, summary, why, [answer], 0.4)
    )
