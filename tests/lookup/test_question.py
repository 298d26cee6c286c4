"""A query is read into content, kinds, dates, numbers and ordinals, whatever is in it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.lookup import read_question
from eucacheck.lookup.moments import Moment
from eucacheck.lookup.vocabulary import ASKS, HINTS
from eucacheck.lookup.words import split_words, stem


def best_kind(query):
    kinds = read_question(query).kinds
    return max(kinds, key=lambda k: kinds[k])


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("Dupont title", "title"),
        ("who is the Latvian minister of transport", "title"),
        ("when does the forum open", "event_date"),
        ("where is the conference", "event_place"),
        ("how much did Italy lend", "amount"),
        ("5 million euros", "amount"),
        ("how many schools", "count"),
        ("who chaired the dialogue", "event_chair"),
        ("third round", "event_ordinal"),
        ("largest lender", "rank"),
        ("first country to ratify the treaty", "rank"),
        ("Rossi visit to Osh", "visit"),
        ("12 May 2023", "event_date"),
        ("Lindqvist", "name"),
        ("what did the envoy say", "quote"),
        ("what did Rossi promise", "quote"),
        ("which round of the dialogue", "event_ordinal"),
        ("how often has the council met", "event_ordinal"),
        ("did Italy take part in the forum", "participant"),
        ("deaths in the flood", "count"),
        ("mou on water", "agreement"),
        ("envoy since when", "event_date"),
        ("how big is trade", "amount"),
        ("who succeeded Rossi", "title"),
    ],
)
def test_the_kind_that_is_asked_for(query, kind):
    assert best_kind(query) == kind


@pytest.mark.parametrize(
    ("query", "moment"),
    [
        ("27 October 2022", Moment(2022, 10, 27)),
        ("october 27, 2022", Moment(2022, 10, 27)),
        ("2022-10-27", Moment(2022, 10, 27)),
        ("on June 5", Moment(None, 6, 5)),
        ("in may", Moment(None, 5)),
        ("Sept 2023", Moment(2023, 9)),
        ("in 2024", Moment(2024)),
    ],
)
def test_dates_as_people_write_them(query, moment):
    question = read_question(query)
    assert question.moments == (moment,)
    assert question.words == ()


@pytest.mark.parametrize("query", ["what may change", "the march of history", "jan larsson"])
def test_words_that_only_look_like_months(query):
    assert not any(m.day or m.year for m in read_question(query).moments)


def test_a_word_that_may_be_a_name_is_no_month_alone():
    assert read_question("Jan Larsson").words == ("jan", "larsson")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("10 billion euros", (Decimal(10**10), "EUR")),
        ("€10bn", (Decimal(10**10), "EUR")),
        ("EUR 1.5 million", (Decimal(1_500_000), "EUR")),
        ("$12,500", (Decimal(12_500), "USD")),
        ("1,5 mln", (Decimal(1_500_000), None)),
        ("27 ministers", (Decimal(27), None)),
    ],
)
def test_numbers_with_their_magnitude_and_currency(query, number):
    assert read_question(query).numbers == (number,)


def test_an_ordinal_is_searched_in_both_its_forms():
    question = read_question("20th meeting")
    assert question.ordinals == (20,)
    assert {"20th", "meeting"} <= set(question.terms)
    assert {"third", "3rd"} <= set(read_question("third meeting").terms)


def test_stop_words_alone_are_still_searched():
    assert read_question("who is it").terms


@pytest.mark.parametrize(
    ("one", "other"),
    [("first", "1st"), ("chaired", "chairs"), ("ministers", "minister"), ("twentieth", "20th"), ("ten", "10")],
)
def test_forms_of_one_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_diacritics_and_case_do_not_matter():
    assert split_words("Şükür BÖRRELL") == split_words("sukur borrell")


@given(st.text(max_size=80))
def test_any_text_is_a_question(query):
    question = read_question(query)
    assert all(w == w.casefold() for w in question.words)
    assert all(0 < weight <= 1.2 for weight in question.kinds.values())


def test_a_very_long_query_is_cut():
    assert len(read_question("word " * 100_000).words) == 1


def test_a_word_does_not_both_ask_and_count_as_content():
    assert not ASKS.keys() & HINTS.keys()


@pytest.mark.parametrize(
    ("query", "tense"),
    [
        ("when was the forum", "past"),
        ("when is the forum", "coming"),
        ("when did they say the forum is", "past"),
        ("where will the forum be", "next"),
        ("next forum", "next"),
        ("forum date", "unknown"),
    ],
)
def test_whether_a_question_looks_back_or_ahead(query, tense):
    assert read_question(query).tense == tense


def test_short_forms_of_the_language_are_spelt_out():
    assert read_question("pm of Latvia").words == ("prime", "minister", "latvia")


def test_what_is_spelt_out_is_searched_by_its_initials_too():
    assert "nla" in read_question("Northern Lake Authority").terms


def test_a_letter_of_a_name_is_no_word_of_its_own():
    assert read_question("O'Hara visit").words == ("hara", "visit")
