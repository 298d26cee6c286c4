"""Office phrases without a name to the one person of the same article who is said to hold the office."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from eucacheck.records import OfficeMention, Sentence

_SHORT_FOR: Final = {
    "minister": lambda office: "minister" in office.split("-") and "prime" not in office.split("-"),
    "deputy-minister": lambda office: "deputy-minister" in office,
}
"""'the minister', also of a deputy: the bare office that stands for a fuller one."""


def name_holders(shadow: str, found: Sequence[OfficeMention], sentences: Sequence[Sentence]) -> Iterator[OfficeMention]:
    """A definite office without a name goes back to the one person of the same article who is said to hold it."""
    article = {o.start: next((s.article for s in sentences if s.start <= o.start < s.end), 0) for o in found}
    named = [o for o in found if o.person is not None and o.tenure != "former"]
    for one in found:
        if one.person is not None:
            yield one
            continue
        bare = one.organisation is None and one.domain is None
        own = [
            o
            for o in named
            if article[o.start] == article[one.start]
            and (o.office == one.office or (bare and one.office in _SHORT_FOR and _SHORT_FOR[one.office](o.office)))
        ]
        own = [o for o in own if one.domain is None or o.domain is None or one.domain.casefold() == o.domain.casefold()]
        definite = regex.search(r"\b[Tt]he\s$", shadow[max(0, one.start - 5) : one.start]) is not None
        if one.organisation is None:
            own = [o for o in own if definite and o.start < one.start]
        else:
            same = [o for o in own if o.organisation == one.organisation]
            own = same or [o for o in own if o.office == "high-representative"]
        people = {o.person for o in own}
        if len(people) == 1 and (one.organisation is not None or one.office not in {"director", "head"}):
            yield replace(one, person=own[0].person, named_start=one.start, named_end=one.end)
