"""A figure in its sentence to what it stands for: its stretch, measure, scope, parties and period.

A figure is identified by what it measures, of whom, paid by whom, for what and in which period; the other words of its
sentence only help to find the same figure told elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.records import EntityMention, Interval, QuantityMention, Sentence
from eucacheck.spans import S, between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_WIDE: Final = 400
"""Characters on each side of a figure that can be about it."""
_BEHIND_COMMA: Final = 25
_MOST: Final = 60
"""Mentions looked at in one stretch: bounds the work on a text that is all figures."""
MEASURES: Final = (
    ("exports", r"exports?|exported|shipments? (?:to|of)|supplies to|s(?:old|ells) (?:[a-z]{3,15} )?goods"),
    ("imports", r"imports?|imported|b(?:ought|uys) (?:[a-z]{3,15} )?goods"),
    ("trade surplus", r"surplus"),
    ("trade deficit", r"trade deficit"),
    ("trade", r"commerce (?:with|between)|traded? (?:goods|products)"),
    ("trade", r"turnover|volume of trade|trade volume|(?:bilateral|mutual|foreign|total|overall) trade|trade in goods"),
    ("trade", r"trade (?:between|with|of|reached|stood|amounted|came|totall?ed|exceeded|grew|rose|fell)"),
    ("trade", r"trade (?:in|for|during) (?:19|20)\d\d"),
    ("gross inflow of investment", r"gross inflow"),
    ("investment stock", r"stock of (?:FDI|foreign direct investment|investments?)|(?:FDI|investment) stock"),
    ("investment", r"FDI|(?:foreign )?direct investments?|invest(?:ed|ments?|ing|s)?(?!\s+bank)|investor"),
    ("loan", r"loans?|credit line|lend(?:s|ing)?|lent|borrow\w*"),
    ("memorandum", r"MOUs?|memorand\w+"),
    ("grant", r"grants?|scholarships?|humanitarian aid|assistance|aid\b"),
    ("pledge", r"pledg\w+|commit\w*|mobili[sz]\w+|package|promised?"),
    ("funding", r"funding|funds?|allocat\w+|set aside|earmark\w+|budget|financ(?:ed?|es|ing)(?! minist)"),
    ("pipeline", r"pipeline"),
    ("expenditure", r"expenditure|spending|spent"),
    ("cost", r"costs?|worth|valued"),
    ("debt", r"debt"),
    ("remittances", r"remittances?|money transfers?|(?:sent|sen[dt]s?|transferred|sending)\b[^.;,]{0,30}? home"),
    ("gross domestic product", r"GDP|gross domestic product|(?<!minist(?:er|ry) of (?:the )?)economy"),
)  # fmt: skip
"""What news measures in money and shares, in words that name the measure; the nearest to the figure decides."""
TRADE: Final = frozenset({"exports", "imports", "trade", "trade surplus", "trade deficit"})
GIVEN: Final = frozenset({"investment", "loan", "memorandum", "grant", "pledge", "funding", "pipeline"})
"""Measures of money that somebody gives: sources name the form differently, so they are one family."""
Word = tuple[str, int, int]
"""A measure, and where the word stands that names it."""
_MEASURES = [(name, regex.compile(rf"\b(?:{words})\b", regex.I)) for name, words in MEASURES]
_MARK = regex.compile(
    r"[;()]|:\s|,\s+(?:while|but|whereas|although|which)\b|\s(?:but|while|whereas)\s|,?\s(?:according to|as noted by)\s"
)
_SPACE = regex.compile(r"\s{1,4}")
_SEPARATOR = regex.compile(r"[,;]|\s(?:and|while|but|plus)\s")
_FELL = r"(?:fell|fall(?:s|en)?)(?! (?:to the share of|to the lot of|on|under|within)\b)"
GROWTH = regex.compile(
    r"\b(?:gr[eo]w\w*|ris(?:e|es|en|ing)|rose|increas\w+|(?<!ma[kd]\w{1,3} )up(?! to)|"
    r"climb\w*|surg\w+|jump\w*|declin\w*|dropp?\w*|decreas\w*|down|"
    rf"{_FELL}|"
    r"shr[aiu]nk|growth|more than in|(?<=(?:percent|per cent|%) )(?:more|less) than|above|compared (?:to|with)|"
    r"year[- ]on[- ]year|higher than|less than in|lower than)\b|\+(?=\s?\d)",
    regex.I,
)
_RISE_IN = regex.compile(r"\s+(?:(?:growth|increase|rise|jump|drop|fall|decline)\s+)?(?:in|of)\s", regex.I)
_DOWN = regex.compile(
    rf"\b(?:{_FELL}|declin\w*|dropp?\w*|decreas\w*|down|shr[aiu]nk|less than in"
    r"|(?<=(?:percent|per cent|%) )less than|lower than)\b",
    regex.I,
)
_BEFORE_MEASURE = regex.compile(r"(?<![A-Za-z-])(?:[a-z-]+ ){1,2}$")
_BEHIND_MEASURE = regex.compile(r" (?:of|in) (?P<what>(?:[a-z-]+(?: and)? ?){1,3})")
_MOVED = regex.compile(r"(?:export|import)ed (?P<what>[a-z-]{3,20})(?= (?:worth|for|to|from|valued|in)\b)", regex.I)
_WORDS = regex.compile(r"[A-Za-z-]{3,}")
_NET = regex.compile(r"\bnet\b", regex.I)
_WIDE_WORDS = frozenset(
    "came amounted reached totalled totaled stood "
    "billion million thousand trillion euros dollars percent after the and said that its their his our this "
    "mutual bilateral total overall annual foreign goods commodity direct trade exports "
    "imports turnover volume with from between was were are has have had will also more than over for while gross "
    "value amount some all which whose where when however per share around about european into out both".split()
)
_COMPARED = regex.compile(
    r"(?:than|above|below|to|with|from|against|versus|over|since|by|until)\s+(?:in\s+|for\s+)?(?:the\s+same\s+period\s+(?:in|of)\s+)?$",
    regex.I,
)
_SAME_PERIOD = regex.compile(r"\bsame period (?:in|of) (?:the previous year|(?:19|20)\d\d)[ (]{1,3}$", regex.I)
GIVES = regex.compile(
    r"\b(?:pledg\w+|commit\w*|mobili[sz]\w+|promis\w+|allocat\w+|provid\w+|invest\w*|lend\w*|lent|grant\w*|earmark\w*|spen[dt]\w*|contribut\w+|offer\w*|"
    r"announc\w+|financ\w+|fund\w*|set aside|approv\w+|disburs\w+|donat\w+|deliver\w*|give[ns]?|gave|put)\b",
    regex.I,
)
_FURTHER = regex.compile(r"\b(?:a further|another|an? additional|an? extra|additional|extra|second)\b", regex.I)
_BESIDES = regex.compile(r"\b(?:on top of|in addition to|besides|as well as the)\b", regex.I)


def frame_of(doc: "Document", figure: QuantityMention) -> Sentence | None:
    """The sentence of a figure, no more than what a reader takes in at once around it (a table has no full stop)."""
    sentence = doc.sentence_of(figure.start)
    if sentence is None:
        return None
    return replace(sentence, start=max(sentence.start, figure.start - _WIDE), end=min(sentence.end, figure.end + _WIDE))


def within(mentions: Sequence[S], low: int, high: int) -> list[S]:
    """The mentions wholly between two offsets, of a list in the order of the text."""
    return between(mentions, low, high, _MOST)


def flat(doc: "Document", low: int, high: int) -> str:
    """A stretch on one line: each gap between its words is one blank."""
    return _SPACE.sub(" ", doc.shadow[low:high])


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
    found = measure_word(doc, figure, sentence)
    return found[0] if found is not None else None


def grown_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> str | None:
    """What a change is a change of: "growth in X" right behind it, else what the sentence speaks of before it."""
    behind = _RISE_IN.match(doc.shadow, figure.end, sentence.end)
    if behind is None:
        before = replace(sentence, end=figure.start)
        found = _nearest(doc, figure, before.start, before.end)
        if found is not None:
            return found[0]
    return measure_of(doc, figure, sentence)


def measure_word(doc: "Document", figure: QuantityMention, sentence: Sentence) -> Word | None:
    """The measure of a figure and where the word stands that names it."""
    low, high = stretch_of(doc, figure, sentence)
    found = _nearest(doc, figure, low, high)
    if found is not None:
        return found
    found = _nearest(doc, figure, sentence.start, sentence.end)
    if found is not None and found[2] < low and GIVES.search(doc.shadow, low, figure.start) is not None:
        others = within(doc.quantities, found[2], figure.start)
        return None if any(q.type == "money" for q in others) else found  # 'a loan of A, and X will put B into Y'
    return found


def _nearest(doc: "Document", figure: QuantityMention, low: int, high: int) -> Word | None:
    found = []
    for rank, (name, pattern) in enumerate(_MEASURES):
        for match in pattern.finditer(doc.shadow, low, high):
            distance = max(match.start() - figure.end, figure.start - match.end(), 0)
            # 'exports were worth': any other word says more
            distance += _WIDE if match.group().casefold() in {"worth", "valued"} else 0
            # 'exports were 300 million dollars, imports 70 million': what follows a comma is of the next figure
            distance += _BEHIND_COMMA if "," in doc.shadow[figure.end : match.start()] else 0
            found.append((distance, rank, name, match.start(), match.end()))
    return min(found)[2:] if found else None


def scope_of(doc: "Document", word: Word | None, sentence: Sentence) -> list[str]:
    """The words that narrow a measure: 'oil' of oil exports, 'cotton' of exports of cotton; never a party."""
    if word is None:
        return []
    _, start, end = word
    lead = doc.shadow[max(sentence.start, start - 40) : start]
    before = _BEFORE_MEASURE.search(lead)
    behind = _BEHIND_MEASURE.match(doc.shadow, end, min(sentence.end, end + 60))
    words = before.group() if before is not None else ""
    words += " " + (behind["what"] if behind is not None else "")
    moved = _MOVED.match(doc.shadow, start, min(sentence.end, end + 40))
    words += " " + moved["what"] if moved is not None else ""
    words += " net" if _NET.search(lead) is not None else ""
    return sorted({w.casefold() for w in _WORDS.findall(words)} - _WIDE_WORDS)


def growth_of(doc: "Document", low: int, high: int) -> str | None:
    """Whether a percentage is a change, and its direction: "growth", "decline", or None for a share."""
    if GROWTH.search(doc.shadow, low, high) is None:
        return None
    return "decline" if _DOWN.search(doc.shadow, low, high) is not None else "growth"


def parties_of(doc: "Document", low: int, high: int) -> list[str]:
    """Countries, regions and bodies that a stretch names, currencies' countries and authorities quoted left out."""
    return sorted({e.entity for e in entities_in(doc, low, high)})


_LEAD: Final = 8
_CITED = regex.compile(r"\b(?:according to|as noted by|told|reported by)\b", regex.I)


def entities_in(doc: "Document", low: int, high: int) -> list[EntityMention]:
    """The countries, regions and bodies of a stretch that may be party to a figure."""
    inside = within(doc.entities, low, high)
    figures = [q for q in within(doc.quantities, low, high) if q.type == "money"]
    cited = _CITED.search(doc.shadow[low:high])
    stop = low + cited.start() if cited is not None else high
    # 'According to the committee, trade with X reached ...': what is cited ends at the comma
    begin = doc.shadow.find(",", stop, high) if stop - low < _LEAD else -1
    return [
        e
        for e in inside
        if e.type in {"org", "country", "region"}
        and e.form != "metonym"
        and (e.start < stop or 0 <= begin < e.start)
        and not any(q.start <= e.start < q.end for q in figures)
    ]


def is_further(doc: "Document", figure: QuantityMention, sentence: Sentence) -> bool:
    """'a further EUR 5 million', 'EUR 5 million on top of the 20': another sum than the one told elsewhere."""
    before = doc.shadow[max(sentence.start, figure.start - 24) : figure.start]
    behind = doc.shadow[figure.end : min(sentence.end, figure.end + 90)]
    return _FURTHER.search(before) is not None or _BESIDES.search(behind) is not None


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
