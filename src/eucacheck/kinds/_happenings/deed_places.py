"""Where something was signed, launched or opened on a day, or a round of talks was: told without an event's name.

"A memorandum was signed in X on 7 November" names no event of a series. Two sources that tell it of one day mean one
occasion where their sentences are about the same thing; the place is then what they may differ on. "Online" is a place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import span_of_days
from eucacheck.kinds._happenings.deeds import deed_of
from eucacheck.mentions.anaphoric_places import there_in
from eucacheck.mentions.events_parties import party_of
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import Claim, DateMention, EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

ONLINE: Final = "place:online"
"""The place of what is held by video."""
ONLINE_WORDS: Final = regex.compile(
    r"\b(?:by|via|through|over|in|at|as)\s+(?:an?\s+|the\s+)?(?:video(?:[- ]?(?:conferenc\w+|link|call))?"
    r"|teleconference|(?:online|virtual)\s+(?:format|mode|conference|ceremony|meeting|event|session))\b"
    r"|\b(?:held|met|gathered|convened|launched|opened|signed|took\s+place|talked|conducted)\s+(?:online|virtually|remotely)\b",
    regex.I,
)
_HYBRID = regex.compile(
    r"\b(?:hybrid|partly|some\s+of|joined|addressed|spoke|took\s+part|taking\s+part|participated|dialled|connected|greeted)\b",
    regex.I,
)
_DEEDS: Final = {
    "signing": (
        r"(?P<ceremony>The\s+(?:signing\s+)?ceremony\s+(?:took\s+place|was\s+held))|sign(?:ed|ing)|initiall?ed|inked|put\s+on\s+paper|put\s+(?:his|her|their|its|the)\s+(?:signatures?|initials|names?)"
        r"|conclud(?:ed|ing)|sealed|signatures?\s+(?:were|was)\s+(?:put|exchanged)"
    ),
    "launch": r"launch(?:ed|ing)?|kicked\s+off|started|began|opened|inaugurated",
    "round": (
        r"(?:(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|opening|inaugural"
        r"|next|last)\s+)(?:negotiating\s+|negotiation\s+)?round(?:\s+of\s+(?:the\s+)?(?:negotiations|talks))?"
    ),
}
_DEED = regex.compile("|".join(rf"(?P<{k}>\b(?:{w})\b)" for k, w in _DEEDS.items()), regex.I)
_SIGNED_THING = regex.compile(
    r"\b(?:agreement|memorandum|contract|protocol|declaration|partnership|deal|accord|treaty|document|loan|grant|letter|roadmap"
    r"|convention|papers?|text|signature|programme|pact|arrangement|statement|charter)s?\b",
    regex.I,
)
_LAUNCHED_THING = regex.compile(
    r"\b(?:programme|program|phase|project|initiative|campaign|platform|facility|hub|scheme|mission|academy|cent(?:re|er)|office"
    r"|exhibition|course|school|network|fund)\b",
    regex.I,
)
_PLANS = regex.compile(
    r"\b(?:will|would|shall|is\s+to|are\s+to|to\s+be|planned|expected|due|scheduled|plans?|hopes?|next)\b", regex.I
)
_NOT = regex.compile(r"\b(?:not|never|no|nor|without|denied|postponed|cancelled)\b", regex.I)
_IN = regex.compile(r"\b(?:in|at|near)\s+(?:the\s+)?(?:\p{L}[\w-]*\s+){0,2}$", regex.I)
_AT_HOTEL = regex.compile(r"\b(?:in|at)\s+(?:the\s+)?$", regex.I)
_WORD = regex.compile(r"\p{L}{5,}")
_GENERIC: Final = frozenset(
    "agreement agreements memorandum understanding contract signed signing initialled concluded european union "
    "commission country countries between during their which there where launched opened launch programme "
    "project conference meeting central minister ministers president deputy foreign affairs monday tuesday "
    "wednesday thursday friday saturday sunday january february march april august september october november "
    "december document cooperation partnership region phase under about after before first second third round "
    "negotiations talks ceremony representatives delegation million billion euros government".split()
)
_STEM = 6
"""Letters of a word that two sources share for one thing."""
_RECENT = 21
"""Days between a day and the source that tells it as news."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What a sentence tells to have been done on a day in a place; the span quotes it."""

    what: str
    nth: int | None
    place: str
    date: DateMention
    start: int
    end: int
    thing: str
    before: tuple[Sentence, ...] = ()
    recent: bool = True


def find_occasions(doc: "Document") -> Iterator[Claim]:
    """Each deed of a sentence with one day and one town, or done online."""
    for sentence in doc.sentences:
        if sentence.role not in {"body", "headline"} or not doc.own_article(sentence.start):
            continue
        found = _read(doc, sentence)
        if found is None:
            continue
        about = [e for s in (sentence, *found.before) for e in _names(doc, s)]
        value: dict[str, Any] = {
            "place": found.place, "occasion": found.what, "nth": found.nth, "day": found.date.interval.edtf,
            "words": sorted({w for s in (sentence, *found.before) for w in _words(doc, s)}),
            "thing": found.thing, **({} if found.recent else {"past": True}),
            "bodies": sorted({party_of(e.entity, doc.pack) or e.entity for e in about if e.type == "org"}),
            "parties": sorted({e.entity for e in about if e.type == "country"}),
            **deed_of(doc, found.start, found.end),
        }  # fmt: skip
        draft = Draft(
            "event_place", f"occasion:{found.what}", value, found.start, found.end, when=found.date.interval,
            where=found.place, confidence=0.6,
        )  # fmt: skip
        if (claim := make_claim(doc, draft)) is not None:
            yield claim


def _read(doc: "Document", sentence: Sentence) -> _Occasion | None:
    date = _day(doc, sentence)
    if date is None:
        return None
    text = doc.shadow[sentence.start : sentence.end]
    match = _DEED.search(text)
    if match is None or _NOT.search(text) or _PLANS.search(text, max(0, match.start() - 40), match.start()):
        return None
    what = next(k for k in _DEEDS if match[k])
    thing = {"signing": _SIGNED_THING, "launch": _LAUNCHED_THING}.get(what)
    before = doc.sentence_before(sentence) if match["ceremony"] else None
    if before is not None:
        signed = _DEED.search(doc.shadow, before.start, before.end)
        if signed is None or not signed["signing"] or _PLANS.search(doc.shadow, before.start, before.end) is not None:
            return None
        text = doc.shadow[before.start : before.end]
    object_ = thing.search(text, 0 if before is not None else match.end()) or thing.search(text) if thing else None
    if thing is not None and object_ is None:
        return None
    nth = None
    if match["nth"]:
        nth = 1 if match["nth"].casefold() in {"opening", "inaugural"} else ordinal_of(match["nth"])
        if nth is None:
            return None
    place = _place(doc, sentence)
    if place is None:
        return None
    if what == "round" and any((p.start, p.end) == place[1:] for m in doc.events for p in m.places):
        return None  # told of an event already
    at = sentence.start + match.start()
    there = doc.shadow[place[1] : place[2]].casefold().endswith(("there", "city", "town", "capital"))
    spans = ((date.start, date.end), (at, sentence.start + match.end()))
    if not (there and place[1] < at) and not _beside(doc.shadow, place[1:], spans):
        return None
    low, high = min(at, date.start, place[1]), max(sentence.start + match.end(), date.end, place[2])
    if high - low > _LONGEST:
        return None
    noun = object_.group().casefold() if object_ is not None else "talks"
    recent = _is_recent(doc, date) and span_of_days(date.interval) <= _WEEK
    return _Occasion(what, nth, place[0], date, low, high, noun, (before,) if before is not None else (), recent)


_LONGEST = 280
"""Characters of a stretch that can be quoted."""


def _beside(shadow: str, place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """The place stands near the day or the verb, in their clause: "schools in X" may be what a project is for."""
    for (start, end), reach in zip(others, (_GAP, 2 * _GAP), strict=True):
        gap = shadow[min(end, place[1]) : max(start, place[0])]
        near = len(gap) <= _GAP or (len(gap) <= reach and "," not in gap)
        if near and _CLAUSE.search(gap) is None:
            return True
    return False


_GAP = 26
"""Characters between a place and the day or verb that it belongs to."""
_CLAUSE = regex.compile(r"\b(?:which|where|who|whose|while|and|schools?|farms?|region|district)\b", regex.I)


def _day(doc: "Document", sentence: Sentence) -> DateMention | None:
    """The one day, or few days, of the sentence, else its one month."""
    inside = between(doc.dates, _begin(doc, sentence), sentence.end)
    days = [d for d in inside if span_of_days(d.interval) <= _WEEK] or [
        d for d in inside if span_of_days(d.interval) <= _MONTH
    ]
    others = [d for d in inside if d not in days]
    if len(days) != 1 or any(o.interval.year_stated and span_of_days(o.interval) < 200 for o in others):
        return None
    return days[0]


def _is_recent(doc: "Document", date: DateMention) -> bool:
    """The day is near to that of the source, where both are known: it is the news, or of its time."""
    published = doc.source.published
    told, day = published.start if published is not None else None, date.interval.start
    return told is None or day is None or abs((told - day).days) <= _RECENT


def _place(doc: "Document", sentence: Sentence) -> tuple[str, int, int] | None:
    """The one town in which the sentence is set, or online; None where it tells of two, or of both."""
    towns = [
        e
        for e in _names(doc, sentence)
        if e.type == "place"
        and e.form != "adjective"
        and _IN.search(doc.shadow, max(sentence.start, e.start - 40), e.start)
    ]
    online = ONLINE_WORDS.search(doc.shadow, sentence.start, sentence.end)
    if online is not None:
        hybrid = _HYBRID.search(doc.shadow, sentence.start, sentence.end)
        return None if towns or hybrid else (ONLINE, online.start(), online.end())
    towns = towns or [e for e in _names(doc, sentence) if e.type == "place" and _hall_of(doc, sentence, e)]
    index = doc.sentence_index(sentence.start)
    before = doc.sentences[index - 1] if index > 0 else None
    there = there_in(doc.shadow, before, sentence, doc.entities) if not towns else None
    towns = [there] if there is not None else towns
    if len({t.entity for t in towns}) != 1:
        return None
    return towns[0].entity, towns[0].start, towns[0].end


def _hall_of(doc: "Document", sentence: Sentence, place: EntityMention) -> bool:
    """'in Tashkent's Hyatt hotel'."""
    return doc.shadow.startswith("'s ", place.end) and (
        _AT_HOTEL.search(doc.shadow, max(sentence.start, place.start - 8), place.start) is not None
    )


def _names(doc: "Document", sentence: Sentence) -> list[EntityMention]:
    return between(doc.entities, _begin(doc, sentence), sentence.end)


def _begin(doc: "Document", sentence: Sentence) -> int:
    """Where a sentence begins behind the dateline."""
    line = doc.dateline
    return line.date.end if line is not None and sentence.start <= line.date.end < sentence.end else sentence.start


_MONTH = 31
"""Days of the widest date that is told with a deed, and opposed to none."""
_WEEK = 7
"""Days of the widest date of a deed: "this week"."""


def _words(doc: "Document", sentence: Sentence) -> list[str]:
    """The stems of the words of a sentence that tell what it is about, and the programmes that it names."""
    words = {w.casefold() for w in _WORD.findall(doc.shadow[sentence.start : sentence.end])}
    towns = {
        w for e in _names(doc, sentence) if e.type == "place" for w in doc.shadow[e.start : e.end].casefold().split()
    }
    named = {e.entity for e in _names(doc, sentence) if e.type in {"programme", "agreement", "route"}}
    return sorted({w[:_STEM] for w in words - _GENERIC - towns} | named)


def held_online(doc: "Document", start: int, end: int) -> tuple[int, int] | None:
    """Where the words right behind (or in) an event phrase say that it was held by video alone."""
    sentence = doc.sentence_of(start)
    if sentence is None:
        return None
    said = _ONLINE_AFTER.match(doc.shadow, end, min(sentence.end, end + 120))
    online = ONLINE_WORDS.search(doc.shadow, end, said.end()) if said is not None else None
    if online is None or _HYBRID.search(doc.shadow, sentence.start, sentence.end) is not None:
        return None
    return online.span()


_ONLINE_AFTER = regex.compile(
    r"[^.;:\n]{0,60}?\b(?:was|were|is|been|took|takes|has|had|went|met)\b[^.;:\n]{0,60}?"
    rf"(?:{ONLINE_WORDS.pattern})",
    regex.I,
)
