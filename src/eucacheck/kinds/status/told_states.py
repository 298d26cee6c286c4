"""The state of a plan, a paper or a thing that is no known event: "awaits ratification", "is being prepared".

What it is of is told by the words before the state alone: such a state is told, and meets nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._happenings.told_deeds import clause_start

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.records import Sentence

_ADVERB = r"(?:still|now|already|currently|again|also|finally|just|recently|meanwhile|first|not\s+yet|since)"
_HAVE = rf"(?:has|have|had)\s+(?:{_ADVERB}\s+){{0,2}}(?:been\s+)?"
_BE = rf"(?:is|are|was|were|be|being|(?:has|have|had)\s+(?:{_ADVERB}\s+){{0,2}}been)\s+(?:{_ADVERB}\s+){{0,2}}"
_WORKED = (
    r"prepared|drafted|drawn\s+up|negotiated|worked\s+(?:out|on)|discussed|considered|examined|planned|built"
    r"|finali[sz]ed"
)
_DONE = (
    r"ratified|signed|approved|in\s+force|adopted|decided|taken|begun|started|finished|completed|settled|agreed"
    r"|published"
)
_STATES: Final = {
    "not-done": (
        rf"(?:is|are|was|were|has|have|had|does|do|did)\s+(?:yet\s+|still\s+)?not\s+(?:yet\s+|been\s+|yet\s+been\s+|so\s+far\s+been\s+)?(?:{_DONE})"
        rf"|(?:still\s+)?not\s+(?:yet\s+)?(?:been\s+)?(?:ratified|signed|approved|in\s+force|adopted)|(?:is|are|has|have)\s+yet\s+to\s+be\s+(?:{_DONE})"
        r"|(?:still\s+)?(?:awaits?|awaited|is\s+awaiting|are\s+awaiting|waits?\s+for|is\s+waiting\s+for|pending)\s+(?:the\s+|its\s+)?"
        r"(?:ratification|approval|consent|signature|decision|adoption)"
    ),
    "postponed": (
        rf"{_BE}(?:postponed|delayed|rescheduled|put\s+(?:off|back)|pushed\s+back|deferred|adjourned|moved\s+to)"
    ),
    "cancelled": rf"{_BE}(?:cancell?ed|called\s+off|scrapped|dropped|abandoned)|fell\s+through",
    "suspended": rf"{_BE}(?:suspended|frozen|broken\s+off|stalled|halted|paused|on\s+hold)",
    "in-preparation": (
        rf"(?:is|are|was|were)\s+(?:{_ADVERB}\s+)?(?:being\s+(?:{_WORKED})|(?:in|under)\s+(?:preparation|discussion|negotiation"
        r"|consideration|construction|review|way|the\s+making|the\s+works|the\s+pipeline)|underway)"
    ),
    "done": rf"{_HAVE}(?:approved|ratified|begun|started|completed|finished|finali[sz]ed)",
    "planned": (
        r"(?:is|are)\s+(?:expected|due|set|planned|scheduled|supposed)\s+to\s+(?:be\s+)?"
        r"(?:ratif\w+|sign\w*|approv\w+|adopt\w*|give\s+(?:its|their)\s+consent|follow|ready|launch\w*|start|begin|open)"
        r"|(?:has|have)\s+to\s+be\s+(?:ratified|signed|approved|adopted)|will\s+(?:soon\s+)?(?:launch|start|open|begin)\s+(?:negotiations|talks)"
    ),
}
_STATE = regex.compile("|".join(f"(?P<s{i}>\\b(?:{words})\\b)" for i, words in enumerate(_STATES.values())), regex.I)
_NAMES: Final = tuple(_STATES)
_HINTS: Final = (
    *"not yet await wait pending postpon delay put push defer adjourn moved resched cancel called scrap "
    "drop abandon fell suspend frozen broken stall halt paus hold being prepar discuss negoti consider "
    "constr review way making works pipeline approv ratif begun start complet finish final expected due "
    "set planned scheduled supposed will".split(),
    "has to",
    "have to",
)
"""A word of some state: most sentences have none."""
_UNSURE = regex.compile(
    r"\b(?:would|could|may|might|if|once|until|unless|when|after|before|none|no|whether|reports?|rumou?rs?|denie[sd])\b",
    regex.I,
)
"""Before a state, in its clause: it is none yet, or is not said to be."""
_OF_SOMETHING = regex.compile(r"(?:ratified|approved)$", regex.I)
"""A verb whose object was named before it: 'that X has ratified'."""
_OBJECT = regex.compile(r"[^.;:,\n\"]{0,60}(?=[.;:,\n\"]|$)")
_LEAD = 90
"""Characters before a state in which its subject is quoted."""


@dataclass(frozen=True, slots=True)
class State:
    """The state, and where it stands with the words of what is in it."""

    status: str
    start: int
    end: int


def find_states(doc: "Document", sentence: "Sentence") -> Iterator[State]:
    """Each state that a sentence tells in so many words, with its subject in the same clause."""
    words = doc.shadow[sentence.start : sentence.end].casefold()
    if not any(hint in words for hint in _HINTS):
        return
    for match in _STATE.finditer(doc.shadow, sentence.start, sentence.end):
        start = clause_start(doc.shadow, sentence.start, match.start(), _LEAD)
        if start is None:
            start = _whole_word(doc.shadow, match.start() - _LEAD, match.start())
        if _UNSURE.search(doc.shadow, start, match.start()) or _UNSURE.search(match.group()):
            continue
        status = next(n for i, n in enumerate(_NAMES) if match[f"s{i}"])
        object_ = _OBJECT.match(doc.shadow, match.end(), sentence.end) if status in {"done", "planned"} else None
        if object_ is not None and not object_.group().strip() and _OF_SOMETHING.search(match.group()):
            continue
        yield State(status, start, object_.end() if object_ is not None else match.end())


def _whole_word(shadow: str, start: int, end: int) -> int:
    blank = shadow.find(" ", start, end)
    return blank + 1 if blank >= 0 else start
