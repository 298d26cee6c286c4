"""A sentence to who has a part in a deed: who opened, organised, hosted, financed, built or handed over a thing.

    deed := ACTOR [, who ACTOR is,] VERB THING  |  THING was VERB [where, when] by [office] ACTOR

Reports of one news call the thing by other words, or by "it": what identifies it is the news, with a noun of the thing
in common. A verb stands for its class: "inaugurated" is "opened".
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import near_day
from eucacheck.compare.names import surname
from eucacheck.kinds._actors import Actors, actors_before, actors_behind
from eucacheck.kinds._part import Part, both
from eucacheck.records import Sentence
from eucacheck.shadow import consonants
from eucacheck.spans import between
from eucacheck.stems import LONGEST_SENTENCE, stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

DEED: Final = "by "
"""How the slots of these parts begin."""
_VERBS: Final = {
    "open": r"(?:re)?opened|inaugurated|unveiled",
    "chair": r"chaired|presided\s+over|moderated",
    "organise": r"(?<!self-)organi[sz]ed|convened|staged|arranged",
    "host": r"hosted",
    "hand": r"handed\s+(?:(?:them|it|these|those)\s+)?over|donated|delivered",
    "appoint": r"appointed",
    "propose": r"nominated|put\s+forward",
    "implement": r"implement(?:s|ed)?|carried\s+out|carries\s+out|carry\s+out|executed?|coordinate[sd]?|run(?=\s+by)",
    "fund": r"financed?|finances|fund(?:s|ed)?|sponsor(?:s|ed)|paid(?:\s+for)?|pays\s+for|pay\s+for|bankrolled",
    "teach": r"conducted|taught|given|trained",
    "write": r"written|authored|drafted|drawn\s+up|compiled|published|prepared|wrote",
    "build": r"builds|built|construct(?:s|ed)?|supply|supplies|supplied|manufactured|installed|repaired"
    r"|equip(?:s|ped)",
    "win": r"won|secured",
    "attend": r"(?:took|taken)\s+part\s+in|attended|spoke\s+(?:at|in)|addressed|greeted"
    r"|gave\s+(?:a|the)\s+(?:\p{Ll}+\s)?speech",
    "lead": r"led|leads|headed|heads",
}
_VERB = regex.compile(rf"\b(?:{'|'.join(f'(?P<{k}>{v})' for k, v in _VERBS.items())})\b")
_GATE: Final = re.compile(
    r"open|inaug|unveil|chair|presid|moder|organi|conven|stag|arrang|host|hand|donat|deliver|appoint|nominat|forward"
    r"|implement|carr|execut|coordin|run|financ|fund|spons|pa(?:y|id)|bankr|conduct|taught|given|train|writ|wrote|author"
    r"|draft|drawn|compil|publish|prepar|buil|construct|suppl|manufact|install|repair|equip|won|secur|taken?\spart|took\spart|attend|spoke|address|greet|speech|led\b|leads|head"
)
_LASTING: Final = frozenset({"implement", "fund", "build", "organise", "host"})
"""What is to be done by somebody and what is done by somebody is one part."""
_PEOPLE_ONLY: Final = frozenset({"open", "chair", "hand", "attend", "lead"})
_BODIES_ONLY: Final = frozenset({"organise", "implement", "fund", "build", "win"})
_BY: Final = regex.compile(
    r"(?:\s[^.;:,\n\"()]{1,90}?|\sby\s\d{4}\s)?,?\sby\s(?!\d|train|plane|air|road|rail|sea|means|way)"
)
_OTHER_VERB: Final = regex.compile(r"\b(?:and|who|which|that|where|while|to\s+be|is|was|were|are|will)\b")
_NOT: Final = regex.compile(
    r"\b(?:not|never|no\s+longer|refused|failed|jointly|co-\p{L}+|partly|in\s+part|half|share|together|alongside"
    r"|among\s+others|previous(?:ly)?|earlier|former(?:ly)?|would|could|might|may|should|if|had|used\s+to|each"
    r"|phase|per\s?cent)\b|n't\b|%",
    regex.I,
)
"""A deed that is denied, shared, supposed, or of another time."""
_TO_COME: Final = regex.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|plans?\s+to|to\s+be|due|expected|set\s+to)\b", regex.I
)
_PASSIVE: Final = regex.compile(
    r"\b(?:is|was|were|are|been|being|be)\s(?:\p{Ll}{3,14}(?:ly|n|t)?\s){0,2}$|[\p{L}\d\"'),]\s*$"
)
_AUX: Final = regex.compile(r"\b(?:is|was|were|are|been|being|be)\s+(?:\p{Ll}{3,14}\s+){0,2}$")
_THING_END: Final = regex.compile(
    r"[.;:,\n\"()]|\b(?:which|who|that|where|while|after|before|because|and\s+(?:is|was|has))\b"
)
_WORD: Final = regex.compile(r"\p{L}[\p{L}'-]{2,}")
_STANDS_FOR: Final = frozenset("it they them this these those he she him her".split())
_IDLE: Final = frozenset(
    "the and with for from that this they them its their his her was were are has have had been will which who whom "
    "where when also new large whole entire full first all both some other by into over under about after before "
    "official officially today yesterday ceremony solemnly once again more than event million billion euro euros "
    "dollar dollars year years day days there here it work works part one two three four five".split()
)
_GROUP: Final = regex.compile(r"\b(?:delegation|mission|team|group|side)\b", regex.I)
_LED_PRONOUN: Final = regex.compile(r"(?:it|they|which|who|the\s+(?:delegation|mission|group|team))\b", regex.I)
_FAR: Final = 400
_RECENT: Final = 45
_BACK: Final = 2
_LONGEST: Final = 240
_SUBJECT: Final = 130


def deeds_in(doc: "Document", i: int) -> Iterator[Part]:
    """The parts in deeds that the sentence of that number tells."""
    sentence, text = doc.sentences[i], doc.shadow
    if sentence.end - sentence.start > LONGEST_SENTENCE or _GATE.search(text, sentence.start, sentence.end) is None:
        return
    past = _past(doc, sentence)
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        deed = next(name for name in _VERBS if verb[name])
        if past and deed != "appoint":
            continue
        by = _BY.match(text, verb.end(), sentence.end)
        if by is not None and _OTHER_VERB.search(text, verb.end(), by.end()) is None:
            found = actors_behind(doc, by.end(), sentence.end)
            thing = (_clause_start(text, sentence, verb.start()), verb.start())
        elif _AUX.search(text, max(sentence.start, verb.start() - 40), verb.start()) is None:
            found = actors_before(doc, sentence.start, verb.start())
            thing = (verb.end(), _thing_end(text, sentence, verb.end()))
        else:
            continue
        if found is not None and _fits(deed, found):
            yield from _part(doc, i, deed, (verb, found, thing))


def _fits(deed: str, found: Actors) -> bool:
    if deed in _PEOPLE_ONLY:
        return found.people
    return not (deed in _BODIES_ONLY and found.people)


def _part(
    doc: "Document", i: int, deed: str, told: tuple["regex.Match[str]", Actors, tuple[int, int]]
) -> Iterator[Part]:
    verb, found, thing = told
    sentence, text = doc.sentences[i], doc.shadow
    start, end = min(found.start, verb.start()), max(found.end, verb.end())
    low = max(sentence.start, start - 30)
    if end - start > _LONGEST or _NOT.search(text, low, end) is not None:
        return
    if deed not in _LASTING and _TO_COME.search(text, low, end) is not None:
        return
    if deed in {"chair", "lead"} and any(sentence.start - _FAR < m.end and m.start < sentence.end for m in doc.events):
        return  # event_chair tells of it
    if _STANDS_FOR.intersection(verb.group().casefold().split()):
        thing = verb.span()  # "handed them over"
    if deed in {"appoint", "propose"}:
        things = _whom(doc, thing)
    else:
        things = _led(doc, i, thing) if deed == "lead" else _things(doc, i, thing)
    if not things:
        return
    days = tuple(sorted({d.interval.edtf for d in between(doc.dates, sentence.start, sentence.end)}))
    named = [p.person for p in between(doc.persons, sentence.start, sentence.end)]
    named += [e.entity for e in between(doc.entities, sentence.start, sentence.end) if e.type in {"org", "country"}]
    beside = sorted(set(named) - set(found.names))
    yield Part(start, end, f"{DEED}{deed}", found.names, *both(things), beside=" ".join(beside) or None, days=days)


def _clause_start(text: str, sentence: Sentence, at: int) -> int:
    low = max(sentence.start, at - _SUBJECT)
    return max(low, *(text.rfind(mark, low, at) + 1 for mark in (";", ":", "\n")))


def _thing_end(text: str, sentence: Sentence, at: int) -> int:
    stop = _THING_END.search(text, at + 1, min(sentence.end, at + _SUBJECT))
    return stop.start() if stop is not None else min(sentence.end, at + _SUBJECT)


def _past(doc: "Document", sentence: Sentence) -> bool:
    """The sentence is of a day well before the report."""
    told = doc.source.published
    if told is None or told.start is None:
        return False
    limit = near_day(told.start, -_RECENT)
    return any(
        d.interval.end is not None and d.interval.end < limit for d in between(doc.dates, sentence.start, sentence.end)
    )


def _whom(doc: "Document", thing: tuple[int, int]) -> dict[str, str]:
    """Who is appointed: by the consonants of the surname, as romanisations differ."""
    names = [p.person.partition(":")[2].replace("-", " ") for p in between(doc.persons, thing[0], thing[1] + 1)]
    return {f"who {consonants(surname(n))}": "appointment" for n in names[-1:]}


def _led(doc: "Document", i: int, thing: tuple[int, int]) -> dict[str, str]:
    """A delegation, by whom it is of: named with it, else the first that the sentence before names."""
    own, sentence = doc.shadow[thing[0] : thing[1]], doc.sentences[i]
    before = doc.sentences[i - 1] if i and doc.sentences[i - 1].article == sentence.article else None
    told = f"{doc.shadow[before.start : before.end] if before is not None else ''} {own}"
    group = _GROUP.search(own) or (_GROUP.search(told) if _LED_PRONOUN.match(own.strip()) else None)
    if group is None:
        return {}
    of = [e for e in between(doc.entities, *thing) if e.type in {"org", "country"}]
    if not of and before is not None:
        of = [e for e in between(doc.entities, before.start, before.end) if e.type in {"org", "country"}][:1]
    return {f"led {e.entity}": group.group().casefold() for e in of[:1]}


def _things(doc: "Document", i: int, thing: tuple[int, int]) -> dict[str, str]:
    """The nouns of the thing by stem, without names and days; of a pronoun those of the sentences before."""
    low, high = thing
    found = _nouns(doc, low, high)
    words = {w.casefold() for w in doc.shadow[low:high].split()[:_BACK]}
    if found and not words & _STANDS_FOR:
        return found
    own = doc.sentences[i]
    for before in doc.sentences[max(0, i - _BACK) : i]:
        if before.article == own.article:
            found |= _nouns(doc, before.start, before.end)
    return found


def _nouns(doc: "Document", low: int, high: int) -> dict[str, str]:
    taken = [(x.start, x.end) for group in (doc.entities, doc.persons, doc.offices) for x in between(group, low, high)]
    taken += [(d.start, d.end) for d in between(doc.dates, low, high)]
    words = [
        w.group().casefold()
        for w in _WORD.finditer(doc.shadow, low, high)
        if not any(a <= w.start() < b for a, b in taken)
    ]
    return {stem(w): w for w in words if w not in _IDLE and not w.endswith("ly")}
