"""The meeting kind: pairs, one meeting or two, and what excludes what."""

from itertools import permutations

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.kinds import meeting
from eucacheck.pack import load_pack
from eucacheck.records import Claim
from tests.kinds.encounters import judged, party, rules


def met(source: str, day: str | None, place: str | None = None, *names: str, sides: int = 1, **more: object) -> Claim:
    people = [party(n) for n in (names or ("Anvar Sodikov", "Jonas Petrulis"))]
    value = {
        "with": people, "sides": sides, "place": place, "date": day, "year_stated": True, "published": "2024-09-20",
        "form": "in person", "status": "made", **more,
    }  # fmt: skip
    quote = f"{names} met {day} {place}"
    return Claim(
        f"{source}:{quote}:{more}", source, "meeting", people[0]["id"], value, 0, len(quote), 1, quote,
        parse_edtf(day) if day else None, place,
    )  # fmt: skip


def test_two_days_of_one_meeting_conflict() -> None:
    found = judged([met("a", "2024-09-17"), met("b", "2024-09-19")])
    assert rules(found) == {("EUC351", "conflict")}
    assert "Anvar Sodikov and Jonas Petrulis" in found[0].summary


def test_who_is_named_first_does_not_matter() -> None:
    found = judged([met("a", "2024-09-17"), met("b", "2024-09-17", None, "Jonas Petrulis", "Anvar Sodikov")])
    assert rules(found) == {("EUC350", "agree")}


@pytest.mark.parametrize(
    ("other", "place"),
    [("2024-09-26", "place:tashkent"), ("2024-09-26", None), ("2024-12-17", "place:vilnius")],
)
def test_another_place_or_a_later_day_is_another_meeting(other: str, place: str | None) -> None:
    assert rules(judged([met("a", "2024-09-17", "place:vilnius"), met("b", other, place)])) == {("EUC350", "single")}


def test_one_city_within_a_month_is_one_meeting() -> None:
    pair = [met("a", "2024-09-03", "place:vilnius"), met("b", "2024-09-30", "place:vilnius")]
    assert rules(judged(pair)) == {("EUC351", "conflict")}


def test_two_places_on_one_day_conflict() -> None:
    pair = [met("a", "2024-09-17", "place:astana"), met("b", "2024-09-17", "place:tashkent")]
    assert rules(judged(pair, load_pack())) == {("EUC352", "conflict")}


def test_two_cities_of_the_only_meeting_that_either_tells_of_conflict() -> None:
    pair = [met("a", None, "place:astana"), met("b", None, "place:tashkent")]
    assert rules(judged(pair, load_pack())) == {("EUC352", "conflict")}
    more = [*pair, met("b", "2024-09-10", "place:samarkand")]
    assert ("EUC352", "conflict") not in rules(judged(more, load_pack()))


def test_a_call_is_no_meeting_in_person() -> None:
    pair = [met("a", "2024-09-17"), met("b", "2024-09-19", form="phone")]
    assert rules(judged(pair)) == {("EUC350", "single")}


def test_a_meeting_that_did_not_come_about_is_left_out() -> None:
    assert judged([met("a", "2024-09-17", status="denied")]) == []


def test_two_sides_meet_each_other_and_not_among_themselves() -> None:
    claim = met("a", None, None, "Anvar Sodikov", "Jonas Petrulis", "Ilze Kalnberg")
    assert len([k for k in meeting.keys(claim) if k.startswith("meeting:")]) == 2
    together = met("a", None, None, "Anvar Sodikov", "Jonas Petrulis", "Ilze Kalnberg", sides=0)
    assert len([k for k in meeting.keys(together) if k.startswith("meeting:")]) == 3


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [met("a", "2024-09-17"), met("b", "2024-09-19"), met("c", None), met("d", "2024-09")]
    assert len({tuple(map(repr, judged(order))) for order in permutations(claims)}) == 1
