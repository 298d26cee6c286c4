"""Facts that answer a query alike stand side by side; what was judged to be disputed stays for itself."""

from dataclasses import replace

import pytest

from eucacheck.lookup import look_up
from eucacheck.lookup.gather import gather
from eucacheck.lookup.rank import Ranked
from tests.made_facts import MadeBase, make_claim, make_fact

PERSON = "person:ilze-ozola"


def title(office, source="a", person=PERSON, name="Ilze Ozola"):
    value = {"office": office, "organisation": "country:latvia", "name": name}
    claim = replace(make_claim(f"{office} {name}", source), value=value)
    return make_fact(f"Which office did {name} hold: {office}?", {office: [claim]}, subject=person)


def shown(*scored):
    ranked = [Ranked(fact, score) for fact, score in scored]
    return gather(ranked, MadeBase(*(fact for fact, _ in scored)), {})


def test_the_offices_of_one_person_are_one_answer():
    facts = shown((title("minister"), 1.0), (title("ambassador", "b"), 0.9))
    assert [[a.text for a in f.answers] for f in facts] == [["minister", "ambassador"]]
    assert facts[0].summary.count(";") == 1


def test_the_holders_of_one_office_are_one_answer_with_their_names():
    other = title("minister", "b", "person:ivo-kruze", "Ivo Krūze")
    facts = shown((title("minister"), 1.0), (other, 0.95))
    assert [a.text for a in facts[0].answers] == ["Ilze Ozola: minister", "Ivo Krūze: minister"]
    assert facts[0].question == "Who is minister?"
    assert facts[0].subject == "office:minister@country:latvia"


def came(name, subject="event:forum", source="a"):
    claim = replace(make_claim(name, source, kind="participant"), value={"name": name, "present": True})
    return make_fact(f"Did {name} take part in the forum (Osh)?", {"present": [claim]}, "participant", subject=subject)


def test_those_who_came_to_one_event_are_one_answer_with_their_names():
    facts = shown((came("Ilze Ozola"), 1.0), (came("Ivo Krūze", source="b"), 0.9), (came("Ada", "event:fair"), 0.9))
    assert [[a.text for a in f.answers] for f in facts] == [["Ilze Ozola: present", "Ivo Krūze: present"], ["present"]]
    assert facts[0].question == "Who took part in the forum (Osh)?"


@pytest.mark.parametrize(
    ("other", "score"),
    [
        (title("ambassador", "b"), 0.5),
        (title("ambassador", "b", "person:ivo-kruze", "Ivo Krūze"), 1.0),
    ],
)
def test_what_answers_less_well_or_is_another_thing_stays_apart(other, score):
    assert len(shown((title("minister"), 1.0), (other, score))) == 2


def test_what_is_disputed_stays_apart():
    disputed = make_fact(
        "Was Ilze Ozola minister or envoy?",
        {"minister": [make_claim("minister")], "envoy": [make_claim("envoy", "b")]}, subject=PERSON,
    )  # fmt: skip
    assert shown((disputed, 1.0), (title("ambassador", "b"), 1.0))[0] == disputed


def test_a_fact_that_an_earlier_one_shows_in_full_is_left_out():
    claim = make_claim("minister")
    disputed = make_fact("Was she minister or envoy?", {"minister": [claim], "envoy": [make_claim("envoy", "b")]})
    assert shown((disputed, 1.0), (make_fact("Was she minister?", {"minister": [claim]}), 0.4)) == [disputed]


def statement(text, source="a", start=0):
    return make_fact(
        f"Is it so that “{text}”?",
        {f"“{text}”": [make_claim(text, source, start, kind="statement")]}, "statement", subject=f"topic:{text[:3]}",
    )  # fmt: skip


def test_statements_on_what_is_asked_stand_side_by_side_and_the_clause_inside_another_is_told_once():
    whole = statement("the first ferry sails to Aktau on 3 May")
    clause = statement("the first ferry sails to Aktau")
    other = statement("a ferry to Aktau will sail on 9 May", "b")
    (fact,) = shown((whole, 1.0), (clause, 0.95), (other, 0.9))
    assert [a.sources for a in fact.answers] == [1, 1]
    assert fact.verdict == "unclear"
    assert fact.summary == "2 statements on this, of 2 sources"


def test_statements_of_one_source_alone_stay_told_by_one_source():
    (fact,) = shown((statement("a ferry sails"), 1.0), (statement("it sails to Aktau", start=90), 1.0))
    assert fact.verdict == "single"
    assert fact.summary == "2 statements on this, of 1 source"


def amount(question, *claims, **known):
    return make_fact(question, {"EUR 5 million": list(claims)}, "amount", **known)


def test_what_another_fact_knows_of_the_same_figure_supports_it():
    one, two = make_claim("5 million", kind="amount"), make_claim("five million", "b", kind="amount")
    facts = shown(
        (amount("How much was the loan?", one), 1.0), (amount("What do EUR 5 million stand for?", one, two), 0.5)
    )
    assert facts[0].answers[0].sources == 2
    assert facts[0].verdict == "agree"
    assert "1 more" in facts[0].why


def test_a_figure_of_another_year_is_no_support():
    one = make_claim("5 million", kind="amount", when="2022")
    two = make_claim("five million", "b", kind="amount", when="2019")
    facts = shown(
        (amount("How much was the trade in 2022?", one), 1.0),
        (amount("What do EUR 5 million stand for?", one, two), 0.5),
    )
    assert facts[0].answers[0].sources == 1


def test_bringing_together_does_not_depend_on_the_order_of_the_base():
    facts = (title("minister"), title("ambassador", "b"), statement("Ozola sails to Aktau"))
    assert look_up(MadeBase(*facts), "Ozola title") == look_up(MadeBase(*facts[::-1]), "Ozola title")


def test_figures_of_one_measure_stand_side_by_side():
    held = {"subject": "figure:funding", "kind": "amount"}
    small = make_fact("What do EUR 21 million stand for? (as funding)", {"EUR 21 million": [make_claim("21")]}, **held)
    large = make_fact("What do EUR 22 million stand for? (as funding)", {"EUR 22 million": [make_claim("22")]}, **held)
    loan = make_fact("What do EUR 23 million stand for? (as a loan)", {"EUR 23 million": [make_claim("23")]}, **held)
    assert [len(f.answers) for f in shown((small, 1.0), (large, 1.0), (loan, 1.0))] == [2, 1]


def test_ambassadors_of_one_body_are_not_one_office():
    facts = (title("ambassador"), title("ambassador", "b", "person:ivo-kruze", "Ivo Krūze"))
    assert len(shown(*((f, 1.0) for f in facts))) == 2


def test_what_sources_say_that_the_first_facts_lack_is_shown_in_full():
    typed = [title("minister"), amount("How much was the loan?", make_claim("5 million", kind="amount"))]
    typed.append(make_fact("How many ferries?", {"4": [make_claim("4", kind="count")]}, "count"))
    said, known = statement("Ozola is ill", "b"), statement("Ozola is well")
    scored = [(f, 1.0 - i / 10) for i, f in enumerate(typed)]
    assert shown(*scored, (said, 0.5))[2] == said
    assert shown(*scored, (known, 0.5))[3] == known


def test_what_the_fact_on_an_office_shows_is_not_told_again_by_person():
    person = title("minister")
    office = make_fact(
        "Who is minister?", {"Ilze Ozola, 2024": list(person.answers[0].claims), "Ivo Krūze": [make_claim("K")]},
        verdict="supersede", subject="office:minister@country:latvia",
    )  # fmt: skip
    assert shown((office, 1.0), (person, 0.5)) == [office]
