"""The names of the pack at one place: the longest, whatever stands between its words, never a part of a word."""

import pytest

from eucacheck.mentions.surfaces import longest_at, surfaces_of
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
