"""How a person, organisation, place, agreement or route is named.

## Finds
The first mention of each spelling of a name in the body, headlines and captions of a source: names of people, names
and acronyms of agreements and routes, full names of countries and organisations, proper names of events of a known
series. Other forms of these, and other places, only where a source misspells them or writes them with letters of
another script. Of what no list has: full names of bodies, and names of sites and papers beside the noun that says so.

## Same fact
The entity: in the pack, else a person with a compatible given name and surname (an office that both are given joins,
another vetoes).

## Compared
Case, diacritics, hyphens, middle names and accepted romanisations are the same; another romanisation or a short given
name is a `refine`. A misspelling, a cut surname or letters of another script is a `variant` where the pack or several
sources establish the right form; two unknown forms once each only where one source has both or the office joins them.
Several accepted names of one thing are a `refine`. Names that no list has are compared in reports of one news: a word
left out or another noun for a paper is a `refine`, a letter or two that differ a `variant`.

## Value
`{"name": surface, "entity": identifier}`; of what no list has also `"unlisted": "body" | "site" | "paper" | "topic",
"head": noun, "words": [word]`.

## Rules
EUC101 a misspelt or cut name. EUC102 one source spells a name in two ways. EUC103 letters of another script. EUC104
several names of one thing. EUC105 the name, as told. EUC902 a name spelt against the reference, where no source has
it right.

## Example
"Kaja", "Kaya" and "Kai" Kallas: EUC101.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.names import given, surname
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._wording.persons import (
    Slot,
    by_person,
    given_block,
    offices_of,
    one_office,
    person_block,
    persons_of,
)
from eucacheck.kinds._wording.words import listed, sources_in_words
from eucacheck.kinds.name.event_names import name_within
from eucacheck.kinds.name.names_apart import names_apart
from eucacheck.kinds.name.names_in_news import merged_in_news, of_one_news
from eucacheck.kinds.name.spellings import Spellings, spellings_of
from eucacheck.kinds.name.unlisted import find_unlisted
from eucacheck.kinds.name.unlisted_verdicts import UNLISTED, judge_unlisted, unlisted_keys
from eucacheck.records import Answer, Claim, EntityMention, Finding, PersonMention, Reference, Verdict
from eucacheck.shadow import has_invisible, mixed_script, skeleton

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC101": "A name is misspelt, cut or romanised in a way that no list accepts.",
    "EUC102": "One source spells a name in two ways.",
    "EUC103": "A name contains letters of another script or invisible characters.",
    "EUC104": "One thing goes by several accepted names.",
    "EUC105": "The name, as sources give it.",
    "EUC902": "A name is spelt against the reference, and no source has it right.",
}
_NAMED = {"agreement", "route", "series"}
_BODIES = {"country", "org"}
_LONG = 8
"""Letters of a surname that hardly two persons of one given name share but for one or two."""
_WEEKS = 31


def find(doc: "Document") -> Iterator[Claim]:
    """The first mention of each spelling in a source; headlines and captions, of another hand, have their own."""
    seen: set[tuple[str, str, str]] = set()
    odd = {e.entity for e in doc.entities if e.form == "misspelt"}
    named: list[tuple[PersonMention | EntityMention, str, str]] = [*_people(doc), *_things(doc, odd)]
    for start, end, entity, name in [*((m.start, m.end, e, n) for m, e, n in named), *_events(doc)]:
        passage = doc.passage_of(start)
        place = passage.role if passage is not None else "body"
        if (entity, name, place) in seen:
            continue
        seen.add((entity, name, place))
        claim = make_claim(doc, Draft("name", entity, {"name": name, "entity": entity}, start, end))
        if claim is not None:
            yield claim
    yield from _of_unlisted(doc)


def _of_unlisted(doc: "Document") -> Iterator[Claim]:
    """The first mention of each name that no list has."""
    seen: set[tuple[str, str]] = set()
    for one in find_unlisted(doc):
        if (one.sort, one.name) in seen:
            continue
        seen.add((one.sort, one.name))
        entity = f"{_SORTS[one.sort]}:{'-'.join(one.words)}".replace(" ", "-").casefold()
        known = {"name": one.name, "entity": entity, "unlisted": one.sort, "head": one.head, "words": list(one.words)}
        claim = make_claim(doc, Draft("name", entity, known, one.start, one.end, confidence=0.6))
        if claim is not None:
            yield claim


_SORTS = {"body": "org", "site": "place", "paper": "document", "topic": "document"}


def _people(doc: "Document") -> Iterator[tuple[PersonMention, str, str]]:
    yield from ((p, p.person, p.name) for p in doc.persons if p.form in {"full", "surname"} and p.name)


def _things(doc: "Document", odd: set[str]) -> Iterator[tuple[EntityMention, str, str]]:
    met: set[str] = set()
    for entity in doc.entities:
        words = doc.text[entity.start : entity.end]
        first = entity.type in _BODIES and entity.form == "name" and entity.entity not in met
        wrong = entity.form == "misspelt" or mixed_script(words) or has_invisible(words)
        if first or wrong or entity.type in _NAMED or (entity.entity in odd and entity.form == "name"):
            met.add(entity.entity)
            yield entity, entity.entity, words


def _events(doc: "Document") -> Iterator[tuple[int, int, str, str]]:
    for mention in doc.events:
        series = doc.local_events[mention.local].series
        span = name_within(doc.shadow[mention.start : mention.end]) if series in doc.pack.series else None
        if series is not None and span is not None:
            start, end = mention.start + span[0], mention.start + span[1]
            yield start, end, series, doc.text[start:end]


def keys(claim: Claim) -> tuple[str, ...]:
    """People meet by the consonants of their surname and by their given name, other things by their identifier."""
    if "unlisted" in claim.value:
        return unlisted_keys(claim)
    if claim.subject.startswith("person:"):
        block = given_block(str(claim.value["name"]))
        return (person_block(claim.subject),) if block is None else (person_block(claim.subject), block)
    return (claim.subject,)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an entity."""
    if block.key.startswith(UNLISTED):
        return judge_unlisted(claims, block)
    if not claims[0].subject.startswith("person:"):
        kind = claims[0].subject.partition(":")[0]
        return [_judge_thing(claims, block)] if kind in _NAMED else _judge_body(claims, block)
    offices = offices_of({c.subject for c in claims}, block.claims)
    findings = []
    people = by_person(claims, persons_of(block.claims, block.pack))
    for person, group in merged_in_news(people, block).items():
        subjects = {c.subject for c in group}
        joined = len(subjects) > 1 and (
            one_office([offices[s] for s in subjects]) or _told_together(group, [offices[s] for s in subjects], block)
        )
        if block.key.startswith("given:") and len({person_block(s) for s in subjects}) == 1:
            continue  # they meet by their surname, with the claims that give it alone
        findings.append(_judge_person(person, group, joined=joined, block=block))
    return findings


def _told_together(claims: Sequence[Claim], held: Sequence[set[Slot]], block: "Block") -> bool:
    """Long names with one given name, or one surname in one body, in reports of the same weeks: no two strangers."""
    names = {n for c in claims if given(n := str(c.value["name"]))}
    one_given = len({skeleton(given(n)) for n in names}) == 1 and min(len(surname(n)) for n in names) >= _LONG
    bodies = set.intersection(*({body for _, body in offices if body is not None} for offices in held))
    if not one_given and not (bodies and len({skeleton(surname(n)) for n in names}) == 1):
        return of_one_news(claims, block)
    told = [block.around.published.get(c.source) for c in claims]
    days = [t.start for t in told if t is not None and t.start is not None and not t.approximate]
    return len(days) == len(told) and (max(days) - min(days)).days <= _WEEKS


def _judge_person(person: str, claims: Sequence[Claim], *, joined: bool, block: "Block") -> Finding:
    known = block.pack.people.get(person)
    spellings = spellings_of(claims, known.name if known is not None else None, known.accepted if known else ())
    return _spelt(person, spellings, joined=joined, block=block)


def _judge_body(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """An organisation or place that some source misspells."""
    entity = claims[0].subject
    names = [s.words for s in block.pack.surfaces() if s.entity == entity and s.form == "name"]
    spellings = spellings_of(claims, block.pack.name_of(entity), names)
    return [_spelt(entity, spellings, joined=False, block=block)] if spellings.wrong else []


def _spelt(entity: str, spellings: Spellings, *, joined: bool, block: "Block") -> Finding:
    """The verdict on the spellings of one name."""
    canonical, known = spellings.canonical, spellings.known
    answers = [block.answer({"name": f}, f, g) for f, g in sorted(spellings.forms.items())]
    question = f"How is {canonical} spelt?"
    if block.key.startswith("given:"):
        question = f"Is {' or '.join(a.text for a in answers)} the name?"
    if not spellings.wrong:
        return _settled(entity, question, answers, block)
    told = " and ".join(f"“{a.text}” ({sources_in_words(a, block)})" for a in answers)
    why = "; ".join(_why(f"“{f}” for “{canonical}”", r.reason) for f, r in sorted(spellings.wrong.items()))
    spoofed = any(r.kind == "spoofed" for r in spellings.wrong.values())
    reference = _reference(entity, block) if known else None
    inside = len({c.source for a in answers for c in a.claims}) == 1
    if canonical not in spellings.forms:
        rule, flagged = "EUC103" if spoofed else "EUC902", spoofed or (reference is not None and len(answers) < 4)
        summary = f"{canonical} is spelt {told}; the reference has “{canonical}”"
        confidence = 0.8
    else:
        rule = "EUC103" if spoofed else "EUC102" if inside else "EUC101"
        established = (
            known or inside or _sources(answers, canonical) > max(_sources(answers, f) for f in spellings.wrong)
        )
        flagged = established or joined or spoofed
        summary = f"One name, {len(answers)} spellings: {told}"
        confidence = 0.9 if known else 0.75 if established else 0.55
    verdict: Verdict = "variant" if flagged else "unclear"
    return make_finding(
        Judgement(rule, "name", verdict, entity, question, summary, why, answers, confidence, reference=reference)
    )


def _sources(answers: Sequence[Answer], form: str) -> int:
    return sum(a.independent for a in answers if a.text == form)


def _reference(entity: str, block: "Block") -> Reference | None:
    """The spelling of the pack with a page that has it: its own, or that of an office or of the entry."""
    person = block.pack.people.get(entity)
    entry = person or block.pack.organisations.get(entity) or block.pack.places.get(entity)
    pages = [h.ref or o.ref for o, h in block.pack.offices_of(entity)]
    page = next((p for p in [entry.ref if entry is not None else None, *pages] if p), None)
    if entry is None or (page is None and person is not None):
        return None
    return Reference(entry.name, page or "the names of the pack")


def _settled(entity: str, question: str, answers: Sequence[Answer], block: "Block") -> Finding:
    if len(answers) == 1:
        only = answers[0]
        summary = f"{only.text} ({count_sources(only)})"
        why = "all sources spell the name alike or by an accepted romanisation"
        verdict = agreement_or_single(only)
        return make_finding(Judgement("EUC105", "name", verdict, entity, question, summary, why, answers))
    told = listed([f"“{a.text}” ({sources_in_words(a, block)})" for a in answers])
    summary, why = f"One person appears as {told}", "another romanisation or a shorter form of one name"
    return make_finding(Judgement("EUC104", "name", "refine", entity, question, summary, why, answers, 0.5))


def _judge_thing(claims: Sequence[Claim], block: "Block") -> Finding:
    """Agreements, routes and series of events: several names of one thing."""
    entity = claims[0].subject
    groups = names_apart(claims, series=entity.startswith("series:"))
    answers = [block.answer({"name": n}, n, g) for n, g in groups.items()]
    name = block.pack.name_of(entity)
    question = f"How is {name} called?"
    told = listed([f"“{a.text}” ({sources_in_words(a, block)})" for a in answers])
    if len({c.source for c in claims}) == 1 or len(answers) == 1:
        first = max(answers, key=lambda a: (a.independent, a.sources, len(a.text), a.text))
        answer = first if len(answers) == 1 else block.answer(first.value, first.text, claims)
        summary = f"{first.text} ({count_sources(answer)})"
        verdict = agreement_or_single(answer)
        why = "all sources use this name, or one that is as clear" if len(answers) == 1 else "one source uses them all"
        return make_finding(Judgement("EUC105", "name", verdict, entity, question, summary, why, [answer]))
    summary, why = f"{name} goes by {len(answers)} names: {told}", "names of one thing, which may be taken for several"
    return make_finding(Judgement("EUC104", "name", "refine", entity, question, summary, why, answers, 0.6))


def _why(pair: str, reason: str) -> str:
    """The reason behind the two names, which a reason for names of one word begins with already."""
    return reason if reason.startswith(pair) else f"{pair}: {reason}"
