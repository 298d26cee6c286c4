"""The five seed articles by the whole path: one base in whatever order they come, and a check that finds nothing."""

from pathlib import Path

import pytest

from eucacheck.ledger import export_ledger, import_ledger
from eucacheck.pack import load_pack
from eucacheck.pipeline import add_sources, check, extract_all, plan_add, remove_source
from eucacheck.report import Selection, build_report, render_json
from eucacheck.sources import collect
from eucacheck.store import open_base

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def extracted():
    sources, errors = collect([str(SEEDS)])
    assert errors == []
    return extract_all(sources, load_pack())


def build(path, *groups):
    with open_base(path, write=True) as base:
        for group in groups:
            add_sources(base, group, load_pack())


def state(path):
    with open_base(path) as base:
        folder = path.with_suffix(".claims")
        export_ledger(base, folder)
        report = render_json(build_report(base, Selection(everything=True)))
        return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}, report, base.demotions()


def test_the_seeds_in_any_order_give_one_base(extracted, tmp_path):
    build(tmp_path / "0.db", extracted)
    expected = state(tmp_path / "0.db")
    build(tmp_path / "1.db", *([e] for e in extracted))
    build(tmp_path / "2.db", *([e] for e in reversed(extracted)))
    build(tmp_path / "3.db", extracted[2:4], extracted, extracted[:1])
    for number in (1, 2, 3):
        assert state(tmp_path / f"{number}.db") == expected


def test_a_seed_taken_out_and_put_back_leaves_no_trace(extracted, tmp_path):
    path = tmp_path / "base.db"
    build(path, extracted)
    expected = state(path)
    with open_base(path, write=True) as base:
        remove_source(base, extracted[1].source.id, load_pack())
        plan = plan_add(base, [e.source for e in extracted], load_pack())
        assert [s.id for s in plan.extract] == [extracted[1].source.id]
        add_sources(base, [extracted[1]], load_pack())
    assert state(path) == expected


def test_the_seeds_go_out_into_a_ledger_and_come_back(extracted, tmp_path):
    build(tmp_path / "a.db", extracted)
    expected = state(tmp_path / "a.db")
    with open_base(tmp_path / "b.db", write=True) as base:
        import_ledger(base, tmp_path / "a.claims", load_pack())
    assert state(tmp_path / "b.db") == expected
    with open_base(tmp_path / "b.db") as base:
        assert check(base, load_pack()) == []
