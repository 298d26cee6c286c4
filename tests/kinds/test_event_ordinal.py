"""The number of an event: one for two events, two for one, a first with a predecessor, years that do not add up."""

from itertools import permutations

from eucacheck.kinds.event_ordinal import as_called
from tests.kinds.happenings import dated, judged, numbered, verdicts


def test_two_events_called_the_first_conflict() -> None:
    [found] = judged([numbered("a", 1, "2021-05-03", "place:zenda"), numbered("b", 1, "2024-06-07", "place:szohod")])
    assert (found.rule, found.verdict) == ("EUC331", "conflict")
    assert "which event was the first" in found.summary


def test_a_leaders_meeting_is_counted_apart_from_a_summit() -> None:
    pair = [
        numbered("a", 1, "2021-05-03", "place:zenda"),
        numbered("b", 1, "2024-06-07", "place:szohod", series="series:rail-meeting"),
    ]
    assert verdicts(judged(pair)) == {("EUC334", "single")}


def test_one_event_with_two_numbers_conflicts() -> None:
    pair = [numbered("a", 3, "2024-05-03", "place:zenda"), numbered("b", 4, "2024-05-03", "place:zenda")]
    assert ("EUC332", "conflict") in verdicts(judged(pair))


def test_a_first_with_a_predecessor_conflicts() -> None:
    pair = [numbered("a", 1, "2024-06-07", "place:szohod"), dated("b", "2021-05-03", place="place:zenda")]
    assert ("EUC333", "conflict") in verdicts(judged(pair))


def test_a_predecessor_that_was_only_planned_is_none() -> None:
    pair = [
        numbered("a", 1, "2024-06-07", "place:szohod"),
        dated("b", "2021-05-03", place="place:zenda", status="planned"),
    ]
    assert ("EUC333", "conflict") not in verdicts(judged(pair))


def test_a_first_that_was_put_off_stands_as_a_plan() -> None:
    pair = [
        numbered("a", 1, "2023-05-03", "place:zenda", status="postponed", published="2023-04-01"),
        numbered("b", 1, "2024-06-07", "place:szohod", published="2024-06-08"),
    ]
    [found] = judged(pair, {"a": "2023-04-01", "b": "2024-06-08"})
    assert (found.rule, found.verdict) == ("EUC334", "supersede")
    assert any(a.value["planned"] for a in found.answers)


def test_a_first_planned_when_another_first_was_over_conflicts() -> None:
    pair = [
        numbered("a", 1, "2022-05-03", "place:zenda", published="2022-05-04"),
        numbered("b", 1, "2025", status="planned", published="2024-06-08"),
    ]
    assert ("EUC331", "conflict") in verdicts(judged(pair, {"a": "2022-05-04", "b": "2024-06-08"}))


def test_a_plan_in_a_range_that_was_held_is_no_other_event() -> None:
    three = [
        numbered("a", 3, "2024-05-03", "place:zenda", status="planned", published="2024-04-01"),
        numbered("b", 3, "2024-05-02/2024-05-03", "place:zenda"),
        numbered("c", 3, "2024-05-04", "place:zenda"),
    ]
    assert all(not a.value.get("planned") for f in judged(three) if f.rule == "EUC334" for a in f.answers)


def yearly(first: str, later: int, day: str):
    return [numbered("a", 1, first, annual=True), numbered("a", later, day, annual=True, local=1, at=60)]


def test_yearly_meetings_must_count_up() -> None:
    assert ("EUC801", "conflict") in verdicts(judged(yearly("2015", 8, "2020-05-03")))
    assert ("EUC801", "conflict") not in verdicts(judged(yearly("2015", 6, "2020-05-03")))


def test_the_number_is_of_what_the_source_calls_it() -> None:
    assert as_called("Summits", "series:x-summit") == "summit"
    assert as_called("round", "series:x-dialogue") == "dialogue"
    assert as_called("talks", "series:x") == "talks"


def test_the_order_of_adding_changes_nothing() -> None:
    claims = [
        numbered("a", 1, "2021-05-03", "place:zenda"),
        numbered("b", 1, "2024-06-07", "place:szohod"),
        numbered("c", 2, "2024-06-07", "place:szohod"),
        numbered("d", 1, "2025", status="planned", published="2024-06-08"),
    ]
    first = judged(claims)
    assert all(judged(list(order)) == first for order in permutations(claims))
