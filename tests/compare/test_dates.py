"""How two dates stand to each other, and what a difference rests on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck import edtf
from eucacheck.compare.dates import compare_dates, gap_days, may_overlap, span_of_days
from eucacheck.edtf import parse_edtf
from eucacheck.records import Interval

MIRROR = {"within": "contains", "contains": "within"}
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def relation(a: str, b: str, *, stated: tuple[bool, bool] = (True, True), basis: str = "stated") -> tuple[str, str]:
    found = compare_dates(parse_edtf(a, year_stated=stated[0], basis=basis), parse_edtf(b, year_stated=stated[1]))
    return found.relation, found.code


@st.composite
def intervals(draw) -> Interval:
    start = draw(DAYS)
    end = start + timedelta(draw(st.integers(0, 500)))
    interval = edtf.days(start, end)
    shape = draw(st.sampled_from(["plain", "about", "open", "unknown"]))
    if shape == "about":
        return edtf.approximate(interval)
    if shape == "open":
        return parse_edtf(f"{start}/..")
    if shape == "unknown":
        return parse_edtf(f"XXXX-{start:%m-%d}", year_stated=False)
    return parse_edtf(interval.edtf, year_stated=draw(st.booleans()))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2025-04-04", "2025-04-04", ("equal", "")),
        ("2025-04-04", "2025-04-03/2025-04-04", ("within", "coarser-precision")),
        ("2025", "2025-04", ("contains", "coarser-precision")),
        ("2025-04-03/2025-04-05", "2025-04-04/2025-04-06", ("overlap", "coarser-precision")),
        ("2025-03-04", "2025-03-27", ("disjoint", "")),
        ("2024-11-11~/2024-11-20~", "2024-11-25", ("near", "approximate")),
        ("2024-11~", "2025-04-03", ("disjoint", "")),
        ("2024/..", "2023-05-01", ("disjoint", "")),
        ("2024/..", "2031-05-01", ("contains", "coarser-precision")),
    ],
)
def test_two_known_dates(a, b, expected):
    assert relation(a, b) == expected


def test_an_inferred_year_alone_sets_nothing_apart():
    assert relation("2024-04-04", "2025-04-04", stated=(False, True)) == ("near", "year-inferred")
    assert relation("2024-04-04", "2025-04-04") == ("disjoint", "")


def test_day_and_month_set_apart_whatever_the_year():
    assert relation("2025-03-04", "2025-03-27", stated=(False, False)) == ("disjoint", "")
    assert relation("2025-03-04", "2019-03-27", stated=(False, True)) == ("disjoint", "")


def test_a_few_days_counted_from_the_source_set_nothing_apart():
    assert relation("2022-11-18", "2022-11-17", stated=(False, True), basis="relative-to-document")[0] == "near"
    assert relation("2022-11-18", "2022-12-17", stated=(False, True), basis="relative-to-document")[0] == "disjoint"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("XXXX-10-27", "2022-10-27", "equal"),
        ("XXXX-10-27", "2022-10-26", "disjoint"),
        ("XXXX-10-27", "2022-10", "within"),
        ("XXXX-10", "2022-10-27", "contains"),
        ("XXXX-02", "2024-02-29", "contains"),
        ("XXXX-10-27", "2022", "within"),
        ("XXXX-10-27", "XXXX-10-27", "equal"),
        ("XXXX-10-27", "XXXX-11-01", "disjoint"),
        ("XXXX-12-30/XXXX-01-02", "2024-01-01", "contains"),
        ("XXXX-12-30/XXXX-01-02", "XXXX-01-01", "contains"),
        ("XXXX-11-11~/XXXX-11-20~", "2022-11-25", "near"),
        ("XXXX", "2022-10-27", "unknown"),
        ("XXXX-10-27", "2022/..", "unknown"),
    ],
)
def test_a_date_without_year_compares_by_day_and_month(a, b, expected):
    assert relation(a, b)[0] == expected
    assert relation(b, a)[0] == MIRROR.get(expected, expected)


@given(intervals(), intervals())
def test_the_relation_is_symmetric(a, b):
    there, back = compare_dates(a, b), compare_dates(b, a)
    assert back.relation == MIRROR.get(there.relation, there.relation)
    assert back.code == there.code
    assert may_overlap(a, b) == may_overlap(b, a)
    assert gap_days(a, b) == gap_days(b, a)


@given(intervals())
def test_a_date_equals_itself(a):
    assert compare_dates(a, a).relation == "equal"


@given(DAYS, st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_what_lies_inside_is_told_so(start, before, length, after):
    inner = edtf.days(start, start + timedelta(length))
    outer = edtf.days(start - timedelta(before), start + timedelta(length + after))
    expected = "within" if before or after else "equal"
    assert compare_dates(inner, outer).relation == expected


@given(intervals(), intervals())
def test_disjoint_dates_share_no_day(a, b):
    if compare_dates(a, b).relation == "disjoint" and None not in {a.start, a.end, b.start, b.end}:
        assert (gap_days(a, b) or 0) > 0


def test_a_gap_counts_days_and_needs_years():
    assert gap_days(parse_edtf("2024-05-01"), parse_edtf("2024-05-11")) == 10
    assert gap_days(parse_edtf("2024-05"), parse_edtf("2024-05-11")) == 0
    assert gap_days(parse_edtf("XXXX-05-01"), parse_edtf("2024-05-11")) is None


def test_an_unknown_time_may_be_any():
    assert may_overlap(None, parse_edtf("2024"))
    assert not may_overlap(parse_edtf("2023"), parse_edtf("2024"))


@pytest.mark.parametrize(("edtf", "days"), [("2024-05-03", 0), ("2024-05-03/2024-05-05", 2), ("2024-02", 28)])
def test_a_date_spans_days(edtf: str, days: int) -> None:
    assert span_of_days(parse_edtf(edtf)) == days


def test_a_date_without_its_year_or_none_spans_very_many() -> None:
    assert min(span_of_days(None), span_of_days(parse_edtf("XXXX-05-03"))) > 10**5
