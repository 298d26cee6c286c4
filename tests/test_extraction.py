"""Extraction of several sources: the same claims in one process and in several, and as many processes as pay."""

import pytest

from eucacheck.extraction import ENOUGH, MOST, extract_all, processes_for
from eucacheck.pack import load_pack
from tests.toy import source

TEXTS = [
    f"Minister Aida Serikova opened the {n}th forum on water in Dushanbe on {n} May 2024, with {n}0 guests.\n"
    for n in range(4, 10)
]


def test_several_processes_find_what_one_finds_in_the_same_order():
    sources, told = [source(t) for t in TEXTS], []
    alone = extract_all(sources, load_pack())
    together = extract_all(sources, load_pack(), lambda s: told.append(s.id), processes=2)
    assert together == alone
    assert all(one.claims for one in alone)
    assert told == [s.id for s in sources]


@pytest.mark.parametrize(
    ("cores", "sources", "processes"),
    [(1, 500, 1), (8, 1, 1), (8, ENOUGH, 1), (8, 2 * ENOUGH, 2), (2, 500, 2), (64, 500, MOST)],
)
def test_few_sources_or_one_core_are_read_by_one_process(monkeypatch, cores, sources, processes):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(cores)), raising=False)
    assert processes_for(sources) == processes
