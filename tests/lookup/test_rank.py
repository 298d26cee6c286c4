"""The fact that answers a query comes first."""

import pytest

from eucacheck.lookup import look_up, read_question, search_facts
from eucacheck.lookup.rank import rank, split_facts
from tests.made_facts import MadeBase, make_claim, make_fact, make_source

TITLE = make_fact(
    "Which office did Ilze Ozola hold: minister of transport of Latvia?",
    {
        "minister of transport of Latvia": [
            make_claim("Transport Minister Ilze Ozola"),
            make_claim("Minister Ozola", "b"),
        ]
    },
    subject="person:ilze-ozola",
)
NAME = make_fact(
    "How is Ilze Ozola spelt?", {"Ilze Ozola": [make_claim("Ilze Ozola")]}, kind="name", subject="person:ilze-ozola"
)
DATE = make_fact(
    "When was the 4th Water Forum (Osh, 12 May 2023) held?",
    {"12 May 2023": [make_claim("the forum on 12 May", when="2023-05-12", kind="event_date")]},
    kind="event_date",
    subject="event:water-forum-4",
)
LATER = make_fact(
    "When was the 5th Water Forum (Osh, 3 June 2024) held?",
    {"3 June 2024": [make_claim("the forum on 3 June", when="2024-06-03", kind="event_date")]},
    kind="event_date",
    subject="event:water-forum-5",
)
PLACE = make_fact(
    "Where was the 4th Water Forum (Osh, 12 May 2023) held?",
    {"Osh": [make_claim("the forum in Osh", when="2023-05-12", kind="event_place")]},
    kind="event_place",
    subject="event:water-forum-4",
)
SMALL = make_fact(
    "How much did the European Bank lend to Tajikistan?",
    {"EUR 5 million": [make_claim("a loan of 5 million euros")]},
    kind="amount",
    values={"EUR 5 million": {"amount": "5000000", "currency": "EUR"}},
)
LARGE = make_fact(
    "How much did the European Bank give for water?", {"EUR 50 million": [make_claim("a grant of 50 million euros")]},
    kind="amount", values={"EUR 50 million": {"amount": "50000000", "currency": "EUR"}},
)  # fmt: skip
ALL = (TITLE, NAME, DATE, LATER, PLACE, SMALL, LARGE)


def best(query, *findings):
    return search_facts(MadeBase(*(findings or ALL)), query)[0].finding


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("Ozola title", TITLE),
        ("Ozola", NAME),
        ("how is Ozola spelled", NAME),
        ("when was the fourth water forum", DATE),
        ("5th water forum date", LATER),
        ("where was the forum in May 2023", PLACE),
        ("water forum 3 June 2024", LATER),
        ("12 May 2023", DATE),
        ("5 million euros", SMALL),
        ("€50m", LARGE),
        ("how much did the bank lend to Tajikistan", SMALL),
        ("who is transport minister of Latvia", TITLE),
    ],
)
def test_the_fact_that_is_asked_for_comes_first(query, fact):
    assert best(query) == fact


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("Ozolla title", TITLE),
        ("watter forum 2024", LATER),
        ("loan to Tadjikistan", SMALL),
        ("how is Ozula spelt", NAME),
    ],
)
def test_a_misspelt_word_finds_what_comes_near(query, fact):
    assert best(query) == fact


def test_every_fact_is_read_only_where_a_word_is_in_none():
    base = MadeBase(*ALL)
    search_facts(base, "Ozola title")
    assert base.read_all == 0
    search_facts(base, "Ozolla title")
    assert base.read_all == 1


def test_what_shares_nothing_with_the_question_is_left_out():
    assert search_facts(MadeBase(*ALL), "zeppelin") == []
    assert all("forum" in r.finding.question.casefold() for r in search_facts(MadeBase(*ALL), "forum in Osh"))


def test_a_name_weighs_more_than_a_word_for_a_kind():
    visits = [
        make_fact(
            f"When did {n} visit Osh?", {"May 2023": [make_claim(f"{n} visited Osh", kind="visit")]}, kind="visit"
        )
        for n in ("Berg", "Lund", "Dahl", "Moe", "Lie")
    ]
    assert best("Ozola visit", NAME, *visits) == NAME


def test_initials_stand_for_words_and_words_for_initials():
    spelt = make_fact("Who is envoy of the Asian Water Board?", {"Ivo Krūze": [make_claim("envoy Ivo Krūze")]})
    short = make_fact("Who is envoy of the AW?", {"Ivo Krūze": [make_claim("AW envoy")]}, subject="office:envoy")
    other = make_fact("Who is envoy of the Polar Council?", {"Liv Berg": [make_claim("envoy Liv Berg")]})
    assert best("AWB envoy", spelt, other) == spelt
    assert best("envoy Asian Water", short, other) == short


def test_the_fact_with_more_sources_comes_first_of_equals():
    one = make_fact(
        "When was the Alma dialogue held?", {"May 2020": [make_claim("dialogue in May")]}, subject="event:x"
    )
    two = make_fact(
        "When is the Alma dialogue held?",
        {"June 2021": [make_claim("dialogue in June"), make_claim("June dialogue", "b")]}, subject="event:y",
    )  # fmt: skip
    assert best("Alma dialogue", one, two) == two


def test_words_beside_a_quotation_count():
    text = "The grant is for the deep harbour. It rains. The loan of 7 million is for hospitals."
    said = [(q, text.index(q)) for q in ("The grant", "The loan")]
    grant, loan = (
        make_fact(f"What was {q}?", {q: [make_claim(q, start=at, kind="amount")]}, kind="amount") for q, at in said
    )
    base = MadeBase(grant, loan, sources=[make_source(text=text)])
    assert search_facts(base, "deep harbour")[0].finding == grant
    assert search_facts(base, "hospitals million")[0].finding == loan


def test_the_order_of_facts_does_not_depend_on_the_order_given():
    question = read_question("water forum Osh")
    forward = rank(split_facts(ALL), question)
    assert rank(split_facts(ALL[::-1]), question) == forward


def test_an_answer_names_the_sources_that_it_quotes_and_no_other():
    answer = look_up(MadeBase(*ALL), "Ozola title")
    assert answer["schema"] == "eucacheck-fact/1"
    assert [s["path"] for s in answer["sources"]] == ["a.txt", "b.txt"]
    assert answer["facts"][0]["id"] == TITLE.id


def test_an_empty_base_answers_nothing():
    assert look_up(MadeBase(), "Ozola") == {
        "schema": "eucacheck-fact/1", "query": "Ozola", "as_of": None, "sources": [], "facts": [],
    }  # fmt: skip
