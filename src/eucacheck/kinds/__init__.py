"""The claim kinds, found by discovery: one module or package each, and nothing else to edit to add one.

A kind is a module or package of this one with a public name; what several kinds share stands in packages whose names
begin with an underscore, and no kind knows another. It has

- a docstring with the headings `Finds`, `Same fact`, `Compared`, `Value`, `Rules` and `Example`;
- `RULES`: the codes that it reports, each with one sentence;
- `find(doc)`: the claims of one document;
- `keys(claim)`: the blocks in which a claim may meet others that speak of the same fact, from the claim alone;
- `judge(claims, block)`: the findings on the claims of this kind in one block.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.records import Claim, Finding


@dataclass(frozen=True, slots=True)
class Kind:
    """One claim kind, as its module gives it."""

    name: str
    documentation: str
    rules: Mapping[str, str]
    find: Callable[["Document"], Iterable["Claim"]]
    keys: Callable[["Claim"], Sequence[str]]
    judge: Callable[[Sequence["Claim"], "Block"], Sequence["Finding"]]


@cache
def all_kinds() -> dict[str, Kind]:
    """Give every kind by name, in the order of names."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return {name: _load(name) for name in names}


def all_rules() -> dict[str, tuple[str, str]]:
    """Give every rule code with its kind and its sentence."""
    return {code: (kind.name, text) for kind in all_kinds().values() for code, text in kind.rules.items()}


def _load(name: str) -> Kind:
    module = importlib.import_module(f"{__name__}.{name}")
    return Kind(name, module.__doc__ or "", module.RULES, module.find, module.keys, module.judge)
