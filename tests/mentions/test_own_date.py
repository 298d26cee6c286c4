"""An undated article by the numbered events that it reports on and that the pack dates."""

from dataclasses import replace

import pytest

from eucacheck.mentions import read_document
from eucacheck.pack.model import Edition
from tests.mentions.eventful import world
from tests.toy import source

SERIES = "series:lakes-summit"


def dated(text: str) -> str | None:
    """The date inferred for a text, in a world where the 5th summit was in May 2021 and the 6th in June 2023."""
    pack = world()
    editions = (Edition(ordinal=5, date="2021-05-03"), Edition(ordinal=6, date="2023-06-05"))
    series = {**pack.series, SERIES: pack.series[SERIES].model_copy(update={"editions": editions})}
    published = read_document(source(text), replace(pack, series=series)).source.published
    return published.edtf if published is not None else None


REST = "Water and rail were on the agenda of the two sides."


def test_a_numbered_event_on_its_day_gives_the_year():
    held = dated(f"A long day in Zenda\n\nThe 5th EU-Inner Lakes summit was held in Zenda on 3 May. {REST}\n")
    assert held is not None
    assert held.startswith("2021-05-03")


def test_an_announced_event_gives_the_year_before_it():
    coming = dated(f"Zenda makes ready\n\nThe 6th EU-Inner Lakes summit will be held in Zenda on 5 June. {REST}\n")
    assert coming is not None
    assert coming.endswith("2023-06-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "The 5th EU-Inner Lakes summit was held in Zenda.",  # without a day it may be long ago
        "The 5th EU-Inner Lakes summit was held in Zenda on 7 May.",  # not the day on record
        "The EU-Inner Lakes summit was held in Zenda on 3 May.",  # which one is not said
    ],
)
def test_an_event_without_number_or_on_another_day_dates_nothing(sentence):
    assert dated(f"A long day in Zenda\n\n{sentence} {REST}\n") is None
