"""Events of one source: their dates and places, what is planned, and which phrases are one event."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.mentions.events_records import EventsOf, LocalEvent
from tests.mentions.eventful import events


def dates(event: LocalEvent) -> list[str]:
    return [d.edtf for d in event.dates]


def only(found: EventsOf) -> LocalEvent:
    assert len(found.local) == 1, found.local
    return found.local[0]


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("The EU-Freedonia forum was held in Zenda on 3 May 2024.", "2024-05-03", "place:zenda"),
        ("The EU-Freedonia forum (Zenda, 3 May 2024) was lively.", "2024-05-03", "place:zenda"),
        ("On 3 May 2024 Zenda hosted the EU-Freedonia forum.", "2024-05-03", "place:zenda"),
        ("Zenda was the venue of the EU-Freedonia forum.", None, "place:zenda"),
        ("In Zenda on 3 May 2024 at the EU-Freedonia forum she spoke of rail.", "2024-05-03", "place:zenda"),
        (
            "The EU-Freedonia forum was held on 3-4 May 2024 in Zenda, Ruritania.",
            "2024-05-03/2024-05-04",
            "place:zenda",
        ),
        ("The EU-Freedonia forum took place in the capital Strelsau.", None, "place:strelsau"),
    ],
)
def test_what_joins_an_event_and_its_day_and_place(text: str, day: str | None, place: str | None) -> None:
    event = only(events(text))
    assert dates(event) == ([day] if day else [])
    assert event.places[:1] == ([place] if place else [])


@pytest.mark.parametrize(
    "text",
    [
        "The EU-Freedonia forum praised the treaty that they signed on 3 May 2019.",
        "The EU-Freedonia forum has met since 3 May 2019.",
        "The EU-Freedonia forum spoke of rail; on 3 May 2019 a bridge fell.",
    ],
)
def test_a_date_of_something_else_stays_out(text: str) -> None:
    assert dates(only(events(text))) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The EU-Freedonia forum will be held in Zenda.", "planned"),
        ("The EU-Freedonia forum took place in Zenda.", "held"),
        ("The EU-Freedonia forum in Zenda was cancelled.", "cancelled"),
        ("The EU-Freedonia forum has been postponed.", "postponed"),
        ("The EU-Freedonia forum, originally due on 3 May 2024, has no date.", "postponed"),
        ("The EU-Freedonia forum.", "unknown"),
    ],
)
def test_planned_held_or_put_off(text: str, status: str) -> None:
    assert only(events(text)).status == status


def test_the_date_decides_over_the_tense() -> None:
    text = "The EU-Freedonia forum is held in Zenda on 3 July 2024."
    assert only(events(text, "2024-06-15")).status == "planned"
    assert only(events(text, "2024-08-15")).status == "held"


def test_a_bare_mention_joins_the_event_spoken_of_last() -> None:
    found = events("The EU-Freedonia forum was held in Zenda. The forum lasted until night. The meeting was short.")
    assert len(only(found).mentions) == 3


def test_another_number_is_another_event() -> None:
    found = events("The second EU-Freedonia forum was held on 3 May 2024. The first EU-Freedonia forum was in Zenda.")
    assert [e.ordinals for e in found.local] == [[2], [1]]


def test_the_next_one_is_another_event_of_the_series() -> None:
    found = events("The EU-Freedonia forum was held in Zenda. The next forum will be held in Szohod.")
    assert [e.places for e in found.local] == [["place:zenda"], ["place:szohod"]]
    assert len({e.series for e in found.local}) == 1


def test_it_was_first_held_is_the_first_of_the_series() -> None:
    found = events("The third EU-Freedonia forum opens on 20 June 2024. It was first held in 2019 in Zenda.")
    assert [(e.ordinals, dates(e)) for e in found.local] == [([3], ["2024-06-20"]), ([1], ["2019"])]


def test_two_places_are_two_events() -> None:
    found = events("The EU-Freedonia forum was held in Zenda. The EU-Freedonia forum in Szohod ended.")
    assert len(found.local) == 2


def test_two_meetings_on_two_days_are_two_events() -> None:
    found = events("Two EU-Freedonia forums took place on 3 May 2023 and 6 June 2024.")
    assert [dates(e) for e in found.local] == [["2023-05-03"], ["2024-06-06"]]


def test_a_round_told_of_the_sentence_before_has_its_day_and_place() -> None:
    found = events(
        "The sides met in Zenda on 3 May 2024. This meeting was the tenth round of the EU-Freedonia dialogue."
    )
    event = only(found)
    assert (event.ordinals, dates(event), event.places) == ([10], ["2024-05-03"], ["place:zenda"])


def test_talks_of_persons_are_no_event_of_a_series() -> None:
    assert all(
        e.private for e in events("After her meeting with the EU she flew home. Talks with Freedonia ended.").local
    )


_SENTENCES = st.sampled_from(
    [
        "The third EU-Freedonia forum was held in Zenda on 3 May 2024.", "The forum ended.",
        "It will be held in Szohod.",
        "The next meeting is planned for 2025.", "On 4 May 2024 she spoke.",
        "The EU-Inner Lakes summit opens on Monday.",
        "The first was held in Strelsau.", "Borduria hosted the second Water Forum.", "The venue, Zenda, is small.",
    ]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(_SENTENCES, max_size=8))
def test_every_mention_belongs_to_one_event_and_lies_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    found = events(text)
    assert sorted(i for e in found.local for i in e.mentions) == list(range(len(found.mentions)))
    for i, mention in enumerate(found.mentions):
        assert 0 <= mention.start < mention.end <= len(text)
        assert i in found.local[mention.local].mentions
        assert all(text[d.start : d.end].strip() for d in mention.dates)


@settings(max_examples=40, deadline=None)
@given(st.lists(_SENTENCES, max_size=6))
def test_a_date_serves_one_event_only(parts: list[str]) -> None:
    found = events(" ".join(parts))
    taken = [(d.start, d.end) for m in found.mentions for d in m.dates]
    assert len(taken) == len(set(taken))
