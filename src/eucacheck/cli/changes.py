"""A change of the base to lines on standard error: what went in, and what it changed in the findings."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from eucacheck.cli.output import note
from eucacheck.records import Finding, Source
from eucacheck.report.words import count_of, listed
from eucacheck.terminal import clean_line

if TYPE_CHECKING:
    from eucacheck.store import Change

_SHOWN: Final = 12
"""Findings listed under one heading; the others are counted."""
_LABELS: Final = {
    "conflict": "conflict",
    "variant": "variant",
    "supersede": "changed over time",
    "refine": "more exact",
    "agree": "agreed",
    "single": "one source only",
    "unclear": "undecided",
}
_ORDER: Final = tuple(_LABELS)
_TOLD: Final = frozenset({"conflict", "variant", "supersede", "refine"})
"""Verdicts that are listed one by one; agreements are counted."""


def tell_change(change: "Change") -> None:
    """Write what a change did to standard error."""
    for line in describe_change(change):
        note(line)


def describe_change(change: "Change") -> list[str]:
    """Give the lines that tell what a change did: sources first, then findings, the gravest first."""
    lines = [
        *_name_sources("added", change.added),
        *_name_sources("updated", change.updated),
        *_name_sources("unchanged", change.unchanged),
        *_name_sources("removed", change.removed),
    ]
    if change.rederived:
        lines.append("The pack or the program changed since this base was made: every source was read again.")
    lines += _list_findings("New", change.new)
    lines += _list_findings("Changed", change.changed)
    lines += _list_findings("Resolved", change.resolved, was=True)
    agreed = sum(f.verdict == "agree" for f in change.new)
    grown = sum(f.verdict == "agree" for f in change.changed)
    if agreed or grown:
        parts = [f"{n} {what}" for n, what in ((agreed, "new"), (grown, "with other sources than before")) if n]
        lines.append(f"Agreements: {listed(parts)}.")
    touched = change.added or change.updated or change.removed or change.rederived
    if touched and not any(f.verdict in _TOLD for f in (*change.new, *change.changed, *change.resolved)):
        lines.append("No conflict, variant or note came or went.")
    return lines


def _name_sources(done: str, sources: Sequence[Source]) -> list[str]:
    """'added 3 sources: a.txt, b.txt and c.txt'; of many the first ones."""
    if not sources:
        return []
    names = [clean_line(s.path or s.title or s.id) for s in sources[:5]]
    more = [f"{len(sources) - 5} more"] if len(sources) > 5 else []
    return [f"{done.capitalize()} {count_of(len(sources), 'source')}: {listed(names + more)}"]


def _list_findings(heading: str, findings: Iterable[Finding], *, was: bool = False) -> list[str]:
    told = sorted(
        (f for f in findings if f.verdict in _TOLD), key=lambda f: (_ORDER.index(f.verdict), -f.confidence, f.id)
    )
    if not told:
        return []
    lines = [f"{heading} ({len(told)}):"]
    lines += [f"  {'was ' * was}{_LABELS[f.verdict]}: {clean_line(f.summary)}  [{f.rule}]" for f in told[:_SHOWN]]
    if len(told) > _SHOWN:
        lines.append(f"  and {len(told) - _SHOWN} more; `eucacheck report` shows all that stand")
    return lines
