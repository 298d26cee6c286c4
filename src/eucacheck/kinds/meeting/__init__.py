"""Who meets whom, where and when.

## Finds
"met with", "held talks with", "received", "her meeting with", "talks between A and B", "A was received by B", "spoke
by phone with": persons, offices, delegations on two sides.

## Same fact
The two parties (by name, misspelt ones included) and a time: one day, or days apart in one city; a call is no meeting
in person.

## Compared
Dates that exclude each other within days, of one meeting (`EUC351`); two places on one day (`EUC352`); a plan moved
(`EUC353`); met against "did not meet" in the same days (`EUC354`); the credentials of one ambassador accepted by two
(`EUC355`). A source that gives two dates tells of two meetings.

## Value
`{"with": [{"id", "name", "key"}], "sides": int (how many of them are one side; 0: all meet all), "place": identifier
or null, "date": EDTF or null, "year_stated", "published": EDTF or null, "form": "in person" | "phone" | "video",
"status": "made" | "planned" | "denied"}`; also `"credentials": true` where the first hands them to the second,
and `"flat": true` where it is denied that they met at all.

## Rules
EUC350 who met whom, as told. EUC351 two dates of one meeting. EUC352 two places of one meeting. EUC353 a planned
meeting was moved. EUC354 they met in one source, did not in another. EUC355 credentials handed to one, to another.
EUC935 met those who, by the reference, did not come.

## Example
One source has A receive B in a city on 2 June, another on 3 June: EUC351.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._encounters.encounter_places import place_run
from eucacheck.kinds._encounters.encounters import DENIED, FAR_CLAUSE, PLANNED, Scene, date_of, told_by, when_value
from eucacheck.kinds._encounters.presence_verdicts import PREFIX as THERE
from eucacheck.kinds._encounters.presence_verdicts import people_of, presence_keys
from eucacheck.kinds._encounters.who_came import judge_met
from eucacheck.kinds.meeting.meetings import judge_meetings
from eucacheck.kinds.meeting.meetings_denied import judge_credentials
from eucacheck.records import Claim, DateMention, EntityMention, Finding, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
from eucacheck.kinds.meeting.talks import CREDENTIALS, Encounter, find_talks, with_object
from eucacheck.kinds.meeting.talks_again import talks_again

RULES = {
    "EUC350": "Who met whom, as sources tell it.",
    "EUC351": "One meeting stands on two dates that exclude each other.",
    "EUC352": "One meeting stands in two places that exclude each other.",
    "EUC353": "A planned meeting was moved: a later source gives another date.",
    "EUC354": "One source has two people meet, another says that they did not.",
    "EUC355": "Sources differ on who accepted an ambassador's credentials.",
    "EUC935": "Somebody is said to meet those who, by the reference, did not come to the event of that day.",
}
_ANOTHER = regex.compile(
    r",\s+(?:the\s+(?:two\s+)?(?:sides|parties|leaders|presidents)|they|both)\b|\bagain\b", regex.I
)
"""Behind a meeting: another one is told."""
_PHONE = regex.compile(r"phone|\bcalls?\b(?! on)", regex.I)
_AFTER = regex.compile(r"\b(?:after|before|following|ahead of|since)\s+(?:an?\s+|his\s+|her\s+)?$", regex.I)
_NOT_MET = regex.compile(r"\b(?:(?:did|was|were|had|has)\s+not|didn't|wasn't)\s+\w+\s*$", regex.I)
_NOT_SO = regex.compile(
    r"\s+(?:alone|until|before|again|in\s+person|separately|publicly|face|in\s+private|privately|because|for\s+long|only|just)\b",
    regex.I,
)
"""What follows a denial of something else than the meeting itself."""
_IN = regex.compile(r"\b(?:in|at)\s+(?:the\s+(?:\w{3,12}\s+)?(?:city|capital|town|resort|village)\s+of\s+)?")
_LEAD = regex.compile(r"[\"'\s]*In\s+")
_VIDEO = regex.compile(r"\bvideo|\bvirtual|\bonline", regex.I)


def find(doc: "Document") -> Iterator[Claim]:
    """Each meeting of two parties or more."""
    scene = Scene.of(doc)
    met: tuple[Sentence, Encounter] | None = None
    for sentence, text, parties in scene.sentences():
        seen: set[frozenset[str]] = set()
        last = None
        for found in find_talks(scene, sentence, text, parties) if parties else ():
            meeting = with_object(scene, sentence, found)
            names = frozenset(p.id for p in (*meeting[0], *meeting[1]))
            if (
                len(names) < 2
                or names in seen
                or (meeting[1] and {p.id for p in meeting[0]} & {p.id for p in meeting[1]})
            ):
                continue
            seen.add(names)
            claim = _claim(scene, sentence, meeting)
            if claim is not None:
                yield claim
            last = (sentence, meeting)
        near = met is not None and met[0].paragraph == sentence.paragraph
        for again in talks_again(scene, sentence, parties, last or (met if near else None)):
            claim = _claim(scene, sentence, again)
            if claim is not None:
                yield claim
            last = last or (sentence, again)
        met = last


def _claim(scene: Scene, sentence: Sentence, meeting: Encounter) -> Claim | None:
    doc = scene.doc
    who, others, cue, cue_end, words = meeting
    near = [p for p in (*who, *others) if abs(p.start - cue) < 150 or p.start >= cue]
    start = min([cue, *(p.name_start for p in near)])
    end = max([cue_end, *(p.name_end for p in near if p.start < cue_end + 140)])
    if end - start > 240:
        start = cue
    where = [m.start() + 1 for m in regex.finditer(r"\swhere\s", doc.shadow[start:cue])]
    start = start + where[-1] if where else start  # 'came to A after a stay in B, where they met'
    place = _place(scene, sentence, (min(start, cue), cue), end)
    day = _day_behind(scene, sentence, end) or _day_of_holding(scene, sentence, end)
    day = day or date_of(scene, sentence, start, end)
    if _AFTER.search(doc.shadow, max(sentence.start, cue - 14), cue) is not None:
        # 'P arrived in X on D after meeting Q': X and D are of the arrival
        place = place if place is not None and place.start >= cue else None
        day = day if day is not None and day.start >= cue else None
    if place is not None and place.start >= end and place.end - start < 220:
        end = place.end
    if day is not None and day.start >= end and day.end - start < 240:
        end = day.end
    head = doc.shadow[max(sentence.start, min(start, cue) - 30) : min(cue_end, cue + len(words) + 1)]
    status = _status(scene, sentence, head, day.interval.start if day is not None else None)
    form = "phone" if _PHONE.search(words) else "video" if _VIDEO.search(words) else "in person"
    value: dict[str, Any] = {
        "with": [p.as_value() for p in (*who, *others)],
        "sides": len(who) if others else 0,
        "place": place.entity if place is not None else None,
        **when_value(scene, day, start),
        "form": form,
        "status": status,
    }
    if status == "denied" and _NOT_MET.search(head) and not _NOT_SO.match(doc.shadow, end, sentence.end):
        value["flat"] = True
    if words == CREDENTIALS:
        value["credentials"] = True
    return make_claim(
        doc,
        Draft(
            "meeting", who[0].id, value, start, end, when=day.interval if day is not None else None,
            where=value["place"],
            modality=told_by(scene, (*who, *others), start, status), polarity=status != "denied", confidence=0.85,
        ),
    )  # fmt: skip


def _day_behind(scene: Scene, sentence: Sentence, end: int) -> DateMention | None:
    """'met B in X on 16 May': the day right behind, whatever other day the sentence began with."""
    for day in between(scene.doc.dates, end, min(sentence.end, end + 60)):
        gap = scene.doc.shadow[end : day.start]
        return day if regex.fullmatch(r"(?:\s+(?:in|at)\s+[^,;.]{2,30}?)?\s+on\s+(?:the\s+)?", gap) else None
    return None


_WHICH = regex.compile(
    r",?\s+(?:which|that)\s+[^,.;\"\n]{0,50}?\b(?:hosts?|hosted|held|takes?\s+place|took\s+place)\s+"
    r"(?:in\s+[^,.;\n]{2,30}?\s+)?on\s+(?:the\s+)?"
)


def _day_of_holding(scene: Scene, sentence: Sentence, end: int) -> DateMention | None:
    """'the talks of A with B, which C will host on 2 June'."""
    which = _WHICH.match(scene.doc.shadow, end, sentence.end)
    if which is None:
        return None
    return next((d for d in between(scene.doc.dates, which.end() - 5, sentence.end) if d.start <= which.end()), None)


def _status(scene: Scene, sentence: Sentence, head: str, start: date | None) -> str:
    if DENIED.search(head):
        return "denied"
    published = scene.doc.source.published
    if start is not None and published is not None and published.end is not None and start > published.end:
        return "planned"
    if sentence.role == "headline":
        return "planned" if regex.search(r"\b(?:to|will)\s+\w+$", head, regex.I) else "made"
    return (
        "planned"
        if PLANNED.search(head)
        or regex.search(r"\b(?:to|before)\s+meet(?:ing)?\b|\b(?:meets?|sees|receives|hosts)\s*$", head, regex.I)
        else "made"
    )


def _place(scene: Scene, sentence: Sentence, begin: tuple[int, int], end: int) -> EntityMention | None:
    """The place: "in PLACE" from the word of meeting on, else before it, or at the head of the sentence."""
    doc, (start, cue) = scene.doc, begin
    found_in = list(_IN.finditer(doc.shadow, start, min(sentence.end, end + 90)))
    for match in sorted(found_in, key=lambda m: (m.start() < cue, m.start())):
        gap = doc.shadow[end : match.start()]
        if match.start() >= end and (FAR_CLAUSE.search(gap) or _ANOTHER.search(gap)):
            continue
        found = place_run(doc, match.end(), sentence.end)
        if (
            found
            and found[0].type in {"place", "country"}
            and found[0].entity in doc.pack.places
            and found[0].form != "adjective"
        ):
            return found[0]
    lead = _LEAD.match(doc.shadow, sentence.start, sentence.end)
    if (
        lead is not None
        and (found := place_run(doc, lead.end(), sentence.end))
        and found[0].entity in doc.pack.places
        and found[0].end <= start
    ):
        return found[0]
    return None


def keys(claim: Claim) -> tuple[str, ...]:
    """Meetings meet under each pair of parties of two sides."""
    pairs = sorted({pair_key(a["key"], b["key"]) for a, b in pairs_of(claim)})
    own = (*pairs, *presence_keys(people_of(claim)))
    return (*own, f"credentials:{claim.value['with'][0]['key']}") if claim.value.get("credentials") else own


def pair_key(a: str, b: str) -> str:
    """The block of two parties, whichever is told first."""
    return "meeting:" + "+".join(sorted((a, b)))


def pairs_of(claim: Claim) -> list[tuple[dict[str, str], dict[str, str]]]:
    """The pairs that meet: of two sides, or of all."""
    parties, sides = list(claim.value["with"]), int(claim.value["sides"])
    return list(product(parties[:sides], parties[sides:])) if sides else list(combinations(parties, 2))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The findings on the meetings of two parties."""
    if block.key.startswith(THERE):
        return []
    if block.key.startswith("credentials:"):
        return judge_credentials([c for c in claims if c.value.get("credentials")], block)
    paired = [
        (c, pair) for c in claims for pair in pairs_of(c) if pair_key(pair[0]["key"], pair[1]["key"]) == block.key
    ]
    return [*judge_meetings(paired, block), *judge_met([c for c, _ in paired], block)]
