"""`eucacheck mutate` and `eucacheck eval` on its folder, as a user calls them."""

import json

import pytest

from tests.mutation.texts import ARTICLE


@pytest.fixture
def forum(here):
    (here / "forum.txt").write_text(ARTICLE, encoding="utf-8")
    (here / "forum.meta.yaml").write_text('published: "2023-05-20"\npublisher: Steppe Post\n', encoding="utf-8")
    return here


def labels(folder):
    return [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


def test_copies_labels_and_sidecars_are_written_and_evaluated(forum, call):
    planted = call("mutate", "forum.txt", "-o", "out", "--kinds", "date,place", "--kinds", "rounding")
    assert planted.code == 0
    assert "copies of 1 text in out" in planted.out
    found = labels(forum / "out")
    assert {label["kind"] for label in found} == {"date", "place", "rounding"}
    assert all((forum / "out" / label["file"].replace(".txt", ".meta.yaml")).is_file() for label in found)
    page = call("eval", "out", "--misses")
    assert page.code == 0
    assert "planted errors found" in page.out
    assert "rounding" in page.out
    values = json.loads(call("eval", "out", "--format", "json").out)
    assert values["schema"] == "eucacheck-eval-mutations/1"
    assert values["recall"]["of"] == sum(label["error"] for label in found)


def test_the_same_call_gives_the_same_folder(forum, call):
    for name in ("one", "two"):
        assert call("mutate", ".", "-o", name, "--seed", 5, "--per-text", 3).code == 0
    assert len(labels(forum / "one")) == 3
    for file in sorted((forum / "one").rglob("*.*")):
        assert (forum / "two" / file.relative_to(forum / "one")).read_bytes() == file.read_bytes()


def test_a_folder_in_use_is_left_alone(forum, call):
    (forum / "out").mkdir()
    (forum / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    refused = call("mutate", "forum.txt", "-o", "out")
    assert refused.code == 2
    assert "is not empty" in refused.err
    assert [p.name for p in (forum / "out").iterdir()] == ["mine.txt"]


def test_an_unknown_kind_is_answered_by_what_comes_near(forum, call):
    refused = call("mutate", "forum.txt", "-o", "out", "--kinds", "ordinals")
    assert refused.code == 2
    assert "did you mean ordinal" in refused.err
    assert not (forum / "out").exists()


def test_a_bad_input_is_named_and_the_good_ones_go_in(forum, call):
    (forum / "empty.txt").write_text("", encoding="utf-8")
    planted = call("mutate", "empty.txt", "forum.txt", "-o", "out", "--kinds", "date")
    assert planted.code == 2
    assert "empty.txt" in planted.err
    assert labels(forum / "out")


def test_the_kinds_of_the_help_are_those_that_are_planted():
    from eucacheck.cli import mutate
    from eucacheck.mutation.planting import ERRORS, NON_ERRORS

    assert list(ERRORS) == mutate.ERRORS
    assert list(NON_ERRORS) == mutate.NON_ERRORS
