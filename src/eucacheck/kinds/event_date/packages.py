"""Packages by number: "the 17th package of sanctions", "the eighteenth package", and "the 17th" spoken of later.

The pack knows none of them; number and sort tell one from another.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from eucacheck.mentions.events_words import ORDINAL, number_of
from eucacheck.records import EntityMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_SORT = r"(?P<sort>sanctions?|aid|support|assistance|reform)"
_OF = (
    r"\s+of\s+(?:(?:EU|European\s+Union|restrictive|economic)\s+)?"
    r"(?P<of>sanctions|measures|aid|support|assistance|reforms)"
)
_PACKAGE = regex.compile(
    rf"{ORDINAL.pattern}\s+(?:(?:EU|European|Union|new|so-called)\s+)?(?:{_SORT}\s+)?package\b"
    rf"(?:{_OF})?",
    regex.I,
)
_UNNUMBERED = regex.compile(rf"\b{_SORT}\s+packages?\b|\bpackages?{_OF}\b", regex.I)
_SANCTIONS = regex.compile(r"\bsanction(?:s|ed|ing)?\b", regex.I)
_AGAIN = regex.compile(
    rf"\b[Tt]he\s+{ORDINAL.pattern}(?=\s+(?:followed|came|was\s+(?:adopted|approved|agreed)|entered|had|has|took)\b)",
    regex.I,
)
_NEAR = 400
"""Characters before "the 17th" in which another package is named."""


def find_packages(doc: "Document") -> Iterator[EntityMention]:
    """Each package with a number; where one article knows one sort of them alone, a package without a sort is of it."""
    named = list(_PACKAGE.finditer(doc.shadow))
    if not named:
        return
    sorts = {_sort(m) for m in _UNNUMBERED.finditer(doc.shadow)}
    if not sorts and _SANCTIONS.search(doc.shadow):
        sorts = {"sanction"}
    only = sorts.pop() if len(sorts) == 1 else ""
    for match in named:
        sort = _sort(match) or only
        if sort:
            yield EntityMention(match.start(), match.end(), f"package:{sort}-{number_of(match)}", "package")
    for match in _AGAIN.finditer(doc.shadow):
        if only and any(match.start() - _NEAR <= m.end() <= match.start() for m in named):
            yield EntityMention(match.start(), match.end(), f"package:{only}-{number_of(match)}", "package")


def _sort(match: "regex.Match[str]") -> str:
    word = (match["of"] or match["sort"] or "").casefold().rstrip("s")
    return "sanction" if word == "measure" else word
