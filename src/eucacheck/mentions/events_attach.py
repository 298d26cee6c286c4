"""Event phrases, dates and places to circumstances: which date and place an event has, and is it planned or held.

Precision first: the nearest date in the sentence is wrong for 40% of dated events, so a date is attached only through
words that can join an event and its circumstances ("to be held", "hosted", "in", "on"), or when one event and one date
are alone in a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from eucacheck.mentions.events_hosts import hosted_behind, hosts_in_front, moved_to, where_it_is
from eucacheck.mentions.events_predicates import held_after_all, holding_verbs, told_before
from eucacheck.mentions.events_records import EventPhrase
from eucacheck.mentions.events_status import status_of
from eucacheck.records import DateMention, EntityMention, Sentence

_VERBS = (
    r"to|be|been|being|is|are|was|were|will|would|has|have|had|that|which|it|as|held|hosted|hosts?|convened?|convenes"
    r"|scheduled|planned|plans?|due|set|expected|organi[sz]ed|took|takes?|taking|place|happened|begins?|began|starts?"
    r"|started|opens?|opened|ended|met|meets?|gathered|pencilled|fixed|announced|summoned|kicks?|kicked|off|taken"
    r"|so|far|slated|again|first|last|goes|going|moves|wrapped|up|concluded|running|runs|lasted|stretched"
    r"|closed|closes|finished|sat|sits|wound|returns|returned|comes|came|moved"
)
_WORDS = (
    r"in|on|at|from|for|during|of|the|and|city|town|capital|resort|state|recently|there|here|early|later|this|year"
    r"|earlier|only|next|also|successfully|now|one|day|days|afternoon|morning|evening|local|time|meeting|session|round"
    r"|successful|presence|region|year's|attended|by|with|participation|all|foreign|ministers?|leaders?|presidents"
    r"|representatives?|member|states|countries|heads"
)
_JOIN = regex.compile(rf"(?:\b(?:{_VERBS}|{_WORDS}|\d{{1,2}}|(?-i:[A-Z]{{2,5}}))\b|[\s,()\[\]\-:\"]|'s)", regex.I)
"""What may stand between an event and its date or place: a verb of taking place, a word of place or time, a mark."""
_CUT = regex.compile(
    r"\b(?:sign(?:ed|s|ing)?|adopted|launch(?:ed|es)?|entered|initiall?ed|approved|appointed|met|visited|discuss\w*"
    r"|preparations?|prepar\w+|noted|stressed|pledg\w+|promis\w+|call\w* for|arriv\w+|travel\w*|said on|told|reported"
    r"|invaded|announced|(?:after|following|since|than|like)\s+(?:that|those|the\s+(?:one|first|previous\s+one))"
    r"(?=\s+(?:of|in|at|held))|(?:after|following)\s+the\s+first\s+one)\b",
    regex.I,
)
"""A verb, or another one of its kind, that claims a date for something else."""
_LOCATIVE = regex.compile(
    r"(?:\b(?:in|at|near)\s+(?:the\s+|its\s+)?(?:[\w-]{1,15}(?:'s)?\s+){0,2}"
    r"(?:(?:city|town|capital|resort|state|village|region)\s+(?:of\s+)?)?"
    r"|\b(?:hosted|held|organi[sz]ed)\s+by\s+(?:the\s+(?:(?:city|town|capital)\s+of\s+)?)?"
    r"|\b(?:is|was|goes|going|due|moves|moved|returns|returned|comes|came)\s+(?:back\s+)?(?:for|to)\s+"
    r"|\b(?:planned|scheduled|set|foreseen)\s+for\s+"
    r"|\b(?:venue|place)(?:,|\s+(?:is|was|will\s+be|(?:is|was)\s+to\s+be))\s+)$",
    regex.I,
)
_DATE_OF = regex.compile(
    r"\s*(?:'s\s+|(?:at|during)\s+)?(?:the\s+|an?\s+|its\s+)?"
    r"|\s*(?:is|are|was|were)\s+the\s+(?:dates?|days?)\s+of\s+(?:the\s+)?(?:\w+-\w+\s+meeting\s+of\s+the\s+)?",
    regex.I,
)
"""What may stand between a date and the event that it dates: "a year ago at the", "are the days of the"."""
_OPENING = regex.compile(
    r"(?:[^,;.\n]{3,60}?\b(?:after|before|ago|later|earlier)\b[^,;.\n]{0,40},)?"
    r"(?:[\"'\s]++|(?:On|In|Meanwhile|And|Already|It was|Later|Earlier)\b){0,8}(?:on|in)?\s*",
    regex.I,
)
_OFFSET = regex.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before|ahead\s+of)\s+$", regex.I)
"""Before an event: "two weeks after the ceremony, on 6 November" dates something else."""
_BESIDE = (
    r"on|at|for|during|to attend|to chair|within|,"
    r"|where [\w' .-]{2,40}? (?:co-)?(?:chaired|chairs|attended|held|hosted|hosts|opened|opens|took part in"
    r"|takes part in|spoke at)"
)
_BETWEEN = regex.compile(
    rf"(?:,\s*[\w' ]{{3,25}},)?\s*(?:\([^)]{{1,25}}\)\s*)?(?:,?\s*(?:{_BESIDE})\s*(?:a|an|the|its)?\s*)", regex.I
)
"""What stands between a place in front and the event: "in Luxembourg at the", "in Riga, where he chaired the"."""
_AT_HEAD = regex.compile(r"[\"'\s]*In\s+(?:the\s+\w+\s+(?:city|town|capital)\s+of\s+)?")
"""'In Riga the business forum gathered': the place at the head of the sentence."""
_DAY_NEXT = regex.compile(
    r"\s*(?:(?:closed|closes|ended|ends|concluded|finished|ran\s+until|lasted\s+until)\s+)?(?:there\s+)?(?:on\s+|in\s+)?"
    r"(?:(?:the\s+)?next\s+day|\w{6,9}day,\s+)?"
)
_BOUNDARY = regex.compile(r"\b(?:since|until|by|of|from|than|between|after|before)\s*$", regex.I)
"""Before a date: it bounds something, and is no day on which an event is."""
_AFTER_IT = regex.compile(r"\b(?:After|Since|Before|Following|Like|Unlike)\s+[^,;:\n]{1,30}$")
"""At the head of a sentence: what was before the event is dated."""
_VENUE = regex.compile(
    r"(?:the\s+)?(?:[A-Z][\w'-]{1,20}\s+){0,3}(?i:building|palace|hotel|cent(?:re|er)|hall|house|headquarters|residence"
    r"|complex|university|ministry|museum|theatre|theater|library|cinema|academy|chamber\s+of\s+commerce"
    r"(?:\s+and\s+industry)?)\b,?(?P<of>\s+(?:of|in)\s+(?=[A-Z]))?"
)
"""A building between an event and its city: "in the Europa building in Brussels"."""
STEPS = 60
"""Words, dates and places that a walk from a phrase passes."""
_NOT_IT = regex.compile(
    r"\b(?:on\s+the\s+eve\s+of|ahead\s+of|before|in\s+the\s+run-up\s+to|prior\s+to|in\s+preparation\s+for|to\s+prepare(?:\s+for)?)"
    r"\s+(?:the\s+)?$",
    regex.I,
)
"""Before an event: what is told happened on another day."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with the dates and places of it that no other event has taken."""

    shadow: str
    sentence: Sentence
    dates: Sequence[DateMention]
    places: Sequence[EntityMention]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What the words around one event phrase say of it."""

    dates: tuple[DateMention, ...]
    places: tuple[EntityMention, ...]
    status: str
    confidence: float


def attach(phrase: EventPhrase, scene: Scene, *, alone: bool) -> Circumstance:
    """Find the dates and places of one event phrase in its sentence.

    `alone` says that no other event phrase with a name of its own stands in the sentence.
    """
    if _OFFSET.search(scene.shadow, max(scene.sentence.start, phrase.start - 30), phrase.start):
        return Circumstance((), (), _status(phrase, scene), 0.9)
    right_dates, right_places = _walk_right(phrase, scene)
    held = held_after_all(scene.shadow, phrase, scene.sentence.end)
    right_dates = [d for d in right_dates if held is not None and d.start >= held] or right_dates
    if held is not None and not right_places:
        right_places = _walk_right(replace(phrase, end=held), scene)[1]
    inside = [d for d in scene.dates if phrase.start <= d.start and d.end <= phrase.end]
    dates = right_dates or inside or _date_in_front(phrase, scene)
    places = right_places or hosts_in_front(scene.shadow, phrase, scene.sentence.start, scene.places)
    confidence = 0.9
    if not dates and alone:
        dates = _only_date(phrase, scene)
        confidence = 0.7 if dates else confidence
    if not (dates and places):
        told_dates, told_places = _told_further_off(phrase, scene)
        dates, places = dates or told_dates, places or told_places
    places = places or _leading_place(phrase, scene, dates)
    return Circumstance(tuple(dates), tuple(places), _status(phrase, scene), confidence)


def _status(phrase: EventPhrase, scene: Scene) -> str:
    return status_of(scene.shadow, phrase, scene.sentence.start, scene.sentence.end)


def _told_further_off(phrase: EventPhrase, scene: Scene) -> tuple[list[DateMention], list[EntityMention]]:
    """The day and place behind a verb of holding, else those at which people meet for the event."""
    dates: list[DateMention] = []
    places: list[EntityMention] = []
    ends = holding_verbs(scene.shadow, phrase, scene.sentence.end)
    host = hosted_behind(scene.shadow, phrase, scene.sentence.end, scene.places)
    if host is not None:
        places, ends = [host[0]], [host[1]]
    elif ends:
        places = where_it_is(scene.shadow, phrase, scene.places)
    for verb_end in ends:
        more_dates, more_places = _walk_right(replace(phrase, end=verb_end), scene)
        dates, places = dates or more_dates, places or more_places
    places = places or moved_to(scene.shadow, phrase, scene.places)
    before_dates, before_places = told_before(scene.shadow, phrase, scene.sentence, scene.dates, scene.places)
    return dates or before_dates, places or before_places


def _walk_right(phrase: EventPhrase, scene: Scene) -> tuple[list[DateMention], list[EntityMention]]:
    """Go right from the phrase over joining words; take each date and place on the way."""
    shadow, limit = scene.shadow, scene.sentence.end
    at = phrase.end
    inside = -1  # where a place stands in the name of a venue: "the Chamber of Commerce of X"
    dates: list[DateMention] = []
    places: list[EntityMention] = []
    for _ in range(STEPS):
        date = next((d for d in scene.dates if d.start <= at < d.end), None)
        place = next((p for p in scene.places if p.start == at), None)
        if date is not None:
            dates.append(date)
            at = max(date.end, at + 1)
            continue
        if place is not None:
            if shadow.startswith("'s", place.end):  # "in Astana, Turkmenistan's President": another clause begins
                break
            told = at in {inside, phrase.end} or _LOCATIVE.search(shadow, phrase.end, at) is not None
            told = told or (place.type == "place" and shadow[phrase.end : at].strip() == "(")
            several = phrase.plural and dates and told  # 'held in X on D and in Y on E'
            if not (_goes_on(shadow, places[-1], place) or several if places else told):
                break
            places.append(place)
            at = place.end
            continue
        join = _JOIN.match(shadow, at, limit)
        if join is None or join.end() == at:
            join = _VENUE.match(shadow, at, limit)
            inside = join.end("of") if join is not None else -1
        if join is None or join.end() == at:
            break
        complete = not phrase.plural and (dates or places)
        if complete and join.group().casefold() == "and" and not _date_next(join.end(), scene):
            break
        at = join.end()
    return dates, places


def _date_next(at: int, scene: Scene) -> bool:
    after = _DAY_NEXT.match(scene.shadow, at)
    return after is not None and any(d.start <= after.end() < d.end for d in scene.dates)


def _goes_on(shadow: str, left: EntityMention, right: EntityMention) -> bool:
    """'Samarkand, Uzbekistan', 'Samarkand (Uzbekistan)': one place, twice named."""
    return regex.fullmatch(r"\s*[,(]?\s*(?:in\s+|the\s+capital\s+of\s+)?", shadow[left.end : right.start]) is not None


def _date_in_front(phrase: EventPhrase, scene: Scene) -> list[DateMention]:
    """'The June 9 X', 'November 17-18 are the days of X', 'On 18 November he co-hosts X'."""
    before = [d for d in scene.dates if d.end <= phrase.start][-1:]
    if not before:
        return []
    gap = scene.shadow[before[0].end : phrase.start]
    head = scene.shadow[scene.sentence.start : before[0].start]
    opens = _OPENING.fullmatch(head) is not None and not _CUT.search(gap)
    return before if opens or _DATE_OF.fullmatch(gap) else []


def _only_date(phrase: EventPhrase, scene: Scene) -> list[DateMention]:
    """The one date of a sentence with one event, where no other verb stands between them to claim it."""
    sentence = scene.sentence
    inside = [d for d in scene.dates if sentence.start <= d.start and d.end <= sentence.end]
    if len(inside) != 1 or _NOT_IT.search(scene.shadow, max(sentence.start, phrase.start - 40), phrase.start):
        return []
    date = inside[0]
    gap = scene.shadow[min(date.end, phrase.end) : max(date.start, phrase.start)]
    if _CUT.search(gap) or len(gap) > 120 or ";" in gap or '"' in gap:
        return []
    if _days(date) > 400 or date.interval.edtf.startswith(("/", "..")) or date.interval.edtf.endswith(".."):
        return []
    tail = scene.shadow[max(sentence.start, date.start - 40) : date.start]
    return [] if _BOUNDARY.search(tail) or (date.end < phrase.start and _AFTER_IT.search(tail)) else [date]


def _days(date: DateMention) -> int:
    if date.interval.start is None or date.interval.end is None:
        return 0
    return (date.interval.end - date.interval.start).days


def _leading_place(phrase: EventPhrase, scene: Scene, dates: Sequence[DateMention]) -> list[EntityMention]:
    """A place beside the attached date: 'on Oct. 23 in Luxembourg at the 20th meeting', 'in Luxembourg at the ...'."""
    shadow, begin = scene.shadow, scene.sentence.start
    for place in scene.places:
        if place.end > phrase.start or place.start < begin:
            continue
        if not _LOCATIVE.search(shadow, max(begin, place.start - 40), place.start):
            continue
        if _BETWEEN.fullmatch(shadow, place.end, phrase.start):
            return [place]
        if _AT_HEAD.fullmatch(shadow, begin, place.start) and not shadow[place.end : phrase.start].strip(" ,"):
            return [place]
        if any(_is_beside(shadow, place, date) for date in dates):
            return [place]
    return []


def _is_beside(shadow: str, place: EntityMention, date: DateMention) -> bool:
    """'in Riga on 3 May', 'on 3 May in Riga'."""
    if place.end <= date.start:
        return regex.fullmatch(r"\s*,?\s*(?:on\s+|in\s+)?", shadow[place.end : date.start]) is not None
    return (
        date.end <= place.start and regex.fullmatch(r"\s*,?\s*(?:in\s+)?", shadow[date.end : place.start]) is not None
    )
