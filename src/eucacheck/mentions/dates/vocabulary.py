"""The words of dates: pieces of patterns, and names of months, weekdays and numbers to figures.

All patterns run on the fold of a text (plain dashes, quotes and spaces), are matched at the start of a word, and have
no unbounded repetition.
"""

import calendar
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

import regex

from eucacheck.mentions.dates.anchor import Anchor
from eucacheck.records import DateMention, Interval

Resolved: TypeAlias = "Interval | Sequence[DateMention] | None"
"""What an expression denotes: one interval, several mentions inside it, or nothing that can be told."""


class Rule(NamedTuple):
    """A pattern, and what gives its matches their meaning."""

    name: str
    pattern: str
    resolve: Callable[[regex.Match[str], Anchor], Resolved]


MONTHS: Final = (
    {name.casefold(): i for i, name in enumerate(calendar.month_name) if name}
    | {name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name}
    | {"sept": 9}
)
WEEKDAYS: Final = {name.casefold(): i for i, name in enumerate(calendar.day_name)}
NUMBERS: Final = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "couple of": 2}
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

NO_VERB: Final = r"(?!(?:[Bb]eginning|[Ss]tart|[Ee]nd)[ ]in[ ])"
"""Not where a part of a month or year is a verb: "is due to start in March", "talks beginning in 2027"."""
S: Final = r"(?:[ ]{1,3}|[ ]?\n[ ]?)"
"""A space, or the end of a line that a program wrapped."""
MONTH_NAMES: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAY_NAMES: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTH: Final = (
    rf"(?:{MONTH_NAMES}"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY: Final = rf"(?:{WEEKDAY_NAMES})"
DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?![.,:]\d)"
YEAR: Final = r"(?:19|20)\d{2}(?!\d)"
TO: Final = r"(?:[ ]?-{1,2}[ ]?|[ ](?:to|until|till|through|up to)[ ])"
NUMBER: Final = (
    r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty))"
)
REL_YEAR: Final = r"(?P<rel>[Tt]his|[Ll]ast|[Nn]ext|the|that) year"
OF_YEAR: Final = rf"(?:(?:,?{S}|[ ],{S})(?:of[ ])?(?:(?P<y>{YEAR})|(?P<rel>this|last|next) year))?"
"""The year after a day or month, stated or relative, if any."""


def day_number(text: str) -> int:
    """Read the day of "17th"."""
    return int(text.rstrip("stndrh"))


def month_number(text: str) -> int:
    """Read the number of a month from its name or abbreviation."""
    return MONTHS[text.rstrip(".").casefold()]


def year_number(text: str) -> int:
    """Read a year; two digits are of this century."""
    value = int(text)
    return value if value > 99 else 2000 + value


def number(text: str) -> int:
    """Read a small number in figures or words; 0 where it is none."""
    return int(text) if text.isdigit() else NUMBERS.get(text.casefold(), 0)
