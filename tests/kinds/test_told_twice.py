"""What keeps two figures of one story apart, and what ties them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eucacheck.edtf import day
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds._figures.scopes import other_deed, other_scope
from eucacheck.kinds._figures.stories import one_story
from eucacheck.kinds._figures.told_twice import told_twice
from eucacheck.pack import Pack
from eucacheck.records import Claim

PLAIN: dict[str, Any] = {
    "anchors": ["name:haverkamp", "name:asanbekov"], "near": ["place:place:osh"], "scope": [], "deeds": ["build"],
    "forms": [], "for": [], "goods": [], "time": "", "whole": False, "beside": [], "back": [],
}  # fmt: skip


def school(source, count, *, topic=("rural",), **story):
    value = {
        "count": count, "unit": "school", "bound": "exact", "of": None, "parties": [], "scope": [], "sectors": [],
        "which": [], "measure": None, "period": None, "topic": list(topic), "story": {**PLAIN, **story},
    }  # fmt: skip
    return Claim(f"{source}{count}", source, "count", "count:x", value, 0, 9, 1, "9 schools")


def block(days=(1, 3)):
    published = {s: day(date(2026, 3, d)) for s, d in zip("ab", days, strict=True)}
    return Block("count:school", [], Surroundings(Pack(), published))


def twice(a, b, *others, days=(1, 3)):
    return told_twice(a, b, [a, b, *others], block(days))


def test_two_figures_of_one_story_and_deed_are_one_figure():
    assert twice(school("a", "14"), school("b", "41"))


@pytest.mark.parametrize(
    "story",
    [
        {"scope": ["so far"]},
        {"deeds": ["equip"]},
        {"whole": True},
        {"beside": ["14"]},
        {"goods": ["wood"]},
        {"anchors": ["name:haverkamp"]},
        {"near": ["name:vahdat"], "anchors": ["name:haverkamp", "name:asanbekov", "name:vahdat"]},
    ],
    ids=["so far", "another deed", "all of it", "both told", "goods", "another story", "another project"],
)
def test_scope_deed_story_and_names_keep_figures_apart(story):
    one = school("a", "14", near=["name:kulob"], goods=["brick"], anchors=[*PLAIN["anchors"], "name:kulob"])
    assert not twice(one, school("b", "20", **story))


def test_a_story_ends_after_a_fortnight():
    assert not twice(school("a", "14"), school("b", "41"), days=(1, 28))
    told = {"anchors": [*PLAIN["anchors"], "day:2026-03-01"]}
    assert twice(school("a", "14", **told), school("b", "41", **told), days=(1, 28))


def test_a_source_with_another_figure_of_the_noun_needs_more_ties():
    one, other, third = school("a", "14"), school("b", "20", deeds=[], near=[]), school("a", "30")
    assert not twice(one, other, replace(third, id="third"))


def test_a_plan_is_not_opposed_to_what_was_done():
    assert other_deed({**PLAIN, "time": "to come"}, {**PLAIN, "time": "done"})
    assert not other_deed({**PLAIN, "time": "to come"}, PLAIN)


def test_a_loan_is_no_grant():
    assert other_scope({**PLAIN, "forms": ["loan"]}, {**PLAIN, "forms": ["grant"]})
    assert not other_scope({**PLAIN, "forms": ["loan"]}, PLAIN)


def test_people_whom_many_stories_name_make_no_story():
    anchors = ["known:reyes", "org:org:bank", "place:place:osh"]
    pair = (school("a", "14", anchors=anchors), school("b", "41", anchors=anchors))
    assert not one_story(*pair, block())
