"""One base of many articles that have nothing to do with each other, as a desk has it: every command gets through."""

import json
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from eucacheck.cli import run
from tests.cases_format import read_cases

CASES = Path(__file__).parent / "cases"
EACH = 15
"""Of so many cases one is taken, in turn, so that every kind and every rule has its part."""


def _called(capsys, *arguments):
    capsys.readouterr()
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture(scope="module")
def halves(tmp_path_factory):
    """Two folders, each with every second article of the chosen cases, and what is known about them beside them."""
    folder = tmp_path_factory.mktemp("mixed")
    cases = [case for path in sorted(CASES.glob("*.md")) for case in read_cases(path)][::EACH]
    for number, (case, text) in enumerate((c, t) for c in cases for t in c.texts):
        file = folder / f"half{number % 2}" / f"{number:04d}-{case.kind}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text.text, encoding="utf-8")
        if text.known:
            told = "".join(f"{name}: {json.dumps(value)}\n" for name, value in text.known.items())
            file.with_suffix(".meta.yaml").write_text(told, encoding="utf-8")
    return folder


def test_a_mixed_base_is_added_checked_reported_and_asked_in_either_order(halves, monkeypatch, capsys):
    monkeypatch.chdir(halves)
    given = {}
    for name, order in (("a.db", ("half0", "half1")), ("b.db", ("half1", "half0"))):
        for part in order:
            code, _, err = _called(capsys, "add", "--db", name, part)
            assert code == 0, err
        code, out, err = _called(capsys, "report", "--db", name, "--all", "--format", "json")
        assert code == 0, err
        given[name] = (out, _called(capsys, "claims", "--db", name, "--format", "jsonl")[1])
    assert given["a.db"] == given["b.db"]
    report, claims = given["a.db"]
    schema = json.loads(resources.files("eucacheck").joinpath("schemas", "report.schema.json").read_text("utf-8"))
    told = json.loads(report)
    Draft202012Validator(schema).validate(told)
    assert told["counts"]["conflict"] > 15
    assert len(claims.splitlines()) > 450
    code, out, err = _called(capsys, "check", "--db", "a.db")
    assert "all is as the sources give it" in out + err
    assert code == 0, out + err
    for arguments in (
        ("report",),
        ("sources",),
        ("fact", "first summit"),
    ):
        code, out, err = _called(capsys, arguments[0], "--db", "a.db", *arguments[1:])
        assert code in {0, 1}, err
        assert out.strip(), arguments
