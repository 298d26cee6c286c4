"""Places that host an event: "X will hold the forum", "the forum, which X hosted", "X, where the forum is held"."""

from collections.abc import Sequence

import regex

from eucacheck.mentions.events_records import EventPhrase
from eucacheck.records import EntityMention, Sentence

_HOLD = r"host|hold|held|welcome|receive|stage|organi[sz]e"
_SITE = r"host(?:\s+city)?|venue|site|setting|place|scene|stage|location|seat|turn"
_PLACE_SUBJECT = regex.compile(
    r"^\s*(?:,[^,]{1,40},)?\s*(?:\([^)]{1,30}\))?\s*(?:on\s+[\w ]{3,20}?,?\s+)?"
    r"(?:(?:will|would|is|was|has|had|have|to|be|been|about|set|again|also|recently|then|next|now|the|scene|preparing|due"
    r"|place|venue|of|site|going|for|on|as|traditionally|expected|scheduled|ready|chosen|selected|picked|named|designated"
    r"|announced|confirmed|at\s+first|originally|initially|this\s+time|this\s+year|in\s+turn|agreed|first|already)\s+){0,7}"
    rf"(?:(?:{_HOLD})s?|hosting|holding|staging|(?:host|receiv|welcom|stag|organi[sz])ed|gets|got"
    r"|(?:sees?|saw|witness(?:es|ed))(?:\s+the\s+(?:start|opening|beginning|launch|end|close|closing)\s+of)?"
    rf"|play(?:s|ed|ing)?\s+host\s+to|home\s+to|(?:(?:the|a)\s+)?(?:{_SITE})\s+(?:of|for)|of|for)\s*(?:the|a|an|its|their)?\s*$",
    regex.I,
)
"""What stands between a place and the event that it hosts: "will host the", "was the venue of"."""
_AS_VENUE = regex.compile(
    r"^\s*(?:,[^,]{1,40},)?\s*(?:(?:will|would|is|was|has|had|have|to|be|been|also|first|originally|initially|at)\s+){0,6}"
    r"(?:(?:named|chosen|picked|selected|designated|foreseen|planned|announced|confirmed|intended|meant|fixed|set)\s+"
    r"(?:as\s+|to\s+be\s+)?|(?:be|is|was|been|as)\s+)$",
    regex.I,
)
"""What stands between a place and "the venue" itself."""
_BOTH_HELD = regex.compile(
    r"\band\s+(?:the\s+)?(?:\p{Lu}[\w-]*\s+){1,3}(?:have\s+|had\s+)?(?:hold|held)\s+(?:the|a|an|its|their)?\s*$"
)
_SIDES_HOLD = regex.compile(r"\p{Lu}[\w-]*(?:'s)?\s+hold\s*(?:the|a|an|its|their)?\s*$")
"""'X, Y hold': a verb in the plural has several subjects."""
_SAME_PLACE = regex.compile(r"\s*[,(]\s*(?:in\s+)?")
_WHICH = regex.compile(
    r"\s*(?:,\s*which|which|that)?\s+(?:the\s+)?(?:(?:[\w-]{3,15}\s+)?(?:city|town|capital|resort)\s+(?:of\s+)?)?"
)
_HOSTED = regex.compile(
    r"(?:,[^,.;\n]{1,30},)?\s+(?:(?:has|had|will|would|is|was|to|also|once|already|itself|first)\s+){0,3}"
    rf"(?:(?:{_HOLD})s?|(?:host|receiv|welcom|stag|organi[sz])ed)\b",
    regex.I,
)
_WHERE = regex.compile(r"(?:,[^,.;\n]{1,30})?(?:\s+(?:on|in)\s+[\w ]{3,20})?\s*,?\s*where\s+", regex.I)
_AT_FIRST = r"(?:originally|initially|previously|at\s+first|first)"
_MEANT = r"(?:due|planned|scheduled|set|foreseen|expected|meant|intended|announced|pencilled\s+in|agreed)"
_LEFT_BEFORE = regex.compile(
    rf"\b{_AT_FIRST}\s+(?:been\s+)?(?:{_MEANT}\b|to\s+(?:be\s+held|take\s+place|open|meet|be))"
    r"(?:\s+to\s+(?:be\s+held|take\s+place|open|meet|be))?(?:\s+(?:in|at|for|as))?\s+(?:the\s+)?$"
    rf"|\b{_MEANT}\s+{_AT_FIRST}\s+(?:in|at|for)\s+$"
    r"|\b(?:moved|transferred|relocated|shifted|switched)\b[^.,;\n]{0,60}\sfrom\s+(?:the\s+)?$"
    r"|\b(?:instead\s+of|rather\s+than)\s+(?:in\s+)?$",
    regex.I,
)
"""Before a place at which an event was first to be: "initially planned in", "moved from"."""
_LEFT_BEHIND = regex.compile(
    r"(?:,[^,.;\n]{1,30},)?\s+(?:was|were|had|is|has)\b(?=[^.;,\n]{0,70}?\b(?:at\s+first|originally|initially)\b)"
    r"[^.;,\n]{0,70}?\b(?:host|hold|receive|venue|named|chosen|picked|selected|designated|site|place)\b",
    regex.I,
)
"""Behind it: "had been named as the venue at first", "was originally to host"."""
_MOVED_TO = regex.compile(
    r"\b(?P<verb>moved|transferred|relocated|shifted|switched)\b[^.,;\n]{0,160}\sto\s+(?:the\s+(?:[\w-]{3,15}\s+){1,2}of\s+)?$",
    regex.I,
)
_NOT_SURE = regex.compile(
    r"\b(?:would|could|may|might|should|not|never|reports?|rumou?rs?|deni\w{1,3}|dismiss\w{0,3}|propos\w{1,5}|want\w{0,3}"
    r"|asked|if|whether)\b",
    regex.I,
)
_NEAR = 90
"""Characters between a place and the event that it hosts."""


def hosts_in_front(
    shadow: str, phrase: EventPhrase, start: int, places: Sequence[EntityMention]
) -> list[EntityMention]:
    """'Jeddah hosted X', 'Samarkand is the venue of X', 'Osh had been named as the venue'; a town before its country.

    Of 'A and B held the', two sides of talks, neither country need be the host.
    """
    before = [p for p in places if 0 <= phrase.start - p.end < _NEAR]
    gap = (
        _AS_VENUE
        if phrase.head == "it" and shadow[phrase.end - 5 : phrase.end].casefold() == "venue"
        else _PLACE_SUBJECT
    )
    found = [p for p in before if gap.match(shadow[p.end : phrase.start])][-2:]
    if len(found) > 1 and not (
        found[0].type == "place" and _SAME_PLACE.fullmatch(shadow, found[0].end, found[1].start)
    ):
        found = found[1:]
    both = any(side.search(shadow, start, phrase.start) for side in (_BOTH_HELD, _SIDES_HOLD))
    return [p for p in found if not (both and p.type == "country")][:1]


def given_up(shadow: str, sentence: Sentence, places: Sequence[EntityMention]) -> list[EntityMention]:
    """'Initially planned in Osh', 'Osh had been named as the venue at first': where an event is no longer to be."""
    return [
        p
        for p in places
        if _LEFT_BEFORE.search(shadow, max(sentence.start, p.start - 90), p.start)
        or _LEFT_BEHIND.match(shadow, p.end, sentence.end)
    ]


def hosted_behind(
    shadow: str, phrase: EventPhrase, end: int, places: Sequence[EntityMention]
) -> tuple[EntityMention, int] | None:
    """'X, which Bukhara hosted in May': the place behind the event, and where its verb ends."""
    place = next((p for p in places if p.start > phrase.end), None)
    if place is None or place.start - phrase.end > _NEAR or not _WHICH.fullmatch(shadow, phrase.end, place.start):
        return None
    verb = _HOSTED.match(shadow, place.end, end)
    return (place, verb.end()) if verb is not None else None


def where_it_is(shadow: str, phrase: EventPhrase, places: Sequence[EntityMention]) -> list[EntityMention]:
    """'Osh, where X is held': the place right before an event, of which the words behind it tell that it is held."""
    before = [p for p in places if 0 <= phrase.start - p.end < _NEAR]
    return [p for p in before if _WHERE.fullmatch(shadow, p.end, phrase.start)][-1:]


def moved_to(shadow: str, phrase: EventPhrase, places: Sequence[EntityMention]) -> list[EntityMention]:
    """'X was moved from Osh to Termez', 'they moved X to the north of Y': the place behind, in the same clause."""
    for place in places:
        if phrase.end < place.start < phrase.end + _NEAR and ";" not in shadow[phrase.end : place.start]:
            low = max(0, phrase.start - 30)
            moved = _MOVED_TO.search(shadow, low, place.start)
            doubt = moved is not None and _NOT_SURE.search(shadow, max(0, moved.start() - 70), moved.start())
            if (
                moved is not None
                and not doubt
                and not (moved.end("verb") <= phrase.start - 25 or phrase.end < moved.start() - 40)
            ):
                return [place]
    return []
