"""One deed in two towns in one article, its headline or a caption against its text, to a finding."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.deeds_in_news import DEEDS_IN_WORDS, plainest, towns_apart
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block


def judge_own_places(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each article whose headline or caption puts a deed elsewhere than its text."""
    placed = [c for c in claims if str(c.value["place"]).startswith("place:") and not c.value.get("put_off")]
    return [_own_finding(pair, block) for pair in _in_one_source(placed, block)]


def _in_one_source(claims: Sequence[Claim], block: "Block") -> list[tuple[Claim, Claim]]:
    """A headline or caption that puts a deed in another town than the text of its article, which gives it one."""
    found: dict[str, tuple[Claim, Claim]] = {}
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if a.source != b.source or (a.passage == "body") == (b.passage == "body"):
            continue
        aside, told = (b, a) if a.passage == "body" else (a, b)
        own = (c for c in claims if c.source == a.source and c.passage == "body" and c.modality == told.modality)
        towns = {str(c.value["place"]) for c in own}
        if len(towns) == 1 and _puts_elsewhere(aside, told, block):
            found.setdefault(a.source, (aside, told))
    return [found[s] for s in sorted(found)]


def _puts_elsewhere(aside: Claim, told: Claim, block: "Block") -> bool:
    """The two are on one deed, which is the news of the article, in towns apart."""
    a, b = aside.value["deed"], told.value["deed"]
    if "event" in aside.value and "event" in told.value:
        return False  # which events these are is seen where events meet
    if a["nth"] != b["nth"] or aside.modality != told.modality or not set(a["nouns"]) & set(b["nouns"]):
        return False
    if set(a["countries"]) and set(b["countries"]) and not set(a["countries"]) & set(b["countries"]):
        return False
    published = block.around.published.get(told.source)
    days = [parse_edtf(str(d)) for d in (a["day"], b["day"]) if d]
    if len(days) == 2 and compare_dates(*days).relation == "disjoint":
        return False
    if published is not None and any((gap_days(d, published) or 0) > _NEWS for d in days):
        return False
    return towns_apart(str(aside.value["place"]), str(told.value["place"]), block)


_NEWS: Final = 21
"""Days between the news of an article and its appearance."""


def _own_finding(pair: tuple[Claim, Claim], block: "Block") -> Finding:
    aside, told = pair
    deed = plainest(pair)
    what = f"the {DEEDS_IN_WORDS.get(str(deed['class']), str(deed['class']))} of the {deed['noun']}"
    answers = [
        block.answer({"place": c.value["place"]}, block.pack.name_of(str(c.value["place"])), [c]) for c in (aside, told)
    ]
    summary = (
        f"The {aside.passage} of an article puts {what} in {answers[0].text}, its text in {answers[1].text}"
        f" ({sources_in_words(answers[1], block)})"
    )
    return make_finding(
        Judgement(
            "EUC812", "event_place", "conflict", f"deed:{told.id}", f"Where was {what} ({told.source}, its own words)?",
            summary, "one article gives one deed two towns", answers, 0.55, "warning",
        )
    )  # fmt: skip
