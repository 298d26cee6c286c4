"""The ranks of one piece of news to findings: who gets most, where each source has another word for who gets it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wordings import joined
from eucacheck.kinds._words import sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

RANKED: Final = "rank-news:"
"""How the blocks begin in which ranks under several words meet."""
_TAKERS: Final = frozenset({"recipient", "customer", "borrower", "beneficiary", "client"})
"""What a bank or donor calls whom it gives money."""


def news_keys(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The first of those who get money in one field."""
    taker = any(str(c).rpartition("-")[2] in _TAKERS for c in value["criterion"])
    return (f"{RANKED}{value['within']}",) if taker and value["within"] and value["position"] == 1 else ()


def judge_news(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """Two countries are the first in one field, in two reports of one piece of news."""
    stated = [c for c in claims if c.polarity and c.modality in {"assertion", "reported"}]
    pairs = [
        (a.id, b.id)
        for a, b in combinations(stated, 2)
        if a.value["criterion"] != b.value["criterion"] or a.value["of"] != b.value["of"]
        if block.one_news(a, b)
    ]
    for group in joined(stated, pairs):
        holders = sorted({str(c.value["holder"]) for c in group})
        each = [{c.value["holder"] for c in group if c.source == s} for s in sorted({c.source for c in group})]
        countries = all(h.startswith("country:") for h in holders)
        if len(holders) != len(("one", "other")) or not countries or any(len(own) > 1 for own in each):
            continue
        answers = [
            block.answer({"holder": h}, block.pack.name_of(h), [c for c in group if c.value["holder"] == h])
            for h in holders
        ]
        field = block.pack.name_of(str(group[0].value["within"]))
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        summary = (
            f"Two reports of one piece of news name different countries as the first to get money in {field}: {told}"
        )
        question = f"Who gets most in {field}?"
        why = "recipient, customer and borrower of one bank are one rank, and it has one holder"
        yield make_finding(
            Judgement("EUC521", "rank", "conflict", block.key, question, summary, why, answers, 0.5, "warning")
        )
