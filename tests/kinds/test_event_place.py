"""The place of an event: apart, or one in the other."""

from itertools import permutations

from tests.kinds.happenings import demoted, judged, placed, verdicts


def test_two_cities_on_one_day_conflict() -> None:
    [found] = judged(
        [placed("a", "place:zenda"), placed("b", "place:szohod", ordinals=[3]), placed("c", "place:zenda")]
    )
    assert (found.rule, found.verdict) == ("EUC311", "conflict")
    assert "Szohod (b)" in found.summary
    assert "Zenda (a and c)" in found.summary


def test_a_city_and_its_country_refine() -> None:
    pair = [placed("a", "place:zenda"), placed("b", "country:ruritania")]
    assert verdicts(judged(pair)) == {("EUC312", "refine")}
    assert demoted(pair) == {"coarser-precision"}


def test_a_city_with_its_country_in_one_source_is_one_answer() -> None:
    both = [placed("a", "place:zenda"), placed("a", "country:ruritania", at=50), placed("b", "place:zenda")]
    [found] = judged(both)
    assert (found.verdict, found.answers[0].sources) == ("agree", 2)


def test_two_cities_on_two_days_are_two_events() -> None:
    assert verdicts(judged([placed("a", "place:zenda"), placed("b", "place:szohod", "2024-05-20")])) == {
        ("EUC312", "single")
    }


def test_two_cities_without_a_day_are_two_events() -> None:
    assert verdicts(judged([placed("a", "place:zenda", None), placed("b", "place:szohod", None)])) == {
        ("EUC312", "single")
    }


def test_the_order_of_adding_changes_nothing() -> None:
    claims = [
        placed("a", "place:zenda"),
        placed("b", "place:szohod"),
        placed("c", "country:ruritania"),
        placed("d", "place:strelsau"),
    ]
    first = judged(claims)
    assert all(judged(list(order)) == first for order in permutations(claims))
