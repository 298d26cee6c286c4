"""Two names of any length to their likeness and its reason: word by word, whatever the order of the words.

Every word of one name is paired with the word of the other that it resembles most. A word without a partner on one
side only is a part that the other name leaves out; words without a partner on both sides set the names apart.
Measured on set A of the names benchmark, the thresholds chosen on its tiers MEDIUM and WEAK.
"""

from dataclasses import dataclass
from functools import lru_cache

import regex
from anyascii import anyascii
from rapidfuzz.distance import OSA

from eucacheck.shadow import fold, skeleton

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame president minister senator sheikh shaikh shaykh hajj haji "
    "general colonel prasident he the a mv mt".split()
)
_PARTICLES = frozenset(
    "bin ben ibn bint al el ul von van der den de da do dos du del della di la le ter zu af and und et of y e".split()
)
_LEGAL = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp lp plc ag gmbh sa sarl srl spa nv bv ab as oy "
    "oyj ojsc oao jsc pjsc pao zao ooo cjsc aktiengesellschaft sp zoo kg kgaa se pte pty joint stock open public "
    "closed akg doo".split()
)
_DIGITS = str.maketrans("01345789", "oieastbg")
_WORD = regex.compile(r"[a-z0-9]+")
_INITIALS = regex.compile(r"\b(?:[a-z]\.\s?){2,6}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1, and why."""

    score: float
    reason: str


def align_names(a: str, b: str, *, organisation: bool = False) -> Likeness:
    """Compare two names word by word; symmetric, 1.0 for a name and itself, blind to case and diacritics."""
    x, y = _words(a, organisation=organisation), _words(b, organisation=organisation)
    if sorted(x) == sorted(y):
        return Likeness(1.0, "the same words")
    if "".join(x) == "".join(y) and x:
        return Likeness(0.98, "the same letters, divided otherwise")
    pairs, left, right = _pair(x, y)
    matched = sum(s * _weight(u, v) for s, u, v in pairs)
    reason = "; ".join(f"“{u}” for “{v}”" for s, u, v in sorted(pairs, key=str) if s < 1) or "the words agree"
    if not pairs:
        return Likeness(_whole(x, y), "no word in common")
    both = min(_total(left), _total(right))
    extra = max(_total(left), _total(right)) - both
    rest = 0.3 if organisation else 0.12
    score = matched / (sum(_weight(u, v) for _, u, v in pairs) + 1.6 * both + rest * extra)
    return Likeness(round(max(score, 0.0 if both else _whole(x, y)), 3), reason)


@lru_cache(maxsize=8192)
def _words(name: str, *, organisation: bool) -> tuple[str, ...]:
    """The words of a name in plain letters: titles, particles and legal forms left out while anything else remains."""
    plain = regex.sub(r"['’]s\b", "", fold(name))
    plain = anyascii(plain.encode("utf-8", "replace").decode()).casefold().replace("'", "").replace("&", " and ")
    plain = _INITIALS.sub(lambda m: regex.sub(r"[.\s]", "", m.group()) + " ", plain)
    words = [_letters(w) for w in _WORD.findall(plain)]
    dropped = _TITLES | _PARTICLES | _LEGAL
    kept = [w for w in words if w not in dropped]
    if organisation:
        kept = [w for w in words if w not in _LEGAL and w not in {"the", "and", "of", "mv"}]
    return tuple(kept or words)


def _letters(word: str) -> str:
    """Digits that stand for letters inside a word: 'sech1n'."""
    return word.translate(_DIGITS) if regex.search(r"[a-z]", word) and len(word) > 3 else word


def _pair(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[list[tuple[float, str, str]], list[str], list[str]]:
    """The best pairs first; ties by the words, so that the order of the names does not matter."""
    every: list[tuple[float, str, str, int, int]] = []
    for i, u in enumerate(x):
        for j, v in enumerate(y):
            first, second = sorted((u, v))
            every.append((word_likeness(first, second), first, second, i, j))
    ranked = sorted((p for p in every if p[0] > 0), key=lambda p: (-p[0], p[1], p[2], p[3] + p[4]))
    used_x: set[int] = set()
    used_y: set[int] = set()
    pairs = []
    for likeness, u, v, i, j in ranked:
        if i not in used_x and j not in used_y:
            pairs.append((likeness, u, v))
            used_x.add(i)
            used_y.add(j)
    return pairs, [w for i, w in enumerate(x) if i not in used_x], [w for j, w in enumerate(y) if j not in used_y]


@lru_cache(maxsize=65536)
def word_likeness(a: str, b: str) -> float:
    """Two words: 1 where their skeletons are equal, else by edits; 0 where they are different words."""
    if a == b:
        return 1.0
    if a.isdigit() or b.isdigit() or (len(a) <= 4 and set(a + b) <= set("ivx")):
        return 0.0
    x, y = skeleton(a) or a, skeleton(b) or b
    if x == y:
        return 0.97
    if min(len(a), len(b)) == 1:
        return 0.85 if a[0] == b[0] else 0.0
    edits = min(OSA.distance(a, b), OSA.distance(x, y))
    size = min(len(a), len(b))
    allowed = 0 if size < 3 else 1 if size < 6 else 2 if size < 9 else 3
    if edits > allowed:
        return 0.0
    return round(1 - edits / (max(len(a), len(b)) + 1), 3)


def _weight(a: str, b: str) -> float:
    return 0.4 + min(max(len(a), len(b)), 8) / 8


def _total(words: list[str]) -> float:
    return sum(_weight(w, w) for w in words)


def _whole(x: tuple[str, ...], y: tuple[str, ...]) -> float:
    """Names written together or cut in other places."""
    a, b = "".join(sorted(x)), "".join(sorted(y))
    a, b = ("".join(x), "".join(y)) if len(x) != len(y) else (a, b)
    distance = OSA.distance(a, b)
    size = max(len(a), len(b), 1)
    return round(1 - distance / size, 3) if distance <= max(1, size // 8) else 0.0
