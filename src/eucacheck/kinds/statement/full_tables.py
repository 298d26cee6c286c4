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
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

TABLE: Final = "by table"
ALL: Final = "all came"
LOWER: Final = "one sent a lower one"
_GATE: Final = regex.compile(r"\b(?:all|five|four|three|represented|sent|under|led|headed)\b")
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
    (regex.compile(r"(?:first\s+)?(?:deputy|vice)[\s-]+(?:prime\s+minister|premier|chair\w*\s+of\s+the\s+cabinet)"
                   r"|deputy\s+head\s+of\s+government", regex.I),
     ("presidents", "prime ministers")),
    (regex.compile(r"(?:first\s+)?(?:deputy|vice)[\s-]+(?:foreign\s+)?minister|deputy\s+\w+\s+minister|ambassador|state\s+secretary"
                   r"|head\s+of\s+(?:the\s+)?department|director", regex.I), tuple(_LEVELS)),
    (regex.compile(r"prime\s+minister|premier", regex.I), ("presidents",)),
    (regex.compile(r"(?:\w+\s+)?minister", regex.I), ("presidents", "prime ministers")),
)  # fmt: skip
"""Whom a country sent, the first that fits, and the levels at which it then was not there."""
_AHEAD: Final = 60


def tables_in(doc: "Document", i: int) -> Iterator[Part]:
    """What the sentence of that number tells of the level at which all came, or one country did not."""
    sentence, text = doc.sentences[i], doc.shadow
    if _GATE.search(text, sentence.start, sentence.end) is None:
        return
    region = main_region(doc)
    countries = doc.pack.countries_in(region) if region is not None else ()
    if not countries:
        return
    days = tuple(sorted({d.interval.edtf for d in between(doc.dates, sentence.start, sentence.end)}))
    every = _EVERY.search(text, sentence.start, sentence.end)
    if every is not None and number(every["n"]) == len(countries):
        low = max(sentence.start, every.start() - _AHEAD)
        came = _CAME.search(text, sentence.start, sentence.end)
        if came is not None and _TO_COME.search(text, low, sentence.end) is None:
            level = next(k for k in _LEVELS if every[k.replace(" ", "_")])
            end = max(every.end(), came.end()) if came.end() - every.start() < _AHEAD * 3 else every.end()
            yield Part(every.start(), end, TABLE, (ALL,), (level,), (level,), days=days)
    for sent in _SENT.finditer(text, sentence.start, sentence.end):
        lead = between(doc.entities, max(sentence.start, sent.start() - _AHEAD), sent.start())
        home = [e for e in lead if e.type == "country"][-1:]
        if not home or home[0].entity not in countries or _TO_COME.search(text, sentence.start, sent.end()) is not None:
            continue
        for rank, levels in _RANKS:
            found = rank.match(sent["who"])
            if found is not None:
                end = sent.start("who") + found.end()
                yield Part(home[0].start, end, TABLE, (LOWER,), levels, levels, beside=home[0].entity, days=days)
                break
