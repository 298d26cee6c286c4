"""Claims to findings, block by block: what a block is, what it is judged in, and which finding of a fact is shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from eucacheck.facts import MET, Block, Surroundings, canonical
from eucacheck.findings import weigh
from eucacheck.independence import voices_of
from eucacheck.kinds import all_kinds
from eucacheck.news import Prints
from eucacheck.pack import Pack
from eucacheck.records import Claim, Finding, Source

LONGEST_LABEL: Final = 48
"""Characters of the title that names a source without a publisher in a sentence."""


@dataclass(frozen=True, slots=True)
class BlockResult:
    """The findings of one block, and why pairs of its claims are not opposed."""

    key: str
    findings: tuple[Finding, ...]
    demotions: Mapping[tuple[str, str], str] = field(default_factory=dict)


def block_keys(claim: Claim) -> tuple[str, ...]:
    """The blocks in which a claim may meet others, from the claim alone."""
    return tuple(dict.fromkeys(all_kinds()[claim.kind].keys(claim)))


def gather_blocks(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims by block, blocks in order."""
    blocks: dict[str, list[Claim]] = {}
    for claim in claims:
        for key in block_keys(claim):
            blocks.setdefault(key, []).append(claim)
    return dict(sorted(blocks.items()))


def judge_block(key: str, claims: Iterable[Claim], around: Surroundings) -> BlockResult:
    """Claims of one block to its findings, each kind its own."""
    block = Block(key, sorted(claims, key=canonical), around)
    if key.startswith(MET):
        block.claims = [c for c in block.claims if block.instance_of(c) is not None]
    findings: list[Finding] = []
    for kind in all_kinds().values():
        own = [c for c in block.claims if c.kind == kind.name]
        if own:
            findings += kind.judge(own, block)
    ordered = sorted(map(weigh, _each_once(findings).values()), key=lambda f: f.id)
    return BlockResult(key, tuple(ordered), dict(sorted(block.demotions.items())))


def judge_all(claims: Iterable[Claim], around: Surroundings) -> list[BlockResult]:
    """All claims to all findings, block by block."""
    return [judge_block(key, block, around) for key, block in gather_blocks(claims).items()]


def shown(results: Iterable[BlockResult]) -> list[Finding]:
    """Give each fact once: of two blocks in which it came up, from the one with more claims, else the first by key."""
    ordered = sorted(results, key=lambda r: r.key)
    found = _each_once(f for r in ordered for f in r.findings)
    return sorted(found.values(), key=lambda f: f.id)


def surround(
    sources: Mapping[str, Source],
    groups: Mapping[str, str],
    pack: Pack,
    text_of: Callable[[str], str] | None = None,
) -> Surroundings:
    """Give what a block is judged in: the sources of its claims and no others, so that nothing else can matter.

    `text_of` gives the text of a source by identifier where `sources` are without.
    """
    published = {i: s.published for i, s in sources.items()}
    prints = Prints(tuple(sources), text_of or (lambda i: sources[i].text))
    return Surroundings(pack, published, voices_of(sources.values(), groups), label_sources(sources), prints)


def label_sources(sources: Mapping[str, Source]) -> dict[str, str]:
    """Name sources for a sentence: publisher, title or file; with date or file where two would be named alike."""
    labels = {i: _label(s) for i, s in sources.items()}
    for more in (_dated, _filed):
        names = list(labels.values())
        labels = {i: more(n, sources[i]) if names.count(n) > 1 else n for i, n in labels.items()}
    return labels


def _label(source: Source) -> str:
    if source.publisher is not None:
        return source.publisher
    title = " ".join((source.title or "").split())
    if not title:
        return PurePath(source.path).name if source.path is not None else source.id
    short = title if len(title) <= LONGEST_LABEL else title[:LONGEST_LABEL].rpartition(" ")[0].rstrip(" ,;:–-") + " …"
    return f"“{short}”"


def _dated(label: str, source: Source) -> str:
    return f"{label}, {source.published.edtf}" if source.published is not None else label


def _filed(label: str, source: Source) -> str:
    return f"{label} [{PurePath(source.path).name if source.path is not None else source.id}]"


def _each_once(findings: Iterable[Finding]) -> dict[str, Finding]:
    """The finding with most claims for each identifier; of equals the first."""
    found: dict[str, Finding] = {}
    for finding in findings:
        before = found.get(finding.id)
        if before is None or count_claims(finding) > count_claims(before):
            found[finding.id] = finding
    return found


def count_claims(finding: Finding) -> int:
    """Give the number of claims that a finding rests on."""
    return len({c.id for c in finding.claims})
