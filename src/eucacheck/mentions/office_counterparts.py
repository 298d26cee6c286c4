"""Counterparts, predecessors and successors to office mentions: an office of somebody named before, said of another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from eucacheck.mentions.office_names import COUNTERPART
from eucacheck.records import EntityMention, OfficeMention, PersonMention, Sentence

_TURNS: Final = {
    "counterpart": "current", "predecessor": "former", "successor": "newly-appointed", "deputy": "current",
    "succeeds": "former",
    "succeeded": "former", "replaces": "former", "replaced": "former",
}  # fmt: skip
_BACK: Final = 200
"""Characters before a sentence in which the office of a predecessor is looked for."""


def find_counterparts(
    shadow: str,
    found: Sequence[OfficeMention],
    persons: Sequence[PersonMention],
    entities: Sequence[EntityMention],
    sentences: Sequence[Sentence],
) -> Iterator[OfficeMention]:
    """'her Kyrgyz counterpart NAME': the office last named in the sentence, of another country.

    'his predecessor, NAME': the same office before or after.
    """
    for match in COUNTERPART.finditer(shadow):
        person = next((p for p in persons if p.start == match.end()), None)
        limits = next((s for s in sentences if s.start <= match.start() < s.end), None)
        if person is None or limits is None:
            continue
        low = limits.start if match["turn"] == "counterpart" else max(0, limits.start - _BACK)
        before = [o for o in found if low <= o.start and o.end <= match.start() and o.person is not None]
        body = next((e for e in entities if match.start() < e.start and e.end < match.end()), None)
        if not before or (match["turn"] == "counterpart" and body is None):
            continue
        around = {p.person for p in persons if low <= p.start and p.end <= match.start()}
        if len(around) > 1 and before[-1].start < limits.start:
            continue  # whose predecessor, of several people of the sentence before
        tenure = _TURNS[match["turn"]]
        model = before[-1]
        if model.tenure == "former" and match["turn"] != "counterpart":
            continue  # what somebody was before is not what he took over
        if match["turn"] == "deputy":
            if model.office.startswith(("deputy", "first-deputy", "vice")):
                continue
            model = replace(model, office=f"deputy-{model.office}")
        start = body.start if body is not None else match.start("turn")
        yield replace(
            model, start=start, end=match.end(), person=person.person, named_start=start, named_end=person.end,
            organisation=body.entity if body is not None else model.organisation, tenure=tenure,
        )  # fmt: skip
