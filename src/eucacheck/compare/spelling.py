"""One form of a name and its canonical form to the kind of spelling: another romanisation, a misspelling, a cut."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex
from rapidfuzz.distance import OSA

from eucacheck.compare.names import compare_persons, plain, two_genders, words_of
from eucacheck.compare.romanised import one_reading, other_ending, vowels_apart
from eucacheck.shadow import has_invisible, mixed_script, skeleton

_HOUSE_DOUBLES = regex.compile(r"(?<=[aeiouy])(s)s(?=[aeiouy])|(?<=.)([yi])[yi]")
"""Doubled by a house, not by a slip: "ss" that is no z (Beissenov), the two letters of a "y" (Charyyev)."""
DOUBLED = "a double letter more or less"


@dataclass(frozen=True, slots=True)
class SpellingRelation:
    """How a form stands to a canonical name.

    `kind` is same, accepted, short, romanisation, misspelling, truncation, spoofed or different.
    """

    kind: str
    reason: str


def classify_spelling(form: str, canonical: str, accepted: Sequence[str] = ()) -> SpellingRelation:
    """Say what kind of spelling a form is of a canonical name."""
    if mixed_script(form) or has_invisible(form):
        return SpellingRelation("spoofed", "letters of another script or invisible characters")
    if plain(form) == plain(canonical):
        return SpellingRelation("same", "the same but for case, hyphens and diacritics")
    if any(plain(form) == plain(x) for x in accepted):
        return SpellingRelation("accepted", "an accepted spelling")
    ours, theirs = words_of(form), words_of(canonical)
    if sorted(map(plain, ours)) == sorted(map(plain, theirs)):
        return SpellingRelation("same", "the same words in another order")
    if len(ours) != len(theirs):
        return _other_length(form, canonical)
    last = len(ours) - 1
    odd = [(x, y) for x, y in zip(ours, theirs, strict=True) if plain(x) != plain(y)]
    kinds = [
        _word_kind(x, y, accepted, first=i < last)
        for i, (x, y) in enumerate(zip(ours, theirs, strict=True))
        if plain(x) != plain(y)
    ]
    for kind in ("different", "misspelling", "truncation", "romanisation", "short"):
        for (x, y), found in zip(odd, kinds, strict=True):
            if found.kind == kind:
                return SpellingRelation(kind, f"“{x}” for “{y}”: {found.reason}")
    return SpellingRelation("same", "the same name")


def _other_length(form: str, canonical: str) -> SpellingRelation:
    """A word more or less: a middle name or particle is no error."""
    ours, theirs = [skeleton(w) for w in words_of(form)], [skeleton(w) for w in words_of(canonical)]
    short, long = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
    if short and short[-1] == long[-1] and short[0] == long[0]:
        return SpellingRelation("same", "with or without a middle name")
    if short and all(w in long for w in short):
        return SpellingRelation("same", "with or without a part of the name")
    if "".join(ours) == "".join(theirs):
        return SpellingRelation("romanisation", "written together or apart")
    relation = compare_persons(form, canonical)
    if relation.relation in {"same-person", "same-spelling"}:
        return SpellingRelation("misspelling", relation.reason)
    return SpellingRelation("different", "another name")


def _word_kind(word: str, canonical: str, accepted: Sequence[str], *, first: bool) -> SpellingRelation:
    if any(plain(word) == plain(x) for name in accepted for x in words_of(name)):
        return SpellingRelation("same", "a part of an accepted spelling")
    x, y = skeleton(word), skeleton(canonical)
    if len(word.rstrip(".")) == 1 and word[:1].casefold() == canonical[:1].casefold():
        return SpellingRelation("same", "an initial")
    if x == y and min(len(x), len(y)) > 4:
        if _doubled(word, canonical):
            return SpellingRelation("misspelling", DOUBLED)
        return SpellingRelation("romanisation", "another romanisation")
    if x != y and (one_reading(word, canonical) or vowels_apart(word, canonical)):
        return SpellingRelation("romanisation", "another romanisation")
    if not first and other_ending(word, canonical):
        return SpellingRelation("romanisation", "with the ending -ov or without")
    if first and min(len(x), len(y)) >= 3 and (y.startswith(x) or x.startswith(y)) and not two_genders(x, y):
        return SpellingRelation("short", "one may be short for the other")
    if y.startswith(x) and len(x) < len(y):
        return SpellingRelation("truncation", "the end is cut")
    if OSA.distance(x, y) <= 2 or OSA.distance(plain(word), plain(canonical)) <= 2:
        return SpellingRelation("misspelling", "letters differ")
    return SpellingRelation("different", "another name")


def _doubled(word: str, canonical: str) -> bool:
    """Whether a double letter is the only difference, and no house's way to write one."""
    x, y = (_HOUSE_DOUBLES.sub(r"\1\2", plain(w)) for w in (word, canonical))
    return len(x) != len(y) and regex.sub(r"(.)\1", r"\1", x) == regex.sub(r"(.)\1", r"\1", y)
