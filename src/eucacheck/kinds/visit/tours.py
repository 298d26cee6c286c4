"""The tours of a traveller to findings: order of stops, first visits, a region and its countries."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import NEAR, around, compatible_places, one_time, stated
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import listed, sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
from eucacheck.kinds._encounters.dated import about_when


def judge_firsts(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two visits to one place, each called the first of its kind without a narrower scope, at times apart."""
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


def judge_orders(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
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
                pair = (_country(str(first.value["place"]), block), _country(str(second.value["place"]), block))
                before.setdefault(pair, []).append((first, second))
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
    return _judge_stages(who, claims, block)


def _judge_stages(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Two different first, or last, stops of one tour; what was only planned stands against no stop that was made."""
    for stage in ("first", "last"):
        marked = [c for c in claims if c.value["stage"] == stage and not str(c.value["place"]).startswith("region:")]
        for i, x in enumerate(marked):
            for y in marked[i + 1 :]:
                if x.source == y.source or compatible_places(x.value["place"], y.value["place"], block):
                    continue
                if not one_time(x, y, NEAR):
                    block.demote(x, y, "other-time: stops of tours at other times")
                elif x.value["status"] != y.value["status"]:
                    block.demote(x, y, "other-time: one stop was only planned")
                elif _gives_both(marked, x, y, block):
                    block.demote(x, y, "other-event: one source gives both stops")
                else:
                    sides = [
                        [
                            c
                            for c in marked
                            if compatible_places(c.value["place"], z.value["place"], block) and _near(c, z)
                        ]
                        for z in (x, y)
                    ]
                    return [_order_finding(who, sides, block)]
    return []


def _near(a: Claim, b: Claim) -> bool:
    return a.id == b.id or one_time(a, b, NEAR)


def _gives_both(marked: Sequence[Claim], x: Claim, y: Claim, block: "Block") -> bool:
    """A source of the one gives the stop of the other for such a stage as well."""
    return any(
        c.source == one.source and compatible_places(c.value["place"], other.value["place"], block)
        for c in marked
        for one, other in ((x, y), (y, x))
    )


def _country(place: str, block: "Block") -> str:
    """The country of a city: 'to A and then to B' may name the one or the other."""
    known = block.pack.places.get(place)
    within = known.within if known is not None and known.kind == "city" else ()
    return next((p for p in within if p.startswith("country:")), place)


def _order_finding(who: dict[str, str], sides: Sequence[Sequence[Claim]], block: "Block") -> Finding:
    answers = []
    for side in sides:
        names = [block.pack.name_of(str(c.value["place"])) for c in side]
        stages = {c.value["stage"] for c in side}
        ordered = stages == {None} or len(stages) > 1
        text = f"{names[0]} before {names[1]}" if ordered else f"{side[0].value['stage']} {listed(sorted(set(names)))}"
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


def judge_tours(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
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
        places = sorted({str(c.value["place"]) for c in near})
        inner = [p for p in places if not any(q != p and block.pack.contains(p, q) for q in places)]
        exact = block.answer({"places": inner}, listed([block.pack.name_of(p) for p in inner]), near)
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
