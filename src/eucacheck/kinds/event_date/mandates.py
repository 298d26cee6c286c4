"""Beginnings and ends of a person's term of office: "took up his duties on 1 March", "her mandate runs until 2027".

The term is that of the person whom the words before it name last: a pronoun or possessive right before it counts, and
where several people are named without one, nobody's term is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck import edtf
from eucacheck.kinds._happenings.steps import Milestone
from eucacheck.records import DateMention, PersonMention, Sentence
from eucacheck.spans import between, next_behind

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_TERM = r"(?:mandate|term(?:\s+of\s+office|\s+in\s+office)?|tenure|appointment|posting|contract)"
_POST = r"(?:office|duties|functions|post|position|role|mandate|new\s+job)"
_OWN = r"(?:her|his|their|the|this|that)(?:\s+new)?"
_TAKES = regex.compile(
    r"\b(?:(?:will\s+)?(?:take|assume|enter\s+upon|begin|start)|takes|took|taken|assume[sd]|enter(?:s|ed)\s+upon|begins|began"
    rf"|starts|started)\s+(?:up\s+|on\s+)?(?:{_OWN}\s+)?{_POST}\b",
    regex.I,
)
_HOLDS = regex.compile(
    r"\b(?:holds?|held|occupied|occupies)\s+(?:the|this|that|her|his)\s+(?:post|office|position|job)\b"
    r"|\bserved\s+in\s+(?:the|this|that)\s+(?:post|office|position|job|role|capacity)\b",
    regex.I,
)
_IN_OFFICE = regex.compile(
    rf"\b(?:in\s+(?:office|(?:the|this|that|her|his)\s+(?:new\s+)?(?:post|office|position|job|role))"
    rf"|(?:has|had)\s+(?:held|occupied)\s+(?:the|this|that|her|his)\s+(?:post|office|position|job)|(?:has|had)\s+been\s+in\s+{_POST}"
    r"|(?:has|had)\s+(?:been|served\s+as|acted\s+as)\s+(?P<office>[^.;,\n]{3,100}?))(?=\s+since\s+\w)",
    regex.I,
)
_SINCE_DATE = regex.compile(r"\s+since\s+", regex.I)
_RUNS = regex.compile(
    rf"\b{_TERM}(?:\s+(?:as|of)\s+[^.;,\n]{{3,80}}?)?,?\s+(?:which\s+)?(?:(?:was|has\s+been)\s+(?:extended|renewed|prolonged)"
    r"(?:\s+by\s+[^.;,\n]{3,40}?)?,?\s+and\s+(?:now\s+)?)?(?:(?:was|were|has\s+been|is|will(?:\s+be)?|is\s+to|is\s+due\s+to"
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
_KEEPS = regex.compile(
    r"\b(?:(?:keep|retain|stay|remain|serve|continue)s?|retained|stayed|remained|served|continued|kept)\s+(?:on\s+)?"
    rf"(?:(?:in\s+)?(?:(?:the|this|that|her|his)\s+)?{_POST}|"
    r"(?:as\s+|in\s+|the\s+)?(?P<office>[^.;,\n]{3,100}?))?(?=\s*(?:until|till)\s)",
    regex.I,
)
"""'keeps the post', 'will serve as Special Representative', before 'until'."""
_UNTIL_DATE = regex.compile(r"\s*(?:until|till)\s+(?:the\s+end\s+of\s+)?(?:the\s+)?", regex.I)
_SINCE_OFFICE = regex.compile(r"\s?[,(]?\s?(?:since|as\sof)\s(?:the\s)?", regex.I)
_FRONT_SINCE = regex.compile(r"(?:^|[,;:]\s|\band\s)(?:since|from|as\sof)\s(?:the\s)?$", regex.I)
_FRONT = regex.compile(
    r"(?:^|[,;:]\s|\b(?:and|that)\s)(?:(?:on|in|from|as\sof|at\sthe\s(?:beginning|start)\sof)\s)?(?:the\s)?$", regex.I
)
_IS = regex.compile(r"\b(?:is|has\sbeen|will\sbe|serves\sas|has\sserved\sas|acts\sas|will\sserve\sas)\s")
_HAS_BEEN = regex.compile(r"\b(?:has|had)\s(?:been|served\sas|acted\sas)\s")
_FRONTED = 60
"""Characters between a date at the head of a clause and the verb of that clause, or the office-holder's name."""
_TO_END = regex.compile(
    r",?\s*(?:and\s+(?:(?:will\s+)?(?:runs?|lasts?)\s+)?)?(?:to|until|till|through|(?:will\s+)?(?:ends?|expires?)\s+(?:on|in))\s+"
    r"(?:the\s+)?",
    regex.I,
)


def find_terms(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Milestone]:
    """Give the dated beginnings and ends of terms that a sentence tells; `dates` are those of the sentence."""
    for pattern, step in ((_TAKES, "office-beginning"), (_HOLDS, "office-holding")):
        for match in pattern.finditer(doc.shadow, sentence.start, sentence.end):
            date = next_behind(dates, match.end(), doc.shadow, _TO_DATE)
            person = _holder(doc, sentence, match.start())
            if date is None and step == "office-beginning":
                yield from _fronted(doc, sentence, match.span(), person, dates)
            if date is None or person is None:
                continue
            if step == "office-holding" and _UNTIL_DATE.fullmatch(doc.shadow, match.end(), date.start):
                yield Milestone(match.start(), date.end, "office-ending", person, date)
            elif _FROM.search(doc.shadow, match.end(), date.end) and "/" in date.interval.edtf:
                yield from _both_ends(doc, match.start(), person, date)
            else:
                yield Milestone(match.start(), date.end, step, person, date)
    yield from _in_office(doc, sentence, dates)
    yield from _of_office_holders(doc, sentence, dates)
    yield from _kept(doc, sentence, dates)
    for match in _RUNS.finditer(doc.shadow, sentence.start, sentence.end):
        inside = {p.person for p in doc.persons if match.start() <= p.start and p.end <= match.end()}
        person = inside.pop() if len(inside) == 1 else _holder(doc, sentence, match.start())
        if person is not None:
            yield from _limits(doc, match, person, dates)


def _limits(
    doc: "Document", match: "regex.Match[str]", person: str, dates: Sequence[DateMention]
) -> Iterator[Milestone]:
    first = next_behind(dates, match.end(), doc.shadow, _TO_DATE)
    if first is None:
        return
    if not match["from"]:
        step = "office-ending" if match["end"] else "office-beginning"
        yield Milestone(match.start(), first.end, step, person, first)
        last = next_behind(dates, first.end, doc.shadow, _TO_END) if match["beginning"] else None
        if last is not None:
            yield Milestone(match.start(), last.end, "office-ending", person, last)
        return
    if "/" in first.interval.edtf:
        yield from _both_ends(doc, match.start(), person, first)
        return
    yield Milestone(match.start(), first.end, "office-beginning", person, first)
    last = next_behind(dates, first.end, doc.shadow, _TO_END)
    if last is not None:
        yield Milestone(match.start(), last.end, "office-ending", person, last)


_FROM = regex.compile(r"\bfrom\b", regex.I)


def _both_ends(doc: "Document", start: int, person: str, span: DateMention) -> Iterator[Milestone]:
    """The first and the last of "from July 2021 to February 2023": days only where days are told."""
    told = span.interval
    first, _, last = told.edtf.partition("/")
    if _DAY.search(doc.shadow, span.start, span.end) and told.start is not None and told.end is not None:
        ends = [edtf.day(told.start), edtf.day(told.end)]
    else:
        ends = [edtf.parse_edtf(one, basis=told.basis) for one in (first, last)]
    for step, end in zip(("office-beginning", "office-ending"), ends, strict=True):
        if end.start is not None:
            one = replace(span, interval=replace(end, year_stated=told.year_stated))
            yield Milestone(start, span.end, step, person, one)


_DAY = regex.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")


def _in_office(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Milestone]:
    """'in office since 1 March', 'has been Special Representative since March': the beginning of the term."""
    for match in _IN_OFFICE.finditer(doc.shadow, sentence.start, sentence.end):
        day = next_behind(dates, match.end(), doc.shadow, _SINCE_DATE)
        held = _office_in(doc, match)
        person = _holder(doc, sentence, match.start())
        if day is not None and person is not None and held is not None:
            yield Milestone(match.start(), day.end, "office-beginning", person, day, held)


def _fronted(
    doc: "Document", sentence: Sentence, verb: tuple[int, int], person: str | None, dates: Sequence[DateMention]
) -> Iterator[Milestone]:
    """'On 1 March she took office': the date at the head of the clause."""
    before = [d for d in dates if d.end <= verb[0]]
    if person is None or not before or verb[0] - before[-1].end > _FRONTED:
        return
    if _FRONT.search(doc.shadow[sentence.start : before[-1].start]) is not None:
        yield Milestone(before[-1].start, verb[1], "office-beginning", person, before[-1])


def _of_office_holders(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Milestone]:
    """'Since 1 March NAME has been OFFICE', 'NAME, OFFICE since 1 March': the beginning of the term."""
    for office in doc.offices:
        if not sentence.start <= office.start < sentence.end or office.person is None or office.tenure == "former":
            continue
        low, high = min(office.start, office.named_start), max(office.end, office.named_end)
        behind = next_behind(dates, high, doc.shadow, _SINCE_OFFICE)
        if behind is not None:
            if _HAS_BEEN.search(doc.shadow, low, high) is None:  # else it is told by "in office"
                yield Milestone(low, behind.end, "office-beginning", office.person, behind, office.office)
            continue
        front = [d for d in dates if d.end <= low and low - d.end <= _FRONTED]
        since = _FRONT_SINCE.search(doc.shadow[sentence.start : front[-1].start]) if front else None
        if since is not None and "," not in doc.shadow[front[-1].end + 1 : low] and _IS.search(doc.shadow, low, high):
            start = front[-1].start - len(since.group().lstrip(" ,;:"))
            yield Milestone(start, high, "office-beginning", office.person, front[-1], office.office)


def _kept(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Milestone]:
    """'she keeps the post until February 2029', 'will serve as Special Representative until': the end of the term."""
    for match in _KEEPS.finditer(doc.shadow, sentence.start, sentence.end):
        day = next_behind(dates, match.end(), doc.shadow, _UNTIL_DATE)
        held = _office_in(doc, match)
        person = _holder(doc, sentence, match.start())
        if day is not None and person is not None and held is not None:
            yield Milestone(match.start(), day.end, "office-ending", person, day, held)


def _office_in(doc: "Document", match: "regex.Match[str]") -> str | None:
    """The office that the words of a match name; "" where they name none, None where they are of something else."""
    if not match["office"]:
        return ""
    return next((o.office for o in doc.offices if match.start("office") <= o.start < match.end("office")), None)


_THE = regex.compile(r"^\s*[Tt]he\s+(?:new\s+)?$|(?<=[.!?]\s)[Tt]he\s+(?:new\s+)?$")
_POSSESSIVE = regex.compile(r"\b(?:her|his|he|she)\b(?:\W+\w+){0,3}\W*$", regex.I)


def _holder(doc: "Document", sentence: Sentence, at: int) -> str | None:
    """Whose term it is: the pronoun's right before it, else the one person named before it in the sentence."""
    named: list[PersonMention] = [p for p in doc.persons if sentence.start <= p.start < at]
    if not named:
        return _told_before(doc, sentence, at)
    last = max(named, key=lambda p: p.start)
    if last.form == "pronoun" and _POSSESSIVE.search(doc.shadow, max(sentence.start, at - 40), at):
        return last.person
    people = {p.person for p in named}
    return last.person if len(people) == 1 else None


def _told_before(doc: "Document", sentence: Sentence, at: int) -> str | None:
    """For 'the mandate', or a pronoun for nobody known: the one person with an office in the sentence before."""
    low = max(sentence.start, at - 40)
    if not _POSSESSIVE.search(doc.shadow, low, at) and not _THE.search(doc.shadow, low, at):
        return None
    before = doc.sentence_before(sentence)
    inside = between(doc.offices, before.start, before.end) if before is not None else ()
    holders = {o.person for o in inside if o.person is not None}
    return holders.pop() if len(holders) == 1 else None
