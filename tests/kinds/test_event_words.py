"""Ordinals and dates in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (12, "twelfth"),
        (13, "13th"),
        (20, "20th"),
        (21, "21st"),
        (22, "22nd"),
        (103, "103rd"),
        (111, "111th"),
    ],
)
def test_ordinals(number: int, word: str) -> None:
    assert ordinal_word(number) == word


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-10-27", "27 October 2022"),
        ("2025-04-03/2025-04-04", "3-4 April 2025"),
        ("2024-04-30/2024-05-02", "30 April to 2 May 2024"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2022-10", "October 2022"),
        ("2022", "2022"),
        ("2022/2024", "2022 to 2024"),
        ("2022-06/2022-08", "June to August 2022"),
        ("2022-11-11~/2022-11-20~", "mid-November 2022"),
        ("2022-11-01~/2022-11-10~", "early November 2022"),
        ("2022-11-21~/2022-11-30~", "late November 2022"),
        ("2024~", "about 2024"),
        ("XXXX-10-25", "25 October (year not known)"),
        ("2024-05-03/..", "from 3 May 2024"),
        ("../2024-05-03", "until 3 May 2024"),
    ],
)
def test_dates(edtf: str, words: str) -> None:
    assert say_date(parse_edtf(edtf)) == words


def test_no_date_no_words() -> None:
    assert say_date(None) == ""


@given(st.dates(), st.dates())
def test_every_interval_can_be_said(a, b) -> None:
    first, last = sorted((a, b))
    words = say_date(parse_edtf(f"{first.isoformat()}/{last.isoformat()}"))
    assert str(last.year) in words
