"""Ordinals and dates to words, for questions and summaries."""

from calendar import monthrange
from datetime import date

from eucacheck.edtf import MONTHS
from eucacheck.records import Interval

_ORDINALS = dict(
    enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
)


def ordinal_word(number: int) -> str:
    """'first', '20th', '21st'."""
    if number in _ORDINALS:
        return _ORDINALS[number]
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def say_date(interval: Interval | None) -> str:
    """'27 October 2022', '3-4 April 2025', 'mid-November 2022', 'about 2024'; empty when nothing is known."""
    if interval is None:
        return ""
    start, end = interval.start, interval.end
    if start is None or end is None:
        return _say_open(interval)
    if (start.year, start.month) == (end.year, end.month):
        words = _say_days(start, end, approximate=interval.approximate)
    elif (start.day, end.day) == (1, monthrange(end.year, end.month)[1]):
        words = _say_months(start, end)
    else:
        first = f"{start.day} {MONTHS[start.month - 1]}" + (f" {start.year}" if start.year != end.year else "")
        words = f"{first} to {end.day} {MONTHS[end.month - 1]} {end.year}"
    return f"about {words}" if interval.approximate and not words.startswith(("early", "mid", "late")) else words


def _say_days(start: date, end: date, *, approximate: bool) -> str:
    month = f"{MONTHS[start.month - 1]} {start.year}"
    if start == end:
        return f"{start.day} {month}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return month
    part = {(1, 10): "early", (11, 20): "mid", (21, monthrange(end.year, end.month)[1]): "late"}.get(
        (start.day, end.day)
    )
    if approximate and part is not None:
        return f"mid-{month}" if part == "mid" else f"{part} {month}"
    return f"{start.day}-{end.day} {month}"


def _say_months(start: date, end: date) -> str:
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    first = MONTHS[start.month - 1] + (f" {start.year}" if start.year != end.year else "")
    return f"{first} to {MONTHS[end.month - 1]} {end.year}"


def _say_open(interval: Interval) -> str:
    if interval.edtf.startswith("X"):
        return _say_unknown_year(interval.edtf)
    known = interval.start or interval.end
    if known is None:
        return interval.edtf
    return f"{'from' if interval.start is not None else 'until'} {known.day} {MONTHS[known.month - 1]} {known.year}"


def _say_unknown_year(edtf: str) -> str:
    parts = []
    for piece in edtf.replace("~", "").split("/"):
        fields = piece.split("-")
        month = MONTHS[int(fields[1]) - 1] if len(fields) > 1 and fields[1].isdigit() else ""
        parts.append(f"{int(fields[2])} {month}" if len(fields) > 2 and fields[2].isdigit() else month)
    return " to ".join(p for p in parts if p) + " (year not known)"
