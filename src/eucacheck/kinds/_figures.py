"""A figure in its sentence to what it stands for: its stretch, measure, parties, payer, period and purpose.

A figure is identified by what it measures, of whom, paid by whom, for what and in which period; the other words of its
sentence only help to find the same figure told elsewhere.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import regex

from eucacheck.records import DateMention, EntityMention, Interval, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Spanned = TypeVar("Spanned", DateMention, EntityMention, QuantityMention)
_WIDE: Final = 400
"""Characters on each side of a figure that can be about it."""
_MOST: Final = 60
"""Mentions looked at in one stretch: bounds the work on a text that is all figures."""
MEASURES: Final = (
    ("exports", r"exports?|exported|shipments? (?:to|of)|supplies to"),
    ("imports", r"imports?|imported"),
    ("trade surplus", r"surplus"),
    ("trade deficit", r"trade deficit"),
    ("trade", r"turnover|volume of trade|trade volume|(?:bilateral|mutual|foreign|total|overall) trade|trade in goods"),
    ("trade", r"trade (?:between|with|reached|stood|amounted|came|totall?ed|exceeded|grew|rose|fell)"),
    ("gross inflow of investment", r"gross inflow"),
    ("investment stock", r"stock of (?:FDI|foreign direct investment|investments?)|(?:FDI|investment) stock"),
    ("investment", r"FDI|(?:foreign )?direct investments?|invest(?:ed|ments?|ing|s)?|investor"),
    ("loan", r"loans?|credit line|lend(?:s|ing)?|lent|borrow\w*"),
    ("memorandum", r"MOUs?|memorand\w+"),
    ("grant", r"grants?|scholarships?|humanitarian aid|assistance|aid\b"),
    ("pledge", r"pledg\w+|commit\w*|mobili[sz]\w+|package|promised?"),
    ("funding", r"funding|funds?|allocat\w+|set aside|earmark\w+|budget|financ\w+"),
    ("pipeline", r"pipeline"),
    ("expenditure", r"expenditure|spending|spent"),
    ("cost", r"costs?|worth|valued"),
    ("debt", r"debt"),
    ("gross domestic product", r"GDP|gross domestic product|economy"),
)  # fmt: skip
"""What news measures in money and shares, in words that name the measure; the nearest to the figure decides."""
TRADE: Final = frozenset({"exports", "imports", "trade", "trade surplus", "trade deficit"})
GIVEN: Final = frozenset({"investment", "loan", "memorandum", "grant", "pledge", "funding", "pipeline"})
"""Measures of money that somebody gives: sources name the form differently, so they are one family."""
SECTORS: Final = (
    ("transport", r"transport\w*|corridors?|routes?|rail\w*|roads?|ports?|connectivity|logistic\w*|airports?"),
    ("energy", r"energy|electric\w*|power|solar|wind|hydro\w*|hydrogen|grids?|nuclear|gas|oil|renewables?"),
    ("water", r"water|irrigation|sanitation|glaciers?"),
    ("raw materials", r"raw materials?|minerals?|rare[ -]earths?|lithium|mining|uranium"),
    ("digital", r"digital\w*|satellites?|internet|broadband|telecom\w*|fibre|cables?"),
    ("climate", r"climate|green|environment\w*|decarboni[sz]\w*|emissions?"),
    ("education", r"education|students?|scholarships?|universit\w+|schools?|research|training"),
    ("health", r"health\w*|hospitals?|pandemic|vaccin\w+|medical"),
    ("security", r"security|borders?|terrorism|drugs?|defen[cs]e"),
    ("agriculture", r"agricultur\w*|farm\w*|food|rural"),
    ("humanitarian", r"humanitarian|refugees?|earthquake|flood\w*"),
    ("business", r"small businesses|SMEs?|enterprises?|private sector|entrepreneurs?"),
)  # fmt: skip
"""Fields of spending: two figures for other fields are never opposed."""
_MEASURES = [(name, regex.compile(rf"\b(?:{words})\b", regex.I)) for name, words in MEASURES]
_SECTORS = [(name, regex.compile(rf"\b(?:{words})\b", regex.I)) for name, words in SECTORS]
_MARK = regex.compile(
    r"[;()]|:\s|,\s+(?:while|but|whereas|although|which)\b|\s(?:but|while|whereas)\s|,?\s(?:according to|as noted by)\s"
)
_SEPARATOR = regex.compile(r"[,;()]|\s(?:and|while|but|plus)\s")
_GROWTH = regex.compile(
    r"\b(?:gr[eo]w\w*|ris(?:e|es|en|ing)|rose|increas\w+|up|"
    r"climb\w*|surg\w+|jump\w*|fell|fall(?:s|en)?|declin\w*|dropp?\w*|decreas\w*|down|"
    r"shr[aiu]nk|growth|more than in|above|compared (?:to|with)|"
    r"year[- ]on[- ]year|higher than|less than in|lower than)\b|\+(?=\s?\d)",
    regex.I,
)
_DOWN = regex.compile(
    r"\b(?:fell|fall(?:s|en)?|declin\w*|dropp?\w*|decreas\w*|down|shr[aiu]nk|less than in|lower than)\b", regex.I
)
_COMPARED = regex.compile(
    r"(?:than|above|below|to|with|from|against|versus|over|since|by|until)\s+(?:in\s+|for\s+)?(?:the\s+same\s+period\s+(?:in|of)\s+)?$",
    regex.I,
)
_SAME_PERIOD = regex.compile(r"\bsame period (?:in|of) (?:the previous year|(?:19|20)\d\d)[ (]{1,3}$", regex.I)
_GIVES = regex.compile(
    r"\b(?:pledg\w+|commit\w*|mobili[sz]\w+|promis\w+|allocat\w+|provid\w+|invest\w*|lend\w*|lent|grant\w*|earmark\w*|spen[dt]\w*|contribut\w+|offer\w*|"
    r"announc\w+|financ\w+|fund\w*|set aside|approv\w+|disburs\w+|donat\w+|give[ns]?|gave|put)\b",
    regex.I,
)
_BODY_OF_PAYERS = regex.compile(
    r"\b(?:(?:european|international|financial|development|private|and|multilateral|other)\s+){1,5}(?:institutions|banks|donors|partners|investors|community|lenders)\b",
    regex.I,
)
_STEM = regex.compile(r"[A-Za-z][a-z]{3,}")
_COMMON = frozenset(
    "that this with from have been were will would which their they them into over under more than also said "
    "says other these those some such about after "
    "before between during while where when what year years billion million trillion thousand euros dollars euro "
    "dollar percent countries country european "
    "union central asia asian region regional including amount total part form next last first according time "
    "most each both".split()
)
_TAILS = ("ments", "ment", "ations", "ation", "ings", "ing", "ies", "ors", "or", "ed", "es", "s", "ive", "able")


def frame_of(doc: "Document", figure: QuantityMention) -> Sentence | None:
    """The sentence of a figure, no more than what a reader takes in at once around it (a table has no full stop)."""
    sentence = doc.sentence_of(figure.start)
    if sentence is None:
        return None
    return replace(sentence, start=max(sentence.start, figure.start - _WIDE), end=min(sentence.end, figure.end + _WIDE))


def within(mentions: Sequence[Spanned], low: int, high: int) -> list[Spanned]:
    """The mentions wholly between two offsets, of a list in the order of the text."""
    first = bisect_left(mentions, low, key=lambda m: m.start)
    found = []
    for mention in mentions[first : first + _MOST]:
        if mention.start >= high:
            break
        if mention.end <= high:
            found.append(mention)
    return found


def stretch_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> tuple[int, int]:
    """The part of a sentence that is about one figure: up to a clause mark, and half way to its neighbours."""
    low, high = sentence.start, sentence.end
    for match in _MARK.finditer(doc.shadow, sentence.start, sentence.end):
        if match.end() <= figure.start and figure.start - match.end() > 1:
            low = max(low, match.end())
        elif match.start() >= figure.end:
            high = min(high, match.start())
            break
    for other in within(doc.quantities, sentence.start, sentence.end):
        if other.type == "ordinal" or other.unit in {"year", "month", "week", "day"}:
            continue
        if low <= other.end <= figure.start and (cut := _last(doc.shadow, other.end, figure.start)) is not None:
            low = max(low, cut)
        elif figure.end <= other.start < high and (cut := _last(doc.shadow, figure.end, other.start)) is not None:
            high = min(high, cut)
    return low, max(high, figure.end)


def measure_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> str | None:
    """What a figure measures: the measure word nearest to it in its stretch, else in its sentence."""
    stretch = stretch_of(doc, figure, sentence)
    for low, high in (stretch, (sentence.start, sentence.end)):
        found = []
        for rank, (name, pattern) in enumerate(_MEASURES):
            for match in pattern.finditer(doc.shadow, low, high):
                distance = max(match.start() - figure.end, figure.start - match.end(), 0)
                found.append((distance, rank, name))
        if found:
            return min(found)[2]
    return None


def growth_of(doc: "Document", low: int, high: int) -> str | None:
    """Whether a percentage is a change, and its direction: "growth", "decline", or None for a share."""
    if _GROWTH.search(doc.shadow, low, high) is None:
        return None
    return "decline" if _DOWN.search(doc.shadow, low, high) is not None else "growth"


def parties_of(doc: "Document", low: int, high: int) -> list[str]:
    """Countries, regions and bodies that a stretch names, currencies' countries and authorities quoted left out."""
    return sorted({e.entity for e in _entities(doc, low, high)})


def _entities(doc: "Document", low: int, high: int) -> list[EntityMention]:
    inside = within(doc.entities, low, high)
    figures = [q for q in within(doc.quantities, low, high) if q.type == "money"]
    cited = regex.search(r"\b(?:according to|as noted by|told|reported by)\b", doc.shadow[low:high])
    stop = low + cited.start() if cited is not None else high
    return [
        e
        for e in inside
        if e.type in {"org", "country", "region"}
        and e.form != "metonym"
        and e.start < stop
        and not any(q.start <= e.start < q.end for q in figures)
    ]


def payer_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> list[str]:
    """Who gives the money, where the sentence says so: "X will provide FIGURE", "FIGURE from X", "X's pledge"."""
    low, high = stretch_of(doc, figure, sentence)
    groups = [
        (m.start(), m.end(), "group:" + regex.sub(r"\s+", "-", m.group().casefold()))
        for m in _BODY_OF_PAYERS.finditer(doc.shadow, sentence.start, sentence.end)
    ]
    named = [
        (e.start, e.end, e.entity)
        for e in _entities(doc, sentence.start, sentence.end)
        if e.type != "region" and e.form != "adjective"
    ]
    inside = [g for g in (*groups, *named) if not any(o is not g and o[0] <= g[0] and g[1] <= o[1] for o in groups)]
    behind = [
        x
        for x in inside
        if figure.end <= x[0] <= high
        and regex.search(r"\b(?:from|by)\s+(?:the\s+)?$", doc.shadow[max(figure.end, x[0] - 12) : x[0]])
    ]
    if behind:
        return [behind[0][2]]
    before = [x for x in inside if x[1] <= figure.start]
    for start, end, name in reversed(before):
        gap = doc.shadow[end : figure.start]
        if len(gap) <= 70 and start >= low - 1 and _GIVES.search(gap) is not None and "from" not in gap.split():
            return [name]
    return []


def period_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> Interval | None:
    """The period of a figure: the date in its stretch nearest to it, else the only one of its sentence.

    A date that something is compared with ("above 2021", "than in 2022") or that is a limit ("by 2030") is not it.
    """
    before = _SAME_PERIOD.search(doc.shadow[max(0, figure.start - 60) : figure.start])
    if before is not None:
        return None
    here = [
        d
        for d in within(doc.dates, sentence.start, sentence.end)
        if _COMPARED.search(doc.shadow[max(0, d.start - 36) : d.start]) is None
    ]
    low, high = stretch_of(doc, figure, sentence)
    near = [d for d in here if low <= d.start and d.end <= high]
    if not near and len(here) != 1:
        return None
    return min(near or here, key=lambda d: (max(d.start - figure.end, figure.start - d.end, 0), d.start)).interval


def sectors_of(doc: "Document", low: int, high: int) -> list[str]:
    """The fields of spending that a stretch names."""
    return sorted(name for name, pattern in _SECTORS if pattern.search(doc.shadow, low, high) is not None)


def topic_of(doc: "Document", low: int, high: int) -> list[str]:
    """Stems of the content words of a stretch, for telling one purpose from another."""
    words = {w.group().casefold() for w in _STEM.finditer(doc.shadow, low, high)}
    return sorted({stem(w) for w in words if w not in _COMMON})


def stem(word: str) -> str:
    """A crude stem: enough to join invest, invested and investment."""
    for tail in _TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= 4:
            return word[: -len(tail)]
    return word


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of the shorter list of stems that stands in the longer one too."""
    return len(set(a) & set(b)) / max(1, min(len(a), len(b)))


def _last(shadow: str, low: int, high: int) -> int | None:
    """Where the last separator between two figures ends; none where one clause holds both ("rose 5% to $38bn")."""
    marks = list(_SEPARATOR.finditer(shadow, low, min(high, low + 400)))
    return marks[-1].start() if marks else None


def figure_value(figure: QuantityMention) -> dict[str, Any]:
    """Bound and upper end of a figure as JSON."""
    value: dict[str, Any] = {"bound": figure.bound}
    if figure.high != figure.low:
        value["high"] = figure.high
    return value


def names_of(doc: "Document", low: int, high: int) -> list[str]:
    """The capitalised words of a stretch, as a guard: two figures that name different things are two figures."""
    words = {m.group().casefold() for m in _NAME.finditer(doc.shadow, low, high)}
    return sorted(words - _NO_NAMES)


_NAME = regex.compile(r"(?<=[a-z,'(] )[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?\b")
_NO_NAMES = frozenset(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday central asia "
    "asian european union europe commission president minister prime billion million euro euros bank".split()
)
_PURPOSE = regex.compile(
    r"[^,;()]{0,40}?\b(?P<what>(?:for|to|towards|into|in support of|aimed at|in|on)\s+[^;()\n]{3,90})"
)
_NO_PURPOSE = regex.compile(
    r"(?:in|on|for|to)\s+(?:the\s+form\b|support\b|\d|[$€£]|last\b|the\s+(?:next|past|last|first|period)\b|total\b)",
    regex.I,
)
_PURPOSE_END = regex.compile(
    r"\s+(?:to be|by|which|that|who|over|during|as|under|said|from|between|until|in \d{4}|and \S+ (?:said|told))\b"
    r"|[,\"]"
)


def purpose_of(doc: "Document", figure: QuantityMention, high: int) -> str:
    """What the money is for, in the words behind it; empty where its stretch does not say."""
    match = _PURPOSE.match(doc.shadow, figure.end, min(high, figure.end + 140))
    if (
        match is None
        or _NO_PURPOSE.match(match["what"]) is not None
        or within(doc.dates, match.start("what"), match.start("what") + 20)
    ):
        return ""
    end = _PURPOSE_END.search(match["what"])
    words = match["what"][: end.start() if end is not None else None].split()
    if end is None and match.end() < high:
        words = words[:-1]
    return " ".join(words[:12]).rstrip(".,: ") if len(words) > 1 else ""


def quote_of(doc: "Document", figure: QuantityMention, low: int, high: int) -> tuple[int, int]:
    """The words that carry a figure: its stretch where that is short, else the figure with what follows it."""
    if high - low <= 180:
        return min(low, figure.start), max(high, figure.end)
    end = min(high, figure.end + 110)
    while end > figure.end and end < high and not doc.shadow[end].isspace():
        end -= 1
    return figure.start, max(end, figure.end)
