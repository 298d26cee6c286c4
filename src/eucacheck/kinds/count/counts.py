"""Counts and shares of several sources to findings: the same number of the same thing, and two numbers of one thing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from eucacheck.compare.amounts import COMPATIBLE, Amount, compare_amounts
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._figures.figure_words import say_count, tell_apart
from eucacheck.kinds._figures.occasions import one_occasion
from eucacheck.kinds._figures.purposes import likeness
from eucacheck.kinds._figures.scopes import other_scope
from eucacheck.kinds._figures.scopes_apart import scope_apart
from eucacheck.kinds._figures.stories import about, within_days
from eucacheck.kinds._figures.things_apart import other_place
from eucacheck.kinds._figures.ties import figure_of
from eucacheck.kinds._figures.told_twice import connected, told_alike, told_twice
from eucacheck.kinds._figures.turned import is_turned
from eucacheck.kinds._figures.verbatim import OPEN, same_sentence
from eucacheck.kinds._wording.words import answers_in_words, listed, opening
from eucacheck.mentions.units import plural
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_ONE_OCCASION_DAYS: Final = 10
"""Days between two sources that report on one event or signing."""
_ONE_TIME_DAYS: Final = 31
"""Days between two sources that count at one time."""
_FEW_WORDS: Final = 2
"""Words shared by two sentences of one count."""
_RARE: Final = 20
"""From twenty on, one number of one noun in two sources of one week is hardly two."""
DURATIONS: Final = frozenset("year month week day decade".split())
_SAME_WORDS: Final = 0.6
"""Share of content words that two clauses must have in common to speak of one thing (seeds and dev: no pair of others
reaches it).
"""
_HALF: Final = 0.5
"""The same of the few words behind a percentage, where both parties and the one whose whole it is are the same."""


def judge_counts(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a group of like counts, or of two groups that are opposed."""
    groups = connected(claims, lambda a, b: _same(a, b, block))
    findings, paired = [], set()
    for i, a in enumerate(groups):
        for j in range(i + 1, len(groups)):
            pair = _opposed_pair(a, groups[j], claims, block)
            if pair is not None:
                findings.append(_split(a, groups[j], pair, block))
                paired |= {i, j}
    return findings + tell_apart([_told(g, block) for i, g in enumerate(groups) if i not in paired], block)


def _same(a: Claim, b: Claim, block: "Block") -> bool:
    """The same number of the same thing: of one owner, or in words shared."""
    x, y = a.value, b.value
    rounded = compare_amounts(figure_of(a), figure_of(b)).relation == "rounding" and a.source != b.source
    if rounded and block.one_news(a, b) and told_alike(a, b, block):
        return True
    if not _same_number(figure_of(a), figure_of(b)):
        return False
    if told_alike(a, b, block):
        return True
    shared = len({*x["sentence"]} & {*y["sentence"]})
    if x["unit"] in {"percent", *DURATIONS}:
        if len(x["parties"]) > 1 and all(x[f] == y[f] for f in ("parties", "measure", "sectors")) and x["measure"]:
            return _one_period(a, b)
        return (
            shared >= 2
            and (x["of"] is None or y["of"] is None or x["of"] == y["of"] or shared >= 3)
            and _one_period(a, b)
        )
    if x["of"] is not None and x["of"] == y["of"]:
        return not x["which"] or not y["which"] or bool({*x["which"]} & {*y["which"]})
    if x["of"] is not None and y["of"] is not None:
        return False
    if one_occasion(x.get("occasion"), y.get("occasion"), block):
        return True
    if figure_of(a).low < _RARE or shared >= _FEW_WORDS:
        return shared >= _FEW_WORDS
    if block.around.alike(a.source, b.source) and figure_of(a).low == figure_of(b).low:
        return not ("story" in x and "story" in y and other_scope(x["story"], y["story"]))
    week = _at_one_time((a, b), block, _ONE_OCCASION_DAYS)
    return shared == 1 and week and x["which"] == y["which"]


def _same_number(a: Amount, b: Amount) -> bool:
    """Equal, or within the bound of the other and near: 45% and 60% are both more than 40%, and not the same."""
    relation = compare_amounts(a, b).relation
    near = abs(a.low - b.low) <= max(abs(a.low), abs(b.low)) / 10
    return relation == "equal" or (relation == "within-bound" and near)


def _opposed_pair(
    a: Sequence[Claim], b: Sequence[Claim], claims: Sequence[Claim], block: "Block"
) -> tuple[Claim, Claim] | None:
    """Two claims of two sources that count one thing differently."""
    for x in a:
        for y in b:
            if x.source != y.source and _one_thing(x, y, claims, block) and not _both_in_one(x, y, claims):
                return x, y
    return None


def _one_thing(x: Claim, y: Claim, claims: Sequence[Claim], block: "Block") -> bool:
    """The same noun or measure, of the same parties, in one period, and nothing else in the words around it."""
    if compare_amounts(figure_of(x), figure_of(y)).relation != "different":
        return False
    if not is_turned(x, y, claims, block) and (reason := scope_apart(x.value, y.value, sure=block.one_news(x, y))):
        block.demote(x, y, f"other-event: {reason}")
        return False
    if same_sentence(x, y, block) or told_twice(x, y, claims, block) or is_turned(x, y, claims, block):
        return True
    if x.value["unit"] in DURATIONS:
        return False
    if other_place(x.value, y.value) or _other_lands(x, y):
        block.demote(x, y, "other-event: the clauses name other things or countries")
        return False
    if x.value["which"] != y.value["which"]:
        return False
    if one_occasion(x.value.get("occasion"), y.value.get("occasion"), block):
        return _at_one_time((x, y), block, _ONE_OCCASION_DAYS) and _stated(x) and _stated(y)
    if not _one_owner(x, y):
        return False
    if x.value["period"] != y.value["period"] and not _same_when(x, y):
        block.demote(x, y, "other-time: the figures are of different periods")
        return False
    if x.value["unit"] == "percent" and _one_share(x, y):
        return _stated(x) and _stated(y)
    if not (_one_measure(x, y) if x.value["unit"] == "percent" else _same_words(x, y)):
        block.demote(x, y, "other-event: the words around the numbers differ")
        return False
    return _stated(x) and _stated(y)


def _other_lands(x: Claim, y: Claim) -> bool:
    """Each names a country that the other does not: students who went to one, and to another."""
    one, other = ({p for p in c.value["parties"] if p.startswith("country:")} for c in (x, y))
    return bool(one - other and other - one)


def _same_when(x: Claim, y: Claim) -> bool:
    """'In the first half of 2024' and 'in the first half of the year': the same days, once without the year."""
    once = x.value["period"] is None or y.value["period"] is None
    return once and x.when is not None and y.when is not None and x.when.edtf == y.when.edtf and "/" in x.when.edtf


def _stated(claim: Claim) -> bool:
    return claim.modality not in OPEN


def _one_owner(x: Claim, y: Claim) -> bool:
    """Of one thing's owner; where only one source singles it out, the other names it too."""
    a, b = x.value, y.value
    if x.value["unit"] == "percent":
        return bool(a["parties"]) and a["parties"] == b["parties"]
    if a["of"] is None and b["of"] is None:
        return bool(a["parties"]) and a["parties"] == b["parties"]
    if a["of"] is None or b["of"] is None:
        return (a["of"] or b["of"]) in {*a["parties"]} & {*b["parties"]}
    return bool(a["of"] == b["of"])


def _same_words(x: Claim, y: Claim) -> bool:
    return (
        min(len(x.value["topic"]), len(y.value["topic"])) >= 2
        and likeness(x.value["topic"], y.value["topic"]) >= _SAME_WORDS
    )


def _one_measure(x: Claim, y: Claim) -> bool:
    """A change of one measure in one stated period, with no word that narrows it ("oil exports")."""
    if x.value["period"] is None or not str(x.value["measure"]).endswith(("growth", "decline")):
        return False
    return bool(x.value["scope"] == y.value["scope"] and x.value["sectors"] == y.value["sectors"])


def _one_share(x: Claim, y: Claim) -> bool:
    """Of two parties one's share in the other's imports, trade or gas: the same words behind the percentage."""
    a, b = x.value, y.value
    s, t = a.get("story"), b.get("story")
    if s is None or t is None or len(a["parties"]) < 2 or a["measure"] != b["measure"] or not s["base"]:
        return False
    if str(a["measure"]).endswith(("growth", "decline")) or s["base"] != t["base"]:
        return False
    same = {*s["behind"]} & {*t["behind"]}
    return bool(same) and likeness(s["behind"], t["behind"]) >= _HALF and a["scope"] == b["scope"]


def _both_in_one(x: Claim, y: Claim, claims: Sequence[Claim]) -> bool:
    """A source with both numbers counts two things."""
    for source in {c.source for c in claims}:
        own = [c for c in claims if c.source == source and c.value["of"] == x.value["of"]]
        fits = [any(compare_amounts(figure_of(c), figure_of(z)).relation in COMPATIBLE for c in own) for z in (x, y)]
        if all(fits):
            return True
    return False


def _split(a: Sequence[Claim], b: Sequence[Claim], pair: tuple[Claim, Claim], block: "Block") -> Finding:
    """A conflict where the sources appeared at one time, else a count that changed."""
    ordered = sorted((a, b), key=lambda g: figure_of(g[0]).low)
    answers = [_answer(g, block) for g in ordered]
    thing = thing_of(pair[0], block) + _about(pair)
    told = answers_in_words(answers, block)
    question = f"What is the number of {thing}?" if pair[0].value["unit"] != "percent" else f"What was the {thing}?"
    copied = same_sentence(*pair, block) or told_twice(*pair, pair, block) or is_turned(*pair, pair, block)
    if copied or _at_one_time(pair, block):
        why = "two numbers of one thing at one time: " + compare_amounts(figure_of(pair[0]), figure_of(pair[1])).reason
        judgement = Judgement(
            "EUC411", "count", "conflict", pair[0].subject, question,
            f"{opening(thing)}: the sources give {told}", why, answers, 0.55, "warning",
        )  # fmt: skip
        return make_finding(judgement)
    block.demote(*pair, "other-time: told at different times, or by sources without a date")
    summary = f"{opening(thing)}: {told}"
    return make_finding(
        Judgement(
            "EUC412", "count", "supersede", pair[0].subject, question, summary, "told at different times", answers, 0.5
        )
    )


def _about(pair: tuple[Claim, Claim]) -> str:
    """What the story of two counts is about, where they have neither owner nor occasion in common."""
    one, other = (c.value for c in pair)
    if one["of"] is not None or one.get("occasion") is not None or "story" not in one or "story" not in other:
        return ""
    return about(one["story"], other["story"])


def _told(claims: Sequence[Claim], block: "Block") -> Finding:
    answer = _answer(claims, block)
    owned = (c for c in claims if c.value["of"] is not None and c.value["unit"] == answer.value["unit"])
    thing = thing_of(next(owned, claims[0]), block)
    question = f"How many {thing}? ({answer.text})"
    if claims[0].value["unit"] == "percent":
        question = f"What is {answer.text}? ({thing})"
    number = answer.text.removesuffix(plural(str(claims[0].value["unit"]))).strip()
    summary = f"{opening(thing)}: {number} ({count_sources(answer)})"
    verdict = agreement_or_single(answer)
    return make_finding(
        Judgement("EUC413", "count", verdict, claims[0].subject, question, summary, "the same number", [answer], 0.6)
    )


def thing_of(claim: Claim, block: "Block") -> str:
    """'foreign ministers of European Union', 'share of trade of Kazakhstan', 'exports growth in 2023'."""
    value = claim.value
    of = f" of {block.pack.name_of(value['of'])}" if value["of"] is not None else ""
    if value["unit"] in {"percent", "percentage point"}:
        of = of or (f" ({listed([block.pack.name_of(p) for p in value['parties'][:3]])})" if value["parties"] else "")
        measure = str(value["measure"] or "something")
        kind = measure if measure.endswith(("growth", "decline")) else f"share of {measure}"
        return f"{kind}{of}" + (f" in {value['period']}" if value["period"] else "")
    which = " ".join(value["which"]) + " " if value["which"] else ""
    return f"{which}{plural(str(value['unit']))}{of or _occasion(value.get('occasion'), block)}"


def _occasion(occasion: dict[str, Any] | None, block: "Block") -> str:
    """' that Bulgaria and Kazakhstan signed', ' at the ministerial in Ashgabat'."""
    if occasion is None:
        return ""
    if "countries" in occasion:
        return f" that {listed([block.pack.name_of(c) for c in occasion['countries']])} signed"
    place = f" in {block.pack.name_of(occasion['place'])}" if occasion["place"] is not None else ""
    known = block.pack.series.get(occasion["family"])
    return f" at the {known.name if known is not None else occasion['type']}{place}"


def _answer(group: Sequence[Claim], block: "Block") -> Answer:
    first = group[0]
    return block.answer({"count": first.value["count"], "unit": first.value["unit"]}, say_count(first), group)


def _one_period(a: Claim, b: Claim) -> bool:
    return a.value["period"] is None or b.value["period"] is None or a.value["period"] == b.value["period"]


def _at_one_time(pair: tuple[Claim, Claim], block: "Block", days: int = _ONE_TIME_DAYS) -> bool:
    """A period stated alike, or sources that appeared within a month."""
    stated = pair[0].value["period"] is not None and pair[0].value["unit"] == "percent"
    return stated or within_days(*pair, block, days)
