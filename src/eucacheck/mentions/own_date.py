"""The date of an undated source from what it says and mentions: office-holders and numbered events that the pack dates.

The words, dates and office-holders of the text come first. Where they leave open when it was written, its events are
read once without a date: the pack dates the 17th meeting of a series, and so the article that reports on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from eucacheck.compare.dates import compare_dates, span_of_days
from eucacheck.dating import Mentioned, MentionedEdition, date_source
from eucacheck.edtf import parse_edtf
from eucacheck.mentions.dates import find_dates
from eucacheck.mentions.events import find_events
from eucacheck.mentions.events_records import Circumstances, LocalEvent
from eucacheck.pack import Pack
from eucacheck.pack.model import Edition
from eucacheck.records import EntityMention, Interval, OfficeMention, Passage, Sentence

OPEN: Final = 62
"""Days: an interval that is wider leaves open when the article was written."""
_ARTICLE: Final = regex.compile(r"^(?:the|their|its|this|an?) ", regex.I)


@dataclass(frozen=True, slots=True)
class Undated:
    """What is read of a source before its date is known."""

    text: str
    shadow: str
    passages: Sequence[Passage]
    sentences: Sequence[Sentence]
    entities: Sequence[EntityMention]
    offices: Sequence[OfficeMention]


def infer_date(source: Undated, pack: Pack) -> tuple[Interval | None, str]:
    """Date a source of which nobody stated the date: an interval and the evidence, or None and why not."""
    terms = list(_terms(source, pack))
    found = date_source(source.text, source.passages, find_dates, pack, Mentioned(terms))
    if span_of_days(found[0]) <= OPEN:
        return found
    editions = list(_editions(source, pack))
    if not editions:
        return found
    return date_source(source.text, source.passages, find_dates, pack, Mentioned(terms, editions))


def _terms(source: Undated, pack: Pack) -> Iterator[Interval]:
    """The terms of those whom the article itself calls by an office that they held."""
    own = [(s.start, s.end) for s in source.sentences if s.article == 0]
    for one in source.offices:
        if one.person is None or one.tenure != "current" or not any(a <= one.start < b for a, b in own):
            continue
        for office, holder in pack.offices_of(one.person):
            if office.office == one.office and office.organisation == one.organisation:
                until = holder.until.rstrip("~") if holder.until else ".."
                yield parse_edtf(f"{holder.since.rstrip('~')}/{until}")


def _editions(source: Undated, pack: Pack) -> Iterator[MentionedEdition]:
    """The numbered events of the article itself that it gives the day on which the pack has them."""
    around = Circumstances(find_dates(source.text, None), source.entities)
    events = find_events(source.shadow, source.sentences, around, pack, None)
    for event in events.local:
        edition = _edition(event, pack)
        if edition is None or event.article > 0 or event.status in {"postponed", "cancelled"}:
            continue
        date = parse_edtf(edition.date)
        # without a day of its own the article may look back on the event, or ahead in the words of a report
        if event.interval is None or compare_dates(date, event.interval).relation not in {"equal", "contains"}:
            continue
        first = events.mentions[event.mentions[0]]
        words = " ".join(source.text[first.start : first.end].split())
        yield MentionedEdition(_ARTICLE.sub("", words), date, event.status == "planned")


def _edition(event: LocalEvent, pack: Pack) -> Edition | None:
    """Give the edition on record of the number that the source gives an event; None where it gives two or none."""
    series = pack.series.get(event.series or "")
    if series is None or len(event.ordinals) != 1:
        return None
    found = [e for e in series.editions if e.ordinal == event.ordinals[0] and e.status == "held"]
    return found[0] if len(found) == 1 else None
