"""`eucacheck eval`: figures of a base for people and for programs, and one message for each mistake."""

import json
from pathlib import Path

import pytest

from eucacheck.cli import run

GOLD = Path(__file__).parent.parent / "gold" / "seeds"


def test_the_page_has_every_figure_and_a_table_by_kind(seeds_base: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(seeds_base), "eval", str(GOLD)]) == 0
    page = capfd.readouterr().out
    assert "conflicts found" in page
    assert "95%:" in page
    assert "look-ups answered by the first three" in page
    assert "event ordinal" in page
    assert "missed claim" not in page


def test_values_for_programs_have_shares_and_intervals(seeds_base: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(seeds_base), "eval", str(GOLD), "--format", "json", "--misses"]) == 0
    values = json.loads(capfd.readouterr().out)
    assert values["schema"] == "eucacheck-eval/1"
    assert values["figures"]["conflict_recall"]["of"] == 8
    assert values["figures"]["false_alarms"]["of"] == 28
    assert values["figures"]["claim_recall_strict"]["of"] == 264
    assert values["figures"]["lookup_hit_1"]["of"] == 25
    assert 0 <= values["figures"]["flag_precision"]["low"] <= values["figures"]["flag_precision"]["high"] <= 1
    assert all(isinstance(line, str) for line in values["misses"])


def test_a_folder_that_is_no_gold_set_is_refused(
    seeds_base: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["--db", str(seeds_base), "eval", str(tmp_path)]) == 2
    assert "a gold set has claims.jsonl" in capfd.readouterr().err


def test_gold_on_other_sources_is_refused(seeds_base: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    claim = {"id": "1", "kind": "title", "source": "other.txt", "start": 0, "end": 1, "quote": "x"}
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim), encoding="utf-8")
    (tmp_path / "findings.jsonl").write_text("", encoding="utf-8")
    assert run(["--db", str(seeds_base), "eval", str(tmp_path)]) == 2
    assert "none of which is in this base" in capfd.readouterr().err
