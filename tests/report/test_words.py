"""Dates, counts and names in words."""

import pytest

from eucacheck.report.explain import kind_names
from eucacheck.report.words import count_of, listed, say_edtf, say_identifier, say_kind, say_numbers, say_of, say_reason


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-10-27", "27 October 2022"),
        ("2025-04-03/2025-04-04", "3–4 April 2025"),
        ("2022-10~", "about October 2022"),
        ("2022-21", "spring 2022"),
        ("2019-12-01/..", "from 1 December 2019"),
        ("/2023", "until 2023"),
        ("XXXX-10-25", "25 October (year not known)"),
        ("2022-11-28/2022-12-02", "28 November to 2 December 2022"),
        ("no date", "no date"),
    ],
)
def test_dates(edtf, words):
    assert say_edtf(edtf) == words


def test_a_time_after_words():
    assert say_of("2022-10-27") == "of 27 October 2022"
    assert say_of("2019/..") == "from 2019"


def test_identifiers_become_names():
    assert say_identifier("person:ursula-von-der-leyen") == "Ursula von der Leyen"
    assert say_identifier("the minister") == "the minister"


def test_sources_in_a_row_are_a_range():
    assert say_numbers(["S1", "S3", "S4", "S5", "S7", "S8"]) == "S1, S3–S5, S7, S8"


def test_counts_and_lists():
    assert [count_of(n, "fact") for n in (0, 1, 2)] == ["no facts", "1 fact", "2 facts"]
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_kinds_and_reasons_are_plain_words():
    assert say_kind("event_date") == "Dates of events"
    assert say_kind("new_kind") == "New kind"
    assert all("_" not in say_kind(k) for k in kind_names())
    assert say_reason("other-time") == "of other times"
    assert say_reason("new-code") == "new-code"
