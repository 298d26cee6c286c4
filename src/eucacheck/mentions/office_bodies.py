"""Office mentions to the bodies that they belong to: lent by a neighbour, owned by "his", implied by the pack."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from eucacheck.pack import Pack
from eucacheck.records import EntityMention, OfficeMention, Sentence
from eucacheck.shadow import fold

_OWNED: Final = regex.compile(r"\b(?:his|her|its|their)\s(?:new\s|own\s|former\s)?$", regex.I)
_OF_THE_UNION: Final = {
    "vice-president": "org:european-commission", "executive-vice-president": "org:european-commission",
    "commissioner": "org:european-commission",
}  # fmt: skip
"""Offices 'of the EU' that are the Commission's."""


def settle_bodies(
    shadow: str,
    found: Sequence[OfficeMention],
    entities: Sequence[EntityMention],
    sentences: Sequence[Sentence],
    pack: Pack,
) -> list[OfficeMention]:
    """Give each office its organisation where the text or the pack leaves one choice."""
    by_name: dict[tuple[str | None, int], list[OfficeMention]] = {}
    for one in found:
        by_name.setdefault((one.person, one.named_end), []).append(one)
    settled: list[OfficeMention] = []
    for one in found:
        organisation = one.organisation
        if organisation is None and one.person is not None:
            others = {o.organisation for o in by_name[(one.person, one.named_end)] if o.organisation is not None}
            organisation = next(iter(others)) if len(others) == 1 else None
        if organisation is None and _OWNED.search(shadow[max(0, one.start - 14) : one.start]):
            organisation = _owner(one, settled, entities, sentences)
        if organisation is None and shadow[max(0, one.start - 3) : one.start] == "'s ":
            settled.append(one)  # of somebody whom the phrase does not name by a body
            continue
        settled.append(replace(one, organisation=_body(organisation, one, pack)))
    return settled


def _owner(
    one: OfficeMention,
    before: Sequence[OfficeMention],
    entities: Sequence[EntityMention],
    sentences: Sequence[Sentence],
) -> str | None:
    """'his foreign minister' is of the country of the office before it, 'its ambassador' of the country before it."""
    limits = next((s for s in sentences if s.start <= one.start < s.end), None)
    if limits is None:
        return None
    offices = [o.organisation for o in before if limits.start <= o.start < one.start and o.organisation is not None]
    bodies = [
        e.entity for e in entities if limits.start <= e.start < one.start and e.type == "country" and e.form == "name"
    ]
    choices = set(offices) or set(bodies)
    return next(iter(choices)) if len(choices) == 1 else None


def _body(organisation: str | None, one: OfficeMention, pack: Pack) -> str | None:
    """Brussels for the EU; a vice-president 'of the EU' with the High Representative is the Commission's."""
    if organisation is None:
        every = {o.organisation for o in pack.offices.values() if o.office == one.office}
        fits = {
            o.organisation for o in pack.offices.values() if o.office == one.office and _field_fits(one.domain, o.name)
        }
        if one.office in {"high-representative", "special-representative"} and len(every) == 1:
            return next(iter(every))
        return next(iter(fits)) if len(fits) == 1 and one.domain else None
    place = pack.places.get(organisation)
    if place is not None and place.metonym is not None:
        return place.metonym
    if place is not None and place.kind == "city" and place.within:
        return organisation if one.office in {"mayor", "governor", "head"} else place.within[0]
    if organisation in {"org:european-union", "region:europe"} and one.office in _OF_THE_UNION:
        return _OF_THE_UNION[one.office]
    if one.office == "high-representative" and organisation in {"org:eeas", "org:european-commission"}:
        return "org:european-union"
    return organisation


def _field_fits(domain: str | None, name: str) -> bool:
    return domain is not None and fold(domain).casefold() in fold(name).casefold()
