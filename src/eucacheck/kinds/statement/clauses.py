"""Clauses to statements: which clauses state something to be checked, and their words, names, figures and dates."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import LONGEST as LONGEST_CLAIM
from eucacheck.compare.quotes import plain
from eucacheck.mentions.clauses import Clause
from eucacheck.mentions.voices import lemma
from eucacheck.spans import between, in_order
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document


LONGEST: Final = 220
"""Characters of a quoted clause; more is cut where a comma or a conjunction stands."""
LONG_NOUN: Final = 60
_NEAR: Final = 400
"""Characters within which the clause stands that another one hangs on."""
LAST: Final = 1 << 62
_DATELINE: Final = regex.compile(r"\p{Lu}[\p{Lu}' .-]{2,30},[^\n]{0,40}?\s[-/]{1,2}\s")
FEWEST: Final = 3
"""So many names, figures, dates and words make a statement; without a name so many words alone."""
_BASE: Final = dict(
    pair.split(":")
    for pair in (
        "led:lead held:hold took:take taken:take met:meet made:make began:begin begun:begin gave:give given:give "
        "became:become came:come spoke:speak spoken:speak told:tell went:go gone:go grew:grow grown:grow brought:bring "
        "won:win lost:lose sent:send spent:spend built:build bought:buy sold:sell paid:pay left:leave kept:keep "
        "rose:rise "
        "risen:rise fell:fall fallen:fall saw:see seen:see found:find stood:stand understood:understand wrote:write "
        "written:write drew:draw drawn:draw chose:choose chosen:choose broke:break broken:break flew:fly knew:know "
        "known:know thought:think sought:seek set:set put:put cut:cut ran:run sat:sit felt:feel said:say got:get "
        "denied:deny tried:try"
    ).split()
)
_NEXT_WORD: Final = regex.compile(r"\s(\p{Ll}{3,14})\b")
_WORD: Final = regex.compile(r"\p{L}[\p{L}'-]*")
_NEGATION: Final = re.compile(
    r"\b(?:not|never|no|neither|nor|none|cannot|without|hardly|fail(?:s|ed)? to|refus(?:es?|ed) to|declin(?:es?|ed) to|"
    r"unable to|yet to|stopped short of)\b|n't\b",
    re.IGNORECASE,
)
_NO_DENIAL: Final = re.compile(
    r"\bnot only\b|\bno (?:less|more|fewer|later) than\b|\bno doubt\b|\bwithout doubt\b", re.IGNORECASE
)
_STOP: Final = frozenset(
    "the a an and or but of to in on at for with from by as is are was were be been being it its this that these those "
    "their his her our your they he she we you i not no never has have had having will would shall should can could "
    "may might must do does did than then also such some any all each both other more most very much many into over "
    "under between among through during after before since until while when where which who whom whose what if "
    "so there here about up out off new one two said says told own same just only even still already now again "
    "further well including nor neither yet without n't s".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that states something: where it stands, whom it is about, and what is in it.

    `start` and `end` span what a reader understands alone: what hangs on another clause together with that one.
    """

    clause: Clause
    start: int
    end: int
    subject: str
    value: dict[str, Any]


class _Mentions:
    """The mentions of a document by place, found without a search through all."""

    def __init__(self, doc: "Document") -> None:
        self.entities = in_order(doc.entities)
        self.persons = in_order([p for p in doc.persons if p.start < p.end])
        self.quantities = in_order(doc.quantities)
        self.dates = in_order(doc.dates)
        self.offices = in_order(doc.offices)
        self.quotations = sorted((q.start, q.end) for q in doc.speech.quotations)
        self.reporting = {c.governor for c in doc.clauses if c.form == "complement"}
        self.clauses = sorted(doc.clauses, key=lambda c: c.verb_start)
        self._verbs = [c.verb_start for c in self.clauses]

    def around(self, clause: Clause) -> list[Clause]:
        """Give the other clauses whose verbs stand near, before and after."""
        low = bisect_left(self._verbs, clause.start - _NEAR)
        return [c for c in self.clauses[low : bisect_left(self._verbs, clause.end + _NEAR)] if c is not clause]

    def named(self, start: int, end: int) -> bool:
        """Tell whether a noun phrase names somebody or something."""
        return bool(between(self.entities, start, end) or between(self.persons, start, end))

    def quoted(self, offset: int) -> bool:
        """Tell whether an offset lies inside a quotation."""
        i = bisect_right(self.quotations, (offset, LAST)) - 1
        return i >= 0 and offset < self.quotations[i][1]


def statements_of(doc: "Document") -> Iterator[Statement]:
    """Each clause with a subject, a verb, a name of the topic and words of its own."""
    mentions = _Mentions(doc)
    for clause in doc.clauses:
        passage = doc.passage_of(clause.verb_start)
        if passage is None or passage.role in {"boilerplate", "caption"} or clause.subject[0] == clause.subject[1]:
            continue
        if "\n" in doc.text[clause.start : clause.end]:
            continue
        if lemma(clause.verb) is not None and clause.verb_start in mentions.reporting:
            continue
        if mentions.quoted(clause.start):
            continue  # the words of a quotation are a claim of their own kind
        made = _read(doc, mentions, clause)
        if made is not None:
            yield made


def _span(doc: "Document", mentions: _Mentions, clause: Clause) -> tuple[int, int]:
    """The clause without what is set before its subject, unless that is a date; a relative one with its noun."""
    start, end = clause.start, clause.end
    noun = clause.subject
    hangs = clause.form in {"relative", "participle"} and 0 <= start - noun[1] <= 3
    dateline = _DATELINE.match(doc.shadow, start, clause.verb_start)
    if dateline is not None:
        start = dateline.end()
    set_before = start < noun[0] <= clause.verb_start and not between(mentions.dates, start, noun[0])
    if set_before or (hangs and noun[1] - noun[0] <= LONG_NOUN):
        start = noun[0]
    if end - start > LONGEST:
        cut = max(doc.shadow.rfind(",", start, start + LONGEST), doc.shadow.rfind(" and ", start, start + LONGEST))
        end = cut if cut > clause.verb_end + 10 else doc.shadow.rfind(" ", start, start + LONGEST)
    after = _NEXT_WORD.match(doc.shadow, end)
    comma = doc.shadow.rfind(", ", clause.verb_end, end)
    if after is not None and lemma(after.group(1).casefold()) is not None and end - comma < LONG_NOUN:
        end = max(comma, clause.verb_end)  # ", the press service said"
    return start, max(end, clause.verb_end)


def _told(doc: "Document", mentions: _Mentions, clause: Clause, span: tuple[int, int]) -> tuple[int, int] | None:
    """A span with subject and verb: a relative clause or participle with what it hangs on, a shared subject as well.

    None where that is on another line or cuts a quotation, or where nothing is left that a reader understands alone.
    """
    start, end = span
    if clause.form in {"relative", "participle"}:
        host = _host(mentions, clause)
        named = clause.form == "relative" and mentions.named(*clause.subject)
        if host is not None and not (named and host.subject[0] == clause.subject[0] >= start):
            start, end = _with_host(span, _span(doc, mentions, host), host)
        elif not named:
            return None
    elif start > clause.subject[0] and end - clause.subject[0] <= LONGEST_CLAIM:
        start = clause.subject[0]
    end = _whole_quotation(doc.shadow, start, end)
    start += len("that ") if doc.shadow.startswith("that ", start) and clause.form == "complement" else 0
    if end - start > LONGEST_CLAIM or "\n" in doc.text[start:end] or doc.shadow[start:end].count('"') % 2:
        return None
    return start, end


def _with_host(own: tuple[int, int], whole: tuple[int, int], host: Clause) -> tuple[int, int]:
    """From the host's own beginning, else from its subject; a noun with what is said of it where both are too long."""
    start, end = own
    last = max(end, whole[1])
    for first in (whole[0], host.subject[0]):
        if last - min(first, start) <= LONGEST_CLAIM:
            return min(first, start), last
    return own


def _host(mentions: _Mentions, clause: Clause) -> Clause | None:
    """The innermost clause with a subject of its own that a clause hangs on."""
    hosts = [
        c
        for c in mentions.around(clause)
        if c.form not in {"relative", "participle"}
        and c.subject[0] < c.subject[1]
        and c.whole_start <= clause.verb_start < c.whole_end
    ]
    return min(hosts, key=lambda c: (c.whole_end - c.whole_start, -c.verb_start), default=None)


def _whole_quotation(shadow: str, start: int, end: int) -> int:
    """Take in the end of a quotation that the clause cuts, with its mark."""
    if shadow[start:end].count('"') % 2 == 0:
        return end
    close = shadow.find('"', end, start + LONGEST_CLAIM)
    return close + 1 if close >= 0 and "\n" not in shadow[end:close] else end


def _read(doc: "Document", mentions: _Mentions, clause: Clause) -> Statement | None:
    start, end = _span(doc, mentions, clause)
    told = _told(doc, mentions, clause, (start, end))
    if told is None:
        return None
    spans = {clause.subject, (start, end)}
    named = [m for a, b in sorted(spans) for m in between(mentions.entities, a, b)]
    people = [p for a, b in sorted(spans) for p in between(mentions.persons, a, b)]
    numbers, dates = between(mentions.quantities, start, end), between(mentions.dates, start, end)
    offices = between(mentions.offices, start, end)
    stems = _stems(doc.shadow, start, end, [*named, *people, *numbers, *dates, *offices])
    entities = sorted({m.entity for m in named} | {p.person for p in people})
    verb = base(doc.shadow[clause.verb_start : clause.verb_end])
    own = set(stems)
    if len(own) + len(entities) + len(numbers) + len(dates) < FEWEST or not (entities or len(own) >= FEWEST):
        return None
    about = [p.person for p in people if _overlaps(p.start, p.end, clause.subject)]
    about += [m.entity for m in named if _overlaps(m.start, m.end, clause.subject)]
    value = {
        "predicate": verb,
        "object": doc.text[clause.verb_end : end].strip(" ,"),
        "entities": entities,
        "numbers": sorted({f"{q.low} {q.unit or q.type}" for q in numbers}),
        "dates": sorted({d.interval.edtf for d in dates}),
        "negated": denies(doc.shadow[start:end]),
        "stems": sorted(set(stems)),
    }
    return Statement(clause, *told, [*about, *entities, "topic:unnamed"][0], value)


def base(word: str) -> str:
    """The stem of a word; of an irregular verb that of its first form."""
    low = plain(word)
    return stem(_BASE.get(low, low))


def denies(words: str) -> bool:
    """Tell whether a clause denies what its words say: an odd number of negations."""
    return len(_NEGATION.findall(_NO_DENIAL.sub("", words))) % 2 == 1


def _overlaps(start: int, end: int, span: tuple[int, int]) -> bool:
    return start < span[1] and end > span[0]


def _stems(shadow: str, start: int, end: int, mentions: list[Any]) -> list[str]:
    """Stems of the words that are no name, figure or date."""
    taken = bytearray(end - start)
    for mention in mentions:
        a, b = max(mention.start - start, 0), min(mention.end, end) - start
        if a < b:
            taken[a:b] = b"\1" * (b - a)
    found = []
    for match in _WORD.finditer(shadow, start, end):
        if not taken[match.start() - start]:
            word = plain(match.group())
            if word not in _STOP and len(word) > 2:
                found.append(base(word))
    return found
