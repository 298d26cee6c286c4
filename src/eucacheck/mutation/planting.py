"""A source to its mutated copies, by seed: the same text and seed give the same copies, in whatever company."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

from eucacheck.mutation import figures, people, places, times, wording
from eucacheck.mutation.copies import Planted, Site, seeded, shuffled

if TYPE_CHECKING:
    from eucacheck.pack import Pack
    from eucacheck.records import Source

Proposals: TypeAlias = Callable[[Site, Random], Iterator[Planted]]


ERRORS: Final[Mapping[str, Mapping[str, Proposals]]] = {
    "title": {"claim": people.wrong_title},
    "date": {"claim": times.wrong_date, "grammar": times.wrong_date_anywhere},
    "place": {"claim": places.wrong_place, "grammar": places.wrong_place_anywhere},
    "amount": {"claim": figures.wrong_amount, "grammar": figures.wrong_amount_anywhere},
    "unit": {"claim": figures.wrong_unit, "grammar": figures.wrong_unit_anywhere},
    "ordinal": {"claim": figures.wrong_ordinal, "grammar": figures.wrong_ordinal_anywhere},
    "name": {"claim": people.misspelt_name},
    "negation": {"claim": wording.denied, "grammar": wording.denied_anywhere},
    "speaker": {"claim": people.wrong_speaker},
    "quotation": {"claim": wording.reworded},
}
"""What makes a copy false, by where it looks for a place: among the claims of the original, or by plain patterns."""
NON_ERRORS: Final[Mapping[str, Mapping[str, Proposals]]] = {
    "succession": {"claim": people.succession},
    "rounding": {"claim": figures.rounded},
    "coarser-date": {"claim": times.coarser_date},
    "denial": {"claim": wording.reported_denial},
    "second-event": {"claim": times.second_event},
    "romanisation": {"claim": people.house_spelling},
}
"""What leaves a copy as true as its original."""
KINDS: Final[Mapping[str, Mapping[str, Proposals]]] = {**ERRORS, **NON_ERRORS}


@dataclass(frozen=True, slots=True)
class Copy:
    """A mutated copy and its kind; `number` tells apart the copies of one kind and place."""

    kind: str
    number: int
    planted: Planted

    @property
    def error(self) -> bool:
        """Tell whether the copy now says something false."""
        return self.kind in ERRORS


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as it was read: with its date, and with all its copies."""

    source: "Source"
    copies: tuple[Copy, ...]


def plant(
    source: "Source", pack: "Pack", *, seed: int = 0, each: int = 1, kinds: Iterable[str] | None = None
) -> Reading:
    """Plant `each` mutations of each kind into copies of a source, fewer where the text offers no place for more."""
    from eucacheck.extraction import find_claims
    from eucacheck.mentions import read_document

    doc = read_document(source, pack)
    site = Site(doc, find_claims(doc))
    wanted = [k for k in KINDS if kinds is None or k in set(kinds)]
    copies = [c for kind in wanted for c in _copies(site, kind, seed, each)]
    return Reading(doc.source, tuple(copies))


def take(copies: Iterable[Copy], limit: int, source: "Source", seed: int) -> list[Copy]:
    """Give so many of the copies of a source, chosen by seed, in the order of the kinds."""
    ordered = list(copies)
    chosen = shuffled(range(len(ordered)), seeded(seed, source.text, "limit", ""))[:limit]
    return [ordered[i] for i in sorted(chosen)]


def _copies(site: Site, kind: str, seed: int, each: int) -> Iterator[Copy]:
    seen = {site.text}
    for by, propose in KINDS[kind].items():
        number = 0
        for planted in propose(site, seeded(seed, site.text, kind, by)):
            if number == each:
                break
            if planted.text not in seen:
                seen.add(planted.text)
                number += 1
                yield Copy(kind, number, planted)
