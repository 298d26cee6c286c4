"""One thread for matrices, unless the user has set a number."""

import os

import pytest

from eucacheck.threads import VARIABLES, use_one_thread


def test_one_thread_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "set, so that the test puts it back")
        monkeypatch.delenv(name)
    use_one_thread()
    assert {os.environ[name] for name in VARIABLES} == {"1"}


def test_the_number_of_the_user_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLES[0], "3")
    use_one_thread()
    assert os.environ[VARIABLES[0]] == "3"
