"""A source to its claims: passages, mentions, every kind. The only step that needs the language model."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eucacheck.kinds import all_kinds
from eucacheck.pack import Pack
from eucacheck.records import Claim, Source

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document


@dataclass(frozen=True, slots=True)
class Extracted:
    """A source with its date and its claims, ready to be stored."""

    source: Source
    claims: tuple[Claim, ...]


def extract(source: Source, pack: Pack) -> Extracted:
    """Find the claims of one source; the date of an undated source is inferred on the way."""
    from eucacheck.mentions import read_document

    document = read_document(source, pack)
    return Extracted(document.source, tuple(find_claims(document)))


def find_claims(doc: "Document") -> list[Claim]:
    """Run every kind over a document; claims in the order of the text, none twice."""
    found = {c.id: c for kind in all_kinds().values() for c in kind.find(doc)}
    return sorted(found.values(), key=lambda c: (c.start, c.end, c.kind, c.id))


def extract_all(
    sources: Iterable[Source], pack: Pack, on_progress: Callable[[Source], None] | None = None
) -> list[Extracted]:
    """Extract several sources, telling after each."""
    found = []
    for source in sources:
        found.append(extract(source, pack))
        if on_progress is not None:
            on_progress(source)
    return found
