"""A sentence to the ranks of what somebody has and of what something is, with the field in which they hold.

"Has the fourth-largest gas reserves in the world", "only two states own more gas than X", "the most populous region of
Y", "has the busiest airport in Z".
"""

from collections.abc import Iterator

import regex

from eucacheck.kinds.rank.words import (
    COPULA,
    NEGATED,
    NTH,
    ORDER,
    SOME,
    WILL,
    Place,
    Rank,
    definite,
    oblique,
    subject_before,
)
from eucacheck.records import EntityMention
from eucacheck.spans import between

_SIZE = "largest|biggest|greatest|richest"
_BEST = (
    rf"(?:(?P<nth>{NTH})[- ])?(?P<best>{_SIZE}|highest|tallest|longest|deepest|busiest|oldest|youngest|poorest|smallest"
    r"|most (?:populous|populated|visited|[a-z]{3,12}(?:ous|ive|ful|ed|ing)))"
)
_STOP = (
    r"(?!(?:in|of|on|within|among|that|which|and|or|to|for|by|with|from|after|behind|than|worldwide|globally|is|was)\b)"
)
_NOUN = (
    rf"(?P<noun>(?:{_STOP}[a-z][a-z-]{{1,20}} ){{0,3}}?{_STOP}[a-z][a-z-]{{2,20}})(?!-)"
    r"(?=\s+(?:in|of|on|within|among|worldwide|globally|behind|after)\b|['.,;:)\n]|$)"
)
_HAVE = r"(?:has|have|had|holds?|held|owns?|possess(?:es)?|sits? on|boasts?|holding|owning|sitting on|possessing)"
_WHOSE = r"(?:(?P<whose>[\p{L} -]{3,30})'s\s+)?"
_HAS = regex.compile(rf"\b(?:{_HAVE}|[Ww]ith)\s+(?:by far\s+)?(?:the\s+)?{_WHOSE}{_BEST}\s+{_NOUN}")
_IS = regex.compile(
    rf"(?:\b{COPULA}(?:\s+(?:also|still|now|by far|thus))?|(?P<comma>,))\s+(?:the\s+)?{_WHOSE}{_BEST}\s+{_NOUN}"
)
_FEW = regex.compile(
    r"\b(?:only\s+(?P<few>one|two|three|four|five|six)|(?P<none>no))\s+(?:other\s+)?(?:countr(?:y|ies)|states?|nations?)\s+"
    r"(?:(?:in|on|of)\s+(?:the\s+)?(?P<where>world|earth|planet|region)\s+)?"
    rf"{_HAVE}\s+(?:more|larger|bigger|greater|richer)\s+(?P<noun>[a-z][a-z-]{{2,20}}(?: [a-z-]{{3,20}}){{0,2}}?)"
    r"\s+than\s+(?:the\s+)?",
    regex.I,
)
_OF_GOODS = regex.compile(
    r"\s+of\s+(?:natural\s+)?(?P<goods>gas|oil|uranium|gold|silver|coal|lithium|copper|tungsten|rare earths?|antimony|"
    r"chromium|zinc|water|salt)\b"
)
_STANDS = regex.compile(
    r"(?P<own>(?:natural\s)?\b[a-z]{3,12}(?:\s[a-z]{3,10})?\s(?:reserves|deposits|resources)\s+)?"
    rf"\b(?:ranks?|ranked|(?:is|are)\sranked|stands?|(?:comes?|came)(?=\s+(?:in\s+)?(?:{NTH})))\s+(?:in\s+)?"
    rf"(?P<best>(?P<nth>{NTH}|first))(?:[- ](?:place|largest|biggest))?"
    r"(?P<by>\s+(?:by|in terms of|for)\s+(?:the\s+)?(?:size of\s+)?(?:its\s+)?"
    r"(?P<noun>[a-z][a-z-]{2,20}(?:\s[a-z-]{3,20}){0,2}?)(?=\s+(?:in|within|among|worldwide|globally)\b))?"
)
"""'Its gas reserves rank fourth in the world', 'ranks second by population in the region'."""
_STANDING = ("rank", "stand", "come", "came")
_BY = regex.compile(
    r"\s+(?:by|in terms of|for)\s+(?:the\s+)?(?:size of\s+)?(?:its\s+)?"
    r"(?P<noun>[a-z][a-z-]{2,20}(?:\s[a-z-]{3,20}){0,2})"
)
_COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_STORE = regex.compile(r"\s*\b(?:reserves?|deposits?|resources?|stocks?|fields?)$")
_GOODS = regex.compile(
    r"\b(?:gas|oil|uranium|gold|silver|coal|lithium|copper|tungsten|rare earths?|antimony|chromium|zinc|water|salt)\b",
    regex.I,
)
_ROLE_HEAD = regex.compile(
    r"(?:partner|investor|donor|creditor|lender|supplier|exporter|importer|buyer|producer|consumer|market|destination"
    r"|recipient|contributor|provider|customer|employer|sponsor|manufacturer|economy|source)s?$"
)
"""Roles are read elsewhere, with whose they are."""
_SCOPE = regex.compile(
    r"\s+(?:in|of|on|within|across)\s+(?:the\s+|all\s+(?:of\s+)?)?(?:(?P<world>world|earth|planet|globe)\b)?"
    r"(?:(?P<word>region|country|republic)\b)?"
)
_GLOBAL = regex.compile(r"\s+(?:worldwide|globally)\b")
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}'-]{2,30})(?:\s\p{Lu}[\p{L}'-]{1,30}){0,3}$")
_WHICH = regex.compile(r",? (?:which|that)(?: \w{2,20}ly| now| still| also)? $")
_HE = regex.compile(r"(?:It|The (?:country|republic|state))\b")
_BACK = 400
"""Characters before a bare "reserves" in which its goods are named."""


def find_holdings(place: Place) -> Iterator[Rank]:
    """The ranks of what a country, town or body has, and of what a place or thing is."""
    text, low, high = place.text, place.sentence.start, place.sentence.end
    words = text[low:high]
    for match in _FEW.finditer(text, low, high) if " than " in words else ():
        holder = next((e for e in _entities(place) if match.end() - 4 <= e.start <= match.end()), None)
        if holder is not None and (criterion := _criterion(place, "largest", match["noun"], match.start())):
            position = 1 + (_COUNTED[match["few"].casefold()] if match["few"] else 0)
            field = definite(place, "region", match.start()) if match["where"] == "region" else "world"
            yield Rank(
                match.start(), holder.end, match["few"] or "no", position, (criterion,), holder.entity, None, field
            )
    for pattern in (_HAS, _IS) if "est" in words or "most" in words else ():
        for match in pattern.finditer(text, low, high):
            if (rank := _ranked(place, match, has=pattern is _HAS)) is not None:
                yield rank
    for match in _STANDS.finditer(text, low, high) if any(w in words for w in _STANDING) else ():
        if (rank := _standing(place, match)) is not None:
            yield rank


def _ranked(place: Place, match: regex.Match[str], *, has: bool) -> Rank | None:
    if _ROLE_HEAD.search(match["noun"]) is not None:
        return None
    goods = _OF_GOODS.match(place.text, match.end()) if _STORE.search(" " + match["noun"]) is not None else None
    noun, stop = (f"{goods['goods']} {match['noun']}", goods.end()) if goods else (match["noun"], match.end())
    criterion = _criterion(place, match["best"], noun, match.start())
    field, end = _field(place, match, stop)
    before = place.text[place.sentence.start : match.start()]
    holder, start = _owner(place, match.start()) if has else _itself(place, match)
    if holder is None and match.group().startswith("With "):
        holder, start = _behind(place, end)[0], match.start()
    if criterion is None or field is None or holder is None or holder == field:
        return None
    nth, told = (match["nth"] or "").casefold(), place.text[place.sentence.start : match.start("best")]
    return Rank(
        start, end, nth or match["best"].casefold(), ORDER.get(nth, 1), (criterion,), holder, None, field,
        sole=SOME.search(told) is None and not match["noun"].endswith("ies"),
        modality="planned" if WILL.search(before[-40:] + match.group()[:12]) else None,
        polarity=NEGATED.search(before[-30:]) is None,
    )  # fmt: skip


def _standing(place: Place, match: regex.Match[str]) -> Rank | None:
    """'X's gas reserves rank fourth in the world', 'X ranks second in the region by population'."""
    field, end = _scope(place, match.end())
    behind = _BY.match(place.text, end, place.sentence.end) if field is not None and not match["by"] else None
    noun = match["own"] or match["noun"] or (behind["noun"] if behind is not None else None)
    if field is None or noun is None or (match["own"] and match["noun"]):
        return None
    end = behind.end() if behind is not None and not match["own"] else end
    low = place.sentence.start
    near = [
        e for e in _entities(place) if e.end <= match.start() and match.start() - e.end <= (3 if match["own"] else 1)
    ]
    country = _COUNTRYS.search(place.text[low : match.start()]) if match["own"] else None
    holder = near[-1].entity if near else definite(place, "country", match.start()) if country is not None else None
    criterion = _criterion(place, "largest", noun.strip(), match.start())
    if holder is None or criterion is None or holder == field:
        return None
    start = near[-1].start if near else match.start()
    nth = match["nth"].casefold()
    return Rank(start, end, nth, ORDER.get(nth, 1), (criterion,), holder, None, field)


_COUNTRYS = regex.compile(r"\b[Tt]he (?:country|republic)'s $|\b[Ii]ts $")


def _criterion(place: Place, best: str, noun: str, at: int) -> str | None:
    """'gas reserves' for "natural gas deposits", "gas", "reserves" after gas; "highest dam" where it is not of size."""
    words = noun.casefold().removeprefix("natural ").removeprefix("proven ")
    size = regex.fullmatch(_SIZE, best, regex.I) is not None
    stored = _STORE.search(words)
    if stored is not None:
        words = words[: stored.start()].strip()
        if not words:
            told = _GOODS.findall(place.text, max(0, at - _BACK), at)
            words = told[-1].casefold() if told else ""
        return f"{words} reserves" if words else None
    if _GOODS.fullmatch(words):
        return f"{words} reserves"
    return words if size else f"{best.casefold()} {words}"


def _entities(place: Place) -> list[EntityMention]:
    """What can have or be something: countries, bodies and regions, and towns."""
    low, high = place.sentence.start, place.sentence.end
    towns = [e for e in between(place.doc.entities, low, high) if e.type == "place"]
    return sorted([*place.entities, *towns], key=lambda e: (e.start, e.end))


def _field(place: Place, match: regex.Match[str], stop: int) -> tuple[str | None, int]:
    """The world, a region or a country in which the rank holds, and where its words end."""
    if match["whose"]:
        start, end = match.span("whose")
        word = match["whose"].casefold()
        if word in {"world", "the world"}:
            return "world", match.end()
        named = next((e for e in _entities(place) if start <= e.start and e.end <= end + 2), None)
        return (named.entity if named is not None else definite(place, word.split()[-1], start)), stop
    return _scope(place, stop)


def _scope(place: Place, at: int) -> tuple[str | None, int]:
    """'in the world', 'in the region', 'in X' behind an offset, and where its words end."""
    if (everywhere := _GLOBAL.match(place.text, at)) is not None:
        return "world", everywhere.end()
    link = _SCOPE.match(place.text, at, place.sentence.end)
    if link is None:
        return None, at
    if link["world"]:
        return "world", link.end()
    if link["word"]:
        return definite(place, link["word"].casefold(), link.start("word")), link.end()
    named = next((e for e in _entities(place) if link.end() - 4 <= e.start <= link.end() < e.end), None)
    return (named.entity, named.end) if named is not None else (None, at)


def _owner(place: Place, at: int) -> tuple[str | None, int]:
    """The subject before "has": the last entity that is no object; that of the sentence before for "it"."""
    low = place.sentence.start
    which = _WHICH.search(place.text[low:at])
    if which is not None:
        near = [e for e in _entities(place) if 0 <= low + which.start() - e.end <= 1]
        return (near[-1].entity, near[-1].start) if near else (None, at)
    subjects = [e for e in _entities(place) if e.end <= at and not oblique(place.text, e, low)]
    if subjects:
        return subjects[-1].entity, subjects[-1].start
    if _HE.match(place.text, low) is not None:
        return subject_before(place), low
    named = _NAME.search(place.text[low:at].rstrip())
    return (f"name:{_slug(named.group())}", low + named.start()) if named is not None else (None, at)


def _itself(place: Place, match: regex.Match[str]) -> tuple[str | None, int]:
    """What stands right before "is the" or the comma: a known place, or a name that no list knows."""
    at = match.start()
    near = [e for e in _entities(place) if 0 <= at - e.end <= 1]
    if near:
        return near[-1].entity, near[-1].start
    named = _NAME.search(place.text[place.sentence.start : at].rstrip())
    if named is None or match["comma"] or len(named.group()) < 3:
        return None, at
    return f"name:{_slug(named.group())}", place.sentence.start + named.start()


def _slug(name: str) -> str:
    return regex.sub(r"[^\p{L}\d]+", "-", name.casefold()).strip("-")


def _behind(place: Place, at: int) -> tuple[str | None, int]:
    """'With the largest deposits in the world, X hopes ...': what stands right behind."""
    near = [e for e in _entities(place) if 0 <= e.start - at <= 2]
    return (near[0].entity, near[0].start) if near else (None, at)
