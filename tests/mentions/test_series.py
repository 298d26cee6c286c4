"""Series: whose event it is, by the pack, by the words of the phrase, or by what the source named before."""

import pytest

from eucacheck.mentions.events_parties import fold_parties, party_of, party_regions
from eucacheck.mentions.series import match_series
from tests.mentions.eventful import WORLD, events, phrases


def series(text: str) -> list[str | None]:
    return [e.series for e in events(text).local]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU-Inner Lakes summit ended.", "series:lakes-summit"),
        ("The summit between the European Union and Inner Lakes ended.", "series:lakes-summit"),
        ("The EU-Inner Lakes Water Dialogue ended.", "series:lakes-dialogue"),
        ("The Water Dialogue ended.", "series:lakes-dialogue"),
    ],
)
def test_the_packs_series_by_parties_and_words(text: str, expected: str) -> None:
    assert series(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The EU-Borduria summit ended.",
        "The Borduria-Inner Lakes summit ended.",
        "The EU-Inner Lakes trade summit ended.",
    ],
)
def test_other_parties_or_words_are_another_series(text: str) -> None:
    assert series(text) != ["series:lakes-summit"]


def test_a_series_that_nobody_knows_is_named_after_parties_words_and_type() -> None:
    assert series("The Borduria-Freedonia Hydropower Conference ended.") == [
        "series:borduria-freedonia-hydropower-conference"
    ]


def test_a_series_without_parties_bears_the_name_of_its_city_but_shares_the_family() -> None:
    zenda, szohod = (events(f"The third {city} Investment Forum ended.").local[0] for city in ("Zenda", "Szohod"))
    assert zenda.series != szohod.series
    assert zenda.family == szohod.family


def test_a_leaders_meeting_and_a_summit_are_counted_apart_in_one_family() -> None:
    summit = events("The Freedonia-Borduria summit ended.").local[0]
    meeting = events("The Freedonia-Borduria leaders' meeting ended.").local[0]
    assert summit.series != meeting.series
    assert summit.family == meeting.family


def test_a_short_name_means_the_series_named_before() -> None:
    found = events("The EU-Inner Lakes Water Dialogue met. The fourth Dialogue will be in Zenda.")
    assert {e.series for e in found.local} == {"series:lakes-dialogue"}


def test_a_foreign_word_makes_it_another_event() -> None:
    found = events("The EU-Inner Lakes Water Dialogue met. The Energy Dialogue will be in Zenda.")
    assert len({e.series for e in found.local}) == 2


def test_a_bare_phrase_has_no_series_of_its_own() -> None:
    [phrase] = phrases("the meeting")
    assert match_series(phrase, [], [], WORLD) is None


def test_an_institution_is_the_union_it_belongs_to() -> None:
    assert party_of("org:ports", WORLD) == "org:union"
    assert party_of("place:zenda", WORLD) is None


def test_a_region_takes_in_its_countries() -> None:
    assert party_regions(WORLD) == {"region:inner-lakes"}
    assert fold_parties(["region:inner-lakes", "country:freedonia"], WORLD) == {"region:inner-lakes"}
    assert fold_parties(["country:freedonia", "country:borduria"], WORLD) == {"country:freedonia", "country:borduria"}


def test_a_first_meeting_is_not_the_summit_spoken_of() -> None:
    found = events("The EU-Inner Lakes summit ended. A first meeting with an envoy was held in Zenda in 2020.")
    assert [e.ordinals for e in found.local if e.series == "series:lakes-summit"] == [[]]
    found = events("The EU-Inner Lakes summit ended. The first meeting was held in Zenda in 2020.")
    assert [1] in [e.ordinals for e in found.local if e.series == "series:lakes-summit"]
