"""A sentence to who comes for a country: "the Turkmen delegation was led by X", "A sent X", "for A came X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from eucacheck.kinds._absences import Taken
from eucacheck.kinds._encounters import Scene
from eucacheck.kinds._party import Party, listed_to, of_members
from eucacheck.records import Sentence

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
_NAMED = frozenset({"full", "surname", "office"})


def find_delegates(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Taken]:
    """Each country that sends somebody, with whom it sends, and those sent."""
    doc = scene.doc
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
            yield one, True, None, one.start, one.end
            if one.form != "office":
                country, name = countries[0], doc.pack.name_of(countries[0])
                body = replace(party, id=country, name=name, key=country, form="body", level=None)
                yield body, True, one, before.start() if before is not None else party.start, one.end
