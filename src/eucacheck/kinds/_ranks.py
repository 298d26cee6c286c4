"""A document to its ranks: "the largest investor in the region", "the first country to sign", who holds them, of whom.

The superlative and its noun are found first, then whose rank it is (possessor, "of", "in"), then the holder: the
subject before a copula, the subject after one ("Kazakhstan's largest partner is the EU"), an apposition, or the
speaker of "we".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._rank_firsts import find_firsts, find_most
from eucacheck.kinds._rank_words import (
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
    definite,
    inside,
    place_of,
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
_POSSESSOR = regex.compile(
    r"\b(?:the\s+)?(?P<word>region|country|republic|bloc|union|world)'s\s+$|\b(?P<its>its|their|our)\s+$", regex.I
)
_LINK = regex.compile(r"\s*,?\s*(?P<word>of|for|in|to|from|within|among|across)\s+(?:the\s+|all\s+)?")
_SHORT = regex.compile(r"(?P<word>region|country|republic|world)\b", regex.I)
_NARROW = regex.compile(
    r"(?:'s)?\s+[a-z][\p{L}-]{1,30}(?:\s+(?:sector|industry|market|exports?|imports?|economy|project))?"
)
"""What narrows a scope: "Azerbaijani oil", "the country's gas sector"."""
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
_QUOTED = 160
"""Characters from a holder to its rank that are still quoted together."""


def find_ranks(doc: "Document") -> Iterator[Rank]:
    """All ranks of a document in the order of its sentences."""
    for sentence in doc.sentences:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        place = place_of(doc, sentence)
        yield from _find_roles(place)
        yield from find_firsts(place)
        yield from find_most(place)


def _find_roles(place: Place) -> Iterator[Rank]:
    text, base = place.text, place.sentence.start
    for match in _RANKED.finditer(text, base, place.sentence.end):
        criteria, noun, end = _criteria(match, text)
        nth, top = match["nth"] or match["bare"], (match["top"] or "").casefold()
        plain = criteria[:1] and criteria[0] in {"trading-partner", "investor", "donor"}
        if not criteria or ((match["bare"] or top == "first") and not plain):
            continue
        before = text[base : match.start()]
        possessor, low = _possessor(place, match.start())
        after_of, after_in, high = _scopes_after(place, end)
        holder, start, end = _holder(place, low, high)
        criteria, field = _without_field(place, criteria, match.start(), match.end())
        of, within = _whose(place, holder, (possessor, after_of, after_in or field or _fronted(place, low)))
        position = ORDER[nth.casefold()] if nth else 1
        plural = noun.endswith("s") and not noun.endswith("ss")
        yield Rank(
            min(start, low), max(end, high), top or str(nth).casefold(), position, criteria, holder, of, within,
            sole=not plural and SOME.search(text[base:low]) is None and SOME.search(before) is None,
            modality="planned" if WILL.search(before[-40:]) else None, polarity=NEGATED.search(before[-30:]) is None,
        )  # fmt: skip


def _criteria(match: regex.Match[str], text: str) -> tuple[tuple[str, ...], str, int]:
    """What somebody is the largest of: ("investor",), ("oil-importer",); the head noun; where the words end."""
    end = match.end()
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


def _possessor(place: Place, at: int) -> tuple[str | None, int]:
    """'Kazakhstan's', 'the region's', 'its' before a superlative, and where it begins."""
    text, base = place.text, place.sentence.start
    for e in place.before(at):
        tail = "'s" if text[e.end - 2 : e.end] == "'s" else ""
        if regex.fullmatch(r"'s?\s+(?:single\s+|new\s+)?", tail + text[e.end : at]):
            return e.entity, e.start
    match = _POSSESSOR.search(text[base:at])
    if match is None:
        return None, at
    return definite(place, (match["word"] or match["its"]).casefold(), base + match.start()), base + match.start()


def _scopes_after(place: Place, at: int) -> tuple[str | None, str | None, int]:
    """'of Kazakhstan', 'for the country', 'in Central Asia' after the noun: (of, in, end)."""
    text, of, within, end = place.text, None, None, at
    for _ in range(3):
        link = _LINK.match(text, end, place.sentence.end)
        if link is None:
            break
        named = next((e for e in place.entities if link.end() - 4 <= e.start <= link.end() < e.end), None)
        short = _SHORT.match(text, link.end())
        if named is not None:
            entity, end = _narrowed(text, named)
        elif short is not None:
            entity, end = definite(place, short["word"].casefold(), link.end()), short.end()
        else:
            break
        if link["word"].casefold() in {"in", "within", "among", "across"}:
            within = within or entity
        else:
            of = of or entity
    return of, within, end


def _narrowed(text: str, named: EntityMention) -> tuple[str | None, int]:
    """'Azerbaijani oil', 'the country's gas sector': a scope of its own, narrower than the country."""
    stop = named.end - 2 if text[named.end - 2 : named.end] == "'s" else named.end
    narrow = _NARROW.match(text, stop)
    if narrow is None or not (named.form == "adjective" or "'s" in narrow.group()):
        return named.entity, named.end
    words = regex.sub(r"[^a-z0-9]+", "-", text[named.start : narrow.end()].casefold()).strip("-")
    return f"scope:{words}", narrow.end()


def _fronted(place: Place, at: int) -> str | None:
    """'In Central Asia, Kazakhstan is ...': the field that opens the clause."""
    for e in place.before(at):
        lead = place.text[place.sentence.start : e.start]
        if (
            e.type == "region"
            and place.text[e.end : e.end + 1] == ","
            and regex.search(r"(?:^|[.;,]\s)in\s(?:the\s)?$", lead, regex.I)
        ):
            return e.entity
    return None


def _whose(
    place: Place, holder: str | None, scopes: tuple[str | None, str | None, str | None]
) -> tuple[str | None, str | None]:
    """Whose partner, and in which field: "in Kazakhstan" of an outsider is whose, of an insider the field."""
    possessor, of, within = scopes
    whose = possessor or of
    if whose == holder:
        others = {e.entity for e in place.entities if e.entity != holder and e.type in {"country", "region"}}
        whose = others.pop() if len(others) == 1 else None
    if whose is None and within is not None and (holder is None or not inside(place.doc.pack, within, holder)):
        return within, None
    if whose is None and within is None:
        others = {e.entity for e in place.entities if e.entity != holder and e.type in {"country", "region"}}
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
    if _WE.search(text[max(base, at - 8) : at + 1]):
        return speaker_side(place, at), max(base, at - 4), high
    lead = text[base:at].rstrip(" ,")
    near = place.subjects(at)
    pronoun = _PRONOUN.search(lead)
    named = _NAME.search(lead) if pronoun is None else None
    if near and (named is None or near[-1].end >= base + named.start()):
        first = pronoun is not None and pronoun["word"].casefold() == "it"
        return _quoted(near[0] if first else near[-1], place, low, high)
    if named is not None and len(named.group()) > 2:
        slug = regex.sub(r"[^a-z0-9]+", "-", named.group().casefold()).strip("-")
        return f"name:{slug}", base + named.start(), high
    return _quoted(None, place, low, high)
