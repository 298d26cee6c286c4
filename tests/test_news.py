"""What two texts share that tells of one piece of news: rare names, days and figures, not what everybody writes of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.facts import ONE_NEWS, Surroundings
from eucacheck.news import WEIGHTS, Marks, marks_of, weigh_news
from eucacheck.pack import Pack, load_pack

PACK = load_pack()
ONE = "In Naryn the mayor, Aibek Toroev, met Lotta Virkkunen of Kymi Oy on 4 May. It cost 1,250 euros and 7.4 litres."
OTHER = "Kymi Oy sent Lotta Virkkunen to see Aibek Toroyev on May 4, and paid 1250 euros in Almaty, in 2024."


def test_names_days_and_figures_are_marks() -> None:
    marks = marks_of(ONE, Pack())
    assert {"name:virkunen", "name:kimi", "day:May 4", "figure:1250", "figure:7.4"} <= marks


def test_what_the_pack_names_is_none_and_its_people_tell_less() -> None:
    text = "In Astana and Brussels, it was Kaja Kallas of the European Union."
    assert marks_of(text, PACK) == {"known:kalas"}
    assert WEIGHTS["known"] < WEIGHTS["name"]


@pytest.mark.parametrize("text", ["The Harvest was a good harvest.", "It was on Monday.", "In 2024 and 12."])
def test_common_words_years_and_small_numbers_are_none(text: str) -> None:
    assert marks_of(text, Pack()) == frozenset()


def test_a_teaser_of_another_article_lends_no_marks() -> None:
    text = "A report from Naryn says that Lotta Virkkunen came.\n" * 12 + "\nRead also\n\nWhat Tomasz Wielgorski said\n"
    assert "name:vielgorski" not in marks_of(text, Pack())


def test_reports_of_one_news_share_enough_and_others_do_not() -> None:
    days = {"a": parse_edtf("2026-05-04"), "b": parse_edtf("2026-05-06"), "c": parse_edtf("2026-09-06"), "d": None}
    marks = dict.fromkeys("acd", marks_of(ONE, PACK)) | {"b": marks_of(OTHER, PACK)}
    around = Surroundings(PACK, days, marks=marks)
    assert around.one_news("a", "b")
    assert around.news("a", "c") == 0, "months apart"
    assert around.news("a", "d") < around.news("a", "a"), "less is known of one without a date"
    assert not around.one_news("a", "a")
    assert around.news("a", "nobody") == 0


def test_marks_are_read_from_the_texts_that_are_asked_for_and_once() -> None:
    read: list[str] = []

    def text_of(source: str) -> str:
        read.append(source)
        return ONE

    marks = Marks(("a", "b"), text_of, PACK)
    assert (list(marks), len(marks), read) == (["a", "b"], 2, [])
    assert marks["a"] == marks["a"] == marks_of(ONE, PACK)
    assert read == ["a"]
    with pytest.raises(KeyError):
        marks["c"]


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_has_marks_and_sharing_is_mutual(a: str, b: str) -> None:
    one, other = marks_of(a, PACK), marks_of(b, PACK)
    assert weigh_news(one, other) == weigh_news(other, one) <= min(weigh_news(x, x) for x in (one, other))
    assert ONE_NEWS > 0
