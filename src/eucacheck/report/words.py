"""Identifiers, dates and counts to the words of a report. Nothing heavy is imported: look-ups start fast."""

import re
from collections.abc import Sequence
from typing import Final

from eucacheck.edtf import MONTHS

_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_POINT: Final = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?~?")
_SMALL: Final = frozenset("and of the for on in to at von der den van de del della di da bin al du la".split())
_KINDS: Final = {
    "agreement": "Agreements and documents",
    "amount": "Amounts",
    "count": "Counts",
    "event_chair": "Hosts, chairs and heads of delegations",
    "event_date": "Dates of events",
    "event_ordinal": "Which edition an event was",
    "event_place": "Places of events",
    "meeting": "Meetings",
    "name": "Names",
    "participant": "Participants",
    "quote": "Quotations",
    "rank": "Firsts and largests",
    "statement": "Statements",
    "status": "What became of plans",
    "title": "Offices",
    "visit": "Visits",
}
_REASONS: Final = {
    "other-event": "of other events",
    "other-time": "of other times",
    "reported-by-third-party": "reported of others",
    "coarser-precision": "less exact than the other",
    "year-inferred": "of a year that is only inferred",
    "other-passage": "from other passages",
    "no-quotable-span": "without words to quote",
}


def say_kind(kind: str) -> str:
    """'Dates of events' for "event_date"; a kind that is not known here as its words."""
    return _KINDS.get(kind, kind.replace("_", " ").capitalize())


def say_reason(code: str) -> str:
    """Why pairs of claims are not opposed, in words; a code that is not known here stays."""
    return _REASONS.get(code, code)


def say_edtf(edtf: str) -> str:
    """'27 October 2022', '3–4 April 2025', 'about October 2022', 'until 2023'; what is no EDTF is given as it is."""
    first, slash, last = edtf.partition("/")
    about = "about " if "~" in edtf else ""
    if not slash:
        return about + (_say_point(first) or edtf)
    if first in {"", ".."} or last in {"", ".."}:
        known = _say_point(last if first in {"", ".."} else first)
        return edtf if known is None else f"{'until' if first in {'', '..'} else 'from'} {about}{known}"
    left, right = _POINT.fullmatch(first), _POINT.fullmatch(last)
    if left is None or right is None or _say_point(first) is None or _say_point(last) is None:
        return edtf
    if left["day"] and right["day"] and (left["year"], left["month"]) == (right["year"], right["month"]):
        return f"{about}{int(left['day'])}–{_say_point(last)}"
    opening = _say_point(first) or ""
    if left["month"] and right["month"] and left["year"] == right["year"]:
        opening = opening.removesuffix(f" {left['year']}")
    return f"{about}{opening} to {_say_point(last)}"


def _say_point(text: str) -> str | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year = "" if match["year"] == "XXXX" else match["year"]
    month = int(match["month"]) if match["month"] else 0
    name = _SEASONS.get(month) or (MONTHS[month - 1] if 1 <= month <= 12 else "")
    if match["month"] and not name:
        return None
    words = [str(int(match["day"])) if match["day"] else "", name, year or "(year not known)"]
    return " ".join(w for w in words if w)


def say_identifier(identifier: str) -> str:
    """'person:kaja-kallas' as 'Kaja Kallas'; the small words of names stay small; text that is no identifier stays."""
    kind, colon, slug = identifier.partition(":")
    if not colon or not kind.isascii() or not kind.isalpha() or " " in identifier:
        return identifier
    words = slug.split("-")
    return " ".join(w if i and w in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words))


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """'1 source', '2 sources', 'no sources'."""
    return f"{number or 'no'} {noun if number == 1 else plural or noun + 's'}"


def say_sources(sources: int, independent: int) -> str:
    """'3 sources, 2 of them independent'; the second part only where it says more than the first."""
    told = count_of(sources, "source")
    return told if sources == independent else f"{told}, {independent} independent"


def listed(parts: Sequence[str]) -> str:
    """'a, b and c'."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def say_numbers(names: Sequence[str]) -> str:
    """'S1, S3–S5' for names in order that end in numbers: three or more in a row are a range."""
    runs: list[list[str]] = []
    for name in names:
        if runs and name[1:].isdigit() and runs[-1][-1][1:].isdigit() and int(name[1:]) == int(runs[-1][-1][1:]) + 1:
            runs[-1].append(name)
        else:
            runs.append([name])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def say_of(edtf: str) -> str:
    """'of 4 April 2025', 'from 1 December 2024': the time of which a claim speaks, after its words."""
    told = say_edtf(edtf)
    return told if told.startswith(("from ", "until ")) else f"of {told}"


def cut_words(text: str, room: int) -> str:
    """A text of at most so many characters, cut between words."""
    return text if len(text) <= room else text[: room - 1].rsplit(" ", 1)[0] + "…"
