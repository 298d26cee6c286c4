"""How long a thing lasts: 54 months in one report of a news, four years in another.

One thing is told of where the clauses share a word for it and each source has one length for that word.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.findings import Judgement, count_sources, make_finding
from eucacheck.kinds._figures.figure_words import say_count
from eucacheck.kinds._figures.purposes import topic_words
from eucacheck.kinds._figures.scopes import scope_words
from eucacheck.kinds._figures.ties import one_words
from eucacheck.kinds._figures.verbatim import OPEN
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.count.lasting_things import lasting_thing, things_apart
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_DAYS: Final = {"year": "365.25", "month": "30.44", "week": "7", "day": "1"}
_BEFORE: Final = regex.compile(
    r"\b(?:last(?:s|ed|ing)?|tak(?:es?|ing)|took|run(?:s|ning)?|ran|designed|planned|scheduled|meant|intended|conceived"
    r"|granted|issued|valid|under way|on the way|duration|term|stretch(?:es|ed)?|spans?|continues?)\b"
    r"(?:\s(?!(?:in|since|until|by|from|every|after|before|ago)\b)[a-z]{1,12}){0,4}\s$",
    regex.I,
)
_BEHIND: Final = regex.compile(
    r"(?:-long)?\s(?:[a-z]{3,12}\s){0,2}(?:project|programme|program|phase|scheme|course|training|mission|contract|agreement|licen[cs]e|term"
    r"|voyage|journey|trip|tour|visit|stay|forum|conference|seminar|workshop|festival|exhibition|session|summit|school"
    r"|exercises?|negotiations|talks|camp)\b",
    regex.I,
)
_REACH: Final = 60
_NEAR: Final = Decimal("0.05")
"""Two lengths that differ by less are one told in other units: four months and sixteen weeks are not."""
_ROUND: Final = Decimal("0.12")
"""The same of a length that is only about."""
_CLAUSE: Final = 160
_EMPTY: Final = frozenset(
    topic_words(
        "last lasts lasted lasting take takes took taking runs running designed planned scheduled meant intended"
    )
)


def lasting_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The words of the clause whose thing lasts so long, and its scope; None where the figure is no length."""
    before = doc.shadow[max(sentence.start, figure.number_start - _REACH) : figure.start]
    joined = doc.shadow[figure.number_end : figure.number_end + 1] == "-" and _BEHIND.match(doc.shadow, figure.end)
    if figure.unit not in _DAYS or not (_BEFORE.search(before) or joined):
        return None
    thing = lasting_thing(doc, figure, sentence, behind=bool(joined))
    low, high = max(sentence.start, figure.start - _CLAUSE), min(sentence.end, figure.end + _REACH // 2)
    words = one_words(topic_words(doc.shadow[low:high])) - _EMPTY - {*topic_words(f"{figure.unit}s {figure.unit}")}
    return {"words": sorted(words), "scope": scope_words(doc, figure, sentence, (low, high))["scope"]} | (thing or {})


def judge_lasting(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two lengths of one thing in two reports of one news."""
    findings = []
    for a, b in combinations(claims, 2):
        if not block.one_news(a, b) or block.key != f"lasts:{_shared(a, b)}":
            continue
        if reason := things_apart(a.value["lasts"], b.value["lasts"]):
            block.demote(a, b, reason)
            continue
        if {a.modality, b.modality} & OPEN or a.value["lasts"]["scope"] != b.value["lasts"]["scope"]:
            block.demote(a, b, "other-event: of another scope, or not asserted")
            continue
        if any(c.source == x.source and _days(c) != _days(x) for x in (a, b) for c in claims):
            block.demote(a, b, "other-event: a source gives two lengths")
            continue
        findings.append(_finding(a, b, block))
    return findings


def _shared(a: Claim, b: Claim) -> str:
    """The word under which two lengths are judged, once: the longest that their clauses share."""
    things = {str(c.value["lasts"].get("thing", "")) for c in (a, b)}
    if len(things) == 1 and "" not in things:
        return f"={things.pop()}"
    common = {*a.value["lasts"]["words"]} & {*b.value["lasts"]["words"]}
    return max(sorted(common), key=len, default="")


def _days(claim: Claim) -> Decimal:
    return Decimal(str(claim.value["count"])) * Decimal(_DAYS[str(claim.value["unit"])])


def _finding(a: Claim, b: Claim, block: "Block") -> Finding:
    low, high = sorted((_days(a), _days(b)))
    about = "about" in {a.value["bound"], b.value["bound"]} or a.value["unit"] != b.value["unit"]
    thing = block.key.partition(":")[2].removeprefix("=")
    question = f"How long does it last? ({thing})"
    if high - low <= high * (_ROUND if about and a.value["bound"] != b.value["bound"] else _NEAR):
        answer = block.answer({"count": a.value["count"], "unit": a.value["unit"]}, say_count(a), [a, b])
        summary = f"It lasts {say_count(a)} ({count_sources(answer)})"
        return make_finding(
            Judgement("EUC413", "count", "agree", a.subject, question, summary, "one length of time", [answer], 0.5)
        )
    answers = [block.answer({"count": c.value["count"], "unit": c.value["unit"]}, say_count(c), [c]) for c in (a, b)]
    summary = f"The sources give two lengths of one thing: {answers_in_words(answers, block)}"
    why = f"two lengths of one thing in one news, {(high / low - 1) * 100:.0f}% apart"
    return make_finding(
        Judgement("EUC411", "count", "conflict", a.subject, question, summary, why, answers, 0.5, "warning")
    )
