"""The date of a document from its own words: stated, or an interval with its evidence."""

from datetime import date

import pytest

from eucacheck.dating import Mentioned, date_source
from eucacheck.dating.bounds import Bound, intersect
from eucacheck.edtf import parse_edtf
from eucacheck.mentions.dates import find_dates
from eucacheck.pack.knowledge import Pack
from eucacheck.pack.model import Landmark
from eucacheck.passages import split_passages
from eucacheck.records import Interval
from tests.growth import grows_linearly

FLOOD = Landmark(id="flood", name="Great Flood of Orsk", date="2022-02-24", aliases=("great flood",))
PACK = Pack(history={"history:flood": FLOOD})


def dated(text: str, *terms: str) -> tuple[Interval | None, str]:
    return date_source(text, split_passages(text), find_dates, PACK, Mentioned([parse_edtf(t) for t in terms]))


def edtf_of(text: str, *terms: str) -> str | None:
    found, _ = dated(text, *terms)
    return found.edtf if found is not None else None


BODY = "The ministers of both countries met in the capital and spoke of trade and of the railway between them."


@pytest.mark.parametrize(
    "text",
    [
        f"Riga, 18 November 2022\n\n{BODY}",
        f"RIGA, November 18, 2022 - {BODY}",
        f"TASHKENT (Agency One / Two - 18th November, 2022) {BODY}",
        f"A headline of some words\n\n18.11.2022\n\n{BODY}",
        f"By Jane Roe | 18 November 2022\n\n{BODY}",
        f"Published on 18 November 2022\n\n{BODY}",
        f"{BODY} The talks open today (18 November 2022).",
        f"{BODY}\n\n{BODY} ///abc, 18 November 2022",
        f"{BODY}\n\n{BODY}\n\nSteppe Wire, 18.11.2022",
        f"{BODY}\n\n{BODY}\n\n© Steppe Wire, November 18, 2022. All rights reserved.",
        f"{BODY}\n\n{BODY}\n\nsteppewire.example – 18 November 2022",
        f"A headline of some words\n\n18 November 2022, Press Office of the Delegation\n\n{BODY}",
        f"The minister today, on 18 November 2022, opened a mill in the capital of the province. {BODY}",
    ],
)
def test_a_text_that_states_its_date_is_of_that_day(text):
    found, why = dated(text)
    assert found is not None
    assert (found.edtf, found.basis) == ("2022-11-18", "dateline")
    assert "2022" in why


@pytest.mark.parametrize(
    "text",
    [
        f"On 18 November 2015 the parties signed the treaty. It was renewed on Monday. {BODY}",
        f"{BODY} The treaty was signed on 18 November 2015.",
        f"{BODY}\n\n{BODY}\n\nThe treaty is of 18 November 2015.",
        f"A headline of some words\n\n{BODY}\n\nPhoto: the signing on 18 November 2015. Credit: Agency",
    ],
)
def test_a_date_that_the_text_looks_back_on_is_not_its_own(text):
    found, _ = dated(text)
    assert found is None or found.end is None


def test_a_named_weekday_and_a_count_from_a_landmark_give_the_day():
    text = f"The presidents met on Friday, 10 June. More than three months into the great flood they agreed. {BODY}"
    found, why = dated(text)
    assert found is not None
    assert (found.edtf, found.year_stated, found.basis) == ("2022-06-10~", False, "inferred")
    assert "10 June" in why
    assert "months" in why


def test_a_dateline_without_year_takes_the_only_year_within_the_bounds():
    text = f"OSLO, September 14. {BODY} Trade reached $120 million in 2022. The next round will be held in March 2024."
    assert edtf_of(text) == "2023-09-14"


def test_a_past_day_and_a_day_to_come_close_the_span():
    text = f"They met on March 28. {BODY} The summit will be held on April 4."
    assert edtf_of(text, "2024-12-01/..", "2023-04-03/2025-09-26") == "2025-03-28/2025-04-04"


def test_several_years_that_fit_give_an_interval_over_all():
    found, why = dated(f"They met on October 23 in the capital. {BODY}", "2019-12-01/2022-11-30")
    assert found is not None
    assert found.edtf == "2019-10-23/2022-11-06"
    assert "2020, 2021, 2022" in why


def test_one_old_date_does_not_draw_a_day_without_year_near():
    assert edtf_of(f"They met on March 5. {BODY} The treaty was signed on 21 December 2015.") == "2015-12-21/.."


def test_history_is_no_news():
    text = "The treaty was signed on 25 March 1957. On 1 January 1958 it entered into force. They had met on 3 June."
    assert edtf_of(text) == "1958-01-01/.."


def test_a_plan_bounds_from_above_and_a_cited_paper_from_below():
    text = f"{BODY} (see Kurier dated 03.03.25). The forum will be held in November 2025."
    assert edtf_of(text) == "2025-03-03/2025-11-30"


def test_an_aim_for_a_far_year_tells_nothing_of_the_earliest_day():
    assert edtf_of(f"{BODY} It was founded in May 2021. The line will be built by 2030.") == "2021-05/2030-12"


def test_a_document_named_by_its_year_plans_nothing():
    assert edtf_of(f"{BODY} The roadmap of 2023 will be discussed.") is None


def test_the_teaser_of_another_article_dates_nothing():
    body = "\n\n".join([BODY] * 8)
    teaser = "Related articles\n\nThe summit of 5 May 2025 was held in Riga on May 5, 2025."
    text = f"A headline of some words\n\n{body}\n\n{teaser}"
    assert edtf_of(text) is None


def test_a_text_without_dates_says_so():
    assert dated(BODY) == (None, "the text has nothing that dates it")
    assert dated("") == (None, "the text has nothing that dates it")


def test_the_end_of_a_term_yields_to_stronger_evidence():
    text = f"{BODY} The pact was signed on 4 May 2024."
    assert edtf_of(text, "2019-12-01/2022-11-30") == "2024-05-04/.."


def test_bounds_that_agree_most_decide():
    bounds = [
        Bound(date(2020, 1, 1), "low", "past", exact=True, words="a"),
        Bound(date(2021, 1, 1), "low", "past", exact=True, words="b"),
        Bound(date(2022, 1, 1), "high", "plan", exact=True, words="c"),
        Bound(date(2010, 1, 1), "high", "term", exact=True, words="d"),
    ]
    known = intersect(bounds)
    assert (known.low, known.high) == (date(2021, 1, 1), date(2022, 1, 1))
    assert [b.words for b in known.kept] == ["a", "b", "c"]
    assert intersect(list(reversed(bounds))).low == known.low


def test_no_bound_leaves_both_ends_open():
    known = intersect([])
    assert (known.low, known.high, known.kept) == (None, None, ())


@pytest.mark.parametrize(
    "unit", ["On 3 May he met. ", "1 May 2020\n\n", "RIGA, ", "three months into the great flood "]
)
def test_hostile_text_takes_linear_time(unit):
    assert grows_linearly(dated, lambda size: unit * (size // len(unit)), 5000)
