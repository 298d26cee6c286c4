"""Beginnings and ends of a person's term of office: "took up his duties on 1 March", "her mandate runs until 2027".

The term is that of the person whom the words before it name last: a pronoun or possessive right before it counts, and
where several people are named without one, nobody's term is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import regex

from eucacheck import edtf
from eucacheck.records import DateMention, PersonMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Step = Literal["office-beginning", "office-ending", "office-holding"]

_TERM = r"(?:mandate|term(?:\s+of\s+office|\s+in\s+office)?|tenure|appointment|posting|contract)"
_POST = r"(?:office|duties|functions|post|position|role|mandate|new\s+job)"
_OWN = r"(?:her|his|their|the|this|that)(?:\s+new)?"
_TAKES = regex.compile(
    r"\b(?:(?:will\s+)?(?:take|assume|enter\s+upon|begin|start)|takes|took|taken|assume[sd]|enter(?:s|ed)\s+upon|begins|began"
    rf"|starts|started)\s+(?:up\s+|on\s+)?(?:{_OWN}\s+)?{_POST}\b",
    regex.I,
)
_HOLDS = regex.compile(r"\b(?:holds?|held)\s+the\s+(?:post|office|position)\b", regex.I)
_RUNS = regex.compile(
    rf"\b{_TERM}(?:\s+(?:as|of)\s+[^.;,\n]{{3,80}}?)?,?\s+(?:which\s+)?(?:(?:was|were|has\s+been|is|will\s+be|is\s+to|is\s+due\s+to"
    r"|is\s+set\s+to)\s+)?"
    r"(?:(?P<from>(?:runs?|ran|lasts?|lasted|extends?|goes)\s+(?=from\b)|from\b)"
    r"|(?P<end>ends?|ended|expires?|expired|(?:run|runs|ran|lasts?|lasted|goes|extended|prolonged|renewed)\s+(?:until|till|to|through)"
    r"|until|runs\s+out)"
    r"|(?P<beginning>begins?|began|starts?|started|commences?|commenced))\b",
    regex.I,
)
_TO_DATE = regex.compile(
    r"(?:\s+(?:by|in|at)\s+[^.;,\n]{1,40}?)?,?\s*(?:\b(?:on|in|from|until|till|through|as\s+of|by|at\s+the\s+end\s+of)\s+)?"
    r"(?:the\s+)?",
    regex.I,
)
_TO_END = regex.compile(
    r",?\s*(?:and\s+(?:runs|lasts)\s+)?(?:to|until|till|through|and\s+ends\s+on)\s+(?:the\s+)?", regex.I
)


@dataclass(frozen=True, slots=True)
class TermEnd:
    """One end of a term of office, with its date; `start` and `end` span the words and the date."""

    start: int
    end: int
    step: Step
    person: str
    date: DateMention


def find_terms(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[TermEnd]:
    """Give the dated beginnings and ends of terms that a sentence tells; `dates` are those of the sentence."""
    for pattern, step in ((_TAKES, "office-beginning"), (_HOLDS, "office-holding")):
        for match in pattern.finditer(doc.shadow, sentence.start, sentence.end):
            date, person = _date_after(doc, match.end(), dates), _holder(doc, sentence, match.start())
            if date is not None and person is not None:
                yield TermEnd(match.start(), date.end, step, person, date)  # type: ignore[arg-type]
    for match in _RUNS.finditer(doc.shadow, sentence.start, sentence.end):
        inside = {p.person for p in doc.persons if match.start() <= p.start and p.end <= match.end()}
        person = inside.pop() if len(inside) == 1 else _holder(doc, sentence, match.start())
        if person is not None:
            yield from _limits(doc, match, person, dates)


def _limits(doc: "Document", match: "regex.Match[str]", person: str, dates: Sequence[DateMention]) -> Iterator[TermEnd]:
    first = _date_after(doc, match.end(), dates)
    if first is None:
        return
    if not match["from"]:
        step: Step = "office-ending" if match["end"] else "office-beginning"
        yield TermEnd(match.start(), first.end, step, person, first)
        return
    span = first.interval
    if span.start is not None and span.end is not None and "/" in span.edtf:
        for step, day in (("office-beginning", span.start), ("office-ending", span.end)):
            one = replace(first, interval=replace(edtf.day(day), year_stated=span.year_stated))
            yield TermEnd(match.start(), first.end, step, person, one)
        return
    yield TermEnd(match.start(), first.end, "office-beginning", person, first)
    last = next((d for d in dates if d.start >= first.end and _TO_END.fullmatch(doc.shadow, first.end, d.start)), None)
    if last is not None:
        yield TermEnd(match.start(), last.end, "office-ending", person, last)


def _date_after(doc: "Document", at: int, dates: Sequence[DateMention]) -> DateMention | None:
    return next((d for d in dates if d.start >= at and _TO_DATE.fullmatch(doc.shadow, at, d.start)), None)


_POSSESSIVE = regex.compile(r"\b(?:her|his|he|she)\b(?:\W+\w+){0,3}\W*$", regex.I)


def _holder(doc: "Document", sentence: Sentence, at: int) -> str | None:
    """Whose term it is: the pronoun's right before it, else the one person named before it in the sentence."""
    named: list[PersonMention] = [p for p in doc.persons if sentence.start <= p.start < at]
    if not named:
        return None
    last = max(named, key=lambda p: p.start)
    if last.form == "pronoun" and _POSSESSIVE.search(doc.shadow, max(sentence.start, at - 40), at):
        return last.person
    people = {p.person for p in named}
    return last.person if len(people) == 1 else None
