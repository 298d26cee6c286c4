"""Quotation marks to quotations: where a quoted stretch begins and ends, and who speaks.

Marks are read by what stands beside them, so straight and typographic ones, single ones of British papers and the
paragraphs of a long quotation that are opened but not closed come out alike.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from eucacheck.mentions.clauses import Clause
from eucacheck.mentions.quotation_cues import told_before, told_behind, told_in_front
from eucacheck.mentions.voices import SAYING, Voice, Voices, speaks
from eucacheck.records import Quotation, Sentence

_SAYS = re.compile(rf"\s+(?:also\s+|then\s+)?{SAYING}\b")
LONGEST: Final = 3000
"""Characters; what is longer was not closed."""

_MARK: Final = regex.compile(r'"')
_SINGLE: Final = regex.compile(r"(?<![\w'])'(?=\w)([^\"\n]{12,900}?(?:[.,!?…]|\w(?=')))'(?!\w)")
_INNER: Final = regex.compile(r"(?<!\w)'\w|\w'\s")
"""Another mark inside: no pair can be told from apostrophes."""
_FIRST_PERSON: Final = regex.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|me|ourselves)\b")
_AFTER: Final = re.compile(rf"[\s,.!?\"'-]{{0,4}}(?:also |then |further |has |had )?{SAYING}\b")
_PASSING: Final = frozenset(
    "called described dubbed termed labelled labeled hailed calls describes thanked urged".split()
)
_NEAR: Final = 160
_BEFORE_PRONOUN: Final = 250
_BORROWING: Final = regex.compile(
    r"(?<!\b(?:was|were|is|been|being) )(?<!widely )\bquot(?:ed|es|ing)\b|\bcit(?:ed|es|ing)\b"
    r"|\b(?:repeat|echo|invok|paraphras)(?:ed|es|s|ing)\b"
    r"|\bread(?:s|ing)? (?:out|from)\b|\brecall(?:ed|s|ing) (?:the words|a saying|what)\b|\bborrow(?:ed|s|ing)\b"
    r"|\ban? (?:old )?(?:\p{L}{3,12} )?(?:proverb|saying)\b",
    regex.I,
)
_HE_SAID: Final = re.compile(rf"[\s,.!?\"'-]{{0,4}}(?:he|she)\s(?:also\s|then\s|had\s)?{SAYING}\b")
"""A speaker of its own, though it is not known who."""


class _Setting:
    """The text around quotations: sentences, voices, and the verbs of saying with their places."""

    def __init__(self, shadow: str, sentences: Sequence[Sentence], voices: Voices, clauses: Sequence[Clause]) -> None:
        self.shadow, self.sentences, self.voices, self.clauses = shadow, sentences, voices, clauses
        self._verbs = [c.verb_start for c in clauses]
        self._starts = [s.start for s in sentences]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Limits of the sentence that holds an offset, else of its line."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.sentences[i].end:
            return self.sentences[i].start, self.sentences[i].end
        return self.line_at(offset)

    def line_at(self, offset: int) -> tuple[int, int]:
        """Limits of the line that holds an offset."""
        end = self.shadow.find("\n", offset)
        return self.shadow.rfind("\n", 0, offset) + 1, len(self.shadow) if end < 0 else end

    def verbs(self, start: int, end: int) -> Sequence[Clause]:
        """Clauses whose verb begins between two offsets."""
        return self.clauses[bisect_left(self._verbs, start) : bisect_left(self._verbs, end)]


def find_quotations(
    shadow: str, sentences: Sequence[Sentence], voices: Voices, clauses: Sequence[Clause]
) -> tuple[Quotation, ...]:
    """Find every quoted stretch, marks excluded, with its speaker where one remains."""
    spans = sorted({*_double(shadow), *_single(shadow)})
    around = _Setting(shadow, sentences, voices, clauses)
    found: list[Quotation] = []
    for i, (start, end) in enumerate(spans):
        speaker, sure = _speaker(i, spans, around)
        sure = sure and not _borrowed(start, end, around)
        if speaker is None and shadow[end : end + 1] == "\n" and i + 1 < len(spans):
            speaker, sure = _speaker(i + 1, spans, around)  # not closed: the next paragraph is the same speech
        if speaker is None:
            speaker, sure = _goes_on(start, end, found, around)
        found.append(Quotation(start, end, speaker, sure))
    return tuple(found)


def _double(shadow: str) -> Iterator[tuple[int, int]]:
    """Stretches between double marks; one that is opened again in a later line goes on there."""
    opened = -1
    for match in _MARK.finditer(shadow):
        at = match.start()
        before, after = shadow[at - 1 : at], shadow[at + 1 : at + 2]
        if opened >= 0 and "\n" in shadow[opened:at]:
            line = shadow.find("\n", opened)
            if before in {"", "\n"}:  # the next paragraph of the same speech opens its own marks
                yield from _kept(shadow, opened + 1, line)
            opened = -1
        if opened < 0 and (after and not after.isspace()) and not before.isalnum():
            opened = at
        elif opened >= 0:
            yield from _kept(shadow, opened + 1, at)
            opened = -1


def _kept(shadow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if 2 < end - start <= LONGEST and shadow[start:end].strip():
        yield start, end


def _single(shadow: str) -> Iterator[tuple[int, int]]:
    """Single marks around four words or more that end like a sentence or a part of one."""
    for match in _SINGLE.finditer(shadow):
        words = match[1]
        if (
            len(words.split()) >= 4
            and not _INNER.search(words)
            and shadow.count('"', shadow.rfind("\n", 0, match.start()) + 1, match.start()) % 2 == 0
        ):
            yield match.start(1), match.end(1)


def _speaker(index: int, spans: Sequence[tuple[int, int]], around: _Setting) -> tuple[str | None, bool]:
    """The subject of the verb of saying behind a quotation, before it or around it; and whether it is sure."""
    start, end = spans[index]
    first, last = around.sentence_at(start)[0], around.sentence_at(min(end, len(around.shadow) - 1))[1]
    first = _colon_sentence(first, start, around)
    head = around.shadow[first:start].rstrip()
    if head.rstrip("\"' ").endswith(":"):
        voice = _right_before_verb(first, start, around) or _before(first, start, spans, around)
        voice = voice or _any_subject(first, start, around)
        if voice is None:
            return _line_before(start, around), False
        return voice.speaker, not _open_pronoun(voice, around)
    voice = _behind(end, last, spans, around)
    if voice is None or (voice.rank > 0 and around.shadow[start].islower()):
        earlier = _before(first, start, spans, around)  # 'X called it "...", the agency reported'
        voice = earlier if voice is None or (earlier is not None and earlier.rank == 0) else voice
    if voice is not None:
        return voice.speaker, not _open_pronoun(voice, around)
    voice = told_in_front(around.shadow, first, start, around.voices) or told_behind(
        around.shadow, end, around.line_at(end)[1], around.voices
    )
    if voice is None and not head.strip("\"' ("):
        before = around.sentence_at(max(first - 2, 0))
        same_line = around.line_at(start)[0] <= before[0]
        voice = told_before(around.shadow, *before, around.voices) if same_line else None
    if voice is not None:
        return voice.speaker, True
    voice = _embracing(start, end, around)
    return (voice.speaker if voice is not None else None), False


def _open_pronoun(voice: Voice, around: _Setting) -> bool:
    """'he said' where two people stand before it: resolved by likelihood, too weak to hold against another source."""
    if around.shadow[voice.start : voice.end].casefold() not in {"he", "she"}:
        return False
    near = around.voices.within(max(0, voice.start - _BEFORE_PRONOUN), voice.start)
    return len({v.speaker for v in near if v.rank == 0}) > 1


def _borrowed(start: int, end: int, around: _Setting) -> bool:
    """'She quoted her host: "..."', '"...", he said, citing a proverb': who speaks the words did not coin them."""
    first = _colon_sentence(around.sentence_at(start)[0], start, around)
    last = around.sentence_at(min(end, len(around.shadow) - 1))[1]
    return any(_BORROWING.search(around.shadow, a, b) for a, b in ((first, start), (end, last)))


def _colon_sentence(first: int, start: int, around: _Setting) -> int:
    """Where the sentence begins that ends with the colon before a quotation, where the parse divides them."""
    before = around.shadow[around.line_at(start)[0] : start].rstrip("\"' ")
    if around.shadow[first:start].strip("\"' ") or not before.endswith(":"):
        return first
    return around.sentence_at(around.line_at(start)[0] + len(before) - 1)[0]


def _right_before_verb(first: int, start: int, around: _Setting) -> Voice | None:
    """'In Riga, the stop before, President X said: "..."': the person right before the verb, whatever the parse."""
    people = [v for v in around.voices.within(first, start) if v.rank == 0]
    speaking = [v for v in people if _SAYS.match(around.shadow, v.end, start)]
    return speaking[-1] if speaking else None


def _outside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(spans, (offset, LONGEST + offset)) - 1
    return i < 0 or offset >= spans[i][1]


def _behind(end: int, last: int, spans: Sequence[tuple[int, int]], around: _Setting) -> Voice | None:
    """'..., X said' and '..., said X'; also in a sentence of its own if it begins with the verb or the speaker."""
    limit = max(last, min(around.line_at(end)[1], end + 2))
    begins = around.shadow[end + 1 : end + 3].strip("\" '")[:1]
    if _AFTER.match(around.shadow, end) or around.shadow[end - 1 : end] == "," or begins.islower():
        limit = max(limit, around.sentence_at(min(end + 3, len(around.shadow) - 1))[1])
    for clause in around.verbs(end, limit):
        if speaks(clause, around.shadow) and _outside(clause.verb_start, spans):
            if around.shadow.count(";", end, clause.verb_start) or clause.verb_start - end > 2 * _NEAR:
                return None
            voice = around.voices.subject_of(clause, around.shadow)
            if voice is not None:
                return voice
    match = _AFTER.match(around.shadow, end, limit)
    if match is None:
        return None
    stop = regex.compile(r'[,."\n]').search(around.shadow, match.end(), limit)
    near = around.voices.within(match.end(), stop.start() if stop else limit)
    if stop is not None and near and all(v.rank > 0 for v in near):
        apart = [v for v in around.voices.within(stop.end(), limit) if v.rank == 0 and v.start <= stop.end() + 1]
        near = [
            v for v in apart if around.shadow[v.end : v.end + 1] in {",", ".", ""}
        ] or near  # 'said the envoy, NAME.'
    return min(near, key=lambda v: (v.rank, v.start)) if near else None


def _before(first: int, start: int, spans: Sequence[tuple[int, int]], around: _Setting) -> Voice | None:
    """'X said: ...', 'X, who ..., called it "..."': the nearest verb of saying before whose subject is a voice."""
    for clause in reversed(around.verbs(first, start)):
        said = speaks(clause, around.shadow) or (clause.verb in _PASSING and not clause.passive)
        if said and _outside(clause.verb_start, spans):
            voice = around.voices.subject_of(clause, around.shadow)
            if voice is not None:
                return voice
    for match in regex.finditer(
        r"\b(?:[Aa]ccording to|[Aa]s \w{4,12}ed by|[Ii]n the words of)\s", around.shadow, pos=first, endpos=start
    ):
        near = around.voices.within(match.end(), start)
        if near:
            return near[0]
    return None


def _embracing(start: int, end: int, around: _Setting) -> Voice | None:
    """'X thanked them "for ..."', 'X "welcomed ..."': the person of whom the clause around the quotation is said."""
    best: Voice | None = None
    for clause in around.verbs(around.sentence_at(start)[0], end):
        if clause.subject[1] <= start and clause.start <= start <= clause.end + 3:
            voice = around.voices.subject_of(clause, around.shadow)
            if voice is not None and voice.rank == 0:
                best = voice
    return best


def _any_subject(first: int, start: int, around: _Setting) -> Voice | None:
    """Before a colon any verb will do: 'X disagreed: "..."'; at last the nearest person."""
    for clause in reversed(around.verbs(first, start)):
        voice = around.voices.subject_of(clause, around.shadow)
        if voice is not None and voice.rank == 0:
            return voice
    people = [v for v in around.voices.within(first, start) if v.rank == 0]
    return people[-1] if people else None


def _line_before(start: int, around: _Setting) -> str | None:
    """A line that ends with a colon names the speaker of what stands alone below it."""
    line = around.line_at(start)[0]
    previous = around.line_at(max(0, line - 2))
    people = [v for v in around.voices.within(*previous) if v.rank == 0]
    return people[0].speaker if people else None


def _goes_on(start: int, end: int, found: Sequence[Quotation], around: _Setting) -> tuple[str | None, bool]:
    """A quotation without a speaker of its own: whoever spoke just before goes on.

    Taken only where the quotation stands alone in its sentence, or speaks as "we" inside another's sentence, and
    the speech before it lies in the same or the last paragraph.
    """
    if not found or found[-1].speaker is None:
        return (_line_before(start, around) if _after_colon(start, around) else None), False
    line = around.line_at(start)[0]
    gap = around.shadow[found[-1].end : line].strip('"\n ') if found[-1].end < line else ""
    near = gap.count("\n") == 0 or around.shadow.count("\n\n", found[-1].end, start) <= 1
    sentence = around.sentence_at(start)
    alone = not around.shadow[sentence[0] : start].strip("\" '(")
    first_person = _FIRST_PERSON.search(around.shadow, start, end) is not None
    people = [v for v in around.voices.within(sentence[0], start) if v.rank == 0]
    others = [v for v in around.voices.within(found[-1].end, start) if v.rank == 0 and v.speaker != found[-1].speaker]
    if (
        near
        and not people
        and not others
        and (alone or first_person)
        and end - start >= 15
        and not _HE_SAID.match(around.shadow, end)
    ):
        at_once = alone and found[-1].sure and found[-1].end > line and start - found[-1].end < _NEAR
        return found[-1].speaker, at_once
    return None, False


def _after_colon(start: int, around: _Setting) -> bool:
    line = around.line_at(start)[0]
    return around.shadow[:line].rstrip().endswith(":") and not around.shadow[line:start].strip('" ')
