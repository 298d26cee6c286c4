"""An event to the edition on record: by its number, or by its day."""

from typing import Any

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.editions import (
    NEAR,
    against_reference,
    edition_meant,
    edition_of,
    reference_to,
    wrong_number,
    wrong_place,
)
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


def test_a_plan_or_a_day_without_number_and_place_is_not_held_against_the_reference() -> None:
    wrong = parse_edtf("2021-05-16")
    held, plan, bare = (
        instance("2021-05-16", ordinals=[4]),
        instance("2021-05-16", ordinals=[4], status="planned"),
        instance("2021-05-16"),
    )
    edition = edition_meant(held, PACK)
    assert against_reference(held, wrong, edition) is not None
    assert against_reference(held, parse_edtf("2021-05"), edition) is None
    assert against_reference(plan, wrong, edition) is None
    assert edition_meant(plan, PACK) is None
    assert edition_meant(bare, PACK) is None


@pytest.mark.parametrize(
    ("day", "place", "found"),
    [
        ("2021-05-16", "place:zenda", True),
        ("2021-07-16", "place:zenda", False),
        ("2021-05-16", "place:szohod", False),
        ("2022-05-16", "place:zenda", False),
    ],
    ids=["days off", "months off", "another town", "another year"],
)
def test_the_only_edition_of_a_year_in_its_place_needs_no_number(day: str, place: str, found: bool) -> None:  # noqa: FBT001 - a column
    assert (edition_meant(instance(day, place=place), PACK) is not None) is found


def test_a_place_is_wrong_where_number_or_day_settles_the_edition() -> None:
    numbered, on_the_day = instance("2021-05", ordinals=[4]), instance("2021-05-06")
    for one in (numbered, on_the_day):
        edition = edition_of(one, PACK)
        assert wrong_place(one, "place:szohod", edition, PACK) is not None
        assert wrong_place(one, "country:ruritania", edition, PACK) is None
    vague = instance("2021-05")
    assert wrong_place(vague, "place:szohod", edition_of(vague, PACK), PACK) is None


@pytest.mark.parametrize(
    ("ordinal", "more", "found"),
    [
        (5, {}, True),
        (4, {}, False),
        (1, {}, False),
        (5, {"place": "place:szohod"}, False),
        (5, {"status": "planned"}, False),
        (5, {"date_basis": "document"}, False),
    ],
    ids=["wrong", "right", "first of a kind", "elsewhere", "plan", "day of the article"],
)
def test_a_number_is_wrong_where_day_and_place_settle_the_edition(
    ordinal: int,
    more: dict[str, Any],
    found: bool,  # noqa: FBT001 - a column
) -> None:
    one = instance("2021-05-06", ordinals=[ordinal], **more)
    assert (wrong_number(one, PACK, "series:tide-dialogue") is not None) is found
