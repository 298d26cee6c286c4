"""A text and a day that it may report to whether it may be of another year: the same day comes round every year."""

import re
from datetime import date
from typing import Final

from eucacheck.edtf import MONTHS, WEEKDAYS
from eucacheck.shadow import fold
from eucacheck.tense import sentence_around, tense_of

_COUNT: Final = r"(?:an?|one|two|three|four|five|\d{1,2})"
_YEARS_AGO: Final = re.compile(
    rf"\b(?:{_COUNT} (?:full |whole )?years? (?:ago|earlier|later|before|after|on|since)"
    rf"|(?:{_COUNT}|first|second) anniversary|every year|each year|year after year"
    r"|(?:second|third|fourth|fifth) year (?:running|in a row)|last year['’]s)\b",
    re.IGNORECASE,
)
"""What a text says that looks back over whole years on what happened on that day, or on the edition before."""
_LAST_YEAR: Final = re.compile(r"\b(?:last|previous|past) year\b", re.IGNORECASE)
_GATHERED: Final = re.compile(
    r"\b(?:forum|summit|conference|meeting|talks|session|council|committee|dialogue|exhibition|fair|visit(?:ed)?|edition"
    r"|round|participants?|delegates?|met|came|gathered|took place|was held|were held)\b",
    re.IGNORECASE,
)
_MONTH_AND_YEAR: Final = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}),? (?P<year>(?:19|20)\d\d)\b")


_WEEKDAY: Final = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"


def may_be_later(text: str, day: date) -> bool:
    """Tell whether a text looks back over years, or on a later month, so that the day may be of another year."""
    shadow = fold(text)
    if _other_weekday(shadow, day):
        return True
    if _YEARS_AGO.search(shadow) is not None:
        return True
    for match in _LAST_YEAR.finditer(shadow):
        if any(map(_GATHERED.search, sentence_around(shadow, match.start(), match.end()))):
            return True
    for match in _MONTH_AND_YEAR.finditer(shadow):
        first = date(int(match["year"]), list(MONTHS).index(match["month"]) + 1, 1)
        if first > day and tense_of(shadow, match.start(), match.end()) != "future":
            return True
    return False


def _other_weekday(shadow: str, day: date) -> bool:
    """Tell whether the text names another weekday beside the day than the one that it has in this year."""
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    told = rf"(?:(?:the )?{number} (?:of )?{MONTHS[day.month - 1]}|{MONTHS[day.month - 1]} {number})(?!\d)"
    pattern = re.compile(rf"\b{_WEEKDAY},? (?:on )?{told}|\b{told},? \(?(?:an? )?(?P<after>{'|'.join(WEEKDAYS)})\b")
    named = {m["weekday"] or m["after"] for m in pattern.finditer(shadow)}
    return bool(named - {WEEKDAYS[day.weekday()]})
