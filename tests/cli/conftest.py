"""The command line called in this process, in a folder of its own."""

from dataclasses import dataclass

import pytest

from eucacheck.cli import run
from tests.toy import toy  # noqa: F401 - a fixture


@dataclass
class Result:
    """What a call gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, no database named by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EUCACHECK_DB", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.fixture
def call(here, capsys):  # noqa: ARG001 - to be in the folder
    def run_it(*arguments):
        capsys.readouterr()
        code = run([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run_it


@pytest.fixture
def sky(here, call, toy):  # noqa: ARG001, F811 - the toy kind stands in for English
    """A base in which two sources contradict each other on the sky and agree on the sea."""
    for name, colour in (("a", "blue"), ("b", "green")):
        (here / f"{name}.txt").write_text(f"The paper {name}\n\nThe sky is {colour}. The sea is wide.\n")
    assert call("add", "a.txt", "b.txt").code == 0
    return here
