"""Sentences that tell of an event by verbs alone to event phrases: "X and Y sat down to talk about human rights".

The verb stands for the event: its parties are the two of the subject, its topic is what they talk about. Without a
topic or a noun for the talks nothing is told apart from any other meeting, and nothing is given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from eucacheck.mentions.events_parties import PARTIES, fold_parties, party_of
from eucacheck.mentions.events_records import MET, EventPhrase
from eucacheck.mentions.events_words import NO_CONTENT, level_of, ordinal_of
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

_VERB = regex.compile(
    r"\b(?P<verb>met|sat\s+down|(?:got|came)\s+together|gathered|convened|conferred|negotiated|spoke|talked)\b"
    r"|\b(?:held|opened|began|started|resumed|concluded|completed|had|conducted|wrapped\s+up|finished|continued)\s+"
    r"(?:(?:a|an|the|their|another|new|further|fresh|bilateral|regular|annual|official|two-day)\s+){0,2}"
    r"(?:(?P<round>round)\s+of\s+)?(?:(?P<nth>[\w-]{3,20})\s+(?P<round2>round)\s+of\s+)?"
    r"(?P<noun>consultations|negotiations|talks|discussions)\b",
    regex.I,
)
_TOPIC = regex.compile(
    r"\bto\s+(?:talk|speak|negotiate|confer|exchange\s+views|consult|discuss|debate|review)\s+"
    r"(?:for\s+the\s+(?P<nth>[\w-]{3,20})\s+time\s+)?(?:(?:about|on|over)\s+)?"
    r"(?:(?:the|their|its)\s+)?(?P<topic>[a-z][a-z-]{2,20}(?:\s+[a-z][a-z-]{2,20}){0,2})"
    r"(?=\s*(?:[.,;)]|$|\b(?:in|at|on|with|for|between|after|before|and|as|behind|under|during|while|when)\b))",
    regex.I,
)
_TIME = regex.compile(r"\bfor\s+the\s+(?P<nth>[\w-]{3,20})\s+time\b", regex.I)
_APART = regex.compile(
    r"[;:\"]|\b(?:said|says|told|that|which|who|where|when|after|before|while|but|because|visited)\b", regex.I
)
"""Another clause between the parties and the verb, or between the two parties."""
_TWO = 2
_NAMED = frozenset({"consultations", "negotiations"})
"""Nouns that tell of an event between two parties without a topic."""
_SIDES = regex.compile(
    r"\b(?:the|both)\s+(?:two\s+)?(?:sides|parties|delegations)\s+(?:also\s+)?(?:met|sat\s+down|gathered|convened)\b"
    r"(?!\s+(?:last|again|previously|first|earlier|before|with)\b)(?=\s+(?:in|on|at)\b)",
    regex.I,
)
"""'The two sides met on D': the event spoken of last."""
_NTH_MEETING = regex.compile(
    r"\b(?P<who>(?:(?:deputy|vice)[ -])?(?:(?:foreign|prime|energy|trade|transport)\s+)?"
    r"ministers(?:\s+of\s+foreign\s+affairs)?"
    r"|presidents|leaders|heads\s+of\s+state)\b(?P<of>[^.;:\"\n]{0,90}?),?\s+"
    r"(?:meeting|gathering|(?:(?:had|who|have)\s+){0,2}(?:met|gathered|convened|assembled|sat\s+down|come\s+together|came\s+together))\s+"
    r"(?:[^.;:\"\n]{0,60}?\s)?for\s+the\s+(?P<nth>[\w-]{3,20})\s+time\b",
    regex.I,
)
"""'Foreign ministers, meeting for the 20th time, approved': a meeting of theirs that is told by its number alone."""
_THEIRS = regex.compile(r"\b(?:their|its|whose|these|those|other)\s+(?:[\w-]{3,12}\s+)?$", regex.I)
"""Ministers of those of whom the text spoke last, whoever they are."""
_BEFORE, _AFTER = 160, 160
_VAGUE = NO_CONTENT | frozenset(
    "issues matters questions topics things cooperation relations ties prospects ways how".split()
)
"""Words of a topic that tell no talks of two parties from others."""


def find_deeds(
    shadow: str,
    entities: Sequence[EntityMention],
    sentences: Sequence[Sentence],
    phrases: Sequence[EventPhrase],
    pack: Pack,
) -> list[EventPhrase]:
    """Give the phrases with those that verbs tell of put between them; a noun of a verb's takes its parties."""
    found: list[EventPhrase] = []
    for sentence in sentences:
        own = between(phrases, sentence.start, sentence.end)
        if any(not p.bare and p.head != "it" for p in own):
            continue
        again = _SIDES.search(shadow, sentence.start, sentence.end)
        if again is not None:
            found.append(EventPhrase(*again.span(), "meeting", MET, determiner="the", bare=True))
            continue
        nth = _nth_meeting(shadow, sentence, between(entities, sentence.start, sentence.end), pack)
        if nth is not None:
            found.append(nth)
            continue
        found += next(iter(_deeds(shadow, sentence, between(entities, sentence.start, sentence.end), pack)), ())
    kept = [p for p in phrases if not any(d.start < p.end and p.start < d.end for d in found)]
    return sorted([*kept, *found], key=lambda p: (p.start, p.end))


def _deeds(
    shadow: str, sentence: Sentence, entities: Sequence[EntityMention], pack: Pack
) -> Iterator[list[EventPhrase]]:
    for verb in _VERB.finditer(shadow, sentence.start, sentence.end):
        parties = _subject(shadow, verb.start(), entities, pack)
        if len(parties) != _TWO:
            continue
        limit = min(sentence.end, verb.end() + _AFTER)
        topic = _TOPIC.search(shadow, verb.end(), limit)
        words = tuple(w for w in topic["topic"].casefold().split() if w not in _VAGUE) if topic is not None else ()
        noun = (verb["noun"] or "talks").casefold()
        if not words and noun not in _NAMED:
            continue
        kind = "consultations" if noun == "consultations" else "talks"
        number = ordinal_of(verb["nth"]) if verb["nth"] else None
        told = EventPhrase(verb.start(), verb.end(), kind, MET, parties=parties, words=words, ordinal=number)
        again = topic if topic is not None and topic["nth"] else _TIME.search(shadow, verb.end(), limit)
        number = ordinal_of(again["nth"]) if again is not None else None
        if again is None or number is None:
            yield [told]
        else:
            yield [told, replace(told, start=again.start(), end=again.end(), ordinal=number)]


def _nth_meeting(shadow: str, sentence: Sentence, entities: Sequence[EntityMention], pack: Pack) -> EventPhrase | None:
    """The meeting of a group that is told by its number: not the first, which is often the first of something."""
    match = _NTH_MEETING.search(shadow, sentence.start, sentence.end)
    number = ordinal_of(match["nth"]) if match is not None else None
    if match is None or number is None or number < _TWO or _THEIRS.search(shadow, sentence.start, match.start()):
        return None
    named = [e.entity for e in entities if match.start() - 30 <= e.start and e.end <= match.end() and e.type in PARTIES]
    found = {p for e in named if (p := party_of(e, pack)) is not None}
    parties = tuple(sorted(fold_parties(sorted(found), pack)))
    return EventPhrase(*match.span(), "meeting", MET, level_of(match["who"]), parties, ordinal=number)


def _subject(shadow: str, verb: int, entities: Sequence[EntityMention], pack: Pack) -> tuple[str, ...]:
    """The parties that do what the verb says: named before it, with no other clause between."""
    before = [e for e in entities if e.end <= verb and verb - e.end < _BEFORE and e.type in PARTIES]
    if len(before) < 2 or _APART.search(shadow, before[-1].end, verb) or verb - before[-1].end > 60:
        return ()
    if _APART.search(shadow, before[-2].end, before[-1].start) or before[-1].start - before[-2].end > 60:
        return ()
    found = {p for e in before[-6:] if (p := party_of(e.entity, pack)) is not None}
    return tuple(sorted(fold_parties(sorted(found), pack)))
