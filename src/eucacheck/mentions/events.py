"""A text's event phrases, dates and places to local events: what one source says of each event.

Phrases are found, each gets its series and the dates and places that belong to it, and those of one event are joined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eucacheck.mentions.events_attach import Scene, attach
from eucacheck.mentions.events_context import carry_on, date_by_lead
from eucacheck.mentions.events_grammar import find_phrases
from eucacheck.mentions.events_linking import Linker
from eucacheck.mentions.events_parties import party_regions
from eucacheck.mentions.events_records import (
    Circumstances,
    EventMention,
    EventPhrase,
    EventsOf,
    SeriesMatch,
)
from eucacheck.mentions.series import match_series
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, Interval, Sentence


def find_events(
    shadow: str, sentences: Sequence[Sentence], around: Circumstances, pack: Pack, published: Interval | None
) -> EventsOf:
    """Find the event phrases, their circumstances, and join those of one event."""
    entities = around.entities
    phrases = find_phrases(shadow, entities, sentences, pack)
    mentions: list[EventMention] = []
    context = _Context(pack, entities)
    named = context.read(phrases, sentences)
    before: Sentence | None = None
    for sentence in sentences:
        inside = [p for p in phrases if sentence.start <= p.start and p.end <= sentence.end]
        found = _of_sentence(_scene(shadow, sentence, inside, around), inside, named)
        if before is not None and before.article == sentence.article:
            found = carry_on(shadow, before, sentence, found, around)
        mentions += found
        before = sentence if not inside else None
    linker = Linker(shadow, published, sentences, pack)
    return date_by_lead(linker.link(mentions), sentences, around, published, pack)


class _Context:
    """The series that a source has named so far; a phrase without parties takes them from there."""

    def __init__(self, pack: Pack, entities: Sequence[EntityMention]) -> None:
        self.pack = pack
        self.entities = entities
        self.named: list[SeriesMatch] = []
        regions = {e.entity for e in entities if e.type == "region" and e.entity in party_regions(pack)}
        self.region = next(iter(regions)) if len(regions) == 1 else None

    def read(self, phrases: Sequence[EventPhrase], sentences: Sequence[Sentence]) -> dict[int, SeriesMatch | None]:
        """Give the series of each phrase by its start. The body is read first: headlines and captions abbreviate it."""
        found: dict[int, SeriesMatch | None] = {}
        headline = next((s for s in sentences if s.role == "headline"), None)
        for order in ("body", ""):
            self.named = [] if order else self.named
            for i, sentence in enumerate(sentences):
                if (sentence.role == "body") != bool(order):
                    continue
                beside = [s for s in (sentences[i - 1] if i else None, headline) if s is not None and s is not sentence]
                for phrase in phrases:
                    if sentence.start <= phrase.start and phrase.end <= sentence.end:
                        found[phrase.start] = self.match(phrase, sentence, beside)
        return found

    def match(self, phrase: EventPhrase, sentence: Sentence, beside: Sequence[Sentence]) -> SeriesMatch | None:
        around = self._inside(sentence)
        if self.region is not None and "region" in phrase.cues and len(phrase.parties) == 1:
            phrase = replace(phrase, parties=tuple(sorted({*phrase.parties, self.region})))
        found = match_series(phrase, around, self.named, self.pack)
        if found is None and not self.named:
            wider = [e for s in (sentence, *beside) for e in self._inside(s)]
            found = match_series(phrase, wider, self.named, self.pack)
            found = found if found is not None and found.series in self.pack.series else None
        if found is not None and found.named:
            self.named = [n for n in self.named if n.series != found.series]
            self.named.append(found)
        return found

    def _inside(self, sentence: Sentence) -> list[str]:
        return [e.entity for e in self.entities if sentence.start <= e.start and e.end <= sentence.end]


def _scene(shadow: str, sentence: Sentence, phrases: Sequence[EventPhrase], around: Circumstances) -> Scene:
    """The dates of a sentence, and its places but those inside an event phrase."""
    dates = [d for d in around.dates if sentence.start <= d.start and d.end <= sentence.end]
    places = [
        e
        for e in around.entities
        if e.type in {"place", "country"}
        and e.form in {"name", "metonym", "description"}
        and sentence.start <= e.start
        and e.end <= sentence.end
        and not any(p.start <= e.start and e.end <= p.end for p in phrases)
    ]
    return Scene(shadow, sentence, dates, places)


def _of_sentence(
    scene: Scene, phrases: Sequence[EventPhrase], series: Mapping[int, SeriesMatch | None]
) -> list[EventMention]:
    """The event mentions of one sentence; a date or place serves one event only, the nearer phrase first."""
    found: list[EventMention] = []
    whole = scene.sentence
    named = [p for p in phrases if not p.bare]
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
    return found
