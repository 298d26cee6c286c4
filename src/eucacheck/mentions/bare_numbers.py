"""A bare number to the noun that it counts elsewhere in its sentence: "Of the 30 materials ..., it produces 16".

The number of a thing is told without the thing where the sentence has just named it: in a part of a whole ("18 out of
30 materials"), behind "the number of", or as so many "in number".
"""

from typing import Final

import regex

from eucacheck.mentions.numbers import number_at
from eucacheck.mentions.units import singular, unit_after

_REACH: Final = 260
"""Characters before the number in which its sentence is read."""
_STARTS: Final = regex.compile(r"[.!?:;]\s|\n")
_WHOLE: Final = regex.compile(
    r"\W{0,3}(?:out )?of (?:the|these|those|its|their|all) (?:[\d,]{1,7}|[a-z-]{3,12})(?= )", regex.I
)
_NUMBER_OF: Final = regex.compile(r"\bnumber of(?= )", regex.I)
_TOLD: Final = regex.compile(
    r"(?:\b(?:from|to|is|was|are|were|at|of|now|reach(?:ed|es)?|exceed(?:ed|s)?|total(?:led|s)?|than|about|around|some|over"
    r"|nearly|almost)\s)$",
    regex.I,
)
_VERB: Final = regex.compile(r"(?<!\b(?:in|by|on|since|of|from|to|at|until|before|after|and|or))[ ]$", regex.I)
_ENDS: Final = regex.compile(r"\s?(?:[,.;)!?]|$)|\s(?:in|by|from|to|last|this|since|a|per|on|and|of them)\b")
_ENDS_PART: Final = regex.compile(r"\s(?:have|has|had|are|were|did|do|voted|agreed|signed|ratified)\b")
"""Behind a part of a whole: "of the 27 states, 22 have ratified"."""
_OUT_OF: Final = regex.compile(r"\s(?:out\s)?of\s(?:(?:the|its|their|all)\s)?(?=\d|[a-z-]{3,12}\s)")
_IN_NUMBER: Final = regex.compile(r"\s(?:in number|strong)\b")
_NOUN: Final = regex.compile(r"\b(?P<noun>[a-z]{3,20}s|people|children),?\s(?:(?:about|some|only|all)\s)?$")


def unit_elsewhere(shadow: str, start: int, end: int) -> str | None:
    """Give the noun that a number counts whose own phrase has none; None where its sentence does not say."""
    low = max(0, start - _REACH)
    breaks = [m.end() for m in _STARTS.finditer(shadow, low, start)]
    low = breaks[-1] if breaks else low
    if _IN_NUMBER.match(shadow, end) is not None:
        noun = _NOUN.search(shadow, low, start)
        return singular(noun["noun"]) if noun is not None else None
    if (all_of := _OUT_OF.match(shadow, end)) is not None:
        number = number_at(shadow, all_of.end())
        return unit_after(shadow, number.end)[0] if number is not None else None
    part = _ENDS_PART.match(shadow, end) is not None
    if not part and _ENDS.match(shadow, end) is None:
        return None
    whole = _WHOLE.match(shadow, low, start)
    if whole is not None and _VERB.search(shadow, max(low, start - 8), start) is not None:
        return _noun_at(shadow, whole.end(), start)
    if part:
        return None
    told = _NUMBER_OF.search(shadow, low, start)
    if told is not None and _TOLD.search(shadow, max(low, start - 12), start) is not None:
        return _noun_at(shadow, told.end(), start)
    return None


def _noun_at(shadow: str, at: int, stop: int) -> str | None:
    unit, end = unit_after(shadow, at)
    return unit if unit is not None and end < stop else None
