"""Two figures of one role in two reports of one news to findings: each source tells it once, and not alike.

The nouns and verbs may differ, nobody need be named. A part may be less than the whole ("60 journalists" of "90
guests"), and never more. Whatever else sets two figures apart (scope, period, plan, other names) keeps them apart.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.amounts import COMPATIBLE, compare_amounts
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._figures.count_families import STRICT, families_of
from eucacheck.kinds._figures.figure_words import say_amount, say_count
from eucacheck.kinds._figures.stories import about, one_story
from eucacheck.kinds._figures.ties import figure_of, gives_both, listed_in, noun_of, shared_words
from eucacheck.kinds._figures.told_twice import SAME_NEWS, told_twice, why_apart
from eucacheck.kinds._figures.turned import is_turned
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_SAID: Final = {
    "came": "the number of those who came", "firms": "the number of companies that took part",
    "signed": "the number of papers signed", "contracts": "the number of contracts signed",
    "worth": "the worth of the papers signed",
    "schools": "the number of schools", "hospitals": "the number of hospitals",
    "crossings": "the number of crossings opened", "served": "the number of people served",
    "countries": "the number of countries from which they came", "vehicles": "the number of vehicles",
    "scholars": "the number of scholarships",
    "votes for": "the number of votes in favour", "votes against": "the number of votes against",
    "abstained": "the number of abstentions",
    "capacity": "the capacity", "area": "the area",
    "beds": "the number of beds", "turbines": "the number of turbines",
    "rounds": "the number of rounds", "chapters": "the number of chapters", "homes": "the number of households",
    "trees": "the number of trees", "jobs": "the number of jobs", "wagons": "the number of wagons",
    "volume": "the volume", "locomotives": "the number of locomotives", "bridges": "the number of bridges",
    "villages": "the number of villages", "exhibits": "the number of objects shown", "length": "the length",
}  # fmt: skip
_RATIO: Final = 4
"""How many times one figure of a role may be the other and still be of one thing."""
_LIMITS: Final = frozenset(
    {"a part", "a phase", "more", "last year", "before", "one day of several", "each", "at most"}
)
"""Scopes of figures that are not of the whole of the news."""
_YEAR: Final = regex.compile(r"\d{4}~?")
_NEUTRAL: Final = frozenset(
    "off-road patrol special four-wheel passenger new joint bilateral official different "
    "various local young more modern".split()
)
"""Adjectives that leave nothing out."""
_PLAIN: Final = frozenset({"capacity", "length", "served", "turbines", "rounds", "chapters"})
_NOUN_ALONE: Final = frozenset(
    {
        "came",
        "firms",
        "signed",
        "contracts",
        "worth",
        "crossings",
        "schools",
        "hospitals",
        "countries",
        "vehicles",
        "scholars",
        "votes for",
        "votes against",
        "abstained",
        "exhibits",
    }
)
"""Roles of which the deed tells enough; a length or capacity needs a word in common, or texts that are much alike."""


def judge_roles(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two sources of one news that give a role one figure each, and not the same."""
    by_source: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=canonical):
        if "story" in claim.value:
            by_source.setdefault(claim.source, []).append(claim)
    found: dict[str, Finding] = {}
    for one, other in combinations(sorted(by_source), 2):
        these, those = by_source[one], by_source[other]
        if not block.around.one_news(one, other) and not _of_one_day(these, those, block):
            continue
        pair = _opposed(these, those, block)
        if pair is not None and (finding := _finding(*pair, block)) is not None:
            found.setdefault(finding.id, finding)
    return list(found.values())


def _of_one_day(these: Sequence[Claim], those: Sequence[Claim], block: "Block") -> bool:
    """The texts are alike and each names one day near the figure: a later report that looks back on the news."""
    if not block.around.alike(these[0].source, those[0].source):
        return False
    days = [{n for c in own for n in c.value["story"]["anchors"] if n.startswith("day:")} for own in (these, those)]
    return bool(days[0] & days[1]) and any(one_story(a, b, block) for a in these for b in those)


def _opposed(these: Sequence[Claim], those: Sequence[Claim], block: "Block") -> tuple[Claim, Claim] | None:
    sides = [_of_the_news(own) for own in (these, those)]
    if not all(sides):
        return None
    a, b = sides[0][0], sides[1][0]
    if compare_amounts(figure_of(_wide(a)), figure_of(_wide(b))).relation in COMPATIBLE:
        return None
    for side in sides:
        first = figure_of(_wide(side[0]))
        if any(compare_amounts(first, figure_of(_wide(c))).relation not in COMPATIBLE for c in side):
            block.demote(a, b, "other-event: one source gives several figures of this sort")
            return None
    reason = _apart(a, b, block)
    if reason:
        block.demote(a, b, reason)
        return None
    if _judged_elsewhere(a, b, [*these, *those], block):
        return None
    return a, b


def _of_the_news(claims: Sequence[Claim]) -> list[Claim]:
    """The figures of one source that are not of a part, of more, of another year."""
    found = [c for c in claims if not {*c.value["story"]["scope"]} & _LIMITS]
    now = [c for c in found if _YEAR.fullmatch(str(c.value["period"] or "")) is None]
    return now or found


def _wide(claim: Claim) -> Claim:
    """The claim without what two words for one thing would set apart."""
    value = claim.value
    story = {**value["story"], "whole": False, "stock": False}
    plain = {**value, "story": story, "which": []}
    return replace(claim, value=plain | ({"unit": "thing"} if "unit" in value else {}))


def _apart(a: Claim, b: Claim, block: "Block") -> str:
    """Why two figures of a role are not of one thing, coded; empty where nothing says so."""
    x, y = a.value["role"], b.value["role"]
    one, other = _wide(a), _wide(b)
    if not on_record(a, b):
        return "reported-by-third-party: one figure is only reported"
    if x["event"] and y["event"] and x["event"] != y["event"]:
        return "other-event: at events of another sort, or of another way or country"
    times = {a.value["story"]["time"], b.value["story"]["time"]}
    if times == {"to come", "done"} or (x["name"] in _NOUN_ALONE and "to come" in times and len(times) > 1):
        return "other-event: one is planned, the other done"
    low, high = sorted((figure_of(one).low, figure_of(other).low))
    if high > _RATIO * low:
        return "other-event: one figure is many times the other"
    if _one_is_part(a, b):
        return "other-event: one may be a part of the other"
    if listed_in(one, b.value["story"]) or listed_in(other, a.value["story"]) or gives_both(one, other, (one, other)):
        return "other-event: one source gives both figures, so they are of two things"
    if reason := why_apart(one, other, block):
        return reason
    much = block.around.news(a.source, b.source) >= SAME_NEWS and x["name"] in _PLAIN
    if x["name"] not in _NOUN_ALONE and not much and not _word_in_common(a, b):
        return "other-event: no word says that they are of one thing"
    return ""


def _one_is_part(a: Claim, b: Claim) -> bool:
    """Of another sort, or with an adjective that leaves some out: unless the part is more than the whole."""
    less, more = sorted((a, b), key=lambda c: figure_of(_wide(c)).low)
    nouns = [c.value["role"]["noun"] for c in (less, more)]
    which = [{*c.value.get("which", ())} - _NEUTRAL for c in (less, more)]
    narrow_less = (nouns[0] != "all" and nouns[0] != nouns[1]) or bool(which[0] - which[1])
    narrow_more = nouns[1] != "all" and nouns[0] != "all" and nouns[0] != nouns[1]
    return narrow_less or narrow_more or bool(which[0] and which[1] and which[0] != which[1])


def _word_in_common(a: Claim, b: Claim) -> bool:
    s, t = a.value["story"], b.value["story"]
    return shared_words(a, b, back=False) > 0 or bool({*s["deeds"]} & {*t["deeds"]})


def _judged_elsewhere(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """Counts of one noun are opposed among those of the noun, sums of one story among those of the story."""
    if "unit" in a.value and noun_of(a.value) != noun_of(b.value):
        both = {*families_of(a.value)} & {*families_of(b.value)}
        things = [replace(c, value={**c.value, "unit": "thing"}) for c in claims]
        told = {c.id: c for c in things}
        return any(f"family:{f}" in STRICT for f in both) and told_twice(told[a.id], told[b.id], things, block)
    return told_twice(a, b, claims, block) or is_turned(a, b, claims, block)


def _finding(a: Claim, b: Claim, block: "Block") -> Finding | None:
    money = "amount" in a.value
    say, field, unit = (say_amount, "amount", "currency") if money else (say_count, "count", "unit")
    low, high = sorted((a, b), key=lambda c: (figure_of(_wide(c)).low, c.id))
    answers = [block.answer({field: c.value[field], unit: c.value[unit]}, say(c), [c]) for c in (low, high)]
    role = str(a.value["role"]["name"])
    thing = _SAID.get(role, f"the part {role}")
    question = f"What is {thing}: {answers[0].text} or {answers[1].text}?"
    told = answers_in_words(answers, block)
    summary = f"{thing[0].upper()}{thing[1:]}{about(a.value['story'], b.value['story'])} is given as {told}"
    why = "two reports of one news give one figure of this sort each, and not the same"
    rule, kind = ("EUC401", "amount") if money else ("EUC411", "count")
    subject = min(a.subject, b.subject)
    return make_finding(Judgement(rule, kind, "conflict", subject, question, summary, why, answers, 0.5, "warning"))
