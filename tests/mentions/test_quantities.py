"""What counts as a quantity in a text, with which value, bound and unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.mentions.quantities import find_quantities
from tests.growth import grows_linearly


def only(text: str):
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("EUR 10 billion", "10000000000", "EUR"),
        ("€10 Billion for Roads", "10000000000", "EUR"),
        ("EUR300m", "300000000", "EUR"),
        ("€300 m for schools", "300000000", "EUR"),
        ("a 12 billion-euro plan", "12000000000", "EUR"),
        ("12 bn €", "12000000000", "EUR"),
        ("1.5bn dollars", "1500000000", "USD"),
        ("US$ 1,250,000", "1250000", "USD"),
        ("1,5 billion euros", "1500000000", "EUR"),
        ("two and a half million pounds", "2500000", "GBP"),
        ("a six-and-a-half-million-euro programme", "6500000", "EUR"),
        ("half a billion euros", "500000000", "EUR"),
        ("35 trillion Kazakh tenge", "35000000000000", "KZT"),
        ("a billion-dollar deal", "1000000000", "USD"),
        ("75 USD million", "75000000", "USD"),
    ],
)
def test_a_sum_is_read_in_full_with_its_currency(text, value, currency):
    found = only(text)
    assert (found.type, found.low, found.unit) == ("money", value, currency)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("more than €5 million", "5000000", "5000000", "more-than"),
        ("at least 40 trains", "40", "40", "at-least"),
        ("as many as 700 nurses", "700", "700", "up-to"),
        ("nearly 60%", "60", "60", "about"),
        ("3,000-plus companies", "3000", "3000", "at-least"),
        ("€10-12 billion", "10000000000", "12000000000", "range"),
        ("between 10 and 12 billion euros", "10000000000", "12000000000", "range"),
        ("$1.4 to $1.5 billion", "1400000000", "1500000000", "range"),
        ("-3.4 percent", "-3.4", "-3.4", "exact"),
    ],
)
def test_a_bound_word_or_a_range_bounds_the_figure(text, low, high, bound):
    found = only(text)
    assert (found.low, found.high, found.bound) == (low, high, bound)


def test_a_change_from_one_sum_to_another_is_two_figures_and_no_range():
    assert [q.low for q in find_quantities("rose from $10 million to $20 million")] == ["10000000", "20000000"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("18,000 km of cable", "18000", "kilometre"),
        ("a 500 MW wind farm", "500", "megawatt"),
        ("12 million tonnes of grain", "12000000", "tonne"),
        ("40 000 students", "40000", "student"),
        ("two hundred and fifty-four teachers", "254", "teacher"),
        ("a 20-year contract", "20", "year"),
        ("300m people", "300000000", "person"),
        ("27 EU Foreign Ministers", "27", "foreign minister"),
        ("16 sets of sanctions", "16", "set of sanctions"),
    ],
)
def test_a_count_has_the_noun_that_it_counts(text, value, unit):
    found = only(text)
    assert (found.type, found.low, found.unit) == ("count", value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "April 5",
        "5 April",
        "at 10:30",
        "at 10 a.m.",
        "COP29 and G20",
        "in 2024",
        "5+1 format",
        "No. 5 company",
        "12/10/2024",
        "1 in 5",
    ],
)
def test_dates_times_years_and_names_count_nothing(text):
    assert [q for q in find_quantities(text) if q.type != "ordinal"] == []


def test_an_ordinal_of_two_words_is_no_count():
    found = only("the twenty-first meeting")
    assert (found.type, found.low, found.unit) == ("ordinal", "21", "meeting")


def test_a_part_of_something_is_a_percentage():
    assert [(q.type, q.low) for q in find_quantities("two-thirds of its trade, almost half of the exports")] == [
        ("percent", "66.7"),
        ("percent", "50"),
    ]


def test_a_code_that_is_also_a_word_is_no_currency():
    assert all(q.type != "money" for q in find_quantities("ALL 5 plans, COP 29, TRY 3"))


@given(st.text(alphabet="0123456789.,€$ %-onetwhudrmilba", max_size=60))
def test_spans_lie_in_the_text_and_hold_the_figure(text):
    for found in find_quantities(text):
        assert 0 <= found.start <= found.number_start < found.number_end <= len(text)
        assert found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["1,", "1.1", "€5", "one ", "twenty-", "10-", "1 000 ", "hundred and ", "more than ", "5 million "]
)
def test_time_grows_with_the_length_of_a_hostile_text(piece):
    assert grows_linearly(find_quantities, lambda size: (piece * size)[:size], 4000)
