"""The date of an event: what excludes, what refines, what was moved, and what the reference has."""

from dataclasses import replace
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.kinds.event_date import RULES
from tests.kinds.happenings import claim, dated, demoted, event, judged, verdicts


def test_two_days_of_one_numbered_event_conflict() -> None:
    found = judged([dated("a", "2024-05-03", ordinals=[3]), dated("b", "2024-05-05", ordinals=[3])])
    assert verdicts(found) == {("EUC301", "conflict")}
    assert "3 May 2024 (a) and 5 May 2024 (b)" in found[0].summary
    assert found[0].confidence == 0.9


def test_equal_days_agree() -> None:
    [found] = judged([dated(s, "2024-05-03") for s in "abc"])
    assert (found.verdict, found.answers[0].sources) == ("agree", 3)


def test_a_day_in_a_range_refines() -> None:
    pair = [dated("a", "2024-05-03", ordinals=[3]), dated("b", "2024-05-02/2024-05-04", ordinals=[3])]
    assert verdicts(judged(pair)) == {("EUC303", "refine")}
    assert demoted(pair) == {"coarser-precision"}


def test_a_month_or_year_around_the_one_day_supports_it() -> None:
    for wide in ("2024-05", "2024"):
        [finding] = judged([dated("a", "2024-05-03", ordinals=[3]), dated("b", wide, ordinals=[3])])
        assert (finding.verdict, [a.text for a in finding.answers]) == ("agree", ["3 May 2024"])


def test_a_month_around_two_days_that_exclude_each_other_supports_neither() -> None:
    days = [dated(s, d, ordinals=[3]) for s, d in (("a", "2024-05-03"), ("b", "2024-05-13"), ("c", "2024-05"))]
    [finding] = judged(days)
    assert (finding.verdict, len(finding.answers)) == ("conflict", 3)


def test_the_days_of_an_event_stay_together_where_two_sources_tell_them() -> None:
    both = "2024-05-03/2024-05-04"
    [finding] = judged([dated("a", "2024-05-04"), dated("a", both), dated("b", both)])
    assert {a.text: a.sources for a in finding.answers}["3-4 May 2024"] == 2


def test_two_days_that_a_third_source_has_in_one_range_refine() -> None:
    days = [dated("a", "2024-05-03"), dated("b", "2024-05-04"), dated("c", "2024-05-03/2024-05-04")]
    assert verdicts(judged(days)) == {("EUC303", "refine")}
    assert verdicts(judged(days[:2])) == {("EUC301", "conflict")}


def test_the_opening_day_and_a_later_day_refine_and_an_earlier_one_does_not() -> None:
    later = [dated("a", "2024-05-03", part="opening"), dated("b", "2024-05-05")]
    assert verdicts(judged(later)) == {("EUC303", "refine")}
    earlier = [dated("a", "2024-05-05", part="opening"), dated("b", "2024-05-03")]
    assert verdicts(judged(earlier)) == {("EUC301", "conflict")}
    last = [dated("a", "2024-05-05", part="closing"), dated("b", "2024-05-03")]
    assert verdicts(judged(last)) == {("EUC303", "refine")}


def test_a_plan_that_a_newer_source_moves_is_superseded() -> None:
    pair = [
        dated("a", "2024-05-03", status="planned", published="2024-03-01", ordinals=[3]),
        dated("b", "2024-06-07", published="2024-06-08", ordinals=[3]),
    ]
    times = {"a": "2024-03-01", "b": "2024-06-08"}
    assert verdicts(judged(pair, times)) == {("EUC302", "supersede")}
    assert demoted(pair, times) == {"other-time"}


def test_a_plan_given_up_is_superseded_whatever_the_age_of_its_source() -> None:
    pair = [
        dated("a", "2024-05-03", put_off=True, status="postponed", ordinals=[3], published="2024-06-20"),
        dated("b", "2024-05-20", ordinals=[3], published="2024-06-08"),
    ]
    assert verdicts(judged(pair)) == {("EUC302", "supersede")}


def test_a_year_that_was_inferred_proves_nothing() -> None:
    pair = [
        dated("a", "2024-05-03", stated=False, ordinals=[3]),
        dated("b", "2023-05-03", ordinals=[3], place="place:zenda"),
    ]
    assert all(f.verdict not in {"conflict", "variant"} for f in judged(pair))


def test_two_years_of_one_series_are_two_events() -> None:
    assert verdicts(judged([dated("a", "2023-05-03"), dated("b", "2024-05-03")])) == {("EUC303", "single")}


def test_the_reference_is_told_where_all_sources_date_alike() -> None:
    [found] = judged([dated("a", "2021-05-16", series="tide-dialogue", family="series:tide", ordinals=[4])])
    assert (found.rule, found.verdict, found.level) == ("EUC931", "conflict", "warning")
    assert found.reference is not None
    assert "6 May 2021" in found.reference.value


def test_the_reference_never_hides_a_conflict_of_sources() -> None:
    tide: Any = {"series": "tide-dialogue", "family": "series:tide", "ordinals": [4]}
    found = judged([dated("a", "2021-05-06", **tide), dated("b", "2021-05-10", **tide)])
    assert verdicts(found) == {("EUC301", "conflict")}
    assert found[0].reference is not None


def step(source: str, day: str):
    full = claim("event_date", source, {}, event(date=day))
    value = {"edtf": day, "year_stated": True, "step": "launch", "of": "programme:harbour-link"}
    return replace(full, value=value)


def test_a_step_on_two_days_of_one_year_conflicts_and_of_two_years_is_undecided() -> None:
    assert verdicts(judged([step("a", "2021-12-01"), step("b", "2021-12-11")])) == {("EUC301", "conflict")}
    assert verdicts(judged([step("a", "2020-12-01"), step("b", "2021-12-11")])) == {("EUC301", "unclear")}
    assert verdicts(judged([step("a", "2021-12-01"), step("b", "2021-12-01")])) == {("EUC303", "agree")}


_DAYS = st.sampled_from(
    ["2024-05-03", "2024-05-04", "2024-05", "2024-05-03/2024-05-05", "2024-06-09", "2024", "XXXX-05-03"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(_DAYS, st.sampled_from(["held", "planned"]), st.sampled_from([(), (3,)])), min_size=2, max_size=4
    )
)
def test_the_order_of_adding_changes_nothing(told: list[tuple[str, str, tuple[int, ...]]]) -> None:
    claims = [dated(f"s{i}", d, status=s, ordinals=list(o)) for i, (d, s, o) in enumerate(told)]
    first = judged(claims)
    assert all(judged(list(order)) == first for order in permutations(claims))
    assert {f.rule for f in first} <= set(RULES)
