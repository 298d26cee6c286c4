"""'The current one', 'the one before it' to the strategy of which an edition is meant."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._wording.instrument_words import ONE

if TYPE_CHECKING:
    from eucacheck.kinds.agreement.instruments import Instrument
    from eucacheck.mentions.document import Document

_EDITIONS = frozenset({"strategy", "roadmap"})
"""What has an edition before it and after it; another agreement is another thing."""


_SEVERAL = regex.compile(r"\b(?:EU(?:'s)?|European|Union's|bloc's)\s(?:\w+\s){0,2}(?P<sort>strategies|roadmaps)\b")


def editions(
    doc: "Document", found: Sequence["Instrument"], make: Callable[..., "Instrument"]
) -> Iterator["Instrument"]:
    """Each such phrase, where the same or the last sentence speaks of one instrument that has editions."""
    for match in ONE.finditer(doc.shadow):
        here = doc.sentence_index(match.start())
        low = doc.sentences[max(0, here - 1)].start if here >= 0 else match.start()
        near = [i for i in found if low <= i.start and i.end <= match.start()]
        if near and near[-1].sort in _EDITIONS and len({i.entity for i in near}) == 1:
            yield replace(near[-1], start=match.start(), end=match.end(), form="short")
        elif not near and here >= 0 and (entity := _of_several(doc, low, match.start())) is not None:
            entry = doc.pack.agreements[entity]
            yield make(
                match.start(), match.end(), entity, entry.kind, known=True, parties=tuple(entry.parties), form="short"
            )


def _of_several(doc: "Document", low: int, high: int) -> str | None:
    """The text with several editions that 'the European strategies' of a sentence on its region are."""
    several = _SEVERAL.search(doc.shadow, low, high)
    if several is None:
        return None
    regions = {doc.pack.name_of(e.entity) for e in doc.within(doc.entities, low, high) if e.type == "region"}
    fits = [
        i
        for i, a in sorted(doc.pack.agreements.items())
        if a.kind == several["sort"].replace("ies", "y").removesuffix("s")
        and any(r in a.name for r in regions)
        and sum(m.action == "adopted" for m in a.milestones) > 1
    ]
    return fits[0] if len(fits) == 1 else None
