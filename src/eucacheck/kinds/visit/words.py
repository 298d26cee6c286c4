"""The words around a journey to what they say of it: official or working, first, begun, ended, planned, denied."""

from typing import TYPE_CHECKING, Any

import regex

from eucacheck.kinds._encounters.encounters import DENIED, PLANNED
from eucacheck.kinds.visit.journeys import KIND
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import DateMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_OFFICIAL = regex.compile(
    r"\b(official|working|state|private|courtesy)\b(?:\s+and\s+\w+)?\s+(?:\w+-day\s+)?(?:visit|trip)\b", regex.I
)
KIND_AFTER = regex.compile(
    rf"\s+(?:on|for|during)\s+(?:an?|his|her|their)\s+(?:{KIND}|\w{{2,6}}-day|first|[\s,]){{1,4}}(?:visit|trip)\b",
    regex.I,
)
_ENDS = regex.compile(r"\b(?:ended|ends|conclud\w+|complet\w+|wrapp\w+ up|round\w+ (?:up|off)|finish\w+)\b", regex.I)
_BEGINS = regex.compile(r"\b(?:beg[aiu]n\w*|start\w*|kick\w+ off)\b", regex.I)
_FIRST = regex.compile(r"\b(?:for the first time|first)\b", regex.I)
_SCOPED = regex.compile(
    r"^[\s,]*(?:since|as|after|in (?:his|her|this|the|over|more|a|as|\w+ (?:years|months|weeks))|"
    r"of (?:his|her|the|this|its)|by an?\b|abroad|under|following|this)",
    regex.I,
)
_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december"
)
_STAGE_FIRST = regex.compile(
    r"\b(?:first (?:stop|leg|destination)|(?:began|begins|begin|started?|starts|kicked off|kicks off|"
    r"opened|opens)\b(?:\s+(?:with|in|at|on|his|her|their|the|a|an|tour|trip|journey|mission|visit|by|of|to|"
    rf"visiting|\d\d?|last|this|week|earlier|yesterday|today|{_DAYS})\b)*)\s*$",
    regex.I,
)
_STAGE_LAST = regex.compile(
    r"\b(?:(?:last|final) (?:stop|leg|destination|day)|(?:ended|ends|concluded|concludes|wrapp\w+ up|"
    r"round\w+ (?:up|off)|complet\w+|finish\w+)\b(?:\s+(?:with|in|at|his|her|their|the|a|an|tour|trip|journey|"
    r"mission|visit|by|of|to)\b)*)\s*$",
    regex.I,
)
THEN = regex.compile(
    r"\b(?:then|before|goes on|went on|followed by|from there|continu\w+|later|subsequently|onwards?|next|"
    r"afterwards|en route|on (?:his|her|their) way)\b",
    regex.I,
)
BACK = regex.compile(
    r"\b(?:after (?:visit\w+|a (?:visit|stop|trip)|stop\w*|talks|leaving|travel\w+)|following (?:a |his |"
    r"her |their )?(?:visit|stop|trip|talks)|having (?:visited|been)|(?:came|come|comes|arrived|arriving|"
    r"coming) from|previously|preceded by)\b|\bfrom\s*$",
    regex.I,
)
AFTER_A = regex.compile(
    r"\b(?:after|following)\s+(?:an?\s+(?:visit|stop|trip)\s+(?:to|in)\s+)?$|^[\"'\s]*from\s+$|\b(?:had|has)\s+come\s+from\s+$",
    regex.I,
)
_NEXT_PAST = regex.compile(
    r"\bnext\b(?=[^.;]{0,60}\b(?:was|were|had\s+been)\s*$)|\b(?:came|followed|were|was)\s+next\b", regex.I
)
"""'The next stop was X', 'Y came next' tell of what is over."""
_STOP_AHEAD = regex.compile(
    r"\b(?:stop|destination|leg|station)\b[^.;]{0,40}\s(?:is|are)\s*$|\b(?:follows?|are|is)\b[^.;]{0,60}\sto\s*$",
    regex.I,
)
LONG_GAP = 170


def aspect_of(doc: "Document", cue: int, cue_end: int, place_end: int, sentence: Sentence) -> str | None:
    """Whether the date is that of the arrival or of the end of a visit, and not of some day of it."""
    if regex.match(r"arriv|land|reach|touch|came to|comes to", doc.shadow[cue:cue_end], regex.I):
        return "arrival"
    around = (
        doc.shadow[max(sentence.start, cue - 40) : cue]
        + "|"
        + doc.shadow[place_end : min(sentence.end, place_end + 30)]
    )
    return "end" if _ENDS.search(around) else "arrival" if _BEGINS.search(around) else None


def status_of(doc: "Document", head: str, date: DateMention | None, cue: str, *, past: bool) -> str:
    """Planned by its words or by a date after that of the source; denied by "not" and "cancelled"."""
    if DENIED.search(head):
        return "denied"
    head = _NEXT_PAST.sub(" ", head)
    published = doc.source.published
    if (
        date is not None
        and published is not None
        and date.interval.start is not None
        and published.end is not None
        and date.interval.start > published.end
    ):
        return "planned"
    present = regex.match(
        r"(?:visits?|travels?|go|goes|fly|flies|comes?|heads?|arrives?|tours?|starts|begins)\b(?! from)", cue, regex.I
    )
    bare = present is not None and not past and not regex.search(r"\b(?:had|has|have|did)\b", head[-30:], regex.I)
    ahead = _STOP_AHEAD.search(cue) is not None and not past
    return "planned" if PLANNED.search(head) or bare or ahead else "made"


def character_of(
    doc: "Document", sentence: Sentence, noun: regex.Match[str] | None, cue: int, end: int
) -> dict[str, Any]:
    """The ordinal and the kind of a visit: "first official visit"; `scoped`: the first of a narrower sort."""
    words = noun.group() if noun is not None else ""
    tail = doc.shadow[end : min(sentence.end, end + 60)]
    official = _OFFICIAL.search(words) or (_OFFICIAL.search(tail) if noun is None else None)
    lead = doc.shadow[max(sentence.start, cue - 50) : cue]
    first = (noun is not None and _FIRST.match(words)) or regex.search(
        r"\bfor the first time\b", lead + "|" + tail[:30], regex.I
    )
    number = 1 if first else ordinal_of(noun["ord"]) if noun is not None and noun["ord"] else None
    return {
        "ordinal": number if "stop" not in words else None,
        "scoped": bool(
            number and (_SCOPED.match(tail) or regex.search(r"^\w+\s+(?:foreign|overseas)", words, regex.I))
        ),
        "official": official.group(1).casefold() if official is not None else None,
    }


def stage_of(before: str, behind: str) -> str | None:
    """The first or the last stop of a journey: "the first stop is X", "began on 5 May in X", "X is the first stop"."""
    if _SCOPED_STOP.search(before) or (_STOP_IN.search(before) and _IS.match(behind)):
        return None  # the first stop in one country of several
    before = _THROUGH.sub("", before)
    told = _IS_NTH_STOP.match(behind)
    if told is not None:
        return "first" if told["nth"].casefold() == "first" else "last"
    if regex.search(r"\bfirst (?:stop|leg|destination)\b", before, regex.I) or _STAGE_FIRST.search(before):
        return "first"
    if regex.search(r"\b(?:last|final) (?:stop|leg|destination)\b", before, regex.I) or _STAGE_LAST.search(before):
        return "last"
    return None


_THROUGH = regex.compile(
    r"(?<=\b(?:tour|trip|journey|mission))\s+(?:of|to|through|across|in)\s+(?:the\s+(?:region|five\s+\w+)|\p{Lu}\w+(?:\s\p{Lu}\w+)?)"
    r"(?=\s+(?:in|with|on|last|this|earlier)\b)"
)
_SCOPED_STOP = regex.compile(r"\b(?:stop|leg|destination) in \p{Lu}[\w-]+ (?:was|is|had|will|has)\b")
_STOP_IN = regex.compile(r"\b(?:stop|leg|destination) in $", regex.I)
_IS = regex.compile(r"\s+(?:was|is|had\s+been|will\s+be|has\s+been)\b", regex.I)
_IS_NTH_STOP = regex.compile(
    r"\s+(?:was|is|had\s+been|will\s+be)\s+(?:the|her|his|their)\s+(?P<nth>first|last|final)\s+(?:stop|leg|destination)\b"
    r"(?!\s+in\s+(?:the\s+country|\p{Lu}[\w-]+\b(?!\s+\p{Lu})))",
    regex.I,
)
