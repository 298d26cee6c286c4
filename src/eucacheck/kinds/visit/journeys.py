"""A sentence to its journeys: who goes to which places, by verb, by noun, by host."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.encounter_places import city_spoken_of, place_run
from eucacheck.kinds._encounters.encounters import Scene, subjects_before
from eucacheck.kinds._encounters.party import Party, at_home, listed_from, may_live
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

KIND = (
    r"official|working|state|return|joint|planned|private|unofficial|friendly|courtesy|historic|brief|short|surprise|unannounced|"
    r"landmark|maiden|inaugural|foreign|overseas|regional"
)
_NOUN = (
    r"(?:(?P<ord>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|maiden|inaugural|final)(?:-ever)?[\s,]+(?:ever\s+)?)?"
    rf"(?P<kinds>(?:(?:{KIND}|\w{{2,6}}-day|\w{{2,6}}-nation|\w{{2,8}}-country|diplomatic|"
    rf"bilateral)[\s,]+(?:and\s+)?){{0,3}})"
    r"(?P<noun>visits?|trips?|tours?|arrival|stopover|stop|stay|voyage|journey)\b"
)
_VERB = regex.compile(
    r"\b(?P<verb>visit(?:ed|s|ing)?|tour(?:ed|s|ing)?|reach(?:ed|es)|(?:travel(?:l?ed|s|l?ing)?|went|goes|"
    r"going|go|flew|flown|flies|fly|flying|came|comes?|head(?:ed|s|ing)?|proceed(?:ed|s|ing)?|"
    r"continue[ds]?|moved?|return(?:ed|s)?)\s+(?:first\s+)?(?:from\s+\p{Lu}\w{2,20}\s+)?(?:on\s+|in\s+|off\s+|"
    r"straight\s+|back\s+)?to|head(?:ed|s|ing)?\s+(?:off\s+)?for|(?:set|sets) off (?:for|to)|left for|"
    r"leaves for|"
    r"brought\s+[^.;,\n]{2,40}\s+with\s+(?:him|her)\s+to|arriv(?:ed?|es|ing)\s+"
    r"(?:on\s+(?:\p{Lu}\w{2,8}\s+\d{1,2}|\d{1,2}(?:\s+of)?\s+\p{Lu}\w{2,8})\s+)?(?:in|at|to)|"
    r"land(?:ed|s|ing)?\s+in|touched down in|stop(?:ped|"
    r"s)?\s+(?:over\s+)?in|(?:starts?|started|begins?|began)\s+in|"
    r"(?:was|were|is|are|will be)\s+(?:expected\s+|due\s+|back\s+)?in|"
    r"had\s+(?:already\s+|also\s+)?been\s+(?:to|in)|on (?:his|her|their) way to|"
    r"en route to|(?:came|comes?|arrived|returned)\s+from)\b\s*",
    regex.I,
)
_NOMINAL = regex.compile(rf"\b{_NOUN}", regex.I)
_TO = regex.compile(r"\s*(?:to|of|in|around|across|through|at|(?:was|is|will be)\s+(?:in\s+)?)\s*", regex.I)
_BROUGHT = regex.compile(
    r"\s*,?\s+(?:(?:which|that)\s+)?(?:has\s+|had\s+|will\s+)?(?:brought|took|takes?|brings?)\s+", regex.I
)
_SUPPORT = regex.compile(
    r"\b(?:pa(?:id|ys?|ying)|ma(?:de|kes?|king)|beg[aiu]n\w*|start\w*|kick\w* off|conclud\w+|complet\w+|"
    r"end\w*|wrapp\w+ up|w(?:ound|inds?) up|crown\w+|cut short|broke off|round\w+ (?:up|off)|undert\w+|"
    r"embark\w+ on|conduct\w*|on|for|during|arrived|continu\w+|launch\w+|postpon\w+|cancel\w+|plan\w+|announc\w+|"
    r"open\w+)(?:\s+on\s+\w{3,6}day)?\s+(?:an?|the|his|her|their|its|this)?\s*$",
    regex.I,
)
_ON_A = regex.compile(r"\b(?:on|for|during)\s+(?:an?|his|her|their)\s+$")
_WHERE = regex.compile(r",?\s+where\s+(?:the\s+)?$")
_PLACES = frozenset({"place", "country"})
_BY = regex.compile(r"\s*(?:of|by)\s+(?:the\s+)?")
_AND_BY = regex.compile(r"\s*,?\s*and (?:of|by)\s+(?:the\s+)?")
_BY_BEHIND = regex.compile(r"\s*,?\s*(?:by|of)\s+(?:the\s+)?")
_HALT = regex.compile(r"\s*,")
_ON_TO = regex.compile(r"\s+to\s+")
_COMMA = regex.compile(r",\s+(?:the\s+)?$")
_LEAD_IN = regex.compile(
    r"[\"'\s]*(?:(?:rounding|wrapping|winding)\s+(?:off|up)|concluding|ending|completing|beginning|starting|opening|paying|on|"
    r"during|in\s+the\s+course\s+of|at\s+the\s+(?:start|end|close)\s+of|after|following|before|ahead\s+of|(?:back|fresh)\s+from|"
    r"while\s+on)\s+(?:an?|the|his|her|their)\s+",
    regex.I,
)
_LEAD_REACH = 120
"""Characters from the place of a visit to the subject of the sentence that it opens."""
_TAKES = regex.compile(r"\b(?:took|takes|will take|has taken|brought|will bring|led)\s+", regex.I)
_RECEIVES = regex.compile(
    r"\s*(?:will\s+|has\s+|had\s+)?(?:hosted|hosts?|welcomed|welcomes?|received|receives?|greeted)\s+", regex.I
)
_SPEAKS_IN = regex.compile(
    r"\b(?:said|told (?:reporters|journalists)|stated|declared|spoke|speaking)\s+(?:on\s+\w+\s+)?in\s+", regex.I
)
_BEGAN_WITH = regex.compile(
    r"\b(?:began|begins?|begun|started|starts?|opened|opens?|ended|ends?|concluded|concludes?|continued|"
    r"continues?)\s+with\s+(?:an?\s+|the\s+)?$",
    regex.I,
)
Journey = tuple[list[Party], list[EntityMention], int, int, regex.Match[str] | None]
"""Travellers, places, first and last code point of the cue, and the noun phrase if it is one."""


def find_journeys(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> list[Journey]:
    """The journeys that a sentence tells of, and those from where the travellers come."""
    found = [
        *_by_verb(scene, sentence, text, parties),
        *_by_noun(scene, sentence, text, parties),
        *_by_host(scene, sentence, parties),
        *_speaking(scene, sentence, text, parties),
        *_taken(scene, sentence, text, parties),
    ]
    return [*found, *_after(scene, sentence, text, found), *_before(scene, sentence, found)]


def _by_verb(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Journey]:
    for match in _VERB.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        places = place_run(scene.doc, end, sentence.end)
        if not places:
            continue
        on_the_way = regex.match(r"en route|on ", match.group(), regex.I) is not None
        who = subjects_before(scene, sentence, parties, start, coordinated=on_the_way)
        if who:
            yield who, places, start, end, None


def _by_noun(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Journey]:
    for match in _NOMINAL.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        who, places = _circumstances(scene, sentence, parties, start, end)
        if who and places:
            last = max(end, *(w.end for w in who if w.start > start), end)
            yield who, places, start, last, match
            yield from _and_of(scene, sentence, parties, places, max(last, places[-1].end), match)


def _and_of(  # noqa: PLR0913, PLR0917 - the rest of one noun phrase
    scene: Scene,
    sentence: Sentence,
    parties: Sequence[Party],
    places: list[EntityMention],
    at: int,
    match: regex.Match[str],
) -> Iterator[Journey]:
    """'visits to X of P in October and of Q in November': Q went there too."""
    date = next((d for d in scene.doc.dates if at <= d.start <= at + 6 and d.end <= sentence.end), None)
    at = date.end if date is not None else at
    joined = _AND_BY.match(scene.doc.shadow, at, sentence.end)
    if joined is not None and (party := _party_at(parties, joined.end())) is not None:
        yield [party], places, party.start, party.end, match


def _circumstances(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], start: int, end: int
) -> tuple[list[Party], list[EntityMention]]:
    """Who travels and where to, around "visit": "of P to X", "to X by P", "P's visit to X", "P paid a visit to X"."""
    doc = scene.doc
    who: list[Party] = []
    at = end
    day = next((d for d in between(doc.dates, at, sentence.end) if d.start <= at + 8), None)
    if day is not None and _BY.match(doc.shadow, day.end, sentence.end) is not None:
        at = day.end  # 'a visit in March by P'
    brought = _BROUGHT.match(doc.shadow, at, sentence.end)
    said = brought or _BY.match(doc.shadow, at, sentence.end)
    if said is not None and (first := _party_at(parties, said.end())) is not None:
        who = listed_from([p for p in parties if p.start >= first.start], first, doc)
        at = who[-1].end
        comma = _HALT.match(doc.shadow, at)
        at = comma.end() if comma is not None else at
    to = _TO.match(doc.shadow, at, sentence.end)
    places = place_run(doc, to.end(), sentence.end) if to is not None else []
    if not who and places and (by := _BY_BEHIND.match(doc.shadow, places[-1].end, sentence.end)) is not None:
        first = _party_at(parties, by.end())
        who = listed_from([p for p in parties if p.start >= first.start], first, doc) if first is not None else []
    if not who:
        who = _owner(scene, sentence, parties, start)
    if not who and places:
        who = _led_in(scene, sentence, parties, start, places[-1].end)
    if who and not places and said is not None and brought is None:
        places = city_spoken_of(doc, sentence, start)
    if who and not places and _ON_A.search(doc.shadow, max(sentence.start, start - 12), start) is not None:
        places = _where(scene, sentence, who[0])
    return who, places


def _where(scene: Scene, sentence: Sentence, who: Party) -> list[EntityMention]:
    """'in X, where P was on a working visit': the place that the relative clause is about."""
    doc = scene.doc
    lead = _WHERE.search(doc.shadow, max(sentence.start, who.start - 20), who.start)
    if lead is None:
        return []
    return [
        e for e in between(doc.entities, sentence.start, lead.start()) if e.end == lead.start() and e.type in _PLACES
    ]


def _led_in(scene: Scene, sentence: Sentence, parties: Sequence[Party], start: int, end: int) -> list[Party]:
    """'Rounding off a visit to X, P said': the subject of the sentence that the visit opens."""
    shadow = scene.doc.shadow
    if _LEAD_IN.fullmatch(shadow, sentence.start, start) is None:
        return []
    days = {d.end for d in between(scene.doc.dates, end, min(sentence.end, end + _LEAD_REACH))}
    ahead = [p for p in parties if end <= p.start < end + _LEAD_REACH]
    return [p for p in ahead if _COMMA.search(shadow, max(end, p.start - 8), p.start) or p.start - 1 in days][:1]


def _party_at(parties: Sequence[Party], at: int) -> Party | None:
    return next((p for p in parties if p.start <= at + 4 and at <= p.start + 4), None)


def _owner(scene: Scene, sentence: Sentence, parties: Sequence[Party], start: int) -> list[Party]:
    """The owner: "her visit", "Michel's visit", or the subject of "paid a visit"."""
    shadow = scene.doc.shadow
    for party in reversed([p for p in parties if p.end <= start]):
        gap = shadow[party.end : start]
        if len(gap) > 40:
            break
        word = shadow[party.start : party.end].casefold()
        if regex.fullmatch(
            r"(?:'s?)?\s*(?:(?:upcoming|planned|recent|forthcoming|expected|latest|current|scheduled|official|next|following)\s+)?",
            gap,
            regex.I,
        ) and (word in {"his", "her", "their"} or "'" in gap):
            return [party]
        break
    with_visit = _BEGAN_WITH.search(shadow, max(sentence.start, start - 40), start)
    if with_visit is not None:
        before = [p for p in parties if p.end <= with_visit.start()]
        return before[:1] if len({p.id for p in before}) == 1 else []
    support = _SUPPORT.search(shadow, max(sentence.start, start - 60), start)
    if support is None:
        return []
    return subjects_before(scene, sentence, parties, support.start())


def _by_host(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Journey]:
    """'Tashkent welcomed P on 5 May': a place as the host."""
    doc = scene.doc
    for place in between(doc.entities, sentence.start, sentence.end):
        if place.type not in {"place", "country"} or place.form == "adjective":
            continue
        match = _RECEIVES.match(doc.shadow, place.end, sentence.end)
        if match is None or (first := _party_at(parties, match.end())) is None or _owns(first, doc):
            continue
        who = listed_from([p for p in parties if p.start >= first.start], first, doc)
        yield who, [place], place.start, who[-1].end, None


def _taken(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Journey]:
    """'a tour that took her to A and B': the one who is taken goes there."""
    for match in _TAKES.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        who = _party_at(parties, end)
        to = _ON_TO.match(scene.doc.shadow, who.end, sentence.end) if who is not None else None
        places = place_run(scene.doc, to.end(), sentence.end) if to is not None else []
        if who is not None and places:
            yield [who], places, start, who.end, None


_AFTER = regex.compile(r"\b(?:after|following|before|ahead of)\s+(?:an?|his|her|their)\s+$", regex.I)


def _after(scene: Scene, sentence: Sentence, text: str, found: Sequence[Journey]) -> Iterator[Journey]:
    """'P arrived in A after a visit to B': whoever went to A had been in B."""
    for match in _NOMINAL.finditer(text) if found else ():
        start, end = sentence.start + match.start(), sentence.start + match.end()
        lead = _AFTER.search(scene.doc.shadow, max(sentence.start, start - 24), start)
        to = _TO.match(scene.doc.shadow, end, sentence.end)
        if lead is None or to is None or any(j[2] == start for j in found):
            continue
        main = [j for j in found if j[1] and j[1][-1].end <= lead.start() and lead.start() - j[1][-1].end <= 60]
        places = place_run(scene.doc, to.end(), sentence.end)
        if main and places:
            yield main[-1][0], places, start, end, match


_HEAD = regex.compile(r"[\"'\s]*(?:After|Following|From)\s+", regex.I)


def _before(scene: Scene, sentence: Sentence, found: Sequence[Journey]) -> Iterator[Journey]:
    """'After A he went on to B', 'P flew to B from A': whoever went to B had been in A."""
    doc = scene.doc
    lead = _HEAD.match(doc.shadow, sentence.start, sentence.end)
    places = place_run(doc, lead.end(), sentence.end)[:1] if lead is not None else []
    ahead = [j for j in found if places and 0 <= j[2] - places[0].end <= 40]
    if ahead and ahead[0][0][0].start >= places[0].end:
        yield ahead[0][0], places, places[0].start, places[0].end, None
    for who, stops, _, _, _ in found:
        source = _FROM.match(doc.shadow, stops[-1].end, sentence.end) if stops else None
        begun = place_run(doc, source.end(), sentence.end)[:1] if source is not None else []
        if source is not None and begun and begun[0].entity in doc.pack.places and not may_live(who[0], begun[0], doc):
            yield who, begun, source.start(), begun[0].end, None


_FROM = regex.compile(r"\s+(?:on\s+\p{Lu}\w{2,8}(?:\s\d{1,2})?\s+)?from\s+")


def _owns(party: Party, doc: "Document") -> bool:
    """'welcomed P's words': P's words went nowhere."""
    return doc.shadow[party.end : party.end + 2] in {"'s", "' "}


def _speaking(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Journey]:
    """'P said in Astana': P was there, if it is not P's own country or seat."""
    for match in _SPEAKS_IN.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        places = place_run(scene.doc, end, sentence.end)[:1]
        who = [p for p in subjects_before(scene, sentence, parties, start) if p.members]
        if places and places[0].type == "place" and who and not at_home(who[0], places[0].entity, scene.doc):
            yield who, places, start, end, None
