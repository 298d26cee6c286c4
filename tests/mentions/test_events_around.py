"""An event takes its place, day and number from the words around it: 'There', 'the day of', 'for the tenth time'."""

import pytest

from tests.growth import grows_linearly
from tests.mentions.eventful import events

FORUM = "the EU-Inner Lakes Fishing Forum"


def where(text: str) -> list[str]:
    return [p.entity.partition(":")[2] for m in events(text).mentions for p in m.places]


def numbers(text: str) -> list[int]:
    return [n for e in events(text).local for n in e.ordinals]


def days(text: str) -> list[str]:
    return [d.interval.edtf for m in events(text).mentions for d in m.dates]


@pytest.mark.parametrize(
    "text",
    [
        f"She came home from Zenda, Ruritania. There she had taken part in {FORUM}.",
        f"She flew from Strelsau to Zenda. There, {FORUM} begins today.",
        f"They agreed on Zenda. She was in Zenda. In that city she opened {FORUM}.",
        f"The choice fell on Zenda: {FORUM} will be held there.",
    ],
)
def test_there_is_the_place_named_before(text: str) -> None:
    assert where(text) == ["zenda"]


@pytest.mark.parametrize(
    "text",
    [
        f"She spoke in Zenda. There is no date yet for {FORUM}.",
        f"She spoke in Zenda. There were 300 guests at {FORUM}.",
        f"She spoke in Zenda. There she announced {FORUM}.",
        f"She spoke in Zenda and in Szohod. There she opened {FORUM}.",
    ],
)
def test_there_is_no_place_or_not_that_of_the_event(text: str) -> None:
    assert where(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "For the eleventh time the EU-Freedonia forum met in Zenda.",
        "The EU-Freedonia forum met in Zenda on Tuesday for the eleventh time.",
        "The EU-Freedonia forum on Tuesday met for the 11th time.",
        "The EU-Freedonia forum opened in Zenda. It is the eleventh of its kind.",
        "The EU-Freedonia forum opened in Zenda. This is already the 11th such event.",
    ],
)
def test_the_number_stands_apart(text: str) -> None:
    assert numbers(text) == [11]


@pytest.mark.parametrize(
    "text",
    [
        "For the eleventh time she spoke of the EU-Freedonia forum.",
        "At the EU-Freedonia forum they opened an office. It is the eleventh of its kind.",
        "They spoke in Zenda. It is the eleventh of its kind.",
    ],
)
def test_the_number_of_something_else_stays_out(text: str) -> None:
    assert numbers(text) == []


def test_the_day_of_an_event_is_that_told_just_before() -> None:
    assert days("They signed on 3 May 2024. It was the day of the EU-Freedonia forum.") == ["2024-05-03"]
    assert days("They signed on 3 May 2024 and 4 May 2024. It was the day of the EU-Freedonia forum.") == []


def test_a_month_before_the_head_dates_the_event() -> None:
    found = events("They spoke in the margins of the May session of the EU-Freedonia forum.")
    assert [d.edtf for e in found.local for d in e.dates] == ["2024-05"]
    assert [m.phrase.words for m in found.mentions] == [()]


def test_where_an_event_had_been_planned_is_told_as_put_off() -> None:
    found = events("The EU-Freedonia forum had been planned for Zenda in May 2024. It was called off.")
    assert {m.status for m in found.mentions} == {"postponed"}


def test_what_was_before_an_event_does_not_date_it() -> None:
    assert days("After Szohod in 2019, it was the turn of Zenda to host the EU-Freedonia forum.") == []


def test_the_time_grows_with_the_text() -> None:
    assert grows_linearly(
        where, lambda size: "She was in Zenda. There she" + " took part" * size + f" in {FORUM}.", 500
    )
