"""A folder of YAML to a pack, and every mistake named by file, line and field."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.errors import PackError
from eucacheck.pack import Pack, load_pack

PLACES = "- {id: x-land, name: Xland, kind: country}\n"
PEOPLE = "- {id: ann-lee, name: Ann Lee}\n- {id: bob-ray, name: Bob Ray}\n"


def write_pack(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def mistake(folder: Path, **files: str) -> str:
    with pytest.raises(PackError) as caught:
        load_pack(write_pack(folder, **files))
    return str(caught.value)


def office(holders: str, *, single: bool = True) -> str:
    head = "- id: president-of-xland\n  office: president\n  name: President of Xland\n  organisation: country:x-land\n"
    return f"{head}  single_holder: {str(single).lower()}\n  holders:\n{holders}"


def test_a_folder_may_have_any_subset_of_the_files(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, people=PEOPLE))
    assert set(pack.people) == {"person:ann-lee", "person:bob-ray"}
    assert pack.places == {}


def test_a_folder_without_generic_words_has_the_bundled_ones(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, people=PEOPLE, event_types=""))
    assert pack.office_words == load_pack().office_words
    assert pack.event_types == load_pack().event_types


def test_own_generic_words_replace_the_bundled_ones(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, office_words="- {id: abbot, names: [Abbot]}\n"))
    assert set(pack.office_words) == {"abbot"}


def test_identifiers_carry_their_type(tmp_path: Path) -> None:
    places = PLACES + "- {id: x-town, name: Xtown, kind: city, within: ['country:x-land']}\n"
    pack = load_pack(write_pack(tmp_path, places=places))
    assert set(pack.places) == {"country:x-land", "place:x-town"}
    assert pack.contains("country:x-land", "place:x-town")
    assert not pack.contains("place:x-town", "country:x-land")


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path: Path) -> None:
    people = "- {id: on-no, name: On No, accepted: [no, 'null', 2024-01-02, 1.5]}\n"
    pack = load_pack(write_pack(tmp_path, people=people))
    assert pack.people["person:on-no"].accepted == ("no", "null", "2024-01-02", "1.5")


def test_a_byte_order_mark_and_other_files_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("notes", encoding="utf-8")
    (tmp_path / "people.yaml").write_text("\ufeff" + PEOPLE, encoding="utf-8")
    assert len(load_pack(tmp_path).people) == 2


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="nowhere: there is no such folder"):
        load_pack(tmp_path / "nowhere")


def test_a_folder_without_yaml_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"no pack here; it needs at least one of people\.yaml"):
        load_pack(tmp_path)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "null\n", "[]\n"])
def test_a_pack_without_entries_is_empty(tmp_path: Path, text: str) -> None:
    assert "the pack is empty" in mistake(tmp_path, people=text)


@pytest.mark.parametrize("name", ["persons.yaml", "people.yml"])
def test_an_unknown_file_is_named_with_those_allowed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PEOPLE, encoding="utf-8")
    with pytest.raises(PackError, match=rf"{name}: unknown file; a pack has people\.yaml"):
        load_pack(tmp_path)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_bytes(b"- {id: a, name: \xff}\n")
    with pytest.raises(PackError, match=r"people\.yaml: cannot be read .* a pack is UTF-8"):
        load_pack(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: a, name: A\n", "people.yaml:2: this is no YAML"),
        ("people:\n- {id: a, name: A}\n", "people.yaml:1: a list of entries is expected"),
        ("- {id: a, name: A}\n- {id: a, name: B}\n", "people.yaml:2: id: 'person:a' stands twice"),
        ("- id: a\n  name: A\n  name: B\n", "people.yaml:3: name: stands twice in one entry"),
        ("- id: a\n  name: A\n  age: 7\n", "people.yaml:3: age: Extra inputs are not permitted; allowed are id, name"),
        ("- id: a\n", "people.yaml:1: name: Field required"),
        ("- id: A b\n  name: A\n", "people.yaml:1: id: String should match pattern"),
        ("- id: a\n  name: A\n  gender: x\n", "people.yaml:3: gender: Input should be 'f' or 'm'"),
        (
            "- id: a\n  name: A\n  accepted:\n  - B\n  - ''\n",
            "people.yaml:5: accepted.1: String should have at least 1",
        ),
        ("- id: a\n  name: A\n  ref: nowhere\n", "people.yaml:3: ref: "),
        ("- word\n", "people.yaml:1: entry: "),
        ("- {? [a] : b}\n", "people.yaml:1: the name of a field is expected"),
        (
            "- id: a\n  name: A Lee\n- id: b\n  name: B\n  accepted: [a lee]\n",
            "people.yaml:3: person:b: 'a lee' is already",
        ),
    ],
)
def test_a_mistake_in_an_entry_has_file_line_and_field(tmp_path: Path, text: str, said: str) -> None:
    assert said in mistake(tmp_path, people=text)


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        ("  - {person: ann-lee, since: '2020-13'}\n", "offices.yaml:7: holders.0.since: '2020-13' is no date"),
        (
            "  - {person: ann-lee, since: 2021, until: 2020}\n",
            "offices.yaml:7: holders.0.since: Input should be a valid str",
        ),
        (
            "  - {person: ann-lee, since: '2021', until: '2020'}\n",
            "offices.yaml:7: holders.0: the term of ann-lee ends",
        ),
        (
            "  - {person: cy-doe, since: '2020'}\n",
            "offices.yaml:7: office:president-of-xland: holders.0.person: 'person:cy-doe'",
        ),
        ("  - {person: ann-lee, from: '2020'}\n", "allowed are person, since, until, acting, ref"),
    ],
)
def test_a_mistake_in_a_term_has_file_line_and_field(tmp_path: Path, holder: str, said: str) -> None:
    assert said in mistake(tmp_path, places=PLACES, people=PEOPLE, offices=office(holder))


def test_terms_of_an_office_of_one_holder_may_not_overlap(tmp_path: Path) -> None:
    holders = "  - {person: ann-lee, since: '2020-01-01'}\n  - {person: bob-ray, since: '2021-01-01'}\n"
    said = mistake(tmp_path, places=PLACES, people=PEOPLE, offices=office(holders))
    assert "offices.yaml:8: office:president-of-xland: holders.1: the terms of ann-lee and bob-ray overlap" in said


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("until: '2020-05-01'", "since: '2020-05-01'"),
        ("until: '2020-05'", "since: '2020-05'"),
        ("until: '2021-05-01'", "since: '2020-05-01', acting: true"),
    ],
)
def test_terms_may_meet_on_a_day_or_overlap_where_one_is_acting(tmp_path: Path, first: str, second: str) -> None:
    holders = f"  - {{person: ann-lee, since: '2019', {first}}}\n  - {{person: bob-ray, {second}}}\n"
    pack = load_pack(write_pack(tmp_path, places=PLACES, people=PEOPLE, offices=office(holders)))
    assert len(pack.holders("office:president-of-xland")) == 2


def test_terms_may_overlap_in_an_office_of_many(tmp_path: Path) -> None:
    holders = "  - {person: ann-lee, since: '2019'}\n  - {person: bob-ray, since: '2020'}\n"
    pack = load_pack(write_pack(tmp_path, places=PLACES, people=PEOPLE, offices=office(holders, single=False)))
    assert len(pack.holders("office:president-of-xland")) == 2


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "places",
            "- id: a\n  name: A\n  kind: city\n  within:\n  - country:b\n",
            "places.yaml:5: place:a: within.0: 'country:b'",
        ),
        (
            "places",
            "- id: a\n  name: A\n  kind: region\n  within: ['region:a']\n",
            "places.yaml:4: region:a: within: 'region:a' lies",
        ),
        (
            "places",
            "- {id: a, name: Ab, kind: city}\n- {id: b, name: ab, kind: city}\n",
            "places.yaml:2: place:b: 'ab' already denotes",
        ),
        (
            "places",
            "- {id: a, name: A, kind: town}\n",
            "places.yaml:1: kind: Input should be 'country', 'city', 'region' or 'area'",
        ),
        (
            "organisations",
            "- id: a\n  name: A\n  parent: org:b\n",
            "organisations.yaml:3: org:a: parent: 'org:b' is not in the pack",
        ),
        ("organisations", "- id: a\n  name: A\n  parent: b\n", "organisations.yaml:3: parent: String should match"),
        (
            "series",
            "- {id: a, name: A, type: summit, parties: ['org:b']}\n",
            "series.yaml:1: series:a: parties.0: 'org:b'",
        ),
        ("series", "- {id: a, name: A, type: party, parties: []}\n", "series.yaml:1: type: Input should be 'summit'"),
        ("agreements", "- {id: a, name: A, parties: ['country:b']}\n", "agreements.yaml:1: agreement:a: parties.0"),
        (
            "agreements",
            "- {id: a, name: A, milestones: [{action: kissed, date: '2020'}]}\n",
            "milestones.0.action: Input should",
        ),
        ("office_words", "- {id: a, names: []}\n", "office_words.yaml:1: names: Tuple should have at least 1 item"),
        ("history", "- {id: a, name: A, date: '2020-02-30'}\n", "history.yaml:1: date: '2020-02-30' is no date"),
    ],
)
def test_a_mistake_in_any_file_has_file_line_and_field(tmp_path: Path, file: str, text: str, said: str) -> None:
    assert said in mistake(tmp_path, **{file: text})


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    assert "people.yaml:1: nested more than 20 deep" in mistake(tmp_path, people="- " + "[" * 40 + "]" * 40 + "\n")


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("-:{}[]'\"#&*!|>? \nabid,name1~"), max_size=60))
def test_any_text_gives_a_pack_or_a_pack_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = write_pack(tmp_path_factory.mktemp("pack"), people=text)
    try:
        assert isinstance(load_pack(folder), Pack)
    except PackError as error:
        assert "people.yaml" in str(error) or "empty" in str(error)  # noqa: PT017 - both outcomes are right


def figure(fields: str) -> str:
    return f"- id: f\n  name: F\n  {fields}\n  values: [{{value: 3, since: '2020'}}]\n"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            "of: programme:tideway\n  currency: EUR",
            "figures.yaml:3: figure:f: of: 'programme:tideway' is not in the pack",
        ),
        ("of: country:x-land", "a figure has either 'counted'"),
        ("of: country:x-land\n  counted: [member]\n  currency: EUR", "a figure has either 'counted'"),
        ("of: person:ann-lee\n  currency: EUR", "figures.yaml:3: of: String should match pattern"),
    ],
)
def test_a_figure_is_of_something_known_and_counts_things_or_money(tmp_path: Path, fields: str, said: str) -> None:
    assert said in mistake(tmp_path, places=PLACES, figures=figure(fields))


def test_figures_are_found_by_what_they_are_of(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, places=PLACES, figures=figure("of: country:x-land\n  counted: [member]")))
    assert [f.values[0].value for f in pack.figures_of("country:x-land")] == ["3"]
    assert pack.figures_of("country:y-land") == []


def test_a_delegation_is_of_something_known(tmp_path: Path) -> None:
    sent = "{of: 'country:y-land', level: leader, office: President}"
    series = (
        f"- id: s\n  name: S\n  type: summit\n  parties: []\n  editions:\n  - {{date: '2020', delegations: [{sent}]}}\n"
    )
    assert "series.yaml:6: series:s: editions.0.delegations.0.of: 'country:y-land'" in mistake(
        tmp_path, places=PLACES, series=series
    )
