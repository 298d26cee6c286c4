"""The confidence of a finding follows its evidence: the weakest side decides, more sources on one side raise it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.findings import FLAGGED, Judgement, make_finding, weigh
from eucacheck.records import Answer, Claim, Finding, Modality, Role, Verdict


def claim(
    source: str, *, kind: str = "title", when: str | None = None, role: Role = "body", said: Modality = "assertion"
) -> Claim:
    time = parse_edtf(when) if when is not None else None
    return Claim(source, source, kind, "x", {}, 0, 1, 1, "q", time, passage=role, modality=said)


def finding(*sides: list[Claim], verdict: Verdict = "conflict", confidence: float = 0.8) -> Finding:
    answers = [Answer({"n": n}, str(n), tuple(g), len(g), len(g)) for n, g in enumerate(sides)]
    return make_finding(Judgement("EUC201", "title", verdict, "x", "?", "s", "w", answers, confidence))


@pytest.mark.parametrize(
    "weak",
    [
        claim("b", role="caption"),
        claim("b", role="teaser"),
        claim("b", said="reported"),
        claim("b", when="2024~"),
    ],
)
def test_a_weak_side_lowers_the_confidence_and_a_strong_claim_beside_it_restores_it(weak: Claim):
    strong = weigh(finding([claim("a")], [claim("b")])).confidence
    assert weigh(finding([claim("a")], [weak])).confidence < strong
    assert weigh(finding([claim("a")], [weak, claim("c")])).confidence >= strong


def test_more_independent_sources_raise_it():
    one = weigh(finding([claim("a")], [claim("b")])).confidence
    assert weigh(finding([claim("a")], [claim(s) for s in "bcd"])).confidence > one


def test_the_time_of_a_misspelling_does_not_matter():
    spelt = [claim(s, kind="name", when="2024~") for s in "ab"]
    assert weigh(finding(spelt[:1], spelt[1:])).confidence == 0.8


@given(st.floats(0, 1), st.integers(1, 9), st.sampled_from(sorted(FLAGGED)))
def test_it_stays_between_0_and_1(base: float, sources: int, verdict: Verdict):
    found = finding([claim("a")], [claim(f"s{n}") for n in range(sources)], verdict=verdict, confidence=base)
    assert 0 <= weigh(found).confidence <= 1


def test_what_is_not_flagged_keeps_its_confidence():
    assert weigh(finding([claim("a", role="caption")], verdict="agree")).confidence == 0.8
