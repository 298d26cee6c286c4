"""A sentence to its participants: attended, absent, represented, named with the event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.encounters import Scene, subjects_before
from eucacheck.kinds._encounters.party import Party, level_of, listed_from, listed_to, of_members
from eucacheck.kinds.participant.absences import Taken, find_absences
from eucacheck.kinds.participant.attendance_words import (
    ABSENT,
    ACTIVE,
    ALONE,
    AMONG,
    AMONG_GAP,
    BROUGHT,
    BY_LIST,
    BY_OFFICE,
    IN_ATTENDANCE,
    INVERTED,
    OF_EVENT,
    REPRESENTED,
    REPRESENTS,
    REST,
    SENT,
    SETTLED,
    SO_WAS,
    SPEAKS,
    TOGETHER,
    WITH,
)
from eucacheck.kinds.participant.delegates import find_delegates
from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention


def find_bodies(scene: Scene) -> list[Party]:
    """Countries and organisations outside the names of events and groups: they too take part."""
    doc = scene.doc
    taken = bytearray(len(doc.text) + 1)
    for start, end in [(p.start, p.end) for p in scene.parties] + [(m.start, m.end) for m in doc.events]:
        taken[start:end] = b"\1" * (end - start)
    return [
        Party(e.start, e.end, e.start, e.end, e.entity, doc.text[e.start : e.end], e.entity, "body", None, (e.entity,))
        for e in doc.entities
        if e.type in {"country", "org"} and e.form != "adjective" and not any(taken[e.start : e.end])
    ]


def _free(party: Party, doc: "Document") -> bool:
    """A body that stands after no preposition and owns nothing: the subject itself."""
    lead, tail = doc.shadow[max(0, party.start - 14) : party.start], doc.shadow[party.end : party.end + 2]
    return (
        regex.search(r"\b(?:in|of|with|to|from|by|for|at|on|between)\s+(?:the\s+)?$", lead, regex.I) is None
        and "'" not in tail
    )


def find_attendance(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Taken]:
    """Each participant told in a sentence, with what to quote."""
    doc = scene.doc
    yield from find_absences(scene, sentence, text, parties)
    for match in REPRESENTED.finditer(text):
        yield from _represented(scene, sentence, parties, match)
    for match in (*BY_LIST.finditer(text), *INVERTED.finditer(text)):
        at = sentence.start + match.end()
        first = next((p for p in parties if at - 5 <= p.start <= at + 1), None)
        if first is not None:
            for party in listed_from([p for p in parties if p.start >= first.start], first, doc):
                yield party, True, None, party.start, party.end
    yield from _by_verb(scene, sentence, text, parties)
    for match in SENT.finditer(text):
        yield from _sent(sentence, parties, match)
    yield from find_delegates(scene, sentence, parties)
    for match in AMONG.finditer(text):
        yield from _among(doc, sentence, parties, (sentence.start + match.start(), sentence.start + match.end()))
    for party in parties:
        if party.form != "body" and IN_ATTENDANCE.match(doc.shadow, party.end, sentence.end):
            listed = listed_to([p for p in parties if p.end <= party.start], party, doc)
            if WITH.search(doc.shadow, max(sentence.start, listed[0].start - 12), listed[0].start):
                yield from ((p, True, None, p.start, p.end) for p in listed)
    for match in REPRESENTS.finditer(text):
        yield from _represents(scene, sentence, parties, match)
    for mention in between(doc.events, sentence.start, sentence.end):
        yield from _of_event(doc, sentence, parties, mention)


def _by_verb(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Taken]:
    """'A attended the summit', 'A was absent'."""
    doc = scene.doc
    for match in ACTIVE.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not _at_event(doc, sentence, match["verb"], end):
            continue
        present = not ABSENT.search(match["verb"])
        persons = [p for p in parties if p.form != "body"]
        who = subjects_before(scene, sentence, persons, start)
        who = who or [p for p in subjects_before(scene, sentence, parties, start) if p.form == "body" and _free(p, doc)]
        for party in who:
            last = party is who[-1] and end - party.name_start < 120
            yield party, present, None, party.name_start if last else party.start, end if last else party.end
        if present and who:
            yield from _beside(doc, sentence, parties, end)
            yield from _so_was(doc, sentence, persons, end)


def _beside(doc: "Document", sentence: Sentence, parties: Sequence[Party], verb: int) -> Iterator[Taken]:
    """'A opened the meeting together with B': B was there too."""
    match = TOGETHER.search(doc.shadow, verb, min(sentence.end, verb + 90))
    first = next((p for p in parties if match is not None and match.end() <= p.start <= match.end() + 4), None)
    if match is not None and first is not None and first.form != "body":
        for party in listed_from([p for p in parties if p.start >= first.start], first, doc):
            yield party, True, None, party.start, party.end


def _among(doc: "Document", sentence: Sentence, parties: Sequence[Party], span: tuple[int, int]) -> Iterator[Taken]:
    """'A and B were among the guests', also where nobody knows that B is a name."""
    before = [p for p in parties if p.end <= span[0] and p.form != "body"]
    if before and AMONG_GAP.fullmatch(doc.shadow, before[-1].end, span[0]):
        for party in listed_to(before, before[-1], doc):
            yield party, True, None, party.start, party.end
        yield from _so_was(doc, sentence, [p for p in parties if p.form != "body"], span[1])


def _so_was(doc: "Document", sentence: Sentence, persons: Sequence[Party], verb: int) -> Iterator[Taken]:
    """'A took part, and so did B': B was there too."""
    match = SO_WAS.search(doc.shadow, verb, min(sentence.end, verb + 60))
    first = next((p for p in persons if match is not None and 0 <= p.start - match.end() <= 4), None)
    if first is not None:
        for party in listed_from([p for p in persons if p.start >= first.start], first, doc):
            yield party, True, None, party.start, party.end


def _represented(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]
) -> Iterator[Taken]:
    """'A was represented by B': A was not there, B was."""
    at, start = sentence.start + match.end(), sentence.start + match.start()
    first = next((p for p in parties if at <= p.start <= at + 2), None)
    if first is None:
        by = BY_OFFICE.search(scene.doc.shadow, start, min(sentence.end, at + 80))
        for body in subjects_before(scene, sentence, parties, start)[-1:]:
            if by is not None and body.form == "body" and body.id.startswith("country:"):
                yield _office_of(body, by["what"], by.end()), True, None, body.start, by.end()
        return
    who = subjects_before(scene, sentence, parties, start)
    countries = tuple(p.id for p in who if p.form == "body" and p.id.startswith("country:"))
    if first.form == "group" and not first.members and countries:
        first = of_members(first, countries)
    if first.form != "group" and not first.members and countries:
        first = replace(first, members=countries)  # 'A was represented by Deputy Minister B': B is of A
    for one in (first, *_others(parties, first, scene.doc)):
        yield one, True, None, one.start, one.end
    for party in who:
        # a country that X represents is there; a person whom X represents is not
        yield party, party.form in {"group", "body"}, first, party.name_start, first.end


def _others(parties: Sequence[Party], first: Party, doc: "Document") -> list[Party]:
    """'A was represented by B and C': C was there too."""
    if first.form not in {"full", "surname"}:
        return []
    listed = listed_from([p for p in parties if p.start >= first.start], first, doc)[1:]
    return [p for p in listed if p.form in {"full", "surname"}]


def _sent(sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]) -> Iterator[Taken]:
    """'Turkmenistan sent its deputy minister': that is its level."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    body = next(
        (p for p in parties if p.form == "body" and p.id.startswith("country:") and start - 1 <= p.end <= start), None
    )
    if body is not None:
        yield _office_of(body, match["what"], end), True, None, body.start, end


def _office_of(body: Party, what: str, end: int) -> Party:
    """'its deputy minister': the holder of an office of a country, whom nobody names."""
    one = f"office:{regex.sub(r'[ -]+', '-', what.casefold())}-of-{body.id.partition(':')[2]}"
    return Party(body.start, end, body.start, end, one, what, one, "office", level_of(what), (body.id,))


def _represents(scene: Scene, sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]) -> Iterator[Taken]:
    """'B represented A', 'B attended on behalf of A': B was there, a person A was not."""
    at, start = sentence.start + match.end(), sentence.start + match.start()
    if regex.search(r"\b(?:was|were|is|are|been|be)\s+$", scene.doc.shadow[max(0, start - 8) : start], regex.I):
        return
    who = subjects_before(scene, sentence, parties, start)
    if not who:
        return
    for party in who:
        whole = party is who[-1] and at - party.start < 120
        body = next((p for p in parties if at <= p.start <= at + 2), None)
        yield party, True, None, party.start, (body.end if body is not None else at) if whole else party.end
    absent = next((p for p in parties if at <= p.start <= at + 2 and p.form != "group"), None)
    if absent is not None and len(who) == 1:
        # a country that somebody represents is there; a person whom somebody represents is not
        yield absent, absent.form == "body", who[0], who[0].name_start, absent.end


def _at_event(doc: "Document", sentence: Sentence, verb: str, end: int) -> bool:
    """The event stands right after the verb ("attended the summit"), or was just spoken of and the verb needs none."""
    after = [
        m
        for m in between(doc.events, end - 12, end + 300)
        if end - 12 <= m.start and m.start - end < 50 and m.end <= sentence.end
    ]
    if after and regex.fullmatch(
        r"\s*(?:in|at|to|of)?\s*(?:[\w'-]+\s+){0,4}", doc.shadow[end : max(end, after[0].start)]
    ):
        return True
    if ALONE.match(verb) is None:
        return False
    return REST.match(doc.shadow, end, min(sentence.end, end + 40)) is not None


def _of_event(
    doc: "Document", sentence: Sentence, parties: Sequence[Party], mention: "EventMention"
) -> Iterator[Taken]:
    """Groups that the name of the event holds: 'the meeting of the ministers of', 'a summit with the leaders of'."""
    inside = [p for p in parties if mention.start <= p.start < mention.end]
    if not inside:
        joint = OF_EVENT.match(doc.shadow, mention.end, sentence.end)
        inside = [p for p in parties if joint is not None and joint.end() - 4 <= p.start <= joint.end()]
    if inside and inside[0].level in {"leader", "minister", "deputy"} and inside[0].form in {"group", "office"}:
        for party in listed_from([p for p in parties if p.start >= inside[0].start], inside[0], doc):
            if party.form in {"group", "office", "full"}:
                yield party, True, None, party.start, party.end
    brought = BROUGHT.match(doc.shadow, mention.end, sentence.end)
    first = next((p for p in parties if brought is not None and 0 <= p.start - brought.end() <= 1), None)
    if first is not None and first.form in {"group", "full"}:
        for party in listed_from([p for p in parties if p.start >= first.start], first, doc):
            yield party, True, None, party.start, party.end
    yield from _speaking_at(doc, sentence, parties, mention)
    before = [p for p in parties if p.end <= mention.start]
    if before and _AT.fullmatch(doc.shadow[before[-1].end : mention.start]):
        for party in listed_to(before, before[-1], doc):
            if party.form == "group":
                yield party, True, None, party.start, party.end


_AT = regex.compile(r"\s+(?:at|in|to|during)\s+")
_SPEAKS_AT = regex.compile(r"\b(?:at|during|addressing)\s+$", regex.I)


def _speaking_at(
    doc: "Document", sentence: Sentence, parties: Sequence[Party], mention: "EventMention"
) -> Iterator[Taken]:
    """'P announced at the meeting': the subject of the sentence was there."""
    lead = doc.shadow[sentence.start : mention.start]
    if not _SPEAKS_AT.search(lead) or SETTLED.search(lead) or '"' in lead:
        return
    first = next((p for p in parties if p.form in {"full", "surname", "pronoun", "role"}), None)
    if first is None or first.end > mention.start or first.start - sentence.start > 60:
        return
    gap = doc.shadow[first.end : mention.start]
    verb = SPEAKS.search(gap[:60])
    if verb is not None and not regex.search(r"[;:]|\b(?:after|before|ahead of|who|which|where|following)\b", gap):
        whole = mention.end - first.name_start < 170
        yield first, True, None, first.name_start, mention.end if whole else first.end + verb.end()
