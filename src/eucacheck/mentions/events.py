"""A text's event phrases, dates and places to local events: what one source says of each event.

Phrases are found, each gets its series and the dates and places that belong to it, and those of one event are joined.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import regex

from eucacheck.mentions.anaphoric_places import there_in
from eucacheck.mentions.events_attach import Scene, attach
from eucacheck.mentions.events_context import LOOKED_BACK, carry_on, date_by_lead, told_there
from eucacheck.mentions.events_deeds import find_deeds
from eucacheck.mentions.events_grammar import find_phrases
from eucacheck.mentions.events_hosts import given_up
from eucacheck.mentions.events_linking import Linker
from eucacheck.mentions.events_owners import Owners
from eucacheck.mentions.events_parties import fold_parties, party_of, party_regions
from eucacheck.mentions.events_records import (
    MET,
    OF_KIND,
    Circumstances,
    EventMention,
    EventPhrase,
    EventsOf,
    SeriesMatch,
)
from eucacheck.mentions.series import event_type, match_series
from eucacheck.mentions.series_pack import series_of
from eucacheck.pack import Pack
from eucacheck.records import DateMention, EntityMention, Interval, Sentence

S = TypeVar("S", DateMention, EntityMention, EventPhrase)


def find_events(
    shadow: str, sentences: Sequence[Sentence], around: Circumstances, pack: Pack, published: Interval | None
) -> EventsOf:
    """Find the event phrases, their circumstances, and join those of one event."""
    phrases = find_phrases(shadow, around, sentences, pack)
    phrases = find_deeds(shadow, around.entities, sentences, phrases, pack)
    inside = by_sentence(phrases, sentences)
    dates, names = by_sentence(around.dates, sentences), by_sentence(around.entities, sentences)
    series = _Context(shadow, pack, names).read(inside, sentences)
    mentions: list[EventMention] = []
    past: list[Sentence] = []
    last: Sentence | None = None
    for sentence in sentences:
        own = inside.get(sentence.start, [])
        places = _places(names.get(sentence.start, []), own)
        found = _of_sentence(Scene(shadow, sentence, dates.get(sentence.start, []), places), own, series)
        past = [s for s in past[-LOOKED_BACK:] if s.article == sentence.article]
        if past:
            found = carry_on(shadow, past, sentence, found, around)
        place = there_in(shadow, last, sentence, around.entities) if found else None
        mentions += told_there(shadow, place, found) if place is not None else found
        last = sentence
        past = [*past, sentence] if all(p.head == MET for p in own) else []
    linker = Linker(shadow, published, sentences, pack)
    return date_by_lead(linker.link(mentions), sentences, around, published, pack)


def by_sentence(spans: Iterable[S], sentences: Sequence[Sentence]) -> dict[int, list[S]]:
    """Group what lies within a sentence by the start of the sentence; what crosses its ends is left out."""
    starts = [s.start for s in sentences]
    groups: dict[int, list[S]] = {}
    for span in spans:
        i = bisect_right(starts, span.start) - 1
        if i >= 0 and span.end <= sentences[i].end:
            groups.setdefault(starts[i], []).append(span)
    return groups


_SITE = regex.compile(r"\b(?:in|at|near|across|throughout)\s+(?:the\s+)?$", regex.I)


class _Context:
    """The series that a source has named so far; a phrase without parties takes them from there."""

    def __init__(self, shadow: str, pack: Pack, names: Mapping[int, Sequence[EntityMention]]) -> None:
        self.shadow = shadow
        self.pack = pack
        self.names = names
        self.named: list[SeriesMatch] = []
        self.last: SeriesMatch | None = None
        known = party_regions(pack)
        regions = {e.entity for group in names.values() for e in group if e.type == "region" and e.entity in known}
        self.region = next(iter(regions)) if len(regions) == 1 else None
        parties = (party_of(e.entity, pack) for group in names.values() for e in group)
        self.counts = Counter(p for p in parties if p is not None)
        self.country = _most_named(e for group in names.values() for e in group)

    def read(
        self, phrases: Mapping[int, Sequence[EventPhrase]], sentences: Sequence[Sentence]
    ) -> dict[int, SeriesMatch | None]:
        """Give the series of each phrase by its start. The body is read first: headlines and captions abbreviate it."""
        found: dict[int, SeriesMatch | None] = {}
        headline = next((s for s in sentences if s.role == "headline"), None)
        for order in ("body", ""):
            self.named, self.last = ([], None) if order else (self.named, self.last)
            for i, sentence in enumerate(sentences):
                if (sentence.role == "body") != bool(order):
                    continue
                beside = [s for s in (sentences[i - 1] if i else None, headline) if s is not None and s is not sentence]
                for phrase in phrases.get(sentence.start, ()):
                    if OF_KIND in phrase.cues and not self._was_of_event(sentences[i - 1] if i else None, phrases):
                        continue
                    found[phrase.start] = self.match(phrase, sentence, beside)
        return found

    def _was_of_event(self, before: Sentence | None, phrases: Mapping[int, Sequence[EventPhrase]]) -> bool:
        """The sentence before 'It is the second of its kind' is about an event, and names nothing else it could be."""
        if before is None or not any(not p.bare for p in phrases.get(before.start, ())):
            return False
        return _OTHER_THING.search(self.shadow, before.start, before.end) is None

    def match(self, phrase: EventPhrase, sentence: Sentence, beside: Sequence[Sentence]) -> SeriesMatch | None:
        around = self._inside(sentence)
        meant = self.region if "region" in phrase.cues else self.country if "country" in phrase.cues else None
        if meant is not None and len(phrase.parties) < 2:
            phrase = replace(phrase, parties=tuple(sorted({*phrase.parties, meant})))
        owners = Owners(self.shadow, sentence, self.names.get(sentence.start, ()), self.region, self.pack)
        whole = owners.with_own(phrase)
        aside, phrase = whole is not phrase and not self._prominent(whole.parties), whole
        found = match_series(phrase, around, self.named, self.pack)
        if found is None:
            found = self._of_main_country(phrase)
        if found is None and not self.named:
            wider = [e for s in (sentence, *beside) for e in self._inside(s)]
            found = match_series(phrase, wider, self.named, self.pack)
            found = found if found is not None and found.series in self.pack.series else None
        if found is not None and not (found.named and phrase.words) and owners.foreign(phrase, found):
            return None
        if phrase.head == "it" and self.last is not None:
            found = replace(self.last, named=False)
        self.last = found if found is not None else self.last
        if found is not None and any(w.startswith("programme:") for w in phrase.words):
            aside = aside or not self._prominent(found.parties)
        if found is not None and found.named and not aside:
            self.named = [n for n in self.named if n.series != found.series]
            self.named.append(found)
        return found

    def _of_main_country(self, phrase: EventPhrase) -> SeriesMatch | None:
        """'The 13th meeting of the Cooperation Council': of the one country that the text is about, and its partner."""
        kind = event_type(phrase)
        if phrase.parties or phrase.bare or phrase.head == "it" or self.country is None:
            return None
        sets = {s.parties for s in series_of(self.pack) if s.type == kind and self.country in s.parties}
        told = [s for s in sets if len(s) == _PAIR and all(self.counts[p] for p in s)]
        return _known(phrase, told[0], self.pack) if len(told) == 1 else None

    def _prominent(self, parties: Sequence[str]) -> bool:
        """The text speaks of no other party as often as of those whose event it is: this is its topic, no aside."""
        own = fold_parties(parties, self.pack)
        told = max((self.counts[p] for p in own if not p.startswith("region:")), default=0)
        others = (n for p, n in self.counts.items() if p not in own and not self._inside_region(p))
        return told > max(others, default=0)

    def _inside_region(self, party: str) -> bool:
        return any(self.pack.contains(r, party) for r in party_regions(self.pack))

    def _inside(self, sentence: Sentence) -> list[str]:
        """The names of a sentence but the countries that it only stands in: "in Kazakhstan"."""
        names = self.names.get(sentence.start, ())
        return [e.entity for e in names if not _SITE.search(self.shadow, max(0, e.start - 12), e.start)]


_PAIR = 2
_OTHER_THING = regex.compile(
    r"\b(?:projects?|programmes?|agreements?|memorand\w+|deals?|loans?|grants?|cent(?:re|er)s?|offices?|plants?|schools?"
    r"|reports?|strateg\w+|missions?|visits?|declarations?|contracts?|funds?|treat\w+|exhibitions?)\b",
    regex.I,
)


def _known(phrase: EventPhrase, parties: Sequence[str], pack: Pack) -> SeriesMatch | None:
    """The series of the pack that a phrase would be of with these parties."""
    found = match_series(replace(phrase, parties=tuple(parties)), (), (), pack)
    return replace(found, named=False) if found is not None and found.series in pack.series else None


def _places(names: Sequence[EntityMention], phrases: Sequence[EventPhrase]) -> list[EntityMention]:
    """The places of a sentence but those inside an event phrase."""
    return [
        e
        for e in names
        if e.type in {"place", "country"}
        and e.form in {"name", "metonym", "description"}
        and not any(p.start <= e.start and e.end <= p.end for p in phrases)
    ]


def _most_named(entities: Iterable[EntityMention]) -> str | None:
    """The country that a text names most often, at least twice and oftener than any other: "the country"."""
    counts = Counter(e.entity for e in entities if e.type == "country").most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return None
    return counts[0][0]


def _of_sentence(
    scene: Scene, phrases: Sequence[EventPhrase], series: Mapping[int, SeriesMatch | None]
) -> list[EventMention]:
    """The event mentions of one sentence; a date or place serves one event only, the nearer phrase first."""
    found: list[EventMention] = []
    whole = scene.sentence
    named = [p for p in phrases if not p.bare]
    left = given_up(scene.shadow, whole, scene.places) if phrases else []
    scene = replace(scene, places=[p for p in scene.places if p not in left])
    for i, phrase in enumerate(phrases):
        alone = named in ([], [phrase])
        if alone or phrase.bare:
            visible = whole
        else:
            visible = replace(whole, end=phrases[i + 1].start if i + 1 < len(phrases) else whole.end)
        got = attach(phrase, replace(scene, sentence=visible), alone=alone and not phrase.bare)
        scene = replace(
            scene,
            dates=[d for d in scene.dates if d not in got.dates],
            places=[p for p in scene.places if p not in got.places],
        )
        found.append(EventMention(phrase, got.dates, got.places, got.status, got.confidence, series.get(phrase.start)))
    for place in left:
        near = min(range(len(found)), key=lambda i: max(found[i].start - place.end, place.start - found[i].end))
        found[near] = replace(found[near], given_up=(*found[near].given_up, place))
    return found
