"""Outcomes of mutations to figures: shares, intervals, kinds."""

import json

from eucacheck.evaluation.planted import Tried, evaluate_planted, render_planted_page, render_planted_values


def tried(kind="date", *, error=True, flagged=True, by="claim", told="EUC301 two dates"):
    return Tried(f"copies/{kind}.txt", kind, by, error, "18", "7", flagged, told)


def test_errors_found_and_non_errors_flagged_are_counted_apart():
    values = evaluate_planted(
        [tried(), tried(flagged=False), tried("rounding", error=False, flagged=False), tried("denial", error=False)]
    )
    assert (values["recall"]["hits"], values["recall"]["of"]) == (1, 2)
    assert (values["false_alarms"]["hits"], values["false_alarms"]["of"]) == (1, 2)
    assert (values["precision"]["hits"], values["precision"]["of"]) == (1, 2)
    assert values["errors"].keys() == {"date"}
    assert values["non_errors"].keys() == {"rounding", "denial"}


def test_shares_carry_their_interval():
    recall = evaluate_planted([tried() for _ in range(10)])["recall"]
    assert recall["rate"] == 1.0
    assert 0.7 < recall["low"] < 0.75
    assert recall["high"] == 1.0


def test_misses_are_told_with_the_change_and_what_was_found_there():
    values = evaluate_planted([tried(flagged=False, told="no claim there"), tried("denial", error=False)])
    assert values["misses"][0] == "missed date: copies/date.txt: '18' to '7' (no claim there)"
    assert values["misses"][1].startswith("in vain denial: ")
    assert "missed date" not in render_planted_page(values, misses=False)
    assert "missed date" in render_planted_page(values, misses=True)


def test_values_for_programs_leave_misses_out_unless_asked():
    values = evaluate_planted([tried(), tried(by="grammar", flagged=False)])
    assert "misses" not in json.loads(render_planted_values(values, misses=False))
    told = json.loads(render_planted_values(values, misses=True))
    assert told["schema"] == "eucacheck-eval-mutations/1"
    assert told["by"]["grammar"]["recall"]["hits"] == 0


def test_nothing_planted_is_no_figure():
    assert evaluate_planted([])["recall"]["rate"] is None
    assert "of 0" in render_planted_page(evaluate_planted([]), misses=True)
