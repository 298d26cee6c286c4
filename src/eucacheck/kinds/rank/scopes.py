"""A superlative in its sentence to whose rank it is: a possessor, "of", "in", a programme, a field set before."""

import regex

from eucacheck.kinds.rank.words import Place, definite, slug
from eucacheck.records import EntityMention

_POSSESSOR = regex.compile(
    r"\b(?:the\s+)?(?P<word>region|country|republic|bloc|union|world|programme|program|fund|scheme)'s\s+$"
    r"|\b(?P<its>its|their|our)\s+$",
    regex.I,
)
_IS_ITS = regex.compile(r"\b(?:is|was|remains|remained)\s+(?:also\s+|still\s+|now\s+)?$", regex.I)
"""'The EU is also its first investor': of the country spoken of, for nobody is his own investor."""
_PROGRAMMES = frozenset({"programme", "program", "fund", "scheme"})
_LINK = regex.compile(r"\s*,?\s*(?P<word>of|for|in|to|from|within|among|across)\s+(?:the\s+|all\s+)?")
_SHORT = regex.compile(r"(?P<word>region|country|republic|world)\b", regex.I)
_NARROW = regex.compile(
    r"(?:'s)?\s+[a-z][\p{L}-]{1,30}(?:\s+(?:sector|industry|market|exports?|imports?|economy|project))?"
)
"""What narrows a scope: "Azerbaijani oil", "the country's gas sector"."""
_OF_NAME = regex.compile(r"\s+(?:of|from|in|under)\s+(?:the\s+)?")
_MONEY = regex.compile(r"(?:'s)?\s+(?:money|funds?|funding|grants?|aid|scholarships?|programme|program)\b")
_ITS_PROGRAMME = regex.compile(r"\b(?:programme|program|scheme|fund)'s\s+$", regex.I)
_BACK = 700
"""Characters in which "the programme" is named."""


def programme_of(place: Place, start: int, end: int) -> tuple[str, int] | None:
    """'recipient of Erasmus+ money', 'the programme's recipient': the programme that somebody is the largest of."""
    programmes = [e for e in place.doc.entities if e.type == "programme"]
    link = _OF_NAME.match(place.text, end)
    named = next((e for e in programmes if link is not None and e.start == link.end()), None)
    if named is not None:
        tail = _MONEY.match(place.text, named.end)
        return named.entity.partition(":")[2], tail.end() if tail is not None else named.end
    if _ITS_PROGRAMME.search(place.text[max(place.sentence.start, start - 40) : start]) is None:
        return None
    near = [e for e in programmes if start - _BACK <= e.start < start] or [
        e for e in programmes if e.start < start + _BACK
    ]
    return (near[-1].entity.partition(":")[2], end) if len({e.entity for e in near}) == 1 else None


def possessor_of(place: Place, at: int) -> tuple[str | None, int]:
    """'Kazakhstan's', 'the region's', 'its' before a superlative, and where it begins."""
    text, base = place.text, place.sentence.start
    for e in place.before(at):
        tail = "'s" if text[e.end - 2 : e.end] == "'s" else ""
        if regex.fullmatch(r"'s?\s+(?:single\s+|new\s+)?", tail + text[e.end : at]):
            return e.entity, e.start
    match = _POSSESSOR.search(text[base:at])
    if match is None:
        return None, at
    word = (match["word"] or match["its"]).casefold()
    owner = None if word in _PROGRAMMES else definite(place, word, base + match.start())
    if word == "its" and owner is None and _IS_ITS.search(text, max(base, at - 40), base + match.start()):
        owner = definite(place, "country", base + match.start())
    return owner, base + match.start()


def scopes_after(place: Place, at: int) -> tuple[str | None, str | None, int]:
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
        money = _MONEY.match(text, stop) if named.type == "org" else None
        return named.entity, named.end if money is None else money.end()
    if narrow.group().endswith((" economy", " market")):
        return named.entity, narrow.end()
    return f"scope:{slug(text[named.start : narrow.end()])}", narrow.end()


def fronted_field(place: Place, at: int) -> str | None:
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
