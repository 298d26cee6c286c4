"""What is put into a base comes back whole, and is found again."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eucacheck.errors import UnknownError
from eucacheck.findings import Judgement, make_finding
from eucacheck.records import Answer, Interval, Reference
from eucacheck.store import as_stored, open_base
from tests.toy import claim, source

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.none() | st.dates(date(1, 1, 1))
INTERVALS = st.builds(Interval, TEXT, DAYS, DAYS, st.booleans(), st.booleans(), TEXT)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
SHARED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

SOURCE = source("A headline\n\nThe sky is blue. It rains.\n", "a.txt", published="2022-10-27", publisher="Herald")


@pytest.fixture
def base(tmp_path):
    with open_base(tmp_path / "base.db", write=True) as opened:
        yield opened


def put(base, *claims, key="k", **changes):
    with base.transaction():
        base.drop_blocks(base.blocks([SOURCE.id]))
        base.put_source(replace(SOURCE, **changes), claims, {c.id: (key,) for c in claims})


def finding(*claims, question="Which colour is the sky?", text="blue", **changes):
    answers = [Answer({"colour": text}, text, claims, 2, 1)]
    body = Judgement("EUC1", "colour", "agree", "thing:sky", question, "The sky is blue", "seen", answers)
    return replace(make_finding(body), **changes)


def put_finding(base, block, *findings, demotions=None):
    with base.transaction():
        base.put_blocks({block: (findings, demotions or {})})


@SHARED
@given(published=st.none() | INTERVALS, basis=st.none() | TEXT, title=st.none() | TEXT, path=st.none() | TEXT)
def test_a_source_comes_back_whole(base, published, basis, title, path):
    given_source = replace(SOURCE, published=published, published_basis=basis, title=title, path=path)
    put(base, published=published, published_basis=basis, title=title, path=path)
    assert base.sources() == [given_source]
    assert base.texts() == {SOURCE.id: SOURCE.text}
    assert base.sources(texts=False) == [replace(given_source, text="")]


@SHARED
@given(when=st.none() | INTERVALS, value=st.dictionaries(TEXT, JSON, max_size=3), subject=TEXT)
def test_a_claim_comes_back_whole(base, when, value, subject):
    one = claim(source=SOURCE.id, when=when, value=value, subject=subject)
    put(base, one)
    assert base.claims() == [one] == [as_stored(one)]
    assert [list(c.value) for c in base.claims()] == [list(value)]


def test_a_finding_comes_back_whole_without_the_pack(base):
    one, other = claim(source=SOURCE.id), claim(source=SOURCE.id, id="f" * 16)
    put(base, one, other)
    given_finding = finding(one, other, reference=Reference("blue", "Pliny"), demoted=("x",))
    put_finding(base, "k", given_finding)
    assert base.findings() == [given_finding] == [as_stored(given_finding)]
    assert base.findings_of(other.id) == [given_finding]
    assert base.findings_of("nothing") == []


def test_a_fact_that_came_up_in_two_blocks_is_given_once_with_more_evidence(base):
    one, other = claim(source=SOURCE.id), claim(source=SOURCE.id, id="f" * 16)
    put(base, one, other)
    put_finding(base, "a", finding(one))
    put_finding(base, "b", finding(one, other))
    put_finding(base, "c", finding(other, one))
    assert base.findings() == [finding(one, other)]
    assert base.findings_of(other.id) == [finding(one, other)]
    assert [f for f, _ in base.search(["sky"])] == [finding(one, other)]


def test_a_claim_is_found_by_the_beginning_of_its_identifier(base):
    ids = ("abcd000000000000", "abcd111111111111", "abce000000000000")
    put(base, *(claim(source=SOURCE.id, id=i) for i in ids))
    assert base.claim("abce").id == ids[2]
    assert base.claim(ids[0]).id == ids[0]
    for prefix, told in {
        "abcd": "fits several claims",
        "abc": "too short",
        "ffff": "no claim 'ffff'",
        "ab%_": "no claim",
    }.items():
        with pytest.raises(UnknownError, match=told):
            base.claim(prefix)


def test_claims_stand_in_the_order_of_paths_and_then_of_the_text(base):
    with base.transaction():
        for number, path in enumerate([None, "b.txt", "a.txt"]):
            one = replace(SOURCE, id=str(number), path=path)
            claims = [claim(id=f"{number}{start}", source=one.id, start=start) for start in (30, 4)]
            base.put_source(one, claims, {c.id: () for c in claims})
    assert [c.id for c in base.claims()] == ["24", "230", "14", "130", "04", "030"]
    assert [c.id for c in base.claims(source="1")] == ["14", "130"]
    assert base.claims(kind="other") == []


def test_reasons_are_kept_for_pairs_and_counted_once(base):
    put(base, claim(source=SOURCE.id))
    put_finding(base, "a", demotions={("1", "2"): "other-time: first", ("1", "3"): "other-event"})
    put_finding(base, "b", demotions={("1", "2"): "other-time: second"})
    assert base.demotions() == {"other-event": 1, "other-time": 1}
    assert (base.why("2", "1"), base.why("1", "3"), base.why("2", "3")) == ("other-time: first", "other-event", None)


@pytest.mark.parametrize(
    "query",
    [
        "EU-Central Asia",
        '"',
        "a AND",
        "NOT x",
        "x:y",
        "(",
        "*",
        "^a",
        "a + b",
        "col : x",
        "NEAR(a b)",
        "'; --",
        "\x00",
        "—",
        "",
    ],
)
def test_no_query_can_break_the_search(base, query):
    put(base, claim(source=SOURCE.id))
    put_finding(base, "k", finding(claim(source=SOURCE.id), question=f"What of {query}?"))
    found = base.search([query, query + "*"])
    assert len(found) == (1 if any(c.isalnum() for c in query) else 0)


def test_search_knows_stems_accents_phrases_beginnings_and_quotes(base):
    one = claim(source=SOURCE.id)
    put(base, one)
    put_finding(base, "k", finding(one, question="Who was the President, Šimkutė?"))
    for term in ("presidents", "Simkute", "presid*", "THE SKY", "rains", "is blue"):
        assert bool(base.search([term])) == (term != "rains"), term
    assert base.search(["blue was"]) == []


def test_the_better_match_comes_first_and_the_limit_holds(base):
    one = claim(source=SOURCE.id)
    put(base, one)
    put_finding(
        base,
        "k",
        finding(one, question="Summit of the sky"),
        finding(one, question="Summit, sky and summit"),
        finding(one, question="Rain"),
    )
    found = base.search(["summit"])
    assert [f.question for f, _ in found] == ["Summit, sky and summit", "Summit of the sky"]
    assert found[0][1] > found[1][1]
    assert len(base.search(["summit"], limit=1)) == 1


def test_a_change_that_fails_leaves_nothing(base):
    with pytest.raises(KeyError), base.transaction():
        base.put_source(SOURCE, [claim(source=SOURCE.id)], {})
    assert (base.sources(), base.claims()) == ([], [])


def test_a_finding_cannot_rest_on_a_claim_that_is_not_there(base):
    with pytest.raises(sqlite3.IntegrityError), base.transaction():
        base.put_blocks({"k": ([finding(claim())], {})})
    assert base.findings() == []


def test_conflicts_read_well_in_a_browser(base):
    one = claim(source=SOURCE.id)
    put(base, one)
    put_finding(base, "k", finding(one, verdict="conflict"))
    rows = base._rows("SELECT question, answer, quote, said_by, path, line FROM v_conflicts")
    assert rows == [("Which colour is the sky?", "blue", "The sky is blue.", "Herald", "a.txt", 3)]
    assert base._rows("SELECT question, answers FROM v_facts") == [("Which colour is the sky?", 1)]
    assert base._rows("SELECT quote FROM v_claims") == [("The sky is blue.",)]
