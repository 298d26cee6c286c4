"""Two event phrases beside each other to one: "the eleventh round" of "the annual Dialogue"."""

import regex

from eucacheck.mentions.events_records import EventPhrase
from eucacheck.mentions.events_words import BARE, level_of


def is_complement(shadow: str, left: EventPhrase, right: EventPhrase) -> bool:
    """Tell whether the second phrase completes the first: 'the eleventh round' + of + 'the annual Dialogue' is one."""
    telling = right.determiner is not None or right.words or right.parties
    if not _takes_type(left) or not telling or right.start - left.end > 8:
        return False
    return regex.fullmatch(r"\s*(?:of|in|under)\s*", shadow[left.end : right.start]) is not None


def _takes_type(phrase: EventPhrase) -> bool:
    """What kind of event it is, a complement tells: 'the second round of', 'the 2nd ministerial meeting of'."""
    if phrase.head == "it":
        return False
    return phrase.type in BARE or (phrase.type == "ministerial" and not phrase.parties)


def merge(left: EventPhrase, right: EventPhrase, shadow: str) -> EventPhrase:
    """Make one phrase of two that overlap or where one is the complement of the other; the more telling head wins."""
    apart = right.start >= left.end
    lead = right if left.type in BARE or (apart and _takes_type(left)) else left
    end = max(left.end, right.end)
    return EventPhrase(
        left.start, end, lead.type, lead.head,
        level=left.level or right.level or level_of(shadow[left.start : end]),
        parties=tuple(sorted({*left.parties, *right.parties})),
        words=tuple(dict.fromkeys((*left.words, *right.words))),
        ordinal=left.ordinal if left.ordinal is not None else right.ordinal,
        determiner=left.determiner,
        bare=left.bare and right.bare,
        plural=left.plural or (right.plural and not apart),
        cues=left.cues | right.cues,
        sited=tuple(dict.fromkeys((*left.sited, *right.sited))),
    )  # fmt: skip
