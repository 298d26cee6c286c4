"""A sentence to who comes for a country: "the Turkmen delegation was led by X", "A sent X", "for A came X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.encounters import Scene
from eucacheck.kinds._encounters.groups import entities_from
from eucacheck.kinds._encounters.party import Party, level_of, listed_from, listed_to, of_members
from eucacheck.kinds.participant.absences import Taken
from eucacheck.records import EntityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_SENT_ONE = regex.compile(
    r"\s+(?:(?:had|has|also|only)\s+){0,2}(?:sent|dispatched|was\s+sending)\s+(?:only\s+)?(?:(?:its|the|their)\s+)?"
)
_LED = regex.compile(
    r"(?:(?:'s?)?\s+(?:delegation|team))?,?\s+(?:(?:was|is|were|had\s+been)\s+)?(?:led|headed)\s+(?:this\s+time\s+)?by\s+"
    r"(?:only\s+)?(?:(?:the|its)\s+)?"
)
_SEAT = regex.compile(
    r"(?:(?:'s?)?\s+(?:seat|place|chair))?(?:\s+at\s+the\s+table)?\s+(?:was|had\s+been)\s+(?:taken|occupied|filled)\s+by\s+"
    r"(?:(?:the|its)\s+)?"
)
_FOR = regex.compile(r"\b(?:[Ff]or|[Oo]n\s+behalf\s+of|[Ff]rom)\s+(?:the\s+)?$")
_SEAT_OF = regex.compile(r"\b(?:[Tt]he\s+)?(?:seat|place|chair)\s+of\s+(?:the\s+)?$")
_CAME = regex.compile(
    r",?\s+(?:there\s+)?(?:came|attended|spoke|travelled|flew\s+in)\s+(?:only\s+)?(?:(?:the|its)\s+)?"
)
_COMES = ((_SENT_ONE, None), (_LED, None), (_SEAT, _SEAT_OF), (_CAME, _FOR))
"""What stands behind a country that sends somebody, and before it."""
_LEVEL = (
    r"(?:(?:first\s+)?(?:deputy|vice)[\s-]+)?(?:[a-z]{4,14}\s+)?(?:ministers?|presidents?|heads\s+of\s+state|leaders|ambassadors?"
    r"|officials|delegations|delegates|representatives|envoys?)"
)
_CAME_FROM = regex.compile(
    rf"\b(?P<who>{_LEVEL})\s+(?:(?:had|have|also|all)\s+){{0,2}}(?:came|come|travell?ed|arrived|flew\s+in|flown\s+in"
    r"|(?:were|are|was|is)\s+(?:there|present|expected|awaited|sent)|took\s+part)\s+from\s+(?:the\s+)?",
    regex.I,
)
_FROM_CAME = regex.compile(
    rf"\s+(?:there\s+)?(?:came|travelled|were\s+sent|was\s+sent|attended)\s+(?:only\s+)?(?:(?:an?|its|the|their)\s+)?(?P<who>{_LEVEL})\b"
    r"(?!\s+\p{Lu})"
)
_BY_RANK = regex.compile(
    rf",?\s+(?:only\s+)?by\s+(?:only\s+)?(?:(?:an?|its|the|their)\s+)?(?P<who>{_LEVEL}|(?P<deputy>deput(?:y|ies))(?=\s*[.,;]))"
    r"\b(?!\s+(?-i:\p{Lu}))",
    regex.I,
)
_REPRESENTED = regex.compile(r"\brepresented\b", regex.I)
_AT_LEVEL = regex.compile(
    r"\s+(?:(?:was|were|is|are)\s+(?:only\s+)?(?:represented|present|there)|(?:came|took\s+part|attended))\s+(?:only\s+)?"
    r"(?:at\s+(?:the\s+)?(?:level\s+of\s+(?:an?\s+|its\s+)?(?P<who>(?:deputy|vice)[\s-]+ministers?|ministers?)"
    r"|(?P<who>(?:deputy|vice)[\s-]+minist\w{2,6}|minist\w{2,6})[\s-]+level))\b"
    r"|\s+(?:had\s+to\s+make\s+do|contented\s+itself|made\s+do)\s+with\s+(?:an?|its)\s+(?P<who>(?:deputy|vice)[\s-]+minister)\b",
    regex.I,
)
_NAMED = frozenset({"full", "surname", "office"})


def find_delegates(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Taken]:
    """Each country that sends somebody, with whom it sends, and those sent."""
    doc = scene.doc
    yield from _groups_from(scene, sentence, parties)
    for party in parties:
        countries = [m for m in party.members if m.startswith("country:")]
        if len(countries) != 1 or not (party.form == "body" or "delegation" in party.id):
            continue
        lead = max(sentence.start, party.start - 24)
        for pattern, front in _COMES:
            before = front.search(doc.shadow, lead, party.start) if front is not None else None
            if before is None and (pattern is _CAME or doc.shadow.startswith((" was taken", " was filled"), party.end)):
                continue
            match = pattern.match(doc.shadow, party.end, sentence.end)
            one = next((p for p in parties if match is not None and 0 <= p.start - match.end() <= 1), None)
            if one is None or one.form not in {*_NAMED, "group"}:
                continue
            if one.form == "group":
                listed = [p.id for p in listed_to(parties, party, doc) if p.form == "body"]
                yield one if one.members else of_members(one, listed), True, None, one.start, one.end
                continue
            lower = one.level == "deputy" and not one.members
            yield replace(one, members=tuple(countries)) if lower else one, True, None, one.start, one.end
            for other in listed_from([p for p in parties if p.start >= one.start], one, doc)[1:]:
                if other.form in {"full", "surname"}:
                    # 'A sent X, B Y and C Z': Y is there; the level of B rests on no verb of its own
                    told = other if other.level == "deputy" else replace(other, members=())
                    yield told, True, None, other.start, other.end
            if one.form != "office":
                country, name = countries[0], doc.pack.name_of(countries[0])
                level = one.level if one.level == "deputy" else None
                body = replace(party, id=country, name=name, key=country, form="body", level=level)
                yield body, True, one, before.start() if before is not None else party.start, one.end


def _groups_from(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Taken]:
    """'Ministers came from A, B and C', 'from A came a deputy minister', 'A was represented at ministerial level'."""
    doc = scene.doc
    for match in _CAME_FROM.finditer(doc.shadow, sentence.start, sentence.end):
        countries = [e for e in entities_from(doc, match.end()) if e.type == "country"]
        if countries and countries[-1].end <= sentence.end:
            yield _told(doc, match["who"], countries, (match.start(), countries[-1].end))
    bodies = [p for p in parties if p.form == "body" and p.id.startswith("country:")]
    for body in bodies:
        level = _AT_LEVEL.match(doc.shadow, body.end, sentence.end)
        came = _FROM_CAME.match(doc.shadow, body.end, sentence.end)
        listed = listed_to(bodies, body, doc)
        entities = [e for e in doc.entities if any(e.start == p.start for p in listed)]
        gapped = _BY_RANK.match(doc.shadow, body.end, sentence.end)
        if gapped is not None and _REPRESENTED.search(doc.shadow, sentence.start, body.start):
            who = "deputy ministers" if gapped["deputy"] else gapped["who"]
            yield _told(doc, who, entities, (listed[0].start, gapped.end()))
        elif came is not None and _FOR.search(doc.shadow, max(sentence.start, listed[0].start - 24), listed[0].start):
            yield _told(doc, came["who"], entities, (listed[0].start, came.end()))
        elif level is not None:
            yield _told(doc, level["who"], entities, (listed[0].start, level.end()))


def _told(doc: "Document", who: str, countries: Sequence[EntityMention], span: tuple[int, int]) -> Taken:
    """Those who came for countries, at the level that the words give."""
    start, end = span
    words = regex.sub(r"ministerial", "minister", who.casefold())
    members = tuple(dict.fromkeys(e.entity for e in countries))
    slug = regex.sub(r"[\s-]+", "-", words)
    one = f"group:{slug}-of-{'+'.join(sorted(m.partition(':')[2] for m in members))}"
    return (
        Party(start, end, start, end, one, doc.text[start:end], one, "group", level_of(words), members),
        True,
        None,
        start,
        end,
    )
