"""What is planted: every kind, by seed alone, labelled where it stands."""

import json
from dataclasses import replace

import pytest

from eucacheck.mutation import KINDS, LABELS, plant, read_labels, take, write_folder
from eucacheck.mutation.figures import ending
from eucacheck.mutation.labels import Label, write_labels
from eucacheck.mutation.planting import ERRORS
from eucacheck.pack import load_pack
from eucacheck.sources import read_path
from tests.mutation.texts import ARTICLE, source


@pytest.fixture(scope="module")
def pack():
    return load_pack()


@pytest.fixture(scope="module")
def reading(pack):
    return plant(source(), pack, each=3)


def copies(reading, kind):
    return [c for c in reading.copies if c.kind == kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_finds_a_place_in_a_plain_text(reading, kind):
    assert copies(reading, kind)
    assert all(c.error == (kind in ERRORS) for c in copies(reading, kind))


def test_the_same_text_and_seed_give_the_same_copies(pack, reading):
    assert plant(source(), pack, each=3) == reading
    some = plant(source(), pack, each=3, kinds=["place", "date"])
    assert list(some.copies) == [c for c in reading.copies if c.kind in {"date", "place"}]


def test_another_seed_gives_other_copies(pack, reading):
    other = plant(source(), pack, seed=1, each=3)
    assert {c.planted.text for c in other.copies} != {c.planted.text for c in reading.copies}


def test_an_error_changes_its_words_and_nothing_else(reading):
    for copy in reading.copies:
        planted = copy.planted
        if copy.error:
            after = planted.text[planted.end :]
            assert planted.text[: planted.start] + planted.before + after == ARTICLE
            assert planted.before != planted.after


def test_no_two_copies_of_a_text_are_alike_and_none_is_its_original(reading):
    for kind in KINDS:
        texts = [c.planted.text for c in copies(reading, kind)]
        assert ARTICLE not in texts
        assert len(set(texts)) == len(texts)


def test_what_the_change_bears_on_is_marked_where_it_stands_in_the_copy(reading):
    for copy in copies(reading, "speaker"):
        (start, end), *_ = copy.planted.about
        assert copy.planted.text[start:end].startswith("Our cooperation")
    for copy in copies(reading, "romanisation"):
        for start, end in copy.planted.about:
            assert copy.planted.text[start:end] in copy.planted.after


def test_a_successor_stands_in_a_text_of_that_time(reading):
    for copy in copies(reading, "succession"):
        assert ARTICLE not in copy.planted.text
        assert copy.planted.published is not None
        assert not copy.planted.published.startswith("2023")


def test_a_rounded_figure_keeps_two_digits(reading):
    assert [c.planted.after for c in copies(reading, "rounding")] == ["about €50"]


def test_a_month_stands_in_place_of_its_day(reading):
    assert {c.planted.after for c in copies(reading, "coarser-date")} == {"in May 2023"}


def test_a_date_that_does_not_exist_is_never_planted(pack):
    text = "The EU-Central Asia Economic Forum was held in Almaty on 31 May 2023.\n"
    for seed in range(12):
        for copy in plant(source(text), pack, seed=seed, kinds=["date"]).copies:
            assert not any(m in copy.planted.text for m in ("31 April", "31 June", "31 September", "31 November"))


def test_a_limit_takes_some_of_the_copies_by_seed(reading):
    few = take(reading.copies, 4, reading.source, seed=2)
    assert len(few) == 4
    assert few == take(reading.copies, 4, reading.source, seed=2)
    assert [c for c in reading.copies if c in few] == few


def test_a_text_without_any_place_gets_no_copies(pack):
    assert plant(source("It rains\n\nIt rains again, and again.\n"), pack, kinds=["title", "unit"]).copies == ()


@pytest.mark.parametrize(("number", "words"), [(1, "st"), (2, "nd"), (3, "rd"), (11, "th"), (12, "th"), (21, "st")])
def test_ordinals_end_as_they_should(number, words):
    assert ending(number) == words


def test_labels_give_the_changed_words_in_the_written_copy(tmp_path, reading):
    labels = write_folder([reading], tmp_path / "out")
    assert read_labels(tmp_path / "out") == labels
    for label in labels:
        copy = read_path(tmp_path / "out" / label.file)
        assert copy.text[label.start : label.end] == label.after
        assert copy.publisher == "The Second Desk"
        assert read_path(tmp_path / "out" / label.original).text == ARTICLE
    original = read_path(tmp_path / "out" / labels[0].original)
    assert original.published is not None
    assert original.published.edtf == "2023-05-20"


def test_two_texts_of_one_name_stay_two(tmp_path, reading):
    other = replace(reading, source=replace(reading.source, id="f" * 16))
    labels = write_folder([reading, other], tmp_path / "out")
    assert len({label.original for label in labels}) == 2
    assert len({label.file for label in labels}) == len(labels)


def test_labels_come_back_as_they_were_written(tmp_path):
    label = Label("copies/a.txt", "originals/a.txt", "date", "claim", True, 3, 5, "18", "7", ((9, 12),), "conflict")  # noqa: FBT003
    (tmp_path / LABELS).write_text(write_labels([label]), encoding="utf-8")
    assert read_labels(tmp_path) == [label]
    assert json.loads(write_labels([label]))["about"] == [[9, 12]]


def test_a_number_whose_event_stands_in_another_sentence_is_no_round_to_plant(pack):
    text = "Deputies of two parliaments met in Osh on 3 May 2026. It was the eighteenth session of the committee."
    assert not [c for c in plant(replace(source(), text=text), pack).copies if c.kind == "second-event"]
