"""A base is opened only if it is ours and of our time; everything else is refused with advice and left as it is."""

import sqlite3
import subprocess
import sys

import pytest

from eucacheck.errors import StoreError
from eucacheck.store import open_base
from eucacheck.store.identity import APPLICATION_ID, LATEST


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a base ?#%41.db"


def make(path):
    with open_base(path, write=True):
        pass


def execute(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def read_all(path, *, write):
    with open_base(path, write=write) as base:
        return base.findings(), base.claims(), base.sources()


def refusal(path, *, write=False):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as raised:
        read_all(path, write=write)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert str(path) in str(raised.value)
    return str(raised.value)


def test_reading_what_is_not_there_says_how_to_make_it_and_makes_nothing(path):
    assert "run `eucacheck add` first" in refusal(path)
    assert not path.exists()


def test_an_empty_file_is_no_base_to_read_but_one_to_write(path):
    path.touch()
    assert "run `eucacheck add` first" in refusal(path)
    make(path)
    with open_base(path) as base:
        assert base.sources() == []


@pytest.mark.parametrize("write", [False, True])
def test_another_programs_database_is_left_alone(path, write):
    execute(path, "PRAGMA journal_mode = WAL", "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('mine')")
    assert "another program" in refusal(path, write=write)


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("content", [b"Dear diary, it rains.", b"SQLite format 3\x00 but cut"])
def test_a_file_that_is_no_database_is_left_alone(path, write, content):
    path.write_bytes(content)
    assert "no database" in refusal(path, write=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_base_of_a_newer_program_is_left_alone(path, write):
    make(path)
    execute(path, f"PRAGMA user_version = {LATEST + 1}")
    assert "newer eucacheck" in refusal(path, write=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_is_no_base(tmp_path, write):
    assert "is a folder" in refusal(tmp_path, write=write)


def test_a_base_in_a_folder_that_is_not_there_is_refused(tmp_path):
    assert "the folder must exist" in refusal(tmp_path / "no" / "base.db", write=True)


@pytest.mark.parametrize("kept", [100, 4096, 20_000])
def test_a_damaged_base_is_named_as_such(path, kept):
    make(path)
    content = path.read_bytes()
    path.write_bytes(content[:kept] + b"\xff" * (len(content) - kept))
    assert "damaged" in refusal(path)


def test_a_base_is_marked_as_ours_and_durable(path):
    make(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (LATEST,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    with open_base(path, write=True) as base:
        asked = [base._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")]
    assert asked == [2, 1]


def test_a_base_that_somebody_set_to_wal_is_set_back_when_it_is_written(path):
    make(path)
    execute(path, "PRAGMA journal_mode = WAL")
    make(path)
    assert path.read_bytes()[18:20] == b"\x01\x01"


def test_reading_cannot_write(path):
    make(path)
    with pytest.raises(StoreError, match="not permitted to write"), open_base(path) as base:
        base._connection.execute("DELETE FROM sources")


def test_the_views_for_people_can_be_read(path):
    make(path)
    connection = sqlite3.connect(path)
    for view in ("v_facts", "v_conflicts", "v_claims"):
        assert connection.execute(f"SELECT * FROM {view}").fetchall() == []  # noqa: S608 - a constant
    connection.close()


def test_reading_imports_nothing_slow(path):
    make(path)
    code = (
        "import sys; from pathlib import Path; from eucacheck.store import open_base\n"
        f"with open_base(Path({str(path)!r})) as base: base.search(['x']); base.findings(); base.sources()\n"
        "slow = {'sqlite_utils', 'pydantic', 'yaml', 'rich', 'rapidfuzz', 'spacy', 'regex'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
