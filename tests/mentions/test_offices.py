"""Offices said of people: fields, bodies, tenure, and which name a phrase belongs to. People here are in no pack."""

from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.mentions.coreference import resolve_references
from eucacheck.mentions.language import parse
from eucacheck.mentions.names import find_entities, find_persons
from eucacheck.mentions.office_pronouns import Around, find_told_offices
from eucacheck.mentions.offices import find_offices, names_beside_offices
from eucacheck.pack import Pack, load_pack
from eucacheck.records import OfficeMention, Passage, PersonMention
from eucacheck.shadow import fold


@dataclass(frozen=True)
class Read:
    """A text with its people, offices and references."""

    text: str
    persons: list[PersonMention]
    offices: list[OfficeMention]
    references: list[PersonMention]


@cache
def pack() -> Pack:
    return load_pack()


def read(text: str) -> Read:
    parsed = parse(text, [Passage(0, len(text), "body")])
    entities = find_entities(text, pack(), parsed.sentences)
    persons = find_persons(text, parsed.names, entities, names_beside_offices(text, entities, pack()), pack())
    offices = find_offices(text, persons, entities, parsed.sentences, pack())
    references = resolve_references(text, parsed.sentences, persons, offices, pack())
    people = sorted([*persons, *references], key=lambda p: (p.start, p.end))
    around = Around(parsed.sentences, entities, pack())
    return Read(text, persons, [*offices, *find_told_offices(fold(text), people, offices, around)], references)


def held(text: str) -> set[tuple[str, str | None, str | None, str]]:
    """(office, organisation, field, person) of every office said of somebody, without prefixes."""
    return {
        (o.office, (o.organisation or "").partition(":")[2] or None, o.domain, o.person.partition(":")[2])
        for o in read(text).offices
        if o.person is not None
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tajikistan's Minister of Transport Davlat Rahimi signed it.",
            ("minister", "tajikistan", "Transport", "davlat-rahimi"),
        ),
        (
            "Kyrgyz Economy Minister Aizada Bektur signed it.",
            ("minister", "kyrgyzstan", "Economy", "aizada-bektur"),
        ),
        (
            "Kyrgyz Deputy Economy and Commerce Minister Nargiza Tokto spoke.",
            ("deputy-minister", "kyrgyzstan", "Economy and Commerce", "nargiza-tokto"),
        ),
        (
            "Norwegian Ambassador to Kazakhstan Ingvild Haugstad spoke.",
            ("ambassador", "norway", "Kazakhstan", "ingvild-haugstad"),
        ),
        (
            "Anders Lind, EEAS Managing Director for Eastern Europe and Central Asia, spoke.",
            ("managing-director", "eeas", "Eastern Europe and Central Asia", "anders-lind"),
        ),
        (
            "European Commissioner for Energy and Housing Johannes Brand spoke.",
            ("commissioner", "european-commission", "Energy and Housing", "johannes-brand"),
        ),
        (
            "Pilar Ortega, who heads the EU Delegation to Turkmenistan, spoke.",
            ("head", "eu-delegation-turkmenistan", None, "pilar-ortega"),
        ),
        (
            "Finland named Sanna Korpela as its ambassador to Uzbekistan.",
            ("ambassador", "finland", "Uzbekistan", "sanna-korpela"),
        ),
        (
            "German Chancellor Konrad Ebel and his foreign minister, Annika Rohde, arrived.",
            ("minister-of-foreign-affairs", "germany", None, "annika-rohde"),
        ),
        (
            "Latvian Foreign Minister Arturs Grislis and his Lithuanian counterpart Vytautas Girden spoke.",
            ("minister-of-foreign-affairs", "lithuania", None, "vytautas-girden"),
        ),
        (
            "Prime Minister Giorgi Lomidze of Georgia joined.",
            ("prime-minister", "georgia", None, "giorgi-lomidze"),
        ),
        (
            "Gulnora Karim was appointed as the first deputy minister of water resources of Uzbekistan.",
            ("first-deputy-minister", "uzbekistan", "water resources", "gulnora-karim"),
        ),
        (
            "The special representative met President Omurbekov.",
            ("president", None, None, "omurbekov"),
        ),
        (
            "Uzbek Minister of Mining, Geology and Technical Supervision Gulnora Karim spoke.",
            ("minister", "uzbekistan", "Mining, Geology and Technical Supervision", "gulnora-karim"),
        ),
        (
            "The head of the European Investment Bank (EIB), Pilar Ortega, spoke.",
            ("head", "european-investment-bank", None, "pilar-ortega"),
        ),
        (
            "The head of the EU Delegation to Turkmenistan, Pilar Ortega, spoke.",
            ("head-of-delegation", "european-union", "Turkmenistan", "pilar-ortega"),
        ),
        (
            "Pilar Ortega, Head of the EU Delegation in Georgia, spoke.",
            ("head-of-delegation", "european-union", "Georgia", "pilar-ortega"),
        ),
        (
            "Anders Lind, who is both EU envoy for water and a farmer, spoke.",
            ("envoy", "european-union", "water", "anders-lind"),
        ),
        (
            "Czech Senate President Milan Vystrcil spoke.",
            ("president", None, "Czech Senate", "milan-vystrcil"),
        ),
    ],
)
def test_one_office(text: str, expected: tuple[str, str | None, str | None, str]):
    assert expected in held(text)


def test_the_president_of_a_chamber_is_not_the_president_of_the_country():
    (office,) = held("President of the Kazakh Chamber of International Commerce Ablay Myrza opened it.")
    assert office == ("president", None, "Kazakh Chamber of International Commerce", "ablay-myrza")


def test_plural_titles_take_their_countries_in_order():
    assert held("The presidents of Latvia and Estonia, Uldis Kalnins and Mart Saar, will travel.") == {
        ("president", "latvia", None, "uldis-kalnins"),
        ("president", "estonia", None, "mart-saar"),
    }


def test_conjoined_roles_lend_each_other_the_country():
    found = held("Kazakhstan's Deputy Prime Minister and Minister of National Economy Serik Alimbay spoke.")
    assert {(o, c) for o, c, _, _ in found} == {("deputy-prime-minister", "kazakhstan"), ("minister", "kazakhstan")}


def test_two_countries_are_two_people():
    found = held("Callum Pryce, Britain's minister of state for Europe, and Spain's foreign minister Dana White spoke.")
    assert {(o, c, p) for o, c, _, p in found} == {
        ("minister-of-state", "united-kingdom", "callum-pryce"),
        ("minister-of-foreign-affairs", "spain", "dana-white"),
    }


@pytest.mark.parametrize(
    ("text", "tenure"),
    [
        ("Former Bulgarian president Rosen Iliev wrote it.", "former"),
        ("Then-President Zurab Kviri signed the treaty.", "former"),
        ("Rosen Iliev, who was prime minister until 2021, wrote it.", "former"),
        ("Acting Foreign Minister Rustam Jumay spoke.", "acting"),
        ("President-elect Maria Balan will take office in July.", "designate"),
        ("The newly appointed EU Special Representative for Central Asia Riho Tamm spoke.", "newly-appointed"),
        ("Bulgarian President Rosen Iliev spoke.", "current"),
        ("Rosen Iliev, until last year the Bulgarian ambassador to Tajikistan, spoke.", "former"),
        ("Rosen Iliev, Bulgarian ambassador to Tajikistan from 2019 to 2023, spoke.", "former"),
        ("Rosen Iliev, since March 2025 the Bulgarian ambassador to Tajikistan, spoke.", "current"),
        ("Rosen Iliev will take over as ambassador to Tajikistan in May.", "designate"),
        ("Rosen Iliev stepped down as energy minister of Bulgaria.", "former"),
        ("From May 2019 to June 2023 Rosen Iliev was Bulgarian ambassador to Tajikistan.", "former"),
        ("Rosen Iliev was Bulgarian ambassador to Tajikistan (2019-2023).", "former"),
        ("Rosen Iliev was Bulgarian ambassador to Tajikistan from 1 May 2019 to 3 June 2023.", "former"),
        ("Rosen Iliev, in his capacity as energy minister of Bulgaria, spoke.", "current"),
    ],
)
def test_tenure(text: str, tenure: str):
    assert {o.tenure for o in read(text).offices if o.person is not None} == {tenure}


@pytest.mark.parametrize(
    "text",
    [
        "Lena Brandauer, who succeeded Paul Maertens as EU ambassador to Uzbekistan in October, spoke.",
        "Paul Maertens was succeeded by Lena Brandauer as EU ambassador to Uzbekistan.",
    ],
)
def test_both_holders_of_a_succession(text: str):
    found = {(o.office, o.domain, o.person, o.tenure) for o in read(text).offices}
    assert found == {
        ("ambassador", "Uzbekistan", "person:lena-brandauer", "current"),
        ("ambassador", "Uzbekistan", "person:paul-maertens", "former"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Arvo Lindmets, the Finn who runs the Caucasus division of the European External Action Service, spoke.",
            ("head", "eeas", "Caucasus division", "arvo-lindmets"),
        ),
        (
            "Meerim Toktosunova, who directs the Centre for Border Studies, spoke.",
            ("director", None, "Centre for Border Studies", "meerim-toktosunova"),
        ),
        (
            "Botir Yusupov, who teaches economics at Silkroad University, doubts it.",
            ("professor", None, "economics at Silkroad University", "botir-yusupov"),
        ),
        (
            "Durdy Ataev, who looks after oil and gas in the Turkmen government, spoke.",
            ("head", "turkmenistan", "oil and gas", "durdy-ataev"),
        ),
        (
            "Steppe Hydrogen, whose chairman, Bakyt Omurov, had flown in, signed.",
            ("chair", None, "Steppe Hydrogen", "bakyt-omurov"),
        ),
        (
            "The cooperative's chairwoman, Zulfiya Saidova, grows apricots.",
            ("chair", None, "cooperative", "zulfiya-saidova"),
        ),
        (
            "The EBRD lends. Marek Dvorsky, the bank's vice-president, said so.",
            ("vice-president", "ebrd", None, "marek-dvorsky"),
        ),
        (
            "Farida Nazarova, secretary of the Red Crescent in Khujand, spoke.",
            ("secretary", "tajikistan", "Red Crescent", "farida-nazarova"),
        ),
        (
            "Katrine Holm, the European affairs minister of Denmark, spoke.",
            ("minister", "denmark", "European affairs", "katrine-holm"),
        ),
        (
            "Uzbekistan's chief WTO negotiator, Aziz Umar, spoke.",
            ("negotiator", "uzbekistan", "WTO", "aziz-umar"),
        ),
        (
            "Energy Minister Daler Juma came with his deputy, Serik Umarbek.",
            ("deputy-minister", None, "Energy", "serik-umarbek"),
        ),
        (
            "Marat Isin, head of the export agency QazMarket, spoke.",
            ("head", None, "export agency QazMarket", "marat-isin"),
        ),
        (
            "The customs service denied it. Its head, Bakyt Sydyk, laughed.",
            ("head", None, None, "bakyt-sydyk"),
        ),
        (
            "David O'Hara, the EU's sanctions envoy, spoke.",
            ("envoy", "european-union", "sanctions", "david-o-hara"),
        ),
    ],
)
def test_offices_told_by_a_verb_or_of_a_body_that_no_list_knows(
    text: str, expected: tuple[str, str | None, str | None, str]
):
    assert expected in held(text)


def test_each_of_a_list_has_one_title():
    found = held("Present were Health Minister Dilorom Sattor, the mayor of Khorog, Shodi Mamad, and a guard.")
    assert {(o, p) for o, _, _, p in found} == {("minister", "dilorom-sattor"), ("mayor", "shodi-mamad")}


def test_whom_one_leads_for_a_day_is_no_office():
    assert held("At the head of the EU delegation will be Saskia Verlinden.") == set()
    assert held("Kairat Dossanov, who led the Kazakh delegation, spoke.") == set()


def test_a_special_representative_of_somebody_else_is_not_the_unions():
    (office,) = held("The Tajik President's special representative Zafar Saidov spoke.")
    assert office[1] is None


def test_an_apposition_ends_before_the_next_name():
    found = held("Ilka Varga, the EU ambassador, and Minister of Energy Bolat Sarsen spoke.")
    assert ("ambassador", "european-union", None, "ilka-varga") in found
    assert ("minister", None, "Energy", "bolat-sarsen") in found


def test_a_headline_word_is_no_surname():
    assert held("European Commission President Come to Samarkand\n\nThe talks were long.") == set()


def test_offices_do_not_run_over_a_line():
    (office,) = (o for o in read("A partner in Central Asia\n\nVice-President Ilka Varga spoke.").offices)
    assert office.organisation is None


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=" \nPresident,ofthMKz-'.()", max_size=120))
def test_spans_lie_in_the_text(text: str):
    for office in read(text).offices:
        assert 0 <= office.start < office.end <= len(text)
        assert 0 <= office.named_start <= office.named_end <= len(text)


@pytest.mark.parametrize("credit", ["(Orla Fenwick/Agency)", "(Photo: Orla Fenwick)", "(Orla Fenwick / Stock Photos)"])
def test_a_photo_credit_in_brackets_names_no_holder(credit: str):
    people = {
        person for *_, person in held(f"Minister of Transport of Latvia {credit} spoke. Prime Minister {credit}.")
    }
    assert people == set()


def test_a_pack_without_office_words_has_no_offices():
    assert find_offices("The President spoke.", [], [], [], Pack()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvian Minister of Foreign Affairs and Trade Oskars Liepa spoke.",
            ("minister-of-foreign-affairs", "latvia", None, "oskars-liepa"),
        ),
        (
            "The governor of Naryn province, Sanjar Orozov, came by train.",
            ("governor", "naryn", None, "sanjar-orozov"),
        ),
        (
            "The Speaker of the Tajik parliament, Nigora Safarzoda, opened the hall.",
            ("speaker", None, "Tajik parliament", "nigora-safarzoda"),
        ),
        (
            "Oguljan Ataeva, who heads the State Water Service, spoke.",
            ("head", None, "State Water Service", "oguljan-ataeva"),
        ),
        (
            "Deputy Chairwoman of the Cabinet of Ministers Oguljan Ataeva spoke.",
            ("deputy-chairman-of-the-cabinet-of-ministers", None, None, "oguljan-ataeva"),
        ),
        (
            "The mayor, Ilze Kalna, and the head of the Water Board, Pieter de Vries, signed it.",
            ("head", None, "Water Board", "pieter-de-vries"),
        ),
        (
            "Kyrgyz Minister of Education and Science Sanjar Orozov, who also chairs the union, spoke.",
            ("minister", "kyrgyzstan", "Education and Science", "sanjar-orozov"),
        ),
        (
            "Baltic Harbour Bank president Ilze Kalna signed it.",
            ("president", None, "Baltic Harbour Bank", "ilze-kalna"),
        ),
        ("MEP Piet-Hein de Vries asked for it.", ("member-of-parliament", None, None, "piet-hein-de-vries")),
        (
            "When Oskars Liepa, Latvia's foreign minister, left, few noticed.",
            ("minister-of-foreign-affairs", "latvia", None, "oskars-liepa"),
        ),
    ],
)
def test_longer_phrases_end_at_the_name(text: str, expected: tuple[str, str | None, str | None, str]):
    assert expected in held(text)
    assert len({person for *_, person in held(text)}) == 1 + text.count("and the head")


def test_a_bare_office_that_acts_is_no_apposition():
    assert held("Asked by Oskars Liepa, the minister was silent.") == set()


def test_who_was_appointed_is_in_office():
    (office,) = read("Pieter Oakes, who was appointed head of the Harbour Board, spoke.").offices
    assert office.tenure == "current"


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Deputy Foreign Minister Ivan Petrenko spoke. The minister smiled.", "minister", "ivan-petrenko"),
        (
            "Dilshod Mirzo, first deputy minister of energy, spoke. The deputy minister left.",
            "deputy minister",
            "dilshod-mirzo",
        ),
        (
            "Yerlan Saparov, Norway's ambassador to the EU, spoke. The Norwegian diplomat left.",
            "Norwegian diplomat",
            "yerlan-saparov",
        ),
        (
            "Nodira Yuldash, who teaches economics at Silkroad University, spoke. The economist left.",
            "economist",
            "nodira-yuldash",
        ),
    ],
)
def test_a_description_goes_back_to_the_one_person_of_its_kind(text: str, words: str, person: str):
    assert (words, f"person:{person}") in {(text[r.start : r.end], r.person) for r in read(text).references}


def test_a_description_that_fits_two_is_left_alone():
    text = "Norway's ambassador Ada Lind and France's ambassador Luc Morel spoke. The diplomat left."
    assert "diplomat" not in {text[r.start : r.end] for r in read(text).references}


def test_whom_she_is_he_is_not():
    text = "The EU ambassador to Fiji, Robin Brandauer, opened it with Energy Minister Kim Larsen. She ate, he slept."
    assert {text[r.start : r.end]: r.person for r in read(text).references} == {
        "She": "person:robin-brandauer",
        "he": "person:kim-larsen",
    }


def test_the_noun_behind_an_adjective_of_the_field_is_nobody() -> None:
    text = "Ivan Petrov, Head of the Department of Political Science and Political Philosophy at the Academy, spoke."
    assert {p.person for p in read(text).persons} == {"person:ivan-petrov"}


ENVOY = "The EU Special Envoy for Water, Anna Brandt, came to Osh. "


@pytest.mark.parametrize(
    ("told", "office", "tenure"),
    [
        ("Before that she was Ambassador of Romania to Kazakhstan.", ("ambassador", "romania"), "former"),
        ("From 2021 to 2025 she was Romania's ambassador to Kazakhstan.", ("ambassador", "romania"), "former"),
        ("She is also a special envoy of Romania.", ("special-envoy", "romania"), "current"),
        ("She was the foreign minister of Romania.", ("minister-of-foreign-affairs", "romania"), "past"),
    ],
)
def test_an_office_said_of_a_pronoun(told: str, office: tuple[str, str], tenure: str) -> None:
    found = {
        (o.office, (o.organisation or "").partition(":")[2], o.tenure)
        for o in read(ENVOY + told).offices
        if o.person == "person:anna-brandt" and o.start > len(ENVOY)
    }
    assert found == {(*office, tenure)}


@pytest.mark.parametrize(
    ("told", "tenure"),
    [
        ("Her predecessor, the Finn Mikko Laine, had not come.", "former"),
        ("The Finn Mikko Laine, her predecessor, had not come.", "former"),
        ("Brandt's predecessor, Mikko Laine, had not come.", "former"),
        ("She follows Mikko Laine, whose mandate ended in June.", "former"),
        ("Until June the post was held by the Finnish diplomat Mikko Laine.", "former"),
        ("Her successor will be Mikko Laine.", None),
        ("She follows Mikko Laine to the river.", None),
        ("The post office was held by Mikko Laine.", None),
    ],
)
def test_who_held_the_office_of_somebody_named_before(told: str, tenure: str | None) -> None:
    found = {
        (o.office, o.organisation, o.domain, o.tenure)
        for o in read(ENVOY + told).offices
        if o.person == "person:mikko-laine"
    }
    assert found == ({("special-envoy", "org:european-union", "Water", tenure)} if tenure is not None else set())


def test_whose_post_of_two_is_left_open() -> None:
    text = "EU envoy Anna Brandt met Latvian minister Uldis Kalnins. The post was held by Mikko Laine until June."
    assert not [o for o in read(text).offices if o.person == "person:mikko-laine"]
