"""A document and spans to claims: the one place where a claim gets its identity, quote, line, speaker and time."""

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eucacheck.records import Claim, Interval, Modality, Role, Value

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

LONGEST = 300
"""Longest quote of a claim, in characters: what a reader takes in at a glance."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a kind knows of a claim; `make_claim` adds the rest."""

    kind: str
    subject: str
    value: Value
    start: int
    end: int
    when: Interval | None = None
    where: str | None = None
    modality: Modality | None = None
    speaker: str | None = None
    polarity: bool = True
    confidence: float = 0.9


def make_claim(doc: "Document", draft: Draft) -> Claim | None:
    """Give the claim with its quote; None where the span is empty or longer than a quote may be."""
    start, end = _trim(doc.text, draft.start, draft.end)
    if end <= start or end - start > LONGEST:
        return None
    quote = doc.text[start:end]
    said_by, modality = doc.speech.at(start, end)
    role: Role = passage.role if (passage := doc.passage_of(start)) is not None else "body"
    speaker = draft.speaker or said_by
    mode = draft.modality or modality
    when = draft.when if draft.when is not None else (doc.source.published if doc.own_article(start) else None)
    identifier = claim_id(doc.source.id, draft.kind, draft.subject, draft.value, (start, end))
    return Claim(
        identifier, doc.source.id, draft.kind, draft.subject, draft.value, start, end, doc.line_of(start), quote, when,
        draft.where, speaker, mode, draft.polarity, role, draft.confidence,
    )  # fmt: skip


_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=True)
"""Made once: `json.dumps` makes one for every call that sorts the keys."""


def claim_id(source: str, kind: str, subject: str, value: Value, span: tuple[int, int]) -> str:
    """Give the identifier of a claim: a hash of what it says and where, so that the same extraction gives the same."""
    body = _ENCODER.encode([source, kind, subject, value, *span])
    return hashlib.sha256(body.encode()).hexdigest()[:16]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A quote does not begin or end with white space or a stray comma."""
    while start < end and text[start] in " \t\r\n\xa0,;":
        start += 1
    while end > start and text[end - 1] in " \t\r\n\xa0,;:":
        end -= 1
    return start, end
