"""The title kind: when two offices conflict, when nobody can say, and that the order of claims does not matter."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from eucacheck.edtf import parse_edtf
from eucacheck.facts import Surroundings
from eucacheck.pack import Pack
from eucacheck.pipeline import judge_all
from eucacheck.records import Claim, Finding, Modality


def title(  # noqa: PLR0913 - a factory of one claim
    office: str,
    organisation: str | None,
    *,
    source: str = "a",
    person: str = "person:otto-brandt",
    name: str = "Otto Brandt",
    when: str | None = "2024-05-14",
    tenure: str = "current",
    domain: str | None = None,
    dated: str = "event",
    modality: Modality = "assertion",
) -> Claim:
    value: dict[str, Any] = {"office": office, "organisation": organisation, "domain": domain, "name": name}
    value |= {"tenure": tenure, "informal": False, "dated": dated}
    identity = f"{source}:{person}:{office}:{organisation}:{when}:{tenure}:{domain}"
    time = parse_edtf(when) if when is not None else None
    return Claim(identity, source, "title", person, value, 0, 5, 1, "quote", time, modality=modality)


def judged(claims: Sequence[Claim]) -> dict[str, Finding]:
    """Findings by rule; of one rule the gravest."""
    found = [f for result in judge_all(claims, Surroundings(Pack())) for f in result.findings]
    return {f.rule: f for f in sorted(found, key=lambda f: (f.verdict in {"conflict", "variant"}, f.id))}


def test_two_countries_at_one_time_conflict():
    found = judged([title("president", "country:x"), title("president", "country:y", source="b")])
    assert found["EUC201"].verdict == "conflict"
    assert "Otto Brandt is called president of x" in found["EUC201"].summary


def test_at_different_times_it_is_a_succession():
    claims = [title("president", "org:x", when="2015-05-14"), title("president", "org:y", source="b")]
    assert judged(claims)["EUC205"].verdict == "supersede"
    assert "EUC201" not in judged(claims)


def test_one_source_against_itself_has_a_rule_of_its_own():
    assert judged([title("president", "org:x"), title("president", "org:y")])["EUC821"].verdict == "conflict"


def test_a_promotion_needs_exact_times():
    deputy = title("deputy-minister", "country:x", domain="Energy", when=None)
    minister = title("minister", "country:x", domain="Energy", source="b")
    assert judged([deputy, minister])["EUC201"].verdict == "unclear"


@pytest.mark.parametrize("modality", ["denied", "conjecture", "question", "planned"])
def test_what_is_not_asserted_opposes_nothing(modality: Modality):
    claims = [title("president", "org:x"), title("president", "org:y", source="b", modality=modality)]
    assert judged(claims)["EUC201"].verdict == "unclear"


def test_a_former_office_opposes_nothing():
    claims = [title("president", "org:x", tenure="former", when=None), title("president", "org:y", source="b")]
    assert all(f.verdict not in {"conflict", "variant"} for f in judged(claims).values())


def test_an_office_without_its_body_joins_the_one_that_is_named():
    claims = [title("president", None), title("president", "country:x", source="b")]
    found = judged(claims)
    assert found["EUC206"].verdict == "agree"
    assert "EUC201" not in found


def test_two_holders_need_dated_claims_of_two_sources():
    def holders(dated: str, source: str) -> dict[str, Finding]:
        other = title("president", "country:x", source=source, person="person:ida-moe", name="Ida Moe", dated=dated)
        return judged([title("president", "country:x", dated=dated), other])

    assert holders("event", "b")["EUC202"].verdict == "conflict"
    assert "EUC202" not in holders("document", "b")
    assert holders("event", "a")["EUC202"].verdict == "unclear"


def test_a_holder_misspelt_is_a_variant():
    other = title("president", "country:x", source="b", person="person:otto-brendt", name="Otto Brantdt")
    assert judged([title("president", "country:x"), other])["EUC206"].verdict == "agree"
    far = title("president", "country:x", source="b", person="person:otto-prant", name="Otto Prant")
    assert judged([title("president", "country:x"), far])["EUC203"].verdict == "variant"


def test_offices_of_many_holders_have_no_succession():
    other = title("ambassador", "country:x", source="b", person="person:ida-moe", name="Ida Moe")
    assert set(judged([title("ambassador", "country:x"), other])) == {"EUC206"}


def test_the_order_of_claims_does_not_matter():
    claims = [
        title("president", "org:x"),
        title("president", "org:y", source="b"),
        title("president", None, source="c"),
        title("president", "org:x", source="c", person="person:brandt", name="Brandt"),
    ]
    results = [sorted(f.id for f in judged(list(p)).values()) for p in permutations(claims)]
    assert all(r == results[0] for r in results)


def test_holders_in_succession_stand_in_order_with_one_time_each():
    first = [title("president", "org:x", when="2019-05-14"), title("president", "org:x", source="c", when="2019-06-01")]
    second = title("president", "org:x", source="b", person="person:ida-ek", name="Ida Ek", dated="document")
    summary = judged([second, *first])["EUC205"].summary
    assert "one after the other: Otto Brandt, May 2019 (a and c) and Ida Ek, in a report of May 2024 (b)" in summary


def test_a_field_left_out_is_the_one_that_other_claims_give():
    told = [("Otto Brandt", None, "2016-05-14"), ("Ida Ek", "Trade", "2024-05-14")]
    claims = [
        title("president", "org:x", source=n[:1], person=f"person:{n}", name=n, domain=d, when=w) for n, d, w in told
    ]
    assert judged(claims)["EUC205"].verdict == "supersede"
