"""Two fields of offices to their relation: one portfolio, perhaps one in other words, or two.

A portfolio is cut and named in many ways ("energy", "energy and housing", "development" for "international
partnerships"), so fields are two only where every family of subjects that one belongs to is foreign to the other.
Ministries of the region join water with energy or agriculture, economy with trade, transport with communications: the
families are as wide as such ministries are.
"""

from collections.abc import Iterable
from typing import Final, Literal

import regex

from eucacheck.compare.alignment import word_likeness

FieldRelation = Literal["same", "near", "apart", "unknown"]

_EMPTY: Final = frozenset({"the", "of", "and", "for", "on", "in", "to", "a"})
_WORD: Final = regex.compile(r"\w+")
_SUBJECTS: Final = regex.compile(r"\s+and\s+|\s*[,&;]\s*")
_STEM: Final = 5
"""Letters that make one word of "agriculture" and "agricultural", "economy" and "economic"."""

_FAMILIES: Final = {
    "economy": """
        economy economic economics finance finances financial treasury budget budgetary tax taxation taxes revenue
        trade commerce commercial investment investments industry industrial business enterprise market markets
        customs competition privatisation privatization statistics exports integration monetary entrepreneurship
        payments procurement antitrust startups innovation property""",
    "resources": """
        energy power electricity oil gas fuel petroleum coal nuclear hydropower renewable renewables water waters
        irrigation agriculture agricultural agrarian food land lands livestock fisheries oceans maritime forestry
        rural mining mineral minerals materials raw geology resources environment environmental ecology ecological
        climate nature green biodiversity veterinary grain chemical housing""",
    "works": """
        transport transportation transit railway railways railroad roads aviation air connectivity communication
        communications telecommunications telecoms logistics infrastructure construction housing architecture digital
        digitalisation digitalization digitisation technology technologies technological innovation it information
        cybersecurity space aerospace utilities urban industry industrial post internet tourism""",
    "culture": """
        culture cultural information media sport sports tourism youth education science sciences research higher
        heritage arts archives studies training skills religious""",
    "society": """
        health healthcare labour labor employment jobs social family families women gender equality migration
        immigration demography veterans pensions welfare youth consumer education""",
    "abroad": """
        external european europe neighbourhood neighborhood enlargement accession international partnership
        partnerships diplomacy eurasian mediterranean trade humanitarian aid""",
    "law": """
        justice law legal legislation interior internal home defence defense security military police emergencies
        emergency border borders crisis disaster preparedness prevention prosecution rights human counter-terrorism
        sanctions immigration migration""",
}  # fmt: skip
_FAMILY: Final = {
    word: frozenset(f for f, words in _FAMILIES.items() if word in words.split())
    for words in _FAMILIES.values()
    for word in words.split()
}
_GENERAL: Final = frozenset(
    """
    affairs policy policies relations cooperation co-operation development national public regional general reform
    reforms services state federal local strategic strategy planning coordination governance management issues
    implementation support relationship global modern
    """.split()
)
"""Words that go with any field, and tell none from another."""


_NOUNS: Final = frozenset(
    "university institute academy college school museum hospital bank agency fund company holding port railways".split()
)


def field_words(domain: str | None) -> frozenset[str]:
    """The words of a field that tell it from others."""
    return frozenset(w for w in _WORD.findall((domain or "").casefold()) if w not in _EMPTY)


def compare_fields(a: str | None, b: str | None) -> FieldRelation:
    """Say whether two fields of one rank are one portfolio; unknown where one is missing or its words tell nothing."""
    x, y = field_words(a), field_words(b)
    if x <= y or y <= x:
        return "same" if x and y else "unknown"
    if {w[:_STEM] for w in x - _GENERAL} & {w[:_STEM] for w in y - _GENERAL}:
        return "near"
    mine, theirs = _families(x), _families(y)
    if not mine or not theirs:
        return "unknown"
    return "near" if mine & theirs else "apart"


def part_of_field(short: str | None, long: str | None) -> bool:
    """Tell whether a field is one, or several, of the subjects that a longer one joins: "energy" in "energy and water".

    A word of a subject is no part of it: a minister of digital development is none of development.
    """
    x = field_words(short)
    parts = [field_words(p) for p in _SUBJECTS.split(long or "")]
    return bool(x) and x == frozenset().union(*(p for p in parts if p <= x))


def bridged(a: str, b: str, others: Iterable[str | None]) -> bool:
    """Tell whether a third field joins two: a portfolio of both, which each of the two names by half."""
    x, y = _families(field_words(a)), _families(field_words(b))
    return any(x & known and y & known for known in map(_families, map(field_words, others)))


def two_bodies(a: str | None, b: str | None) -> bool:
    """Tell whether two names of bodies that no list knows are of two: one noun, and proper words that do not resemble.

    "Khorog State University" and "Danghara State University", not "the Academy of Public Administration" and
    "the Academy of Governance", which may be translations of one name.
    """
    x, y = (frozenset(_WORD.findall(n or "")) for n in (a, b))
    if not any(w.casefold() in _NOUNS for w in x & y):
        return False
    mine, theirs = x - y - _EMPTY, y - x - _EMPTY
    if not mine or not theirs or any(not _proper(w) for w in mine | theirs):
        return False
    return all(word_likeness(*sorted((u.casefold(), v.casefold()))) == 0 for u in mine for v in theirs)


def _proper(word: str) -> bool:
    return word[:1].isupper() and word.casefold() not in _FAMILY and word.casefold() not in _GENERAL


def _families(words: frozenset[str]) -> frozenset[str]:
    """The families of all the words; of foreign affairs its own, whatever "foreign" stands by otherwise."""
    found: set[str] = {"abroad"} if {"foreign", "affairs"} <= words else set()
    for word in words:
        found |= _FAMILY.get(word, frozenset())
    return frozenset(found)
