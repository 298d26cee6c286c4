"""The claims on one office to a finding on its holders: a succession, two at one time, or one misspelt."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from eucacheck.compare.alignment import align_names
from eucacheck.compare.dates import may_overlap
from eucacheck.compare.fields import field_words, part_of_field
from eucacheck.compare.names import given, surname
from eucacheck.compare.offices import POSTS, SENT, Held, held_it, single_holder
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import listed, opening, sources_in_words
from eucacheck.kinds.title.offices import name_of, office_name
from eucacheck.kinds.title.tenures import PLAIN
from eucacheck.records import Answer, Claim, Finding, Interval
from eucacheck.shadow import skeleton

if TYPE_CHECKING:
    from eucacheck.facts import Block

_EXACT = 31
"""Days of a time that is exact enough to say that two persons held an office at once."""
_REPORTS = 7
"""Days between two reports of the same days."""
_RESEMBLES = 0.5
"""Likeness of two names from which nobody can say that they are two persons'; of two names at random it is below .3."""
_MONTHS_LONG = 62
"""Days of a time that a month names; a longer one is named by its years."""
_YEAR = 366
_TERM = 1100
"""Days from which a time is a whole term in office, and tells a reader nothing."""


def judge_holders(groups: Mapping[str, Sequence[Claim]], block: "Block") -> list[Finding]:
    """One finding for each field of an office that several persons are said to hold."""
    fields: dict[frozenset[str], dict[str, list[Claim]]] = {}
    current = {p: [c for c in claims if c.value["tenure"] == "current"] for p, claims in groups.items()}
    every = {str(c.value["domain"] or "") for claims in current.values() for c in claims}
    for person, claims in current.items():
        for claim in claims:
            words = field_words(_fullest(str(claim.value["domain"] or ""), every, str(claim.value["office"])))
            fields.setdefault(words, {}).setdefault(person, []).append(claim)
    leaving = {p for p, claims in groups.items() if any(c.value["tenure"] != "current" for c in claims)}
    return [f for people in fields.values() if (f := _judge_field(people, leaving, block)) is not None]


def _fullest(field: str, every: AbstractSet[str], office: str) -> str:
    """A field told in fewer words, or left out, is the one longer field that has them; of a minister, as a subject."""
    words = field_words(field)
    if not words and office in SENT:
        return field  # an envoy to some other country, perhaps
    parts = {f for f in every if part_of_field(field, f)} if office in POSTS else every
    longer = [f for f in parts if words < field_words(f)]
    widest = {field_words(f) for f in longer if not any(field_words(f) < field_words(o) for o in longer)}
    return next(f for f in sorted(longer) if field_words(f) in widest) if len(widest) == 1 else field


def _judge_field(people: Mapping[str, Sequence[Claim]], leaving: AbstractSet[str], block: "Block") -> Finding | None:
    """The finding on one office; `leaving` are those whom a source calls its former holder, or the next one."""
    claims = [c for g in people.values() for c in g]
    first = max(claims, key=lambda c: (len(str(c.value["domain"] or "")), str(c.value["domain"])))
    held = Held(str(first.value["office"]), first.value["organisation"], first.value["domain"])
    if len(people) < 2 or not single_holder(held, block.pack):
        return None
    names = {p: name_of(p, g, block) for p, g in people.items()}
    ordered = sorted(people, key=lambda p: (_time(people[p])[0], p))
    answers = [block.answer({"person": p}, _with_time(names[p], people[p]), people[p]) for p in ordered]
    link = "to" if "ambassador" in held.office else "for" if held.organisation is not None else "of"
    label = office_name((held.office, held.organisation), block) + (f" {link} {held.domain}" if held.domain else "")
    subject = f"office:{held.office}@{held.organisation or held.domain}"
    question = f"Who is {label}?"
    told = listed([f"{a.text} ({sources_in_words(a, block)})" for a in answers])
    if len(people) == 2 and _one_misspelt(*names.values()):
        why = "one given name and surnames that resemble each other, in one office: one person, it seems, misspelt"
        summary = f"The name of the {label} is spelt {told}"
        return make_finding(Judgement("EUC203", "title", "variant", subject, question, summary, why, answers, 0.6))
    strangers = [p for p in ordered if held_it(p, held, block.pack) is False]
    if strangers:
        who = listed([names[p] for p in strangers])
        summary = f"{opening(label)}: {told}; by the reference {who} never held this office"
        why = "a holder whom the reference does not have is no part of a succession; see the offices of the person"
        return make_finding(Judgement("EUC202", "title", "refine", subject, question, summary, why, answers, 0.6))
    if _comes_back(people) and not _known_succession(people, held, block):
        summary = f"Two persons are called {label} in turn: {told}"
        why = "one is called the holder on days before and after a report that gives the office to the other"
        return make_finding(
            Judgement("EUC202", "title", "conflict", subject, question, summary, why, answers, 0.6, "warning")
        )
    known = _known_succession(people, held, block) or bool(leaving & set(people))
    if _one_time(answers, block) and not known and _alike(list(names.values())):
        summary = f"One person or two, called {label} at one time: {told}"
        why = "the names resemble each other too much to say that they are of two persons"
        return make_finding(Judgement("EUC202", "title", "unclear", subject, question, summary, why, answers, 0.4))
    if _one_time(answers, block) and not known:
        answers = [a for a in answers if any(_one_time([a, b], block) for b in answers if b is not a)] or answers
        told = listed([f"{a.text} ({sources_in_words(a, block)})" for a in answers])
        summary = f"{'Two' if len(answers) == _PAIR else 'Several'} persons are called {label} at one time: {told}"
        why = "one person at a time holds this office, and both claims are tied to dates that meet"
        return make_finding(Judgement("EUC202", "title", "conflict", subject, question, summary, why, answers, 0.7))
    if len({c.source for c in claims}) == 1 and _one_time(answers, block) is False:
        summary = f"{opening(label)}: {told}"
        why = "one source names two, and what it says of their times decides nothing"
        return make_finding(Judgement("EUC202", "title", "unclear", subject, question, summary, why, answers, 0.4))
    summary = f"{opening(label)}, one after the other: {told}"
    why = "several holders, one after the other: a succession"
    return make_finding(Judgement("EUC205", "title", "supersede", subject, question, summary, why, answers, 0.7))


_PAIR: Final = 2


def _with_time(name: str, claims: Sequence[Claim]) -> str:
    words = _time(claims)[1]
    return f"{name}, {words}" if words else name


def _time(claims: Sequence[Claim]) -> tuple[str, str]:
    """When somebody is called the holder: a key that orders, and the month or years in words, the exactest claim's.

    A time of the document is that of a report; of a time as long as a term in office nothing is said.
    """
    known = [c for c in claims if c.when is not None and c.when.start is not None and c.when.end is not None]
    if not known:
        return ("9", "")
    best = min(known, key=lambda c: (c.value["dated"] != "event", _days(c), str(c.when and c.when.start), c.id))
    when, days = best.when, _days(best)
    if when is None or when.start is None or when.end is None or days > _TERM:
        return (str(min(c.when.start for c in known if c.when and c.when.start)), "")
    if days <= _MONTHS_LONG:
        words = say_date(Interval("", when.start.replace(day=1), _month_end(when.start)))
    else:
        words = say_date(Interval("", when.start.replace(month=1, day=1), when.end.replace(month=12, day=31)))
    return (str(when.start), f"{'' if best.value['dated'] == 'event' else 'in a report of '}{words}")


def _days(claim: Claim) -> int:
    when = claim.when
    return (when.end - when.start).days if when is not None and when.start and when.end else _TERM + 1


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _one_misspelt(a: str, b: str) -> bool:
    """One given name, and surnames that a third of their letters at most tells apart."""
    x, y = skeleton(surname(a)), skeleton(surname(b))
    if not given(a) or skeleton(given(a)) != skeleton(given(b)) or x == y + "a" or y == x + "a":
        return False
    return OSA.distance(x, y) <= max(len(x), len(y)) // 3


def _alike(names: Sequence[str]) -> bool:
    """Two of the names may be one person's, in another romanisation or cut."""
    return any(align_names(a, b).score >= _RESEMBLES for a, b in combinations(names, 2))


def _one_time(answers: Sequence[Answer], block: "Block") -> bool | None:
    """True where dated claims of two sources meet, None where all are of different times, else False."""
    decided: set[bool | None] = set()
    for a, b in combinations(answers, 2):
        for x in a.claims:
            for y in b.claims:
                if not may_overlap(x.when, y.when) and not _same_days(x, y, block):
                    decided.add(None)
                else:
                    sure = (_exact(x) and _exact(y)) or _same_days(x, y, block)
                    decided.add(sure and x.source != y.source)
    return True if True in decided else False if False in decided else None


def _same_days(a: Claim, b: Claim, block: "Block") -> bool:
    """Both say who is the holder in these days, and reports of the same days say it."""
    days = [_present(c, block) for c in (a, b)]
    return None not in days and abs((days[0] - days[1]).days) <= _REPORTS  # type: ignore[operator]


def _present(claim: Claim, block: "Block") -> date | None:
    """The day of the report, where the claim is of that time: its own, or of an event a month before it at most."""
    told = block.around.published.get(claim.source)
    when = claim.when
    if told is None or told.start is None or told.start != told.end or told.approximate:
        return None
    if claim.modality not in PLAIN or not claim.polarity or claim.passage == "teaser" or claim.value.get("changing"):
        return None
    if when is None or when.start is None or when.end is None or when.approximate:
        return None
    near = abs((told.start - when.start).days) <= _EXACT and abs((when.end - told.start).days) <= _EXACT
    return told.start if near else None


def _comes_back(people: Mapping[str, Sequence[Claim]]) -> bool:
    """One holder on exact days before and after another's: that is no succession. At most a year lies between."""
    for person, claims in people.items():
        days = sorted((_day(c), c.source) for c in claims if _exact(c))
        for other in (c for p, g in people.items() if p != person for c in g):
            day = _day(other)
            if other.when is None or other.when.start != other.when.end or not other.when.year_stated:
                continue
            before = [d for d, s in days if d < day and s != other.source and (day - d).days <= _YEAR]
            after = [d for d, s in days if d > day and s != other.source and (d - day).days <= _YEAR]
            if before and after:
                return True
    return False


def _day(claim: Claim) -> date:
    return claim.when.start if claim.when is not None and claim.when.start is not None else date.min


def _exact(claim: Claim) -> bool:
    """Tied by its own sentence to a day or month of a stated year."""
    when: Interval | None = claim.when
    if when is None or when.start is None or when.end is None or claim.value["dated"] != "event":
        return False
    return (when.end - when.start).days <= _EXACT and when.year_stated and not when.approximate


def _known_succession(people: Mapping[str, Sequence[Claim]], held: Held, block: "Block") -> bool:
    """The pack knows all of them as holders: one of them is named in a look back or ahead."""
    return all(held_it(p, held, block.pack) for p in people)
