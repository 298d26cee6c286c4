"""How long the program takes to start, beside a program of the same sort: `pytest benchmarks/test_start_speed.py`.

The floor is checked on the fastest of several runs of each in turn, so that a busy machine troubles both alike.
"""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from eucacheck.cli import run

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ROUNDS = 9


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("speed") / "seeds.db"
    assert run(["--db", str(path), "add", str(ROOT / "seeds")]) == 0
    return path


def command(name: str, base: Path) -> list[str]:
    return {
        "sqlite-utils": [str(BIN / "sqlite-utils"), "--version"],
        "help": [str(BIN / "eucacheck"), "--help"],
        "fact": [str(BIN / "eucacheck"), "--db", str(base), "fact", "Michel title", "--format", "json"],
        "fact as a page": [str(BIN / "eucacheck"), "--db", str(base), "fact", "Michel title"],
    }[name]


def start(arguments: list[str]) -> None:
    subprocess.run(arguments, capture_output=True, check=True)


@pytest.mark.parametrize("name", ["sqlite-utils", "help", "fact", "fact as a page"])
def test_start(benchmark: BenchmarkFixture, base: Path, name: str) -> None:
    benchmark.pedantic(start, args=(command(name, base),), rounds=ROUNDS, warmup_rounds=1)


def test_fact_and_help_start_faster_than_sqlite_utils(base: Path) -> None:
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name in ("sqlite-utils", "help", "fact"):
            began = time.perf_counter()
            start(command(name, base))
            best[name] = min(best.get(name, 9.0), time.perf_counter() - began)
    print({name: f"{seconds * 1000:.0f} ms" for name, seconds in best.items()})
    assert best["help"] < best["sqlite-utils"]
    assert best["fact"] < best["sqlite-utils"]
