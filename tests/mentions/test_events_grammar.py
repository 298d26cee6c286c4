"""Event phrases: which words belong to the name of an event, and what they say of it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.mentions.events_grammar import LONGEST, find_phrases
from eucacheck.mentions.events_records import Circumstances
from eucacheck.records import PersonMention
from tests.growth import grows_linearly
from tests.mentions.eventful import NAMES, WORLD, names_in, phrases, sentences_of, words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Today the 20th EU-Inner Lakes Ministerial Meeting ends.", "the 20th EU-Inner Lakes Ministerial Meeting"),
        ("The second meeting of foreign ministers was short.", "The second meeting of foreign ministers"),
        ("A summit of the European Union (EU) and Freedonia.", "A summit of the European Union (EU) and Freedonia"),
        ("the conference on sustainable transport in Zenda", "the conference on sustainable transport"),
        ("the parliamentary forum of Freedonia and Ruritania", "the parliamentary forum of Freedonia and Ruritania"),
        ("the Conference on Clean Rivers on Monday", "the Conference on Clean Rivers"),
        ('the first summit "Inner Lakes - Borduria" ended', 'the first summit "Inner Lakes - Borduria"'),
        ("The first Inner Lakes + Borduria summit ended.", "The first Inner Lakes + Borduria summit"),
        ('The first "Inner Lakes plus Borduria" summit ended.', 'The first "Inner Lakes plus Borduria" summit'),
        ("the eleventh round of the annual Water Dialogue", "the eleventh round of the annual Water Dialogue"),
        ("the 2nd Ministerial Meeting of the Water Dialogue", "the 2nd Ministerial Meeting of the Water Dialogue"),
        ("The Cooperation Committee met for the nineteenth time.", "The Cooperation Committee met for the nineteenth"),
        ("The forum opens. It was first held in 2019.", "It was first held"),
    ],
)  # fmt: skip
def test_a_phrase_takes_in_the_words_of_the_name(text: str, phrase: str) -> None:
    assert phrase in words(text)


@pytest.mark.parametrize(
    "text",
    [
        "She gave a press conference.",
        "He left last week.",
        "An election came.",
        "Nothing happened here.",
    ],
)
def test_other_senses_of_a_head_are_no_event(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("the 21st summit", 21),
        ("the twenty-third round", 23),
        ("the first-ever summit", 1),
        ("the inaugural forum", 1),
        ("The council summit was their fifth in this format.", 5),
        ("the summit of 2024", None),
        ("the 30th anniversary of the summit", None),
    ],
)
def test_the_number_of_an_event(text: str, ordinal: int | None) -> None:
    assert [p.ordinal for p in phrases(text)] == [ordinal]


def test_an_institution_stands_for_what_it_belongs_to() -> None:
    [phrase] = phrases("the Council of Ports-Freedonia summit")
    assert phrase.parties == ("country:freedonia", "org:union")


def test_level_comes_from_the_words_before_or_behind_the_head() -> None:
    assert [p.level for p in phrases("the meeting of deputy foreign ministers")] == ["deputy-ministers"]
    assert [p.level for p in phrases("a leaders' meeting")] == ["leaders"]
    assert [p.level for p in phrases("the forum")] == [None]


def test_a_place_in_front_is_kept_apart_from_the_words() -> None:
    [phrase] = phrases("the third Zenda Water Forum")
    assert (phrase.sited, phrase.words, phrase.parties) == (("place:zenda",), ("water",), ())


def test_a_phrase_runs_over_the_line_end_of_wrapped_text() -> None:
    text = "They held the 21st EU-Inner\nLakes Water\nDialogue with care."
    [phrase] = phrases(text)
    assert text[phrase.start : phrase.end].startswith("the 21st EU-Inner\nLakes Water\nDialogue")
    assert phrase.ordinal == 21


def test_a_phrase_never_runs_into_the_next_paragraph() -> None:
    assert words("Freedonia and the summit\n\nOf Ruritania little is known.") == ["the summit"]


def test_a_bare_phrase_says_nothing_but_that_there_was_an_event() -> None:
    assert [p.bare for p in phrases("The meeting ended.")] == [True]
    assert [p.bare for p in phrases("The EU-Freedonia meeting ended.")] == [False]
    assert [p.plural for p in phrases("Two meetings took place.")] == [True]


_PIECES = st.sampled_from(
    [*NAMES, "summit", "meeting", "Forum", "the", "20th", "first", "of", "and", "-", "–", '"', "ministers", ".", ",",
     "\n", "\n\n", "on", "for", "Water", "It was first held", "plus", "+", "(", ")", "’s", "week", "été", "İ", "talks"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join))
def test_phrases_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = phrases(text)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == phrases(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=25).map(" ".join))
def test_what_stands_before_a_paragraph_changes_nothing_in_it(text: str) -> None:
    """Offsets move with the text, and nothing else does."""
    moved = phrases("Rain fell.\n\n" + text)
    assert [(p.start - 12, p.end - 12, p.words) for p in moved] == [(p.start, p.end, p.words) for p in phrases(text)]


@pytest.mark.parametrize(
    "unit",
    ["summit ", "- ", "EU Freedonia Ruritania summit ", "Water Forum of the ", "A", '"', "round of the ", "It was "],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    assert grows_linearly(phrases, lambda times: unit * times, 200)


def test_no_phrase_is_longer_than_a_name_can_be() -> None:
    assert max(p.end - p.start for p in phrases("summit " * 2000)) <= LONGEST


def test_a_person_in_a_phrase_is_no_word_of_its_series() -> None:
    text = "the second summit of the Inner Lakes and the president of the EU Rosa Quist"
    at = text.index("Rosa")
    persons = [PersonMention(at, at + len("Rosa Quist"), "person:rosa-quist", "full", "Rosa Quist")]
    [phrase] = find_phrases(text, Circumstances((), names_in(text), persons), sentences_of(text), WORLD)
    assert phrase.end == len(text)
    assert phrase.words == ()


def test_a_high_level_meeting_is_of_no_series_of_its_own_but_a_high_level_platform_is() -> None:
    assert phrases("the high-level meeting of the EU and the Inner Lakes")[0].words == ()
    assert "high-level" in phrases("the EU-Inner Lakes High-Level Conference")[0].words
