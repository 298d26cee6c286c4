"""When two holders or two positions of one rank are opposed, and which ranks meet at all."""

from datetime import date

import pytest

from eucacheck.edtf import day
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds.rank import judge, keys
from eucacheck.pack import Pack
from eucacheck.pack.model import Organisation, Place
from eucacheck.records import Claim

PACK = Pack(
    organisations={"org:union": Organisation(id="union", name="Union", kind="union", members=("country:n",))},
    places={
        "region:r": Place(id="r", name="R", kind="region"),
        "country:x": Place(id="x", name="X", kind="country", within=("region:r",)),
    },
)


def claim(source, holder, told="2024-03-01", **value):
    body = {
        "rank": "largest", "position": 1, "criterion": ["investor"], "holder": holder, "of": "country:x",
        "within": None, "object": [], "family": None, "words": "", "sole": True, "timeless": False, **value,
    }  # fmt: skip
    identifier = f"{source}-{holder}-{body['position']}-{body['of']}"
    return Claim(identifier, source, "rank", holder, body, 0, 9, 1, "a rank", when=day(date.fromisoformat(told)))


def verdicts(*claims, key=None):
    block = Block(key or keys(claims[0])[0], claims, Surroundings(PACK))
    return {(f.rule, f.verdict) for f in judge(claims, block)}


def test_two_holders_within_a_year_are_a_conflict():
    assert verdicts(claim("a", "country:n"), claim("b", "country:m", "2024-09-01")) == {("EUC521", "conflict")}


def test_two_holders_years_apart_are_a_change():
    assert verdicts(claim("a", "country:n"), claim("b", "country:m", "2020-09-01")) == {("EUC525", "supersede")}


def test_a_union_is_not_opposed_to_its_member():
    assert verdicts(claim("a", "org:union"), claim("b", "country:n")) == {("EUC524", "single")}


def test_one_holder_on_two_positions_is_a_conflict():
    assert ("EUC522", "conflict") in verdicts(claim("a", "country:n"), claim("b", "country:n", position=2))


def test_what_was_done_first_stays_first():
    deed = {
        "criterion": ["first:open"],
        "object": ["embass", "open"],
        "words": "open an embassy",
        "timeless": True,
        "of": None,
    }
    assert verdicts(claim("a", "country:n", **deed), claim("b", "country:m", "2001-01-01", **deed)) == {
        ("EUC521", "conflict")
    }


@pytest.mark.parametrize("other", [{"object": ["school", "open"]}, {"within": "region:r"}, {"rank": "only"}])
def test_another_deed_or_field_is_another_fact(other):
    deed = {"criterion": ["first:open"], "object": ["embass", "open"], "words": "open an embassy", "timeless": True}
    found = verdicts(claim("a", "country:n", **deed), claim("b", "country:m", **{**deed, **other}))
    assert {verdict for _, verdict in found} == {"single"}


@pytest.mark.parametrize("other", [{"of": "country:y"}, {"criterion": ["trading-partner"]}, {"within": "region:r"}])
def test_other_scopes_and_roles_do_not_meet(other):
    assert not set(keys(claim("a", "country:n"))[:1]) & set(keys(claim("b", "country:n", **other)))


@pytest.mark.parametrize("other", [{"sole": False}, {"holder": None}])
def test_one_of_several_and_an_unknown_holder_meet_nobody(other):
    assert keys(claim("a", **{"holder": "country:n", **other})) == ()


def test_two_scopes_of_one_rank_are_a_note():
    wide = claim("b", "org:union", of="region:r")
    key = keys(wide)[1]
    assert verdicts(claim("a", "org:union"), wide, key=key) == {("EUC523", "refine")}
