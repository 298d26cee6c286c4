"""The code names no person, place or series: what the tool knows of a topic stands in a pack."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from eucacheck.pack import Pack, load_pack

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "eucacheck"
CODE = sorted(
    p
    for p in PACKAGE.rglob("*.py")
    if p.relative_to(PACKAGE).parts[0] not in {"pack", "mutation"}  # what is planted is made up, and may be any name
)

SHORTEST = 5
"""Shorter surnames are words of the language too."""

COMMON = frozenset({"Europe", "European", "Asia", "Asian", "Africa", "African", "Gulf", "Greek", "region:europe"})
"""Continents and scripts, which a grammar of English needs whatever the topic."""


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Give the strings of a file that take part in its work, with their lines: no documentation, no help text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def one_of(names: set[str], flags: int = 0) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", flags)


def found_in_code(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}: {hit}"
        for path in CODE
        for line, text in strings(path)
        for hit in pattern.findall(text)
        if hit not in COMMON
    ]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def test_no_surname_stands_in_code(pack: Pack) -> None:
    surnames = {p.name.split()[-1] for p in pack.people.values()}
    found = found_in_code(one_of({s for s in surnames if len(s) >= SHORTEST}, re.IGNORECASE))
    assert not found, "\n".join(found)


def test_no_place_stands_in_code(pack: Pack) -> None:
    names = {n for p in pack.places.values() for n in (p.name, *p.aliases, *p.adjectives)}
    found = found_in_code(one_of(names))
    assert not found, "\n".join(found)


def test_no_identifier_of_the_pack_stands_in_code(pack: Pack) -> None:
    tables = (pack.people, pack.places, pack.organisations, pack.series, pack.agreements, pack.routes)
    typed = {identifier for table in tables for identifier in table}
    found = found_in_code(one_of(typed | {i.split(":")[1] for i in pack.series}))
    assert not found, "\n".join(found)


def test_a_name_in_code_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text('"""Of Smith."""\n\nX = "Smith"\n\n\ndef f() -> str:\n    """Smith."""\n    return "a Smith b"\n')
    pattern = one_of({"Smith"})
    assert [(line, text) for line, text in strings(file) if pattern.search(text)] == [(3, "Smith"), (8, "a Smith b")]
