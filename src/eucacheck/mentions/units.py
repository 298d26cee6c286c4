"""The words behind a number to the noun that it counts, in the singular: 'companies' is company, 'km' is kilometre."""

from typing import Final

import regex

_STOP: Final = frozenset(
    "of in on at to for by from with and or nor the a an who whom whose which that is are was were be been has "
    "have had will would can could "
    "as after before during since until over under between into out but than per its their his her our not also "
    "only more less fewer ago "
    "years' each where when while if".split()
)
_ED_NOUNS: Final = frozenset("seed feed need deed bed breed reed weed shed".split())
_NO_UNIT: Final = frozenset("times percent per cent pm am o'clock quarter third half point strong".split())
MEASURES: Final = {
    "km": "kilometre", "kilometer": "kilometre", "kms": "kilometre", "m": "metre", "meter": "metre", "kg": "kilogram",
    "kgs": "kilogram",
    "t": "tonne", "ton": "tonne", "mt": "million tonne", "mw": "megawatt", "gw": "gigawatt", "kw": "kilowatt",
    "twh": "terawatt hour",
    "gwh": "gigawatt hour", "mwh": "megawatt hour", "kwh": "kilowatt hour", "ha": "hectare",
    "bcm": "billion cubic metre",
    "sq": "square", "teu": "teu", "barrel": "barrel",
}  # fmt: skip
"""Signs of measures and other spellings of their names."""
SAME: Final = {
    "nation": "country", "state": "country", "republic": "country", "enterprise": "company", "firm": "company",
    "people": "person",
    "soldier": "troop", "nations": "country",
    "carrier": "airline", "businessman": "entrepreneur", "railcar": "wagon", "carriage": "wagon",
    "guest": "participant", "attendee": "participant", "delegate": "participant", "inhabitant": "resident",
    "villager": "resident", "employee": "worker", "pupil": "student", "monitor": "observer", "accord": "agreement",
    "workplace": "job", "vacancy": "job", "settlement": "village", "connection": "flight", "expert": "specialist",
    "lorry": "truck", "teu": "container", "box": "container", "commodity": "product", "rally": "protest",
    "round of negotiation": "round", "round of negotiations": "round", "round of talks": "round",
}  # fmt: skip
"""Nouns that news uses for one thing; only for comparing, never in what is shown."""
_JOINED: Final = regex.compile(
    r"-(?P<word>year|month|week|day|hour|minute|km|kilomet(?:er|re)|member|nation|country|party|point|percent|seat"
    r"|megawatt|gigawatt|kilowatt|MW|GW|hectare|ton(?:ne)?|metre|meter|bed|room|storey|lane|place|page|chapter)\b"
)
_TEU: Final = regex.compile(r"[ \n](?:twenty|20)-foot(?: equivalent)? (?:units?|containers?)\b", regex.I)
_TOKEN: Final = regex.compile(r"[A-Za-z][\w'-]{0,60}")
_GAP: Final = regex.compile(r"[ \n]?-?(?:\")?")
_PART_OF: Final = regex.compile(
    r"[ \n]of[ \n](?:(?:the[ \n])?[A-Za-z]{2,20}'s?[ \n]|(?:the|its|their|our)[ \n])(?:[\d,]{1,9}[ \n])?(?=[A-Za-z])"
)
"""'1,300 of the country's 14,000 glaciers': what is counted stands behind the whole."""
_VERB_BEHIND: Final = regex.compile(
    r" (?:took|came|were|ha[vd]e?|studied|studying|went|live|liv(?:ed|ing)|received|w[oi]n|joined)\b"
)
_OF_GOODS: Final = regex.compile(
    r"(?:,? (?:and|or) [a-z]{3,20}s)?[ \n](?P<noun>projects|companies|firms|enterprises|plants|deals|contracts|ventures"
    r"|programmes|programs|teams|clubs|producers|exporters|importers)\b"
)
"""'175 metals and minerals projects': the goods stand in the plural before what is counted."""
_OF_THINGS: Final = regex.compile(r"[ \n]+of[ \n]+([a-z]+s)\b")
_CONTAINERS: Final = frozenset("set package round kind type group pair series tranche batch".split())
_HEADS_WITH_KIND: Final = frozenset("minister ministry".split())


def unit_after(shadow: str, at: int) -> tuple[str | None, int]:
    """Give the noun that is counted, and where its phrase ends; None where no noun follows."""
    boxes = _TEU.match(shadow, at)
    if boxes is not None:
        return "teu", boxes.end()
    joined = _JOINED.match(shadow, at)
    if joined is not None:
        return MEASURES.get(joined["word"].casefold(), singular(joined["word"].casefold())), joined.end()
    words: list[str] = []
    part = _PART_OF.match(shadow, at)
    end = part.end() if part is not None else at
    while len(words) < 6:
        gap = _GAP.match(shadow, end)
        token = _TOKEN.match(shadow, gap.end() if gap is not None else end)
        if token is None or _stops(token.group(), words):
            break
        words.append(token.group())
        end = token.end()
        if _is_plural(token.group()) and (further := _OF_GOODS.match(shadow, end)) is not None:
            words.append(further["noun"])
            end = further.end()
        if (
            _is_plural(words[-1])
            or _people(shadow, token)
            or (token.group().casefold() in MEASURES and token.group().casefold() != "sq")
        ):
            break
    if not words or (singular(words[0].casefold()) in _NO_UNIT and words[0].casefold() != "points"):
        return None, at
    if len(words) == 1 and words[0].islower() and words[0].endswith("ed") and words[0] not in _ED_NOUNS:
        return None, at  # 'the agreement that the two signed'
    if part is not None and not _is_plural(words[-1]):
        return None, at
    return _head(shadow, words, end)


def singular(word: str) -> str:
    """'countries' to country, 'packages' to package; other words as they are."""
    if word in {"people", "series", "troops'", "memoranda"}:
        return {"people": "person", "memoranda": "memorandum"}.get(word, word)
    for plural, single in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(plural) and len(word) > 4:
            return word.removesuffix(plural) + single
    return word.removesuffix("s") if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _stops(word: str, words: list[str]) -> bool:
    low = word.casefold()
    if low in _STOP:
        return True
    verb = word.endswith(("ed", "ing")) and word[0].islower()
    return bool(words) and verb and (words[-1].endswith("s") or len(words) > 2)


def _is_plural(word: str) -> bool:
    """A lower-case plural ends the phrase; 'EU Foreign Ministers' goes on to its last capital."""
    return word == "people" or (
        word.islower() and word.endswith("s") and not word.endswith(("ss", "'s", "us", "s'", "is"))
    )


def _people(shadow: str, token: regex.Match[str]) -> bool:
    """'8,340 Uzbeks took part': a capital plural before a verb ends the phrase."""
    word = token.group()
    return word.istitle() and word.endswith("s") and _VERB_BEHIND.match(shadow, token.end()) is not None


def _head(shadow: str, words: list[str], end: int) -> tuple[str, int]:
    last = words[-1] if words[-1].isupper() and len(words[-1]) <= 4 else words[-1].casefold()
    head = MEASURES.get(last.casefold(), "") or singular(last.casefold())
    head = MEASURES.get(head, head)
    if head == "square" or (head in {"metre", "kilometre", "hour"} and len(words) > 1):
        return " ".join([*(singular(w.casefold()) for w in words[:-1]), head]), end
    tail = _OF_THINGS.match(shadow, end)
    if tail is not None and head in _CONTAINERS:
        return f"{head} of {tail.group(1)}", tail.end()
    if head in _HEADS_WITH_KIND and len(words) > 1 and words[-2].casefold() not in {"eu", "european"}:
        return f"{words[-2].casefold()} {head}", end
    return head, end


def plural(unit: str) -> str:
    """'company' to companies, 'set of sanctions' to sets of sanctions; the first noun of a container changes."""
    head, space, tail = unit.partition(" of ")
    if head in {"person", "series"}:
        return {"person": "people"}.get(head, head) + space + tail
    if head.endswith("y") and head[-2:-1] not in {*"aeiou"}:
        many = head[:-1] + "ies"
    else:
        many = head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s")
    return many + space + tail
