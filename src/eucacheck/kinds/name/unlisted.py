"""Names that no list has: bodies by their full name, sites such as mines and dams, papers such as declarations.

They are found by the noun that says what they are: "Institute for Herding Policy", "the Ak-Sai copper mine", "the Osh
Communiqué", "a declaration on strategic partnership".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.records import Sentence
from eucacheck.shadow import fold
from eucacheck.spans import between
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_CAP: Final = r"\p{Lu}[\p{L}\d'-]{1,24}"
_BODY: Final = (
    r"Centre|Center|Agency|Institute|Fund|Foundation|Bank|Company|Committee|Council|Service|Association|Network|Academy"
    r"|University|Corporation|Consortium|Office|Organi[sz]ation|Secretariat|Authority|Board|Chamber|Federation|Society"
    r"|Programme|Program|Platform|Facility|Initiative|Observatory|Laboratory|Alliance|Fellowship|Inspectorate"
)
_BODIES = regex.compile(
    rf"(?<![\p{{L}}-])(?P<name>(?:{_CAP}\s+(?:(?:and|for|of)\s+)?){{0,5}}(?P<head>{_BODY})(?![\p{{L}}-])"
    rf"(?:\s+(?:for|of|on)\s+(?:the\s+)?{_CAP}(?:,?\s+(?:(?:and|for|of)\s+)?{_CAP}){{0,5}})?)"
)
_SITE: Final = (
    r"deposit|mine|plant|dam|reservoir|checkpoint|crossing|gas\s+field|oil\s+field|field|refinery|port|lake|river|pass|valley"
    r"|canal|tunnel|bridge|glacier|station|quarry|smelter|wind\s+farm|park|nature\s+reserve|terminal|plateau|basin"
)
_SITES = regex.compile(
    rf"(?<![\p{{L}}-])(?P<name>{_CAP}(?:[ -]{_CAP})?)\s+(?P<what>(?:[a-z]{{3,14}}\s+){{0,2}}?(?P<head>{_SITE}))\b"
    r"(?!\s+\p{Lu})"
)
_PAPER: Final = (
    r"Declaration|Communiqu[ée]|Statement|Charter|Roadmap|Manifesto|Appeal|Protocol|Pact|Accord|Action\s+Plan|Agenda"
)
_PAPERS = regex.compile(
    rf"(?<![\p{{L}}-])(?P<name>(?P<of>{_CAP}(?:[ -]{_CAP})?)\s+(?P<head>{_PAPER}))\b(?!\s+(?:on|of)\s)"
)
_TOPIC: Final = (
    r"partnership|cooperation|friendship|alliance|neighbou?rliness|relations|security|trade|investment|migration"
)
_ABOUT = regex.compile(
    r"\b(?:a|an|the)\s+(?P<name>(?:joint\s+|political\s+|bilateral\s+)?(?P<head>declaration|statement|memorandum|roadmap|protocol)"
    rf"\s+(?:on|of)\s+(?P<of>(?:(?!(?:the|a|an|in|between|with|of|on|for)\s)[\p{{L}}-]{{2,18}}\s+){{1,3}}?(?:{_TOPIC})))\b",
    regex.I,
)
_SMALL: Final = frozenset("the a an of for on and in to".split())
_OPENERS: Final = frozenset(
    "the a an in at on for of and this that these those with from by after before under since when while as its their "
    "his her our both all some many most new next last first second third two three according near".split()
)
_DIRECTIONS: Final = frozenset("north south east west central upper lower old new great big little joint".split())
_SPELT: Final = {"center": "centre", "program": "programme", "organization": "organisation"}
_BODY_WORDS: Final = 3
"""Words from which the name of a body is its own: a "National Bank" is one of many."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """One such name: of a "body", "site" or "paper"; `head` is the noun that says so, `words` what tells it apart."""

    start: int
    end: int
    sort: str
    name: str
    head: str
    words: tuple[str, ...]


def find_unlisted(doc: "Document") -> Iterator[Unlisted]:
    """Each name of a body, site or paper that is no known entity."""
    for sentence in doc.sentences:
        if sentence.role not in {"body", "headline", "caption"} or not doc.own_article(sentence.start):
            continue
        for one in (*_bodies(doc, sentence), *_sites(doc, sentence), *_papers(doc, sentence)):
            if not _known(doc, one):
                yield one


def _known(doc: "Document", one: Unlisted) -> bool:
    """A list has it, or it is a part of an event's name."""
    around = between(doc.entities, max(0, one.start - 80), one.end + 1)
    if any(e.start <= one.start and one.end <= e.end for e in around):
        return True
    return any(m.start <= one.start and one.end <= m.end for m in doc.events)


def _bodies(doc: "Document", sentence: Sentence) -> Iterator[Unlisted]:
    for match in _BODIES.finditer(doc.shadow, sentence.start, sentence.end):
        start, end = match.span("name")
        while (first := doc.shadow[start:end].split(maxsplit=1)) and first[0].casefold() in _OPENERS and len(first) > 1:
            start = end - len(first[1])
        if _is_part(doc, start, end):
            continue
        words = body_words(doc.shadow[start:end])
        if start > match.start("head") or len(words) < _BODY_WORDS:
            continue
        head = match["head"].casefold()
        yield Unlisted(start, end, "body", doc.text[start:end], _SPELT.get(head, head), words)


def _is_part(doc: "Document", start: int, end: int) -> bool:
    """The words run into an office, a person or a name that goes on outside them, or hold a union's own name."""
    held = [*((p.start, p.end) for p in doc.persons), *((o.start, o.end) for o in doc.offices)]
    if any(low < end and start < high for low, high in held):
        return True
    inside = [e for e in between(doc.entities, max(0, start - 80), end + 1) if e.start < end and start < e.end]
    return any(e.start < start or e.end > end or e.type == "org" for e in inside)


def body_words(name: str) -> tuple[str, ...]:
    """The words of the name of a body, one spelling for British and American ones, small words left out."""
    low = [w.casefold() for w in regex.findall(r"[\p{L}\d]+", fold(name))]
    return tuple(_SPELT.get(w, w) for w in low if w not in _SMALL)


def _sites(doc: "Document", sentence: Sentence) -> Iterator[Unlisted]:
    for match in _SITES.finditer(doc.shadow, sentence.start, sentence.end):
        start, end = match.span("name")
        words = doc.shadow[start:end].split()
        if words[0].casefold() in _OPENERS | _DIRECTIONS and len(words) > 1:
            start += len(words[0]) + 1
        name = doc.shadow[start:end]
        if name.casefold() in _OPENERS | _DIRECTIONS or len(name) < _SITE_LETTERS or name.isupper():
            continue
        named = [*((e.start, e.end) for e in doc.entities), *((p.start, p.end) for p in doc.persons)]
        if any(low < end and start < high for low, high in named):
            continue  # a known town, a demonym, a person
        yield Unlisted(start, match.end(), "site", doc.text[start:end], " ".join(match["head"].split()), (name,))


_SITE_LETTERS: Final = 4


def _papers(doc: "Document", sentence: Sentence) -> Iterator[Unlisted]:
    for match in _PAPERS.finditer(doc.shadow, sentence.start, sentence.end):
        of = [w for w in match["of"].casefold().split() if w not in _OPENERS | _DIRECTIONS]
        if of:
            low = match.start("name") + (len(match["of"].split()[0]) + 1 if len(of) < len(match["of"].split()) else 0)
            head = " ".join(match["head"].casefold().replace("é", "e").split())
            yield Unlisted(low, match.end(), "paper", doc.text[low : match.end()], head, (*of, head))
    for match in _ABOUT.finditer(doc.shadow, sentence.start, sentence.end):
        start, end = match.span("name")
        topic = tuple(stem(w) for w in match["of"].casefold().split() if w != "and")
        yield Unlisted(start, end, "topic", doc.text[start:end], match["head"].casefold(), topic)
