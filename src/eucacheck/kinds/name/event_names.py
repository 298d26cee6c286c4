"""The proper name inside an event phrase: "the upcoming EU-Central Asia Summit" is called "EU-Central Asia Summit"."""

from typing import Final

import regex

_SMALL: Final = regex.compile(
    r"[\"']?(?:(?:the|a|an|this|that|her|his|its|their|our|next|upcoming|annual|regular|inaugural|latest|recent|last|"
    r"planned|historic|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"[a-z]{3,12}teenth|[a-z]{3,12}tieth|first-ever|ever|\d{1,3}(?:st|nd|rd|th)|\d{4}|round|session|edition|of)\s+){0,8}",
    regex.I,
)
_CAPITAL: Final = regex.compile(r"\b\p{Lu}")
_WORDS: Final = regex.compile(r"[\p{L}\p{N}]+")
_NOUN: Final = regex.compile(
    r"\b(?:summit|meeting|ministerial|dialogue|forum|conference|council|committee|consultations|platform|week|talks)\b",
    regex.I,
)
_VERB: Final = regex.compile(r"\s(?:met|meets|was|is|will|held|took|takes|for the EU)\b")
_ORDINAL: Final = regex.compile(r"\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third)\b")
_SAME: Final = {"european": "eu", "union": "", "the": "", "of": "", "s": "", "and": "", "on": "", "for": ""}


def name_within(phrase: str) -> tuple[int, int] | None:
    """Where the proper name stands in an event phrase; None where the phrase only describes."""
    start = _SMALL.match(phrase)
    begin = start.end() if start is not None else 0
    name = _VERB.split(phrase[begin:])[0].rstrip()
    if not name[:1].isupper() and name[:1] not in {"“", '"'}:
        return None
    if _NOUN.search(name) is None:
        return None
    if len(_CAPITAL.findall(name)) < 2 or len(_WORDS.findall(name)) < 3:
        return None
    return begin, begin + len(name)


def plain_event_name(name: str) -> str:
    """The words of a name in one order, so that word order, dashes and spelt-out acronyms are no other name."""
    words = (_SAME.get(w, w) for w in _WORDS.findall(_ORDINAL.sub("", name.casefold())))
    return " ".join(sorted({w for w in words if w}))
