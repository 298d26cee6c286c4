"""Two figures of two sources to whether they are one figure told twice: of one story, one thing and one scope.

No kind of sentence is known here. Two sources tell one story; each has one figure of its unit; nothing in their clauses
tells them apart; and something besides ties them: shared words, a deed, a name, or digits that one of them misplaced.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from eucacheck.compare.amounts import COMPATIBLE, compare_amounts, is_slip, is_turned_digits, worlds_apart
from eucacheck.facts import ONE_NEWS
from eucacheck.kinds._figures.figures import GIVEN
from eucacheck.kinds._figures.occasions import other_occasions
from eucacheck.kinds._figures.scopes import other_scope
from eucacheck.kinds._figures.scopes_apart import of_another_role, one_is_ahead, periods_apart, scope_apart
from eucacheck.kinds._figures.stories import days_apart, one_story, story_weight
from eucacheck.kinds._figures.things_apart import named_alike, purpose_words, things_apart, towns_apart
from eucacheck.kinds._figures.ties import (
    LOOSE,
    far_apart,
    figure_of,
    gives_both,
    listed_in,
    many_times,
    nearer_beside,
    noun_of,
    one_payer,
    parties_apart,
    shared_words,
    ties,
)
from eucacheck.kinds._figures.verbatim import OPEN
from eucacheck.records import Claim, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block

TWO_SPEAKERS: Final = "reported-by-third-party: two speakers expect two figures"
ENOUGH: Final = 2.0
"""Ties that make two figures of one story one: a shared word and a shared name, a deed and misplaced digits."""
SAME_NEWS: Final = 0.22
"""Likeness from which two sources have so much in common that hardly anything they tell is of two things."""
_EXACT: Final = 3
"""Digits of a figure that hardly change places by chance."""
_MANY: Final = 3.0
"""Ties that are needed where a source has other figures of the unit, that the other source has not."""
_DURATIONS: Final = frozenset("year month week day decade hour minute second".split())
_NO_SCOPE: Final = frozenset("country republic region bloc union".split())
"""Words that narrow no measure: the imports of the country."""
TIED: Final = frozenset({"sum", "part_of", "further"})
"""What ties a sum to others: part of a whole, or given besides another."""


def told_twice(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """Tell whether two figures that differ are of one thing; why not is kept where the story is one."""
    if compare_amounts(figure_of(a), figure_of(b)).relation != "different" or not one_story(a, b, block):
        return False
    reason = why_apart(a, b, block)
    if reason:
        block.demote(a, b, reason)
        return False
    if a.value.get("unit") == "percent" and not a.value["measure"] and not shared_words(a, b):
        block.demote(a, b, "other-event: shares of which nothing tells that they are of one thing")
        return False
    if gives_both(a, b, claims) or nearer_beside(a, b) or nearer_beside(b, a):
        block.demote(a, b, "other-event: one source gives both figures, so they are of two things")
        return False
    if a.kind == "count" and a.value.get("unit") != "percent" and not _content(a, b):
        block.demote(a, b, "other-event: no word, deed or name of their clauses is the same")
        return False
    alone = _alone(a, b, claims, block) and _alone(b, a, claims, block)
    tied = ties(a, b) + _one_news_tie(a, b, block)
    if tied < (ENOUGH if alone else _MANY) + far_apart(a, b):
        block.demote(a, b, "other-event: one story, but little says that the figures are of one thing")
        return False
    return True


def _content(a: Claim, b: Claim) -> bool:
    """A word, a deed, an adjective or a name of the clauses is the same, or the figures look misread."""
    s, t = a.value["story"], b.value["story"]
    named = s.get("own") and t.get("own") and {*s["near"]} & {*t["near"]}
    told = {*s["deeds"]} & {*t["deeds"]} or {*a.value.get("which", ())} & {*b.value.get("which", ())}
    return bool(named or told or shared_words(a, b, back=False) or is_turned_digits(figure_of(a), figure_of(b)))


def _one_news_tie(a: Claim, b: Claim, block: "Block") -> float:
    """What it tells of two figures that their sources report one news: more of turned digits, less of a common noun."""
    weight = block.around.news(a.source, b.source)
    if weight < ONE_NEWS:
        return 0.0
    if is_turned_digits(figure_of(a), figure_of(b)):
        return 1.0
    return 1.0 if weight >= SAME_NEWS else 0.5 * (a.kind == "amount" or noun_of(a.value) not in LOOSE)


def told_alike(a: Claim, b: Claim, block: "Block") -> bool:
    """Tell whether two figures that agree are of one thing told in one story, in whatever words."""
    if compare_amounts(figure_of(a), figure_of(b)).relation not in COMPATIBLE or not one_story(a, b, block):
        return False
    s, t = a.value["story"], b.value["story"]
    if a.kind == "count":
        tied = ties(a, b) + bool(s["scope"] and s["scope"] == t["scope"])
        return not why_apart(a, b, block, alike=True) and tied >= 1
    if _money_apart(a, b, block) or other_scope(s, t, sure=block.one_news(a, b)) or periods_apart(a, b):
        return False
    return ties(a, b) >= 1 or (a.value["amount"] == b.value["amount"] and story_weight(s, t) >= _MANY)


def connected(claims: Sequence[Claim], alike: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Claims joined by a likeness, directly or through others: the order of the claims does not matter."""
    groups: list[list[Claim]] = []
    for claim in claims:
        near = [g for g in groups if any(alike(c, claim) for c in g)]
        groups = [g for g in groups if g not in near] + [[c for g in near for c in g] + [claim]]
    return groups


def why_apart(a: Claim, b: Claim, block: "Block", *, alike: bool = False) -> str:
    """Give why two figures of one story are of two things, coded; empty where nothing says so."""
    x, y = a.value, b.value
    s, t = x["story"], y["story"]
    digits = is_turned_digits(figure_of(a), figure_of(b))
    exact = digits and len(figure_of(a).digits) >= _EXACT
    if {a.modality, b.modality} & (OPEN - {"conjecture"} if exact else OPEN):
        return "reported-by-third-party: one of them is not asserted"
    if a.speaker != b.speaker and a.speaker and b.speaker and "to come" in {s["time"], t["time"]}:
        return TWO_SPEAKERS
    news = block.one_news(a, b)
    if told := scope_apart(x, y, sure=news or exact):
        return f"other-event: {told}"
    if listed_in(b, s) or listed_in(a, t):
        return "other-event: one source gives both figures, so they are of two things"
    if s.get("draft") != t.get("draft") and not alike:
        return "other-event: one is of a draft"
    if worlds_apart(figure_of(a), figure_of(b)):
        return "other-event: one figure is many times the other"
    if _tied(x) != _tied(y):
        return "other-event: one is a part of a sum"
    if s["whole"] != t["whole"] and not is_slip(figure_of(a), figure_of(b)):
        return "coarser-precision: one says that it is all of it"
    if periods_apart(a, b):
        return "other-time: the figures are of different periods"
    if things_apart(a, b) or other_occasions(x.get("occasion"), y.get("occasion"), block):
        return "other-event: they are for other things or name other ones"
    if "kill" in s["deeds"] and (days_apart(a, b, block) or 2) > 1:
        return "other-time: a toll that rises from day to day"
    return _money_apart(a, b, block) if a.kind == "amount" else _counts_apart(a, b, block, alike=alike)


def _tied(value: Value) -> set[str]:
    """What makes a sum a part or a whole of another; not that a later sentence adds it to a second one."""
    tied = {*value} & TIED
    return tied - {"sum"} if value.get("sum", {}).get("apart") else tied


def _money_apart(a: Claim, b: Claim, block: "Block") -> str:
    x, y = a.value, b.value
    s, t, orgs = x["story"], y["story"], block.pack.organisations
    if many_times(a, b) and not purpose_words(x) & purpose_words(y) and not named_alike(s, t):
        return "other-event: one sum is many times the other, and no purpose or name is the same"
    if _sort(x["measure"]) != _sort(y["measure"]) and x["measure"] and y["measure"] and not _of_a_budget(x, y):
        return "other-event: they measure other things"
    if told := parties_apart(a, b):
        return told
    if s.get("stock") != t.get("stock") and any(_single(v) for v in (x, y)):
        return "other-event: all that was lent until then, and one loan"
    banks = [
        {n for n in v["anchors"] if (o := orgs.get(n.partition(":")[2])) is not None and o.kind == "bank"}
        for v in (s, t)
    ]
    if banks[0] and banks[1] and not banks[0] & banks[1]:
        return "other-event: of other banks"
    if x["payer"] and y["payer"] and not one_payer(x["payer"], y["payer"]):
        return "other-event: another payer"
    givers = [{p for p in v["parties"] if p.startswith("org:")} for v in (x, y)]
    if min(map(len, givers)) == 1 < max(map(len, givers)) and givers[0] & givers[1]:
        return "other-event: of one giver, and of several together"
    countries = [{p for p in v["parties"] if p.startswith("country:")} - {*v["payer"]} for v in (x, y)]
    if countries[0] - countries[1] and countries[1] - countries[0]:
        return "other-event: of other countries"
    return ""


def _single(value: Value) -> bool:
    """Money for one purpose, or of one contract."""
    return bool(value["purpose"] or value["names"]) and not value["story"].get("stock")


def _counts_apart(a: Claim, b: Claim, block: "Block", *, alike: bool) -> str:
    x, y = a.value, b.value
    if towns_apart(a, b, block):
        return "other-event: they came to two towns"
    if x["unit"] in _DURATIONS or x["measure"] != y["measure"]:
        return "other-event: a duration, or another measure"
    if x["which"] and y["which"] and not {*x["which"]} & {*y["which"]}:
        return "other-event: other adjectives"
    if not alike and noun_of(x) in LOOSE and (of_another_role(x, y) or one_is_ahead(x, y)):
        return "other-event: those who took part, and all there are"
    owned = x["of"] and y["of"] and x["of"] != y["of"] and not alike  # one number in one story has one owner
    if owned and not {x["of"], y["of"]} & ({*x["parties"]} & {*y["parties"]}):
        return "other-event: of other owners"
    lands = [{n for n in v["story"]["near"] if n.startswith("owner:country:")} for v in (x, y)]
    if not alike and lands[0] - lands[1] and lands[1] - lands[0]:
        return "other-event: of other countries"
    if x["unit"] == "percent":
        if bool(x["story"].get("until")) != bool(y["story"].get("until")):
            return "other-time: a goal, and what is"
        if one_is_ahead(x, y) and not alike:
            return "other-time: one is a goal, and the other is not told so"
        if {*x["scope"]} ^ {*y["scope"]} - _NO_SCOPE or str(x["measure"]).endswith(("growth", "decline")):
            return "other-event: a change is compared by measure and period"
        first, last = ({*v["story"].get("behind", ())} for v in (x, y))
        if first and last and not first & last:
            return "other-event: shares of other things"
    return ""


def _sort(measure: str | None) -> str:
    return "given" if measure in GIVEN else str(measure)


def _of_a_budget(x: Value, y: Value) -> bool:
    """The budget of a project is what it costs."""
    return any(v["measure"] == "funding" and "budget" in v["topic"] for v in (x, y)) and "cost" in {
        x["measure"],
        y["measure"],
    }


def _alone(claim: Claim, other: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """No other figure of the source could as well be the one of the other source."""
    forms = claim.value["story"]["forms"]
    one_form = bool(forms) and forms == other.value["story"]["forms"]
    told, theirs = figure_of(claim), [figure_of(c) for c in claims if c.source == other.source]
    for rival in claims:
        if rival.source != claim.source or rival.id == claim.id or "story" not in rival.value:
            continue
        if one_form and not rival.value["story"]["forms"]:
            continue
        figure = figure_of(rival)
        if any(compare_amounts(figure, t).relation in COMPATIBLE for t in (told, *theirs)):
            continue  # the same figure, or both sources have it: it is another thing
        if not why_apart(rival, other, block):
            return False
    return True
