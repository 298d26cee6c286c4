"""Two offices of one body that nobody holds at one time, though no list of its offices says so: rungs of one ladder.

An embassy has its ambassador and those who act for one; a ministry its minister, its state secretary and its
under-secretaries; a service its departments with their divisions. Nobody is on two rungs on the same day, but a report
may well use the lower word for the higher one: what opposes two rungs is that two reports of one news differ on them.
"""

from typing import Final

import regex

from eucacheck.compare.fields import field_words

_LADDERS: Final = (
    (
        frozenset({"ambassador"}),
        frozenset(
            "charge-d-affaires deputy-head-of-delegation deputy-head-of-mission minister-counsellor counsellor "
            "first-secretary attache consul-general consul".split()
        ),
    ),
    (
        frozenset({"minister", "minister-of-foreign-affairs"}),
        frozenset("state-secretary under-secretary permanent-secretary".split()),
    ),
    (frozenset({"state-secretary", "permanent-secretary"}), frozenset({"under-secretary"})),
    (
        frozenset({"commissioner"}),
        frozenset("vice-president executive-vice-president first-vice-president director-general".split()),
    ),
    (frozenset({"director-general"}), frozenset({"director", "managing-director"})),
    (frozenset({"rector"}), frozenset({"dean"})),
)
_PARTS: Final = (
    regex.compile(r"\b(?:division|unit|sector|section|sub-?division|desk)\b", regex.I),
    regex.compile(r"\b(?:department|directorate|bureau)\b(?!-)", regex.I),
)
"""Parts of a service, the smaller first: each has its head."""
_OF_ALL: Final = frozenset({"state", "foreign", "affairs", "ministry", "government"})
"""Words behind "secretary of" that tell no office from another."""


def rungs_apart(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Tell whether two offices, each with its field, are two rungs of one ladder."""
    (one, mine), (other, theirs) = a, b
    if one == other == "head":
        return _part(mine) is not None and _part(theirs) is not None and _part(mine) != _part(theirs)
    if not any((one in x and other in y) or (one in y and other in x) for x, y in _LADDERS):
        return False
    if "commissioner" in {one, other}:
        return True
    x, y = (field_words(f) - _OF_ALL for f in (mine, theirs))
    return x <= y or y <= x


def _part(field: str | None) -> int | None:
    """The part of a service that somebody heads: by the first word for one."""
    found = [(m.start(), i) for i, p in enumerate(_PARTS) if (m := p.search(field or "")) is not None]
    return min(found)[1] if found else None
