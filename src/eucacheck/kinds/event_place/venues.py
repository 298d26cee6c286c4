"""The building in which something was held or opened: "took place at the X University", "opened in the Y Hotel".

It is told beside the town. In reports of one news each of which gives one deed one building, two that share no word of
their names are two.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.deeds import deed_of
from eucacheck.kinds._happenings.deeds_in_news import disputed, other_deed
from eucacheck.kinds._happenings.told_deeds import PLACED, clause_start, is_planned
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Claim, Finding
from eucacheck.shadow import consonants

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

VENUE: Final = "venue:"
"""How the identifiers of buildings begin."""
_HEADS: Final = (
    "University|Hotel|Palace|Hall|Academy|Library|Museum|Theatre|Theater|Arena|Stadium|Institute|Residence|Centre|Center"
    "|Complex|House|School|College"
)
_VENUE = regex.compile(
    rf"\b(?:at|in)\s+(?:the\s+)?(?P<name>(?:\p{{Lu}}[\p{{L}}'.-]{{1,20}}\s+){{1,5}}(?:{_HEADS}))\b(?!\s+(?:of|for)\b|\s+\p{{Lu}})"
)
_DONE = regex.compile(rf"\b(?P<what>{PLACED})\b", regex.I)
_OTHER = regex.compile(r"[.;:\n\"()]|\b(?:which|who|where|when|while|after|before|said|told|from|of)\b", regex.I)
_PLAIN: Final = frozenset(
    "national state international republican new old grand central kazakh kyrgyz tajik turkmen uzbek european "
    "university hotel palace hall academy library museum theatre theater arena stadium institute residence centre "
    "center complex house school college congress conference".split()
)
"""Words that buildings share, and that tell none from another."""
_LEAD: Final = 80


def find_venues(doc: "Document") -> Iterator[Draft]:
    """Each building in which a sentence says that something was done."""
    for sentence in doc.sentences:
        if sentence.role != "body" or not doc.own_article(sentence.start):
            continue
        for match in _VENUE.finditer(doc.shadow, sentence.start, sentence.end):
            done = next(reversed(list(_DONE.finditer(doc.shadow, sentence.start, match.start()))), None)
            gap = doc.shadow[done.end() : match.start()] if done is not None else ""
            if done is None or len(gap) > _LEAD or _OTHER.search(gap) is not None:
                continue
            begin = clause_start(doc.shadow, sentence.start, done.start(), _LEAD)
            start = done.start() if begin is None else begin
            deed = deed_of(doc, start, match.end())
            if not deed:
                continue
            name = " ".join(match["name"].split())
            value: dict[str, Any] = {
                "place": VENUE + name.casefold().replace(" ", "-"), "name": name, "told": done["what"].casefold(),
                **deed,
            }  # fmt: skip
            yield Draft(
                "event_place", f"told:{done['what'].casefold()}", value, start, match.end(),
                modality="planned" if is_planned(doc.shadow[start : match.end()]) else None, confidence=0.5,
            )  # fmt: skip


def judge_venues(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each deed that reports of one news put in buildings of other names."""
    placed = [c for c in claims if str(c.value["place"]).startswith(VENUE)]
    return [_finding(group, block) for group in disputed(placed, block, _apart)]


def _apart(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> str | None:
    left, right = (_words(str(c.value["name"])) for c in (a, b))
    if not left or not right or left & right:
        return ""
    reason = other_deed(a, b, block)
    if reason is not None:
        return reason
    if any(c.source == x.source and c.value["place"] != x.value["place"] for x in (a, b) for c in claims):
        return "other-event: one source gives buildings of two such deeds"
    return None


def _words(name: str) -> set[str]:
    return {consonants(w) for w in regex.findall(r"\p{L}{3,}", name.casefold()) if w not in _PLAIN}


def _finding(claims: Sequence[Claim], block: "Block") -> Finding:
    names: dict[str, list[Claim]] = {}
    for claim in claims:
        names.setdefault(str(claim.value["place"]), []).append(claim)
    answers = [block.answer({"place": p}, str(g[0].value["name"]), g) for p, g in sorted(names.items())]
    noun = min((str(c.value["deed"]["noun"]) for c in claims), key=lambda n: (len(n), n))
    summary = f"Reports of one news give different venues of the {noun}: {answers_in_words(answers, block)}"
    why = "each gives one building, and the names share no word"
    subject, question = f"venue:{min(c.id for c in claims)}", f"In which building was the {noun} ({claims[0].source})?"
    return make_finding(
        Judgement("EUC311", "event_place", "conflict", subject, question, summary, why, answers, 0.5, "warning")
    )
