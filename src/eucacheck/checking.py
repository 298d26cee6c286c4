"""A base and what its texts give today, to the differences between them, each in a sentence that names the place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from eucacheck.extraction import Extracted
from eucacheck.independence import copy_groups
from eucacheck.judging import gather_blocks, judge_block, shown, surround
from eucacheck.pack import Pack
from eucacheck.records import Claim, Finding, Source
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


def compare_facts(
    findings: Sequence[Finding],
    groups: Mapping[str, str],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    pack: Pack,
) -> Iterator[Difference]:
    """Compare the stored copy groups and findings with those that follow from the stored claims."""
    fresh_groups = copy_groups(sources)
    for source in sources:
        if groups.get(source.id) != fresh_groups.get(source.id):
            yield Difference(source.id, "the copy group is not the one that follows from the texts")
    by_id = {s.id: s for s in sources}
    results = (
        judge_block(key, block, surround({i: by_id[i] for i in sorted({c.source for c in block})}, fresh_groups, pack))
        for key, block in gather_blocks(claims).items()
    )
    stored, found = {f.id: f for f in findings}, {f.id: f for f in shown(results)}
    for identifier in sorted(stored.keys() | found.keys()):
        before, now = stored.get(identifier), found.get(identifier)
        if now is None and before is not None:
            yield Difference(None, f"a finding that does not follow from the claims: {before.id} “{before.question}”")
        elif before is None and now is not None:
            yield Difference(None, f"a finding is missing: {now.id} “{now.question}”")
        elif before is not None and now is not None and before != as_stored(now):
            yield Difference(None, f"a finding has other {_fields(before, as_stored(now))}: {now.id} “{now.question}”")


def _fields(a: object, b: object) -> str:
    """Name the fields in which two records of one type differ."""
    return ", ".join(f.name for f in fields(a) if getattr(a, f.name) != getattr(b, f.name))  # type: ignore[arg-type]


def _place(claim: Claim) -> str:
    return f"{claim.kind} {claim.id}, line {claim.line}, “{claim.quote}”"


def _say(value: object) -> str:
    return str(getattr(value, "edtf", value))
