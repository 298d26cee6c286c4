"""The number of a visit among those of all who hold an office: "the second visit of a Slovak president".

Such a number counts the visits of all holders of an office. The visit counted is that of the holder whom the sentence
or those before it name; where they name none, nothing is claimed.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._dated import same_speaker
from eucacheck.kinds._encounter_places import place_run
from eucacheck.kinds._encounters import Scene, when_value
from eucacheck.kinds._event_words import ordinal_word
from eucacheck.kinds._party import Party
from eucacheck.kinds._words import answers_in_words
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import Claim, EntityMention, Finding, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_NTH = (
    r"(?P<nth>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?:-ever|\s+ever)?"
)
_KIND = r"(?P<kind>(?:(?:official|state|working|private|bilateral)\s+)?)"
_ROLE = (
    r"(?P<role>head\s+of\s+state|head\s+of\s+government|prime\s+minister|foreign\s+minister|president|premier|chancellor|"
    r"monarch|king|leader|minister)"
)
_VISIT = regex.compile(rf"\b{_NTH}\s+{_KIND}(?:visit|trip)\s+(?:ever\s+)?(?:paid\s+|made\s+)?(?P<to>to\s+)?", regex.I)
_HOLDER = regex.compile(
    rf"\s*(?:of|by)\s+(?:an?|any)\s+(?P<lead>[^,.;]{{0,40}}?){_ROLE}\b(?:\s+(?:of|from)\s+(?:the\s+)?)?", regex.I
)
_TO_VISIT = regex.compile(
    rf"\b{_NTH}\s+(?P<lead>[^,.;]{{0,40}}?){_ROLE}\s+(?:ever\s+)?to\s+(?:visit|set\s+foot\s+in|come\s+to)\s+", regex.I
)
_TO = regex.compile(r"\s*to\s+", regex.I)
_SCOPED = regex.compile(
    r"^[\s,]*(?:since|in\s+(?:\w+\s+){1,3}(?:years?|months?|decades?)|this\s+\w+|under|during|after\s+(?:independence|\d))",
    regex.I,
)
_CLASSES = {
    "head of state": "head-of-state", "president": "head-of-state", "monarch": "head-of-state", "king": "head-of-state",
    "leader": "head-of-state", "prime minister": "head-of-government", "premier": "head-of-government",
    "chancellor": "head-of-government", "head of government": "head-of-government", "minister": "minister",
    "foreign minister": "foreign-minister",
}  # fmt: skip
_BACK = 3
"""Sentences before the number in which the holder of the office is named."""


def find_visit_ordinals(scene: Scene, sentence: Sentence, text: str) -> Iterator[Claim]:
    """The visits that a sentence numbers among those of all holders of an office."""
    doc = scene.doc
    for match in _VISIT.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        places: list[EntityMention] = []
        if match["to"]:
            places = place_run(doc, end, sentence.end)[:1]
            end = places[0].end if places else end
        holder = _HOLDER.match(doc.shadow, end, sentence.end)
        if holder is None:
            continue
        country, after = _country(doc, holder)
        if not places and (to := _TO.match(doc.shadow, after, sentence.end)) is not None:
            places = place_run(doc, to.end(), sentence.end)[:1]
        if country is not None and places:
            last = max(after, places[0].end)
            yield from _claim(scene, sentence, (match, holder["role"], country), places[0], (start, last))
    for match in _TO_VISIT.finditer(doc.shadow, sentence.start, sentence.end):
        country, _ = _country(doc, match)
        places = place_run(doc, match.end(), sentence.end)[:1]
        if country is not None and places:
            yield from _claim(
                scene, sentence, (match, match["role"], country), places[0], (match.start(), places[0].end)
            )


def _country(doc: "Document", match: "regex.Match[str]") -> tuple[str | None, int]:
    """The country or body of "a Slovak president", "a president of Slovakia", and where the phrase ends."""
    low, high = match.span("lead")
    inside = [e for e in between(doc.entities, low, high) if e.type in {"country", "org"}]
    if len(inside) == 1:
        return inside[0].entity, match.end("role")
    of = next((e for e in between(doc.entities, match.end(), match.end() + 60) if e.start <= match.end()), None)
    return (of.entity, of.end) if of is not None and of.type in {"country", "org"} else (None, match.end("role"))


def _claim(
    scene: Scene,
    sentence: Sentence,
    counted: "tuple[regex.Match[str], str, str]",
    place: EntityMention,
    span: tuple[int, int],
) -> Iterator[Claim]:
    match, role, country = counted
    doc, number = scene.doc, ordinal_of(match["nth"])
    held = _CLASSES[" ".join(role.casefold().split())]
    who = _holder(scene, sentence, held, country)
    if who is None or number is None:
        return
    kind = match.groupdict().get("kind") or ""
    value: dict[str, Any] = {
        "who": [who.as_value()],
        "place": place.entity,
        **when_value(scene, None, span[0]),
        "ordinal": number,
        "scoped": _SCOPED.match(doc.shadow[span[1] : span[1] + 50]) is not None,
        "official": kind.strip().casefold() or None,
        "of": f"{held}:{country}",
        "shared": False, "order": None, "stage": None, "tour": sentence.start, "aspect": None, "status": "made",
    }  # fmt: skip
    claim = make_claim(doc, Draft("visit", who.id, value, *span, where=place.entity, confidence=0.75))
    if claim is not None:
        yield claim


def _holder(scene: Scene, sentence: Sentence, held: str, country: str) -> Party | None:
    """The person named last who holds the office, up to this sentence."""
    doc = scene.doc
    index = doc.sentence_index(sentence.start)
    since = doc.sentences[max(0, index - _BACK)].start
    holders = {
        o.person
        for o in doc.offices
        if o.person is not None
        and o.organisation in {country, None}
        and o.tenure != "former"
        and _class_of(o.office) == held
    }
    named = [p for p in scene.parties if since <= p.start < sentence.end and p.id in holders]
    return named[-1] if len({p.id for p in named}) == 1 else None


def _class_of(office: str) -> str | None:
    slug = "foreign-minister" if "foreign" in office else office
    return next((c for name, c in _CLASSES.items() if slug == name.replace(" ", "-")), None)


def judge_numbers(who: dict[str, str], visit: Sequence[Claim], block: "Block") -> list[Finding]:
    """One visit to which two sources give two numbers of one count."""
    counted = [c for c in visit if c.value["ordinal"] and not c.value["scoped"]]
    for i, a in enumerate(counted):
        for b in counted[i + 1 :]:
            if a.source == b.source or a.value["ordinal"] == b.value["ordinal"] or not _one_count(a, b):
                continue
            if not same_speaker(a, b):
                block.demote(a, b, "reported-by-third-party: one number is only reported")
                continue
            return [_finding(who, [a, b], counted, block)]
    return []


def _one_count(a: Claim, b: Claim) -> bool:
    """The visits of one person, or of the holders of one office, to one place and of one character."""
    return all(a.value.get(key) == b.value.get(key) for key in ("of", "place", "official"))


def _finding(who: dict[str, str], pair: Sequence[Claim], counted: Sequence[Claim], block: "Block") -> Finding:
    place = block.pack.name_of(str(pair[0].value["place"]))
    answers = []
    for one in pair:
        own = [c for c in counted if _one_count(c, one) and c.value["ordinal"] == one.value["ordinal"]]
        number = int(one.value["ordinal"])
        answers.append(block.answer({"ordinal": number}, f"the {ordinal_word(number)}", own))
    told = answers_in_words(answers, block)
    of = pair[0].value.get("of")
    whose = f"of a {str(of).partition(':')[0].replace('-', ' ')}" if of else "of this person"
    return make_finding(
        Judgement(
            "EUC345", "visit", "conflict", who["id"], f"Which visit {whose} to {place} was that of {who['name']}?",
            f"Sources number the visit of {who['name']} to {place} differently among those {whose}: {told}",
            "one visit has one number in one count", answers, 0.7,
        )
    )  # fmt: skip
