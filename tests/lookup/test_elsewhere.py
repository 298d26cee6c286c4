"""What sources say that the facts shown first do not cite stands among the first, where it comes near."""

from dataclasses import replace

import pytest

from eucacheck.lookup import read_question
from eucacheck.lookup.elsewhere import add_elsewhere
from tests.made_facts import MadeBase, make_claim, make_fact, make_source

HELD = "The third water talks were held in Mary on 7 May 2024."
SAT_DOWN = "In Mary the two sides sat down on 7 May to talk about water."
QUESTION = read_question("when were the water talks in Mary")


def event(kind, answer, quote, source="a"):
    fact = make_fact(f"{kind}: {answer}", {answer: [make_claim(quote, source, kind=kind)]}, kind, subject="event:talks")
    return replace(fact, id=f"{kind}-{answer}")


DATE = event("event_date", "7 May 2024", HELD)
PLACE = event("event_place", "Mary", "held in Mary")
CHAIR = event("event_chair", "Ilze Ozola", "Ozola was in the chair")


def add(said, *facts):
    """Add what source b says, in a statement that is its whole text."""
    claim = make_claim(said, "b", kind="statement")
    base = MadeBase(
        *facts, make_fact("Is it so?", {said: [claim]}, "statement"),
        sources=[make_source("a", text=HELD), make_source("b", text=said)],
    )  # fmt: skip
    return add_elsewhere(base, QUESTION, facts)


def quotes(fact):
    return [c.quote for c in fact.claims]


def test_a_source_that_gives_the_answer_in_other_words_is_shown_third():
    shown = add(SAT_DOWN, DATE, PLACE, CHAIR)
    assert [f.kind for f in shown] == ["event_date", "event_place", "statement", "event_chair"]
    assert quotes(shown[2])[0] == SAT_DOWN


def test_what_the_fact_cites_whose_place_it_takes_is_told_with_it():
    assert quotes(add(SAT_DOWN, DATE, PLACE, CHAIR)[2]) == [SAT_DOWN, "Ozola was in the chair"]


def test_a_fact_of_statements_is_added_to():
    said = event("statement", "“Water”", "Water was the theme")
    shown = add(SAT_DOWN, DATE, PLACE, said)
    assert [quotes(f) for f in shown[2:]] == [["Water was the theme", SAT_DOWN]]


@pytest.mark.parametrize(
    "said",
    [
        "On 7 May 2024 the bridge near Osh was closed.",
        "In Mary they talk about water every day.",
        f"In Mary the two sides sat down on 7 May to talk about water{' and so on' * 40}.",
    ],
)
def test_another_thing_of_that_day_or_what_gives_no_answer_or_is_too_long_is_not_shown(said):
    assert add(said, DATE, PLACE) == [DATE, PLACE]


def test_another_figure_is_shown_where_the_question_stands_in_one_sentence():
    said = "The water talks in Mary were held on 9 June."
    assert quotes(add(said, DATE, PLACE)[-1]) == [said]


def test_what_a_fact_of_another_kind_cites_is_no_answer_yet():
    place = event("event_place", "Mary", "held in Mary", "b")
    assert quotes(add(SAT_DOWN, DATE, place)[-1])[0] == SAT_DOWN


def test_without_a_figure_another_answer_is_shown_where_people_are_asked_for():
    said = "The water talks in Mary were opened by Ivo Krūze."
    assert quotes(add(said, CHAIR)[-1]) == [said]
    assert add(said, DATE) == [DATE]


def test_of_an_office_nothing_is_added_since_many_facts_have_the_same_answer():
    office = event("title", "minister", "the minister")
    assert add(SAT_DOWN, office) == [office]


def test_a_cited_source_is_not_told_again():
    assert add(SAT_DOWN, event("event_date", "7 May 2024", HELD, "b")) == [event("event_date", "7 May 2024", HELD, "b")]
