"""Whose event a phrase is that leaves its parties to the sentence: the sentence's, the context's, or nobody's."""

import pytest

from tests.mentions.eventful import events

BEFORE = "The first EU-Inner Lakes summit was held in Zenda on 2 May 2024. "


def all_series(text: str) -> set[str | None]:
    return {e.series for e in events(BEFORE + text).local}


@pytest.mark.parametrize(
    "text",
    [
        "On 6 November the five presidents were received by a senator, in the second summit of the C6.",
        "The monarchs of the Gulf met them in July, for a first summit too.",
        "A chancellor received the five in Szohod on 3 May, in the third summit.",
        "Borduria hosted a second summit in Szohod on 3 May.",
        "The Northern League held its first summit with the five on 3 May.",
        "The second summit of the Northern League was held on 3 May.",
    ],
)
def test_an_event_of_others_takes_no_series_from_the_sentence_before(text: str) -> None:
    assert all_series(text) == {"series:lakes-summit"}
    assert len(events(BEFORE + text).local) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Borduria will hold its first summit with the five in December.",
        "Borduria held its first summit with them in December.",
        "Borduria also hosted a first summit with the five presidents.",
    ],
)
def test_who_holds_it_and_with_whom_are_its_parties(text: str) -> None:
    assert "series:borduria-inner-lakes-summit" in all_series(text)


@pytest.mark.parametrize(
    "text",
    [
        "The EU held its second summit with the five on 3 May 2030.",
        "The second summit will be in Szohod in May 2030.",
        "Freedonia will host the second summit on 3 May 2030.",
        "A commissioner of the EU received the five in Szohod on 3 May 2030, in the second summit.",
    ],
)
def test_an_event_of_the_same_parties_is_of_the_series(text: str) -> None:
    found = events(BEFORE + text).local
    assert {e.series for e in found} == {"series:lakes-summit"}
    assert len(found) == 2


def test_an_aside_lends_its_parties_to_no_other_event() -> None:
    found = events(
        "The EU and the Inner Lakes spoke of trade. The EU was content. Borduria will hold its first summit with the "
        "five in May. The fourth ministerial was held in Zenda."
    )
    assert not any("borduria" in (e.series or "") for e in found.local[1:])


def test_two_meetings_in_one_phrase_have_a_number_a_day_and_a_place_each() -> None:
    found = events(
        "The 4th and 5th EU-Inner Lakes summits were held in Zenda on 3 May 2030 and in Szohod on 8 June 2031."
    )
    assert [(e.ordinals, [d.edtf for d in e.dates], e.places) for e in found.local] == [
        ([4], ["2030-05-03"], ["place:zenda"]),
        ([5], ["2031-06-08"], ["place:szohod"]),
    ]


def test_a_day_announced_gives_way_to_the_day_on_which_it_was_held() -> None:
    found = events("The EU-Inner Lakes summit that had been announced for 3 May 2030 was held in Zenda on 9 May 2030.")
    assert [[d.edtf for d in e.dates] for e in found.local] == [["2030-05-09"]]
