"""A sentence to its meetings: who meets whom, by verb, by noun, received by, together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.encounters import Scene, subjects_before
from eucacheck.kinds._encounters.party import Party, listed_from
from eucacheck.kinds.meeting.pairs import two_offices
from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_TALKS = (
    r"(?:talks|negotiations|consultations|discussions?|meetings?|conversations?|(?:tele)?phone (?:calls?|"
    r"conversations?|talks)|calls?|video (?:calls?|conference)|exchange of views|round of talks|audience)"
)
_SORT = (
    r"(?:(?:bilateral|separate|brief|private|one-on-one|face-to-face|closed-door|productive|fruitful|"
    r"constructive|informal|official|working|expanded|several|series of|high-level|first|second|substantive|"
    r"extensive|trilateral|joint|further|short|courtesy|[a-z]{3,12}-style)\s+(?:and\s+)?)"
)
_HOW_LONG = (
    r"(?:\s+(?:for\s+(?:(?:more\s+than|over|about|almost|nearly)\s+)?(?:an?|half\s+an|one|two|three|four|five|\d{1,3})\s+"
    r"(?:hours?|minutes?)|at\s+length|alone|briefly|privately|in\s+private|again|separately|together)){0,2}"
)
_WITH = regex.compile(
    r"\b(?P<verb>me(?:t|ets?|eting)(?: up)?(?:\s+(?:again|separately|briefly|also|privately|personally|"
    r"virtually))?(?:\s+with)?|"
    r"(?:held|holds?|holding|had|has|have|having|conducted|began|started|opened|concluded)\s+(?:an?\s+|"
    rf"the\s+|his\s+|her\s+|their\s+)?{_SORT}{{0,3}}{_TALKS}\s+(?:[^.,;\"]{{0,40}}\s)?with|"
    r"(?:spoke|speaks|speak|talked|talks|conferred|sat down|sits down|negotiated|consulted|"
    rf"will speak){_HOW_LONG}\s+(?:(?:by|on the|over the|via)\s+(?:tele)?(?:phone|video(?:\s+link)?|"
    r"videoconference)\s+)?(?:with|to)|"
    r"(?:received|receives|accepted|welcomed|welcomes|hosted|hosts|greeted|sees|saw|called on|telephoned|"
    r"phoned|sent off|(?:was|is|plays|played) host to)|"
    rf"(?:discuss(?:ed|es)?|reviewed|exchanged views)\s[^.;\"]{{0,140}}?\swith)\s+",
    regex.I,
)
_TOGETHER = regex.compile(
    r"\b(?P<verb>met|meet|will meet|are to meet|are due to meet|(?:held|"
    rf"hold|had|began|opened)\s+(?:an?\s+)?{_SORT}{{0,3}}{_TALKS}|sat down(?: together)?|sat together|"
    r"(?:got|came) together|shook hands|discussed|conferred|exchanged views|"
    r"spoke\s+(?:by|on the|over the)\s+(?:tele)?phone)\b",
    regex.I,
)
_NOUN = regex.compile(rf"\b{_SORT}{{0,3}}(?P<verb>{_TALKS})\s+(?P<how>between|of|with)\s+", regex.I)
_PASSIVE = regex.compile(
    r"\b(?:was|were|is|are|will be|being|been)\s+(?:also\s+|warmly\s+|then\s+)?(?P<verb>received|accepted|welcomed|"
    r"hosted|greeted|met)\s+(?:(?:(?:in|at|on)\s+[^,.;]{2,40}?|today|yesterday|first|separately|there|earlier)\s+){0,2}by\s+"
    r"|\b(?:was|were|(?:had|has|have)\s+been)\s+(?P<verb>(?:the|a)\s+guests?)\s+of\s+",
    regex.I,
)
CREDENTIALS = "credentials"
"""The words of a meeting at which an ambassador hands over the credentials."""
_PRESENTED = regex.compile(
    r"\b(?:presented|presents|handed(?:\s+over)?|hands(?:\s+over)?|submitted|delivered)\s+(?:his|her)\s+"
    r"(?:letters?\s+of\s+)?credentials\s+(?:(?:in|on)\s+[^,.;]{2,30}?\s+)?to\s+",
    regex.I,
)
_ACCEPTED = regex.compile(
    r"(?:\bon\s+behalf\s+of\s+[\w\s]{3,30}\s)?\b(?:accepted|accepts|received|receives|took)\s+"
    r"(?:(?:in|on|at)\s+[^,.;]{2,40}?\s+)?(?:the\s+)?(?:letters?\s+of\s+)?credentials\s+(?:of|from)\s+",
    regex.I,
)
_THAT_HAD = regex.compile(rf"\b(?P<verb>{_TALKS})\s+(?:(?:that|which)\s+)?(?:the\s+)?", regex.I)
_HAD = regex.compile(r"\b(?:had|held|has\s+had|will\s+have|is\s+to\s+have)\s+(?:[^.;,\"]{0,30}\s)?with\s+", regex.I)
_WHOM = regex.compile(r",?\s+whom\s+(?:the\s+)?", regex.I)
_GREETED = regex.compile(
    r",?\s+(?:(?:had|has|have|will|also|then|later|in\s+turn)\s+){0,3}"
    r"(?P<verb>received|receives?|met|meets?|welcomed|welcomes|hosted|hosts|greeted|saw|sees)\b",
    regex.I,
)
_BESIDE = regex.compile(
    r"\b(?:said|told|spoke|speaking|stated)\b[^.;\"]{0,60}?,?\s+(?P<verb>alongside|standing next to|flanked by)\s+",
    regex.I,
)
_OPENING = regex.compile(
    r"[\"'\s]*(?:during|at|in|after|before|following|ahead of)\s+(?:an?|the|his|her|their|this)?\s*", regex.I
)
_JOINT = regex.compile(r"\s+(?:with|and)\s+")
_TO_COMMA = regex.compile(r"[^.;\"]{0,80}?,\s*")
_OBJECT_GAP = regex.compile(
    r"\s*(?:(?:the|his|her|its|their|a|an|both|with|from|visiting|fellow|of|representatives of|federal|acting|"
    r"state|newly appointed)\s+){0,3}",
    regex.I,
)
Encounter = tuple[list[Party], list[Party], int, int, str]
"""The two sides (the second empty: all meet all), first and last code point of the cue, and its words."""


def with_object(scene: Scene, sentence: Sentence, meeting: Encounter) -> Encounter:
    """'A received him': not A, but the person spoken of last before this sentence."""
    who, others, start, end, words = meeting
    if len(others) != 1 or others[0].form != "pronoun" or others[0].id not in {p.id for p in who}:
        return meeting
    one = others[0]
    earlier = [p for p in scene.parties if p.end <= sentence.start and sentence.start - p.end < 300]
    earlier = [p for p in earlier if p.form in {"full", "surname"} and p.id != one.id]
    if not earlier:
        return meeting
    last = replace(earlier[-1], start=one.start, end=one.end, name_start=one.start, name_end=one.end)
    return who, [last], start, end, words


def find_talks(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Encounter]:
    """Talks told by a noun: 'talks with X', 'a meeting between X and Y'."""
    told = text if len(parties) > 1 else ""  # two are named, unless one group is both sides
    for match in _WITH.finditer(told):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        others = _objects(scene, parties, end)
        who = subjects_before(scene, sentence, parties, start) if others else []
        if who and others:
            yield who, others, start, others[-1].end, match["verb"]
    for match in _PASSIVE.finditer(told):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        others = _objects(scene, parties, end)
        who = subjects_before(scene, sentence, parties, start) if others else []
        if who and others:
            yield others, who, start, others[-1].end, match["verb"]
    for match in _NOUN.finditer(told):
        yield from _by_noun(scene, sentence, parties, match)
    for match in _TOGETHER.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        who = subjects_before(scene, sentence, parties, start)
        who = two_offices(_with_bodies(who, scene.doc), scene.doc)
        if (
            len(who) > 1
            and not _objects(scene, parties, end)
            and not regex.match(r"\s+with\b", scene.doc.shadow[end : end + 6])
        ):
            yield who, [], start, end, match["verb"]
    yield from _credentials(scene, sentence, told, parties)
    yield from _that_had(scene, sentence, told, parties)
    yield from _whom(scene, sentence, told, parties)
    for match in _BESIDE.finditer(told):
        start, end = sentence.start + match.start("verb"), sentence.start + match.end()
        others = _objects(scene, parties, end)
        who = [p for p in parties if p.end <= sentence.start + match.start()][-1:]
        if who and others:
            yield who, others, start, others[-1].end, match["verb"]


def _credentials(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Encounter]:
    """'A presented her credentials to B', 'B accepted the credentials of A': the ambassador is told first."""
    for match in _PRESENTED.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        others = _objects(scene, parties, end)[:1]
        who = subjects_before(scene, sentence, parties, start)[-1:]
        if who and others:
            yield who, others, start, others[-1].end, CREDENTIALS
    for match in _ACCEPTED.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        others = _objects(scene, parties, end)[:1]
        who = subjects_before(scene, sentence, parties, start)[-1:]
        if who and others:
            yield others, who, start, others[-1].end, CREDENTIALS


def _that_had(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Encounter]:
    """'The talks that A had with B'."""
    for match in _THAT_HAD.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        first = next((p for p in parties if end <= p.start <= end + 1), None)
        had = (
            _HAD.search(scene.doc.shadow, first.end, min(sentence.end, first.end + 110)) if first is not None else None
        )
        others = _objects(scene, parties, had.end()) if had is not None else []
        if first is not None and had is not None and others and subjects_before(scene, sentence, parties, had.start()):
            yield [first], others, start, others[-1].end, match["verb"]


def _whom(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Encounter]:
    """'A, whom B and C received'."""
    for match in _WHOM.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        guest = next((p for p in parties if p.end == start and p.form in {"full", "surname", "role", "office"}), None)
        first = next((p for p in parties if end <= p.start <= end + 1), None)
        if guest is None or first is None:
            continue
        hosts = listed_from([p for p in parties if p.start >= first.start], first, scene.doc)
        greeted = _GREETED.match(scene.doc.shadow, hosts[-1].end, sentence.end)
        if greeted is not None:
            yield hosts, [guest], guest.name_start, greeted.end(), greeted["verb"]


def _objects(scene: Scene, parties: Sequence[Party], at: int) -> list[Party]:
    """The parties right after a verb or preposition, with those joined to them; not somebody's statement or country."""
    doc = scene.doc
    gap = _OBJECT_GAP.match(doc.shadow, at)
    reach = gap.end() if gap is not None else at
    first = next((p for p in parties if at <= p.start <= reach and not _owner(p, doc)), None)
    if first is None:
        return []
    chosen = listed_from([p for p in parties if p.start >= first.start], first, doc)
    if regex.match(r"'s?\s+\w", doc.shadow[chosen[-1].end : chosen[-1].end + 4]):
        chosen = chosen[:-1]
    return chosen


def _owner(party: Party, doc: "Document") -> bool:
    """'met his counterpart NAME': the word before the counterpart is nobody whom one meets."""
    return doc.shadow[party.start : party.end].casefold() in {"his", "her", "their"}


def _by_noun(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], match: regex.Match[str]
) -> Iterator[Encounter]:
    """'talks between A and B', 'the meeting of A with B', 'A's meeting with B', 'during the meeting with B, A said'."""
    doc = scene.doc
    start, end = sentence.start + match.start(), sentence.start + match.end()
    others = _objects(scene, parties, end)
    if not others:
        return
    after = others[-1].end
    if match["how"].casefold() == "between":
        if len(others) > 1:
            yield others, [], start, after, match["verb"]
        return
    if match["how"].casefold() == "of":
        joint = _JOINT.match(doc.shadow, after, sentence.end)
        second = _objects(scene, parties, joint.end()) if joint is not None else []
        if second:
            yield others, second, start, second[-1].end, match["verb"]
        elif len(others) > 1 and any(p.form != "group" for p in others):
            yield others, [], start, after, match["verb"]
        return
    opening = _OPENING.fullmatch(doc.shadow[sentence.start : start]) is not None
    if (
        opening
        and len(others) > 1
        and regex.fullmatch(r"\s*,\s*(?:the\s+)?", doc.shadow[others[-2].end : others[-1].start])
    ):
        # "During the meeting with B, A said": the comma ends the clause, A is no one of a list
        yield [others[-1]], others[:-1], start, others[-1].name_end, match["verb"]
        return
    who = _holder(scene, sentence, parties, start, after)
    if who is not None:
        yield [who], others, start, after, match["verb"]


def _holder(scene: Scene, sentence: Sentence, parties: Sequence[Party], start: int, after: int) -> Party | None:
    """Who has the meeting: its owner, or the subject of the sentence that it opens or closes."""
    shadow = scene.doc.shadow
    before = [p for p in parties if p.end <= start]
    if before and regex.fullmatch(
        r"(?:'s?)?\s*(?:(?:first|second|recent|earlier|upcoming|planned|own)\s+)?",
        shadow[before[-1].end : start],
        regex.I,
    ):
        word = shadow[before[-1].start : before[-1].end].casefold()
        if "'" in shadow[before[-1].end : start] or word in {"his", "her", "their"}:
            return before[-1]
    lead = shadow[sentence.start : start]
    if _OPENING.fullmatch(lead):
        comma = _TO_COMMA.match(shadow, after, sentence.end)
        later = [p for p in parties if p.start >= after]
        if comma is not None and later and not regex.search(r"\b(?:and|with)\b", shadow[comma.end() : later[0].start]):
            return later[0]
        return None
    if (
        regex.search(
            r"\b(?:during|at|after|before|following|in|for|on|ahead of)\s+(?:an?|the|his|her|their)?\s*$", lead, regex.I
        )
        and before
    ):
        subject = [
            p
            for p in before
            if not regex.search(
                r"\b(?:of|with|by|to|for|from|between)\s+(?:the\s+)?$",
                shadow[max(sentence.start, p.start - 10) : p.start],
            )
        ]
        if subject and subject[0].form != "group":
            return subject[0]
    return None


def _with_bodies(who: list[Party], doc: "Document") -> list[Party]:
    """'The European Union and the deputy ministers': a body joined to a group is a party."""
    if len(who) != 1:
        return who
    for entity in between(doc.entities, who[0].start - 80, who[0].start):
        if (
            entity.type in {"org", "country"}
            and entity.form != "adjective"
            and regex.fullmatch(r"\s+and\s+(?:the\s+)?", doc.shadow[entity.end : who[0].start])
        ):
            name = doc.text[entity.start : entity.end]
            return [
                Party(entity.start, entity.end, entity.start, entity.end, entity.entity, name, entity.entity, "body"),
                *who,
            ]
    return who
