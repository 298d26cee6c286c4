"""A document to what was done to each instrument: the action, which instrument, when, where, and whether it is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._wording.instrument_words import OCCASION
from eucacheck.kinds.agreement.instruments import Instrument, antecedent
from eucacheck.kinds.agreement.signers import SIGNED, signers_of
from eucacheck.kinds.agreement.when import Cue, Scene, date_of_act, denial_before, is_long, mode_of_act, place_of_act
from eucacheck.kinds.agreement.words import (
    BASE,
    BREAK,
    CLOSED,
    COORDINATED,
    CUE,
    INTRANSITIVE,
    NEGOTIATED,
    NOUN_CUE,
    ON_IT,
    OPENED,
    PARTICIPLE,
    PASSIVE,
    VERBAL_BEFORE,
)
from eucacheck.records import DateMention, EntityMention, Modality, PersonMention, Sentence
from eucacheck.stems import LONGEST_SENTENCE

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_OF_BEFORE = frozenset({"signed", "initialled", "ratified", "in-force"})
"""Nouns that may stand without their instrument: 'the signing took place'."""
_FOR_A_SIDE = regex.compile(r"\s(?:for|on behalf of)\s(?:the\s)?\p{Lu}")
"""'A signed for Brussels': the agreement stands in the sentence before."""
_FRONTED = regex.compile(
    r"\s[^,.;]{3,90}(?:,[^,.;]{3,40})?,\s(?:it|this|the\s(?:\p{L}{2,14}\s){0,2}(?:text|document|agreement|accord|pact|deal|treaty|memorandum|protocol))\b"
)
"""'Initialled in Riga in May, it was held up': what is meant stands behind."""
_DONE_FIRST = regex.compile(r"[\p{L}-]{4,20}ed\s(?:in|on|at|by)\s", regex.I)
_IT = regex.compile(
    r"\s(?:it|the\s(?:text|document|paper))\s(?:in|on|at|last|this|today|yesterday|together|with|for|by)\b"
)
"""'had initialled it in May': the object stands in what was said before."""
_ARTICLE = regex.compile(r"\s+(?:an?|the)?\s*", regex.I)
_LINK = 32
"""Characters between a name and the date that belongs to it."""
_DATED = regex.compile(
    r"\s*(?:\([^)]{1,12}\))?,?\s*(?:of|from|dated|(?:which\s+)?(?:dates|dating|goes\s+back)\s+(?:from|back\s+to|to))"
    r"\s+(?:the\s+)?",
    regex.I,
)
_YEAR_OF = regex.compile(r"(?:19|20)\d\d\s+(?:EU(?:'s)?\s+)?")
_OPENS = regex.compile(r"(?:Its|Their|That|This|The|Such an?|An?)(?:\s+own)?\s+(?:\w{2,12}\s+)?")
"""What opens a sentence whose object comes first: "Its own agreement the country signed in May"."""
_QUOTED = 220
"""Characters from the first to the last word of an act that are still quoted together."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence says was done to one instrument; `start` and `end` span its words, for quoting.

    `stages` where the sentence tells of signing and initialling both, as two steps.
    """

    start: int
    end: int
    action: str
    instrument: Instrument
    date: DateMention | None
    place: EntityMention | None
    modality: Modality | None
    polarity: bool
    signers: tuple[PersonMention, ...] = ()
    stages: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its actions and the instruments in it and in the whole text."""

    doc: "Document"
    sentence: Sentence
    cues: Sequence[Cue]
    inside: Sequence[Instrument]
    every: Sequence[Instrument]


def find_acts(doc: "Document", instruments: Sequence[Instrument]) -> Iterator[Act]:
    """Each action with the one instrument that it is said of."""
    for sentence in doc.sentences:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        inside = [i for i in instruments if sentence.start <= i.start and i.end <= sentence.end]
        if not any(i.start < sentence.end for i in instruments):
            continue  # none is named yet
        line = _Line(doc, sentence, _cues(doc, sentence, inside), inside, instruments)
        acts = [_act(Scene(doc, sentence, line.cues, cue, one)) for cue in line.cues for one in _bind(line, cue)]
        both = {"signed", "initialled"} <= {a.action for a in acts if a.modality is None}
        yield from (replace(a, stages=both) for a in acts)
        yield from _dated(doc, inside)


def _cues(doc: "Document", sentence: Sentence, inside: Sequence[Instrument]) -> list[Cue]:
    """The actions of a sentence; 'negotiations on X began' has its action behind the instrument."""
    found = []
    for match in CUE.finditer(doc.shadow, sentence.start, sentence.end):
        if any(i.start <= match.start() < i.end for i in inside):
            continue
        before = doc.shadow[max(sentence.start, match.start() - 40) : match.start()]
        beside = any(0 <= i.start - match.end() <= 30 for i in inside)
        verb = VERBAL_BEFORE.search(before) or beside or match.group()[0].isupper()
        if BASE.fullmatch(match.group()) is None or verb:
            found.append(Cue(match.start(), match.end(), str(match.lastgroup).replace("_", "-")))
    for one in inside:
        before = doc.shadow[max(sentence.start, one.start - 60) : one.start]
        talks = NEGOTIATED.search(before)
        for action, pattern in (("negotiations-opened", OPENED), ("concluded", CLOSED)) if talks is not None else ():
            hit = pattern.match(doc.shadow, one.end, sentence.end)
            if hit is not None and talks is not None:
                found = [c for c in found if not one.end <= c.start < hit.end()]
                dated = any(one.end <= d.start < hit.end() for d in doc.dates)
                start = one.start - len(before) + talks.start()
                found.append(Cue(start, one.start, action, hit.end() if dated else 0))
    return sorted(found, key=lambda c: c.start)


def _bind(line: _Line, cue: Cue) -> list[Instrument]:
    """The instruments of an action: its object, else the subject before it, else the one spoken of before."""
    text, base = line.doc.shadow, line.sentence.start
    passive = _is_passive(line, cue)
    subjects = [i for i in line.inside if i.end <= cue.start]
    if subjects and not passive and regex.fullmatch(r"[\s,(]*", text[subjects[-1].end : cue.start]):
        return [subjects[-1]]
    if subjects and not passive and _is_fronted(line, subjects[-1], cue):
        return [subjects[-1]]
    if (cue.action not in INTRANSITIVE and not passive) or text[cue.end : cue.end + 4] == " of ":
        near = [i for i in line.inside if cue.end <= i.start <= cue.end + 90]
        objects = [i for i in near if not _broken(text, i.start, cue, line.cues)]
        if objects:
            return [objects[0], *_joined(text, objects[0], objects[1:])]
    behind = [i for i in line.inside if cue.end < i.start and _ARTICLE.fullmatch(text, cue.end, i.start)]
    if _opens_sentence(line, cue):
        about = [i for i in line.inside if i.start > cue.end]
        one = about[0] if about else antecedent(line.doc, line.every, cue.start)
        return [one] if one is not None and one.sort not in OCCASION else []
    if passive and behind and not subjects:
        return [behind[0]]  # 'In T there was signed the agreement'
    close = [i for i in subjects if cue.start - i.end <= 160]
    if close and (passive or cue.action in INTRANSITIVE or _participle(text, cue, close[-1])):
        return [] if regex.search(r"[;!?]", text[close[-1].end : cue.start]) else [close[-1]]
    noun = NOUN_CUE.match(text, cue.start) is not None
    for_a_side = cue.action in SIGNED and _FOR_A_SIDE.match(text, cue.end) is not None
    if for_a_side or (not noun and _IT.match(text, cue.end) is not None):
        one = antecedent(line.doc, line.every, cue.start)
        return [one] if one is not None and one.sort not in OCCASION else []
    if line.inside and not noun:
        told = [i for i in line.inside if cue.action == "issued" and 0 <= i.start - cue.end <= 8]
        return [i for i in told if i.sort in OCCASION][:1]
    if noun and cue.action not in _OF_BEFORE:
        return []
    pronoun = regex.search(r"\b(?:it|they|document|this|which|instrument)\b", text[base : cue.start], regex.I)
    bare = regex.search(r"\p{L}{2,}", text[base : cue.start]) is None
    if noun or ((passive or cue.action in INTRANSITIVE) and (pronoun is not None or bare)):
        one = antecedent(line.doc, line.every, cue.start)
        return [one] if one is not None and one.sort not in OCCASION else []
    return []


def _opens_sentence(line: _Line, cue: Cue) -> bool:
    """'Initialled in A in May, it ...', and also with a longer aside where the sentence names one instrument alone."""
    text, base, high = line.doc.shadow, line.sentence.start, line.sentence.end
    if text[base : cue.start].strip(" ,"):
        return False
    if _FRONTED.match(text, cue.end, high) is not None:
        return True
    if _DONE_FIRST.match(text, cue.start, high) is None or len({i.entity for i in line.inside}) != 1:
        return False
    gap = text[cue.end : line.inside[0].start]
    return ";" not in gap and gap.endswith((", the ", ", an ", ", a ", ", its "))


def _is_fronted(line: _Line, one: Instrument, cue: Cue) -> bool:
    """'Its own treaty the country signed': the instrument opens the sentence, one party alone before the verb."""
    text, base = line.doc.shadow, line.sentence.start
    if _OPENS.fullmatch(text, base, one.start) is None:
        return False
    between = [e for e in line.doc.entities if one.end < e.start and e.end < cue.start]
    if len(between) != 1 or between[0].type not in {"country", "org"}:
        return False
    rest = text[one.end : between[0].start] + text[between[0].end : cue.start]
    return regex.fullmatch(r"\s*(?:the\s+)?(?:had\s+|itself\s+|only\s+)*", rest) is not None


def _is_passive(line: _Line, cue: Cue) -> bool:
    """'was signed', and the second verb of 'was signed in 2015 and ratified'."""
    text, base = line.doc.shadow, line.sentence.start
    before = text[max(base, cue.start - 40) : cue.start]
    if PASSIVE.search(before):
        return True
    earlier = [c for c in line.cues if c.end <= cue.start]
    if not earlier or COORDINATED.search(before) is None:
        return False
    return PASSIVE.search(text[max(base, earlier[-1].start - 40) : earlier[-1].start]) is not None


def _participle(text: str, cue: Cue, subject: Instrument) -> bool:
    """'the agreement, signed in 2015', 'the agreement signed by', 'Agreement: Kyrgyzstan and EU Have Signed'."""
    gap = text[subject.end : cue.start]
    if NOUN_CUE.match(text, cue.start):
        return gap.strip() == ":"
    return PARTICIPLE.fullmatch(gap) is not None


def _broken(text: str, high: int, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Another action or a clause mark stands before the object; 'signed and ratified X' has one object."""
    gap = text[cue.end : high]
    if BREAK.search(gap) or ON_IT.search(gap):
        return True
    other = any(cue.end <= c.start < high and c.action != cue.action for c in cues)
    return other and regex.fullmatch(r"\s*(?:and|or)\s+\w+\s+(?:an?|the|its)?\s*", gap) is None


def _joined(text: str, first: Instrument, others: Sequence[Instrument]) -> list[Instrument]:
    """'a memorandum on X and an agreement on Y': further objects in a list."""
    joined, end = [], first.end
    for one in others:
        if regex.fullmatch(r",?\s*(?:and\s+|as well as\s+)?(?:an?\s+|the\s+)?", text[end : one.start]) is None:
            break
        joined.append(one)
        end = one.end
    return joined


def _act(scene: Scene) -> Act:
    """The act with its date, place and mode; the quote leaves out what would make it long."""
    cue, one, sentence = scene.cue, scene.one, scene.sentence
    date = date_of_act(scene)
    place = place_of_act(scene, date)
    modality, polarity = mode_of_act(scene, date)
    told = cue.action in SIGNED and polarity
    signers = tuple(signers_of(scene.doc, sentence, cue.start, cue.end)) if told else ()
    where = [(x.start, x.end) for x in (date, place, *signers) if x is not None]
    apart = any(one.end <= c.start and c.end <= cue.start for c in scene.cues)
    named = [(one.start, one.end)] if sentence.start <= one.start < sentence.end and not apart else []
    spans = [(cue.start, cue.end), *named, *where]
    if max(s[1] for s in spans) - min(s[0] for s in spans) > _QUOTED:
        spans = [(cue.start, cue.end), *(where or named)]
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    if not polarity:
        start = min(start, denial_before(scene))
    return Act(start, end, cue.action, one, date, place, modality, polarity, signers)


def _dated(doc: "Document", inside: Sequence[Instrument]) -> Iterator[Act]:
    """'the Agreement of 1999', 'the 2007 Strategy', 'the treaty dates from 1999': a date of the name."""
    for one in inside:
        for date in doc.dates:
            if is_long(date):
                continue
            behind = one.end <= date.start <= one.end + _LINK
            if behind and _DATED.fullmatch(doc.shadow, one.end, date.start):
                yield Act(one.start, date.end, "dated", one, date, None, None, polarity=True)
            elif one.start - _LINK <= date.end <= one.start and _YEAR_OF.fullmatch(doc.shadow, date.start, one.start):
                yield Act(date.start, one.end, "dated", one, date, None, None, polarity=True)
