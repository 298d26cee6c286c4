"""A headline that has an agreement signed, against its text, in which talks on it are still to begin or to end.

The talks need no name of the agreement ("will soon launch negotiations on visa facilitation"): they are on what the
headline calls it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._wording.instrument_phrase import stems_of
from eucacheck.kinds.agreement.actions import Act
from eucacheck.kinds.agreement.case import Case
from eucacheck.kinds.agreement.dates import done
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_ENDS = frozenset({"signed", "initialled", "concluded"})
"""What ends the talks on an agreement."""
_TALKS = r"(?:(?:formal|official|new|joint|further|the|their)\s+){0,3}(?:negotiations|talks|consultations)"
_AHEAD = (
    r"(?:will|shall|would|are\s+to|is\s+to|plans?\s+to|intends?\s+to|agreed\s+to|are\s+ready\s+to|is\s+ready\s+to|expects?\s+to|hopes?\s+to"
    r"|wants?\s+to|are\s+about\s+to|is\s+expected\s+to|are\s+expected\s+to|are\s+due\s+to|is\s+due\s+to|are\s+preparing\s+to)"
)
_TO_COME = (
    regex.compile(
        rf"\b{_AHEAD}\s+(?:(?:soon|shortly|jointly|also|now|formally)\s+){{0,2}}"
        rf"(?:launch|begin|start|open|enter\s+into|resume|continue|hold|conduct)\s+{_TALKS}\s+(?:on|about|over|for)\s+"
        r"(?P<topic>[^.;:\"\n]{4,100})",
        regex.I,
    ),
    regex.compile(
        rf"\b{_TALKS}\s+(?:on|about|over|for)\s+(?P<topic>[^.;:\"\n]{{4,80}}?)\s+"
        r"(?:(?:(?:will|are\s+to|could|should|may)\s+)(?:soon\s+)?(?:begin|start|be\s+(?:launched|opened|held)|continue|resume)"
        r"|have\s+not\s+(?:yet\s+)?(?:begun|started|been\s+(?:launched|completed|concluded|finished))|are\s+(?:still\s+)?"
        r"(?:under\s+way|underway|going\s+on|continuing))\b",
        regex.I,
    ),
)
_SINCE = regex.compile(r"\b(?:had|since\s+then|before\s+that|in\s+(?:19|20)\d\d)\b", regex.I)
_MOST = 12
"""Sentences of a text, from its beginning, in which its news is told."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Talks to come on the agreement of an act in the headline; `start` and `end` span the words that say so."""

    act: Act
    start: int
    end: int


def find_ahead(doc: "Document", acts: Sequence[Act]) -> Iterator[Ahead]:
    """Give the talks to come on each agreement that the headline has signed."""
    for act in acts:
        sentence = doc.sentence_of(act.start)
        ended = act.action in _ENDS and act.modality in {None, "assertion"} and act.polarity
        if sentence is None or sentence.role != "headline" or not ended:
            continue
        wanted = set(act.instrument.name) or set(stems_of(act.instrument.words))
        body = [s for s in doc.sentences if s.role == "body" and s.article == sentence.article][:_MOST]
        for one in body:
            for pattern in _TO_COME:
                match = pattern.search(doc.shadow, one.start, one.end)
                if match is None or not wanted or not wanted <= set(stems_of(match["topic"])):
                    continue
                if _SINCE.search(match.group()) is None:
                    yield Ahead(act, match.start(), match.end())


def judge_headline_acts(claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """One finding for each source whose headline has signed what its text does not."""
    for source in sorted({c.source for c in claims}):
        own = [c for c in claims if c.source == source]
        for name in sorted(_ENDS):
            acts = [c for c in own if c.value["action"] == name]
            heads = [c for c in acts if c.passage == "headline" and done(c)]
            body = [c for c in acts if c.passage == "body"]
            ahead = [
                c for c in own if c.passage == "body" and c.value["action"] == "negotiations-opened" and not done(c)
            ]
            ahead += [c for c in body if not done(c) and (c.modality == "planned" or not c.polarity)]
            if not heads or not ahead or any(done(c) for c in body):
                continue
            answers = [
                case.block.answer({"action": name}, f"{name} in the headline", heads),
                case.block.answer({"action": name, "status": "to come"}, "still to come in the text", ahead),
            ]
            title = case.block.around.titles.get(source, source)
            summary = f"the headline of {title} has {case.name} {name}, but by its text that is still to come"
            why = "talks on what has been signed do not begin after it"
            question = f"Does the text of {title} have {case.done(name)}?"
            yield case.finding("EUC811", "conflict", question, (summary, why), answers, 0.75)
