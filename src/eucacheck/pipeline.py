"""The whole path on one page: sources -> passages -> mentions -> claims -> facts -> findings -> store.

Derived state is a function of sources, pack and rulings: every step below takes what is stored and gives the same again, in
whatever order the sources came. `add` works in proportion to what a source touches: the blocks of its claims.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eucacheck.claims import find_claims
from eucacheck.facts import Block, Surroundings, canonical
from eucacheck.kinds import all_kinds
from eucacheck.pack import Pack
from eucacheck.records import Claim, Finding, Source
from eucacheck.store import Base, Change


@dataclass(frozen=True, slots=True)
class Extracted:
    """A source with its date and its claims, ready to be stored."""

    source: Source
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class BlockResult:
    """The findings of one block, and why pairs of its claims are not opposed."""

    key: str
    findings: tuple[Finding, ...]
    demotions: Mapping[tuple[str, str], str] = field(default_factory=dict)


def extract(source: Source, pack: Pack) -> Extracted:
    """Source to claims: passages, mentions, every kind. The only step that needs the language model."""
    from eucacheck.mentions import read_document

    document = read_document(source, pack)
    return Extracted(document.source, tuple(find_claims(document)))


def extract_all(
    sources: Sequence[Source], pack: Pack, on_progress: Callable[[Source], None] | None = None
) -> list[Extracted]:
    """Extract several sources, telling after each."""
    found = []
    for source in sources:
        found.append(extract(source, pack))
        if on_progress is not None:
            on_progress(source)
    return found


def block_keys(claim: Claim) -> tuple[str, ...]:
    """The blocks in which a claim may meet others, from the claim alone."""
    return tuple(dict.fromkeys(all_kinds()[claim.kind].keys(claim)))


def judge_block(key: str, claims: Iterable[Claim], around: Surroundings) -> BlockResult:
    """Claims of one block to its findings, each kind its own."""
    block = Block(key, sorted(claims, key=canonical), around)
    findings: list[Finding] = []
    for kind in all_kinds().values():
        own = [c for c in block.claims if c.kind == kind.name]
        if own:
            findings += kind.judge(own, block)
    ordered = sorted({f.id: f for f in findings}.values(), key=lambda f: f.id)
    return BlockResult(key, tuple(ordered), dict(sorted(block.demotions.items())))


def judge_all(claims: Iterable[Claim], around: Surroundings) -> list[BlockResult]:
    """All claims to all findings, block by block."""
    blocks: dict[str, list[Claim]] = {}
    for claim in claims:
        for key in block_keys(claim):
            blocks.setdefault(key, []).append(claim)
    return [judge_block(key, blocks[key], around) for key in sorted(blocks)]


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding sources asks of extraction: `extract` has each text once, with what the base knows of it besides; `unchanged` needs nothing.

    Where the base was made with another pack or program, `rederive` is set and `extract` has every source of the base as well.
    """

    extract: tuple[Source, ...]
    unchanged: tuple[Source, ...] = ()
    rederive: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the base is not what its sources, the pack and the program give today; `what` says it in a sentence."""

    source: str | None
    what: str


def plan_add(base: Base, sources: Sequence[Source], pack: Pack) -> Plan:
    """Sources as read to those that have to be extracted; the rest is known already. Then: extract_all(plan.extract), add_sources."""
    raise NotImplementedError


def add_sources(base: Base, extracted: Sequence[Extracted], pack: Pack, unchanged: Sequence[Source] = ()) -> Change:
    """Put extracted sources into the base and judge again what they touch, in one transaction. `unchanged` is only handed through."""
    raise NotImplementedError


def remove_source(base: Base, source: str, pack: Pack) -> Change:
    """Take a source out of the base by its whole identifier. Raises UnknownError where it is not there."""
    raise NotImplementedError


def rebuild(base: Base, pack: Pack, on_progress: Callable[[Source], None] | None = None) -> Change:
    """Extract every source of the base again and judge everything again."""
    raise NotImplementedError


def check(base: Base, pack: Pack, on_progress: Callable[[Source], None] | None = None) -> list[Difference]:
    """Extract every source again and compare with what is stored; nothing is written."""
    raise NotImplementedError
