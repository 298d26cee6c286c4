"""A source to its document: passages, sentences, and every mention that the claim kinds read."""

from dataclasses import replace

import regex

from eucacheck.dating.stated import stated_date
from eucacheck.mentions.coreference import resolve_references
from eucacheck.mentions.datelines import find_dateline
from eucacheck.mentions.dates import find_dates
from eucacheck.mentions.document import Document
from eucacheck.mentions.events import find_events
from eucacheck.mentions.events_records import Circumstances
from eucacheck.mentions.language import Parsed, parse
from eucacheck.mentions.names import find_entities, find_persons
from eucacheck.mentions.office_pronouns import Around, find_told_offices
from eucacheck.mentions.offices import find_offices, names_beside_offices
from eucacheck.mentions.own_date import Undated, infer_date
from eucacheck.mentions.places import find_unknown_places
from eucacheck.mentions.quantities import find_quantities
from eucacheck.mentions.speech import find_speech
from eucacheck.pack import Pack
from eucacheck.passages import split_passages
from eucacheck.records import DateMention, Interval, Passage, Source
from eucacheck.shadow import fold
from eucacheck.spans import covered

__all__ = ["Document", "read_document"]


_AGENCY = regex.compile(
    r"^[^\S\n]{0,8}\p{Lu}[\p{L}' .,-]{2,40}[^()\n]{0,30}\((?P<agency>[^()\n]{2,40})\)[^\S\n]{0,3}[-–—:.]", regex.M
)
"""The agency in a dateline, 'CITY, June 2 (Agency) –', which takes part in nothing that the article tells."""


def read_document(source: Source, pack: Pack) -> Document:
    """Find everything that the kinds read in one source; the date of an undated source is inferred on the way."""
    passages = split_passages(source.text)
    return _document(source, passages, parse(source.text, passages), pack)


def _document(source: Source, passages: list[Passage], parsed: Parsed, pack: Pack) -> Document:
    text, shadow = source.text, fold(source.text)
    quantities = find_quantities(text)
    sums = [q for q in quantities if q.type == "money"]
    # the country of a currency is no party: "25 million US dollars"
    entities = [e for e in find_entities(text, pack, parsed.sentences) if not covered(sums, e.start, e.end)]
    persons = find_persons(text, parsed.names, entities, names_beside_offices(text, entities, pack), pack)
    entities = sorted(
        [*entities, *find_unknown_places(shadow, parsed.names, entities, persons, pack)], key=lambda e: (e.start, e.end)
    )
    offices = find_offices(text, persons, entities, parsed.sentences, pack)
    if source.published is None:
        published, basis = infer_date(Undated(text, shadow, passages, parsed.sentences, entities, offices), pack)
        source = replace(source, published=published, published_basis=basis)
    people = sorted(
        [*persons, *resolve_references(text, parsed.sentences, persons, offices, pack)], key=lambda p: (p.start, p.end)
    )
    told = find_told_offices(shadow, people, offices, Around(parsed.sentences, entities, pack))
    offices = sorted([*offices, *told], key=lambda o: (o.start, o.end, o.office))
    dates = _dates(text, source.published, passages)
    quantities = [q for q in quantities if not any(d.start <= q.start and q.end <= d.end for d in dates)]
    dateline = find_dateline(shadow, passages, entities, dates)
    away = dateline.date if dateline is not None and not dateline.opens_the_news(shadow) else None
    agencies = [m.span("agency") for m in _AGENCY.finditer(shadow)]
    named = [e for e in entities if not any(a <= e.start and e.end <= b for a, b in agencies)]
    around = Circumstances([d for d in dates if d is not away], named, persons)
    events = find_events(shadow, parsed.sentences, around, pack, source.published)
    return Document(
        source=source, shadow=shadow, pack=pack, passages=passages, sentences=parsed.sentences, entities=entities,
        persons=people,
        offices=offices, dates=dates, quantities=quantities, dateline=dateline,
        speech=find_speech(shadow, parsed.sentences, people, entities, parsed.clauses),
        events=events.mentions, local_events=events.local, clauses=parsed.clauses,
    )  # fmt: skip


def _dates(text: str, published: Interval | None, passages: list[Passage]) -> list[DateMention]:
    """Dates of the article by its own date; in the teaser of another article only years that are stated count."""
    others = [(p.start, p.end) for p in passages if p.article > 0]
    own = [d for d in find_dates(text, published) if not any(a <= d.start < b for a, b in others)]
    own = _on_its_own_day(own, published, stated_date(text, passages, own))
    if not others:
        return own
    foreign = [d for d in find_dates(text, None) if any(a <= d.start < b for a, b in others)]
    return sorted([*own, *foreign], key=lambda d: (d.start, d.end))


def _on_its_own_day(
    own: list[DateMention], published: Interval | None, stated: tuple[DateMention, str] | None
) -> list[DateMention]:
    """'Today' of a text that bears the day of its publication is that day, not the day of a reprint."""
    if stated is None or published is None or stated[0].interval.start != published.start:
        return own
    return [
        replace(d, interval=replace(d.interval, basis="dateline", year_stated=True))
        if d.interval.basis == "relative-to-document" and d.interval.start == d.interval.end
        else d
        for d in own
    ]
