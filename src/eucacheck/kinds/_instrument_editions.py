"""'The current one', 'the one before it' to the strategy of which an edition is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eucacheck.kinds._instrument_words import ONE

if TYPE_CHECKING:
    from eucacheck.kinds._instruments import Instrument
    from eucacheck.mentions.document import Document

_EDITIONS = frozenset({"strategy", "roadmap"})
"""What has an edition before it and after it; another agreement is another thing."""


def editions(doc: "Document", found: Sequence["Instrument"]) -> Iterator["Instrument"]:
    """Each such phrase, where the same or the last sentence speaks of one instrument that has editions."""
    for match in ONE.finditer(doc.shadow):
        here = doc.sentence_index(match.start())
        low = doc.sentences[max(0, here - 1)].start if here >= 0 else match.start()
        near = [i for i in found if low <= i.start and i.end <= match.start()]
        if near and near[-1].sort in _EDITIONS and len({i.entity for i in near}) == 1:
            yield replace(near[-1], start=match.start(), end=match.end(), form="short")
