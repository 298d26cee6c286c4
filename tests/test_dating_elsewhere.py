"""Undated sources take their year from dated ones that report the same news, and from nothing else."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eucacheck.checking import Derived, compare_facts, derive
from eucacheck.claims import claim_id
from eucacheck.dating.circular import is_circular, own_voices
from eucacheck.dating.elsewhere import BASIS, Told, date_elsewhere, dates_others, is_undated
from eucacheck.dating.later import may_be_later
from eucacheck.dating.reading import Reading, read_in_time
from eucacheck.edtf import day, days, parse_edtf
from eucacheck.extraction import Extracted
from eucacheck.facts import Surroundings
from eucacheck.findings import Judgement, make_finding
from eucacheck.judging import block_keys, judge_block
from eucacheck.pack import Pack
from eucacheck.pipeline import add_sources, remove_source
from eucacheck.records import Answer, Claim, Interval
from eucacheck.report import Selection, build_report, render_json
from eucacheck.sources import read_text
from eucacheck.store import open_base
from tests.kinds.encounters import party
from tests.kinds.happenings import PACK as PLACES
from tests.kinds.happenings import dated as event_dated

NEWS = day(date(2027, 5, 12))
HEALTH = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def met(source: str, told: str | None, place: str | None = "place:zenda", names: tuple[str, ...] = (), **more) -> Claim:
    who = [party(n) for n in names or ("Rudolf Elphberg", "Flavia Tarlenheim")]
    value = {
        "with": who, "sides": 1, "place": place, "date": told, "year_stated": True, "published": None,
        "form": "in person", "status": more.get("status", "made"),
    }  # fmt: skip
    when = parse_edtf(told) if told else None
    quote = f"met {told}"
    identifier = claim_id(source, "meeting", who[0]["id"], value, (0, len(quote)))
    return Claim(identifier, source, "meeting", who[0]["id"], value, 0, len(quote), 1, quote, when)


def through(own: Sequence[Claim], others: Mapping[str, tuple[Interval | None, Sequence[Claim]]], **known):
    told = {name: Told(published, claims) for name, (published, claims) in others.items()}
    source = Told(known.get("published"), own, known.get("text", ""))
    found = date_elsewhere(source, told, known.get("one_news", lambda _: True), PLACES)
    return found and (found.interval.edtf, found.rests_on)


def test_a_day_without_year_takes_the_year_of_the_same_meeting_in_a_dated_source():
    found = through([met("a", "XXXX-05-11")], {"b": (NEWS, [met("b", "2027-05-11")])})
    assert found == ("2027-05-11/2027-05-17", ("b",))


def test_the_year_is_the_nearest_across_new_year():
    found = through([met("a", "XXXX-12-31")], {"b": (day(date(2027, 1, 2)), [met("b", "2026-12-31")])})
    assert found == ("2026-12-31/2027-01-06", ("b",))


def test_the_latest_day_reported_is_the_news():
    own = [met("a", "XXXX-05-11"), met("a", "XXXX-05-12", names=("Black Michael", "Antoinette Mauban"))]
    theirs = [met("b", "2027-05-11"), met("b", "2027-05-12", names=("Black Michael", "Antoinette Mauban"))]
    assert through(own, {"b": (NEWS, theirs)}) == ("2027-05-12/2027-05-18", ("b",))


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        (met("a", "XXXX-05-11"), met("b", "2027-03-04")),
        (met("a", "XXXX-05-11"), met("b", "2027-05-11", names=("Rudolf Elphberg", "Fritz Hentzau"))),
        (met("a", "XXXX-05-11"), met("b", "2027-05-11", place="place:strelsau")),
        (met("a", "XXXX-05-11", status="planned"), met("b", "2027-05-11")),
        (met("a", None), met("b", "2027-05-11")),
        (met("a", "XXXX-05"), met("b", "2027-05-11")),
        (met("a", "XXXX-05-11"), met("b", "2027-05")),
        (event_dated("a", "XXXX-05-11", ordinals=[4]), event_dated("b", "2027-05-11", ordinals=[3])),
        (event_dated("a", "XXXX-05-11", place="place:zenda"), event_dated("b", "2027-05-11", place="place:szohod")),
    ],
    ids=["other day", "other person", "other place", "plan", "no day", "month", "month there", "ordinal", "town"],
)  # fmt: skip
def test_what_is_not_surely_one_happening_dates_nothing(own, theirs):
    assert through([own], {"b": (NEWS, [theirs])}) is None


def test_an_event_of_one_series_and_town_dates_a_text():
    own = event_dated("a", "XXXX-05-11/XXXX-05-12", place="place:zenda")
    theirs = event_dated("b", "2027-05-11/2027-05-12", place="place:zenda")
    assert through([own], {"b": (NEWS, [theirs])}) == ("2027-05-11/2027-05-17", ("b",))


def test_texts_that_are_not_one_news_date_nothing():
    assert through([met("a", "XXXX-05-11")], {"b": (NEWS, [met("b", "2027-05-11")])}, one_news=lambda _: False) is None


def test_a_source_that_looks_back_from_far_dates_nothing():
    late = day(date(2027, 6, 20))
    assert through([met("a", "XXXX-05-11")], {"b": (late, [met("b", "2027-05-11")])}) is None


@pytest.mark.parametrize("published", [None, replace(NEWS, basis="inferred"), replace(NEWS, basis=BASIS)])
def test_only_sources_dated_by_themselves_date_others(published):
    assert not dates_others(published)
    assert through([met("a", "XXXX-05-11")], {"b": (published, [met("b", "2027-05-11")])}) is None


def test_two_years_give_none():
    others = {
        "b": (NEWS, [met("b", "2027-05-11")]),
        "c": (day(date(2026, 5, 12)), [met("c", "2026-05-11")]),
    }
    assert through([met("a", "XXXX-05-11")], others) is None


def test_the_own_bounds_of_a_text_hold():
    others = {"b": (NEWS, [met("b", "2027-05-11")])}
    assert through([met("a", "XXXX-05-11")], others, published=parse_edtf("2028-01-01/..", basis="inferred")) is None
    within = parse_edtf("2027-05-13/..", basis="inferred")
    assert through([met("a", "XXXX-05-11")], others, published=within) == ("2027-05-13/2027-05-17", ("b",))


def test_a_source_with_a_date_of_its_own_is_left_alone():
    assert not is_undated(NEWS)
    assert not is_undated(replace(days(date(2027, 5, 1), date(2027, 5, 9)), basis="inferred"))
    assert through([met("a", "XXXX-05-11")], {"b": (NEWS, [met("b", "2027-05-11")])}, published=NEWS) is None


def test_a_dateline_that_fits_gives_the_day():
    line = replace(met("a", None), kind="event_date", value={"edtf": "XXXX-05-13", "dateline": True})
    far = replace(line, value={"edtf": "XXXX-05-02", "dateline": True})
    others = {"b": (NEWS, [met("b", "2027-05-11")])}
    assert through([met("a", "XXXX-05-11"), line], others) == ("2027-05-13", ("b",))
    assert through([met("a", "XXXX-05-11"), far], others) == ("2027-05-11/2027-05-17", ("b",))


@pytest.mark.parametrize(
    "text",
    [
        "They met on 11 May. A year later the canal is half ready.",
        "The forum opened on 11 May. Last year 420 firms came to the forum.",
        "As in last year's talks, water came first.",
        "It met on Friday, May 11.",
        "It met on May 11, a Friday.",
        "It met on 11 May. In January 2028 the Council agreed on the money.",
    ],
)
def test_a_text_that_may_be_of_another_year_is_not_dated(text):
    assert may_be_later(text, date(2027, 5, 11))
    assert through([met("a", "XXXX-05-11")], {"b": (NEWS, [met("b", "2027-05-11")])}, text=text) is None


@pytest.mark.parametrize(
    "text",
    [
        "They met on Tuesday, 11 May. Trade reached 400 million euros last year.",
        "It will be finished in January 2029.",
        "The strategy of June 2019 was praised.",
        "The loan runs for five years.",
    ],
)
def test_what_news_say_of_other_years_does_not_hinder(text):
    assert not may_be_later(text, date(2027, 5, 11))


def test_a_claim_is_read_in_the_year_of_its_source_and_keeps_its_identity():
    known = Reading(replace(parse_edtf("2027-05-11/2027-05-17"), basis=BASIS), None, frozenset("b"))
    told = met("a", "XXXX-05-11")
    read = read_in_time(told, known)
    assert (read.id, read.quote, read.value["date"], read.value["year_stated"]) == (
        told.id, told.quote, "2027-05-11", False,
    )  # fmt: skip
    assert told.value["date"] == "XXXX-05-11"
    assert read_in_time(met("a", "2019-06"), known).value["date"] == "2019-06"
    assert read_in_time(met("a", "XXXX-12-30"), known).value["date"] == "XXXX-12-30"
    undated = replace(told, kind="count", when=None)
    assert read_in_time(undated, known).when == known.interval
    assert read_in_time(replace(undated, kind="rank"), known).when is None
    assert read_in_time(replace(told, passage="teaser"), known) == replace(told, passage="teaser")


def finding(rule: str, *sides: str):
    claims = [tuple(met(s, f"2027-05-{i + 10}") for s in side) for i, side in enumerate(sides)]
    answers = [Answer({"date": str(i)}, str(i), own, len(own), len(own)) for i, own in enumerate(claims)]
    return make_finding(Judgement(rule, "meeting", "conflict", "s", "q", "s", "w", answers))


def test_a_weekday_is_the_day_of_the_same_meeting_that_a_dated_source_gives():
    others = {"b": (NEWS, [met("b", "2027-05-11")])}
    told = met("a", None)
    assert through([told], others, text="met None on Tuesday in Zenda.") == ("2027-05-11/2027-05-17", ("b",))
    spread = {"b": (NEWS, [event_dated("b", "2027-05-10/2027-05-12", place="place:zenda")])}
    event = event_dated("a", "2027-05-11", place="place:zenda")
    undated = replace(event, value={**event.value, "event": {**event.value["event"], "date": None}}, start=0, end=4)
    assert through([undated], spread, text="Held on Wednesday.") == ("2027-05-12/2027-05-18", ("b",))


@pytest.mark.parametrize(
    "text",
    [
        "met None on Friday in Zenda.",
        "met None on Tuesday for the second time this year.",
        "met None on Tuesday, as on Friday.",
        "met None on a Tuesday in March.",
        "met None in Zenda. Tuesday is market day.",
    ],
)
def test_a_weekday_that_does_not_fit_or_is_not_of_the_meeting_dates_nothing(text):
    assert through([met("a", None)], {"b": (NEWS, [met("b", "2027-05-11")])}, text=text) is None


def test_a_weekday_alone_is_too_little_where_nobody_says_the_place():
    others = {"b": (NEWS, [met("b", "2027-05-11", place=None)])}
    assert through([met("a", None)], others, text="met None on Tuesday.") is None
    assert through([met("a", "XXXX-05-12")], others) is None
    assert through([met("a", "XXXX-05-11")], others) == ("2027-05-11/2027-05-17", ("b",))


def test_what_a_source_took_from_another_cannot_contradict_it():
    lent = {"a": Reading(NEWS, None, frozenset({"b"}))}
    assert is_circular(finding("EUC351", "a", "b"), lent, {})
    assert is_circular(finding("EUC351", "a", "c"), lent, {"b": "b", "c": "b"})  # a copy of b
    assert not is_circular(finding("EUC351", "a", "c"), lent, {})
    assert not is_circular(finding("EUC351", "a", "bc"), lent, {})
    assert not is_circular(finding("EUC401", "a", "b"), lent, {})
    assert not is_circular(finding("EUC351", "a", "a"), lent, {})


def test_days_that_only_a_lent_year_brings_together_are_not_opposed_and_the_reason_is_kept():
    claims = [met("a", "XXXX-05-12"), met("b", "2027-05-11")]
    read = Reading(replace(parse_edtf("2027-05-12/2027-05-18"), basis=BASIS), None, frozenset({"b"}))
    key = next(k for k in block_keys(claims[0]) if k.startswith("meeting:"))
    days = {"a": read.interval, "b": NEWS, "c": NEWS}
    result = judge_block(key, claims, Surroundings(PLACES, days, readings={"a": read}))
    assert not any(f.verdict == "conflict" for f in result.findings)
    assert result.demotions[min(c.id for c in claims), max(c.id for c in claims)].startswith("year-inferred")
    with_third = judge_block(key, [*claims, met("c", "2027-05-11")], Surroundings(PLACES, days, readings={"a": read}))
    assert [f.rule for f in with_third.findings if f.verdict == "conflict"] == ["EUC351"]
    assert {c.value["date"] for f in with_third.findings for c in f.claims} == {"XXXX-05-12", "2027-05-11"}


def test_nor_is_it_an_independent_voice_on_the_day():
    lent = {"a": Reading(NEWS, None, frozenset({"b"}))}
    on_days = [replace(met(s, None), value={"edtf": "2027-05-11"}) for s in "abc"]
    assert own_voices(on_days, lent, {}) == {"b", "c"}
    assert own_voices([on_days[0], on_days[2]], lent, {}) == {"a", "c"}
    assert own_voices([met(s, None) for s in "ab"], lent, {}) == {"a", "b"}


WORDS = (
    "Elphberg Tarlenheim Zenda railway tunnel Strelsau customs wagons regency hunting lodge coronation sapphire moat"
)


def written(name: str, told: str | None, published: str | None, more: str = "") -> Extracted:
    from eucacheck.metadata import Metadata

    known = {"published": published} if published else {}
    text = f"met {told}\n\n{name.upper()} news: {WORDS} {more}.\n"
    source = read_text(text, path=f"{name}.txt", metadata=Metadata(publisher=f"Paper {name}", **known))
    return Extracted(source, (met(source.id, told),))


SOURCES = [
    written("a", "XXXX-05-11", None),
    written("b", "2027-05-11", "2027-05-12"),
    written("c", "2026-05-11", "2026-05-12"),
    written("d", "XXXX-05-12", None, more="drawbridge"),
    written("e", "2027-05-12", "2027-05-13", more="drawbridge"),
]


def state(base) -> tuple[str, str]:
    report = render_json(build_report(base, Selection(everything=True)))
    return report, repr((base.elsewhere(), sorted(base.reasons().items())))


def differences(base) -> list[object]:
    stored = Derived(base.copy_groups(), base.findings(), base.reasons(), base.elsewhere())
    return list(compare_facts(stored, derive(base.sources(), base.claims(), Pack())))


@settings(max_examples=25, deadline=None, suppress_health_check=HEALTH)
@given(held=st.sets(st.integers(0, 4), min_size=2), seed=st.integers(0, 10**6))
def test_any_order_of_adding_and_removing_gives_the_same_dates_and_findings(tmp_path_factory, held, seed):
    folder, chance = tmp_path_factory.mktemp("orders"), random.Random(seed)  # noqa: S311 - no secret
    with open_base(folder / "at-once.db", write=True) as base:
        add_sources(base, [SOURCES[i] for i in sorted(held)], Pack())
        expected = state(base)
        assert differences(base) == []
    with open_base(folder / "one-by-one.db", write=True) as base:
        order = [*range(5), *chance.sample(range(5), 2)]
        chance.shuffle(order)
        for i in order:
            add_sources(base, [SOURCES[i]], Pack())
            assert differences(base) == []
        for i in set(range(5)) - held:
            remove_source(base, SOURCES[i].source.id, Pack())
            assert differences(base) == []
        assert state(base) == expected


def test_a_source_that_comes_later_dates_an_older_one_and_takes_it_along_when_it_goes(tmp_path):
    with open_base(tmp_path / "base.db", write=True) as base:
        add_sources(base, SOURCES[:1], Pack())
        assert base.elsewhere() == {}
        add_sources(base, SOURCES[1:2], Pack())
        known = base.elsewhere()[SOURCES[0].source.id]
        assert (known.interval.edtf, known.interval.basis, known.names) == (
            "2027-05-11/2027-05-17",
            BASIS,
            ("Paper b",),
        )
        add_sources(base, SOURCES[2:3], Pack())
        assert base.elsewhere() == {}
        remove_source(base, SOURCES[2].source.id, Pack())
        assert base.elsewhere()[SOURCES[0].source.id] == known
        remove_source(base, SOURCES[1].source.id, Pack())
        assert base.elsewhere() == {}


def test_a_source_that_was_dated_by_others_dates_none(tmp_path):
    """A chain: d shares its news with a alone."""
    chained = written("f", "XXXX-05-11", None, more="drawbridge")
    with open_base(tmp_path / "base.db", write=True) as base:
        add_sources(base, [SOURCES[0], SOURCES[1], chained], Pack())
        assert all(k.rests_on == (SOURCES[1].source.id,) for k in base.elsewhere().values())


def test_the_report_says_from_whom_the_date_is(tmp_path):
    with open_base(tmp_path / "base.db", write=True) as base:
        add_sources(base, SOURCES[:2], Pack())
        told = {s["path"]: (s["published"], s["published_basis"]) for s in build_report(base)["sources"]}
    assert told["a.txt"] == ("2027-05-11/2027-05-17", "from the events of 2027-05-11 that Paper b reports")
    assert told["b.txt"] == ("2027-05-12", "stated")
