"""The words of what is numbered besides events: phases, tranches, packages, holders of a post, members, plants.

Classes of heads that count one thing are data: a "tranche" and an "instalment" are of one count.
"""

from typing import Final

import regex

from eucacheck.mentions.events_words import ORDINAL

CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "phase": ("phase", "stage", "cycle"),
    "tranche": ("tranche", "instalment", "installment", "disbursement", "payment"),
    "package": ("package",),
    "holder": (
        "holder", "ambassador", "envoy", "special representative", "representative", "head", "chief", "director",
        "incumbent", "rector", "person", "diplomat", "official", "coordinator", "secretary-general", "consul",
    ),
    "woman": ("woman", "female ambassador", "female head"),
    "member": ("member", "member state", "member country", "shareholder", "signatory", "party"),
    "section": ("section", "segment", "stretch"),
    "cohort": ("cohort", "intake", "graduating class"),
    "plant": (
        "satellite", "mine", "bridge", "tunnel", "terminal", "hospital", "clinic", "park", "vessel", "ferry",
        "plant", "farm", "power station", "power plant", "station", "factory", "mill", "refinery", "reactor",
    ),
    "office": (
        "consulate", "embassy", "office", "branch", "representation", "honorary consulate", "centre", "center",
        "laboratory", "campus", "school",
    ),
    "destination": ("city", "destination", "airport", "route", "town"),
    "loan": ("loan", "credit", "grant", "credit line"),
    "project": ("project", "investment"),
    "pact": ("agreement", "memorandum", "treaty", "partnership", "protocol", "declaration", "roadmap"),
    "report": ("report", "strategy", "action plan", "review", "survey"),
    "shipment": ("shipment", "consignment", "delivery", "batch", "convoy", "train"),
    "anniversary": ("anniversary",),
    "round": ("round",),
    "edition": ("edition", "festival", "fair", "exhibition", "competition", "olympiad", "marathon", "expo", "week"),
}  # fmt: skip
"""Nouns by what is counted; the nouns of one class can stand for each other."""
BY_OWNER: Final = frozenset({"plant", "office", "destination", "loan", "project", "pact", "kind"})
"""What is counted of somebody and somewhere: compared only where both sources say so."""
_HEADS: Final = {noun: name for name, nouns in CLASSES.items() for noun in nouns}
_NTH: Final = ORDINAL.pattern
_NO_MOD: Final = (
    r"(?!(?:of|for|in|on|at|to|by|with|from|and|or|the|an?|time|day|half|quarter|year|century|place|is|was|who|that)\b)"
)
_HEAD: Final = "|".join(sorted((h.replace(" ", r"\s+") for h in _HEADS), key=len, reverse=True))
NUMBERED: Final = regex.compile(
    rf"{_NTH}\s+(?P<mods>(?:{_NO_MOD}[\p{{L}}+'&-]{{2,20}}\s+){{0,5}}?)(?P<head>{_HEAD})\b(?!\s+(?:\p{{L}}+\s+)?"
    rf"(?:agreement|summit|meeting|conference|forum|dialogue|talks)\b)",
    regex.I,
)
"""'the third wind farm', 'the sixth person', '20th package'."""
BEHIND: Final = regex.compile(
    r"\b(?P<head>[Pp]hase|[Ss]tage|[Pp]ackage|[Tt]ranche)\s+(?:[Nn]o\.?\s*)?(?P<num>\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)\b(?![\d%.,]*\d)"
)
"""'Phase II', 'phase eleven'."""
NAMED: Final = regex.compile(
    r"(?P<gap>-|\s)(?P<num>\d{1,2}|[IVX]{1,4})\b(?![.,]\d|\s*(?:%|million|billion|euro|partner|countr))"
)
"""Right behind the name of a programme: 'BOMCA 11'."""
TO_HOLD: Final = regex.compile(
    rf"\b(?:is|was|becomes?|became|be|as)\s+(?:only\s+|already\s+)?the\s+{_NTH}"
    r"(?P<to>\s+to\s+(?:hold|head|lead|occupy|take|fill|serve|do)\b[^.;,\n]{0,60})?(?(to)|(?=\s*[.;]))",
    regex.I,
)
"""'is the sixth to hold the post'; 'X is the sixth.'"""
POST: Final = regex.compile(
    r"\b(?:post|office|position|job|mandate|delegation|mission|role|ambassador|representative|envoy|(?:its|the)\s+head)\b",
    regex.I,
)
"""What a holder holds."""
HELD: Final = regex.compile(
    r"\s+(?:to\s+(?:hold|head|lead|occupy|take|fill|serve|run|represent)|of|in|at|who|whom|that|since|accredited|sent|from)\b"
    r"|\s*[.,;]",
    regex.I,
)
HOLDS: Final = regex.compile(r"\s+to\s+(?:hold|head|lead|occupy|take|fill|serve|run)\b", regex.I)
"""'The sixth person to hold it'."""
VAGUE_HOLDER: Final = frozenset({"person", "diplomat", "official"})
"""Of these it must be said what they hold."""
AS_NUMBER: Final = regex.compile(
    r"\b(?:is|was|be|becomes?|became)\s+(?:the\s+)?number\s+(?P<num>\d{1,2}|\p{L}{3,6})\b(?!\s+(?:one|in)\b)", regex.I
)
"""'Seven people have held the post; X will be number eight.'"""
TIME: Final = regex.compile(
    rf"\bfor\s+(?:the|a|its|their)\s+{_NTH}\s+time\b"
    rf"|\b(?:is|was|be)\s+(?:only\s+|already\s+)?the\s+{_NTH}\s+time\s+(?:that|when)\b",
    regex.I,
)
"""'For the fifteenth time the missions show films', 'it is the sixth time that ...'."""
IN_A_ROW: Final = regex.compile(
    rf"\bfor\s+(?:the|a)\s+{_NTH}\s+(?:year|time)\s+(?:running|in\s+a\s+row|in\s+succession)\b"
    rf"|\bfor\s+(?:the|a)\s+{_NTH}\s+(?:consecutive|straight|successive)\s+(?:year|time)\b",
    regex.I,
)
"""'For the fifth year running'."""
MEETINGS: Final = regex.compile(
    rf"\b(?:their|such)\s+{_NTH}\s+(?:\p{{Ll}}{{4,12}}\s+)?(?:meeting|encounter|conversation|talks)\b"
    rf"|\b(?:met|meet|spoke|talked)\b[^.;,\n]{{0,40}}?\bfor\s+(?:the|a)\s+{_NTH}\s+time\b",
    regex.I,
)
"""'It was their third meeting this year', 'they met for the fourth time'."""
EVENT: Final = regex.compile(
    r"\b(?P<type>forum|dialogue|summit|conference|council|committee|round|gathering|meeting|talks|event)s?\b", regex.I
)
AT_IT: Final = regex.compile(
    r"\b(?:at|during|after|before|following|sidelines\s+of)\s+(?:the|an?|their|its)\s+(?:[\p{L}-]+\s+){0,5}$", regex.I
)
"""Before an event: what is told happened at it."""
ANY_EVENT: Final = frozenset({"round", "gathering", "meeting", "talks", "event"})
"""What every event can be called."""
OF_KIND: Final = regex.compile(
    rf"\b(?:it|this|that)\s+(?:is|was|will\s+be)\s+(?:already\s+|only\s+|now\s+)?the\s+{_NTH}"
    rf"(?=\s+(?:of\s+(?:its|this|the)\s+kind|in|such)\b|\s*[.;])"
    rf"|,\s+the\s+{_NTH}(?=\s+(?:of\s+(?:its|this|the)\s+kind\b|in\s+(?:the\s+)?(?:country|region|city|republic|\p{{Lu}})))",
    regex.I,
)
"""'It is the seventh of its kind in X', 'has a reading room, the eighth in the country'."""
SINCE: Final = regex.compile(
    r"\bfirst\s+(?:(?:such|official|ever|major)\s+)?(?P<head>\p{Ll}{4,20})\s+(?P<what>[^.;,\n]{0,60}?)"
    r"(?:since\s+(?:(?:\p{L}+\s+)?(?:of\s+)?)?(?P<year>(?:19|20)\d\d)|in\s+(?P<span>\d{1,2}|\p{L}{3,9})\s+years)\b"
)
"""'The first mission since 2015', 'for the first time in eleven years'."""
SINCE_DATE: Final = regex.compile(
    r"\b(?:since|after|from|founded|created|established)\s+(?:\p{L}{2,10}\s+){0,2}$", regex.I
)
"""Before a date: from when it is counted."""
LEAD_OUT: Final = regex.compile(
    r"\b(?:for|after|before|following|since|until|previous|earlier|during|through(?:out)?|unlike|under\s+(?!the\s+\w+\s+of)"
    r"|(?<!launched )in|within|next\s+to|besides|than|between|beyond|against)\s+(?:the|its|their|his|her|a)\s+"
    r"(?:(?!under|of|to|by|for|with|as\b)[\p{L}-]+\s+){0,2}$",
    regex.I,
)
"""Before a number: it is not what the news is about ('after the 21st package', 'in the first phase')."""
ENTERED: Final = regex.compile(
    r"\b(?:now|already|enter\w*|is|are|was|were|move\w*|into)\s+(?:\w+\s+)?(?:in(?:to)?\s+)?(?:its|their|the|a)\s+$",
    regex.I,
)
"""'Now in its eighth phase': that is where it stands."""
NEXT: Final = regex.compile(r"\b(?:next|following|subsequent|future|coming)\b", regex.I)
LATER: Final = regex.compile(
    r"\b(?:will|would|shall|is\s+to|are\s+to|due|planned|plans?|expected|scheduled|foreseen|to\s+be|hopes?|wants?|may|could"
    r"|should|propos\w+|prepar\w+|ahead\s+of)\b",
    regex.I,
)
COMES: Final = regex.compile(
    r"[^.;:]{0,86}?\b(?:(?:is|are)\s+(?:expected|due|to|planned|scheduled)|will|should)\b(?!\s+(?:be\s+)?(?:number|the)\b)",
    regex.I,
)
"""Behind a number: it is still to come."""
ABOUT: Final = regex.compile(
    r"\b(?:discuss\w*|debat\w+|negotiat\w+|call\w*\s+for|talk\w*\s+(?:about|of)|implement\w*|explain\w*)\b", regex.I
)
"""Before a number: it is only spoken of."""
DEEDS: Final = {
    "begin": regex.compile(
        r"\b(?:launch\w*|start(?:s|ed)?|beg[aiu]n\w*|open(?:s|ed|ing)?|kick\w*|inaugurat\w*|enter(?:s|ed)?|gets?\s+under\s+way"
        r"|go(?:es|t)?\s+under\s+way|unveil\w*|ribbon)\b",
        regex.I,
    ),
    "end": regex.compile(
        r"\b(?:end(?:s|ed)?|conclud\w*|complet\w*|wrap\w*|clos(?:e|es|ed|ing)|finish\w*|expir\w*)\b", regex.I
    ),
}
"""What happens to it: two sources need not name one deed, but a beginning is not an end."""
FROM_START: Final = regex.compile(r"[^.;\n]{0,60}?\bsince\s+(?:its\s+\p{L}+\s+in\s+)?(?:19|20)\d\d\b", regex.I)
"""'The seventh envoy since 2005': all since the post was created."""
IS_IT: Final = regex.compile(
    r"\b(?:is|was|be|becomes?|became|marks?|this|its|of|as)\s+(?:now\s+|already\s+)?(?:the|its|a)\s+$", regex.I
)
"""'It is the eleventh phase', 'the launch of the third phase'."""
HOSTS: Final = regex.compile(r"\bhost\w*\b|\b(?:is|was)\s+the\s+(?:venue|stage|place)\b", regex.I)
HELD_AGAIN: Final = regex.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|organi[sz]\w+|t[ao]kes?\s+place|took\s+place|runs?|brings?|brought|shows?|showed|stage[sd]?)\b",
    regex.I,
)
"""What is done 'for the fifteenth time': a town hosts, or somebody holds."""
SCOPES: Final = {
    "year": regex.compile(r"[^.;\n]{0,40}?\b(?:this\s+year|of\s+the\s+year)\b|\s+(?:in|of)\s+20\d\d\b", regex.I),
    "row": regex.compile(r"[^.;\n]{0,30}?\b(?:in\s+a\s+row|running|in\s+succession)\b", regex.I),
    "since": regex.compile(
        r"[^.;\n]{0,60}?\b(?:since|(?:with)?in\s+(?:\w+\s+){1,2}(?:years|months|decades|weeks)|under\s+(?:the\s+)?(?:president|new))\b",
        regex.I,
    ),
    "kind": regex.compile(
        r"\s*,?\s*(?:with\s+an?|born|resident|based|residing|in\s+person|not\s+to|without|outside|(?:that|which|to)\s+run\s+on)\b",
        regex.I,
    ),
}
"""Behind a number: within what it counts."""
CONSECUTIVE: Final = regex.compile(r"\b(?:consecutive|straight|successive)\b", regex.I)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_WORDS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
LITTLE: Final = frozenset(
    "the its their this that such new next official regular annual another major big large single full joint only "
    "already ever country countries state states region regional central asia asian european union person post "
    "bank fund group organisation organization joint with from have been will they which whom under over most"
    " more".split()
)
"""Words that tell nothing of which thing is counted."""


def class_of(head: str) -> str:
    """Give the class of a noun that is counted."""
    return _HEADS[" ".join(head.casefold().split())]


def cardinal(word: str) -> int | None:
    """11 of '11', 'XI' and 'eleven'; None for other words."""
    if word.isdigit():
        return int(word)
    if word.casefold() in _WORDS:
        return _WORDS.index(word.casefold()) + 1
    if not set(word) <= set(_ROMAN):
        return None
    values = [_ROMAN[c] for c in word]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)) or None
