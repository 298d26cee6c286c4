"""Speed of the base with 10,000 claims of 200 sources: what a look-up costs, and what one more source costs.

Run with `pytest benchmarks/test_store_speed.py`. The claims are made up, of one simple kind, so that the base is
measured and not the kinds.
"""

import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from eucacheck import judging
from eucacheck.claims import claim_id
from eucacheck.edtf import parse_edtf
from eucacheck.extraction import Extracted
from eucacheck.facts import Block
from eucacheck.findings import Judgement, agreement_or_single, make_finding
from eucacheck.kinds import Kind
from eucacheck.pack import Pack
from eucacheck.pipeline import add_sources, remove_source
from eucacheck.records import Claim, Finding, Source
from eucacheck.sources import read_text
from eucacheck.store import Change, open_base

PACK = Pack()
SOURCES, CLAIMS, SUBJECTS = 200, 50, 2500
WORDS = [
    f"{a}{b}{c}"
    for a in ("ka", "lo", "mi", "su", "te")
    for b in ("ran", "vel", "dor", "bis")
    for c in ("", "o", "ek", "ina")
]


def made_up(number: int) -> Extracted:
    """A source of 50 sentences on subjects of which few are popular, as in news."""
    chance = random.Random(number)  # noqa: S311 - no secret
    subjects = sorted({int(SUBJECTS * chance.random() ** 3) for _ in range(2 * CLAIMS)}, key=lambda _: chance.random())
    lines = [
        f"The {WORDS[s % 80]} of {WORDS[s // 80 % 80]} number {s} is {chance.choice(WORDS[:3])}."
        for s in subjects[:CLAIMS]
    ]
    source = read_text(f"Headline {number}\n\n" + "\n\n".join(lines) + "\n", path=f"{number:03}.txt")
    source = replace(source, published=parse_edtf(f"2022-{chance.randint(1, 12):02}"), published_basis="stated")
    return Extracted(source, tuple(_claim(source, s, line) for s, line in zip(subjects, lines, strict=False)))


def _claim(source: Source, subject: int, line: str) -> Claim:
    start = source.text.index(line)
    value = {"colour": line.rsplit(maxsplit=1)[-1].strip(".")}
    body = (
        claim_id(source.id, "colour", f"thing:{subject}", value, (start, start + len(line))),
        source.id,
        "colour",
        f"thing:{subject}",
    )
    return Claim(
        *body, value, start, start + len(line), source.text.count("\n", 0, start) + 1, line, when=source.published
    )


def _judge(claims: Sequence[Claim], block: Block) -> list[Finding]:
    answers = [
        block.answer({"colour": x}, x, [c for c in claims if c.value["colour"] == x])
        for x in sorted({c.value["colour"] for c in claims})
    ]
    verdict = "conflict" if len(answers) > 1 else agreement_or_single(answers[0])
    question = f"Which colour has {claims[0].quote.split(' is ')[0]}?"
    return [make_finding(Judgement("X1", "colour", verdict, claims[0].subject, question, question, "seen", answers))]


@pytest.fixture(scope="module", autouse=True)
def one_kind() -> Iterator[None]:
    known = judging.all_kinds
    judging.all_kinds = lambda: {"colour": Kind("colour", "", {}, lambda _: (), lambda c: (c.subject,), _judge)}
    yield
    judging.all_kinds = known


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("speed") / "factbase.db"
    with open_base(path, write=True) as base:
        add_sources(base, [made_up(n) for n in range(SOURCES)], PACK)
        assert base.count_claims() > 9_000
        size = path.stat().st_size / base.count_claims()
        print(f"{base.count_claims()} claims, {len(base.findings())} facts, {size:.0f} bytes a claim")
    return path


def test_look_up(benchmark: BenchmarkFixture, path: Path) -> None:
    def look_up() -> list[tuple[Finding, float]]:
        with open_base(path) as base:
            return base.search(["karan", "dor*", "number 17"], limit=200)

    assert len(benchmark(look_up)) > 20


def test_look_up_from_the_shell(benchmark: BenchmarkFixture, path: Path) -> None:
    code = (
        "from pathlib import Path; from eucacheck.store import open_base\n"
        f"with open_base(Path({str(path)!r})) as base: base.search(['karan'])"
    )
    benchmark.pedantic(lambda: subprocess.run([sys.executable, "-c", code], check=True), rounds=10)


def test_read_everything_for_a_report(benchmark: BenchmarkFixture, path: Path) -> None:
    def read() -> object:
        with open_base(path) as base:
            return base.findings(), base.sources(), base.copy_groups()

    benchmark.pedantic(read, rounds=5)


def test_add_one_source(benchmark: BenchmarkFixture, path: Path) -> None:
    one = made_up(SOURCES + 1)

    def add() -> Change:
        with open_base(path, write=True) as base:
            return add_sources(base, [one], PACK)

    def remove() -> None:
        with open_base(path, write=True) as base:
            if base.sources([one.source.id]):
                remove_source(base, one.source.id, PACK)

    change = benchmark.pedantic(add, setup=remove, rounds=10)
    assert len(change.added) == 1


def test_fill_a_base_with_a_tenth_of_the_sources(
    benchmark: BenchmarkFixture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sources = [made_up(n) for n in range(SOURCES // 10)]

    def fill() -> None:
        with open_base(tmp_path_factory.mktemp("fill") / "x.db", write=True) as base:
            add_sources(base, sources, PACK)

    benchmark.pedantic(fill, rounds=3)
