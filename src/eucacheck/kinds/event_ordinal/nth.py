"""What a text numbers besides events: "the eleventh phase of the programme", "the sixth person to hold the post".

A claim keeps what is counted (its class), the words that tell which, the countries and bodies beside it, within what it
counts, and what happens to it: where a number only serves to tell when something else was, it is not compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds.event_ordinal.nth_phrases import Nth, phrases_of
from eucacheck.kinds.event_ordinal.nth_words import (
    ABOUT,
    AT_IT,
    COMES,
    CONSECUTIVE,
    DEEDS,
    ENTERED,
    EVENT,
    FROM_START,
    HELD_AGAIN,
    HOSTS,
    IS_IT,
    LATER,
    LEAD_OUT,
    LITTLE,
    NEXT,
    SCOPES,
    SINCE,
    SINCE_DATE,
    cardinal,
)
from eucacheck.records import Claim, EntityMention, Sentence
from eucacheck.spans import between
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_CLAUSE: Final = regex.compile(
    r"[;:\n]|\s-\s|,\s+(?:and|but|while|which|who|where|when|as)\s|\s(?:and|but)\s(?=(?:it|he|she)\s)"
)
_TAIL: Final = 90
_LEAD: Final = 70
_DAYS: Final = 21
"""Days before its report at which what a sentence dates is no longer the news."""
_WORD: Final = regex.compile(r"[\p{L}]{4,30}")


def find_nth(doc: "Document", taken: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """The numbers of a text that stand in no event phrase (`taken`)."""
    for sentence in doc.sentences:
        if sentence.role in {"boilerplate", "caption"} or not doc.own_article(sentence.start):
            continue
        spans = list(taken)
        for one in phrases_of(doc, sentence):
            if any(a < one.end and one.start < b for a, b in spans):
                continue
            spans.append((one.start, one.end))
            claim = _claim(doc, sentence, one)
            if claim is not None:
                yield claim


def _claim(doc: "Document", sentence: Sentence, one: Nth) -> Claim | None:
    shadow = doc.shadow
    low, high = _clause(shadow, sentence, one)
    end = min(high, one.end + _TAIL)
    tail, lead = shadow[one.end : end], shadow[max(low, one.start - _LEAD) : one.start]
    near = [e for e in between(doc.entities, low, min(sentence.end, one.end + _TAIL)) if e.start >= one.start - _LEAD]
    behind = [e for e in near if e.start >= one.start]
    phrase = tail[: stop.start()] if (stop := _VERB.search(tail)) is not None else tail
    words = {stem(w) for w in _WORD.findall(one.mods + " " + phrase) if w.casefold() not in LITTLE}
    if one.kind in {"time", "since", "row"}:
        words |= {stem(w) for w in _WORD.findall(shadow, low, one.start) if w.casefold() not in LITTLE}
    value: dict[str, Any] = {
        "ordinal": one.number,
        "of_kind": one.kind,
        "series": None,
        "annual": False,
        "nth": True,
        "head": one.head,
        "mods": sorted({stem(w) for w in _WORD.findall(one.mods) if w.casefold() not in LITTLE}),
        "words": sorted(words),
        "of": _of(doc, sentence, one, behind),
        "where": _where(doc, near if one.kind in {"time", "since"} else behind, one, tail),
        "who": _who(doc, sentence, one),
        "scope": _scope(doc, one, end),
        "deed": _deed(shadow, low, one, end),
        "time": _time(doc, sentence, one, (lead, tail)),
    }
    if one.kind == "kind":
        value["events"] = _events(shadow, sentence, one)
        lead_in = between(doc.entities, sentence.start, one.start)
        past = _EARLIER.search(shadow, sentence.start, one.start) is not None
        value["away"] = past or any(e.type in {"place", "country"} and e.form != "adjective" for e in lead_in)
    draft = Draft("event_ordinal", f"nth:{one.kind}", value, one.start, _quoted(doc, one, end), confidence=0.65)
    return make_claim(doc, draft)


def _clause(shadow: str, sentence: Sentence, one: Nth) -> tuple[int, int]:
    cuts = list(_CLAUSE.finditer(shadow, sentence.start, sentence.end))
    low = max((m.end() for m in cuts if m.end() <= one.start), default=sentence.start)
    return low, min((m.start() for m in cuts if m.start() >= one.end), default=sentence.end)


def _quoted(doc: "Document", one: Nth, end: int) -> int:
    """The number with what it is of: to the end of the first name behind it, if that is near."""
    near = next(
        (e for e in between(doc.entities, one.end, end) if e.start - one.end <= len("  of the European ") * 2), None
    )
    return near.end if near is not None else one.end


_WAS: Final = regex.compile(r"\bwas\s+(?:only\s+|already\s+)?(?:the|its|their)\s+$", regex.I)
_EARLIER: Final = regex.compile(
    r"\b(?:had\s+been|had\s+taken|had\s+held|in\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)|last\s+\p{L}+|earlier|before)\b"
)
"""What a sentence tells is of another time."""


def _events(shadow: str, sentence: Sentence, one: Nth) -> list[str]:
    """What events the sentence names, of which it may be: not one at which something else was done."""
    told = EVENT.finditer(shadow, sentence.start, min(sentence.end, one.end + _LEAD))
    return sorted({m["type"].casefold() for m in told if AT_IT.search(shadow, sentence.start, m.start()) is None})


def _of(doc: "Document", sentence: Sentence, one: Nth, behind: Sequence[EntityMention]) -> list[str]:
    """The bodies and programmes behind the number; of a meeting those who meet."""
    if one.kind != "meet":
        return sorted({e.entity for e in behind if e.type in {"programme", "org", "agreement"}})
    before = doc.sentence_before(sentence)
    start = before.start if before is not None else sentence.start
    return sorted({str(p.person) for p in between(doc.persons, start, sentence.end)})


def _where(doc: "Document", behind: Sequence[EntityMention], one: Nth, tail: str) -> list[str]:
    """The countries, regions and places behind the number; a word that stands for one by that word."""
    near = tail[: stop.start()] if (stop := _STOP.search(tail)) is not None else tail
    named = {e.entity for e in behind if e.start < one.end + len(near) and e.type in _LANDS and e.form != "adjective"}
    if not named:  # 'X's third satellite'
        named = {e.entity for e in between(doc.entities, one.start - _LEAD, one.start) if _owns(doc.shadow, e, one)}
    short = _SHORT.search(near)
    if short is not None and not named:
        word = short["word"].casefold()
        country = doc.once(_country_of) if word in {"country", "republic"} else None
        named = {country or f"word:{word}"}
    return sorted(named)


def _owns(shadow: str, e: EntityMention, one: Nth) -> bool:
    gap = shadow[e.end : one.start].strip()
    return e.type in _LANDS and (gap == "'s" or (not gap and shadow[e.end - 2 : e.end] == "'s"))


def _country_of(doc: "Document") -> str | None:
    """'The country': the one that the text names most, itself or by the towns in it."""
    votes: Counter[str] = Counter()
    for e in doc.entities:
        known = doc.pack.places.get(e.entity)
        if e.type == "country" and e.form != "adjective":
            votes[e.entity] += 1
        elif known is not None and e.type == "place":
            votes.update(w for w in known.within if w.startswith("country:"))
    most = votes.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


_STOP: Final = regex.compile(r"[,.;:(]|\s(?:said|says|told|and|but|which|who)\s")
_VERB: Final = regex.compile(
    r"[,.;:(]|\s(?:was|were|is|are|has|had|have|will|would|said|says|told|which|who|on\s+\p{Lu}\p{L}+|and\s+(?:its|was|is))\b|\s(?:this|last)\s"
)
"""Where the words for what is counted end."""
_LANDS: Final = frozenset({"country", "region", "place"})
_SHORT: Final = regex.compile(
    r"\b(?:in|for|of|to|across)\s+(?:the|our|this)\s+(?:whole\s+)?(?P<word>country|republic|region|city|province|oblast|district|village|world)\b",
    regex.I,
)


def _who(doc: "Document", sentence: Sentence, one: Nth) -> list[str]:
    """The people named in its sentence and in the one before: one of them is the holder."""
    if one.kind not in {"holder", "woman"}:
        return []
    before = doc.sentence_before(sentence)
    people = between(doc.persons, before.start if before is not None else sentence.start, sentence.end)
    return sorted({str(p.person) for p in people})


def _scope(doc: "Document", one: Nth, end: int) -> str | None:
    shadow = doc.shadow
    if one.kind in {"holder", "woman"} and FROM_START.match(shadow, one.end, end) is not None:
        return None
    if one.kind == "row":
        return "row"
    if one.kind == "since":
        return _since(doc, shadow[one.start : one.end])
    if CONSECUTIVE.search(one.mods) is not None:
        return "row"
    return next((name for name, words in SCOPES.items() if words.match(shadow, one.end, end) is not None), None)


def _since(doc: "Document", words: str) -> str | None:
    """The year since which there was none: told, or as many years before the report."""
    match = SINCE.search(words)
    if match is None or match["year"]:
        return match["year"] if match is not None else None
    published, span = doc.source.published, cardinal(match["span"])
    if published is None or published.start is None or span is None:
        return None
    return str(published.start.year - span)


def _deed(shadow: str, low: int, one: Nth, end: int) -> str | None:
    """The verb or noun nearest to the number that tells of a beginning or an end; what is done again."""
    if one.kind == "time":
        if HOSTS.search(shadow, low, end) is not None:
            return "host"
        return "hold" if HELD_AGAIN.search(shadow, low, end) is not None else None
    found = [
        (min(abs(m.start() - one.end), abs(one.start - m.end())), name)
        for name, words in DEEDS.items()
        for m in words.finditer(shadow, max(low, one.start - _LEAD), end)
    ]
    if not found and IS_IT.search(shadow, max(low, one.start - _LEAD), one.start) is not None:
        return "is"
    return min(found)[1] if found else None


def _time(doc: "Document", sentence: Sentence, one: Nth, around: tuple[str, str]) -> str:
    """now, soon (planned), later (the next one, or in a later year), past, or aside (it tells of something else)."""
    lead, tail = around
    planned = LATER.search(lead) is not None or COMES.match(tail) is not None
    published = doc.source.published
    inside = between(doc.dates, sentence.start, sentence.end)
    if published is not None and published.start is not None:
        near = [d for d in inside if one.start - _LEAD <= d.start <= one.end + _TAIL]
        shadow = doc.shadow
        days = [d.interval for d in near if SINCE_DATE.search(shadow, max(0, d.start - 40), d.start) is None]
        if any(d.start is not None and d.end is not None and (published.start - d.end).days > _DAYS for d in days):
            return "past"
        if planned and any(d.start is not None and (d.start - published.start).days > _DAYS for d in days):
            return "later"
    if NEXT.search(lead[-30:] + doc.shadow[one.start : one.end]) is not None:
        return "later"
    if one.kind == "holder" and _WAS.search(lead) is not None:
        return "past"
    led_out = LEAD_OUT.search(lead) is not None and ENTERED.search(lead) is None
    if led_out or ABOUT.search(lead) is not None:
        return "aside"
    return "soon" if planned else "now"
