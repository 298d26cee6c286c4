"""Claims of visits and meetings for tests, and what is judged of them."""

from collections.abc import Sequence

from eucacheck.compare.names import person_key
from eucacheck.facts import Surroundings
from eucacheck.pack import Pack
from eucacheck.pipeline import judge_all
from eucacheck.records import Claim, Finding


def party(name: str) -> dict[str, str]:
    return {"id": "person:" + name.casefold().replace(" ", "-"), "name": name, "key": person_key(name)}


def judged(claims: Sequence[Claim], pack: Pack | None = None) -> list[Finding]:
    """Findings in the order of their ids, each once."""
    around = Surroundings(pack or Pack())
    found = {f.id: f for result in judge_all(claims, around) for f in result.findings}
    return sorted(found.values(), key=lambda f: f.id)


def rules(findings: Sequence[Finding]) -> set[tuple[str, str]]:
    return {(f.rule, f.verdict) for f in findings}
