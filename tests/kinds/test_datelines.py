"""The day of a dateline against the day on which its article appeared."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.kinds.event_date.datelines import AHEAD, FAR, NOT_LONG
from eucacheck.records import Claim
from tests.kinds.happenings import dated, judged

PUBLISHED = date(2024, 9, 20)


def line(day: str, *, stated: bool = True) -> Claim:
    value = {"edtf": day, "year_stated": stated, "dateline": True}
    when = parse_edtf(day, year_stated=stated)
    return Claim("a/line", "a", "event_date", "dateline:a", value, 0, 5, 1, "Zenda", when)


def rules(day: str, published: str = "2024-09-20", *, stated: bool = True) -> set[str]:
    return {f.rule for f in judged([line(day, stated=stated)], {"a": published})}


@settings(deadline=None)  # the first example loads the kinds
@given(st.integers(-60, 60))
def test_only_a_day_long_before_publication_or_after_it_is_a_slip(off: int) -> None:
    day = (PUBLISHED + timedelta(off)).isoformat()
    assert ("EUC802" in rules(day)) == (off < -FAR or off >= AHEAD)


def test_without_a_year_of_its_own_only_the_weeks_to_come_are_a_slip() -> None:
    assert rules("2024-03-01", stated=False) == set()
    assert "EUC802" in rules("2024-09-25", stated=False)
    assert rules((PUBLISHED + timedelta(NOT_LONG + 1)).isoformat(), stated=False) == set()


def test_without_a_date_of_publication_nothing_is_said() -> None:
    assert judged([line("2024-03-01")]) == []


def test_the_summary_names_what_the_article_reports_on() -> None:
    [found] = [
        f for f in judged([line("2024-03-01"), dated("a", "2024-09-18")], {"a": "2024-09-20"}) if f.rule == "EUC802"
    ]
    assert found.summary.endswith(
        "says 1 March 2024, but it appeared on 20 September 2024 and reports on 18 September 2024"
    )
    assert found.level == "warning"


def test_an_event_of_another_month_is_not_what_it_reports_on() -> None:
    found = judged([line("2024-03-01"), dated("a", "2024-05-18")], {"a": "2024-09-20"})
    assert ["reports on" in f.summary for f in found if f.rule == "EUC802"] == [False]
