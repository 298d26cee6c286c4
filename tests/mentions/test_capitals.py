"""Places called by what they are: the capital of a country, the one city of it that the text has named."""

import pytest

from eucacheck.mentions.entities import find_entities
from eucacheck.pack import load_pack


def places(text: str) -> dict[str, str]:
    found = find_entities(text, load_pack())
    return {text[e.start : e.end]: e.entity for e in found if e.form == "description"}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("The ministers met in the Latvian capital on Friday.", "the Latvian capital", "place:riga"),
        ("Talks were held in the capital of Latvia.", "the capital of Latvia", "place:riga"),
        ("They gathered in Latvia's capital.", "Latvia's capital", "place:riga"),
        ("Geneva waited. The round was held in the Swiss city.", "the Swiss city", "place:geneva"),
    ],
)
def test_a_description_stands_for_its_place(text: str, words: str, place: str) -> None:
    assert places(text) == {words: place}


@pytest.mark.parametrize(
    "text",
    [
        "They met in the Latvian capital Riga.",
        "They met in the Latvian capital of Riga.",
        "The round was held in the Swiss city.",
        "Latvian capital flows to Central Asia rose.",
        "Geneva and Bern waited. The round was held in the Swiss city.",
    ],
)
def test_a_named_place_or_more_than_one_leaves_nothing_to_describe(text: str) -> None:
    assert places(text) == {}
