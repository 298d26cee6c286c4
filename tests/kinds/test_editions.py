"""An event to the edition on record: by its number, or by its day."""

from typing import Any

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.instances import Instance
from eucacheck.kinds._editions import NEAR, against_reference, edition_of, reference_to
from eucacheck.profiles import profile_of
from tests.kinds.happenings import PACK, dated


def instance(day: str, **more: Any) -> Instance:
    claim = dated("a", day, **{"series": "tide-dialogue", **more})
    return Instance("x", [profile_of(claim)], [claim])


@pytest.mark.parametrize("day", ["2021-05-06", "2021-05-16", "2021-04-06", "2021-05"])
def test_the_number_finds_the_edition_even_on_a_wrong_day(day: str) -> None:
    found = edition_of(instance(day, ordinals=[4]), PACK)
    assert found is not None
    assert found.ordinal == 4


def test_without_a_number_the_day_has_to_fit() -> None:
    assert edition_of(instance("2021-05-06"), PACK) is not None
    assert edition_of(instance("2021-05"), PACK) is not None
    assert edition_of(instance("2021-05-07"), PACK) is None


def test_another_number_another_time_or_another_series_is_not_on_record() -> None:
    assert edition_of(instance("2021-05-06", ordinals=[5]), PACK) is None
    assert edition_of(instance("2022-05-06", ordinals=[4]), PACK) is None
    assert edition_of(instance("2021-05-06", ordinals=[4], series="rail-forum"), PACK) is None
    assert NEAR < 365


def test_the_reference_tells_day_and_place_with_its_source() -> None:
    edition = edition_of(instance("2021-05-06", ordinals=[4]), PACK)
    day, place = reference_to(edition, "date", PACK), reference_to(edition, "place", PACK)
    assert day is not None
    assert place is not None
    assert (day.value, place.value) == ("6 May 2021 (fourth)", "Zenda")
    assert reference_to(None, "date", PACK) is None


def test_a_plan_or_a_day_without_a_number_is_not_held_against_the_reference() -> None:
    wrong = parse_edtf("2021-05-16")
    held, plan, bare = (
        instance("2021-05-16", ordinals=[4]),
        instance("2021-05-16", ordinals=[4], status="planned"),
        instance("2021-05-16"),
    )
    edition = edition_of(held, PACK)
    assert against_reference(held, wrong, edition) is not None
    assert against_reference(held, parse_edtf("2021-05"), edition) is None
    assert against_reference(plan, wrong, edition) is None
    assert against_reference(bare, wrong, edition) is None
