"""The chair of an event: one against another, side by side, misspelt."""

from itertools import permutations

from tests.kinds.happenings import chaired, judged, verdicts


def test_two_single_chairs_conflict() -> None:
    [found] = judged([chaired("a", "Rudolf Elphberg"), chaired("b", "Antoinette Mauban")])
    assert (found.rule, found.verdict) == ("EUC321", "conflict")
    assert "Rudolf Elphberg (a)" in found.summary


def test_co_chairs_stand_side_by_side() -> None:
    pair = [chaired("a", "Rudolf Elphberg", "co-chair"), chaired("b", "Antoinette Mauban", "co-chair")]
    assert verdicts(judged(pair)) == {("EUC322", "agree")}


def test_a_source_with_both_settles_it() -> None:
    three = [chaired("a", "Rudolf Elphberg"), chaired("b", "Rudolf Elphberg"), chaired("b", "Antoinette Mauban")]
    assert verdicts(judged(three)) == {("EUC322", "agree")}


def test_hosts_and_heads_of_delegations_are_not_opposed() -> None:
    for role in ("host", "head-of-delegation"):
        assert verdicts(judged([chaired("a", "Rudolf Elphberg", role), chaired("b", "Antoinette Mauban", role)])) == {
            ("EUC322", "agree")
        }
    mixed = [chaired("a", "Rudolf Elphberg", "host"), chaired("b", "Antoinette Mauban")]
    assert verdicts(judged(mixed)) == {("EUC322", "single")}


def test_a_misspelt_chair_is_the_same_person() -> None:
    [found] = judged([chaired("a", "Antoinette Mauban"), chaired("b", "Antoinette Mauben")])
    assert (found.verdict, len(found.answers)) == ("agree", 1)


def test_chairs_of_two_events_are_not_compared() -> None:
    pair = [chaired("a", "Rudolf Elphberg"), chaired("b", "Antoinette Mauban", day="2023-05-03")]
    assert verdicts(judged(pair)) == {("EUC322", "single")}


def test_the_order_of_adding_changes_nothing() -> None:
    claims = [
        chaired("a", "Antoinette Mauban"), chaired("b", "Antoinette Mauben"), chaired("c", "Rudolf Elphberg"),
        chaired("d", "A. Mauban"),
    ]  # fmt: skip
    first = judged(claims)
    assert all(judged(list(order)) == first for order in permutations(claims))
