"""Words that differ in their ending alone have one stem."""

import pytest

from eucacheck.stems import LONGEST_SENTENCE, overlap, stem


@pytest.mark.parametrize(
    "words",
    [
        ("sign", "signed", "signing", "signs"),
        ("invest", "investment", "investments", "investor", "Investors"),
        ("centre", "center", "centres"),
        ("country", "countries"),
    ],
)
def test_words_that_belong_together(words):
    assert len({stem(w) for w in words}) == 1


@pytest.mark.parametrize("pair", [("water", "watch"), ("rails", "raiders"), ("state", "status"), ("order", "border")])
def test_words_that_do_not(pair):
    assert stem(pair[0]) != stem(pair[1])


@pytest.mark.parametrize("word", ["sea", "port", "aid", "gas"])
def test_a_short_word_stays(word):
    assert stem(word) == word


def test_the_share_of_the_smaller_set():
    assert overlap({"a", "b"}, {"b", "c", "d"}) == 0.5
    assert overlap((), {"a"}) == 0.0


def test_a_sentence_is_bounded():
    assert LONGEST_SENTENCE < 10_000
