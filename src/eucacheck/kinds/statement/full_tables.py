"""A sentence to whether all came at one level, or one country sent somebody lower: "the presidents of all five".

The two meet by the level that all are said to have come at: a country that was represented by a deputy prime minister
was not there with its president, nor with its prime minister.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._encounters.groups import ONE_TO_TEN, main_region
from eucacheck.kinds.statement.part import Part
from eucacheck.mentions.dates.vocabulary import number
from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

TABLE: Final = "by table"
ALL: Final = "all came"
LOWER: Final = "one sent a lower one"
_GATE: Final = regex.compile(
    r"\b(?:all|five|four|three|represented|sent|under|led|headed|presidents|ministers|leaders|[Ff]or|behalf)\b"
)
_LEVELS: Final = {
    "presidents": r"presidents|heads\s+of\s+state|leaders",
    "prime ministers": r"prime\s+ministers|heads\s+of\s+government|premiers",
    "foreign ministers": r"foreign\s+ministers|ministers\s+of\s+foreign\s+affairs",
    "ministers": r"(?<!prime\s)(?<!foreign\s)(?<!deputy\s)(?<!vice\s)ministers",
}
_WHO: Final = "|".join(f"(?P<{k.replace(' ', '_')}>{v})" for k, v in _LEVELS.items())
_STATES: Final = r"(?:\p{L}[\p{L}-]{3,14}\s+){0,2}?(?:states|countries|republics|nations)"
_EVERY: Final = regex.compile(
    rf"\b(?:the\s+)?(?:{_WHO})\s+(?:of|from)\s+(?P<all>all\s+(?:the\s+)?)?(?P<n>{ONE_TO_TEN})\s+{_STATES}"
    rf"|\ball\s+(?:the\s+)?(?P<n>{ONE_TO_TEN})\s+(?:\p{{L}}[\p{{L}}-]{{3,14}}\s+){{0,2}}?(?:{_WHO})\b"
    rf"|\bthe\s+(?P<n>{ONE_TO_TEN})\s+(?:(?:\p{{Lu}}[\p{{L}}-]{{3,14}}\s+){{0,2}}?)(?:{_WHO})\b",
    regex.I,
)
_CAME: Final = regex.compile(
    r"\b(?:sat|took\s+(?:part|their|his|seats?)|attended|came|met|gathered|present|were\s+there|at\s+(?:one|the)\s+(?:same\s+)?table"
    r"|joined|travell?ed|arrived|agreed|signed|adopted)\b"
)
_TO_COME: Final = regex.compile(
    r"\b(?:will|would|shall|is\s+to|are\s+to|to\s+be|due|expected|invited|planned|should|may|hope\w*|want\w*|not|nor|never"
    r"|except|but\s+one|apart\s+from|before|earlier|previous\w*|last\s+year|ago)\b"
)
_SENT: Final = regex.compile(
    r"\b(?:(?:was|were)\s+represented(?:\s+(?:at|in)\s[^.;,]{3,40})?\s+(?:only\s+)?by|sent|delegation\s+(?:was\s+)?(?:under|led\s+by|headed\s+by))\s+"
    r"(?:only\s+)?(?:(?:its|the|their|an?)\s+)?(?P<who>[^.;]{3,110})"
)
_RANKS: Final = (
    (regex.compile(r"(?:first\s+)?(?:deputy|vice)[\s-]+(?:prime\s+minister|premier|chair\w*\s+of\s+(?:the|its)\s+(?:cabinet|government|council\s+of\s+ministers))"
                   r"|deputy\s+head\s+of\s+government", regex.I),
     ("presidents", "prime ministers")),
    (regex.compile(r"(?:first\s+)?(?:deputy|vice)[\s-]+(?:foreign\s+)?minister|deputy\s+\w+\s+minister|ambassador|state\s+secretary"
                   r"|head\s+of\s+(?:the\s+)?department|director", regex.I), tuple(_LEVELS)),
    (regex.compile(r"prime\s+minister|premier", regex.I), ("presidents",)),
    (regex.compile(r"(?:\w+\s+)?minister", regex.I), ("presidents", "prime ministers")),
)  # fmt: skip
"""Whom a country sent, the first that fits, and the levels at which it then was not there."""
_AHEAD: Final = 60
_SPOKE: Final = regex.compile(
    r"(?:^|(?<=[.;,\s]))(?:[Ff]or|[Oo]n\s+behalf\s+of)\s+(?:the\s+)?(?P<home>\p{Lu}[\p{L}-]{3,20}(?:\s\p{Lu}[\p{L}-]{3,20})?)(?:,|\s+it\s+was)?\s+"
    r"(?:(?:its|the|their|an?)\s+)?(?P<who>\p{Lu}?[^.;]{3,140}?)\s+(?:took\s+(?:the\s+floor|part)|spoke|attended|came|sat|was\s+(?:there|present)|travell?ed)\b"
)
"""'For Norland, the Deputy Prime Minister, NAME, took the floor.'"""


def tables_in(doc: "Document", i: int) -> Iterator[Part]:
    """What the sentence of that number tells of the level at which all came, or one country did not."""
    sentence, text = doc.sentences[i], doc.shadow
    if _GATE.search(text, sentence.start, sentence.end) is None:
        return
    region = main_region(doc)
    countries = doc.pack.countries_in(region) if region is not None else ()
    days = tuple(sorted({d.interval.edtf for d in between(doc.dates, sentence.start, sentence.end)}))
    told = _EVERY.search(text, sentence.start, sentence.end)
    every, last = (told, told.end()) if told is not None else _by_name(doc, sentence)
    if every is not None and (told is None or number(told["n"]) == len(countries)):
        low = max(sentence.start, every.start() - _AHEAD)
        came = _CAME.search(text, sentence.start, sentence.end)
        if came is not None and _TO_COME.search(text, low, sentence.end) is None:
            level = next(k for k in _LEVELS if every[k.replace(" ", "_")])
            end = max(last, came.end()) if came.end() - every.start() < _AHEAD * 3 else last
            yield Part(every.start(), end, TABLE, (ALL,), (level,), (level,), days=days)
    if _BESIDE.search(text, max(0, sentence.start - _NEAR), sentence.end) is not None:
        return
    for sent in (
        *_SENT.finditer(text, sentence.start, sentence.end),
        *_SPOKE.finditer(text, sentence.start, sentence.end),
    ):
        sender = _sender(doc, sentence, sent)
        if (
            sender is None
            or sender[1] not in countries
            or _TO_COME.search(text, sentence.start, sent.end()) is not None
        ):
            continue
        found, levels = next(((m, k) for r, k in _RANKS if (m := r.match(sent["who"]))), (None, ()))
        if found is None or (sent.re is _SPOKE and _head_there(doc, sender[1])):
            continue
        end = sent.start("who") + found.end()
        if not _ELSEWHERE.search(text, end, sentence.end) and not _SAYS_ALL.search(text):
            yield Part(sender[0], end, TABLE, (LOWER,), levels, levels, beside=sender[1], days=days)


_ELSEWHERE: Final = regex.compile(
    r"\b(?:to|at|in)\s+(?:the|an?|its|this)\s+(?!(?:[\w-]+\s+){0,3}?(?:meeting|summit|talks|table|gathering|session|conference|forum"
    r"|dialogue|council|capital|main)\b)\p{Ll}[\p{L}-]{2,}"
)
"""Sent to a fair or an exhibition."""
_SAYS_ALL: Final = regex.compile(
    r"\b(?:all|five|four|six)\s+(?:[\p{L}-]{3,14}\s+)?(?:presidents|heads\s+of\s+state|leaders)\b", regex.I
)
"""The report itself has them all."""
_NEAR: Final = 250
_BESIDE: Final = regex.compile(
    r"\b(?:on\s+the\s+(?:margins|sidelines|fringes)|side\s+event|round\s?table|working\s+(?:group|level)|ministerial|expert\s+(?:session|meeting)"
    r"|breakout|panel|(?:deputy|vice)\s+ministers|ministers\s+(?:also\s+)?(?:held|met|gathered))\b",
    regex.I,
)
"""Another table beside that of the leaders, at which others sit."""


def _sender(doc: "Document", sentence: Sentence, sent: "regex.Match[str]") -> tuple[int, str] | None:
    """Where the country is named that sent somebody, and which: the last before the verb, by its capital too."""
    low, high = (sent.start(), sent.start("who")) if sent.re is _SPOKE else (sent.start() - _AHEAD, sent.start())
    lead = between(doc.entities, max(sentence.start, low), high)
    homes = [(e.start, e.entity if e.type == "country" else doc.pack.seat_of(e.entity)) for e in lead]
    named = [(at, home) for at, home in homes if home is not None]
    return named[-1] if named else None


def _head_there(doc: "Document", country: str) -> bool:
    """The report has the president too: who spoke for the country at another table."""
    return any(o.office == "president" and o.organisation == country and o.person is not None for o in doc.offices)


def _by_name(doc: "Document", sentence: Sentence) -> tuple["regex.Match[str] | None", int]:
    """'The presidents of A, B, C, D and E', where these are all of a region."""
    for match in _OF.finditer(doc.shadow, sentence.start, sentence.end):
        behind = between(doc.entities, match.end(), min(sentence.end, match.end() + _LISTED))
        at, named = match.end(), set()
        for entity in (e for e in behind if e.type == "country" and e.form != "adjective"):
            if _COMMA.fullmatch(doc.shadow, at, entity.start) is None:
                break
            at = entity.end
            named.add(entity.entity)
        regions = (i for i, place in doc.pack.places.items() if place.kind == "region")
        if len(named) >= _SEVERAL and any(named == set(doc.pack.countries_in(r)) for r in regions):
            return match, at
    return None, 0


_OF: Final = regex.compile(rf"\b(?:the\s+)?(?:{_WHO})\s+(?:of|from)(?=\s)", regex.I)
_COMMA: Final = regex.compile(r"(?:\s*,)?\s*(?:and\s+)?(?:the\s+)?", regex.I)
_LISTED: Final = 120
_SEVERAL: Final = 3
