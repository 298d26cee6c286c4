"""The numbers that two reports of one news give to one thing: the tenth or the eleventh phase."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.event_words import ordinal_word
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.event_ordinal.nth_words import ANY_EVENT, BY_OWNER, LITTLE
from eucacheck.records import Claim, Finding, Value
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.facts import Block

NTH: Final = "nth:"
"""How the blocks begin in which numbers of one class meet."""
_WORD: Final = regex.compile(r"[\p{L}]{4,30}")
_TWO: Final = 2
"""People who meet."""
_NEWS: Final = frozenset({"now", "soon"})


def nth_keys(claim: Claim) -> tuple[str, ...]:
    """The block of a number that is no event's: its class; none for what only tells when something else was."""
    value = claim.value
    kinds = (value["of_kind"], "kind") if value["of_kind"] in BY_OWNER - {"kind"} else (value["of_kind"],)
    return tuple(f"{NTH}{k}" for k in kinds)


def shown_keys(claim: Claim) -> tuple[str, ...]:
    """The block in which a festival or fair with a number meets "for the fifteenth time"."""
    event = claim.value["event"]
    held = event["status"] != "planned" and not claim.value.get("earlier") and claim.modality != "planned"
    return (f"{NTH}time", f"{NTH}kind") if held else ()


def judge_nth(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for each two sources of one news that number one thing differently."""
    if block.key == f"{NTH}time":
        yield from _judge_shown(claims, block)
        claims = [c for c in claims if "event" not in c.value]
    if block.key == f"{NTH}kind":
        yield from _judge_kinds(claims, block)
        claims = [c for c in claims if "event" not in c.value]
    if block.key == f"{NTH}since":
        yield from _judge_since(claims, block)
        return
    used: set[str] = set()
    for a, b in combinations(sorted(claims, key=canonical), 2):
        if a.source == b.source or a.value["ordinal"] == b.value["ordinal"] or used & {a.source, b.source}:
            continue
        if block.key == f"{NTH}kind" and "kind" not in {a.value["of_kind"], b.value["of_kind"]}:
            continue  # both meet in the block of their class
        if not block.one_news(a, b):
            continue
        reason = _kept_apart(a, b, claims, block)
        if reason is not None:
            block.demote(a, b, reason)
            continue
        used |= {a.source, b.source}
        yield _finding(a, b, claims, block)


def _judge_shown(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """A source that numbers an event, and one that tells "for the nth time" what is shown there."""
    events = [c for c in sorted(claims, key=canonical) if "event" in c.value]
    for a in events:
        for b in (c for c in sorted(claims, key=canonical) if "event" not in c.value):
            if a.value["ordinal"] == b.value["ordinal"] or not block.one_news(a, b):
                continue
            own = {stem(w) for w in _WORD.findall(a.quote) if w.casefold() not in LITTLE}
            one = _alone(a, claims) and _alone(b, claims) and bool(own & set(b.value["words"]))
            one = one and b.value["deed"] == "hold" and int(b.value["ordinal"]) > 1
            if not one or b.value["scope"] is not None or b.value["time"] not in _NEWS:
                block.demote(a, b, "other-event: they count in other ways, or other things")
            elif on_record(a, b):
                yield _finding(a, b, claims, block)
                return


def _judge_kinds(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """'It was the second such gathering', and the third forum."""
    ordered = sorted(claims, key=canonical)
    for a in (c for c in ordered if "event" in c.value):
        for b in (c for c in ordered if c.value.get("of_kind") == "kind"):
            if a.value["ordinal"] == b.value["ordinal"] or not block.one_news(a, b):
                continue
            kinds = set(b.value["events"])
            named = a.value["event"]["type"] in kinds or bool(kinds & ANY_EVENT)
            alone = _alone(a, claims) and _alone(b, claims) and not _also(b, a, claims)
            alone = (
                alone and min(int(a.value["ordinal"]), int(b.value["ordinal"])) > 1
            )  # the first is often one of before
            away = b.value["where"] or b.value["away"] or b.value["scope"] is not None
            if not named or not alone or away or b.value["time"] != "now":
                block.demote(a, b, "other-event: they count in other ways, or other things")
            elif on_record(a, b):
                yield _finding(a, b, claims, block)
                return


def _also(b: Claim, a: Claim, claims: Sequence[Claim]) -> bool:
    """The source of the one gives the number of the other as well."""
    return any(c.source == b.source and c.value["ordinal"] == a.value["ordinal"] for c in claims)


def _judge_since(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """The first since one year, and the first since another."""
    dated = [c for c in sorted(claims, key=canonical) if c.value["scope"] is not None]
    for a, b in combinations(dated, 2):
        if abs(int(a.value["scope"]) - int(b.value["scope"])) <= 1 or not block.one_news(a, b):
            continue
        one = all(len({c.value["scope"] for c in dated if c.source == s}) == 1 for s in (a.source, b.source))
        if not one or not set(a.value["words"]) & set(b.value["words"]) - _LOOSE or _wider_later(a, b):
            block.demote(a, b, "other-event: they are the first of other things")
        elif on_record(a, b):
            answers = [block.answer({"since": c.value["scope"]}, f"since {c.value['scope']}", [c]) for c in (a, b)]
            yield make_finding(
                Judgement(
                    "EUC332", "event_ordinal", "conflict", f"{NTH}{min(a.id, b.id)}", "Since when is it the first?",
                    f"Two reports of one news call it the first since other years: {answers_in_words(answers, block)}",
                    "between one and the next there can be no other", answers, 0.55, "warning",
                )
            )  # fmt: skip
            return


_DONE: Final = frozenset({"phase", "section"})
"""Of these a text names parts to come or gone by the way: what begins, ends or is so told is its news."""


def _wider_later(a: Claim, b: Claim) -> bool:
    """Of other places; or the one without a place has the later year: none may have been there for longer."""
    if a.value["where"] and b.value["where"]:
        return not set(a.value["where"]) & set(b.value["where"])
    wide, narrow = (a, b) if b.value["where"] else (b, a)
    return bool(narrow.value["where"]) and int(wide.value["scope"]) > int(narrow.value["scope"])


_LOOSE: Final = frozenset({"time", "since", "sinc", "come", "visit", "year", "first"})
"""Words that do not tell what is the first since some year."""


def _kept_apart(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> str | None:
    """Why two numbers are not opposed; None where they are."""
    x, y = a.value, b.value
    if not (_alone(a, claims) and _alone(b, claims)) and not (_begun(a, claims) and _begun(b, claims)):
        return "other-event: one source gives several numbers of the kind"
    if {x["time"], y["time"]} - _NEWS and not (x["time"] == y["time"] == "later"):
        return "other-time: one number tells of what was before or comes after"
    if x["time"] != y["time"] and not _told_first(*((a, b) if x["time"] == "soon" else (b, a)), block):
        return "other-time: one number is of what is still to come"
    if x["deed"] and y["deed"] and x["deed"] != y["deed"] and "is" not in {x["deed"], y["deed"]}:
        return "other-event: one begins and the other ends, or one hosts what is held"
    if x["of_kind"] in _DONE and not (x["deed"] and y["deed"]):
        return "other-event: one number only tells of a part"
    if x["scope"] != y["scope"]:
        return "other-event: they count within different times"
    if _other_thing(a, b, block):
        return "other-event: other things are counted"
    return None if on_record(a, b) else "reported-by-third-party: one number is only reported"


def _alone(one: Claim, claims: Sequence[Claim]) -> bool:
    """Its source numbers one thing of the kind alone."""
    return len({c.value["ordinal"] for c in claims if c.source == one.source}) == 1


def _begun(one: Claim, claims: Sequence[Claim]) -> bool:
    """It is the only one that its source has begin now; those before it may be told as well."""
    now = [c for c in claims if c.source == one.source and c.value["deed"] == "begin" and c.value["time"] in _NEWS]
    return {c.value["ordinal"] for c in now} == {one.value["ordinal"]} and one.value["deed"] == "begin"


def _told_first(plan: Claim, held: Claim, block: "Block") -> bool:
    """The source that has it to come did not appear after the one that has it held."""
    days = [block.around.published.get(c.source) for c in (plan, held)]
    first, last = (d.start if d is not None else None for d in days)
    return first is None or last is None or first <= last


def _other_thing(a: Claim, b: Claim, block: "Block") -> bool:
    """Another person, body or place, or words that have nothing in common."""
    x, y = a.value, b.value
    if (x["who"] and y["who"] and not set(x["who"]) & set(y["who"])) or _other_sort(x, y):
        return True
    of, whose = set(x["of"]), set(y["of"])
    if of and whose and not of & whose and not _one_word(x["words"], y["words"]):
        return True
    if x["of_kind"] == "time" and not _common(x, y):
        return True
    if x["of_kind"] == "woman" and x["words"] and y["words"] and not _one_word(x["words"], y["words"]):
        return True
    if x["of_kind"] == "meet":
        return len(of) != _TWO or of != whose
    if x["of_kind"] == "time":
        return not set(x["where"]) & set(y["where"])
    if x["of_kind"] == "member" and x["where"] != y["where"]:
        return True
    if x["of_kind"] in BY_OWNER:
        return not x["where"] or not y["where"] or set(x["where"]) != set(y["where"])
    if x["where"] and y["where"] and all(block.pack.apart(p, q) for p in x["where"] for q in y["where"]):
        return True
    named = of or whose if x["of_kind"] == "holder" else of & whose
    told = bool(x["words"] and y["words"]) and not named and not (x["who"] and y["who"])
    return told and not _one_word(x["words"], y["words"])


def _other_sort(x: Value, y: Value) -> bool:
    """Other adjectives; or the fourth of one sort, which may be the tenth of all."""
    mods, others = set(x["mods"]), set(y["mods"])
    if mods and others:
        return not mods & others
    narrow, wide = (x, y) if mods else (y, x)
    return bool(mods or others) and x["of_kind"] != "since" and int(narrow["ordinal"]) < int(wide["ordinal"])


def _common(x: Value, y: Value) -> bool:
    """'For the nth time' is of one thing where the sentences share a word, or the later numbers only a place."""
    places = {p.partition(":")[2] for p in (*x["where"], *y["where"])}
    shared = {w for w in set(x["words"]) & set(y["words"]) if not any(w in p for p in places)}
    return bool(shared) or (bool(x["deed"] and y["deed"]) and min(int(x["ordinal"]), int(y["ordinal"])) > 1)


def _one_word(a: Sequence[str], b: Sequence[str]) -> bool:
    return bool(set(a) & set(b))


def _head(one: Claim) -> str:
    return str(one.value["head"] if "head" in one.value else one.value["as_called"])


def _finding(a: Claim, b: Claim, claims: Sequence[Claim], block: "Block") -> Finding:
    answers = []
    for one in (a, b):
        own = [c for c in claims if c.source == one.source]
        number = int(one.value["ordinal"])
        answers.append(block.answer({"ordinal": number}, f"the {ordinal_word(number)} {_head(one)}", own))
    kind = _head(a)
    return make_finding(
        Judgement(
            "EUC332", "event_ordinal", "conflict", f"{NTH}{min(a.id, b.id)}", f"Which {kind} is it, by number?",
            f"Two reports of one piece of news number it differently: {answers_in_words(answers, block)}",
            "each source gives one number of this kind, and nothing sets the two apart", answers, 0.6, "warning",
        )
    )  # fmt: skip
