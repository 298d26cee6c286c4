"""What one change of the base did, for people to read: which sources and which findings, against the state before."""

from dataclasses import dataclass

from eucacheck.records import Finding, Source


@dataclass(frozen=True, slots=True)
class Change:
    """Sources and findings that a change touched.

    `new` findings were not there before; `changed` ones differ in anything, their evidence included; `resolved` ones,
    given as they were, were conflicts or variants and are not any more. `rederived` tells that every source was read
    again, since the base was made with another pack or program (those that were not asked for are in no list).
    """

    added: tuple[Source, ...] = ()
    updated: tuple[Source, ...] = ()
    unchanged: tuple[Source, ...] = ()
    removed: tuple[Source, ...] = ()
    new: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    rederived: bool = False
