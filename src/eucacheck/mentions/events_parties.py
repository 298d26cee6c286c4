"""Names to the parties of an event: institutions folded into their union or country, countries into their region."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from eucacheck.pack import Pack

PARTIES: Final = frozenset({"org", "country", "region"})
"""Types of names that can be a party to an event."""
_MOST_OF_REGION: Final = 4


def party_of(entity: str, pack: Pack) -> str | None:
    """Fold an institution into the union or country it belongs to; None for what is no party to an event."""
    kind = entity.partition(":")[0]
    if kind in {"country", "region"}:
        return entity
    if kind != "org":
        return None
    seen = {entity}
    while True:
        organisation = pack.organisations.get(entity)
        parent = getattr(organisation, "parent", None)
        if not parent or parent in seen:
            return entity
        entity = parent if ":" in parent else f"org:{parent}"
        seen.add(entity)


def fold_parties(parties: Sequence[str], pack: Pack) -> set[str]:
    """The parties of an event; four or more countries of one region that is itself a party to events are the region."""
    found = set(parties)
    for region, members in _regions(pack):
        inside = {p for p in found if p in members}
        if len(inside) >= _MOST_OF_REGION or (region in found and inside):
            found = (found - inside) | {region}
    return found


def party_regions(pack: Pack) -> frozenset[str]:
    """The regions that take part in some series."""
    return frozenset(r for r, _ in _regions(pack))


@lru_cache(maxsize=4)
def _regions(pack: Pack) -> tuple[tuple[str, frozenset[str]], ...]:
    """Regions that take part in some series, with their countries."""
    taking_part = {p for s in pack.series.values() for p in s.parties if p.startswith("region:")}
    countries = [i for i in pack.places if i.startswith("country:")]
    return tuple((r, frozenset(c for c in countries if pack.contains(r, c))) for r in sorted(taking_part))
