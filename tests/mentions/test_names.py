"""People and entities: exact names, surnames that go back, misspelt and spoofed forms, places that are given names."""

import pytest

from eucacheck.mentions.names import find_entities, find_persons
from eucacheck.mentions.offices import names_beside_offices
from eucacheck.shadow import Shadow, fold
from tests.growth import grows_linearly
from tests.mentions.test_offices import pack, read


def people(text: str) -> list[tuple[str, str]]:
    return [(p.name, p.person.partition(":")[2]) for p in read(text).persons]


def entities(text: str) -> list[tuple[str, str, str]]:
    return [(text[e.start : e.end], e.entity, e.form) for e in find_entities(text, pack())]


def test_a_surname_goes_back_to_the_full_name():
    text = "Norwegian Ambassador Ingvild Haugstad spoke. Haugstad left."
    assert people(text) == [("Ingvild Haugstad", "ingvild-haugstad"), ("Haugstad", "ingvild-haugstad")]


def test_a_misspelt_surname_goes_back_where_one_candidate_remains():
    text = "Norwegian Ambassador Ingvild Haugstad spoke. Later Haugstat left."
    assert people(text)[-1] == ("Haugstat", "ingvild-haugstad")


def test_two_spellings_in_one_text_are_one_person():
    text = "EBRD Vice-President Marek Hlavaty signed. EBRD Vice-President Marek Hlavatty left."
    assert {person for _, person in people(text)} == {"marek-hlavaty"}


def test_a_mister_is_a_person():
    assert ("Weberling", "weberling") in people("Mr Weberling declined to comment.")


def test_honorifics_are_no_part_of_a_name():
    assert people("Lord Callum Pryce, Britain's ambassador to Kazakhstan, spoke.") == [("Callum Pryce", "callum-pryce")]


def test_a_place_after_an_office_may_be_a_given_name():
    assert ("Milan Vystrcil", "milan-vystrcil") in people("Foreign Minister Milan Vystrcil spoke.")


def test_organisations_are_never_matched_by_likeness():
    assert entities("the Council of Europe met") != entities("the European Council met")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The delegation of Kyrgyztan left.", "country:kyrgyzstan"),
        ("Turkmenitsan agreed.", "country:turkmenistan"),
        ("The European Comission agreed.", "org:european-commission"),
    ],
)
def test_one_letter_off_is_misspelt(text: str, entity: str):
    assert (entity, "misspelt") in {(e, form) for _, e, form in entities(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistani farmers met.",
        "Kazakhstanis vote.",
        "Turkestan is old.",
        "Tajik law.",
        "The World Health Organisation.",
    ],
)
def test_other_words_are_not_misspelt(text: str):
    assert all(form != "misspelt" for _, _, form in entities(text))


def test_letters_of_another_script_do_not_hide_a_name():
    assert entities("the European Сouncil met")[0][1] == "org:european-council"


def test_the_fold_keeps_the_length():
    for text in ("“Европа” – EU", "Кaзaхстан", "\ud800 x", "a\u200bb"):
        assert len(fold(text)) == len(text)


def test_a_shadow_maps_back():
    text = "Kal\u00adlas spoke"
    shadow = Shadow(text)
    start = shadow.text.index("Kallas")
    low, high = shadow.to_source(start, start + 6)
    assert text[low:high] == "Kal\u00adlas"


@pytest.mark.parametrize("unit", ["Xx-", "President ", "presidents of Latvia and Estonia, ", "Mr Abcdef and ", "A. "])
def test_hostile_text_takes_linear_time(unit: str):
    def read(text):
        return find_persons(text, [], find_entities(text, pack()), names_beside_offices(text, [], pack()), pack())

    assert grows_linearly(read, lambda size: unit * (size // len(unit)), 2000)
    assert all(p.start < p.end for p in read(unit * 50))
