"""A verb of holding belongs to the event before it, over an aside; another clause keeps it."""

import time

import pytest

from eucacheck.mentions.events_predicates import holding_verbs
from eucacheck.mentions.events_records import EventPhrase


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
    def took(size: int) -> float:
        text = "The session" + ", which was" * size
        began = time.process_time()
        verbs(text)
        return time.process_time() - began

    took(200)
    once, twice = min(took(2000) for _ in range(3)), min(took(4000) for _ in range(3))
    assert twice < 6 * once + 0.05
