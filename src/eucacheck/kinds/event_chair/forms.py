"""A sentence to chairs told without "chaired by": "its co-chairs were", "shared the chair with", "opened it".

What is chaired is often named by the sentence before. So each form says whether its words name the event themselves
("the forum was opened by"), point back to it ("chaired the proceedings", "opened it"), or speak of nothing else ("in
the chair"). What is opened must be an event: an exhibition or a school has an opening too.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds.event_chair.people import doers, listed_after, subjects
from eucacheck.records import PersonMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Formed = tuple[int, int, str, Sequence[PersonMention]]
"""The words (start, end), the role, and who has it."""

_IS: Final = r"(?:was|were|is|are|will\s+be|would\s+be|(?:is|are|was|were)\s+to\s+be)(?:\s+(?:again|both|also))?"
_CHAIRS: Final = r"(?:chairs?|chair(?:man|men|woman|women|person|persons|people)|hosts?|moderators?)"
_GATHERING: Final = (
    r"(?:meeting|session|sitting|event|gathering|talks|conference|forum|summit|round|dialogue|council|committee|proceedings"
    r"|negotiations|consultations|deliberations|discussions?(?=\s*[,.;]))"
)
_THE_GATHERING: Final = (
    rf"(?:the|this|these|its|their)\s+(?:(?!of\b|in\b|and\b)[\w'-]{{2,20}}\s+){{0,2}}?{_GATHERING}\b"
)
_NOUN_FIRST: Final = regex.compile(
    rf"\b(?:its|the|their|both|two|(?P<his>his|her)|(?:meeting|session|forum|conference|summit|council|committee)'s)\s+(?:(?:two|joint)\s+)?(?P<role>co-?{_CHAIRS}|{_CHAIRS})"
    rf"(?:\s+(?:of|at)\s+{_THE_GATHERING})?(?:\s+{_IS}\s+(?!in\b|at\b)|(?P<apposed>\s*[,:]\s+|\s-\s))"
    rf"|\b(?P<role>co-?{_CHAIRS}|{_CHAIRS})(?:\s+of\s+{_THE_GATHERING})?:\s+",
    regex.I,
)
_IN_CHAIR: Final = regex.compile(
    r"\b(?:was|were|sat|is|are|will\s+be)\s+(?:(?:both|jointly|together)\s+)?in\s+the\s+chair\b"
    r"|\b(?:were|acted\s+as|served\s+as|are|will\s+be)\s+(?:the\s+|its\s+|her\s+|his\s+)?co-?chairs\b"
    r"|\b(?P<with>shared?|shares|sharing|split)\s+the\s+(?:chair(?:manship)?|presidency|gavel)\b"
    r"|\b(?:jointly\s+)?(?:held|took|occupied|had)\s+the\s+(?:chair|gavel)\b"
    r"|\b(?:co-)?chaired(?:\s+jointly)?(?=\s+(?:together|jointly|along)\s+with\b)",
    regex.I,
)
_WITH: Final = regex.compile(r"(?:\s+(?:in|on)\s+[^.;,\n]{2,30})?\s+(?:(?:together|jointly|along)\s+)?with\s+", regex.I)
_WITH_IN_CHAIR: Final = regex.compile(
    r"(?:\s*,[^.;,\n]{3,90},)?\s+(?:in\s+the\s+chair|as\s+(?:its|the|their|a)?\s*(?P<role>co-?chairs?|chair(?:man|woman)?|hosts?|moderators?))\b",
    regex.I,
)
_AFTER_WITH: Final = regex.compile(r"\bwith\s+(?:the\s+)?(?:[\p{L}'.-]{1,20}\s+){0,9}$", regex.I)
_CHAIR_TAKEN: Final = regex.compile(
    r"\bthe\s+(?P<role>chair(?:manship)?|presidency|gavel)\s+(?:was|is|were|will\s+be|had\s+been)\s+(?:(?:jointly|again|also)\s+)?"
    r"(?P<how>shared|taken|held|occupied|wielded)\s+(?:jointly\s+)?by\b"
    r"|\b(?P<role>hosts?),?\s+(?:(?:was|were)\s+)?represented\s+by\b",
    regex.I,
)
_PRESIDING: Final = regex.compile(
    r"\W{0,3}(?P<role>(?:co-)?(?:presiding|chairing|moderating))\s+(?:[^.;,\n]{3,60}?\s)?(?:was|were|is)\s+", regex.I
)
_LED_IN: Final = regex.compile(
    rf"\W{{0,3}}(?P<role>(?:co-)?(?:chairing|presiding\s+over|hosting|opening|moderating))\s+(?:{_THE_GATHERING}|(?:the\s+)?\x01+)"
    r"[^.;,\n]{0,40},\s+",
    regex.I,
)
_OBJECT_BACK: Final = regex.compile(
    r"\b(?P<role>(?:co-)?(?:chair(?:ed|s)?|moderate[sd]?|host(?:ed|s)?)|presid(?:ed?|es)\s+over|open(?:ed|s)?|inaugurate[sd]?)\s+"
    rf"(?:(?P<it>it)\b|{_THE_GATHERING})(?!\s+(?:of|for)\s+(?-i:[a-z]))",
    regex.I,
)
_OPENED_EVENT: Final = regex.compile(
    r"\b(?P<role>open(?:ed|s)?|inaugurate[sd]?)\s+(?:(?:the|this|its)\s+(?:[\w'-]{1,20}\s+){0,3}?)?(?=\x01)", regex.I
)
_OPENED_BY: Final = regex.compile(
    r"(?:(?P<name>\x01)|\b(?:It|The\s+(?:[\w'-]{2,20}\s+){0,2}?(?-i:" + _GATHERING + r")))"
    r"(?:\s+(?:in|at|on)\s[^.;,\n]{2,40}?)?(?:,\s*[^.;,\n]{1,90}(?:,\s+|(?=\swas\s)))?,?\s*(?:(?:which|that|and)\s+)?"
    r"(?:(?:was|were|is|will\s+be|had\s+been)\s+)?(?:(?:jointly|formally|officially|solemnly)\s+)?"
    r"(?P<role>opened|inaugurated)\s+(?:(?:on|in|at)\s[^.;,\n]{2,30}?\s)?(?:jointly\s+)?by\b",
    regex.I,
)
_BY_VIDEO: Final = regex.compile(r"\b(?:video\w*|virtually|online|remotely)\b", regex.I)
_LONG: Final = 2
"""Persons from whom on a chair is shared."""


def told_in_forms(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Formed]:
    """Give each phrase that tells a chair in another form, with its persons."""
    text = masked(doc, sentence)
    yield from _named(doc, sentence, persons, text)
    yield from _in_the_chair(doc, sentence, persons)
    yield from _of_what_was_named(doc, sentence, persons, text)


def role_of(words: str) -> str:
    """The role that a verb or noun of chairing gives."""
    low = words.casefold()
    for stem, role in _ROLES:
        if stem in low:
            return role
    return "co-chair" if low.startswith("co") else "chair"


_ROLES: Final = (("host", "host"), ("moderat", "moderator"), ("open", "opener"), ("inaugurat", "opener"))


def shared(role: str, persons: Sequence[PersonMention]) -> str:
    """The role of several persons: who chair one meeting are its co-chairs."""
    return "co-chair" if role == "chair" and len(persons) >= _LONG else role


def _named(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention], text: str) -> Iterator[Formed]:
    """'Its co-chairs were A and B', 'the chair was taken by A', 'Chairing the meeting, A said'."""
    for match in _NOUN_FIRST.finditer(doc.shadow, sentence.start, sentence.end):
        role = role_of(match["role"])
        single = role == "chair" and not match["role"].casefold().endswith(("s", "men", "people"))
        if match["apposed"] and (single or (role == "host" and not match["his"])):
            continue  # 'the chairman, A': of whatever body
        its = match.group()[:3].casefold() == "its"
        if (
            single
            and (its or match["role"].casefold() != "chair")
            and not _spoken_of(doc, sentence, match.start(), near=its)
        ):
            continue
        who = listed_after(persons, match.end(), doc)
        yield from _told(match.span(), role, who if not single else who[:1])
    for match in _CHAIR_TAKEN.finditer(doc.shadow, sentence.start, sentence.end):
        yield from _told(match.span(), role_of(match["role"]), listed_after(persons, match.end(), doc))
    presiding = _PRESIDING.match(doc.shadow, sentence.start, sentence.end)
    if presiding is not None:
        who = listed_after(persons, presiding.end(), doc)
        yield from _told(presiding.span("role"), role_of(presiding["role"]), who)
    led_in = _LED_IN.match(text)
    if led_in is not None:
        start = sentence.start + led_in.start("role")
        end = sentence.start + led_in.end()
        yield from _told((start, end), role_of(led_in["role"]), listed_after(persons, end, doc)[:1])


def _in_the_chair(doc: "Document", sentence: Sentence, persons: Sequence[PersonMention]) -> Iterator[Formed]:
    """'A and B were in the chair', 'A shared the chair with B', 'with A in the chair'."""
    for match in _IN_CHAIR.finditer(doc.shadow, sentence.start, sentence.end):
        who = subjects(doc, sentence, match.start())
        beside = _WITH.match(doc.shadow, match.end(), sentence.end)
        if who and beside is not None:
            others = listed_after(persons, beside.end(), doc)
            yield from _told((match.start(), beside.end()), "co-chair", [*who, *others])
        elif who:
            joint = match["with"] or "co" in match.group()[:20].casefold()
            yield from _told(match.span(), "co-chair" if joint else "chair", who)
    for person in persons:
        behind = _WITH_IN_CHAIR.match(doc.shadow, person.end, sentence.end)
        lead = max(sentence.start, person.start - 120)
        if behind is not None and _AFTER_WITH.search(doc.shadow, lead, person.start):
            yield from _told((person.start, behind.end()), role_of(behind["role"] or "chair"), [person])


def _of_what_was_named(
    doc: "Document", sentence: Sentence, persons: Sequence[PersonMention], text: str
) -> Iterator[Formed]:
    """'A chaired the proceedings', 'A opened it together with B', 'the forum was opened by A'."""
    for pattern in (_OBJECT_BACK, _OPENED_EVENT):
        for match in pattern.finditer(text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            back = pattern is _OBJECT_BACK
            if back and not _spoken_of(doc, sentence, start, near=bool(match["it"])):
                continue
            who = doers(doc, sentence, persons, start)
            beside = _WITH.match(doc.shadow, end, sentence.end) if who and back else None
            others = listed_after(persons, beside.end(), doc) if beside is not None else []
            yield from _told((start, end), role_of(match["role"]), [*who, *others])
    if _BY_VIDEO.search(text) is None:
        for match in _OPENED_BY.finditer(text):
            start, end = sentence.start + match.start("role"), sentence.start + match.end()
            if match["name"] or _spoken_of(doc, sentence, start, near=True):
                yield from _told((start, end), "opener", listed_after(persons, end, doc))


def _told(span: tuple[int, int], role: str, persons: Sequence[PersonMention]) -> Iterator[Formed]:
    if persons:
        yield *span, shared(role, persons), persons


def masked(doc: "Document", sentence: Sentence) -> str:
    """The shadow of a sentence in which the name of each event is one run of a mark."""
    text = list(doc.shadow[sentence.start : sentence.end])
    for event in between(doc.events, sentence.start, sentence.end):
        text[event.start - sentence.start : event.end - sentence.start] = _MARK * (event.end - event.start)
    return "".join(text)


_MARK: Final = "\x01"
_SUBJECT: Final = 70
"""Characters at the head of a sentence in which its subject stands."""


def _spoken_of(doc: "Document", sentence: Sentence, at: int, *, near: bool) -> bool:
    """An event is spoken of before; where only "it" stands for it, as the subject of the sentence before."""
    if any(sentence.start <= e.start and e.end <= at for e in doc.events):
        return True
    index = doc.sentence_index(sentence.start)
    before = doc.sentences[index - 1] if index > 0 else None
    if before is None or before.article != sentence.article:
        return False
    reach = min(before.end, before.start + _SUBJECT) if near else before.end
    return any(before.start <= e.start < reach for e in doc.events)
