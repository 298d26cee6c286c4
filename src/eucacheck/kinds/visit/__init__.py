"""Who goes where, and when.

## Finds
"visited X", "arrived in X", "travels to X", "paid an official visit to X", "her trip to X", "the arrival of P in X",
"X welcomed P", with the person, office or delegation that goes. A tour names several places: one claim each.

## Same fact
The traveller (by name, misspelt ones included), a place in which the other lies, and a time within a month.

## Compared
Dates as intervals: disjoint ones of one visit are a conflict (`EUC341`), unless one is approximate, told by a third
party, or was only planned. The order of stops (`EUC343`), the character of a visit (`EUC344`: official against
working), two first visits and two numbers of one visit (`EUC345`).

## Value
`{"who": [{"id", "name", "key"}], "place": identifier, "date": EDTF or null, "year_stated", "published": EDTF or null,
"ordinal": int or null, "scoped": bool, "official": text or null, "shared": bool (one date for several stops),
"order": int or null, "stage": "first" | "last" | null, "tour": offset, "aspect": "arrival" | "end" | null, "status":
"made" | "planned" | "denied"}`; also `"of": office and country` where the visits of all who
hold an office are counted.

## Rules
EUC340 who went where, as told. EUC341 two dates of one visit. EUC342 a planned visit was moved. EUC343 stops in
opposite order. EUC344 official in one source, working in another. EUC345 two first visits, or two numbers of one.
EUC346 a region in one source, its countries in another.

## Example
One source has the minister arrive on 3 May, another on 6 May, of one visit: EUC341.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._encounters.encounters import Scene, date_of, leading_date, told_by, when_value
from eucacheck.kinds._encounters.party import Party
from eucacheck.kinds.visit.journeys import Journey, find_journeys
from eucacheck.kinds.visit.ordinals import find_visit_ordinals
from eucacheck.kinds.visit.stays import find_stays
from eucacheck.kinds.visit.times import TIMES, find_visit_times, judge_times
from eucacheck.kinds.visit.visits import judge_visits
from eucacheck.kinds.visit.words import (
    AFTER_A,
    BACK,
    KIND_AFTER,
    LONG_GAP,
    THEN,
    aspect_of,
    character_of,
    stage_of,
    status_of,
)
from eucacheck.records import Claim, EntityMention, Finding, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC340": "Who went where, as sources tell it.",
    "EUC341": "One visit stands on two dates that exclude each other.",
    "EUC342": "A planned visit was moved: a later source gives another date.",
    "EUC343": "Two sources give the stops of one tour in opposite order.",
    "EUC344": "One visit is of one character in one source, of another in the other.",
    "EUC345": "Two visits to one place are each called the first, or one visit has two numbers.",
    "EUC346": "One source names the region of a tour, another its countries.",
}

_RETURN = regex.compile(r"\b(?:back to|return(?:ed|s)? to)\b", regex.I)


def find(doc: "Document") -> Iterator[Claim]:
    """Each going of somebody to a place."""
    scene = Scene.of(doc)
    told = [
        (sentence, text, parties, find_journeys(scene, sentence, text, parties) if parties else [])
        for sentence, text, parties in scene.sentences()
    ]
    one = _one_traveller(doc, [j for *_, journeys in told for j in journeys])
    before: list[Journey] = []
    for sentence, text, parties, journeys in told:
        yield from find_visit_ordinals(scene, sentence, text)
        yield from find_visit_times(scene, sentence, text, parties)
        cues = {j[2] for j in journeys}
        traveller = (one or _one_traveller(doc, before)) if doc.own_article(sentence.start) else None
        stays = [j for j in find_stays(scene, sentence, parties, traveller) if j[2] not in cues]
        yield from _claims(scene, sentence, [*journeys, *stays])
        before += [*journeys, *stays]


def _one_traveller(doc: "Document", journeys: Sequence[Journey]) -> Party | None:
    """The one person of whose journeys the article tells."""
    people = {j[0][0].id: j[0][0] for j in journeys if j[0][0].id.startswith("person:") and doc.own_article(j[2])}
    return next(iter(people.values())) if len(people) == 1 else None


def _claims(scene: Scene, sentence: Sentence, journeys: Sequence[Journey]) -> Iterator[Claim]:
    """One claim a place; the order of stops comes from the words between them."""
    seen: set[tuple[str, str]] = set()
    stops: list[tuple[Journey, EntityMention]] = []
    for journey in sorted(journeys, key=lambda j: j[2]):
        places = _without_outer(journey[1], scene.doc)
        for place in places:
            if (journey[0][0].id, place.entity) not in seen:
                seen.add((journey[0][0].id, place.entity))
                stops.append((journey, place))
    one = len({j[0][0].id for j, _ in stops}) == 1
    inner = [p for _, p in stops if p.type != "region"]  # 'a trip to the region, first to A and then to B'
    told = iter(_orders(inner, scene.doc) if one else [None] * len(inner))
    orders = [next(told) if p.type != "region" else None for _, p in stops]
    cues = sorted(j[2] for j in journeys)
    for i, ((journey, place), order) in enumerate(zip(stops, orders, strict=True)):
        earlier = i > 0 and stops[i - 1][0] is not journey and stops[i - 1][1].end <= journey[2]
        claim = _claim(
            scene, sentence, journey, place, order, later=earlier, limit=next((c for c in cues if c > place.end), None)
        )
        if claim is not None:
            yield claim


def _without_outer(places: Sequence[EntityMention], doc: "Document") -> list[EntityMention]:
    """'Samarkand, Uzbekistan' is one place."""
    return [p for i, p in enumerate(places) if i == 0 or not doc.pack.contains(p.entity, places[i - 1].entity)]


def _end_of(place: EntityMention, places: Sequence[EntityMention], doc: "Document") -> int:
    """The end of 'Samarkand, Uzbekistan'."""
    after = [p for p in places if p.start >= place.end]
    return after[0].end if after and doc.pack.contains(after[0].entity, place.entity) else place.end


def _orders(places: Sequence[EntityMention], doc: "Document") -> list[int | None]:
    """Numbers where the words between the stops tell their order, None where they do not."""
    if len(places) < 2 or len({p.entity for p in places}) < len(places):
        return [None] * len(places)
    ranks = [0]
    for left, right in pairwise(places):
        if left.start > right.start:
            return [None] * len(places)
        gap = doc.shadow[left.end : right.start]
        began = doc.sentence_of(left.start)
        low = max(began.start if began is not None else 0, left.start - 40)
        headed = AFTER_A.search(doc.shadow[low : left.start]) is not None
        if _RETURN.search(gap):
            return [None] * len(places)  # the way back tells nothing of the way there
        if BACK.search(gap):
            ranks.append(ranks[-1] - 1)
        elif headed or THEN.search(gap):
            ranks.append(ranks[-1] + 1)
        else:
            return [None] * len(places)
    low = min(ranks)
    return [r - low + 1 for r in ranks]


def _claim(  # noqa: PLR0913 - one stop of one journey, and whether it is a later one
    scene: Scene,
    sentence: Sentence,
    journey: Journey,
    place: EntityMention,
    order: int | None,
    *,
    later: bool,
    limit: int | None,
) -> Claim | None:
    doc = scene.doc
    who, _, cue, cue_end, noun = journey
    near = [w.name_start for w in who if abs(w.start - cue) < LONG_GAP and not later]
    start = min(cue, *near) if near else cue
    place_end = _end_of(place, journey[1], doc)
    end = max(cue_end, place_end)
    date = date_of(
        scene, sentence, cue if later else min(start, *(w.start for w in who)), end, back=not later, limit=limit
    )
    if noun is not None and noun.groupdict().get("back"):
        date = None  # 'came home on D from a visit': the day is that of the return
    shared = date is None and later and who[0].end <= cue
    if shared:
        date = leading_date(scene, sentence, who[0].start)
    if (kind := KIND_AFTER.match(doc.shadow, end, sentence.end)) is not None:
        end = kind.end()
    if date is not None and date.start >= end and date.end - start <= LONG_GAP + 60:
        end = date.end
    elif date is not None and not shared and date.end <= start and end - date.start <= 120:
        start = date.start
    began = max(sentence.start, min(w.end for w in who) if who[-1].end <= cue else cue - 40)
    if noun is not None:
        began = max(sentence.start, min(cue, who[0].start) - 45)
    head = doc.shadow[began:cue_end]
    status = status_of(doc, head, date, doc.shadow[cue:cue_end], past=noun is not None or sentence.role == "headline")
    value: dict[str, Any] = {
        "who": [w.as_value() for w in who],
        "place": place.entity,
        **when_value(scene, date, start),
        **character_of(doc, sentence, noun, cue, place_end),
        "shared": shared or _in_countries(journey[1]) > 1,
        "order": order,
        "stage": stage_of(
            doc.shadow[max(sentence.start, cue - 60) : place.start],
            doc.shadow[place.end : min(sentence.end, place.end + 80)],
        ),
        "tour": sentence.start,
        "aspect": aspect_of(doc, cue, cue_end, place_end, sentence),
        "status": status,
    }
    return make_claim(
        doc,
        Draft(
            "visit",
            who[0].id,
            value,
            start,
            end,
            when=date.interval if date is not None else None,
            where=place.entity,
            modality=told_by(scene, who, start, status),
            polarity=status != "denied",
            confidence=0.85 if date is not None else 0.75,
        ),
    )


def _in_countries(places: Sequence[EntityMention]) -> int:
    """In how many countries the stops of a journey are, as far as it names them: one day is not that of each."""
    return len({p.entity for p in places if p.type == "country"})


def keys(claim: Claim) -> tuple[str, ...]:
    """Visits meet under each of their travellers, and so do the numbers of visits told without a journey."""
    head = TIMES if claim.value.get("times") else "visit:"
    return tuple(f"{head}{w['key']}" for w in claim.value["who"])


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The findings on one traveller's visits."""
    if block.key.startswith(TIMES):
        return judge_times(claims, block)
    return judge_visits(claims, block)
