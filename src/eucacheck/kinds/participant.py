"""Who takes part in an event, at which level, and who does not.

## Finds
"attended by A, B and C", "A took part in", "with the participation of", "brought together the foreign ministers of", "A was absent", "B represented A",
"the meeting of the heads of state of": each person, office, group or delegation named makes a claim of its own.

## Same fact
The event instance, and the participant: a person, or what a country sends.

## Compared
Present against absent or represented by another (`EUC361`); a country's minister against its deputy minister (`EUC362`). An incomplete list contradicts
nothing, and a plan is not opposed to what came of it.

## Value
`{"participant": identifier, "name": surface, "present": bool, "represented_by": identifier or null, "level": "leader" | "minister" | "deputy" | "other" | null,
"members": [identifiers of the countries or bodies], "group": bool, "named": bool (only the name of the event says so), "event": profile}`.

## Rules
EUC360 who took part, as told. EUC361 present in one source, absent or represented in another. EUC362 a country is at two levels.

## Example
"attended by A" in one source, "A was absent and was represented by B" in another: EUC361.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._encounters import DENIED, PLANNED, Scene, subjects_before
from eucacheck.kinds._events import event_keys, event_value, subject_of
from eucacheck.kinds._participants import judge_participants
from eucacheck.kinds._parties import Party, listed_from, listed_to
from eucacheck.records import Claim, Finding, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events import EventMention, LocalEvent

RULES = {
    "EUC360": "Who took part in an event, as sources tell it.",
    "EUC361": "One source has somebody present at an event, another absent or represented by somebody else.",
    "EUC362": "A country is represented by its minister in one source, by a deputy in another.",
}
_BY_LIST = regex.compile(
    r"\b(?P<verb>attended by|joined by|with the participation of|in the presence of|"
    r"participants (?:included|were|are)|among (?:the|those) (?:participants|attendees|guests|"
    r"present) (?:were|was|are|is)|"
    r"around the table (?:were|was|are)|in the (?:picture|photo) (?:are|is|were)|(?:brought|brings?|"
    r"bringing) together|gather(?:s|ed|ing)?(?: together)?|united|with the attendance of|featuring|"
    r"invited (?:were|are))\s+(?:the\s+|also\s+|by\s+|both\s+)*",
    regex.I,
)
_ACTIVE = regex.compile(
    r"\b(?P<verb>attend(?:ed|s|ing)?|(?:took|takes?|taking) part(?: in)?|participat(?:ed|es?|ing)(?: in)?|"
    r"join(?:ed|s)?(?: in)?|addressed|spoke at|speaks at|told (?=the\b)|all came|came(?: as well| too|"
    r" along| as an? [a-z]{4,12} guest)|"
    r"(?:was|were) (?:also )?(?:present|there)|sat together|came together|gathered|chaired|co-chaired|"
    r"missed|skipped|boycotted|(?:was|were|is|are|will be) absent|stayed away|did not (?:attend|come|"
    r"take part|participate|travel)|"
    r"will not (?:attend|take part|come)|could not attend|was unable to attend)\b",
    regex.I,
)
_ABSENT = regex.compile(r"missed|skipped|boycott|absent|stayed away|\bnot\b|unable", regex.I)
_REPRESENTED = regex.compile(
    r"\b(?:was|were|is|will be|had been)\s+represented\b(?:\s+(?:at|"
    r"in)\s+[^,.;]{2,60}?)?\s+by\s+(?:the\s+|its\s+|his\s+|her\s+)*",
    regex.I,
)
_REPRESENTS = regex.compile(
    r"\b(?:represented|represents|represent|(?:attended|spoke|took part|came)\s+(?:on behalf of|"
    r"instead of|in place of|for))\s+(?:the\s+)?",
    regex.I,
)
_AMONG = regex.compile(
    r"\s+(?:were |was |are |is )?(?:also )?among (?:the |its )?(?:participants|guests|attendees|delegates|"
    r"speakers|those present)\b",
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
_REACH = 400

Taken = tuple[Party, bool, Party | None, int, int]
"""A participant, present or not, by whom represented, and the span to quote."""


def find(doc: "Document") -> Iterator[Claim]:
    """Each participant named of an event that is spoken of."""
    if not doc.events:
        return
    scene = Scene.of(doc)
    scene.parties = sorted([*scene.parties, *_bodies(scene)], key=lambda p: p.start)
    for sentence, text, parties in scene.sentences():
        if not parties:
            continue
        seen: set[tuple[str, int]] = set()
        for party, present, deputy, start, end in _taking_part(scene, sentence, text, parties):
            found = _event_near(doc, sentence, start)
            if found is None or (party.id, found[1].index) in seen:
                continue
            seen.add((party.id, found[1].index))
            claim = _claim(doc, sentence, (party, present, deputy, start, end), found)
            if claim is not None:
                yield claim


def _bodies(scene: Scene) -> list[Party]:
    """Countries and organisations outside the names of events and groups: they too take part."""
    doc = scene.doc
    taken = [(p.start, p.end) for p in (*scene.parties, *doc.events)]
    return [
        Party(e.start, e.end, e.start, e.end, e.entity, doc.text[e.start : e.end], e.entity, "body", None, (e.entity,))
        for e in doc.entities
        if e.type in {"country", "org"}
        and e.form != "adjective"
        and not any(a < e.end and e.start < b for a, b in taken)
    ]


def _free(party: Party, doc: "Document") -> bool:
    """A body that stands after no preposition and owns nothing: the subject itself."""
    lead, tail = doc.shadow[max(0, party.start - 14) : party.start], doc.shadow[party.end : party.end + 2]
    return (
        regex.search(r"\b(?:in|of|with|to|from|by|for|at|on|between)\s+(?:the\s+)?$", lead, regex.I) is None
        and "'" not in tail
    )


def _taking_part(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Taken]:
    doc = scene.doc
    for match in _REPRESENTED.finditer(text):
        yield from _represented(scene, sentence, parties, match)
    for match in _BY_LIST.finditer(text):
        at = sentence.start + match.end()
        first = next((p for p in parties if at - 5 <= p.start <= at + 1), None)
        if first is not None:
            for party in listed_from([p for p in parties if p.start >= first.start], first, doc):
                yield party, True, None, party.start, party.end
    for match in _ACTIVE.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not _at_event(doc, sentence, match["verb"], start, end):
            continue
        present = not _ABSENT.search(match["verb"])
        persons = [p for p in parties if p.form != "body"]
        who = subjects_before(scene, sentence, persons, start)
        who = who or [p for p in subjects_before(scene, sentence, parties, start) if p.form == "body" and _free(p, doc)]
        for party in who:
            last = party is who[-1] and end - party.name_start < 120
            yield party, present, None, party.name_start if last else party.start, end if last else party.end
    for party in parties:
        if party.form != "body" and _AMONG.match(doc.shadow, party.end, sentence.end):
            yield party, True, None, party.start, party.end
    for match in _REPRESENTS.finditer(text):
        yield from _represents(scene, sentence, parties, match)
    for mention in doc.events:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            yield from _of_event(doc, sentence, parties, mention)


def _represented(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]
) -> Iterator[Taken]:
    """'A was represented by B': A was not there, B was."""
    doc = scene.doc
    at, start = sentence.start + match.end(), sentence.start + match.start()
    first = next((p for p in parties if at <= p.start <= at + 2), None)
    if first is None:
        return
    yield first, True, None, first.start, first.end
    for party in subjects_before(scene, sentence, parties, start):
        # a country that X represents is there; a person whom X represents is not
        yield party, party.form in {"group", "body"}, first, party.name_start, first.end


def _represents(scene: Scene, sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]) -> Iterator[Taken]:
    """'B represented A', 'B attended on behalf of A': B was there, a person A was not."""
    if regex.search(
        r"\b(?:was|were|is|are|been|be)\s+$", scene.doc.shadow[: sentence.start + match.start()][-8:], regex.I
    ):
        return
    at, start = sentence.start + match.end(), sentence.start + match.start()
    who = subjects_before(scene, sentence, parties, start)
    if not who:
        return
    for party in who:
        yield party, True, None, party.start, party.end
    absent = next((p for p in parties if at <= p.start <= at + 2 and p.form != "group"), None)
    if absent is not None and len(who) == 1:
        yield absent, False, who[0], who[0].name_start, absent.end


def _at_event(doc: "Document", sentence: Sentence, verb: str, start: int, end: int) -> bool:
    """The event stands right after the verb ("attended the summit"), or the verb needs none and it was just spoken of."""
    after = [m for m in doc.events if end - 12 <= m.start and m.start - end < 50 and m.end <= sentence.end]
    if after and regex.fullmatch(
        r"\s*(?:in|at|to|of)?\s*(?:[\w'-]+\s+){0,4}", doc.shadow[end : max(end, after[0].start)]
    ):
        return True
    alone = regex.match(
        r"(?:took|takes?) part$|participat\w+$|(?:all )?came|(?:was|were) |sat |attend(?:ed|s)?$|did not|"
        r"will not|could not|join(?:ed|s)?(?: in)?$|missed|skipped|stayed",
        verb,
        regex.I,
    )
    if alone is None:
        return False
    rest = doc.shadow[end : min(sentence.end, end + 40)]
    return (
        regex.match(
            r"\s*(?:too|as well|also|in person|instead|in the (?:event|meeting|summit|talks|conference)|"
            r"either|[.,;]|there|because|due to|owing|and sent|it\b|$)",
            rest,
            regex.I,
        )
        is not None
    )


def _of_event(
    doc: "Document", sentence: Sentence, parties: Sequence[Party], mention: "EventMention"
) -> Iterator[Taken]:
    """Groups and persons that the name of the event holds: 'the meeting of the foreign ministers of', 'a summit with the leaders of'."""
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


def _event_near(doc: "Document", sentence: Sentence, at: int) -> "tuple[EventMention, LocalEvent] | None":
    """The event of the sentence nearest to the words, else the one spoken of last shortly before."""
    inside = [m for m in doc.events if sentence.start <= m.start and m.end <= sentence.end]
    if inside:
        nearest = min(inside, key=lambda m: (min(abs(m.start - at), abs(m.end - at)), m.start))
        return nearest, doc.local_events[nearest.local]
    before = [
        m
        for m in doc.events
        if m.end <= sentence.start
        and sentence.start - m.end < _REACH
        and doc.own_article(m.start) == doc.own_article(at)
    ]
    return (before[-1], doc.local_events[before[-1].local]) if before else None


def _claim(doc: "Document", sentence: Sentence, taken: Taken, found: "tuple[EventMention, LocalEvent]") -> Claim | None:
    party, present, deputy, start, end = taken
    mention, event = found
    head = doc.shadow[max(sentence.start, start - 40) : end]
    present = present and not (DENIED.search(doc.shadow[party.end : end]) is not None)
    planned = event.status == "planned" or mention.status == "planned" or PLANNED.search(head) is not None
    value = event_value(
        doc,
        event,
        {
            "participant": party.id,
            "name": party.name,
            "key": party.key,
            "present": present,
            "represented_by": deputy.id if deputy is not None else None,
            "representative": deputy.name if deputy is not None else None,
            "level": party.level,
            "members": list(party.members),
            "group": party.form == "group",
            "named": mention.start <= start < mention.end and not any(m.startswith("country:") for m in party.members),
        },
    )
    return make_claim(
        doc,
        Draft(
            "participant", subject_of(event), value, start, end, when=event.interval,
            modality="planned" if planned and event.status != "held" else None, polarity=present, confidence=min(0.85, mention.confidence),
        ),
    )  # fmt: skip


def keys(claim: Claim) -> tuple[str, ...]:
    """Participants meet in the family of their event."""
    return event_keys(claim)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The findings on the participants of each event instance."""
    return judge_participants(claims, block)
