"""A document to its instruments: each phrase that denotes an agreement, memorandum, strategy, declaration or the like.

The pack names some; the others are found by their head noun with what stands before it ("a Strategic Partnership
Agreement") and after it ("on critical raw materials", "between A and B", "with A"). A long name teaches its
acronym; "the agreement" goes back to the one instrument spoken of before, and to nothing where two remain.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._wording.instrument_phrase import (
    edition_behind,
    parties_behind,
    stems_of,
    topic_behind,
    words_before,
    words_without,
)
from eucacheck.kinds._wording.instrument_words import (
    ACRONYM,
    BACK,
    BARE,
    HEAD,
    LENDING,
    OCCASION,
    SHORT,
)
from eucacheck.kinds.agreement.instrument_editions import editions
from eucacheck.mentions.events_parties import PARTIES
from eucacheck.stems import LONGEST_SENTENCE

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.records import EntityMention


_BARE_WORDS = 4
_OWN = regex.compile(r"\b(?:its|their)\sown\s$")
"""'Norland signed its own treaty': of another country than the one that the text is about."""
_EDITED = frozenset({"roadmap", "strategy", "protocol", "memorandum"})
"""Sorts that are made for a number of years."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A phrase that denotes an instrument.

    `known` where the pack has it; `name` and `topic` are the stems of the words before and after the head noun,
    `parties` the countries and bodies inside the phrase. `form` is name, acronym, short ("the agreement"), bare ("an
    agreement", of which only the words around it tell which) or occasion ("a joint communique").
    """

    start: int
    end: int
    entity: str
    sort: str
    known: bool = False
    name: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    form: str = "name"
    words: str = ""


def find_instruments(doc: "Document") -> list[Instrument]:
    """All phrases of a document that denote an instrument, in the order of the text, none inside another."""
    known = [*_known(doc)]
    taken = [(i.start, i.end) for i in known]
    named = [i for i in _by_head(doc) if not any(a < i.end and i.start < b for a, b in taken)]
    found = _one_name(sorted([*known, *_by_known(doc, named, known)], key=lambda i: (i.start, i.end)))
    found = _without_overlap([*found, *_generic(doc, found), *_acronyms(doc, found)])
    found = _without_overlap([*found, *_short(doc, found), *editions(doc, found, Instrument)])
    return _without_overlap([*found, *_bare(doc, found)])


def _known(doc: "Document") -> Iterator[Instrument]:
    """Agreements of the pack; a generic name beside a country that is no party of it is left to the grammar."""
    for mention in doc.entities:
        if mention.type != "agreement":
            continue
        entry = doc.pack.agreements.get(mention.entity)
        sort = entry.kind if entry is not None else "agreement"
        end, parties = parties_behind(doc, mention.end)
        start = mention.start
        foreign = [p for p in (*parties, *_before(doc, start)) if p.startswith("country:")]
        if entry is not None and entry.generic and foreign and not set(foreign) & set(entry.parties):
            continue
        form = "acronym" if mention.form == "acronym" else "name"
        mine = entry.parties if entry is not None else ()
        yield Instrument(
            start, end, mention.entity, sort, known=True, parties=tuple(mine), form=form,
            words=doc.text[start : mention.end],
        )  # fmt: skip


def _before(doc: "Document", start: int) -> list[str]:
    """Countries named right before a phrase: "the EU-Mongolia EPCA"."""
    return [e.entity for e in doc.entities if e.type == "country" and 0 <= start - e.end <= 1]


def _by_head(doc: "Document") -> Iterator[Instrument]:
    for sentence in doc.sentences:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        for match in HEAD.finditer(doc.shadow, sentence.start, sentence.end):
            one = _phrase(doc, match, sentence.start, sentence.end)
            if one is not None:
                yield one


def _phrase(doc: "Document", match: regex.Match[str], low: int, high: int) -> Instrument | None:
    """The noun phrase around a head noun; None where nothing tells which instrument it is."""
    sort = str(match.lastgroup)
    start, definite = words_before(doc.shadow, low, match.start())
    before = doc.shadow[start : match.start()]
    acronym = ACRONYM.match(doc.shadow, match.end())
    end = acronym.end() if acronym is not None else match.end()
    years, end = edition_behind(doc, end, high) if sort in _EDITED else ("", end)
    topic, end = topic_behind(doc, end, high)
    late = ACRONYM.match(doc.shadow, end)
    if sort in {"statement", "declaration", "strategy", "charter"} and not (
        regex.search(r"\bjoint\b|\bfinal\b|\bpolitical\b", before, regex.I)
        or match.group()[0].isupper()
        or (topic and sort != "statement")
    ):
        return None
    end, parties = parties_behind(doc, late.end() if late is not None else end)
    if parties and not topic:
        topic, end = topic_behind(doc, end, high)  # 'an agreement between A and B on customs'
    inside = [e for e in doc.entities if start <= e.start and e.end <= end and e.type in PARTIES]
    name = stems_of(words_without(doc, start, match.start()))
    topic_stems = tuple(sorted({*stems_of(topic), *([years] if years else [])}))
    everyone = tuple(sorted({*parties, *(e.entity for e in inside)}))
    topic = topic or years
    if not name and not topic_stems and not everyone:
        if sort not in OCCASION or definite:
            return None
        return Instrument(start, end, f"agreement:{sort}", sort, form="occasion", words=doc.text[start : match.end()])
    form = "occasion" if sort in OCCASION and not name and not topic_stems else "name"
    return Instrument(
        start, end, _slug(sort, name, topic_stems, everyone), sort, name=name, topic=topic_stems, parties=everyone,
        form=form, words=doc.text[start:end],
    )  # fmt: skip


def _slug(sort: str, name: Sequence[str], topic: Sequence[str], parties: Sequence[str]) -> str:
    words = [sort, *name, *topic, *(p.partition(":")[2] for p in parties)]
    plain = regex.sub(r"[^a-z0-9-]+", "", "-".join(words).casefold())
    return "agreement:" + plain[:90].strip("-")


def _one_name(found: Sequence[Instrument]) -> list[Instrument]:
    """Unknown instruments of equal sort, name and topic are one in one text; the fullest phrase lends its parties."""
    fullest: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Instrument] = {}
    for one in found:
        key = (one.sort, one.name, one.topic)
        best = fullest.get(key)
        if best is None or len(one.parties) > len(best.parties):
            fullest[key] = one
    joined = []
    for one in found:
        full = fullest[(one.sort, one.name, one.topic)]
        same = not one.known and (one.name or one.topic) and set(one.parties) <= set(full.parties)
        joined.append(replace(one, entity=full.entity, parties=full.parties) if same else one)
    return joined


def _by_known(doc: "Document", named: Sequence[Instrument], known: Sequence[Instrument]) -> Iterator[Instrument]:
    """'the new agreement between A and B' in a text that calls one agreement of A and B by its name is that one."""
    for one in named:
        countries = {p for p in one.parties if p.startswith("country:")}
        fits = {
            k.entity: k
            for k in known
            if countries
            and one.sort == k.sort
            and set(one.parties) <= set(k.parties)
            and {*one.name, *one.topic} <= set(stems_of(doc.pack.name_of(k.entity)))
        }
        if len(fits) == 1:
            full = next(iter(fits.values()))
            yield replace(one, entity=full.entity, parties=full.parties, known=True)
        else:
            yield one


def _generic(doc: "Document", found: Sequence[Instrument]) -> Iterator[Instrument]:
    """'the PCA', which several countries have, is the one that the sentences before speak of."""
    acronyms = {n for a in doc.pack.agreements.values() for n in a.generic if n.isupper()}
    for match in regex.finditer(r"\b\p{Lu}{3,6}\b", doc.shadow):
        if match.group() not in acronyms:
            continue
        fits = [i for i in found if i.known and match.group() in doc.pack.agreements[i.entity].generic]
        one = antecedent(doc, fits, match.start())
        if one is not None:
            yield replace(one, start=match.start(), end=match.end(), form="acronym")


def _acronyms(doc: "Document", found: Sequence[Instrument]) -> Iterator[Instrument]:
    """Later uses of an acronym that a long name taught; the first to teach it owns it."""
    taught: set[str] = set()
    for one in found:
        learnt = ACRONYM.match(doc.shadow, one.end) or regex.search(
            ACRONYM.pattern + r"(?=[^()]{0,120}$)", doc.shadow[one.start : one.end]
        )
        if learnt is None or one.form == "acronym" or learnt["acronym"] in taught:
            continue
        word = learnt["acronym"]
        taught.add(word)
        for match in regex.finditer(rf"\b{regex.escape(word)}\b", doc.shadow[one.end :]):
            at = one.end + match.start()
            yield replace(one, start=at, end=at + len(word), form="acronym", words=one.words)


def _short(doc: "Document", found: Sequence[Instrument]) -> Iterator[Instrument]:
    """'the agreement' to the one instrument of its sort in the sentences before."""
    for match in SHORT.finditer(doc.shadow):
        head = HEAD.match(match["word"])
        sort = str(head.lastgroup) if head is not None else None
        one = antecedent(doc, found, match.start(), sort)
        if one is not None:
            yield replace(one, start=match.start(), end=match.end(), form="short")


def _bare(doc: "Document", found: Sequence[Instrument]) -> Iterator[Instrument]:
    """'an agreement that was signed on Friday', 'the loan was signed': no name, and nothing it could go back to.

    The words of its sentence stand in its identifier, so that two of them in one text are not taken for one.
    """
    taken = [(i.start, i.end) for i in found]
    for match in BARE.finditer(doc.shadow):
        head = HEAD.match(match["word"])
        sentence = doc.sentence_of(match.start())
        if head is None or sentence is None or any(a < match.end() and match.start() < b for a, b in taken):
            continue
        sort = str(head.lastgroup)
        words = stems_of(words_without(doc, sentence.start, sentence.end))[:_BARE_WORDS]
        yield Instrument(
            match.start("word"), match.end(), _slug(sort, words, (), ()), sort, form="bare", words=match["word"]
        )


def antecedent(doc: "Document", found: Sequence[Instrument], at: int, sort: str | None = None) -> Instrument | None:
    """The one instrument that the sentences before an offset speak of; None where two remain."""
    here = doc.sentence_index(at)
    if here < 0:
        return None
    article = doc.sentences[here].article
    found = [i for i in found if not _OWN.search(doc.shadow, max(0, i.start - 10), i.start)] or found
    for back in range(BACK + 1):
        if here - back < 0 or doc.sentences[here - back].article != article:
            break
        s = doc.sentences[here - back]
        inside = [i for i in found if s.start <= i.start and i.end <= min(s.end, at) and _fits(i, sort)]
        inside = [i for i in inside if i.sort == sort] or inside
        entities = {i.entity for i in inside}
        if len(entities) == 1:
            return inside[-1]
        if entities:
            return None
    every = [i for i in found if i.end <= at and _fits(i, sort)]
    every = [i for i in every if i.sort == sort] or every
    often = Counter(i.entity for i in every).most_common(2)
    most = [i for i in every if often[0] == (i.entity, often[0][1])] if often else []
    alone = len(often) == 1 or (len(often) > 1 and often[0][1] >= 2 * often[1][1] and sort in {None, most[-1].sort})
    return most[-1] if most and alone else None  # or the one named twice as often as any other


def _fits(one: Instrument, sort: str | None) -> bool:
    """What has no sort of its own ("the document") may be any agreement, but no money."""
    return one.sort not in LENDING if sort is None else _alike(one.sort, sort)


def _alike(a: str, b: str) -> bool:
    return (
        a == b
        or "agreement" in {a, b} - OCCASION
        or {a, b} <= {"treaty", "convention"}
        or {a, b} <= {"statement", "communique", "declaration"}
    )


def _without_overlap(found: Sequence[Instrument]) -> list[Instrument]:
    kept: list[Instrument] = []
    for one in sorted(found, key=lambda i: (i.start, -i.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def entities_in(doc: "Document", low: int, high: int) -> list["EntityMention"]:
    """Countries, regions and bodies named in a stretch."""
    return [e for e in doc.entities if low <= e.start and e.end <= high and e.type in PARTIES]
