"""The bundled pack: what it says is cited, unambiguous and of the shape that the grammars expect."""

from datetime import date

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.pack import Pack, load_pack
from eucacheck.pack.loader import FILES

UNCITED = {"terms": 38, "editions": 4, "milestones": 1, "landmarks": 5, "figures": 0, "delegations": 0}
"""Entries without a reference: these numbers may only go down."""

STATES = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def test_every_bundled_file_has_entries(pack: Pack) -> None:
    assert all(getattr(pack, name) for name in FILES)


def test_references_are_missing_less_and_less(pack: Pack) -> None:
    terms = [h.ref or o.ref for o in pack.offices.values() for h in o.holders]
    editions = [e.ref for s in pack.series.values() for e in s.editions]
    milestones = [m.ref for a in pack.agreements.values() for m in a.milestones]
    landmarks = [mark.ref for mark in pack.history.values()]
    cited = {"terms": terms, "editions": editions, "milestones": milestones, "landmarks": landmarks}
    cited["figures"] = [v.ref or f.ref for f in pack.figures.values() for v in f.values]
    cited["delegations"] = [d.ref for s in pack.series.values() for e in s.editions for d in e.delegations]
    assert {name: refs.count(None) for name, refs in cited.items()} == UNCITED


def test_every_office_is_a_word_of_the_grammar(pack: Pack) -> None:
    assert {o.office for o in pack.offices.values()} <= set(pack.office_words)


def test_offices_exclude_each_other_both_ways(pack: Pack) -> None:
    for identifier, office in pack.offices.items():
        for other in office.excludes:
            back = pack.offices[f"office:{other}"].excludes
            assert identifier.removeprefix("office:") in back, (identifier, other)


def test_nobody_holds_two_offices_that_exclude_each_other(pack: Pack) -> None:
    for office in pack.offices.values():
        for other in office.excludes:
            for mine in office.holders:
                for theirs in pack.offices[f"office:{other}"].holders:
                    if mine.person == theirs.person:
                        assert not _days_shared(mine.since, mine.until, theirs.since, theirs.until), mine.person


def _days_shared(since: str, until: str | None, other_since: str, other_until: str | None) -> bool:
    starts = [parse_edtf(s).start or date.min for s in (since, other_since)]
    ends = [(parse_edtf(u).start if u else None) or date.max for u in (until, other_until)]
    return max(starts) < min(ends)


def test_each_surface_form_of_an_office_word_has_one_slug(pack: Pack) -> None:
    seen: dict[str, str] = {}
    for slug, word in pack.office_words.items():
        for name in (*word.names, *word.plurals):
            assert seen.setdefault(name.casefold().replace("-", " "), slug) == slug


def test_each_event_noun_has_one_type(pack: Pack) -> None:
    nouns = [n for t in pack.event_types.values() for n in t.names]
    assert len(nouns) == len(set(nouns))


def test_ordinals_of_a_series_rise_with_time(pack: Pack) -> None:
    for series in pack.series.values():
        counted = [(parse_edtf(e.date).start, e.ordinal) for e in series.editions if e.ordinal is not None]
        assert counted == sorted(counted), series.id
        assert len({o for _, o in counted}) == len(counted), series.id


def test_milestones_come_in_order(pack: Pack) -> None:
    for agreement in pack.agreements.values():
        days = [parse_edtf(m.date).start for m in agreement.milestones]
        assert days == sorted(days, key=str), agreement.id


def test_a_generic_name_of_an_agreement_is_no_name_of_it_alone(pack: Pack) -> None:
    alone = {n.casefold() for a in pack.agreements.values() for n in (a.name, *a.aliases, *a.acronyms)}
    assert not alone & {n.casefold() for a in pack.agreements.values() for n in a.generic}


def test_a_generic_name_is_settled_by_its_country_or_is_of_one_alone(pack: Pack) -> None:
    for agreement in pack.agreements.values():
        shared = [a for a in pack.agreements.values() if set(a.generic) & set(agreement.generic)]
        if agreement.generic and len(shared) > 1:
            assert any(p.startswith("country:") for p in agreement.parties), agreement.id
        elif agreement.generic:
            assert agreement.parties, agreement.id


@pytest.mark.parametrize("state", STATES)
def test_the_heads_of_central_asia_are_known_without_gaps_of_office(pack: Pack, state: str) -> None:
    for day in (date(2016, 1, 1), date(2019, 7, 7), date(2022, 10, 27), date(2025, 4, 4)):
        holders = pack.holders(f"office:president-of-{state}", day)
        assert len(holders) == 1, (state, day)
        assert len(pack.holders(f"office:minister-of-foreign-affairs-of-{state}", day)) == 1, (state, day)


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("president-of-the-european-council", date(2022, 10, 27), "charles-michel"),
        ("president-of-the-european-council", date(2024, 12, 1), "antonio-costa"),
        ("president-of-the-european-commission", date(2025, 4, 4), "ursula-von-der-leyen"),
        ("eu-high-representative", date(2024, 11, 30), "josep-borrell"),
        ("eu-special-representative-for-central-asia", date(2023, 6, 2), "terhi-hakala"),
        ("president-of-kazakhstan", date(2019, 3, 21), "kassym-jomart-tokayev"),
        ("prime-minister-of-slovakia", date(2024, 1, 1), "robert-fico"),
    ],
)
def test_the_holder_of_an_office_on_a_day(pack: Pack, office: str, day: date, person: str) -> None:
    assert [h.person for h in pack.holders(f"office:{office}", day)] == [person]


def test_the_offices_of_a_person_come_with_their_terms(pack: Pack) -> None:
    offices = {o.id: h.since for o, h in pack.offices_of("person:kaja-kallas")}
    assert offices["eu-high-representative"] == "2024-12-01"
    assert offices["prime-minister-of-estonia"] == "2021-01-26"
    assert pack.offices_of("person:nobody") == []


def test_an_unknown_office_has_no_holders(pack: Pack) -> None:
    assert pack.holders("office:pope") == []


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("region:central-asia", "place:samarkand", True),
        ("country:kyrgyzstan", "place:cholpon-ata", True),
        ("place:issyk-kul", "place:cholpon-ata", True),
        ("country:belgium", "place:brussels", True),
        ("place:samarkand", "country:uzbekistan", False),
        ("country:kazakhstan", "place:tashkent", False),
        ("place:nowhere", "place:nowhere", True),
    ],
)
def test_places_hold_smaller_places(pack: Pack, outer: str, inner: str, holds: bool) -> None:  # noqa: FBT001 - a column
    assert pack.contains(outer, inner) is holds


def test_capitals_lie_in_their_countries(pack: Pack) -> None:
    for identifier, place in pack.places.items():
        if place.capital is not None:
            assert pack.contains(identifier, place.capital), identifier


def test_the_member_states_of_the_union_are_27(pack: Pack) -> None:
    assert len(set(pack.organisations["org:european-union"].members)) == 27


def test_the_council_and_the_european_council_share_no_name(pack: Pack) -> None:
    owners = {s.words.casefold(): s.entity for s in pack.surfaces()}
    assert owners["european council"] == "org:european-council"
    assert owners["council of the eu"] == owners["eu council"] == "org:council-of-the-european-union"
    assert owners["council of europe"] == "org:council-of-europe"


def test_one_route_goes_by_many_names(pack: Pack) -> None:
    owners = {s.words: s.entity for s in pack.surfaces()}
    names = ("TITR", "TMTM", "Middle Corridor", "Trans-Caspian International Transport Route")
    assert {owners[n] for n in names} == {"route:trans-caspian"}


def test_names_are_given_for_known_identifiers_and_words_for_others(pack: Pack) -> None:
    assert pack.name_of("org:eeas") == "European External Action Service"
    assert pack.name_of("series:eu-ca-summit") == "EU-Central Asia summit"
    assert pack.name_of("person:jane-q-doe") == "jane q doe"


def test_a_pack_is_known_by_its_content(pack: Pack) -> None:
    same = Pack(**{name: dict(reversed(getattr(pack, name).items())) for name in FILES})
    less = Pack(**{name: getattr(pack, name) for name in FILES if name != "history"})
    assert same == pack
    assert hash(same) == hash(pack)
    assert less != pack
    assert pack != "a pack"


def test_news_agencies_are_told_apart(pack: Pack) -> None:
    assert pack.organisations["org:reuters"].news
    assert not pack.organisations["org:european-union"].news
