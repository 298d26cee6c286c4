"""Who led one side, in two reports of one news, to findings: their events may have other names, or nearly none."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import least_gap
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.events import months_of_year
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.event_chair.chairs import one_name
from eucacheck.kinds.event_chair.heads import same_body
from eucacheck.records import Claim, Finding
from eucacheck.stories import FEW, may_be_called_so

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.kinds.event_chair.chairing import Chairing
    from eucacheck.mentions.document import Document

PREFIX: Final = "led:"
_ROLES: Final = frozenset({"head-of-delegation", "chair"})


def side_keys(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The blocks of who led a side: the side and the month of the event."""
    if value["role"] not in _ROLES or not value.get("side"):
        return ()
    return tuple(f"{PREFIX}{value['side']}:{month}" for month in months_of_year(value["event"]))


def talks_told(doc: "Document", found: "Chairing") -> dict[str, Any]:
    """The profile of talks that the source gives no name: all that is known is who led a side, and when it reports."""
    published = doc.source.published if doc.own_article(found.start) else None
    side = found.side.party if found.side is not None else ""
    sorts = _SORT.findall(doc.shadow, max(0, found.start - _NEAR), found.start)
    sort = sorts[-1].casefold() if sorts else "talks"
    return {
        "local": _LOCAL + found.start, "series": "series:talks-told", "family": f"side:{side}", "type": sort,
        "ordinals": [], "date": None, "date_basis": None, "year_stated": True, "place": None, "status": "held",
        "label": sort, "published": published.edtf if published is not None else None, "sentences": [],
    }  # fmt: skip


_SORT: Final = regex.compile(
    r"\b(committee|council|dialogue|forum|conference|summit|ministerial|commission)\b", regex.I
)
_NEAR: Final = 300
"""Characters back in which the sort of the talks is told."""
_LOCAL: Final = 20_000
"""Numbers that no event of a document has."""


def judge_heads_in_news(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two sources of one news that each name one leader of a side, and not the same."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.modality in {"assertion", "reported"} and claim.polarity:
            by_source.setdefault(claim.source, []).append(claim)
    sole = {s: own for s, own in by_source.items() if all(_one_person(own[0], c, block) for c in own)}
    found: list[Finding] = []
    for a, b in combinations(sorted(sole), 2):
        if block.around.one_news(a, b) and _opposed(sole[a], sole[b], block):
            found.append(_finding(sole[a], sole[b], block))
    return found[:1]


def _one_person(a: Claim, b: Claim, block: "Block") -> bool:
    return a.value["person"] == b.value["person"] or one_name(a, b, block)


def _opposed(these: Sequence[Claim], those: Sequence[Claim], block: "Block") -> bool:
    """Not one person, at what may be one event; where both are told of one instance that judges them already."""
    pairs = [(x, y) for x in these for y in those]
    if any(_one_person(x, y, block) or not same_body(x, y, block) for x, y in pairs):
        return False
    for x, y in pairs:
        together = block.instance_of(x) is not None and block.instance_of(x) is block.instance_of(y)
        if together and x.value["role"] == y.value["role"]:
            return False
        if not _may_be_one(x.value["event"], y.value["event"]):
            block.demote(x, y, "other-event: led a side at events of another sort or time")
            return False
    return True


def _may_be_one(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """One sort of event, with no other parties or topic, in the same days."""
    if not may_be_called_so(str(a["type"]), str(b["type"])):
        return False
    days = [parse_edtf(str(e["date"])) for e in (a, b) if e["date"] and e["date_basis"] != "document"]
    gap = least_gap(*days) if len(days) > 1 else 0  # the day of the report says little of that of the event
    topics = (set(a.get("topic", ())), set(b.get("topic", ())))
    apart = all(topics) and not topics[0] & topics[1]
    if apart and not (len(days) > 1 and gap == 0 and a["place"] and a["place"] == b["place"]):
        return False
    return gap is not None and gap <= FEW


def _finding(these: Sequence[Claim], those: Sequence[Claim], block: "Block") -> Finding:
    side = block.pack.name_of(str(these[0].value["side"]))
    groups = sorted((these, those), key=lambda g: str(g[0].value["person"]))
    answers = []
    for own in groups:
        known = block.pack.people.get(str(own[0].value["person"]))
        name = known.name if known is not None else max((str(c.value["name"]) for c in own), key=len)
        answers.append(block.answer({"person": own[0].value["person"], "role": "head-of-delegation"}, name, own))
    names = sorted(str(g[0].value["event"]["label"] or "the meeting") for g in groups)
    subject = f"side:{these[0].value['side']}"
    question = f"Who led the side of {side} at {names[0]} ({groups[0][0].value['event']['date'] or 'date not given'})?"
    summary = (
        f"Sources that report one meeting differ on who led the side of {side}: {answers_in_words(answers, block)}"
    )
    why = "both report one news, each names one person at the head of this side, and not the same"
    return make_finding(Judgement("EUC321", "event_chair", "conflict", subject, question, summary, why, answers, 0.65))
