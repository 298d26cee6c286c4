"""Words by which an office passes from one person to another, to where they stand and where the other's name begins.

turn := OWNER predecessor [,] [DESCRIPTION] NAME  |  NAME, OWNER predecessor
        |  he / she follows NAME, who  |  the post was held by [DESCRIPTION] NAME
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex

_NOUN: Final = (
    "diplomat|politician|economist|lawyer|official|banker|engineer|colleague|compatriot|statesman|academic|judge"
)
_DESCRIPTION: Final = (
    rf"(?:the\s(?:\p{{Lu}}\p{{Ll}}{{2,14}}\s)?(?:[\p{{Ll}}-]{{3,14}}\s)?|(?:an?\s)?\p{{Lu}}\p{{Ll}}{{2,14}}\s(?:{_NOUN})\s|"
    rf"(?:{_NOUN})\s|(?:Mr|Mrs|Ms|Dr)\.?\s)?"
)
"""'the Dane', 'the Danish diplomat', 'Finnish diplomat' before a name."""
_TURN: Final = (
    r"(?:(?:immediate|direct|long-time|future|eventual)\s)?(?P<turn>predecessor|successor)"
    r"(?:\sin\s(?:the\s)?(?:post|office|job|role))?"
)
_POST: Final = r"(?P<post>[Tt]he|[Tt]his|[Tt]hat|[Hh]er|[Hh]is)\s(?:same\s)?(?:post|office|position|job|role)"
_BEFORE_NAME: Final = (
    regex.compile(
        rf"(?:\b(?P<pronoun>[Hh]is|[Hh]er)|(?P<owner>\p{{Lu}}[\p{{L}}-]{{1,30}})'s?)\s{_TURN}(?:,|\sis|\swas)?\s{_DESCRIPTION}"
        r"(?=\p{Lu})"
    ),
    regex.compile(
        r"\b(?P<pronoun>[Hh]e|[Ss]he)\s(?:has\s|had\s)?(?P<turn>succeeds|succeeded|replaces|replaced|follows|followed|"
        rf"took\sover\sfrom|takes\sover\sfrom)\s{_DESCRIPTION}(?=\p{{Lu}})"
    ),
    regex.compile(
        rf"\b{_POST}\s(?:was|had\sbeen|has\sbeen)\s(?:\p{{Ll}}{{3,12}}\s)?(?P<turn>held|filled|occupied)\sby\s"
        rf"{_DESCRIPTION}(?=\p{{Lu}})"
    ),
)
_AFTER_NAME: Final = regex.compile(rf",\s(?P<pronoun>his|her)\s{_TURN}(?=[\s,.;:)])")
_MOVES: Final = regex.compile(r"(?:,\s(?:who|whose)\b|\s(?:in\sth(?:e|is|at)\s(?:post|office|job|role|position)|as)\b)")
"""What behind the name tells that somebody 'follows' in an office, and not on a road."""
_LEAVES: Final = frozenset(
    "predecessor succeeds succeeded replaces replaced follows followed held filled occupied".split()
)
_LONGEST_NAME: Final = 45


@dataclass(frozen=True, slots=True)
class Turn:
    """One such turn. `owner` spans the word that says whose office it is; None for "the post".

    `name` is where the other's name begins, or ends where it stands `before`; `start` and `end` span the words.
    """

    start: int
    end: int
    owner: tuple[int, int] | None
    name: int
    before: bool
    tenure: str


def find_turns(shadow: str) -> Iterator[Turn]:
    """Give the turns of a text."""
    for pattern in _BEFORE_NAME:
        for match in pattern.finditer(shadow):
            word = match["turn"].split()[0]
            if word.startswith("follow") and _MOVES.search(shadow, match.end(), match.end() + _LONGEST_NAME) is None:
                continue
            yield Turn(match.start(), match.end(), _owner(match), match.end(), before=False, tenure=_tenure(word))
    for match in _AFTER_NAME.finditer(shadow):
        yield Turn(match.start(), match.end(), _owner(match), match.start(), before=True, tenure=_tenure(match["turn"]))


def _tenure(word: str) -> str:
    return "former" if word in _LEAVES or word.startswith("t") else "newly-appointed"


def _owner(match: "regex.Match[str]") -> tuple[int, int] | None:
    groups = match.groupdict()
    group = next((g for g in ("pronoun", "owner") if groups.get(g)), None)
    if group is not None:
        return match.span(group)
    return None if match["post"].casefold() not in {"her", "his"} else match.span("post")
