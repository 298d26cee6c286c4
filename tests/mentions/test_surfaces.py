"""The names of the pack at one place: the longest, whatever stands between its words, never a part of a word."""

import re

import pytest

from eucacheck.mentions.surfaces import longest_at, one_of, surfaces_of
from eucacheck.pack import Pack, load_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.mark.parametrize(
    ("text", "end", "entity"),
    [
        ("European Commission in Brussels", 19, "org:european-commission"),
        ("European  Commission", 20, "org:european-commission"),
        ("european Commission", None, ""),
        ("European Commissioner", 8, "region:europe"),
        ("Central Asia", 12, "region:central-asia"),
        ("Nothing of the sort", None, ""),
    ],
)
def test_the_longest_name_at_a_place(pack: Pack, text: str, end: int | None, entity: str) -> None:
    hit = longest_at(text, 0, surfaces_of(pack))
    assert (hit and hit[0], hit[1] if hit else "") == (end, entity)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a forum on trade", "forum on trade"),
        ("a FORUM on water", "FORUM"),
        ("the Trade Fair", "Trade Fair"),
        ("a trade round", None),
        ("forums", None),
    ],
)
def test_one_of_some_names_in_any_case(text: str, found: str | None) -> None:
    pattern = re.compile(rf"\b(?:{one_of(['forum', 'trade fair', 'Forum on trade', 'fair'])})\b", re.IGNORECASE)
    hit = pattern.search(text)
    assert (hit and hit.group()) == found


def test_one_of_no_names_finds_nothing() -> None:
    assert re.search(one_of([]), "a forum") is None
