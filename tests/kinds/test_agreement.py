"""What makes two claims speak of one agreement, and when dates, places and stages of it are opposed."""

from datetime import date

import pytest

from eucacheck.edtf import day, parse_edtf
from eucacheck.facts import Block, Surroundings
from eucacheck.kinds.agreement import judge, keys
from eucacheck.kinds.agreement.identity import same_agreement
from eucacheck.pack import Pack, load_pack
from eucacheck.records import Claim

KEY = "agreement:treaty:country:x"


def claim(source, action, when=None, *, modality="assertion", published=None, **value):
    told = {
        "agreement": "agreement:treaty-water-x", "name": "water treaty", "known": False, "sort": "treaty",
        "action": action, "date": when, "year_stated": True, "place": None, "parties": ["country:x"],
        "name_stems": ["water"], "topic_stems": [], "stages": False, "form": "name", "by": [],
        "story": {"topic": True, "words": ["water"], "with": ["country:x"], "sums": [], "told": None}, **value,
    }  # fmt: skip
    interval = parse_edtf(when) if when else published
    return Claim(
        f"{source}-{action}-{when}-{modality}", source, "agreement", told["agreement"], told, 0, 9, 1, "the treaty",
        when=interval, modality=modality, polarity=modality != "denied",
    )  # fmt: skip


def judged(*claims, **published):
    known = {s: day(date.fromisoformat(d)) for s, d in published.items()}
    block = Block(KEY, claims, Surroundings(Pack(), known))
    return judge(claims, block), block


def rules(*claims, **published):
    return {(f.rule, f.verdict) for f in judged(*claims, **published)[0]}


def test_disjoint_dates_of_one_signing_are_a_conflict():
    assert ("EUC502", "conflict") in rules(claim("a", "signed", "2024-03-01"), claim("b", "signed", "2024-03-05"))


def test_a_day_inside_a_month_is_one_answer():
    findings, _ = judged(claim("a", "signed", "2024-03-01"), claim("b", "signed", "2024-03"))
    assert [(f.verdict, f.answers[0].value["date"]) for f in findings] == [("agree", "2024-03-01")]


def test_years_apart_may_be_another_text_of_that_name():
    findings, block = judged(claim("a", "adopted", "2007-06-01"), claim("b", "adopted", "2019-06-17"))
    assert {f.verdict for f in findings} == {"single"}
    assert any(reason.startswith("other-time") for reason in block.demotions.values())


def test_bodies_endorse_in_turn():
    assert rules(claim("a", "endorsed", "2024-03-01"), claim("b", "endorsed", "2024-06-05")) == {("EUC506", "single")}


def test_a_planned_date_is_superseded_by_the_one_held():
    planned = claim("a", "signed", "2024-03-01", modality="planned")
    assert rules(planned, claim("b", "signed", "2024-06-05")) == {("EUC504", "supersede")}


@pytest.mark.parametrize(("published", "opposed"), [("2024-03-02", True), ("2024-03-30", False), ("2024-02-01", False)])
def test_an_undated_signing_has_the_time_of_its_report(published, opposed):
    found = rules(claim("a", "signed"), claim("b", "initialled", "2024-03-01"), a=published, b="2024-03-02")
    assert (("EUC501", "conflict") in found) is opposed


def test_both_stages_in_one_sentence_are_no_conflict():
    a, b = claim("a", "signed", stages=True), claim("a", "initialled", stages=True)
    assert ("EUC501", "conflict") not in rules(a, b, a="2024-03-02")


def test_two_known_towns_on_one_day_are_a_conflict():
    towns = ("place:astana", "place:tashkent")
    pair = [claim(s, "signed", "2024-03-01", place=p) for s, p in zip("ab", towns, strict=True)]
    found = judge(pair, Block(KEY, pair, Surroundings(load_pack(), {})))
    assert ("EUC503", "conflict") in {(f.rule, f.verdict) for f in found}


def test_the_order_of_the_claims_does_not_matter():
    claims = [claim("a", "signed", "2024-03-01"), claim("b", "signed", "2024-03"), claim("c", "signed", "2024-05-05")]
    first, _ = judged(*claims)
    again, _ = judged(*reversed(claims))
    assert {(f.id, f.summary) for f in first} == {(f.id, f.summary) for f in again}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"agreement": "agreement:other"}, True),
        ({"agreement": "agreement:other", "name_stems": ["enhanc", "water"]}, False),
        ({"agreement": "agreement:other", "topic_stems": ["critical", "material", "raw"]}, False),
        ({"agreement": "agreement:other", "form": "occasion"}, False),
        ({"agreement": "agreement:other", "known": True}, False),
    ],
)
def test_unknown_agreements_are_one_by_name_and_topic(other, same):
    assert same_agreement(claim("a", "signed"), claim("b", "signed", **other)) is same


def test_known_agreements_meet_by_identifier_and_others_by_sort_and_countries():
    assert keys(claim("a", "signed", known=True)) == ("agreement:agreement:treaty-water-x",)
    assert keys(claim("a", "signed", parties=["country:x", "org:y"])) == (KEY,)
