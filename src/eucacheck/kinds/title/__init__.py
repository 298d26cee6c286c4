"""Which office a person holds, and who holds an office.

## Finds
An office phrase said of a person: "European Council President Charles Michel", "X, the foreign minister of Y", "X,
who is also vice-president", "the President of Kazakhstan" where the source names its holder.

## Same fact
Two questions. Of one person at one time: which of two offices that exclude each other. Of one office that one person
holds at a time: who.

## Compared
One office of two bodies that nobody holds at a time, or two offices that exclude each other, is a conflict where the
times can meet; a body whose acronym is one letter off is a `variant`. Offices that can be held together are no
conflict; where two reports of one news each give only one of them, that is noted (`refine`). Two
holders at different times are a succession (`supersede`). What contradicts cited terms of office that cover the time
wholly is a conflict with the reference.

## Value
`{"office": slug, "organisation": identifier | null, "domain": text | null, "name": surface, "tenure": text,
"informal": bool, "dated": "event" | "document" | "plan", "changing"?: true where the sentence tells of a change in
office, "twice"?: true where the body is named twice, "then"?: true where the words look back to a day that the sentence
gives, "after"?: {"person", "name"} whom the person followed}`.

## Rules
EUC201 two offices that exclude each other. EUC202 two holders at one time. EUC203 the organisation of an office, or
its holder, misspelt. EUC204 a title in other words. EUC205 a succession. EUC206 the office, as told. EUC207 former in
one source, still in office in another of the same days. EUC821 one source gives two offices that exclude each other.
EUC822 a title that names its body twice. EUC901 an office that the reference gives to another person at that time.
EUC903 somebody said to have followed another than the one on record.

## Example
"European Commission President Charles Michel" against "European Council President Charles Michel": EUC201.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.fields import field_words
from eucacheck.compare.offices import OF_ONE_BODY
from eucacheck.kinds._wording.persons import by_person, given_block, person_block, persons_of
from eucacheck.kinds.title.bodies_in_full import body_in_full
from eucacheck.kinds.title.holders import judge_holders
from eucacheck.kinds.title.offices import judge_offices
from eucacheck.kinds.title.successions import SUCCESSOR, find_successions
from eucacheck.kinds.title.time import looks_back, time_of
from eucacheck.records import Claim, Finding, OfficeMention

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC201": "One person is given two offices that exclude each other at one time.",
    "EUC202": "Two persons are given one office that one person holds, at one time.",
    "EUC203": "The organisation of an office, or the name of its holder, is misspelt.",
    "EUC204": "One office of one person in words that differ.",
    "EUC205": "One office held by one person after another.",
    "EUC206": "The office of a person, as sources tell it.",
    "EUC207": "One source calls a person the former holder of an office, another of the same days the holder.",
    "EUC821": "One source gives one person two offices that exclude each other.",
    "EUC822": "A title names its body twice.",
    "EUC901": "An office is given to a person who, by the reference, did not hold it at that time.",
    "EUC903": "A person is said to have followed another in an office whom, by the reference, a third one followed.",
}


_CHANGE: Final = regex.compile(
    r"\b(?:succe(?:ed(?:s|ed|ing)?|ssor)|replac(?:e|es|ed|ing)|predecessor|"
    r"t(?:ake|akes|aken|ook|aking) (?:over|up|office)|hand(?:s|ed|ing)? over|appoint\w{0,6}|nominat\w{1,4}|named|"
    r"elected|sworn|step(?:s|ped|ping)? down|resign\w{0,6}|dismiss\w{0,4}|outgoing|departing|incoming|farewell|"
    r"credentials|new(?:ly)?|former(?:ly)?|bec(?:ame|omes?)|end(?:s|ed)? (?:his|her) (?:term|mission|mandate)|until)\b",
    regex.I,
)
_NEAR: Final = 600
_KEY_WORDS: Final = 3


def find(doc: "Document") -> Iterator[Claim]:
    """Each office phrase said of a person."""
    names: dict[str, str] = {}
    for person in sorted(doc.persons, key=lambda p: (p.form != "full", p.start)):
        if person.form in {"full", "surname"}:
            names.setdefault(person.person, person.name)
    for office in doc.offices:
        if office.person is None or _says_nothing(office):
            continue
        when, dated = time_of(doc, office)
        value = {
            "office": office.office, "organisation": office.organisation, "domain": body_in_full(doc, office),
            "name": names.get(office.person, ""), "tenure": office.tenure, "informal": office.informal, "dated": dated,
        }  # fmt: skip
        if _changes(doc, office):
            value["changing"] = True
        if _names_body_twice(doc, office):
            value["twice"] = True
        if when is not None and looks_back(doc, office):
            value["then"] = True
        named = office.named_end > office.named_start
        start, end = (office.named_start, office.named_end) if named else (office.start, office.end)
        claim = make_claim(doc, Draft("title", office.person, value, start, end, when=when))
        if claim is not None:
            yield claim
    yield from _of_successions(doc, names)


def _of_successions(doc: "Document", names: Mapping[str, str]) -> Iterator[Claim]:
    """The office of one who is said to have followed another in it."""
    for one in find_successions(doc):
        value: dict[str, Any] = {
            "office": one.office.office, "organisation": one.office.organisation, "domain": one.office.domain,
            "name": names.get(one.successor.person, ""), "tenure": SUCCESSOR, "informal": one.office.informal,
            "dated": "event", "after": {"person": one.predecessor.person, "name": one.predecessor.name},
        }  # fmt: skip
        claim = make_claim(doc, Draft("title", one.successor.person, value, one.start, one.end))
        if claim is not None:
            yield claim


def _says_nothing(office: OfficeMention) -> bool:
    """'the minister', of somebody whose office was given before."""
    bare = office.organisation is None and office.domain is None
    alone = (office.named_start, office.named_end) == (office.start, office.end)
    return office.office in {"minister", "deputy-minister"} and bare and alone


def _changes(doc: "Document", office: OfficeMention) -> bool:
    """The sentence, or the next one, tells of a change in office: who is called the holder may be so no more."""
    at = doc.sentence_index(office.start)
    near = doc.sentences[max(0, at) : at + 2]
    return any(_CHANGE.search(doc.shadow, s.start, s.end) for s in near if abs(s.start - office.start) < _NEAR)


def _names_body_twice(doc: "Document", office: OfficeMention) -> bool:
    """'Kazakhstan's Deputy Foreign Minister of Kazakhstan'."""
    inside = [e for e in doc.within(doc.entities, office.start, office.end) if e.entity == office.organisation]
    return len(inside) > 1


def keys(claim: Claim) -> tuple[str, ...]:
    """A title meets others of its person, and others of its office where that has an organisation.

    In the block of a given name it only tells which names belong to one person.
    """
    given = given_block(str(claim.value["name"]))
    person = (person_block(claim.subject), *([given] if given is not None else []))
    if claim.value["organisation"] is None:
        body = _body_key(claim)
        return person if body is None else (*person, body)
    return (*person, f"office:{claim.value['organisation']}/{claim.value['office']}")


def _body_key(claim: Claim) -> str | None:
    """The block of an office of a body that no list knows, by the first words of the body's name."""
    words = str(claim.value["domain"] or "").split()
    if claim.value["office"] not in OF_ONE_BODY or not any(w[:1].isupper() for w in words):
        return None
    first = sorted([w for w in map(str.casefold, words) if field_words(w)][:_KEY_WORDS])
    return f"office:/{claim.value['office']}/{'-'.join(first)}"


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Findings on persons in the block of a person, on holders in the block of an office."""
    if block.key.startswith("given:"):
        return []
    groups = by_person(claims, persons_of(block.claims, block.pack))
    if block.key.startswith("office:"):
        return judge_holders(groups, block)
    return [f for person, group in groups.items() for f in judge_offices(person, group, block)]
