"""What decides whether two counts are of one thing at one time."""

from datetime import date

import pytest

from eucacheck.edtf import day
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds.count import judge, keys
from eucacheck.pack import Pack
from eucacheck.records import Claim


def claim(source, count, start=0, **value):
    told = {
        "count": count, "unit": "company", "bound": "exact", "of": "country:x",
        "parties": ["country:x"], "scope": [], "sectors": [],
        "which": [], "measure": None, "period": None, "topic": ["company", "work"],
        "sentence": ["company", "work"], **value,
    }  # fmt: skip
    return Claim(f"{source}{start}{count}", source, "count", "count:x", told, start, start + 9, 1, "1 company")


def share(source, count, **value):
    return claim(source, count, **{"unit": "percent", "measure": "exports growth", "period": "2024", **value})


def verdicts(*claims, days=(1, 5)):
    published = {s: day(date(2024, 3, d)) for s, d in zip("ab", days, strict=True)}
    block = Block("count:company", claims, Surroundings(Pack(), published))
    return sorted(f.verdict for f in judge(claims, block))


def test_two_counts_of_one_week_are_opposed():
    assert verdicts(claim("a", "300"), claim("b", "450")) == ["conflict"]


def test_a_count_of_sources_without_dates_only_differs():
    block = Block("count:company", [claim("a", "300"), claim("b", "450")], Surroundings(Pack()))
    assert [f.verdict for f in judge(block.claims, block)] == ["supersede"]
    assert [r.split(":")[0] for r in block.demotions.values()] == ["other-time"]


@pytest.mark.parametrize(
    "other",
    [
        {"which": ["joint"]},
        {"of": "country:y", "parties": ["country:y"]},
        {"topic": ["close", "debt", "lay"]},
        {"period": "2022"},
    ],
    ids=["adjective", "owner", "words", "period"],
)
def test_another_adjective_owner_clause_or_period_is_another_thing(other):
    assert verdicts(claim("a", "300"), claim("b", "450", **other)) == ["single", "single"]


def test_a_number_within_the_bound_of_the_other_agrees_when_near():
    assert verdicts(claim("a", "3000", bound="more-than"), claim("b", "3200")) == ["agree"]
    assert "agree" not in verdicts(claim("a", "3000", bound="more-than"), claim("b", "5000"))


def test_a_source_with_both_numbers_counts_two_things():
    assert "conflict" not in verdicts(claim("a", "300"), claim("b", "450"), claim("b", "300", start=40))


def test_growth_is_opposed_in_one_stated_period_only():
    assert verdicts(share("a", "5.2"), share("b", "7")) == ["conflict"]
    assert "conflict" not in verdicts(share("a", "5.2"), share("b", "7", period=None))
    assert "conflict" not in verdicts(share("a", "5.2"), share("b", "7", scope=["oil"]))


def test_states_and_countries_meet_in_one_block():
    assert keys(claim("a", "5", unit="state")) == keys(claim("b", "5", unit="country"))
