"""How much two local events look like one: symmetric, and a sentence worded alike weighs more than a number."""

from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.instances import EXCLUDED, THRESHOLD
from eucacheck.pack import Pack, load_pack
from eucacheck.profiles import Profile
from eucacheck.resemblance import score

DATES = st.sampled_from([None, "2025-04-03", "2025-04-04", "2025-04", "2024", "2023-10-23"])
PLACES = st.sampled_from([None, "place:riga", "place:tallinn", "country:latvia", "place:nowhere"])


def profile(source: str, **known: object) -> Profile:
    edtf = known.get("date")
    return Profile(
        source, 0, "series:x", "series:x", "dialogue", tuple(known.get("ordinals", ())),  # type: ignore[arg-type]
        parse_edtf(str(edtf)) if edtf else None, known.get("place"), str(known.get("status", "held")), None,  # type: ignore[arg-type]
        sentences=tuple(known.get("sentences", ())),  # type: ignore[arg-type]
    )  # fmt: skip


EVENTS = st.tuples(DATES, PLACES, st.sampled_from([(), (3,), (4,)]))


@given(EVENTS, EVENTS)
def test_the_order_of_two_events_does_not_matter(
    first: tuple[str | None, str | None, tuple[int, ...]], second: tuple[str | None, str | None, tuple[int, ...]]
) -> None:
    a = profile("a", date=first[0], place=first[1], ordinals=first[2])
    b = profile("b", date=second[0], place=second[1], ordinals=second[2])
    assert score(a, b, load_pack()) == score(b, a, load_pack())


def test_one_source_does_not_tell_of_one_event_twice() -> None:
    assert score(profile("a", date="2025-04-03"), profile("a", date="2025-04-03"), Pack()) < EXCLUDED


def test_one_day_of_one_series_is_one_event_whatever_its_number() -> None:
    a, b = profile("a", date="2025-04-03", ordinals=(3,)), profile("b", date="2025-04-03", ordinals=(4,))
    assert score(a, b, Pack()) >= THRESHOLD


def test_another_place_on_another_day_is_another_event_whatever_its_number() -> None:
    a = profile("a", date="2025-04-03", place="place:riga", ordinals=(3,))
    b = profile("b", date="2025-05-03", place="place:tallinn", ordinals=(3,))
    assert score(a, b, load_pack()) < EXCLUDED


def test_a_sentence_worded_alike_joins_where_only_a_number_differs() -> None:
    a, b = profile("a", ordinals=(3,), sentences=("x",)), profile("b", ordinals=(4,), sentences=("x",))
    apart = profile("b", ordinals=(4,), sentences=("y",))
    assert score(a, b, Pack()) > score(a, apart, Pack())
    assert score(a, apart, Pack()) < THRESHOLD


def test_a_town_that_nobody_knows_contradicts_nothing() -> None:
    known, unknown = profile("a", place="place:riga"), profile("b", place="place:nowhere")
    assert score(known, unknown, load_pack()) == 0
