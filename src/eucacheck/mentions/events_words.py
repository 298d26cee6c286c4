"""The words from which event phrases are made: levels, ordinals, modifiers, links, and what no event begins with."""

from typing import Final

import regex

LEVELS: Final = (
    ("deputy-ministers", r"\bdeputy (?:foreign )?ministers?\b|\bdeputy ministers? of foreign affairs\b"),
    ("ministers", r"\bministerial\b|\b(?:foreign )?ministers?\b|\bministers'|\bmfas?\b"),
    (
        "leaders",
        (
            r"\bleaders?\b|\bheads? of states?\b|\bpresidents?\b|\bheads? of government\b"
            r"|\bsummit-style\b|\bhead-of-state\b"
        ),
    ),
    ("parliament", r"\bparliamentary\b|\binter-?parliamentary\b"),
)
"""Who meets, the more special before the more general."""
_LEVELS: Final = tuple((level, regex.compile(words, regex.I)) for level, words in LEVELS)

MEETINGS: Final = frozenset({"meeting", "meetings", "talks", "consultations", "dialogue", "session"})
"""Heads of which 'with X' names the other party also where one party stands before."""
BARE: Final = frozenset({"meeting", "talks", "gathering", "event", "session", "round", "edition"})
"""Heads that take their type from a complement ("the 21st meeting of the Cooperation Committee")."""

_UNITS: Final = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS: Final = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINALS: Final = (
    {word: i for i, word in enumerate([*_UNITS, *_TEENS], 1)}
    | {f"twenty-{word}": 20 + i for i, word in enumerate(_UNITS, 1)}
    | {"inaugural": 1, "thirtieth": 30}
)
ORDINAL: Final = regex.compile(
    r"\b(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)|(?P<word>"
    + "|".join(sorted(_ORDINALS, key=len, reverse=True))
    + r"))(?:[- ]ever)?\b",
    regex.I,
)

MODIFIERS: Final = frozenset(
    "annual regular joint informal formal ministerial high-level political security cooperation connectivity "
    "foreign ministers' leaders' upcoming forthcoming next last previous earlier recent summit-style "
    "region-to-region interregional inter-regional regional economic investment investors' investors investor "
    "business human rights civil society anniversary consultative bilateral trilateral multilateral plenary "
    "extraordinary virtual online historic landmark planned inaugural ever official working first-ever "
    "parliamentary expert senior ministers leaders heads-of-state trade water climate energy transport digital "
    "youth women's media sustainable development innovation technology education university and plus".split()
)
"""Lower-case words that belong to a phrase before its head."""
MARKS: Final = frozenset({"-", '"', "'s", "'", "&", "+"})
"""Marks that stand inside the name of an event."""
DETERMINERS: Final = frozenset("the a an this that these those their its his her our".split())
STOP: Final = DETERMINERS | frozenset("of for in on at to by with from".split())
NO_MODIFIER: Final = STOP | frozenset("when where after before during but as if while also ahead".split())
NO_CONTENT: Final = STOP | frozenset(
    "opening closing and or plus between among five all 27 countries nations states state heads head leaders leader "
    "presidents "
    "ministers minister ministerial deputy member region annual regular joint upcoming forthcoming next last "
    "previous recent formal informal historic landmark ever inaugural first-ever planned official earlier "
    "anniversary government governments republics president extraordinary virtual online summit-style country "
    "country's region-to-region latest foreign affairs inter-regional interregional regional 's s session "
    "sessions high-ranking two three four several so-called bilateral trilateral multilateral matters issues "
    "multiple numerous various many".split()
)
"""Words of a phrase that say nothing of what sets a series apart."""
VOTE: Final = regex.compile(
    r"\b(?:parliamentary|presidential|early|snap|general|local|regional|constitutional)\s+$", regex.I
)
"""Words that make a common noun the name of one vote."""
DEED: Final = regex.compile(r"[a-z]{3,12}-[a-z]{3,12}ing|signing|award|opening|closing")
"""What a ceremony is for: "ground-breaking", "signing"."""
NAMES_ONLY: Final = frozenset({"week", "parade", "election", "referendum"})
"""Common nouns that name an event of the topic only when capitalised ("EU-Central Asia Water Week")."""
OTHER_SENSE: Final = regex.compile(r"\b(?:press|news|video|audio|phone|telephone|zoom)[\s-]$", regex.I)
"""A press conference is no conference of the parties."""
CUES: Final = regex.compile(r"\b(?:next|upcoming|forthcoming|last|previous|annual|planned|region|country)\b", regex.I)

NAMING: Final = frozenset({"org", "country", "region", "programme", "place", "route"})
"""Types of names that stand inside the name of an event."""
TOKEN: Final = regex.compile(r"'s\b|[A-Z]\d{1,2}\+\d{1,2}\b|[^\W_][\w.&]{0,60}(?:['-][\w.&]{1,60}){0,8}'?|[^\w\s]")
FORMAT: Final = regex.compile(r"[a-z]\d{1,2}(?:\+\d{1,2})?")
"""A name like "C5+1", in lower case."""
GAP: Final = regex.compile(r"\s*[-–—:+\"]?\s*(?:'s?)?\s*\"?")
STRAY: Final = regex.compile(r"(?:(?:and|plus|&|[-+\"'])\s*)+", regex.I)
"""What a phrase does not begin with."""
NTH_TIME: Final = regex.compile(
    r"\s+(?:has\s+|have\s+)?(?:met|meets|gathered|convened|convenes|(?:was|is|were)\s+held)"
    r"\s+for\s+(?:the|its|their)\s+(?P<nth>[\w-]{3,20})\s+time\b",
    regex.I,
)
NTH_TIME_LATER: Final = regex.compile(
    r"(?:\s+(?:on|in|at)\s+[\w][\w ,]{1,30}?)?,?\s+(?:has\s+|have\s+)?"
    r"(?:met|meets|gathered|convened|convenes|sat|(?:was|is|were)\s+held|took\s+place)"
    r"(?:\s+(?:on|in|at)\s+[\w][\w ,]{1,30}?){1,2},?\s+for\s+(?:the|its|their)\s+(?P<nth>[\w-]{3,20})\s+time\b"
    r"|\s+(?:on|in|at)\s+[\w][\w ,]{1,30}?,?\s+(?:met|gathered|convened|sat)\s+for\s+(?:the|its|their)\s+"
    r"(?P<nth>[\w-]{3,20})\s+time\b",
    regex.I,
)
"""The number with a day or place before it, which are not of the name: 'met in Riga on Tuesday for the tenth time'."""
NTH_TIME_FIRST: Final = regex.compile(
    r"\bfor\s+(?:the|its)\s+(?P<nth>[\w-]{3,20})\s+time(?:\s+(?:already|now|in\s+its\s+history))?,?"
    r"(?:\s+(?:on|in)\s+[\w][\w ]{1,24},?)?\s+$",
    regex.I,
)
"""'For the tenth time the Cooperation Council met'."""
MEETS: Final = regex.compile(
    r"[^.;:\n]{0,80}?\b(?:met|meets|gathered|gathers|convened|convenes|sat|sits|(?:was|is)\s+held|took\s+place|assembled)\b",
    regex.I,
)
WAS_NTH: Final = regex.compile(
    r",\s+(?:the|their|its)\s+(?P<nth>[\w-]{3,20})(?=\s*,)"
    r"|(?:\s+(?:in|on|at)\s+[\w][\w ,]{1,30}?)?"
    r"\s+(?:was|is|will\s+be)\s+(?:already\s+)?(?:the|their|its)\s+(?P<nth>[\w-]{3,20})"
    r"(?=\s+(?:since|of\s+its\s+kind|in\s+the\s+series|such|so\s+far|in\s+this\s+format)\b|\s*[.,;])",
    regex.I,
)
REFERENCE: Final = regex.compile(
    r"\b(?P<words>[Ii]t\s+(?:was|had\s+been)\s+(?P<nth>first)\s+(?:held|convened|organi[sz]ed))\b"
    r"|\b(?P<words>[Ii]t)\s+(?=(?:will|would|is|was|has|had|took|takes)\b"
    r"[^.;\n]{0,30}\b(?:held|place|hosted|convened|scheduled|planned|set)\b)"
    r"|\b(?P<words>[Tt]he\s+(?P<next>next)\s+one)\b"
    r"|\b(?P<words>[Tt]he\s+(?P<previous>last|previous)\s+one)\b"
    r"|\b(?P<words>[Tt]he\s+venue)\b(?!\s+(?:of|for)\b)"
    r"|\b(?P<words>(?:[Ii]t|[Tt]his)\s+(?:is|was|will\s+be)\s+(?:already\s+)?(?:the|its)\s+"
    r"(?P<nth>[a-z]{5,14}|\d{1,3}(?:st|nd|rd|th))\s+(?:(?:event|meeting|gathering|edition)\s+)?"
    r"(?P<kind>of\s+(?:its|this|the)\s+kind|in\s+(?:the|this|its)\s+series|such\s+(?:event|meeting|gathering|forum"
    r"|conference|summit|round)))\b"
    r"|\b(?P<words>[Tt]he\s+(?P<nth>[a-z]{5,14}|\d{1,3}(?:st|nd|rd|th))(?:\s+one)?)"
    r"(?=\s+(?:(?:was|is|were|are|(?:had|has|will|would|should)(?:\s+(?:to\s+)?been?)?)\s+"
    r"(?:(?:also|then|already|now|only|again|to\s+be|being|originally|\w{2,12}ly)\s+){0,2}"
    r"(?:in|on|at|held|hosted|convened?|organi[sz]ed|scheduled|planned|set|due|expected|opened|chaired|attended|postponed"
    r"|cancelled|called|put|moved|meet|gather|take|taken|follow|bring|brought)|took\s+place|takes\s+place)\b)"
)
"""Words that stand for the event spoken of last: "It will be held in", "the next one is", "the venue". "The second is
money" counts arguments: only what happens to an event tells of one."""
_COUNTED: Final = regex.compile(
    r"\b(?:two|three|four|five|six|seven|several|both)\s+(?:(?!of\b)[\w-]{2,20}\s+){0,2}"
    r"(?!(?:days|weeks|months|years|hours|times|countries|states|leaders|presidents|ministers|sides|parties)\b)[a-z]{3,20}s\b",
    regex.I,
)
"""'Three meetings are planned. The first will be in A': the number is that of a list, not of a series."""


def level_of(words: str) -> str | None:
    """Give the level that words name, None where they name none."""
    return next((level for level, pattern in _LEVELS if pattern.search(words)), None)


def of_a_list(shadow: str, at: int) -> bool:
    """The paragraph counted before what 'the first' is the first of."""
    return _COUNTED.search(shadow, max(0, at - 300, shadow.rfind("\n", 0, at) + 1), at) is not None


def ordinal_of(word: str) -> int | None:
    """20 of "20th" and "twentieth", None for other words."""
    match = ORDINAL.fullmatch(word)
    return number_of(match) if match is not None else None


def number_of(match: "regex.Match[str]") -> int:
    """Give the number of a match of ORDINAL."""
    return int(match["digits"]) if match["digits"] else _ORDINALS[match["word"].casefold()]
