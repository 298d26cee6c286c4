"""Which reports of two sources are one news: near in time, of one series, each the only one of its source."""

from dataclasses import replace

from eucacheck.edtf import parse_edtf
from eucacheck.profiles import Profile
from eucacheck.stories import find_stories

PARTIES = ("country:latvia", "country:kazakhstan")


def news(  # noqa: PLR0913 - what a source can tell of an event
    source: str,
    date: str,
    published: str,
    *,
    series: str = "series:x",
    place: str | None = None,
    status: str = "held",
    parties: tuple[str, ...] = PARTIES,
    topic: tuple[str, ...] = (),
) -> Profile:
    return Profile(
        source, 0, series, series, "dialogue", (), parse_edtf(date), place, status, parse_edtf(published),
        parties=parties, topic=frozenset(topic), circle="talks:x",
    )  # fmt: skip


A = news("a", "2025-06-03", "2025-06-05")


def test_two_reports_of_one_series_within_days_are_one_news() -> None:
    assert find_stories([A, news("b", "2025-06-04", "2025-06-06")]) == {(0, 1)}


def test_a_report_of_a_week_later_is_no_report_of_the_same_news() -> None:
    assert not find_stories([A, news("b", "2025-06-12", "2025-06-13")])


def test_what_lay_far_back_when_the_source_appeared_is_no_news() -> None:
    assert not find_stories([A, news("b", "2025-06-04", "2025-09-06")])


def test_a_plan_is_not_the_news_of_what_was_held() -> None:
    assert not find_stories([A, news("b", "2025-06-06", "2025-06-03", status="planned")])


def test_a_source_with_two_news_of_one_series_leaves_open_which_is_meant() -> None:
    two = [news("b", "2025-06-04", "2025-06-06"), news("b", "2025-06-01", "2025-06-06")]
    assert not find_stories([A, *two])


def test_without_two_parties_only_the_same_town_makes_one_news() -> None:
    one, other = (news(s, "2025-06-03", "2025-06-05", parties=(), place=p) for s, p in (("a", "x"), ("b", "y")))
    assert not find_stories([one, other])
    assert find_stories([one, news("b", "2025-06-04", "2025-06-05", parties=(), place="x")])


def test_talks_without_a_topic_are_the_only_talks_of_the_same_town() -> None:
    gas = news("a", "2025-06-03", "2025-06-05", series="series:gas", topic=("gas",), place="x")
    plain = news("b", "2025-06-04", "2025-06-05", series="series:plain", place="x")
    assert find_stories([gas, plain]) == {(0, 1)}
    assert not find_stories([gas, news("b", "2025-06-04", "2025-06-05", series="series:plain", place="y")])
    rights = news("b", "2025-06-04", "2025-06-05", series="series:rights", topic=("right",), place="x")
    assert not find_stories([gas, rights])


def test_a_day_without_a_year_is_news_of_talks_with_the_same_number() -> None:
    numbered = replace(A, ordinals=(6,))
    undated = replace(news("b", "XXXX-06-04", "2024-10/.."), ordinals=(6,))
    assert find_stories([numbered, undated]) == {(0, 1)}
    assert not find_stories([numbered, replace(undated, ordinals=(7,))])


def test_a_day_without_a_year_of_a_festival_may_be_that_of_another_year() -> None:
    one = replace(news("a", "2025-10-14", "2025-10-16", place="x"), type="festival")
    undated = replace(news("b", "XXXX-10-15", "2024-10/..", place="x"), type="festival")
    assert not find_stories([one, undated])
    assert find_stories([replace(one, type="dialogue"), replace(undated, type="dialogue")])
