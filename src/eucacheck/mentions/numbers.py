"""A fold of a text to its numbers: figures and number words, with their magnitudes, as exact decimals.

The grammar of quantities asks for the numbers of a text and looks around each; every repetition is bounded, so that the
time grows with the length of the text whatever stands in it.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

import regex  # bounded lookbehinds of several widths

_UNITS: Final = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen".split()
    )
}
_TENS: Final = {w: 20 + 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
MAGNITUDES: Final = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "millions": 10**6, "mln": 10**6,
    "mn": 10**6,
    "m": 10**6, "mm": 10**6, "mio": 10**6, "crore": 10**7, "billion": 10**9, "billions": 10**9, "bn": 10**9,
    "bln": 10**9, "b": 10**9,
    "trillion": 10**12, "tn": 10**12, "trn": 10**12, "tln": 10**12,
}  # fmt: skip
"""What a word or letter behind a figure multiplies it by; a single letter only where it is joined to the figure."""

_ORDINAL_UNITS: Final = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth "
        "seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {"nineth": 9, "twelveth": 12}
_ORDINAL_TENS: Final = {w[:-1] + "ieth": n for w, n in _TENS.items()}
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_LONG = "hundred|thousand|lakh|millions?|crore|billions?|trillion|mln|mio|bln|bn|tln|trn|tn|mn"
_SHORT = "mm|m|k|b"
_WORD = "|".join([*sorted([*_UNITS, *_TENS], key=len, reverse=True)])
_BIG = "hundred|thousand|lakh|million|crore|billion|trillion"
_FIGURE = (
    r"(?<!\d)(?<!\d[.,])(?:"
    r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?(?![\d,]\d|\d)"  # 1,234,567.8
    r"|\d{1,3}(?:\x20\d{3}){1,4}(?![\d.,]\d|\d)"  # 1 234 567
    r"|\d{1,3}(?:\.\d{3}){2,4}(?!\d|[.,]\d)"  # 1.234.567
    rf"|\d{{1,3}},\d{{1,2}}(?=\s?(?:%|percent\b|(?:{_LONG})\b))"  # 1,5 billion
    r"|\d{1,15}(?:\.\d{1,9})?(?!\d|,\d{1,2}(?!\d))"
    r")"
)
# '62 mln. euro': the stop of an abbreviation, where the sentence goes on with a currency or a noun
_STOPPED = r"(?:(?<=\b(?:mln|mio|bln|bn|tln|trn|mn))\.(?=\s?(?:[a-z€$£]|[A-Z]{2,3}\b)))?"
_TOKEN: Final = re.compile(r"\d+|[A-Za-z]+")
_NUMBER: Final = regex.compile(
    rf"(?P<figure>{_FIGURE})(?P<mags>(?:[ \n]?-?(?:{_LONG})\b){{1,2}}{_STOPPED}|[ ]?(?:{_SHORT})\b)?"
    rf"|\b(?P<half>half[\s-](?:a[\s-])?|a[\s-]quarter(?:[\s-]of)?[\s-]a[\s-]|(?:three[\s-])?quarters?[\s-](?:of[\s-]a[\s-])?)(?P<of>{_BIG}|dozen)\b"
    rf"|\b(?P<words>(?:(?:an?[\s-](?=(?:{_BIG})\b))?(?:{_WORD}|(?<=a[\s-]|an[\s-])(?:{_BIG})))"
    rf"(?:(?:[ \n-]|[ \n]and[ \n])(?:{_WORD}|{_BIG})\b){{0,12}})\b"
    rf"(?P<tail>[ \n-]and[ \n-]a[ \n-]half(?:[ \n-](?:{_BIG})\b)?)?"
    rf"|\b(?P<dozens>(?:an?|two|three|four|five|several)[ \n])dozen\b",
    regex.I,
)
_ORDINAL: Final = regex.compile(
    r"(?<![\w-])(?:(?P<d>\d{1,3})(?:st|nd|rd|th)"
    rf"|(?:(?P<t>{'|'.join(_TENS)})[ -])?(?P<u>{'|'.join(_ORDINAL_UNITS)})"
    rf"|(?P<tens>{'|'.join(_ORDINAL_TENS)})|(?:(?P<h>{_WORD})[ -]|(?:an?|the)[ ])?(?P<hundredth>hundredth))"
    r"(?:[- ]ever)?(?![\w])",
    regex.I,
)
_PART: Final = regex.compile(
    r"\b(?:(?P<n>an?|one|two|three|four)[\s-](?P<p>third|quarter|fifth|sixth|eighth|tenth)(?P<s>s)?|(?P<half>half))\b"
    r"(?=\s(?:of|the|its|their|all)\b|(?<=s))",
    regex.I,
)


_NUMBER_WORDS: Final = frozenset({*_UNITS, *_TENS, "a", "an", "half", "quarter", "quarters"})
_ORDINAL_WORDS: Final = frozenset({*_UNITS, *_TENS, *_ORDINAL_UNITS, *_ORDINAL_TENS, "a", "an", "the", "hundredth"})
_PART_WORDS: Final = {"a": 1, "an": 1, "one": 1, "half": 1, "two": 2, "three": 3, "four": 4}
_ANY_WORDS: Final = _NUMBER_WORDS | _ORDINAL_WORDS | _PART_WORDS.keys()
_ENDS_BIG: Final = regex.compile(rf"(?:{_BIG})$", regex.I)
_AN_ORDINAL: Final = regex.compile(rf"[ -](?:{'|'.join([*_ORDINAL_UNITS, 'hundredth'])})\b", regex.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: `figure` is it without its magnitude, which is 1 where the text has none."""

    start: int
    end: int
    figure: Decimal
    magnitude: int
    digits: bool

    @property
    def value(self) -> Decimal:
        """The number in full."""
        return self.figure * self.magnitude


def find_numbers(shadow: str) -> Iterator[Number]:
    """Find the cardinal numbers of a fold, in its order."""
    after = 0
    for at in _candidates(shadow, _NUMBER_WORDS, digits=True):
        number = number_at(shadow, at) if at >= after else None
        if number is not None:
            after = number.end
            yield number


def number_at(shadow: str, at: int) -> Number | None:
    """Give the number that begins exactly there; None where none does."""
    match = _NUMBER.match(shadow, at)
    return _read(match) if match is not None else None


def find_ordinals(shadow: str) -> Iterator[tuple[int, int, int]]:
    """Find the ordinal numbers: start, end and number of each."""
    after = 0
    for at in _candidates(shadow, _ORDINAL_WORDS, digits=True):
        match = _ORDINAL.match(shadow, at) if at >= after else None
        if match is not None:
            after = match.end()
            yield match.start(), match.end(), _ordinal(match)


def find_parts(shadow: str) -> Iterator[tuple[int, int, Decimal]]:
    """Find 'two thirds of' and 'half the': start, end and the per cent that they are, to one place."""
    for at in _candidates(shadow, _PART_WORDS, digits=False):
        match = _PART.match(shadow, at)
        if match is None:
            continue
        count = _PART_WORDS[(match["n"] or "half").casefold()]
        if match["half"] or bool(match["s"]) == (count > 1):
            share = Decimal(100 * count) / _PARTS[(match["p"] or "half").casefold()]
            yield match.start(), match.end(), share.quantize(Decimal("0.1"))


def _candidates(shadow: str, words: Container[str], *, digits: bool) -> Iterator[int]:
    """Where a number may begin: one pass over the words, so that the grammars run on few places."""
    for at, word in _number_words(shadow):
        if word in words or (digits and not word):
            yield at


@lru_cache(maxsize=4)
def _number_words(shadow: str) -> tuple[tuple[int, str], ...]:
    """The places of all figures, without their word, and of all words of numbers: three grammars ask for one text."""
    found = []
    for token in _TOKEN.finditer(shadow):
        word = token.group().casefold()
        if word[0].isdigit():
            found.append((token.start(), ""))
        elif word in _ANY_WORDS:
            found.append((token.start(), word))
    return tuple(found)


def _read(match: regex.Match[str]) -> Number | None:
    if match["figure"]:
        return _figure(match)
    if match["of"]:
        share = match["half"].casefold()
        part = Decimal("0.5") if share.startswith("half") else Decimal("0.75" if share.startswith("three") else "0.25")
        return Number(
            match.start(),
            match.end(),
            part,
            12 if match["of"].casefold() == "dozen" else MAGNITUDES[match["of"].casefold()],
            digits=False,
        )
    if match["dozens"]:
        count = match["dozens"].strip().casefold()
        if count == "several":
            return None
        return Number(match.start(), match.end(), Decimal(_UNITS.get(count, 1)), 12, digits=False)
    return _words(match)


_DECIMAL_COMMA: Final = regex.compile(r"\d{1,3},\d{1,2}")
_LETTERS: Final = regex.compile(r"[a-z]+")


def _figure(match: regex.Match[str]) -> Number:
    text = match["figure"]
    decimal_comma = _DECIMAL_COMMA.fullmatch(text) is not None
    many_dots = text.count(".") > 1
    plain = text.replace(",", ".") if decimal_comma else text.replace(",", "").replace(" ", "")
    figure = Decimal(plain.replace(".", "") if many_dots else plain)
    magnitude = 1
    for word in _LETTERS.findall((match["mags"] or "").casefold()):
        magnitude *= MAGNITUDES[word]
    if match["mags"] and match["mags"].strip().casefold() in {"m", "k", "b", "mm"} and match["mags"][0] == " ":
        return Number(match.start(), match.end("figure"), figure, 1, digits=True)
    return Number(match.start(), match.end(), figure, magnitude, digits=True)


def _words(match: regex.Match[str]) -> Number | None:
    """Add number words up to the first that does not follow ('two hundred and five', but 'nine, ten' are two)."""
    total, group, last, end = 0, 0, 10**15, match.start("words")
    for piece in _TOKEN.finditer(match["words"]):
        word = piece.group().casefold()
        size = _TENS.get(word) or _UNITS.get(word)
        if word in {"a", "an", "and"}:
            continue
        if word in MAGNITUDES:
            total, group, last = _multiply(total, group, MAGNITUDES[word])
        elif size is not None and _follows(size, last, joined=match["words"][piece.start() - 1 : piece.start()] == "-"):
            group, last = group + size, size
        elif word == "zero" and end == match.start("words"):
            last = 0
        else:
            break
        end = match.start("words") + piece.end()
    if _AN_ORDINAL.match(shadow := match.string, end) is not None and shadow[end - 1 : end].casefold() in {"y", "d"}:
        return None
    value = Decimal(total + group)
    if end == match.end("words") and match["tail"]:
        return _and_a_half(match, value)
    only = 1
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 10**3)):
        if value and value % size == 0 and name in match["words"].casefold():
            only = size
            break
    return Number(match.start(), end, value / only, only, digits=False)


def _multiply(total: int, group: int, size: int) -> tuple[int, int, int]:
    if size == MAGNITUDES["hundred"]:
        return total, (group or 1) * size, size
    return total + (group or 1) * size, 0, size


def _follows(size: int, last: int, *, joined: bool) -> bool:
    """Tell 'twenty five' and 'thousand and six', which are one number, from 'five six', which are two."""
    if last >= MAGNITUDES["hundred"]:
        return True
    return last >= 20 and size < 10 and last % 10 == 0 and (joined or size > 0)


def _and_a_half(match: regex.Match[str], value: Decimal) -> Number:
    """'Two and a half billion', 'a million and a half'."""
    behind = _ENDS_BIG.search(match["tail"])
    if behind is not None:
        return Number(
            match.start(), match.end(), value + Decimal("0.5"), MAGNITUDES[behind.group().casefold()], digits=False
        )
    size = next((s for s in (10**9, 10**6, 10**3) if value >= s and value % s == 0), 1)
    return Number(match.start(), match.end(), value / size + Decimal("0.5"), size, digits=False)


def _ordinal(match: regex.Match[str]) -> int:
    if match["d"]:
        return int(match["d"])
    if match["tens"]:
        return _ORDINAL_TENS[match["tens"].casefold()]
    if match["hundredth"]:
        return 100 * int(_UNITS.get((match["h"] or "one").casefold(), 1))
    return _TENS.get((match["t"] or "").casefold(), 0) + _ORDINAL_UNITS[match["u"].casefold()]
