"""A day of an event to the part of it that the day is: the opening, the closing, or another day alone."""

from typing import TYPE_CHECKING

import regex

from eucacheck.records import DateMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention

_OPENING = regex.compile(
    r"\b(?:open(?:s|ed)|beg(?:ins|an)|start(?:s|ed)?|kick(?:s|ed)\s+off|got\s+under\s+way|gets\s+under\s+way)\b",
    regex.I,
)
_CLOSING = regex.compile(
    r"\b(?:end(?:s|ed)|conclud(?:es|ed)|clos(?:es|ed)|wrap(?:s|ped)\s+up|finish(?:es|ed))\b", regex.I
)
_VERBS = (("opening", _OPENING), ("closing", _CLOSING))
_ASIDE = regex.compile(r",[^,;]{1,170},(?=\s(?:was|were|is|took|takes|will)\b)")
"""Between an event and its verb: what closed or began in it is something else."""
_DAY_OF = regex.compile(
    r"\b(?:(?P<opening>(?:first|opening)\s+day)|(?P<closing>(?:last|final|closing)\s+day)"
    r"|(?P<middle>(?:second|third|fourth|fifth)\s+day))\s+of\s+(?:the\s+)?$",
    regex.I,
)
_BEHIND = 40
"""Characters behind an event in which the verb of its opening stands."""


def part_of(doc: "Document", mention: "EventMention", date: DateMention) -> str | None:
    """The part of an event that a day is of, where the verb between them, or behind the event, tells of one alone."""
    lead = _DAY_OF.search(doc.shadow, max(0, mention.start - 40), mention.start)
    if lead is not None and not date.interval.edtf.count("/"):
        return next(part for part in ("opening", "closing", "middle") if lead[part])
    words = _ASIDE.sub(" ", doc.shadow[min(mention.end, date.end) : max(mention.start, date.start)])
    if date.start < mention.start:
        sentence = doc.sentence_of(mention.start)
        limit = sentence.end if sentence is not None else mention.end
        words += " " + doc.shadow[mention.end : min(limit, mention.end + _BEHIND)]
    if date.interval.edtf.count("/"):
        return None
    told = [(m.start(), part) for part, verb in _VERBS for m in verb.finditer(words)]
    return max(told)[1] if told and date.start > mention.start else min(told)[1] if told else None


def day_meant(doc: "Document", date: DateMention) -> DateMention | None:
    """The date before that "that day" or "the same month" means: who quotes the one needs the other as evidence."""
    if date.interval.basis != "relative-to-text":
        return None
    days = date.interval.start, date.interval.end
    before = [d for d in doc.dates if d.start < date.start and d.interval.basis != "relative-to-text"]
    same = [d for d in before[-1:] if (d.interval.start, d.interval.end) == days]
    return same[0] if same else None
