"""Who takes part in an event, at which level, and who does not.

## Finds
"attended by A, B and C", "A took part in", "with the participation of", "brought together the foreign ministers of",
"A was absent", "B represented A", "C sent no delegation", "nobody had come from C", "all five states took part", "the
meeting of the heads of state of": each person, office, group, country or delegation named makes a claim of its own.

## Same fact
The event instance, and the participant: a person, or what a country sends.

## Compared
Present against absent or represented by another (`EUC361`), also of a country: all there, or its minister, against
nobody from it. A country's minister against its deputy minister
(`EUC362`). A country's president, by name or as one of all, against somebody sent in his place to a gathering of heads
of state on the same day and in the same town, however the sources name it (`EUC361`). Who is ill, abroad or excused in
one report of a news, and there, received a guest or led a delegation in another, and another signatory beside one
whom both name (`EUC361`). An incomplete list
contradicts nothing, and a plan is not opposed to what came of it.

## Value
`{"participant": identifier, "name": surface, "present": bool, "represented_by": identifier or null, "level": "leader"
| "minister" | "deputy" | "other" | null, "members": [identifiers of the countries or bodies], "group": bool, "named":
bool (only the name of the event says so), "event": profile}`; also `"remote": true` where somebody takes part by
video, `"head": true` for a head of state by name, `"partly": true` where only a part of the event is spoken of, and
`"share": [came, of all]` where the countries of a region are counted, and `"away": "travel"`
where somebody only did not travel, and `"signers": [{"id", "name", "side"}]` with `"papers"` for two who signed.

## Rules
EUC360 who took part, as told. EUC361 present in one source, absent or represented in another. EUC362 a country is at
two levels. EUC934 a country at a higher level than the reference has it.

## Example
"attended by A" in one source, "A was absent and was represented by B" in another: EUC361.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._encounters.encounters import DENIED, PLANNED, Scene
from eucacheck.kinds._encounters.presence_verdicts import PREFIX as THERE
from eucacheck.kinds._encounters.presence_verdicts import judge_presence, people_of, presence_keys
from eucacheck.kinds._happenings.background import looks_back
from eucacheck.kinds._happenings.events import event_keys, event_value, subject_of
from eucacheck.kinds.participant.gatherings import Gathered, find_gathered, gathering, whole_region
from eucacheck.kinds.participant.participants import judge_participants
from eucacheck.kinds.participant.presence import Seen, bare_event, find_presence
from eucacheck.kinds.participant.sent_for import PREFIX, came_keys, is_head_of_state, judge_sent
from eucacheck.kinds.participant.signatures import PREFIX as SIGNS
from eucacheck.kinds.participant.signatures import find_signatures, judge_signatures, signature_keys, signature_value
from eucacheck.records import Claim, Finding, Modality, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention, LocalEvent
from eucacheck.kinds.participant.absences import Taken, find_wholes
from eucacheck.kinds.participant.attendance import find_attendance, find_bodies

RULES = {
    "EUC360": "Who took part in an event, as sources tell it.",
    "EUC361": "One source has somebody present at an event, another absent or represented by somebody else.",
    "EUC362": "A country is represented by its minister in one source, by a deputy in another.",
    "EUC934": "A country is at an event at a higher level than the reference has it.",
}
_REACH = 400
_REMOTE = regex.compile(r"\b(?:video\w*|virtually|online|remotely|by\s+link|via\s+link)\b", regex.I)
"""Words for who takes part from afar, which is neither to be there nor to be absent."""
_PARTLY = regex.compile(
    r"\b(?:(?:first|second|third|last|final|next) day|opening (?:of|ceremony|session)|closing|dinner|reception)\b",
    regex.I,
)
"""A part of an event, at which others may be there than at the rest."""


def find(doc: "Document") -> Iterator[Claim]:
    """Each participant named of an event that is spoken of."""
    scene = Scene.of(doc)
    scene.parties = sorted([*scene.parties, *find_bodies(scene)], key=lambda p: p.start)
    for sentence, text, parties in scene.sentences():
        seen: set[tuple[str, int]] = set()
        near = _is_event_near(doc, sentence)
        for party, present, deputy, start, end in find_attendance(scene, sentence, text, parties) if near else ():
            found = _event_near(doc, sentence, start)
            if found is None or (party.id, found[1].index) in seen or looks_back(doc, sentence, found[1]):
                continue
            seen.add((party.id, found[1].index))
            claim = _claim(doc, sentence, (whole_region(party, doc), present, deputy, start, end), found)
            if claim is not None:
                yield claim
        dated = {p for p, index in seen if doc.local_events[index].interval is not None}
        for number, gathered in enumerate(find_gathered(doc, sentence, parties)):
            if gathered.party.id not in dated and _REMOTE.search(text) is None:
                yield from _gathered(doc, gathered, sentence.start * 10 + number)
        known = {p for p, _ in seen}
        yield from _of_the_news(
            doc, sentence, [s for s in find_presence(scene, sentence, parties) if s[0].id not in known]
        )
        for whole, share, start, end in find_wholes(scene, sentence, text) if near else ():
            found = _event_near(doc, sentence, start)
            if found is None or looks_back(doc, sentence, found[1]):
                continue
            told = _claim(doc, sentence, (whole, True, None, start, end), found, share)
            if told is not None:
                yield told


def _is_event_near(doc: "Document", sentence: Sentence) -> bool:
    """An event is spoken of in the sentence or shortly before it: without one nothing is told of who was there."""
    return any(sentence.start - m.end < _REACH and m.end <= sentence.end for m in doc.events)


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


def _claim(
    doc: "Document",
    sentence: Sentence,
    taken: Taken,
    found: "tuple[EventMention, LocalEvent]",
    share: tuple[int, int] | None = None,
) -> Claim | None:
    party, present, deputy, start, end = taken
    mention, event = found
    head = doc.shadow[max(sentence.start, start - 40) : end]
    present = present and DENIED.search(doc.shadow[party.end : end]) is None
    more: dict[str, Any] = {} if share is None else {"share": list(share)}
    reach = sentence.end if party.form == "group" else min(sentence.end, end + 70)  # 'all came, one by video link'
    if _REMOTE.search(doc.shadow, max(sentence.start, start - 30), reach) is not None:
        more["remote"] = True
    if party.form == "full" and party.level == "leader" and is_head_of_state(doc.shadow[party.start : party.end]):
        more["head"] = True
    if _PARTLY.search(doc.shadow, sentence.start, sentence.end) is not None:
        more["partly"] = True
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
            **more,
        },
    )
    return make_claim(
        doc,
        Draft(
            "participant", subject_of(event), value, start, end, when=event.interval,
            modality="planned" if planned and event.status != "held" else None, polarity=present,
            confidence=min(0.85, mention.confidence),
        ),
    )  # fmt: skip


def _gathered(doc: "Document", found: Gathered, index: int) -> Iterator[Claim]:
    """The heads of state whom a sentence has together on a day, at an event that it does not name."""
    party = found.party
    value: dict[str, Any] = {
        "participant": party.id, "name": party.name, "key": party.key, "present": True, "represented_by": None,
        "representative": None, "level": party.level, "members": list(party.members), "group": True, "named": False,
        "event": gathering(found, doc, index),
    }  # fmt: skip
    subject = f"event:gathering-{found.date.interval.edtf}"
    claim = make_claim(
        doc, Draft("participant", subject, value, found.start, found.end, when=found.date.interval, confidence=0.8)
    )
    if claim is not None and claim.modality in {"assertion", "reported"}:
        yield claim


def _of_the_news(doc: "Document", sentence: Sentence, people: Sequence[Seen]) -> Iterator[Claim]:
    """Who is away or there, and who signs, where no event is named: it is what the source reports on."""
    for one in people:
        yield from _somewhere(doc, one)
    signed = find_signatures(doc, sentence)
    if signed is not None:
        low, high, signers = signed
        draft = Draft("participant", "event:presence", signature_value(doc, low, high, signers), low, high)
        claim = make_claim(doc, draft)
        if claim is not None:
            yield claim


def _somewhere(doc: "Document", seen: Seen) -> Iterator[Claim]:
    """A person who is away, or there, whatever the occasion."""
    person, there, how, start, end = seen
    value: dict[str, Any] = {
        "participant": person.id, "name": person.name, "key": person.key, "present": there, "represented_by": None,
        "representative": None, "level": person.level, "members": list(person.members), "group": False, "named": False,
        "event": bare_event(doc, start),
    }  # fmt: skip
    if how:
        value["away"] = how
    told = doc.speech.at(start, end)[1]
    mode: Modality = "assertion" if told in {"conjecture", "denied"} else told  # 'could not come' is no conjecture
    draft = Draft("participant", "event:presence", value, start, end, modality=mode, polarity=there, confidence=0.7)
    claim = make_claim(doc, draft)
    if claim is not None:
        yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Participants meet in the family of their event, those told at a level in its month, and persons by name."""
    own = presence_keys(people_of(claim))
    if claim.value["event"]["type"] == "presence":
        return (*own, *signature_keys(claim))
    return (*event_keys(claim), *came_keys(claim.value), *own)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The findings on the participants of each event instance, or on who came for a country in a month."""
    if block.key.startswith(PREFIX):
        return list(judge_sent(claims, block))
    if block.key.startswith(THERE):
        return list(judge_presence(block))
    if block.key.startswith(SIGNS):
        return list(judge_signatures(claims, block))
    return judge_participants(claims, block)
