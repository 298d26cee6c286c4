"""What a deed is done to, as nouns by stem: of a pronoun those of the sentences before; people by their surname."""

from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.names import surname
from eucacheck.kinds.statement.actor_words import GROUP
from eucacheck.records import Sentence
from eucacheck.shadow import consonants
from eucacheck.spans import between
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_THING_END: Final = regex.compile(
    r"[.;:,\n\"()]|\b(?:which|who|that|where|while|after|before|because|and\s+(?:is|was|has))\b"
)
_WORD: Final = regex.compile(r"\p{L}[\p{L}'-]{2,}")
_LINK: Final = regex.compile(r"(?:^|\s)(?:of|for|in|at|from|to|on|with|near|between|worth)\s")
_STANDS_FOR: Final = frozenset("it they them this these those he she him her cut".split())
_IDLE: Final = frozenset(
    "the and with for from that this they them its their his her was were are has have had been will which who whom "
    "where when also new large whole entire full first all both some other by into over under about after before "
    "official officially today yesterday ceremony solemnly once again more than event million billion euro euros "
    "cut ribbon open opens get gets come comes say says cost costs begin begins "
    "dollar dollars year years day days there here it work works part one two three four five".split()
)
_MONEY: Final = frozenset(
    "money sum sums funds funding grant grants costs cost bill amount price idea proposal initiative".split()
)
"""What is paid says nothing of what it is paid for."""
_PRONOUN: Final = regex.compile(r"(?:it|they|which|who|the\s+(?:delegation|mission|group|team))\b", regex.I)
_OF_GROUP: Final = regex.compile(rf"(?:{GROUP.pattern})\s(?:of|from)\s(?:the\s)?", regex.I)
_BACK: Final = 2
_SUBJECT: Final = 130


def clause_before(text: str, sentence: Sentence, at: int) -> tuple[int, int]:
    """The words before a verb in the passive: what something is done to."""
    low = max(sentence.start, at - _SUBJECT)
    return max(low, *(text.rfind(mark, low, at) + 1 for mark in (";", ":", "\n"))), at


def object_behind(text: str, sentence: Sentence, at: int) -> tuple[int, int]:
    """The words behind a verb, up to another clause."""
    stop = _THING_END.search(text, at + 1, min(sentence.end, at + _SUBJECT))
    return at, stop.start() if stop is not None else min(sentence.end, at + _SUBJECT)


def whom(doc: "Document", thing: tuple[int, int], *, last: bool) -> dict[str, str]:
    """Who is appointed, or follows: by the consonants of the surname, as romanisations differ."""
    people = between(doc.persons, thing[0], thing[1] + 1)
    named = [p for p in people if p.form in {"full", "surname"}] or people
    one = named[-1 if last else 0 :][:1]
    names = [p.person.partition(":")[2].replace("-", " ") for p in one]
    return {f"who {consonants(surname(n))}": "office" for n in names}


def sides_of(doc: "Document", i: int, thing: tuple[int, int]) -> dict[str, str]:
    """A delegation, by whom it is of: named with it, else the first that the sentence before names."""
    own, sentence = doc.shadow[thing[0] : thing[1]], doc.sentences[i]
    before = doc.sentences[i - 1] if i and doc.sentences[i - 1].article == sentence.article else None
    told = f"{doc.shadow[before.start : before.end] if before is not None else ''} {own}"
    group = GROUP.search(own) or (GROUP.search(told) if _PRONOUN.match(own.strip()) else None)
    if group is None:
        return {}
    low = before.start if before is not None and not GROUP.search(own) else thing[0]
    behind = _OF_GROUP.search(doc.shadow, low, thing[1])
    named = [e for e in between(doc.entities, low, thing[1] + 1) if behind is not None and e.start == behind.end()]
    of = named or [e for e in between(doc.entities, *thing) if e.type in {"org", "country"}]
    if not of and before is not None:
        of = [e for e in between(doc.entities, before.start, before.end) if e.type in {"org", "country"}][:1]
    return {f"led {e.entity}": group.group().casefold() for e in of[:1]}


def spoken_for(doc: "Document", thing: tuple[int, int]) -> dict[str, str]:
    """The one body or country that somebody represents."""
    named = {e.entity for e in between(doc.entities, *thing) if e.type in {"org", "country"} and e.form != "adjective"}
    return {f"for {e}": doc.pack.name_of(e) for e in named} if len(named) == 1 else {}


def things_of(doc: "Document", i: int, thing: tuple[int, int]) -> dict[str, str]:
    """The nouns of the thing by stem, without names and days; of a pronoun those of the sentences before."""
    low, high = thing
    words = {w.casefold() for w in doc.shadow[low:high].split()[:_BACK]}
    found: dict[str, str] = {}
    if not words & _STANDS_FOR:
        link = _LINK.search(doc.shadow, low + 1, high)
        found = _nouns(doc, low, link.start() if link is not None else high)
        if found and not _MONEY.issuperset(found.values()):
            return found
        found = _nouns(doc, low, high)
        if found and _LINK.match(doc.shadow, low - 1) is not None:
            return found  # "in Riga the text was"
    elif "cut" in words:
        found = _nouns(doc, low, high)
    own = doc.sentences[i]
    for before in doc.sentences[max(0, i - _BACK) : i]:
        if before.article == own.article:
            found |= _nouns(doc, before.start, before.end)
    return found


def told_before(doc: "Document", thing: tuple[int, int], things: dict[str, str]) -> bool:
    """Some nouns of the thing stand in the sentences before alone."""
    own = doc.shadow[thing[0] : thing[1]].casefold()
    return not any(":" in s or s.startswith("who ") or w.casefold() in own for s, w in things.items())


def _nouns(doc: "Document", low: int, high: int) -> dict[str, str]:
    taken = [(x.start, x.end) for group in (doc.entities, doc.persons, doc.offices) for x in between(group, low, high)]
    taken += [(d.start, d.end) for d in between(doc.dates, low, high)]
    words = [
        w.group().casefold()
        for w in _WORD.finditer(doc.shadow, low, high)
        if not any(a <= w.start() < b for a, b in taken)
    ]
    return {stem(w): w for w in words if w not in _IDLE and not w.endswith(("ly", "ed"))}
