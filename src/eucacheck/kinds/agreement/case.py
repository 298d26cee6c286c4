"""One agreement in one block: its name in a sentence, and findings on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds.agreement.dates import dated, finest
from eucacheck.records import Answer, Claim, Finding, Level, Reference, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block

NOUNS = {
    "negotiations-opened": "the opening of negotiations on",
    "concluded": "the conclusion of",
    "initialled": "the initialling of",
    "signed": "the signing of",
    "ratified": "the ratification of",
    "applied-provisionally": "the provisional application of",
    "in-force": "the entry into force of",
    "adopted": "the adoption of",
    "endorsed": "the endorsement of",
    "presented": "the presentation of",
    "launched": "the launch of",
    "issued": "the issue of",
    "dated": "the date of",
}


@dataclass(frozen=True)
class Case:
    """One agreement in one block; `name` is how a sentence calls it."""

    subject: str
    name: str
    block: "Block"

    def finding(  # noqa: PLR0913, PLR0917 - a finding has this many parts, and each call stands on its own
        self,
        rule: str,
        verdict: Verdict,
        question: str,
        told: tuple[str, str],
        answers: Sequence[Answer],
        confidence: float = 0.8,
        *,
        level: Level | None = None,
        reference: Reference | None = None,
    ) -> Finding:
        """A finding on this agreement; `told` is its summary and its reason."""
        summary, why = told[0][0].upper() + told[0][1:], told[1]
        return make_finding(
            Judgement(
                rule, "agreement", verdict, self.subject, question, summary, why, answers, confidence, level, reference
            )
        )

    def done(self, action: str) -> str:
        """'the EPCA signed', for a question."""
        words = {
            "negotiations-opened": f"the negotiation of {self.name} opened",
            "in-force": f"{self.name} brought into force",
            "applied-provisionally": f"{self.name} applied provisionally",
        }
        return words.get(action, f"{self.name} {action}")

    def act(self, action: str) -> str:
        """'the signing of the EPCA', for a summary."""
        return f"{NOUNS[action]} {self.name}"

    def answer(self, action: str, claims: Sequence[Claim]) -> Answer:
        """Claims of compatible dates as one answer: the most exact date, and the place where all agree on it."""
        pack = self.block.pack
        date = finest(claims) if dated(claims) else None
        told = sorted({str(c.value["place"]) for c in claims if c.value["place"]})
        nested = all(pack.contains(a, b) or pack.contains(b, a) for a, b in combinations(told, 2))
        place = min(told, key=lambda p: (sum(pack.contains(p, o) for o in told), p)) if told and nested else None
        where = f"in {pack.name_of(place)}" if place is not None else ""
        text = ", ".join(x for x in (say_date(date), where) if x) or "done, no date given"
        value = {"action": action, "date": date.edtf if date is not None else None, "place": place}
        return self.block.answer(value, text, claims)
