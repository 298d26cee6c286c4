"""Events and the sentences around them to the dates and places that stand there.

"X met in Y on Z. This was the tenth round.": the round has its place and day in the sentence before.
Both rules give a date only where the text leaves one reading: one date, one place, one event without a date of its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import regex

from eucacheck.mentions.events_parties import fold_parties, party_of
from eucacheck.mentions.events_records import Circumstances, EventMention, EventPhrase, EventsOf, LocalEvent
from eucacheck.pack import Pack
from eucacheck.records import DateMention, EntityMention, Interval, Sentence

_GATHERED = regex.compile(
    r"\b(?:met|meet|meets|gathered|discuss\w*|held talks|came together|convened|assembled|exchanged views|debated)\b",
    regex.I,
)
_OCCASION = regex.compile(r"(?:The\s+occasion|This|That|It)\s+(?:was|is|marked)\s+", regex.I)
_IN = regex.compile(r"\bin\s+(?:the\s+(?:\w+\s+){0,2}(?:city|capital|town)\s+(?:of\s+)?)?$", regex.I)
_THIS = {"this", "the"}
_MONTH = 31
_DAYS = 4
LEAD = 3
"""Sentences of the body that tell the news itself."""
NEWS = timedelta(days=7)
"""How far before its publication the news of an article lies."""


def told_there(shadow: str, place: EntityMention, found: Sequence[EventMention]) -> list[EventMention]:
    """'There she had opened the forum', 'the forum will be held there': the event is where the word means."""
    mentions = list(found)
    for i, mention in enumerate(mentions):
        gap = shadow[min(mention.end, place.end) : max(mention.start, place.start)]
        fronted = place.end <= mention.start
        other = fronted and (len(gap) > _FROM_THERE or _TAKES_PART.search(gap) is None)
        if mention.places or mention.given_up or other or _OTHER_CLAUSE.search(gap):
            continue
        mentions[i] = replace(mention, places=(place,))
        break
    return mentions


_FROM_THERE = 120
"""Characters from the word for a place to the event that was there."""
_TAKES_PART = regex.compile(
    r"^[,\s]*$|\b(?:(?:take|takes|took|taken|taking)\s+part\s+in|participat\w+\s+in|(?:speak|speaks|spoke|spoken|guest|guests)\s+at"
    r"|attend\w*|open(?:s|ed)?|clos(?:e|es|ed)|(?:co-)?chair(?:s|ed)?|host(?:s|ed)?|address(?:es|ed)?|join(?:s|ed)?|at|for)\s*$",
    regex.I,
)
"""Between 'There' and an event: what one does at it, or nothing."""
_OTHER_CLAUSE = regex.compile(r"[;:.]|\b(?:which|who|that|where|when|after|before|while|because|said|about)\b", regex.I)


LOOKED_BACK = 3
"""Sentences before "The occasion was" in which the day of the news may stand."""


def carry_on(
    shadow: str, past: Sequence[Sentence], sentence: Sentence, found: Sequence[EventMention], around: Circumstances
) -> list[EventMention]:
    """'The sides met in Riga on May 3. This meeting was the tenth round of ...': the round has its day and place.

    `past` are the sentences before, the nearest last, none empty.
    """
    mentions, before = list(found), past[-1]
    mentions = _on_the_day(shadow, before, sentence, mentions, around)
    told = _told(shadow, before, sentence, mentions)
    if told is None or mentions[told].dates or mentions[told].places:
        return mentions
    dates = _days_told(shadow, past, around)
    places = [
        e
        for e in around.entities
        if before.start <= e.start
        and e.end <= before.end
        and e.type == "place"
        and _IN.search(shadow, before.start, e.start)
    ]
    mentions[told] = replace(
        mentions[told],
        dates=tuple(dates) if len(dates) == 1 else (),
        places=tuple(places) if len(places) == 1 else (),
        confidence=0.7,
    )
    return mentions


def _days_told(shadow: str, past: Sequence[Sentence], around: Circumstances) -> list[DateMention]:
    """When they met, in the sentence before; else the days of the nearest sentence that tells one."""
    met = _GATHERED.search(shadow, past[-1].start, past[-1].end) is not None
    for one in reversed(past):
        inside = [d for d in around.dates if one.start <= d.start and d.end <= one.end]
        dates = [d for d in inside if not _is_longer(d.interval, _MONTH if met else _DAYS)]
        if dates or met:
            return dates
    return []


def _on_the_day(
    shadow: str, before: Sentence, sentence: Sentence, found: Sequence[EventMention], around: Circumstances
) -> list[EventMention]:
    """'...; it was the day of the tenth meeting': the event was on the one day that the text has just told of."""
    mentions = list(found)
    for i, mention in enumerate(mentions):
        told = _DAY_OF.search(shadow, max(sentence.start, mention.start - 40), mention.start)
        if told is None or mention.dates:
            continue
        for start, end in ((sentence.start, mention.start), (before.start, before.end)):
            dates = [d for d in around.dates if start <= d.start and d.end <= end]
            if len(dates) == 1:
                day = replace(dates[0], start=told.start("day"), end=told.end("day"))
                mentions[i] = replace(mention, dates=(day,), confidence=0.7)
            if dates:
                break
    return mentions


_DAY_OF = regex.compile(r"\b(?:it|this|that)\s+was\s+(?:also\s+)?(?P<day>the\s+(?:very\s+)?day)\s+of\s+$", regex.I)


def _is_longer(interval: Interval, days: int) -> bool:
    """Longer than so many days: a year of which figures are told is no day of an event."""
    return interval.start is not None and interval.end is not None and (interval.end - interval.start).days > days


def _told(shadow: str, before: Sentence, sentence: Sentence, mentions: Sequence[EventMention]) -> int | None:
    """The mention that a sentence says the one before it is about; None where it does not say so."""
    if not mentions:
        return None
    if _OCCASION.fullmatch(shadow, sentence.start, mentions[0].start):
        return 0
    phrase = mentions[0].phrase
    if phrase.start > sentence.start + 2 or not phrase.bare or phrase.determiner not in _THIS:
        return None
    if not _GATHERED.search(shadow, before.start, before.end):
        return None
    return next((i for i, m in enumerate(mentions) if not m.phrase.bare), 0)


def date_by_lead(
    events: EventsOf, sentences: Sequence[Sentence], around: Circumstances, published: Interval | None, pack: Pack
) -> EventsOf:
    """Give the one event that an article reports on the day of its lead, where the lead names the event's parties."""
    if published is None or published.start is None or published.end is None:
        return events
    lead = [s for s in sentences if s.article == 0 and s.role in {"headline", "body"}][: LEAD + 1]
    event = _reported(events, lead)
    if event is None:
        return events
    taken = {d for m in events.mentions if m.local != event.index for d in m.dates}
    for sentence in lead:
        dates = [d for d in around.dates if sentence.start <= d.start and d.end <= sentence.end]
        news = [d for d in dates if _is_news(d.interval, published)]
        if len(dates) == 1 and news and news[0] not in taken and _names_parties(sentence, event, around.entities, pack):
            event.dates.append(news[0].interval)
            phrase = _stand_in(news[0], event)
            mention = EventMention(phrase, (news[0],), (), "unknown", 0.6, None, event.index)
            event.mentions.append(len(events.mentions))
            return EventsOf((*events.mentions, mention), events.local)
    return events


def _reported(events: EventsOf, lead: Sequence[Sentence]) -> LocalEvent | None:
    """The one event of several parties that the lead speaks of, if it has no date."""
    if not lead:
        return None
    early = {m.local for m in events.mentions if m.start < lead[-1].end and not m.phrase.bare}
    own = [events.local[i] for i in sorted(early) if len(events.local[i].parties) > 1 and not events.local[i].private]
    return own[0] if len(own) == 1 and not own[0].dates and "held" in own[0].statuses else None


def _is_news(interval: Interval, published: Interval) -> bool:
    if interval.start is None or interval.end is None or published.start is None or published.end is None:
        return False
    return published.start - NEWS <= interval.start and interval.end <= published.end and interval.start == interval.end


def _names_parties(sentence: Sentence, event: LocalEvent, entities: Sequence[EntityMention], pack: Pack) -> bool:
    inside = [e.entity for e in entities if sentence.start <= e.start and e.end <= sentence.end]
    return set(event.parties) <= fold_parties([p for e in inside if (p := party_of(e, pack)) is not None], pack)


def _stand_in(date: DateMention, event: LocalEvent) -> EventPhrase:
    """A phrase that consists of the date alone."""
    return EventPhrase(date.start, date.end, event.type, "", event.level, bare=True)
