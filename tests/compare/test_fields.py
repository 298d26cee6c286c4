"""Two fields of offices: one portfolio, one in other words, or two."""

import pytest

from eucacheck.compare.fields import bridged, compare_fields, part_of_field


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("trade", "Energy", "apart"),
        ("economy and commerce", "transport and communications", "apart"),
        ("economy and commerce", "foreign affairs", "apart"),
        ("energy", "energy and housing", "same"),
        ("Agriculture", "the agricultural sector", "near"),
        ("water", "energy", "near"),
        ("finance", "national economy", "near"),
        ("International Cooperation", "International Partnerships", "near"),
        ("housing", "energy", "near"),
        ("development", "International Partnerships", "unknown"),
        ("parchments", "energy", "unknown"),
        (None, "energy", "unknown"),
    ],
)
def test_relations_whatever_the_order(a: str | None, b: str | None, relation: str):
    assert compare_fields(a, b) == relation
    assert compare_fields(b, a) == relation


def test_a_third_field_joins_two():
    assert bridged("trade", "energy", ["investment and energy"])
    assert not bridged("trade", "energy", ["trade", "energy", None])


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("energy", "Energy and Water Resources", True),
        ("water resources", "energy, water resources and climate", True),
        ("development", "digital development", False),
        (None, "energy", False),
    ],
)
def test_a_subject_is_a_part_of_a_field_and_a_word_of_a_subject_is_not(short: str | None, long: str, *, expected: bool):
    assert part_of_field(short, long) is expected
