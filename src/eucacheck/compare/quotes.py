"""Two quotations to their relation and its reason: same, cut, reworded or apart, with the words that differ.

Words are aligned in order. What one quotation leaves out at its ends, or at dots and brackets, is a cut; other words in
the same frame are a rewording. Spelling (-ise, -our), contractions, marks and articles do not count. On the seeds, dev
and 20 pairs of own making every rewording but one scores .53 or more, and every other pair less or fails another bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

import regex

from eucacheck.shadow import consonants, fold

ALIKE: Final = 0.53
"""From this share of common weight on, two quotations are one in other words."""
SHORT_ALIKE: Final = 0.7
"""The same for quotations of fewer than seven words, which share a frame by chance."""
NAMES_ALIKE: Final = 0.85
"""The same where names or numbers differ: what is said of another country is another sentence."""
SHARED: Final = 5
"""So many words, function words included, a rewording keeps: "a reliable partner for" is anybody's frame."""
SHARED_WEIGHT: Final = 3.5
"""Or so much weight: three words of content and one besides."""

_TOKEN: Final = regex.compile(r"\[[^\]]{0,60}\]|\(?\.{3}\)?|…|\p{N}[\p{N}.,]*\p{N}|\p{N}|\w+(?:['-]\w+)*")
_GAP: Final = "…"
_SHORT_FORMS: Final = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'m", " am"))
_NOBODY: Final = regex.compile(r"\bno one\b", regex.I)
_IS: Final = frozenset({"it's", "that's", "there's", "he's", "she's", "what's", "here's"})
_LIGHT: Final = frozenset({"the", "a", "an", "that"})
_FUNCTION: Final = frozenset(
    "the a an and or but of to in on at for with from by as is are was were be been it its we our us you your i my he "
    "his she her they their this that these those not no has have had will would can could should more most very than "
    "also so if which who what there".split()
)
_NUMBERS: Final = {
    w: str(n)
    for n, w in [
        *enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()),
        *((10 * (i + 2), w) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())),
    ]
}
_SPELLINGS: Final = (
    (regex.compile(r"is(e|es|ed|ing|ation|ations)$"), r"iz\1"),
    (regex.compile(r"our(s|ed|ing|able)?$"), r"or\1"),
    (regex.compile(r"mme(s?)$"), r"m\1"),
    (regex.compile(r"re$"), "er"),
)


@dataclass(frozen=True, slots=True)
class QuoteRelation:
    """How two quotations stand to each other.

    `relation` is same, cut (one has more words, none differ), reworded or apart; `score` the share of common weight, 0
    to 1; `reason` a sentence with the words that differ.
    """

    relation: str
    score: float
    reason: str


def compare_quotes(a: str, b: str) -> QuoteRelation:
    """Compare the words of two quotations; symmetric but for the order of the words in the reason."""
    x, y = quote_words(a), quote_words(b)
    if tuple(x) > tuple(y):
        relation = _compare(y, x)
        return QuoteRelation(relation.relation, relation.score, relation.reason)
    return _compare(x, y)


def quote_words(words: str) -> tuple[str, ...]:
    """The words of a quotation in order, plain: dots and brackets are one sign for a gap, case kept."""
    return _split(words)


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A word for comparison: lower case, one spelling, no possessive."""
    low = word.casefold().removesuffix("'s").removesuffix("'")
    low = _NUMBERS.get(low, low)
    if len(low) > 4:
        for pattern, into in _SPELLINGS:
            low = pattern.sub(into, low)
    return low


@lru_cache(maxsize=16384)
def _split(words: str) -> tuple[str, ...]:
    text = _NOBODY.sub("nobody", fold(words))
    for short, full in _SHORT_FORMS:
        text = text.replace(short, full)
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if token[0] in "[(.…":
            found.append(_GAP)
        elif token.casefold() in _IS:
            found += [token[:-2], "is"]
        else:
            found.append(token)
    while found and found[0] == _GAP:
        found.pop(0)
    while found and found[-1] == _GAP:
        found.pop()
    return tuple(found)


def _compare(x: Sequence[str], y: Sequence[str]) -> QuoteRelation:
    left, right = [plain(w) for w in x], [plain(w) for w in y]
    if left == right:
        return QuoteRelation("same", 1.0, "the words are the same")
    common, cost, cut, shared = 0.0, 0.0, False, 0
    changed: list[tuple[Sequence[str], Sequence[str]]] = []
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for n, (tag, i, j, k, m) in enumerate(steps):
        if tag == "equal" or (j - i == m - k and all(map(_one_name, x[i:j], y[k:m]))):
            common += _weight(left[i:j])
            shared += j - i
            continue
        end = n in {0, len(steps) - 1}
        gap = _GAP in left[i:j] or _GAP in right[k:m]
        if (tag != "replace" and end) or gap:
            cut = cut or bool(set(left[i:j] + right[k:m]) - _LIGHT)
        elif set(left[i:j]) | set(right[k:m]) <= _LIGHT:
            continue
        else:
            lost, won = _weight(left[i:j]), _weight(right[k:m])
            cost += min(lost, won) if end else max(lost, won)
            changed.append((x[i:j], y[k:m]))
    if not changed:
        tags = {step[0] for step in steps}
        half = tags >= {"insert", "delete"} and _GAP not in (*left, *right)
        enough = common >= (max(2.0, 0.5 * min(_weight(left), _weight(right))) if half else 1.5)
        return QuoteRelation(
            "apart" if not enough else "cut" if cut else "same", 1.0 if enough else 0.0, _cut_reason(cut)
        )
    score = round(common / (common + cost), 3)
    floor = NAMES_ALIKE if _names_differ(changed) else SHORT_ALIKE if min(len(x), len(y)) < 7 else ALIKE
    kept = shared >= SHARED or common >= SHARED_WEIGHT
    if score < floor or not kept:
        return QuoteRelation("apart", score, "too few words in common")
    return QuoteRelation("reworded", score, "; ".join(f"“{_say(a)}” against “{_say(b)}”" for a, b in changed))


def _one_name(a: str, b: str) -> bool:
    """One name in two romanisations: no other words, whoever wrote them down."""
    return a[0].isupper() and b[0].isupper() and min(len(a), len(b)) > 4 and consonants(a) == consonants(b)


def _cut_reason(cut: bool) -> str:  # noqa: FBT001 - one flag, one place
    return "one has more of the same words" if cut else "the words are the same"


def _weight(words: Sequence[str]) -> float:
    """Function words count half: every sentence has them."""
    return sum(0.5 if w in _FUNCTION else 0.0 if w == _GAP else 1.0 for w in words)


def _names_differ(changed: Sequence[tuple[Sequence[str], Sequence[str]]]) -> bool:
    """A name or a number stands against another one."""
    return any(_named(a) and _named(b) for a, b in changed)


def _named(words: Sequence[str]) -> bool:
    return any((w[0].isupper() and len(w) > 1 and plain(w) not in _FUNCTION) or w[0].isdigit() for w in words)


def _say(words: Sequence[str]) -> str:
    return " ".join(words) or "nothing"
