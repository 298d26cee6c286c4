"""The number of the event that two sources report as news: "the 19th meeting", "it was the eighteenth session".

A source often gives the number in a sentence of its own, without date or name. Where two sources report one news and
each numbers one event of a kind that was held, they number the same event.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import gap_days
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.event_words import ordinal_word
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.mentions.events_words import ordinal_of
from eucacheck.profiles import profile_of
from eucacheck.records import Claim, Finding, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

NUMBERED: Final = "numbered:"
"""How the blocks begin in which the numbers of events of one kind meet, whatever their series."""
_TYPES: Final = {
    "summit": "summit", "leaders-meeting": "summit", "ministerial": "ministerial", "dialogue": "dialogue",
    "council": "council", "committee": "committee", "round": "round", "talks": "round", "forum": "forum",
}  # fmt: skip
_NTH: Final = r"(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]{5,14}(?:-[a-z]{5,8})?)"
_IT_WAS = regex.compile(
    rf"\b(?:It|This)\s+(?:was|is)\s+(?:already\s+)?(?:the|their|its)\s+{_NTH}\s+(?:such\s+|regular\s+|annual\s+)?"
    r"(?P<head>summit|ministerial(?:\s+meeting)?|dialogue|council|committee|round|forum|meeting|session|edition)\b"
    r"(?:\s+of\s+(?:the\s+|their\s+)?(?:[\p{L}-]{2,20}\s+){0,4}?(?P<of>dialogue|council|committee|forum|ministers))?"
    r"(?!\s+(?:since|in|this|as)\b)",
    regex.I,
)
_NTH_TIME = regex.compile(rf"\bfor\s+(?:the|a)\s+{_NTH}\s+time\b(?!\s+(?:since|in|this|as)\b)", regex.I)
_MET = regex.compile(r"\b(?:met|meets|gathered|convened|sat|assembled|held\s+\w+)\b", regex.I)
_HEAD = regex.compile(
    r"\b(?P<head>summit|ministerial|ministers|dialogue|council|committee|forum|leaders|heads\s+of\s+state|presidents"
    r"|negotiators|negotiating\s+teams|chief\s+negotiators)\b",
    regex.I,
)
_OF_WORD: Final = {"ministers": "ministerial", "leaders": "summit", "presidents": "summit", "heads of state": "summit",
    "negotiators": "round", "negotiating teams": "round", "chief negotiators": "round",
}  # fmt: skip
_ASIDE = regex.compile(r"\b(?:will|next|previous|last|upcoming|planned|future|would|to\s+be\s+held)\b", regex.I)
_BACK: Final = regex.compile(
    r"\b(?:had|ago|back\s+in|last\s+(?:year|month|autumn|spring|summer|winter|time))\b", regex.I
)
"""Words of a sentence that looks back."""
_NEWS: Final = 45
"""Days before its report at which what a sentence dates is no longer the news."""
_DAYS: Final = 7
"""Days by which the dates of one event differ at most."""


def find_numbers(doc: "Document", taken: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """The numbers that sentences give the event spoken of; those of event phrases (`taken`) are found with them."""
    for sentence in doc.sentences:
        if sentence.role != "body" or not doc.own_article(sentence.start):
            continue
        for start, end, number, kind in _of_sentence(doc, sentence):
            if any(a < end and start < b for a, b in taken) or _long_past(doc, sentence):
                continue
            value: dict[str, Any] = {"ordinal": number, "of_kind": kind, "series": None, "annual": False}
            claim = make_claim(doc, Draft("event_ordinal", f"numbered:{kind}", value, start, end, confidence=0.6))
            if claim is not None:
                yield claim


def _of_sentence(doc: "Document", sentence: Sentence) -> Iterator[tuple[int, int, int, str]]:
    for match in _IT_WAS.finditer(doc.shadow, sentence.start, sentence.end):
        number = ordinal_of(match["nth"])
        word = " ".join((match["of"] or match["head"]).casefold().split()).removesuffix(" meeting")
        kind = _OF_WORD.get(word, word) if word not in {"meeting", "session", "edition"} else _main_kind(doc)
        if number is not None and kind is not None:
            yield match.start(), match.end(), number, kind
    for match in _NTH_TIME.finditer(doc.shadow, sentence.start, sentence.end):
        number = ordinal_of(match["nth"])
        met = _MET.search(doc.shadow, sentence.start, match.start())
        head = _HEAD.search(doc.shadow, sentence.start, met.start()) if met is not None else None
        if number is not None and met is not None and head is not None:
            word = " ".join(head["head"].casefold().split())
            yield head.start(), match.end(), number, _OF_WORD.get(word, word)


def _long_past(doc: "Document", sentence: Sentence) -> bool:
    """The sentence tells of an earlier time: 'The leaders met for the first time in 2022' is not the news."""
    published = doc.source.published
    if _BACK.search(doc.shadow, sentence.start, sentence.end) is not None:
        return True
    if published is None or published.start is None:
        return False
    ends = [d.interval.end for d in between(doc.dates, sentence.start, sentence.end)]
    return any(end is not None and (published.start - end).days > _NEWS for end in ends)


def _main_kind(doc: "Document") -> str | None:
    """The kind of the one event that the text tells to have been held."""
    kinds = {_TYPES.get(e.type) for e in doc.local_events if e.article == 0 and e.status == "held" and not e.private}
    return next(iter(kinds)) if len(kinds) == 1 else None


def number_keys(claim: Claim) -> tuple[str, ...]:
    """The block of a number of an event that was held: its kind; none for what is to come."""
    if claim.value.get("of_kind"):
        return (f"{NUMBERED}{claim.value['of_kind']}",)
    event = claim.value["event"]
    kind = _TYPES.get(str(event["type"]))
    held = claim.modality != "planned" and event["status"] != "planned" and _ASIDE.search(claim.quote) is None
    held = held and not claim.value.get("earlier")  # the first forum, a year ago, is not the news
    return (f"{NUMBERED}{kind}",) if kind is not None and held else ()


def judge_numbered(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two sources of one news that number the event of a kind differently."""
    findings: list[Finding] = []
    used: set[str] = set()
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if a.source == b.source or a.value["ordinal"] == b.value["ordinal"] or used & {a.source, b.source}:
            continue
        if not block.one_news(a, b) or not _sole(claims, a) or not _sole(claims, b) or not _may_be_one(a, b, block):
            continue
        if not on_record(a, b):
            block.demote(a, b, "reported-by-third-party: one number is only reported")
            continue
        used |= {a.source, b.source}
        findings.append(_finding(a, b, claims, block))
    return findings


def _sole(claims: Sequence[Claim], one: Claim) -> bool:
    """The source numbers one event of the kind alone."""
    return len({c.value["ordinal"] for c in claims if c.source == one.source}) == 1


def _may_be_one(a: Claim, b: Claim, block: "Block") -> bool:
    """Nothing sets the two events apart: dates, other parties; and they are not known to be one already."""
    if "event" not in a.value or "event" not in b.value:
        return True
    if block.instance_of(a) is block.instance_of(b):
        return False  # told with the series
    left, right = profile_of(a), profile_of(b)
    if left.stated is not None and right.stated is not None:
        gap = gap_days(left.stated, right.stated)
        if gap is not None and gap > _DAYS:
            return False
    if left.place and right.place and block.pack.apart(left.place, right.place):
        return False
    known = {left.series, right.series} <= set(block.pack.series)
    if known and left.series != right.series:
        return False
    one, other = set(left.parties), set(right.parties)
    if not one or not other:
        return True
    return bool(one & other) and not all(any(p.startswith("country:") for p in x) for x in (one - other, other - one))


def _finding(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> Finding:
    kind = block.key.removeprefix(NUMBERED)
    answers = []
    for one in (a, b):
        own = [c for c in claims if c.source == one.source]
        number = int(one.value["ordinal"])
        answers.append(block.answer({"ordinal": number}, f"the {ordinal_word(number)}", own))
    series = next((str(c.value["series"]) for c in (a, b) if str(c.value["series"]) in block.pack.series), None)
    name = block.pack.series[series].name if series is not None else kind
    return make_finding(
        Judgement(
            "EUC332", "event_ordinal", "conflict", f"numbered:{min(a.id, b.id)}",
            f"Which number has the {name} of this news?",
            f"Sources number the {name} that they report differently: {answers_in_words(answers, block)}",
            "two reports of one piece of news number one event of a kind each", answers, 0.65, "warning",
        )
    )  # fmt: skip
