"""A short form is spelt out as the texts spell it out."""

import pytest

from eucacheck.lookup.acronyms import spell_out, unscramble

TEXTS = [
    "The Northern Lake Authority met. The Northern Lake Authority (NLA) said so. New Lamp Act.",
    "A loan of the Bank for Lakes and Rivers. The Trans-Alpine Road is closed; it grows on all sides.",
]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("nla", "Northern Lake Authority"),
        ("blr", "Bank for Lakes and Rivers"),
        ("tar", "Trans-Alpine Road"),
        ("xyz", None),
        ("la", None),
        ("gas", None),
        ("n.a", None),
    ],
)
def test_the_words_that_a_short_form_stands_for(short, long):
    assert spell_out(TEXTS, short) == long


def test_the_most_frequent_of_several():
    assert spell_out(["Nice Long Alley. Northern Lake Authority. Northern Lake Authority."], "nla") == (
        "Northern Lake Authority"
    )


@pytest.mark.parametrize(
    ("short", "long"),
    [("nlse", "special envoy northern lake"), ("senl", "special envoy northern lake"), ("qlse", None), ("se", None)],
)
def test_letters_in_another_order_than_the_words(short, long):
    assert unscramble(["special envoy of the Northern Lake", "minister of roads"], short) == long
