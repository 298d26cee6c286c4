"""Figures told by sources against those on record: members of a body and the size of a programme."""

from typing import Any

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds._figures.on_record import judge_members, judge_programme
from eucacheck.pack import Pack
from eucacheck.pack.model import Figure, FigureValue
from eucacheck.records import Claim, Finding

PACK = Pack(
    figures={
        "figure:members": Figure(
            id="members", name="members of the League", of="org:league", counted=("member state", "country"),
            ref="https://example.org/league",
            values=(FigureValue(value="9", since="2018-01-01", until="2022-06-30"),
                    FigureValue(value="10", since="2022-07-01")),
        ),
        "figure:size": Figure(
            id="size", name="size of Tideway", of="programme:tideway", currency="EUR", ref="https://example.org/tideway",
            values=(FigureValue(value="3000000000", bound="up-to", since="2021-01-01"),),
        ),
    }
)  # fmt: skip


def members(count: str, when: str | None, *, whole: bool = True, **more: Any) -> list[Finding]:
    value = {"count": count, "unit": "state", "which": ["member"], "bound": "exact", **more}
    value["members"] = {"of": "org:league", "all": whole}
    time = parse_edtf(when) if when else None
    told = Claim(f"{count}{when}", "a", "count", "count:x", value, 0, 9, 1, "x", time)
    return judge_members([told], Block("members:org:league", [told], Surroundings(PACK)))


def size(amount: str, bound: str = "exact", currency: str = "EUR") -> list[Finding]:
    value = {"amount": amount, "currency": currency, "bound": bound, "whole_of": "programme:tideway"}
    told = Claim(amount, "a", "amount", "figure:x", value, 0, 9, 1, "x", parse_edtf("2023-03-03"))
    return judge_programme([told], Block("programme:tideway", [told], Surroundings(PACK)))


def test_a_number_that_the_record_has_at_another_time_is_told_with_its_source() -> None:
    (finding,) = members("9", "2024-05-01")
    assert (finding.rule, finding.verdict, finding.level) == ("EUC942", "conflict", "warning")
    assert finding.reference is not None
    assert finding.reference.value == "10 since 1 July 2022"
    assert finding.reference.citation == "https://example.org/league"


@pytest.mark.parametrize(
    ("count", "when"),
    [("9", "2020-05-01"), ("10", "2023"), ("9", "2022-07-20"), ("10", "2022-06-10"), ("8", "2016"), ("8", None)],
    ids=["then", "now", "just after", "just before", "before the record", "no time"],
)
def test_a_number_that_may_be_right_at_its_time_is_none(count: str, when: str | None) -> None:
    assert members(count, when) == []


def test_some_of_the_members_are_fewer_and_never_more() -> None:
    assert members("4", "2024-05-01", whole=False) == []
    assert len(members("12", "2024-05-01", whole=False)) == 1


def test_another_noun_is_another_thing() -> None:
    assert members("9", "2024-05-01", which=["observer"]) == []
    assert len(members("9", "2024-05-01", which=[], unit="nation")) == 1


def test_the_size_of_a_programme_is_compared_with_its_bound() -> None:
    assert [f.rule for f in size("400000000", "more-than")] == ["EUC941"]
    assert [f.rule for f in size("1500000000", "up-to")] == ["EUC941"]
    assert size("3000000000") == []
    assert size("2900000000", "about") == []
    assert size("3200000000", currency="USD") == []
