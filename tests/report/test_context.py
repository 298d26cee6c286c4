"""The words of a claim stand in their sentence, trimmed between words."""

from hypothesis import given
from hypothesis import strategies as st

from eucacheck.report.context import in_context

TEXT = "It rained in Osh. Then President Berg opened the forum on Monday. Nobody came.\nA caption"


def around(words, text=TEXT, **options):
    start = text.index(words)
    return in_context(text, start, start + len(words), **options)


def test_a_sentence_is_shown_and_no_more():
    assert around("President Berg") == ("Then ", "President Berg", " opened the forum on Monday.")


def test_a_long_sentence_is_cut_between_words():
    assert around("Berg", lead=8, tail=9) == ("… ", "Berg", " opened…")
    assert around("Berg", lead=10, tail=9)[0] == "…President "


def test_a_line_ends_a_sentence():
    assert around("Nobody") == ("", "Nobody", " came.")
    assert around("A caption") == ("", "A caption", "")


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=60))
def test_any_text_gives_three_safe_lines(before, words, after):
    parts = in_context(before + words + after, len(before), len(before) + len(words))
    assert all(len(p.splitlines()) <= 1 for p in parts)
