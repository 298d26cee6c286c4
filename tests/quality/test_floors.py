"""What is reached on the seeds stays reached, and the floors only go up."""

from pathlib import Path

from tests.quality.floors import FLOORS, below, measure, raise_floors, rates_of, read_floors

TEXT = """# why
[at_least]
conflict_recall = 0.5
minor_recall = 0.25

[at_most]
false_alarms = 0.1

[guards]
claim_share = 0.4
"""
REACHED = {"conflict_recall": 0.75, "minor_recall": 0.2, "false_alarms": 0.0, "claim_share": 0.9}


def test_a_fresh_reading_of_the_seeds_reaches_every_floor(seeds_base: Path) -> None:
    told = below(rates_of(measure(seeds_base)), read_floors(FLOORS.read_text(encoding="utf-8")))
    assert not told, "\n".join(told)


def test_a_figure_below_its_floor_is_told() -> None:
    assert below(REACHED, read_floors(TEXT)) == ["minor ones found: 0.2 is below the floor of 0.25"]
    assert below({**REACHED, "minor_recall": 0.3, "false_alarms": 0.2}, read_floors(TEXT)) == [
        "false alarms: 0.2 is above the limit of 0.1"
    ]


def test_a_figure_without_a_floor_is_told() -> None:
    assert "look-ups with the kind first: has no floor" in below({**REACHED, "lookup_kind_1": 1.0}, read_floors(TEXT))


def test_a_figure_that_is_missing_counts_as_missed() -> None:
    assert len(below({}, read_floors(TEXT))) == 4


def test_floors_are_raised_and_never_lowered() -> None:
    raised = read_floors(raise_floors(TEXT, REACHED))
    assert raised["at_least"] == {"conflict_recall": 0.75, "minor_recall": 0.25}
    assert raised["at_most"] == {"false_alarms": 0.0}


def test_a_guard_is_not_raised_and_comments_stay() -> None:
    raised = raise_floors(TEXT, REACHED)
    assert read_floors(raised)["guards"] == {"claim_share": 0.4}
    assert raised.startswith("# why\n")
