"""A source to its claims: passages, mentions, every kind. The only step that needs the language model."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eucacheck.pack import Pack
from eucacheck.records import Claim, Source


@dataclass(frozen=True, slots=True)
class Extracted:
    """A source with its date and its claims, ready to be stored."""

    source: Source
    claims: tuple[Claim, ...]


def extract(source: Source, pack: Pack) -> Extracted:
    """Find the claims of one source; the date of an undated source is inferred on the way."""
    from eucacheck.claims import find_claims
    from eucacheck.mentions import read_document

    document = read_document(source, pack)
    return Extracted(document.source, tuple(find_claims(document)))


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
