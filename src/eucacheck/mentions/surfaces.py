"""The names of the pack, found at one place of a text: exact but for blanks, hyphens and the case of the first letter.

A fold is given, so that curly quotes and dashes are plain.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import regex

from eucacheck.pack import Pack
from eucacheck.shadow import fold

_FIRST = regex.compile(r"\w+")
_SECOND = regex.compile(r"(?:\s{1,3}|\s?-\s?)(?P<word>\w+)")
Surfaces = dict[str, list[tuple[str, str, str, str, str]]]
"""Each name as printed, in folded case, its entity, its form, and its second word in folded case."""


@lru_cache(maxsize=4)
def surfaces_of(pack: Pack) -> Surfaces:
    """Give the names of a pack by their first word in lower case, the longest first."""
    index: Surfaces = {}
    for words, entity, form in pack.surfaces():
        plain = fold(words)
        first = regex.match(r"\w+", plain)
        if first is not None:
            second = _SECOND.match(plain, first.end())
            word = second["word"].casefold() if second is not None else ""
            index.setdefault(first.group().casefold(), []).append((plain, plain.casefold(), entity, form, word))
    return {k: sorted(v, key=lambda s: (-len(s[0]), s)) for k, v in index.items()}


def one_of(names: Iterable[str]) -> str:
    """Give a pattern, for matching in any case, of any of some names; the longest of those that begin alike.

    By first letters: most words of a text begin like none of the names, and are passed at once, not after each name.
    """
    rests: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        rests.setdefault(name[0].casefold(), []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(own)})" for letter, own in sorted(rests.items())) or "(?!)"


def longest_at(shadow: str, start: int, index: Surfaces) -> tuple[int, str, str] | None:
    """Give the end, entity and form of the longest name that begins at an offset of a fold; None where none does."""
    first = _FIRST.match(shadow, start)
    if first is None:
        return None
    alike = index.get(first.group().casefold())
    if alike is None:
        return None
    second = _SECOND.match(shadow, first.end())
    word = second["word"].casefold() if second is not None else ""
    for plain, low, entity, form, following in alike:
        if following and following != word:
            continue
        end = _matches(shadow, start, plain)
        if end is None:
            continue
        got = shadow[start:end]
        if (form == "acronym" or plain.isupper()) and got != plain:
            continue
        if got.casefold() != low and " ".join(got.casefold().split()) != low:
            got = regex.sub(r"\s*-\s*", "-", got)
            if got.casefold() != low:
                continue
        if plain[0].isupper() and not shadow[start].isupper():
            continue
        return end, entity, form
    return None


def _matches(shadow: str, start: int, plain: str) -> int | None:
    """The end of a surface at an offset: blanks may be doubled, a hyphen may stand in blanks."""
    end = start + len(plain)
    if shadow[start:end].casefold() == plain.casefold() and _boundary(shadow, end):
        return end
    if "-" in plain or " " in plain:
        match = _loose(plain).match(shadow, start)
        if match is not None and _boundary(shadow, match.end()):
            return match.end()
    return None


@lru_cache(maxsize=4096)
def _loose(plain: str) -> regex.Pattern[str]:
    parts = [regex.escape(p) for p in regex.split(r"[-\s]+", plain)]
    seps = [r"\s{1,3}" if s.isspace() else r"\s?-\s?" for s in regex.findall(r"[-\s]+", plain)]
    body = parts[0] + "".join(s + p for s, p in zip(seps, parts[1:], strict=True))
    return regex.compile(body, regex.I)


def _boundary(shadow: str, end: int) -> bool:
    following = shadow[end : end + 1]
    return not following or not (following.isalnum() or following == "_")
