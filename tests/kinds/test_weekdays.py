"""A weekday that a day of the month does not have."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import day, days
from eucacheck.kinds.event_date.weekdays import weekday_slip
from eucacheck.records import DateMention

NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)), st.sampled_from(NAMES))
def test_only_the_weekday_of_the_day_fits(when: date, name: str) -> None:
    slip = weekday_slip(f"{name}, the day", DateMention(0, 1, day(when)))
    assert slip == (None if NAMES[when.weekday()] == name else name)


def test_a_stretch_of_days_or_no_weekday_says_nothing() -> None:
    start = date(2026, 6, 30)
    assert weekday_slip("Monday", DateMention(0, 1, days(start, start + timedelta(2)))) is None
    assert weekday_slip("30 June", DateMention(0, 1, day(start))) is None
    assert weekday_slip("from Monday to Friday", DateMention(0, 1, day(start))) is None
