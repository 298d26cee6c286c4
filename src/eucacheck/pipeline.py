"""The whole path on one page: sources -> passages -> mentions -> claims -> facts -> findings -> store.

Derived state is a function of sources, pack and rulings: every step below takes what is stored and gives the same
again, in whatever order the sources came. `add_sources` works in proportion to what a source touches: the blocks of its
claims.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from eucacheck.changing import Findings, apply_change
from eucacheck.checking import Derived, Difference, compare_extraction, compare_facts, derive
from eucacheck.errors import StoreError, UnknownError
from eucacheck.extraction import Extracted, extract, extract_all, processes_for
from eucacheck.judging import BlockResult, block_keys, judge_all, judge_block
from eucacheck.known import as_received, merge, merge_all
from eucacheck.pack import Pack
from eucacheck.records import Source
from eucacheck.store import Base, Change
from eucacheck.store.integrity import verify

__all__ = [
    "BlockResult", "Change", "Difference", "Extracted", "Plan", "add_sources", "block_keys", "check", "extract",
    "extract_all", "judge_all", "judge_block", "plan_add", "processes_for", "put_claims", "rebuild", "remove_source",
]  # fmt: skip

Progress = Callable[[Source], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding sources asks of extraction: `extract` has each text once, with what the base knows of it besides.

    `unchanged` needs nothing. Where the base was made with another pack or program, `rederive` is set and `extract` has
    every source of the base as well.
    """

    extract: tuple[Source, ...]
    unchanged: tuple[Source, ...] = ()
    rederive: bool = False


def plan_add(base: Base, sources: Sequence[Source], pack: Pack) -> Plan:
    """Sources as read to those that have to be extracted; the rest is known already.

    Then `add_sources(base, extract_all(plan.extract, pack), pack, plan.unchanged)`.
    """
    given = merge_all(sources)
    rederive = _made_otherwise(base, pack)
    stored = {s.id: s for s in base.sources(None if rederive else [s.id for s in given])}
    needed: list[Source] = []
    unchanged: list[Source] = []
    for source in given:
        known = stored.pop(source.id, None)
        merged = source if known is None else merge(known, source)
        if known is not None and merged == as_received(known) and not rederive:
            unchanged.append(known)
        else:
            needed.append(merged)
    return Plan((*needed, *map(as_received, stored.values())), tuple(unchanged), rederive and base.count_claims() > 0)


def add_sources(base: Base, extracted: Sequence[Extracted], pack: Pack, unchanged: Sequence[Source] = ()) -> Change:
    """Put extracted sources into the base and judge again what they touch, in one transaction.

    What the base knows of a text besides stays. A base made with another pack or program is made anew from its texts,
    so that all of it is of one make; `Change.rederived` tells. `unchanged` is only handed through.
    """
    change = _change(base, extracted, pack)
    return replace(change, unchanged=(*unchanged, *change.unchanged))


def remove_source(base: Base, source: str, pack: Pack) -> Change:
    """Take a source out of the base by its whole identifier. Raises UnknownError where it is not there."""
    return _change(base, [], pack, drop=(source,))


def rebuild(base: Base, pack: Pack, on_progress: Progress | None = None) -> Change:
    """Extract every source of the base again and judge everything again."""
    sources = [as_received(s) for s in base.sources()]
    extracted = extract_all(sources, pack, on_progress, processes=processes_for(len(sources)))
    return _change(base, extracted, pack, anew=True)


def put_claims(base: Base, sources: Sequence[Extracted], pack: Pack) -> Change:
    """Put sources with claims that somebody vouches for, a ledger, in place of what the base has of them.

    Nothing is extracted. Raises StoreError where the base holds other sources and was made with another pack or
    program.
    """
    with base.transaction():
        stored = {s.id: s for s in base.sources()}
        rest = stored.keys() - {e.source.id for e in sources}
        if rest and _made_otherwise(base, pack):
            raise StoreError(
                f"{base.path}: was made with another pack or program and holds {len(rest)} other sources; "
                f"bring it up to date with `eucacheck add`, or import into a new base with --db"
            )
        kept = {i: {c.id: c for c in base.claims(i)} for i in stored}
        put = [
            e
            for e in sources
            if e.source != stored.get(e.source.id) or {c.id: c for c in e.claims} != kept[e.source.id]
        ]
        findings = _apply(base, put, (), pack)
    changed = {e.source.id for e in put}
    return Change(
        tuple(e.source for e in put if e.source.id not in stored),
        tuple(e.source for e in put if e.source.id in stored),
        tuple(e.source for e in sources if e.source.id not in changed),
        (),
        *findings,
    )


def check(base: Base, pack: Pack, on_progress: Progress | None = None) -> list[Difference]:
    """Extract every source again, judge everything again, and compare with what is stored; nothing is written."""
    with base.snapshot():
        found = [Difference(source, what) for source, what in verify(base)]
        if found:
            return found
        sources, claims = base.sources(), base.claims()
        stored = Derived(base.copy_groups(), base.findings(), base.reasons(), base.elsewhere())
    for source in sources:
        own = [c for c in claims if c.source == source.id]
        found += compare_extraction(source, own, extract(as_received(source), pack))
        if on_progress is not None:
            on_progress(source)
    # altered claims would be judged: what follows from them says nothing about the base
    return found or list(compare_facts(stored, derive(sources, claims, pack)))


def _change(
    base: Base,
    extracted: Sequence[Extracted],
    pack: Pack,
    *,
    drop: Sequence[str] = (),
    anew: bool = False,
) -> Change:
    """One transaction: settle what is put against what is stored, apply it, and tell what it did."""
    with base.transaction():
        rederive = anew or _made_otherwise(base, pack)
        stored = {s.id: s for s in base.sources(None if rederive else {*drop, *(e.source.id for e in extracted)})}
        for identifier in drop:
            if identifier not in stored:
                raise UnknownError(f"no source {identifier!r} in this base; `eucacheck sources` lists them")
        ready = _settle(extracted, stored, pack)
        given = [] if anew else list(ready)
        if rederive:
            others = [s for i, s in stored.items() if i not in ready and i not in drop]
            ready |= {s.id: extract(as_received(s), pack) for s in others}
        put = [e for i, e in ready.items() if rederive or e.source != stored.get(i)]
        findings = _apply(base, put, drop, pack)
    sources = {i: ready[i].source for i in given}
    return Change(
        tuple(s for i, s in sources.items() if i not in stored),
        tuple(s for i, s in sources.items() if i in stored and s != stored[i]),
        tuple(s for i, s in sources.items() if s == stored.get(i)),
        tuple(stored[i] for i in drop),
        *findings,
        rederived=rederive and bool(stored.keys() - set(drop)),
    )


def _settle(extracted: Sequence[Extracted], stored: Mapping[str, Source], pack: Pack) -> dict[str, Extracted]:
    """Each text once, with all that is known of it; extracted again only where more is known than was then."""
    ready: dict[str, Extracted] = {}
    for one in extracted:
        before = ready.get(one.source.id)
        known = before.source if before is not None else stored.get(one.source.id)
        merged = as_received(one.source) if known is None else merge(known, one.source)
        ready[one.source.id] = one if merged == as_received(one.source) else extract(merged, pack)
    return ready


def _apply(base: Base, put: Sequence[Extracted], drop: Sequence[str], pack: Pack) -> Findings:
    base.put_setting("pack", pack.digest)
    base.put_setting("program", _program())
    return apply_change(base, put, drop, pack)


def _made_otherwise(base: Base, pack: Pack) -> bool:
    """Tell whether the base was made with another pack or another version of this program; an empty base was not."""
    made = (base.setting("pack"), base.setting("program"))
    return made[0] is not None and made != (pack.digest, _program())


def _program() -> str:
    try:
        return version("eucacheck")
    except PackageNotFoundError:
        return "unknown"
