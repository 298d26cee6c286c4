"""Words around an event phrase to the standing of the event: planned, held, cancelled, postponed or unknown."""

import regex

from eucacheck.mentions.events_predicates import held_after_all
from eucacheck.mentions.events_records import MET, EventPhrase

_PLANNED = regex.compile(
    r"\b(?:to be held|will|would|upcoming|forthcoming|ahead of|preparations?|preparing|prepares?|prepare"
    r"|scheduled|planned|(?<!\b(?:an?|the|this|its|their|action|work|master)\s)plans?\s+(?:to|for)|being\s+prepared|due"
    r"|committed to|is to|are to|expected|anticipated|next"
    r"|in the run-up|to host|hopes? to"
    r"|agreed to hold|about to|pencilled|foreseen|set for|goes to|towards?|eve of|future|intends?)\b",
    regex.I,
)
_HELD = regex.compile(
    r"\b(?:was held|were held|took place|has taken place|have taken place|hosted|held|following|after"
    r"|took part|attended|concluded|ended|was chaired|chaired|came together|met|gathered|gave|discussed|said at|told"
    r"|participated|spoke|welcomed|adopted|saw the start|followed|latest|recently|on the sidelines|on the margins"
    r"|was the)\b",
    regex.I,
)
_CANCELLED = regex.compile(r"\b(?:cancell?ed|called off|scrapped|dropped)\b", regex.I)
_MEANT = r"due|planned|scheduled|set|foreseen|expected|meant|intended|billed|named|chosen|announced"
_POSTPONED = regex.compile(
    r"\b(?:postponed|delayed|rescheduled|put off|put back|moved to"
    rf"|(?:originally|initially|previously|at first)\s+(?:{_MEANT}|to be held)"
    rf"|(?:{_MEANT})\b[^.;,\n]{{0,40}}\s(?:at first|originally|initially)"
    r"|had\s+(?:(?:originally|initially|at first)\s+been"
    r"|been\s+(?:due|planned|scheduled|set|foreseen|slated|meant)))\b",
    regex.I,
)
_TOOK_PLACE = regex.compile(r"\s+(?:took\s+place|(?:was|were)\s+(?:finally\s+|then\s+)?(?:held|opened)|opened|met)\b")


def status_of(shadow: str, phrase: EventPhrase, start: int, end: int) -> str:
    """Planned, held, cancelled, postponed or unknown, from the words around the phrase.

    `start` and `end` are those of its sentence.
    """
    low, high = max(start, phrase.start - 70), min(end, phrase.end + 60)
    near = shadow[low:high]
    if phrase.head == MET or held_after_all(shadow, phrase, end) is not None:
        return "held"
    put_off = _POSTPONED.search(near)
    if put_off and low + put_off.end() <= phrase.start and _TOOK_PLACE.match(shadow, phrase.end, end):
        return "held"
    if _CANCELLED.search(near):
        return "cancelled"
    if put_off:
        return "postponed"
    if phrase.cues & {"upcoming", "forthcoming", "next", "planned"} or _PLANNED.search(near):
        return "planned"
    if _HELD.search(near):
        return "held"
    return "unknown"
