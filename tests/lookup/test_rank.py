"""The fact that answers a query comes first."""

from dataclasses import replace

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.lookup import look_up, read_question, search_base, search_facts
from eucacheck.lookup.fact_words import split_facts
from eucacheck.lookup.rank import rank
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


@pytest.mark.parametrize("query", ["zeppelin races", "who is president of Atlantis", "the Polar Council budget"])
def test_where_nothing_fits_no_fact_is_given_and_the_strange_words_are_told(query):
    found = search_base(MadeBase(*ALL), query)
    assert found.facts == ()
    assert set(found.unknown) & set(query.casefold().split())
    assert look_up(MadeBase(*ALL), query)["facts"] == []


def test_what_comes_nearest_is_kept_apart_from_what_fits():
    found = search_base(MadeBase(*ALL), "transport minister of Atlantis under the zeppelin act")
    assert found.facts == ()
    assert found.near[0].finding == TITLE


def test_a_misspelt_word_is_told_with_what_it_was_read_as():
    assert search_base(MadeBase(*ALL), "Ozolla title").read_as == (("ozolla", "ozola"),)


@pytest.mark.parametrize(("query", "near"), [("wine", "nine"), ("host", "most"), ("vase", "base")])
def test_a_short_word_with_one_other_letter_is_another_word(query, near):
    fact = make_fact(f"How many {near}?", {near: [make_claim(near)]}, "count")
    assert search_base(MadeBase(fact), query).facts == ()


def test_a_word_that_some_text_has_is_not_misspelt():
    base = MadeBase(*ALL, sources=[make_source(text="The watter forum is a brand of bottles.")])
    assert search_base(base, "watter forum").read_as == ()


def dated(number, day, place="Osh"):
    return make_fact(
        f"When was the {number} Lake Council ({place}) held?",
        {day: [make_claim(f"the council met on {day}", when=day, kind="event_date")]},
        kind="event_date", subject=f"event:lake-council-{day}",
    )  # fmt: skip


def test_the_last_of_several_is_the_latest():
    facts = dated("first", "2021-05-03"), dated("third", "2023-06-07"), dated("second", "2022-05-05")
    assert best("when was the last Lake Council", *facts) == facts[1]
    assert best("when was the first Lake Council", *facts) == facts[0]


def test_the_last_of_one_series_is_not_the_latest_of_another():
    other = make_fact(
        "When was the 5th Lake Forum held?",
        {"2025-01-02": [make_claim("the forum, unlike the council", when="2025-01-02", kind="event_date")]},
        kind="event_date", subject="event:lake-forum-2025",
    )  # fmt: skip
    facts = dated("first", "2021-05-03"), dated("third", "2023-06-07"), other
    assert best("when was the last Lake Council", *facts) == facts[1]


def test_what_happened_on_a_day_is_no_question_of_a_name():
    assert best("what happened on 12 May 2023") == DATE
    spelt = make_fact("How is Ilze Ozola spelt?", {"Ilze Ozola": [make_claim("Ozola", when="2023-05-12")]}, "name")
    stay = make_claim("Ozola in Osh", when="2023-05-12", kind="visit")
    visit = make_fact("When did Ilze Ozola visit Osh?", {"12 May 2023": [stay]}, "visit")
    assert best("Ozola May 2023", spelt, visit) == visit


def test_what_was_held_is_meant_unless_the_question_looks_ahead():
    held = dated("first", "2021-05-03")
    planned = make_fact(
        "When is the Lake Council (Naryn)?",
        {"2026": [make_claim("the council of 2026", when="2026", kind="event_date")]}, kind="event_date",
        subject="event:lake-council-2",
    )  # fmt: skip
    assert best("when was the Lake Council", held, planned) == held
    assert best("when is the Lake Council", held, planned) == planned
    assert best("next Lake Council date", held, planned) == planned


def test_words_of_one_sense_find_each_other():
    deaths = make_fact("How many people were killed at Osh?", {"4": [make_claim("four killed")]}, "count")
    other = make_fact("How many people were fed at Osh?", {"9": [make_claim("nine fed")]}, "count")
    assert best("deaths Osh", other, deaths) == deaths


def test_an_office_without_a_name_asks_who_holds_it():
    office = make_fact(
        "Who is minister of transport of Latvia?", {"Ilze Ozola": [make_claim("Minister Ilze Ozola")]},
        subject="office:minister@country:latvia",
    )  # fmt: skip
    assert best("minister of transport Latvia", TITLE, office) == office
    assert best("Ozola minister of transport Latvia", TITLE, office) == TITLE


def test_the_figure_of_a_large_number_is_no_small_number():
    fact = make_fact("What do EUR 10 billion stand for?", {"EUR 10 billion": [make_claim("EUR 10 billion")]}, "amount")
    years = make_fact("How many years did it take?", {"10 years": [make_claim("10 years")]}, "count")
    assert best("ten years", fact, years) == years
    assert len(search_facts(MadeBase(fact, years), "ten years")) == 1


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


def test_a_word_in_the_sentence_before_counts_for_what_a_pronoun_may_mean():
    text = "The Lukna dam is being built by Ozola. Some 7 million go into it. It rains. Some 9 million go to schools."
    said = [(q, text.index(q)) for q in ("7 million go into it", "9 million go to schools")]
    dam, schools = (
        make_fact(f"What do {q[:9]} stand for?", {q[:9]: [make_claim(q, start=at, kind="amount")]}, kind="amount")
        for q, at in said
    )
    found = search_facts(MadeBase(schools, dam, sources=[make_source(text=text)]), "Lukna dam money")
    assert [r.finding for r in found] == [dam]


def test_facts_on_another_person_than_the_one_that_is_named_come_later():
    other = make_fact(
        "Which office did Ivo Moe hold: deputy minister of transport of Latvia?",
        {"deputy minister of transport of Latvia": [make_claim("Deputy Minister Moe")]}, subject="person:ivo-moe",
    )  # fmt: skip
    envoy = make_fact(
        "Which office did Ilze Ozola hold: envoy?", {"envoy": [make_claim("envoy Ozola")]}, subject="person:ilze-ozola"
    )
    assert best("minister Ozola", other, envoy) == envoy


@pytest.mark.parametrize("query", ["Ruze visit to Osh", "Rouze visit to Osh"])
def test_both_spellings_of_a_name_are_found_by_either(query):
    names = "Ivo Ruze", "Ivo Rouze"
    ids = [f"person:{n.casefold().replace(' ', '-')}" for n in names]
    spelt = make_fact(
        "Who is minister?", {n: [make_claim(f"Minister {n}", s)] for n, s in zip(names, "ab", strict=True)},
        verdict="variant", values={n: {"person": i} for n, i in zip(names, ids, strict=True)},
    )  # fmt: skip
    visits = [
        make_fact(
            f"When did {n} visit Osh (2024-05)?", {"date not given": [make_claim(f"{n} in Osh", s, kind="visit")]},
            "visit", subject=i,
        )
        for n, s, i in zip(names, "ab", ids, strict=True)
    ]  # fmt: skip
    first = look_up(MadeBase(spelt, *visits), query)["facts"][0]
    assert first["kind"] == "visit"
    assert [a["sources"] for a in first["answers"]] == [2]
    assert first["verdict"] == "agree"


def test_an_office_is_found_by_a_short_form_that_no_source_has():
    envoy = make_fact(
        "Which office did Ilze Ozola hold: special envoy of the Northern Lake?",
        {"special envoy of the Northern Lake": [make_claim("envoy Ozola")]}, subject="person:ilze-ozola",
    )  # fmt: skip
    assert best("NLSE", TITLE, envoy) == envoy


def test_a_strange_verb_leaves_what_is_asked_but_a_strange_name_does_not():
    ferries = make_fact("How many ferries?", {"4 ferries": [make_claim("four ferries")]}, "count")
    base = MadeBase(ferries, *ALL)
    assert [r.finding for r in search_facts(base, "ferries scrapped")] == [ferries]
    assert search_facts(base, "ferries of Atlantis") == []


def test_of_an_essay_only_the_first_strange_words_are_looked_up():
    essay = " ".join(f"zeppelin{chr(97 + i)}" for i in range(20))
    assert len(search_base(MadeBase(*ALL), essay).unknown) == 8


def test_a_figure_that_has_only_the_date_of_its_source_excludes_no_other_time():
    source = make_source(published=parse_edtf("2025-03-28"))
    told = make_fact(
        "What do EUR 7 million stand for? (as trade of Latvia)",
        {"EUR 7 million": [make_claim("trade of 7 million", when="2025-03-28", kind="amount")]}, "amount",
    )  # fmt: skip
    dated_one = make_fact(
        "What do EUR 9 million stand for? (as trade of Latvia)",
        {"EUR 9 million": [make_claim("trade of 9 million in 2019", when="2019", kind="amount")]}, "amount",
    )  # fmt: skip
    base = MadeBase(told, dated_one, sources=[source])
    assert search_facts(base, "trade of Latvia in 2024")[0].finding == told


def test_a_name_with_a_place_is_no_question_of_spelling():
    visit = make_fact("When did Ilze Ozola visit Osh?", {"May": [make_claim("Ozola in Osh", kind="visit")]}, "visit")
    spelt = make_fact("How is Ilze Ozola spelt?", {"Ilze Ozola": [make_claim(s, s) for s in "abcd"]}, "name")
    assert best("Ozola in Osh", spelt, visit) == visit


def test_who_else_came_is_no_answer_where_a_person_is_named():
    other = make_fact(
        "Did Ivo Krūze take part in the 4th Water Forum (Osh)?", {"present": [make_claim("Ivo Krūze came")]},
        kind="participant", subject="event:water-forum-4",
    )  # fmt: skip

    def score(name):
        ranked = rank(split_facts([other, name]), read_question("did Ozola attend the 4th Water Forum"))
        return next(r.score for r in ranked if r.finding is other)

    assert score(NAME) < 0.8 * score(replace(NAME, subject="place:ozola"))


@pytest.mark.parametrize(("query", "first"), [("how much for the canal", 0), ("how many dollars for the canal", 1)])
def test_what_a_sum_is_in_another_currency_comes_second_unless_one_is_named(query, first):
    paid = {"EUR 5 million": [make_claim("5 million euros for the canal")]}
    turned = {"USD 6 million": [make_claim("6 million dollars for the canal")]}
    sums = [
        make_fact("What do EUR 5 million stand for? (the canal)", paid, "amount"),
        make_fact("How much are EUR 5 million in USD? (the canal)", turned, "amount"),
    ]
    [best, *_] = rank(split_facts(sums), read_question(query))
    assert best.finding is sums[first]


def test_who_chaired_another_event_comes_after_what_is_told_of_the_one_that_is_meant():
    chair = make_fact(
        "Who chaired the 2nd Latvia-Asia Economic Forum (Osh)?", {"Ilze Ozola": [make_claim("Ozola chaired")]},
        "event_chair", subject="event:forum-2",
    )  # fmt: skip
    meant = make_fact(
        "Which was the 2nd Norway-Asia summit?", {"Naryn": [make_claim("the 2nd Norway-Asia summit")]},
        "event_ordinal", subject="event:summit-2",
    )  # fmt: skip
    assert best("who chaired the 2nd Norway-Asia summit", chair, meant) == meant


def test_the_third_country_to_do_something_is_a_rank():
    assert read_question("third country to sign").kinds["rank"] > 0.5
    assert "rank" not in read_question("third forum").kinds
