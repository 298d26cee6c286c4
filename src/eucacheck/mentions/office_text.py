"""What the grammar of office phrases reads and makes: a text by offset, and one role phrase."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from eucacheck.records import EntityMention, PersonMention
from eucacheck.spans import covered, in_order


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """One role phrase before it is said of anybody.

    `word` is where the office noun stands, `bodies` are the entities of a list after a plural noun.
    """

    start: int
    end: int
    office: str
    organisation: str | None
    domain: str | None
    tenure: str = "current"
    informal: bool = False
    plural: bool = False
    weak: bool = False
    word: int = 0
    bodies: tuple[str, ...] = ()


class OfficeText:
    """The shadow of a text with its entities and people by offset."""

    def __init__(self, shadow: str, entities: Sequence[EntityMention], persons: Sequence[PersonMention]) -> None:
        self.shadow = shadow
        self.by_start = {e.start: e for e in entities}
        self.by_end = {e.end: e for e in entities}
        self.entities = in_order(entities)
        self.starts = [e.start for e in self.entities]
        self.people = sorted(p.start for p in persons if p.form in {"full", "surname"})

    def limit(self, end: int) -> int:
        """Where the next person begins, or the line ends."""
        line = self.shadow.find("\n", end)
        stop = len(self.shadow) if line < 0 else line
        i = bisect_left(self.people, end)
        return self.people[i] if i < len(self.people) else stop

    def in_entity(self, start: int, end: int) -> bool:
        """Tell whether a span is a part of an entity."""
        return covered(self.entities, start, end)


def is_sent(office: str) -> bool:
    """Heads of delegations and missions belong to who sends them; where they work is their domain."""
    return "delegation" in office or office.endswith("head-of-mission")


_ENVOYS = frozenset("ambassador charge-d-affaires envoy consul consul-general permanent-representative".split())


def is_posted(phrase: OfficePhrase) -> bool:
    """'The ambassador in Norland': of whom he is there, the words do not tell."""
    return phrase.office in _ENVOYS and phrase.organisation is None


def posted_in(text: OfficeText, phrase: OfficePhrase, entity: EntityMention) -> OfficePhrase:
    """Give such a phrase with the country to which it is sent."""
    country = text.shadow[entity.start : entity.end] if entity.type == "country" else None
    return replace(phrase, domain=phrase.domain or country, end=entity.end)
