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
    r"\W{0,3}(?:out )?of (?:(?:the|these|those|its|their|all) )?(?:[\d,]{1,7}|[a-z-]{3,12})(?= )", regex.I
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
_MORE: Final = regex.compile(r"\s(?:more|further|additional|other)\s(?=\p{Ll})(?!than\b)", regex.I)
_OF_WHOM: Final = regex.compile(
    r"\bof\s(?:whom|which|them|these|those)\s(?:(?:about|some|only|at\sleast)\s)?$", regex.I
)
_ANOTHER: Final = regex.compile(r"\b(?:another|a\sfurther)\s$", regex.I)
_THE_NUMBER: Final = regex.compile(
    r"\b(?:the|that|this|whose)\s(?:number|figure|total)\s(?:was|is|were|stood\sat|reached|came\sto|rose\sto|fell\sto)\s"
    r"(?:(?:about|some|only|at\sleast|nearly|over)\s)?$",
    regex.I,
)
_OPENS: Final = regex.compile(r"(?:,\s|\band\s|\bbut\s)$", regex.I)
_DO: Final = regex.compile(r"\s(?:are|were|have|had|remain(?:ed)?)\s(?:\p{Ll}+)", regex.I)
_NUMBER: Final = regex.compile(
    r"(?<![\w.,])(?:\d[\d,.]{0,12}(?:\s(?:thousand|million))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?)(?=\s)",
    regex.I,
)
_NO_THINGS: Final = frozenset(
    "day week month year hour minute percent kilometre metre hectare tonne ton megawatt gigawatt side time point half "
    "million billion thousand".split()
)
"""Units of measure, and nouns of which nobody counts a part."""


def unit_elsewhere(shadow: str, start: int, end: int) -> str | None:
    """Give the noun that a number counts whose own phrase has none; None where its sentence does not say."""
    low = _sentence_of(shadow, start)
    more = _MORE.match(shadow, end)
    if more is not None:
        return unit_after(shadow, more.end())[0]
    if goes_on(shadow, start, end):
        return _last_counted(shadow, low, start) or _last_counted(shadow, _sentence_before(shadow, low), low)
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


def goes_on(shadow: str, start: int, end: int) -> bool:
    """'of whom 410 were', 'and nine are missing', 'another 31 in May', 'the number was 75': of what was counted."""
    before = shadow[max(0, start - 40) : start]
    if _OF_WHOM.search(before) is not None:
        return _ENDS.match(shadow, end) is not None or _DO.match(shadow, end) is not None
    if _ANOTHER.search(before) is not None or _THE_NUMBER.search(before) is not None:
        return _ENDS.match(shadow, end) is not None
    opens = _OPENS.search(before) is not None and _DO.match(shadow, end) is not None
    return opens and _WHOLE.match(shadow, _sentence_of(shadow, start), start) is None


def _last_counted(shadow: str, low: int, stop: int) -> str | None:
    """The noun of the number told last, where it is one of people or things."""
    for match in reversed(list(_NUMBER.finditer(shadow, low, stop))):
        unit, end = unit_after(shadow, match.end())
        if unit is not None and end <= stop and unit not in _NO_THINGS:
            return unit
    return None


def _sentence_of(shadow: str, at: int) -> int:
    low = max(0, at - _REACH)
    breaks = [m.end() for m in _STARTS.finditer(shadow, low, at)]
    return breaks[-1] if breaks else low


def _sentence_before(shadow: str, start: int) -> int:
    breaks = [m.end() for m in _STARTS.finditer(shadow, max(0, start - _REACH), max(0, start - 2))]
    return breaks[-1] if breaks else max(0, start - _REACH)


def _noun_at(shadow: str, at: int, stop: int) -> str | None:
    unit, end = unit_after(shadow, at)
    return unit if unit is not None and end < stop else None
