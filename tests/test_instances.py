"""Event claims to instances: which events of several sources are one, whatever the order of the claims."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.instances import Instance, link_instances
from eucacheck.records import Claim
from tests.kinds.happenings import PACK, dated


def link(*claims: Claim) -> list[Instance]:
    return link_instances(claims, PACK)


def sources(*claims: Claim) -> list[set[str]]:
    """The sources of each instance."""
    return [{p.source for p in i.profiles} for i in link(*claims)]


def test_place_and_date_make_one_event_of_two() -> None:
    assert sources(dated("a", "2024-05-03", place="place:zenda"), dated("b", "2024-05-03", place="place:zenda")) == [
        {"a", "b"}
    ]


def test_a_city_and_its_country_are_one_place() -> None:
    pair = [dated("a", "2024-05-03", place="place:zenda"), dated("b", "2024-05", place="country:ruritania")]
    [one] = link(*pair)
    assert (one.place, one.interval.edtf if one.interval else None) == ("place:zenda", "2024-05-03")


def test_the_number_does_not_decide() -> None:
    """One number for events of another place and year: two events, whose numbers are then a question."""
    pair = [
        dated("a", "2021-05-03", place="place:zenda", ordinals=[1]),
        dated("b", "2024-06-07", place="place:szohod", ordinals=[1]),
    ]
    assert sources(*pair) == [{"a"}, {"b"}]


def test_two_events_of_one_source_are_never_one() -> None:
    assert len(link(dated("a", "2024-05-03"), dated("a", "2024-05-03", local=1, at=50))) == 2


def test_a_few_days_of_difference_in_one_place_are_one_event() -> None:
    near = [dated("a", "2024-05-03", place="place:zenda"), dated("b", "2024-05-05", place="place:zenda")]
    assert sources(*near) == [{"a", "b"}]
    months = [dated("a", "2024-05-03", place="place:zenda"), dated("b", "2024-11-05", place="place:zenda")]
    assert sources(*months) == [{"a"}, {"b"}]


def test_a_third_source_joins_no_two_that_exclude_each_other() -> None:
    three = [
        dated("a", "2024-05-03", place="place:zenda"),
        dated("b", "2024-09-20", place="place:szohod"),
        dated("c", "2024", ordinals=[]),
    ]
    assert all(not {"a", "b"} <= group for group in sources(*three))


def test_of_an_event_held_and_planned_the_date_held_is_the_best() -> None:
    [one] = link(
        dated("a", "2024-05-03", status="planned", published="2024-03-01", place="place:zenda", ordinals=[3]),
        dated("b", "2024-06-07", published="2024-06-08", place="place:zenda", ordinals=[3]),
    )
    assert one.interval is not None
    assert one.interval.edtf == "2024-06-07"
    assert [one.only_plans(p) for p in one.profiles] == [True, False]
    assert [i.edtf for i in one.dates] == ["2024-06-07"]


def test_a_plan_that_some_source_saw_come_true_is_not_only_a_plan() -> None:
    [one] = link(
        dated("a", "2024-05-03", status="planned", place="place:zenda", ordinals=[3]),
        dated("b", "2024-05-03/2024-05-04", place="place:zenda", ordinals=[3]),
        dated("c", "2024-05-05", place="place:zenda", ordinals=[3]),
    )
    assert not any(one.only_plans(p) for p in one.profiles)


def test_an_event_called_off_is_only_a_plan() -> None:
    [one] = link(
        dated("a", "2024-05-03", status="planned", place="place:zenda"),
        dated("b", "2024-05", status="cancelled", place="place:zenda"),
    )
    assert [one.only_plans(p) for p in one.profiles] == [True, True]


def test_the_name_of_an_instance_is_its_series_month_and_place() -> None:
    [one] = link(dated("a", "2024-05-03", place="place:zenda", ordinals=[3]))
    assert one.key == "event:rail-forum-2024-05-zenda"


_TOLD = st.tuples(
    st.sampled_from(["2024-05-03", "2024-05-04", "2024-05", "2024-06-09", "2024", "2021-05-03", "XXXX-05-03"]),
    st.sampled_from([None, "place:zenda", "place:szohod", "country:ruritania"]),
    st.sampled_from([[], [1], [2]]),
    st.sampled_from(["held", "planned", "postponed", "unknown"]),
    st.sampled_from(["rail-forum", "rail-meeting"]),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_TOLD, min_size=1, max_size=4))
def test_any_order_of_claims_gives_the_same_instances(told: list[tuple[str, str | None, list[int], str, str]]) -> None:
    claims = [
        dated(f"s{i}", day, place=place, ordinals=numbers, status=status, series=series)
        for i, (day, place, numbers, status, series) in enumerate(told)
    ]
    first = link(*claims)
    assert sorted(c.id for i in first for c in i.claims) == sorted(c.id for c in claims)
    assert all(link(*order) == first for order in permutations(claims))
