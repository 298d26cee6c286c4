"""A day or a place in its clause to the deed that it is of: which verb, of what, with which names.

"The second phase was launched in X on 4 May" and "Work began on 6 May under the programme" tell one deed where their
reports are of one news. The verb gives the class of the deed, the noun that it is done to gives the thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import span_of_days
from eucacheck.kinds._happenings.deed_words import (
    ANY_NOUN,
    AROUND,
    CLASSES,
    COMMON,
    FAMILY,
    LONG,
    NO_THING,
    RIBBON,
    WORD_OF,
    body_in,
    stems_about,
)
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.clauses import Clause
    from eucacheck.mentions.document import Document

_CUT: Final = regex.compile(
    r"[,;.:\n\"()]|\b(?:in|at|on|with|by|during|after|before|for|to|from|which|that|who|where|when|while|and\s+will|between"
    r"|under|near|until|till|since|this|last|next|yesterday|today|tomorrow)\b",
    regex.I,
)
_OF: Final = regex.compile(r"\b(?:of|on)\b", regex.I)
_MEANT: Final = regex.compile(
    r"\s*(?:it|they|this|(?:the|this)\s+(?:event|occasion)|(?:the\s+)?(?:solemn\s+|official\s+)?(?P<what>signing|opening|launch|handover|closing)?"
    r"\s*ceremony)\s*",
    regex.I,
)
_NTH: Final = regex.compile(r"\b(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]{5,14}(?:-[a-z]{5,8})?)\s+(?=[a-z])", regex.I)
_LATIN: Final = regex.compile(r"\p{L}[\p{L}-]{2,}")
_AHEAD: Final = 90
_WEEK: Final = 7
_THINGS: Final = frozenset({"programme", "agreement", "route"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words that say what a deed is done to, and the sentence that they stand in."""

    start: int
    end: int
    sentence: Sentence


def deed_of(doc: "Document", start: int, end: int, sort: str | None = None) -> dict[str, Any]:
    """The deed of a quoted stretch for the value of a claim, under "deed"; nothing where none is told.

    `sort` is the sort of event that the stretch is known to be of ("forum").
    """
    sentence = doc.sentence_of(start)
    found = _read(doc, start, end, sort) if sentence is not None else {}
    if found and sentence is not None:
        found["deed"]["day"] = _day(doc, sentence, start, end)
    return found


def _read(doc: "Document", start: int, end: int, sort: str | None) -> dict[str, Any]:
    sentence = doc.sentence_of(start)
    if sentence is None or not doc.own_article(start):
        return {}
    sort = sort if sort is None or stem(sort) in FAMILY else None
    words = list(WORD_OF.finditer(doc.shadow, start, end))
    if not words and sort is None:
        return {}
    word = words[-1] if words else None
    sorted_as = _class_of(word) if word is not None else "holding"
    whole = word is None or sorted_as == "deadline"
    phrase = _Phrase(start, end, sentence) if word is None or whole else _phrase(doc, sentence, word)
    meant = _MEANT.fullmatch(doc.shadow, phrase.start, phrase.end)
    if word is not None and RIBBON.fullmatch(word.group()):
        return _told_before(doc, sentence, sorted_as)
    if meant is not None:
        found = _before(doc, sentence)
        held = _event_before(doc, sentence) if meant["what"] is None and sorted_as in _OF_EVENTS else None
        known = found is not None and any(stem(n) in FAMILY for n in _nouns(doc, found[1]))
        if held is not None and not known:
            return _value(doc, sorted_as, [held[0]], held[1], sentence)
        if found is None and meant["what"] is None:
            return _told_before(doc, sentence, sorted_as)
        if found is None:
            return {}
        sorted_as, phrase = (found[0] if sorted_as == "holding" else sorted_as), found[1]
    nouns = _asked_for(doc, phrase) if sorted_as == "deadline" else _nouns(doc, phrase)
    if sort is not None and not nouns:
        nouns = [sort]
    return _value(doc, sorted_as, nouns, phrase, sentence)


def _value(
    doc: "Document", sorted_as: str, nouns: Sequence[str], phrase: _Phrase, sentence: Sentence
) -> dict[str, Any]:
    things = sorted({FAMILY.get(stem(n), stem(n)) for n in nouns})
    if not things:
        return {}
    names = sorted({e.entity for e in _entities(doc, phrase.sentence) if e.type in _THINGS})
    about = stems_about(doc.shadow, (phrase.sentence.start, phrase.sentence.end), (phrase.start, phrase.end))
    return {
        "deed": {
            "class": sorted_as, "things": things, "noun": nouns[0], "nouns": sorted({stem(n) for n in nouns}),
            "names": names,
            "nth": _nth(doc, phrase), "place": _town(doc, sentence),
            "countries": sorted({e.entity for e in _entities(doc, phrase.sentence) if e.type == "country"}),
            "words": about, "by": body_in(doc.shadow, sentence.start, sentence.end) if sorted_as in _DECIDED else None,
        }
    }  # fmt: skip


def _event_before(doc: "Document", sentence: Sentence) -> tuple[str, _Phrase] | None:
    """The event of the sentence before, which 'it' means: its sort, and where it stands."""
    before = doc.sentence_before(sentence)
    inside = between(doc.events, before.start, before.end) if before is not None else []
    if before is None or not inside:
        return None
    event = doc.local_events[inside[-1].local]
    return (event.type, _Phrase(inside[-1].start, inside[-1].end, before)) if not event.private else None


_OF_EVENTS: Final = frozenset({"launch", "end", "holding"})


def _told_before(doc: "Document", sentence: Sentence, sorted_as: str) -> dict[str, Any]:
    """'It was opened in X', where the sentence before tells of the thing: it is one of those that are named there."""
    before = doc.sentence_before(sentence)
    if before is None or sorted_as == "holding":
        return {}
    words = (m.group() for m in LONG.finditer(doc.shadow, before.start, before.end) if m.group()[0].islower())
    nouns = list(dict.fromkeys(w for w in words if w.casefold() not in COMMON | NO_THING))[:_MOST]
    return _value(doc, sorted_as, nouns, _Phrase(before.start, before.end, before), sentence)


_MOST: Final = 10
"""Words of a sentence that may be the thing of the next one."""


def _asked_for(doc: "Document", phrase: _Phrase) -> list[str]:
    """What is to be handed in by a day: applications, or bids."""
    bids = _BIDS.search(doc.shadow, phrase.start, phrase.end)
    return ["bid" if bids is not None else "application"]


_BIDS: Final = regex.compile(r"\b(?:bids?|tenders?|proposals?)\b", regex.I)


def _class_of(word: "regex.Match[str]") -> str:
    return next(k for k in CLASSES if word[k])


def _phrase(doc: "Document", sentence: Sentence, word: "regex.Match[str]") -> _Phrase:
    """What it is done to: the object of an active verb, the subject of another, what stands behind 'of'."""
    clause = _clause(doc, word)
    behind = _behind(doc, sentence, word.end())
    if clause is None:
        noun = _OF.match(doc.shadow, word.end() + 1) if word.end() < sentence.end else None
        if noun is not None or _is_subject(doc, sentence, word):
            low = noun.end() if noun is not None else word.start()
            return _Phrase(low, max(low, _behind(doc, sentence, low + 1)), sentence)
        return _Phrase(max(sentence.start, word.start() - _AHEAD), word.start(), sentence)
    inside = _PUT.fullmatch(word.group())
    if inside is not None and inside["what"]:
        return _Phrase(word.start() + inside.start("what"), word.start() + inside.end("what"), sentence)
    active = not clause.passive and clause.form != "participle" and _class_of(word) != "holding"
    if (
        active
        and _OWN_WORK.match(doc.shadow, word.end(), behind) is None
        and _OBJECT.search(doc.shadow, word.end(), behind) is not None
    ):
        return _Phrase(word.end(), behind, sentence)
    return _Phrase(*clause.subject, sentence)


_PUT: Final = regex.compile(r"put\s+(?P<what>.*?)\s*into\s+\w+", regex.I)
_OBJECT: Final = regex.compile(r"\p{L}{3,}|\bit\b")
_OWN_WORK: Final = regex.compile(r"\s+(?:(?:its|their|his|her)\s+)?(?:works?|proceedings|session)\b", regex.I)
"""'The forum ended its work': what ended is the forum."""


def _is_subject(doc: "Document", sentence: Sentence, word: "regex.Match[str]") -> bool:
    return bool(regex.match(r"\s+(?:ceremony|event)\b", doc.shadow[word.end() : sentence.end], regex.I))


def _clause(doc: "Document", word: "regex.Match[str]") -> "Clause | None":
    return next((c for c in doc.clauses if word.start() <= c.verb_start < word.end()), None)


def _behind(doc: "Document", sentence: Sentence, start: int) -> int:
    """Where the noun phrase behind a verb ends."""
    stop = min(sentence.end, start + _AHEAD)
    cut = _CUT.search(doc.shadow, start, stop)
    return cut.start() if cut is not None else stop


def _before(doc: "Document", sentence: Sentence) -> tuple[str, _Phrase] | None:
    """The deed of the sentences before, which 'it' and 'the ceremony' mean."""
    index = doc.sentence_index(sentence.start)
    for back in doc.sentences[max(0, index - 2) : index][::-1]:
        if back.role != "body":
            continue
        for word in WORD_OF.finditer(doc.shadow, back.start, back.end):
            phrase = _phrase(doc, back, word)
            if _nouns(doc, phrase) and _MEANT.fullmatch(doc.shadow, phrase.start, phrase.end) is None:
                return _class_of(word), phrase
    return None


def _nouns(doc: "Document", phrase: _Phrase) -> list[str]:
    """The nouns of the thing: those of a family that are known, else the main word of the phrase."""
    shadow, start, end = doc.shadow, phrase.start, phrase.end
    known = [m.group().casefold() for m in ANY_NOUN.finditer(shadow, start, end)]
    if known:
        return known
    if any(e.type in _THINGS for e in between(doc.entities, start, end)):
        kinds = {"agreement": "agreement", "programme": "programme", "route": "route"}
        return [kinds[e.type] for e in between(doc.entities, start, end) if e.type in _THINGS]
    of = _OF.search(shadow, start, end)
    cut = min((m.start() for m in (of, _CUT.search(shadow, start, end)) if m is not None), default=end)
    words = list(_LATIN.finditer(shadow, start, cut))
    last = words[-1] if words else None
    if last is None or last.group()[0].isupper() or last.group().casefold() in NO_THING:
        return []
    return [last.group().casefold()]


def _nth(doc: "Document", phrase: _Phrase) -> int | None:
    found = [n for m in _NTH.finditer(doc.shadow, phrase.start, phrase.end) if (n := ordinal_of(m["nth"])) is not None]
    return found[0] if len(set(found)) == 1 else None


def _entities(doc: "Document", sentence: Sentence) -> list[EntityMention]:
    line = doc.dateline
    low = line.date.end if line is not None and sentence.start <= line.date.end < sentence.end else sentence.start
    return between(doc.entities, low, sentence.end)


def _town(doc: "Document", sentence: Sentence) -> str | None:
    """The one town of the sentence."""
    towns = {
        e.entity
        for e in _entities(doc, sentence)
        if e.type == "place"
        and e.form != "adjective"
        and AROUND.match(doc.shadow, e.end) is None
        and _IN.search(doc.shadow, max(sentence.start, e.start - 40), e.start) is not None
    }
    if towns:
        return next(iter(towns)) if len(towns) == 1 else None
    named = (doc.entities, doc.persons, doc.dates)
    unknown = {
        f"place:{m['name'].casefold()}"
        for m in _UNKNOWN.finditer(doc.shadow, sentence.start, sentence.end)
        if not any(x.start < m.end("name") and m.start("name") < x.end for xs in named for x in xs)
    }
    return next(iter(unknown)) if len(unknown) == 1 else None


_UNKNOWN: Final = regex.compile(
    r"\b[Ii]n\s+(?:the\s+(?:village|town|city|district)\s+of\s+)?(?P<name>\p{Lu}[\p{Ll}-]{2,20})"
    r"(?=\s*[.,;]|\s+(?:on|and|by|with|to|at|yesterday|today)\b)"
)
_IN: Final = regex.compile(r"\b(?:in|at|near)\s+(?:the\s+)?(?:\p{L}[\w-]*\s+){0,3}$", regex.I)


def _day(doc: "Document", sentence: Sentence, start: int, end: int) -> str | None:
    """The one day of the sentence, or the one beside the quoted stretch; else its one date."""
    inside = between(doc.dates, sentence.start, sentence.end)
    days = [d for d in inside if span_of_days(d.interval) <= _WEEK] or inside
    beside = [d for d in days if d.start <= end + _BESIDE and start - _BESIDE <= d.end]
    told = {d.interval.edtf for d in days}
    told = {d.interval.edtf for d in beside} if len(told) > 1 else told
    return next(iter(told)) if len(told) == 1 else None


_BESIDE: Final = 8
"""Characters between a quoted deed and the day that it is told of."""


_DECIDED: Final = frozenset({"adoption", "appointment"})
