"""Expressions of time to intervals: stated, inferred from the source's date, or left unknown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.mentions.dates import find_dates, years_fitting
from tests.growth import grows_linearly

WEDNESDAY = "2025-06-11"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    mentions = find_dates(text, parse_edtf(published) if published else None)
    return [(text[m.start : m.end], m.interval.edtf) for m in mentions]


def only(text: str, published: str | None = WEDNESDAY) -> str | None:
    found = read(text, published)
    assert len(found) <= 1, found
    return found[0][1] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 27 October 2022", "2022-10-27"),
        ("on October 27, 2022, he", "2022-10-27"),
        ("Nov. 17, 2022", "2022-11-17"),
        ("18th November, 2022", "2022-11-18"),
        ("17 NOVEMBER 2023", "2023-11-17"),
        ("the 5th of May 2024", "2024-05-05"),
        ("27.10.2022", "2022-10-27"),
        ("(see Kurier dated 03.03.25)", "2025-03-03"),
        ("2024-06-04", "2024-06-04"),
        ("13/06/2024", "2024-06-13"),
        ("06/13/2024", "2024-06-13"),
        ("November 17-18, 2022", "2022-11-17/2022-11-18"),
        ("from 3 to 4 April 2025", "2025-04-03/2025-04-04"),
        ("on 5, 6 and 7 May 2024", "2024-05-05/2024-05-07"),
        ("between 5 and 9 May 2024", "2024-05-05/2024-05-09"),
        ("29 January – 2 February 2024", "2024-01-29/2024-02-02"),
        ("December 30, 2024 - January 2, 2025", "2024-12-30/2025-01-02"),
        ("from 30 December to 2 January 2025", "2024-12-30/2025-01-02"),
        ("October\n27, 2022", "2022-10-27"),
    ],
)
def test_stated_days(text, expected):
    assert only(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in June 2023", "2023-06"),
        ("mid-November 2024", "2024-11-11~/2024-11-20~"),
        ("at the end of February 2024", "2024-02-21~/2024-02-29~"),
        ("January-September 2024", "2024-01/2024-09"),
        ("from November 2023 to March 2024", "2023-11/2024-03"),
        ("in the first nine months of 2022", "2022-01/2022-09"),
        ("from 2005 to 9 months of 2024", "2005-01/2024-09"),
        ("the first half of 2025", "2025-01/2025-06"),
        ("in the second quarter of 2024", "2024-04/2024-06"),
        ("Q3 2024", "2024-07/2024-09"),
        ("H1 2025", "2025-01/2025-06"),
        ("late 2024", "2024-09~/2024-12~"),
        ("by the end of 2024", "2024-10~/2024-12~"),
        ("in the spring of 2023", "2023-21"),
        ("since 1994", "1994"),
        ("by 2027", "2027"),
        ("between 2019 and 2023", "2019/2023"),
        ("for 2021-2027", "2021/2027"),
        ("in 2021-27", "2021/2027"),
        ("the 1990s", "1990~/1999~"),
        ("FY2024/25", "2024~/2025~"),
        ("the 2019 strategy", "2019"),
        ("the second forum (Bishkek, 2022)", "2022"),
        ("in the week of 12 June 2023", "2023-06-12~/2023-06-18~"),
    ],
)
def test_stated_months_and_years(text, expected):
    assert only(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2025-06-11"),
        ("yesterday", "2025-06-10"),
        ("tomorrow", "2025-06-12"),
        ("the envoy arrived on Monday", "2025-06-09"),
        ("the envoy will arrive on Monday", "2025-06-16"),
        ("said Wednesday", "2025-06-11"),
        ("last Friday", "2025-06-06"),
        ("Monday next week", "2025-06-16"),
        ("earlier this week", "2025-06-09/2025-06-11"),
        ("last week", "2025-06-02/2025-06-08"),
        ("last month", "2025-05"),
        ("earlier this month", "2025-06-01/2025-06-11"),
        ("the previous year", "2024"),
        ("early next year", "2026-01~/2026-04~"),
        ("by the end of the year", "2025-10~/2025-12~"),
        ("two weeks ago", "2025-05-25~/2025-05-31~"),
        ("three months ago", "2025-02~/2025-04~"),
        ("a year ago", "2024-04~/2024-08~"),
        ("over the past 10 years", "2015~/2025~"),
        ("in the coming two years", "2025~/2027~"),
        ("on 8-9 May this year", "2025-05-08/2025-05-09"),
        ("in 11 months of last year", "2024-01/2024-11"),
        ("last summer", "2024-22"),
    ],
)
def test_relative_to_the_day_of_the_source(text, expected):
    mentions = find_dates(text, parse_edtf(WEDNESDAY))
    assert [m.interval.edtf for m in mentions] == [expected]
    assert not mentions[0].interval.year_stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the council met on 4 June", "2025-06-04"),
        ("the council will meet on 5 January", "2026-01-05"),
        ("the council met in January", "2025-01"),
        ("the council will be held in January", "2026-01"),
        ("the council met on 20 December", "2024-12-20"),
        ("In April 2019 they signed it, and in May", "XXXX-05"),
        ("on 11 December", "XXXX-12-11"),
    ],
)
def test_a_year_that_is_not_stated_is_the_nearest_or_unknown(text, expected):
    assert read(text)[-1][1] == expected


def test_the_weekday_decides_the_year():
    assert only("on Thursday (27 October)", "2023-03-01") == "2022-10-27"
    assert only("on Thursday (27 October)", "2022-02~/2023-02~") == "2022-10-27"
    assert years_fitting(3, 10, 27, 2017, 2025) == [2022]


@pytest.mark.parametrize(
    "text", ["The conference goes on in Aksu on Friday.", "The mission flies on to Aksu on Friday."]
)
def test_what_goes_on_goes_on_later(text):
    assert only(text) == "2025-06-13"  # told on a Wednesday


def test_without_a_date_of_the_source_the_year_stays_unknown():
    assert only("on November 17-18", None) == "XXXX-11-17/XXXX-11-18"
    assert only("in April", None) == "XXXX-04"
    assert only("mid-November", None) == "XXXX-11-11~/XXXX-11-20~"


@pytest.mark.parametrize("text", ["yesterday", "last month", "a year ago", "on Monday", "this autumn", "next year"])
def test_nothing_is_counted_from_an_unknown_day(text):
    assert only(text, None) is None


def test_a_source_of_about_a_day_tells_only_its_own_weekday():
    assert only("they met on Thursday", "2022-10-27~") == "2022-10-27"
    assert only("they met on Friday", "2022-10-27~") is None
    assert only("yesterday", "2022-10-27~") is None


def test_a_source_of_some_weeks_gives_the_hull_or_nothing():
    assert only("last month", "2025-03-28/2025-04-03") == "2025-02/2025-03"
    assert only("last month", "2024-03-28/2025-04-03") is None
    assert only("the council met on 4 March", "2025-03-28/2025-04-03") == "2025-03-04"


def test_the_same_day_counts_from_the_day_before_it():
    assert read("He spoke on 5 June 2024. The same day, he left.")[1] == ("The same day", "2024-06-05")
    assert read("He spoke on 5 June 2024. The next day he left.")[1][1] == "2024-06-06"
    assert read("Signed on 25 June 2024. Two months earlier, it had failed.")[1][1] == "2024-04~"
    assert only("The same day, he left.") is None


def test_the_same_day_may_open_the_next_paragraph_but_stands_in_no_later_one():
    assert read("He spoke on 5 June 2024.\n\nOn that day the city hosts the talks.")[1][1] == "2024-06-05"
    assert len(read("He spoke on 5 June 2024.\n\nNobody knew that on that day it rained.")) == 1
    assert len(read("He spoke on 5 June 2024.\n\nIt rained.\n\nOn that day the city hosts the talks.")) == 1


def test_the_same_year_and_that_month_are_those_named_before():
    assert read("Trade grew in June 2024. In the same year it fell.")[1] == ("the same year", "2024")
    assert read("Trade grew on 5 June 2024 and fell later that month.")[1] == ("that month", "2024-06")
    assert only("In the same year it fell.") is None


def test_what_one_takes_stock_of_is_past():
    assert only("Ministers took stock of the summit of 4 April.", "2025-11-05") == "2025-04-04"
    assert only("They discussed the outcomes of the forum of 20 February.", "2025-11-05") == "2025-02-20"


def test_days_after_an_event_are_not_counted_from_the_date_named_last():
    assert read("They met on 5 June 2024, two days after Oslo hosted a forum.") == [("5 June 2024", "2024-06-05")]
    assert read("They met on 5 June 2024 and parted two days later.")[1] == ("two days later", "2024-06-07")


def test_a_slash_date_that_reads_two_ways_is_read_only_near_the_source():
    assert only("on 12/05/2025") == "2025-05-12"
    assert only("on 5/6/2020") is None


def test_days_apart_are_two_mentions():
    assert read("on 5 and 12 May 2024") == [("5", "2024-05-05"), ("12 May 2024", "2024-05-12")]
    assert read("in May and June 2024") == [("May", "2024-05"), ("June 2024", "2024-06")]


@pytest.mark.parametrize(
    "text",
    [
        "2000 people", "more than 2000 companies", "over 1,990 km", "$2025", "Resolution 2231", "of 2000 students",
        "version 2.3.10", "10.10.20.30", "Theresa May said", "he may visit", "march on the capital", "Black Friday",
        "within 15 days",
        "on 31 April", "32 March", "every Sunday", "Vision 2030", "2025 tonnes", "to fall",
        "3.1.12",
    ],
)  # fmt: skip
def test_what_is_no_date_gives_none(text):
    assert read(text) == []


def test_a_number_before_a_date_is_no_part_of_it():
    assert only("a long-range 777 February 17, 2005") == "2005-02-17"


def test_a_weekday_that_ends_a_headline_is_not_that_of_the_dateline_below():
    found = read("Markets closed until Friday\nSeptember 18, 2008 The government", "2008-09-18")
    assert found == [("Friday", "2008-09-19"), ("September 18, 2008", "2008-09-18")]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["May", "5", "2024", "Monday", "on", "the", "end", "of", "-", "and", ",", "last", "year", "a", "ago", "(",
             "\n", "first", "half", "27.10.2022", "next", "XXXX", "between", "to", "será", "ⅷ", "€"]
        ),
        max_size=30,
    ),
    st.sampled_from([None, "2025-06-11", "2024-02~", "2020/..", "0001", "9999", "2022-11/2024-03"]),
)  # fmt: skip
def test_spans_come_in_order_and_lie_in_the_text(words, published):
    text = " ".join(words)
    mentions = find_dates(text, parse_edtf(published) if published else None)
    edges = [edge for m in mentions for edge in (m.start, m.end)]
    assert edges == sorted(edges)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    for mention in mentions:
        again = parse_edtf(mention.interval.edtf)
        assert (again.start, again.end) == (mention.interval.start, mention.interval.end)


@pytest.mark.parametrize(
    "unit", ["May ", "between 2019 and ", "from 3 to ", "the end of ", "1 May\n\n", "2024 ", "1.1."]
)
def test_hostile_text_takes_linear_time(unit):
    day = parse_edtf(WEDNESDAY)
    assert grows_linearly(lambda text: find_dates(text, day), lambda size: unit * (size // len(unit)), 5000)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("work is due to start in March 2026", "March 2026", "2026-03"),
        ("the term will end in 2027", "2027", "2027"),
        ("talks beginning in May 2026", "May 2026", "2026-05"),
        ("at the start of March 2026", "the start of March 2026", "2026-03-01~/2026-03-10~"),
        ("early in March 2026", "early in March 2026", "2026-03-01~/2026-03-10~"),
        ("by the end of 2027", "the end of 2027", "2027-10~/2027-12~"),
    ],
)
def test_to_start_or_end_in_a_month_is_no_part_of_it(text, words, expected):
    assert [(text[m.start : m.end], m.interval.edtf) for m in find_dates(text)] == [(words, expected)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The tour ends on Friday in Zenda.", "2025-06-13"),
        ("The visit, which began on Monday, concludes on Friday in Zenda.", "2025-06-13"),
        ("The tour ended on Friday in Zenda.", "2025-06-06"),
        ("The tour ends on Wednesday in Zenda.", "2025-06-11"),
    ],
)
def test_a_programme_in_the_present_tense_lies_ahead(text, day):
    assert read(text)[-1] == (text[text.index(day_of(text)) :].split()[0], day)


def day_of(text: str) -> str:
    return "Friday" if "Friday" in text else "Wednesday"


def test_a_present_tense_that_may_tell_either_gives_no_day():
    assert only("The minister opens a consulate in Zenda on Friday.") is None
    assert only("The minister opened a consulate in Zenda on Friday.") == "2025-06-06"


def test_a_day_behind_years_ago_is_of_then():
    assert read("A year ago the ministers met in Zenda on 6 July.")[1][1] == "2024-07-06"
    assert read("A year ago, on 20 May, they met.")[1][1] == "2024-05-20"
    assert read("Up from a year ago, the ministry told reporters on 20 May.")[1][1] == "2025-05-20"
    assert read("A year ago it failed. It was signed on 20 May.")[1][1] == "2025-05-20"


def test_the_same_morning_is_of_the_day_before_it_and_a_day_before_two_days_is_of_neither():
    assert read("She came on 5 June 2024, at noon. That same morning, she had met him.")[1][1] == "2024-06-05"
    assert len(read("It began on 5 June 2024 and ended on 6 June 2024. A day before, they had met.")) == 2
