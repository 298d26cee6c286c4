"""Labels to outcomes: each original and its mutated copy read as two sources, and what is flagged where they differ.

A flag counts for or against the tool only where it does not stand without the mutation: the same original beside an
unchanged copy is read too.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

from eucacheck.checking import derive
from eucacheck.errors import GoldError
from eucacheck.extraction import Extracted, extract
from eucacheck.findings import FLAGGED
from eucacheck.mutation.labels import Label
from eucacheck.pack import Pack
from eucacheck.records import Finding, Source
from eucacheck.sources import read_path

UNCHANGED: Final = "unchanged"
Answers: TypeAlias = frozenset[str]
Identity: TypeAlias = tuple[str, str, str]
"""Rule, subject and question of a finding, the source of the copy not named."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutation.

    `flagged` where a flag that the mutation brought about rests on the changed words; `by` are its rule and sentence.
    `near` are rules and verdicts of findings that rest on them and are no flags, `claims` the kinds of claims found
    there.
    """

    label: Label
    flagged: bool
    by: str
    near: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def told(self) -> str:
        """Give the flag in words; where there is none, what the tool made of the place instead."""
        if self.by:
            return self.by
        if not self.claims:
            return "no claim there"
        return f"claims: {', '.join(self.claims)}; {', '.join(self.near) or 'nothing compared'}"


def try_labels(
    folder: Path, labels: Sequence[Label], pack: Pack, on_progress: Callable[[Source], None] | None = None
) -> list[Outcome]:
    """Read every copy beside its original. Raises GoldError where a copy has other words than its label says."""
    known: dict[str, tuple[Extracted, dict[str, Mapping[Identity, Answers]]]] = {}
    outcomes = []
    for label in labels:
        if label.original not in known:
            known[label.original] = (extract(read_path(folder / label.original), pack), {})
        original, standing = known[label.original]
        copy = read_path(folder / label.file)
        if copy.text[label.start : label.end] != label.after:
            raise GoldError(f"{label.file}: has other words at {label.start} to {label.end} than {label.after!r}")
        date = copy.published.edtf if copy.published is not None else ""
        if date not in standing:
            unchanged = extract(_unchanged(original.source, copy), pack)
            standing[date] = _flags(_pair(original, unchanged, pack), unchanged.source)
        outcomes.append(_outcome(label, original, extract(copy, pack), standing[date], pack))
        if on_progress is not None:
            on_progress(copy)
    return outcomes


def _unchanged(original: Source, copy: Source) -> Source:
    """The original once more as another source, published as the copy is."""
    return replace(copy, id=f"{original.id}-{UNCHANGED}", sha256=f"{original.sha256}-{UNCHANGED}", text=original.text)


def _pair(original: Extracted, copy: Extracted, pack: Pack) -> Sequence[Finding]:
    return derive([original.source, copy.source], [*original.claims, *copy.claims], pack).findings


def _flags(findings: Sequence[Finding], copy: Source) -> dict[Identity, Answers]:
    return {_identity(f, copy): frozenset(a.text for a in f.answers) for f in findings if f.verdict in FLAGGED}


def _identity(finding: Finding, copy: Source) -> Identity:
    """A finding about the copy alone names its source, whose identifier is another for each text."""
    return finding.rule, finding.subject.replace(copy.id, UNCHANGED), finding.question.replace(copy.id, UNCHANGED)


def _outcome(
    label: Label, original: Extracted, copy: Extracted, standing: Mapping[Identity, Answers], pack: Pack
) -> Outcome:
    findings = [f for f in _pair(original, copy, pack) if _rests_on(f, copy.source.id, label)]
    flags = [f for f in findings if f.verdict in FLAGGED and _is_new(f, standing, copy.source, label)]
    first = min(flags, key=lambda f: (f.rule, f.id), default=None)
    near = sorted({f"{f.rule} {f.verdict}" for f in findings if f.verdict not in FLAGGED})
    claims = sorted({c.kind for c in copy.claims if _meets(label, c.start, c.end)})
    by = f"{first.rule} {first.summary}" if first is not None else ""
    return Outcome(label, first is not None, by, tuple(near), tuple(claims))


def _is_new(finding: Finding, standing: Mapping[Identity, Answers], copy: Source, label: Label) -> bool:
    """An error is found by a new flag or a new answer in one that stands; a non-error is hurt by a new flag alone."""
    before = standing.get(_identity(finding, copy))
    if before is None:
        return True
    return label.error and frozenset(a.text for a in finding.answers) != before


def _rests_on(finding: Finding, copy: str, label: Label) -> bool:
    return any(c.source == copy and _meets(label, c.start, c.end) for c in finding.claims)


def _meets(label: Label, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in label.spans)
