"""The words around a date to its tense: something past, or to come, at that date.

The nearest cue in the same sentence before the date decides, else the nearest after it. Verbs of saying and planning
tell the tense of what is said only together with a date that hangs on them ("announced on March 4"); of a date further
off ("noting the summit to be held in 2026") they tell nothing, so `strict` leaves them out.
"""

import re
from typing import Final, Literal

Tense = Literal["past", "future", "unknown"]

_REACH_BACK: Final = 220
_REACH_ON: Final = 90

_FUTURE: Final = (
    r"\b(?i:(?:will|shall|would|should|may|might|could|to)(?:\s(?:also|not|soon|then|later|again|\w{2,12}ly))?"
    r"\sbe(?:\s\w{2,15})?"
    r"|(?:has|have) been (?:scheduled|planned|set|called)|will|shall|would|is to|are to"
    r"|to (?:hold|host|visit|take place|open|meet|start|begin|sign|attend|chair"
    r"|travel|become|receive|welcome|launch|present)|due|scheduled|slated|planned|plans|planning|upcoming|forthcoming"
    r"|ahead of|expected|next|preparations?|prepares?|prepared|preparing|in the run-up|foreseen|going to|set for)\b"
)
_UNDONE: Final = re.compile(
    r"\b(?:was|were|had been|originally|initially|previously)\s(?:\w{1,12}\s){0,2}"
    r"(?:to|due|scheduled|slated|planned|expected|foreseen)\b"
)
_EVENT_PAST: Final = (
    r"\b(?:was|were|had been|has been|have been|took place|held|hosted|met|visited|signed|adopted|launched|began|opened"
    r"|started|reached|amounted|total+ed|rose|fell|grew|increased|decreased|stood|came|attended|travel+ed|arrived"
    r"|received|paid|chaired|entered|became|appointed|established|founded|inaugurated|participated|accounted|concluded"
    r"|ended|elected|gathered|won|got|led|brought|sat|drew|left|sent|ran|spent|wrote|broke|chose|saw|sought|followed"
    r"|initial+ed|invaded|spoke|tweeted|flew|went|put|since|last held|toured|joined"
    r"|took stock|looked back|in the wake of|(?:outcomes?|results?|decisions?|conclusions?) of)\b"
)
_SAID: Final = (
    r"\b(?:said|told|noted|stressed|emphasi[sz]ed|announced|discussed|agreed|decided|stated|confirmed|reported|gave"
    r"|welcomed|thanked|made|felt|found|heard|kept|knew|lost|showed|\w{3,20}ed)\b"
)
_BLOCK: Final = (
    r"\b(?:is|are|being)\s(?:\w{2,12}ly\s)?(?!planned|scheduled|slated|expected|foreseen|prepared)\w{3,20}(?:ed|en)\b|"
    r"\b(?:of|for|on|about|to|by|at|noting|stressing|recalling|importance)\s\w{2,15}ing\b"
    r"|\bto\s(?!be\b|the\b|an?\b|its\b|their\b|his\b|her\b|this\b|that\b)[a-z]{3,15}\b"
)
_NO_VERB: Final = frozenset({"united", "need", "indeed", "speed", "dated", "hundred", "so-called", "shared", "related"})
_STRICT: Final = re.compile(rf"(?P<future>{_FUTURE})|(?P<block>{_BLOCK})|(?P<past>{_EVENT_PAST})|(?P<said>{_SAID})")
_BROAD: Final = re.compile(rf"(?P<future>{_FUTURE})|(?P<block>{_BLOCK})|(?P<past>{_EVENT_PAST}|{_SAID})")
_NEW_CLAUSE: Final = re.compile(r"[,;]\s(?:and|but|while)\s(?:on|in|by)\s$")
"""", and on": what follows the date has its verb, what stands before belongs to another one."""
SENTENCE_BREAK: Final = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s|\n")


def tense_of(text: str, start: int, end: int, *, strict: bool = False) -> Tense:
    """Tell the tense of what the text says of the date between two offsets; "unknown" where no cue decides."""
    before, after = sentence_around(text, start, end)
    pattern = _STRICT if strict else _BROAD
    if _NEW_CLAUSE.search(before):
        before = ""
    cues = [m for m in pattern.finditer(before) if m[0].casefold() not in _NO_VERB]
    if cues:
        return _read(cues[-1], before)
    following = next((m for m in pattern.finditer(after) if m[0].casefold() not in _NO_VERB), None)
    return _read(following, after) if following else "unknown"


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands in the same sentence before and after two offsets, as far as a reader looks."""
    before = text[max(0, start - _REACH_BACK) : start]
    breaks = list(SENTENCE_BREAK.finditer(before))
    after = text[end : end + _REACH_ON]
    stop = SENTENCE_BREAK.search(after)
    return before[breaks[-1].end() :] if breaks else before, after[: stop.start()] if stop else after


def _read(cue: re.Match[str], words: str) -> Tense:
    if cue["future"]:
        return "unknown" if _UNDONE.search(words, max(0, cue.start() - 40), cue.end()) else "future"
    return "past" if cue["past"] else "unknown"
