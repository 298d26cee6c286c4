"""A kind's name or a rule's code to its documentation, as it stands in the kind's own file.

The files are read, not imported: the grammars and packs that a kind needs to work are not needed to explain it.
"""

import ast
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from textwrap import fill
from typing import Final

import eucacheck.kinds
from eucacheck.errors import UnknownError

_HEADING: Final = re.compile(r"^## (.{1,80})$", re.MULTILINE)
_RULES_HEADING: Final = "Rules"
_WIDTH: Final = 96


@dataclass(frozen=True, slots=True)
class Documentation:
    """The documentation of one kind and the sentence of each of its rules."""

    kind: str
    text: str
    rules: Mapping[str, str]


def explain(code_or_kind: str) -> str:
    """Give the documentation of a kind ("title") or of a rule ("EUC201") as plain text.

    Raises UnknownError that names what comes near.
    """
    kinds = {d.kind: d for d in map(read_documentation, kind_names())}
    rules = {code: d for d in kinds.values() for code in d.rules}
    wanted = code_or_kind.strip()
    kind = wanted.casefold().replace("-", "_").replace(" ", "_")
    if kind in kinds:
        return _say_kind(kinds[kind])
    code = wanted.upper() if wanted.upper().startswith("EUC") else f"EUC{wanted}"
    if code in rules:
        return f"{code}: {rules[code].rules[code]}\nA rule of the kind {rules[code].kind}.\n\n{_say_kind(rules[code])}"
    near = get_close_matches(kind, kinds, n=2) + get_close_matches(code, rules, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"The kinds are {', '.join(kinds)}."
    raise UnknownError(f"there is no kind or rule {code_or_kind!r}. {hint}")


def kind_names() -> list[str]:
    """Give the names of all kinds, in the order of names."""
    return sorted(m.name for m in pkgutil.iter_modules(eucacheck.kinds.__path__) if not m.name.startswith("_"))


def read_documentation(kind: str) -> Documentation:
    """Read the docstring and the rules of one kind from its file."""
    tree = _parse(f"eucacheck.kinds.{kind}")
    return Documentation(kind, ast.get_docstring(tree) or "", _rules_of(tree))


def _parse(module: str) -> ast.Module:
    spec = find_spec(module)
    return ast.parse(Path(str(spec.origin)).read_text(encoding="utf-8")) if spec is not None else ast.Module([], [])


def _rules_of(tree: ast.Module, name: str = "RULES") -> dict[str, str]:
    """The rules as they are written in a file, or in the file from which it has them."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                return _rules_of(tree, value.id) if isinstance(value, ast.Name) else dict(ast.literal_eval(value))
            case ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value) if found == name:
                return _rules_of(tree, value.id) if isinstance(value, ast.Name) else dict(ast.literal_eval(value))
            case ast.ImportFrom(module=str(module), names=names):
                origin = next((alias.name for alias in names if name == (alias.asname or alias.name)), None)
                if origin is not None:
                    return _rules_of(_parse(module), origin)
    return {}


def _say_kind(doc: Documentation) -> str:
    """The docstring with its headings as plain words, and its rules as a table."""
    sections = _HEADING.split(doc.text)
    parts = [f"{doc.kind}: {sections[0].strip()}"]
    for heading, body in zip(sections[1::2], sections[2::2], strict=True):
        if heading != _RULES_HEADING:
            parts.append(f"{heading}\n{_indent(_reflow(body.strip()))}")
    table = "\n".join(f"{code}  {sentence}" for code, sentence in sorted(doc.rules.items()))
    parts.append(f"{_RULES_HEADING}\n{_indent(table)}")
    return "\n\n".join(parts) + "\n"


def _reflow(text: str) -> str:
    """Paragraphs to lines of one width; lists and tables keep their lines."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        p if re.search(r"^\s*[-|*]", p, re.MULTILINE) else fill(" ".join(p.split()), _WIDTH, break_on_hyphens=False)
        for p in paragraphs
    )


def _indent(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())


def list_rules() -> str:
    """Give every kind with its first sentence and its rules, as plain text."""
    parts = []
    for kind in kind_names():
        doc = read_documentation(kind)
        first = doc.text.strip().split("\n\n")[0]
        rules = "".join(f"  {code}  {sentence}\n" for code, sentence in sorted(doc.rules.items()))
        parts.append(f"{doc.kind}: {' '.join(first.split())}\n{rules}")
    return "\n".join(parts)
