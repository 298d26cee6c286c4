"""The participant kind: present, absent, represented, and the level of a country."""

from itertools import permutations
from typing import Any

from eucacheck.edtf import parse_edtf
from eucacheck.records import Claim, Modality
from tests.kinds.encounters import judged, party, rules

EVENT = {
    "local": 0, "series": "series:energy-forum", "family": "series:energy-forum", "type": "forum", "ordinals": [],
    "date": "2024-03-11", "date_basis": "stated", "year_stated": True, "place": "place:dushanbe", "status": "held",
    "published": "2024-03-12",
}  # fmt: skip


def took(source: str, name: str = "Piet Vermeeren", modality: Modality = "assertion", **more: Any) -> Claim:
    one = party(name)
    value = {
        "participant": one["id"], "name": name, "key": one["key"], "present": True, "represented_by": None,
        "representative": None, "level": None, "members": [], "group": False, "named": False, "event": EVENT, **more,
    }  # fmt: skip
    quote = f"{name} attended {more}"
    day = parse_edtf("2024-03-11")
    return Claim(
        f"{source}:{quote}",
        source,
        "participant",
        "event:forum",
        value,
        0,
        len(quote),
        1,
        quote,
        day,
        None,
        None,
        modality,
    )


def group(source: str, level: str, *countries: str, **more: Any) -> Claim:
    members = [f"country:{c}" for c in countries]
    return took(source, f"{level}s of {' '.join(countries)}", level=level, members=members, group=True, **more)


def test_present_against_absent_is_a_conflict() -> None:
    found = judged([took("a"), took("b", present=False)])
    assert rules(found) == {("EUC361", "conflict")}
    assert "Piet Vermeeren" in found[0].summary


def test_represented_by_another_is_not_there() -> None:
    found = judged([took("a"), took("b", present=False, representative="Marie Lefort", represented_by="person:m")])
    assert "represented by Marie Lefort" in found[0].summary


def test_a_plan_to_come_is_superseded_by_the_absence() -> None:
    found = judged([took("a", modality="planned"), took("b", present=False)])
    assert rules(found) == {("EUC361", "supersede")}


def test_an_incomplete_list_contradicts_nothing() -> None:
    found = judged([took("a"), took("a", "Rustam Olimov"), took("b")])
    assert rules(found) == {("EUC360", "agree"), ("EUC360", "single")}


def test_ministers_of_all_against_deputies_of_some_is_a_conflict() -> None:
    all_of = group("a", "minister", "x", "y", "z")
    found = judged([all_of, group("b", "deputy", "y"), group("b", "minister", "x")])
    assert ("EUC362", "conflict") in rules(found)


def test_a_plan_or_the_name_of_the_event_tells_nothing_of_the_level() -> None:
    deputy = group("b", "deputy", "y")
    assert ("EUC362", "conflict") not in rules(judged([group("a", "minister", "y", modality="planned"), deputy]))
    assert ("EUC362", "conflict") not in rules(judged([group("a", "minister", "y", named=True), deputy]))


def test_a_named_minister_with_a_deputy_is_a_delegation() -> None:
    minister = took("a", "Daler Rahimi", level="minister", members=["country:y"])
    assert all(f.rule != "EUC362" for f in judged([group("a", "minister", "y"), minister, group("b", "deputy", "y")]))


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [took("a"), took("b", present=False), group("c", "minister", "x", "y"), group("b", "deputy", "y")]
    assert len({tuple(map(repr, judged(order))) for order in permutations(claims)}) == 1
