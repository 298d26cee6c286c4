"""A document to its parties: the persons, office holders and groups who may travel, meet or take part.

A person who is not named but called by an office is an office party; "the foreign ministers of Kazakhstan and
Tajikistan" is a group with its level and its countries. Nothing here depends on the pack knowing a person.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.compare.names import person_key
from eucacheck.records import OfficeMention, PersonMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
from eucacheck.kinds._encounters.groups import (
    GROUP_HEAD,
    group_at,
    unnamed_offices,
)
from eucacheck.kinds._encounters.party import Party, level_of
from eucacheck.spans import between

_HEADS = tuple(
    "leader chief counterpart head secretary speaker chair chairman chairwoman chairperson official diplomat envoy "
    "director minister president premier ambassador representative commissioner governor mayor lawmaker negotiator "
    "colleague host strongman rector founder CEO".split()
)
_TITLE = regex.compile(
    r"(?:\b(?:the|his|her|its|their|visiting|senior|veteran)\s+)?(?:\b(?:\p{Lu}[\w'.-]*|of|for|and|"
    rf"foreign|security|deputy|prime|senior|first)\s+){{0,7}}\b(?:{'|'.join(_HEADS)})\s+$",
)
_ROLE = regex.compile(
    r"\b[Tt]he (?P<role>(?:prime |foreign )?minister|president|commissioner|high representative|"
    r"special representative|chancellor|premier|ambassador|envoy)\b(?!\s+(?:of|for|to)\b|\s\p{Lu})"
)
_GUEST = regex.compile(
    r"\b(?:[Tt]he|his|her) (?:high |distinguished |European |EU )?(?:guest|visitor)\b"
    r"(?!'|\s+(?:of|from|book|house|list)\b)"
)
_HOSTS = regex.compile(
    r"\s+(?:also\s+|then\s+|has\s+|had\s+)?(?:received|welcomed|hosted|greeted|receives|welcomes|hosts)\b"
)
_BY = regex.compile(r"\bby\s+(?:the\s+)?$")
_GUEST_BACK = 3
"""Sentences back in which it is looked for who the guest is."""
_ANY = regex.compile(r"\b(?:an?|any|every|each|no|another)\s+(?:\w+\s+)?$", regex.I)
_I = regex.compile(r"\bI\b")


def find_parties(doc: "Document") -> list[Party]:
    """All parties of a document in the order of the text, none inside another."""
    return doc.once(_find)


def _find(doc: "Document") -> list[Party]:
    named = [_person(p, doc) for p in doc.persons]
    offices = [_office(o, doc) for o in doc.offices if o.person is None]
    unnamed = [_office(o, doc) for o in unnamed_offices(doc)]
    groups = [g for m in GROUP_HEAD.finditer(doc.shadow) if (g := group_at(m, doc)) is not None]
    found: list[Party] = []
    taken = bytearray(len(doc.text) + 1)
    for party in sorted(
        [*named, *groups, *offices, *unnamed, *_by_role(named, doc), *_guests(named, doc), *_first_person(doc)],
        key=_priority,
    ):
        if taken.find(1, party.start, party.end) < 0:
            taken[party.start : party.end] = b"\1" * (party.end - party.start)
            found.append(party)
    found.sort(key=lambda p: p.start)
    found += _subjects(found, doc)
    return _of_one_circle(sorted(found, key=lambda p: p.start))


_LEADERS = "group:leaders"


def _of_one_circle(parties: list[Party]) -> list[Party]:
    """'The five presidents' of a text that speaks of the leaders of one region alone are these."""
    circles = {p.id: p for p in parties if p.id.startswith(_LEADERS + "-of-")}
    if len(circles) != 1:
        return parties
    one = next(iter(circles.values()))
    return [replace(p, id=one.id, key=one.key, members=one.members) if p.id == _LEADERS else p for p in parties]


def _priority(party: Party) -> tuple[int, int, int]:
    """Groups before persons inside them ("Presidents of X"), longer before shorter."""
    return ({"group": 0, "full": 1, "surname": 1}.get(party.form, 2), party.start - party.end, party.start)


def _person(mention: PersonMention, doc: "Document") -> Party:
    start, end = mention.start, mention.end
    office = None
    for one in between(doc.offices, mention.start - 300, mention.end + 300):
        if one.person == mention.person and one.named_start <= mention.start and mention.end <= one.named_end:
            start, end = min(start, one.named_start), max(end, one.named_end)
            office = office or one
    start = _title_before(doc.shadow, start)
    name = _name(mention, doc)
    words = doc.shadow[start : mention.start] + " " + doc.shadow[mention.end : end]
    level = level_of(words if words.strip() else office.office) if office is not None else None
    members = (office.organisation,) if office is not None and office.organisation else ()
    key = person_key(name) or mention.person
    return Party(start, end, mention.start, mention.end, mention.person, name, key, mention.form, level, members)


def _title_before(shadow: str, start: int) -> int:
    """Where a title that no office grammar knows begins: 'Security Council chief NAME', 'his counterpart NAME'."""
    if not shadow[max(0, start - 90) : start].rstrip().endswith(_HEADS):
        return start
    match = _TITLE.search(shadow, max(0, start - 90), start)
    return match.start() if match is not None else start


def _name(mention: PersonMention, doc: "Document") -> str:
    known = doc.pack.people.get(mention.person)
    if known is not None:
        return known.name
    names = [p.name for p in doc.persons if p.person == mention.person and p.name]
    return max(names, key=len) if names else doc.pack.name_of(mention.person).title()


def _by_role(named: Sequence[Party], doc: "Document") -> list[Party]:
    """'The minister': the one person of the last sentences, else of all before, who was called so."""
    found = []
    for match in _ROLE.finditer(doc.shadow):
        word = match["role"].casefold()
        here = doc.sentence_index(match.start())
        if here < 0:
            continue
        since = doc.sentences[max(0, here - 3)].start
        near = {
            o.person
            for o in doc.offices
            if since <= o.start < match.start() and o.person is not None and word.replace(" ", "-") in o.office
        }
        near = near or {
            o.person for o in doc.offices
            if o.start < match.start() and o.person is not None and word.replace(" ", "-") in o.office
        }  # fmt: skip
        near = near or _of_one_body(word, doc, match.start())
        said = [p for p in named if p.id in near and p.end <= match.start()]
        if len(near) == 1 and said:
            found.append(
                replace(
                    said[-1],
                    start=match.start(),
                    end=match.end(),
                    name_start=match.start(),
                    name_end=match.end(),
                    form="role",
                )
            )
    return found


def _of_one_body(word: str, doc: "Document", at: int) -> set[str]:
    """'The commissioner', of whom the text gives another office: who has one at the only body with it."""
    bodies = {o.organisation for o in doc.pack.offices.values() if o.office == word.replace(" ", "-")}
    if len(bodies) != 1:
        return set()
    return {o.person for o in doc.offices if o.start < at and o.person is not None and o.organisation in bodies}


def _subjects(parties: Sequence[Party], doc: "Document") -> list[Party]:
    """'He met P', where nothing else tells who he is: the one person of the sentence before."""
    known = {p.start for p in doc.persons}
    found = []
    for match in _HE.finditer(doc.shadow):
        sentence = doc.sentence_of(match.start())
        before = doc.sentence_before(sentence) if sentence is not None and match.start() not in known else None
        if sentence is None or before is None or between(parties, sentence.start, match.start()):
            continue
        near = [p for p in between(parties, before.start, before.end) if p.form != "body"]
        if len(near) == 1 and near[0].id.startswith("person:"):
            start, end = match.span()
            found.append(replace(near[0], start=start, end=end, name_start=start, name_end=end, form="pronoun"))
    return found


_HE = regex.compile(
    r"(?<=[.!?\"]\s|^|\n|\b\p{Lu}\w{2,9}day,?\s|\d,?\s)(?:[Hh]e|[Ss]he)\b"
    r"(?=\s+(?:then\s+|also\s+)?(?:met|saw|visited|received|held|spoke))"
)


def _guests(named: Sequence[Party], doc: "Document") -> list[Party]:
    """'The guest': the one person of the last sentences who is not said to be the host."""
    found = []
    for match in _GUEST.finditer(doc.shadow):
        here = doc.sentence_index(match.start())
        since = doc.sentences[max(0, here - _GUEST_BACK)].start
        near = [p for p in named if since <= p.start and p.end <= match.start()]
        hosts = {
            p.id
            for p in near
            if _BY.search(doc.shadow, max(0, p.start - 12), p.start) or _HOSTS.match(doc.shadow, p.end)
        }
        guests = [p for p in near if p.id not in hosts]
        if len({p.id for p in guests}) == 1:
            start, end = match.span()
            found.append(replace(guests[-1], start=start, end=end, name_start=start, name_end=end, form="role"))
    return found


def _first_person(doc: "Document") -> list[Party]:
    """'I' in a quotation is its speaker."""
    found = []
    for quotation in doc.speech.quotations:
        if quotation.speaker is None or not quotation.speaker.startswith("person:"):
            continue
        found += [
            _person(PersonMention(m.start(), m.end(), quotation.speaker, "pronoun"), doc)
            for m in _I.finditer(doc.shadow, quotation.start, quotation.end)
        ]
    return found


def _office(mention: OfficeMention, doc: "Document") -> Party:
    """An office whose holder the text does not name; the pack may know the one holder of the source's time."""
    words = doc.text[mention.start : mention.end]
    body = mention.organisation.partition(":")[2] if mention.organisation else "unknown"
    one = f"office:{mention.office}-of-{body}"
    members = (mention.organisation,) if mention.organisation else ()
    start, end = mention.start, mention.end
    plain = Party(start, end, start, end, one, words, one, "office", level_of(mention.office), members)
    published = doc.source.published
    if published is None or published.start is None or published.end is None or not doc.own_article(mention.start):
        return plain
    if _ANY.search(doc.shadow, max(0, start - 12), start) is not None:
        return plain  # 'a President of A': one of those who held the office
    known = [
        o for o in doc.pack.offices.values() if (o.office, o.organisation) == (mention.office, mention.organisation)
    ]
    if len(known) != 1 or not known[0].single_holder or mention.tenure in {"former", "designate", "future"}:
        return plain
    slug = next(k for k, o in doc.pack.offices.items() if o is known[0])
    holders = {h.person for day in (published.start, published.end) for h in doc.pack.holders(slug, day)}
    if len(holders) != 1:
        return plain
    person = f"person:{next(iter(holders))}"
    name = doc.pack.name_of(person)
    return replace(plain, id=person, name=name, key=person_key(name) or person)
