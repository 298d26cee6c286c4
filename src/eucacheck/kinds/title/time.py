"""The time of a title: that of the event in its sentence, else of its document, else of the terms in office."""

from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import gap_days
from eucacheck.edtf import parse_edtf
from eucacheck.mentions.office_links import PAST
from eucacheck.records import DateMention, Interval, OfficeMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_BEGINS: Final = regex.compile(
    r"\b(?:took (?:up|over|office)|appointed|elected|named|became|sworn in|joined|arrived|born|retired|left|succe\w+|"
    r"replac\w+)\b[^,;.]{0,60}$"
)
"""A verb that dates the beginning or end of a term, not the title."""
_YEAR = 366
_MONTH = 31
_NEWS = 7
"""Days within which an arrival is the news, and no beginning of a posting."""
_THEN = regex.compile(r"\b(?:then|at (?:that|the) time|at that point|in those days)\b", regex.I)
_WILL = regex.compile(r"\s(?:will|is to|is due to|is set to|is expected to|plans to|intends to|is scheduled to)\s")


def time_of(doc: "Document", office: OfficeMention) -> tuple[Interval | None, str]:
    """Give the time and whether it is the event's or the document's; unknown for former and future holders."""
    if office.tenure in {"former", "future", "designate", PAST}:
        return (_of_event(doc, office) if looks_back(doc, office) else None), "event"
    of_event = _of_event(doc, office)
    if of_event is not None and _ahead(doc, of_event) and _will(doc, office):
        return None, "plan"
    if of_event is not None and not _ahead(doc, of_event):
        return of_event, "event"
    if not doc.own_article(office.start):
        return _of_teaser(doc, office), "document"
    return None, "document"


def _will(doc: "Document", office: OfficeMention) -> bool:
    """'OFFICE NAME will', 'NAME, the OFFICE, will': it is the holder who is to do something."""
    end = max(office.end, office.named_end)
    if office.start > office.named_start and doc.shadow[end : end + 1] == ",":
        end += 1
    return _WILL.match(doc.shadow, end) is not None


def looks_back(doc: "Document", office: OfficeMention) -> bool:
    """Tell whether the words between person and office look back to a day: "then", "at that time"."""
    low, high = min(office.start, office.named_start), max(office.end, office.named_end)
    return office.tenure == "former" and _THEN.search(doc.shadow, low, high) is not None


def _ahead(doc: "Document", event: Interval) -> bool:
    """What is to come has no holders yet: "President X will travel in October" says who is president now."""
    published = doc.source.published
    if published is None or published.end is None or event.start is None:
        return False
    return event.start > published.end and not published.approximate


def _of_event(doc: "Document", office: OfficeMention) -> Interval | None:
    sentence = doc.sentence_of(office.start)
    if sentence is None:
        return None
    here = [m for m in doc.events if sentence.start <= m.start < sentence.end]
    dated = [d.interval for m in here for d in m.dates]
    dated = dated or [i for m in here if (i := doc.local_events[m.local].interval) is not None]
    known = [i for i in dated if i.start is not None]
    if len(known) == 1:
        return known[0]
    dates = [
        d.interval
        for d in doc.dates
        if sentence.start <= d.start < sentence.end and _short(d.interval) and not _since(doc, d)
    ]
    return dates[0] if not here and len(dates) == 1 else None


def _since(doc: "Document", date: DateMention) -> bool:
    """'in office since January', 'applied from May' is a beginning: the title is of the day of the report."""
    start, end, published = date.start, date.end, doc.source.published
    before = doc.shadow[max(0, start - 12) : end].casefold()
    begins = _BEGINS.search(doc.shadow, max(0, start - 80), start)
    if begins is not None:
        gap = gap_days(date.interval, published) if published is not None else None
        return not (begins.group().startswith("arrived") and gap is not None and gap <= _NEWS)
    return "since" in before or ("from " in before and not doc.shadow[end : end + 7].startswith((" to ", " until")))


def _short(interval: Interval) -> bool:
    """A day to a month, or a year as such: "January to September" is the period of a figure, not of a title."""
    if interval.start is None or interval.end is None:
        return False
    whole = interval.start.month == interval.start.day == 1 and (interval.end.month, interval.end.day) == (12, 31)
    return (interval.end - interval.start).days <= (_YEAR if whole else _MONTH)


def _of_teaser(doc: "Document", office: OfficeMention) -> Interval | None:
    """Another article has no date here, but it is of the terms of those whom it calls by an office that they held."""
    passage = doc.passage_of(office.start)
    terms = []
    for one in doc.offices:
        other = doc.passage_of(one.start)
        if one.person is None or one.tenure != "current" or passage is None or other is None:
            continue
        if other.article != passage.article:
            continue
        held = [
            h
            for o, h in doc.pack.offices_of(one.person)
            if o.office == one.office and o.organisation == one.organisation and o.single_holder
        ]
        if len(held) == 1:
            terms.append(held[0])
    starts = [s for h in terms if (s := parse_edtf(h.since).start) is not None]
    ends = [e for h in terms if h.until and (e := parse_edtf(h.until).end) is not None]
    if not starts or (ends and min(ends) < max(starts)):
        return None
    last = min(ends) if ends else None
    edtf = f"{max(starts)}/{last if last is not None else '..'}"
    return Interval(edtf, max(starts), last, year_stated=False, basis="terms-of-office")
