"""What the program gives to other programs fits the schemas that ship with it, and the schemas refuse what does not."""

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator, ValidationError

from eucacheck.cli import run

CLAIM = {
    "id": "0123456789abcdef", "source": "0123456789abcdef", "kind": "title", "subject": "person:x", "value": {},
    "start": 0, "end": 5, "line": 1, "quote": "words", "when": None, "when_basis": None, "where": None, "speaker": None,
    "modality": "assertion", "polarity": True, "passage": "body", "confidence": 0.9,
}  # fmt: skip
FIRST = """Riga, 3 May 2023

Latvian President Ilze Ozola met Tajik Foreign Minister Rustam Nazarov in Riga on 3 May 2023.
The European Union will lend 5 million euros to Tajikistan, she said.
"""
SECOND = """Dushanbe, 4 May 2023

Latvian Foreign Minister Ilze Ozola met Rustam Nazarov in Riga on 3 May 2023. The EU will lend 7 million euros to
Tajikistan.
"""


def schema(name):
    loaded = json.loads(resources.files("eucacheck").joinpath("schemas", f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("schemas")
    for name, text in (("a", FIRST), ("b", SECOND)):
        (where / f"{name}.txt").write_text(text)
    assert run(["--db", str(where / "x.db"), "add", str(where)]) == 0
    return where


@pytest.fixture
def call(folder, capsys):
    def run_it(*arguments):
        assert run(["--db", str(folder / "x.db"), *arguments]) == 0
        return capsys.readouterr().out

    return run_it


def test_a_report_fits(call):
    everything = json.loads(call("report", "--all", "--format", "json"))
    schema("report").validate(everything)
    assert len(everything["findings"]) == everything["counts"]["facts"] > 0
    schema("report").validate(json.loads(call("report", "--format", "json")))


def test_a_report_with_a_baseline_fits(call, folder):
    (folder / "old.json").write_text(call("report", "--all", "--format", "json"))
    marked = json.loads(call("report", "--format", "json", "--baseline", str(folder / "old.json")))
    schema("report").validate(marked)
    assert marked["resolved"] == []


def test_each_line_of_a_report_is_one_of_its_findings(call):
    finding = schema("report").schema
    one = Draft202012Validator({"$ref": "#/$defs/finding", "$defs": finding["$defs"]})
    lines = call("report", "--all", "--format", "jsonl").splitlines()
    assert lines
    for line in lines:
        one.validate(json.loads(line))


def test_claims_fit_and_quote_their_source(call):
    lines = call("claims", "--format", "jsonl").splitlines()
    assert lines
    texts = [FIRST, SECOND]
    for line in lines:
        claim = json.loads(line)
        schema("claims").validate(claim)
        assert any(text[claim["start"] : claim["end"]] == claim["quote"] for text in texts)


@pytest.mark.parametrize("arguments", [("Ozola title",), ("zeppelin",), ("Ozola", "--as-of", "2023-05")])
def test_facts_fit(call, arguments):
    schema("fact").validate(json.loads(call("fact", *arguments, "--format", "json")))


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"line": 0},
        {"quote": ""},
        {"modality": "sure"},
        {"confidence": 2},
        {"id": "person:x"},
        {"value": "x"},
    ],
)
def test_the_schema_refuses_what_is_wrong(change):
    schema("claims").validate(CLAIM)
    with pytest.raises(ValidationError):
        schema("claims").validate({**CLAIM, **change})


def test_the_three_schemas_agree_on_what_they_share():
    report, fact = schema("report").schema["$defs"], schema("fact").schema["$defs"]
    marks = report["finding"]["properties"].pop("baseline")
    assert marks["enum"] == ["new", "updated", "unchanged"]
    assert report == fact
