"""Event phrases, dates and places to attachments: which date and place belong to which event, and is it planned or held.

Precision first: the nearest date in the sentence is wrong for 40% of dated events, so a date is attached only through
words that can join an event and its circumstances ("to be held", "hosted", "in", "on"), or when one event and one date
are alone in a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from eucacheck.mentions.events_grammar import EventPhrase
from eucacheck.records import DateMention, EntityMention, Sentence

_VERBS = (
    r"to|be|been|being|is|are|was|were|will|would|has|have|had|that|which|it|as|held|hosted|hosts?|convened?|convenes|scheduled|planned|plans?|due|set|expected|"
    r"organi[sz]ed|took|takes?|taking|place|happened|begins?|began|starts?|started|opens?|opened|ended|met|meets?|gathered|"
    r"pencilled|fixed|announced|summoned|kicks?|kicked|off|taken|so|far|slated|again|first|last|held|goes|going|moves|wrapped|up|concluded|running|runs|lasted|stretched"
)
_JOIN = regex.compile(
    rf"(?:\b(?:{_VERBS}|in|on|at|from|for|during|of|the|and|city|town|capital|resort|state|recently|there|here|early|later|this|"
    r"year|earlier|only|next|also|successfully|now|one|day|days|afternoon|morning|evening|local|time|meeting|session|round|successful|presence|region|year's|time|"
    r"attended|by|with|participation|all|\d{1,2}|(?-i:[A-Z]{2,5})|foreign|ministers?|leaders?|presidents|representatives?|member|states|countries|heads|of)\b|[\s,()\[\]\-:\"]|'s)",
    regex.I,
)
_CUT = regex.compile(
    r"\b(?:sign(?:ed|s|ing)?|adopted|launch(?:ed|es)?|entered|initiall?ed|approved|appointed|met|visited|discuss\w*|preparations?|prepar\w+|noted|stressed|pledg\w+|promis\w+|call\w* for|arriv\w+|travel\w*|said on|told|reported|invaded|announced)\b",
    regex.I,
)
_LOCATIVE = regex.compile(
    r"(?:\b(?:in|at|near)\s+(?:the\s+|its\s+)?(?:[\w-]{1,15}(?:'s)?\s+){0,2}(?:(?:city|town|capital|resort|state|village|region)\s+(?:of\s+)?)?"
    r"|\b(?:hosted|held|organi[sz]ed)\s+by\s+(?:the\s+)?|\b(?:is|was|goes|going|due|moves)\s+(?:for|to)\s+|\b(?:venue|place)(?:,|\s+(?:is|was))\s+)$",
    regex.I,
)
_DATE_OF = regex.compile(
    r"\s*(?:'s\s+|(?:at|during)\s+)?(?:the\s+|an?\s+|its\s+)?"
    r"|\s*(?:is|are|was|were)\s+the\s+(?:dates?|days?)\s+of\s+(?:the\s+)?(?:\w+-\w+\s+meeting\s+of\s+the\s+)?",
    regex.I,
)
"""What may stand between a date and the event that it dates: "a year ago at the", "are the days of the"."""
_OPENING = regex.compile(r"(?:(?:[\"'\s]|On|In|Meanwhile|And|Already|It was|Later|Earlier)\s*)*(?:on|in)?\s*", regex.I)
_PLACE_SUBJECT = regex.compile(
    r"^\s*(?:,[^,]{1,40},)?\s*(?:\([^)]{1,30}\))?\s*(?:(?:will|would|is|was|has|to|be|about|set|again|also|recently|then|had|the|scene|preparing|due|place|venue|of|site|going|for|on|"
    r"traditionally)\s+){0,6}(?:hosts?|hosted|hosting|host|welcomes?|receives?|received|saw the start of|saw|sees|the venue of|venue of|venue|the place of|place of|"
    r"place|site of|held|holds|of|for)\s*(?:the|a|an|its|their)?\s*$",
    regex.I,
)
_PLANNED = regex.compile(
    r"\b(?:to be held|will|would|upcoming|forthcoming|ahead of|preparations?|preparing|prepares?|prepare|scheduled|planned|plans?|due|committed to|"
    r"is to|are to|expected|anticipated|next|in the run-up|to host|hopes? to|agreed to hold|about to|pencilled|foreseen|set for|goes to|towards?|eve of|future|intends?)\b",
    regex.I,
)
_HELD = regex.compile(
    r"\b(?:was held|were held|took place|has taken place|have taken place|hosted|held|following|after|took part|attended|concluded|ended|was chaired|"
    r"chaired|came together|met|gathered|gave|discussed|said at|told|participated|spoke|welcomed|adopted|saw the start|followed|latest|recently|on the sidelines|on the margins|was the)\b",
    regex.I,
)
_CANCELLED = regex.compile(r"\b(?:cancell?ed|called off|scrapped|dropped)\b", regex.I)
_POSTPONED = regex.compile(r"\b(?:postponed|delayed|rescheduled|put off|moved to)\b", regex.I)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What the words around one event phrase say of it; `span` covers phrase, dates and places, for quoting."""

    dates: tuple[DateMention, ...]
    places: tuple[EntityMention, ...]
    status: str
    confidence: float


def attach(
    shadow: str,
    phrase: EventPhrase,
    sentence: Sentence,
    alone: bool,
    dates: Sequence[DateMention],
    places: Sequence[EntityMention],
) -> Circumstance:
    """Find the dates and places of one event phrase in its sentence.

    `dates` and `places` are those of the sentence that no other event has taken; `alone` says that no other event
    phrase with a name of its own stands in the sentence.
    """
    right_dates, right_places = _walk_right(shadow, phrase, sentence, dates, places)
    left_dates, left_places = _walk_left(shadow, phrase, sentence, dates, places)
    found_dates = right_dates or left_dates
    found_places = right_places or left_places
    confidence = 0.9
    if not found_dates and alone:
        found_dates = _only(shadow, phrase, sentence, dates)
        confidence = 0.7 if found_dates else confidence
    if not found_places:
        found_places = _leading_place(shadow, phrase, sentence, places, found_dates)
    return Circumstance(tuple(found_dates), tuple(found_places), _status(shadow, phrase, sentence), confidence)


def _walk_right(
    shadow: str, phrase: EventPhrase, sentence: Sentence, dates: Sequence[DateMention], places: Sequence[EntityMention]
) -> tuple[list[DateMention], list[EntityMention]]:
    """Go right from the phrase over joining words; take each date and place on the way."""
    at, found_dates, found_places = phrase.end, [], []
    steps = 0
    while at < sentence.end and steps < 60:
        steps += 1
        date = next((d for d in dates if d.start <= at < d.end), None)
        place = next((p for p in places if p.start == at), None)
        if date is not None:
            found_dates.append(date)
            at = max(date.end, at + 1)
            continue
        if place is not None:
            if not _located(shadow, phrase.end, place.start, found_places):
                break
            if found_places and not _chained(shadow, found_places[-1], place):
                break
            found_places.append(place)
            at = place.end
            continue
        join = _JOIN.match(shadow, at, sentence.end)
        if join is None or join.end() == at:
            break
        if (
            join.group().casefold() == "and"
            and not phrase.plural
            and (found_dates or found_places)
            and not _date_next(shadow, join.end(), dates)
        ):
            break
        at = join.end()
    return found_dates, found_places


def _located(shadow: str, begin: int, start: int, found: Sequence[EntityMention]) -> bool:
    """A place stands behind a preposition of place, in brackets or as the second half of a place ("Samarkand, Uzbekistan")."""
    if found:
        return True
    return _LOCATIVE.search(shadow, begin, start) is not None


def _date_next(shadow: str, at: int, dates: Sequence[DateMention]) -> bool:
    after = regex.compile(r"\s*(?:on\s+|in\s+)?").match(shadow, at)
    return after is not None and any(d.start <= after.end() < d.end for d in dates)


def _chained(shadow: str, left: EntityMention, right: EntityMention) -> bool:
    """'Samarkand, Uzbekistan', 'Samarkand (Uzbekistan)': one place, twice named."""
    return regex.fullmatch(r"\s*[,(]?\s*(?:in\s+|the\s+capital\s+of\s+)?", shadow[left.end : right.start]) is not None


def _walk_left(
    shadow: str, phrase: EventPhrase, sentence: Sentence, dates: Sequence[DateMention], places: Sequence[EntityMention]
) -> tuple[list[DateMention], list[EntityMention]]:
    """'Jeddah hosted X', 'the June 9 X', 'November 17-18 are the days of X', 'On 18 November he co-hosts X'."""
    found_places = [
        p
        for p in places
        if p.end <= phrase.start and phrase.start - p.end < 90 and _PLACE_SUBJECT.match(shadow[p.end : phrase.start])
    ][-1:]
    before = [d for d in dates if d.end <= phrase.start]
    found_dates: list[DateMention] = []
    if before:
        date = before[-1]
        gap = shadow[date.end : phrase.start]
        head = shadow[sentence.start : date.start]
        if _DATE_OF.fullmatch(gap) or (_OPENING.fullmatch(head) and not _CUT.search(gap)):
            found_dates = [date]
    return found_dates, found_places


def _only(shadow: str, phrase: EventPhrase, sentence: Sentence, dates: Sequence[DateMention]) -> list[DateMention]:
    """The one date of a sentence with one event, where no other verb stands between them to claim it."""
    inside = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
    if len(inside) != 1:
        return []
    date = inside[0]
    low, high = sorted((date, phrase), key=lambda x: x.start)
    gap = shadow[low.end : high.start]
    if _CUT.search(gap) or len(gap) > 120 or ";" in gap or '"' in gap:
        return []
    if _days(date) > 400 or date.interval.edtf.startswith(("/", "..")) or date.interval.edtf.endswith(".."):
        return []
    tail = shadow[max(sentence.start, date.start - 12) : date.start]
    if regex.search(r"\b(?:since|until|by|of|from|than|between|after|before)\s*$", tail, regex.I):
        return []
    return [date]


def _days(date: DateMention) -> int:
    if date.interval.start is None or date.interval.end is None:
        return 0
    return (date.interval.end - date.interval.start).days


_TOWARDS = regex.compile(r"\bto\s$", regex.I)


def _leading_place(
    shadow: str, phrase: EventPhrase, sentence: Sentence, places: Sequence[EntityMention], dates: Sequence[DateMention]
) -> list[EntityMention]:
    """A place beside the attached date: 'on Oct. 23 in Luxembourg at the 20th meeting', 'in Luxembourg at the ...'."""
    for place in places:
        if place.end > phrase.start or place.start < sentence.start:
            continue
        low = max(sentence.start, place.start - 40)
        if not (_LOCATIVE.search(shadow, low, place.start) or _TOWARDS.search(shadow, low, place.start)):
            continue
        gap = shadow[place.end : phrase.start]
        if regex.fullmatch(
            r"(?:,\s*[\w' ]{3,25},)?\s*(?:\([^)]{1,25}\)\s*)?(?:,?\s*(?:on|at|for|during|to attend|to chair|where [\w' .-]{2,40}? (?:co-)?(?:chaired|chairs|attended|held|hosted|hosts|opened|opens|took part in|takes part in|spoke at)|within|,)\s*(?:a|an|the|its)?\s*)",
            gap,
            regex.I,
        ):
            return [place]
        for date in dates:
            if place.end <= date.start and regex.fullmatch(r"\s*,?\s*(?:on\s+|in\s+)?", shadow[place.end : date.start]):
                return [place]
            if date.end <= place.start and regex.fullmatch(r"\s*,?\s*(?:in\s+)?", shadow[date.end : place.start]):
                return [place]
    return []


def _status(shadow: str, phrase: EventPhrase, sentence: Sentence) -> str:
    """Planned, held, cancelled, postponed or unknown, from the words around the phrase."""
    near = shadow[max(sentence.start, phrase.start - 70) : min(sentence.end, phrase.end + 60)]
    if _CANCELLED.search(near):
        return "cancelled"
    if _POSTPONED.search(near):
        return "postponed"
    if phrase.cues & {"upcoming", "forthcoming", "next", "planned"} or _PLANNED.search(near):
        return "planned"
    if _HELD.search(near):
        return "held"
    return "unknown"
