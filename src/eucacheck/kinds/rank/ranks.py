"""A document to its ranks: "the largest investor in the region", "the first country to sign", who holds them, of whom.

The superlative and its noun are found first, then whose rank it is (possessor, "of", "in"), then the holder: the
subject before a copula, the subject after one ("Kazakhstan's largest partner is the EU"), an apposition, or the
speaker of "we".
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds.rank.firsts import find_firsts, find_most
from eucacheck.kinds.rank.holdings import find_holdings
from eucacheck.kinds.rank.index import find_index_places
from eucacheck.kinds.rank.scopes import fronted_field, possessor_of, programme_of, scopes_after
from eucacheck.kinds.rank.stand_ins import stand_in
from eucacheck.kinds.rank.words import (
    COPULA,
    NEGATED,
    NTH,
    ORDER,
    ROLE,
    ROLES,
    SOME,
    WILL,
    Place,
    Rank,
    inside,
    no_rivals,
    place_of,
    slug,
    speaker_side,
    subject_before,
)
from eucacheck.records import EntityMention
from eucacheck.stems import LONGEST_SENTENCE

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

__all__ = ["Rank", "find_ranks"]

_BIG = r"(?:largest|biggest|most important|leading|main|largest single)"
_SUPERLATIVE = (
    rf"(?:(?P<nth>{NTH})[- ]{_BIG}|(?P<top>largest(?: single)?|biggest|greatest|main|leading|principal|foremost"
    rf"|primary|top|number[- ]one|no\. ?1|\#1|most important|first|chief)|(?P<bare>{NTH}))"
)
_NOUN = (
    r"(?:(?!of\b|in\b|for\b|to\b|and\b)[\p{L}-]{1,30} ){0,3}?(?P<noun>suppliers?|exporters?|importers?|buyers?"
    r"|producers?|consumers?|(?:export |sales )?markets?|destinations?|recipients?|contributors?|providers?"
    r"|customers?|employers?|partners?|sponsors?|manufacturers?)"
)
_WIDE = (
    r"(?:(?:foreign|external|global|overall|international|bilateral|European|Western|Asian|Arab|Gulf|regional)\s+){0,2}"
)
_RANKED = regex.compile(rf"\b{_SUPERLATIVE}\s+{_WIDE}(?:{ROLE}|{_NOUN})\b(?!\s*'s)", regex.I)
_SPECIAL = regex.compile(r"\b(?:European|Western|Asian|Arab|Gulf|regional)\b", regex.I)
_SIZE = frozenset("largest biggest single most important main top the leading number one first chief".split())
_LINKED = regex.compile(
    rf"\b{COPULA}\b(?:\s+(?:\w{{2,20}}ly|now|also|still|already|then|again|today|not only|both|thus|by far"
    r"|as a bloc)){0,3}"
    r"\s*(?:the|its|their|our)?\s*$",
    regex.I,
)
_AFTER = regex.compile(
    rf"[^.;,]{{0,60}}?\b{COPULA}\b(?:\s+(?:\w{{2,20}}ly|now|also|still|again)){{0,2}}\s+(?:the\s+)?", regex.I
)
_OVERTOOK = regex.compile(
    r"\b(?:overt(?:ook|aken)|surpass(?:ed|es)|replac(?:ed|es)|displac(?:ed|es))\b[^.;]{2,50}\bas\s+(?:the\s+)?$"
)
_AHEAD = regex.compile(
    r"\b(?:ahead|still|remain(?:s|ed)?)\b[^.;,]{0,12}\b(?:as\s+)?(?:its|their|the bank's)\s+$", regex.I
)
"""'Was still ahead as its first customer': the first in rank, not in time."""
_GOODS = regex.compile(
    r"\s+of\s+(?P<goods>(?!the\b|its\b|all\b)[a-z][a-z-]{1,30}(?:\s(?!in\b|from\b|to\b|for\b|and\b)[a-z-]{2,30})?)"
    r"(?=\s(?:in|from|to|for|and)\b|[.,;])"
)
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}&.'-]{1,40})(?:\s+(?:of|and|for|the)?\s*\p{Lu}[\p{L}&.'-]{1,40}){0,5}$")
_PRONOUN = regex.compile(r"\b(?P<word>it|he|she|they|this|that|there|which)$", regex.I)
_WE = regex.compile(r"\b(?:we|our)\b", regex.I)
_DIRECT = regex.compile(r"\s*(?:\([^)]{1,12}\))?\s*(?:as|,|-|\()?\s*(?:the\s*|as\s*)?")
_LOOSE = regex.compile(
    r"\b(?:and|,)\s+(?:the|its)?\s*$|[\s,]*(?:as|the|called|considers?|sees?|,|-|\()?[\s,]*(?:the\s*)?$", regex.I
)
_OF_COUNTRIES = regex.compile(
    r"\bamong (?:the )?(?:individual |single |sovereign )?(?:countries|states|nations)\b"
    r"|\b(?:individual|single) (?:country|countries|states?)\b",
    regex.I,
)
"""'Among single countries': a union is left out."""
_PER_HEAD = regex.compile(r"\bper (?:head|capita|person|inhabitant)\b")
_OF_SOMEBODY = frozenset({"trading-partner", "investor", "donor"})
"""Roles that somebody has for somebody else."""
_NEAR = 400
"""Characters between two ranks of one holder, the second of which does not say whose partner it is."""
_QUOTED = 160
"""Characters from a holder to its rank that are still quoted together."""


def find_ranks(doc: "Document") -> Iterator[Rank]:
    """All ranks of a document in the order of its sentences."""
    last: Rank | None = None
    for sentence in doc.sentences:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        place = place_of(doc, sentence)
        for rank in (
            *_find_roles(place),
            *find_firsts(place),
            *find_most(place),
            *find_holdings(place),
            *find_index_places(place),
        ):
            if not _OF_SOMEBODY.issuperset(rank.criteria):
                yield rank
                continue
            last = _of_the_same(rank, last)
            yield last


def _find_roles(place: Place) -> Iterator[Rank]:
    text, base = place.text, place.sentence.start
    for match in _RANKED.finditer(text, base, place.sentence.end):
        criteria, noun, end = _criteria(place, match)
        nth, top = match["nth"] or match["bare"], (match["top"] or "").casefold()
        plain = bool(criteria) and criteria[0].removeprefix(_special(match)) in _OF_SOMEBODY
        plain = plain or (bool(match["bare"]) and noun in _DEALT and _BEHIND_NTH.match(text, match.end()) is not None)
        before = text[base : match.start()]
        if not criteria or ((match["bare"] or top == "first") and not plain and _AHEAD.search(before) is None):
            continue
        possessor, low = possessor_of(place, match.start())
        after_of, after_in, high = scopes_after(place, end)
        holder, start, end = _holder(place, low, high)
        criteria, field = _without_field(place, criteria, match.start(), match.end())
        if field is not None and after_of is None:  # 'the largest European investor in X': among Europeans, in X
            after_of, after_in = after_in, None
        of, within = _whose(place, holder, (possessor, after_of, field or after_in or fronted_field(place, low)))
        position = ORDER[nth.casefold()] if nth else 2 if _AFTER_ONE.match(text, max(end, high)) is not None else 1
        plural = noun.endswith("s") and not noun.endswith("ss")
        alone = _OF_COUNTRIES.search(text, base, place.sentence.end) is not None
        yield Rank(
            min(start, low), max(end, high), top or str(nth).casefold(), position, criteria, holder, of, within,
            sole=not plural and not alone and SOME.search(text[base:low]) is None and SOME.search(before) is None,
            modality="planned" if WILL.search(before[-40:]) else None, polarity=NEGATED.search(before[-30:]) is None,
        )  # fmt: skip


_DEALT = frozenset({"supplier", "exporter", "importer", "buyer", "customer", "producer", "market", "destination"})
_AFTER_ONE = regex.compile(r"\s*,?\s*(?:right\s+|only\s+)?(?:after|behind)\s+(?:the\s+)?\p{Lu}")
"""'The largest buyer after Italy' is the second."""
_BEHIND_NTH = regex.compile(r"\s+(?:of|for|to|in|after|behind)\s|\s*[.,;]")


def _special(match: regex.Match[str]) -> str:
    """'european-' for "the third European investor": who is compared, and no other role."""
    special = _SPECIAL.search(match.group())
    return f"{special.group().casefold()}-" if special is not None else ""


def _of_the_same(role: Rank, last: Rank | None) -> Rank:
    """'Nobody invests more in X than the EU. "We are the first trade partner"': that of X, of whom was said it last."""
    if role.of or role.within or role.holder is None or last is None or last.holder != role.holder:
        return role
    return replace(role, of=last.of, within=last.within) if role.start - last.end <= _NEAR else role


def _criteria(place: Place, match: regex.Match[str]) -> tuple[tuple[str, ...], str, int]:
    """What somebody is the largest of: ("investor",), ("oil-importer",); the head noun; where the words end."""
    text, end = place.text, match.end()
    criteria: tuple[str, ...] = ()
    noun = str(match["noun"] or "")
    for i, name in enumerate(ROLES):
        if match[f"r{i}"]:
            words = match[f"r{i}"]
            criteria, noun = (
                tuple(name.split()),
                "source" if words.casefold().startswith("source") else words.split()[-1],
            )
    if not criteria and noun and regex.fullmatch(r"partners?", noun) is None:
        words = text[match.start() : match.end("noun")]
        kept = [
            w
            for w in regex.findall(r"[\p{L}-]+", words)
            if not {w.casefold(), *w.casefold().split("-")} & (_SIZE | set(ORDER))
        ]
        criteria = ("-".join(_singular(w) for w in kept if not _SPECIAL.fullmatch(w)),)
    goods = (
        _GOODS.match(text, end) if criteria and criteria[0] not in {"trading-partner", "investor", "economy"} else None
    )
    if goods is not None:
        criteria, end = (f"{goods['goods'].replace(' ', '-')}-{criteria[0]}",), goods.end()
    if goods is None and criteria and (owned := programme_of(place, match.start(), end)) is not None:
        criteria, end = tuple(f"{owned[0]}-{c}" for c in criteria), owned[1]
    if _PER_HEAD.search(text[end : min(place.sentence.end, end + 60)]) is not None:
        criteria = tuple(f"{c}-per-head" for c in criteria)
    special = _SPECIAL.search(match.group())
    if special is not None:
        criteria = tuple(f"{special.group().casefold()}-{c}" for c in criteria)
    return criteria, noun, end


def _without_field(place: Place, criteria: tuple[str, ...], low: int, high: int) -> tuple[tuple[str, ...], str | None]:
    """'the largest European partner' is the largest partner in Europe."""
    special = _SPECIAL.search(place.text, low, high)
    if special is None:
        return criteria, None
    region = next((e for e in place.entities if e.type == "region" and e.start <= special.start() < e.end), None)
    if region is None:
        return criteria, None
    return tuple(c.removeprefix(f"{special.group().casefold()}-") for c in criteria), region.entity


def _singular(word: str) -> str:
    low = word.casefold()
    return low.removesuffix("s") if not low.endswith("ss") else low


def _whose(
    place: Place, holder: str | None, scopes: tuple[str | None, str | None, str | None]
) -> tuple[str | None, str | None]:
    """Whose partner, and in which field: "in Kazakhstan" of an outsider is whose, of an insider the field."""
    possessor, of, within = scopes
    whose = possessor or of
    others = {e.entity for e in no_rivals(place) if e.entity != holder and e.type in {"country", "region"}}
    if whose == holder:
        whose = others.pop() if len(others) == 1 else None
    if whose is None and within is not None and (holder is None or not inside(place.doc.pack, within, holder)):
        return within, None
    if whose is None and within is None:
        return (others.pop(), None) if len(others) == 1 else (None, None)
    return whose, within


def _holder(place: Place, low: int, high: int) -> tuple[str | None, int, int]:
    """Who holds a rank and the span to quote; the speaker of a "we"; None where nobody remains."""
    text, base = place.text, place.sentence.start
    linked = _LINKED.search(text[base:low])
    if linked is not None:
        return _before_copula(place, base + linked.start(), low, high)
    inverted = _AFTER.match(text, high, place.sentence.end)
    if inverted is not None:
        after = next((e for e in place.entities if inverted.end() - 4 <= e.start <= inverted.end() + 12), None)
        if after is not None:
            return after.entity, low, after.end
    subjects = place.subjects(low)
    overtook = _OVERTOOK.search(text[base:low])
    if overtook is not None:
        winners = [e for e in subjects if e.end <= base + overtook.start()]
        return _quoted(winners[-1] if winners else None, place, low, high)
    if subjects and _LOOSE.search(text[subjects[-1].end : low]):
        direct = [e for e in subjects if _DIRECT.fullmatch(text, e.end, low)]
        return _quoted(direct[-1] if direct else subjects[0], place, low, high)
    near = [e for e in place.entities if high <= e.start <= high + 8]
    after = next((e for e in near if regex.fullmatch(r"\s*[,-]\s*(?:the\s*)?|\s+", text[high : e.start])), None)
    if after is not None:
        return after.entity, low, after.end
    return _quoted(subjects[0] if subjects else None, place, low, high)


def _quoted(one: EntityMention | None, place: Place, low: int, high: int) -> tuple[str | None, int, int]:
    """The holder with the start of the quote; without one, the subject of the sentence before."""
    if one is None:
        return subject_before(place), low, high
    return one.entity, one.start if low - one.start <= _QUOTED else low, high


def _before_copula(place: Place, at: int, low: int, high: int) -> tuple[str | None, int, int]:
    """The subject of "is the largest": "it" is the first subject, "we" the speaker's side; a name may be unknown."""
    text, base = place.text, place.sentence.start
    if (we := _WE.search(text, max(base, at - 8), at + 1)) is not None:
        return speaker_side(place, at), we.start(), high
    lead = text[base:at].rstrip(" ,")
    near = place.subjects(at)
    pronoun = _PRONOUN.search(lead)
    named = _NAME.search(lead) if pronoun is None else None
    if near and (named is None or near[-1].end >= base + named.start()):
        first = pronoun is not None and pronoun["word"].casefold() == "it"
        return _quoted(near[0] if first else near[-1], place, low, high)
    if named is not None and len(named.group()) > 2:
        figure = stand_in(place, (base + named.start(), base + len(lead)), text[low:high])
        return (*figure, high) if figure is not None else (f"name:{slug(named.group())}", base + named.start(), high)
    return _quoted(None, place, low, high)
