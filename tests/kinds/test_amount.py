"""Which block a sum of money goes to, and what decides whether two sums are of one thing."""

from datetime import date

import pytest

from eucacheck.edtf import day
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds.amount import judge, keys
from eucacheck.pack import Pack
from eucacheck.records import Claim

MEASURE = "measure:trade:country:x+country:y:2023:EUR"


def claim(source, amount, start=0, **value):
    told = {
        "amount": amount, "currency": "EUR", "bound": "exact", "measure": "trade", "scope": [],
        "parties": ["country:x", "country:y"],
        "payer": [], "period": "2023", "period_stated": True, "sectors": [], "names": [], "purpose": "",
        "topic": ["reach", "trade"], "stems": ["reach", "trade"], **value,
    }  # fmt: skip
    return Claim(f"{source}{start}{amount}", source, "amount", "figure:x", told, start, start + 9, 1, "EUR 1 000")


def judged(*claims, key=MEASURE):
    published = {s: day(date(2024, 3, 1)) for s in ("a", "b", "c")}
    block = Block(key, claims, Surroundings(Pack(), published))
    return judge(claims, block), block


def verdicts(*claims, key=MEASURE):
    return {f.verdict for f in judged(*claims, key=key)[0]}


def test_two_amounts_of_one_measure_parties_and_period_are_opposed():
    assert verdicts(claim("a", "480000000"), claim("b", "510000000")) == {"conflict"}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_claims_does_not_matter(order):
    claims = (claim("a", "480000000"), claim("b", "510000000"), claim("c", "480000000"))
    findings, _ = judged(*sorted((claims[i] for i in order), key=lambda c: c.source))
    assert [(f.id, f.verdict, [a.sources for a in f.answers]) for f in findings] == [
        (findings[0].id, "conflict", [2, 1])
    ]


def test_a_source_that_gives_both_figures_knows_two_things():
    findings, block = judged(claim("a", "480000000"), claim("b", "510000000"), claim("b", "480000000", start=50))
    assert {f.verdict for f in findings} == {"unclear"}
    assert any(reason.startswith("other-event") for reason in block.demotions.values())


@pytest.mark.parametrize(
    "other",
    [
        {"scope": ["cotton"]},
        {"sectors": ["energy"]},
        {"amount": "481000000"},
        {"bound": "more-than", "amount": "450000000"},
    ],
    ids=["narrower", "other field", "rounding", "bound"],
)
def test_what_is_narrower_of_another_field_rounded_or_bounded_is_not_opposed(other):
    amount = other.pop("amount", "510000000")
    assert "conflict" not in verdicts(claim("a", "480000000"), claim("b", amount, **other))


def test_a_denied_figure_is_not_opposed():
    asked = claim("b", "510000000")
    object.__setattr__(asked, "modality", "denied")
    assert "conflict" not in verdicts(claim("a", "480000000"), asked)


def test_a_measure_needs_a_stated_period_to_meet_others():
    assert MEASURE in keys(claim("a", "480000000"))
    assert all(not k.startswith("measure") for k in keys(claim("a", "480000000", period_stated=False)))


def test_equal_sums_meet_whatever_they_measure():
    first, second = claim("a", "480000000"), claim("b", "480000000", measure="pledge", period=None)
    assert set(keys(first)) & set(keys(second)) == {"amount:EUR:480000000"}


def test_equal_sums_of_other_fields_stay_apart():
    water = claim("a", "20000000", measure="loan", sectors=["water"], topic=["pipe", "water"])
    roads = claim("b", "20000000", measure="loan", sectors=["transport"], topic=["road", "water"])
    assert [f.verdict for f in judged(water, roads, key="amount:EUR:20000000")[0]] == ["single", "single"]
