"""Office mentions to the bodies that they belong to: lent by a neighbour, owned by "his", implied by the pack."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from eucacheck.mentions.office_fields import BODY_WORDS
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, OfficeMention, Sentence
from eucacheck.shadow import fold

_KINDS: Final = frozenset(
    "bank commission parliament council agency fund organisation organization corporation".split()
)
_ENVOYS: Final = frozenset({"ambassador", "envoy", "charge-d-affaires", "head-of-delegation"})
_ARTICLE: Final = len("The ")
"""Characters before the body that is the subject of its sentence."""
_OWNED: Final = regex.compile(r"\b(?:his|her|its|their)\s(?:new\s|own\s|former\s)?$", regex.I)


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
    for each in found:
        one = _sent_to(_of_the_body(each, entities, pack), entities, pack)
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


def _of_the_body(one: OfficeMention, entities: Sequence[EntityMention], pack: Pack) -> OfficeMention:
    """'the bank's president': of the one body of that kind that the text names before, wholly or by its acronym."""
    kind = (one.domain or "").casefold()
    if one.organisation is not None or kind not in _KINDS:
        return one
    fits = {
        e.entity
        for e in entities
        if e.type == "org" and e.end <= one.start and kind in fold(pack.name_of(e.entity)).casefold().split()
    }
    return replace(one, organisation=next(iter(fits)), domain=None) if len(fits) == 1 else one


def _sent_to(one: OfficeMention, entities: Sequence[EntityMention], pack: Pack) -> OfficeMention:
    """'the EU's ambassador in Dushanbe' is the one to Tajikistan."""
    if one.office not in _ENVOYS or one.domain is not None or one.organisation is None:
        return one
    inside = [e for e in entities if e.type == "place" and one.start <= e.start and e.end <= one.end]
    place = pack.places.get(inside[0].entity) if len(inside) == 1 else None
    if place is None or place.kind != "city" or not place.within or inside[0].entity == one.organisation:
        return one
    return replace(one, domain=pack.name_of(place.within[0]))


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
    named = [e for e in entities if limits.start <= e.start < one.start and e.form == "name"]
    subject = [e.entity for e in named[:1] if e.type == "org" and e.start - limits.start <= _ARTICLE]
    bodies = [e.entity for e in named if e.type == "country"]
    choices = set(offices) or set(subject) or set(bodies)
    return next(iter(choices)) if len(choices) == 1 else None


def _body(organisation: str | None, one: OfficeMention, pack: Pack) -> str | None:
    """Brussels for the EU; an office of the whole or of a part where the pack knows it."""
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
    return _home(organisation, one.office, pack)


def _home(organisation: str, office: str, pack: Pack) -> str:
    """Give the body that has the office: the one named, else the one part or the whole of it that the pack gives it to.

    A commissioner 'of the EU' is the Commission's, the High Representative of the EEAS the EU's.
    """
    homes = {o.organisation for o in pack.offices.values() if o.office == office}
    if organisation in homes:
        return organisation
    whole = _union_of(organisation, pack) or organisation
    known = pack.organisations
    parts = {h for h in homes if h in known and known[h].parent == whole}
    if len(parts) == 1:
        return next(iter(parts))
    parent = known[organisation].parent if organisation in known else None
    return parent if parent is not None and parent in homes else organisation


def _union_of(region: str, pack: Pack) -> str | None:
    """Give the one union of countries of a region."""
    found = [
        i
        for i, o in pack.organisations.items()
        if o.kind == "union" and o.members and all(region in _within(m, pack) for m in o.members)
    ]
    return found[0] if len(found) == 1 else None


def _within(place: str, pack: Pack) -> tuple[str, ...]:
    return pack.places[place].within if place in pack.places else ()


def _field_fits(domain: str | None, name: str) -> bool:
    """A field, but no body: an "Investment Bank" may be any."""
    if domain is None or domain.split()[-1].casefold() in BODY_WORDS:
        return False
    return fold(domain).casefold() in fold(name).casefold()
