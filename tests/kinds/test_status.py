"""The status kind: what a later source says supersedes, and nothing is a conflict."""

from itertools import permutations

from eucacheck.records import Claim
from tests.kinds.encounters import judged, rules


def talks(source: str, status: str, published: str | None) -> Claim:
    value = {"status": status, "topic": "readmission", "published": published}
    quote = f"Negotiations on readmission have {status}"
    return Claim(f"{source}:{quote}", source, "status", "talks:readmission", value, 0, len(quote), 1, quote)


def test_a_later_state_supersedes() -> None:
    found = judged([talks("b", "suspended", "2024-06-02"), talks("a", "begun", "2024-03-02")])
    assert rules(found) == {("EUC371", "supersede")}
    assert found[0].summary.index("begun") < found[0].summary.index("suspended")


def test_without_dates_it_is_undecided() -> None:
    assert rules(judged([talks("a", "begun", None), talks("b", "suspended", "2024-06-02")])) == {("EUC371", "unclear")}


def test_two_sources_of_one_state_agree() -> None:
    found = judged([talks("a", "begun", "2024-03-02"), talks("b", "begun", "2024-03-04")])
    assert rules(found) == {("EUC370", "agree")}


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [talks("a", "begun", "2024-03-02"), talks("b", "suspended", "2024-06-02"), talks("c", "resumed", None)]
    assert len({tuple(map(repr, judged(order))) for order in permutations(claims)}) == 1
