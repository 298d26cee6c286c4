"""'The bloc's 27', 'the alliance's 32 members', 'all 27 member states' to the body spoken of before.

A body is taken only where it is the one that the noun may stand for: any other union, alliance or organisation in the
sentences before, also one that the pack does not know, leaves the words unresolved.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._figures.figures import flat
from eucacheck.records import QuantityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.pack import Pack

_NOUN: Final = r"(?P<noun>bloc|union|alliance|group|grouping|organi[sz]ation|body|club)"
ITS: Final = r",? (?:and|with|for|on behalf of)(?: all(?: of)?)? its"
IN_ALL: Final = r"(?: a total of| all| total| current| present){0,2} $"
"""Between the body and the number: whose it is, and that it is of all."""
_WHOSE: Final = regex.compile(rf"\bthe (?:\w{{3,12}} )?{_NOUN}(?:'s|{ITS}){IN_ALL}", regex.I)
"""Before a number: "the bloc's", "the alliance and its"."""
_BEHIND: Final = regex.compile(rf" (?:of|in) the {_NOUN}\b", regex.I)
_BLOC: Final = regex.compile(rf"-(?:member|nation|country|state|strong) (?:\w{{3,12}} ){{0,2}}{_NOUN}\b", regex.I)
"""Behind a number: "members of the bloc", "-member alliance"."""
_MEMBERS: Final = regex.compile(r"member[ -](?:states?|countr(?:y|ies)|nations?)\b", regex.I)
_STRANGER: Final = regex.compile(
    r"\b\p{Lu}[\p{L}-]{1,20} (?:Union|Organi[sz]ation|Alliance|Community|League|Association|Commonwealth)\b|"
    r"\b(?:Union|Organi[sz]ation|Alliance|Community|League|Association|Commonwealth) (?:of|for) (?:the )?\p{Lu}|"
    r"\b\p{Lu}{3,6}\b"
)
"""The name of a body that the pack may not know."""
_BODIES: Final = frozenset({"union", "group", "organisation"})
_BACK: Final = 3
"""Sentences back to which "the bloc" refers; where they name no body, the text before counts."""
_LONG_AGO: Final = 400
"""Days before the article: a sentence told after such a date tells of that time."""
_SPAN: Final = 60


def owner_before(doc: "Document", figure: QuantityMention, sentence: Sentence) -> tuple[str, bool] | None:
    """The body of which a number of members is told by a noun alone, and whether the words speak of all of them."""
    before = flat(doc, max(sentence.start, figure.start - _SPAN), figure.start)
    after = flat(doc, figure.end, min(sentence.end, figure.end + _SPAN))
    number = flat(doc, figure.number_end, min(sentence.end, figure.number_end + _SPAN))
    told = _WHOSE.search(before) or _BEHIND.match(after) or _BLOC.match(number)
    bare = told is None and _MEMBERS.search(doc.shadow, figure.number_end, figure.end) is not None
    if (told is None and not bare) or _long_ago(doc, sentence):
        return None
    noun = told["noun"].casefold().replace("organization", "organisation") if told is not None else None
    body = _body(doc, figure.start, noun)
    if body is None or (bare and not _on_record(figure, body, doc.pack)):
        return None
    return body, told is not None and told.re is not _BEHIND


def _on_record(figure: QuantityMention, body: str, pack: "Pack") -> bool:
    """A number without an owner is one that the body has or had: of its members, and not of another's."""
    return any(figure.low == figure.high == str(v.value) for f in pack.figures_of(body) for v in f.values)


def _long_ago(doc: "Document", sentence: Sentence) -> bool:
    """The sentences just before are dated to another time."""
    published = doc.source.published
    here = doc.sentence_index(sentence.start)
    if published is None or published.start is None or here < 0:
        return True
    low = doc.sentences[max(0, here - 2)].start
    ends = [d.interval.end for d in doc.dates if low <= d.start < sentence.start]
    return any(end is not None and (published.start - end).days > _LONG_AGO for end in ends)


def _body(doc: "Document", at: int, noun: str | None) -> str | None:
    """The one body of the sentences before, else of the text before, that a noun may stand for."""
    here = doc.sentence_index(at)
    if here < 0:
        return None
    article = doc.sentences[here].article
    own = [s for s in doc.sentences[: here + 1] if s.article == article]
    for sentences in (own[-_BACK - 1 :], own):
        low = sentences[0].start
        bodies = set(_named(doc, low, doc.sentences[here].end))
        if bodies:
            body = bodies.pop()
            return body if not bodies and _may_be(body, noun, doc.pack) else None
    return None


def _may_be(body: str, noun: str | None, pack: "Pack") -> bool:
    return any(noun in f.called if noun is not None else "member state" in f.counted for f in pack.figures_of(body))


def _named(doc: "Document", low: int, high: int) -> Iterator[str]:
    """The bodies with members that a stretch names, an institution for its union; "?" for a stranger."""
    entities = between(doc.entities, low, high)
    for entity in entities:
        top = _top(entity.entity, doc.pack) if entity.type == "org" else None
        if top is not None:
            yield top
    for match in _STRANGER.finditer(doc.shadow, low, high):
        if not any(e.start < match.end() and match.start() < e.end for e in entities):
            yield "?"


def _top(body: str, pack: "Pack") -> str | None:
    """The union or organisation that a body is a part of; None for a bank, a ministry, a news agency."""
    for _ in range(5):
        known = pack.organisations.get(body)
        if known is None or known.parent is None or known.parent not in pack.organisations:
            return body if known is None or known.kind in _BODIES else None
        body = known.parent
    return None
