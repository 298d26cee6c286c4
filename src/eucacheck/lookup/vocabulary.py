"""English words to what they ask for or mean in a query: kinds of fact, months, numbers, currencies.

Words of the language only: the names of people, bodies and places stand in the base that is searched.
"""

from collections.abc import Mapping
from typing import Final


def _by_word(table: Mapping[str, Mapping[float, str]]) -> dict[str, dict[str, float]]:
    """Turn kind -> weight -> words into word -> kind -> weight."""
    turned: dict[str, dict[str, float]] = {}
    for kind, weights in table.items():
        for weight, words in weights.items():
            for word in words.split():
                turned.setdefault(word, {})[kind] = weight
    return turned


STOP: Final = frozenset(
    (
        "a about again all an and any are at be been between big by can did do does event events ever for from had "
        "happen happened happening happens has have held how i in into is it its last latest many me much newest "
        "next no not of on or over recent s show still take tell that the their there they this to took under "
        "upcoming us was were what when where which who whom whose why will with would"
    ).split()
)
"""Words that are no content of a query."""

LINKING: Final = frozenset({"of", "and", "for", "the", "in", "on", "to"})
"""Words inside a name that a short form leaves out."""

PHRASES: Final = {
    "how much": {"amount": 0.9},
    "how many": {"count": 0.9},
    "how many times": {"event_ordinal": 0.9},
    "what did": {"quote": 0.5},
    "how big": {"amount": 0.6, "count": 0.3},
    "how often": {"event_ordinal": 0.9},
    "which number": {"event_ordinal": 0.9},
    "which round": {"event_ordinal": 0.9},
    "which edition": {"event_ordinal": 0.9},
    "take part": {"participant": 0.6},
    "took part": {"participant": 0.6},
    "taken part": {"participant": 0.6},
}
"""Words in a row that ask for a kind of fact."""

_ASKS: Final[Mapping[str, Mapping[float, str]]] = {
    "title": {
        1.0: "title",
        0.8: "office",
        0.6: "post position job",
        0.5: "who",
        0.2: "called",
    },
    "event_chair": {
        0.2: "who whom",
    },
    "participant": {
        0.3: "whom",
        0.2: "who",
    },
    "rank": {
        0.4: "rank",
        0.1: "who",
    },
    "meeting": {
        0.4: "whom when",
        0.3: "where",
    },
    "event_date": {
        0.9: "date",
        0.7: "when",
        0.5: "day",
    },
    "visit": {
        0.4: "when where",
        0.3: "date",
    },
    "agreement": {
        0.4: "when date",
        0.2: "where",
    },
    "status": {
        0.2: "when",
    },
    "event_place": {
        0.9: "place venue location",
        0.7: "where",
        0.6: "city",
    },
    "name": {
        1.0: "name spelling spelt spelled",
        0.6: "called",
    },
    "amount": {
        0.8: "money",
    },
    "quote": {
        1.0: "quote",
        0.6: "say said words",
    },
}

ASKS: Final = _by_word(_ASKS)
"""Words that ask for a kind of fact and are no content of it, with how strongly they ask."""

_HINTS: Final[Mapping[str, Mapping[float, str]]] = {
    "event_chair": {
        1.0: "chaired chairs cochaired hosted presided",
        0.9: "chair hosts",
        0.8: "headed",
        0.7: "chairman host led",
        0.5: "delegation",
        0.2: "attended",
    },
    "title": {
        0.5: "president minister commissioner representative ambassador chancellor envoy spokesperson premier",
        0.4: "secretary director deputy chief king",
        0.3: "speaker head succeeded successor predecessor",
        0.2: "chairman ministers",
    },
    "participant": {
        0.9: "attended participants attend",
        0.5: "absent",
        0.3: "present",
    },
    "event_place": {
        0.2: "held",
        0.15: "meeting",
        0.1: "summit ministerial conference forum dialogue",
    },
    "event_date": {
        0.5: "since until expires expired begins began starts started ends ended opened opens",
        0.4: "mandate term tenure appointed appointment launched",
        0.3: "postponed",
        0.2: "held planned",
        0.15: "summit ministerial conference forum dialogue",
        0.1: "meeting round meet",
    },
    "event_ordinal": {
        0.2: "round",
        0.05: "summit",
    },
    "meeting": {
        0.7: "meet met",
        0.4: "talks",
        0.1: "meeting",
    },
    "amount": {
        0.7: "turnover pledge pledged worth cost costs budget funding",
        0.6: "loan gdp lend lent lends credit",
        0.5: "trade commerce investment investments exports imports grant funds invest invested give gave paid pay fdi",
    },
    "count": {
        0.7: "percent percentage",
        0.9: "deaths casualties fatalities victims",
        0.6: "number dead killed died",
        0.5: "share",
    },
    "rank": {
        0.8: "largest biggest",
        0.4: "main leading",
    },
    "agreement": {
        0.9: "initialled initialed ratified",
        0.8: "signed",
        0.7: "adopted",
        0.5: "sign roadmap treaty memorandum initial signature",
        0.4: "agreement strategy",
    },
    "name": {
        0.1: "agreement",
    },
    "visit": {
        0.9: "visit visited visits",
        0.8: "trip tour travelled",
    },
    "status": {
        0.9: "postponed cancelled",
        0.3: "planned",
    },
}

HINTS: Final = _by_word(_HINTS)
"""Words that are content and hint at a kind of fact."""

ABBREVIATIONS: Final = {
    "fdi": "foreign direct investment",
    "fm": "foreign minister",
    "fms": "foreign ministers",
    "hq": "headquarters",
    "mfa": "ministry of foreign affairs",
    "mou": "memorandum of understanding",
    "pm": "prime minister",
}
"""Short forms of the language; those of bodies and programmes are learnt from the base."""

_SENSES: Final = (
    "deaths dead died killed victims casualties fatalities",
    "loan lend lends lent lending credit",
    "trade turnover commerce",
    "largest biggest greatest",
    "begin begins began begun start starts started beginning launched",
    "end ends ended ending expire expires expired",
    "term mandate tenure",
    "visit visited visits trip travelled toured",
    "grant donation gift",
    "deputy vice",
    "envoy representative represents",
    "talks negotiations",
    "flight flights flies fly",
    "appointed appointment",
    "initialled initialed initialling",
)
SENSES: Final = {word: group.split()[0] for group in _SENSES for word in group.split()}
"""Words that mean one thing in this trade, to the first of them."""
MEMBERS: Final = {group.split()[0]: tuple(group.split()) for group in _SENSES}

MONTH_NAMES: Final = "january february march april may june july august september october november december".split()
MONTHS: Final = {name[:size]: number for number, name in enumerate(MONTH_NAMES, 1) for size in (3, len(name))} | {
    "sept": 9
}
MAGNITUDES: Final = {
    word: power
    for power, words in ((3, "thousand k"), (6, "million mln m"), (9, "billion bln bn"), (12, "trillion tn"))
    for word in words.split()
}
POWERS: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
CURRENCIES: Final = {
    word: code
    for code, words in (
        ("EUR", "euro euros eur"),
        ("USD", "dollar dollars usd"),
        ("GBP", "pound pounds gbp"),
        ("CNY", "yuan renminbi cny"),
        ("RUB", "rouble roubles ruble rubles rub"),
        ("JPY", "yen jpy"),
        ("CHF", "francs chf"),
    )
    for word in words.split()
}
SIGNS: Final = {"€": " euro ", "$": " dollar ", "£": " pound ", "¥": " yen "}
CARDINALS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()
UNITS: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
"""Ordinals by their number."""
TENS: Final = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
