"""Names word by word: symmetric, reflexive, blind to case and diacritics; parts may be missing, never exchanged."""

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.compare.alignment import align_names

WORD = st.text(alphabet="abcdefghijklmnoprstuvzéšöğı", min_size=2, max_size=9).map(str.title)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
ENOUGH = 0.8


@given(NAME, NAME)
def test_symmetric_and_between_nought_and_one(a: str, b: str):
    assert align_names(a, b) == align_names(b, a)
    assert 0 <= align_names(a, b).score <= 1


@given(NAME)
def test_a_name_is_itself(name: str):
    assert align_names(name, name).score == 1


@given(NAME)
def test_case_and_diacritics_do_not_count(name: str):
    assert align_names(name, anyascii(name).upper()).score == 1


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_score(a: str, b: str):
    assert 0 <= align_names(a, b).score <= 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ilka Vantongeren", "Vantongeren Ilka"),
        ("Dr. Ilka Vantongeren", "Ilka Maria Vantongeren"),
        ("Ilka Vantongeren", "Ilka Vantongren"),
        ("IlkaVantongeren", "Ilka Vantongeren"),
        ("Wolodymyr Karpenko", "Volodymyr Karpenko"),
    ],
)
def test_one_person(a: str, b: str):
    assert align_names(a, b).score >= ENOUGH


@pytest.mark.parametrize(
    ("a", "b"),
    [("Ilka Vantongeren", "Otto Vantongeren"), ("Timur Ali Saidov", "Timur Omar Saidov"), ("Pol Fedor", "Paul Feder")],
)
def test_two_people(a: str, b: str):
    assert align_names(a, b).score < ENOUGH


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Orlo Bank AG", "Orlo Bank", True),
        ("Orlo Bank JSC", "OAO Orlo Bank", True),
        ("Orlo Investment Fund IV", "Orlo Investment Fund VI", False),
        ("Orlo Construction Bank", "Orlo Construction Trust", False),
    ],
)
def test_bodies(a: str, b: str, same: bool):  # noqa: FBT001
    assert (align_names(a, b, organisation=True).score >= ENOUGH) is same
