"""A quotation without a verb of saying to its speaker: by what is said of it right behind or in the sentence before.

"..., as X put it", "...", the verdict of X, "With these words X closed ...", "X had the last word." before it. Each of
these names one person; where another stands beside him, nobody is named.
"""

from typing import Final

import regex

from eucacheck.mentions.voices import Voice, Voices

_REACH: Final = 110
"""Characters behind a cue in which the speaker is named."""
_WORD: Final = r"(?:words?|sentence|remark|line|image|warning|appeal|phrase|thought|message|verdict)"
_OPINION: Final = (
    r"(?:verdict|view|message|warning|conclusion|comment|summary|motto|assessment|answer|reply|words?|line|remark"
    r"|opinion|advice|appeal|summing-up)"
)
_BEHIND: Final = regex.compile(
    r"[\"'\s,.!?]{0,4}(?:-{1,2}\s?)?(?:(?P<as>as|so)|according to|in the (?:words|opinion|view|eyes) of"
    rf"|(?:(?:thus|such|so|was|is|were)\s){{0,2}}the\s{_OPINION} (?:of|from|by)"
    rf"|(?:with|in) (?:this|these|those) {_WORD}s?|the speaker (?:was|is)"
    rf"|(?:the|that|this|those|these) {_OPINION} (?:is|are|was|were|came) (?:that of|those of|from|by)"
    r"|(?:so|thus) (?:said|spoke))\s",
    regex.I,
)
_FOR: Final = regex.compile(r"(?:For|To|In the (?:words|opinion|view|eyes) of)\s")
_PUT: Final = regex.compile(
    r"\s(?:once\s|later\s)?(?:puts?|framed|frames|phrased|phrases|has|had|expressed) (?:it|this|that)\b"
)
_STOP: Final = regex.compile(r"[.;:!?\"\n](?!\w)")
_INTRODUCES: Final = regex.compile(
    r"\b(?:summ(?:ed|ing|s) (?:it|this|things|the \w+) up|(?:had|has|got) the (?:last|final|first) word"
    r"|(?:was|is|were) (?:more |less |equally |rather |quite )?(?:blunt|cautious|clear|frank|categorical"
    r"|unequivocal|brief|direct|adamant|optimistic|pessimistic|sceptical|skeptical|defiant|terse|sanguine)"
    r"|put (?:it|things) (?:more |even )?\w{4,12}(?: way)?|did not mince (?:his|her) words"
    r"|had (?:a|an|his own|her own|another|only one|one) (?:\w{3,12} )?"
    r"(?:answer|explanation|reply|warning|message|view|reason|wish|request)"
    r"|struck (?:a|an) (?:\w{3,14} )?(?:note|tone)"
    r"|went (?:even )?further|disagreed|begged to differ|took the floor|chose (?:\w{3,10} ){0,2}words"
    r"|answered|replied|countered|left no doubt|made (?:it|himself|herself) (?:plain|clear)"
    r"|weighed (?:his|her) words|found (?:\w{3,10} )?words)"
    r"(?:\s[^.\":;]{0,60})?[.:]?$",
    regex.I,
)
"""The end of a sentence that introduces what is quoted behind it."""


def told_behind(shadow: str, end: int, limit: int, voices: Voices) -> Voice | None:
    """Give the person whom a cue behind a quotation names; `limit` is the end of the line."""
    match = _BEHIND.match(shadow, end, limit)
    if match is None:
        return None
    stop = _STOP.search(shadow, match.end(), min(limit, match.end() + _REACH))
    high = stop.start() if stop is not None else min(limit, match.end() + _REACH)
    people = [v for v in voices.within(match.end(), high) if v.rank == 0]
    if not people or (match["as"] and _PUT.match(shadow, people[0].end, high + 1) is None):
        return None
    return people[0]


def told_before(shadow: str, first: int, last: int, voices: Voices) -> Voice | None:
    """Give the one person of a sentence that introduces what is quoted behind it: "X was blunt."."""
    people = [v for v in voices.within(first, last) if v.rank == 0]
    if not people or len({v.speaker for v in people}) != 1:
        return None
    return people[0] if _INTRODUCES.search(shadow[people[0].end : last].rstrip()) is not None else None


def told_in_front(shadow: str, first: int, start: int, voices: Voices) -> Voice | None:
    """'For X, "...": the one person between the cue and the quotation."""
    if _FOR.match(shadow, first) is None or shadow[first:start].rstrip("\"' ")[-1:] != ",":
        return None
    people = [v for v in voices.within(first, start) if v.rank == 0]
    return people[0] if len({v.speaker for v in people}) == 1 else None
