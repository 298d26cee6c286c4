"""The number of a visit among those of all who hold an office: "the second visit of a Slovak president".

Such a number counts the visits of all holders of an office. The visit counted is that of the holder whom the sentence
or those before it name; where they name none, nothing is claimed.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import same_speaker
from eucacheck.kinds._encounters.encounter_places import place_run
from eucacheck.kinds._encounters.encounters import Scene, when_value
from eucacheck.kinds._encounters.party import Party
from eucacheck.kinds._happenings.event_words import ordinal_word
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import Claim, Finding, Sentence
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
_TIME_THAT = regex.compile(
    rf"\b{_NTH}\s+time\s+(?:that\s+|when\s+)?(?:an?|any)\s+(?P<lead>[^,.;]{{0,40}}?){_ROLE}\s+(?:has\s+|have\s+|is\s+|was\s+|had\s+)?"
    r"(?:visit(?:s|ed|ing)?|c[ao]mes?\s+to|coming\s+to|travel(?:s|ed|led|ling)?\s+to|been\s+(?:to|in)|goes\s+to|went\s+to)\s+",
    regex.I,
)
"""'The second time that a Slovak president visits X'."""
_BEFORE = regex.compile(
    rf"\b(?P<often>only\s+once|once|twice|never|no)\s+(?:before\s+)?(?:(?:has|had)\s+)?(?:an?\s+)?(?P<lead>[^,.;]{{0,40}}?){_ROLE}\s+"
    r"(?:(?:has|had)\s+)?(?:ever\s+)?(?:been\s+(?:to|in)|visited|come\s+to|travelled\s+to|set\s+foot\s+in)\s+",
    regex.I,
)
"""'Only once before has a Slovak president been to X', 'no Slovak president had visited X'."""
_OFTEN = {"no": 1, "never": 1, "once": 2, "only once": 2, "twice": 3}
_THERE = regex.compile(r"\b(?:that|our|this|the)\s+(?:country|republic)\b", regex.I)
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
_THE = regex.compile(r"\bthe\s+$", regex.I)
"""Before a name: it is no person's ('the Presidential Palace')."""
_BACK = 3
"""Sentences before the number in which the holder of the office is named."""


def find_visit_ordinals(scene: Scene, sentence: Sentence, text: str) -> Iterator[Claim]:
    """The visits that a sentence numbers among those of all holders of an office."""
    doc = scene.doc
    for match in _VISIT.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        places: list[tuple[str, int]] = []
        if match["to"]:
            places = _place(doc, end, sentence, None)
            end = places[0][1] if places else end
        holder = _HOLDER.match(doc.shadow, end, sentence.end)
        if holder is None:
            continue
        country, after = _country(doc, holder)
        if not places and country is not None and (to := _TO.match(doc.shadow, after, sentence.end)) is not None:
            places = _place(doc, to.end(), sentence, country)
        if country is not None and places:
            counted = (ordinal_of(match["nth"]), match.groupdict().get("kind") or "", holder["role"], country)
            yield from _claim(scene, sentence, counted, places[0][0], (start, max(after, places[0][1])))
    for pattern in (_TO_VISIT, _TIME_THAT, _BEFORE):
        for match in pattern.finditer(doc.shadow, sentence.start, sentence.end):
            country, _ = _country(doc, match)
            often = " ".join(match.groupdict().get("often", "").casefold().split())
            number = _OFTEN[often] if often else ordinal_of(match["nth"])
            places = _place(doc, match.end(), sentence, country)
            if country is not None and places:
                span = (match.start(), places[0][1])
                yield from _claim(scene, sentence, (number, "", match["role"], country), places[0][0], span)


def _place(doc: "Document", at: int, sentence: Sentence, country: str | None) -> list[tuple[str, int]]:
    """The place named from an offset on; for "that country" the one named last before that is not the guest's."""
    there = _THERE.match(doc.shadow, at, sentence.end)
    if there is None:
        return [(p.entity, p.end) for p in place_run(doc, at, sentence.end)[:1]]
    low = doc.sentences[max(0, doc.sentence_index(sentence.start) - _BACK)].start
    named = [e.entity for e in between(doc.entities, low, at) if e.type == "country" and e.entity != country]
    return [(named[-1], there.end())] if named else []


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
    counted: tuple[int | None, str, str, str],
    place: str,
    span: tuple[int, int],
) -> Iterator[Claim]:
    number, kind, role, country = counted
    doc = scene.doc
    held = _CLASSES[" ".join(role.casefold().split())]
    who = _holder(scene, sentence, held, country)
    if who is None or number is None:
        return
    value: dict[str, Any] = {
        "who": [who.as_value()],
        "place": place,
        **when_value(scene, None, span[0]),
        "ordinal": number,
        "scoped": _SCOPED.match(doc.shadow[span[1] : span[1] + 50]) is not None,
        "official": kind.strip().casefold() or None,
        "of": f"{held}:{country}",
        "shared": False, "order": None, "stage": None, "tour": sentence.start, "aspect": None, "status": "made",
    }  # fmt: skip
    claim = make_claim(doc, Draft("visit", who.id, value, *span, where=place, confidence=0.75))
    if claim is not None:
        yield claim


def _holder(scene: Scene, sentence: Sentence, held: str, country: str) -> Party | None:
    """The person named last who holds the office, up to this sentence."""
    doc = scene.doc
    index = doc.sentence_index(sentence.start)
    since = doc.sentences[max(0, index - _BACK)].start
    told = [o for o in doc.offices if o.person is not None and o.tenure != "former" and _class_of(o.office) == held]
    others: set[str | None] = {o.person for o in told if o.organisation not in {country, None}}
    holders: set[str | None] = {o.person for o in told if o.organisation == country}
    holders = holders or {o.person for o in told if o.organisation is None and o.person not in others}
    if not holders:  # the one person spoken of whose office is not told
        parties = [p for p in scene.parties if since <= p.start < sentence.end and p.id.startswith("person:")]
        known = {o.person for o in doc.offices if o.organisation is not None or o.tenure == "former"}
        holders |= {p.id for p in parties if _THE.search(doc.shadow, max(0, p.start - 4), p.start) is None} - known
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
