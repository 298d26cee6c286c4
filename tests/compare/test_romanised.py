"""Words of names in the Latin alphabets of several languages: which are one word in another romanisation."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eucacheck.compare.romanised import one_reading, readings, vowels_apart
from eucacheck.compare.spelling import classify_spelling
from eucacheck.shadow import skeleton


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Äşimov", "Ashimov"),
        ("Çaryýew", "Charyyev"),
        ("Xalıqov", "Khalykov"),
        ("Mawlen", "Maulen"),
        ("Yerlan", "Erlan"),
        ("Myrat", "Murat"),
        ("Meňliýew", "Mengliyev"),
        ("Žumaýew", "Zhumayev"),
        ("Yoʻldosh", "Yuldosh"),
        ("Yo‘ldosh", "Yoldosh"),
        ("Mäkelä", "Maekelae"),
        ("Ceyhun", "Jeyhun"),
        ("Tölegenov", "Tulegenov"),
        ("Abdyrakhmatova", "Abdrakhmatova"),
        ("Üsönbaev", "Usenbaev"),
    ],
)
def test_one_word_in_two_romanisations(a: str, b: str):
    assert one_reading(a, b)
    assert one_reading(b, a)


@pytest.mark.parametrize(("a", "b"), [("Hlavatý", "Hlavaty"), ("Costa", "Josta"), ("Otabek", "Otabeg")])
def test_a_word_keeps_its_skeleton_and_no_other_word_s(a: str, b: str):
    assert one_reading(a, b) == (skeleton(a) == skeleton(b))


def test_vowels_differ_only_where_an_alphabet_has_others():
    assert vowels_apart("Yoʻldoshev", "Yuldashev")
    assert vowels_apart("Qosimov", "Kasymov")
    assert not vowels_apart("Mikel", "Mikal")
    assert not vowels_apart("Ingvild", "Ingvalid")


@pytest.mark.parametrize(
    ("form", "canonical", "kind"),
    [
        ("Sanjar Beissenov", "Sanzhar Beisenov", "romanisation"),
        ("Gurbanmyrat Çaryýew", "Gurbanmurat Charyev", "romanisation"),
        ("Muzaffar Ashuriyon", "Muzaffar Ashurov", "romanisation"),
        ("Rustam Davlatzoda", "Rustam Davlatov", "romanisation"),
        ("Daler Juma", "Daler Jumaev", "romanisation"),
        ("Marek Hlavat", "Marek Hlavaty", "truncation"),
        ("Marek Hlavatty", "Marek Hlavaty", "misspelling"),
        ("Nadia Metssova", "Nadia Metsova", "misspelling"),
    ],
)
def test_a_house_s_letters_are_no_error_and_a_slip_is(form: str, canonical: str, kind: str):
    assert classify_spelling(form, canonical).kind == kind


@given(st.text(max_size=30))
@example("A\u0420")  # a Latin and a Cyrillic letter
def test_any_word_has_few_readings(word: str):
    assert skeleton(word) in readings(word)
    assert len(readings(word)) <= 6 * 2**7 + 1


UZBEK_AND_RUSSIAN = [
    ("Anvar Yuldoshev", "Anvar Yuldashev"),
    ("Bakhtiyor Rahmonov", "Bakhtiyar Rakhmanov"),
    ("Islom Tojiboyev", "Islam Tadzhibaev"),
    ("Nurullo Shohidov", "Nurulla Shakhidov"),
    ("Zafar Nazarzoda", "Zafar Nazarzade"),
    ("Gurbanguly Meredow", "Kurbanguly Meredov"),
]


@pytest.mark.parametrize(("form", "canonical"), UZBEK_AND_RUSSIAN)
def test_the_o_of_an_uzbek_or_tajik_syllable_is_the_a_of_the_russian_form(form: str, canonical: str) -> None:
    assert classify_spelling(form, canonical).kind == "romanisation"


@pytest.mark.parametrize(("form", "canonical"), [("Simon Monti", "Simon Manti"), ("Marat Tolebaev", "Marat Talebaev")])
def test_an_o_for_an_a_elsewhere_is_a_slip(form: str, canonical: str) -> None:
    assert classify_spelling(form, canonical).kind == "misspelling"
