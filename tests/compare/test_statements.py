"""Two clauses by their slots: same, similar, opposed, another name or date, apart."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.compare.statements import compare_statements

STEMS = ["ratifi", "protocol", "shared", "river", "basin"]


def clause(  # noqa: PLR0913 - a factory names each slot
    stems=STEMS, entities=("country:uzbekistan",), *, negated=False, dates=(), numbers=(), predicate="ratifi"
):
    return {
        "stems": list(stems), "entities": list(entities), "negated": negated, "dates": list(dates),
        "numbers": list(numbers), "predicate": predicate,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (clause(), clause(), "same"),
        (clause(), clause([*STEMS[:4], "valley"]), "same"),
        (clause(), clause(negated=True), "opposed"),
        (clause(), clause(["join", "treaty", "lake"], negated=True), "apart"),
        (clause(), clause(negated=True, entities=("country:tajikistan",)), "apart"),
        (clause(), clause(entities=("country:tajikistan",)), "other-name"),
        (clause(), clause(entities=("person:irena-valk",)), "apart"),
        (clause(STEMS[:3]), clause(STEMS[:3], entities=("country:tajikistan",)), "apart"),
        (clause(numbers=["3 package"]), clause(numbers=["4 package"]), "other-figure"),
        (clause(numbers=["100 package"]), clause(numbers=["102 package"]), "apart"),
        (clause(numbers=["3 package"]), clause(numbers=["4 percent"]), "apart"),
        (clause(dates=["1994-03"]), clause(dates=["1994"]), "same"),
        (clause(dates=["1994"]), clause(dates=["1996"]), "other-day"),
        (clause(dates=["1994"]), clause([*STEMS[:4], "valley"], dates=["1996"]), "apart"),
        (clause(dates=["1994"], predicate="open"), clause(dates=["1996"], predicate="open"), "other-date"),
        (
            clause(["company"], (), dates=["1994"], predicate="found"),
            clause(["company"], (), dates=["1999"], predicate="found"),
            "apart",
        ),
        (clause(STEMS[:3], ()), clause(STEMS[:3], (), negated=True), "apart"),
        (clause(negated=True, dates=["1994"]), clause(dates=["1996"]), "apart"),
    ],
)
def test_relation(a, b, relation):
    assert compare_statements(a, b).relation == relation


def test_the_same_names_in_part_other_words_are_similar():
    names = ("country:uzbekistan", "org:european-union")
    a, b = clause(["host", "talk", "river"], names), clause(["hold", "talk", "river", "dam"], names)
    assert compare_statements(a, b).relation == "similar"


def test_two_places_are_not_one_thing_in_other_words():
    a = clause(["host", "talk", "river"], ("org:european-union", "country:uzbekistan", "place:tashkent"))
    b = clause(["hold", "talk", "river"], ("org:european-union", "country:uzbekistan", "place:samarkand"))
    assert compare_statements(a, b).relation == "apart"


CLAUSES: st.SearchStrategy[dict[str, Any]] = st.builds(
    clause,
    st.lists(st.sampled_from([*STEMS, "dam", "talk"]), max_size=7, unique=True),
    st.lists(st.sampled_from(["country:a", "place:b", "person:c"]), max_size=3, unique=True),
    negated=st.booleans(),
    dates=st.lists(st.sampled_from(["1994", "1996-05", "2001"]), max_size=2, unique=True),
    numbers=st.lists(st.sampled_from(["3 x", "4 x"]), max_size=2, unique=True),
    predicate=st.sampled_from(["open", "ratifi"]),
)


@given(CLAUSES, CLAUSES)
def test_comparison_is_symmetric(a, b):
    assert compare_statements(a, b) == compare_statements(b, a)
