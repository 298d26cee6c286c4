"""A verb of holding belongs to the event before it, over an aside; another clause keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.mentions.dates import find_dates
from eucacheck.mentions.events_predicates import holding_verbs, told_before
from eucacheck.mentions.events_records import EventPhrase
from eucacheck.records import Sentence
from tests.growth import grows_linearly
from tests.mentions.eventful import names_in


def verbs(text: str, head: str = "The session") -> list[str]:
    start = text.index(head)
    phrase = EventPhrase(
        start, start + len(head), "session", "session", None, (), (), None, "the", bare=True, plural=False
    )
    return [
        text[:end].rsplit(" ", 2)[-2] + " " + text[:end].rsplit(" ", 1)[-1]
        for end in holding_verbs(text, phrase, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The session was held in Oslo.", ["was held"]),
        ("The session, put back by a week because of a strike, was held in Oslo.", ["was held"]),
        ("The session of the two sides took place in Oslo.", ["took place"]),
        ("The session (the third this year) opened in Oslo.", ["year) opened"]),
        ("The session, which after long letters was set for 13 May, is open.", ["was set"]),
    ],
)
def test_an_aside_or_a_complement_may_stand_between(text: str, ends: list[str]) -> None:
    assert verbs(text)[:1] == ends


def test_another_sentence_has_its_own_verb() -> None:
    assert verbs("The session pleased him; a dinner was held in Oslo.") == []


def test_the_time_grows_with_the_text() -> None:
    assert grows_linearly(verbs, lambda size: "The session" + ", which was" * size, 1000)


def phrase_at(text: str, head: str = "session") -> EventPhrase:
    start = text.rindex(head)
    return EventPhrase(start, start + len(head), head, head, None, (), (), None, "the", bare=True, plural=False)


def meeting(text: str) -> tuple[list[str], list[str]]:
    """The days and the places at which people meet for the session."""
    days = find_dates(text, parse_edtf("2024-06-10"))
    towns = [e for e in names_in(text) if e.type == "place"]
    dates, places = told_before(text, phrase_at(text), Sentence(0, len(text), "body", 0, 0), days, towns)
    return [text[d.start : d.end] for d in dates], [text[p.start : p.end] for p in places]


@pytest.mark.parametrize(
    ("text", "days", "places"),
    [
        ("They meet in Zenda on 13 June for the session", ["13 June"], ["Zenda"]),
        ("They met on 13 June in Zenda for the session", ["13 June"], ["Zenda"]),
        ("They gathered in Zenda for the session", [], ["Zenda"]),
        ("She arrived in Zenda on 13 June to attend the session", [], ["Zenda"]),
        ("She spoke in Zenda on 13 June at the session", ["13 June"], ["Zenda"]),
        ("They met in Zenda; Strelsau wrote the agenda of the session", [], []),
        ("They met in Zenda on 13 June, and nobody spoke of the session", [], []),
    ],
)
def test_where_people_meet_for_an_event_is_its_place(text: str, days: list[str], places: list[str]) -> None:
    assert meeting(text) == (days, places)


@given(st.text(alphabet="abc ,.;(-", max_size=60), st.text(alphabet="abc ,.;(-", max_size=60))
def test_a_verb_of_holding_ends_where_it_is_written(between: str, after: str) -> None:
    text = f"The session{between} was held in Oslo{after}"
    phrase = phrase_at(text[:11])
    assert all(text[:end].endswith("was held") for end in holding_verbs(text, phrase, len(text)))


@pytest.mark.parametrize("unit", [",", ", a", "(", " - a", " meet in ", ", held, opened", " brought a"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def read(text: str) -> None:
        holding_verbs(text, phrase_at(text[:11]), len(text))
        told_before(text, phrase_at(text), Sentence(0, len(text), "body", 0, 0), [], [])

    assert grows_linearly(read, lambda size: "The session" + unit * size + " session", 1000)
