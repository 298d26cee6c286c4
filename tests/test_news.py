"""How like two texts are tells whether they report one piece of news: rare words count, and when they appeared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.facts import ONE_NEWS, Surroundings
from eucacheck.news import Prints, likeness, print_of, words_of
from eucacheck.pack import Pack
from eucacheck.pack.words import word_counts

ONE = "In Naryn the mayor, Aibek Toroev, met Lotta Virkkunen of Kymi Oy on 4 May. A bridge costs 1,250 euros."
OTHER = "Kymi Oy sent Lotta Virkkunen to see Mayor Aibek Toroyev on May 4, and paid 1250 euros for the bridge in Naryn."
FAR = "The European Union and Uzbekistan signed an agreement in Tashkent, the ministry said. The minister was there."


def test_words_are_stems_and_figures_of_the_article_itself() -> None:
    assert {"nary" if "nary" in words_of(ONE) else "naryn", "virkkunen", "#1250"} <= words_of(ONE).keys()
    text = "A report from Naryn says that Lotta Virkkunen came.\n" * 12 + "\nRead also\n\nWhat Tomasz Wielgorski said\n"
    assert "wielgorski" not in words_of(text)


def test_rare_words_tell_and_common_ones_hardly() -> None:
    assert likeness(print_of(ONE), print_of(OTHER)) > 2 * ONE_NEWS
    assert likeness(print_of(ONE), print_of(FAR)) < ONE_NEWS / 2
    assert print_of(ONE).weights["euro"] < print_of(ONE).weights["mayor" if "mayor" in words_of(ONE) else "may"]


def test_days_are_those_that_the_text_names() -> None:
    assert print_of(ONE).days == print_of(OTHER).days == {"4 May"}
    assert print_of(FAR).days == frozenset()


def test_one_news_appears_within_days() -> None:
    days = {"a": parse_edtf("2026-05-04"), "b": parse_edtf("2026-05-06"), "c": parse_edtf("2026-09-06"), "d": None}
    prints = {source: print_of(OTHER if source == "b" else ONE) for source in days}
    around = Surroundings(Pack(), days, prints=prints)
    assert around.one_news("a", "b")
    assert around.news("a", "c") == 0, "months apart"
    assert not around.one_news("a", "a")
    assert around.news("a", "nobody") == 0


def test_one_news_is_not_told_years_apart_however_roughly_the_sources_are_dated() -> None:
    days = {
        "a": parse_edtf("2021-11-12/2023-11-21"),
        "b": parse_edtf("2024-10-02/.."),
        "c": parse_edtf("2023-01-01/.."),
    }
    around = Surroundings(Pack(), days, prints=dict.fromkeys(days, print_of(ONE)))
    assert around.news("a", "b") == 0
    assert around.one_news("a", "c")


def test_of_a_source_without_a_date_more_must_tell() -> None:
    texts = {"a": ONE, "b": ONE.replace("on 4 May", "in spring"), "c": ONE}
    around = Surroundings(Pack(), {"a": parse_edtf("2026-05-04")}, prints={s: print_of(t) for s, t in texts.items()})
    assert around.news("a", "b") < likeness(around.prints["a"], around.prints["b"])
    assert around.news("a", "c") == likeness(around.prints["a"], around.prints["c"]), "they name one day"


def test_prints_are_made_of_the_texts_that_are_asked_for_and_once() -> None:
    read: list[str] = []

    def text_of(source: str) -> str:
        read.append(source)
        return ONE

    prints = Prints(("a", "b"), text_of)
    assert (list(prints), len(prints), read) == (["a", "b"], 2, [])
    assert prints["a"] is prints["a"]
    assert read == ["a"]
    with pytest.raises(KeyError):
        prints["c"]


def test_the_counts_are_of_articles_and_leave_out_what_few_have() -> None:
    articles, counts = word_counts()
    assert all(3 <= number <= articles for number in counts.values())
    assert counts["the"] > counts["embank" if "embank" in counts else "bridg"]


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_mutual_and_at_most_that_with_oneself(a: str, b: str) -> None:
    one, other = print_of(a), print_of(b)
    assert likeness(one, other) == likeness(other, one) <= 1 + 1e-9
    told = any(one.weights.values())  # a text of words that every article has tells nothing
    assert likeness(one, one) == pytest.approx(1 if told else 0)
