"""Claims to findings, block by block: what a block is, what it is judged in, and which finding of a fact is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

from eucacheck.dating.circular import LENT, is_circular, pairs_opposed
from eucacheck.dating.elsewhere import Told, date_elsewhere, is_undated
from eucacheck.dating.happenings import happenings_of, is_happening
from eucacheck.dating.reading import Reading, read_in_time
from eucacheck.facts import MET, Block, Surroundings, canonical
from eucacheck.findings import FLAGGED, weigh
from eucacheck.independence import voices_of
from eucacheck.kinds import all_kinds
from eucacheck.news import Prints
from eucacheck.pack import Pack
from eucacheck.records import Claim, Elsewhere, Finding, Source

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
    """Claims of one block to its findings, each kind its own.

    A source that others date is read in that time. What then differs from those others in its dates alone is left to
    what the claims say without it.
    """
    given = {c.id: c for c in claims}
    if not any(c.source in around.readings for c in given.values()):
        return _judge(key, given.values(), around)
    told = (read_in_time(c, around.readings[c.source]) if c.source in around.readings else c for c in given.values())
    result = _judge(key, told, around)
    circular = [f for f in result.findings if is_circular(f, around.readings, around.copy_groups)]
    kept = {f.id: f for f in result.findings if f not in circular}
    if circular:
        plain = _judge(key, given.values(), around.as_dated_by_themselves()).findings
        kept = {f.id: f for f in plain if any(_share(f, other) for other in circular)} | kept
    findings = (_as_given(kept[i], given) for i in sorted(kept))
    opposed = {i for i, f in kept.items() if f.verdict in FLAGGED}
    lent = {pair: LENT for f in circular if f.id not in opposed for pair in pairs_opposed(f)}
    return BlockResult(key, tuple(findings), dict(sorted({**lent, **result.demotions}.items())))


def _share(a: Finding, b: Finding) -> bool:
    return a.kind == b.kind and bool({c.id for c in a.claims} & {c.id for c in b.claims})


def _judge(key: str, claims: Iterable[Claim], around: Surroundings) -> BlockResult:
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


def _as_given(finding: Finding, given: Mapping[str, Claim]) -> Finding:
    """Give the finding with its claims as they were extracted, whatever time they were read in."""
    answers = (replace(a, claims=tuple(given.get(c.id, c) for c in a.claims)) for a in finding.answers)
    return replace(finding, answers=tuple(answers))


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
    elsewhere: Mapping[str, Elsewhere] | None = None,
) -> Surroundings:
    """Give what a block is judged in: the sources of its claims and no others, so that nothing else can matter.

    `text_of` gives the text of a source by identifier where `sources` are without; `elsewhere` when undated sources
    were written, as others tell.
    """
    readings = {
        i: Reading(e.interval, sources[i].published, frozenset(e.rests_on))
        for i, e in (elsewhere or {}).items()
        if i in sources
    }
    published = {i: readings[i].interval if i in readings else s.published for i, s in sources.items()}
    prints = Prints(tuple(sources), text_of or (lambda i: sources[i].text))
    return Surroundings(pack, published, voices_of(sources.values(), groups), label_sources(sources), prints, readings)


@dataclass(frozen=True, slots=True)
class Reported:
    """What the dating of sources through others looks at: sources, their texts, and the claims of a block."""

    source_of: Callable[[str], Source]
    text_of: Callable[[str], str]
    claims_of_block: Callable[[str], Iterable[Claim]]


def date_through_others(source: Source, claims: Iterable[Claim], reported: Reported, pack: Pack) -> Elsewhere | None:
    """Date an undated source through those that share a block with what it reports; None where it stays undated."""
    if not is_undated(source.published):
        return None
    own, text = list(claims), reported.text_of(source.id)
    telling = {h.claim for h in happenings_of(own, text) if not h.dated}
    blocks = meeting_blocks(c for c in own if c.id in telling)
    met = {c.id: c for key in blocks for c in reported.claims_of_block(key) if is_happening(c)}
    others: dict[str, list[Claim]] = {}
    for claim in sorted(met.values(), key=canonical):
        if claim.source != source.id:
            others.setdefault(claim.source, []).append(claim)
    told = {i: Told(reported.source_of(i).published, c) for i, c in others.items()}

    def one_news(other: str) -> bool:
        two = {source.id: source, other: reported.source_of(other)}
        return surround(two, {}, pack, reported.text_of).one_news(source.id, other)

    return date_elsewhere(Told(source.published, own, text), told, one_news, pack)


def meeting_blocks(claims: Iterable[Claim]) -> list[str]:
    """The blocks in which sources meet by what they report, in order."""
    return sorted({key for c in claims if is_happening(c) for key in block_keys(c)})


def date_all_through_others(
    sources: Iterable[Source], blocks: Mapping[str, Sequence[Claim]], pack: Pack
) -> dict[str, Elsewhere]:
    """Date every undated source through the others, of all claims by block."""
    by_id = {s.id: s for s in sources}
    claims: dict[str, dict[str, Claim]] = {}
    for claim in (c for own in blocks.values() for c in own):
        claims.setdefault(claim.source, {})[claim.id] = claim
    reported = Reported(by_id.__getitem__, lambda i: by_id[i].text, lambda key: blocks.get(key, ()))
    found = {i: date_through_others(s, claims.get(i, {}).values(), reported, pack) for i, s in by_id.items()}
    return {i: known for i, known in sorted(found.items()) if known is not None}


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
