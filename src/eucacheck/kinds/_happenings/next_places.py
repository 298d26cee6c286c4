"""Where the next event of a series is to be: "the next summit, to be in X", "Y will receive the ministers in 2027".

It is often told without the name of the series, in one sentence at the end of a report. The next event after one event
is one: sources that report one news, or the last event of one series, speak of the same.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._encounters.encounter_places import place_run
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import Claim, DateMention, EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_KINDS: Final = {
    "summit": r"summit|heads\s+of\s+state|leaders|presidents|leaders'\s+meeting",
    "ministerial": r"ministerial(?:\s+meeting)?|(?:meeting\s+of\s+(?:the\s+)?)?(?:foreign\s+)?ministers",
    "round": r"round(?:\s+of\s+(?:the\s+)?(?:negotiations|talks))?|negotiators|negotiating\s+teams?|negotiations",
    "dialogue": r"(?:human\s+rights\s+)?dialogue|consultations",
    "council": r"(?:cooperation\s+)?council",
    "committee": r"(?:sub)?committee",
    "forum": r"forum|conference|fair|festival|congress|week",
    "any": (
        r"meeting|session|edition|event|gathering|one|time|delegations?|sides|parties|participants|guests|deputies"
        r"|members|experts"
    ),
}
_KIND: Final = "|".join(f"(?P<{k}>{w})" for k, w in _KINDS.items())
_HEAD = regex.compile(rf"\b(?:{_KIND})\b", regex.I)
_NEXT_NOUN = regex.compile(rf"\bnext,?\s+(?:[\w-]{{2,20}},?\s+){{0,4}}?(?:{_KIND})\b", regex.I)
_MEET_AGAIN = regex.compile(
    rf"\b(?:{_KIND})\b[^.;\n]{{0,50}}?\b(?:(?:will|are\s+to|is\s+to|shall|agreed\s+to|plan\s+to|want\s+to)\s+(?:next\s+|then\s+)?"
    r"(?:meet|convene|gather|reconvene|come\s+together|sit)(?:\s+(?:again|next|for\s+the\s+next\s+time))?|meet\s+again|meet\s+next)\b",
    regex.I,
)
_NEXT_YEAR = regex.compile(
    r"\bNext\s+(?:year|spring|autumn|summer|winter|month)\s*,?\s+(?:the\s+)?(?:\w+\s+){0,3}?", regex.I
)
_MEET = regex.compile(r"\b(?:meet|convene|gather|come\s+together)\b[^.;\n]{0,40}?\s(?=in\b)", regex.I)
_HOST = regex.compile(
    r"\s+(?:will|is\s+to|would|is\s+expected\s+to|has\s+offered\s+to|offered\s+to|agreed\s+to)\s+(?:be\s+)?"
    r"(?:host(?:ing)?|receive|welcome|have|the\s+host\s+of|the\s+venue\s+of)\b(?P<what>[^.;\n]{1,90})",
    regex.I,
)
_TURN = regex.compile(r"\b(?:it\s+will\s+be|will\s+be|is)\s+the\s+turn\s+of\s+", regex.I)
_AGAIN = regex.compile(
    r"\b(?:next|again|in\s+(?:20\d\d)|this\s+(?:autumn|spring|summer|winter)|\d{1,2}(?:st|nd|rd|th))\b", regex.I
)
_TO_PLACE = regex.compile(
    r"\b(?:in|at|hosted\s+by|host(?:ed)?\s+in|held\s+by|moves\s+to|go(?:es)?\s+to|venue\s+is)\s+"
    r"(?:(?-i:the\s+\p{Lu}\p{Ll}+\s+(?:city|town|resort|port|village)\s+of\s+))?(?=\p{L})",
    regex.I,
)
_OF = regex.compile(
    r"\s+of\s+(?:the\s+|their\s+)?(?:[\p{L}\d-]{2,25}\s+){0,6}?(?P<kind>dialogue|council|committee|forum|summit)\b",
    regex.I,
)
_NTH = regex.compile(r"\bthe\s+(?:next,?\s+)?(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]{5,14}(?:-[a-z]{5,8})?)\b", regex.I)
_NTH_TO_COME = regex.compile(
    r"\bthe\s+(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]{5,14}(?:-[a-z]{5,8})?)\s+(?:[\w-]{2,20}\s+){0,4}?"
    rf"(?:{_KIND})\b[^.;\n]{{0,30}}?\b(?:will|is\s+(?:to|planned|scheduled|due|expected|set)|has\s+been\s+(?:scheduled|set))\b",
    regex.I,
)
_TIME = regex.compile(
    r"\b(?:will|are\s+to|is\s+to|shall|plan\s+to)\s+(?:next\s+|then\s+)?(?:meet|convene|gather|sit|come\s+together|be\s+held)\s+"
    r"for\s+the\s+(?P<nth>[a-z]{5,14}(?:-[a-z]{5,8})?|\d{1,3}(?:st|nd|rd|th))\s+time\b",
    regex.I,
)
_CUT = regex.compile(r"\b(?:after|said|told|who|which|when|while|held\s+in|took\s+place|was|were|since)\b", regex.I)
_PLACES: Final = frozenset({"place", "country"})
_REACH = 110
"""Characters from the words for the next event to its place."""


def find_next_places(doc: "Document") -> list[Claim]:
    """Each place that a sentence gives the next event; the date told beside it is read of the same."""
    return doc.once(_find)


def _find(doc: "Document") -> list[Claim]:
    return list(_next_places(doc))


def _next_places(doc: "Document") -> Iterator[Claim]:
    for sentence in doc.sentences:
        if sentence.role != "body" or not doc.own_article(sentence.start):
            continue
        found = next((f for f in _readings(doc, sentence) if f is not None), None)
        if found is None:
            continue
        kind, place, start, end = found
        date = _date(doc, sentence)
        if date is not None and 0 <= date.start - end <= 12:
            end = date.end
        value: dict[str, Any] = {
            "place": place.entity, "next": kind, "date": date.interval.edtf if date is not None else None,
            "series": (series := _series(doc, kind)), "nth": _number(doc, sentence, kind, series),
        }  # fmt: skip
        draft = Draft(
            "event_place", f"next:{kind}", value, start, end, when=date.interval if date is not None else None,
            where=place.entity, modality="planned", confidence=0.6,
        )  # fmt: skip
        if (claim := make_claim(doc, draft)) is not None:
            yield claim


_Found = tuple[str, EntityMention, int, int]


def _readings(doc: "Document", sentence: Sentence) -> Iterator[_Found | None]:
    shadow, low, high = doc.shadow, sentence.start, sentence.end
    for pattern in (_NEXT_NOUN, _MEET_AGAIN):
        for match in pattern.finditer(shadow, low, high):
            place = _place_behind(doc, match.end(), min(high, match.end() + _REACH))
            if place is not None:
                of = _OF.match(shadow, match.end(), high)
                yield (of["kind"].casefold() if of is not None else _kind(match)), place, match.start(), place.end
    yield from _numbered(doc, sentence)
    yield from _for_the_nth_time(doc, sentence)
    opening = _NEXT_YEAR.match(shadow, low, high)
    if (
        opening is not None
        and (head := _HEAD.search(shadow, opening.end() - 1, min(high, opening.end() + 40))) is not None
    ):
        meet = _MEET.match(shadow, head.end() + 1, high)
        place = _place_behind(doc, meet.end(), min(high, meet.end() + 40)) if meet is not None else None
        if place is not None:
            yield _kind(head), place, low, place.end
    turn = _TURN.search(shadow, low, high)
    if turn is not None and (places := place_run(doc, turn.end(), high)):
        head = _HEAD.search(shadow, places[0].end, high)
        if head is not None:
            yield _kind(head), places[0], turn.start(), head.end()
    yield from _without_noun(doc, sentence)
    for place in between(doc.entities, low, high):
        host = _HOST.match(shadow, place.end, high) if place.type in _PLACES and place.form != "adjective" else None
        head = _HEAD.search(host["what"]) if host is not None else None
        if host is not None and head is not None and _AGAIN.search(shadow, low, high) is not None:
            yield _kind(head), place, place.start, host.start("what") + head.end()


def _numbered(doc: "Document", sentence: Sentence) -> Iterator[_Found | None]:
    """'The third forum will be held in X' in a report on the second."""
    for match in _NTH_TO_COME.finditer(doc.shadow, sentence.start, sentence.end):
        nth = ordinal_of(match["nth"])
        held = {o for e in doc.local_events if e.article == 0 and e.status != "planned" for o in e.ordinals}
        if nth is None or nth - 1 not in held or nth in held:
            continue
        place = _place_behind(doc, match.end(), min(sentence.end, match.end() + _REACH))
        if place is not None:
            yield _kind(match), place, match.start(), place.end


def _for_the_nth_time(doc: "Document", sentence: Sentence) -> Iterator[_Found | None]:
    """'In a year they will meet for the fifth time, then in X'."""
    match = _TIME.search(doc.shadow, sentence.start, sentence.end)
    if match is not None and (ordinal_of(match["nth"]) or 0) > 1:
        place = _place_behind(doc, match.end(), min(sentence.end, match.end() + _REACH))
        if place is not None:
            yield "any", place, match.start(), place.end


def _without_noun(doc: "Document", sentence: Sentence) -> Iterator[_Found | None]:
    """'X comes next, in 2028', 'Next in line is X': the next event is not named, but the sentence before is of one."""
    index = doc.sentence_index(sentence.start)
    before = doc.sentences[index - 1] if index > 0 else None
    if before is None or not any(before.start <= m.start < sentence.end for m in doc.events):
        return
    for place in between(doc.entities, sentence.start, sentence.end):
        if place.type not in _PLACES or place.form == "adjective":
            continue
        behind = _COMES_NEXT.match(doc.shadow, place.end, sentence.end)
        ahead = _NEXT_IS.search(doc.shadow, max(sentence.start, place.start - 60), place.start)
        if behind is not None or ahead is not None:
            start = ahead.start() if ahead is not None else place.start
            yield "any", place, start, behind.end() if behind is not None else place.end


_COMES_NEXT = regex.compile(
    r"(?:,[^,.;\n]{2,25},)?\s+(?:(?:comes|is|will\s+be|goes)\s+next\b(?!\s+to\b)|(?:will\s+follow|follows)\b"
    r"(?=\s*(?:[.,;]|in\s+\d))|is\s+next\s+in\s+line|takes\s+over\s+as\s+host|is\s+the\s+next\s+(?:host|venue|stop))",
    regex.I,
)
_NEXT_IS = regex.compile(
    r"\b(?:next\s+(?:in\s+line|up)?\s*(?:is|comes|will\s+be)|the\s+next\s+(?:host|venue|stop)\s+(?:is|will\s+be)"
    r"|(?:baton|torch|flag|hosting)\s+(?:now\s+|then\s+)?(?:passes|goes|moves)\s+to)\s+(?:the\s+(?:\w+\s+)?(?:city|town)\s+of\s+)?$",
    regex.I,
)


def _place_behind(doc: "Document", start: int, end: int) -> EntityMention | None:
    """The first town or country behind the words, in their clause."""
    for match in _TO_PLACE.finditer(doc.shadow, start, end):
        if _CUT.search(doc.shadow, start, match.start()) is not None:
            return None
        places = [p for p in place_run(doc, match.end(), min(len(doc.shadow), end + 30)) if p.type in _PLACES]
        if places and places[0].start - match.end() <= 25:
            return places[0]
    return None


def _kind(match: "regex.Match[str]") -> str:
    return next(k for k in _KINDS if match[k])


def _date(doc: "Document", sentence: Sentence) -> DateMention | None:
    dates = between(doc.dates, sentence.start, sentence.end)
    return dates[-1] if len({d.interval.edtf for d in dates}) == 1 else None


def _series(doc: "Document", kind: str) -> str | None:
    """The series of the pack that the text tells an event of: of this kind, or its only one."""
    known = [e for e in doc.local_events if e.article == 0 and e.series in doc.pack.series and e.status != "planned"]
    alike = [
        e for e in known if kind in {"any", "round"} or e.type == kind or (kind == "summit" and e.level == "leaders")
    ]
    found = {e.series for e in alike}
    return str(next(iter(found))) if len(found) == 1 else None


def _number(doc: "Document", sentence: Sentence, kind: str, series: str | None) -> int | None:
    """The number that the sentence gives it, else the one after that of the last event of its series or kind."""
    told = [
        n for m in _NTH.finditer(doc.shadow, sentence.start, sentence.end) if (n := ordinal_of(m["nth"])) is not None
    ]
    if told:
        return told[0] if len(set(told)) == 1 and told[0] > 1 else None
    held = {o for e in doc.local_events if e.article == 0 and e.series == series and e.type == kind for o in e.ordinals}
    return next(iter(held)) + 1 if len(held) == 1 else None
