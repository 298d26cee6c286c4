"""Meetings told without naming who meets: "and again in X", "the two sides met again on D", "Meeting in X, A and B".

Who meets is who met in the words before, in this sentence or the one before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.party import Party, listed_from
from eucacheck.records import Sentence

if TYPE_CHECKING:
    from eucacheck.kinds._encounters.encounters import Scene
    from eucacheck.kinds.meeting.talks import Encounter

_AGAIN = regex.compile(r"(?:\band|,|\bthen)\s+(?P<verb>(?:once\s+)?again)(?=\s+(?:in|on|at)\s)", regex.I)
_SIDES = regex.compile(
    r"\b(?P<verb>(?:(?:the\s+(?:two\s+)?(?:sides|parties|leaders|presidents|men|women|ministers|delegations)|both\s+sides|the\s+pair)"
    r"\s+(?:then\s+|also\s+|had\s+|will\s+|are\s+(?:due\s+|set\s+)?to\s+)?(?:met|meet|sat\s+down|got\s+together)"
    r"|they\s+(?:had\s+|will\s+)?(?:met|meet|sat\s+down)(?=\s+(?:again|once\s+more)))"
    r"(?:\s+(?:again|once\s+more|for\s+the\s+\w{3,10}\s+time))?)(?=\s+(?:in|on|at|last|this)\s)",
    regex.I,
)
_MEETING = regex.compile(
    r"[\"'\s]*(?P<verb>Meeting|Gathering|Sitting\s+down|Getting\s+together|Convening)(?:\s+again)?"
    r"(?=\s+(?:in|on|at)\b)"
)
_BEFORE = regex.compile(r"[^.;:\n\"]{3,100},\s+(?:the\s+)?")
_FAR = regex.compile(r"[;\"]|\b(?:but|while|whereas)\b", regex.I)


def talks_again(
    scene: "Scene", sentence: Sentence, parties: Sequence[Party], met: "tuple[Sentence, Encounter] | None"
) -> "Iterator[Encounter]":
    """The meetings of a sentence whose parties stand elsewhere; `met` is the last meeting told, and its sentence."""
    shadow = scene.doc.shadow
    opening = _MEETING.match(shadow, sentence.start, sentence.end)
    if opening is not None:
        first = next((p for p in parties if _BEFORE.fullmatch(shadow, opening.end(), p.start)), None)
        who = listed_from([p for p in parties if p.start >= first.start], first, scene.doc) if first else []
        if len(who) > 1:
            yield who, [], opening.start("verb"), who[-1].end, opening["verb"]
    if met is None:
        return
    told, (who, others, _, end, _) = met
    if told is sentence:
        after = _AGAIN.search(shadow, end, min(sentence.end, end + _REACH))
        if after is not None and not _FAR.search(shadow, end, after.start()):
            yield _moved(who, others, after)
    start = end if told is sentence else sentence.start
    sides = _SIDES.search(shadow, start, sentence.end)
    if sides is not None:
        yield _moved(who, others, sides)


_REACH = 90
"""Characters behind a meeting in which another one of the same parties is told."""


def _moved(who: Sequence[Party], others: Sequence[Party], match: "regex.Match[str]") -> "Encounter":
    """The same parties, as if named where the words stand that mean them."""
    low, high = match.span("verb")
    sides = [[replace(p, start=low, end=high, name_start=low, name_end=high) for p in side] for side in (who, others)]
    return sides[0], sides[1], low, high, match["verb"]
