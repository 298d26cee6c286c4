"""The words of a query to what is asked: content words, kinds of fact, dates, numbers, ordinals. Standard library alone.

The tables hold words of the English language only; the names of people, bodies and places stand in the base that is searched.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_STOP: Final = frozenset(
    "a an and are at be been between by can did do does for from had has have how i in into is it its many me much of on or over s show tell "
    "that the their there they this to under us was were what when where which who whom whose why will with would".split()
)
_MONTH_NAMES: Final = "january february march april may june july august september october november december".split()
_MONTHS: Final = {
    name[:size]: number
    for number, name in enumerate(_MONTH_NAMES, 1)
    for size in (3, len(name))
} | {"sept": 9}  # fmt: skip
_MAGNITUDES: Final = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "mln": 6,
    "m": 6,
    "billion": 9,
    "bln": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
}
_POWERS: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
_CURRENCIES: Final = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD", "usd": "USD", "pound": "GBP", "pounds": "GBP", "gbp": "GBP",
    "yuan": "CNY", "renminbi": "CNY", "cny": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rub": "RUB",
    "yen": "JPY", "jpy": "JPY", "francs": "CHF", "chf": "CHF",
}  # fmt: skip
_SIGNS: Final = {"€": " euro ", "$": " dollar ", "£": " pound ", "¥": " yen "}
_UNITS: Final = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_CARDINALS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TENS: Final = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
_ORDINAL: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_DAY_OF_MONTH: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")

_ASKS: Final[Mapping[str, Mapping[str, float]]] = {
    "who": {"title": 0.5, "event_chair": 0.2, "participant": 0.2, "rank": 0.1},
    "whom": {"meeting": 0.4, "event_chair": 0.2, "participant": 0.3},
    "when": {"event_date": 0.7, "visit": 0.4, "meeting": 0.4, "agreement": 0.4, "status": 0.2},
    "where": {"event_place": 0.7, "visit": 0.4, "meeting": 0.3, "agreement": 0.2},
    "date": {"event_date": 0.9, "visit": 0.3, "agreement": 0.4}, "day": {"event_date": 0.5},
    "place": {"event_place": 0.9}, "venue": {"event_place": 0.9}, "city": {"event_place": 0.6}, "location": {"event_place": 0.9},
    "how much": {"amount": 0.9}, "how many": {"count": 0.9},
    "title": {"title": 1.0}, "office": {"title": 0.8}, "post": {"title": 0.6}, "position": {"title": 0.6}, "job": {"title": 0.6}, "rank": {"rank": 0.4},
    "name": {"name": 1.0}, "spelling": {"name": 1.0}, "spelt": {"name": 1.0}, "spelled": {"name": 1.0}, "called": {"name": 0.6, "title": 0.2},
    "money": {"amount": 0.8},
    "say": {"quote": 0.6}, "said": {"quote": 0.6}, "quote": {"quote": 1.0}, "words": {"quote": 0.6},
}  # fmt: skip
"""Words that ask for a kind of fact and are no content of it, with how strongly they ask."""

_HINTS: Final[Mapping[str, Mapping[str, float]]] = {
    "chaired": {"event_chair": 1.0}, "chair": {"event_chair": 0.9}, "chairs": {"event_chair": 1.0}, "chairman": {"event_chair": 0.7, "title": 0.2},
    "cochaired": {"event_chair": 1.0}, "hosted": {"event_chair": 1.0}, "host": {"event_chair": 0.7}, "hosts": {"event_chair": 0.9},
    "headed": {"event_chair": 0.8}, "led": {"event_chair": 0.7}, "delegation": {"event_chair": 0.5}, "presided": {"event_chair": 1.0},
    "attended": {"participant": 0.9, "event_chair": 0.2}, "participants": {"participant": 0.9}, "attend": {"participant": 0.9},
    "president": {"title": 0.5}, "minister": {"title": 0.5}, "ministers": {"title": 0.2}, "commissioner": {"title": 0.5}, "representative": {"title": 0.5},
    "ambassador": {"title": 0.5}, "chancellor": {"title": 0.5}, "secretary": {"title": 0.4}, "director": {"title": 0.4}, "deputy": {"title": 0.4},
    "chief": {"title": 0.4}, "envoy": {"title": 0.5}, "spokesperson": {"title": 0.5}, "speaker": {"title": 0.3}, "king": {"title": 0.4},
    "premier": {"title": 0.5}, "head": {"title": 0.3},
    "summit": {"event_place": 0.1, "event_date": 0.15, "event_ordinal": 0.05}, "meeting": {"event_place": 0.15, "event_date": 0.1, "meeting": 0.1},
    "ministerial": {"event_date": 0.15, "event_place": 0.1}, "conference": {"event_date": 0.15, "event_place": 0.1}, "forum": {"event_date": 0.15, "event_place": 0.1},
    "dialogue": {"event_date": 0.15, "event_place": 0.1}, "round": {"event_ordinal": 0.2, "event_date": 0.1}, "held": {"event_date": 0.2, "event_place": 0.2},
    "turnover": {"amount": 0.7}, "investment": {"amount": 0.5}, "investments": {"amount": 0.5}, "exports": {"amount": 0.5}, "imports": {"amount": 0.5},
    "trade": {"amount": 0.3}, "loan": {"amount": 0.6}, "grant": {"amount": 0.5}, "pledge": {"amount": 0.7}, "pledged": {"amount": 0.7},
    "worth": {"amount": 0.7}, "cost": {"amount": 0.7}, "costs": {"amount": 0.7}, "budget": {"amount": 0.7}, "funding": {"amount": 0.7}, "funds": {"amount": 0.5},
    "gdp": {"amount": 0.6}, "percent": {"count": 0.7}, "percentage": {"count": 0.7}, "share": {"count": 0.5}, "number": {"count": 0.6},
    "largest": {"rank": 0.8}, "biggest": {"rank": 0.8}, "main": {"rank": 0.4}, "leading": {"rank": 0.4},
    "signed": {"agreement": 0.8}, "sign": {"agreement": 0.5}, "initialled": {"agreement": 0.9}, "initialed": {"agreement": 0.9}, "ratified": {"agreement": 0.9},
    "adopted": {"agreement": 0.7}, "agreement": {"agreement": 0.4, "name": 0.1}, "roadmap": {"agreement": 0.5}, "strategy": {"agreement": 0.4}, "treaty": {"agreement": 0.5},
    "visit": {"visit": 0.9}, "visited": {"visit": 0.9}, "visits": {"visit": 0.9}, "trip": {"visit": 0.8}, "tour": {"visit": 0.8}, "travelled": {"visit": 0.8},
    "meet": {"meeting": 0.7, "event_date": 0.1}, "met": {"meeting": 0.7}, "talks": {"meeting": 0.4},
    "postponed": {"status": 0.9, "event_date": 0.3}, "cancelled": {"status": 0.9}, "planned": {"status": 0.3, "event_date": 0.2},
}  # fmt: skip
"""Words that are content and hint at a kind of fact."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as a query gives it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a query asks: content words, kinds with their weights, dates, numbers (unit None where not given).

    `terms` are the words by which candidates are searched: content, and dates and numbers as texts write them.
    """

    words: tuple[str, ...]
    terms: tuple[str, ...]
    kinds: Mapping[str, float]
    moments: tuple[Moment, ...] = ()
    numbers: tuple[tuple[Decimal, str | None], ...] = ()
    ordinals: tuple[int, ...] = ()
    asks: tuple[str, ...] = ()


def read_question(query: str) -> Question:
    """Read a query; a query of stop words alone keeps them, so that something is searched."""
    for sign, word in _SIGNS.items():
        query = query.replace(sign, word)
    raw = split_words(query)
    moments, words = _take_moments(raw)
    numbers, words = _take_numbers(words)
    ordinals = tuple(n for w in words if (n := ordinal_of(w)) is not None)
    content = tuple(dict.fromkeys(w for w in words if w not in _STOP and w not in _ASKS and w.removesuffix("s") not in _ASKS))
    kinds = _kinds_asked(words)
    if any(unit is not None or number >= 10**6 for number, unit in numbers):
        _add(kinds, {"amount": 0.8, "count": 0.1})
    if ordinals and not any(weight >= 0.5 for weight in kinds.values()):
        _add(kinds, {"event_ordinal": 0.6})
    if moments and not content and not numbers:
        _add(kinds, {"event_date": 0.6})
    if not kinds:
        _add(kinds, {"name": 0.5})
    if not content and not moments and not numbers:
        content = tuple(dict.fromkeys(words))
    return Question(content, _terms(content, moments, numbers), kinds, moments, numbers, ordinals, _asking(raw))


def _asking(words: Sequence[str]) -> tuple[str, ...]:
    """The question words as a fact's question would begin with them."""
    line = f"{' '.join(words)} "
    return tuple(a for a in ("how much", "how many", "who", "when", "where", "which") if f"{a} " in line)


def numbers_in(text: str) -> tuple[tuple[Decimal, str | None], ...]:
    """The numbers of a text with their currency."""
    return _take_numbers(split_words(text))[0]


def _terms(
    content: tuple[str, ...], moments: tuple["Moment", ...], numbers: tuple[tuple[Decimal, str | None], ...]
) -> tuple[str, ...]:
    """Words to search by: an ordinal in both its forms, months in full, numbers with their magnitude in a word."""
    terms: list[str] = []
    for word in content:
        number = ordinal_of(word)
        terms += [word] if number is None else [word, *(_UNITS[number : number + 1]), f"{number}{_suffix(number)}"]
    for moment in moments:
        terms += [_MONTH_NAMES[moment.month - 1]] if moment.month is not None else []
        terms += [str(n) for n in (moment.day, moment.year) if n is not None]
    for number, unit in numbers:
        power, word = next((size for size in _POWERS if number >= 10 ** size[0]), (0, ""))
        terms += [f"{(number / 10**power).normalize():f}", word, (unit or "").casefold()]
    return tuple(dict.fromkeys(t for t in terms if t))


def _suffix(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def split_words(text: str) -> list[str]:
    """Lower-case words without diacritics; "20th" stays one, "EU-Central" becomes two."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [w for w in _WORD.findall(plain.casefold()) if w]


def stem(word: str) -> str:
    """The form in which words are compared: English endings dropped, ordinals in figures ("first" is "1st")."""
    number = ordinal_of(word)
    if number is not None:
        return f"{number}th"
    if word in _CARDINALS:
        return str(_CARDINALS.index(word))
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e") if len(word) > 5 else word


def ordinal_of(word: str) -> int | None:
    """20 of "20th" and "twentieth"; None for other words."""
    match = _ORDINAL.fullmatch(word)
    if match is not None:
        return int(match[1])
    if word in _TENS:
        return _TENS[word]
    return _UNITS.index(word) if word in _UNITS[1:] else None


def _kinds_asked(words: Sequence[str]) -> dict[str, float]:
    kinds: dict[str, float] = {}
    line = " ".join(words)
    for phrase in ("how much", "how many"):
        if phrase in line:
            _add(kinds, _ASKS[phrase])
    for word in words:
        _add(kinds, _ASKS.get(word) or _ASKS.get(word.removesuffix("s")) or {})
        _add(kinds, _HINTS.get(word, {}))
    if {"first", "country"} <= set(words) or {"first", "nation"} <= set(words) or {"first", "state"} <= set(words):
        _add(kinds, {"rank": 0.9})
    return kinds


def _add(kinds: dict[str, float], more: Mapping[str, float]) -> None:
    for kind, weight in more.items():
        kinds[kind] = min(1.2, kinds.get(kind, 0.0) + weight)


def _take_moments(words: list[str]) -> tuple[tuple[Moment, ...], list[str]]:
    """Dates out of the words: "27 october 2022", "june 5", "april", "2025-04-03" (as three numbers), "2022"."""
    found: list[Moment] = []
    rest: list[str] = []
    i = 0
    while i < len(words):
        moment, used = _moment_at(words, i)
        if moment is not None:
            found.append(moment)
            i += used
        else:
            rest.append(words[i])
            i += 1
    return tuple(found), rest


def _moment_at(words: list[str], i: int) -> tuple[Moment | None, int]:
    here = words[i : i + 3] + [""] * 3
    if (year := _year(here[0])) is not None:
        if (
            here[1].isdigit()
            and here[2].isdigit()
            and len(here[1]) <= 2
            and 1 <= int(here[1]) <= 12
            and 1 <= int(here[2]) <= 31
        ):
            return Moment(year, int(here[1]), int(here[2])), 3
        return Moment(year), 1
    if (day := _day(here[0])) is not None and here[1] in _MONTHS and (here[1] != "may" or day):
        year = _year(here[2])
        return Moment(year, _MONTHS[here[1]], day), 3 if year else 2
    month = _MONTHS.get(here[0])
    if month is None or (
        here[0] in {"mar", "dec", "jan", "may"}
        and not (_day(here[1]) or _year(here[1]) or (i and words[i - 1] == "in"))
    ):
        return None, 0
    if (year := _year(here[1])) is not None:
        return Moment(year, month), 2
    if (day := _day(here[1])) is not None:
        year = _year(here[2])
        return Moment(year, month, day), 3 if year else 2
    return Moment(None, month), 1


def _year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100 else None


def _day(word: str) -> int | None:
    match = _DAY_OF_MONTH.fullmatch(word)
    return int(match[1]) if match is not None and 1 <= int(match[1]) <= 31 else None


def _take_numbers(words: list[str]) -> tuple[tuple[tuple[Decimal, str | None], ...], list[str]]:
    """Numbers with magnitude and currency; currency words alone stay content under their code."""
    found: list[tuple[Decimal, str | None]] = []
    rest: list[str] = []
    i = 0
    while i < len(words):
        match = re.fullmatch(r"(\d{1,15}(?:[.,]\d{1,3}){0,4})(k|m|mln|bn|bln|tn)?", words[i])
        if match is None:
            rest.append(_CURRENCIES.get(words[i], words[i]).casefold())
            i += 1
            continue
        unit = (
            _CURRENCIES.get(rest[-1])
            or (rest[-1].upper() if rest and rest[-1].upper() in _CURRENCIES.values() else None)
            if rest
            else None
        )
        i += 1
        power = _MAGNITUDES.get(match[2] or "", 0)
        if i < len(words) and words[i] in _MAGNITUDES:
            power = _MAGNITUDES[words[i]]
            i += 1
        if i < len(words) and words[i] in _CURRENCIES:
            unit = _CURRENCIES[words[i]]
            i += 1
        found.append((_decimal(match[1]) * 10**power, unit))
    return tuple(found), rest


def _decimal(figure: str) -> Decimal:
    """'1,500' is thousands, '1,5' and '1.5' are decimals."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure):
        return Decimal(figure.replace(",", ""))
    head, _, tail = figure.replace(",", ".").rpartition(".")
    return Decimal(f"{head.replace('.', '')}.{tail}") if head else Decimal(tail)
