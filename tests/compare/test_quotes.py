"""Two quotations: the same, cut, reworded or apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.compare.quotes import compare_quotes

WORDS = st.lists(st.sampled_from("we the road bridge is long and open to every trader [all] … 12".split()), max_size=14)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("It’s a new programme for the labour market", "It is a new program for the labor market", "same"),
        ("We recognise the problem.", "we recognize the problem", "same"),
        ("We have laid ninety kilometres of track already", "We have laid 90 kilometres of track", "cut"),
        ("We have laid the track ... and the wires", "We have laid the track to the coast and the wires", "cut"),
        ("[The country] needs a second line", "Our valley needs a second line", "cut"),
        ("the only wall against the salt", "the last wall against the salt", "reworded"),
        (
            "far more than just a treaty discussion between two towns",
            "much more than just a treaty dialogue",
            "reworded",
        ),
        ("a reliable partner for Europe", "a strategic partner for Europe", "apart"),
        ("We want to deepen our ties with Kyrgyzstan", "We want to deepen our trade with Tajikistan", "apart"),
        ("The first trains will be slow", "The next ones will be fast", "apart"),
        ("we shall meet in Central Asia", "Central Asia is where the river begins", "apart"),
    ],
)
def test_relation(a, b, relation):
    assert compare_quotes(a, b).relation == relation


def test_the_reason_names_the_words_that_differ():
    assert compare_quotes("the only wall against the salt", "the last wall against the salt").reason == (
        "“last” against “only”"
    )


def test_a_changed_number_in_a_long_frame_is_a_rewording():
    long = "The fund will invest {} million in roads, ports and railways across the valley"
    assert compare_quotes(long.format(10), long.format(12)).relation == "reworded"


@given(WORDS, WORDS)
def test_comparison_does_not_depend_on_order(a, b):
    there, back = compare_quotes(" ".join(a), " ".join(b)), compare_quotes(" ".join(b), " ".join(a))
    assert (there.relation, there.score) == (back.relation, back.score)


@given(WORDS.filter(bool))
def test_words_are_the_same_as_themselves(words):
    assert compare_quotes(" ".join(words), " ".join(words)).relation == "same"
