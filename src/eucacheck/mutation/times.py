"""Dates with another day, month, year or weekday; and, as no error, a day told by its month, or another round."""

from collections.abc import Iterator
from random import Random
from typing import Any, Final

import regex

from eucacheck.edtf import MONTHS, WEEKDAYS, parse_edtf
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.mutation.copies import Planted, Site, add_sentence, replace_words, shuffled
from eucacheck.mutation.figures import ending
from eucacheck.records import Claim, DateMention

_LONG_MONTHS: Final = "January March May July August October December".split()
"""Every day of a month is one of these."""
_MONTH: Final = "(?P<month>" + "|".join(MONTHS) + ")"
_DAY: Final = r"(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?"
_RANGE: Final = r"(?:\s?(?:[-–]|to|and)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_DATE: Final = regex.compile(
    rf"\b(?:{_DAY}{_RANGE}\s(?:of\s)?{_MONTH}|{_MONTH}\s{_DAY}{_RANGE}(?!\d)|{_MONTH})(?:,?\s(?P<year>(?:19|20)\d\d))?\b"
    r"|\b(?P<year>(?:19|20)\d\d)\b"
)
_SINGLE: Final = regex.compile(
    rf"\bon\s(?:the\s)?(?:{_DAY}\s{_MONTH}|{_MONTH}\s{_DAY}(?![\d–-]))(?P<rest>,?\s(?:19|20)\d\d)?\b"
)
_WEEKDAY: Final = regex.compile(r"\b(?:" + "|".join(WEEKDAYS) + r")\b")
_ENDED: Final = regex.compile(
    r"\s?(?:[.,;:)—–]|(?:in|on|at|was|is|will|took|takes|has|had|and|with|between|held|which|that|to|this|next|last)\b)"
)
"""What follows a name of an event that is whole."""
_OTHER_DATE: Final = "conflict: another date of the same event"
_CITIES: Final = ("Riga", "Geneva", "Almaty", "Tashkent", "Vienna", "Brussels", "Dushanbe")


def wrong_date(site: Site, random: Random) -> Iterator[Planted]:
    """Another day, month or year in the date that an event is given."""
    for claim in shuffled(site.of("event_date"), random):
        for date in _dates_of(site, claim):
            planted = _other_date(site, (date.start, date.end), random, "claim")
            if planted is not None:
                yield planted


def wrong_date_anywhere(site: Site, random: Random) -> Iterator[Planted]:
    """Another day, month, year or weekday in whatever looks like a date."""
    dates = [m.span() for m in _DATE.finditer(site.text) if m["day"]]
    weekdays = [m.span() for m in _WEEKDAY.finditer(site.text)]
    for span in shuffled((s for s in dates + weekdays if site.own(s[0])), random):
        words = site.text[span[0] : span[1]]
        if words in WEEKDAYS:
            other = random.choice([d for d in WEEKDAYS if d != words])
            yield replace_words(site, span, other, by="grammar", expected=_OTHER_DATE)
        elif (planted := _other_date(site, span, random, "grammar")) is not None:
            yield planted


def coarser_date(site: Site, random: Random) -> Iterator[Planted]:
    """The month of an event in place of its day: "in March" for "on March 27"."""
    for claim in shuffled(site.of("event_date"), random):
        for date in _dates_of(site, claim):
            for match in _SINGLE.finditer(site.text, max(0, date.start - 8), date.end):
                year = (match["rest"] or "").replace(",", "")
                words = f"in {match['month']}{year}"
                yield replace_words(site, match.span(), words, by="claim", expected="no flag: a month around its day")


def second_event(site: Site, random: Random) -> Iterator[Planted]:
    """Another round of the same series, with its own number, year and place."""
    told = [c for c in site.of("event_ordinal") if "event" in c.value]
    claims = shuffled(told, random)
    known = {(str(c.value["series"]), int(c.value["ordinal"])) for c in told}
    for claim in claims:
        round_ = _other_round(site, claim, known, random)
        label = str(claim.value["event"]["label"] or "")
        whole = _ENDED.match(site.text, claim.end) is not None and regex.search(r"\d", label) is None
        if round_ is None or not label or not whole or claim.modality not in {"assertion", "reported"}:
            continue
        number, when, where = round_
        sentence = f"The {number}{ending(number)} {label} was held in {where} {when}."
        yield add_sentence(site, claim.end, sentence, expected="no flag: another event of the series")


def _other_round(site: Site, claim: Claim, known: set[tuple[str, int]], random: Random) -> tuple[int, str, str] | None:
    """Number, time and place of a round that the text does not tell of: as the pack has it, else a year before."""
    series, ordinal = str(claim.value["series"]), int(claim.value["ordinal"])
    pack = site.doc.pack
    entry = pack.series.get(series)
    editions = [e for e in entry.editions if e.ordinal and e.place and e.status == "held"] if entry is not None else []
    usable = [e for e in editions if (series, int(e.ordinal or 0)) not in known]
    if usable:
        one = random.choice(usable)
        date = say_date(parse_edtf(one.date))
        return (
            int(one.ordinal or 0),
            f"{'on' if one.date.count('-') == 2 else 'from'} {date}",
            pack.name_of(str(one.place)),
        )
    event: dict[str, Any] = claim.value["event"]
    year = parse_edtf(str(event["date"])).start if event["date"] else None
    if editions or year is None or ordinal < 3 or (series, ordinal - 1) in known or event["date_basis"] == "document":
        return None
    cities = [c for c in _CITIES if c not in site.text]
    return (ordinal - 1, f"in {MONTHS[year.month - 1]} {year.year - 1}", random.choice(cities)) if cities else None


def _dates_of(site: Site, claim: Claim) -> list[DateMention]:
    inside = site.doc.within(site.doc.dates, claim.start, claim.end)
    return [d for d in inside if d.interval.edtf == claim.value["edtf"]]


def _other_date(site: Site, span: tuple[int, int], random: Random, by: str) -> Planted | None:
    match = _DATE.search(site.text, *span)
    if match is None:
        return None
    parts = [p for p in ("day", "month", "year") if match[p]]
    part = random.choice(parts[:2] if len(parts) > 1 else parts)
    if part == "month":
        index = MONTHS.index(match["month"])
        new = random.choice([m for m in _LONG_MONTHS if 1 < abs(MONTHS.index(m) - index) < 11])
        return replace_words(site, match.span("month"), new, by=by, expected=_OTHER_DATE)
    if part == "year":
        new = str(int(match["year"]) + random.choice((-2, -1, 1, 2)))
        return replace_words(site, match.span("year"), new, by=by, expected=_OTHER_DATE)
    return _other_day(site, match, random, by)


def _other_day(site: Site, match: regex.Match[str], random: Random, by: str) -> Planted:
    """Another day of the month; of a range both days move, so that they stay in order."""
    first, last = int(match["day"]), int(match["last"] or match["day"])
    width = last - first
    far = max(3, width + 2)
    days = [d for d in range(1, 28 - max(width, 0)) if abs(d - first) >= far]
    new = random.choice(days)
    words = f"{new}{ending(new) if match['th'] else ''}"
    if not match["last"]:
        stop = match.end("th") if match["th"] else match.end("day")
        return replace_words(site, (match.start("day"), stop), words, by=by, expected=_OTHER_DATE)
    between = site.text[match.end("th") if match["th"] else match.end("day") : match.start("last")]
    tail = site.text[match.end("last") : match.end("last") + 2]
    stop = match.end("last") + (2 if tail in {"st", "nd", "rd", "th"} else 0)
    words += f"{between}{new + width}{ending(new + width) if match['th'] else ''}"
    return replace_words(site, (match.start("day"), stop), words, by=by, expected=_OTHER_DATE)
