"""`eucacheck why`: how two claims stand to each other, and for what reason."""

from typing import TYPE_CHECKING

import click

from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import write_text
from eucacheck.records import Claim, Finding, Source
from eucacheck.terminal import clean_line

if TYPE_CHECKING:
    from eucacheck.store import Base


@click.command(short_help="Tell why two claims are opposed, or why not.")
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="CLAIM")
@base_options()
def why(first: str, second: str) -> None:
    """Tell why two claims are opposed to each other, or why they are not.

    A CLAIM is its identifier or the first 4 characters of it or more, as `eucacheck claims` lists them.

    \b
    Example:
      eucacheck why 3f2a91 b07c44
    """
    from eucacheck.store import open_base

    with open_base(settings().db) as base:
        a, b = base.claim(first), base.claim(second)
        sources = {s.id: s for s in base.sources([a.source, b.source], texts=False)}
        told = _relation(a, b, base)
    write_text("".join(f"{line}\n" for line in (_describe(a, sources), _describe(b, sources), *told)))


def _describe(claim: Claim, sources: dict[str, Source]) -> str:
    source = sources.get(claim.source)
    where = clean_line((source.path if source is not None else None) or claim.source)
    return f"{claim.id}  {claim.kind.replace('_', ' ')}, {where} line {claim.line}: “{clean_line(claim.quote)}”"


def _relation(a: Claim, b: Claim, base: "Base") -> list[str]:
    """Say how two claims stand to each other: the findings that hold both, then the reason that was kept."""
    if a.id == b.id:
        return ["This is one claim, given twice."]
    shared = [f for f in base.findings_of(a.id) if any(c.id == b.id for c in f.claims)]
    lines = [line for finding in shared for line in _say_finding(finding, a, b)]
    reason = base.why(a.id, b.id)
    if reason is not None:
        code, _, words = reason.partition(":")
        lines.append(f"Not opposed ({code}): {clean_line(words) or code}.")
    if lines:
        return lines
    if a.kind != b.kind:
        return [
            f"Never compared: a claim of the kind {a.kind} and one of the kind {b.kind} answer different questions."
        ]
    return ["Never compared: no question was found that both answer; they speak of different subjects."]


def _say_finding(finding: Finding, a: Claim, b: Claim) -> list[str]:
    answers = [(n.text, {c.id for c in n.claims}) for n in finding.answers]
    together = any({a.id, b.id} <= ids for _, ids in answers)
    if together:
        text = next(t for t, ids in answers if {a.id, b.id} <= ids)
        return [f"They give one answer, “{clean_line(text)}”, to: {clean_line(finding.question)}  [{finding.id}]"]
    said = [f"{finding.verdict} ({finding.rule}, {finding.id}): {clean_line(finding.summary)}"]
    return said + ([f"Why: {clean_line(finding.why)}"] if finding.why else [])
