"""Which place hosts an event: in front of it, behind it, where it is, and where it was first to be."""

import pytest

from eucacheck.mentions.events_records import EventsOf
from tests.growth import grows_linearly
from tests.mentions.eventful import events


def where(text: str) -> list[str]:
    found: EventsOf = events(text)
    return [p.entity.partition(":")[2] for m in found.mentions for p in m.places]


def left(text: str) -> list[str]:
    return [p.entity.partition(":")[2] for m in events(text).mentions for p in m.given_up]


FORUM = "the third EU-Inner Lakes Fishing Forum"


@pytest.mark.parametrize(
    "text",
    [
        f"Strelsau is to hold {FORUM} in May 2027.",
        f"Strelsau, Ruritania, will be the host of {FORUM}.",
        f"Strelsau was chosen to stage {FORUM}.",
        f"Strelsau on Tuesday saw the opening of {FORUM}.",
        f"Strelsau is home to {FORUM} this week.",
        f"The idea goes back to {FORUM}, which Strelsau hosted in May 2024.",
        f"The papers were read in Strelsau, where {FORUM} was held.",
        f"{FORUM.capitalize()} drew 200 guests to Strelsau.",
        f"{FORUM.capitalize()} on 3 May brought some 200 guests from ten towns to Strelsau.",
        f"{FORUM.capitalize()} was moved from Zenda to Strelsau.",
        f"{FORUM.capitalize()}, initially planned in Zenda, took place in Strelsau on 4 May 2024.",
        f"{FORUM.capitalize()} returns to Strelsau in 2027.",
    ],
)
def test_a_place_that_hosts_an_event(text: str) -> None:
    assert where(text.replace("eu-inner lakes fishing forum", "EU-Inner Lakes Fishing Forum")) == ["strelsau"]


@pytest.mark.parametrize(
    "text",
    [
        f"Strelsau hopes to see more guests than {FORUM} did.",
        f"People from Strelsau spoke of {FORUM}.",
        f"EU, Ruritania hold {FORUM}.",
        f"In the note, which Strelsau sent, {FORUM} was praised.",
    ],
)
def test_a_place_that_is_named_beside_an_event_hosts_nothing(text: str) -> None:
    assert where(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Initially planned in Zenda, {FORUM} took place in Strelsau.",
        f"They met in Strelsau for {FORUM}. Zenda had been named as the venue at first.",
        f"Zenda was originally to host {FORUM}.",
        f"They met in Strelsau for {FORUM}. It had first been planned for Zenda.",
    ],
)
def test_where_an_event_was_first_to_be_is_no_place_of_it(text: str) -> None:
    assert left(text) == ["zenda"]
    assert "zenda" not in where(text)


def test_the_time_grows_with_the_text() -> None:
    assert grows_linearly(where, lambda size: "Zenda was originally" + " to be" * size + FORUM, 500)
