"""What several readings tell of one text to one source, the same in whatever order they came.

A text is a source once, whatever its files are called. The path is the first of the paths by name. What somebody stated
(by an option or a sidecar) stays; stated later, it replaces what was stated before. What was found in the text is found
again.
"""

from collections.abc import Iterable
from dataclasses import replace

from eucacheck.errors import InputError
from eucacheck.metadata import Metadata
from eucacheck.passages import split_passages
from eucacheck.publisher import find_publisher, find_title
from eucacheck.records import Source
from eucacheck.sources import read_text


def as_received(source: Source) -> Source:
    """Give a source as it was before extraction: without the date that was inferred from its text."""
    return source if source.published_basis == "stated" else replace(source, published=None, published_basis=None)


def merge(known: Source, given: Source) -> Source:
    """Give one source for two readings of one text, as received; the later one wins where both state something.

    Raises InputError where the texts differ.
    """
    if known.sha256 != given.sha256:
        raise InputError(
            f"{given.path or given.id}: another text has the same identifier {known.id}; it cannot be added"
        )
    path = min((p for p in (known.path, given.path) if p is not None), default=None)
    stated = Metadata(**(_stated(known) | _stated(given)))
    return read_text(known.text, path=path, metadata=stated)


def merge_all(sources: Iterable[Source]) -> list[Source]:
    """Give each text once, in the order in which they first came, as received."""
    found: dict[str, Source] = {}
    for source in sources:
        before = found.get(source.id)
        found[source.id] = as_received(source) if before is None else merge(before, source)
    return list(found.values())


def _stated(source: Source) -> dict[str, str]:
    """What was stated about a source, and not found in its text."""
    passages = split_passages(source.text)
    stated = {"url": source.url, "author": source.author}
    if source.title != find_title(source.text, passages):
        stated["title"] = source.title
    found = {find_publisher(source.text, p) for p in (passages, split_passages(source.text, source.title))}
    if source.publisher not in found:
        stated["publisher"] = source.publisher
    if source.published is not None and source.published_basis == "stated":
        stated["published"] = source.published.edtf
    return {name: value for name, value in stated.items() if value is not None}
