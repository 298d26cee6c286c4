"""Cases as Markdown to what the tool makes of them: sources in fenced blocks, expectations in words.

A case is a `##` section with ```source blocks (a name, then published=EDTF and publisher="..." where known) and one
```expect block. Each line of it is one expectation:

    fires RULE VERDICT ["words"]   a finding of the kind with that rule, verdict and words in its summary
    silent RULE                    no finding of that rule
    quiet                          no conflict or variant of the kind at all
    claims N                       exactly N claims of the kind
    claim "words"                  a claim of the kind whose quote is these words
    agrees "words" S/I             two sources or more agree: words of the summary, S sources, I of them independent
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eucacheck.facts import Surroundings
from eucacheck.independence import copy_groups
from eucacheck.metadata import Metadata
from eucacheck.news import print_of
from eucacheck.pack import Pack
from eucacheck.pipeline import extract, judge_all
from eucacheck.records import Claim, Finding
from eucacheck.sources import read_text

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(source|expect)[ \t]*([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class CaseText:
    """One article of a case: its name, what is known about it, its text."""

    name: str
    known: dict[str, str]
    text: str


@dataclass(frozen=True)
class Case:
    """One section of a case file."""

    kind: str
    title: str
    texts: list[CaseText] = field(default_factory=list)
    expected: list[list[str]] = field(default_factory=list)

    def __str__(self) -> str:
        """Give kind and title, for the test's name."""
        return f"{self.kind}: {self.title}"

    @property
    def must_fire(self) -> bool:
        """Tell whether something is to be reported."""
        return any(line[0] == "fires" for line in self.expected)

    @property
    def must_not_fire(self) -> bool:
        """Tell whether something is not to be reported."""
        return any(line[0] in {"quiet", "silent"} for line in self.expected)


@dataclass(frozen=True)
class Outcome:
    """What the tool made of a case: claims and findings of the case's kind."""

    claims: list[Claim]
    findings: list[Finding]


def read_cases(path: Path) -> Iterator[Case]:
    """Read the cases of one file; its name is the kind."""
    parts = _SECTION.split(path.read_text(encoding="utf-8"))
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        case = Case(path.stem, title.strip())
        for what, info, text in _FENCE.findall(body):
            if what == "source":
                name, *pairs = shlex.split(info)
                case.texts.append(CaseText(name, dict(p.split("=", 1) for p in pairs), text))
            else:
                case.expected.extend(shlex.split(line) for line in text.splitlines() if line.strip())
        yield case


def run_case(case: Case, pack: Pack) -> Outcome:
    """Take the articles of a case through the whole path."""
    found = [extract(read_text(t.text, path=f"{t.name}.txt", metadata=Metadata(**t.known)), pack) for t in case.texts]
    sources = [e.source for e in found]
    names = {s.id: t.name for s, t in zip(sources, case.texts, strict=True)}
    around = Surroundings(
        pack,
        {s.id: s.published for s in sources},
        copy_groups(sources),
        names,
        {s.id: print_of(s.text) for s in sources},
    )
    claims = [c for e in found for c in e.claims]
    every = [f for block in judge_all(claims, around) for f in block.findings]
    every.sort(key=lambda f: sum(len(a.claims) for a in f.answers))
    findings = {f.id: f for f in every}  # one fact of two blocks: the one with more evidence, as the base shows it
    return Outcome([c for c in claims if c.kind == case.kind], [f for f in findings.values() if f.kind == case.kind])


def unmet(line: list[str], outcome: Outcome) -> str | None:
    """Say what an expectation misses in an outcome; None where it is met."""
    match line:
        case ["fires", rule, verdict, *words]:
            hits = [f for f in outcome.findings if (f.rule, f.verdict) == (rule, verdict)]
            met = any(all(w.casefold() in f.summary.casefold() for w in words) for f in hits)
        case ["silent", rule]:
            met = all(f.rule != rule for f in outcome.findings)
        case ["quiet"]:
            met = all(f.verdict not in {"conflict", "variant"} for f in outcome.findings)
        case ["claims", number]:
            met = len(outcome.claims) == int(number)
        case ["claim", words]:
            met = any(c.quote == words for c in outcome.claims)
        case ["agrees", words, counts]:
            met = any(
                f.verdict == "agree" and words.casefold() in f.summary.casefold() and counts in _counts(f)
                for f in outcome.findings
            )
        case _:
            return f"{shlex.join(line)} is no expectation"
    return None if met else f"not met: {shlex.join(line)}\n{_tell(outcome)}"


def _counts(finding: Finding) -> set[str]:
    return {f"{a.sources}/{a.independent}" for a in finding.answers}


def _tell(outcome: Outcome) -> str:
    claims = [f"  claim {c.quote!r} {dict(c.value)}" for c in outcome.claims]
    findings = [f"  {f.rule} {f.verdict} {sorted(_counts(f))}: {f.summary}" for f in outcome.findings]
    return "\n".join([*claims, *findings])
