"""A text to quantities: money, counts, percentages and ordinals, as exact decimals with bounds.

One grammar over the fold of the text: bound words, figure, magnitude, currency or unit noun. Dates, times, years and digits inside
names are no quantities.
"""

from decimal import Decimal
from functools import cache

import regex
from babel import Locale

from eucacheck.records import QuantityMention
from eucacheck.shadow import fold

_ONES = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 20 + 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_MAGNITUDES = {
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "millions": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "billions": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
_ORDINALS = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_ORDINALS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50} | {
    f"{t}-{o}": n + i
    for t, n in (("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50))
    for i, o in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), 1)
}
_FRACTIONS = {
    "half": "50",
    "a third": "33.3",
    "one third": "33.3",
    "one-third": "33.3",
    "two thirds": "66.7",
    "two-thirds": "66.7",
    "a quarter": "25",
    "one quarter": "25",
    "three quarters": "75",
    "three-quarters": "75",
}
_BOUNDS = (
    ("more-than", r"more than|over|above|in excess of|exceeding|exceeds?|upwards of|greater than"),
    ("at-least", r"at least|no less than|not less than|a minimum of"),
    ("up-to", r"up to|at most|no more than|a maximum of|as much as|as many as"),
    ("less-than", r"less than|fewer than|under|below"),
    (
        "about",
        r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|an estimated|circa|ca\.|~|near",
    ),
)
_BOUND = "|".join(f"(?P<b{i}>(?i:{words}))" for i, (_, words) in enumerate(_BOUNDS))
_WORDNUM = r"(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_DIGITS = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,6})?"
_MAG = r"(?:hundred|thousand|million|billion|trillion|mln|bln|bn|trn|tn|mn)"
_SHORT = r"(?:bn|mln|bln|mn|tn|m|k|b)"
_NUMBER = rf"(?:{_DIGITS})(?:\s?(?:{_SHORT})\b|[\s-]{{0,2}}{_MAG}\b)?|{_WORDNUM}(?:[\s-]{_MAG}\b)?|(?:a|several)\s+(?=hundred)(?:hundred)\b"
_SYMBOLS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₸": "KZT",
    "₽": "RUB",
    "₹": "INR",
    "₴": "UAH",
    "₩": "KRW",
    "₺": "TRY",
}
_ALIASES = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD", "us dollars": "USD", "us dollar": "USD", "u.s. dollars": "USD",
    "american dollars": "USD", "usd": "USD", "pounds": "GBP", "pounds sterling": "GBP", "tenge": "KZT", "som": "KGS", "soms": "KGS", "somoni": "TJS",
    "manat": "TMT", "manats": "TMT", "soum": "UZS", "sum": "UZS", "soums": "UZS", "roubles": "RUB", "rubles": "RUB", "rouble": "RUB", "ruble": "RUB",
    "yuan": "CNY", "yen": "JPY", "francs": "CHF", "swiss francs": "CHF", "lira": "TRY", "rupees": "INR", "won": "KRW", "dirhams": "AED", "riyals": "SAR",
    "kronor": "SEK", "zloty": "PLN", "forints": "HUF", "hryvnia": "UAH",
}  # fmt: skip
_UNIT_STOP = set(
    "of in on at to for by from with and or the a an who which that is are was were has have had will would as after before during since until over under between into out but than per its their his her not also years' ago".split()
)
_TAIL_STOP = {"times", "percent", "per", "cent", "pm", "am", "o'clock"}


@cache
def _currencies() -> dict[str, str]:
    """Names of currencies in English by ISO code, from the Unicode locale data, with everyday aliases."""
    locale = Locale("en")
    names = {str(name).casefold(): code for code, name in locale.currencies.items() if len(code) == 3}
    names |= {code.casefold(): code for code in locale.currencies if len(code) == 3}
    return names | _ALIASES


@cache
def _grammar() -> regex.Pattern[str]:
    words = sorted((regex.escape(n) for n in _currencies() if " " not in n or n in _ALIASES), key=len, reverse=True)
    codes = "|".join(sorted({c for c in _currencies().values()}))
    after = "|".join(words)
    symbol = r"(?:US|A|C|HK|NZ)?[€$£¥₸₽₹₴₩₺]"
    to = r"\s?(?:-|to|and)\s?"
    return regex.compile(
        rf"(?:\b(?:{_BOUND})\s+)?(?P<sign>[+-])?"
        rf"(?:(?P<pre>{symbol}|\b(?:{codes}))\s?)?"
        rf"(?P<n1>(?<![\w.,])(?:{_NUMBER})|(?<=[€$£¥₸₽₹₴₩₺]\s?|\b(?:{codes})\s?)(?:{_NUMBER}))"
        rf"(?:{to}(?:{symbol}\s?|(?:{codes})\s?)?(?P<n2>{_NUMBER})(?=[\s-]?(?:{_MAG}|%|percent|per cent|{symbol}|{after}|[a-z])))?"
        rf"(?:[\s-]?(?P<mag>{_MAG})\b)?"
        rf"(?:\s?(?P<percent>%|\bpercent\b|\bper cent\b|\bpercentage points?\b)|[\s-]?(?P<post>(?:{symbol}|(?i:\b(?:{after}))\b)))?",
    )


_ORDINAL = regex.compile(
    r"(?<![\w-])(?:(?P<d>\d{1,3})(?:st|nd|rd|th)|(?P<w>"
    + "|".join(sorted(_ORDINALS, key=len, reverse=True))
    + r"))(?:[- ]ever)?(?![\w])",
    regex.I,
)
_FRACTION = regex.compile(r"\b(?P<f>" + "|".join(sorted(_FRACTIONS, key=len, reverse=True)) + r")\s+of\b", regex.I)
_TOKEN = regex.compile(r"[A-Za-z][\w'-]*")
_MONTH = regex.compile(r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


def find_quantities(text: str) -> list[QuantityMention]:
    """Find the quantities of a text, in its order."""
    shadow = fold(text)
    found = [q for m in _grammar().finditer(shadow) if (q := _quantity(m, shadow)) is not None]
    found += [q for m in _ORDINAL.finditer(shadow) if (q := _ordinal(m, shadow)) is not None]
    found += [_fraction(m, shadow) for m in _FRACTION.finditer(shadow)]
    found.sort(key=lambda q: (q.start, -q.end))
    return [
        q
        for i, q in enumerate(found)
        if not any(
            o.start <= q.start and q.end <= o.end and o is not q and o.type != "ordinal"
            for o in found[max(0, i - 3) : i]
        )
    ]


def _quantity(match: regex.Match[str], shadow: str) -> QuantityMention | None:
    g = match.groupdict()
    first = _value(g["n1"], g["mag"], shared=g["n2"] is not None)
    second = _value(g["n2"], g["mag"], shared=False) if g["n2"] else None
    if first is None:
        return None
    if second is not None and _own_magnitude(g["n2"]) and not _own_magnitude(g["n1"]):
        first = _value(g["n1"], _own_magnitude(g["n2"]), shared=False) or first
    bound = next((name for i, (name, _) in enumerate(_BOUNDS) if g[f"b{i}"]), "exact")
    currency = _currency(g["pre"], g["post"])
    low, high = (first, first) if second is None else (min(first, second), max(first, second))
    if second is not None:
        bound = "range"
    start, end = match.start(), match.end()
    while start < end and shadow[start].isspace():
        start += 1
    number = (match.start("n1"), match.end("n2") if g["n2"] else match.end("mag") if g["mag"] else match.end("n1"))
    if g["percent"]:
        return QuantityMention(
            start, end, *number, "percent", _text(low, g["sign"]), _text(high, g["sign"]), bound, "percent"
        )
    if currency:
        return QuantityMention(start, end, *number, "money", _text(low, None), _text(high, None), bound, currency)
    if shadow[end : end + 1] == "%" or _no_count(match, shadow):
        return None
    unit, unit_end = _unit(shadow, end)
    if unit is None or unit in {"quarter", "third", "half"}:
        return None
    return QuantityMention(start, unit_end, *number, "count", _text(low, None), _text(high, None), bound, unit)


def _value(text: str | None, magnitude: str | None, *, shared: bool) -> Decimal | None:
    """The figure in full: '49.7 billion' is 49700000000."""
    if text is None:
        return None
    del shared
    low = text.casefold().strip()
    match = regex.match(r"(?P<d>[\d,.]+)?\s*-?\s*(?P<rest>.*)", low)
    if match is None:
        return None
    if match["d"]:
        base = Decimal(match["d"].replace(",", "").rstrip("."))
        rest = match["rest"].strip(" -")
    else:
        base, rest = _words(low)
        if base is None:
            return None
    for word in (rest, (magnitude or "").casefold()):
        if word in _MAGNITUDES:
            base *= _MAGNITUDES[word]
    return base


def _words(low: str) -> tuple[Decimal | None, str]:
    parts = low.split()
    head = parts[0]
    total = 0
    for piece in head.split("-"):
        if piece in _TENS:
            total += _TENS[piece]
        elif piece in _ONES:
            total += _ONES[piece]
        elif piece in _MAGNITUDES:
            return Decimal(total or 1), piece
        elif piece not in {"a", "several"}:
            return None, ""
    return Decimal(total or 1), " ".join(parts[1:]) or (
        head.rpartition("-")[2] if head.rpartition("-")[2] in _MAGNITUDES else ""
    )


def _own_magnitude(text: str) -> str | None:
    match = regex.search(r"[a-z]+$", text.casefold())
    return match.group() if match is not None and match.group() in _MAGNITUDES else None


def _currency(before: str | None, after: str | None) -> str | None:
    for text in (before, after):
        if text:
            if text[-1] in _SYMBOLS:
                return {"A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD"}.get(text, _SYMBOLS[text[-1]])
            return _currencies().get(text.casefold())
    return None


def _text(value: Decimal, sign: str | None) -> str:
    plain = format(value.normalize(), "f")
    return f"-{plain}" if sign == "-" and value else plain


def _no_count(match: regex.Match[str], shadow: str) -> bool:
    """Years, days, times, and digits inside names count nothing."""
    text, start, end = match["n1"], match.start("n1"), match.end()
    if regex.fullmatch(r"(?:19|20)\d{2}", text) or regex.match(r"\s?[:.]\d", shadow[end : end + 3]):
        return True
    before = shadow[max(0, start - 14) : start]
    if regex.search(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.|-|/|:|\+|No\.?|Article|Seed|C5)\s?$",
        before,
    ):
        return True
    return (
        bool(_MONTH.match(shadow[end:].lstrip()))
        or shadow[end : end + 1] in {"/", ":"}
        or bool(regex.match(r"(?:st|nd|rd|th)\b", shadow[end:]))
    )


def _unit(shadow: str, end: int) -> tuple[str | None, int]:
    """The noun that is counted: the words up to a preposition or verb, the last of them the head, in the singular."""
    words: list[str] = []
    at = end
    while len(words) < 6:
        gap = regex.compile(r"[ \n]?-?").match(shadow, at)
        token = _TOKEN.match(shadow, gap.end() if gap else at)
        if token is None or token.group().casefold() in _UNIT_STOP:
            break
        if (
            words
            and regex.search(r"(?:ed|ing)$", token.group())
            and not token.group()[0].isupper()
            and words[-1].endswith("s")
        ):
            break
        words.append(token.group())
        at = token.end()
        if words[-1].endswith("s") and not words[-1].endswith(("ss", "'s", "us", "s'")) and words[-1].islower():
            break
    if not words or words[0].casefold() in _TAIL_STOP:
        return None, end
    head = _singular(words[-1].casefold())
    tail = regex.compile(r"\s+of\s+([a-z]+s)\b").match(shadow, at)
    if tail is not None and head in {"set", "package", "round", "kind", "type", "group"}:
        return f"{head} of {tail.group(1)}", tail.end()
    if (
        len(words) > 1
        and head in {"minister", "president", "leader", "area", "package", "state"}
        and words[-2].islower()
    ):
        return f"{words[-2].casefold()} {head}" if head == "minister" else head, at
    if len(words) > 1 and head == "minister":
        return f"{words[-2].casefold()} {head}", at
    return head, at


def _singular(word: str) -> str:
    for plural, single in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("xes", "x")):
        if word.endswith(plural) and len(word) > 4:
            return word.removesuffix(plural) + single
    return word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word


def _ordinal(match: regex.Match[str], shadow: str) -> QuantityMention | None:
    value = int(match["d"]) if match["d"] else _ORDINALS[match["w"].casefold()]
    if match["d"] and _MONTH.match(shadow[match.end() :].lstrip(" of")):
        return None
    noun = _TOKEN.match(shadow, match.end() + 1)
    return QuantityMention(
        match.start(),
        match.end(),
        match.start(),
        match.end(),
        "ordinal",
        str(value),
        str(value),
        "exact",
        noun.group().casefold() if noun else None,
    )


def _fraction(match: regex.Match[str], shadow: str) -> QuantityMention:
    value = _FRACTIONS[match["f"].casefold()]
    before = regex.search(r"\b(almost|nearly|about|around|more than|over)\s+$", shadow[: match.start()][-14:])
    bound = "exact" if before is None else "more-than" if before.group(1) in {"more than", "over"} else "about"
    start = match.start() - (len(before.group()) if before is not None else 0)
    return QuantityMention(
        start, match.end("f"), match.start("f"), match.end("f"), "percent", value, value, bound, "percent"
    )
