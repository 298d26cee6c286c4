"""Claims to what happened: the events, visits, meetings and signings that a source reports, each with its day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

import regex

from eucacheck.compare.dates import span_of_days
from eucacheck.edtf import MONTHS, WEEKDAYS, parse_edtf
from eucacheck.records import Claim, Interval
from eucacheck.shadow import fold
from eucacheck.tense import sentence_around

KINDS: Final = frozenset({"event", "visit", "meeting", "agreement"})
"""Kinds of what happens; claims on events are of several kinds, and all have an "event"."""
_LONGEST: Final = 5
"""Days of what is dated to its days; more is a month or a season."""
_DONE: Final = frozenset({"held", "unknown", "made"})
_NOT_ITS_OWN: Final = frozenset({"document", "relative-to-text"})
"""What a date rests on that is not told of the happening itself."""
_ON_WEEKDAY: Final = regex.compile(rf"\bon\s(?P<weekday>{'|'.join(WEEKDAYS)})\b")
_OTHER_TIME: Final = regex.compile(
    rf"\b(?:{'|'.join(MONTHS)}|(?:19|20)\d\d|next|coming|previous|week|month|year|ago|before|earlier)\b", regex.I
)
_DAY: Final = regex.compile(r"XXXX-(?P<m>\d\d)-(?P<d>\d\d)(?:/XXXX-(?P<m2>\d\d)-(?P<d2>\d\d))?")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a source reports as done: its kind, who and where, and its days as told.

    `name` is the series, or the agreement and what was done to it; `also` another name under which it may be told.
    `weekday` is told of what has no other date.
    """

    claim: str
    kind: str
    name: str
    also: str
    type: str
    who: frozenset[str]
    place: str | None
    numbers: frozenset[int]
    told: Interval | None
    weekday: int | None = None

    @property
    def dated(self) -> bool:
        """Tell whether the year is known."""
        return self.told is not None and self.told.start is not None

    def in_year(self, year: int) -> tuple[date, date] | None:
        """Put days without a year into one; None where it has no such day."""
        match = _DAY.fullmatch(self.told.edtf) if self.told is not None else None
        if match is None:
            return None
        try:
            first = date(year, int(match["m"]), int(match["d"]))
            last = date(year, int(match["m2"]), int(match["d2"])) if match["m2"] else first
        except ValueError:
            return None
        return (first, last) if timedelta(0) <= last - first <= timedelta(_LONGEST) else None


def is_happening(claim: Claim) -> bool:
    """Tell whether a claim speaks of something that happens, so that two sources may meet in it."""
    return "event" in claim.value or claim.kind in KINDS


def happenings_of(claims: Iterable[Claim], text: str = "") -> list[Happening]:
    """Find what a source reports as done on its day, each once; with its text also on a weekday ("on Tuesday")."""
    found: dict[tuple[object, ...], Happening] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.kind, c.id)):
        for one in _read(claim) if claim.passage in {"body", "headline"} and claim.polarity else ():
            weekday = _weekday(text, claim) if one.told is None else None
            if one.told is not None or weekday is not None:
                days = one.told.edtf if one.told is not None else weekday
                found.setdefault((one.kind, one.name, one.who, one.place, days), replace(one, weekday=weekday))
    return list(found.values())


def _weekday(text: str, claim: Claim) -> int | None:
    """The weekday that the sentence of a claim names, where it names one, and no other time."""
    before, after = sentence_around(text, claim.start, claim.end)
    sentence = fold(before + text[claim.start : claim.end] + after)
    named = {m["weekday"] for m in _ON_WEEKDAY.finditer(sentence)}
    return WEEKDAYS.index(named.pop()) if len(named) == 1 and _OTHER_TIME.search(sentence) is None else None


def _read(claim: Claim) -> Iterator[Happening]:
    value = claim.value
    if "event" in value:
        event: Mapping[str, Any] = value["event"]
        if event["family"] != "presence" and event.get("status", "unknown") in _DONE:
            told = _days(event.get("date"), str(event.get("date_basis")), stated=bool(event.get("year_stated", True)))
            if told is not None or not event.get("date") or event.get("date_basis") == "document":
                yield Happening(
                    claim.id, "event", str(event["series"]), str(event.get("circle", event["family"])),
                    str(event["type"]), frozenset(event.get("parties", ())), event.get("place"),
                    frozenset(event.get("ordinals", ())), told,
                )  # fmt: skip
    elif claim.kind in {"visit", "meeting"} and value.get("status") == "made" and "date" in value:
        told = _days(value["date"], "", stated=bool(value.get("year_stated", True)))
        who = frozenset(str(w["key"]) for w in value.get("who" if claim.kind == "visit" else "with", ()))
        if who and (told is not None or not value["date"]):
            yield Happening(claim.id, claim.kind, "", "", "", who, value.get("place"), frozenset(), told)
    elif claim.kind == "agreement" and claim.modality == "assertion":
        told = _days(value["date"], "", stated=bool(value["year_stated"]))
        if told is not None or not value["date"]:
            name = f"{value['agreement']} {value['action']}"
            yield Happening(
                claim.id, "agreement", name, name, "", frozenset(value["parties"]), value["place"], frozenset(), told
            )


def _days(edtf: str | None, basis: str, *, stated: bool) -> Interval | None:
    """Read the days of a happening; None where it has none, or a longer time."""
    if not edtf or basis in _NOT_ITS_OWN:
        return None
    told = parse_edtf(edtf, year_stated=stated)
    if told.approximate:
        return None
    if told.start is None and told.end is None:
        return told if _DAY.fullmatch(edtf) is not None else None
    return told if span_of_days(told) <= _LONGEST else None
