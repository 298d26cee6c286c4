"""A text and the date of its source to date mentions: each expression of time with the interval that it denotes.

An ordered grammar over the fold of the text. Cheap words (a month, a year, "ago") say where to look; from there each
rule in turn is tried at the starts of the words before, and the first that has a meaning wins. No date is resolved by
the clock: a missing year comes from the weekday, else from the source's own date; where neither decides, the year stays
unknown ("XXXX-10-27"). A number that is no date must not become one.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import regex

from eucacheck.mentions.dates import days, months, relative, years
from eucacheck.mentions.dates.anchor import Anchor, years_fitting
from eucacheck.mentions.dates.vocabulary import MONTH, WEEKDAY, Rule
from eucacheck.records import DateMention, Interval
from eucacheck.shadow import fold

__all__ = ["find_dates", "years_fitting"]

REACH: Final = 40
"""Characters before a word of time in which its expression may begin ("the beginning of the second half of")."""

_KERNEL: Final = regex.compile(
    rf"\b(?:{MONTH}|{WEEKDAY}|(?:19|20)\d\d(?!\d)|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2}}|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow"
    r"|(?:same|very)[ ](?:morning|afternoon|evening)\b"
    r"|(?:year|month|week|weekend|day|decade)s?\b|spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter|FY\d)"
)
_WORD: Final = regex.compile(r"(?<![\w$€£])\w")
_RULES: Final[tuple[Rule, ...]] = (*days.RULES, *months.RULES, *years.RULES, *relative.RULES)
_COMPILED: Final = tuple((regex.compile(rule.pattern), rule) for rule in _RULES)
_PREFIX: Final = 4
"""Characters from which it is clear that most rules cannot begin here."""
_LOOKS_BACK: Final = "(?<="
"""A rule with this may ask for what stands before its first character, which a prefix does not show."""


def find_dates(text: str, published: Interval | None = None) -> list[DateMention]:
    """Find the dates of a text, in its order, none inside another."""
    shadow = fold(text)
    found: list[DateMention] = []
    done = 0
    for start in _starts(shadow):
        if start < done:
            continue
        mentions = _read(shadow, start, published, found[-1] if found else None)
        if mentions:
            found += mentions
            done = mentions[-1].end
    return found


def _starts(shadow: str) -> Iterator[int]:
    """The starts of words from which an expression may begin, each once, in order."""
    seen = 0
    for kernel in _KERNEL.finditer(shadow):
        for word in _WORD.finditer(shadow, max(seen, kernel.start() - REACH), kernel.start() + 1):
            yield word.start()
        seen = max(seen, kernel.start() + 1)


def _read(shadow: str, start: int, published: Interval | None, previous: DateMention | None) -> list[DateMention]:
    """Read the expression that begins at an offset; empty where none does."""
    for pattern, rule in _beginning_with(shadow[start : start + _PREFIX]):
        match = pattern.match(shadow, start)
        if match is None or _inside_word(shadow, match.start(), match.end()):
            continue
        resolved = rule.resolve(match, Anchor(published, shadow, match.start(), match.end(), previous))
        if isinstance(resolved, Interval):
            return [DateMention(match.start(), match.end(), resolved)]
        if resolved:
            return list(resolved)
    return []


@lru_cache(maxsize=4096)
def _beginning_with(prefix: str) -> tuple[tuple[regex.Pattern[str], Rule], ...]:
    """The rules whose expressions may begin with these characters, in their order."""
    return tuple(
        (pattern, rule)
        for pattern, rule in _COMPILED
        if _LOOKS_BACK in rule.pattern or pattern.match(prefix, partial=True) is not None
    )


def _inside_word(shadow: str, start: int, end: int) -> bool:
    before, after = shadow[max(0, start - 2) : start], shadow[end : end + 1]
    if before[-1:] in {".", ","} and before[:1].isdigit() and shadow[start].isdigit():
        return True
    return after.isalnum()
