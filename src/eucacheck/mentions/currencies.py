"""A word or sign beside a number to the ISO 4217 code of its currency.

Names come from the Unicode locale data, signs and everyday aliases stand here.

A name that several countries share ("dinars") is money of no known currency: XXX, the code that the standard keeps
for it.
"""

from functools import cache
from typing import Final

import regex
from babel import Locale

UNKNOWN: Final = "XXX"
_SIGNS: Final = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₸": "KZT", "₽": "RUB", "₹": "INR", "₴": "UAH", "₩": "KRW",
    "₺": "TRY", "₾": "GEL",
    "₼": "AZN", "฿": "THB", "₫": "VND", "₱": "PHP", "₦": "NGN", "₪": "ILS", "₡": "CRC", "₭": "LAK", "₮": "MNT",
    "₲": "PYG", "₵": "GHS",
}  # fmt: skip
_DOLLARS: Final = {
    "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "hk": "HKD", "nz": "NZD",
    "s": "SGD", "sg": "SGD",
    "us": "USD", "usd": "USD", "u.s.": "USD", "r": "BRL", "mex": "MXN", "mxn": "MXN", "mx": "MXN", "nt": "TWD",
}  # fmt: skip
_ALIASES: Final = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD", "usd": "USD", "bucks": "USD",
    "u.s. dollars": "USD",
    "u.s. dollar": "USD", "american dollars": "USD", "us dollars": "USD", "us dollar": "USD", "pounds": "GBP",
    "pound": "GBP",
    "pounds sterling": "GBP", "sterling": "GBP", "tenge": "KZT", "som": "KGS", "soms": "KGS", "somoni": "TJS",
    "somonis": "TJS",
    "manat": "TMT", "manats": "TMT", "soum": "UZS", "soums": "UZS", "so'm": "UZS", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB", "yuan": "CNY", "yuans": "CNY", "rmb": "CNY", "renminbi": "CNY", "yen": "JPY", "won": "KRW",
    "swiss francs": "CHF",
    "francs": "CHF", "franc": "CHF", "lira": "TRY", "liras": "TRY", "rupees": "INR", "rupee": "INR", "dirhams": "AED",
    "riyals": "SAR",
    "zloty": "PLN", "zlotys": "PLN", "forints": "HUF", "hryvnia": "UAH", "hryvnias": "UAH", "lari": "GEL",
    "shekels": "ILS", "baht": "THB",
    "reais": "BRL", "rand": "ZAR", "bitcoins": UNKNOWN, "pesos": UNKNOWN, "kronor": UNKNOWN, "kroner": UNKNOWN,
    "crowns": UNKNOWN,
    "dinars": UNKNOWN, "dinar": UNKNOWN, "shillings": UNKNOWN, "peso": UNKNOWN, "krona": UNKNOWN, "krone": UNKNOWN,
}  # fmt: skip
_WORDS_TOO: Final = frozenset("ALL AMD BAM BOB COP CUP GIP LAK MAD MOP PEN SOS TOP TRY XXX".split())
"""Codes that stand in headlines and names as words ("COP 29", "ALL 5"): no currency without another sign."""

_METALS: Final = frozenset("XAG XAU XPD XPT".split())
"""Silver and gold have codes, and in a text they are metals."""

_SIGN = "[" + "".join(_SIGNS) + "]"
_DOLLAR = "|".join(regex.escape(d) for d in sorted(_DOLLARS, key=len, reverse=True))
_BEFORE = regex.compile(
    rf"(?:(?<![A-Za-z.])(?P<dollar>{_DOLLAR})\s?(?P<of>\$)|(?P<sign>{_SIGN})"
    r"|(?<![A-Za-z])(?P<mega>M)?(?P<code>[A-Z]{3})(?P<tail>\$?))[ ]?$",
    regex.I,
)
_AFTER = regex.compile(rf"[ ]?(?P<sign>{_SIGN})(?![ ]?\d)|[ \n]?-?(?P<mega>M)?(?P<code>[A-Z]{{3}})(?![A-Za-z])")


_AFTER_WORDS = regex.compile(r"[ \n]?-?(?P<words>[A-Za-z][A-Za-z.']*(?:[ \n-][A-Za-z]+){0,3})")

_WORD = regex.compile(r"[A-Za-z][A-Za-z.']*")
_BLANK = regex.compile(r"[\s-]+")


@cache
def _names() -> dict[str, str]:
    """Names of currencies in English, one and many, by code; the everyday aliases win."""
    locale = Locale("en")
    found = {}
    for code, name in locale.currencies.items():
        if len(code) == 3 and code not in _METALS and not regex.search(r"\d|\(", str(name)):
            found[str(name).casefold()] = code
            found[str(name).casefold() + "s"] = code
    return found | _ALIASES


@cache
def _codes() -> frozenset[str]:
    return frozenset(str(c) for c in Locale("en").currencies if len(str(c)) == 3) - _WORDS_TOO


def currency_before(shadow: str, at: int) -> tuple[int, str, int] | None:
    """Give the currency that ends right before an offset ('US$', 'EUR '): its start, code and factor, or None."""
    low = max(0, at - 8)
    match = _BEFORE.search(shadow[low:at])
    if match is None:
        return None
    if match["dollar"]:
        return low + match.start(), _DOLLARS[match["dollar"].casefold()], 1
    if match["sign"]:
        return low + match.start("sign"), _SIGNS[match["sign"]], 1
    code = match["code"]
    if code.isupper() and code in _codes() and not (match["tail"] and code not in {"USD", "CAD", "AUD", "MXN"}):
        return low + match.start(), code, 10**6 if match["mega"] else 1
    return None


def currency_after(shadow: str, at: int) -> tuple[int, str, int] | None:
    """Give the currency that begins right after an offset (' euros', '-dollar'): its end, code and factor, or None."""
    match = _AFTER.match(shadow, at, at + 48)
    if match is None:
        named = _AFTER_WORDS.match(shadow, at, at + 48)
        return _named(named) if named is not None else None
    if match["sign"]:
        return match.end("sign"), _SIGNS[match["sign"]], 1
    if match["code"] and match["code"] in _codes():
        return match.end("code"), match["code"], 10**6 if match["mega"] else 1
    named = _AFTER_WORDS.match(shadow, at, at + 48)
    return _named(named) if named is not None else None


def _named(match: regex.Match[str]) -> tuple[int, str, int] | None:
    """The longest name of a currency; one capitalised word ('Tajik somoni') may stand before it."""
    words = list(_WORD.finditer(match["words"]))
    start = match.start("words")
    for length in range(len(words), 0, -1):
        text = _BLANK.sub(" ", match["words"][: words[length - 1].end()]).casefold().removesuffix(".")
        if text in _names():
            return start + words[length - 1].end(), _names()[text], 1
    if len(words) > 1 and words[0].group()[0].isupper() and words[1].group().casefold() in _ALIASES:
        return start + words[1].end(), _ALIASES[words[1].group().casefold()], 1
    return None
