"""Sources put in and taken out, to what else changes in the base: copy groups, blocks, findings.

Work is in proportion to what the sources touch: the blocks of their claims, old and new, and the blocks of sources
whose copy group changes with them, or whose date, where others date them.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from eucacheck.dating.elsewhere import is_undated
from eucacheck.extraction import Extracted
from eucacheck.findings import FLAGGED
from eucacheck.independence import common_origin, find_marks, group_of_each
from eucacheck.judging import (
    BlockResult,
    Reported,
    block_keys,
    date_through_others,
    judge_block,
    meeting_blocks,
    surround,
)
from eucacheck.pack import Pack
from eucacheck.records import Finding, Source
from eucacheck.store import Base

Findings = tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...]]


def apply_change(base: Base, put: Sequence[Extracted], drop: Sequence[str], pack: Pack) -> Findings:
    """Put sources in, take others out, judge again what that touches; give new, changed and resolved findings."""
    keys = {c.id: block_keys(c) for e in put for c in e.claims}
    touched = {*base.blocks([e.source.id for e in put] + list(drop)), *(k for own in keys.values() for k in own)}
    before = base.findings_by_id(base.findings_of_blocks(touched))
    base.drop_blocks(touched)
    met = _met(base, [*drop, *(e.source.id for e in put)])
    near = {i: set(base.copies(i)) for i in [*drop, *(e.source.id for e in put)]}
    for source in drop:
        base.drop_source(source)
    for one in put:
        base.put_source(one.source, one.claims, {c.id: keys[c.id] for c in one.claims})
        near[one.source.id] |= _find_copies(base, one.source)
    met |= _met(base, [e.source.id for e in put])
    others = set(base.blocks([*_regroup(base, near, drop), *_redate(base, met - set(drop), pack)])) - touched
    before |= base.findings_by_id(base.findings_of_blocks(others) - before.keys())
    judged = _judge(base, touched | others, pack)
    after = base.findings_by_id(judged | before.keys())
    return compare_findings(before, after)


def compare_findings(before: dict[str, Finding], after: dict[str, Finding]) -> Findings:
    """Give what is new, what changed, and what was flagged and is not any more, as it was."""
    resolved = {
        i for i, f in before.items() if f.verdict in FLAGGED and (i not in after or after[i].verdict not in FLAGGED)
    }
    changed = {i for i in after if i in before and i not in resolved and after[i] != before[i]}
    return (
        tuple(after[i] for i in sorted(after.keys() - before.keys())),
        tuple(after[i] for i in sorted(changed)),
        tuple(before[i] for i in sorted(resolved)),
    )


def _find_copies(base: Base, source: Source) -> set[str]:
    """Store the marks of a source and the sources with which it shares an origin; give the latter."""
    marks = find_marks(source)
    base.put_fingerprints(source.id, marks)
    candidates = base.sources_sharing(marks).keys() - {source.id}
    grounds = {o: common_origin(marks, base.fingerprints(o)) for o in sorted(candidates)}
    found = {o: ground for o, ground in grounds.items() if ground is not None}
    base.put_copies(source.id, found)
    return set(found)


def _regroup(base: Base, near: dict[str, set[str]], drop: Sequence[str]) -> list[str]:
    """Store the copy groups that may have changed; give the sources whose group did."""
    affected = (near.keys() | {o for others in near.values() for o in others}) - set(drop)
    now = group_of_each(affected, base.copies)
    before = base.copy_groups()
    changed = [s for s in sorted(affected | now.keys()) if before.get(s) != now.get(s)]
    for source in changed:
        base.put_copy_group(source, now.get(source))
    return changed


def _met(base: Base, sources: Iterable[str]) -> set[str]:
    """Give the sources that meet others in what they report, those themselves included."""
    given = set(sources)
    return given | base.sources_in({key for one in given for key in meeting_blocks(base.claims(one))})


def _redate(base: Base, sources: Iterable[str], pack: Pack) -> list[str]:
    """Store anew when undated sources were written, as others tell; give those for which it changed."""
    before = base.elsewhere()
    by_id = {s.id: s for s in base.sources(sources, texts=False)}

    def source_of(one: str) -> Source:
        return by_id[one] if one in by_id else by_id.setdefault(one, base.sources([one], texts=False)[0])

    reported = Reported(source_of, cache(lambda i: base.texts([i])[i]), cache(base.claims_of_block))
    changed: list[str] = []
    for source in [by_id[i] for i in sorted(by_id)]:
        if not is_undated(source.published):
            now = None
        else:
            now = date_through_others(source, base.claims(source.id), reported, pack)
        if now != before.get(source.id):
            base.put_elsewhere(source.id, now)
            changed.append(source.id)
    return changed


def _judge(base: Base, blocks: Iterable[str], pack: Pack) -> set[str]:
    """Judge blocks anew from what is stored; give the identifiers of their findings."""
    groups, elsewhere = base.copy_groups(), base.elsewhere()
    sources: dict[str, Source] = {}
    text_of = cache(lambda i: base.texts([i])[i])
    judged: dict[str, BlockResult] = {}
    for block in sorted(blocks):
        claims = base.claims_of_block(block)
        own = {c.source for c in claims}
        sources |= {s.id: s for s in base.sources(own - sources.keys(), texts=False)}
        judged[block] = judge_block(
            block, claims, surround({i: sources[i] for i in sorted(own)}, groups, pack, text_of, elsewhere)
        )
    base.put_blocks({block: (result.findings, result.demotions) for block, result in judged.items()})
    return {f.id for result in judged.values() for f in result.findings}
