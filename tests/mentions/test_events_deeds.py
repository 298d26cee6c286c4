"""Events told by verbs alone: the parties are the subject, the topic is what they talk about."""

import pytest

from eucacheck.mentions.entities import find_entities
from eucacheck.mentions.events_deeds import find_deeds
from eucacheck.mentions.events_records import EventPhrase
from eucacheck.pack import load_pack
from eucacheck.records import Sentence

PACK = load_pack()


def deeds(text: str) -> list[EventPhrase]:
    sentence = Sentence(0, len(text), "body", 0, 0)
    return find_deeds(text, find_entities(text, PACK), [sentence], [], PACK)


@pytest.mark.parametrize(
    ("text", "words", "ordinal"),
    [
        ("Latvia and Kazakhstan sat down in Riga on 3 May to talk about human rights.", ("human", "rights"), None),
        ("Officials of Malta and Tajikistan met in Dushanbe to talk for the fourth time about visas.", ("visas",), 4),
        ("Finland and Uzbekistan held consultations in Helsinki on 4 May.", (), None),
        ("Finland and Uzbekistan held a fifth round of negotiations in Helsinki.", (), 5),
    ],
)
def test_two_parties_and_what_they_talk_about(text: str, words: tuple[str, ...], ordinal: int | None) -> None:
    found = deeds(text)
    assert found[0].words == words
    assert len(found[0].parties) == 2
    assert {p.ordinal for p in found} - {None} == ({ordinal} if ordinal else set())


@pytest.mark.parametrize(
    "text",
    [
        "Latvia and Kazakhstan met in Riga on 3 May.",  # nothing tells this meeting from others
        "Latvia met in Riga on 3 May to talk about human rights.",  # with whom?
        "Latvia and Kazakhstan signed a treaty, and the ministers who wrote it met to talk about rights.",
        "Latvia, Estonia and Kazakhstan met to talk about human rights.",  # three are no two sides
    ],
)
def test_silence_where_parties_or_topic_are_missing(text: str) -> None:
    assert deeds(text) == []
