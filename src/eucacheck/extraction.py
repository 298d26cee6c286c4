"""A source to its claims: passages, mentions, every kind. The only step that needs the language model."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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


ENOUGH: Final = 40
"""Sources for each process: fewer are read sooner by one, since a process first loads the language model."""
MOST: Final = 4
"""Processes at most; each needs about 250 MB."""


def extract_all(
    sources: Iterable[Source],
    pack: Pack,
    on_progress: Callable[[Source], None] | None = None,
    *,
    processes: int = 1,
) -> list[Extracted]:
    """Extract several sources, telling after each; what is found does not depend on the number of processes."""
    given = list(sources)
    found = []
    for source, one in zip(given, _read(given, pack, processes), strict=True):
        found.append(one)
        if on_progress is not None:
            on_progress(source)
    return found


def processes_for(sources: int) -> int:
    """Give the number of processes in which so many sources are read soonest on this machine."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, MOST, sources // ENOUGH))


def _read(sources: Sequence[Source], pack: Pack, processes: int) -> Iterator[Extracted]:
    if processes < 2:
        yield from (extract(source, pack) for source in sources)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # started afresh, not forked: a fork of a process with threads may hang, and macOS and Windows have none
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_take_pack, initargs=(pack,))
    try:
        yield from pool.map(_extract_here, sources, chunksize=4)
    finally:
        pool.shutdown(cancel_futures=True)


_PACK: list[Pack] = []
"""The pack of a process that only extracts; sent once, not with every source."""


def _take_pack(pack: Pack) -> None:
    _PACK[:] = [pack]


def _extract_here(source: Source) -> Extracted:
    return extract(source, _PACK[0])
