"""As of a time: evidence of another time is left out, and the verdict follows what is left."""

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.lookup import hold_at, read_time
from eucacheck.lookup.time import may_overlap
from tests.made_facts import make_claim, make_fact

OLD = make_claim("Minister Berg", "a", when="2022-10-27")
OLD_TOO = make_claim("Berg, the minister", "b", when="2022-11")
NEW = make_claim("Minister Lund", "c", when="2025-03-04")
UNDATED = make_claim("Minister Dahl", "d")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-04-03", "2025-04-03", "2025-04-03"),
    ],
)
def test_a_time_is_a_day_a_month_or_a_year(text, start, end):
    time = read_time(text)
    assert (time.start.isoformat(), time.end.isoformat()) == (start, end)


@pytest.mark.parametrize("text", ["", "yesterday", "2022-13", "2022-02-30", "27 October 2022", "0000", "2022-10-27T10"])
def test_what_is_no_time_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="as 2022-10-27"):
        read_time(text)


@pytest.mark.parametrize(
    ("when", "time", "expected"),
    [
        ("2022-10-27", "2022-10", True),
        ("2022-10-27", "2022-11", False),
        ("2022-10-27/2022-11-02", "2022-11", True),
        ("/2022", "2020", True),
        ("2024/..", "2023-12-31", False),
        ("2024/..", "2030", True),
        ("XXXX-10-25", "2022-10-25", True),
        ("XXXX-10-25", "2022-11", False),
        ("XXXX-10-25", "2022", True),
    ],
)
def test_intervals_overlap_as_days_do(when, time, expected):
    assert may_overlap(parse_edtf(when), read_time(time)) is expected


def test_an_unknown_time_may_be_any():
    assert may_overlap(None, read_time("1999"))


def test_a_succession_becomes_the_holder_of_the_time():
    fact = make_fact("Who is minister?", {"Berg": [OLD, OLD_TOO], "Lund": [NEW]}, verdict="supersede")
    held = hold_at(fact, read_time("2022"), {})
    assert held is not None
    assert [a.text for a in held.answers] == ["Berg"]
    assert (held.verdict, held.level) == ("agree", "none")
    assert held.summary == "As of 2022: Berg (2 sources)"


def test_sources_are_counted_again():
    fact = make_fact("Who is minister?", {"Berg": [OLD, OLD_TOO], "Lund": [NEW]}, verdict="supersede")
    held = hold_at(fact, read_time("2022-10"), {})
    assert held is not None
    assert (held.answers[0].sources, held.verdict) == (1, "single")
    copies = hold_at(fact, read_time("2022"), {OLD.source: OLD.source, OLD_TOO.source: OLD.source})
    assert copies is not None
    assert (copies.answers[0].sources, copies.answers[0].independent) == (2, 1)


def test_a_fact_of_another_time_goes():
    assert hold_at(make_fact(answers={"Berg": [OLD]}), read_time("2025"), {}) is None


def test_a_fact_that_holds_wholly_is_unchanged():
    fact = make_fact(answers={"Berg": [OLD], "Dahl": [UNDATED]})
    assert hold_at(fact, read_time("2022-10"), {}) is fact


def test_of_an_office_what_was_last_told_before_stays():
    fact = make_fact(
        "Who is minister?", {"Berg": [OLD, OLD_TOO], "Lund": [NEW]}, verdict="supersede", subject="office:x"
    )
    held = hold_at(fact, read_time("2024"), {})
    assert held is not None
    assert [a.text for a in held.answers] == ["Berg"]
    assert held.summary == "Last told before 2024, on 2022-11-30: Berg (1 source)"
    assert hold_at(fact, read_time("2021"), {}) is None


def test_a_dispute_that_is_left_stays_a_dispute():
    fact = make_fact("Who is minister?", {"Berg": [OLD], "Dahl": [UNDATED], "Lund": [NEW]})
    held = hold_at(fact, read_time("2022-10"), {})
    assert held is not None
    assert (held.verdict, [a.text for a in held.answers]) == ("conflict", ["Berg", "Dahl"])
