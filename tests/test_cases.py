"""The cases under tests/cases, one test a section; every kind has cases that must fire and cases that must not."""

from pathlib import Path

import pytest

from eucacheck.kinds import all_kinds
from eucacheck.pack import Pack, load_pack
from tests.cases_format import Case, read_cases, run_case, unmet

FOLDER = Path(__file__).parent / "cases"
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, pack: Pack) -> None:
    assert case.texts, "no ```source block"
    assert case.expected, "no ```expect block"
    outcome = run_case(case, pack)
    missing = [told for line in case.expected if (told := unmet(line, outcome)) is not None]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("kind", sorted(all_kinds()))
def test_every_kind_has_cases_that_must_fire_and_cases_that_must_not(kind: str) -> None:
    own = [case for case in CASES if case.kind == kind]
    assert sum(case.must_fire for case in own) >= 2, f"{kind}: fewer than two cases fire"
    assert sum(case.must_not_fire for case in own) >= 3, f"{kind}: fewer than three cases stay quiet"


def test_every_case_file_is_named_after_a_kind() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} <= set(all_kinds())


def test_the_texts_of_cases_are_their_own() -> None:
    """A case is written for what it shows; no sentence of the seed articles stands in one."""
    seeds = " ".join(p.read_text(encoding="utf-8") for p in (FOLDER.parent.parent / "seeds").glob("*.txt"))
    lines = [line for case in CASES for t in case.texts for line in t.text.splitlines() if len(line) > 80]
    assert [line for line in lines if line in seeds] == []
