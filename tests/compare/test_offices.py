"""Two offices of one person, and what cited terms of office say against a claim."""

from datetime import date

import pytest

from eucacheck.compare.offices import Held, compare_offices, single_holder
from eucacheck.compare.terms import contradicting_term, no_longer, not_yet
from eucacheck.edtf import parse_edtf
from eucacheck.pack import Pack
from eucacheck.pack.model import Holder, Office, Organisation, Person
from eucacheck.records import Interval

PAGE = "https://example.org/terms"


def office(slug: str, organisation: str, holders: list[Holder], excludes: tuple[str, ...] = ()) -> Office:
    return Office(
        id=f"{slug}-of-{organisation.partition(':')[2]}",
        name=f"{slug} of {organisation}",
        office=slug,
        organisation=organisation,
        holders=tuple(holders),
        excludes=excludes,
        ref=PAGE,
    )


def pack(*, uncited: bool = False, gap: bool = False) -> Pack:
    president = office(
        "president",
        "country:ruritania",
        [
            Holder(person="ada-holt", since="2015-01-01", until="2019-12-31"),
            Holder(person="ben-iyer", since="2020-02-01" if gap else "2020-01-01", until="2024-12-31"),
            Holder(person="cleo-jarvis", since="2025-01-01"),
        ],
    )
    prime = office("prime-minister", "country:ruritania", [Holder(person="dan-kroll", since="2018-01-01")])
    if uncited:
        president = president.model_copy(update={"ref": None})
    people = ("ada-holt", "ben-iyer", "cleo-jarvis", "dan-kroll")
    return Pack(
        people={f"person:{p}": Person(id=p, name=p.replace("-", " ").title()) for p in people},
        organisations={
            "org:european-union": Organisation(id="european-union", name="European Union", acronyms=("EU",)),
            "org:african-union": Organisation(id="african-union", name="African Union", acronyms=("AU",)),
            "org:eeas": Organisation(id="eeas", name="EEAS", parent="org:european-union"),
        },
        offices={
            f"office:{o.id}": o for o in (president, prime, office("high-representative", "org:european-union", []))
        },
    )


PRESIDENT = Held("president", "country:ruritania")
PRIME = Held("prime-minister", "country:ruritania")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (PRESIDENT, Held("president", None), "same"),
        (PRESIDENT, Held("president", "country:syldavia"), "bodies"),
        (PRESIDENT, Held("president", "country:syldavia", "Olympic Committee"), "compatible"),
        (PRESIDENT, PRIME, "ranks"),
        (Held("minister", "country:x", "Energy"), Held("deputy-minister", "country:x", "Energy"), "ranks"),
        (Held("minister", "country:x", "Energy"), Held("deputy-minister", "country:x", "Trade"), "ranks"),
        (Held("minister", "country:x", "Energy"), Held("deputy-minister", "country:x", "Water"), "compatible"),
        (Held("minister", "country:x", "Energy"), Held("minister", "country:x", "Trade"), "posts"),
        (Held("minister", "country:x", "Energy"), Held("minister", "country:x", "Water Resources"), "field"),
        (Held("commissioner", "org:y", "Trade"), Held("commissioner", "org:y", "Energy"), "posts"),
        (Held("commissioner", "org:y", "Partnerships"), Held("commissioner", "org:y", "Development"), "field"),
        (Held("deputy-minister", None, "economy"), Held("deputy-minister-of-foreign-affairs", "country:x"), "posts"),
        (Held("minister", "country:x", "trade"), Held("minister-of-foreign-affairs", "country:x"), "field"),
        (Held("ambassador", "country:x", "Tajikistan"), Held("ambassador", "org:y", "Tajikistan"), "bodies"),
        (Held("ambassador", "org:y", "Tajikistan"), Held("special-envoy", "org:y", "Tajikistan"), "loose"),
        (Held("head", "org:y"), Held("vice-president", "org:y"), "loose"),
        (Held("commissioner", "org:y", "Energy"), Held("commissioner", "org:y", "Energy and Housing"), "same"),
        (Held("high-representative", "org:african-union"), Held("high-representative", "org:european-union"), "slip"),
        (Held("secretary-general", "org:eeas"), Held("secretary-general", "org:european-union"), "same"),
        (Held("head", "org:y"), Held("president", "org:y"), "compatible"),
    ],
)
def test_relations_whatever_the_order(a: Held, b: Held, relation: str):
    assert compare_offices(a, b, pack()).relation == relation
    assert compare_offices(b, a, pack()).relation == relation


def test_offices_of_one_holder():
    assert single_holder(PRESIDENT, pack())
    assert single_holder(Held("president", "country:syldavia"), pack())
    assert not single_holder(Held("ambassador", "country:syldavia"), pack())


def test_cited_terms_contradict_a_claim_and_say_who_held_the_office():
    reference = contradicting_term("person:dan-kroll", PRESIDENT, parse_edtf("2022-05-14"), pack())
    assert reference is not None
    assert "Ben Iyer" in reference.value
    assert "prime-minister of country:ruritania" in reference.value
    assert reference.citation == PAGE


@pytest.mark.parametrize(
    ("person", "held", "when"),
    [
        ("person:ben-iyer", PRESIDENT, "2022-05-14"),  # in office
        ("person:cleo-jarvis", PRESIDENT, "2024-11-20"),  # elected, not yet in office
        ("person:ada-holt", PRESIDENT, "2020-02-10"),  # just left
        ("person:dan-kroll", PRESIDENT, "2022-05~"),  # an approximate time
        ("person:dan-kroll", PRESIDENT, "2012-05-14"),  # before the terms that are known
        ("person:dan-kroll", Held("president", "country:syldavia"), "2022-05-14"),  # an unknown office
        ("person:dan-kroll", Held("president", "country:ruritania", "Chamber of Trade"), "2022-05-14"),
        ("person:nobody", PRESIDENT, "2022-05-14"),
    ],
)
def test_what_is_not_sure_is_not_contradicted(person: str, held: Held, when: str):
    assert contradicting_term(person, held, parse_edtf(when), pack()) is None


def test_uncited_terms_and_gaps_contradict_nothing():
    day = parse_edtf("2020-01-15")
    assert contradicting_term("person:dan-kroll", PRESIDENT, None, pack()) is None
    assert contradicting_term("person:dan-kroll", PRESIDENT, parse_edtf("2022-05-14"), pack(uncited=True)) is None
    assert contradicting_term("person:dan-kroll", PRESIDENT, parse_edtf("2020-01/2020-03"), pack(gap=True)) is None
    assert contradicting_term("person:dan-kroll", PRESIDENT, day, pack()) is not None


def test_an_open_time_is_covered_by_a_term_that_goes_on():
    open_end = Interval("2025-02-01/..", date(2025, 2, 1), None)
    assert contradicting_term("person:dan-kroll", PRESIDENT, open_end, pack()) is not None


def test_one_ambassador_of_one_body_to_one_country():
    assert single_holder(Held("ambassador", "org:x", "Northland"), Pack())
    assert not single_holder(Held("ambassador", "org:x"), Pack())


FIELDS = {"office:tides": "Tides and Reefs", "office:roads": "Roads", "office:sea-roads": "Sea Roads"}
HOLDERS = {"office:tides": "ann-lee", "office:roads": "ben-iyer", "office:sea-roads": "dan-kroll"}


def warden(name: str, *, office: str = "warden") -> Office:
    return Office(
        id=name.partition(":")[2], office=office, name=f"Warden for {FIELDS[name]}", organisation="country:ruritania",
        domain=FIELDS[name], single_holder=False, ref=PAGE,
        holders=(Holder(person=HOLDERS[name], since="2021-01-01"),),
    )  # fmt: skip


WARDENS = Pack(
    people={f"person:{p}": Person(id=p, name=p) for p in HOLDERS.values()},
    offices={n: warden(n, office="vice-warden" if n == "office:sea-roads" else "warden") for n in FIELDS},
)


@pytest.mark.parametrize(
    ("person", "domain", "wrong"),
    [
        ("ben-iyer", "Tides", True),
        ("ben-iyer", "Tides and Reefs", True),
        ("ann-lee", "Tides", False),
        ("ben-iyer", "Reefs", False),
        ("dan-kroll", "Roads", False),
        ("ben-iyer", None, False),
    ],
    ids=["short", "whole", "own", "not the first word", "near a field of one's own", "no field"],
)
def test_an_office_of_several_is_settled_by_its_field(person: str, domain: str | None, wrong: bool) -> None:  # noqa: FBT001 - a column
    held = Held("warden", "country:ruritania", domain)
    found = contradicting_term(f"person:{person}", held, parse_edtf("2022-05-14"), WARDENS)
    assert (found is not None) is wrong


def test_whom_a_body_sends_is_called_by_two_names() -> None:
    post = Office(
        id="post", office="head-of-delegation", name="Head of Mission", organisation="org:league", domain="Ruritania",
        ref=PAGE, holders=(Holder(person="ann-lee", since="2021-01-01"),),
    )  # fmt: skip
    people = {f"person:{p}": Person(id=p, name=p) for p in ("ann-lee", "ben-iyer")}
    held = Held("ambassador", "org:league", "Ruritania")
    one = Pack(people=people, offices={"office:post": post})
    assert contradicting_term("person:ben-iyer", held, parse_edtf("2022-05-14"), one) is not None
    assert contradicting_term("person:ann-lee", held, parse_edtf("2022-05-14"), one) is None


def test_nobody_has_an_office_long_before_the_first_term() -> None:
    held = Held("warden", "country:ruritania", "Tides")
    assert not_yet("person:ann-lee", held, parse_edtf("2020-05-14"), WARDENS)
    assert not not_yet("person:ann-lee", held, parse_edtf("2020-11-14"), WARDENS)
    assert not not_yet("person:ann-lee", held, None, WARDENS)
    assert not not_yet("person:ben-iyer", held, parse_edtf("2020-05-14"), WARDENS)


def test_nobody_has_an_office_long_after_the_last_term() -> None:
    past = Office(
        id="tides", office="warden", name="Warden", organisation="country:ruritania", domain="Tides", ref=PAGE,
        holders=(Holder(person="ann-lee", since="2018-01-01", until="2020-12-31"),),
    )  # fmt: skip
    one, held = Pack(offices={"office:tides": past}), Held("warden", "country:ruritania", "Tides")
    assert no_longer("person:ann-lee", held, parse_edtf("2022-05-14"), one)
    assert not no_longer("person:ann-lee", held, parse_edtf("2021-02-14"), one)
    assert not no_longer("person:ann-lee", held, None, one)
    assert not no_longer("person:ann-lee", held, parse_edtf("2022-05-14"), WARDENS)
