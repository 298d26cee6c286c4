"""EDTF notation to intervals of days and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck import edtf
from eucacheck.edtf import parse_edtf

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-10-27", date(2022, 10, 27), date(2022, 10, 27)),
        ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
        ("2025-04-03/2025-04-04", date(2025, 4, 3), date(2025, 4, 4)),
        ("2021/2027", date(2021, 1, 1), date(2027, 12, 31)),
        ("2022-11-11~/2022-11-20~", date(2022, 11, 11), date(2022, 11, 20)),
    ],
)
def test_first_and_last_day(text, start, end):
    interval = parse_edtf(text)
    assert (interval.start, interval.end) == (start, end)


def test_an_open_end_has_no_day():
    assert parse_edtf("2025-03-03/..").end is None
    assert parse_edtf("../2025-03-03").start is None
    assert parse_edtf("/2025").start is None


def test_an_unknown_year_keeps_month_and_day_in_the_notation_alone():
    interval = parse_edtf("XXXX-11-17/XXXX-11-18")
    assert (interval.edtf, interval.start, interval.end) == ("XXXX-11-17/XXXX-11-18", None, None)


@pytest.mark.parametrize("text", ["2022-11~", "2022-11-11~/2022-11-20", "2022-11-11/2022-11-20~"])
def test_a_tilde_at_either_end_makes_it_approximate(text):
    assert parse_edtf(text).approximate


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("27 October 2022", "27 October 2022"),
        ("2023-02-29", "2023-02-29"),
        ("2023-13", "2023-13"),
        ("0000", "0000"),
        ("XXXX-02-30", "XXXX-02-30"),
        ("2024/2023", "ends before it starts"),
        ("../..", "both ends are open"),
        ("XXXX-10-25/2022-10-26", "unknown at both ends or at none"),
        ("2022-10-25/XXXX-10-26", "unknown at both ends or at none"),
        ("２０２４", "YYYY"),
        ("", "YYYY"),
    ],
)
def test_what_is_no_date_is_named(text, named):
    with pytest.raises(ValueError, match=r"is no date|ends before") as caught:
        parse_edtf(text)
    assert named in str(caught.value)


@given(DAYS, st.integers(0, 4000))
def test_what_is_written_reads_back_as_the_same_days(start, length):
    end = start + timedelta(length)
    written = edtf.days(start, end)
    assert parse_edtf(written.edtf) == written
    assert (written.start, written.end) == (start, end)


@given(DAYS, st.integers(0, 4000))
def test_approximate_keeps_the_days_and_reads_back(start, length):
    exact = edtf.days(start, start + timedelta(length))
    about = edtf.approximate(exact)
    assert about.approximate
    assert (about.start, about.end) == (exact.start, exact.end)
    assert parse_edtf(about.edtf) == about
    assert edtf.approximate(about) == about


@given(st.text(max_size=25))
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        interval = parse_edtf(text)
    except ValueError:
        return
    assert interval.start is None or interval.end is None or interval.start <= interval.end


def test_whole_months_and_years_are_written_as_such():
    assert edtf.days(date(2024, 4, 1), date(2024, 6, 30)).edtf == "2024-04/2024-06"
    assert edtf.days(date(2024, 1, 1), date(2024, 12, 31)).edtf == "2024"
    assert edtf.days(date(2024, 4, 1), date(2024, 4, 29)).edtf == "2024-04-01/2024-04-29"


def test_widen_moves_closed_ends_outwards():
    wide = edtf.widen(parse_edtf("2024-05-10/.."), 3)
    assert (wide.start, wide.end) == (date(2024, 5, 7), None)
