"""One traveller's visits to findings: dates of one visit, order of stops, character, first visits, tours."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._encounters import around, compatible_places, one_time, same_party, same_speaker, stated
from eucacheck.kinds._events import say_date
from eucacheck.kinds._words import listed, sources_in_words
from eucacheck.records import Claim, Finding, Interval, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block

NEAR = 31
"""Days within which two stated dates can belong to one visit of one person to one place."""
_EXCLUSIVE = (
    {"official", "working"},
    {"state", "working"},
    {"official", "private"},
    {"state", "private"},
    {"working", "private"},
)


def judge_visits(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a visit, and those on order, character, first visits and tours."""
    findings: list[Finding] = []
    for person, own in _by_person(claims, block):
        told = [c for c in own if c.value["status"] != "denied"]
        for visit in _visits(told, block):
            findings.append(_dates(person, visit, block))
            findings += _characters(person, visit, block)
        findings += _firsts(person, told, block)
        findings += _orders(person, told, block)
        findings += _tours(person, told, block)
    return findings


def _traveller(claim: Claim, block: "Block") -> dict[str, str]:
    return next(dict(w) for w in claim.value["who"] if f"visit:{w['key']}" == block.key)


def _by_person(claims: Sequence[Claim], block: "Block") -> list[tuple[dict[str, str], list[Claim]]]:
    """Claims of one block by traveller; two who share a key are kept apart."""
    groups: list[tuple[dict[str, str], list[Claim]]] = []
    for claim in sorted(claims, key=canonical):
        who = _traveller(claim, block)
        for known, members in groups:
            if same_party(known, who):
                members.append(claim)
                break
        else:
            groups.append((who, [claim]))
    return groups


def _visits(claims: Sequence[Claim], block: "Block") -> list[list[Claim]]:
    """Claims of one visit: a place in which the other lies, and a time near to every other."""
    groups: list[list[Claim]] = []
    dated = sorted(claims, key=lambda c: (stated(c) is None, str(c.value["place"]).startswith("region:"), canonical(c)))
    for claim in dated:
        for group in groups:
            if all(_one_visit(claim, c, block) for c in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def _one_visit(a: Claim, b: Claim, block: "Block") -> bool:
    if not compatible_places(a.value["place"], b.value["place"], block) or not one_time(a, b, NEAR):
        return False
    left, right = stated(a), stated(b)
    # A source that gives two dates tells of two visits.
    return a.source != b.source or left is None or right is None or _compatible(a, b)


def _dates(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> Finding:
    """When the visit was: one answer where all dates are compatible."""
    place = _place(claims, block)
    best = best_date(claims)
    stamp = say_date(best) or about_when(claims)
    question = f"When did {who['name']} visit {place} ({stamp})?" if stamp else f"When did {who['name']} visit {place}?"
    groups = date_groups(claims, _compatible)
    pair = opposed_dates(groups, block, "EUC341", "EUC342")
    if pair is None:
        answer = block.answer(
            {"date": best.edtf if best else None, "place": _place_id(claims, block)},
            say_date(best) or "date not given",
            claims,
        )
        planned = all(c.value["status"] == "planned" for c in claims)
        verb = "is to visit" if planned else "visited"
        summary = f"{who['name']} {verb} {place}" + (f": {answer.text}" if best else "") + f" ({count_sources(answer)})"
        why = "the dates are compatible" if len(groups) > 1 else "the sources tell of one visit"
        return make_finding(
            Judgement("EUC340", "visit", agreement_or_single(answer), who["id"], question, summary, why, [answer], 0.75)
        )
    verdict, rule, why, sure = pair
    answers = [block.answer({"date": d.edtf}, say_date(d), g) for g in groups if (d := best_date(g)) is not None]
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    what = {
        "conflict": "Sources give different dates of the visit of",
        "supersede": "The planned visit was moved: that of",
    }.get(verdict, "Sources differ on when the visit was: that of")
    return make_finding(
        Judgement(
            rule,
            "visit",
            verdict,
            who["id"],
            question,
            f"{what} {who['name']} to {place}: {told}",
            why,
            answers,
            sure,
            "warning" if sure < 0.7 and verdict == "conflict" else None,
        )
    )


def date_groups(claims: Sequence[Claim], compatible: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Dated claims by compatible dates; those without a date of their own join nobody and are left out of a dispute."""
    groups: list[list[Claim]] = []
    for claim in sorted(
        (c for c in claims if stated(c) is not None and not c.value.get("shared")),
        key=lambda c: (width(stated(c)), canonical(c)),
    ):
        for group in groups:
            if all(compatible(claim, c) for c in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def _compatible(a: Claim, b: Claim) -> bool:
    left, right = stated(a), stated(b)
    assert left is not None and right is not None  # noqa: S101, PT018 - only dated claims are compared
    if compare_dates(left, right).relation != "disjoint":
        return True
    gap = gap_days(left, right)
    # An arrival on the eve, or two days of a visit that lasts for some: one day apart proves nothing.
    return gap is not None and gap <= 1 and not (a.value["arrival"] and b.value["arrival"])


def opposed_dates(
    groups: Sequence[Sequence[Claim]], block: "Block", conflict: str, moved: str
) -> tuple[Verdict, str, str, float] | None:
    """The verdict on two groups of dates: conflict, moved plan, or unclear; None where there is one."""
    if len(groups) < 2:
        return None
    found: list[tuple[int, tuple[Verdict, str, str, float]]] = []
    for i, left in enumerate(groups):
        for right in groups[i + 1 :]:
            found.append(date_pair(left, right, block, (conflict, moved)))
    return min(found)[1]


def date_pair(
    left: Sequence[Claim], right: Sequence[Claim], block: "Block", codes: tuple[str, str]
) -> tuple[int, tuple[Verdict, str, str, float]]:
    """The verdict on two groups of dates, gravest first, with rule, reason and certainty."""
    a, b = left[0], right[0]
    if a.value["status"] != b.value["status"]:
        plan, made = (left, right) if a.value["status"] == "planned" else (right, left)
        if is_older(plan, made):
            block.demote(a, b, "other-time: a plan that a later source gives another date")
            return 1, (
                "supersede",
                codes[1],
                "the one date was only planned, and the source that gives the other is newer",
                0.6,
            )
        block.demote(a, b, "other-time: one of the dates was only planned")
        return 2, ("unclear", codes[0], "one date was only planned; the dates of the sources would decide", 0.4)
    if a.value["status"] == "planned" and (is_older(left, right) or is_older(right, left)):
        block.demote(a, b, "other-time: a plan that a later source gives another date")
        return 1, ("supersede", codes[1], "both are plans, and one source is newer", 0.5)
    if not same_speaker(a, b):
        block.demote(a, b, "reported-by-third-party: one date is only reported")
        return 2, ("unclear", codes[0], "one date is told by the source itself, the other reported", 0.4)
    exact = a.value["place"] == b.value["place"]
    dates = f"{say_date(stated(a))} and {say_date(stated(b))} exclude each other"
    return 0, ("conflict", codes[0], dates + ", and the two are too near to be two occasions", 0.8 if exact else 0.6)


def is_older(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    ends = [p.end for c in first if (p := around(c)) is not None and p.end is not None]
    starts = [p.start for c in second if (p := around(c)) is not None and p.start is not None]
    return len(ends) == len(first) and len(starts) == len(second) and max(ends) < min(starts)


def _characters(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """'an official visit' in one source, 'a working visit' in another."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.value["official"]:
            groups.setdefault(str(claim.value["official"]), []).append(claim)
    if len(groups) < 2 or not any(set(pair) <= set(groups) for pair in _EXCLUSIVE):
        return []
    place = _place(claims, block)
    answers = [block.answer({"official": k}, f"{k} visit", g) for k, g in sorted(groups.items())]
    told = ", ".join(
        f"{'an' if k[0] == 'o' else 'a'} {k} visit for {sources_in_words(a, block)}"
        for k, a in zip(sorted(groups), answers, strict=True)
    )
    question = f"What kind of visit did {who['name']} pay to {place} ({about_when(claims)})?"
    return [
        make_finding(
            Judgement(
                "EUC344",
                "visit",
                "variant",
                who["id"],
                question,
                f"The visit of {who['name']} to {place} is {told}",
                "the two are different in protocol",
                answers,
                0.6,
                "note",
            )
        )
    ]


def _firsts(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two visits to one place, each called the first of its kind without a narrower scope, at dates that exclude each other."""
    firsts = [c for c in claims if c.value["ordinal"] == 1 and not c.value["scoped"]]
    for i, a in enumerate(firsts):
        for b in firsts[i + 1 :]:
            if (
                a.value["place"] != b.value["place"]
                or a.value["official"] != b.value["official"]
                or a.source == b.source
            ):
                continue
            left, right = stated(a) or around(a), stated(b) or around(b)
            if (
                left is None
                or right is None
                or compare_dates(left, right).relation != "disjoint"
                or (gap_days(left, right) or 0) <= NEAR * 3
            ):
                continue
            place = block.pack.name_of(str(a.value["place"]))
            answers = [block.answer({"date": x.edtf}, say_date(x), [c]) for c, x in ((a, left), (b, right))]
            told = " and ".join(f"of {x.text} ({sources_in_words(x, block)})" for x in answers)
            return [
                make_finding(
                    Judgement(
                        "EUC345",
                        "visit",
                        "conflict",
                        who["id"],
                        f"Which was the first visit of {who['name']} to {place}?",
                        f"Two visits of {who['name']} to {place} are each called the first: that {told}",
                        "only one can be the first",
                        answers,
                        0.7,
                    )
                )
            ]
    return []


def _orders(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Stops of one tour in opposite order, or two different first (or last) stops."""
    before: dict[tuple[str, str], list[tuple[Claim, Claim]]] = {}
    for first in claims:
        for second in claims:
            if (
                first.source == second.source
                and first.value["tour"] == second.value["tour"]
                and first.value["order"]
                and second.value["order"]
                and first.value["order"] < second.value["order"]
            ):
                before.setdefault((str(first.value["place"]), str(second.value["place"])), []).append((first, second))
    for (a, b), pairs in sorted(before.items()):
        for one in pairs:
            for other in before.get((b, a), []):
                if (
                    a < b
                    and one[0].source != other[0].source
                    and one_time(one[0], other[0], NEAR)
                    and one_time(one[1], other[1], NEAR)
                ):
                    return [_order_finding(who, [list(one), list(other)], block)]
    for stage in ("first", "last"):
        marked = [c for c in claims if c.value["stage"] == stage and not str(c.value["place"]).startswith("region:")]
        for i, x in enumerate(marked):
            for y in marked[i + 1 :]:
                if (
                    x.source != y.source
                    and one_time(x, y, NEAR)
                    and not compatible_places(x.value["place"], y.value["place"], block)
                ):
                    return [_order_finding(who, [[x], [y]], block)]
    return []


def _order_finding(who: dict[str, str], sides: Sequence[Sequence[Claim]], block: "Block") -> Finding:
    answers = []
    for side in sides:
        names = [block.pack.name_of(str(c.value["place"])) for c in side]
        text = f"{names[0]} before {names[1]}" if len(names) > 1 else f"{side[0].value['stage']} {names[0]}"
        answers.append(block.answer({"order": [c.value["place"] for c in side]}, text, side))
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    stops = listed(sorted({block.pack.name_of(str(c.value["place"])) for side in sides for c in side}))
    question = f"In which order did {who['name']} visit {stops}?"
    return make_finding(
        Judgement(
            "EUC343",
            "visit",
            "conflict",
            who["id"],
            question,
            f"Sources give the stops of {who['name']} in different order: {told}",
            "one tour has one order of stops",
            answers,
            0.7,
        )
    )


def _tours(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A tour of a region in one source, of countries in it in another: compatible, the one more exact."""
    regions = [c for c in claims if str(c.value["place"]).startswith("region:")]
    findings = []
    for region in sorted({str(c.value["place"]) for c in regions}):
        loose = [c for c in regions if c.value["place"] == region]
        near = [
            c
            for c in claims
            if c.value["place"] != region
            and block.pack.contains(region, str(c.value["place"]))
            and any(one_time(c, r, NEAR) for r in loose)
        ]
        loose = [r for r in loose if any(one_time(c, r, NEAR) for c in near)]
        named = {s: {str(c.value["place"]) for c in near if c.source == s} for s in {c.source for c in [*near, *loose]}}
        if not near or len(named) < 2 or all(named[c.source] == set().union(*named.values()) for c in loose):
            continue
        exact = block.answer(
            {"places": sorted({str(c.value["place"]) for c in near})},
            listed(sorted({block.pack.name_of(str(c.value["place"])) for c in near})),
            near,
        )
        wide = block.answer({"places": [region]}, block.pack.name_of(region), loose)
        month = about_when([*near, *loose])
        question = f"Where in {wide.text} did {who['name']} go ({month})?"
        named_by = f"{sources_in_words(exact, block)} {'names' if exact.sources == 1 else 'name'}"
        summary = f"{who['name']} toured {wide.text} ({sources_in_words(wide, block)}); {named_by} {exact.text}"
        findings.append(
            make_finding(
                Judgement(
                    "EUC346",
                    "visit",
                    "refine",
                    who["id"],
                    question,
                    summary,
                    "the places lie in the region",
                    [exact, wide],
                    0.6,
                )
            )
        )
    return findings


def _place_id(claims: Sequence[Claim], block: "Block") -> str:
    """The most exact place; the alphabetically first of equals."""
    places = sorted({str(c.value["place"]) for c in claims})
    exact = [p for p in places if not any(q != p and block.pack.contains(p, q) for q in places)]
    return (exact or places)[0]


def _place(claims: Sequence[Claim], block: "Block") -> str:
    name = block.pack.name_of(_place_id(claims, block))
    return name if name[:1].isupper() else name.title()


def best_date(claims: Sequence[Claim]) -> Interval | None:
    known = [d for c in claims if (d := stated(c)) is not None]
    return min(known, key=lambda d: (d.approximate, width(d), d.edtf)) if known else None


def about_when(claims: Sequence[Claim]) -> str:
    """About when, for a question: the month of the best date, else of the earliest source."""
    best = best_date(claims) or min(
        (d for c in claims if (d := around(c)) is not None), key=lambda d: d.edtf, default=None
    )
    if best is None:
        return "date not given"
    return say_date(best) if best.start is None else f"{best.start:%Y-%m}"


def width(interval: Interval | None) -> int:
    if interval is None or interval.start is None or interval.end is None:
        return 10**6
    return (interval.end - interval.start).days
