"""Claims to facts: bring together the claims of one block that answer one question, as answers with their sources.

A block is all claims that share a key (a person, an office, a family of events, a measure). Facts and findings are a
function of the claims of their block alone, in canonical order: so the order of adding sources cannot matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from eucacheck.instances import Instance, link_instances
from eucacheck.pack import Pack
from eucacheck.records import Answer, Claim, Interval, Value


@dataclass(frozen=True)
class Surroundings:
    """What a judgement may look at besides the claims: the pack, the dates of the sources, their copy groups."""

    pack: Pack
    published: Mapping[str, Interval | None] = field(default_factory=dict)
    copy_groups: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Block:
    """The claims that share one key, in canonical order, and what they are judged in."""

    key: str
    claims: Sequence[Claim]
    around: Surroundings
    demotions: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def pack(self) -> Pack:
        """The domain knowledge."""
        return self.around.pack

    @cached_property
    def instances(self) -> list[Instance]:
        """The event instances that the event claims of this block speak of."""
        return link_instances([c for c in self.claims if "event" in c.value], self.pack)

    def instance_of(self, claim: Claim) -> Instance | None:
        """Give the event instance that a claim speaks of."""
        return self._by_claim.get(claim.id)

    @cached_property
    def _by_claim(self) -> dict[str, Instance]:
        return {c.id: i for i in self.instances for c in i.claims}

    def demote(self, a: Claim, b: Claim, reason: str) -> None:
        """Keep why two claims of this block are not opposed to each other; `why` shows it."""
        first, second = sorted((a.id, b.id))
        self.demotions.setdefault((first, second), reason)

    def answer(self, value: Value, text: str, claims: Iterable[Claim]) -> Answer:
        """An answer with its claims in canonical order, its sources and independent sources counted."""
        ordered = tuple(sorted({c.id: c for c in claims}.values(), key=canonical))
        sources = {c.source for c in ordered}
        groups = {self.around.copy_groups.get(s, s) for s in sources}
        return Answer(value, text, ordered, len(sources), len(groups))


def canonical(claim: Claim) -> tuple[str, int, int, str, str]:
    """The order of claims that does not depend on the order of adding."""
    return (claim.source, claim.start, claim.end, claim.kind, claim.id)
