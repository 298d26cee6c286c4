"""What the event kinds share: the profile of the local event in a claim's value, blocks, and words for events."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.compare.dates import near_day
from eucacheck.edtf import parse_edtf
from eucacheck.facts import MET
from eucacheck.findings import agreement_or_single, count_sources
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.kinds._wording.words import opening
from eucacheck.records import Answer, Claim, DateMention, EntityMention, Modality, Verdict
from eucacheck.stories import FEW, kind_of_event

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention, LocalEvent


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
        "circle": event.circle,
        "parties": list(event.parties),
        "topic": list(event.topic),
        "ordinals": sorted(event.ordinals),
        "date": interval.edtf if interval is not None else None,
        "date_basis": basis if basis == "document" else (interval.basis if interval is not None else None),
        "year_stated": interval.year_stated if interval is not None else True,
        "place": best_place(doc, event.places),
        "status": event.status,
        "label": event.label,
        "published": published.edtf if published is not None else None,
        "sentences": _sentences(doc, event),
    }


def _sentences(doc: "Document", event: "LocalEvent") -> list[str]:
    """Marks of the sentences on an event, figures and dates left out: what two sources word alike they mean alike."""
    marks = set()
    for index in event.mentions:
        sentence = doc.sentence_of(doc.events[index].start) if index < len(doc.events) else None
        if sentence is None:
            continue
        words = [w for w in _WORD.findall(doc.shadow[sentence.start : sentence.end].casefold()) if w not in _CALENDAR]
        if len(words) >= ALIKE:
            marks.add(hashlib.sha256(" ".join(words).encode()).hexdigest()[:8])
    return sorted(marks)


ALIKE = 8
"""Words, figures and dates not counted, from which a sentence is hardly written twice of two events."""
_WORD = regex.compile(r"[^\W\d_]{3,}")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty".split()
)


def best_place(doc: "Document", places: Sequence[str]) -> str | None:
    """The most exact of the places that a source gives an event: a city before its country."""
    exact = [p for p in places if not any(q != p and doc.pack.contains(p, q) for q in places)]
    return next(iter(exact or places), None)


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
    """Events meet in the block of their circle, the parties and level, or the series; and by kind and month."""
    event = claim.value["event"]
    kind = kind_of_event(str(event["type"]))
    return (f"event:{event.get('circle', event['family'])}", *(f"{MET}{kind}:{month}" for month in _months(event)))


def _months(event: Mapping[str, Any]) -> list[str]:
    """The months of an event, and those some days around it; none where the year is not known, or of a long time."""
    date = parse_edtf(str(event["date"])) if event["date"] else None
    if date is None or date.start is None or date.end is None or (date.end - date.start).days > _MONTH:
        return []
    days = (near_day(date.start, -FEW), near_day(date.end, FEW))
    return sorted({f"{d:%Y-%m}" for d in days})


def months_of_year(event: Mapping[str, Any]) -> list[str]:
    """The months, "11", of an event and of some days around it, also of a day without a year; else of its source."""
    date = str(event["date"] or event["published"] or "")
    match = _MONTH_DAY.fullmatch(date)
    known = parse_edtf(f"2000{match[1]}" if match is not None else date) if date else None
    if known is None or known.start is None or known.end is None or (known.end - known.start).days > _MONTH:
        return []
    return sorted({f"{near_day(d, by):%m}" for d, by in ((known.start, -FEW), (known.end, FEW))})


_MONTH_DAY = regex.compile(r"XXXX(-\d\d-\d\d)")
_MONTH = 31


def event_name(instance: Instance, block: "Block", series: str | None = None) -> str:
    """The name of an event's series (or of `series`) as a reader knows it: the pack's, else that of the sources."""
    wanted = series or instance.series
    known = block.pack.series.get(wanted)
    if known is not None:
        return known.name
    return instance.label or _called_elsewhere(wanted, block) or _plain_name(wanted, instance, block)


def _called_elsewhere(series: str, block: "Block") -> str | None:
    """What a source calls another edition: "the 8th conference" alone tells nobody which series it is of."""
    names = sorted({p.label for i in block.instances for p in i.profiles if p.label and p.series == series})
    return max(names, key=len, default=None)


def _plain_name(series: str, instance: Instance, block: "Block") -> str:
    """'European Union-Central Asia conference on seed banks': of the identifier, for what nobody names in full."""
    words = series.partition(":")[2].split("-")
    parties = sorted({party for p in instance.profiles for party in p.parties})
    whose = [p for p in parties if set(p.partition(":")[2].split("-")) <= set(words)]
    taken = {word for p in whose for word in p.partition(":")[2].split("-")}
    topic = [w for w in words[:-1] if w not in taken]
    name = "-".join(block.pack.name_of(p) for p in whose)
    return f"{name} {words[-1]}".strip() + (f" on {' '.join(topic)}" if topic else "")


def describe(instance: Instance, block: "Block", *, disputed: str = "") -> str:
    """'the 20th EU-Central Asia Ministerial Meeting (Ashgabat, March 2025)': an event in a sentence.

    What is `disputed` ("date", "place") is left out: the answers give it.
    """
    name = event_name(instance, block)
    number = instance.ordinals[0] if len(instance.ordinals) == 1 else None
    head = f"the {ordinal_word(number)} {name}" if number is not None else f"the {name}"
    inside = place_and_date(instance, block, disputed=disputed)
    return f"{head} ({inside})" if inside else head


def place_and_date(instance: Instance, block: "Block", *, disputed: str = "") -> str:
    """'Ashgabat, 27 March 2025', or what of the two is known and not disputed."""
    where = block.pack.name_of(instance.place) if instance.place is not None and disputed != "place" else None
    when = " or ".join(say_date(i) for i in instance.dates) if disputed != "date" else ""
    return ", ".join(x for x in (where, when) if x)


def one_answer(what: str, answer: Answer) -> tuple[Verdict, str]:
    """The verdict where all sources give one answer, and its sentence: "The 20th ...: Ashgabat (3 sources)"."""
    return agreement_or_single(answer), f"{opening(what)}: {answer.text} ({count_sources(answer)})"


def span_of(doc: "Document", mention: "EventMention", *others: DateMention | EntityMention) -> tuple[int, int]:
    """The stretch from an event phrase to its date or place, for quoting; where they stand far apart, that alone."""
    start = min(mention.start, *(o.start for o in others))
    end = max(mention.end, *(o.end for o in others))
    if end - start <= _QUOTED and "\n" not in doc.text[start:end]:
        return start, end
    low, high = min(o.start for o in others), max(o.end for o in others)
    before = _PREPOSITION.search(doc.shadow, max(0, low - 12), low)
    return (before.start() if before is not None else low), high


_QUOTED = 200
"""Characters that a reader takes in at a glance."""
_PREPOSITION = regex.compile(r"\b(?:in|on|at|from|for)\s+(?:the\s+)?$", regex.I)


def event_value(doc: "Document", event: "LocalEvent", extra: Mapping[str, Any]) -> dict[str, Any]:
    """The value of an event claim: its own fields and the profile of the event."""
    return {**extra, "event": profile(doc, event)}


def modality_of(mention: "EventMention", event: "LocalEvent") -> Modality | None:
    """Planned where the event is still to come in the words of the source."""
    return "planned" if mention.status in {"planned", "postponed"} or event.status == "planned" else None
