"""The visit kind: when two claims are of one visit, and when their dates, orders and characters exclude each other."""

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.kinds import visit
from eucacheck.records import Claim, Modality
from tests.kinds.encounters import judged, party, rules


def went(source: str, place: str, day: str | None = None, name: str = "Ilze Kalnberg", **more: object) -> Claim:
    who = party(name)
    value: dict[str, object] = {
        "who": [who], "place": place, "date": day, "year_stated": True, "published": "2024-09-30",
        "ordinal": None, "scoped": False, "official": None, "shared": False, "order": None, "stage": None, "tour": 0,
        "aspect": None, "status": "made", **more,
    }  # fmt: skip
    quote = f"{name} visited {place} {day}"
    when = parse_edtf(day) if day else None
    offset = len(repr(sorted(more.items())))
    modality: Modality = "planned" if value["status"] == "planned" else "assertion"
    return Claim(
        f"{source}:{quote}:{more}", source, "visit", who["id"], value, offset, offset + len(quote), 1,
        quote, when, place, None, modality,
    )  # fmt: skip


def test_two_dates_of_one_visit_conflict() -> None:
    found = judged([went("a", "place:bishkek", "2024-09-12"), went("b", "place:bishkek", "2024-09-16")])
    assert rules(found) == {("EUC341", "conflict")}
    assert "12 September 2024" in found[0].summary
    assert "Ilze Kalnberg" in found[0].summary


def test_visits_months_apart_are_two() -> None:
    found = judged([went("a", "place:bishkek", "2024-03-12"), went("b", "place:bishkek", "2024-09-16")])
    assert rules(found) == {("EUC340", "single")}
    assert len(found) == 2


def test_a_day_more_or_less_is_no_conflict_unless_both_are_arrivals() -> None:
    days = ("2024-09-12", "2024-09-13")
    assert rules(judged([went(s, "place:bishkek", d) for s, d in zip("ab", days, strict=True)])) == {
        ("EUC340", "agree")
    }
    arrived = [went(s, "place:bishkek", d, aspect="arrival") for s, d in zip("ab", days, strict=True)]
    assert rules(judged(arrived)) == {("EUC341", "conflict")}


def test_an_arrival_and_the_end_of_a_visit_lie_days_apart() -> None:
    arrival = went("a", "place:bishkek", "2024-09-12", aspect="arrival")
    assert rules(judged([arrival, went("b", "place:bishkek", "2024-09-15", aspect="end")])) == {("EUC340", "agree")}
    assert rules(judged([arrival, went("b", "place:bishkek", "2024-09-16")])) == {("EUC341", "conflict")}


def test_a_plan_that_moved_is_superseded() -> None:
    plan = went("a", "place:bishkek", "2024-09-12", status="planned", published="2024-09-01")
    made = went("b", "place:bishkek", "2024-09-25")
    assert rules(judged([plan, made])) == {("EUC342", "supersede")}


def test_one_source_with_two_dates_tells_of_two_visits() -> None:
    found = judged([went("a", "place:bishkek", "2024-09-12"), went("a", "place:bishkek", "2024-09-20")])
    assert rules(found) == {("EUC340", "single")}


def test_what_is_reported_of_one_side_only_is_undecided() -> None:
    own = went("a", "place:bishkek", "2024-09-12")
    told = went("b", "place:bishkek", "2024-09-20")
    reported = Claim(**{f: getattr(told, f) for f in Claim.__slots__} | {"modality": "reported", "speaker": "org:x"})
    assert rules(judged([own, reported])) == {("EUC341", "unclear")}


def test_stops_in_opposite_order_conflict() -> None:
    one = [went("a", p, order=i, tour=5) for i, p in ((1, "place:tashkent"), (2, "place:dushanbe"))]
    other = [went("b", p, order=i, tour=9) for i, p in ((2, "place:tashkent"), (1, "place:dushanbe"))]
    assert ("EUC343", "conflict") in rules(judged([*one, *other]))


def test_working_against_official_is_a_variant() -> None:
    pair = [went("a", "place:brussels", official="working"), went("b", "place:brussels", official="official")]
    assert ("EUC344", "refine") in rules(judged(pair))


def test_two_first_visits_conflict_but_not_a_first_since() -> None:
    early = went("a", "country:turkmenistan", "2021-05-18", ordinal=1, published="2021-05-20")
    late = went("b", "country:turkmenistan", "2024-10-17", ordinal=1)
    since = went("b", "country:turkmenistan", "2024-10-17", ordinal=1, scoped=True)
    assert ("EUC345", "conflict") in rules(judged([early, late]))
    assert ("EUC345", "conflict") not in rules(judged([early, since]))


def test_two_travellers_who_share_a_key_are_kept_apart() -> None:
    pair = [went("a", "place:bishkek", "2024-09-12"), went("b", "place:bishkek", "2024-09-16", name="Rasmus Kalnberg")]
    assert rules(judged(pair)) == {("EUC340", "single")}


def test_every_traveller_gives_a_block() -> None:
    claim = went("a", "place:bishkek", who=[party("Ilze Kalnberg"), party("Piet Vermeeren")])
    assert len(visit.keys(claim)) == 2


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [
        went("a", "place:bishkek", "2024-09-12"),
        went("b", "place:bishkek", "2024-09-16"),
        went("c", "place:bishkek"),
        went("d", "place:bishkek", "2024-09"),
    ]
    assert len({tuple(map(repr, judged(order))) for order in permutations(claims)}) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400))
def test_a_conflict_of_dates_needs_days_apart_and_within_a_month(gap: int) -> None:
    first = date(2024, 3, 1)
    pair = [went("a", "place:x", first.isoformat()), went("b", "place:x", (first + timedelta(days=gap)).isoformat())]
    conflict = any(f.verdict == "conflict" for f in judged(pair))
    assert conflict == (2 <= gap <= 31)
