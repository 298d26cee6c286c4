"""A base and what its texts give today, to the differences between them, each in a sentence that names the place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from eucacheck.extraction import Extracted
from eucacheck.independence import copy_groups
from eucacheck.judging import BlockResult, date_all_through_others, gather_blocks, judge_block, shown, surround
from eucacheck.pack import Pack
from eucacheck.records import Claim, Elsewhere, Finding, Source
from eucacheck.store import as_stored


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the base is not what its sources, the pack and the program give today; `what` says it in words.

    `source` is the identifier, None where it is about facts of several sources.
    """

    source: str | None
    what: str


def compare_extraction(source: Source, claims: Sequence[Claim], fresh: Extracted) -> Iterator[Difference]:
    """Compare a stored source and its claims with a fresh extraction of its text."""
    for name in ("published", "published_basis"):
        before, now = getattr(source, name), getattr(fresh.source, name)
        if before != now:
            yield Difference(source.id, f"{name} is stored as {_say(before)} and extracted as {_say(now)}")
    stored = {c.id: c for c in claims}
    found = {c.id: as_stored(c) for c in fresh.claims}
    for claim in claims:
        if claim.id not in found:
            yield Difference(source.id, f"stored, but not extracted: {_place(claim)}")
        elif claim != found[claim.id]:
            yield Difference(source.id, f"other {_fields(claim, found[claim.id])}: {_place(claim)}")
    for identifier, claim in found.items():
        if identifier not in stored:
            yield Difference(source.id, f"extracted, but not stored: {_place(claim)}")


@dataclass(frozen=True, slots=True)
class Derived:
    """What is derived from sources and claims: copy groups, findings, reasons against pairs, and dates by others."""

    groups: Mapping[str, str]
    findings: Sequence[Finding]
    reasons: Mapping[tuple[str, str], str]
    elsewhere: Mapping[str, Elsewhere] = field(default_factory=dict)


def compare_facts(stored: Derived, fresh: Derived) -> Iterator[Difference]:
    """Compare what is stored with what follows from the stored sources and claims."""
    for source in sorted(stored.groups.keys() | fresh.groups.keys()):
        if stored.groups.get(source) != fresh.groups.get(source):
            yield Difference(source, "the copy group is not the one that follows from the texts")
    for source in sorted(stored.elsewhere.keys() | fresh.elsewhere.keys()):
        if stored.elsewhere.get(source) != fresh.elsewhere.get(source):
            yield Difference(source, "the date by other sources is not the one that follows from what they report")
    before, now = {f.id: f for f in stored.findings}, {f.id: as_stored(f) for f in fresh.findings}
    for one in [before[i] for i in sorted(before.keys() - now.keys())]:
        yield Difference(None, f"a finding does not follow from the claims: {one.id} “{one.question}”")
    for one in [now[i] for i in sorted(now.keys() - before.keys())]:
        yield Difference(None, f"a finding is missing: {one.id} “{one.question}”")
    for one in [now[i] for i in sorted(now.keys() & before.keys()) if now[i] != before[i]]:
        yield Difference(None, f"a finding has other {_fields(before[one.id], one)}: {one.id} “{one.question}”")
    for a, b in sorted(stored.reasons.keys() | fresh.reasons.keys()):
        if stored.reasons.get((a, b)) != fresh.reasons.get((a, b)):
            yield Difference(None, f"another reason why two claims are not opposed: {a} and {b}")


def derive(sources: Sequence[Source], claims: Sequence[Claim], pack: Pack) -> Derived:
    """Judge all claims in memory, as a base made anew would hold them."""
    groups, by_id, blocks = copy_groups(sources), {s.id: s for s in sources}, gather_blocks(claims)
    elsewhere = date_all_through_others(sources, blocks, pack)
    results: list[BlockResult] = []
    reasons: dict[tuple[str, str], str] = {}
    for key, block in blocks.items():
        own = {i: by_id[i] for i in sorted({c.source for c in block})}
        results.append(judge_block(key, block, surround(own, groups, pack, elsewhere=elsewhere)))
        reasons = {**results[-1].demotions, **reasons}
    return Derived(groups, shown(results), reasons, elsewhere)


def _fields(a: object, b: object) -> str:
    """Name the fields in which two records of one type differ."""
    return ", ".join(f.name for f in fields(a) if getattr(a, f.name) != getattr(b, f.name))  # type: ignore[arg-type]


def _place(claim: Claim) -> str:
    return f"{claim.kind} {claim.id}, line {claim.line}, “{claim.quote}”"


def _say(value: object) -> str:
    return str(getattr(value, "edtf", value))
