"""Two statements that differ to the reason why they are not opposed to each other: other time, speaker or event."""

from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.statements import StatementRelation, compare_statements
from eucacheck.kinds._wording.wordings import near_in_time, same_voice
from eucacheck.records import Claim

if TYPE_CHECKING:
    from eucacheck.facts import Block

_FORTNIGHT: Final = 14
_OPEN_MODES: Final = frozenset({"conjecture", "question", "planned", "denied"})
_FUTURE: Final = regex.compile(
    r"\b(?:will|shall|would|going to|(?:is|are|was|were) (?:due |set |expected |about )?to|plan(?:s|ned)? to"
    r"|intends? to)\b",
    regex.I,
)


def why_not_opposed(a: Claim, b: Claim, relation: StatementRelation, block: "Block") -> str:
    """The reason why two clauses are not held against each other; empty where they are, or where they agree."""
    if relation.relation == "same" and not (a.source == b.source and a.start < b.end and b.start < a.end):
        return "" if _ahead(a) == _ahead(b) else "other-time: a plan, and what came of it"
    if a.source == b.source:
        return "other-passage: two statements of one source"
    if relation.relation == "similar":
        return "" if near_in_time(a, b) else "other-time: said of another time"
    told = a.speaker == b.speaker and {a.modality, b.modality} == {"denied", "reported"}  # he denies, he admits
    if not told and (a.modality in _OPEN_MODES or b.modality in _OPEN_MODES):
        return "reported-by-third-party: one of the two is no assertion"
    if relation.relation == "other-speaker":
        return "" if near_in_time(a, b) else "other-time: said of another time"
    if not same_voice(a.speaker, b.speaker) or (a.speaker is None) != (b.speaker is None):
        return "reported-by-third-party: another speaker"
    lasting = relation.relation == "other-date" and a.value["entities"]
    if not lasting and not near_in_time(a, b):
        return "other-time: it may have changed since"
    if relation.relation == "opposed" and (_not_yet(a, b) or _ahead(a) != _ahead(b)):
        return "other-time: what was not yet so may be so since"
    apart = a.value["predicate"] != b.value["predicate"]
    if (
        relation.relation == "opposed"
        and apart
        and not (a.value["dates"] and b.value["dates"])
        and not (_same_fortnight(a, b))
    ):
        return "other-time: one may have followed the other"
    if relation.relation in {"other-date", "other-day"} and (reason := _of_two_events(a, b, relation)):
        return reason
    if relation.relation in {"other-name", "other-figure", "other-day"} and (
        _has_like(a, b, block) or _has_like(b, a, block)
    ):
        return "other-event: one source states both"
    return ""


_COMMITTEE: Final = regex.compile(r"\b(?:sub)?(?:committee|commission)\b", regex.I)
_DECIDES: Final = frozenset("adopt approv pass back endors ratif vot giv reject clear recommend".split())
"""Stems of the verbs of what a committee does before its parliament does it."""


def _of_two_events(a: Claim, b: Claim, relation: StatementRelation) -> str:
    """Why two days are of two events."""
    if _by_a_committee(a) != _by_a_committee(b):
        return "other-event: a committee decided one, the whole body the other"
    if relation.relation == "other-day" and not _same_fortnight(a, b):
        return "other-event: it may be another of its kind"
    return ""


def _by_a_committee(claim: Claim) -> bool:
    """'The committee on trade adopted': what the whole parliament does later."""
    decides = any(str(claim.value["predicate"]).startswith(v) for v in _DECIDES)
    return decides and _COMMITTEE.search(claim.quote) is not None


def _not_yet(a: Claim, b: Claim) -> bool:
    """'Has not yet signed' in the earlier source: the later one tells what came of it."""
    denial, other = (a, b) if a.value["negated"] else (b, a)
    if " yet" not in denial.quote or denial.when is None or other.when is None:
        return False
    start, later = denial.when.start, other.when.start
    return start is None or later is None or later > start


def _ahead(claim: Claim) -> bool:
    """It is only to come: "will approve" is not opposed to "rejected"."""
    return _FUTURE.search(claim.quote) is not None


def _same_fortnight(a: Claim, b: Claim) -> bool:
    """Both sources are dated, and within two weeks of each other."""
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return False
    return abs((a.when.start - b.when.start).days) <= _FORTNIGHT


def _has_like(a: Claim, b: Claim, block: "Block") -> bool:
    """The source of one claim states the other as well."""
    own = [c for c in block.claims if c.kind == "statement" and c.source == a.source and c.id != a.id]
    return any(compare_statements(c.value, b.value).relation == "same" for c in own)
