"""What a sentence says of an event further off: "The meeting, put back by four days, was held on 17 November".

A verb of holding belongs to the event phrase before it if only an aside, a relative pronoun or a complement stands
between. Before the phrase, a place and a day belong to it where people meet there for it: "meet in Riga on Thursday
for the session".
"""

from collections.abc import Sequence

import regex

from eucacheck.mentions.events_records import EventPhrase
from eucacheck.records import DateMention, EntityMention, Sentence

_HOLDING = regex.compile(
    r"\b(?:(?:was|were|is|are|be|been|being)\s+(?:(?:\w{2,12}ly|also|again|now|then|first|last|originally)\s+){0,2}"
    r"(?:held|hosted|convened|organi[sz]ed|scheduled|planned|foreseen|set|due|opened|inaugurated)"
    r"|(?:took|takes|take|taken)\s+place|(?:came|comes|drew|draws)\s+to\s+(?:a\s+close|an\s+end)"
    r"|ended|ends|concluded|concludes|(?:opened|opens)(?:\s+its\s+doors)?|began|begins|started|starts|wrapped\s+up|convened|convenes|kicked\s+off"
    r"|(?:brought|brings|bring|drew|draws|draw|attracted|attracts|gathered|gathers|assembled|united|took|takes|led|leads)"
    r"\s[^.;:\n]{3,70}?(?:(?=\sin\s)|\sto\s+))",
    regex.I,
)
_ASIDE = regex.compile(
    r"\s*|(?:\s+(?:of|between|with|on|for)\s+[^,.:;\n]{1,60})?\s*"
    r"(?:,\s*[^.;\n]{1,170},|\([^()\n]{1,120}\)|[-–—]\s[^.;\n]{1,120}\s[-–—]|,?\s*(?:which|that)(?:\s[^.;\n]{0,80})?)?\s*"
)
_TO_THE_EVENT = regex.compile(
    r"(?P<meet>\b(?:meet|meets|met|gather\w*|conven\w+|assembl\w+|came\s+to\s+a\s+close|opened|opens|ended|closed)\b[^.;\n\x01\x02]{0,25})?"
    r"(?:\b(?:in|at|to)\s+\x01+(?:,?\s*(?:on\s+)?(?P<day>\x02+))?|\bon\s+(?P<day2>\x02+),?\s+(?:in|at|to)\s+\x01+)"
    r"\s*,?\s*(?P<link>for|at|during|when|where|to\s+attend|to\s+chair|on\s+the\s+occasion\s+of|at\s+the\s+opening\s+of)"
    r"(?:\s+(?:the|an?|its|their))?\s*$",
    regex.I,
)
_HELD_AFTER_ALL = regex.compile(
    r",\s+(?:which\s+(?:was|had\s+been)\s+)?(?:postponed|delayed|rescheduled|put\s+(?:off|back)|moved|originally|initially"
    r"|previously|first)\b[^.;,\n]{0,140},\s+(?:(?:was|were)\s+(?:finally\s+|eventually\s+|then\s+)?held|took\s+place|met"
    r"|convened|opened)\b"
    r"|\s+(?:that\s+|which\s+)?(?:(?:had\s+been|was|were)\s+)?(?:originally\s+|initially\s+|first\s+)?(?:announced|planned"
    r"|scheduled|expected|due|foreseen|set|slated)\s[^.;\n]{0,80}\s(?:(?:was|were)\s+(?:finally\s+|eventually\s+|in\s+the\s+end"
    r"\s+)?held|took\s+place)\b",
    regex.I,
)
"""'The council, delayed by four days, was held on': an aside tells of a plan, the verb of what came of it."""
_PLACE, _DATE = "\x01", "\x02"
_REACH = 120


def held_after_all(shadow: str, phrase: EventPhrase, end: int) -> int | None:
    """Where the verb ends that tells of an event held after all, behind what had been planned; None without one."""
    match = _HELD_AFTER_ALL.match(shadow, phrase.end, end)
    return match.end() if match is not None else None


def holding_verbs(shadow: str, phrase: EventPhrase, end: int) -> list[int]:
    """Give the ends of the verbs of holding that belong to a phrase, up to an offset."""
    verbs = _HOLDING.finditer(shadow, phrase.end, end)
    return [v.end() for v in verbs if _ASIDE.fullmatch(shadow, phrase.end, v.start())]


def told_before(
    shadow: str,
    phrase: EventPhrase,
    sentence: Sentence,
    dates: Sequence[DateMention],
    places: Sequence[EntityMention],
) -> tuple[list[DateMention], list[EntityMention]]:
    """Give the day and the place at which people meet for the event, from the words before its phrase."""
    low = max(sentence.start, phrase.start - _REACH)
    masked = list(shadow[low : phrase.start])
    spans: list[DateMention | EntityMention] = [*dates, *places]
    for one in spans:
        if low <= one.start and one.end <= phrase.start:
            mark = _DATE if isinstance(one, DateMention) else _PLACE
            masked[one.start - low : one.end - low] = mark * (one.end - one.start)
    match = _TO_THE_EVENT.search("".join(masked))
    if match is None:
        return [], []
    near = [p for p in places if low + match.start() <= p.start and p.end <= phrase.start]
    day = next((n for n in ("day", "day2") if match[n]), None)
    if day is None or not (match["meet"] or match["link"].casefold() in {"at", "during", "when"}):
        return [], near[-1:]
    start, end = low + match.start(day), low + match.end(day)
    return [d for d in dates if start <= d.start and d.end <= end], near[-1:]
