"""How two amounts stand to each other, whatever their order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.compare.amounts import COMPATIBLE, Amount, compare_amounts, compare_conversions, compare_sum, is_slip

BOUNDS = ["exact", "more-than", "at-least", "up-to", "less-than", "about"]


def eur(figure, bound="exact", high=None):
    return Amount(Decimal(figure), Decimal(high or figure), bound, "EUR")


def usd(figure):
    return Amount(Decimal(figure), Decimal(figure), "exact", "USD")


amounts = st.builds(
    lambda low, more, bound, unit: Amount(low, low + more if bound == "range" else low, bound, unit),
    st.decimals(0, 10**12, places=1),
    st.decimals(0, 10**9, places=1),
    st.sampled_from([*BOUNDS, "range"]),
    st.sampled_from(["EUR", "USD"]),
)


@given(amounts, amounts)
def test_the_order_of_the_two_does_not_matter(a, b):
    assert compare_amounts(a, b).relation == compare_amounts(b, a).relation


@given(amounts)
def test_an_amount_equals_itself(a):
    assert compare_amounts(a, a).relation == "equal"


@given(st.integers(1, 10**9), st.sampled_from(BOUNDS))
def test_a_bound_never_opposes_its_own_figure(figure, bound):
    assert compare_amounts(eur(figure), eur(figure, bound)).relation in COMPATIBLE


@given(st.integers(10, 10**6), st.integers(11, 19))
def test_more_than_allows_what_is_somewhat_more_and_not_what_is_less(figure, tenths):
    more, less = figure * tenths / Decimal(10), figure * Decimal("0.6")
    assert compare_amounts(eur(figure, "more-than"), eur(more)).relation in COMPATIBLE
    assert compare_amounts(eur(figure, "more-than"), eur(less)).relation == "different"


@given(st.decimals("1.01", "9.99", places=2))
def test_a_rounded_figure_is_no_other_figure(figure):
    coarse = round(figure, 1)
    assert compare_amounts(eur(figure * 10**9), eur(coarse * 10**9)).relation in COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (eur("1470000000"), eur("1500000000"), "rounding"),
        (eur("10000000000"), eur("12000000000"), "different"),
        (eur("1"), eur("2"), "different"),
        (eur("10000000000"), eur("11000000000"), "different"),
        (eur("40000000000"), eur("43000000000"), "different"),
        (eur("3000000000"), eur("3200000000"), "rounding"),
        (eur("38100000000", "about"), eur("40000000000"), "within-bound"),
        (eur("10", "range", "12"), eur("11"), "overlap"),
        (eur("105", "more-than"), eur("300"), "different"),
        (eur("10"), usd("10"), "other-unit"),
    ],
)
def test_relations_of_typical_pairs(a, b, relation):
    assert compare_amounts(a, b).relation == relation


def test_units_of_one_measure_are_brought_to_one():
    one = Amount.of({"count": "1", "unit": "gigawatt", "bound": "exact"})
    thousand = Amount.of({"count": "1000", "unit": "megawatt", "bound": "exact"})
    assert compare_amounts(one, thousand).relation == "equal"


def test_conversions_of_one_day_lie_within_a_twentieth():
    base = (eur("105"), eur("105", "more-than"))
    assert compare_conversions(base, (usd("109"), usd("121.3"))).relation == "different"
    assert compare_conversions(base, (usd("109"), usd("112"))).relation == "rounding"
    assert compare_conversions((eur("105"), eur("200")), (usd("109"), usd("210"))).relation == "other-unit"


@given(st.lists(st.integers(1, 999), min_size=2, max_size=6))
def test_parts_that_are_exact_add_up(parts):
    figures = [eur(f"{p}.5") for p in parts]
    total = eur(sum((f.low for f in figures), Decimal()))
    assert compare_sum(total, figures, complete=True).relation == "equal"
    assert compare_sum(eur(total.low * 3), figures, complete=True).relation == "different"
    assert compare_sum(eur(total.low * 3), figures, complete=False).relation == "within-bound"
    assert compare_sum(eur(total.low / 3), figures, complete=False).relation == "different"


def test_rounding_of_the_parts_is_no_wrong_sum():
    parts = [eur("3e9"), eur("2.5e9"), eur("6.4e9"), eur("0.1e9")]
    assert compare_sum(eur("12e9"), parts, complete=True).relation == "equal"


def test_parts_of_more_than_a_sum_may_exceed_it():
    assert compare_sum(eur("10", "more-than"), [eur("8"), eur("7")], complete=True).relation != "different"


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [("185", "158", 1), ("140000000", "410000000", 1), ("45.3", "54.3", 1), ("120", "150", 0.5), ("1250", "1350", 1)],
)
def test_digits_that_changed_places_or_one_that_differs_look_like_a_slip(one, other, likely):
    figures = [Amount.of({"count": n, "unit": "km", "bound": "exact"}) for n in (one, other)]
    assert is_slip(*figures) == likely == is_slip(*reversed(figures))


@pytest.mark.parametrize(("one", "other"), [("41", "38"), ("185", "1850"), ("7", "9"), ("10", "15")])
def test_other_digits_are_no_slip(one, other):
    figures = [Amount.of({"count": n, "unit": "km", "bound": "exact"}) for n in (one, other)]
    assert is_slip(*figures) == 0
