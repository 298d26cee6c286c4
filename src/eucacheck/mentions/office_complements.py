"""An office noun to its whole phrase: the field, department and organisation that follow it.

"Minister of Transport", "Ambassador of the EU to Kazakhstan", "chair of the Danish parliament's foreign affairs
committee". A field ends where no word of a field follows; where a person is known to follow, at the person.
"""

from dataclasses import replace
from typing import Final

import regex

from eucacheck.mentions.office_fields import BODY_WORDS, is_field_word
from eucacheck.mentions.office_text import OfficePhrase, OfficeText, is_posted, is_sent, posted_in
from eucacheck.records import EntityMention

WORD: Final = regex.compile(r"[\p{L}\p{N}]+(?:['&-][\p{L}\p{N}]+)*")
PLACES: Final = frozenset({"org", "country", "region", "place"})
HAS_FIELD: Final = regex.compile(
    r"minister|commissioner|secretary|director|head|chair|spokesperson|representative|envoy|negotiator|coordinator|"
    r"adviser|manager|counsellor|delegate|rapporteur"
)
_POSTED: Final = regex.compile(
    r"ambassador|envoy|representative|delegat|mission|consul|observer|advis[eo]r|attache|affaires|coordinator|liaison|"
    r"counsellor|negotiator|nuncio|emissary|commissioner"
)
"""Offices that are held to a place or body."""
_OF: Final = regex.compile(r"[ \n](?:of|at|in|to|for|on|with) (?:the )?(?:(?:\p{Lu}\p{Ll}+ )?Republic of )?")
_FIELD_LINK: Final = regex.compile(r"(?: of| for| on)(?: the)? ")
_AND_FIELD: Final = regex.compile(r",? and |, ")
_JOIN: Final = regex.compile(
    r",? and (?:the )?| of (?:the )?| on (?:the )?| for (?:the )?| with (?:the )?| in (?:the )?| & |, | "
)
_DEPARTMENTS: Final = (
    "Department|Delegation|Committee|Office|Directorate|Division|Mission|Unit|Section|Board|Secretariat|Group|Faction|"
    "Service|Agency|Chamber|Association|Institute|Bank|Fund|Federation|Centre|Center|University|Academy|College|School|"
    "Council|Parliament|Assembly|Society|Company|Corporation|Union|Senate|Court|committee|department|delegation|board|"
    "group|office|directorate|division|unit|agency|region|province|district|oblast|Ministry|ministry|parliament|chamber|"
    "association|senate|concern|company|corporation|bank|institute|fund|council|court|university|academy|operator|"
    "federation|centre|center|foundation|museum|Concern|Holding"
)
_DEPARTMENT: Final = regex.compile(rf" (?:of|at|in) (?:the |its )?(?=(?:[\p{{L}}'-]+ ){{0,4}}(?:{_DEPARTMENTS})\b)")
_TO_NOUN: Final = regex.compile(rf"(?:\p{{Ll}}[\p{{L}}'-]{{0,30}} ){{0,3}}?(?:{_DEPARTMENTS})\b")
_MARKED: Final = regex.compile(r' "[^"\n]{2,40}"')
"""A name in quotation marks behind its noun: 'the State Concern "Steppegaz"'."""
_PIECE: Final = r"\p{Lu}[\p{L}\p{N}&-]{1,30}"
_UNKNOWN: Final = regex.compile(rf" (?:of|at) (?:the )?((?:{_PIECE} ){{0,4}}{_PIECE})(?=,? )")
_CAPITALISED: Final = regex.compile(r"(?: \p{Lu}[\p{L}-]{1,25}){1,4}")
_BODY_NAME: Final = regex.compile(rf" (?:of|at|with|for) (?:the )?((?:{_PIECE} ){{0,4}}{_PIECE})")
_COMMON: Final = regex.compile(
    r" (?:of|at|in) (?:the|an?|its) ((?:\p{Ll}[\p{L}-]{2,20} ){0,2}\p{Ll}[\p{L}-]{2,20})(?=[,.;)])"
)
_HEADS_A_BODY: Final = regex.compile(
    r"director|head|chair|manager|owner|founder|rector|editor|engineer|chief-executive|president"
)
_AFTER_NAME: Final = regex.compile(r"\p{Lu}[\p{L}'-]+\)?,(?: \d\d,)? (?:the |an? |its )?$")
_REGION: Final = regex.compile(r" (?:to|for|in) the (?:region|country|bloc|area)(?= |,)")
_REGION_NOUN: Final = regex.compile(r" (?:region|province|oblast|district)\b", regex.I)
_OFFICES_OF_PLACE: Final = frozenset(
    {"office", "branch", "bureau", "division", "department", "university", "institute"}
)
_HONORIFICS: Final = frozenset("mr mrs ms dr prof his her sir lady lord".split())
_MOST_WORDS: Final = 14


def take_in_complements(text: OfficeText, phrase: OfficePhrase) -> OfficePhrase:
    """Field, department and organisation after the noun: 'for Transport', 'of the EU to Kazakhstan'."""
    limit = text.limit(phrase.end)
    for _ in range(4):
        longer = (
            _body_after(text, phrase, limit) or _department(text, phrase, limit) or _field_after(text, phrase, limit)
            or _second_field(text, phrase, limit) or _apposed_body(text, phrase, limit)
            or _unknown_body(text, phrase, limit)
        )  # fmt: skip
        if longer is None:
            break
        phrase = longer
    return phrase


def _body_after(text: OfficeText, phrase: OfficePhrase, limit: int) -> OfficePhrase | None:
    region = _REGION.match(text.shadow, phrase.end)
    if region is not None:
        return replace(phrase, end=region.end())
    of = _OF.match(text.shadow, phrase.end)
    entity = (text.by_start.get(of.end()) or _inside_republic(text, of)) if of is not None else None
    if of is None or entity is None or entity.type not in {*PLACES, "programme"} or entity.end > limit:
        return None
    link = of.group().split()[0].casefold()
    if _goes_on(text, entity):
        return None
    if link == "in" and entity.type == "country" and is_sent(phrase.office) and phrase.domain is None:
        return replace(phrase, domain=text.shadow[entity.start : entity.end], end=entity.end)  # whereto it is sent
    if link == "in" and is_posted(phrase) and entity.type in {"country", "place"}:
        return posted_in(text, phrase, entity)
    known = phrase.organisation is not None and link in {"in", "at"} and entity.type == "place"
    if not known and (link in {"of", "at", "in"} or (link in {"for", "with"} and entity.type == "org")):
        if entity.type == "programme" or (phrase.organisation not in {None, entity.entity} and link != "of"):
            return None
        body = phrase.organisation if phrase.organisation not in {None, entity.entity} else entity.entity
        end, bodies = _listed(text, entity, limit) if phrase.plural else (entity.end, ())
        noun = _REGION_NOUN.match(text.shadow, end, limit) if entity.type == "place" else None
        end = noun.end() if noun is not None else end  # "governor of Naryn province"
        return replace(phrase, organisation=body, end=end, bodies=bodies)
    if link in {"in", "at"} and entity.type == "place":
        return replace(phrase, end=entity.end)
    if link == "to" and _POSTED.search(phrase.office) is None:
        return None  # 'the visit of the President of X to Y'
    if link in {"for", "on", "to"} and (phrase.domain is None or phrase.domain[:1].islower()):
        end = max(_listed(text, entity, limit)[0], _run(text, of.end(), limit, free=False, anything=link != "to"))
        return replace(phrase, domain=text.shadow[of.end() : end], end=end)
    return None


_REPUBLIC = regex.compile(r"(?:\p{Lu}\p{Ll}+ )?Republic of")
_NOUN_BEHIND = regex.compile(r"(?:'s?)? ((?:[\p{L}-]+ ){0,3}?)([\p{L}-]+)")
_NAME_BEHIND = regex.compile(r"(?:'s)? \p{Lu}")
_AND = regex.compile(r"(?:,| and|, and) (?:the )?")


def _inside_republic(text: OfficeText, of: "regex.Match[str]") -> EntityMention | None:
    """'of the Republic of Kazakhstan', whether or not 'Republic of' is a part of the name in the pack."""
    first = _REPUBLIC.search(of.group())
    return text.by_start.get(of.start() + first.start()) if first is not None else None


def _goes_on(text: OfficeText, entity: EntityMention) -> bool:
    """A noun of a body follows, so that the name is only its attribute; an adjective always is one."""
    after = _NOUN_BEHIND.match(text.shadow, entity.end)
    if after is None:
        return entity.form == "adjective"
    first = (after.group(1) or after.group(2)).split()[0]
    if entity.type == "place" and first in _OFFICES_OF_PLACE:
        return True
    if entity.form == "adjective" and first.casefold() not in {"side", "republic", "and", "who", "said"}:
        return True
    named = _CAPITALISED.match(text.shadow, entity.end)  # "Tashkent State University"
    if entity.type in {"place", "region"} and named is not None and text.people and entity.end + 1 not in text.people:
        return True  # "Caspian Hydrogen": a firm that begins with a place
    owned = text.shadow[entity.end : entity.end + 1] == "'" and entity.form != "acronym"
    body = named is not None and any(w.casefold() in BODY_WORDS for w in named.group().split())
    return owned or body or (entity.end + 1) in text.by_start


def _listed(text: OfficeText, entity: EntityMention, limit: int) -> tuple[int, tuple[str, ...]]:
    """'Latvia and Estonia', 'Central Asia and Afghanistan': the end of the list and its entities."""
    end, bodies = entity.end, [entity.entity]
    for _ in range(8):
        join = _AND.match(text.shadow, end)
        following = text.by_start.get(join.end()) if join is not None else None
        if following is None or following.type not in PLACES or following.end > limit or following.form == "adjective":
            break
        if _NAME_BEHIND.match(text.shadow, following.end) and following.end + 1 not in text.people:
            break
        end = following.end
        bodies.append(following.entity)
    return end, tuple(bodies)


def _department(text: OfficeText, phrase: OfficePhrase, limit: int) -> OfficePhrase | None:
    """'of the Delegation for relations with Central Asia', 'of the Danish parliament's foreign affairs committee'."""
    start = _DEPARTMENT.match(text.shadow, phrase.end)
    if start is None or phrase.domain is not None:
        return None
    end = _run(text, start.end(), limit, free=True)
    noun = _TO_NOUN.match(text.shadow, start.end(), limit) if text.people else None
    if noun is not None and noun.end() > end and not any(start.end() < e < noun.end() for e in text.by_start):
        named = _CAPITALISED.match(text.shadow, noun.end(), limit)
        free = named is not None and noun.end() + 1 not in text.people and noun.end() + 1 not in text.by_start
        end = named.end() if named is not None and free else noun.end()  # "the export agency QazTrade"
    marked = _MARKED.match(text.shadow, end, limit) if text.people else None
    end = marked.end() if marked is not None else end
    return replace(phrase, domain=text.shadow[start.end() : end], end=end) if end > start.end() else None


def _field_after(text: OfficeText, phrase: OfficePhrase, limit: int) -> OfficePhrase | None:
    link = _FIELD_LINK.match(text.shadow, phrase.end)
    if link is None or phrase.domain is not None or link.end() >= limit:
        return None
    of = link.group().startswith(" of")
    if of and not HAS_FIELD.search(phrase.office):
        return None
    end = _run(text, link.end(), limit, free=False)
    if end <= link.end():
        return None
    domain = text.shadow[link.end() : end]
    linked = _late_body(text, link.end(), end)
    return replace(phrase, domain=domain, end=end, organisation=phrase.organisation or linked)


def _second_field(text: OfficeText, phrase: OfficePhrase, limit: int) -> OfficePhrase | None:
    """'Minister of Foreign Affairs and Trade': what a minister is for besides makes no other office."""
    link = _AND_FIELD.match(text.shadow, phrase.end)
    if link is None or phrase.domain is not None or "affairs" not in phrase.office or _role_follows(text, link.end()):
        return None
    end = _run(text, link.end(), limit, free=False)
    ended = end > link.end() and not _role_follows(text, end + 1)
    return replace(phrase, end=end) if ended and text.shadow[link.end()].isupper() else None


def _run(text: OfficeText, start: int, limit: int, *, free: bool, anything: bool = False) -> int:
    """The end of a run of field words and entities; before a known person, or `free`, capitalised words count too."""
    at, end, shadow = start, start, text.shadow
    open_end, seen = limit in text.people and limit - start < 120, False
    for _ in range(_MOST_WORDS):
        entity = text.by_start.get(at)
        if entity is not None and entity.end <= limit:
            if (
                at == start
                and not (free or anything)
                and entity.form != "adjective"
                and entity.type in {"org", "country"}
            ):
                return start
            owner_of = shadow[entity.end : entity.end + 2] == "'s"
            after, seen = entity.end + (2 if owner_of else 0), not (free and owner_of)
        else:
            word = WORD.match(shadow, at, limit)
            if word is None or not _counts(word.group(), open_end=open_end, free=free and not seen):
                break
            after = word.end()
            seen = seen or word.group().casefold() in BODY_WORDS or is_field_word(word.group())
        end = after
        join = _JOIN.match(shadow, end, limit)
        if join is None or _role_follows(text, join.end()) or _something_else(text, join):
            break
        owner = text.by_start.get(join.end()) if join.group().startswith(" of") else None
        if owner is not None and (not free or not _goes_on(text, owner)):
            break
        seen = seen and join.group().strip(" ,&").removesuffix(" the") in {"", "and"}
        at = join.end()
    return end


def _something_else(text: OfficeText, join: "regex.Match[str]") -> bool:
    """', and' goes on with a field only where a word of a field follows: not "agriculture, and the Bank's"."""
    word = WORD.match(text.shadow, join.end())
    return join.group().startswith(", and") and (word is None or not is_field_word(word.group()))


def _role_follows(text: OfficeText, at: int) -> bool:
    """The next role begins, with or without its body before it."""
    entity = text.by_start.get(at)
    if entity is not None:
        owner = text.shadow[entity.end : entity.end + 2] == "'s"
        return owner or _office_follows(text.shadow, entity.end + 1)
    return _office_follows(text.shadow, at)


def _counts(word: str, *, open_end: bool, free: bool) -> bool:
    low = word.casefold().removesuffix("'s")
    if is_field_word(low) or low in BODY_WORDS:
        return not (word[:1].islower() and low in {"meeting", "visit"})
    return (open_end or free) and word[:1].isupper() and len(word) > 1 and low not in _HONORIFICS


_OFFICE = regex.compile(
    r"(?:EU |Vice|Deputy|First Deputy|High Rep|President|Prime|Minister|Head\b|Chair|Commissioner\b|Ambassador|"
    r"Secretary|Special Rep|Assistant|Director|Managing|Member\b|Professor|vice|deputy|president|minister|"
    r"head\b|chair|said\b|who\b)"
)


def _office_follows(shadow: str, at: int) -> bool:
    """The next role of a list of roles begins."""
    return bool(_OFFICE.match(shadow, at))


def _late_body(text: OfficeText, start: int, end: int) -> str | None:
    """The organisation inside a field: 'Foreign Affairs, European Union and Cooperation of Spain' has Spain."""
    for match in regex.finditer(r"\bof (?:the )?", text.shadow[start:end]):
        entity = text.by_start.get(start + match.end())
        if entity is not None and entity.type in {"country", "org"} and entity.end <= end:
            return entity.entity
    return None


def _apposed_body(text: OfficeText, phrase: OfficePhrase, limit: int) -> OfficePhrase | None:
    """'Managing Director for Central Asia, European External Action Service, NAME'."""
    if phrase.organisation is not None or text.shadow[phrase.end : phrase.end + 2] != ", ":
        return None
    entity = text.by_start.get(phrase.end + 2)
    if entity is None or entity.type != "org" or entity.end > limit or text.shadow[entity.end : entity.end + 2] != ", ":
        return None
    return replace(phrase, organisation=entity.entity, end=entity.end)


def _unknown_body(text: OfficeText, phrase: OfficePhrase, limit: int) -> OfficePhrase | None:
    """'the CEO of KazTransGrid, NAME': a body that nobody knows, where a person is named right after it."""
    if phrase.domain is not None or phrase.organisation is not None:
        return None
    if limit in text.people:
        body = _UNKNOWN.match(text.shadow, phrase.end, limit)
        if body is not None and text.shadow[body.end() : limit] in {", ", " "}:
            return replace(phrase, domain=body.group(1), end=body.end())
    if not text.people or _AFTER_NAME.search(text.shadow, max(0, phrase.start - 40), phrase.start) is None:
        return None
    named = _BODY_NAME.match(text.shadow, phrase.end, limit)
    common = _COMMON.match(text.shadow, phrase.end, limit) if _HEADS_A_BODY.search(phrase.office) else None
    body = common if named is None else named
    return replace(phrase, domain=body.group(1), end=body.end()) if body is not None else None
