"""Deeds that are told with a day or a town and that no event, step or agreement is known for: each is told by itself.

"Talks on the document began in 2019", "The ceremony was held on 8 November in Riga": what it is of has no name that two
sources share, so it meets nothing. Only verbs of beginning, ending, deciding, signing and holding, in one clause.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import span_of_days
from eucacheck.kinds._happenings.deed_words import AROUND
from eucacheck.kinds._happenings.steps import Milestone
from eucacheck.records import DateMention, EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Span = tuple[int, int]
_VERBS: Final = {
    "start": (
        r"begins?|began|begun|starts?|started|kick(?:s|ed)\s+off|(?:got|gets)\s+under\s+way|launch(?:es|ed)?|reopened"
        r"|(?:came|come|comes)\s+into\s+(?:effect|force|operation|service)|enter(?:s|ed)\s+into\s+force|took\s+effect"
        r"|opens?|opened|inaugurated|introduced|put\s+(?:[\w-]+\s+){0,6}?into\s+(?:operation|service)|goes\s+back\s+to|dates?\s+(?:back\s+)?(?:to|from)|resumed?"
    ),
    "end": (
        r"ends?|ended|expires?|expired|closes?|closed|conclude[sd]?|finish(?:es|ed)?|completed|wound\s+up"
        r"|wrap(?:s|ped)\s+up|(?:runs?|ran|lasts?|lasted)\s+(?:out|until|to|from)"
    ),
    "adoption": r"adopt(?:s|ed)?|approve[sd]?|endorse[sd]?|passed|ratif(?:y|ies|ied)|agree[sd]?|decide[sd]?",
    "signing": r"sign(?:s|ed)?|initiall?ed|inked|joined|acceded",
    "founding": r"found(?:s|ed)|established?|created|set\s+up|appointed|elected|named",
    "publication": r"publish(?:es|ed)|presented|unveiled|announced|promised|released",
    "holding": (
        r"held|hold|t(?:ook|akes?)\s+place|met|meets?|convene[sd]?|gather(?:s|ed)?|hosts?|hosted|organi[sz]ed|sat\s+down"
        r"|came\s+together|takes?\s+off|took\s+off|planned|scheduled|foreseen|due|set"
    ),
    "delivery": r"delivered|handed\s+over|ready",
}
_STEP = "|".join(f"(?P<{name}>{words})" for name, words in _VERBS.items())
_DEED = regex.compile(rf"\b(?:{_STEP})\b", regex.I)
_CLAUSE = regex.compile(
    r"[.;:\n\"()]|\b(?:which|who|whom|whose|where|when|while|after|before|because|since|than|if|although|as|said|says|told|added"
    r"|recalled|noted|and|but|or)\b",
    regex.I,
)
"""What keeps a day or town from a verb: another clause."""
_TO_DAY = regex.compile(
    r"(?:\s[^,]{0,90}?)?,?\s*(?:\b(?:on|in|by|until|till|from|since|for|of|to|around|during|late|early|at\s+the\s+(?:beginning|end)\s+of"
    r"|as\s+early\s+as|only|already|again)\s+)*(?:the\s+)?$",
    regex.I,
)
_OPENS = regex.compile(
    r"(?:^|[;,]\s)[\"'\s]*(?:(?:And|But|Then|Earlier|Later|Already|Only|It\s+was)\s+)?"
    r"(?:on|in|by|until|at\s+the\s+end\s+of|as\s+(?:early|late)\s+as\s+in)?\s*(?:the\s+)?$",
    regex.I,
)
PLACED: Final = (
    r"held|t(?:ook|akes?|aking|ake)\s+place|met|meets?|convene[sd]?|gather(?:s|ed)?|sign(?:s|ed)|initiall?ed|adopted"
    r"|launch(?:es|ed)|open(?:s|ed)|hosted|chaired|inaugurate[sd]|unveiled|commissioned|delivered|handed\s+over|installed|accepted|sat\s+down|came\s+together|presented|start(?:s|ed)"
    r"|beg[ai]ns?|ended|closed|concluded|continued|finished|spoke|said"
    r"|ceremony|talks|meeting|session|round|forum|conference|summit|reception|seminar|consultations"
    r"|(?:course|training|workshop|exercises?|exhibition|festival|camp|(?<=\b(?:the|a|trade|book|an?\s\w{3,12})\s)fair"
    r"|(?<=\bthe\s)(?:opening|launch|signing|closing))\b"
    r"(?![^.;:,\n]{0,30}?\b(?:was|were|is|are|has|have|had|will|by|\p{Ll}{2,9}ed|began|begins|opens|starts|took|held|met)\b)"
)
_AT_TOWN = regex.compile(
    rf"\b(?P<what>{PLACED})\b(?P<gap>[^.;:,\n\"()]{{0,40}}?),?\s+(?:in|at)\s+"
    r"(?:the\s+)?(?:\p{L}[\w-]*\s+){0,2}?(?:(?:city|town|capital|resort)\s+(?:of\s+)?)?$",
    regex.I,
)
_IN_COUNTRY = regex.compile(r"held|t\w+\s+place|met|meets?|convene|gather|summit|meeting|conference|round", regex.I)
_BEFORE, _BEHIND, _LEAD = 110, 110, 80
_YEAR = 400


def find_dated_deeds(doc: "Document", told: Sequence[Span]) -> Iterator[Milestone]:
    """Each day with the verb whose day it is; days that lie in what is told already are left out."""
    for sentence in doc.sentences:
        if sentence.role != "body" or not doc.own_article(sentence.start):
            continue
        for date in between(doc.dates, sentence.start, sentence.end):
            if is_free(date, told) and is_time(date):
                found = (
                    _deadline(doc, sentence, date)
                    or _verb_before(doc, sentence, date)
                    or _verb_behind(doc, sentence, date)
                    or _verb_next(doc, sentence, date)
                )
                if found is not None:
                    start, end, step = found
                    yield Milestone(start, end, step, f"unnamed:{doc.source.id}", date)


def is_planned(words: str) -> bool:
    """The words tell of what is still to come."""
    return _PLAN.search(words) is not None


_PLAN = regex.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|to\s+be|due|planned|plans?\s+to|expected|scheduled|intends?|hopes?)\b", regex.I
)


def is_free(one: DateMention | EntityMention, told: Sequence[Span]) -> bool:
    """Tell whether no stretch that is told already has a part of a date or place."""
    return not any(start < one.end and one.start < end for start, end in told)


def is_time(date: DateMention) -> bool:
    """A day, month or year of its own: neither a bound without an end nor a span of years."""
    return ".." not in date.interval.edtf and span_of_days(date.interval) <= _YEAR


def _verb_before(doc: "Document", sentence: Sentence, date: DateMention) -> tuple[int, int, str] | None:
    """'Talks on the document began in 2019'."""
    low = max(sentence.start, date.start - _BEFORE)
    verbs = list(_DEED.finditer(doc.shadow, low, date.start))
    for verb in reversed(verbs):
        gap = doc.shadow[verb.end() : date.start]
        if _CLAUSE.search(gap):
            return None
        if _TO_DAY.fullmatch(gap):
            return _clause_start(doc, sentence, verb.start()), date.end, _step(verb)
    return None


def _verb_behind(doc: "Document", sentence: Sentence, date: DateMention) -> tuple[int, int, str] | None:
    """'On 19 May the union and the country endorsed a roadmap'."""
    if _OPENS.search(doc.shadow[max(sentence.start, date.start - 40) : date.start]) is None:
        return None
    verb = _DEED.search(doc.shadow, date.end, min(sentence.end, date.end + _BEHIND))
    if verb is None or _OTHER_CLAUSE.search(doc.shadow[date.end : verb.start()]):
        return None
    if between(doc.dates, date.end, verb.start()):
        return None
    return date.start, verb.end(), _step(verb)


def _verb_next(doc: "Document", sentence: Sentence, date: DateMention) -> tuple[int, int, str] | None:
    """'The Council today appointed P', 'the minister on Monday opened the school'."""
    verb = _NEXT_VERB.match(doc.shadow, date.end, sentence.end)
    if verb is None:
        return None
    start = clause_start(doc.shadow, sentence.start, date.start, _LEAD)
    return (date.start if start is None else start), verb.end(), _step(verb)


_NEXT_VERB = regex.compile(rf"\s+(?:has\s+|have\s+|had\s+)?(?:{_STEP})\b(?!\s+(?:that|to)\b)", regex.I)


def _deadline(doc: "Document", sentence: Sentence, date: DateMention) -> tuple[int, int, str] | None:
    """'Applications can be sent until 15 March', 'the deadline for bids is 31 March'."""
    low = max(sentence.start, date.start - _BEFORE)
    match = _UNTIL.search(doc.shadow, low, date.start)
    return (match.start(), date.end, "deadline") if match is not None else None


_UNTIL = regex.compile(
    r"\b(?:(?:applications?|proposals?|bids?|tenders?|entries|papers|candidates?|apply|register(?:ed)?|registration|submissions?)\b"
    r"[^.;:\n]{0,60}\b(?:until|till|by|before|no\s+later\s+than|closes?\s+on|ends?\s+on)"
    r"|deadline\b[^.;:\n]{0,60}\b(?:is|was|ends|expires|expired|set\s+for|of))\s+(?:on\s+)?(?:the\s+)?$",
    regex.I,
)
_OTHER_CLAUSE = regex.compile(
    r"[.;:\n\"]|\b(?:which|who|where|when|while|after|before|because|said|told|that)\b", regex.I
)


def _step(verb: "regex.Match[str]") -> str:
    return next(name for name in _VERBS if verb[name])


def _clause_start(doc: "Document", sentence: Sentence, verb: int) -> int:
    """Where the clause of a verb begins, as far as it is quoted: its subject says what it is of."""
    start = clause_start(doc.shadow, sentence.start, verb, _LEAD)
    return start if start is not None else verb


def clause_start(shadow: str, low: int, at: int, lead: int) -> int | None:
    """Where the clause of a word begins, in a sentence that begins at `low`; None where it begins further back."""
    marks = list(_MARK.finditer(shadow, max(low, at - lead), at))
    if marks:
        return marks[-1].end()
    return low if at - lead <= low else None


_MARK = regex.compile(r"[.;:,\n\"]\s*|\s-\s|\b(?:that|which|who|but|while|where)\s+", regex.I)


def find_placed_deeds(doc: "Document", told: Sequence[Span]) -> Iterator[tuple[EntityMention, int, int, str]]:
    """Each town, or country, with the verb or noun of what was there: (place, start, end, word)."""
    for sentence in doc.sentences:
        if sentence.role not in _TOLD_IN or not doc.own_article(sentence.start):
            continue
        for place in between(doc.entities, sentence.start, sentence.end):
            if place.type not in {"place", "country"} or place.form == "adjective" or not is_free(place, told):
                continue
            if place.type == "place" and AROUND.match(doc.shadow, place.end) is not None:
                continue
            match = _AT_TOWN.search(doc.shadow, max(sentence.start, place.start - _BEFORE), place.start)
            front = _fronted(doc, sentence, place) if match is None else None
            if front is not None:
                yield place, sentence.start, front.end(), front["what"].casefold()
            if match is None or _CLAUSE.search(match["gap"]):
                continue
            if _NOT.search(doc.shadow, max(sentence.start, match.start() - 15), match.end()):
                continue
            if place.type == "country" and _IN_COUNTRY.match(match["what"]) is None:
                continue
            begin = _clause_start(doc, sentence, match.start())
            yield place, begin, place.end, match["what"].casefold()


def _fronted(doc: "Document", sentence: Sentence, place: EntityMention) -> "regex.Match[str] | None":
    """'In X he showed pictures at a seminar': the first thing that people came together for, if near."""
    if place.type != "place" or _HEADS.fullmatch(doc.shadow, sentence.start, place.start) is None:
        return None
    return _AT_A.match(doc.shadow, place.end, min(sentence.end, place.end + _BEHIND))


_HEADS: Final = regex.compile(r"[\"'\s]*(?:In|At)\s+")
_AT_A: Final = regex.compile(
    r",?\s+[^.;:\n\"()]{2,80}?\b(?:at|during)\s+(?:a|an|the|their|this)\s+(?:[\w-]{2,14}\s+){0,3}?"
    r"(?P<what>seminar|conference|workshop|forum|meeting|training|course|exhibition|fair|ceremony|round\s+table)\b",
    regex.I,
)
_TOLD_IN: Final = frozenset({"body", "headline", "caption"})


def place_line(doc: "Document") -> EntityMention | None:
    """'RIGA (Agency) -': the place at the head of an article whose head names no day."""
    first = next((s for s in doc.sentences if s.role == "body" and doc.own_article(s.start)), None)
    place = next((e for e in doc.entities if e.start == first.start), None) if first is not None else None
    if doc.dateline is not None or place is None or place.type != "place":
        return None
    return place if _LINE_END.match(doc.shadow, place.end) is not None else None


_LINE_END = regex.compile(r"(?:,\s*\p{Lu}[\p{L} ]{2,20})?(?:\s*\([^()\n]{2,40}\))?\s*(?:--|[-–—]\s|\.\s-\s)")


_NOT = regex.compile(r"\b(?:not|never|no)\b", regex.I)


def sort_of(doc: "Document", what: str) -> str:
    """What is held where 'the opening' is: the event that the article tells of first."""
    if what not in {"opening", "closing"}:
        return what
    return next((e.type for e in doc.local_events if e.article == 0 and not e.private), what)


_LEAD_IN = 25
"""Characters before a deed in which its words may be planned."""


def _own_clause(before: str) -> str:
    """What stands before a deed in its own clause."""
    return before[max(before.rfind(m) for m in ".:;\n") + 1 :]


def is_planned_at(doc: "Document", start: int, end: int) -> bool:
    """The words of a deed, or those right before it in its clause, tell of what is still to come."""
    return is_planned(_own_clause(doc.shadow[max(0, start - _LEAD_IN) : start]) + doc.shadow[start:end])
