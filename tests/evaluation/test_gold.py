"""A gold set is read with every mistake named by file and line, and is checked against the texts."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from eucacheck.errors import GoldError
from eucacheck.evaluation import read_gold

CLAIM = {"id": "1", "kind": "title", "source": "a.txt", "start": 0, "end": 5, "quote": "Words"}
FINDING = {"id": "F1", "verdict": "minor", "kind": "name", "sides": [["1"]]}


def write(folder: Path, **files: Sequence[object]) -> Path:
    every: dict[str, Sequence[object]] = {"claims": [CLAIM], "findings": [FINDING], **files}
    for name, rows in every.items():
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_finding_has_its_claims_as_spans_and_their_kinds(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path))
    assert gold.findings[0].sides == ((("a.txt", 0, 5),),)
    assert gold.findings[0].kinds == {"name", "title"}
    assert gold.files == {"a.txt"}
    assert gold.lookups == ()


def test_a_claim_is_core_unless_it_says_otherwise(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, claims=[CLAIM, {**CLAIM, "id": "2", "tier": "detail"}]))
    assert [c.core for c in gold.claims] == [True, False]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"claims": ["{"]}, "claims.jsonl:1: is no JSON"),
        ({"claims": [CLAIM, {"id": "2"}]}, "claims.jsonl:2: has no 'kind'"),
        ({"claims": ["[]"]}, "claims.jsonl:1: should be an object"),
        ({"findings": [{**FINDING, "sides": [["9"]]}]}, "findings.jsonl:1: claim '9' is not in claims.jsonl"),
        ({"lookups": [{"query": "x", "sources": [], "claims": ["9"]}]}, "lookups.jsonl:1: claim '9'"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(tmp_path: Path, files: dict[str, list[object]], message: str) -> None:
    with pytest.raises(GoldError, match=message.replace(".", r"\.")):
        read_gold(write(tmp_path, **files))


def test_a_folder_without_gold_says_what_a_gold_set_has(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"claims\.jsonl and findings\.jsonl"):
        read_gold(tmp_path)


def test_gold_of_another_version_of_a_text_is_refused(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path))
    gold.check_texts({"a.txt": "Words and more", "other.txt": ""})
    with pytest.raises(GoldError, match=r"claim 1: a\.txt has other words at 0 to 5 than 'Words'"):
        gold.check_texts({"a.txt": " Words"})
