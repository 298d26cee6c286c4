"""What has no name of its own is told by its verb, with its day, its place or its state."""

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.kinds._happenings.told_deeds import find_dated_deeds, find_placed_deeds, place_line
from eucacheck.kinds.status.told_states import find_states
from eucacheck.mentions.dates import find_dates
from eucacheck.mentions.document import Document
from eucacheck.mentions.speech import Speech
from eucacheck.records import Source
from eucacheck.shadow import fold
from tests.growth import grows_linearly
from tests.mentions.eventful import WORLD, names_in, sentences_of


def document(text: str) -> Document:
    return Document(
        source=Source("a", "a", text), shadow=fold(text), pack=WORLD, passages=(), sentences=sentences_of(text),
        entities=names_in(text), persons=(), offices=(), dates=find_dates(text, parse_edtf("2024-06-15")),
        quantities=(), speech=Speech(),
    )  # fmt: skip


def days(text: str) -> list[tuple[str, str, str]]:
    return [(d.step, d.date.interval.edtf, text[d.start : d.end]) for d in find_dated_deeds(document(text), [])]


def towns(text: str) -> list[tuple[str, str]]:
    return [(p.entity, text[start:end]) for p, start, end, _ in find_placed_deeds(document(text), [])]


def states(text: str) -> list[tuple[str, str]]:
    doc = document(text)
    return [(s.status, text[s.start : s.end].strip()) for s in find_states(doc, doc.sentences[0])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks on the paper began in 2019.", ("start", "2019", "Talks on the paper began in 2019")),
        ("The office opened in July 2019.", ("start", "2019-07", "The office opened in July 2019")),
        ("The text was initialled on 3 May, in Zenda.", ("signing", "2024-05-03", "The text was initialled on 3 May")),
        ("On 3 May the two sides endorsed a roadmap.", ("adoption", "2024-05-03", "3 May the two sides endorsed")),
        ("The scheme dates back to 2003.", ("start", "2003", "The scheme dates back to 2003")),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_verb_in_its_clause(text: str, found: tuple[str, str, str]) -> None:
    assert days(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He signed, she said in May 2024.",
        "The paper that was signed is worth more than in 2019.",
        "Trade grew in 2019.",
    ],
)
def test_a_day_of_another_clause_or_another_verb_stays_out(text: str) -> None:
    assert days(text) == []


def test_a_day_that_is_told_already_is_left_out() -> None:
    text = "Talks began in 2019."
    assert list(find_dated_deeds(document(text), [(0, len(text))])) == []


def test_the_town_of_a_deed() -> None:
    assert towns("The ceremony was held on 3 May in Zenda.") == [
        ("place:zenda", "The ceremony was held on 3 May in Zenda")
    ]
    assert towns("They will meet again in Ruritania.") == [("country:ruritania", "They will meet again in Ruritania")]
    assert towns("A paper was signed in Ruritania.") == []
    assert towns("The fair was not held in Zenda.") == []
    assert towns("They met a man from Zenda.") == []


def test_the_place_at_the_head() -> None:
    place = place_line(document("Zenda (Post) - They met."))
    assert place is not None
    assert place.entity == "place:zenda"
    assert place_line(document("Zenda is a town.")) is None


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("A new map of the river is being prepared.", "in-preparation", "A new map of the river is being prepared"),
        ("The pact still awaits ratification, he said.", "not-done", "The pact still awaits ratification"),
        ("The flight was postponed.", "postponed", "The flight was postponed"),
        ("The parliament has approved the deal already.", "done", "The parliament has approved the deal already"),
        ("A decision has not been taken.", "not-done", "A decision has not been taken"),
    ],
)
def test_the_state_of_what_is_no_event(text: str, status: str, words: str) -> None:
    assert [(s, w.replace("still ", "")) for s, w in states(text)] == [(status, words.replace("still ", ""))]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that the fair would be moved to Zenda are wrong.",
        "It enters into force once all states have ratified it.",
        "None is being prepared.",
        "She spoke of a law that Ruritania has ratified.",
    ],
)
def test_what_is_not_said_to_be_so_is_no_state(text: str) -> None:
    assert states(text) == []


def test_the_time_grows_with_the_text() -> None:
    assert grows_linearly(days, lambda size: "They met" + " again" * size + " in 2019.", 500)
    assert grows_linearly(states, lambda size: "The plan is" + " still now" * size + " put off.", 500)
