"""A sentence to what was done to an instrument: the action, which instrument, when, where, and whether it is done or to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._instruments import OCCASION, Instrument, antecedent
from eucacheck.records import DateMention, EntityMention, Modality, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

NOUNS = {
    "negotiations-opened": "the opening of negotiations on",
    "concluded": "the conclusion of",
    "initialled": "the initialling of",
    "signed": "the signing of",
    "ratified": "the ratification of",
    "applied-provisionally": "the provisional application of",
    "in-force": "the entry into force of",
    "adopted": "the adoption of",
    "endorsed": "the endorsement of",
    "presented": "the presentation of",
    "launched": "the launch of",
    "issued": "the issue of",
    "dated": "the date of",
}
_TALKS = r"(?:negotiations?|talks)"
_ACTIONS = {
    "applied_provisionally": r"provisional(?:ly)? (?:applied|application|in force|applying|entry into force|entered into force)|appl(?:y|ied|ies) provisionally",
    "in_force": r"(?:enter(?:ed|s|ing)?|c(?:a|o)mes?|coming|went|put) into (?:full )?(?:force|effect)|entry into (?:full )?force|in (?:full )?force (?:since|from|as of)|"
    r"(?:has|have|had) been in (?:full )?force(?: since| from)?|(?:took|takes?|taken) (?:full )?effect",
    "negotiations_opened": rf"(?:launch(?:ed|es|ing)?|open(?:ed|s|ing)?|start(?:ed|s|ing)?|beg[au]n|begin|initiated|commenced|kicked off)\s+(?:of\s+)?(?:the\s+|formal\s+|official\s+){{0,2}}{_TALKS} (?:on|for|about|over|towards?)",
    "concluded": rf"(?:conclud(?:ed|es|ing)|complet(?:ed|es|ing)|finali[sz](?:ed|es|ing)|finished|wrapped up)(?:\s+(?:the\s+|formal\s+)?{_TALKS} (?:on|for|about|over))?|(?:conclusion|completion) of(?:\s+(?:the\s+)?{_TALKS} (?:on|for))?",
    "initialled": r"initiall?(?:ed|ing)|initials(?=\s+(?:an?|the)\b)|(?<=\bto )initial",
    "signed": r"(?:co-)?sign(?:ed|s)?|signing|signatures?|inked|(?:put|puts|set|affixed|attached) (?:their|its|his|her) (?:names?|signatures?|hands?) to|"
    r"put pen to paper on",
    "ratified": r"ratif(?:ied|y|ies|ying|ication)",
    "adopted": r"adopt(?:ed|s|ing|ion)?|approv(?:ed|al)",
    "endorsed": r"endors(?:ed|es|ing|ement)",
    "presented": r"present(?:ed|ing|ation of)|unveil(?:ed|ing|s)",
    "launched": r"launch(?:ed|es|ing)?",
    "issued": r"issued|issues|released|published|(?:said|stated|declared|reads|agreed)(?= in (?:an?|the|their)\s)",
}
_CUE = regex.compile(r"\b(?:" + "|".join(f"(?P<{k}>{v})" for k, v in _ACTIONS.items()) + r")\b(?!-)", regex.I)
_NEGOTIATED = regex.compile(rf"\b{_TALKS} (?:on|for|about|over)\s+(?:an?\s+|the\s+|its\s+)?(?:new\s+)?$", regex.I)
_OPENED = regex.compile(
    r"^[^.;]{0,40}?\b(?:began|begun|started|(?:were|was|been) (?:launched|opened|started)|opened)\b", regex.I
)
_CLOSED = regex.compile(
    r"^[^.;]{0,40}?\b(?:(?:were|was|been) (?:concluded|completed|finali[sz]ed|wrapped up)|ended)\b", regex.I
)
_NOUN_CUE = regex.compile(
    r"(?:signing|signatures?|initiall?ing|ratification|adoption|approval|endorsement|entry into|presentation)", regex.I
)
_BASE = regex.compile(r"^(?:sign|signs|adopt|adopts|issues|ratify|launch|initial|initials)$", regex.I)
_INTRANSITIVE = frozenset({"in-force", "applied-provisionally"})
_PASSIVE = regex.compile(
    r"\b(?:was|were|been|be|being|is|are|gets?|got)\s+(?:\w+ly\s+|then\s+|also\s+|finally\s+)?$", regex.I
)
_COORDINATED = regex.compile(r"\b(?:and|but|or|then)\s+(?:\w+ly\s+|then\s+|later\s+|finally\s+)?$", regex.I)
_VERBAL_BEFORE = regex.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|and|n't|countries|sides|parties|ministers|leaders|officials|both)\s+(?:\w+ly\s+|also\s+|jointly\s+)?$",
    regex.I,
)
_FUTURE = regex.compile(
    r"\b(?:will|shall|would|is to|are to|was to|were to|to be|plan(?:s|ned|ning)?|expect(?:s|ed)?|intend(?:s|ed)?|intention|set to|due|ready|readiness|hop(?:e|es|ed|ing)|"
    r"aim(?:s|ed|ing)?|want(?:s|ed)?|prepar(?:e|es|ed|ing|ations?)|schedul(?:ed|ing)|slated|upcoming|forthcoming|future|ahead of|before|prior to|pending|until|once|"
    r"seek(?:s|ing)?|call(?:s|ed)? for|urg(?:e|es|ed)|importance of|need (?:to|for)|look(?:s|ed|ing)? forward to|possib\w{2,6}|prospects?|speed(?:ing)? up|"
    r"accelerat\w{1,4}|agreed (?:to|on)|early|swift|speedy|rapid|timely|propos(?:e|ed|al)|work(?:ing)? (?:on|towards?)|consider(?:s|ed|ing)?|to|awaits?|awaiting)\b",
    regex.I,
)
_TO_DONE = regex.compile(
    r"\b(?:first|second|third|last|latest|only|next)\b[^.;,]{0,60}\bto\s*(?:\w+ly\s*)?$|\b(?:managed|succeeded|had|gathered|met)\s+to\s*$",
    regex.I,
)
_CONDITION = regex.compile(r"\b(?:if|once|unless|until|as soon as|provided)\b[^,;]{0,80}$", regex.I)
_AHEAD = regex.compile(
    r"(?:\s+of\s+[^.;]{2,80}?|\s+ceremony)?\s+(?:(?:is|are|was|were)\s+(?:now\s+)?(?:planned|expected|due|scheduled|slated|set|foreseen)|will|would)\b",
    regex.I,
)
_MAYBE = regex.compile(r"\b(?:may|might|could|if|whether|possibly|perhaps)\b", regex.I)
_DENIED = regex.compile(
    r"\b(?:not|never|yet to|n't|refus(?:e|es|ed|ing) to|declin(?:e|es|ed) to|fail(?:s|ed) to|without|no)\b|n't\b",
    regex.I,
)
_NO_DATE_OF = regex.compile(
    r"\b(?:since|after|before|until|till|from|between|by|for|through|following|than|prior to|ahead of)\s+(?:the\s+|early\s+|late\s+|mid-?)?(?:end of\s+)?$",
    regex.I,
)
_BREAK = regex.compile(r"[;.!?:]|,\s+(?:and|but|while|where|when|which|who)\b|\b(?:while|whereas)\b|\s-\s")
_FRONT = regex.compile(
    r"^(?:Earlier,?\s+|Later,?\s+|Finally,?\s+)?(?:(?:On|In|At|Late in|Early in|Back in)\s+)?(?:the\s+)?$", regex.I
)


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence says was done to one instrument; `start` and `end` span its words, for quoting."""

    start: int
    end: int
    action: str
    instrument: Instrument
    date: DateMention | None
    place: EntityMention | None
    modality: Modality | None
    polarity: bool
    stages: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    action: str


def find_acts(doc: "Document", instruments: Sequence[Instrument]) -> Iterator[Act]:
    """Each action with the one instrument that it is said of."""
    for sentence in doc.sentences:
        inside = [i for i in instruments if sentence.start <= i.start and i.end <= sentence.end]
        cues = _cues(doc, sentence, inside)
        actions = {c.action for c in cues}
        stages = {"signed", "initialled"} <= actions
        for cue in cues:
            for one in _bind(doc, cue, cues, sentence, inside, instruments):
                yield _act(doc, cue, cues, sentence, one, stages=stages)
        yield from _dated(doc, inside)


def _cues(doc: "Document", sentence: Sentence, inside: Sequence[Instrument]) -> list[_Cue]:
    found = []
    for match in _CUE.finditer(doc.shadow, sentence.start, sentence.end):
        if any(i.start <= match.start() < i.end for i in inside):
            continue
        before = doc.shadow[max(sentence.start, match.start() - 40) : match.start()]
        if _BASE.match(match.group()) and not (
            _VERBAL_BEFORE.search(before) or _object_follows(match.end(), inside) or match.group()[0].isupper()
        ):
            continue
        found.append(_Cue(match.start(), match.end(), str(match.lastgroup).replace("_", "-")))
    for one in inside:
        before = doc.shadow[max(sentence.start, one.start - 60) : one.start]
        talks = _NEGOTIATED.search(before)
        if talks is None:
            continue
        at = one.start - len(before) + talks.start()
        after = doc.shadow[one.end : sentence.end]
        for action, pattern in (("negotiations-opened", _OPENED), ("concluded", _CLOSED)):
            hit = pattern.match(after)
            if hit is not None:
                found = [c for c in found if not one.end <= c.start < one.end + hit.end()]
                found.append(_Cue(at, one.start, action))
    return sorted(found, key=lambda c: c.start)


def _object_follows(at: int, inside: Sequence[Instrument]) -> bool:
    return any(0 <= i.start - at <= 30 for i in inside)


def _bind(
    doc: "Document",
    cue: _Cue,
    cues: Sequence[_Cue],
    sentence: Sentence,
    inside: Sequence[Instrument],
    every: Sequence[Instrument],
) -> list[Instrument]:
    """The instruments of an action: its object, else the subject before it, else the one spoken of before."""
    text = doc.shadow
    before_cue = text[max(sentence.start, cue.start - 40) : cue.start]
    earlier = [c for c in cues if c.end <= cue.start]
    joined = bool(earlier) and _COORDINATED.search(before_cue) is not None
    lead = text[max(sentence.start, earlier[-1].start - 40) : earlier[-1].start] if joined else before_cue
    passive = _PASSIVE.search(before_cue) is not None or (joined and _PASSIVE.search(lead) is not None)
    near = [i for i in inside if i.end <= cue.start]
    if near and not passive and regex.fullmatch(r"[\s,(]*", text[near[-1].end : cue.start]):
        return [near[-1]]
    if cue.action not in _INTRANSITIVE and not passive or text[cue.end : cue.end + 4] == " of ":
        objects = [
            i for i in inside if cue.end <= i.start <= cue.end + 90 and not _broken(text, cue.end, i.start, cue, cues)
        ]
        if objects:
            first = objects[0]
            return [first, *_joined(text, first, objects[1:])]
    subjects = [i for i in inside if i.end <= cue.start and cue.start - i.end <= 160]
    if subjects and (passive or cue.action in _INTRANSITIVE or _participle(text, cue, subjects[-1])):
        last = subjects[-1]
        blocked = regex.search(r"[;!?]", text[last.end : cue.start])
        return [] if blocked else [last]
    noun = _NOUN_CUE.match(text, cue.start) is not None
    if inside and not noun:
        told = [i for i in inside if cue.action == "issued" and 0 <= i.start - cue.end <= 8 and i.sort in OCCASION]
        return told[:1]
    if noun or passive or cue.action in _INTRANSITIVE:
        subject = regex.search(
            r"\b(?:it|they|document|this|which|instrument)\b", text[sentence.start : cue.start], regex.I
        )
        if noun and cue.action not in {"signed", "initialled", "ratified", "in-force"}:
            return []
        if noun or subject is not None or not _own_subject(doc, sentence, cue):
            one = antecedent(doc, every, sentence.start)
            return [one] if one is not None and one.sort not in OCCASION else []
    return []


def _own_subject(doc: "Document", sentence: Sentence, cue: _Cue) -> bool:
    """Tell whether a sentence has a subject of its own before the action, so that it speaks of something else."""
    return bool(regex.search(r"\p{L}{2,}", doc.shadow[sentence.start : cue.start]))


def _participle(text: str, cue: _Cue, subject: Instrument) -> bool:
    """'the agreement, signed in 2015', 'the agreement signed by', 'Agreement: Kyrgyzstan and EU Have Signed'."""
    gap = text[subject.end : cue.start]
    if _NOUN_CUE.match(text, cue.start):
        return gap.strip() == ":"
    return bool(
        regex.fullmatch(
            r"[\s,(]*(?:\([^)]{0,20}\))?[\s,(]*(?:which\s|that\s)?(?:\w+ly\s|first\s|also\s|recently\s)?", gap
        )
    ) or bool(regex.fullmatch(r"\s*:[^.;]{0,60}", gap))


def _broken(text: str, low: int, high: int, cue: _Cue, cues: Sequence[_Cue]) -> bool:
    """Another action or a clause mark stands between an action and its object; 'signed and ratified X' has one object."""
    gap = text[low:high]
    if _BREAK.search(gap):
        return True
    between = [c for c in cues if low <= c.start < high and c is not cue]
    return (
        any(c.action != cue.action for c in between)
        and regex.fullmatch(r"\s*(?:and|or)\s+\w+\s+(?:an?|the|its)?\s*", gap) is None
    )


def _joined(text: str, first: Instrument, others: Sequence[Instrument]) -> list[Instrument]:
    """'a memorandum on X and an agreement on Y': further objects in a list."""
    joined, end = [], first.end
    for one in others:
        if regex.fullmatch(r",?\s*(?:and\s+|as well as\s+)?(?:an?\s+|the\s+)?", text[end : one.start]) is None:
            break
        joined.append(one)
        end = one.end
    return joined


def _act(doc: "Document", cue: _Cue, cues: Sequence[_Cue], sentence: Sentence, one: Instrument, *, stages: bool) -> Act:
    date = _date(doc, cue, cues, sentence, one)
    place = _place(doc, cue, cues, sentence, one, date)
    modality, polarity = _mode(doc, cue, sentence, one, date)
    parts: list[tuple[int, int]] = [(cue.start, cue.end)]
    apart = any(one.end <= c.start and c.end <= cue.start for c in cues)
    if sentence.start <= one.start < sentence.end and not apart:
        parts.append((one.start, one.end))
    parts += [(x.start, x.end) for x in (date, place) if x is not None]
    start, end = min(p[0] for p in parts), max(p[1] for p in parts)
    if end - start > 220:
        near = parts[:1] + parts[2:] if len(parts) > 2 else parts[:2]
        start, end = min(p[0] for p in near), max(p[1] for p in near)
    return Act(start, end, cue.action, one, date, place, modality, polarity, stages)


def _date(doc: "Document", cue: _Cue, cues: Sequence[_Cue], sentence: Sentence, one: Instrument) -> DateMention | None:
    """The date after an action, else one that opens the clause before it; a deadline or a period is no date of it."""
    since = doc.shadow[cue.start : cue.end].casefold().endswith(("since", "from", "as of"))
    for date in doc.dates:
        if not cue.end <= date.start <= cue.end + 200 or date.end > sentence.end:
            continue
        low = max(cue.end, one.end) if one.start >= cue.end and one.end <= date.start else cue.end
        if any(cue.end <= c.start < date.start for c in cues) or regex.search(r"[;]", doc.shadow[cue.end : date.start]):
            break
        if date.start - low > 90:
            break
        if (not since and _NO_DATE_OF.search(doc.shadow[max(0, date.start - 24) : date.start])) or _long(date):
            continue
        if doc.shadow[low : date.start].count(",") > 2:
            break
        return date
    for date in reversed(doc.dates):
        if date.end > cue.start or date.start < sentence.start:
            continue
        if (
            any(date.end <= c.start < cue.start and c.action != cue.action for c in cues)
            or ";" in doc.shadow[date.end : cue.start]
        ):
            break
        head = doc.shadow[sentence.start : date.start]
        front = _FRONT.match(head) or regex.search(
            r"(?:^|[,;]\s+(?:and\s+)?)(?:On|In|Late in|Early in)\s+(?:[\p{L}\s,]{2,40}?\bon\s+)?$", head, regex.I
        )
        noun = _NOUN_CUE.match(doc.shadow, cue.start) and regex.search(
            r"^\s*[^,;]{0,20}$", doc.shadow[date.end : cue.start]
        )
        if (front or noun) and cue.start - date.end <= 140 and not _long(date):
            if _NO_DATE_OF.search(doc.shadow[max(sentence.start, date.start - 24) : date.start]):
                break
            return date
        break
    return None


def _long(date: DateMention) -> bool:
    start, end = date.interval.start, date.interval.end
    return start is not None and end is not None and (end - start).days > 366


def _place(
    doc: "Document", cue: _Cue, cues: Sequence[_Cue], sentence: Sentence, one: Instrument, date: DateMention | None
) -> EntityMention | None:
    """The city or country after an action ('in Brussels'), else one that opens the sentence."""
    for e in doc.entities:
        if e.type not in {"place", "country"} or e.form == "adjective" or e.end > sentence.end:
            continue
        if (
            regex.search(r"\b(?:in|at)\s+(?:the\s+city\s+of\s+)?$", doc.shadow[max(0, e.start - 18) : e.start], regex.I)
            is None
        ):
            continue
        if one.start <= e.start < one.end:
            continue
        if cue.end <= e.start <= cue.end + 200:
            low = max(cue.end, one.end) if cue.end <= one.start and one.end <= e.start else cue.end
            gap = doc.shadow[low : e.start]
            if len(gap) <= 70 and not any(cue.end <= c.start < e.start for c in cues) and not _BREAK.search(gap):
                return e
        elif date is not None and e.end < date.start < cue.start and date.start - e.end <= 5:
            return e
        elif sentence.start <= e.start < cue.start and len(doc.shadow[sentence.start : e.start]) <= 30:
            if regex.match(
                r"(?:On .{1,20},? )?(?:In|At)\s+$", doc.shadow[sentence.start : e.start], regex.I
            ) and not any(e.end <= c.start < cue.start for c in cues):
                return e
    return None


def _mode(
    doc: "Document", cue: _Cue, sentence: Sentence, one: Instrument, date: DateMention | None
) -> tuple[Modality | None, bool]:
    """Done, to come, possible or denied, by the words before the action in its clause and by a date after the article's."""
    low = max(sentence.start, cue.start - 60)
    if low < one.start < cue.start and _PASSIVE.search(doc.shadow[max(low, cue.start - 40) : cue.start]):
        low = one.end
    before = doc.shadow[low : cue.start]
    cut = max((m.end() for m in regex.finditer(r"[,;:]\s", before)), default=0)
    before = before[cut:]
    if _DENIED.search(before[-28:]):
        return "denied", False
    published = doc.source.published
    if date is not None and published is not None and date.interval.start is not None and published.end is not None:
        if date.interval.start > published.end:
            return "planned", True
        if date.interval.end is not None and date.interval.end < published.end and not _FUTURE.search(before[-25:]):
            return None, True
    if _CONDITION.search(doc.shadow[sentence.start : cue.start]):
        return "planned", True
    if _MAYBE.search(before[-35:]):
        return "conjecture", True
    if _TO_DONE.search(before):
        return None, True
    verb = doc.shadow[cue.start : cue.end]
    noun = _NOUN_CUE.match(verb) is not None
    if noun and _AHEAD.match(doc.shadow[cue.end : sentence.end]):
        return "planned", True
    if _FUTURE.search(before[-45:] if noun else before[-26:]):
        return "planned", True
    return None, True


def _dated(doc: "Document", inside: Sequence[Instrument]) -> Iterator[Act]:
    """'the Agreement of 1999', 'the Declaration of 4 April 2025': a date that belongs to the name."""
    for one in inside:
        for date in doc.dates:
            link = doc.shadow[one.end : date.start] if one.end <= date.start <= one.end + 24 else None
            if link is not None and regex.fullmatch(r"\s*(?:\([^)]{1,12}\))?\s*(?:of|from|dated)\s+(?:the\s+)?", link):
                if not _long(date):
                    yield Act(one.start, date.end, "dated", one, date, None, None, polarity=True)
