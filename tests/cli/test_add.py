"""`add` takes good inputs in, names bad ones, and tells what changed."""

import io
import sys
from types import SimpleNamespace

import pytest


def test_it_tells_what_went_in_and_what_changed(sky, call):
    assert sky
    result = call("add", "a.txt")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Unchanged 1 source: a.txt\n"


def test_a_new_source_that_dissents_is_told(sky, call):
    (sky / "c.txt").write_text("The paper c\n\nThe sea is red.\n")
    result = call("add", "c.txt")
    assert "Added 1 source: c.txt" in result.err
    assert "Changed (1):\n  conflict: sea: red or wide" in result.err


def test_a_source_that_goes_resolves_what_it_disputed(sky, call):
    assert sky
    result = call("remove", "b.txt")
    assert "Removed 1 source: b.txt" in result.err
    assert "Resolved (1):\n  was conflict: sky: blue or green" in result.err


def test_bad_inputs_among_good_ones_are_named_and_skipped(here, call, toy):
    del toy
    (here / "good.txt").write_text("The sky is blue.\n")
    (here / "empty.txt").write_text("")
    (here / "latin.txt").write_bytes(b"caf\xe9 au lait\n")
    result = call("add", "good.txt", "empty.txt", "latin.txt", "missing.txt")
    assert result.code == 2
    assert "Added 1 source: good.txt" in result.err
    for name in ("empty.txt", "latin.txt", "missing.txt"):
        assert f"eucacheck: {name}: " in result.err
    assert "3 inputs skipped" in result.err
    assert "good.txt" in call("sources").out


def test_bad_inputs_alone_make_no_base(here, call):
    assert call("add", "missing.txt").code == 2
    assert not (here / "factbase.db").exists()


def test_a_mistake_in_an_option_is_one_message(here, call):
    (here / "a.txt").write_text("The sky is blue.\n")
    result = call("add", "a.txt", "--published", "yesterday")
    assert result.code == 2
    assert result.err.startswith("eucacheck: --published: ")
    assert "Traceback" not in result.err


def test_options_are_kept_with_the_source(here, call, toy):
    del toy
    (here / "a.txt").write_text("The sky is blue.\n")
    call("add", "a.txt", "--published", "2022-11", "--publisher", "Daily", "--title", "On the sky")
    shown = call("sources").out
    assert "On the sky" in shown
    assert "Daily, November 2022, 1 claim" in shown


def test_standard_input_is_a_source(call, toy, monkeypatch):
    del toy
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"The sky is blue.\n")))
    assert "Added 1 source" in call("add", "-").err
    assert "standard input" in call("sources").out


def test_a_hostile_file_name_does_not_act_on_the_terminal(here, call, toy):
    del toy
    (here / "x\x1b[2J\u202e.txt").write_text("The sky is blue.\n")
    (here / "y\x9b.txt").write_text("")
    result = call("add", ".")
    assert result.code == 2
    for stream in (result.err, call("sources").out, call("claims").out, call("report", "--all").out):
        assert not set(stream) & {"\x1b", "\x9b", "\u202e"}


def test_a_file_name_that_is_no_text_gives_a_message(here, call):
    path = bytes(here) + b"/z\xff.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a name that is bytes
            file.write(b"The sky is blue.\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    result = call("add", ".")
    assert "Traceback" not in result.err
    result.err.encode()


def test_an_interrupt_is_one_message_and_leaves_the_base(sky, call, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("eucacheck.pipeline.extract_all", interrupted)
    (sky / "c.txt").write_text("The sea is red.\n")
    before = (sky / "factbase.db").read_bytes()
    result = call("add", "c.txt")
    assert result.code == 2
    assert result.err.strip() == "eucacheck: stopped; the fact base is as it was before"
    assert (sky / "factbase.db").read_bytes() == before


def test_progress_is_shown_where_errors_go_to_a_terminal_and_only_there(sky, call, monkeypatch):
    (sky / "c.txt").write_text("The sea is red.\n")
    assert "Reading" not in call("add", "c.txt").err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    (sky / "d.txt").write_text("The sea is red and calm.\n")
    assert call("add", "d.txt").out == ""
