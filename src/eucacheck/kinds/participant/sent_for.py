"""The participants of one month to findings: a country's president there, against its deputy sent in his place.

Sources that name one gathering differently, or not at all, are brought together by its day and town. Only where the
source that has the deputy also has other heads of state there is it a gathering at which a president was expected.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import compatible_places
from eucacheck.kinds._encounters.grouping import grouped
from eucacheck.kinds._encounters.who_came import countries_of
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import answers_in_words, listed
from eucacheck.kinds.participant.delegations import opposed
from eucacheck.records import Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

PREFIX: Final = "came:"
_LONGEST: Final = timedelta(days=7)
_HEAD: Final = regex.compile(r"\b(?:(?<!vice[- ])presidents?|heads? of states?|leaders?|king|emir)\b", regex.I)
_PRESIDENTS: Final = regex.compile(r"\b(?:presidents|heads of states?)\b", regex.I)
_ALL: Final = regex.compile(r"\b(?:all|every|each)\b", regex.I)
_IN_PLACE: Final = regex.compile(
    r"\b(?:represented\b[^.;]{0,40}?\bby|sent|dispatched|delegated|on behalf of|instead of|in place of|"
    r"(?:led|headed)(?: this time)? by|(?:taken|occupied|filled) by|"
    r"(?:for|from)\b[^.;]{0,40}?\b(?:came|attended|spoke))\b",
    regex.I,
)
_LOWER: Final = regex.compile(
    r"\b(?:(?:deputy|vice)[- ]\w+|ministers?\b|ambassador|envoy|speaker|adviser|chair(?:man|woman|person)\b|secretary)",
    regex.I,
)


def is_head_of_state(words: str) -> bool:
    """Tell whether the words of a participant call somebody a president or the like."""
    return _HEAD.search(words) is not None and _LOWER.search(words) is None


def came_keys(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The block of all who came anywhere in a month, for who is told at a level."""
    event = value["event"]
    if not event["date"] or (value["level"] is None and value["representative"] is None):
        return ()
    span = parse_edtf(str(event["date"]))
    if span.start is None or span.end is None or span.end - span.start > _LONGEST:
        return ()
    return tuple(dict.fromkeys(f"{PREFIX}{day:%Y-%m}" for day in (span.start, span.end)))


def judge_sent(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for each country and day."""
    told = [c for c in claims if c.modality != "planned" and c.value["present"] and not c.value.get("remote")]
    told = [c for c in told if not c.value.get("partly")]
    lower: dict[str, list[Claim]] = {}
    for claim in told:
        country = _country(claim)
        if country is not None and _is_sent(claim) and _among_heads(claim, told, block):
            lower.setdefault(country, []).append(claim)
    for country, sent in sorted(lower.items()):
        heads = [c for c in told if _is_head(c, country, block)]
        for group in grouped(sent, lambda day, c: _one_day(day[0], c)):
            here = [c for c in heads if any(_one_day(c, s) and _one_place(c, s, block) for s in group)]
            # a source that tells of the deputy has 'the presidents' only in passing
            here = [c for c in here if c.source not in {s.source for s in sent}]
            own = {c.source for c in heads if not c.value["group"]}
            away = [s for s in group if s.source not in own]
            if opposed(here, away, block):
                yield _finding(country, here, away, block)


def _country(claim: Claim) -> str | None:
    value = claim.value
    named = [str(m) for m in value["members"] if str(m).startswith("country:")]
    return named[0] if len(named) == 1 and not value["group"] else None


def _is_sent(claim: Claim) -> bool:
    """Somebody below the president comes for the country in so many words."""
    cue = _IN_PLACE.search(claim.quote)
    if cue is None or (claim.value["participant"] not in claim.value["members"] and claim.value["level"] == "leader"):
        return False
    behind = claim.quote[cue.end() :]
    return _LOWER.search(behind) is not None and _HEAD.search(_LOWER.sub("", behind)) is None


def _among_heads(claim: Claim, told: Sequence[Claim], block: "Block") -> bool:
    """The event is one of leaders, or the same source has heads of other countries there."""
    if str(claim.value["event"]["family"]).startswith("leaders"):
        return True
    event = claim.value["event"]["local"]
    others = {
        m
        for c in told
        if c.source == claim.source and c.value["event"]["local"] == event and c.value["level"] == "leader"
        for m in c.value["members"]
        if not str(m).startswith("org:") and m not in claim.value["members"]
    }
    regions = [str(m) for m in others if str(m).startswith("region:")]
    return len(others) > 1 or any(block.pack.contains(r, str(claim.value["members"][0])) for r in regions)


def _is_head(claim: Claim, country: str, block: "Block") -> bool:
    """The president of the country, or a group of presidents in which it is: all of them, or the country by name."""
    value = claim.value
    if value["level"] != "leader" or value["representative"] is not None or value["named"]:
        return False
    if not value["group"]:
        return country in value["members"] and value.get("head") is True
    whole = _ALL.search(str(value["name"])) or _PRESIDENTS.search(str(value["name"]))
    return whole is not None and country in countries_of(value["members"], str(value["name"]), block.pack)


def _when(claim: Claim) -> Interval:
    return parse_edtf(str(claim.value["event"]["date"]))


def _one_day(a: Claim, b: Claim) -> bool:
    left, right = _when(a), _when(b)
    if None in {left.start, left.end, right.start, right.end}:
        return False
    return left.start <= right.end and right.start <= left.end  # type: ignore[operator]


def _one_place(a: Claim, b: Claim, block: "Block") -> bool:
    """One town; a gathering of no name whose town is not told is joined by nothing but its day."""
    return compatible_places(a.value["event"]["place"], b.value["event"]["place"], block)


def _finding(country: str, here: Sequence[Claim], away: Sequence[Claim], block: "Block") -> Finding:
    name = block.pack.name_of(country)
    names = sorted({str(c.value["name"]) for c in here})
    sent = sorted({str(c.value["representative"] or c.value["name"]) for c in away})
    answers = [
        block.answer({"level": "leader"}, f"its president ({listed(names)})", here),
        block.answer({"level": "below"}, f"somebody else in his place ({listed(sent)})", away),
    ]
    day = say_date(_when(away[0]))
    place = next((str(p) for c in (*away, *here) if (p := c.value["event"]["place"])), None)
    where = f" in {block.pack.name_of(place)}" if place is not None else ""
    told = answers_in_words(answers, block)
    return make_finding(
        Judgement(
            "EUC361", "participant", "conflict", away[0].subject,
            f"Who came for {name} to the gathering of leaders{where}, {day}?",
            f"Sources differ on who came for {name} to the gathering of leaders{where}, {day}: {told}",
            "a country whose president is there is not represented by somebody of lower rank", answers, 0.75,
        )
    )  # fmt: skip
