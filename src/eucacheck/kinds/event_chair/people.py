"""A phrase of chairing to its persons: those listed behind it, the subject or subjects before it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.encounters import Scene, subjects_before
from eucacheck.records import PersonMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_JOINED = regex.compile(
    r"(?:\s+(?:for|of|from|on\s+behalf\s+of)\s+[^.;,]{2,60}?)?(?:\s*,[^.;]{3,100}?)?\s*,?\s*"
    r"\b(?:and|(?:together|jointly) with)\b(?P<tail>[^.;,]{0,100}(?:,\s+)?)",
    regex.I,
)
_NO_TITLE = regex.compile(
    r"\b(?:\w{2,15}ed|by|was|were|is|are|has|had|who|which|that|took|brought|gave|spoke|met|in|on|at)\b"
)
"""Words that do not stand in a title: behind "and" another clause begins ("chaired by X and attended by Y")."""
_OTHER_CLAUSE = regex.compile(r"[.;]|\b(?:said|told|while|whereas|whose|but|and (?:he|she|they))\b", regex.I)
_OBJECT = regex.compile(
    r"\b(?:\w{2,15}ed|by|with|of|to|for|from|on|in|at|about|between|met|saw|told|said|says|meets|against)\s+(?:the\s+)?$",
    regex.I,
)
"""What stands before a name that is no subject: the first of "met X and Y chaired" is whom somebody met."""
_RELATIVE_REACH = 150
"""Characters from a name to "who led": what lies between says who it is."""
_TITLES = 160
"""Characters of titles between a phrase and the name behind it."""


def listed_after(persons: Sequence[PersonMention], offset: int, doc: "Document") -> list[PersonMention]:
    """Give the person after 'chaired by', and those joined to it by 'and'; titles may stand between."""
    after = [p for p in persons if p.start >= offset and p.form != "pronoun"]
    if not after or after[0].start - offset > _TITLES:
        return []
    chosen = [after[0]]
    for one in after[1:]:
        joined = _JOINED.fullmatch(doc.shadow, chosen[-1].end, one.start)
        if joined is None or _NO_TITLE.search(joined["tail"]):
            break
        chosen.append(one)
    return chosen


def subject_before(persons: Sequence[PersonMention], offset: int, doc: "Document") -> PersonMention | None:
    """Give the person just before the verb, with no other clause between."""
    before = [p for p in persons if p.end <= offset]
    if not before:
        return None
    person = before[-1]
    gap = doc.shadow[person.end : offset]
    reach = _RELATIVE_REACH if gap.rstrip().endswith(" who") else 90
    return person if len(gap) < reach and not _OTHER_CLAUSE.search(gap) else None


_APPOSED = regex.compile(
    r"\s*(?:,\s[^;]{3,120},\s*)?(?:\b(?:himself|herself|then|also|later|will|who|has|had)\s+){0,2}", regex.I
)


def doers(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention], offset: int) -> list[PersonMention]:
    """Give the subjects of a verb, else the person before it where nothing but an apposition stands between."""
    who = subjects(doc, sentence, offset)
    one = subject_before(persons, offset, doc) if not who else None
    return [one] if one is not None and _APPOSED.fullmatch(doc.shadow, one.end, offset) else who


def subjects(doc: "Document", sentence: Sentence, offset: int) -> list[PersonMention]:
    """Give all persons who together are the subject of a verb: 'A and B, the minister of C, co-chaired'."""
    scene = Scene.of(doc)
    parties = [p for p in scene.parties if sentence.start <= p.start and p.end <= sentence.end]
    who = subjects_before(scene, sentence, parties, offset)
    if not who or any(not p.id.startswith("person:") for p in who):
        return []
    if _OBJECT.search(doc.shadow, max(sentence.start, who[0].start - 24), who[0].start):
        return []
    named = {(p.name_start, p.name_end) for p in who}
    return [p for p in between(doc.persons, sentence.start, offset) if (p.start, p.end) in named]
