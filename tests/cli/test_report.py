"""`report` shows what is disputed, as a page or as values, and says by its exit status whether it is grave."""

import json

import pytest


def report(call, *options):
    return json.loads(call("report", "--format", "json", *options).out)


def test_conflicts_come_first_with_quotes_and_lines(sky, call):
    assert sky
    page = call("report").out
    assert page.index("CONFLICT") < page.index("Agreed by two sources or more")
    assert "»The sky is blue.«" in page
    assert "line 3" in page
    assert "\x1b" not in page


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "error"), 1),
        (("--fail-on", "note"), 1),
        (("--fail-on", "error", "--level", "none"), 1),
        (("--fail-on", "error", "--source", "a.txt"), 1),
    ],
)
def test_the_exit_status_tells_whether_findings_are_grave(sky, call, options, code):
    assert sky
    assert call("report", *options).code == code


def test_without_a_dispute_nothing_fails(sky, call):
    (sky / "x.txt").write_text("The sky is blue.\n")
    call("add", "--db", "x.db", "x.txt")
    assert call("report", "--db", "x.db", "--fail-on", "note").code == 0


def test_json_lists_what_is_asked_for_and_counts_everything(sky, call):
    assert sky
    assert {f["verdict"] for f in report(call)["findings"]} == {"conflict", "agree"}
    chosen = report(call, "--level", "error")
    assert [f["verdict"] for f in chosen["findings"]] == ["conflict"]
    assert chosen["counts"]["agree"] == 1
    lines = call("report", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["conflict", "agree"]


def test_a_source_is_named_by_identifier_path_or_file_name(sky, call):
    assert sky
    identifier = report(call)["sources"][0]["id"]
    assert report(call, "--source", identifier) == report(call, "--source", "a.txt") == report(call, "--source", "a")
    unknown = call("report", "--source", "aa.txt")
    assert unknown.code == 2
    assert "Did you mean a.txt" in unknown.err


def test_a_file_is_written_wholly_and_nothing_goes_to_standard_output(sky, call):
    result = call("report", "--format", "json", "-o", "out.json")
    assert (result.code, result.out) == (0, "")
    assert json.loads((sky / "out.json").read_text())["schema"] == "eucacheck-report/1"
    assert [p.name for p in sky.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize("target", ["missing/out.json", "folder"])
def test_a_file_that_cannot_be_written_gives_a_message(sky, call, target):
    (sky / "folder").mkdir()
    result = call("report", "-o", target)
    assert result.code == 2
    assert result.err.startswith(f"eucacheck: {target}: ")


def test_a_failed_writing_leaves_the_old_file(sky, call, monkeypatch):
    (sky / "out.txt").write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = call("report", "-o", "out.txt")
    assert (result.code, (sky / "out.txt").read_text()) == (2, "old")
    assert "No space left" in result.err
    assert {p.name for p in sky.iterdir()} == {"a.txt", "b.txt", "factbase.db", "out.txt"}


def test_a_baseline_marks_what_is_new_updated_unchanged_and_resolved(sky, call):
    call("report", "--format", "json", "-o", "old.json")
    (sky / "c.txt").write_text("The sea is red. The sky is blue.\n")
    (sky / "d.txt").write_text("The sea is red. The sun is hot.\n")
    (sky / "e.txt").write_text("The sun is hot.\n")
    call("add", "c.txt", "d.txt", "e.txt")
    now = report(call, "--baseline", "old.json")
    states = {f["subject"]: f["baseline"] for f in now["findings"]}
    assert states == {"thing:sky": "updated", "thing:sea": "updated", "thing:sun": "new"}
    assert call("report", "--baseline", "old.json", "--fail-on", "error").code == 1
    page = call("report", "--baseline", "old.json").out
    assert "Since the baseline: 1 new, 2 updated, 0 unchanged and 0 resolved." in page
    assert "(new)" in page


def test_what_the_baseline_knows_does_not_fail_again(sky, call):
    assert sky
    call("report", "--format", "json", "-o", "old.json")
    assert call("report", "--baseline", "old.json", "--fail-on", "error").code == 0
    call("remove", "b.txt")
    now = report(call, "--baseline", "old.json")
    assert {f["subject"] for f in now["resolved"]} == {"thing:sea", "thing:sky"}
    assert "Resolved since the baseline (1)" in call("report", "--baseline", "old.json").out


def test_a_baseline_is_not_stored(sky, call):
    before = report(call)
    call("report", "--format", "json", "-o", "old.json")
    stored = (sky / "factbase.db").read_bytes()
    report(call, "--baseline", "old.json")
    assert (sky / "factbase.db").read_bytes() == stored
    assert report(call) == before


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"schema": "eucacheck-report/2", "findings": []}',
        '{"schema": "eucacheck-report/1", "findings": [{}]}',
        '{"schema": "eucacheck-report/1", "findings": [{"id": []}]}',
    ],
)
def test_what_is_no_baseline_gives_a_message(sky, call, content):
    (sky / "bad.json").write_text(content)
    result = call("report", "--baseline", "bad.json")
    assert (result.code, result.out) == (2, "")
    assert "a baseline is a report written with" in result.err
    assert "Traceback" not in result.err


def test_an_unknown_kind_is_answered_by_what_comes_near(sky, call):
    assert sky
    result = call("report", "--kind", "tittle")
    assert result.code == 2
    assert "did you mean title?" in result.err


def test_everything_shows_what_one_source_tells(sky, call):
    (sky / "c.txt").write_text("The sun is hot.\n")
    call("add", "c.txt")
    assert "sun: hot" not in call("report").out
    assert "sun: hot" in call("report", "--all").out
