"""What becomes of planted mutations: errors are flagged, what is none is not."""

from collections import Counter

import pytest

from eucacheck.errors import GoldError
from eucacheck.mutation import plant, read_labels, try_labels, write_folder
from eucacheck.mutation.planting import ERRORS
from eucacheck.pack import load_pack
from eucacheck.sources import collect
from tests.conftest import ROOT
from tests.mutation.texts import source


@pytest.fixture(scope="module")
def pack():
    return load_pack()


@pytest.fixture(scope="module")
def outcomes(pack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own") / "out"
    labels = write_folder([plant(source(), pack)], folder)
    return try_labels(folder, labels, pack)


def test_errors_of_most_kinds_are_flagged(outcomes):
    found = Counter(o.label.kind for o in outcomes if o.flagged)
    assert len(found.keys() & ERRORS.keys()) >= len(ERRORS) - 2, [
        o for o in outcomes if o.label.error and not o.flagged
    ]


def test_what_is_no_error_is_not_flagged(outcomes):
    assert [o.by for o in outcomes if o.flagged and not o.label.error] == []


def test_a_flag_is_told_by_its_rule_and_a_miss_by_what_was_found_there(outcomes):
    for one in outcomes:
        assert one.told
        assert one.told.startswith("EUC") == one.flagged


def test_a_non_error_in_a_seed_is_not_flagged(pack, tmp_path):
    sources, _ = collect([str(ROOT / "seeds")])
    kinds = ["rounding", "coarser-date", "second-event", "romanisation"]
    labels = write_folder([plant(s, pack, kinds=kinds) for s in sources[:3]], tmp_path / "out")
    assert labels
    assert [o.by for o in try_labels(tmp_path / "out", labels, pack) if o.flagged] == []


def test_a_flag_that_stands_without_the_mutation_finds_nothing(pack, tmp_path):
    """The text contradicts itself on the place of the forum, with and without what is planted."""
    text = (
        "The forum\n\nThe 2nd EU-Central Asia Economic Forum was held in Almaty on 18 May 2023.\n\n"
        "The 2nd EU-Central Asia Economic Forum was held in Riga on 18 May 2023.\n"
    )
    reading = plant(source(text), pack, kinds=["denial", "romanisation", "coarser-date"])
    labels = write_folder([reading], tmp_path / "out")
    assert [o.by for o in try_labels(tmp_path / "out", labels, pack) if o.flagged] == []


def test_a_copy_that_was_changed_later_is_refused(pack, tmp_path):
    labels = write_folder([plant(source(), pack, kinds=["date"])], tmp_path / "out")
    (tmp_path / "out" / labels[0].file).write_text("Something else\n\nIt rains.\n", encoding="utf-8")
    with pytest.raises(GoldError, match="has other words at"):
        try_labels(tmp_path / "out", labels, pack)


@pytest.mark.parametrize("line", ["no json", "[]", "{}", '{"file": "a"}'])
def test_a_label_with_a_mistake_is_named_by_its_line(tmp_path, line):
    (tmp_path / "labels.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"labels\.jsonl:2: is no label"):
        read_labels(tmp_path)


def test_a_label_may_not_lead_out_of_its_folder(tmp_path):
    labels = write_folder([plant(source(), load_pack(), kinds=["date"])], tmp_path / "out")
    path = tmp_path / "out" / "labels.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace(labels[0].original, "../forum.txt"), encoding="utf-8")
    with pytest.raises(GoldError, match="outside the folder"):
        read_labels(tmp_path / "out")
