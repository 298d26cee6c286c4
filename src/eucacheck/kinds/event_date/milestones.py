"""Steps in the life of a thing or an office, with their day: "was launched on 1 December", "takes office on July 1".

A step is no event of a series: it is identified by what was launched, adopted, founded ... and by the verb. Steps of
agreements are judged by their own kind; here they are only read.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._happenings.steps import Milestone
from eucacheck.kinds.event_date.credentials import find_presentations
from eucacheck.kinds.event_date.mandates import find_terms
from eucacheck.kinds.event_date.packages import find_packages
from eucacheck.kinds.event_date.standings import find_standings
from eucacheck.records import DateMention, EntityMention, PersonMention, Sentence
from eucacheck.spans import between, in_order, next_behind

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_VERBS = {
    "launch": "launched|launches|launch",
    "adoption": "adopted|adopts|agreed",
    "founding": "founded|established|created|set up",
    "opening": "opened|inaugurated",
    "approval": "approved|endorsed",
    "presentation": "unveiled|presented",
    "appointment": "appointed|named|elected|nominated|chose|chosen|picked",
    "publication": "published|released",
}
_STEP = "|".join(f"(?P<{name}>{verbs})" for name, verbs in _VERBS.items())
_PASSIVE = regex.compile(
    rf"\b(?:was|were|is|been|be)\s+(?:(?:\w{{3,12}}ly|first|officially)\s+)?(?:{_STEP})\b", regex.I
)
_ACTIVE = regex.compile(
    rf"\b(?:had\s+|has\s+|have\s+)?(?:{_STEP})\s+(?=(?:the|a|an|its|their|her|him)\b|[A-Z“\"])", regex.I
)
_WHICH = regex.compile(
    rf"(?:\s+(?:against|on|for|with)\s+[^,.;\n]{{2,40}}?(?=,))?,?\s+(?P<words>(?:which|that)\s+(?:the\s+)?[^,.;]{{2,60}}?\s+(?:had\s+|has\s+|have\s+)?(?:{_STEP})"
    rf"|(?<=,\s)(?:{_STEP})|(?P<followed>followed|came))\b",
    regex.I,
)
_TO_DATE = regex.compile(
    r"(?:\s+(?:by|in|at|against|for)\s+[^.;,\n]{1,40}?)?,?\s*(?:\b(?:on|in|from|until|as of|by)\s+)?(?:the\s+)?",
    regex.I,
)
_COURSE = regex.compile(
    r"\b(?:(?P<start>(?:(?:is|are|was|were)\s+(?:(?:due|expected|set|scheduled|planned)\s+)?to|will|would)\s+(?:begin|start|open|start\s+work)"
    r"|began|begun|started|starts|begins|(?:came|comes|come)\s+into\s+(?:effect|operation|service))"
    r"|(?P<end>(?:(?:is|are|was|were)\s+(?:(?:due|expected|set|scheduled|planned)\s+)?to|will|would)\s+"
    r"(?:end|expire|be\s+(?:completed|finished|ready|closed))|expires?|expired|(?:was|were)\s+(?:completed|finished))"
    r"|(?P<change>(?:was|were)\s+(?:added|admitted|extended|lifted|introduced|suspended|renewed|removed)))\b",
    regex.I,
)
_RIGHT_BEFORE = regex.compile(r"\s+(?:has\s+|have\s+|had\s+)?")
"""'The Council today appointed P', 'on Monday adopted the Strategy'."""
_SINCE = regex.compile(r"\b[Ss]ince\s+(?:the\s+)?$")
_THAT = regex.compile(r"\b(?:It|it)\s+was\s+(?:on|in)\s+$")
_DONE_TO = regex.compile(r"\b(?:was|were|been|be|is)\s+(?:\w+ly\s+)?$")
"""Before a verb: it is a passive."""
_HEADS_CLAUSE = regex.compile(r"(?:^|[,;:]\s*|\bthat\s+|\bfact\s+)(?:on|in)?\s*$", regex.I)
_THING = {"org", "programme", "agreement", "route"}
NEAR = 70
"""Characters between a thing and its verb; further off another subject is likely."""


def find_milestones(doc: "Document") -> Iterator[Milestone]:
    """Each step with one date and one thing or person whose step it is."""
    of_events = {(d.start, d.end) for m in doc.events for d in m.dates}
    things = _things(doc)
    for sentence in doc.sentences:
        inside = between(doc.dates, sentence.start, sentence.end)
        dates = [d for d in inside if (d.start, d.end) not in of_events]
        if not dates:
            continue
        yield from _passive(doc, sentence, dates, things)
        yield from _active(doc, sentence, dates, things)
        yield from _relative(doc, sentence, dates, things)
        terms, standings = list(find_terms(doc, sentence, dates)), list(find_standings(doc, sentence, dates))
        yield from (*terms, *standings, *find_presentations(doc, sentence, dates))
        ended = [t.end for t in terms]
        told = [t.date for t in (*standings, *terms)]
        yield from (
            c
            for c in _courses(doc, sentence, dates, things)
            if c.date not in told and (c.step == "since" or c.end not in ended)
        )


def _courses(
    doc: "Document", sentence: Sentence, dates: Sequence[DateMention], things: Sequence[EntityMention]
) -> Iterator[Milestone]:
    """'is due to start in March', 'are to be finished by December', 'since April 2021': beginnings and ends."""
    for match in _COURSE.finditer(doc.shadow, sentence.start, sentence.end):
        date = next_behind(dates, match.end(), doc.shadow, _TO_DATE)
        if date is not None:
            step = next(name for name in ("start", "end", "change") if match[name])
            of = _before(doc, things, sentence, match.start()) or f"unnamed:{doc.source.id}"
            yield Milestone(match.start(), date.end, step, of, date)
    for date in dates:
        since = _SINCE.search(doc.shadow, max(sentence.start, date.start - 12), date.start)
        if since is not None and date.interval.start is not None:
            yield Milestone(since.start(), date.end, "since", _all_named(doc, sentence), date)


def _all_named(doc: "Document", sentence: Sentence) -> str:
    """What a sentence says to be so since a day: all that it names, so that only sentences on the same things meet."""
    named = sorted({e.entity for e in doc.entities if sentence.start <= e.start and e.end <= sentence.end})
    return (
        "+".join(named)
        if any(n.startswith(("programme:", "agreement:", "route:")) for n in named)
        else f"unnamed:{doc.source.id}"
    )


def _things(doc: "Document") -> list[EntityMention]:
    """What can have steps in its life, in the order of the text."""
    packages = list(find_packages(doc))
    named = [e for e in doc.entities if e.type in _THING]
    return in_order([*packages, *(e for e in named if not any(p.start < e.end and e.start < p.end for p in packages))])


def _passive(
    doc: "Document", sentence: Sentence, dates: Sequence[DateMention], things: Sequence[EntityMention]
) -> Iterator[Milestone]:
    for match in _PASSIVE.finditer(doc.shadow, sentence.start, sentence.end):
        date = next_behind(dates, match.end(), doc.shadow, _TO_DATE)
        step = _step_of(match)
        if date is None:
            continue
        people = step == "appointment"
        subject = _before(doc, doc.persons if people else things, sentence, match.start())
        if subject is not None:
            yield Milestone(match.start(), date.end, _of_package(step, subject), subject, date)


def _active(
    doc: "Document", sentence: Sentence, dates: Sequence[DateMention], things: Sequence[EntityMention]
) -> Iterator[Milestone]:
    """'adopted the Strategy on 17 June', 'on 15 May the Commission had adopted a Joint Communication'."""
    for match in _ACTIVE.finditer(doc.shadow, sentence.start, sentence.end):
        if _DONE_TO.search(doc.shadow[max(sentence.start, match.start() - 20) : match.start()]):
            continue
        step = _step_of(match)
        found = _after(doc.persons if step == "appointment" else things, match.end(), sentence.end)
        if found is None:
            continue
        date = next_behind(dates, found.end, doc.shadow, _TO_DATE) or _date_in_front(
            doc, sentence, match.start(), dates
        )
        if date is not None:
            of = found.person if isinstance(found, PersonMention) else found.entity
            start, end = (match.start(), date.end) if date.start > match.start() else (date.start, found.end)
            yield Milestone(start, end, _of_package(step, of), of, date)


def _of_package(step: str, of: str) -> str:
    """A package is in force once it is approved: sources call the one the other."""
    return "adoption" if step == "approval" and of.startswith("package:") else step


def _step_of(match: regex.Match[str]) -> str:
    return next(name for name in _VERBS if match[name])


def _date_in_front(doc: "Document", sentence: Sentence, verb: int, dates: Sequence[DateMention]) -> DateMention | None:
    """The one date before the verb, at the head of its clause."""
    before = [d for d in dates if d.end <= verb]
    if len(before) != 1 or verb - before[0].end > NEAR:
        return None
    lead = doc.shadow[sentence.start : before[0].start]
    if _RIGHT_BEFORE.fullmatch(doc.shadow, before[0].end, verb) is not None:
        return before[0]
    return before[0] if _HEADS_CLAUSE.search(lead) or _THAT.search(lead) else None


def _relative(
    doc: "Document", sentence: Sentence, dates: Sequence[DateMention], things: Sequence[EntityMention]
) -> Iterator[Milestone]:
    """'the Strategy, which the Council adopted on 17 June', 'the 17th package, adopted on', 'the 17th followed on'."""
    for thing in between(things, sentence.start, sentence.end):
        match = _WHICH.match(doc.shadow, thing.end, sentence.end)
        if match is None or (date := next_behind(dates, match.end(), doc.shadow, _TO_DATE)) is None:
            continue
        if match["followed"] and thing.type != "package":
            continue
        step = "adoption" if match["followed"] else _of_package(_step_of(match), thing.entity)
        yield Milestone(match.start("words"), date.end, step, thing.entity, date)


def _before(
    doc: "Document", things: Sequence[EntityMention | PersonMention], sentence: Sentence, verb: int
) -> str | None:
    """What stands last before the verb, but for a body that only qualifies what follows it ("the new EU strategy")."""
    for thing in reversed(between(things, max(sentence.start, verb - NEAR), verb)):
        if isinstance(thing, PersonMention):
            return thing.person
        if thing.type != "org" or not _QUALIFIES.match(doc.shadow, thing.end, verb):
            return thing.entity
    return None


_QUALIFIES = regex.compile(
    r"(?:'s)?\s+(?!(?:in|of|for|at|on|and|or|that|which|who|by|to|with|from|under|also|again|first|then)\b)[a-z]"
)


def _after(things: Sequence[EntityMention | PersonMention], at: int, end: int) -> EntityMention | PersonMention | None:
    """The thing that the verb is about: the first that begins within a few words."""
    found = [t for t in between(things, at, end) if t.start <= at + 30 and getattr(t, "type", "") != "org"]
    return found[0] if found else None
