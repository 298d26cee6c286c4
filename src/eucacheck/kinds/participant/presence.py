"""A sentence to the persons who are told to be away, or there, with no word of the event: "X was ill, Y came instead".

What somebody is away from is what the source reports on. So such a claim has no event of its own: it is compared only
with another report of the same news.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.kinds._encounters.encounters import Scene, subjects_before
from eucacheck.kinds._encounters.party import Party
from eucacheck.records import Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Seen = tuple[Party, bool, str, int, int]
"""A person, there or not, how ("" or "travel": away from a journey only), and the span to quote."""

_ASIDE: Final = (
    r"(?:\s*\([^()\n]{1,60}\))?(?:\s*,\s(?:[^.;,\n]|,(?!\s(?:was|is|did|could|had|stayed|excused)\b)){3,120},)?"
    r"(?:\s(?:himself|herself|however|meanwhile|unexpectedly|in the end|who|then|though)){0,2}\s+"
)
_ILL: Final = r"(?:ill|sick|unwell|indisposed|in hospital|hospitali[sz]ed|down with \w+)"
_AWAY: Final = regex.compile(
    rf"{_ASIDE}(?:"
    rf"(?P<off>(?:was|is|had been|being|had fallen|has fallen|fell|lay)\s+"
    rf"(?:{_ILL}|on\s+(?:sick\s+leave|leave|holiday|vacation)"
    r"|abroad|out\s+of\s+the\s+country|not\s+(?:present|there|in\s+the\s+(?:room|hall|city|country))|absent|missing|away)"
    r"(?!\s+(?:at\s+the\s+time|when|from\s+(?:the\s+)?(?:register|list|text))\b)"
    r"|excused\s+(?:himself|herself)|sent\s+(?:his|her)\s+(?:apologies|regrets|excuses)"
    r"|(?:did|does|could|was\s+able|would)\s+not\s+(?:be\s+able\s+to\s+)?(?:attend|take\s+part|be\s+present|be\s+there|appear"
    r"|receive\s+(?:him|her|them)|meet\s+(?:him|her|them))(?=\s*[.,;:]|\s+(?:because|owing|due|as|on\s+account|for\s+(?:reasons|health)|in\s+person|himself|herself|this\s+time))"
    r"|was\s+(?:unable|not\s+able)\s+to\s+(?:attend|take\s+part|be\s+present|be\s+there)|had\s+to\s+cancel)"
    r"|(?P<trip>(?:did|does|could|would)\s+not\s+(?:be\s+able\s+to\s+)?(?:come|travel|make\s+(?:it|the\s+(?:trip|journey)))"
    r"(?=\s*[.,;:]|\s+(?:because|owing|due|as|on\s+account|for\s+(?:reasons|health)|to|with|himself|herself|this\s+time))"
    r"|was\s+(?:unable|not\s+able)\s+to\s+(?:come|travel)|(?:stayed|remained)\s+(?:at\s+home|away|behind|in\s+(?-i:\p{Lu}))"
    r"|cancelled\s+(?:his|her)\s+(?:trip|visit|journey)))",
    regex.I,
)
_PARTLY: Final = regex.compile(
    r"\s+(?:(?:to|from|at|for|during|in)\s+(?:the|an?|its|his|her)\s+(?:[\w'-]+\s+){0,3}?(?:reception|dinner|lunch|banquet|tour|excursion"
    r"|visit|concert|evening|afternoon|briefing|press\s+conference|walk|exhibition|part|session|(?:second|last|next|third)\s+day)\b"
    r"|on\s+the\s+(?:second|last|next|third|following)\s+day\b)",
    regex.I,
)
"""Away from a part of the occasion alone."""
_TRIP: Final = regex.compile(
    rf"{_ASIDE}(?:was|is|being)\s+(?:on\s+an?\s+(?:[\w-]+\s+){{0,2}}(?:trip|visit|mission|tour|journey)\s+(?:to|in|of)|accompanying"
    r"|travelling\s+(?:to|in|with))\s",
    regex.I,
)
"""Somewhere else: told as the reason why another came, behind ';', 'as', 'since', 'because'."""
_REASON: Final = regex.compile(
    r"(?:;|\b(?:as|since|because|while|for|with))\s+(?:the\s+|his\s+|her\s+)?(?:[\w'-]+\s+){0,6}$", regex.I
)
_WITHOUT: Final = regex.compile(
    r"\b(?:owing\s+to|due\s+to|because\s+of|on\s+account\s+of|in)\s+the\s+(?:absence|illness)\s+of\s+(?:the\s+)?",
    regex.I,
)
_BESIDE: Final = regex.compile(
    r"\b(?:accompanied\s+by|in\s+the\s+presence\s+of|joined\s+by|flanked\s+by|at\s+(?:his|her)\s+side\s+(?:was|were)"
    r"|together\s+with)\s+(?:(?:the|its|his|her|our)\s+)?",
    regex.I,
)
_TRAVELLED: Final = regex.compile(
    r"(?:\s*,[^.;\n]{3,90}(?=,))?,?\s+(?:also\s+)?(?:travel(?:led|s)|came|flew|arrived|went)\s+"
    r"(?:together\s+)?(?:with|alongside)\s+(?:him|her|them)\b",
    regex.I,
)
_LOOKED_ON: Final = regex.compile(
    r"\b(?:looked\s+on|looking\s+on|stood\s+by|watched\s+(?:the|them|as)\b|(?:was|were)\s+(?:the\s+)?witness(?:es)?\b"
    r"|(?:was|were)\s+(?:also\s+)?present(?=\s*[.,;]|\s+at\s+the\s+(?:signing|ceremony|signature))"
    r"|witnessed\s+the\s+(?:signing|ceremony|signature))(?!\s+(?:his|her|their|it|from\s+afar)\b)",
    regex.I,
)
_DELEGATIONS: Final = regex.compile(
    r"\b(?:[Dd]elegations|[Ss]ides)\s+(?:of\s[^.;:]{3,90}?\s)?(?:were|are)\s+(?:respectively\s+)?(?:headed|led|represented)\s+"
    r"(?:respectively\s+)?by\s(?=[^.;]*,)"
)
"""'The delegations were headed by A, B and C': each of them came."""
_HANDED: Final = regex.compile(
    r"\b(?:delivered|handed(?:\s+over)?|presented|passed|conveyed)\s[^.;\n]{3,90}?\sto\s+(?:the\s+)?", regex.I
)
_NAME_GAP: Final = 110
"""Characters of titles between "accompanied by" and the name."""
_TO_COME: Final = regex.compile(
    r"\b(?:will|would|is\s+to|are\s+to|expected|planned|due|if|should|may|might)\b", regex.I
)


def find_presence(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Seen]:
    """Give each person whom a sentence has away, or there, whatever the occasion."""
    doc = scene.doc
    persons = [p for p in parties if p.form in {"full", "surname", "role"} and p.id.startswith("person:")]
    if not persons:
        return
    for one in persons:
        gone = _gone(doc, sentence, one)
        if gone is not None:
            yield gone
            continue
        came = _TRAVELLED.match(doc.shadow, one.end, sentence.end)
        if came is not None:
            yield one, True, "", one.name_start, came.end()
    for match in _LOOKED_ON.finditer(doc.shadow, sentence.start, sentence.end):
        if not _TO_COME.search(doc.shadow, max(sentence.start, match.start() - 30), match.start()):
            for one in subjects_before(scene, sentence, persons, match.start()):
                yield one, True, "", one.name_start, match.end()
    yield from _heads(doc, sentence, persons)
    for pattern, there in ((_WITHOUT, False), (_BESIDE, True), (_HANDED, True)):
        for match in pattern.finditer(doc.shadow, sentence.start, sentence.end):
            told = _named(doc, persons, match.end())
            if told is not None and not _TO_COME.search(doc.shadow, sentence.start, match.start()):
                yield told, there, "", match.start(), told.end


def _gone(doc: "Document", sentence: Sentence, one: Party) -> Seen | None:
    """'X was ill', 'as X was on a trip to Y': away from what the source reports on."""
    away = _AWAY.match(doc.shadow, one.end, sentence.end)
    if away is not None and _PARTLY.match(doc.shadow, away.end(), sentence.end) is None:
        return one, False, "travel" if away["trip"] else "", _clause(doc, sentence, one), away.end()
    trip = _TRIP.match(doc.shadow, one.end, sentence.end) if away is None else None
    if trip is not None and _REASON.search(doc.shadow, sentence.start, one.start):
        return one, False, "", _clause(doc, sentence, one), trip.end()
    return None


def _heads(doc: "Document", sentence: Sentence, persons: Sequence[Party]) -> Iterator[Seen]:
    """Give each who is listed as head of a delegation."""
    for match in _DELEGATIONS.finditer(doc.shadow, sentence.start, sentence.end):
        for one in persons:
            if one.name_start >= match.end() and not _TO_COME.search(doc.shadow, sentence.start, match.start()):
                yield one, True, "", min([one.name_start, *_title_starts(doc, one)]), one.end


def _title_starts(doc: "Document", one: Party) -> Iterator[int]:
    """Where the offices of a person begin that stand before the name."""
    for office in doc.offices:
        if office.named_start <= one.name_start < office.named_end <= one.end + 1:
            yield office.named_start


def _clause(doc: "Document", sentence: Sentence, one: Party) -> int:
    """Where to quote from: with the clause for which the absence is the reason ("was received by Y, as X was ill")."""
    reason = _REASON.search(doc.shadow, sentence.start, one.name_start)
    return sentence.start if reason is not None and one.name_start - sentence.start < _QUOTED else one.name_start


_QUOTED: Final = 200
"""Characters of a main clause that may stand before its reason in a quote."""


def _named(doc: "Document", persons: Sequence[Party], at: int) -> Party | None:
    """The first person behind an offset, with nothing but titles between."""
    first = next((p for p in persons if p.name_start >= at), None)
    if first is None or first.name_start - at > _NAME_GAP:
        return None
    gap = doc.shadow[at : first.name_start]
    return (
        first
        if regex.search(r"[.;\n]|\b(?:who|which|said|and)\s+$|\b(?:who|which|where|(?:headed|led|run)\s+by)\b", gap)
        is None
        else None
    )


def bare_event(doc: "Document", at: int) -> dict[str, Any]:
    """The profile of an occasion of which nothing is told."""
    published = doc.source.published if doc.own_article(at) else None
    return {
        "local": _LOCAL + at, "series": "series:presence", "family": "presence", "type": "presence", "ordinals": [],
        "date": None, "date_basis": None, "year_stated": True, "place": None, "status": "held", "label": "",
        "published": published.edtf if published is not None else None, "sentences": [],
    }  # fmt: skip


_LOCAL: Final = 30_000
"""Numbers that no event of a document has."""
