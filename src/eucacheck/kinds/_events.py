"""What the event kinds share: the profile of the local event in a claim's value, blocks, and words for events."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from eucacheck.instances import Instance
from eucacheck.records import Claim, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention, LocalEvent

_ORDINALS = {1: "first", 2: "second", 3: "third"}


def mentions_of(doc: "Document") -> Iterator[tuple["EventMention", "LocalEvent"]]:
    """Each event mention of a document with its local event; talks between persons are left to their own kind."""
    for mention in doc.events:
        event = doc.local_events[mention.local]
        if not event.private:
            yield mention, event


def profile(doc: "Document", event: "LocalEvent") -> dict[str, Any]:
    """The profile of a local event for the value of a claim: all that the source says to tell it from others."""
    interval = event.interval
    published = doc.source.published if event.article == 0 else None
    basis = "stated"
    if interval is None and published is not None and event.status != "planned":
        interval, basis = published, "document"
    return {
        "local": event.index,
        "series": event.series,
        "family": event.family,
        "type": event.type,
        "ordinals": sorted(event.ordinals),
        "date": interval.edtf if interval is not None else None,
        "date_basis": basis if basis == "document" else (interval.basis if interval is not None else None),
        "year_stated": interval.year_stated if interval is not None else True,
        "place": best_place(doc, event.places),
        "status": event.status,
        "published": published.edtf if published is not None else None,
    }


def best_place(doc: "Document", places: Sequence[str]) -> str | None:
    """The most exact of the places that a source gives an event: a city before its country."""
    exact = [p for p in places if not any(q != p and doc.pack.contains(p, q) for q in places)]
    return (exact or list(places) or [None])[0]


def subject_of(event: "LocalEvent") -> str:
    """The identifier of an event within its source: its series, and its ordinal or month or place."""
    base = "event:" + (event.series or "series:unknown").partition(":")[2]
    if event.ordinals:
        return f"{base}-{event.ordinals[0]}"
    interval = event.interval
    if interval is not None and interval.start is not None:
        return f"{base}-{interval.start:%Y-%m}"
    return f"{base}-{event.places[0].partition(':')[2]}" if event.places else base


def event_keys(claim: Claim) -> tuple[str, ...]:
    """Events meet in the block of their family: the parties and level, or the series."""
    return (f"event:{claim.value['event']['family']}",)


def series_name(series: str, block: "Block") -> str:
    """The name of a series as a reader knows it."""
    known = block.pack.series.get(series)
    return known.name if known is not None else series.partition(":")[2].replace("-", " ")


def describe(instance: Instance, block: "Block", *, ordinal: int | None = None) -> str:
    """'the 20th EU-Central Asia Ministerial Meeting (Ashgabat, 2025-03)': an event in a sentence."""
    name = series_name(instance.series, block)
    number = ordinal if ordinal is not None else (instance.ordinals[0] if len(instance.ordinals) == 1 else None)
    head = f"the {ordinal_word(number)} {name}" if number is not None else f"the {name}"
    where = block.pack.name_of(instance.place) if instance.place is not None else None
    when = say_date(instance.interval)
    inside = ", ".join(x for x in (where, when) if x)
    return f"{head} ({inside})" if inside else head


def ordinal_word(number: int) -> str:
    """'first', '20th', '21st'."""
    if number in _ORDINALS:
        return _ORDINALS[number]
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_MONTHS = "January February March April May June July August September October November December".split()


def say_date(interval: Interval | None) -> str:
    """'27 October 2022', '3-4 April 2025', 'October 2022', 'about 2024'; empty when nothing is known."""
    if interval is None:
        return ""
    start, end = interval.start, interval.end
    about = "about " if interval.approximate else ""
    if start is None or end is None:
        return _say_unknown_year(interval.edtf) if interval.edtf.startswith("X") else about + interval.edtf
    if start == end:
        return f"{about}{start.day} {_MONTHS[start.month - 1]} {start.year}"
    if (start.year, start.month) == (end.year, end.month):
        whole = start.day == 1 and (end - start).days >= 27
        return (
            f"{about}{_MONTHS[start.month - 1]} {start.year}"
            if whole
            else f"{about}{start.day}-{end.day} {_MONTHS[start.month - 1]} {start.year}"
        )
    if start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{about}{start.year}"
    return (
        f"{about}{start.day} {_MONTHS[start.month - 1]} {start.year} to {end.day} {_MONTHS[end.month - 1]} {end.year}"
    )


def _say_unknown_year(edtf: str) -> str:
    parts = []
    for piece in edtf.replace("~", "").split("/"):
        fields = piece.split("-")
        month = _MONTHS[int(fields[1]) - 1] if len(fields) > 1 and fields[1].isdigit() else ""
        parts.append(f"{int(fields[2])} {month}" if len(fields) > 2 and fields[2].isdigit() else month)
    return " to ".join(p for p in parts if p) + " (year not known)"


def span_of(mention: "EventMention", *others: Any) -> tuple[int, int]:
    """The stretch from an event phrase to its date or place, for quoting."""
    starts = [mention.start, *(o.start for o in others)]
    ends = [mention.end, *(o.end for o in others)]
    return min(starts), max(ends)


def event_value(doc: "Document", event: "LocalEvent", extra: Mapping[str, Any]) -> dict[str, Any]:
    """The value of an event claim: its own fields and the profile of the event."""
    return {**extra, "event": profile(doc, event)}


def modality_of(mention: "EventMention", event: "LocalEvent") -> Any:
    """Planned where the event is still to come in the words of the source."""
    return "planned" if mention.status == "planned" or event.status == "planned" else None
