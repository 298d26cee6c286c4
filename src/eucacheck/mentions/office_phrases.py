"""Text and entities to office phrases, before anybody is said to hold them.

    role := [organisation or demonym 's] [newly appointed | former | acting] [FIELD] OFFICE
            [of FIELD] [for/on DOMAIN] [of/at ORGANISATION]

The office nouns are the pack's. "of PLACE" is the organisation and never a field; an adjective, or a name that a noun
of a body follows, is not ("President of the Kazakh Chamber of Commerce").
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

import regex

from eucacheck.mentions.office_complements import HAS_FIELD, PLACES, WORD, take_in_complements
from eucacheck.mentions.office_fields import BODY_WORDS, is_field_word
from eucacheck.mentions.office_text import OfficePhrase, OfficeText, is_sent
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, PersonMention

_TENURE: Final = {
    "newly appointed": "newly-appointed", "newly-appointed": "newly-appointed", "newly elected": "newly-appointed",
    "newly-elected": "newly-appointed", "new": "newly-appointed", "incoming": "designate", "designate": "designate",
    "former": "former", "ex-": "former", "ex": "former", "then": "former", "then-": "former", "late": "former",
    "previous": "former", "one-time": "former", "acting": "acting", "interim": "acting", "caretaker": "acting",
    "outgoing": "current", "senior": "current", "current": "current", "future": "future", "first": "current",
    "lead": "current", "chief": "current", "own": "current",
}  # fmt: skip
_ORDINARY: Final = {"first", "senior", "current", "lead", "chief", "own", "outgoing"}
_DEPUTY: Final = regex.compile(r"\b(?:(first) )?(?:deputy|vice)[ -]$", regex.I)
_TENURE_BEFORE: Final = regex.compile(
    r"\b(" + "|".join(sorted(map(regex.escape, _TENURE), key=len, reverse=True)) + r")[ -]*$", regex.I
)
_OF_A_CABINET: Final = regex.compile(r"\b(?:Cabinet|Council|Soviet) of $")
_CAPITALS: Final = regex.compile(r"(?<![.!?]\s)(?<![\p{L}\p{N}'-])(?:\p{Lu}[\p{L}-]{1,25} ){1,4}$")
_OWNER: Final = regex.compile(
    r"(?:\b[Tt]h(?:e|is|at) (?P<noun>(?:\p{Lu}[\p{L}-]{1,25} ){0,3}[\p{L}-]{3,25})'s |"
    r"(?<![.!?]\s)(?<![\p{L}'-])(?P<name>(?:\p{Lu}[\p{L}&'-]{1,25} ){0,3}\p{Lu}[\p{L}&'-]{1,25}), whose |"
    r"(?<![\p{L}'-])(?P<firm>(?:\p{Lu}[\p{L}&-]{1,25} ){1,3}\p{Lu}[\p{L}&-]{1,25})'s )$"
)
_NO_BODIES: Final = frozenset(
    "country republic nation state region bloc union city kingdom former latter man woman minister president premier "
    "commissioner ambassador governor government day week month year".split()
)
_ACRONYM: Final = regex.compile(r"\p{Lu}{3,6}")
_BLOC: Final = regex.compile(r"\b[Tt]he (?:bloc|Union|union)'s (?:new |former )?$")
_CHIEF: Final = regex.compile(
    r" (?:\p{L}{2,12} )?(?:negotiator|adviser|advisor|economist|engineer|prosecutor|editor|coordinator|spokes\w+)\b",
    regex.I,
)
_ELECT: Final = regex.compile(r"-(?:elect|designate)\b")
_AT_THE_HEAD: Final = regex.compile(r"\bat the head of (?:the |an? )?(?:\w+ ){0,2}delegation$", regex.I)
_TO_COUNTRY: Final = regex.compile(r" to (?:the )?(?:Republic of )?(?P<country>\p{Lu}[^,;.()\n]{2,40})$")
_WORD: Final = regex.compile(r"\w+")
_BLANK: Final = regex.compile(r"[\s-]+")
ACRONYMS: Final = frozenset({"PM", "HR", "VP", "MP", "CEO", "EUSR", "MEP", "MEPs", "MPs"})


def find_phrases(
    shadow: str, entities: Sequence[EntityMention], persons: Sequence[PersonMention], pack: Pack
) -> list[OfficePhrase]:
    """Find the office phrases of a text in order; without persons, a field ends where no word of a field follows."""
    text = OfficeText(shadow, entities, persons)
    _, table = _words(pack)
    found = []
    for match in _nouns(shadow, pack):
        if text.in_entity(match.start(), match.end()) or _OF_A_CABINET.search(
            shadow, match.start() - 24, match.start()
        ):
            continue
        word = match.group()
        if _AT_THE_HEAD.search(text.shadow, max(0, match.start() - 8), match.end()):
            continue  # for a day
        if word.casefold() == "chief" and _CHIEF.match(shadow, match.end()):
            continue  # "chief WTO negotiator": the noun comes behind
        low = _BLANK.sub(" ", word.casefold())
        office, plural, weak = table.get(word.casefold()) or table.get(low) or (low.replace(" ", "-"), False, False)
        if word.isupper() and word not in ACRONYMS:
            continue
        if word.casefold() in {"pm", "hr", "vp", "mp"} and not word.isupper():
            continue
        inner = text.by_end.get(match.end())  # "Member of the European Parliament"
        body = inner.entity if inner is not None and inner.type == "org" and inner.start > match.start() else None
        phrase = OfficePhrase(
            match.start(), match.end(), office, body, None, plural=plural, weak=weak, word=match.start()
        )
        across = _reaching_over(text, match.start(), match.end())
        found.append(_sent(text, _complete(text, phrase)) if across is None else _of_body(text, phrase, across, pack))
    found += _find_informal(text, pack)
    return _without_overlap(found)


def _reaching_over(text: OfficeText, start: int, end: int) -> EntityMention | None:
    """The body whose name begins inside an office noun and goes on: 'Head of the EU Delegation | to Norland'."""
    i = bisect_left(text.starts, start + 1)
    entity = text.by_start.get(text.starts[i]) if i < len(text.starts) and text.starts[i] < end else None
    return entity if entity is not None and entity.type == "org" and entity.end > end else None


def _sent(text: OfficeText, phrase: OfficePhrase) -> OfficePhrase:
    """'Head of the EU Delegation in Norland': the body named in the noun has sent them."""
    if not is_sent(phrase.office) or phrase.organisation is not None:
        return phrase
    i = bisect_left(text.starts, phrase.word)
    sender = text.entities[i] if i < len(text.entities) and text.entities[i].end < phrase.end else None
    return replace(phrase, organisation=sender.entity) if sender is not None and sender.type == "org" else phrase


def _of_body(text: OfficeText, phrase: OfficePhrase, body: EntityMention, pack: Pack) -> OfficePhrase:
    """Such an office: that of the body which sends the delegation, to the country that its name ends on."""
    to = _TO_COUNTRY.search(text.shadow, body.start, body.end)
    known = pack.organisations.get(body.entity)
    whole = _complete(text, replace(phrase, end=body.end))
    sender = known.parent if known is not None and to is not None else body.entity
    domain = to["country"] if to is not None else whole.domain
    return replace(whole, organisation=whole.organisation or sender, domain=domain)


def _nouns(shadow: str, pack: Pack) -> Iterator["regex.Match[str]"]:
    """The office nouns of a text in order; the pattern is tried only where the first word of one stands."""
    pattern, table = _words(pack)
    first = _first_words(frozenset(table))
    at = 0
    for word in _WORD.finditer(shadow):
        if word.start() < at or word.group().casefold() not in first:
            continue
        match = pattern.match(shadow, word.start())
        if match is not None:
            at = match.end()
            yield match


@lru_cache(maxsize=4)
def _first_words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word.group() for name in names if (word := _WORD.match(name)) is not None)


@lru_cache(maxsize=4)
def _words(pack: Pack) -> tuple[regex.Pattern[str], dict[str, tuple[str, bool, bool]]]:
    """The pattern of all office nouns, longest first, and by lower-case form: slug, plural, weak."""
    table: dict[str, tuple[str, bool, bool]] = {}
    for slug, word in sorted(pack.office_words.items()):
        for name in word.names:
            table.setdefault(name.casefold(), (slug, False, word.weak))
            table.setdefault(regex.sub(r"[\s-]+", " ", name.casefold()), (slug, False, word.weak))
        for name in word.plurals:
            table.setdefault(name.casefold(), (slug, True, word.weak))
            table.setdefault(regex.sub(r"[\s-]+", " ", name.casefold()), (slug, True, word.weak))
    if not table:
        return regex.compile(r"(?!)"), table  # a pack without office words: nothing matches, not the empty string
    longest = sorted(table, key=lambda n: (-len(n), n))
    body = "|".join(regex.escape(n).replace(r"\ ", r"[ -]") for n in longest)
    return regex.compile(
        rf"(?<!\w)(?:(?<!-)|(?<=\bthen-)|(?<=\bex-)|(?<=\d-)|(?<= -))(?:{body})(?!\w)(?!-(?!elect|designate)\w)",
        regex.I,
    ), table


@lru_cache(maxsize=4)
def _informal(pack: Pack) -> tuple[regex.Pattern[str] | None, dict[str, tuple[str, str]]]:
    table = {n.casefold(): (o.office, o.organisation) for _, o in sorted(pack.offices.items()) for n in o.informal}
    if not table:
        return None, {}
    body = "|".join(regex.escape(n).replace(r"\ ", r"[ -]") for n in sorted(table, key=lambda n: (-len(n), n)))
    return regex.compile(rf"(?<![\w-])(?:{body})(?!\w)", regex.I), table


def _find_informal(text: OfficeText, pack: Pack) -> list[OfficePhrase]:
    """Labels of the press ("top diplomat"), only beside the body that the office belongs to."""
    pattern, labels = _informal(pack)
    found = []
    for match in pattern.finditer(text.shadow) if pattern is not None else ():
        low = " ".join(match.group().casefold().split())
        office, organisation = labels.get(low) or labels.get(low.replace("-", " ")) or ("", "")
        phrase = _complete(text, OfficePhrase(match.start(), match.end(), office, None, None, word=match.start()))
        bloc = _BLOC.search(text.shadow, max(0, match.start() - 20), match.start()) is not None
        if office and (phrase.organisation == organisation or (bloc and phrase.organisation is None)):
            phrase = replace(phrase, organisation=organisation)
            found.append(replace(phrase, informal=True, domain=None))
    return found


def _without_overlap(found: Sequence[OfficePhrase]) -> list[OfficePhrase]:
    """In the order of the text; an informal label wins over the plain noun in it."""
    kept: list[OfficePhrase] = []
    for one in sorted(found, key=lambda r: (r.start, -r.end)):
        if kept and one.start < kept[-1].end:
            if one.informal and not kept[-1].informal:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


# --- before the noun ---------------------------------------------------------------------------------------------


def _complete(text: OfficeText, phrase: OfficePhrase) -> OfficePhrase:
    """Take in tenure, field and organisation before the noun, field and organisation after it."""
    begin, tenure, domain, organisation = phrase.start, "current", None, None
    for _ in range(5):
        head = text.shadow[max(0, begin - 20) : begin]
        word = _TENURE_BEFORE.search(head)
        if word is not None and not (word.group(1).casefold() == "then" and not head.endswith("-")):
            tenure = tenure if word.group(1).casefold() in _ORDINARY else _TENURE[word.group(1).casefold()]
            begin -= len(head) - word.start()
            continue
        deputy = _DEPUTY.search(head) if not phrase.office.startswith(("deputy", "vice", "first")) else None
        if deputy is not None:
            phrase = replace(phrase, office=("first-deputy-" if deputy.group(1) else "deputy-") + phrase.office)
            begin -= len(head) - deputy.start()
            continue
        entity = _body_before(text, begin) if organisation is None else None
        if entity is not None and entity.type == "region" and domain is not None and domain[:7].casefold() == "affairs":
            domain, begin = text.shadow[entity.start : begin] + domain, entity.start  # a minister of European affairs
            continue
        if entity is not None and phrase.office == "negotiator" and entity.type == "org" and domain is None:
            domain, begin = text.shadow[entity.start : entity.end], entity.start  # of a country, with that body
            continue
        if entity is not None:
            organisation, begin = entity.entity, entity.start
            continue
        start = _field_before(text, begin) if organisation is None and domain is None else None
        if start is None:
            owner = _owner_before(text, begin) if organisation is None else None
            begin, domain = (owner[0], domain or owner[1]) if owner is not None else (begin, domain)
            break
        before = begin
        domain, begin = text.shadow[start:begin].strip(" '"), start
        if domain.split()[-1].casefold() in BODY_WORDS:
            body = _body_before(text, begin)
            first = body.start if body is not None else _name_before(text, begin)
            begin, domain = first, text.shadow[first:begin] + domain
            break
        if not HAS_FIELD.search(phrase.office):
            domain, begin = None, before
            break
    if text.shadow[max(0, begin - 5) : begin].casefold().endswith("then-"):
        tenure = "former"
    end = phrase.end
    elect = _ELECT.match(text.shadow, end)
    if elect is not None:
        tenure, end = "designate", elect.end()
    return take_in_complements(
        text, replace(phrase, start=begin, end=end, tenure=tenure, domain=domain, organisation=organisation)
    )


def _body_before(text: OfficeText, begin: int) -> EntityMention | None:
    """The organisation or demonym that stands right before, with 's or a hyphen or a blank; never across a line."""
    shadow = text.shadow
    at = begin - 1 if shadow[begin - 1 : begin] in {" ", "-"} else begin
    entity = text.by_end.get(at)
    if entity is None and shadow[at - 2 : at] == "'s":
        entity = text.by_end.get(at - 2)
    if entity is None and shadow[at - 1 : at] == "'":
        entity = text.by_end.get(at - 1)
    return entity if entity is not None and entity.type in PLACES and at < begin else None


def _owner_before(text: OfficeText, begin: int) -> tuple[int, str] | None:
    """'the cooperative's', 'Caspian Hydrogen, whose': a body that no list knows, and where its name begins."""
    owner = _OWNER.search(text.shadow, max(0, begin - 60), begin)
    if owner is None or (owner["noun"] and owner["noun"].split()[-1].casefold() in _NO_BODIES):
        return None
    group = next(g for g in ("noun", "name", "firm") if owner[g])
    if group == "firm" and (not text.people or any(owner.start() <= p < owner.end() for p in text.people)):
        return None  # a person's
    return owner.start(group), owner[group]


def _name_before(text: OfficeText, begin: int) -> int:
    """Where the capitalised words before the noun of a body begin: "Nordic Investment Bank president"."""
    name = _CAPITALS.search(text.shadow, max(0, begin - 60), begin)
    return name.start() if name is not None else begin


def _field_before(text: OfficeText, begin: int) -> int | None:
    """'Energy Minister', 'trade and integration minister': where the words of a field before the noun begin."""
    window = text.shadow[max(0, begin - 60) : begin]
    words = list(WORD.finditer(window))
    start, base, listed = None, max(0, begin - 60), False
    for i in range(len(words) - 1, max(-1, len(words) - 6), -1):
        word = words[i].group()
        gap = window[words[i].end() : (words[i + 1].start() if i + 1 < len(words) else len(window))]
        if gap not in ({" ", " and ", ", ", " & "} if i + 1 < len(words) else {" "}):
            break
        if gap == ", " and not listed:  # "on air services, Transport Minister NAME": a list has its "and"
            break
        if word in {"and", "&"} and start is not None:
            listed = True
            continue
        last = start is None and word.casefold() in BODY_WORDS
        if not (last or is_field_word(word) or _ACRONYM.fullmatch(word)) or (base + words[i].end()) in text.by_end:
            break
        start = base + words[i].start()
    return start
