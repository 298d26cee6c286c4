"""What the grammars of ranks share: the rank, its sentence, and whom "the region", "its" or "we" denotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from eucacheck.records import EntityMention, Modality, PersonMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.pack import Pack
    from eucacheck.pack.model import Organisation

ORDER = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "2nd": 2, "3rd": 3,
} | {f"{n}th": n for n in range(4, 31)}  # fmt: skip
NTH = "|".join(sorted(ORDER, key=len, reverse=True))
ROLES = {
    "trading-partner": r"trad(?:e|ing) partners?|partners? (?:in|for|when it comes to|in terms of|as regards)"
    r" (?:foreign |external )?trade"
    r"|(?:economic|commercial) partners?",
    "investor": r"(?:foreign |direct |single ){0,3}investors?|investment partners?"
    r"|source of (?:foreign )?(?:direct )?(?:investments?|FDI)",
    "trading-partner investor": r"(?:foreign )?trade and (?:foreign )?investment partners?"
    r"|(?:investment|economic) and trad(?:e|ing) partners?|trad(?:e|ing) partners? and (?:foreign |direct )?investors?"
    r"|investors? and trad(?:e|ing) partners?",
    "donor": r"(?:[a-z]{3,20} )?(?:donors?|aid providers?|providers? of (?:[a-z]{3,20} )?(?:aid|assistance))",
    "creditor": r"creditors?|lenders?",
    "economy": r"econom(?:y|ies)",
}
ROLE = "|".join(f"(?P<r{i}>{v})" for i, v in enumerate(ROLES.values()))
COPULA = (
    r"(?:is|are|was|were|be|been|being|became|becomes?|becoming|remain(?:s|ed|ing)?|stay(?:s|ed)|has been|has become"
    r"|constitutes?|represents?|ranks? as|acts? as|serves? as|made)"
)
SOME = regex.compile(
    r"\b(?:one|two|three|some|many|several|each) of (?:\p{L}{2,30}'s\s+)?"
    r"(?:(?:the|its|their|our)\s+)?(?:[\p{L}'-]{1,30}\s+){0,2}$"
    r"|\bamong (?:(?:the|its|their)\s+)?(?:[\p{L}'-]{1,30}\s+){0,2}$|\b(?:an?|another|any)\s+$",
    regex.I,
)
"""'One of the largest': the rank has no sole holder."""
NEGATED = regex.compile(r"\b(?:not|never|no longer|n't)\s+(?:the\s+|yet\s+)?$|\b(?:lost|ceased)\b", regex.I)
WILL = regex.compile(
    r"\b(?:will|would|could|may|might|can|(?<!\b(?:rose|risen|grew|grown|came|proved|proven) )to"
    r"|aims? to|wants? to|plans? to|set to|hopes? to|should)\s+(?:soon\s+)?"
    r"(?:be|become|remain)\w{0,3}\b",
    regex.I,
)
HOLDERS = frozenset({"country", "org", "region"})
_GOVERNED = regex.compile(r"\b(?:in|of|with|for|from|to|at|by|between)\s+(?:the\s+)?$", regex.I)
_AHEAD_OF = regex.compile(
    r"\b(?:above|ahead of|before|behind|after|over|than|followed by|overtaking|surpassing"
    r"|follow(?:s|ing|ed)|join(?:s|ing|ed)|alongside|besides|unlike)\s+(?:both\s+)?(?:the\s+)?$",
    regex.I,
)
_LISTED = regex.compile(r"\s*(?:,|\band\b|\bor\b|,\s+and)\s+(?:the\s+)?", regex.I)
_NO_LETTER = regex.compile(r"[^a-z0-9]+")
_DEFINITE = regex.compile(r"\bthe\s+(?P<word>bloc|union|country|republic|region)\b(?!'s)", regex.I)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as one source tells it; `of` is whose partner or investor, `within` the field it is first in."""

    start: int
    end: int
    rank: str
    position: int
    criteria: tuple[str, ...]
    holder: str | None
    of: str | None = None
    within: str | None = None
    stems: tuple[str, ...] = ()
    family: str | None = None
    words: str = ""
    sole: bool = True
    timeless: bool = False
    modality: Modality | None = None
    polarity: bool = True


@dataclass(frozen=True)
class Place:
    """A sentence with the countries, bodies and people in it; "the bloc" stands for what it denotes."""

    doc: "Document"
    sentence: Sentence
    entities: Sequence[EntityMention]
    persons: Sequence[PersonMention]

    @property
    def text(self) -> str:
        """The folded text of the whole document."""
        return self.doc.shadow

    def before(self, at: int) -> list[EntityMention]:
        """The entities of the sentence that end at or before an offset."""
        return [e for e in self.entities if e.end <= at]

    def subjects(self, at: int) -> list[EntityMention]:
        """Those of them that can be a subject: no possessor, adjective or object of a preposition."""
        return [e for e in self.before(at) if not oblique(self.text, e, self.sentence.start)]


def place_of(doc: "Document", sentence: Sentence) -> Place:
    """The sentence with its entities, definite descriptions resolved."""
    low, high = sentence.start, sentence.end
    named = [e for e in between(doc.entities, low, high) if e.type in HOLDERS]
    place = Place(doc, sentence, named, between(doc.persons, low, high))
    found = []
    for match in _DEFINITE.finditer(doc.shadow, low, high):
        entity = definite(place, match["word"].casefold(), match.start())
        if entity is not None and not any(e.start < match.end() and match.start() < e.end for e in named):
            found.append(EntityMention(match.start(), match.end(), entity, entity.partition(":")[0]))
    return Place(doc, sentence, sorted([*named, *found], key=lambda e: (e.start, e.end)), place.persons)


def no_rivals(place: Place) -> Iterator[EntityMention]:
    """Countries and bodies of a sentence without those that somebody is ahead of: "above China and Russia"."""
    rival, end = False, place.sentence.start
    for entity in place.entities:
        between = place.text[end : entity.start]
        rival = _AHEAD_OF.search(between) is not None or (rival and _LISTED.fullmatch(between) is not None)
        end = entity.end
        if not rival:
            yield entity


def definite(place: Place, word: str, at: int) -> str | None:
    """'the region' is the region spoken of most, 'the country' likewise, 'its' the subject's."""
    doc = place.doc
    if word == "world":
        return "world"
    if word in {"its", "their", "our"}:
        earlier = place.before(at)
        return earlier[0].entity if word == "its" and len({e.entity for e in earlier}) > 1 else None
    if word == "region":
        regions = [e for e in doc.entities if e.type == "region"]
        # beside a union of countries, "the region" is the one that it deals with, not the one that it is of
        seats = {u.members[0] for u in _unions(doc)}
        home = {r.entity for r in regions if any(doc.pack.contains(r.entity, s) for s in seats)}
        regions = [r for r in regions if r.entity not in home] or regions
        told = _most([e.entity for e in regions if e.form != "adjective"] or [e.entity for e in regions])
        return told if told is not None else _home_region(place, at)
    if word in {"bloc", "union"}:
        unions = {i for i, o in doc.pack.organisations.items() if o.kind == "union"}
        return _most([e.entity for e in doc.entities if e.entity in unions])
    subjects = {s.entity for s in place.subjects(at)}
    return _most([e.entity for e in doc.entities if e.type == "country" and e.end <= at and e.entity not in subjects])


def _unions(doc: "Document") -> list["Organisation"]:
    """The unions of countries that a text names."""
    known = (doc.pack.organisations.get(e) for e in sorted({e.entity for e in doc.entities if e.type == "org"}))
    return [o for o in known if o is not None and o.kind == "union" and o.members]


def _home_region(place: Place, at: int) -> str | None:
    """Where a text names no region, "the region" is the one in which the country before it lies."""
    countries = [e.entity for e in place.before(at) if e.type == "country"]
    known = place.doc.pack.places.get(countries[-1]) if countries else None
    regions = [w for w in known.within if w.startswith("region:")] if known is not None else []
    return regions[0] if len(regions) == 1 else None


def _most(names: Sequence[str]) -> str | None:
    """The name that stands most often, of equals the last."""
    return max(reversed(names), key=names.count) if names else None


def oblique(text: str, e: EntityMention, low: int) -> bool:
    """'in Kazakhstan', 'Kazakhstan's', 'Kazakh': no subject."""
    lead = text[max(low, e.start - 14) : e.start]
    return e.form == "adjective" or text[e.end : e.end + 2] == "'s" or _GOVERNED.search(lead) is not None


def slug(words: str) -> str:
    """'gas-sector' for an identifier of words that no list knows."""
    return _NO_LETTER.sub("-", words.casefold()).strip("-")


def inside(pack: "Pack", outer: str, inner: str) -> bool:
    """Tell whether a country lies in a region or belongs to a union."""
    group = pack.organisations.get(outer)
    return pack.contains(outer, inner) or (group is not None and inner in group.members)


def subject_before(place: Place) -> str | None:
    """The subject of the sentence before, where it names a country or body first."""
    doc = place.doc
    at = doc.sentence_index(place.sentence.start)
    if at <= 0 or doc.sentences[at - 1].article != place.sentence.article:
        return None
    s = doc.sentences[at - 1]
    inside_it = [e for e in between(doc.entities, s.start, s.end) if e.type in HOLDERS]
    first = [e for e in inside_it if not oblique(doc.shadow, e, s.start)]
    return first[0].entity if first and first[0].start - s.start < 40 else None


def speaker_side(place: Place, at: int) -> str | None:
    """Whom a speaker's "we" stands for: the country, or the union of the body, of the speaker's office."""
    doc = place.doc
    speaker, _ = doc.speech.at(at, at + 1)
    if speaker is None and place.persons:
        speaker = place.persons[0].person
    sides = set()
    for body in {o.organisation for o in doc.offices if o.person == speaker and o.organisation}:
        top, org = body, doc.pack.organisations.get(body)
        while org is not None and org.parent is not None:
            top, org = org.parent, doc.pack.organisations.get(org.parent)
        sides.add(top)
    return sides.pop() if len(sides) == 1 else None
