"""Two figures to what ties them: words, deeds, names, owners that their clauses share, and digits that look misread."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from eucacheck.compare.amounts import Amount, compare_amounts, is_slip, is_turned_digits
from eucacheck.kinds._figures.figures import GIVEN, TRADE
from eucacheck.kinds._figures.purposes import topic_words
from eucacheck.mentions.units import SAME, plural
from eucacheck.records import Claim, Value

LOOSE: Final = frozenset("country person company member government".split())
"""Nouns that one story counts several of: those who came, those who signed, those who live there."""
_MEASURED: Final = frozenset(
    "percent kilometre metre megawatt gigawatt tonne hectare barrel cubic metre square kilometre".split()
)
"""Units of measure: one story has many of them."""
_FAR: Final = 5
_MANY_TIMES: Final = 3
"""How many times a figure may be another before much must tell that they are one."""
_ALIKE: Final = (
    "coronavirus pandemic covid epidemic virus",
    "plant station park farm facility installation",
    "solar photovoltaic photovoltaics sunshine",
    "road highway motorway",
    "rail railway railways train trains",
    "pipes mains pipeline pipelines",
    "loan credit lending lender borrowing",
    "project scheme undertaking enterprise venture",
    "firms companies enterprises businesses",
    "hospital clinic",
    "participants delegates guests visitors attendees",
    "courses training trainings seminars",
    "containers boxes twenty-foot",
    "expenses costs expenditure",
    "medicines drugs medical",
    "children pupils schoolchildren",
    "farmers growers peasants",
    "water drinking irrigation",
    "turnover trade commerce",
    "border frontier crossing crossings checkpoint checkpoints posts",
    "rounds sessions negotiating negotiations talks",
    "crossed travelled passed",
    "glaciers glacier ice",
    "crude petroleum",
    "textiles clothing yarn garments",
    "relief humanitarian emergency aid assistance help",
)
"""Words that news uses for one thing: two reports of one figure share the thing, and not the word."""


def _one_words() -> dict[str, str]:
    """The stems of words for one thing, each to the first of them."""
    found: dict[str, str] = {}
    for line in _ALIKE:
        stems = [s for word in line.split() for s in topic_words(word)]
        found |= dict.fromkeys(stems, stems[0])
    return found


_ONE_WORD: Final = _one_words()


def ties(a: Claim, b: Claim) -> float:
    """What ties two figures of one story: words and deeds shared (two at most), a name, an owner, misplaced digits."""
    x, y = a.value, b.value
    s, t = x["story"], y["story"]
    words = shared_words(a, b)
    deeds = {*s["deeds"]} & {*t["deeds"]}
    near = {*s["near"]} & {*t["near"]}
    same = noun_of(x) if a.kind == "count" else ""
    score = min(2, words + bool(deeds)) + bool(near) + is_slip(figure_of(a), figure_of(b))
    score += 0.5 * (bool({*x["parties"]} & {*y["parties"]}) and not near)
    score += 0.5 * bool({*x.get("which", ())} & {*y.get("which", ())})
    score += bool(x["measure"] in TRADE and x["measure"] == y["measure"] and x["period"] and x["period"] == y["period"])
    score += bool({*s["forms"]} & {*t["forms"]} and not deeds & {"lend", "give"})  # a loan is lent: one tie, not two
    score += 0.5 * (a.kind == "count" and same not in LOOSE | _MEASURED)
    if same in LOOSE and not deeds and not is_slip(figure_of(a), figure_of(b)):
        return 0.0
    return score


def _named(story: Value) -> set[str]:
    """The stems of the names of a story: they stand among the words of a clause as well."""
    words = {w for n in (*story["anchors"], *story["near"]) for w in n.partition(":")[2].replace(":", "-").split("-")}
    return {stem for w in words for stem in topic_words(w)} | words


def one_words(stems: Iterable[str]) -> set[str]:
    """The stems of some words, of words for one thing one stem."""
    return {_ONE_WORD.get(s, s) for s in stems}


def shared_words(a: Claim, b: Claim, *, back: bool = True) -> int:
    """How many words two clauses share, with what a pronoun takes up; the unit and names of their stories left out."""
    x, y = a.value, b.value
    nouns = [str(v.get("unit", "")) for v in (x, y)]
    unit = {s for noun in nouns for form in (noun, plural(noun)) for s in topic_words(form)}
    said = [one_words([*v["topic"], *(v["story"]["back"] if back else ())]) for v in (x, y)]
    return len((said[0] & said[1]) - unit - _named(x["story"]) - _named(y["story"]))


def figure_of(claim: Claim) -> Amount:
    """The amount of a claim, counted by the noun under which its kind meets."""
    value = claim.value
    if "unit" in value:
        return Amount.of({**value, "unit": noun_of(value)})
    return Amount.of(value)


def noun_of(value: Value) -> str:
    """What a count counts, one word for what news has several for: jobs, workers and people who find work."""
    noun = SAME.get(str(value["unit"]), str(value["unit"]))
    employed = "employ" in value.get("story", {}).get("deeds", ())
    return "job" if noun == "worker" or (noun == "person" and employed) else "person" if noun == "resident" else noun


def gives_both(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """One of the two sources has the figure of the other as well, in whatever unit."""
    for one, other in ((a, b), (b, a)):
        told = figure_of(other)
        own = (figure_of(c) for c in claims if c.source == one.source)
        if any(compare_amounts(f, told).relation == "equal" for f in own):
            return True
    return False


def nearer_beside(a: Claim, b: Claim) -> bool:
    """The source has another figure, near the other one or of its digits in another order: that is the one."""
    one, other = figure_of(a), figure_of(b)
    beside = (replace(one, low=Decimal(n), high=Decimal(n), bound="exact") for n in a.value["story"]["beside"])
    return not is_turned_digits(one, other) and any(
        is_turned_digits(n, other) or compare_amounts(n, other).relation in {"equal", "rounding"} for n in beside
    )


def far_apart(a: Claim, b: Claim) -> bool:
    """One is many times the other, and no slip of a digit or a nought."""
    x, y = figure_of(a), figure_of(b)
    return max(x.low, y.low) > _FAR * min(x.low, y.low) and x.digits != y.digits


def many_times(a: Claim, b: Claim) -> bool:
    """One is more than three times the other, and no slip of a digit or a nought."""
    x, y = figure_of(a), figure_of(b)
    return max(x.low, y.low) > _MANY_TIMES * min(x.low, y.low) and x.digits != y.digits


def listed_in(claim: Claim, story: Value) -> bool:
    """The other source has the figure as well, for another thing."""
    told = figure_of(claim).low
    return any(Decimal(n) == told for n in story["beside"])


def parties_apart(a: Claim, b: Claim) -> str:
    """Why two figures are not of one trade, or of other parties, coded; empty where nothing says so."""
    x, y = a.value, b.value
    if (x["measure"] in TRADE) != (y["measure"] in TRADE) and not shared_words(a, b):
        return "other-event: one is of trade, and nothing says so of the other"
    own, others = {*x["parties"]}, {*y["parties"]}
    if x["measure"] not in {*GIVEN, "cost", None} and own - others and others - own:
        return "other-event: of other parties"
    theirs = [{*(v["parties"] or v.get("told_of", ()))} for v in (x, y)]
    if x["measure"] in TRADE and all(theirs) and theirs[0] != theirs[1] and not (own and others):
        lands = [{p for p in v if not p.startswith("org:")} for v in theirs]
        if all(lands) and lands[0] != lands[1]:
            return "other-event: the trade of two others, as the sentences before say"
    if x["measure"] in TRADE and x["amount"] != y["amount"] and own and others and own != others:
        return "other-event: the trade of two partners, and of one of them with others"
    return ""


def one_payer(these: Sequence[str], those: Sequence[str]) -> bool:
    """The same payers; or groups without a name of which two words are one: European and international banks."""
    groups = [p for p in (*these, *those) if p.startswith("group:")]
    if these == those or len(groups) < len(these) + len(those):
        return these == those
    words = [{w for p in own for w in p.removeprefix("group:").split("-")} - {"and", "the"} for own in (these, those)]
    return len(words[0] & words[1]) > 1
