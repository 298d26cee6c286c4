"""Terms of office and figures on record to the days that they cover: both ends inclusive."""

from datetime import date

from eucacheck.edtf import parse_edtf
from eucacheck.pack.model import FigureValue, Holder

Term = Holder | FigureValue


def days_of(term: Term) -> tuple[date, date]:
    """Give the first and the last day; for an end that is open or not known the first or last day there is."""
    last = parse_edtf(term.until).end if term.until else None
    return parse_edtf(term.since).start or date.min, last or date.max


def meets(term: Term, start: date, end: date) -> bool:
    """Tell whether a term holds on some day of a time."""
    first, last = days_of(term)
    return first <= end and start <= last
