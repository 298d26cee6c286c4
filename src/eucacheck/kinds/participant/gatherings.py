"""A sentence to the heads of state who are said to be together on a day: "all five presidents were around the table".

Such a sentence often names no event. Its day and town are those of the words that bring the sides together, in it or
shortly before it ("the two sides met again on 2 June in X"); where no single day is told, nothing is claimed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.compare.dates import span_of_days
from eucacheck.kinds._encounters.groups import ONE_TO_TEN, main_region
from eucacheck.kinds._encounters.party import Party
from eucacheck.mentions.dates.vocabulary import number
from eucacheck.records import DateMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_COUNTED = regex.compile(rf"\b(?:{ONE_TO_TEN}|\d)\b", regex.I)
_TOGETHER = (
    r"(?:were\s+(?:all\s+)?(?:there|present|around|at|in)\b|sat\b|came\b|took\s+part|attended|gathered|met\b|convened|assembled"
    r"|made\s+the\s+(?:trip|journey)|travel\w+\b|flew\b|turned\s+up|showed\s+up|joined|took\s+(?:their\s+)?seats?|shook)"
)
_SUBJECT_OF = regex.compile(
    rf"(?:\s+(?:and|,)\s+[^.;:]{{3,60}}?)?\s+(?:(?:had|have|all|also|themselves|together|again)\s+){{0,3}}{_TOGETHER}",
    regex.I,
)
_MEETING_IN = regex.compile(
    r"\W{0,3}(?:Meeting|Gather(?:ed|ing)|Assembled|Convening|Sitting\s+down|Seated)\s+(?:again\s+)?(?:in|at|on|around|for)\b"
)
_RECEIVED = regex.compile(
    r"\b(?:received|hosted|welcomed|greeted|brought\s+together|sat\s+down\s+with|met(?:\s+with)?)\s+(?:the\s+)?$",
    regex.I,
)
"""'A received the presidents of all five': they are his guests together."""
_BRINGS = regex.compile(
    r"\b(?:met|gathered|sat\s+down|came\s+together|convened|assembled|took\s+place|was\s+held|hosted|opened|ended|saw|held)\b",
    regex.I,
)
_TO_DATE = 90
"""Characters from the verb that brings the sides together to its day."""
_BESIDE = 30
"""Characters between a day and the town that it is told with."""
_BACK = 2
"""Sentences back in which the day is looked for."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Heads of state together on a day; `start` and `end` span the words that say so."""

    party: Party
    start: int
    end: int
    date: DateMention
    place: str | None


def whole_region(party: Party, doc: "Document") -> Party:
    """'All five presidents' of a text on one region are those of its countries, where it has as many."""
    if party.form != "group" or party.members or party.level != "leader":
        return party
    counted, region = _COUNTED.search(party.name), main_region(doc)
    if counted is None or region is None:
        return party
    whole = number(counted.group()) == len(doc.pack.countries_in(region))
    return replace(party, members=(region,)) if whole else party


def find_gathered(doc: "Document", sentence: Sentence, parties: Sequence[Party]) -> Iterator[Gathered]:
    """Give the groups of heads of state that a sentence has together, where a day is told for it."""
    for one in parties:
        party = whole_region(one, doc)
        if party.form != "group" or party.level != "leader" or not party.members:
            continue
        verb = _SUBJECT_OF.match(doc.shadow, party.end, sentence.end)
        guests = _RECEIVED.search(doc.shadow, max(sentence.start, party.start - 40), party.start)
        opening = guests or _MEETING_IN.match(doc.shadow, sentence.start, party.start)
        if verb is None and opening is None:
            continue
        found = _day(doc, sentence)
        if found is None:
            continue
        date, home = found
        end = verb.end() if verb is not None else party.end
        yield Gathered(party, party.start, end, date, _town(doc, home, date))


def _town(doc: "Document", home: Sentence, date: DateMention) -> str | None:
    """The town told right beside a day: 'in X on 2 June', 'on 2 June in X'."""
    towns = [e for e in between(doc.entities, home.start, home.end) if e.type == "place"]
    gap, town = min(((max(e.start - date.end, date.start - e.end), e.entity) for e in towns), default=(_BESIDE, None))
    return town if gap < _BESIDE else None


def _day(doc: "Document", sentence: Sentence) -> tuple[DateMention, Sentence] | None:
    """The day told in a sentence, else the last one behind a verb of meeting shortly before, with its sentence."""
    here = [d for d in between(doc.dates, sentence.start, sentence.end) if _is_day(d)]
    if here:
        return (here[0], sentence) if len({d.interval.edtf for d in here}) == 1 else None
    index = doc.sentence_index(sentence.start)
    for back in range(1, _BACK + 1):
        before = doc.sentences[index - back] if index >= back else None
        if before is None or before.role != sentence.role or before.article != sentence.article:
            return None
        days = [d for d in between(doc.dates, before.start, before.end) if _is_day(d)]
        verbs = [m.start() for m in _BRINGS.finditer(doc.shadow, before.start, before.end)]
        for day in reversed(days):
            last = [v for v in verbs if 0 < day.start - v < _TO_DATE]
            if last and not any(last[-1] < d.start < day.start for d in days):
                return day, before
        if days:
            return None
    return None


def _is_day(date: DateMention) -> bool:
    return span_of_days(date.interval) == 0


def gathering(found: Gathered, doc: "Document", index: int) -> dict[str, Any]:
    """The profile of a gathering without a name: its day and town."""
    published = doc.source.published if doc.own_article(found.start) else None
    return {
        "local": _LOCAL + index, "series": "series:gathering", "family": "gathering", "type": "meeting", "ordinals": [],
        "date": found.date.interval.edtf, "date_basis": found.date.interval.basis,
        "year_stated": found.date.interval.year_stated, "place": found.place, "status": "held", "label": "gathering",
        "published": published.edtf if published is not None else None, "sentences": [],
    }  # fmt: skip


_LOCAL = 10_000
"""Numbers that no event of a document has."""
