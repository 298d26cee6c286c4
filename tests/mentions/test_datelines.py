"""The dateline of an article: place and day at its head, or none."""

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.mentions.datelines import Dateline, find_dateline
from eucacheck.mentions.dates import find_dates
from eucacheck.records import Passage, Role
from tests.mentions.eventful import names_in


def dateline(text: str, role: Role = "body", article: int = 0) -> Dateline | None:
    passages = [Passage(0, len(text), role, article)]
    return find_dateline(text, passages, names_in(text), find_dates(text, parse_edtf("2024-10-24")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zenda, October 23, 2024 - The ferry sank.", "Zenda, October 23, 2024"),
        ("Zenda, Ruritania, 23 October 2024. The ferry sank.", "Zenda, Ruritania, 23 October 2024"),
        ("Zenda (Lakewire) 23 October: The ferry sank.", "Zenda (Lakewire) 23 October"),
        ("Zenda. 23.10.2024 The ferry sank.", "Zenda. 23.10.2024"),
    ],
)
def test_a_place_and_a_day_at_the_head_are_a_dateline(text: str, words: str) -> None:
    line = dateline(text)
    assert line is not None
    assert text[line.place.start : line.date.end] == words
    assert line.date.interval.edtf == "2024-10-23"


@pytest.mark.parametrize(
    "text",
    [
        "Zenda lost its ferry on 23 October 2024. It sank.",
        "Zenda, 23 October 2024 was a black day.",
        "On 23 October 2024 - Zenda wept.",
        "Ruritania, 23 October 2024 - A country is no place to write from.",
        "Zenda - The ferry sank, and nobody in the harbour had seen it go down before the evening of 23 October 2024.",
    ],
)
def test_a_sentence_about_a_place_is_none(text: str) -> None:
    assert dateline(text) is None


def test_a_teaser_below_and_a_headline_have_none() -> None:
    text = "Zenda, October 23, 2024 - The ferry sank."
    assert dateline(text, article=1) is None
    assert dateline(text, role="headline") is None


def test_a_colon_opens_the_news_and_a_dash_does_not() -> None:
    colon, dash = dateline("Zenda, 23 October 2024: The ferry sank."), dateline("Zenda, 23 October 2024 - It sank.")
    assert colon is not None
    assert dash is not None
    assert colon.opens_the_news("Zenda, 23 October 2024: The ferry sank.")
    assert not dash.opens_the_news("Zenda, 23 October 2024 - It sank.")
