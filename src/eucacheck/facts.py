"""Claims to facts: bring together the claims of one block that answer one question, as answers with their sources.

A block is all claims that share a key (a person, an office, a family of events, a measure). Facts and findings are a
function of the claims of their block alone, in canonical order: so the order of adding sources cannot matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from eucacheck.compare.dates import gap_days, span_of_days
from eucacheck.dating.circular import own_voices
from eucacheck.dating.reading import Reading
from eucacheck.instances import Instance, link_instances
from eucacheck.news import Print, likeness
from eucacheck.pack import Pack
from eucacheck.records import Answer, Claim, Interval, Value

MET: Final = "met:"
"""How the blocks begin in which events of a kind and month meet, whoever their parties: for what others cannot see."""
ONE_NEWS: Final = 0.15
"""Likeness of two sources that report one piece of news: 93 of 120 such pairs reach it, none of 2,898 others."""
_NEWS_DAYS: Final = 14
"""Days between two reports of one piece of news."""
_UNDATED: Final = 0.7
"""What likeness is worth where nobody knows when a source appeared."""


@dataclass(frozen=True)
class Surroundings:
    """What a judgement may look at besides the claims: the pack, the sources' dates, copy groups, titles, prints."""

    pack: Pack
    published: Mapping[str, Interval | None] = field(default_factory=dict)
    copy_groups: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    prints: Mapping[str, Print] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)

    def one_news(self, a: str, b: str) -> bool:
        """Tell whether two sources report one piece of news."""
        return a != b and self.news(a, b) >= ONE_NEWS

    def as_dated_by_themselves(self) -> "Surroundings":
        """Give the same without what sources tell of when others were written."""
        own = {i: reading.replaces for i, reading in self.readings.items()}
        return replace(self, published={**self.published, **own}, readings={})

    def alike(self, a: str, b: str) -> bool:
        """Tell whether the texts of two sources are as like as those of one piece of news, whenever they appeared."""
        known = a in self.prints and b in self.prints and a != b
        return known and likeness(self.prints[a], self.prints[b]) >= ONE_NEWS

    def news(self, a: str, b: str) -> float:
        """How surely two sources report one piece of news, 0 to 1: the likeness of their texts, if they appeared near.

        Of sources without a date less is known: they must be more alike, or name a day in common.
        """
        one, other = (self.published.get(s) for s in (a, b))
        if a not in self.prints or b not in self.prints:
            return 0.0
        if one is not None and other is not None and (gap := gap_days(one, other)) is not None and gap > _NEWS_DAYS:
            return 0.0
        if one is None or other is None or max(span_of_days(one), span_of_days(other)) > _NEWS_DAYS:
            shared = self.prints[a].days & self.prints[b].days
            return likeness(self.prints[a], self.prints[b]) * (1.0 if shared else _UNDATED)
        return likeness(self.prints[a], self.prints[b]) if gap is not None else 0.0


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
        told = [c for c in self.claims if "event" in c.value]
        linked = link_instances(told, self.pack, self.around.one_news)
        return [i for i in linked if not self.key.startswith(MET) or len({p.circle for p in i.profiles}) > 1]

    def instance_of(self, claim: Claim) -> Instance | None:
        """Give the event instance that a claim speaks of."""
        return self._by_claim.get(claim.id)

    @cached_property
    def _by_claim(self) -> dict[str, Instance]:
        return {c.id: i for i in self.instances for c in i.claims}

    def one_news(self, a: Claim, b: Claim) -> bool:
        """Tell whether two claims stand in two sources that report one piece of news."""
        return self.around.one_news(a.source, b.source)

    def demote(self, a: Claim, b: Claim, reason: str) -> None:
        """Keep why two claims of this block are not opposed to each other; `why` shows it."""
        first, second = sorted((a.id, b.id))
        self.demotions.setdefault((first, second), reason)

    def answer(self, value: Value, text: str, claims: Iterable[Claim]) -> Answer:
        """An answer with its claims in canonical order, its sources and independent sources counted."""
        ordered = tuple(sorted({c.id: c for c in claims}.values(), key=canonical))
        sources = {c.source for c in ordered}
        groups = own_voices(ordered, self.around.readings, self.around.copy_groups)
        return Answer(value, text, ordered, len(sources), len(groups))


def canonical(claim: Claim) -> tuple[str, int, int, str, str]:
    """The order of claims that does not depend on the order of adding."""
    return (claim.source, claim.start, claim.end, claim.kind, claim.id)
