"""An act on an agreement to its story: what besides the name tells a reader of another paper which agreement it is.

"The loan agreement" has no name of its own. What it is for, who signed it, how large it is and when that was told
identify it, in the sentences around it; an agreement "on visa facilitation" brings its topic along.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.kinds._wording.instrument_phrase import stems_of
from eucacheck.mentions.events_parties import PARTIES
from eucacheck.pack import Pack
from eucacheck.stems import LONGEST_SENTENCE

if TYPE_CHECKING:
    from eucacheck.kinds.agreement.actions import Act
    from eucacheck.mentions.document import Document

GENERIC: Final = frozenset(
    "loan grant credit financ fund lend cooper bilater intergovernment framework project legal joint separat "
    "ventur intent understand corpor document text".split()
)
"""Stems that many agreements have in their names: they tell the sort, not the agreement."""
_IDLE: Final = frozenset(
    "agreement memorand contract deal inked ratifi adopt sign signatur initial million billion euro dollar minist "
    "government president deput head chair chairman director countr side european union week month year today "
    "ceremon meet visit talk offici work nation state republic worth new will said told also between under part "
    "town city region bank invest develop vice-president company firm ambassador monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
"""Stems that stand beside any agreement."""
_BACK, _ON = 2, 1
"""Sentences before and behind an act that tell what an agreement without a topic of its own is about."""
_MOST = 40
_MANY = 5
"""Agreements of the pack that make a body a party of everything."""


def story_of(doc: "Document", act: "Act", parties: Iterable[str]) -> dict[str, Any]:
    """Give `{"topic": bool, "words": [stem], "with": [identifier], "sums": ["22000000 EUR"], "told": EDTF | None}`.

    `topic` is whether the words are of the agreement's own name; else they are those of the sentences around it.
    """
    one = act.instrument
    named = stems_of(one.words) if one.known else (*one.name, *one.topic)
    own = [w for w in named if w not in GENERIC]
    spans = _around(doc, act.start)
    told = doc.source.published if doc.own_article(act.start) else None
    words = own or [w for a, b in spans for w in _content(doc, a, b)]
    people = [
        p.person for a, b in spans[_before(spans, act.start) :] for p in doc.persons if a <= p.start and p.end <= b
    ]
    parties_near = [
        e.entity for a, b in spans for e in doc.entities if a <= e.start and e.end <= b and e.type in PARTIES
    ]
    sums = [f"{q.low} {q.unit}" for a, b in spans for q in doc.quantities if a <= q.start < b and q.type == "money"]
    wide = _wide(doc.pack)
    return {
        "topic": bool(own),
        "words": sorted(set(words))[:_MOST],
        "with": sorted({*parties, *people, *(n for n in parties_near if not n.startswith("region:"))} - wide),
        "sums": sorted(set(sums)),
        "told": told.edtf if told is not None else None,
    }


@lru_cache(maxsize=4)
def _wide(pack: Pack) -> frozenset[str]:
    """Bodies that are a party of many agreements: alone they tell none from another."""
    found = Counter(p for a in pack.agreements.values() for p in a.parties if p.startswith("org:"))
    return frozenset(p for p, n in found.items() if n >= _MANY)


def _before(spans: list[tuple[int, int]], at: int) -> int:
    """The number of the span that holds the act: who stands in it has to do with it."""
    return next((i for i, (a, b) in enumerate(spans) if a <= at < b), 0)


def _around(doc: "Document", at: int) -> list[tuple[int, int]]:
    """The sentence of an act, two before it and one behind it, of the same article."""
    here = doc.sentence_index(at)
    if here < 0:
        return []
    article = doc.sentences[here].article
    near = doc.sentences[max(0, here - _BACK) : here + _ON + 1]
    return [(s.start, s.end) for s in near if s.article == article and s.end - s.start <= LONGEST_SENTENCE]


def _content(doc: "Document", start: int, end: int) -> list[str]:
    """Stems of the words of a sentence that are no party, person, figure or date."""
    taken = [(m.start, m.end) for m in doc.persons if start <= m.start < end]
    taken += [(m.number_start, m.number_end) for m in doc.quantities if start <= m.start < end]
    taken += [(m.start, m.end) for m in doc.dates if start <= m.start < end]
    taken += [(e.start, e.end) for e in doc.entities if start <= e.start < end and e.type in PARTIES]
    shadow, kept, at = doc.shadow, "", start
    for a, b in sorted(taken):
        if a >= at:
            kept, at = kept + shadow[at:a] + " ", b
    kept += shadow[at:end]
    plain = regex.sub(r"\b(?:Mr|Ms|Dr)\.?\s", " ", kept)
    return [w for w in stems_of(plain) if w not in GENERIC and w not in _IDLE]
