"""Who came to an event, as sources tell it, against who is on record."""

from dataclasses import replace
from typing import Any

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.facts import Surroundings
from eucacheck.pack import Pack
from eucacheck.pack.model import Delegation, Edition, Holder, Office, Person, Place, Series
from eucacheck.pipeline import judge_all
from eucacheck.records import Claim, Finding, Modality
from tests.kinds.happenings import claim, event

REF = "https://example.org/reef"
PACK = Pack(
    people={"person:ada-voss": Person(id="ada-voss", name="Ada Voss")},
    places={
        "region:reef": Place(id="reef", name="Reef", kind="region"),
        **{
            f"country:{x}": Place(id=x, name=x.title(), kind="country", within=("region:reef",))
            for x in ("coral", "kelp", "brine")
        },
        "place:zenda": Place(id="zenda", name="Zenda", kind="city"),
    },
    offices={
        "office:head": Office(
            id="head", office="president", name="President of the League", organisation="org:league",
            holders=(Holder(person="ada-voss", since="2019"),),
        )
    },
    series={
        "series:reef-summit": Series(
            id="reef-summit", name="Reef Summit", type="summit", parties=("org:league", "region:reef"),
            editions=(
                Edition(
                    ordinal=2, date="2021-05-06", place="place:zenda", ref=REF,
                    delegations=(
                        Delegation(of="country:coral", level="leader", office="President", person="ada-voss", ref=REF),
                        Delegation(of="country:kelp", level="deputy", office="Deputy Premier", ref=REF),
                    ),
                ),
            ),
        )
    },
)  # fmt: skip


def took_part(name: str, *members: str, level: str = "leader", source: str = "a", **more: Any) -> Claim:
    profile = event(
        series="reef-summit", date="2021-05-06", date_basis="stated", place="place:zenda", ordinals=[2],
        family="leaders:reef",
    )  # fmt: skip
    value = {
        "participant": f"group:{name}", "name": name, "key": name, "present": True, "represented_by": None,
        "representative": None, "level": level, "members": list(members), "group": True, "named": False, **more,
    }  # fmt: skip
    return claim("participant", source, value, profile)


def met(
    group: str, name: str, status: str = "made", published: str = "2021-05-07", modality: Modality = "assertion"
) -> Claim:
    parties = [{"id": "person:ada-voss", "name": "Ada Voss", "key": "vs"}, {"id": group, "name": name, "key": group}]
    value = {
        "with": parties, "sides": 1, "place": None, "date": "2021-05-06", "year_stated": True, "published": published,
        "form": "in person", "status": status,
    }  # fmt: skip
    return Claim(
        f"{name}{status}{published}",
        "a",
        "meeting",
        "x",
        value,
        0,
        9,
        1,
        "x",
        parse_edtf("2021-05-06"),
        modality=modality,
    )


def against(*claims: Claim) -> list[Finding]:
    found = {f.id: f for r in judge_all(claims, Surroundings(PACK)) for f in r.findings}
    return [f for f in found.values() if f.rule in {"EUC934", "EUC935"}]


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("the presidents of Coral and Kelp", ("country:coral", "country:kelp")),
        ("the three presidents of the Reef", ("region:reef",)),
        ("all presidents of the Reef", ("region:reef",)),
    ],
)
def test_a_country_of_the_group_that_sent_a_deputy_is_told(name: str, members: tuple[str, ...]) -> None:
    (finding,) = against(took_part(name, *members))
    assert (finding.rule, finding.level) == ("EUC934", "warning")
    assert finding.reference is not None
    assert finding.reference.value == "Kelp: Deputy Premier"


@pytest.mark.parametrize(
    "told",
    [
        took_part("presidents of the Reef", "region:reef"),
        took_part("the president of Coral", "country:coral"),
        took_part("the president of Brine", "country:brine"),
        took_part("deputies of Kelp", "country:kelp", level="deputy"),
        took_part("the three presidents of the Reef", "region:reef", named=True),
        took_part("the three presidents of the Reef", "region:reef", present=False),
    ],
    ids=["not all", "came", "not on record", "deputy", "the name of the event", "absent"],
)
def test_what_may_be_so_is_not_held_against_the_record(told: Claim) -> None:
    assert against(told) == []


def test_where_the_sources_differ_themselves_the_record_is_not_needed() -> None:
    deputy = took_part("a deputy of Kelp", "country:kelp", level="deputy", source="b")
    assert against(took_part("the three presidents", "region:reef"), deputy) == []


def test_who_met_the_leaders_on_the_day_met_those_who_came() -> None:
    assert [f.rule for f in against(met("group:leaders-of-reef", "the three leaders"))] == ["EUC935"]
    assert [f.rule for f in against(met("group:leaders-of-coral+kelp", "the leaders of Coral and Kelp"))] == ["EUC935"]
    assert against(met("group:leaders-of-coral+brine", "the leaders of Coral and Brine")) == []
    assert against(met("group:leaders-of-reef", "leaders of the Reef")) == []


def test_a_plan_told_before_the_day_proves_nothing() -> None:
    plan = {"status": "planned", "modality": "planned"}
    assert against(met("group:leaders-of-reef", "the three leaders", published="2021-05-01", **plan)) == []  # type: ignore[arg-type]
    assert len(against(met("group:leaders-of-reef", "the three leaders", published="2021-05-06", **plan))) == 1  # type: ignore[arg-type]


def away(*members: str, level: str = "leader", name: str = "Ada Voss", **more: Any) -> Claim:
    person = "person:" + name.casefold().replace(" ", "-")
    told = {"participant": person, "group": False, "present": False, **more}
    return took_part(name, *members, level=level, **told)


def sent(country: str, level: str, words: str) -> Claim:
    one = took_part(words, country, level=level, participant=f"office:{level}", group=False)
    return replace(one, quote=words)


def test_a_leader_who_came_is_not_absent() -> None:
    assert [f.rule for f in against(away("country:coral"))] == ["EUC934"]
    assert against(away("country:coral", name="Ben Iyer")) == []
    assert against(away("country:kelp", level="leader", name="Cy Dunn")) == []


def test_a_country_whose_leader_came_sent_nobody_in_his_place() -> None:
    assert [f.rule for f in against(sent("country:coral", "minister", "Coral sent its foreign minister"))] == ["EUC934"]
    assert against(sent("country:coral", "minister", "the foreign minister of Coral spoke")) == []
    assert against(sent("country:kelp", "deputy", "Kelp was represented by its deputy premier")) == []
    both = [
        sent("country:coral", "minister", "Coral sent its foreign minister"),
        took_part("the two presidents", "country:coral"),
    ]
    assert against(*both) == []
