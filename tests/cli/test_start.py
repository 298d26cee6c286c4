"""What only reads starts without what is slow: neither the language model nor the libraries that only writing needs."""

import json
import os
import subprocess
import sys

import pytest

from eucacheck.cli import run

SLOW = ["spacy", "numpy", "pydantic", "yaml", "sqlite_utils", "rapidfuzz", "rich", "regex", "pkg_resources", "anyascii"]
_PROBE = """
import json, sys
from eucacheck.__main__ import main
code = main(sys.argv[1:])
sys.stderr.write("LOADED" + json.dumps([code, sorted(m for m in sys.modules if "." not in m)]))
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("start")
    (folder / "a.txt").write_text(
        "Riga, 3 May 2023\n\nLatvian President Ilze Ozola said on 3 May 2023 that it rains.\n"
    )
    path = folder / "x.db"
    assert run(["--db", str(path), "add", str(folder / "a.txt")]) == 0
    return path


def loaded(base, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, "--db", str(base), *arguments], capture_output=True, text=True, check=True
    )
    code, modules = json.loads(done.stderr.partition("LOADED")[2])
    assert code == 0
    return set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ("fact", "Ozola title", "--format", "json"),
        ("fact", "Ozolla", "--format", "json"),
        ("report", "--format", "json"),
        ("report", "--format", "jsonl", "--kind", "title"),
        ("claims",),
        ("claims", "--format", "jsonl"),
        ("sources",),
        ("explain", "EUC201"),
        ("explain",),
        ("--help",),
        ("fact", "--help"),
    ],
)
def test_reading_loads_nothing_slow(base, arguments):
    assert not loaded(base, *arguments) & set(SLOW)


@pytest.mark.parametrize("arguments", [("fact", "Ozola title"), ("report",)])
def test_a_page_loads_rich_and_nothing_else_that_is_slow(base, arguments):
    assert loaded(base, *arguments) & set(SLOW) == {"rich"}


def run_program(*arguments, **environment):
    """The program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "eucacheck", *arguments],
        capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_a_reader_that_goes_away_is_no_failure(base):
    command = f"{sys.executable} -m eucacheck --db {base} claims | head -n 0; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_help_into_a_closed_pipe_is_quiet():
    command = f"{sys.executable} -m eucacheck --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_terminal_without_typographic_signs_gets_plain_ones(base):
    done = run_program("--db", str(base), "report", "--all", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"-----" in done.stdout
    done.stdout.decode("ascii")


def test_values_are_utf_8_whatever_the_terminal(base):
    done = run_program("--db", str(base), "report", "--all", "--format", "json", PYTHONIOENCODING="latin-1")
    assert json.loads(done.stdout.decode("utf-8"))["counts"]["claims"] > 0


def test_colours_only_where_they_are_wanted(base):
    assert b"\x1b" not in run_program("--db", str(base), "report", "--all").stdout
    forced = run_program("--db", str(base), "report", "--all", FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert b"\x1b[" in forced
    plain = run_program("--db", str(base), "report", "--all", FORCE_COLOR="1", NO_COLOR="1", TERM="xterm").stdout
    assert b"\x1b[3" not in plain.replace(b"\x1b[3m", b"")


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_page_keeps_to_its_width(base, columns):
    page = run_program("--db", str(base), "report", "--all", COLUMNS=str(columns)).stdout.decode()
    assert max(map(len, page.splitlines())) <= columns
