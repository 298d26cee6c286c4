"""Sentences to chairing phrases: who chairs, hosts or heads a delegation to which event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._happenings.background import looks_back
from eucacheck.kinds._happenings.sides import LED, Side, side_led, side_spoken_for
from eucacheck.kinds.event_chair.forms import role_of, shared, told_in_forms
from eucacheck.kinds.event_chair.people import listed_after, subject_before, subjects
from eucacheck.kinds.event_chair.side_told import told_for_a_side
from eucacheck.records import PersonMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import LocalEvent

_PASSIVE = regex.compile(
    r"\b(?P<co>co-?)?(?P<verb>chaired|presided\s+over|hosted|headed|led|moderated)(?:,\s[^.;,\n]{3,90},)?\s+(?P<joint>jointly\s+)?by\b"
    r"|\bunder\s+the\s+(?P<co>co-)?(?P<verb>chairmanship|chair|presidency)\s+of\b"
    r"|\bin\s+the\s+(?P<verb>chair)\s+(?:was|is|were|sat)\b",
    regex.I,
)
_ACTIVE = regex.compile(
    r"\b(?P<co>co-?)?(?P<verb>chair(?:ed|s)?|presid(?:ed?|es)\s+over|host(?:ed|s)?|moderat(?:ed?|es)|head(?:ed|s)?|le(?:d|ads?))"
    r"(?=\s+(?:(?:in|at|on)\s+[^.;,\n]{2,40}?\s+)?(?:the|a|an|this|its|their|[A-Z\d]))(?:(?<=\bat\sthe\shead)|(?!\s+of\b))",
    regex.I,
)
_OBJECT = regex.compile(
    r"(?:\s+(?:in|on|at)\s+(?-i:[\p{Lu}\d][\w-]{0,20})(?:\s+(?-i:[\p{Lu}\d][\w-]{0,14})){0,3}){0,2}\s+(?:(?!(?:at|in|who|which|for|to|with)\b)[\w'-]{1,20}\s+){0,4}"
)
"""What may stand between the verb and the event: "the opening of the", not "the board of a company, at"."""
_DELEGATION = regex.compile(rf"\s+(?:(?!(?:at|in|for|with|and)\b)[\w'-]{{1,20}}\s+){{0,4}}{LED}\b", regex.I)
_WITH = regex.compile(
    r"[^.;:\n]{0,60}?(?:,)?\s(?P<joint>together\s|jointly\s|along\s|side\s+by\s+side\s|on\s+an\s+equal\s+footing\s)?with\b"
    r"|[^.;:\n]{0,60}?(?:,)?\s(?P<joint>alongside)\b",
    regex.I,
)
_DELEGATION_BEFORE = regex.compile(rf"\b{LED}\b", regex.I)
_NOUN = regex.compile(
    r"\b(?:was|is|were|as|acted\s+as|served\s+as)\s+(?:the\s+)?(?P<verb>(?:co-?)?(?:chair(?:man|woman|person)?|host))\b"
    r"|\bwas\s+in\s+the\s+(?P<verb>chair)\b"
    r"|(?<=[\w\)]\s)the\s+(?P<verb>host)\b(?!\s+(?:country|nation|state|city|town|side|government|university|of)\b)"
    r"|\b(?P<verb>presided|took\s+the\s+chair)(?=\s*[.,;])",
    regex.I,
)
_BARE = regex.compile(r"\b(?P<co>co-?)?(?P<verb>chaired)\s*[.,;]", regex.I)
_HEAD_OF = regex.compile(
    r"\b(?:(?:heading|leading)\s+(?:the|a)|at the head of (?:the|a)) (?:[\w-]{1,20}\s+){0,3}(?:delegation|team|side)"
    r"(?:\s+(?:of|from)\s+(?:[\w'-]{1,20}\s?){1,5}?)?\s+(?:was|is|stood|sat|came|will\s+be|is\s+to\s+be)\b"
    r"|\bdelegation under\b",
    regex.I,
)
_PART = regex.compile(
    r"\b(?:panel|workshop|side event|working group|round ?table|breakout|committee|exhibition|concert|reception|dinner|"
    r"lunch|debate|discussion)s?\b(?![^.;]{0,60}\b(?:forum|summit|conference|council|dialogue)\s*$)[^.;]{0,60}$",
    regex.I,
)
"""What is a part of an event has a chair of its own."""
FAR = 400
"""Characters to the event spoken of last, where the sentence names none."""


@dataclass(frozen=True, slots=True)
class Chairing:
    """One phrase: its words, the role that it gives, to whom, and at which event, None for talks without a name."""

    start: int
    end: int
    role: str
    persons: Sequence[PersonMention]
    event: "LocalEvent | None"
    side: Side | None = None
    instead: bool = False

    def planned(self, shadow: str) -> bool:
        """Tell whether the words before the verb speak of what is to come: "is expected to", "will"."""
        lead = _TO_COME.search(shadow, max(0, self.start - 40), self.start) is not None
        return lead or _WILL_BE.search(shadow, self.start, self.end) is not None


_WILL_BE = regex.compile(r"\b(?:will|would|is\s+to|are\s+to)\s+be\b", regex.I)
_INSTEAD = regex.compile(
    r"\b(?:in\s+the\s+absence\s+of|in\s+place\s+of|instead\s+of|in\s+(?:his|her)\s+(?:place|stead)|(?:standing|stood|filled)\s+in\s+"
    r"for|deputi[sz](?:ed|ing)\s+for)\b",
    regex.I,
)
"""Words that make somebody the one who took a place that another would have had."""
_TO_COME = regex.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were)\s+(?:(?:expected|due|set|scheduled|slated|planned)\s+)?to)(?:\s+be)?\s+$",
    regex.I,
)


def find_chairings(doc: "Document") -> Iterator[Chairing]:
    """Each chairing phrase with its persons and one event."""
    for sentence in doc.sentences:
        persons = [p for p in doc.persons if sentence.start <= p.start and p.end <= sentence.end]
        if persons:
            found = (
                *_said_passively(doc, sentence, persons),
                *_said_actively(doc, sentence, persons),
                *_said_with_noun(doc, sentence, persons),
                *_said_in_forms(doc, sentence, persons),
                *_said_of_a_side(doc, sentence, persons),
            )
            yield from (c for c in found if c.event is None or not looks_back(doc, sentence, c.event))


def _said_passively(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Chairing]:
    """'chaired by X and Y', 'at the head of the delegation was X'."""
    for match in _PASSIVE.finditer(doc.shadow, sentence.start, sentence.end):
        if _of_a_part(doc, sentence, match.start()):
            continue
        before = doc.shadow[max(sentence.start, match.start() - 30) : match.start()]
        role = _role(match["verb"], match["co"] or (match["joint"] and "co-"))
        role = "head-of-delegation" if _DELEGATION_BEFORE.search(before) else role
        yield from _chairing(doc, sentence, match.span(), role, listed_after(persons, match.end(), doc))
    for match in _HEAD_OF.finditer(doc.shadow, sentence.start, sentence.end):
        chosen = listed_after(persons, match.end(), doc)[:1]
        yield from _chairing(doc, sentence, match.span(), "head-of-delegation", chosen)


def _of_a_part(doc: "Document", sentence: Sentence, verb: int) -> bool:
    """'A panel on textiles was chaired by X': no event of its own, and not the event spoken of last."""
    part = _PART.search(doc.shadow, sentence.start, verb)
    return part is not None and not any(m.end > part.start() and m.start < verb for m in doc.events)


def _said_actively(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Chairing]:
    """'X chaired the meeting', 'X led the delegation': what is chaired is an event, what is led is a delegation."""
    for match in _ACTIVE.finditer(doc.shadow, sentence.start, sentence.end):
        person = subject_before(persons, match.start(), doc)
        if person is None:
            continue
        if _DELEGATION.match(doc.shadow, match.end(), sentence.end):
            yield from _chairing(doc, sentence, match.span(), "head-of-delegation", [person])
            continue
        role = _role(match["verb"], match["co"])
        event = _object(doc, sentence, match.end())
        if event is not None and role != "head-of-delegation":
            who = subjects(doc, sentence, match.start())
            who = who if person in who else [person]
            who = [*who, *_beside(doc, sentence, match, persons)]
            side = side_spoken_for(doc, sentence, match.end()) if len(who) == 1 else None
            yield Chairing(*match.span(), shared(role, who), who, event, side)


def _beside(
    doc: "Document", sentence: Sentence, verb: regex.Match[str], persons: Sequence[PersonMention]
) -> list[PersonMention]:
    """'X co-chaired the session with Y': with whom the chair was shared; who chairs a meeting with Y meets him."""
    event = next((m for m in doc.events if verb.end() <= m.start and m.end <= sentence.end), None)
    beside = _WITH.match(doc.shadow, event.end, sentence.end) if event is not None else None
    if beside is None or not (verb["co"] or beside["joint"]):
        return []
    return list(listed_after(persons, beside.end(), doc))


def _said_with_noun(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Chairing]:
    """'X was the chair', 'X, the host', 'the meeting that X co-chaired.'."""
    for pattern in (_BARE, _NOUN):
        for match in pattern.finditer(doc.shadow, sentence.start, sentence.end):
            person = subject_before(persons, match.start(), doc)
            if person is not None:
                role = _role(match["verb"], match.groupdict().get("co"))
                yield from _chairing(doc, sentence, match.span(), role, [person])


def _said_in_forms(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Chairing]:
    """'Its co-chairs were X and Y', 'X shared the chair with Y', 'X opened it together with Y'."""
    for start, end, role, who in told_in_forms(doc, sentence, persons):
        yield from _chairing(doc, sentence, (start, end), role, who)


def _said_of_a_side(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Chairing]:
    """'X presided on the Uzbek side', 'Across the table sat Y': no delegation is named, but who is led is told."""
    for start, end, person, side in told_for_a_side(doc, sentence, persons):
        event = _event_near(doc, sentence, start)
        yield Chairing(start, end, "head-of-delegation", [person], event, side)


def _chairing(
    doc: "Document", sentence: Sentence, span: tuple[int, int], role: str, persons: Sequence[PersonMention]
) -> Iterator[Chairing]:
    event = _event_near(doc, sentence, span[0]) if persons else None
    heads = role == "head-of-delegation" and len(persons) == 1
    if event is None and heads and (side := side_led(doc, sentence, span, persons[0])) is not None:
        yield Chairing(*span, role, persons, None, side)
    if event is not None:
        side = side_spoken_for(doc, sentence, span[1]) if not heads and len(persons) == 1 else None
        side = side_led(doc, sentence, span, persons[0]) if heads else side
        instead = _INSTEAD.search(doc.shadow, sentence.start, min(sentence.end, span[1] + 250)) is not None
        yield Chairing(*span, shared(role, persons), persons, event, side, instead)


def _role(verb: str, co: str | None) -> str:
    return "head-of-delegation" if verb.casefold().startswith(("head", "le")) else role_of(f"{co or ''}{verb}")


def _object(doc: "Document", sentence: Sentence, verb_end: int) -> "LocalEvent | None":
    """The event that the verb is about: it begins within a few words behind the verb."""
    gap = _OBJECT.match(doc.shadow, verb_end, sentence.end)
    reach = gap.end() if gap is not None else verb_end + 1
    behind = [m for m in doc.events if verb_end <= m.start <= reach and m.end <= sentence.end]
    return doc.local_events[behind[0].local] if behind else None


def _event_near(doc: "Document", sentence: Sentence, at: int) -> "LocalEvent | None":
    """The event of the sentence nearest to the phrase, else the one spoken of last not far before."""
    inside = [m for m in doc.events if sentence.start <= m.start and m.end <= sentence.end]
    if inside:
        nearest = min(inside, key=lambda m: (abs(m.start - at), m.start))
        return doc.local_events[nearest.local]
    before = [m for m in doc.events if m.end <= sentence.start and sentence.start - m.end < FAR]
    if not before:
        return _event_behind(doc, sentence)
    event = doc.local_events[before[-1].local]
    return event if event.status != "planned" or event.article == 0 else None


def _event_behind(doc: "Document", sentence: Sentence) -> "LocalEvent | None":
    """At the head of an article, before any event: the first one shortly behind."""
    if any(m.end <= sentence.start and doc.own_article(m.start) for m in doc.events):
        return None
    behind = [m for m in doc.events if 0 <= m.start - sentence.end < FAR // 2]
    event = doc.local_events[behind[0].local] if behind else None
    return event if event is not None and event.status != "planned" else None
