"""One traveller's visits to findings: dates of one visit, order of stops, character, first visits, tours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._encounters.dated import NEAR, compatible_places, one_time, same_party, stated
from eucacheck.kinds._encounters.grouping import grouped
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.visit.ordinals import judge_numbers
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
from eucacheck.kinds._encounters.dated import about_when, best_date, date_groups, opposed_dates
from eucacheck.kinds.visit.tours import judge_firsts, judge_orders, judge_tours

_EXCLUSIVE = (
    {"official", "working"},
    {"official", "state"},
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
            findings += judge_numbers(person, visit, block)
        findings += judge_firsts(person, told, block)
        findings += judge_orders(person, told, block)
        findings += judge_tours(person, told, block)
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
    dated = sorted(claims, key=lambda c: (stated(c) is None, str(c.value["place"]).startswith("region:"), canonical(c)))
    return grouped(dated, lambda g, claim: all(_one_visit(claim, c, block) for c in g))


def _one_visit(a: Claim, b: Claim, block: "Block") -> bool:
    if not compatible_places(a.value["place"], b.value["place"], block) or not one_time(a, b, NEAR):
        return False
    left, right = stated(a), stated(b)
    # A source that gives two dates tells of two visits.
    return a.source != b.source or left is None or right is None or _compatible(a, b)


def _dates(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> Finding:
    """When the visit was: one answer where all dates are compatible."""
    place = place_name(claims, block)
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
    head = {
        "conflict": f"Sources give different dates of the visit of {who['name']} to {place}",
        "supersede": f"The visit of {who['name']} to {place} was moved",
    }.get(verdict, f"Sources differ on when {who['name']} visited {place}")
    return make_finding(
        Judgement(
            rule,
            "visit",
            verdict,
            who["id"],
            question,
            f"{head}: {told}",
            why,
            answers,
            sure,
            "warning" if sure < 0.7 and verdict == "conflict" else None,
        )
    )


def _compatible(a: Claim, b: Claim) -> bool:
    left, right = stated(a), stated(b)
    assert left is not None and right is not None  # noqa: S101, PT018 - only dated claims are compared
    if compare_dates(left, right).relation != "disjoint":
        return True
    gap = gap_days(left, right)
    if gap is None:
        return False
    begins, ends = a.value["aspect"], b.value["aspect"]
    if begins is not None and begins == ends:
        return False
    # An arrival on the eve, or two days of a visit that lasts for some: they need not exclude each other.
    first, last = (a, b) if str(left.start) < str(right.start) else (b, a)
    opens, closes = first.value["aspect"] == "arrival", last.value["aspect"] == "end"
    return bool(gap <= 1 + opens + 2 * closes)


def _characters(who: dict[str, str], claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """'an official visit' in one source, 'a working visit' in another."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.value["official"]:
            groups.setdefault(str(claim.value["official"]), []).append(claim)
    if len(groups) < 2 or not any(set(pair) <= set(groups) for pair in _EXCLUSIVE):
        return []
    place = place_name(claims, block)
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
                "refine",
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


def _place_id(claims: Sequence[Claim], block: "Block") -> str:
    """The most exact place; the alphabetically first of equals."""
    places = sorted({str(c.value["place"]) for c in claims})
    exact = [p for p in places if not any(q != p and block.pack.contains(p, q) for q in places)]
    return (exact or places)[0]


def place_name(claims: Sequence[Claim], block: "Block") -> str:
    """The name of the place visited, as a reader knows it."""
    name = block.pack.name_of(_place_id(claims, block))
    return name if name[:1].isupper() else name.title()
