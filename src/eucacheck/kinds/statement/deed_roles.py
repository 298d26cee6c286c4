"""A sentence to who has a part in a deed: who opened, organised, hosted, financed, built or handed over a thing.

    deed := ACTOR [, who ACTOR is,] VERB THING  |  THING was VERB [where, when] by [office] ACTOR
            | THING that ACTOR VERB

Reports of one news call the thing by other words, or by "it": what identifies it is the news, with a noun of the thing
in common. A verb stands for its class: "inaugurated" is "opened".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import near_day
from eucacheck.kinds.statement.actor_words import (
    AUX,
    BODIES_ONLY,
    BY,
    COURSE,
    FROM,
    GATE,
    LASTING,
    NOT,
    OCCASION,
    OF_A_PERSON,
    OTHER_VERB,
    PEOPLE_ONLY,
    PROJECT,
    TO_COME,
    VERB,
    VERBS,
)
from eucacheck.kinds.statement.actors import Actors, actors_before, actors_behind, as_person
from eucacheck.kinds.statement.deed_things import (
    clause_before,
    object_behind,
    sides_of,
    spoken_for,
    things_of,
    told_before,
    whom,
)
from eucacheck.kinds.statement.part import Part, both
from eucacheck.records import Sentence
from eucacheck.spans import between
from eucacheck.stems import LONGEST_SENTENCE

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

DEED: Final = "by "
"""How the slots of these parts begin."""
BEFORE: Final = "told before"
"""The anchor of a part of which only the sentences before name the thing."""
_MONEY: Final = regex.compile(
    r"\b(?:money|funds?|funding|grants?|sums?|euros?|dollars?|contributions?|budget|financ\w{1,4}|loans?|donations?|amounts?|millions?|costs?"
    r"|cent|share|rest|half)\b|[€$]",
    regex.I,
)
_THAT: Final = regex.compile(r"\b(?:that|which)\s+(?:the\s+)?(?:\p{Lu}\p{Ll}+\s+){0,2}$")
_ARTICLE: Final = regex.compile(r"\b(?:an?|the|its|their)\s", regex.I)
_THEM: Final = regex.compile(r"\b(?:them|it|these|those|ribbon)\b")
_PRONOUNS: Final = frozenset({"full", "surname", "pronoun", "role"})
_FAR: Final = 400
_RECENT: Final = 45
_LONGEST: Final = 240

Deed = tuple[str, Actors, tuple[int, int], bool]
"""The class of the verb, who does it, where it is told to what, and whether that stands before the verb."""


def deeds_in(doc: "Document", i: int) -> Iterator[Part]:
    """The parts in deeds that the sentence of that number tells."""
    sentence, text = doc.sentences[i], doc.shadow
    if sentence.end - sentence.start > LONGEST_SENTENCE or GATE.search(text, sentence.start, sentence.end) is None:
        return
    past = _past(doc, sentence)
    for verb in VERB.finditer(text, sentence.start, sentence.end):
        deed = next(name for name in VERBS if verb[name])
        if past and deed != "appoint":
            continue
        told = _follows(doc, sentence, verb) if deed == "follow" else _told(doc, sentence, verb, deed)
        if told is not None:
            yield from _part(doc, i, verb, told)


def _told(doc: "Document", sentence: Sentence, verb: "regex.Match[str]", deed: str) -> Deed | None:
    """Who does it, and to what."""
    text = doc.shadow
    by = (BY if not verb.group().startswith(("came", "comes")) else FROM).match(text, verb.end(), sentence.end)
    if by is not None and OTHER_VERB.search(text, verb.end(), by.end()) is None:
        if by.re is FROM and _MONEY.search(text, sentence.start, verb.start()) is None:
            return None  # what is no money comes from who made it, or from a town
        found = actors_behind(doc, by.end(), sentence.end)
        return _fitting(deed, found, clause_before(text, sentence, verb.start()), behind=True)
    if AUX.search(text, max(sentence.start, verb.start() - 40), verb.start()) is not None:
        return None
    found = actors_before(doc, sentence.start, verb.start())
    if found is None:
        return None
    that = _THAT.search(text, max(sentence.start, found.start - 40), found.start)
    if that is not None:
        low, high = clause_before(text, sentence, that.start())
        own = [m.start() for m in _ARTICLE.finditer(text, low, high)]
        return _fitting(deed, found, (own[-1] if own else low, high), behind=True)
    behind = object_behind(text, sentence, verb.end())
    thing = (verb.start(), behind[1] if "ribbon" in verb.group() else verb.end())
    thing = thing if _THEM.search(verb.group()) else behind
    return _fitting(deed, found, thing, behind=False)


def _fitting(deed: str, found: Actors | None, thing: tuple[int, int], *, behind: bool) -> Deed | None:
    """A deed of people or of bodies, as the verb asks: money is given by bodies, a course by people."""
    if found is None:
        return None
    if deed in PEOPLE_ONLY and not found.people:
        given = as_person(found) if deed in {"write", "teach"} else None
        if given is None and deed != "teach":
            return None
        return ("teach" if given else "fund", given or found, thing, behind) if deed == "teach" else (
            deed, given or found, thing, behind
        )  # fmt: skip
    return None if deed in BODIES_ONLY and found.people else (deed, found, thing, behind)


def _follows(doc: "Document", sentence: Sentence, verb: "regex.Match[str]") -> Deed | None:
    """'He succeeds X': the part is that of X, whom somebody follows."""
    before = between(doc.persons, max(sentence.start, verb.start() - 120), verb.start())
    found = actors_behind(doc, verb.end() + 1, sentence.end)
    if not before or found is None or not found.people or len(found.names) > 1:
        return None
    one = before[-1]
    if one.form not in _PRONOUNS or AUX.search(doc.shadow, max(sentence.start, verb.start() - 40), verb.start()):
        return None
    return "follow", Actors(found.names, one.start, found.end), (one.start, one.end), True


def _part(doc: "Document", i: int, verb: "regex.Match[str]", told: Deed) -> Iterator[Part]:
    deed, found, thing, passive = told
    sentence, text = doc.sentences[i], doc.shadow
    start, end = min(found.start, verb.start()), max(found.end, verb.end())
    low = max(sentence.start, start - 30)
    if end - start > _LONGEST or NOT.search(text, low, end) is not None:
        return
    if deed not in LASTING and TO_COME.search(text, low, end) is not None:
        return
    if deed in {"chair", "lead"} and any(sentence.start - _FAR < m.end and m.start < sentence.end for m in doc.events):
        return  # event_chair tells of it
    things = _things(doc, i, deed, thing, last=passive)
    if not things and deed == "lead":
        deed, things = _of_work(things_of(doc, i, thing))
    if deed == "open" and not passive and any(OCCASION.fullmatch(w) for w in things.values()):
        deed = "attend"  # each of several speakers opens it
    if deed == "attend" and not any(OCCASION.fullmatch(w) for w in things.values()):
        return
    if not things:
        return
    days = tuple(sorted({d.interval.edtf for d in between(doc.dates, sentence.start, sentence.end)}))
    named = [p.person for p in between(doc.persons, sentence.start, sentence.end)]
    named += [e.entity for e in between(doc.entities, sentence.start, sentence.end) if e.type in {"org", "country"}]
    beside = sorted(set(named) - set(found.names))
    before = (BEFORE,) if told_before(doc, thing, things) else ()
    yield Part(start, end, f"{DEED}{deed}", found.names, *both(things), " ".join(beside) or None, before, days)


def _of_work(things: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Who leads a course teaches; a project has its head."""
    for deed, nouns in (("teach", COURSE), ("head", PROJECT)):
        if any(nouns.fullmatch(w) for w in things.values()):
            return deed, {s: w for s, w in things.items() if nouns.fullmatch(w)}
    return "lead", {}


def _things(doc: "Document", i: int, deed: str, thing: tuple[int, int], *, last: bool) -> dict[str, str]:
    if deed in OF_A_PERSON:
        return whom(doc, thing, last=last)
    if deed == "lead":
        return sides_of(doc, i, thing)
    return spoken_for(doc, thing) if deed == "represent" else things_of(doc, i, thing)


def _past(doc: "Document", sentence: Sentence) -> bool:
    """The sentence is of a day well before the report."""
    told = doc.source.published
    if told is None or told.start is None:
        return False
    limit = near_day(told.start, -_RECENT)
    return any(
        d.interval.end is not None and d.interval.end < limit for d in between(doc.dates, sentence.start, sentence.end)
    )
