"""A text to its shadow for matching: a fold of the same length for grammars, a skeleton for names.

The text itself is never changed. `fold` maps one code point to one, so that offsets into the fold are offsets into the
text. `Shadow` drops invisible characters and keeps a map back.
"""

import unicodedata
from functools import lru_cache

import regex
from anyascii import anyascii

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u00b4\u0060\uff07\u2039\u203a"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CYRILLIC = dict(zip("АВЕКМНОРСТХУаеорсухіІјЈѕЅ", "ABEKMHOPCTXYaeopcyxiIjJsS", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_LOOKALIKES = {**_CYRILLIC, **_GREEK}

_PLAIN = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(("\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"), "\n")
    | {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if chr(c) not in {"\uff0d", "\uff07", "\uff02"}}
)
_LONG = 200
"""Characters of what is no name or phrase any more, but a text."""
_PLAIN_TABLE = {ord(k): v for k, v in _PLAIN.items()}
_ASCII_FOLDED = frozenset(c for c in _PLAIN if c.isascii())
_LATIN, _OTHER = regex.compile(r"\p{Latin}"), regex.compile(r"[\p{Cyrillic}\p{Greek}]")
_MIXED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]+")


def fold(text: str) -> str:
    """Fold dashes, quotes, spaces and look-alike letters inside Latin words, one code point to one.

    `len(fold(text)) == len(text)` for every text, lone surrogates and NUL included.
    """
    return _fold(text) if len(text) < _LONG else _fold_long(text)


@lru_cache(maxsize=2)
def _fold_long(text: str) -> str:
    """Every grammar folds the text that it reads: the whole text is folded once."""
    return _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text.translate(_PLAIN_TABLE) if _ASCII_FOLDED & set(text) else text
    plain = text.translate(_PLAIN_TABLE)
    if not any(c in plain for c in _LOOKALIKES):
        return plain
    return _MIXED.sub(_latinise, plain)


def _latinise(match: regex.Match[str]) -> str:
    """A word that has Latin letters beside look-alikes is read as Latin; a word of one script stays."""
    word = match.group()
    if not mixed_script(word):
        return word
    return "".join(_LOOKALIKES.get(c, c) for c in word)


def mixed_script(text: str) -> bool:
    """Tell whether one word has letters of Latin and of Cyrillic or Greek."""
    if text.isascii():
        return False
    return any(_LATIN.search(w) is not None and _OTHER.search(w) is not None for w in _MIXED.findall(text))


def has_invisible(text: str) -> bool:
    """Tell whether a text has zero-width, soft hyphen or bidirectional characters."""
    return any(c in _INVISIBLE for c in text)


class Shadow:
    """A fold of a text without its invisible characters, with a map back to the text."""

    def __init__(self, source: str) -> None:
        folded = fold(source)
        self._kept = [i for i, c in enumerate(source) if c not in _INVISIBLE]
        self.text = folded if len(self._kept) == len(source) else "".join(folded[i] for i in self._kept)
        self._length = len(source)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the shadow to the span of the text that it stands for."""
        if start >= len(self._kept):
            return self._length, self._length
        last = self._kept[min(end, len(self._kept)) - 1] + 1 if end > start else self._kept[start]
        return self._kept[start], last


_VOWEL_Y = regex.compile(r"iy|yy|ij|ii|y")
_GLIDE = regex.compile(r"([aeou])ie")
_RULES = (
    ("shch", "s"),
    ("sch", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("q", "k"),
    ("ck", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("ph", "f"),
    ("j", "j"),
)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give the form that romanisations share: zh=j, kh=h, q=k, iy=yy=y=i, ayev=aev, w=v, no double letters."""
    plain = anyascii(unicodedata.normalize("NFKC", word.encode("utf-8", "replace").decode())).casefold()
    plain = regex.sub(r"[^a-z]", "", plain)
    for old, new in _RULES:
        plain = plain.replace(old, new)
    plain = _GLIDE.sub(r"\1e", _VOWEL_Y.sub("i", plain))
    return regex.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """Give the consonants of the skeleton, the first letter kept: the block in which misspellings meet."""
    bones = skeleton(word).replace("sh", "s").replace("ch", "c")
    return bones[:1] + regex.sub(r"(.)\1+", r"\1", regex.sub(r"[aeiouj]", "", bones[1:]))
