"""Who a pronoun or a bare office stands for: the subject, the right gender, or nobody."""

import pytest

from tests.mentions.test_offices import read


def references(text: str) -> list[tuple[str, str]]:
    """(words, slug of the person) of every pronoun and bare office."""
    doc = read(text)
    return [(doc.text[p.start : p.end], p.person.partition(":")[2]) for p in doc.references]


def test_a_pronoun_goes_back_to_the_subject():
    text = "Irena Valk, the mayor of Osh, met Deputy Mayor Lars Holm. She was late."
    assert references(text) == [("She", "irena-valk")]


def test_the_other_gender_is_excluded():
    text = "Spokeswoman Petra Koll spoke. She was followed by Mr Jan Novak. He disagreed."
    assert references(text) == [("She", "petra-koll"), ("He", "jan-novak")]


def test_a_text_that_goes_on_about_one_person_needs_no_name():
    text = "Ms Irena Valk came. She spoke. It rained. The bus was late. Trade grew. Then she left. And the sun shone."
    assert references(text) == [("She", "irena-valk"), ("she", "irena-valk")]


def test_whom_a_name_is_the_predecessor_of_is_another():
    text = "Ms Irena Valk came. Lars Holm, her predecessor, had stayed away."
    assert references(text) == [("her", "irena-valk")]


def test_of_two_subjects_of_unknown_gender_none_is_chosen():
    text = "Ambassador Ole Berg and Ambassador Kari Moe spoke. She left early."
    assert references(text) == []


def test_a_pronoun_before_the_subject_looks_ahead():
    text = "Mayor Lena Strand spoke in Osh. After her meeting with farmers, Governor Dita Horak flew home."
    assert ("her", "dita-horak") in references(text)


def test_a_bare_office_goes_back_to_its_one_holder():
    text = "Kyrgyz Energy Minister Taalai Ibraev met farmers in Osh. The minister promised water."
    assert references(text) == [("minister", "taalai-ibraev")]


@pytest.mark.parametrize("second", ["Tajik Water Minister Davron Yusufi", "Uzbek Water Minister Davron Yusufi"])
def test_a_bare_office_with_two_holders_stays_open(second: str):
    text = f"Kyrgyz Energy Minister Taalai Ibraev met {second} in Osh. The minister promised water."
    assert references(text) == []


def test_no_reference_crosses_into_an_article_without_people():
    assert references("She was late. The minister was not there.") == []


@pytest.mark.parametrize(
    "opening",
    [
        "Accompanying Mr Karl Lind was",
        "Next to Mr Karl Lind sat",
        "At the side of Mr Karl Lind stood",
        "With Mr Karl Lind came",
    ],
)
def test_a_subject_behind_its_verb_is_the_subject(opening: str):
    text = f"Mr Jan Novak spoke in Osh. {opening} Ambassador Ole Berg. He took office in May."
    assert references(text) == [("He", "ole-berg")]


def test_a_person_behind_another_verb_is_no_subject():
    text = "With his speech Mayor Ole Berg pleased Mr Karl Lind. He took office in May."
    assert ("He", "ole-berg") in references(text)
