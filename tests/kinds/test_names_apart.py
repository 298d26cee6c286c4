"""Names of one thing: which of them a reader could take for the names of several things."""

from collections.abc import Sequence

import pytest

from eucacheck.kinds.name.names_apart import names_apart
from eucacheck.records import Claim


def called(*names: str, sources: str = "abcdefg") -> Sequence[Claim]:
    pairs = zip(names, sources, strict=False)
    return [Claim(f"{s}{n}", s, "name", "x", {"name": n, "entity": "x"}, 0, 5, 1, n) for n, s in pairs]


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (("Lake Basin Fisheries Accord", "LBFA"), "aa"),
        (("Accord on Lake Fisheries", "Lake Fisheries Accord"), "ab"),
        (("EU-Northland Lake Fisheries Accord", "Lake Fisheries Accord", "Fisheries Accord"), "abc"),
    ],
)
def test_an_acronym_and_shorter_forms_are_one_name(names: tuple[str, ...], sources: str):
    assert len(names_apart(called(*names, sources=sources), series=False)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Lake Basin Fisheries Accord", "Lakeshore Charter"),
        ("Lake Basin Fisheries Accord", "LBFA"),  # no source says that the two are one
        ("Lake Basin Fisheries Accord", "LKFP"),
        ("Joint Plan for Lakes, Rivers and Shores", "lake plan"),
        ("Enhanced Fisheries Accord", "extended fisheries accord"),
    ],
)
def test_names_that_look_like_those_of_two_things_stay_apart(names: tuple[str, ...]):
    assert len(names_apart(called(*names), series=False)) == 2


def test_names_of_events_that_differ_by_length_or_by_what_a_gathering_is_called_are_one():
    names = ("EU-Northland Ministerial", "EU-Northland Ministerial Meeting", "Northland-EU ministerial summit")
    assert len(names_apart(called(*names), series=True)) == 1
    assert len(names_apart(called("EU-Northland Water Forum", "EU-Northland Water Summit"), series=True)) == 2
