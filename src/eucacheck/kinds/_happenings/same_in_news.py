"""What two reports of one news give alike under other names: one day, one town, one number, to agreements.

"The forum was held on 26-27 November" and "more than 500 attended on 26 and 27 November" share no subject that a list
knows. Where the value is the same, the reports are of one news, and the words around it have something in common, the
two support each other.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import span_of_days
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, count_sources, make_finding
from eucacheck.kinds._happenings.deed_words import COMMON
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.kinds._wording.words import listed
from eucacheck.pack import Pack
from eucacheck.records import Claim, Finding, Value
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.facts import Block

SAME: Final = "alike:"
"""How the blocks begin in which equal values of one kind meet, whatever they are of."""
_FEW: Final = 10
"""A smaller number is the number of many things."""
_LONGEST: Final = 7
"""Days of a stretch that two sources hardly name by chance."""
_SHOWN: Final = 90
_WORD: Final = regex.compile(r"\p{L}{4,}")
_DAY: Final = regex.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


def same_day_keys(claim: Claim) -> tuple[str, ...]:
    """The day, or the few days, of a deed or event that has them exactly."""
    edtf = str(claim.value["edtf"]).replace("~", "")
    exact = _DAY.fullmatch(edtf) is not None and not claim.value.get("dateline") and not claim.value.get("weekday")
    return (f"{SAME}day:{edtf}",) if exact and span_of_days(parse_edtf(edtf)) <= _LONGEST else ()


def same_town_keys(claim: Claim) -> tuple[str, ...]:
    """The town of a deed or event."""
    place = str(claim.value["place"])
    return (f"{SAME}town:{place}",) if place.startswith("place:") and not claim.value.get("dateline") else ()


def same_number_keys(claim: Claim) -> tuple[str, ...]:
    """A number that is not one of many."""
    value = claim.value
    plain = "high" not in value and "listed" not in value and "taken_up" not in value and "lasts" not in value
    large = plain and str(value["count"]).replace(".", "").isdigit() and float(str(value["count"])) >= _FEW
    sort = "share" if "percent" in str(value["unit"]) else "number"
    return (f"{SAME}{sort}:{value['count']}",) if large else ()


def same_ordinal_keys(claim: Claim) -> tuple[str, ...]:
    """The number of an event, a phase or whatever is numbered."""
    return (f"{SAME}ordinal:{claim.value['ordinal']}",)


def judge_same_days(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One agreement for the reports of one news that give what is told alike one day."""
    date = parse_edtf(block.key.rpartition(":")[2])
    stretch = date.start != date.end
    told = [c for c in claims if not c.value.get("put_off")]
    return _judge(
        told, block, ("EUC303", {"edtf": date.edtf}, say_date(date)), lambda a, b: stretch or _alike(a, b, block.pack)
    )


def judge_same_towns(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One agreement for the reports of one news that put what is told alike in one town."""
    place = block.key.removeprefix(f"{SAME}town:")
    told = [c for c in claims if not c.value.get("put_off")]
    return _judge(
        told, block, ("EUC312", {"place": place}, block.pack.name_of(place)), lambda a, b: _alike(a, b, block.pack)
    )


def judge_same_numbers(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One agreement for the reports of one news that give what is told alike one number."""
    number = block.key.rpartition(":")[2]
    return _judge(claims, block, ("EUC413", {"count": number}, number), lambda a, b: _alike(a, b, block.pack))


def judge_same_ordinals(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One agreement for the reports of one news that number what is told alike with one ordinal."""
    number = int(block.key.rpartition(":")[2])
    what = ("EUC334", {"ordinal": number}, f"the {ordinal_word(number)}")
    return _judge(claims, block, what, lambda a, b: _one_head(a, b) or _alike(a, b, block.pack))


def _one_head(a: Claim, b: Claim) -> bool:
    """Two phases, two rounds; of a first there are many."""
    heads = [str(c.value.get("of_kind") or c.value.get("as_called")) for c in (a, b)]
    return heads[0] == heads[1] and int(a.value["ordinal"]) > 1


def _judge(
    claims: Sequence[Claim], block: "Block", told: tuple[str, Value, str], alike: Callable[[Claim, Claim], bool]
) -> list[Finding]:
    """One finding for the claims that the first of them draws together; those on one subject meet by it."""
    pairs = [
        (a, b)
        for a, b in combinations(sorted(claims, key=canonical), 2)
        if a.source != b.source and not _meet(a, b) and a.polarity == b.polarity
        and (a.modality == "planned") == (b.modality == "planned") and block.one_news(a, b) and alike(a, b)
    ]  # fmt: skip
    if not pairs:
        return []
    own = {c.id: c for pair in pairs for c in pair}
    rule, value, text = told
    answer = block.answer(value, text, own.values())
    first = pairs[0]
    quotes = listed([f"“{_short(c.quote)}”" for c in first])
    summary = f"Reports of one news agree on {text}: {quotes} ({count_sources(answer)})"
    return [
        make_finding(
            Judgement(
                rule, first[0].kind, "agree", f"alike:{min(own)}", f"What is told of {text}?", summary,
                "the same value in two reports of one news, beside words in common", [answer], 0.5,
            )
        )
    ]  # fmt: skip


def _meet(a: Claim, b: Claim) -> bool:
    """They are compared by their subject or event already."""
    if "event" in a.value and "event" in b.value:
        return bool(a.value["event"]["family"] == b.value["event"]["family"])
    return a.subject == b.subject and not a.value.get("nth")


def _alike(a: Claim, b: Claim, pack: Pack) -> bool:
    """The deeds are of one class and thing, the next event is of the sort of the other, or the quotes share a word."""
    left, right = a.value.get("deed"), b.value.get("deed")
    events = "event" in a.value and "event" in b.value
    if left and right and not events and left["class"] == right["class"] and set(left["things"]) & set(right["things"]):
        return True
    if "next" in a.value or "next" in b.value:
        sorts = [str(c.value.get("next") or c.value.get("event", {}).get("type")) for c in (a, b)]
        return sorts[0] == sorts[1]
    return bool(_words(a, pack) & _words(b, pack))


def _words(claim: Claim, pack: Pack) -> frozenset[str]:
    """The stems of the words of a quote, names included, without those that say nothing and without its place."""
    own = {stem(w) for w in str(claim.value.get("place", "")).partition(":")[2].split("-")}
    found = {stem(w) for w in _WORD.findall(claim.quote.casefold()) if w not in COMMON}
    found |= set(claim.value.get("sentence", ())) | set(claim.value.get("words", ()) if "nth" in claim.value else ())
    return frozenset(found - own - _countries(pack))


@lru_cache(maxsize=4)
def _countries(pack: Pack) -> frozenset[str]:
    """The stems of the names of countries: whole topics have them in common."""
    known = [p for p in pack.places.values() if p.kind in {"country", "region"}]
    names = " ".join(" ".join((p.name, *p.aliases, *p.adjectives)) for p in known)
    return frozenset(stem(w) for w in _WORD.findall(names.casefold()))


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"
