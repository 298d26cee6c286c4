"""A day or a town with any verb, or a day behind a noun of what happened: what no event or known deed accounts for.

"A mudflow swept through six villages on 19 August", "the mechanism was activated the next day", "the floods of 2010".
The verb and the noun that it is said of are kept, so that two reports of one news that give them two days meet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import span_of_days
from eucacheck.kinds._happenings.deeds import deed_of
from eucacheck.kinds._happenings.told_deeds import is_free, is_time
from eucacheck.records import Claim, DateMention, EntityMention
from eucacheck.spans import between
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.clauses import Clause
    from eucacheck.mentions.document import Document

Span = tuple[int, int]

_STATES: Final = frozenset(
    "have has had do does did say says said tell tells told report reports reported note notes noted add adds "
    "added write writes wrote recall recalls recalled mean means meant remain remains remained seem seems seemed "
    "amount amounts amounted total totals totalled stand stands stood account accounts accounted grow grows grew "
    "grown rise rises rose risen fall falls fell fallen increase increases increased decrease decreased exceed "
    "exceeds exceeded reach reaches reached compare compared estimate estimated reckon cost costs show shows "
    "showed include includes included according believe hope expects know knows knew call calls called".split()
)
"""Verbs that tell how something stands, or who says it: a day beside them is not the day of a deed."""
_BE: Final = frozenset("be is are was were been being".split())
_NO_DEEDS: Final = _STATES | _BE
_HAPPENINGS: Final = (
    r"mud-?flows?|floods?|flooding|earthquakes?|landslides?|avalanches?|accidents?|explosions?|blasts?|fires?|storms?"
    r"|droughts?|disasters?|attacks?|clashes|protests?|elections?|referendum|votes?|coup|war|ceasefire|outage|crash"
)
_HAPPENING = regex.compile(rf"\b(?:{_HAPPENINGS})\b", regex.I)
_NOUN_OF = regex.compile(
    rf"\b(?P<noun>{_HAPPENINGS}|memorandum|agreement|treaty|declaration|decree|resolution|convention|decision|statement"
    r"|census|law|strategy|roadmap|visit|summit|meeting|conference|survey|poll|letter|contract|loan|charter|constitution)"
    r"\s+(?:of|from)\s+(?:the\s+)?$",
    regex.I,
)
_AT = regex.compile(
    r"\b(?:on|in|by|until|till|since|from|during|late|early|only|already|again|around|of|before)\s+(?:the\s+)?"
    r"(?:(?:early|late|morning|evening|night|hours|afternoon|end|beginning|middle|first|second|half|of|autumn|spring|summer"
    r"|winter)\s+){0,5}$",
    regex.I,
)
_RELATIVE = regex.compile(
    r"(?:yesterday|today|tomorrow|tonight|this|last|next|the\s+(?:day|next|following|same)|two|three|\w+day\b)", regex.I
)
_BEHIND_DATE = regex.compile(
    r"\s*(?:[,.;:)\n–—]|$)|\s+(?:and|or|in|at|by|with|to|for|on|of|after|when|from|but|as|between|under|during|the|a|an|near"
    r"|through|because|before|who|which|where|that|while|against|without|about|over|into|via)\b",
    regex.I,
)
_OTHER = regex.compile(
    r"[;:\n\"()]|\b(?:which|who|whom|whose|where|when|while|after|before|because|than|if|although|said|says|told|that)\b",
    regex.I,
)
_FIGURE = regex.compile(r"[€$£%]|\b(?:per\s*cent|million|billion|euros?|dollars?|tonnes?|tons?)\b", regex.I)
_HEAD = regex.compile(r"\p{L}[\p{L}-]{2,}")
_GAP: Final = 100
_QUOTED: Final = 200
_OPENING: Final = 12
_A_DAY: Final = 1
_OBJECT: Final = 80
_CUT = regex.compile(r"[,;.:\n\"()]")
_FURTHER = regex.compile(r"\s+(?:for|at|on|in|of|to|with|between|about|by|from)\b", regex.I)
_IN = regex.compile(
    r"\b(?:in|at|near|(?P<to>to|for|into))\s+(?:the\s+)?(?:(?:city|town|capital|district|village|valley|port|resort)\s+(?:of\s+)?)?$",
    regex.I,
)
_MOVES: Final = frozenset(
    "come comes came go goes went travel travels travelled traveled bring brings brought move moves moved "
    "fly flies flew return returns returned head heads headed leave leaves left send sends sent "
    "arrive arrives arrived".split()
)
"""Verbs whose 'to' is a place at which something ends up."""
_NOT = regex.compile(r"\b(?:not|never|no)\b", regex.I)


@dataclass(frozen=True, slots=True)
class AnyDeed:
    """A date with the words of what was done then; `deed` is for the value of a claim, or empty."""

    start: int
    end: int
    date: DateMention
    deed: dict[str, Any]
    planned: bool


def find_any_deeds(doc: "Document", told: Sequence[Span]) -> Iterator[AnyDeed]:
    """Each date of the article itself that nothing else has told."""
    free = [d for d in doc.dates if doc.own_article(d.start) and is_time(d) and is_free(d, told)]
    for date in free:
        passage = doc.passage_of(date.start)
        if passage is None or passage.role != "body":
            continue
        found = _by_noun(doc, date) or _by_verb(doc, date)
        if found is not None:
            yield found


def place_claims(doc: "Document", told: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """A town with any verb."""
    for place, start, end, verb, planned in _find_any_places(doc, told):
        value = {"place": place.entity, "told": verb, **deed_of(doc, start, end)}
        draft = Draft(
            "event_place", f"told:{verb}", value, start, end, where=place.entity,
            modality="planned" if planned else None, confidence=0.5,
        )  # fmt: skip
        if (claim := make_claim(doc, draft)) is not None:
            yield claim


def _find_any_places(doc: "Document", told: Sequence[Span]) -> Iterator[tuple[EntityMention, int, int, str, bool]]:
    """Each town with the verb of what was there, as (place, start, end, verb, planned)."""
    for place in doc.entities:
        if place.type != "place" or place.form == "adjective" or not is_free(place, told):
            continue
        passage = doc.passage_of(place.start)
        if passage is None or passage.role != "body" or not doc.own_article(place.start):
            continue
        near = _IN.search(doc.shadow, max(passage.start, place.start - 50), place.start)
        if near is None or _BEHIND_DATE.match(doc.shadow, place.end) is None:
            continue
        clause = _clause_of(doc, place)
        if clause is None or clause.verb.casefold() in _NO_DEEDS or not _behind(doc, clause, place):
            continue
        if near["to"] and clause.verb.casefold() not in _MOVES:
            continue
        span = _told(doc, clause, place)
        if span is not None and not _NOT.search(doc.shadow, *span):
            yield place, *span, clause.verb.casefold(), _is_planned(doc, clause)


def _clause_of(doc: "Document", one: DateMention | EntityMention) -> "Clause | None":
    inside = [c for c in doc.clauses if c.start <= one.start and one.end <= c.end]
    return min(inside, key=lambda c: (c.end - c.start, c.verb_start), default=None)


def _behind(doc: "Document", clause: "Clause", place: EntityMention) -> bool:
    gap = doc.shadow[clause.verb_end : place.start]
    others = [e for e in between(doc.entities, clause.verb_end, place.start) if e.type in {"place", "country"}]
    return place.start >= clause.verb_end and len(gap) <= _GAP and _OTHER.search(gap) is None and not others


def _told(doc: "Document", clause: "Clause", one: DateMention | EntityMention) -> Span | None:
    """What is quoted: subject, verb and date or place, as far as that is short."""
    start = clause.subject[0] if clause.subject[1] > clause.subject[0] else clause.verb_start
    start, end = min(start, clause.verb_start, one.start), max(clause.verb_end, one.end)
    if end == clause.verb_end:  # 'On 27 March the union adopted': what it adopted as well
        end = _object_end(doc, clause)
    if end - start > _QUOTED:
        start = min(clause.verb_start, one.start)
    return None if end - start > _QUOTED or "\n" in doc.text[start:end] else (start, end)


def _by_noun(doc: "Document", date: DateMention) -> AnyDeed | None:
    """'the mudflow of August 17'."""
    match = _NOUN_OF.search(doc.shadow, max(0, date.start - 40), date.start)
    if match is None:
        return None
    noun = match["noun"].casefold()
    deed = _happening(noun, [noun]) if _HAPPENING.fullmatch(noun) is not None else {}
    return AnyDeed(match.start(), date.end, date, deed, planned=False)


def _happening(noun: str, words: Sequence[str]) -> dict[str, Any]:
    return _deed("happening", [stem(noun)], noun, words)


def _deed(sort: str, things: list[str], noun: str, words: Sequence[str]) -> dict[str, Any]:
    stems = sorted({stem(w) for w in words})
    return {
        "class": sort, "things": things, "noun": noun, "nouns": things, "names": [], "nth": None, "place": None,
        "day": None, "countries": [], "words": stems, "by": None,
    }  # fmt: skip


def _by_verb(doc: "Document", date: DateMention) -> AnyDeed | None:
    """'was activated on 20 August', 'On 20 August the union activated ...'."""
    before = doc.shadow[max(0, date.start - 60) : date.start]
    if _AT.search(before) is None and _RELATIVE.match(doc.shadow, date.start, date.end) is None:
        return None
    if _BEHIND_DATE.match(doc.shadow, date.end) is None:
        return None  # 'the June meeting'
    clause = _clause_of(doc, date)
    if clause is None or not _belongs(doc, clause, date) or _only_stands(doc, clause, date):
        return None
    if _FIGURE.search(doc.shadow, clause.start, clause.end) is not None:
        return None
    span = _told(doc, clause, date)
    if span is None:
        return None
    return AnyDeed(*span, date, _done(doc, clause), planned=_is_planned(doc, clause))


def _only_stands(doc: "Document", clause: "Clause", date: DateMention) -> bool:
    """The verb tells how something is; a happening may be told with any, and what is on a day with 'to be'."""
    verb = clause.verb.casefold()
    if _HAPPENING.fullmatch(doc.shadow, *clause.head) is not None:
        return False
    return verb in _STATES or (verb in _BE and span_of_days(date.interval) > _A_DAY)


def _object_end(doc: "Document", clause: "Clause") -> int:
    end = min(clause.end, clause.verb_end + _OBJECT)
    cut = _CUT.search(doc.shadow, clause.verb_end, end)
    if cut is not None:
        return cut.start()
    if end == clause.end:
        return end
    phrase = _FURTHER.search(doc.shadow, clause.verb_end + 1, end)
    return phrase.start() if phrase is not None else doc.shadow.rfind(" ", clause.verb_end, end)


def _belongs(doc: "Document", clause: "Clause", date: DateMention) -> bool:
    """The date stands behind the verb with nothing but its own clause between, or opens the clause."""
    if date.end <= clause.verb_start:
        gap = doc.shadow[date.end : clause.verb_start]
        return date.start - clause.start <= _OPENING and len(gap) <= _GAP and _OTHER.search(gap) is None
    gap = doc.shadow[clause.verb_end : date.start]
    return date.start >= clause.verb_end and len(gap) <= _GAP and _OTHER.search(gap) is None


def _done(doc: "Document", clause: "Clause") -> dict[str, Any]:
    """What was done and to what: of a passive or a happening its subject."""
    head = doc.shadow[slice(*clause.head)].casefold()
    if _HAPPENING.fullmatch(head) is not None:
        return _happening(head, _words(doc, clause))
    name = doc.text[slice(*clause.head)]
    if not name or name[0].isupper() or _HEAD.fullmatch(name) is None or not clause.passive:
        return {}
    return _deed(f"verb {stem(clause.verb.casefold())}", [stem(head)], head, _words(doc, clause))


def _words(doc: "Document", clause: "Clause") -> list[str]:
    return [w for w in doc.shadow[clause.start : clause.end].casefold().split() if len(w) >= 5 and w.isalpha()]


def _is_planned(doc: "Document", clause: "Clause") -> bool:
    low = max(clause.start, clause.verb_start - 30)
    return _PLAN.search(doc.shadow, low, clause.verb_end) is not None


_PLAN = regex.compile(
    r"\b(?:will|shall|should|(?:is|are|be|was|were) to|would|due|planned|expected|scheduled|may|might|can|could)\b",
    regex.I,
)
