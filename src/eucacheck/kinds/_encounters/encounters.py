"""What visits and meetings share: who is the subject of a verb, which places and which date belong to it.

A verb's subject stands right before it (titles, asides, auxiliaries and dates may lie between) or, after "and", "then"
or "before", at the head of the sentence. A date is taken only where no other verb stands between it and the encounter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.kinds._encounters.parties import find_parties
from eucacheck.kinds._encounters.party import Party, behind_body, listed_to
from eucacheck.records import DateMention, Modality, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_AUX = (
    r"will|would|shall|had|has|have|having|is|are|was|were|be|been|being|to|due|set|expected|scheduled|"
    r"planned|planning|plans?|intends?|means|hopes|wants|going|about|currently|also|later|"
    r"then|now|just|recently|earlier|already|again|himself|herself|themselves|both|first|personally|"
    r"officially|separately|jointly|today|yesterday|reportedly|who|which|that|and|"
    r"in|on|at|from|of|during|early|late|mid|the|same|day|year|month|week|morning|afternoon|evening|this|"
    r"last|next|virtually|briefly|finally|subsequently|each|not|never|did|does|may|could"
)
_AUXILIARIES = regex.compile(rf"(?:\s|,|\b(?:{_AUX})\b|-)*+", regex.I)
_COORDINATED = regex.compile(
    r"(?:\b(?:and|before|after|then|but)|,)\s+(?:(?:then|did|not|could|never|later|also|will|would|is|was|has|had|next|"
    r"afterwards|subsequently|earlier|on|the|same|day|to|due|finally)\s+){0,5}$"
    r"|\b(?:head|travel|visit|arriv|flew|fl(?:y|ies)|went|came|come)\w*\b[^.;\"]{0,60}\bto\s+$",
    regex.I,
)
_RELATIVE = regex.compile(
    r"\b(?:(?:the|on the) (?:next|following|previous|same) (?:day|morning|evening)"
    r"|(?:a|one|two|three|four|five|several|\d{1,2}) (?:days?|weeks?|months?) (?:later|earlier|before))\b",
    regex.I,
)
_DAY_ASIDE = regex.compile(
    r"^\s*,\s*(?:shortly\s+|right\s+|immediately\s+|just\s+)?(?:after|before|ahead\s+of|following)\s[^,;()-]{2,60},"
    r"|^\s*(?:,|\(|-)\s*(?:the|a|one|two|three|only|just|exactly|some|on\s+the|also)\s+(?:\w+\s+){0,2}?"
    r"(?:day|eve|morning|evening|afternoon|days|week|weeks)\s+(?:after|before|of|following|ahead\s+of|when)\s[^,;()-]{2,80}(?:,|\)|-)"
)
"""What tells of a date how it lies to another event: 'on 3 June, the day after the summit, A met B'."""
_PREPOSITION = regex.compile(
    r"\b(?:of|with|by|to|for|from|between|against|about|under|on|in|at|than)\s+(?:the\s+|a\s+|an\s+|its\s+)?$", regex.I
)
_MET = regex.compile(
    r"\b(?:met|received|saw|welcomed|hosted|greeted|joined|told|thanked|meets|receives)\s+(?:with\s+)?(?:the\s+)?$",
    regex.I,
)
FAR_CLAUSE = regex.compile(
    r"[;\"\n]|\b(?:who|which|where|when|while|after|before|ahead|since|following|said|says|told|signed|"
    r"launched|adopted|announced|scheduled|"
    r"attended?|will|would|held|hosted|and (?:he|she|they|then)|but)\b|\bfor the\b[^,]{5,80}\b(?:summit|"
    r"meeting|conference|forum)\b",
    regex.I,
)
PLANNED = regex.compile(
    r"\b(?:will|would|shall|is to|are to|to be|due|plans?|planned|planning|scheduled|expected|intends?|"
    r"set to|set for|upcoming|forthcoming|ahead of|next|going to|about to|(?-i:may|could)|invited?|"
    r"is expected|en route|(?:means|hopes|wants) to)\b",
    regex.I,
)
DENIED = regex.compile(r"\b(?:not|never|cancell?ed|called off|refused to|declined to|denied|no plans)\b", regex.I)

_SAID_ON = regex.compile(
    r"\b(?:said|says|told|announced|reported|wrote|noted|stated|added|confirmed|posted|declared|explained)\s+"
    r"(?:[\w']+\s+){0,2}(?:on\s+)?$",
    regex.I,
)
"""Before a day: it is that of the words, not of what they are about."""


@dataclass
class Scene:
    """A document with its parties, cut by sentence: what the grammars of encounters read."""

    doc: "Document"
    parties: Sequence[Party] = field(default_factory=list)

    @classmethod
    def of(cls, doc: "Document") -> "Scene":
        """Find the parties of a document."""
        return cls(doc, find_parties(doc))

    def sentences(self) -> Iterator[tuple[Sentence, str, list[Party]]]:
        """Each sentence with its shadow and the parties in it; furniture of the page is left out."""
        for sentence in self.doc.sentences:
            if sentence.role == "boilerplate":
                continue
            inside = between(self.parties, sentence.start, sentence.end)
            yield sentence, self.doc.shadow[sentence.start : sentence.end], inside


def subjects_before(
    scene: Scene, sentence: Sentence, parties: Sequence[Party], at: int, *, coordinated: bool = False
) -> list[Party]:
    """The parties that do what the verb at an offset says; empty where that is not clear."""
    before = [p for p in parties if p.end <= at and not _possessive(p, scene)]
    if not before:
        return []
    last = before[-1]
    end = behind_body(scene.doc, last.end, at) if last.form in {"full", "surname"} else last.end
    if not coordinated and _is_aside(_without_asides(end, at, scene)):
        joined = listed_to(before, last, scene.doc)
        if len(before) > len(joined) and _is_object(joined[0], last, at, scene):
            return subjects_before(scene, sentence, before[: -len(joined)], at, coordinated=True)
        if (
            not _PREPOSITION.search(scene.doc.shadow[max(sentence.start, joined[0].start - 12) : joined[0].start])
            or len(before) == 1
        ):
            return joined
        return [last]
    if not coordinated and not _COORDINATED.search(scene.doc.shadow[max(sentence.start, at - 60) : at]):
        return []
    for party in before:
        if (
            len(before) > 1
            and party.form != "group"
            and _PREPOSITION.search(scene.doc.shadow[max(sentence.start, party.start - 10) : party.start])
        ):
            continue
        if party.start - sentence.start > 120 or at - party.end > 200:
            return []
        if regex.search(r"[;\"\n]", scene.doc.shadow[party.end : at]):
            return []
        return listed_to(before[: before.index(party) + 1], party, scene.doc)
    return []


def _is_object(first: Party, last: Party, at: int, scene: Scene) -> bool:
    """'A met B in X and then travelled': B is whom A met, and "and" leads back to A."""
    shadow = scene.doc.shadow
    joined = regex.search(r"\band\b", shadow[last.end : at], regex.I) is not None
    return joined and _MET.search(shadow, max(0, first.start - 24), first.start) is not None


_OWNS = regex.compile(r"'s?\b|'\s")
_OWNER = regex.compile(r"'s\b")
_ASIDE = regex.compile(r"\([^()]{0,80}\)|^,\s(?:[^,;]|,(?=\s*\d)){0,110},(?=\s)|\s-\s[^-]{0,80}\s-\s")


def _possessive(party: Party, scene: Scene) -> bool:
    """'Kallas's deputy visited', 'his team travelled': not the person does it."""
    after = scene.doc.shadow[party.end : party.end + 3]
    word = scene.doc.shadow[party.start : party.end].casefold()
    return bool(_OWNS.match(after)) or word in {"his", "her", "him", "their", "them"}


def _without_asides(start: int, end: int, scene: Scene) -> str:
    """The words between, without dates, places after in/at, brackets and comma asides."""
    doc = scene.doc
    text = list(doc.shadow[start:end])
    places = [e for e in between(doc.entities, start, end) if e.type in {"place", "country"}]
    for low, high in [(x.start, x.end) for x in between(doc.dates, start, end)] + [(x.start, x.end) for x in places]:
        text[low - start : high - start] = " " * (high - low)
    return _OWNER.sub(" ", _ASIDE.sub(" ", "".join(text)))


def _is_aside(text: str) -> bool:
    match = _AUXILIARIES.fullmatch(text)
    return match is not None


def date_of(  # noqa: PLR0913 - the words, and how far to look around them
    scene: Scene, sentence: Sentence, start: int, end: int, *, back: bool = True, limit: int | None = None
) -> DateMention | None:
    """The date of what is told between two offsets: within, after or before it, with no other clause between."""
    doc = scene.doc
    dates = [d for d in between(doc.dates, sentence.start, sentence.end) if not _of_event(d, doc)]
    dates = [d for d in dates if not _SAID_ON.search(doc.shadow, max(sentence.start, d.start - 40), d.start)]
    if _RELATIVE.search(doc.shadow, end, min(sentence.end, end + 70)):
        return None
    inside = [d for d in dates if start <= d.start and d.end <= end]
    if inside:
        return inside[-1]
    after = [d for d in dates if d.start >= end and (limit is None or d.end <= limit)]
    if after and regex.search(r",\s+(?:and|but|while)\s", doc.shadow[end : after[0].start]) is not None:
        head = leading_date(scene, sentence, start) if back else None
        if head is not None and head in dates:
            return head  # 'On Tuesday A met B, and on Thursday'
    if (
        after
        and after[0].start - end < 110
        and not FAR_CLAUSE.search(doc.shadow[end : after[0].start])
        and _joined(after[0], doc)
    ):
        return after[0]
    before = [d for d in dates if d.end <= start]
    if before and back:
        gap = _DAY_ASIDE.sub(",", doc.shadow[before[-1].end : start], count=1)
        lead = doc.shadow[sentence.start : before[-1].start]
        if regex.fullmatch(r"[\s,)]*(?:the\s+)?(?:[\w'-]+\s+){0,4}", gap) or (
            len(lead) < 30 and len(gap) < 160 and not FAR_CLAUSE.search(gap)
        ):
            return before[-1]
    return None


def leading_date(scene: Scene, sentence: Sentence, start: int) -> DateMention | None:
    """'On D, A went to X and then to Y': the date at the head of a sentence is that of all its stops."""
    for date in scene.doc.dates:
        if sentence.start <= date.start and date.end <= start:
            lead = scene.doc.shadow[sentence.start : date.start]
            return date if len(lead) < 12 and not FAR_CLAUSE.search(scene.doc.shadow[date.end : start]) else None
    return None


def _of_event(date: DateMention, doc: "Document") -> bool:
    """A date that another event of the sentence has, as in "before the summit on 4 April"."""
    return any(
        date in m.dates
        and m.end <= date.start
        and date.start - m.end < 60
        and m.phrase.type not in {"meeting", "visit"}
        for m in between(doc.events, date.start - 400, date.start)
    )


def _joined(date: DateMention, doc: "Document") -> bool:
    """'since', 'until' and the like make it the date of something else."""
    lead = doc.shadow[max(0, date.start - 22) : date.start]
    if regex.search(r"\b(?:evening|morning|night|afternoon)\s+of\s+(?:the\s+)?$", lead, regex.I):
        return True
    return regex.search(r"\b(?:since|until|by|than|dated|for|of|through)\s+(?:the\s+)?$", lead, regex.I) is None


def when_value(scene: Scene, date: DateMention | None, at: int) -> dict[str, Any]:
    """The time of an encounter in a claim's value: its stated date, and the date of the source to fall back on."""
    published = scene.doc.source.published if scene.doc.own_article(at) else None
    return {
        "date": date.interval.edtf if date is not None else None,
        "year_stated": date.interval.year_stated if date is not None else True,
        "published": published.edtf if published is not None else None,
    }


def told_by(scene: Scene, parties: Sequence[Party], at: int, status: str) -> Modality | None:
    """Planned; or told by the source itself where the speaker is of the party: "During his visit, A said"."""
    if status == "planned":
        return "planned"
    quoted = any(q.start <= at < q.end for q in scene.doc.speech.quotations)
    speaker, modality = scene.doc.speech.at(at, at + 1)
    return "assertion" if modality == "reported" and not quoted and speaker in {p.id for p in parties} else None
