"""A baseline tells new from known findings, by what they say and not by how they say it."""

import pytest

from eucacheck.errors import InputError
from eucacheck.report import Selection, build_report, render_json
from eucacheck.report.baseline import compare_with, read_baseline
from tests.made_facts import MadeBase, make_claim, make_fact

A, B, C = (make_claim(f"words {n}", n) for n in "abc")
DISPUTE = make_fact("Who?", {"one": [A], "other": [B]})


def report(*facts, **selection):
    return build_report(MadeBase(*facts), Selection(**selection))


def states(before, after, **selection):
    now = compare_with(report(*after, **selection), report(*before), Selection(**selection))
    return [f["baseline"] for f in now["findings"]], [f["summary"] for f in now["resolved"]]


def test_a_finding_that_was_not_there_is_new():
    assert states([], [DISPUTE]) == (["new"], [])


def test_other_wording_and_confidence_leave_a_finding_unchanged():
    reworded = make_fact("Who?", {"one": [A], "other": [B]}, summary="In other words.", confidence=0.9, why="so")
    assert states([DISPUTE], [reworded]) == (["unchanged"], [])


@pytest.mark.parametrize(
    "changed",
    [
        make_fact("Who?", {"one": [A, C], "other": [B]}),
        make_fact("Who?", {"one": [A], "third": [B]}),
        make_fact("Who?", {"one": [A], "other": [B]}, verdict="variant"),
        make_fact("Who?", {"one": [A], "other": [B]}, level="warning"),
    ],
)
def test_other_evidence_answers_verdict_or_level_update_a_finding(changed):
    assert states([DISPUTE], [changed]) == (["updated"], [])


def test_what_is_gone_is_resolved():
    assert states([DISPUTE], []) == ([], [DISPUTE.summary])


def test_what_became_too_small_to_list_is_resolved():
    assert states([DISPUTE], [make_fact("Who?", {"one": [A]})]) == ([], [DISPUTE.summary])


def test_only_what_the_report_was_asked_for_counts_as_resolved():
    other = make_fact("How much?", {"one": [A], "other": [B]}, kind="amount")
    assert states([DISPUTE, other], [], kinds=frozenset({"amount"})) == ([], [other.summary])


def test_a_report_is_read_back_as_it_was_written(tmp_path):
    written = report(DISPUTE)
    (tmp_path / "r.json").write_text(render_json(written))
    assert read_baseline(tmp_path / "r.json") == written


def test_a_report_with_a_baseline_can_be_a_baseline(tmp_path):
    first = compare_with(report(DISPUTE), report(), Selection())
    (tmp_path / "r.json").write_text(render_json(first))
    again = compare_with(report(DISPUTE), read_baseline(tmp_path / "r.json"), Selection())
    assert [f["baseline"] for f in again["findings"]] == ["unchanged"]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.json: cannot be read"):
        read_baseline(tmp_path / "gone.json")
