"""When two figures of the same digits in another order are one, and when a source contradicts its own count."""

from datetime import date

import pytest

from eucacheck.edtf import day
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds._figures.own_counts import judge_own
from eucacheck.kinds._figures.turned import is_turned, turned_key
from eucacheck.pack import Pack
from eucacheck.records import Claim

STORY = {
    "anchors": [], "near": ["owner:country:x"], "whole": False, "goods": [], "scope": [], "deeds": ["get"], "forms": [],
    "for": [], "many": False, "time": "", "beside": [], "back": [],
}  # fmt: skip


def claim(source, amount, **value):
    told = {
        "amount": amount, "currency": "EUR", "bound": "exact", "measure": None, "scope": [], "sectors": [], "names": [],
        "parties": ["country:x"], "payer": [], "period": None, "period_stated": False, "purpose": "", "topic": ["sum"],
        "stems": [], "story": STORY, **value,
    }  # fmt: skip
    return Claim(f"{source}{amount}", source, "amount", "figure:x", told, 0, 9, 1, "EUR 1 000")


def turned(a, b, *, apart=3):
    published = {"a": day(date(2024, 3, 1)), "b": day(date.fromordinal(date(2024, 3, 1).toordinal() + apart))}
    return is_turned(a, b, (a, b), Block("turned:EUR", (a, b), Surroundings(Pack(), published)))


def test_turned_digits_of_one_country_and_deed_are_one_sum():
    assert turned(claim("a", "938000000"), claim("b", "983000000"))


@pytest.mark.parametrize(
    "other",
    [
        {"parties": ["country:y"], "story": {**STORY, "near": ["owner:country:y"]}},
        {"sectors": ["energy"], "topic": [], "story": {**STORY, "deeds": []}},
        {"measure": "exports"},
        {"story": {**STORY, "scope": ["a year"]}},
        {"story": {**STORY, "beside": ["938000000"]}},
    ],
)
def test_another_country_measure_scope_or_both_figures_are_two_sums(other):
    assert not turned(claim("a", "938000000"), claim("b", "983000000", **other))


def test_reports_of_other_months_and_figures_of_two_digits_need_more():
    assert not turned(claim("a", "938000000"), claim("b", "983000000"), apart=90)
    assert not turned(claim("a", "64000000"), claim("b", "46000000"))


def test_figures_of_the_same_digits_and_size_meet():
    keys = [
        turned_key({"amount": n, "currency": "EUR"}, "EUR") for n in ("938000000", "983000000", "9830000000", "900")
    ]
    assert keys[0] == keys[1] != keys[2]
    assert keys[3] == []


@pytest.mark.parametrize(("whole", "found"), [("112", 1), ("121", 0)])
def test_a_whole_that_is_less_than_what_was_told_before_is_a_slip(whole, found):
    def count(number, **story):
        value = {
            "count": number, "unit": "project", "bound": "exact", "of": None, "parties": [], "which": [],
            "period": None,
            "story": {**STORY, **story},
        }  # fmt: skip
        return Claim(number, "a", "count", "count:project", value, 0, 9, 1, number)

    claims = (count("121", whole=whole == "121"), count("112", whole=whole == "112"))
    assert len(judge_own(claims, Block("own:a", claims, Surroundings(Pack())))) == found
