"""What counts as found, as a false alarm, as a flag that is right; every figure on sets of two or three claims."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.evaluation import Figure, Gold, evaluate
from eucacheck.evaluation.gold import GoldClaim, GoldFinding, Span
from eucacheck.evaluation.matching import answers, joins, opposes
from eucacheck.evaluation.shown import Shown, ShownClaim, read_claims, read_report

A: Span = ("a.txt", 0, 10)
A2: Span = ("a.txt", 20, 30)
B: Span = ("b.txt", 0, 10)
C: Span = ("c.txt", 5, 9)


def gold_finding(
    verdict: str, *sides: tuple[Span, ...], kind: str = "title", kinds: tuple[str, ...] = ()
) -> GoldFinding:
    return GoldFinding("F1", verdict, kind, "person:x", "so", sides, frozenset({kind, *kinds}))


def shown(*answers: tuple[Span, ...], verdict: str = "conflict", kind: str = "title", rule: str = "EUC201") -> Shown:
    return Shown("f1", rule, kind, verdict, "person:x", "a summary", answers)


def figures(gold: GoldFinding, *findings: Shown) -> dict[str, Figure]:
    return evaluate(Gold((), (gold,)), findings, ()).figures


def test_a_conflict_is_found_by_a_flag_with_its_sides_under_two_answers() -> None:
    conflict = gold_finding("conflict", (A,), (B,))
    assert figures(conflict, shown((A,), (B,)))["conflict_recall"] == Figure(1, 1)
    assert figures(conflict, shown((A, B), (C,)))["conflict_recall"] == Figure(0, 1)
    assert figures(conflict, shown((A,), (C,)))["conflict_recall"] == Figure(0, 1)


def test_a_note_finds_what_is_minor_and_no_conflict() -> None:
    note = shown((A,), (B,), verdict="refine")
    assert figures(gold_finding("minor", (A,), (B,)), note)["minor_recall"] == Figure(1, 1)
    assert figures(gold_finding("conflict", (A,), (B,)), note)["conflict_recall"] == Figure(0, 1)


@pytest.mark.parametrize(
    ("theirs", "ours", "together"),
    [
        ("event_date", "visit", True),
        ("amount", "count", True),
        ("title", "name", False),
        ("title", "statement", True),
        ("event_date", "amount", False),
    ],
)
def test_kinds_that_go_together(theirs: str, ours: str, *, together: bool) -> None:
    gold = gold_finding("conflict", (A,), (B,), kind=theirs)
    assert answers(shown((A,), (B,), kind=ours), gold) is together


def test_a_finding_of_the_gold_takes_the_kinds_of_its_claims_too() -> None:
    assert answers(shown((A,), (B,), kind="name"), gold_finding("conflict", (A,), (B,), kinds=("name",)))


def test_one_side_is_answered_by_a_source_against_itself_or_the_reference() -> None:
    alone = gold_finding("reference-needed", (A,))
    assert figures(alone, shown((A,), rule="EUC901"))["reference_recall"] == Figure(1, 1)
    assert figures(alone, shown((A,), (A2,), rule="EUC201"))["reference_recall"] == Figure(1, 1)
    assert figures(alone, shown((A,), (B,), rule="EUC201"))["reference_recall"] == Figure(0, 1)


def test_an_agreement_needs_two_sources_under_one_answer() -> None:
    assert joins(shown((A, B), verdict="agree"), (A, B))
    assert not joins(shown((A, A2), (B,)), (A, A2, B))
    assert joins(shown((A, A2), verdict="single"), (A, A2))
    assert joins(shown((A,), verdict="single"), (A,))


def test_a_flag_on_what_is_no_conflict_is_a_false_alarm_unless_it_answers_something() -> None:
    trap = gold_finding("not-a-conflict", (A,), (B,))
    flag = shown((A,), (B,))
    assert figures(trap, flag)["false_alarms"] == Figure(1, 1)
    assert figures(trap, replace(flag, verdict="supersede"))["false_alarms"] == Figure(0, 1)
    both = Gold((), (trap, gold_finding("minor", (A,), (B,))))
    assert evaluate(both, [flag], ()).figures["false_alarms"] == Figure(0, 1)


def test_a_flag_on_what_is_tolerated_counts_neither_way() -> None:
    tolerated = gold_finding("", (A,), (B,))
    gold = Gold((), (), (tolerated,))
    assert evaluate(gold, [shown((A,), (B,))], ()).figures["flag_precision"] == Figure(0, 0)
    assert evaluate(gold, [shown((A,), (C,))], ()).figures["flag_precision"] == Figure(0, 1)


def test_precision_at_five_looks_at_the_first_flags_of_the_report() -> None:
    gold = gold_finding("conflict", (A,), (B,))
    right, wrong = shown((A,), (B,)), replace(shown((A,), (C,)), id="f2")
    assert figures(gold, right, *[wrong] * 9)["precision_at_5"] == Figure(1, 5)
    assert figures(gold, *[wrong] * 5, right)["precision_at_5"] == Figure(0, 5)
    assert figures(gold, *[wrong] * 5, right)["precision_at_10"] == Figure(1, 6)


def test_precision_is_told_by_the_confidence_that_flags_state() -> None:
    gold = gold_finding("conflict", (A,), (B,))
    right = replace(shown((A,), (B,)), confidence=0.8)
    wrong = [replace(shown((A,), (C,)), id=f"f{c}", confidence=c) for c in (0.95, 0.79, 0.6, 0.599)]
    found = figures(gold, right, *wrong)
    assert found["precision_high"] == Figure(1, 2)
    assert found["precision_middle"] == Figure(0, 2)
    assert found["precision_low"] == Figure(0, 1)


def test_claims_are_found_by_place_and_by_kind() -> None:
    core = GoldClaim("1", "title", A, "x" * 10, core=True)
    detail = GoldClaim("2", "quote", B, "x" * 10, core=False)
    mine = (ShownClaim("name", ("a.txt", 9, 12)), ShownClaim("quote", C))
    found = evaluate(Gold((core, detail), ()), (), mine)
    assert found.figures["claim_recall_strict"] == Figure(0, 1)
    assert found.figures["claim_recall_loose"] == Figure(1, 1)
    assert found.figures["claim_share"] == Figure(1, 2)
    assert found.by_kind["title"]["claim_recall_strict"] == Figure(0, 1)


def test_what_a_reader_cannot_take_in_counts_for_nothing() -> None:
    def evidence(end: int) -> dict[str, object]:
        return {"source": "1", "start": 0, "end": end}

    def finding(answers: list[list[dict[str, object]]]) -> dict[str, object]:
        values = dict.fromkeys(("id", "rule", "kind", "verdict", "subject", "summary"), "x") | {"confidence": 0.5}
        return {**values, "answers": [{"evidence": a} for a in answers]}

    report = {
        "sources": [{"id": "1", "path": "some/a.txt"}],
        "findings": [finding([[evidence(300), evidence(301)]]), finding([[evidence(9)]] * 13)],
    }
    short, crowded = read_report(report)
    assert short.answers == ((("a.txt", 0, 300),),)
    assert crowded.answers == ()
    assert read_claims([{"kind": "title", **evidence(301)}], report) == ()


def test_every_miss_is_told() -> None:
    gold = Gold((GoldClaim("1", "title", A, "words", core=True),), (gold_finding("conflict", (A,), (B,)),))
    misses = evaluate(gold, [shown((C,), (A2,))], ()).misses
    assert [line.split(":")[0] for line in misses] == ["missed conflict", "unmatched conflict", "missed claim"]


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(counts: tuple[int, int]) -> None:
    figure = Figure(*counts)
    low, high = figure.interval
    assert 0.0 <= low <= counts[0] / counts[1] + 0.0005
    assert counts[0] / counts[1] - 0.0005 <= high <= 1.0


def test_the_interval_is_that_of_wilson() -> None:
    """Without a hit its upper end is z²/(n + z²); half of the cases lie in the middle of it."""
    assert Figure(0, 10).interval == (0.0, 0.278)
    assert Figure(5, 10).interval == (0.237, 0.763)
    assert Figure(0, 0).rate is None


def test_sides_may_meet_under_several_answers() -> None:
    gold = gold_finding("conflict", (A,), (B,))
    assert opposes(shown((A, B), (B,)), gold)
    assert not opposes(shown((A, B)), gold)
