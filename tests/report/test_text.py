"""The page for people: conflicts first, who says what in which words, nothing twice."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.report import Selection, build_report, source_list
from eucacheck.report.text import render_facts, render_text
from eucacheck.terminal import open_console
from tests.made_facts import MadeBase, make_claim, make_fact, make_source

TEXT = "A headline\n\nPresident Berg opened the forum in Osh on Monday. It rained.\n"


def page(*facts, width=100, texts=None, everything=False, demoted=None, sources=()):
    stream = io.StringIO()
    values = build_report(MadeBase(*facts, sources=sources), Selection(everything=everything))
    render_text(values, open_console(stream, width), texts=texts, demoted=demoted, expand=everything)
    return stream.getvalue()


def at(words, **known):
    return make_claim(words, start=TEXT.index(words), **known)


DISPUTE = make_fact(
    "Who opened the forum?", {"Berg": [at("President Berg")], "Lund": [make_claim("Lund opened it", "b")]},
    summary="Two persons are said to have opened the forum", why="one person opens a forum",
)  # fmt: skip
AGREED = make_fact(
    "Where was it?",
    {"Osh": [at("in Osh"), make_claim("at Osh", "b")]},
    kind="event_place",
    summary="The forum: Osh (2 sources)",
)


def test_a_conflict_has_question_answers_sources_lines_words_and_reason():
    shown = page(
        DISPUTE,
        sources=[make_source("a", publisher="Daily", text=TEXT), make_source("b")],
        texts={DISPUTE.answers[0].claims[0].source: TEXT},
    )
    for words in (
        "CONFLICT",
        "Who opened the forum?",
        "A  Berg — 1 source",
        "S1 Daily, line 1",
        "Why: one person opens a forum",
    ):
        assert words in shown
    assert "»President Berg« opened the forum in Osh on Monday." in shown
    assert "It rained" not in shown


def test_conflicts_come_before_agreements_and_sources_last():
    shown = page(AGREED, DISPUTE, sources=[make_source("a")])
    assert (
        shown.index("CONFLICT")
        < shown.index("Agreed by two sources")
        < shown.index("leaves open")
        < shown.rindex("Sources\n")
    )


def test_a_number_of_sources_that_are_named_is_not_told_as_well():
    assert "The forum: Osh [S1, S2]" in page(AGREED, sources=[make_source("a"), make_source("b")])


def test_dependent_sources_are_told():
    told = make_fact(
        "Where?",
        {"Osh": [at("in Osh"), make_claim("at Osh", "b")]},
        kind="event_place",
        summary="Osh (2 sources, 1 independent)",
    )
    assert "Osh (2 sources, 1 independent)" in page(told)


def test_names_that_agree_are_one_paragraph():
    names = [
        make_fact(
            f"How is {n} spelt?", {n: [make_claim(n), make_claim(n, "b")]}, kind="name", summary=f"{n} (2 sources)"
        )
        for n in ("Berg", "Lund")
    ]
    assert "· Berg [S1, S2]; Lund [S1, S2]" in page(*names, sources=[make_source("a"), make_source("b")])


def test_a_note_has_its_question_and_lines():
    note = make_fact(
        "Who was minister?", {"Berg": [at("President Berg")], "Lund": [make_claim("Lund", "b")]}, verdict="supersede"
    )
    shown = page(note, sources=[make_source("a"), make_source("b")])
    assert "Changed over time (1)" in shown
    assert "Berg: S1 line 1" in shown


def test_weaker_evidence_is_told_in_words():
    assert "POSSIBLE CONFLICT" in page(
        make_fact("Who?", {"A": [at("in Osh")], "B": [make_claim(source="b")]}, level="warning")
    )


def test_reasons_are_told_in_plain_words():
    shown = page(DISPUTE, demoted={"other-time": 3, "coarser-precision": 1})
    assert "3 of other times and 1 less exact than the other" in " ".join(shown.split())
    assert "coarser-precision" not in shown


def test_a_time_that_the_words_tell_is_not_told_again():
    told = make_fact(
        "When?", {"x": [at("forum in Osh", when="2023-05-12")], "y": [make_claim("on 3 June", "b", when="2023-06-03")]}
    )
    shown = page(told)
    assert "of 12 May 2023" in shown
    assert "of 3 June 2023" not in shown


def test_everything_shows_claims_by_which_why_can_be_asked():
    claim = DISPUTE.answers[0].claims[0]
    assert f"claim {claim.id[:8]}" in page(DISPUTE, everything=True)
    assert "claim " + claim.id[:8] not in page(DISPUTE)


def test_an_empty_report_says_so():
    assert "No finding is listed" in page()


def test_no_line_is_there_twice():
    lines = [
        line
        for line in page(DISPUTE, AGREED, sources=[make_source("a"), make_source("b")]).splitlines()
        if len(line) > 20
    ]
    assert len(lines) == len(set(lines))


@given(st.text(max_size=80), st.sampled_from([40, 60, 100]))
def test_no_words_act_on_a_terminal_or_leave_the_width(words, width):
    claim = make_claim(words or "x", speaker=words, when="2023")
    hostile = make_fact(
        words or "?", {words or "a": [claim], "b": [make_claim("other", "b")]}, summary=words, why=words
    )
    source = make_source("a", title=words, publisher=words or None, path=words or None, published_basis=words)
    shown = page(hostile, width=width, texts={claim.source: words}, sources=[source])
    assert not any(c in shown for c in "\x00\x1b\x9b\r\u202e\u200b\u2028")
    shown.encode()


@pytest.mark.parametrize("expand", [True, False])
def test_facts_are_shown_in_full_then_in_short(expand):
    facts = [make_fact(f"Question {n}?", {f"answer {n}": [make_claim(f"words {n}")]}) for n in range(5)]
    base = MadeBase(*facts)
    answer = {
        **build_report(base, Selection(everything=True)),
        "query": "q",
        "as_of": None,
        "sources": source_list([make_source()], {}),
    }
    answer["facts"] = answer["findings"]
    stream = io.StringIO()
    render_facts(answer, open_console(stream, 100), expand=expand)
    assert ("Also on this" in stream.getvalue()) is not expand
    assert stream.getvalue().count("ONE SOURCE ONLY") == (5 if expand else 3)
