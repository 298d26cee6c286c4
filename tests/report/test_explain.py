"""Every kind and rule is explained by its own file."""

import pytest

from eucacheck.errors import UnknownError
from eucacheck.kinds import all_rules
from eucacheck.report.explain import explain, kind_names, list_rules


@pytest.mark.parametrize("kind", kind_names())
def test_every_kind_has_its_headings(kind):
    page = explain(kind)
    assert page.startswith(f"{kind}: ")
    assert all(f"\n{heading}\n" in page for heading in ("Finds", "Same fact", "Compared", "Value", "Rules", "Example"))


def test_what_is_read_from_the_files_is_what_the_kinds_have():
    assert all(f"{code}  {sentence}" in list_rules() for code, (_, sentence) in all_rules().items())
    assert all(explain(code).startswith(f"{code}: {sentence}") for code, (_, sentence) in all_rules().items())


@pytest.mark.parametrize("given", ["euc201", "201", "TITLE", "event date", "event-date"])
def test_codes_and_kinds_are_taken_as_people_write_them(given):
    assert explain(given)


def test_what_is_unknown_is_answered_by_what_comes_near():
    with pytest.raises(UnknownError, match="Did you mean title"):
        explain("titel")
    with pytest.raises(UnknownError, match="The kinds are"):
        explain("zzz")
