"""A group of two office holders to the two: "the foreign ministers of A and B met" is a meeting of these two.

Each is the person whom the text calls so, else the holder on record at the time of the source, else the bare office.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eucacheck.compare.names import person_key
from eucacheck.kinds._encounters.party import Party

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_OFFICES: Mapping[str, tuple[str, ...]] = {
    "foreign-ministers": ("minister-of-foreign-affairs",),
    "leaders": ("president", "prime-minister"),
    "prime-ministers": ("prime-minister",),
}
"""The offices of the levels that have one holder in a country."""
_TWO = 2


def two_offices(who: list[Party], doc: "Document") -> list[Party]:
    """Give the two of a group of two countries; the parties as they are where it is none, or not of single holders."""
    if len(who) != 1 or who[0].form != "group":
        return who
    group = who[0]
    level, _, _ = group.id.partition(":")[2].partition("-of-")
    offices = _OFFICES.get(level)
    if offices is None or len(group.members) != _TWO:
        return who
    return [_holder(offices, country, group, doc) for country in group.members]


def _holder(offices: Sequence[str], country: str, group: Party, doc: "Document") -> Party:
    """The one person whom the text or the pack has in the office; else the office itself."""
    called = {o.person for o in doc.offices if o.person and o.office in offices and o.organisation == country}
    people = called or _on_record(offices[0], country, doc)
    if len(people) != 1:
        one = f"office:{offices[0]}-of-{country.partition(':')[2]}"
        return replace(group, id=one, name=doc.pack.name_of(one), key=one, form="office", members=(country,))
    person = people.pop()
    name = next((p.name for p in doc.persons if p.person == person and p.form == "full"), doc.pack.name_of(person))
    return replace(group, id=person, name=name, key=person_key(name) or person, form="role", members=(country,))


def _on_record(office: str, country: str, doc: "Document") -> set[str]:
    published = doc.source.published
    if published is None or published.start is None or published.end is None:
        return set()
    return {
        f"person:{h.person}"
        for slug, entry in doc.pack.offices.items()
        if (entry.office, entry.organisation) == (office, country) and entry.single_holder
        for day in (published.start, published.end)
        for h in doc.pack.holders(slug, day)
    }
