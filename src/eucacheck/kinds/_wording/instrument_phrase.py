"""The words around the head of an agreement's name: what stands before it, its topic, its parties."""

from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._wording.instrument_words import (
    DETERMINERS,
    ED,
    LINK,
    PLAIN,
    STEM,
    STOP_AFTER,
    STOPS,
    TOKEN,
    TOPIC,
    WITH,
)
from eucacheck.mentions.events_parties import PARTIES
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_NEXT_CLAUSE = regex.compile(r"\s+(?:has|have|had|is|was|are|were|will|would|said|says|which|also)\b", regex.I)
"""'an agreement with A, and B has supported it': B begins the next clause."""

_TAIL = regex.compile(r"(?:\s|\b(?:and|in|on|of|for|the|to)(?=\s|$))*+$", regex.I)
"""Words in which no topic ends."""
_YEARS = regex.compile(
    r"\s+(?:for|until|till|to|covering)\s+(?:the\s+(?:years|period)\s+)?(\d{4})(?:\s?(?:-|/|to|and)\s?(\d{2,4}))?\b",
    regex.I,
)
_WORTH = regex.compile(r"\s+(?:of|worth|for)\s+(?:up to\s+|about\s+|some\s+|nearly\s+|around\s+)?", regex.I)
"""'a loan of 40 million euros for the metro': the sum is no topic."""


def stems_of(text: str) -> tuple[str, ...]:
    """Stems of the content words of a phrase, sorted."""
    words = {w.group().casefold().removesuffix("'s").strip("'") for w in STEM.finditer(text)}
    return tuple(sorted({stem(w) for w in words if w not in PLAIN and w not in STOPS}))


def words_before(shadow: str, low: int, at: int) -> tuple[int, bool]:
    """Where the words before a head noun begin, determiner left out, and whether the determiner was definite."""
    start, definite, count = at, False, 0
    pending: int | None = None
    for token in reversed(list(TOKEN.finditer(shadow, max(low, at - 110), at))):
        word = token.group()
        lower = word.casefold()
        if lower in DETERMINERS:
            definite = lower not in {"a", "an", "another"}
            break
        if lower == "and" or word == "-":
            pending = token.start()
            continue
        if not word[0].isalnum() or lower in STOPS or word[0].isdigit() or count >= 8:
            break
        if lower.endswith("ed") and word[0].islower() and lower not in ED:
            break
        if lower.endswith("ly") and word[0].islower():
            break
        if pending is not None and word[0].isupper() != shadow[start].isupper():
            break
        start, pending, count = token.start(), None, count + 1
    return start, definite


def edition_behind(doc: "Document", at: int, high: int) -> tuple[str, int]:
    """'for 2025-2027', 'until 2030': the years that tell one roadmap from the next, and where they end."""
    match = _YEARS.match(doc.shadow, at, high)
    return (f"years-{match[1]}-{match[2] or ''}".rstrip("-"), match.end()) if match is not None else ("", at)


def topic_behind(doc: "Document", at: int, high: int) -> tuple[str, int]:
    """'on critical raw materials': its words and where they end; nothing where a date or place follows."""
    at_sum = next(
        (q.end for q in doc.quantities if q.type == "money" and _WORTH.fullmatch(doc.shadow, at, q.start)), at
    )
    link = LINK.match(doc.shadow, at_sum, high)
    if link is None or any(d.start - 5 <= link.end() <= d.start + 1 for d in doc.dates):
        return "", at
    stop = STOP_AFTER.search(doc.shadow, link.end(), min(high, link.end() + TOPIC))
    end = stop.start() if stop is not None else min(high, link.end() + TOPIC)
    dates = [d.start for d in doc.dates if link.end() <= d.start < end]
    end = min([end, *dates])
    tail = _TAIL.search(doc.shadow, link.end(), end)
    end = tail.start() if tail is not None else end
    words = words_without(doc, link.end(), end)
    return (words, end) if stems_of(words) or words != doc.shadow[link.end() : end] else ("", at)


def parties_behind(doc: "Document", at: int) -> tuple[int, list[str]]:
    """'between the EU and Mongolia', 'with Mongolia': the end of the last party and the parties."""
    link = WITH.match(doc.shadow, at)
    if link is None or link["word"].casefold() not in {"between", "with"}:
        return at, []
    end = link.end()
    found: list[str] = []
    while True:
        gap = regex.compile(r"(?:,?\s*(?:and|the|its|of|neighbou?ring)\s+|,\s*|\s+){0,3}").match(doc.shadow, end)
        reach = gap.end() if gap is not None else end
        nxt = next((e for e in doc.entities if e.start in range(end, reach + 1) and e.type in PARTIES), None)
        if nxt is None or len(found) > 7:
            return (end, found) if found else (at, [])
        comma = gap is not None and "," in gap.group()
        if found and comma and _NEXT_CLAUSE.match(doc.shadow, nxt.end) is not None:
            return end, found
        found.append(nxt.entity)
        end = nxt.end


def words_without(doc: "Document", start: int, end: int) -> str:
    """The words of a stretch without the names of countries and bodies in it."""
    kept, at = "", start
    for e in doc.entities:
        if start <= e.start and e.end <= end and e.type in PARTIES:
            kept += doc.shadow[at : e.start] + " "
            at = e.end
    return kept + doc.shadow[at:end]
