"""What one change of the base did, for people to read: which sources, and which findings, relative to the state before."""

from dataclasses import dataclass

from eucacheck.records import Finding, Source


@dataclass(frozen=True, slots=True)
class Change:
    """Sources and findings that a change touched.

    `new` findings were not there before; `changed` ones have another verdict, level or other answers now; `resolved` ones, given as they were,
    were conflicts or variants before and are not any more. `rederived` tells that the pack or the program is another than the base was made
    with, so that every source was read again (the known ones among them are in none of the lists).
    """

    added: tuple[Source, ...] = ()
    updated: tuple[Source, ...] = ()
    unchanged: tuple[Source, ...] = ()
    removed: tuple[Source, ...] = ()
    new: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    rederived: bool = False
