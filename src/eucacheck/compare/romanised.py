"""A word of a name to its readings: the skeletons of the ways in which houses write its letters in plain ones.

The Latin alphabets of Turkic languages have one letter where English romanisations have two ("Şohrat" and "Shohrat",
"Çaryýew" and "Charyyev", "Yoʻldoshev" and "Yuldashev"). A letter may be read in several ways; two words are one where
a reading of the one is a reading of the other. A plain word has one reading, its skeleton.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import regex

from eucacheck.shadow import fold, skeleton

_STYLES: Final[tuple[Mapping[str, str], ...]] = (
    {},
    {"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ñ": "ng", "ň": "ng", "ž": "zh", "ı": "y"},
    {"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ä": "e", "ə": "e", "ü": "yu"},
    {"ş": "sh", "ç": "ch", "ö": "e"},
    {"ş": "sh", "ç": "ch", "ö": "u"},
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"},
)
"""Letters as one house writes them throughout a word; what is not listed loses its marks."""
_CHOICES: Final = (
    (regex.compile(r"o'"), "u"),
    (regex.compile(r"x"), "kh"),
    (regex.compile(r"(?<=[aeiou])w"), "u"),
    (regex.compile(r"^c(?=e)"), "j"),
    (regex.compile(r"^ye"), "e"),
    (regex.compile(r"(?<=\w)ts(?=[aeio]|$)"), "c"),
    (regex.compile(r"^g(?=urban)"), "k"),
    (regex.compile(r"(?<=^m[yu]ra|[yu]mura)t"), "d"),
    (regex.compile(r"(?<=[^\Waeiouy])y(?=[^\Waeiouy])"), "u"),
    (regex.compile(r"(?<=[^\Waeiouy])y(?=[^\Waeiouy])"), ""),
)
"""What one house reads so and another leaves as it is: "Xalilov", "Mawlen", "Yerlan", "Myrat", "Abdyrakhman",
and a "c" that came back from Cyrillic as "ts".
"""
_MARKED: Final = regex.compile(r"[şğıəŋ]|[og]'|q(?!u)|^x")
"""What only the alphabets have in which the vowels of a name differ from those of its Russian form."""
_ENDING: Final = regex.compile(r"(?:ov|ev|iev|ova|eva|ieva|zoda|zod|ion|ien)$")
_RUSSIAN: Final = regex.compile(r"(?:ov|ev|ova|eva)$")
_STEM: Final = 4
_VOWELS: Final = regex.compile(r"(?<!^)[aeiou]+")
_ROUNDED: Final = regex.compile(
    r"(?<=d)o(?=sh|ni(?:or|ar))|(?<=\wj)o(?=n|h)|(?<=b)o(?=i|ev|bur|bo)|(?<=z)o(?=da?|hid|kir)|(?<=(?:h|ai)m)o(?=n)"
    r"|(?<=isl)o(?=m)|(?<=mur)o(?=d)|^o(?=dil|tab|lim|zod|kil|bid|rif|zim|kib|ibek)|(?<=s)o(?=bir|dik|lih)"
    r"|(?<=k)o(?=dir|sim|mil)|(?<=n)o(?=dir|sir|zim)|(?<=t)o(?=hir|sh|ji)|(?<=h)o(?=n|lik|kim|ji)|(?<=v)o(?=hid|sil)"
    r"|(?<=sh)o(?=hid|h|kir)|(?<=f)o(?=zil|tih)|(?<=i)o(?=r$|rov|z$|zov)|(?<=l)o(?=h|ev|$)"
)
"""The syllables in which Uzbek and Tajik names have an "o" where their Russian forms have an "a"."""
_TAJIK_END: Final = regex.compile(r"z[oa]d[ae]$")


@lru_cache(maxsize=16384)
def readings(word: str) -> frozenset[str]:
    """The skeletons of all readings of a word, its own skeleton among them."""
    low = unicodedata.normalize("NFC", fold(word)).casefold()
    forms = {"".join(style.get(c, c) for c in low) for style in _STYLES}
    for pattern, plain in _CHOICES:
        forms |= {pattern.sub(plain, form) for form in forms}
    bones = {skeleton(form) for form in forms} | {skeleton(word)}
    return frozenset(bones | {_TAJIK_END.sub("zada", _ROUNDED.sub("a", bone)) for bone in bones})


def one_reading(a: str, b: str) -> bool:
    """Tell whether two words are one in some reading."""
    return not readings(a).isdisjoint(readings(b))


def other_ending(a: str, b: str) -> bool:
    """Tell whether two surnames differ in a Russian ending and a Tajik one, or none: Ashurov, Ashuriyon, Ashurzoda."""
    one, other = (skeleton(word) for word in (a, b))
    stems = {_ENDING.sub("", word) for word in (one, other)}
    russian = _RUSSIAN.search(one) is not None, _RUSSIAN.search(other) is not None
    return len(stems) == 1 and len(stems.pop()) >= _STEM and russian[0] != russian[1]


def vowels_apart(a: str, b: str) -> bool:
    """Tell whether two words differ in vowels alone, and one is written in an alphabet that has other vowels."""
    if not any(_MARKED.search(fold(word).casefold()) for word in (a, b)):
        return False
    return not {_VOWELS.sub("", x) for x in readings(a)}.isdisjoint(_VOWELS.sub("", x) for x in readings(b))
