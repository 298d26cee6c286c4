"""How often somebody has been to a place: "his second visit this year", "in X once before", "whose fourth trip it was".

Such a number is told apart from the journey, often without a date; it is compared where two sources report one news.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record, same_party
from eucacheck.kinds._encounters.encounters import PLANNED, Scene, told_by, when_value
from eucacheck.kinds._encounters.groups import main_region
from eucacheck.kinds._encounters.party import Party
from eucacheck.kinds._happenings.event_words import ordinal_word
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.records import Claim, EntityMention, Finding, Sentence
from eucacheck.spans import between, in_order

if TYPE_CHECKING:
    from eucacheck.facts import Block

TIMES = "times:"
"""How the blocks of these claims begin."""
_N = (
    r"(?P<nth>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"(?:-ever|\s+ever)?"
)
_KIND = r"(?:(?P<kind>official|state|working|private|foreign|overseas|bilateral|regional)\s+)?(?:(?:\w{2,6}-day)\s+)?"
_NUMBERED = regex.compile(
    rf"\b(?:his|her|its|their|'s|an?|the|whose)\s+{_N}\s+{_KIND}(?:visit|trip|stay|mission|journey|tour)\b"
    rf"|,\s+(?:his|her)\s+{_N}(?=\s+(?:in|to)\s)",
    regex.I,
)
_NTH_TIME = regex.compile(rf"\bfor\s+(?:the|a)\s+{_N}\s+time\b", regex.I)
_TIME_THAT = regex.compile(
    rf"\b(?:the|his|her)\s+{_N}\s+time\s+(?:that\s+|when\s+)?(?:s?he|the\s+\p{{L}}{{4,20}})\s+(?:has\s+|had\s+|is\s+|was\s+)?"
    r"(?:visit\w*|c[ao]me\w*|coming|travel\w*|been|went|goes|gone)\b",
    regex.I,
)
_BEFORE = regex.compile(
    r"\b(?:had|has|having|have)\s+(?:already\s+)?(?:been|visited|come|travelled|traveled|stayed)\s+(?:[^.;,]{0,40}?\s)?"
    r"(?P<often>once|twice|(?:two|three|four|five|six|\d)\s+times)\s+(?:before|already|earlier|previously)\b",
    regex.I,
)
_NEVER = regex.compile(
    r"\b(?:had|has)\s+never\s+(?:before\s+)?(?:been|visited|come|set\s+foot|travelled|traveled)\b[^.;,]{0,40}", regex.I
)
_NOT_FIRST = regex.compile(r"\bnot\s+(?:his|her|the)\s+first\s+(?:visit|trip|stay|time)\b", regex.I)
_THERE = regex.compile(
    r"\b(?:(?:was|is|were|been|stay\w*)\s+in|visit\w*|came|come[sn]?|arriv\w+|travel\w*|went|flew|return\w*|landed)\b",
    regex.I,
)
_COUNTS: dict[str, int] = {"once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_YEAR = regex.compile(
    r"^[\s,]*(?:this\s+year|since\s+January|(?:already\s+)?in\s+(?:20\d\d|the\s+course\s+of\s+the\s+year))\b", regex.I
)
_DATED = regex.compile(r"^[\s,]*in\s+20\d\d\b")
"""Behind 'once before': when that was, and not within what the visits are counted."""
_TENURE = regex.compile(
    r"^[\s,]*(?:since\s+(?:(?:s?he|taking|his|her|becoming|coming|assuming)\b)|in\s+(?:this|his|her)\s+(?:present\s+|current\s+)?(?:capacity|office|role|post|new|mandate|term|position|job)\b"
    r"|as\s+\p{L}|after\s+(?:taking|his|her|becoming))",
    regex.I,
)
_OTHER = regex.compile(
    r"^[\s,]*(?:since|in\s+(?:\w+\s+){1,3}(?:weeks|months|years?|decades?)|within|under|abroad|of\s+(?:his|her|the|this)"
    r"|by\s+an?|outside|during|after|following|at\s+the\s+head|to\s+an?\b|in\s+a\s|this\s|on\s)",
    regex.I,
)
_GUEST = regex.compile(r"\b[Tt]he\s+(?:(?:\w+\s+)?guest|visitor|envoy|diplomat)\b")
_IN = regex.compile(r"\b(?:in|to|of|visit(?:ed|s|ing)?)\s+(?:the\s+)?(?:\w+\s+)?$", regex.I)
_REGION = regex.compile(r"\b(?:in|to|of|visit\w{0,3})\s+(?P<words>[Tt]he\s+region)\b(?!'s|\s+of\b)", regex.I)
_ELSEWHERE = regex.compile(r"\s+(?:to|in)\s")
_REACH = 60
"""Characters behind a number in which its place and its scope stand."""


def find_visit_times(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Claim]:
    """The numbers of visits that a sentence tells of one person."""
    for match, number, least in _numbers(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        who = _traveller(scene, sentence, parties, (start, end))
        if who is None:
            continue
        places = _places(scene, sentence, start, end)
        if len({p.entity for p in places}) > 1:
            continue
        place = places[0] if places else None
        tail_from = place.end if place is not None and end <= place.start <= end + 12 else end
        tail = scene.doc.shadow[tail_from : min(sentence.end, tail_from + _REACH)]
        scope = None if match.re is _BEFORE and _DATED.match(tail) is not None else _scope(tail)
        if place is None and _ELSEWHERE.match(scene.doc.shadow, end, sentence.end):
            continue
        if PLANNED.search(scene.doc.shadow, max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)):
            continue  # a visit to come is another than the one of the news
        start += 3 if scene.doc.shadow.startswith("'s ", start) else 0
        kind = match.groupdict().get("kind")
        if scope == "other" or (kind or "").casefold() in {"foreign", "overseas", "regional"}:
            continue
        if place is not None and place.start - end <= _REACH and place.start >= end:
            end = place.end
        elif place is not None and place.end <= start and start - place.start <= 2 * _REACH:
            start = place.start
        value: dict[str, Any] = {
            "who": [who.as_value()], "place": place.entity if place is not None else None,
            **when_value(scene, None, start), "ordinal": number, "least": least, "scope": scope,
            "official": kind.casefold() if kind else None, "tour": sentence.start, "status": "made", "times": True,
        }  # fmt: skip
        draft = Draft(
            "visit", who.id, value, start, end, where=value["place"], modality=told_by(scene, [who], start, "made"),
            confidence=0.75,
        )  # fmt: skip
        if (claim := make_claim(scene.doc, draft)) is not None:
            yield claim


def _numbers(text: str) -> Iterator[tuple["regex.Match[str]", int, bool]]:
    """The number of the visit spoken of; and whether it is only known that it is that at least."""
    for match in _NUMBERED.finditer(text):
        if (number := ordinal_of(match["nth"])) is not None and _NOT_FIRST.match(
            text, max(0, match.start() - 4)
        ) is None:
            yield match, number, False
    for match in _NTH_TIME.finditer(text):
        if (number := ordinal_of(match["nth"])) is not None and _THERE.search(text, 0, match.start()) is not None:
            yield match, number, False
    for match in _TIME_THAT.finditer(text):
        if (number := ordinal_of(match["nth"])) is not None:
            yield match, number, False
    for match in _BEFORE.finditer(text):
        word = match["often"].casefold().split()[0]
        yield match, 1 + (int(word) if word.isdigit() else _COUNTS[word]), False
    for match in _NEVER.finditer(text):
        yield match, 1, False
    for match in _NOT_FIRST.finditer(text):
        yield match, 2, True


def _traveller(scene: Scene, sentence: Sentence, parties: Sequence[Party], span: tuple[int, int]) -> Party | None:
    """Whose visit it is: the person of "his", else the only one whom the sentence names, else the guest of the text."""
    start, end = span
    shadow = scene.doc.shadow
    people = [p for p in parties if p.id.startswith("person:") and p.form not in {"office", "group"} and p.end <= end]
    if shadow.startswith("'s", start):
        owner = next((p for p in people if p.end == start), None)
        return owner or (_guest(scene) if _ROLE.search(shadow, sentence.start, start) is not None else None)
    said = [p for p in people if p.form != "pronoun"]
    if said and _WHO_IS.fullmatch(shadow, said[-1].end, start) is not None:
        return said[-1]
    own = [p for p in people if start <= p.start and p.form == "pronoun"]
    if own:
        guests = [p for p in people if p.form == "role" and p.end <= own[0].start]
        return guests[-1] if guests and _GUEST.match(shadow, guests[-1].start) is not None else own[0]
    if len({p.id for p in parties if p.id.startswith("person:")}) == 1 and people:
        return people[-1]
    if not people and _GUEST.search(shadow, sentence.start, end) is not None:
        return _guest(scene)
    return None


def _guest(scene: Scene) -> Party | None:
    """The one person whom the first sentence of the text names."""
    lead = next((s for s in scene.doc.sentences if s.role == "body"), None)
    inside = between(scene.parties, lead.start, lead.end) if lead is not None else []
    named = [p for p in inside if p.id.startswith("person:")]
    return named[0] if len({p.id for p in named}) == 1 else None


_WHO_IS = regex.compile(
    r",?\s*(?:who\s+)?(?:(?:is|was|had\s+been|has\s+been|arrived|came|had\s+come|travelled|paid|made|stayed|returned)\b[^,.;:\"]{0,60}|on|for)?\s*"
    r"(?:(?:on|for|during)\s+)?",
    regex.I,
)
_ROLE = regex.compile(r"\b(?:envoy|guest|visitor|diplomat|representative|commissioner|minister|official)$", regex.I)


def _places(scene: Scene, sentence: Sentence, start: int, end: int) -> list[EntityMention]:
    """The place right behind the number, else the ones before it that the sentence is set in."""
    doc = scene.doc
    near = [
        e
        for e in between(doc.entities, sentence.start, sentence.end)
        if e.type in {"place", "country", "region"} and e.form != "adjective"
    ]
    region = main_region(doc)
    if region is not None:
        words = _REGION.finditer(doc.shadow, sentence.start, sentence.end)
        near = in_order([*near, *(EntityMention(*m.span("words"), region, "region") for m in words)])
    set_in = [e for e in near if _IN.search(doc.shadow, max(sentence.start, e.start - 20), e.start)]
    behind = [e for e in set_in if end <= e.start <= end + 25 or start <= e.start < end]
    return behind[:1] or [e for e in set_in if e.end <= start]


def _scope(tail: str) -> str | None:
    """Within what the visits are counted: the year, the time in office; "other" where it cannot be compared."""
    if _YEAR.match(tail):
        return "year"
    if _TENURE.match(tail):
        return "tenure"
    return "other" if _OTHER.match(tail) else None


def judge_times(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two numbers of one visit of one person, in two sources of one news; or one number in both."""
    findings: list[Finding] = []
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if not block.one_news(a, b) or not same_party(a.value["who"][0], b.value["who"][0]):
            continue
        own = [c for c in claims if c.source in {a.source, b.source}]
        if any(c.source == d.source and c.value["ordinal"] != d.value["ordinal"] for c in own for d in own):
            continue
        if not (_excludes(a, b, block) or _excludes(b, a, block)):
            block.demote(a, b, "other-event: the visits are counted in two ways, or alike")
            continue
        if not on_record(a, b):
            block.demote(a, b, "reported-by-third-party: one number is only reported")
            continue
        findings.append(_finding(a, b, block))
    return findings[:1]


def _excludes(a: Claim, b: Claim, block: "Block") -> bool:
    """All visits to `a`'s place are fewer than those counted by `b`, which are among them."""
    x, y = a.value, b.value
    if x["official"] != y["official"] and {x["official"], y["official"]} - {None, "working"}:
        return False
    if x["scope"] != y["scope"] and "year" in {x["scope"], y["scope"]} and x["scope"] is not None:
        return False  # those of a year are fewer
    if x["scope"] == "tenure" and y["scope"] is None:
        return False  # there may have been others before the office
    told = None not in {x["place"], y["place"]} and x["place"] != y["place"]
    if told and not block.pack.contains(x["place"], y["place"]):
        return False
    return not x["least"] and int(x["ordinal"]) < int(y["ordinal"])


def _finding(a: Claim, b: Claim, block: "Block") -> Finding:
    who = a.value["who"][0]
    place = next((block.pack.name_of(str(c.value["place"])) for c in (a, b) if c.value["place"] is not None), None)
    where = f" to {place}" if place is not None else ""
    answers = []
    for one in (a, b):
        number, least = int(one.value["ordinal"]), bool(one.value["least"])
        text = "not the first" if least else f"the {ordinal_word(number)}{_SCOPES[one.value['scope']]}"
        answers.append(block.answer({"ordinal": number}, text, [one]))
    return make_finding(
        Judgement(
            "EUC345", "visit", "conflict", who["id"], f"How often had {who['name']} been{where}?",
            f"Sources number the visit of {who['name']}{where} differently: {answers_in_words(answers, block)}",
            "two reports of one piece of news count the visits of one person", answers, 0.65, "warning",
        )
    )  # fmt: skip


_SCOPES = {None: "", "year": " of the year", "tenure": " in office"}
