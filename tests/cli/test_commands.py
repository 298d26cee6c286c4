"""The smaller commands, and what all of them share."""

import json

import click
import pytest

from eucacheck.cli.root import COMMANDS, app
from eucacheck.store import open_base


def claim_ids(call, name):
    return [json.loads(line)["id"] for line in call("claims", name, "--format", "jsonl").out.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(call, command):
    result = call(command, "--help")
    assert result.code == 0
    assert "Example" in result.out
    assert f"eucacheck {command}" in result.out or f" {command} " in result.out
    assert all(len(line) <= 100 for line in result.out.splitlines())


def test_the_group_lists_its_commands_in_full(call):
    page = call("--help").out
    assert all(f"  {name} " in page for name in COMMANDS)
    assert "..." not in page.partition("Commands:")[2]
    assert list(COMMANDS) == app.list_commands(click.Context(app))


def test_what_comes_later_is_absent(call):
    for later in ("rule", "rulings", "verify", "watch"):
        assert call(later).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("report",),
        ("fact", "x"),
        ("claims",),
        ("sources",),
        ("remove", "x"),
        ("check",),
        ("why", "abcd", "abce"),
        ("export", "d"),
    ],
)
def test_without_a_base_there_is_advice_and_no_new_file(here, call, arguments):
    result = call(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "eucacheck add" in result.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("report", "--nothing"),
        ("report", "--format", "xml"),
        ("fact",),
        ("fact", "?!"),
        ("why", "abcd"),
        ("add",),
    ],
)
def test_a_wrong_call_is_one_message_with_the_way_to_help(call, arguments):
    result = call(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "--help'" in result.err
    assert "Traceback" not in result.err


def test_a_command_that_is_not_there_is_answered_by_what_comes_near(call):
    assert "Did you mean report" in call("raport").err


def test_the_base_is_named_before_or_after_the_command_or_by_the_environment(sky, call, monkeypatch):
    (sky / "factbase.db").rename(sky / "other.db")
    expected = call("--db", "other.db", "sources").out
    assert expected
    assert call("sources", "--db", "other.db").out == expected
    assert call("--db", "missing.db", "sources", "--db", "other.db").out == expected
    monkeypatch.setenv("EUCACHECK_DB", "other.db")
    assert call("sources").out == expected
    assert call("--db", "missing.db", "sources").code == 2


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_file_that_is_no_base_gives_a_message(here, call, content):
    (here / "x.db").write_bytes(content)
    for arguments in (("report",), ("fact", "y"), ("sources",)):
        result = call("--db", "x.db", *arguments)
        assert result.code == 2
        assert result.err.startswith("eucacheck: x.db: ")


def test_a_pack_that_is_not_there_gives_a_message(sky, call):
    (sky / "c.txt").write_text("The sun is hot.\n")
    result = call("add", "c.txt", "--pack", "nowhere")
    assert result.code == 2
    assert result.err.startswith("eucacheck: nowhere: there is no such folder")


def test_claims_are_listed_by_source_with_line_and_words(sky, call):
    assert sky
    lines = call("claims", "a.txt").out.splitlines()
    assert lines[0] == "a.txt"
    assert "line 3  colour  The sky is blue." in lines[1]
    assert len(call("claims").out.splitlines()) == 7
    assert "No claims of this sort" in call("claims", "--kind", "title").err


def test_sources_as_values(sky, call):
    assert sky
    assert [s["path"] for s in json.loads(call("sources", "--format", "json").out)] == ["a.txt", "b.txt"]


def test_why_tells_how_two_claims_stand_to_each_other(sky, call):
    assert sky
    (sky_a, sea_a), (sky_b, sea_b) = claim_ids(call, "a.txt"), claim_ids(call, "b.txt")
    assert "conflict (TOY1" in call("why", sky_a, sky_b).out
    assert "They give one answer, “wide”" in call("why", sea_a, sea_b).out
    assert "Not opposed (other-thing):" in call("why", sky_a[:8], sea_b[:8]).out
    assert "given twice" in call("why", sky_a, sky_a).out
    assert call("why", "zzzz", sky_a).code == 2


def test_explain_shows_a_rule_and_its_kind(call):
    page = call("explain", "EUC201").out
    assert page.startswith("EUC201: ")
    assert "Same fact" in page
    assert call("explain", "title").out.startswith("title: ")
    assert "EUC201" in call("explain").out
    unknown = call("explain", "EUC2011")
    assert (unknown.code, unknown.out) == (2, "")
    assert "Did you mean" in unknown.err


def test_a_ledger_goes_out_and_comes_in_again(sky, call):
    exported = call("export", "claims")
    assert exported.code == 0
    assert "2 sources in claims" in exported.err
    assert call("--db", "again.db", "import", "claims").code == 0
    assert call("--db", "again.db", "report", "--all").out == call("report", "--all").out
    with open_base(sky / "again.db") as base:
        assert base.count_claims() == 4
    assert call("import", "nowhere").code == 2


def test_fact_shows_the_best_fact_with_every_source(sky, call):
    assert sky
    page = call("fact", "colour", "of", "the", "sky").out
    assert page.index("sky: blue or green") < page.index("Sources")
    answer = json.loads(call("fact", "sky colour", "--format", "json").out)
    assert (answer["query"], answer["as_of"]) == ("sky colour", None)
    assert answer["facts"][0]["subject"] == "thing:sky"
    assert [s["path"] for s in answer["sources"]] == ["a.txt", "b.txt"]


def test_fact_without_an_answer_says_so(sky, call):
    assert sky
    result = call("fact", "zeppelin \x1b[2J")
    assert result.code == 0
    assert "Nothing in this base answers" in result.out
    assert "\x1b" not in result.out
    assert json.loads(call("fact", "zeppelin", "--format", "json").out)["facts"] == []


def test_fact_as_of_a_time_keeps_what_may_hold_then(here, call, toy):
    del toy
    for name, year, colour in (("a", 2022, "blue"), ("b", 2025, "green")):
        (here / f"{name}.txt").write_text(f"The sky is {colour}.\n")
        call("add", f"{name}.txt", "--published", year)
    answer = json.loads(call("fact", "sky", "--as-of", "2022-10-27", "--format", "json").out)
    assert [a["text"] for a in answer["facts"][0]["answers"]] == ["blue"]
    assert answer["as_of"] == "2022-10-27"
    assert answer["facts"][0]["verdict"] == "single"
    assert call("fact", "sky", "--as-of", "soon").code == 2
    assert json.loads(call("fact", "sky", "--as-of", "1999", "--format", "json").out)["facts"] == []


def test_check_finds_nothing_in_a_fresh_base(sky, call):
    assert sky
    result = call("check")
    assert (result.code, result.out) == (0, "")
    assert "2 sources checked" in result.err


def test_check_names_what_was_changed_by_hand(sky, call):
    import sqlite3

    with sqlite3.connect(sky / "factbase.db") as connection:
        connection.execute("UPDATE claims SET quote = 'The sky is grey.' WHERE quote = 'The sky is blue.'")
    result = call("check")
    assert result.code == 1
    assert "a.txt" in result.out
