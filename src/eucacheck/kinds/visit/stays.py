"""A sentence to journeys told by where somebody is, not by going: "was received in X", "the next stop is X".

Who is somewhere abroad went there. Where a sentence names the stop and not the traveller ("The first stop had been X",
"Further journeys follow, to Y"), it is the one person of whose journeys the article told before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._encounters.encounter_places import city_spoken_of, place_run
from eucacheck.kinds._encounters.encounters import Scene, subjects_before
from eucacheck.kinds._encounters.party import Party, listed_from, may_live
from eucacheck.kinds.visit.journeys import Journey
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_NTH: Final = r"(?:first|second|third|fourth|fifth|next|last|final|only|previous)"
_DAY: Final = r"(?:(?:on|in|from|early|late|this|next)\s+[^.;,\n]{2,24}?\s+)?"
_RECEIVED: Final = regex.compile(
    r"\b(?:was|were|is|are|will\s+be|had\s+been)\s+(?:also\s+|then\s+|warmly\s+)?(?:received|welcomed|hosted|greeted|met)\s+"
    rf"{_DAY}in\s+(?=\p{{Lu}})"
    r"|\b(?:spen(?:t|ds?|ding)|passed)\s+(?:[\w-]{1,12}\s+){0,4}?(?:days?|nights?|week|weekend|hours?|morning|afternoon|evening)"
    rf"\s+{_DAY}in\s+|\b(?:was|were|is|will\s+be)\s+(?:a\s+|the\s+)?guests?\s+{_DAY}(?:in|of)\s+(?=(?:the\s+)?\p{{Lu}})"
    r"|\bstayed\s+(?:(?:[\w-]{1,9}\s+){1,3})?in\s+(?=\p{Lu})",
    regex.I,
)
_AIRPORT: Final = regex.compile(
    r"\b(?:landed|lands|touched\s+down|arrived|arrives)\s+(?:in|at)\s+(?:the\s+)?(?:[\p{Lu}][\w-]{1,20}\s+){1,3}"
    r"(?:[Aa]irport|[Ss]tation)\s+(?:in|of|near|at|outside)\s+"
)
_FRONTED: Final = regex.compile(
    r"[\"'\s]*(?:(?:On|In|Early\s+in|Late\s+in)\s+(?P<day>\x02+),?\s+)?[Ii]n\s+(?P<place>\x01+),?\s+(?:on\s+\x02+,?\s+|\x02+,?\s+)?"
    r"(?:the\s+)?"
)
_ACTS: Final = regex.compile(
    r"(?:\s*,[^.;\n]{3,90},)?(?:\s+and\s+[^.;\n]{3,60}?)?\s+(?:also\s+|then\s+|first\s+|has\s+|had\s+|will\s+){0,2}"
    r"(?:met|meets|meet|held|holds|had|talked|spoke|speaks|saw|sees|discussed|signed|opened|opens|addressed|visited|visits|attended"
    r"|laid|inaugurated|toured)\b",
    regex.I,
)
_THERE_ON: Final = regex.compile(
    r"\b(?:was|were|is|are|stayed|had\s+been|has\s+been)\s+(?:also\s+)?there\s+(?:on|for)\s+(?:an?|his|her|their)\s+"
    r"(?:(?P<ord>first|second|third|fourth|fifth)\s+)?(?P<kinds>(?:[\w-]{2,14},?\s+){0,3})(?P<noun>visit|trip|tour|mission)\b",
    regex.I,
)
_BACK_FROM: Final = regex.compile(
    r"\b(?:(?:came|comes|is|was|are|were|arrived|flew|got|returned|returns)\s+(?:(?:back|home|back\s+home)\s+)?)"
    rf"(?:today\s+|yesterday\s+|{_DAY})(?P<back>from)\s+(?:an?|the|his|her|their)\s+"
    r"(?:(?P<ord>first|second|third|fourth|fifth)\s+)?(?P<kinds>(?:[\w-]{2,14},?\s+){0,3}?)"
    r"(?P<noun>visit|trip|tour|journey|mission)\s+(?:to|of|in|through|across)\s+",
    regex.I,
)
_BACK: Final = regex.compile(
    rf"\b(?:is|was|are|were|came|comes|arrived|flew)\s+(?:back|home|back\s+home)\s+(?:again\s+)?(?:today\s+|{_DAY})from\s+(?=(?:the\s+)?\p{{Lu}}|the\s+region)"
)
_RETURN: Final = regex.compile(
    r"\b(?P<who>his|her|their)\s+return\s+(?:home\s+)?from\s+(?=(?:the\s+)?\p{Lu}|the\s+region)"
)
_ASIDE_ON: Final = regex.compile(
    r"\s*,?\s+(?:(?:who|and)\s+)?(?:(?:came|is|was|here|there)\s+)?on\s+(?:an?|his|her)\s+"
    r"(?:(?P<ord>first|second|third|fourth|fifth)\s+)?(?P<kinds>(?:(?:official|working|state|private|courtesy|brief|short|two-day|three-day),?\s+){1,3})(?P<noun>visit|trip)\b"
    r"(?!\s+(?:to|in|of|through)\b)",
    regex.I,
)
_STOP_IS: Final = regex.compile(
    rf"\b(?:The|Her|His|Their)\s+{_NTH}\s+(?P<noun>stop|destination|leg|station)\s+(?:(?:of|on)\s+[^.;,\n]{{3,50}}?\s+)?"
    r"(?:was|is|will\s+be|had\s+been|has\s+been|is\s+to\s+be)\s+",
)
_IS_STOP: Final = regex.compile(
    rf"\s+(?:is|was|will\s+be|had\s+been)\s+(?:the|her|his|their)\s+{_NTH}\s+(?P<noun>stop|destination|leg|station)\b"
    r"|\s+(?:came|come|comes|follow(?:s|ed)?|were|are)\s+(?:next|then|afterwards|after\s+that)\b",
    regex.I,
)
_LED: Final = regex.compile(
    r"\b(?P<noun>tour|trip|visit|journey|programme|mission)(?:\s+(?:of|through|across|to|in)\s+[^.;,\n]{3,40}?)?(?P<verb>,?\s+"
    r"(?:which\s+|that\s+)?(?:had\s+|has\s+|will\s+|is\s+to\s+)?(?:open(?:ed|s)?|beg[aiu]ns?|start(?:ed|s)?|kick(?:ed|s)\s+off"
    r"|end(?:ed|s)?|leads?|led|continue[sd]?|conclude[sd]?|close[sd]?|got\s+under\s+way)\s+"
    rf"(?:(?:earlier|last)\s+\w+\s+)?{_DAY}(?:in|to|with|at|from)\s+)",
    regex.I,
)
_FURTHER: Final = regex.compile(
    r"\b(?:further|more|other|another|two\s+more|a\s+second|the\s+next|a|an)\s+(?P<noun>journeys?|trips?|visits?|stops?)\s+"
    r"(?:follows?|will\s+follow|(?:is|are)\s+(?:planned|scheduled|foreseen|due|expected|to\s+follow)|(?:is|are)\s+to\s+follow)"
    r"(?:\s+(?:in|on|for|this|next)\s+[^.;,\n]{2,24})?\s*,?\s+(?:to|in)\s+"
    r"|\b(?:further|another|a\s+second|the\s+next|a)\s+(?P<noun>journey|trip|visit)\s+to\s+(?=\p{Lu}[^.;\n]{2,60}"
    r"\s(?:is|are)\s+(?:planned|scheduled|foreseen|due|expected)\b)",
    regex.I,
)
_SIGHT: Final = regex.compile(
    r"\b(?:visited|visits|toured|inspected|went\s+to\s+see)\s+(?:the|an?|its)\s+(?:[\w'-]{2,18}\s+){1,6}?(?:in|at|near|of)\s+"
    r"(?=\p{Lu})",
)
_PLANNED: Final = regex.compile(r"\b(?:is|are)\s+(?:planned|scheduled|foreseen|due|expected)\b")
_OWNED: Final = regex.compile(r"\b(?:his|her|their)\s+(?:[\w-]{2,14}\s+){0,3}$|'s?\s+(?:[\w-]{2,14}\s+){0,3}$", regex.I)
_WAY: Final = regex.compile(r"\bmade\s+(?:his|her|their)\s+way\s+(?:from\s+\p{Lu}[\w-]{2,20}\s+)?to\s+")
_TOURED: Final = regex.compile(
    r"\b(?:end(?:ed|s)?|beg[ai]ns?|start(?:ed|s)?|open(?:ed|s)|conclude[sd]?|finish(?:ed|es)|kick(?:ed|s)\s+off|wrap(?:ped|s)\s+up"
    r"|wound\s+up|complete[sd]?)\s+(?:(?:his|her|their|a|the)\s+)?(?:[\w-]{2,14}\s+){0,3}?(?:tour|trip|journey|mission)"
    rf"(?:\s+(?:of|to|through|across|in)\s+[^.;,\n]{{3,40}}?)?\s+{_DAY}(?:in|with)\s+(?=\p{{Lu}})",
)
_DATE, _PLACE = "\x02", "\x01"
_HEAD: Final = 120
"""Characters at the head of a sentence in which its day and place are looked for."""
_ABROAD: Final = (_RECEIVED, _BACK)
"""Who is received in a town, or back from it, was there on a visit only if it is not at home."""


def find_stays(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], traveller: Party | None
) -> Iterator[Journey]:
    """Give the journeys that a sentence tells without a word of going; `traveller` is the one of the article so far."""
    people = [p for p in parties if p.form != "body"]
    yield from _by_subject(scene, sentence, people)
    yield from _fronted(scene, sentence, people)
    yield from _on_a_visit(scene, sentence, people)
    if sentence.role == "body":
        yield from _led(scene, sentence, people, traveller)
    if traveller is not None and sentence.role == "body":
        yield from _of_one_traveller(scene, sentence, people, traveller)


def _by_subject(scene: Scene, sentence: Sentence, people: Sequence[Party]) -> Iterator[Journey]:
    """'was received in X', 'spent two days in X', 'landed at Y airport in X', 'visited the school in X'."""
    doc = scene.doc
    for match in _RETURN.finditer(doc.shadow, sentence.start, sentence.end):
        owner = [p for p in people if p.start == match.start("who")]
        places = place_run(doc, match.end(), sentence.end)
        if owner and places and not may_live(owner[0], places[0], doc):
            yield owner, places[:1], match.start(), match.end(), None
    for pattern in (_RECEIVED, _AIRPORT, _SIGHT, _WAY, _BACK, _BACK_FROM, _TOURED):
        for match in pattern.finditer(doc.shadow, sentence.start, sentence.end):
            places = place_run(doc, match.end(), sentence.end)
            who = subjects_before(scene, sentence, people, match.start()) if places else []
            if who and not (pattern in _ABROAD and may_live(who[0], places[0], doc)):
                noun = match if pattern is _BACK_FROM else None
                yield who, places, match.start(), match.end(), noun


def _fronted(scene: Scene, sentence: Sentence, people: Sequence[Party]) -> Iterator[Journey]:
    """'On 7 October in X she met P', 'In X on Sunday A and B signed': who is not at home there came for it."""
    doc = scene.doc
    stop = min(sentence.end, sentence.start + _HEAD)
    head = list(doc.shadow[sentence.start : stop])
    towns = [e for e in between(doc.entities, sentence.start, stop) if e.type == "place" and e.form != "adjective"]
    spans = [(d.start, d.end, _DATE) for d in between(doc.dates, sentence.start, stop)]
    for start, end, mark in (*spans, *((e.start, e.end, _PLACE) for e in towns)):
        head[start - sentence.start : end - sentence.start] = mark * (end - start)
    lead = _FRONTED.match("".join(head)) if towns else None
    if lead is None:
        return
    at, stop = sentence.start + lead.end(), sentence.start + lead.start("place")
    first = next((p for p in people if at - 4 <= p.start <= at), None)
    place = next((e for e in towns if e.start == stop), None)
    if first is None or place is None:
        return
    who = listed_from([p for p in people if p.start >= first.start], first, doc)
    acts = _ACTS.match(doc.shadow, who[-1].end, sentence.end)
    guests = [p for p in who if p.id.startswith("person:") and not may_live(p, place, doc)]
    if acts is not None and guests:
        yield guests, [place], sentence.start, acts.end(), None


def _on_a_visit(scene: Scene, sentence: Sentence, people: Sequence[Party]) -> Iterator[Journey]:
    """'was there on a working visit', 'P, on an official visit, met Q in X': the town that is spoken of."""
    doc = scene.doc
    for match in _THERE_ON.finditer(doc.shadow, sentence.start, sentence.end):
        who = subjects_before(scene, sentence, people, match.start())
        places = city_spoken_of(doc, sentence, match.start()) if who else []
        if places and not (who[0].members and may_live(who[0], places[0], doc)):
            yield who, _here(places, match.end()), match.start(), match.end(), match
    for party in people:
        aside = _ASIDE_ON.match(doc.shadow, party.end, sentence.end)
        if aside is None or not party.id.startswith("person:"):
            continue
        places = _towns(doc, sentence) or city_spoken_of(doc, sentence, party.start)
        if places and not may_live(party, places[0], doc):
            yield [party], _here(places, aside.end()), party.end, aside.end(), aside


def _here(places: Sequence[EntityMention], at: int) -> list[EntityMention]:
    """A place told elsewhere, as if it stood behind the words that mean it, so that the quote does not grow."""
    return [replace(p, start=at, end=at) for p in places]


_IN: Final = regex.compile(r"\bin\s+$", regex.I)


def _towns(doc: "Document", sentence: Sentence) -> list[EntityMention]:
    towns = [
        e
        for e in between(doc.entities, sentence.start, sentence.end)
        if e.type == "place" and _IN.search(doc.shadow, max(sentence.start, e.start - 4), e.start)
    ]
    return towns if len({t.entity for t in towns}) == 1 else []


def _of_one_traveller(scene: Scene, sentence: Sentence, people: Sequence[Party], traveller: Party) -> Iterator[Journey]:
    """'The first stop had been X', 'Further journeys follow, to X and Y', 'His tour had opened in X', 'Y came next'."""
    doc = scene.doc
    others = [p.start for p in people if p.id.startswith("person:") and p.id != traveller.id]
    first = min(others, default=sentence.end)
    for pattern in (_STOP_IS, _FURTHER):
        for match in pattern.finditer(doc.shadow, sentence.start, first):
            places = place_run(doc, match.end(), sentence.end)
            plan = _PLANNED.search(doc.shadow, match.end(), sentence.end) if pattern is _FURTHER else None
            end = plan.end() if plan is not None else match.end()
            if places:
                yield [_at(traveller, match.start())], places, match.start(), end, None
    if others:
        return
    places = [e for e in between(doc.entities, sentence.start, sentence.end) if e.type in {"place", "country"}]
    for place in places:
        stop = _IS_STOP.match(doc.shadow, place.end, sentence.end) if place.form != "adjective" else None
        if stop is not None:
            runs = (place_run(doc, p.start, stop.start()) for p in places if p.end <= place.end)
            chosen = next((r for r in runs if r and r[-1].end == place.end), [place])
            yield [_at(traveller, chosen[0].start)], chosen, chosen[0].start, stop.end(), None


def _led(scene: Scene, sentence: Sentence, people: Sequence[Party], traveller: Party | None) -> Iterator[Journey]:
    """'His tour of the region had opened on D in X', 'P's tour, which began in X', 'the tour ended in Y'."""
    doc = scene.doc
    for match in _LED.finditer(doc.shadow, sentence.start, sentence.end):
        places = place_run(doc, match.end(), sentence.end)
        low = max(sentence.start, match.start() - 50)
        owned = _OWNED.search(doc.shadow, low, match.start())
        the = _THE.search(doc.shadow, low, match.start())
        owner = next((p for p in people if owned is not None and owned.start() in {p.start, p.end}), None)
        who = owner if owner is not None else traveller
        if not places or who is None or (owned is None and the is None):
            continue
        begin = owner.start if owner is not None else (owned or the or match).start()
        yield [_at(who, begin)], places[:1], match.start("verb") + 1, match.end(), None


_THE: Final = regex.compile(r"\bthe\s+(?:[\w-]{2,14}\s+){0,2}$", regex.I)


def _at(traveller: Party, offset: int) -> Party:
    """The traveller, as if named where the stop is told."""
    return replace(traveller, start=offset, end=offset, name_start=offset, name_end=offset)
