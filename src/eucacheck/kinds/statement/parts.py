"""A document to the parts that it gives in an undertaking: who leads, pays, carries out; grant or loan; raised or not.

"A consortium led by X carries it out", "the study was paid by Y", "the money for the budget is a credit", "the two
cases did not come up". Such parts are told in any words and of things that only the sentence before names: they are
compared inside one piece of news, where the thing has a noun in common.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds.statement.deed_roles import deeds_in
from eucacheck.kinds.statement.full_tables import tables_in
from eucacheck.kinds.statement.nationals import nationals_in
from eucacheck.kinds.statement.part import Part, both, by_stem
from eucacheck.kinds.statement.signings import outcomes_in, signings_in
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between
from eucacheck.stems import LONGEST_SENTENCE, stem

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_ADV = r"(?:\w{3,14}ly |itself |also |now |both |has |have |had |will |would |is to |in turn |alone ){0,3}"
_GROUP = (
    r"(?P<thing>(?:\p{L}[\p{L}-]{2,20} ){0,2}?(?:consortium|syndicate|alliance|group of (?:firms|companies|partners)))"
)
_THING = (
    r"(?P<thing>it|them|this|(?!(?:in|of|for|from|to|by|on|at|up|and|with|as|under)\b)"
    r"(?:the |a |an |its |their |this )?(?:\p{L}[\p{L}'-]{1,20} ?){1,6})"
)
_BEFORE = r"(?P<thing>(?:\p{L}[\p{L}'-]{1,20} ){1,7}?)"
_AUX = r"(?:was|were|is|are|has been|have been|had been|will be|being)"
_AND_TOO, _AND_AFTER = r"(?:\w{3,14}ed\s+and\s+)?", r"(?:\s+and\s+\w{3,14})?"
_ACTIVE: Final = {
    "lead": rf"(?:leads?|led|heads?|headed|coordinates?|coordinated)\s+(?:the|a|this|that)\s+{_GROUP}"
    r"|(?:is|was|acts as|became)\s+(?:the\s+)?(?:leader|lead partner|coordinator|head)\s+(?:of|in)\s+(?:the|a)\s+"
    rf"{_GROUP}",
    "pay": rf"(?:paid|pays?|paying)\s+for\s+{_THING}"
    rf"|(?:financ(?:es|ed|ing)|funds|funded|bankrolls|bankrolled)\s+{_THING}"
    r"|(?:bore|bears?|covers?|covered|meets|met)\s+(?:all\s+)?(?:the|its)\s+(?:costs?|expenses|bill)\s+(?:of|for)\s+"
    rf"{_THING}",
    "do": rf"(?:carried|carries|carry)\s+(?P<thing>it|them)\s+out|(?:carried|carries|carry)\s+out\s+{_THING}"
    rf"|(?:implement(?:s|ed)|conducts|conducted|executes|executed)\s+{_THING}",
    "order": rf"(?:commission(?:ed|s)|ordered|orders)\s+{_THING}",
}
_PASSIVE: Final = {
    "lead": rf"{_GROUP},?\s+(?:(?:which |that )?{_AUX} )?(?:led|headed|coordinated)\s+by",
    "pay": rf"{_BEFORE}{_AUX}\s+{_AND_TOO}(?:paid(?:\s+for)?|financed|funded){_AND_AFTER}\s+by",
    "do": rf"{_BEFORE}{_AUX}\s+{_AND_TOO}(?:carried out|implemented|conducted|executed){_AND_AFTER}\s+by",
    "order": rf"{_BEFORE}{_AUX}\s+(?:ordered|commissioned)(?:\s+and\s+\w{{3,14}})?\s+by",
}
_ACTIVES: Final = {k: regex.compile(rf"\b{_ADV}(?:{v})\b") for k, v in _ACTIVE.items()}
_PASSIVES: Final = {k: regex.compile(rf"\b{v}\s+") for k, v in _PASSIVE.items()}
_SHARED: Final = regex.compile(
    r"\b(?:co-|jointly|partly|in part|half|share|together with|among others|another|second|other|similar|separate"
    r"|previous|earlier|former|last|next|not|no longer|never|percent|per cent|phase)\b|n't\b|%",
    regex.I,
)
"""A part that is shared, denied, or of another thing of its kind."""
_EARLIER: Final = regex.compile(
    r"\b(?:previous|previously|former|formerly|earlier|until|had (?:led|paid|been))\b", regex.I
)
"""A sentence that tells of another time."""
_FORM: Final = regex.compile(
    r"\b(?:as|in the form of|is|was|are|will be|consists? of)\s+(?:an?\s+)?(?:[\p{L}-]{3,20}\s+){0,2}?"
    r"(?P<form>grant|gift|donation|loan|credit)s?\b(?!\s+(?:agreement|portfolio|programme|line))",
    regex.I,
)
_FORMS: Final = {"grant": "grant", "gift": "grant", "donation": "grant", "loan": "loan", "credit": "loan"}
_MONEY: Final = regex.compile(
    r"\b(?:money|package|funds?|funding|sum|support|assistance|aid|tranche|euros?|dollars?|million)\b|[€$]", regex.I
)
_FOR: Final = regex.compile(r"\b(?:to|for|into)\s+(?:the|its|their)\s+(?P<noun>(?:\p{Ll}[\p{L}-]{2,20}\s?){1,3})")
_RAISED: Final = regex.compile(
    r"\b(?:raised|brought up|discussed|touched (?:up)?on|spoke (?:about|of)|talked about|addressed|took up)\s+"
    r"(?P<thing>[^.;:]{4,160})"
)
_NOT_RAISED: Final = regex.compile(
    r"(?P<thing>[^.;:]{4,120}?)\s(?:(?:did|do|does) not (?:come up|figure|arise)|(?:was|were) (?:not|never) (?:raised"
    r"|discussed|mentioned|brought up|touched (?:up)?on|on the agenda|a topic|an issue)|went unmentioned)\b"
    r"|\b(?:did not|never|without) (?:rais(?:e|ed|ing)|discuss(?:ed|ing)?|mention(?:ed|ing)?|bring(?:ing)? up"
    r"|touch(?:ing)? (?:up)?on)\s+(?P<thing2>[^.;:]{4,120})"
)
_DENIAL: Final = regex.compile(r"\b(?:not|never|without|unmentioned)\b")
"""Without one of these the pattern above, which is slow, finds nothing."""
_WITH: Final = regex.compile(
    r"\b(?:with|to)\s+(?:the\s+|her\s+|his\s+)?(?:\p{Lu}?\p{L}+\s){0,2}?(?P<who>president|minister|speaker|chairman|mayor"
    r"|governor|ambassador|deputies)\b",
    regex.I,
)
_WORD: Final = regex.compile(r"\p{L}[\p{L}'-]{2,}")
_STANDS_FOR: Final = frozenset("it them this work works whole everything".split())
_UNDERTAKINGS: Final = frozenset(
    stem(w)
    for w in "study report survey programme program research analysis training course centre plant line station road "
    "bridge laboratory equipment construction repair reconstruction purchase exhibition event phase journey trip "
    "consortium building school hospital mission review".split()
)
_AROUND: Final = 2
_QUOTED: Final = 220


def find_parts(doc: "Document") -> Iterator[Part]:
    """All parts of a document, in the order of its sentences."""
    for i, sentence in enumerate(doc.sentences):
        passage = doc.passage_of(sentence.start)
        if (
            sentence.end - sentence.start > LONGEST_SENTENCE
            or passage is None
            or passage.role in {"boilerplate", "teaser"}
        ):
            continue
        yield from signings_in(doc, i)
        yield from outcomes_in(doc, i)
        yield from deeds_in(doc, i)
        yield from nationals_in(doc, i)
        yield from tables_in(doc, i)
        if _EARLIER.search(doc.shadow, sentence.start, sentence.end) is not None:
            continue
        before = doc.sentences[i - 1] if i and doc.sentences[i - 1].article == sentence.article else None
        anchors = _anchors(doc, i)
        for part in (*_actors(doc, sentence, before), *_forms(doc, sentence), *_raised(doc, sentence)):
            yield replace(part, anchors=anchors)


def _anchors(doc: "Document", i: int) -> tuple[str, ...]:
    """The sums and programmes that the sentences around one name: what two reports of one thing both have."""
    own = doc.sentences[i]
    near = [s for s in doc.sentences[max(0, i - _AROUND) : i + _AROUND + 1] if s.article == own.article]
    found = {f"{q.low} {q.unit}" for s in near for q in between(doc.quantities, s.start, s.end) if q.type == "money"}
    found |= {e.entity for s in near for e in between(doc.entities, s.start, s.end) if e.type == "programme"}
    return tuple(sorted(found))


def _next_word(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at


def _actors(doc: "Document", sentence: Sentence, before: Sentence | None) -> Iterator[Part]:
    text, named = (
        doc.shadow,
        [e for e in between(doc.entities, sentence.start, sentence.end) if e.type in {"country", "org"}],
    )
    if not named:
        return
    # a verb counts right behind its subject: it is looked for there, not in the whole sentence
    behind = {_next_word(text, e.end, sentence.end): e for e in named if e.end < sentence.end}
    for slot, pattern in _ACTIVES.items():
        for at, subject in behind.items():
            match = pattern.match(text, at, sentence.end) if subject.form != "adjective" else None
            if match is not None:
                yield from _part(doc, slot, match, (before, [subject]))
    if text.find(" by ", sentence.start, sentence.end) < 0:
        return
    for slot, pattern in _PASSIVES.items():
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield from _part(doc, slot, match, (before, _listed(text, named, match.end())))


def _part(
    doc: "Document", slot: str, match: regex.Match[str], told: tuple[Sentence | None, list[EntityMention]]
) -> Iterator[Part]:
    before, who = told
    sentence = doc.sentence_of(match.start())
    if not who or sentence is None:
        return
    start, end = min(match.start("thing"), match.start(), who[0].start), max(match.end(), who[-1].end)
    things = _things(doc, match["thing"], before, sentence.start, match.start("thing"))
    if things and end - start <= _QUOTED and _SHARED.search(doc.shadow, start, end) is None:
        start += len(doc.shadow[start:end]) - len(doc.shadow[start:end].lstrip())
        yield Part(start, end, slot, tuple(sorted({e.entity for e in who})), *both(things))


def _listed(text: str, named: list[EntityMention], at: int) -> list[EntityMention]:
    """The body behind "by", with what is joined to it: "by the State Guard of A", "by A and B"."""
    found: list[EntityMention] = []
    for e in named:
        gap = text[at : e.start] if e.start >= at else None
        if gap is None:
            continue
        link = r"(?:the )?(?:\p{Lu}?[\p{L}'-]+ ){0,6}?" if not found else r",? ?(?:and |as well as |with )?(?:the )?"
        if regex.fullmatch(link, gap) is None:
            break
        found.append(e)
        at = e.end
    return found


def _things(doc: "Document", words: str, before: Sentence | None, low: int, at: int) -> dict[str, str]:
    """The nouns of a thing by stem; of a pronoun, and of "the work", the undertakings that the words before name."""
    own = [w.group().casefold() for w in _WORD.finditer(words)] or [words.strip().casefold()]
    found = by_stem(w for w in own if w not in _STANDS_FOR)
    if not found or _STANDS_FOR.intersection(own):
        spans = [(low, at), *([(before.start, before.end)] if before is not None else [])]
        near = by_stem(w.group().casefold() for a, b in spans for w in _WORD.finditer(doc.shadow, a, b))
        found |= {s: w for s, w in near.items() if s in _UNDERTAKINGS}
    return found


def _forms(doc: "Document", sentence: Sentence) -> Iterator[Part]:
    """'24 million goes to the state budget as a grant', 'the money for the budget is a credit'."""
    text = doc.shadow
    found = [*_FORM.finditer(text, sentence.start, sentence.end)]
    if len({_FORMS[m["form"].casefold()] for m in found}) != 1:
        return
    match = found[0]
    low = max(sentence.start, *(text.rfind(mark, sentence.start, match.start()) for mark in (";", ":")))
    if _MONEY.search(text, low, match.start()) is None or regex.search(
        r"\b(?:not|no|partly)\b|n't\b", text[low : match.end()]
    ):
        return
    nouns = (m["noun"] for m in _FOR.finditer(text, low, match.start()))
    things = by_stem(w.group().casefold() for noun in nouns for w in _WORD.finditer(noun))
    if things and match.end() - low <= _QUOTED:
        yield Part(low, match.end(), "form", (_FORMS[match["form"].casefold()],), *both(things))


def _raised(doc: "Document", sentence: Sentence) -> Iterator[Part]:
    """'She raised the two arrests', 'the arrests did not come up in the audience with the president'."""
    text = doc.shadow
    denied = _DENIAL.search(text, sentence.start, sentence.end) is not None
    gone = _NOT_RAISED.search(text, sentence.start, sentence.end) if denied else None
    match = gone or _RAISED.search(text, sentence.start, sentence.end)
    if match is None:
        return
    answer = "raised" if gone is None else "not raised"
    group = "thing" if match["thing"] else "thing2"
    if answer == "raised" and regex.search(
        r"\b(?:not|never|will|would|to|if|should|could)\s*$",
        text[max(sentence.start, match.start() - 12) : match.start()],
    ):
        return
    things = by_stem(w.group().casefold() for w in _WORD.finditer(match[group]))
    partner = _WITH.search(text, sentence.start, sentence.end)
    start, end = match.span()
    if end - start > _QUOTED:
        start, end = (
            (match.start(), match.start() + _QUOTED) if answer == "raised" else (match.end() - _QUOTED, match.end())
        )
    if things:
        beside = partner["who"].casefold() if partner is not None else None
        yield Part(start, end, "raised", (answer,), *both(things), beside)
