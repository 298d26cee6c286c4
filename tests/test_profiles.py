"""What a source says of an event, read back from a claim; a plan that was moved."""

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.profiles import Profile, moved_plan, profile_of
from tests.kinds.happenings import dated


def told(day: str, published: str | None, status: str = "held") -> Profile:
    return profile_of(dated("a", day, status=status, published=published))


def test_a_profile_is_read_back_as_it_was_told() -> None:
    profile = profile_of(dated("a", "2024-05-03", ordinals=[3], place="place:zenda", sentences=["x"]))
    assert (profile.series, profile.ordinals, profile.place) == ("series:rail-forum", (3,), "place:zenda")
    assert profile.sentences == ("x",)
    assert profile.stated == parse_edtf("2024-05-03", basis="stated")


def test_a_date_taken_from_the_day_of_the_source_is_not_stated() -> None:
    profile = profile_of(dated("a", "2024-05-03", date_basis="document"))
    assert profile.interval is not None
    assert profile.stated is None


def test_a_plan_is_moved_by_a_newer_source_with_a_later_day() -> None:
    assert moved_plan(told("2024-05-16", "2024-05-14", "planned"), told("2024-05-23", "2024-05-24"))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (told("2024-05-16", "2024-05-14", "held"), told("2024-05-23", "2024-05-24")),
        (told("2024-05-23", "2024-05-14", "planned"), told("2024-05-16", "2024-05-24")),
        (told("2024-05-16", "2024-05-24", "planned"), told("2024-05-23", "2024-05-14")),
        (told("2024-05-16", None, "planned"), told("2024-05-23", "2024-05-24")),
        (told("2024-05-16", "2024-05-14", "planned"), told("2027-05-23", "2027-05-24")),
    ],
    ids=["no plan", "moved to the front", "older source", "undated source", "years later"],
)
def test_all_else_is_no_plan_that_was_moved(earlier: Profile, later: Profile) -> None:
    assert not moved_plan(earlier, later)
