"""A stretch of text to its purpose: fields of spending, stems, names, and the words of a figure to quote."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._figures.figures import Word, within
from eucacheck.records import QuantityMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

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
_NEAR_MEASURE: Final = 90
"""Characters between a measure word and its figure that a reader takes in together."""
_SECTORS = [(name, regex.compile(rf"\b(?:{words})\b", regex.I)) for name, words in SECTORS]
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


def sectors_of(doc: "Document", low: int, high: int) -> list[str]:
    """The fields of spending that a stretch names."""
    return sorted(name for name, pattern in _SECTORS if pattern.search(doc.shadow, low, high) is not None)


def topic_of(doc: "Document", low: int, high: int) -> list[str]:
    """Stems of the content words of a stretch, for telling one purpose from another."""
    return topic_words(doc.shadow[low:high])


def topic_words(text: str) -> list[str]:
    """Stems of the content words of some words, as `topic_of` gives them for a stretch of a document."""
    words = {w.group().casefold() for w in _STEM.finditer(text)}
    return sorted({stem(w) for w in words if w not in _COMMON})


def stem(word: str) -> str:
    """A crude stem: enough to join invest, invested and investment, or centre and center."""
    word = word[:-2] + "er" if word.endswith("tre") else word
    for tail in _TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= 4:
            return word[: -len(tail)]
    return word


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of the shorter list of stems that stands in the longer one too."""
    return len(set(a) & set(b)) / max(1, min(len(a), len(b)))


def names_of(doc: "Document", low: int, high: int) -> list[str]:
    """The capitalised words of a stretch, as a guard: two figures that name different things are two figures."""
    known = [(p.start, p.end) for p in within(doc.persons, low, high)]
    known += [(e.start, e.end) for e in within(doc.entities, low, high) if e.type in {"org", "country", "region"}]
    words = {
        m.group().casefold()
        for m in _NAME.finditer(doc.shadow, low, high)
        if not any(start <= m.start() < end for start, end in known)
    }
    return sorted(words - _NO_NAMES)


def purpose_of(doc: "Document", figure: QuantityMention, high: int) -> str:
    """What the money is for, in the words behind it; empty where its stretch does not say."""
    span = _purpose(doc, figure, high)
    return " ".join(doc.shadow[span[0] : span[1]].split()) if span is not None else ""


def _purpose(doc: "Document", figure: QuantityMention, high: int) -> tuple[int, int] | None:
    match = _PURPOSE.match(doc.shadow, figure.end, min(high, figure.end + 140))
    if match is None or _NO_PURPOSE.match(match["what"]) is not None:
        return None
    start = match.start("what")
    if within(doc.dates, start, start + 20):
        return None
    end = _PURPOSE_END.search(match["what"])
    words = list(regex.finditer(r"\S+", match["what"][: end.start() if end is not None else None]))
    words = words[: 12 if end is not None or match.end() >= high else min(12, len(words) - 1)]
    if len(words) < 2:
        return None
    last = words[-1].group().rstrip(".,:")
    return start, start + words[-1].start() + len(last)


def quote_of(doc: "Document", figure: QuantityMention, word: Word | None, high: int) -> tuple[int, int]:
    """The words that carry a figure: with the word of its measure where that is near, and with its purpose."""
    purpose = _purpose(doc, figure, high)
    start, end = figure.start, figure.end
    if word is not None:
        beside = not any(q.type == "money" for q in within(doc.quantities, word[1], figure.start))
        start = word[1] if beside and 0 <= figure.start - word[1] <= _NEAR_MEASURE else start
        end = word[2] if 0 <= word[2] - figure.end <= _NEAR_MEASURE // 2 else end
    return start, max(end, purpose[1]) if purpose is not None else end
