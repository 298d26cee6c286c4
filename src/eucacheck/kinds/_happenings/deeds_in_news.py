"""One deed in two reports of one news to findings on its day and its place, whatever the reports call it.

Two claims of one class of deed and one sort of thing always meet here. They are opposed where each source gives it one
day (or one town), the tense agrees, and nothing told sets the two deeds apart.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import compare_dates, gap_days, span_of_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.deed_verdicts import one_occasion
from eucacheck.kinds._happenings.event_dates import interval_of
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._happenings.two_places import two_towns
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Answer, Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

DEED: Final = "deed-of:"
"""How the blocks of these claims begin."""
_EXACT: Final = 2
"""Days of a date that is exact."""
_NEAR: Final = 45
"""Days by which two days of one deed may differ: further apart they are hardly of one deed."""
_LIKE: Final = 0.25
"""Likeness of two reports that tell of one deed of a sort even where their sentences share no word."""
_PLAIN: Final = frozenset("agree docu deal accord paper text pact treat understand event meeting".split())
"""Stems of nouns by which a thing of its sort may be called, whatever its own."""
_LOOSE: Final = frozenset({"programme", "course", "centre", "fair", "journey"})
"""Sorts of things whose nouns stand for each other."""

_GATHERINGS: Final = frozenset({"course", "fair", "meeting", "forum"})
"""Sorts of things that people come together for, in one place from their opening to their end."""

_ONE_BODY: Final = {"parliament", "meps"}
"""Words for one body."""

_PART_OF_BODY: Final = regex.compile(r"committee|house|chamber|senate")
"""Words for a body that others decide before or after."""

_JOURNEYS: Final = frozenset({"journey", "stay"})
"""Things whose places are stops of somebody's way, and compared as such."""

Apart = Callable[[Claim, Claim, Sequence[Claim], "Block"], str | None]
"""Why two claims on one deed are not opposed; None where they are, the empty text where nothing is to be said."""


def deed_keys(claim: Claim) -> tuple[str, ...]:
    """The blocks of a deed: its class and each sort of thing that it is done to."""
    deed = claim.value.get("deed")
    if not deed:
        return ()
    placed = claim.kind == "event_place"  # where it is opened it is held, and ended
    classes = ("holding" if placed and thing in _GATHERINGS else deed["class"] for thing in deed["things"])
    return tuple(f"{DEED}{claim.kind}:{sort}:{thing}" for sort, thing in zip(classes, deed["things"], strict=True))


def judge_deed_days(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each deed to which reports of one news give days that exclude each other."""
    dated = [c for c in claims if not c.value.get("put_off") and not c.value.get("prepared")]
    return [_finding(group, block, "event_date") for group in disputed(dated, block, _days_apart)]


def judge_deed_places(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each deed that reports of one news put in towns apart."""
    towns = [c for c in claims if str(c.value["place"]).startswith("place:") and not c.value.get("put_off")]
    told = {c.source for c in towns if c.passage == "body"}  # a headline says less than its text
    stops = (c for c in towns if c.passage == "body" or c.source not in told)
    placed = [c for c in stops if not set(c.value["deed"]["things"]) <= _JOURNEYS]
    return [_finding(group, block, "event_place") for group in disputed(placed, block, _places_apart)]


def plainest(claims: Sequence[Claim]) -> Mapping[str, Any]:
    """The deed told with the fewest nouns: it names its thing."""
    deeds: list[Mapping[str, Any]] = [c.value["deed"] for c in claims]
    return min(deeds, key=lambda d: (len(d["nouns"]), len(d["noun"]), d["noun"]))


def disputed(claims: Sequence[Claim], block: "Block", apart: Apart) -> list[list[Claim]]:
    """The claims of each deed on whose day or place sources are opposed."""
    groups: list[list[Claim]] = []
    for a, b in combinations(sorted(claims, key=canonical), 2):
        reason = _not_one_deed(a, b, block)
        reason = apart(a, b, claims, block) if reason is None else reason
        if reason:
            block.demote(a, b, reason)
        if reason is not None:
            continue
        own = next((g for g in groups if a in g or b in g), None)
        if own is None:
            groups.append([a, b])
        else:
            own += [c for c in (a, b) if c not in own]
    return groups


def _not_one_deed(a: Claim, b: Claim, block: "Block") -> str | None:
    """Why two claims of one block are not on one deed; the empty text where they were never likely to be."""
    left, right = a.value["deed"], b.value["deed"]
    if a.source == b.source or not (a.polarity and b.polarity):
        return ""
    words = set(left["words"]) & set(right["words"])
    names = set(left["names"]) & set(right["names"])
    if not names and not _one_noun(left, right):
        return ""
    if not _one_report(a, b, block, named=bool(names)):
        return ""
    if _judged_elsewhere(a, b, block):
        return ""
    if not names and not words and block.around.news(a.source, b.source) < _LIKE:
        return "other-event: the sentences share no word on what it was done to"
    if left["nth"] and right["nth"] and left["nth"] != right["nth"]:
        return "other-event: another number in its series"
    if _by_others(left["by"], right["by"]):
        return "other-event: decided by another body"
    if any(left[k] and right[k] and not set(left[k]) & set(right[k]) for k in ("names", "countries")):
        return "other-event: they name other things or countries"
    if (a.modality == "planned") != (b.modality == "planned"):
        return "other-time: one was only planned"
    if not on_record(a, b):
        return "reported-by-third-party: one is only reported"
    return None


def _by_others(a: str | None, b: str | None) -> bool:
    """Two bodies decided; what a committee or a chamber decides alone is no vote of a body that is not named."""
    if a == b or {a, b} == _ONE_BODY:
        return False
    return bool(a and b) or any(one is not None and _PART_OF_BODY.search(one) for one in (a, b))


def _judged_elsewhere(a: Claim, b: Claim, block: "Block") -> bool:
    """What is told in the same words of the two meets in another block: as one event, agreement or occasion."""
    these, those = ([c for c in block.claims if _overlap(c, one)] for one in (a, b))
    return any(_meet_elsewhere(x, y, block) for x in these for y in those)


def _overlap(a: Claim, b: Claim) -> bool:
    return a.source == b.source and a.start < b.end and b.start < a.end


def _meet_elsewhere(a: Claim, b: Claim, block: "Block") -> bool:
    left, right = a.value, b.value
    if ("event" in left and "event" in right) or ("occasion" in left and "occasion" in right):
        return "event" in left or one_occasion(a, b, block)
    if "of" not in left or "of" not in right or left.get("step") != right.get("step"):
        return False
    of, other = str(left["of"]), str(right["of"])
    if of.startswith("agreement:") and other.startswith("agreement:"):  # compared by their names
        return len(set(of[10:].split("-")) & set(other[10:].split("-"))) > 1
    return of == other and not of.startswith("unnamed:")


def _one_report(a: Claim, b: Claim, block: "Block", *, named: bool) -> bool:
    """Both sources report one news; of one named thing, done in one place, also texts that are nearly so."""
    if block.one_news(a, b):
        return True
    place = a.value["deed"]["place"]
    return named and place is not None and place == b.value["deed"]["place"]


def _one_noun(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """The memorandum and the document, the phase and the programme; a bridge and a bridge."""
    left, right = set(a["nouns"]), set(b["nouns"])
    return bool(left & right or left & _PLAIN or right & _PLAIN or set(a["things"]) & set(b["things"]) & _LOOSE)


def _days_apart(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> str | None:
    left, right = interval_of(a), interval_of(b)
    if max(span_of_days(left), span_of_days(right)) > _EXACT:
        return ""
    relation = compare_dates(left, right)
    if relation.relation != "disjoint":
        return f"{relation.code}: {relation.reason}" if relation.code and relation.relation == "near" else ""
    if not _may_be_slip(left, right):
        return "other-time: too far apart for one deed"
    places = [c.value["deed"]["place"] for c in (a, b)]
    if None not in places and towns_apart(str(places[0]), str(places[1]), block):
        return "other-event: on another day and in another place"
    if any(y.value["edtf"] in x.value["deed"].get("also", ()) for x, y in ((a, b), (b, a))):
        return "other-event: one source tells of such a deed on the other day too"
    if any(_tells_day_of(x, y, claims) for x, y in ((a, b), (b, a))):
        return "other-event: one source gives days of two such deeds"
    return None


def _may_be_slip(a: Interval, b: Interval) -> bool:
    """Some weeks apart, or the same day of another month or year."""
    gap = gap_days(a, b)
    if gap is not None and gap <= _NEAR:
        return True
    return a.start is not None and b.start is not None and a.start.day == b.start.day and a.start.year == b.start.year


def _tells_day_of(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """The source of the one tells of such a deed on the day of the other too, or of one that fits it no less."""
    mine, yours = interval_of(a), interval_of(b)
    for c in claims:
        if c.source != a.source or c.id == a.id:
            continue
        other = interval_of(c)
        gap = gap_days(other, mine)
        if compare_dates(other, yours).relation != "disjoint" and span_of_days(other) <= _EXACT:
            return True
        near = compare_dates(other, mine).relation == "disjoint" and gap is not None and gap <= _NEAR
        if near and _fit(c, b) >= _fit(a, b):
            return True
    return False


def _fit(a: Claim, b: Claim) -> int:
    """How much of what two claims tell of their deeds is the same."""
    left, right = a.value["deed"], b.value["deed"]
    shared = {k: len(set(left[k]) & set(right[k])) for k in ("nouns", "names", "words")}
    place = left["place"] is not None and left["place"] == right["place"]
    return 2 * shared["nouns"] + 3 * shared["names"] + shared["words"] + 2 * place


def _places_apart(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> str | None:
    left, right = str(a.value["place"]), str(b.value["place"])
    if not towns_apart(left, right, block):
        return ""
    if (reason := other_deed(a, b, block)) is not None:
        return reason
    for x, y in ((a, b), (b, a)):
        own = [c for c in claims if c.source == x.source and c.value["place"] != x.value["place"]]
        if any(not block.pack.nested(str(c.value["place"]), str(x.value["place"])) for c in own):
            return "other-event: one source gives places of two such deeds"
        if any(c.source == x.source and c.value["place"] == y.value["place"] for c in block.claims):
            return "other-event: one source gives both places"
    return None


def other_deed(a: Claim, b: Claim, block: "Block") -> str | None:
    """Why two deeds in other places are two, by the days that are told with them; None where nothing tells it."""
    days = [parse_edtf(str(d)) for c in (a, b) if (d := c.value["deed"]["day"])]
    if len(days) == 2 and compare_dates(*days).relation == "disjoint":
        return "other-event: on another day and in another place"
    if a.modality != "planned" and _long_ago(a, b, block):
        return "other-time: one is told of another time"
    return None


def _long_ago(a: Claim, b: Claim, block: "Block") -> bool:
    """One has a date far from when the source of the other appeared, which tells no date."""
    dates = [parse_edtf(str(c.value["deed"]["day"])) if c.value["deed"]["day"] else None for c in (a, b)]
    told = [d or block.around.published.get(c.source) for d, c in zip(dates, (a, b), strict=True)]
    if None in told or all(d is not None for d in dates):
        return False
    gap = gap_days(*(t for t in told if t is not None))
    return gap is not None and gap > _NEAR


def towns_apart(a: str, b: str, block: "Block") -> bool:
    """Tell whether two places are two towns, as far as is known."""
    return a != b and (block.pack.apart(a, b) or two_towns(a, b, block))


def _finding(claims: Sequence[Claim], block: "Block", kind: str) -> Finding:
    """The finding on one deed: each day or town with those that tell it."""
    deed = plainest(claims)
    what = f"the {DEEDS_IN_WORDS.get(str(deed['class']), str(deed['class']))} of the {deed['noun']}"
    dates = kind == "event_date"
    key = "edtf" if dates else "place"
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(str(claim.value[key]), []).append(claim)
    answers: list[Answer] = [
        block.answer({key: v}, say_date(interval_of(g[0])) if dates else block.pack.name_of(v), g)
        for v, g in sorted(groups.items())
    ]
    asked = "days" if dates else "places"
    return make_finding(
        Judgement(
            "EUC301" if dates else "EUC311", kind, "conflict", f"deed:{min(c.id for c in claims)}",
            f"{'When' if dates else 'Where'} was {what} ({claims[0].source})?",
            f"Reports of one news give different {asked} of {what}: {answers_in_words(answers, block)}",
            "each gives one, and nothing told makes them two deeds", answers, 0.6, "warning",
        )
    )  # fmt: skip


DEEDS_IN_WORDS: Final = {
    "launch": "launch or opening", "force": "entry into force", "delivery": "handing over",
}  # fmt: skip
