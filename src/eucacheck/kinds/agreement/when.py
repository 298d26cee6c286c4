"""An action on an agreement to its date, its place, and whether it is done, planned, possible or denied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds.agreement.instruments import Instrument
from eucacheck.kinds.agreement.words import (
    AHEAD,
    ALLOWED,
    BREAK,
    CALLED_OFF,
    CONDITION,
    DENIED,
    FOR_IT,
    FRONT,
    FUTURE,
    INTRANSITIVE,
    MAYBE,
    NO_DATE_OF,
    NOUN_CUE,
    PARTICIPLE,
    PASSIVE,
    TO_DONE,
)
from eucacheck.records import DateMention, EntityMention, Modality, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_IN = regex.compile(r"\b(?:in|at)\s+(?:the\s+city\s+of\s+)?$", regex.I)
_OPENS = regex.compile(r"(?:On .{1,20},? )?(?:It was |Not )?(?:In|At)\s+$", regex.I)
"""'In Oslo the two signed', 'It was in Oslo that the two signed'."""


_NO = regex.compile(r"\b(?:no|neither)\s(?:such\s)?$", regex.I)
"""'No agreement was signed', 'signed no agreement'."""
_DENIAL = regex.compile(
    r"\b(?:(?:will|would|was|were|is|are|has|have|had|did|does|do|can|could)\s?)?(?:not|n't|never)\b"
    r"|\b(?:yet to|refus\w{2,3} to|declin\w{1,3} to|fail\w{0,2} to|without)\b",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of an action; its date stands `behind` an offset: 'talks on X, which began in May, ended in July'."""

    start: int
    end: int
    action: str
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its actions, and one of them with its instrument."""

    doc: "Document"
    sentence: Sentence
    cues: Sequence[Cue]
    cue: Cue
    one: Instrument

    @property
    def text(self) -> str:
        """The folded text of the whole document."""
        return self.doc.shadow

    def crossed(self, low: int, high: int) -> bool:
        """Tell whether another action begins in a stretch."""
        return any(low <= c.start < high and c is not self.cue for c in self.cues)

    def after(self, at: int) -> int:
        """Where the words between the action and something after it begin: the instrument is none of them."""
        cue, one = self.cue, self.one
        return one.end if cue.end <= one.start and one.end <= at else cue.end


def date_of_act(scene: Scene) -> DateMention | None:
    """The date after an action, else one that opens the clause before it."""
    return _date_after(scene) or _date_before(scene) or _date_of_name(scene)


_NAMED_BY = regex.compile(r"\s*(?:\([^)]{1,12}\))?\s*(?:of|from|dated)\s+(?:the\s+)?", regex.I)


def _date_of_name(scene: Scene) -> DateMention | None:
    """'the memorandum of 7 November 2022 was signed by': the day that names it is that of its signing."""
    if scene.cue.action != "signed" or scene.one.end > scene.cue.start:
        return None
    near = (d for d in scene.doc.dates if scene.one.end <= d.start < scene.cue.start and not is_long(d))
    return next((d for d in near if _NAMED_BY.fullmatch(scene.text, scene.one.end, d.start)), None)


def is_long(date: DateMention) -> bool:
    """Tell whether a date is a period of more than a year, of which nothing is dated."""
    start, end = date.interval.start, date.interval.end
    return start is not None and end is not None and (end - start).days > 366


def _date_after(scene: Scene) -> DateMention | None:
    text, cue = scene.text, scene.cue
    since = text[cue.start : cue.end].casefold().endswith(("since", "from", "as of"))
    for date in scene.doc.dates:
        if not max(cue.end, cue.behind) <= date.start <= cue.end + 200 or date.end > scene.sentence.end:
            continue
        low = max(scene.after(date.start), cue.behind)
        gap = text[low : date.start]
        if scene.crossed(cue.end, date.start) or ";" in text[cue.end : date.start]:
            return None
        if len(gap) > 90 or gap.count(",") > 2:
            return None
        if is_long(date) or (not since and NO_DATE_OF.search(text[max(0, date.start - 24) : date.start])):
            continue
        return date
    return None


_BETWEEN = regex.compile(r"\s+(?:(?:have|has|had|also|jointly|formally|officially|finally|then)\s+){0,2}", regex.I)
"""Between a day and what was done on it: 'the sides today signed', 'A and B on Friday formally signed'."""


def _date_before(scene: Scene) -> DateMention | None:
    text, cue, base = scene.text, scene.cue, scene.sentence.start
    earlier = [d for d in scene.doc.dates if base <= d.start and d.end <= cue.start]
    if not earlier:
        return None
    date = earlier[-1]
    gap = text[date.end : cue.start]
    other = any(date.end <= c.start < cue.start and c.action != cue.action for c in scene.cues)
    if other or ";" in gap or len(gap) > 140 or is_long(date):
        return None
    beside = NOUN_CUE.match(text, cue.start) is not None and regex.fullmatch(r"\s*[^,;]{0,20}", gap) is not None
    beside = beside or _BETWEEN.fullmatch(gap) is not None
    if FRONT.match(text[base : date.start]) is None and not beside:
        return None
    if _is_aside_on(scene, date.end):
        return None
    return None if NO_DATE_OF.search(text[max(base, date.start - 24) : date.start]) else date


def _is_aside_on(scene: Scene, front: int) -> bool:
    """'In T he spoke about a treaty, signed in May': what opens the sentence is of its verb, not of the participle."""
    text, cue, one = scene.text, scene.cue, scene.one
    if cue.action in INTRANSITIVE or NOUN_CUE.match(text, cue.start) is not None:
        return False
    return front <= one.start < one.end <= cue.start and PARTICIPLE.fullmatch(text, one.end, cue.start) is not None


def place_of_act(scene: Scene, date: DateMention | None) -> EntityMention | None:
    """The city or country after an action ('in Brussels'), beside its date, or at the head of the sentence."""
    text, cue, sentence = scene.text, scene.cue, scene.sentence
    for e in scene.doc.entities:
        if e.type not in {"place", "country"} or e.form == "adjective" or not sentence.start <= e.start < sentence.end:
            continue
        if scene.one.start <= e.start < scene.one.end or not _IN.search(text[max(0, e.start - 18) : e.start]):
            continue
        if cue.end <= e.start <= cue.end + 200:
            gap = text[scene.after(e.start) : e.start]
            if len(gap) <= 70 and not scene.crossed(cue.end, e.start) and not BREAK.search(gap):
                return e
        elif e.end <= cue.start:
            beside = date is not None and e.end < date.start < cue.start and date.start - e.end <= 5
            opens = _OPENS.fullmatch(text[sentence.start : e.start]) is not None
            if beside or (opens and not scene.crossed(e.end, cue.start) and not _is_aside_on(scene, e.end)):
                return e
    return None


def mode_of_act(scene: Scene, date: DateMention | None) -> tuple[Modality | None, bool]:
    """Modality and polarity, by the words around the action in its clause and by a date after the article's."""
    text, cue, sentence, one = scene.text, scene.cue, scene.sentence, scene.one
    low = max(sentence.start, cue.start - 60)
    if low < one.start < cue.start and PASSIVE.search(text[max(low, cue.start - 40) : cue.start]):
        low = one.end
    before = text[low : cue.start]
    before = before[max((m.end() for m in regex.finditer(r"[,;:]\s", before)), default=0) :]
    if DENIED.search(before[-28:]) or _NO.search(text[max(sentence.start, one.start - 8) : one.start]):
        return "denied", False
    noun = NOUN_CUE.match(text, cue.start) is not None
    if noun and CALLED_OFF.match(text, cue.end, sentence.end) is not None:
        return "denied", False
    if noun and (ALLOWED.search(before[-40:]) or _sent_for(before[-48:], text[cue.start : cue.end])):
        return "planned", True
    tense = _by_date(scene, date)
    if tense == "planned" or (tense == "past" and not FUTURE.search(before[-25:])):
        return ("planned" if tense == "planned" else None), True
    if CONDITION.search(text[sentence.start : cue.start]):
        return "planned", True
    if _PRESENT.match(text, cue.start) is not None and _ONCE.match(text, cue.end, sentence.end) is not None:
        return "planned", True
    if MAYBE.search(before[-35:]):
        return "conjecture", True
    if TO_DONE.search(before):
        return None, True
    ahead = noun and AHEAD.match(text, cue.end, sentence.end) is not None
    return ("planned" if ahead or FUTURE.search(before[-45:] if noun else before[-26:]) else None), True


_PRESENT = regex.compile(r"(?:enters?|comes?|takes?|becomes?)\b", regex.I)
_ONCE = regex.compile(r"[^.;:\n]{0,40}?\b(?:once|after|when|as\s+soon\s+as|if|provided|until|upon|only)\b", regex.I)
"""'enters into force once all parliaments have ratified it': not yet."""


def _sent_for(before: str, word: str) -> bool:
    """'for signature', 'sent for signing'; but 'thanked them for the signing'."""
    found = FOR_IT.search(before)
    return found is not None and (found["sent"] is not None or word.casefold().startswith("signature"))


def denial_before(scene: Scene) -> int:
    """Where the words begin by which an action is denied: a quote without them would say the opposite."""
    low = max(scene.sentence.start, scene.cue.start - 40)
    found = [*_DENIAL.finditer(scene.text, low, scene.cue.start)]
    none = _NO.search(scene.text, max(scene.sentence.start, scene.one.start - 8), scene.one.start)
    return none.start() if none is not None else found[-1].start() if found else scene.cue.start


def _by_date(scene: Scene, date: DateMention | None) -> str | None:
    """'planned' of a date after the article's, 'past' of one before it."""
    published = scene.doc.source.published
    if date is None or published is None or published.end is None:
        return None
    if date.interval.start is not None and date.interval.start > published.end:
        return "planned"
    return "past" if date.interval.end is not None and date.interval.end < published.end else None
