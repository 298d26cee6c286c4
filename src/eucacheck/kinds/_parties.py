"""A document to its parties: the persons, office holders and groups who may travel, meet or take part.

A person who is not named but called by an office is an office party; "the foreign ministers of Kazakhstan and
Tajikistan" is a group with its level and its countries. Nothing here depends on the pack knowing a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from eucacheck.compare.names import person_key
from eucacheck.records import EntityMention, OfficeMention, PersonMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_COUNT = r"(?:all|both|two|three|four|five|six|\d{1,3})"
_LEVELS = (
    (
        "deputy-foreign-ministers",
        r"(?:first )?(?:deputy|vice)[- ](?:foreign ministers|ministers (?:of|for) foreign affairs|"
        r"heads of (?:the )?foreign minist(?:ry|ries))",
    ),
    ("deputy-ministers", r"(?:deputy|vice)[- ](?:(?-i:[a-z]{4,12}) )?ministers"),
    (
        "foreign-ministers",
        r"foreign ministers|ministers (?:of|for) foreign affairs|foreign affairs ministers|"
        r"heads of (?:the )?(?:foreign ministries|diplomacy)|top diplomats",
    ),
    ("leaders", r"heads of states?(?: and(?: of)? governments?)?|heads of government|leaders|presidents"),
    ("prime-ministers", r"prime ministers"),
    ("ministers", r"(?:(?-i:[a-z]{4,14}) )?ministers(?: of (?-i:[a-z]{4,14})(?: and (?-i:[a-z]{4,14}))?)?"),
    ("ambassadors", r"ambassadors|envoys|special (?:envoys|representatives)|national coordinators"),
    ("delegation", r"(?:(?-i:[a-z]{4,15}) )?delegations?"),
    (
        "representatives",
        r"(?:(?-i:[a-z]{4,12}) )?(?:representatives|officials|diplomats|lawmakers|parliamentarians|"
        r"experts|delegates|executives|entrepreneurs|businessmen|counterparts)|"
        r"business leaders|meps|members of (?:the )?parliament",
    ),
)
_HEAD = regex.compile(rf"\b(?:{'|'.join(f'(?P<l{i}>{p})' for i, (_, p) in enumerate(_LEVELS))})\b(?!-)", regex.I)
_LEFT = regex.compile(rf"(?:\b(?:the|a|an|its|their|{_COUNT}|the {_COUNT})\s+)$", regex.I)
_OF = regex.compile(
    rf"\s+(?:of|from|representing)\s+(?:the\s+|its\s+|all\s+)*(?:{_COUNT}\s+)?(?:countries of |states of |"
    r"member states of )?",
    regex.I,
)
_TITLE = regex.compile(
    r"(?:\b(?:the|his|her|its|their|visiting|senior|veteran)\s+)?(?:\b(?:\p{Lu}[\w'.-]*|of|for|and|"
    r"foreign|security|deputy|prime|senior|first)\s+){0,7}"
    r"\b(?:leader|chief|counterpart|head|secretary|speaker|chair(?:man|woman|person)?|official|diplomat|"
    r"envoy|director|minister|president|premier|ambassador|"
    r"representative|commissioner|governor|mayor|lawmaker|negotiator|colleague|host|strongman|rector|"
    r"founder|CEO)\s+$",
)
_ONE = regex.compile(
    r"\b(?:(?:first\s+)?deputy\s+|vice[- ])?(?:(?:foreign|energy|trade|interior|defen[cs]e|transport|"
    r"economy|finance|prime|health|culture|education)\s+minister|"
    r"minister\s+(?:of|for)\s+foreign\s+affairs|president)\b",
    regex.I,
)
_ROLE = regex.compile(
    r"\b[Tt]he (?P<role>(?:prime |foreign )?minister|president|commissioner|high representative|"
    r"special representative|chancellor|premier|ambassador|envoy)\b(?!\s+(?:of|for|to)\b|\s\p{Lu}|')"
)
_I = regex.compile(r"\bI\b")
_THE_REGION = regex.compile(
    r"\s+(?:of|from)\s+(?:all\s+)?(?:the\s+)?(?:(?:five\s+)?(?:countries|states|nations|"
    r"republics)\s+(?:of|in)\s+)?the region\b",
    regex.I,
)
_NO_PARTY = regex.compile(
    r"^(?:'s?)?\s*(?:meetings?|summits?|councils?|conference|level|dialogue|talks|format)\b", regex.I
)
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


def find_parties(doc: "Document") -> list[Party]:
    """All parties of a document in the order of the text, none inside another."""
    named = [_person(p, doc) for p in doc.persons]
    offices = [_office(o, doc) for o in doc.offices if o.person is None]
    unnamed = [_office(o, doc) for o in _unnamed_offices(doc)]
    groups = [g for m in _HEAD.finditer(doc.shadow) if (g := _group(m, doc)) is not None]
    found: list[Party] = []
    for party in sorted(
        [*named, *groups, *offices, *unnamed, *_by_role(named, doc), *_first_person(doc)], key=_priority
    ):
        if not any(party.start < f.end and f.start < party.end for f in found):
            found.append(party)
    return sorted(found, key=lambda p: p.start)


def listed_from(parties: Sequence[Party], first: Party, doc: "Document") -> list[Party]:
    """A party and those joined to it by commas and "and", left to right."""
    chosen = [first]
    for party in parties:
        if party.start < chosen[-1].end:
            continue
        gap = regex.sub(r"\([^()]{0,60}\)", "", doc.shadow[chosen[-1].end : party.start])
        if not LIST_GAP.fullmatch(gap):
            break
        chosen.append(party)
    return chosen


def listed_to(parties: Sequence[Party], last: Party, doc: "Document") -> list[Party]:
    """A party and those joined to it from the left, in the order of the text."""
    chosen = [last]
    for party in reversed([p for p in parties if p.end <= last.start]):
        gap = regex.sub(r"\([^()]{0,60}\)", "", doc.shadow[party.end : chosen[0].start])
        if not LIST_GAP.fullmatch(gap):
            break
        chosen.insert(0, party)
    return chosen


def level_of(text: str) -> str:
    """The level of an office or group: leader, deputy, minister, or other."""
    low = regex.sub(r"\bdeputy prime ministers?\b", "minister", text.casefold().replace("-", " "))
    if "minister" in low and "prime" not in low:
        return "deputy" if regex.search(r"deputy|vice", low) else "minister"
    if regex.search(r"deputy|vice|special", low):
        return "other"
    if regex.search(r"leader|president|head|prime", low):
        return "leader"
    return "other"


def _priority(party: Party) -> tuple[int, int, int]:
    """Groups before persons inside them ("Presidents of X"), longer before shorter."""
    return ({"group": 0, "full": 1, "surname": 1}.get(party.form, 2), party.start - party.end, party.start)


def _person(mention: PersonMention, doc: "Document") -> Party:
    start, end = mention.start, mention.end
    office = None
    for one in doc.offices:
        if one.person == mention.person and one.named_start <= mention.start and mention.end <= one.named_end:
            start, end = min(start, one.named_start), max(end, one.named_end)
            office = office or one
    start = _title_before(doc.shadow, start)
    name = _name(mention, doc)
    words = doc.shadow[start : mention.start] + " " + doc.shadow[mention.end : end]
    level = level_of(words if words.strip() else office.office) if office is not None else None
    members = (office.organisation,) if office is not None and office.organisation else ()
    return Party(start, end, mention.start, mention.end, mention.person, name, person_key(name) or mention.person, mention.form, level, members)  # fmt: skip


def _title_before(shadow: str, start: int) -> int:
    """Where a title that no office grammar knows begins: 'Kyrgyz Security Council chief NAME', 'his Czech counterpart NAME'."""
    match = _TITLE.search(shadow, max(0, start - 90), start)
    return match.start() if match is not None else start


def _name(mention: PersonMention, doc: "Document") -> str:
    known = doc.pack.people.get(mention.person)
    if known is not None:
        return known.name
    names = [p.name for p in doc.persons if p.person == mention.person and p.name]
    return max(names, key=len) if names else doc.pack.name_of(mention.person).title()


def _unnamed_offices(doc: "Document") -> list[OfficeMention]:
    """'the Deputy Foreign Minister of Turkmenistan': offices of a country whose holder is not named."""
    found = []
    for match in _ONE.finditer(doc.shadow):
        end = match.end()
        tail = doc.shadow[end : end + 12]
        if regex.match(r"(?:'s?)?\s+(?:\p{Lu}|meeting|level)", tail) or any(
            0 <= p.start - end <= 2 for p in doc.persons if p.name
        ):
            continue
        of = _OF.match(doc.shadow, end)
        bodies = entities_from(doc, of.end())[:1] if of is not None else []
        body = bodies[0] if bodies else _adjective_before(match.start(), doc)
        if body is None or any(o.start < end and match.start() < o.end for o in doc.offices):
            continue
        slug = regex.sub(r"\s+", "-", match.group().casefold())
        slug = regex.sub(r"foreign-minister|minister-for-foreign-affairs", "minister-of-foreign-affairs", slug)
        found.append(OfficeMention(min(match.start(), body.start), max(end, body.end), slug, body.entity, None))
    return found


def _by_role(named: Sequence[Party], doc: "Document") -> list[Party]:
    """'The minister': the one person of the last sentences who was called so, if one remains."""
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


def _first_person(doc: "Document") -> list[Party]:
    """'I' in a quotation is its speaker."""
    found = []
    for quotation in doc.speech.quotations:
        if quotation.speaker is None or not quotation.speaker.startswith("person:"):
            continue
        for match in _I.finditer(doc.shadow, quotation.start, quotation.end):
            found.append(_person(PersonMention(match.start(), match.end(), quotation.speaker, "pronoun"), doc))
    return found


def _office(mention: OfficeMention, doc: "Document") -> Party:
    """An office whose holder the text does not name; the pack may know the one holder of the source's time."""
    words = doc.text[mention.start : mention.end]
    body = mention.organisation.partition(":")[2] if mention.organisation else "unknown"
    plain = Party(
        mention.start, mention.end, mention.start, mention.end, f"office:{mention.office}-of-{body}", words,
        f"office:{mention.office}-of-{body}", "office", level_of(mention.office), (mention.organisation,) if mention.organisation else (),
    )  # fmt: skip
    published = doc.source.published
    if published is None or published.start is None or published.end is None or not doc.own_article(mention.start):
        return plain
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


def _group(match: regex.Match[str], doc: "Document") -> Party | None:
    shadow = doc.shadow
    level = next(name for i, (name, _) in enumerate(_LEVELS) if match[f"l{i}"])
    start, end = match.span()
    if _NO_PARTY.match(shadow[end : end + 24]) or any(
        p.start - end <= 1 and p.start >= end and p.form != "pronoun" for p in doc.persons
    ):
        return None
    members: list[str] = []
    while (before := _adjective_before(start, doc)) is not None:
        members.insert(0, before.entity)
        start = before.start
        if (joined := regex.search(r"(?:\band|,|-|&)\s*$", shadow[max(0, start - 6) : start])) is not None:
            start -= len(joined.group())
        else:
            break
    start = _trim_left(start, match.start(), members, shadow)
    if (left := _LEFT.search(shadow[max(0, start - 20) : start])) is not None:
        start -= len(left.group())
    if (of := _OF.match(shadow, end)) is not None and (listed := entities_from(doc, of.end())):
        members += [e.entity for e in listed]
        end = listed[-1].end
    elif (near := _THE_REGION.match(shadow, end)) is not None and (region := main_region(doc)) is not None:
        members.append(region)
        end = near.end()
    unique = tuple(dict.fromkeys(members))
    if not unique and match.group().casefold() in {
        "delegation",
        "officials",
        "representatives",
        "experts",
        "leaders",
        "ministers",
        "presidents",
    }:
        if not shadow[start : match.start()].strip():
            return None
    tail = "-of-" + "+".join(sorted(m.partition(":")[2] for m in unique)) if unique else ""
    name = doc.text[start:end]
    return Party(start, end, start, end, f"group:{level}{tail}", name, f"group:{level}{tail}", "group", level_of(level), unique)  # fmt: skip


def _trim_left(start: int, head: int, members: Sequence[str], shadow: str) -> int:
    """Drop a joining word that leads nowhere: the group then begins with its own words."""
    if members:
        lead = regex.match(r"[\s,&-]*(?:and\s+)?", shadow[start:head])
        return start + (len(lead.group()) if lead is not None else 0)
    return start


def _adjective_before(start: int, doc: "Document") -> EntityMention | None:
    """The adjective or acronym ("Kazakh", "Central Asian", "EU") right before an offset."""
    return next(
        (
            e
            for e in doc.entities
            if e.end <= start
            and start - e.end <= 16
            and regex.fullmatch(
                rf"(?:'s?)?\s+(?:{_COUNT}\s+|member states?\s+|senior\s+|high-level\s+)?|\s*-\s*",
                doc.shadow[e.end : start],
                regex.I,
            )
            and e.type in {"country", "region", "org"}
        ),
        None,
    )


def main_region(doc: "Document") -> str | None:
    """What "the region" stands for: the one that the source names most; the alphabetically first of equals."""
    names = [e.entity for e in doc.entities if e.type == "region"]
    return max(sorted(set(names)), key=names.count) if names else None


def entities_from(doc: "Document", offset: int) -> list[EntityMention]:
    """Countries, regions or bodies from an offset on, joined by commas and "and"."""
    chosen: list[EntityMention] = []
    at = offset
    for entity in doc.entities:
        if entity.start < at or entity.type not in {"country", "region", "org", "place"}:
            continue
        gap = doc.shadow[at : entity.start]
        joined = r"\s*(?:the\s+)?" if not chosen else r"\s*(?:,\s*(?:and\s+)?|and\s+|or\s+)(?:the\s+)?"
        if not regex.fullmatch(joined, gap):
            break
        chosen.append(entity)
        at = entity.end
    return chosen
