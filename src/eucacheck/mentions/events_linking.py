"""The event phrases of one source to its local events: which of them speak of one event.

Identify by series, place and date; the ordinal does not decide. A bare mention ("the gathering") joins the event that
was spoken of last; what fits no event becomes one of its own.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import regex

from eucacheck.compare.dates import compare_dates
from eucacheck.mentions.dates.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from eucacheck.mentions.events_records import MET, EventMention, EventPhrase, EventsOf, LocalEvent, SeriesMatch
from eucacheck.mentions.events_words import ORDINAL, number_of
from eucacheck.mentions.series import OTHER_ONE
from eucacheck.pack import Pack
from eucacheck.records import DateMention, EntityMention, Interval, Sentence

_ANY_EVENT = {"meeting", "event", "session", "gathering", "talks"}
"""Heads by which an event of any type may be called later."""
_ARTICLE = regex.compile(
    r"^(?:(?:the|a|an|this|that|their|its|his|her|our|next|upcoming|forthcoming|last|annual|regular|planned|new)\s+|"
    r"(?:\d{1,3}(?:st|nd|rd|th)|[a-z]{2,8}-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|teenth|tieth)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)(?:[- ]ever)?\s+){1,4}",
    regex.I,
)
_DATED = regex.compile(rf"^(?:{MONTH_NAMES}|{WEEKDAY_NAMES})\b")
"""'June session of the council': no name, since it is not always in June."""
_LAST_ONES = regex.compile(r"\b(?:last|previous)\s+(?:year|month|spring|summer|autumn|fall|winter|week)'s\s+$", regex.I)
"""'Last year's seminar' is not the one that the text is about, whose day may not be read yet."""
_COMING = {"upcoming", "forthcoming"}


class Linker:
    """Joins the event mentions of one source into local events, in the order of the text."""

    def __init__(self, shadow: str, published: Interval | None, sentences: Sequence[Sentence], pack: Pack) -> None:
        self.shadow = shadow
        self.published = published
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.pack = pack
        self.events: list[LocalEvent] = []

    def link(self, mentions: Sequence[EventMention]) -> EventsOf:
        """Give each mention its event; one that names no series and fits no event is left out."""
        linked: list[EventMention] = []
        for mention in mentions:
            for part in self._split(mention):
                event = self._choose(part)
                if event is None:
                    if part.series is None or (part.phrase.plural and not part.dates and part.phrase.ordinal is None):
                        continue
                    event = self._new(part)
                index = len(linked)
                linked.append(replace(part, local=event.index))
                self._join(event, part, index)
        return EventsOf(tuple(linked), tuple(self.events))

    def _split(self, mention: EventMention) -> list[EventMention]:
        """'Two meetings took place on D1 and D2' is two events, and 'the 19th and 20th meetings' are."""
        exact = [d for d in mention.dates if d.interval.start is not None]
        phrase = mention.phrase
        told = [number_of(m) for m in ORDINAL.finditer(self.shadow, phrase.start, phrase.end)] if phrase.plural else []
        numbers = told if len(told) > 1 and len(told) == len(exact) else [None if len(told) > 1 else phrase.ordinal]
        if phrase.plural and len(exact) > 1:
            numbers = numbers if len(numbers) > 1 else numbers * len(exact)
            return [
                replace(
                    mention,
                    phrase=replace(phrase, ordinal=n),
                    dates=(d,),
                    places=_nearest_place(d, mention.places, exact),
                )
                for d, n in zip(exact, numbers, strict=True)
            ]
        return [replace(mention, phrase=replace(phrase, ordinal=None))] if len(told) > 1 else [mention]

    def _article(self, offset: int) -> int:
        i = bisect_right(self.starts, offset) - 1
        return self.sentences[i].article if i >= 0 and offset < self.sentences[i].end else 0

    def _choose(self, mention: EventMention) -> LocalEvent | None:
        """The latest event of the same article that nothing in the mention contradicts."""
        article = self._article(mention.start)
        fits = [e for e in self.events if e.article == article and self._fits(e, mention)]
        if not fits:
            return None
        same = [e for e in fits if mention.series is not None and e.series == mention.series.series]
        pool = same or fits
        exact = [e for e in pool if self._shares(e, mention)]
        return (exact or pool)[-1]

    def _shares(self, event: LocalEvent, mention: EventMention) -> bool:
        if mention.phrase.ordinal is not None and mention.phrase.ordinal in event.ordinals:
            return True
        return any(
            compare_dates(a, d.interval).relation in {"equal", "within", "contains"}
            for a in event.dates
            for d in mention.dates
        )

    def _fits(self, event: LocalEvent, mention: EventMention) -> bool:
        phrase = mention.phrase
        if mention.series is None:
            if not (phrase.bare and phrase.determiner in {"the", "this"}) or phrase.plural:
                return False
            if phrase.type not in {event.type, *_ANY_EVENT} and not (
                phrase.type == "summit" and event.level == "leaders"
            ):
                return False
        elif event.series != mention.series.series:
            return False
        if phrase.plural and not mention.dates:
            return False
        if phrase.ordinal is not None and event.ordinals and phrase.ordinal not in event.ordinals:
            return False
        if _LAST_ONES.search(self.shadow, max(0, phrase.start - 20), phrase.start) and not self._shares(event, mention):
            return False
        if phrase.cues & OTHER_ONE or (phrase.cues & _COMING and event.status == "held"):
            return False
        return (
            self._places_fit(event, mention) and self._dates_fit(event, mention) and self._status_fits(event, mention)
        )

    def _status_fits(self, event: LocalEvent, mention: EventMention) -> bool:
        pair = {event.status, mention.status}
        return (
            pair != {"held", "planned"}
            or not (mention.dates or mention.phrase.ordinal is not None)
            or self._shares(event, mention)
        )

    def _places_fit(self, event: LocalEvent, mention: EventMention) -> bool:
        return not event.places or not mention.places or any(
            self.pack.nested(a, p.entity)
            for a in event.places
            for p in mention.places
        )  # fmt: skip

    def _dates_fit(self, event: LocalEvent, mention: EventMention) -> bool:
        return not event.dates or not mention.dates or _put_off(event, mention) or any(
            compare_dates(a, d.interval).relation != "disjoint" for a in event.dates for d in mention.dates
        )  # fmt: skip

    def _new(self, mention: EventMention) -> LocalEvent:
        assert mention.series is not None  # noqa: S101 - the caller has looked
        event = LocalEvent(
            len(self.events), mention.phrase.type, mention.series.series, mention.series.family,
            mention.phrase.level or mention.series.level, mention.series.parties, self._article(mention.start),
        )  # fmt: skip
        event.topic, event.circle = mention.series.topic, mention.series.circle
        known = mention.series.series in self.pack.series
        event.private = not known and _between_persons(mention.phrase, mention.series)
        self.events.append(event)
        return event

    def _join(self, event: LocalEvent, mention: EventMention, index: int) -> None:
        event.mentions.append(index)
        if mention.phrase.ordinal is not None and mention.phrase.ordinal not in event.ordinals:
            event.ordinals.append(mention.phrase.ordinal)
        if not _put_off(event, mention):
            event.dates += [d.interval for d in mention.dates if d.interval not in event.dates]
        event.places += [p.entity for p in mention.places if p.entity not in event.places]
        event.statuses.append(self._standing(mention))
        if _is_name(mention) and not _DATED.search(label := self._label(mention.phrase)):
            event.labels.append(label)

    def _label(self, phrase: EventPhrase) -> str:
        return _ARTICLE.sub("", " ".join(self.shadow[phrase.start : phrase.end].split()).replace('"', ""))

    def _standing(self, mention: EventMention) -> str:
        """A date decides over the tense: after the day of the source it is planned, before it held."""
        if mention.status in {"cancelled", "postponed"} or not mention.dates or self.published is None:
            return mention.status
        interval = mention.dates[0].interval
        if interval.start is None or interval.end is None or self.published.start is None or self.published.end is None:
            return mention.status
        if interval.start > self.published.end:
            return "planned"
        if interval.end < self.published.start and interval.end >= date(1900, 1, 1):
            return "held"
        return mention.status


def _put_off(event: LocalEvent, mention: EventMention) -> bool:
    """'The summit, planned for April, had been postponed': an earlier date of an event whose date is known already."""
    first = event.interval.start if event.interval is not None else None
    if mention.status != "postponed" or first is None:
        return False
    return all(d.interval.end is not None and d.interval.end < first for d in mention.dates)


def _is_name(mention: EventMention) -> bool:
    """The phrase can stand for the event alone: it names its series, or has words or parties of its own."""
    phrase = mention.phrase
    if mention.series is None or phrase.bare or phrase.head == MET:
        return False
    return mention.series.named or bool(phrase.words) or len(phrase.parties) > 1


def _between_persons(phrase: EventPhrase, series: SeriesMatch) -> bool:
    """'her meeting with X', 'talks with the President of Y': two persons meet; no series, no number."""
    if phrase.type not in {"meeting", "talks"} or phrase.ordinal is not None or "annual" in phrase.cues:
        return False
    if phrase.words and len(series.parties) > 1 and phrase.determiner not in {"his", "her"}:
        return False  # two parties talk about one thing: "gas talks"
    return phrase.determiner in {"his", "her"} or (len(phrase.parties) < 2 and phrase.level != "ministers")


def _nearest_place(
    date: DateMention, places: Sequence[EntityMention], dates: Sequence[DateMention]
) -> tuple[EntityMention, ...]:
    """The places that stand nearer to this date than to the other dates of the phrase."""

    def gap(place: EntityMention, other: DateMention) -> int:
        return max(other.start - place.end, place.start - other.end)

    return tuple(p for p in places if all(gap(p, date) <= gap(p, d) for d in dates))
