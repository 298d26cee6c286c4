"""A sentence to where a text was signed or initialled, by which two people, and whether one was signed at all.

Reports of one piece of news call the text by other names, or not at all ("the second was signed in A", "the initials
were put by B"): what identifies it is the news, with words of the text around the act in common.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import near_day
from eucacheck.kinds._wording.instrument_phrase import stems_of
from eucacheck.kinds.statement.part import Part, both, by_stem
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_PUT: Final = r"(?:put|puts|set|affixed|attached)\s+(?:their|his|her)\s+(?:signatures?|names?|hands?|initials?)"
_SIGNED: Final = regex.compile(
    rf"\b(?P<initialled>initiall?ed|initials\s+(?:were|was)\s+put|(?:put|set)\s+(?:their|his|her)\s+initials)\b"
    rf"|\b(?P<signed>signed|inked|{_PUT}|signatures?\s+(?:was|were)\s+(?:that|those)\s+of|was\s+concluded|were\s+concluded"
    r"|concluded\s+(?:an?|the)\s+(?:\p{L}+\s){0,3}?(?:agreement|memorandum|contract|partnership|accord|pact|treaty)"
    r"|ceremony\s+(?:took\s+place|was\s+held))\b"
)
_AHEAD: Final = regex.compile(
    r"\b(?:will|would|shall|should|to be|may|might|could|can|plan(?:s|ned)?|expected|not|never|no|before|until|since"
    r"|earlier|previous\w*|already|had|last year|ago|in (?:19|20)\d\d|witness\w*|attend\w*|presence|oversaw)\b"
    r"|n't\b",
    regex.I,
)
"""Not now, not done, or only watched."""
_TALKS: Final = regex.compile(r"\b(?:talks|negotiations?|visit|tour|trip|session|meeting|forum)\b", regex.I)
_IN: Final = regex.compile(r"\b(?:in|at)\s+(?:the\s+city\s+of\s+)?$", regex.I)
_SIDE: Final = regex.compile(r"(?:On the \p{L}+ side|For (?:the )?\p{Lu}|[^.;]{4,90}\srepresented\s(?:the\s)?\p{Lu})")
"""How the sentence after one on the signing names who signed for the other side."""
_CITY: Final = "place"
_SORT: Final = (
    r"(?P<sort>communiqu[eé]|statement|declaration|resolution|agreement|memorandum|document|treaty|contract)s?"
)
_TOPIC: Final = r"(?P<topic>\s(?:on|about)\s[^.;,]{4,80}?)?"
_KIND: Final = r"(?:[\p{L}-]+\s){0,3}?"
_ADOPTED: Final = regex.compile(
    rf"\b(?P<verb>adopted|signed|approved)\s+(?:an?|the)\s+{_KIND}{_SORT}{_TOPIC}(?=[.;,]|\s|$)"
    rf"|\b{_SORT}{_TOPIC}\s(?:(?:was|were)\s)?(?P<verb>adopted|signed|approved)\b",
    regex.I,
)
_NOT_ADOPTED: Final = regex.compile(
    rf"\b[Nn]o\s{_KIND}{_SORT}{_TOPIC}\s(?:was|were|has been|have been)\s(?P<verb>adopted|signed|approved)\b"
    r"|\b(?:did not|didn't|failed to|refused to|without)\s(?P<verb>adopt|sign|approv)(?:e|ing)?\s(?:any|an?|the)\s"
    rf"{_KIND}{_SORT}{_TOPIC}(?=[.;,]|$)"
    rf"|\b{_SORT}{_TOPIC}\s(?:could|would|was|were)\snot\s(?:be\s)?(?P<verb>adopted|signed|approved)\b"
    rf"|\basked\s[^.;,]{{3,40}}\sto\s(?:prepare|draft|work out)\san?\s{_KIND}{_SORT}{_TOPIC}(?=[.;,]|$)",
)
_WORD: Final = regex.compile(r"\p{L}[\p{L}'-]{3,}")
_LONGEST: Final = 240
_RECENT: Final = 14
TOLD: Final = "told "
"""How the month of a report begins among what two signings have in common."""
_BY: Final = regex.compile(r"\b(?P<who>president|minister|premier|leader|rector|mayor|deputie|ambassador)s?\b", regex.I)


def signings_in(doc: "Document", i: int) -> Iterator[Part]:
    """What the sentence of that number tells of a signing: its place, its two signatories."""
    sentence, text = doc.sentences[i], doc.shadow
    cue = _SIGNED.search(text, sentence.start, sentence.end)
    if cue is None or _AHEAD.search(text, sentence.start, sentence.end) is not None:
        return
    if "concluded" in cue.group() and _TALKS.search(text, sentence.start, sentence.end):
        return
    act = "initialled" if cue["initialled"] else "signed"
    if _past(doc, sentence):
        return
    things = _about(doc, i) | dict.fromkeys(_months(doc), "text")
    days = tuple(sorted({d.interval.edtf for d in between(doc.dates, sentence.start, sentence.end)}))
    where = _city(doc, sentence, cue)
    if where is not None and things:
        start, end = min(cue.start(), where.start), max(cue.end(), where.end)
        if end - start <= _LONGEST:
            yield Part(start, end, f"{act} in", (where.entity,), *both(things), days=days)
    people = [p for p in between(doc.persons, sentence.start, sentence.end) if p.start < p.end]
    breaks = max(text.rfind(";", sentence.start, cue.start()), sentence.start)
    people = [p for p in people if p.start >= breaks]  # who is of a clause before does not sign
    end = sentence.end
    after = doc.sentences[i + 1] if i + 1 < len(doc.sentences) else None
    if after is not None and after.article == sentence.article and _SIDE.match(text, after.start, after.end):
        people += [p for p in between(doc.persons, after.start, after.end) if p.start < p.end]
        end = after.end
    who = tuple(sorted({p.person for p in people}))
    if len(who) == len(("one side", "the other")) and things:
        start, end = min(cue.start(), people[0].start), min(end, max(cue.end(), people[-1].end))
        if end - start <= _LONGEST:
            yield Part(start, end, "signed by", who, *both(things), beside=_sides(doc, who), days=days)


def _past(doc: "Document", sentence: Sentence) -> bool:
    """The sentence is of a day well before the report: a text of earlier times."""
    told = doc.source.published
    dates = between(doc.dates, sentence.start, sentence.end)
    if told is None or told.start is None:
        return False
    limit = near_day(told.start, -_RECENT)
    return any(d.interval.end is not None and d.interval.end < limit for d in dates)


def _months(doc: "Document") -> list[str]:
    """The months of the report, a week around: two reports of one piece of news have one in common."""
    told = doc.source.published
    if told is None or told.start is None:
        return []
    return sorted({f"{TOLD}{d:%Y-%m}" for d in (near_day(told.start, -7), near_day(told.start, 7))})


def _sides(doc: "Document", people: tuple[str, ...]) -> str:
    """'person:a=org:b person:c=country:d': the country or union whose office each of them holds."""
    found = []
    for person in people:
        bodies = {o.organisation for o in doc.offices if o.person == person and o.organisation is not None}
        tops = {_top(body, doc) for body in bodies}
        found.append(f"{person}={tops.pop() if len(tops) == 1 else ''}")
    return " ".join(found)


def _top(body: str, doc: "Document") -> str:
    known = doc.pack.organisations.get(body)
    while known is not None and known.parent is not None:
        body = known.parent
        known = doc.pack.organisations.get(body)
    return body


def _city(doc: "Document", sentence: Sentence, cue: "regex.Match[str]") -> EntityMention | None:
    """The one town of the sentence that stands behind "in"."""
    text = doc.shadow
    found = [
        e
        for e in between(doc.entities, sentence.start, sentence.end)
        if e.type == _CITY and e.form != "adjective" and _IN.search(text, max(sentence.start, e.start - 20), e.start)
    ]
    return found[0] if len({e.entity for e in found}) == 1 and abs(found[0].start - cue.start()) <= _LONGEST else None


def _about(doc: "Document", i: int) -> dict[str, str]:
    """Words of the sentence and of the one before, without names: what the text is about."""
    own = doc.sentences[i]
    spans = [s for s in doc.sentences[max(0, i - 2) : i + 1] if s.article == own.article]
    taken = [(e.start, e.end) for s in spans for e in between(doc.entities, s.start, s.end)]
    taken += [(p.start, p.end) for s in spans for p in between(doc.persons, s.start, s.end)]
    taken += [(o.start, o.end) for s in spans for o in between(doc.offices, s.start, s.end)]
    words = [
        m.group().casefold()
        for s in spans
        for m in _WORD.finditer(doc.shadow, s.start, s.end)
        if not any(a <= m.start() < b for a, b in taken)
    ]
    kept = {w for w in words if stems_of(w)}
    return by_stem(w for w in words if w in kept)


def outcomes_in(doc: "Document", i: int) -> Iterator[Part]:
    """'Adopted a joint statement', 'no communique was adopted', 'did not sign any document'."""
    sentence, text = doc.sentences[i], doc.shadow
    not_done = _NOT_ADOPTED.search(text, sentence.start, sentence.end)
    match = not_done or _ADOPTED.search(text, sentence.start, sentence.end)
    if match is None:
        return
    if not_done is None and _AHEAD.search(text, max(sentence.start, match.start() - 40), match.end()) is not None:
        return
    verb = "sign" if (match["verb"] or "adopt").casefold().startswith("sign") else "adopt"
    sort = match["sort"].casefold().replace("é", "e")
    topic = by_stem(w.group().casefold() for w in _WORD.finditer(match["topic"] or ""))
    things = {f"{verb} {sort}": sort}
    if verb == "sign" and sort != "contract":
        who = [m["who"].casefold() for m in _BY.finditer(text, sentence.start, match.start())]
        things |= {f"sign document by {w}": "document" for w in who}
        if not_done is None or not who:
            things["sign document"] = "document"
        if not_done is not None and who and sort == "document":
            things = {f"sign document by {w}": "document" for w in who}
    answer = f"not {verb}ed" if not_done is not None else f"{verb}ed"
    start, end = match.span()
    if verb == "adopt" or sort == "document" or not_done is None:
        yield Part(start, end, "outcome", (answer,), *both(things), beside=" ".join(sorted(topic)) or None)
