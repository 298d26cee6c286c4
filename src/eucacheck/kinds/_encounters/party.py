"""What a party is: somebody who acts, alone or in a list, and at which level."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from eucacheck.records import EntityMention
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

LIST_GAP = regex.compile(
    r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|;\s*|(?:,\s*)?(?:as well as|along with|together with|alongside|"
    r"joined by|accompanied by)\s+)(?:also\s+|with\s+|by\s+)*(?:the\s+|his\s+|her\s+|its\s+|their\s+)?",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts: `start`/`end` span the words with titles, `name_start`/`name_end` the name alone.

    `id` is a person, `office:SLUG-of-BODY` or `group:LEVEL-of-COUNTRIES`; `key` is its block: for a person the
    consonants of the surname, so that misspelt names meet. `level` and `members` tell of groups and offices.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    id: str
    name: str
    key: str
    form: str
    level: str | None = None
    members: tuple[str, ...] = ()

    def as_value(self) -> dict[str, str]:
        """The party as JSON for a claim's value."""
        return {"id": self.id, "name": self.name, "key": self.key}


_OF = regex.compile(r"\s+(?:of|from|at|with)\s+(?:the\s+)?")
_WHOSE = regex.compile(r"(?:'s?\s+\p{Lu}[\w-]{2,20}(?:\s+(?:(?:of|for|and)\s+)?(?:the\s+)?\p{Lu}[\w-]{2,20}){0,5})?")


def behind_body(doc: "Document", at: int, limit: int) -> int:
    """Give the offset behind the body that somebody is of, "NAME of the Ports Bank", else the offset itself."""
    of = _OF.match(doc.shadow, at, limit)
    body = next((e for e in between(doc.entities, of.end(), limit) if e.start == of.end()), None) if of else None
    if body is None or body.type not in {"org", "country"}:
        return at
    whose = _WHOSE.match(doc.shadow, body.end, limit)
    return whose.end() if whose is not None else body.end


def listed_from(parties: Sequence[Party], first: Party, doc: "Document") -> list[Party]:
    """A party and those joined to it by commas and "and", left to right."""
    chosen = [first]
    for party in parties:
        if party.start < chosen[-1].end:
            continue
        if not _joined(chosen[-1], party, doc):
            break
        chosen.append(party)
    return chosen


def listed_to(parties: Sequence[Party], last: Party, doc: "Document") -> list[Party]:
    """A party and those joined to it from the left, in the order of the text."""
    chosen = [last]
    for party in reversed([p for p in parties if p.end <= last.start]):
        if not _joined(party, chosen[0], doc):
            break
        chosen.insert(0, party)
    return chosen


_ASIDE = regex.compile(r"\([^()]{0,60}\)")


def _joined(left: Party, right: Party, doc: "Document") -> bool:
    """Only a comma, "and" or the like stands between, an aside in brackets and the body of the first left out."""
    start = behind_body(doc, left.end, right.start) if left.form in {"full", "surname"} else left.end
    return LIST_GAP.fullmatch(_ASIDE.sub("", doc.shadow[start : right.start])) is not None


_DEPUTY_PRIME = regex.compile(r"\bdeputy prime ministers?\b")


def of_members(group: Party, members: Sequence[str]) -> Party:
    """Give a group the countries that the words around it tell: "by their foreign ministers", told of A and B."""
    one = f"{group.id}-of-{'+'.join(sorted(m.partition(':')[2] for m in members))}"
    return replace(group, id=one, key=one, members=tuple(members))


def level_of(text: str) -> str:
    """The level of an office or group: leader, deputy, minister, or other."""
    low = _DEPUTY_PRIME.sub("minister", text.casefold().replace("-", " "))
    if "minister" in low and "prime" not in low:
        return "deputy" if any(w in low for w in ("deputy", "vice")) else "minister"
    if any(w in low for w in ("deputy", "vice", "special")):
        return "other"
    if any(w in low for w in ("leader", "president", "head", "prime")):
        return "leader"
    return "other"


def is_of(party: Party, place: EntityMention, doc: "Document") -> bool:
    """The traveller's own country, or a place in it; also where nothing tells whose office the traveller holds."""
    held = {o.organisation for o in doc.offices if o.person == party.id and o.organisation is not None}
    countries = {m for m in (*party.members, *held) if m.startswith("country:")}
    return not countries or any(c == place.entity or doc.pack.contains(c, place.entity) for c in countries)


def may_live(party: Party, place: EntityMention, doc: "Document") -> bool:
    """The place may be the traveller's own: of the country of the office, or in Europe for a body of the union."""
    held = {o.organisation for o in doc.offices if o.person == party.id and o.organisation is not None}
    if held and not any(h.startswith("country:") for h in held):
        return doc.pack.contains("region:europe", place.entity)
    return is_of(party, place, doc)


def at_home(party: Party, place: str, doc: "Document") -> bool:
    """Tell whether the place is of the party's own country or, for a body, in Europe; or is nowhere known."""
    return any(
        doc.pack.contains(m, place)
        or (m.startswith("org:") and doc.pack.contains("region:europe", place))
        or place not in doc.pack.places
        for m in party.members
    )
