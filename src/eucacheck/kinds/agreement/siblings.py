"""Agreements like the one spoken of, with another country: "Norland signed its own in May", "Sudland followed in June".

    sibling := COUNTRY signed its own [AGREEMENT] [on DATE]  |  COUNTRY [, which] followed on DATE
               |  after COUNTRY, which signed on DATE
               |  AGREEMENT with A, signed on DATE, and with COUNTRY, signed on DATE

Which agreement that is the pack says, where it has one of the same name for that country; else it is one of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds.agreement.actions import Act
from eucacheck.kinds.agreement.instruments import Instrument, antecedent
from eucacheck.records import DateMention, EntityMention, Sentence
from eucacheck.spans import between, next_behind

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_ACTIONS = {
    "signed": "signed", "initialed": "initialled", "initialled": "initialled", "ratified": "ratified",
    "concluded": "concluded",
}  # fmt: skip
_NOUN = r"(?:\s(?:own\s)?(?:agreement|accord|pact|treaty|deal|memorandum|text|version|one|\p{Lu}{3,5}))?"
_SIBLING = regex.compile(
    r"(?P<which>,\s(?:which|who)|\swhich)?\s(?:(?:had|has|only|itself|already|also|then|later|first)\s){0,2}"
    rf"(?:(?P<verb>signed|initiall?ed|ratified|concluded)(?P<own>\s(?:its\sown|one\sof\sits\sown|a\ssimilar|such\san?){_NOUN})?"
    r"|(?P<followed>followed)(?:\ssuit)?)\b"
)
_TO_DATE = regex.compile(r",?\s(?:in\s(?:\p{Lu}[\p{L}-]+\s){1,3})?(?:on|in|back\sin)\s(?:the\s)?(?:\p{L}{3,9},\s)?")
_TO_PLACE = regex.compile(r",?\sin\s")
_WITH = regex.compile(r"\s(?:with|by)\b")
"""'followed in May with a plan of its own': with something else."""
_NEAR = 300
"""Characters back to what was done to the agreement that others followed."""
_AND_WITH = regex.compile(r",?\sand\swith\s(?:the\s)?")
_AND_SIGNED = regex.compile(r",\s(?P<verb>signed|initiall?ed|ratified|concluded)(?=\s(?:on|in)\s)")


def find_sibling_acts(doc: "Document", instruments: Sequence[Instrument], acts: Sequence[Act]) -> Iterator[Act]:
    """Give what was done to agreements that are told by their country alone."""
    done = [*acts]
    for country in doc.entities:
        if country.type != "country" or country.form == "adjective":
            continue
        sentence = doc.sentence_of(country.start)
        if sentence is None or any(i.start <= country.start < i.end for i in instruments):
            continue
        for act in _of_country(doc, sentence, country, instruments, done):
            done = sorted([*done, act], key=lambda a: a.start)
            yield act


def _of_country(
    doc: "Document", sentence: Sentence, country: EntityMention, instruments: Sequence[Instrument], acts: Sequence[Act]
) -> Iterator[Act]:
    match = _SIBLING.match(doc.shadow, country.end, sentence.end)
    if match is None:
        yield from _listed(doc, sentence, country, instruments)
        return
    dates = between(doc.dates, sentence.start, sentence.end)
    date = next_behind(dates, match.end(), doc.shadow, _TO_DATE)
    if match["own"] is None and (date is None or not (match["which"] or match["followed"])):
        return
    last = _last_done(acts, country.start) if match["followed"] else None
    model = last.instrument if last is not None else _model(doc, sentence, instruments, country)
    one = sibling(doc, model, country) if model is not None else None
    if model is None or one is None or any(a.start < match.end() and match.start() < a.end for a in acts):
        return
    if match["followed"] and date is not None and _WITH.match(doc.shadow, date.end) is not None:
        return
    action = _ACTIONS[match["verb"]] if match["verb"] else last.action if last is not None else None
    if action is not None:
        yield _act(doc, (country.start, match.end()), action, one, date)


def _listed(
    doc: "Document", sentence: Sentence, country: EntityMention, instruments: Sequence[Instrument]
) -> Iterator[Act]:
    """'memoranda with A, signed in May, and with COUNTRY, signed in June'."""
    signed = _AND_SIGNED.match(doc.shadow, country.end, sentence.end)
    before = [i for i in between(instruments, sentence.start, country.start) if i.parties]
    start = country.start - 5
    if signed is None or not before or _AND_WITH.search(doc.shadow, max(0, start - 10), country.start) is None:
        return
    date = next_behind(between(doc.dates, signed.end(), sentence.end), signed.end(), doc.shadow, _TO_DATE)
    one = sibling(doc, before[-1], country)
    if one is not None and date is not None:
        yield _act(doc, (start, signed.end()), _ACTIONS[signed["verb"]], one, date)


def _model(
    doc: "Document", sentence: Sentence, instruments: Sequence[Instrument], country: EntityMention
) -> Instrument | None:
    """The agreement that the sentence goes on to, else the one that it, or the one before it, speaks of."""
    behind = [i for i in between(instruments, country.end, sentence.end) if i.form in {"name", "acronym"}]
    return behind[0] if behind else antecedent(doc, instruments, country.start)


def _last_done(acts: Sequence[Act], before: int) -> Act | None:
    """What was last done to an agreement before others 'followed'."""
    near = [a for a in acts if before - _NEAR <= a.start and a.end <= before]
    return near[-1] if near and near[-1].action in set(_ACTIONS.values()) and near[-1].polarity else None


def sibling(doc: "Document", model: Instrument, country: EntityMention) -> Instrument | None:
    """The agreement of the sort of a model with a country; None where the country is a party of the model itself."""
    if country.entity in model.parties:
        return None
    entry = doc.pack.agreements.get(model.entity)
    if entry is not None and entry.generic:
        same = [
            i
            for i, a in sorted(doc.pack.agreements.items())
            if a.generic == entry.generic and country.entity in a.parties
        ]
        if len(same) != 1:
            return None
        parties = tuple(doc.pack.agreements[same[0]].parties)
        return replace(model, entity=same[0], parties=parties, form="short", start=country.start, end=country.start)
    if model.known or model.form not in {"name", "acronym"} or not any(p.startswith("country:") for p in model.parties):
        return None
    parties = tuple(sorted({country.entity, *(p for p in model.parties if not p.startswith("country:"))}))
    entity = (
        f"agreement:{model.sort}-{'-'.join((*model.name, *model.topic)) or 'with'}-{country.entity.partition(':')[2]}"
    )
    return replace(model, entity=entity, parties=parties, form="name", start=country.start, end=country.start)


def _act(doc: "Document", span: tuple[int, int], action: str, one: Instrument, date: DateMention | None) -> Act:
    end = date.end if date is not None else span[1]
    place = next_behind([e for e in doc.entities if e.type == "place"], end, doc.shadow, _TO_PLACE)
    inside = [e for e in between(doc.entities, span[1], end) if e.type == "place"]
    where = inside[0] if inside else place
    return Act(span[0], max(end, where.end if where is not None else 0), action, one, date, where, None, polarity=True)
