"""A sentence to its participants: attended, absent, represented, named with the event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._absences import Taken, find_absences
from eucacheck.kinds._delegates import find_delegates
from eucacheck.kinds._encounters import Scene, subjects_before
from eucacheck.kinds._party import Party, level_of, listed_from, listed_to, of_members
from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention

_BY_LIST = regex.compile(
    r"\b(?P<verb>attended by|joined by|accompanied by|among (?:whom|them) (?:was|were|sat|is|are)|in the person of|"
    r"with the participation of|in the presence of|"
    r"participants (?:included|were|are)|among (?:the|those) (?:participants|attendees|guests|"
    r"present|speakers|delegates|dignitaries|signatories|at the table|in the room|in the hall|who came|who took part) "
    r"(?:were|was|are|is)|"
    r"around the table (?:were|was|are)|sat together with|in the (?:picture|photo) (?:are|is|were)|(?:brought|brings?|"
    r"bringing) together|gather(?:s|ed|ing)?(?: together)?|united|with the attendance of|featuring|"
    r"invited (?:were|are))\s+(?:the\s+|also\s+|by\s+|both\s+)*",
    regex.I,
)
_ACTIVE = regex.compile(
    r"\b(?P<verb>attend(?:ed|s|ing)?|(?:took|takes?|taking) part(?: in)?|participat(?:ed|es?|ing)(?: in)?|"
    r"join(?:ed|s)?(?: in)?|addressed|opened|closed|inaugurated|spoke at|speaks at|"
    r"sat at the table|sat in|(?:sent|delivered) an? (?:video )?(?:message|address|greeting)|"
    r"told (?=the\b)|all came|came(?: as well| too| along| as an? [a-z]{4,12} guest)|"
    r"(?:was|were) (?:also )?(?:present|there)|sat together|came together|gathered|chaired|co-chaired|"
    r"missed|skipped|boycotted|(?:was|were|is|are|will be) absent|stayed away|did not (?:attend|come|"
    r"take part|participate|travel)|"
    r"will not (?:attend|take part|come)|could not attend|was unable to attend)\b",
    regex.I,
)
_INVERTED = regex.compile(
    r"\b(?:(?:have|has|had|also)\s+){0,2}(?:participated?|took part|taken part|take part)\s+(?:also\s+)?(?:the\s+)?",
    regex.I,
)
"""'In the summit have participated the Heads of A and B': the word order of translations."""
_ABSENT = regex.compile(r"missed|skipped|boycott|absent|stayed away|\bnot\b|unable", regex.I)
_REPRESENTED = regex.compile(
    r"\b(?:was|were|is|will be|had been)\s+represented\b(?:\s+(?:at|"
    r"in)\s+[^,.;]{2,60}?)?\s+by\s+(?:(?:the|its|his|her)\s+(?:(?:first\s+)?(?:deputy|representative|envoy),?\s+)?){0,2}",
    regex.I,
)
_REPRESENTS = regex.compile(
    r"\b(?:represented|represents|represent|(?:attended|spoke|(?:is|are|was|were)\s+to\s+speak|speaks|took part|"
    r"came)\s+(?:on behalf of|instead of|in place of|for))\s+(?:the\s+)?",
    regex.I,
)
_SENT = regex.compile(
    r"\s(?:(?:had|has|have|only)\s+){0,2}(?:sent|dispatched|delegated)\s+(?:only\s+)?(?:its|a|an|the)\s+(?P<what>(?:[a-z-]{2,14}\s){0,4}(?:minister|ambassador|official|envoy|president))\b"
)
_TOGETHER = regex.compile(r"\b(?:together|jointly|along) with\s+|\balongside\s+", regex.I)
_BY_OFFICE = regex.compile(
    r"\bby\s+(?:only\s+)?(?:its|an?|the|their)\s+"
    r"(?P<what>(?:[a-z-]{2,14}\s){0,4}(?:minister|ambassador|official|envoy|president))\b(?!\s+\p{Lu})"
)
_AMONG = regex.compile(
    r",?\s+(?:were |was |are |is )?(?:also )?among (?:the |its )?(?:participants|guests|attendees|delegates|"
    r"speakers|those (?:present|at the table|in the hall|in the room))\b",
    regex.I,
)
_SPEAKS = regex.compile(
    r"\b(?:said|told|spoke|speak|discuss|announc|stress|warn|present|propos|deliver|outlin|underlin|"
    r"emphasi|noted|thank|declar|reiterat|call|sign)\w*\b",
    regex.I,
)
_SETTLED = regex.compile(
    r"\b(?:adopted|agreed|signed|made|held|reached|announced|presented|taken|launched|discussed|voiced|"
    r"initialled|initialed|approved|expected|due)\s+(?:at|during)\s+$",
    regex.I,
)
_OF_EVENT = regex.compile(r"\s*(?:of|between|with|among)\s+(?:the\s+)?", regex.I)


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
    for match in _REPRESENTED.finditer(text):
        yield from _represented(scene, sentence, parties, match)
    for match in (*_BY_LIST.finditer(text), *_INVERTED.finditer(text)):
        at = sentence.start + match.end()
        first = next((p for p in parties if at - 5 <= p.start <= at + 1), None)
        if first is not None:
            for party in listed_from([p for p in parties if p.start >= first.start], first, doc):
                yield party, True, None, party.start, party.end
    yield from _by_verb(scene, sentence, text, parties)
    for match in _SENT.finditer(text):
        yield from _sent(sentence, parties, match)
    yield from find_delegates(scene, sentence, parties)
    for party in parties:
        if party.form != "body" and _AMONG.match(doc.shadow, party.end, sentence.end):
            yield party, True, None, party.start, party.end
    for match in _REPRESENTS.finditer(text):
        yield from _represents(scene, sentence, parties, match)
    for mention in between(doc.events, sentence.start, sentence.end):
        yield from _of_event(doc, sentence, parties, mention)


def _by_verb(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Taken]:
    """'A attended the summit', 'A was absent'."""
    doc = scene.doc
    for match in _ACTIVE.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not _at_event(doc, sentence, match["verb"], end):
            continue
        present = not _ABSENT.search(match["verb"])
        persons = [p for p in parties if p.form != "body"]
        who = subjects_before(scene, sentence, persons, start)
        who = who or [p for p in subjects_before(scene, sentence, parties, start) if p.form == "body" and _free(p, doc)]
        for party in who:
            last = party is who[-1] and end - party.name_start < 120
            yield party, present, None, party.name_start if last else party.start, end if last else party.end
        if present and who:
            yield from _beside(doc, sentence, parties, end)


def _beside(doc: "Document", sentence: Sentence, parties: Sequence[Party], verb: int) -> Iterator[Taken]:
    """'A opened the meeting together with B': B was there too."""
    match = _TOGETHER.search(doc.shadow, verb, min(sentence.end, verb + 90))
    first = next((p for p in parties if match is not None and match.end() <= p.start <= match.end() + 4), None)
    if match is not None and first is not None and first.form != "body":
        for party in listed_from([p for p in parties if p.start >= first.start], first, doc):
            yield party, True, None, party.start, party.end


def _represented(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]
) -> Iterator[Taken]:
    """'A was represented by B': A was not there, B was."""
    at, start = sentence.start + match.end(), sentence.start + match.start()
    first = next((p for p in parties if at <= p.start <= at + 2), None)
    if first is None:
        by = _BY_OFFICE.search(scene.doc.shadow, start, min(sentence.end, at + 80))
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
    yield first, True, None, first.start, first.end
    for party in who:
        # a country that X represents is there; a person whom X represents is not
        yield party, party.form in {"group", "body"}, first, party.name_start, first.end


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
        yield absent, False, who[0], who[0].name_start, absent.end


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
    alone = regex.match(
        r"(?:took|takes?) part$|participat\w+$|(?:all )?came|(?:was|were) |sat |attend(?:ed|s)?$|did not|"
        r"will not|could not|join(?:ed|s)?(?: in)?$|(?:sent|delivered) an? |missed|skipped|stayed",
        verb,
        regex.I,
    )
    if alone is None:
        return False
    rest = doc.shadow[end : min(sentence.end, end + 40)]
    return (
        regex.match(
            r"\s*(?:too|as well|also|in person|instead|in the (?:event|meeting|summit|talks|conference)|"
            r"either|[.,;]|there|because|by video|to the (?:participants|delegates|guests)|"
            r"the (?:ministers|leaders|presidents|heads of state|delegates|participants|others|talks)\b|due to|"
            r"owing|and sent|it\b|$)",
            rest,
            regex.I,
        )
        is not None
    )


def _of_event(
    doc: "Document", sentence: Sentence, parties: Sequence[Party], mention: "EventMention"
) -> Iterator[Taken]:
    """Groups that the name of the event holds: 'the meeting of the ministers of', 'a summit with the leaders of'."""
    inside = [p for p in parties if mention.start <= p.start < mention.end]
    if not inside:
        joint = _OF_EVENT.match(doc.shadow, mention.end, sentence.end)
        inside = [p for p in parties if joint is not None and joint.end() - 4 <= p.start <= joint.end()]
    if inside and inside[0].level in {"leader", "minister", "deputy"} and inside[0].form in {"group", "office"}:
        for party in listed_from([p for p in parties if p.start >= inside[0].start], inside[0], doc):
            if party.form in {"group", "office", "full"}:
                yield party, True, None, party.start, party.end
    yield from _speaking_at(doc, sentence, parties, mention)
    before = [p for p in parties if p.end <= mention.start]
    if before and regex.fullmatch(r"\s+(?:at|in|to|during)\s+", doc.shadow[before[-1].end : mention.start]):
        for party in listed_to(before, before[-1], doc):
            if party.form == "group":
                yield party, True, None, party.start, party.end


def _speaking_at(
    doc: "Document", sentence: Sentence, parties: Sequence[Party], mention: "EventMention"
) -> Iterator[Taken]:
    """'P announced at the meeting': the subject of the sentence was there."""
    lead = doc.shadow[sentence.start : mention.start]
    if not regex.search(r"\b(?:at|during|addressing)\s+$", lead, regex.I) or _SETTLED.search(lead) or '"' in lead:
        return
    first = next((p for p in parties if p.form in {"full", "surname", "pronoun", "role"}), None)
    if first is None or first.end > mention.start or first.start - sentence.start > 60:
        return
    gap = doc.shadow[first.end : mention.start]
    verb = _SPEAKS.search(gap[:60])
    if verb is not None and not regex.search(r"[;:]|\b(?:after|before|ahead of|who|which|where|following)\b", gap):
        whole = mention.end - first.name_start < 170
        yield first, True, None, first.name_start, mention.end if whole else first.end + verb.end()
