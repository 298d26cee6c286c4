"""A ledger holds all that a base is made of; what is wrong with one is named by file and line, and nothing changes."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eucacheck.claims import claim_id
from eucacheck.errors import LedgerError, StoreError
from eucacheck.extraction import Extracted
from eucacheck.ledger import export_ledger, import_ledger, ledger_name
from eucacheck.pipeline import add_sources, check, put_claims
from eucacheck.records import Interval
from eucacheck.store import open_base
from tests.test_pipeline import OTHER_PACK
from tests.toy import PACK, claim, extract, source, toy

__all__ = ["toy"]
pytestmark = pytest.mark.usefixtures("toy")

ONE = source(
    "A headline\n\nThe sky is blue. The sea\u2028is wide.\n\nThe sea is green.\r\n",
    "in/One: article.txt",
    published="2022-10-27",
)
TWO = source("Second\n\nThe sky is grey. (c) 2021 \x1b[31m\n", "in/two.txt", publisher="Herald")
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.none() | st.dates(date(1000, 1, 1))
INTERVALS = st.none() | st.builds(
    Interval,
    st.sampled_from(["2022", "2022-10~", "XXXX-10-25", "odd"]),
    DAYS,
    DAYS,
    st.booleans(),
    st.booleans(),
    LINES,
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "claims"


@pytest.fixture
def path(request, tmp_path, folder):
    """A base with two sources, exported."""
    request.getfixturevalue("toy")
    path = tmp_path / "base.db"
    with open_base(path, write=True) as base:
        add_sources(base, [extract(ONE), extract(TWO)], PACK)
        export_ledger(base, folder)
    return path


def files(folder):
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def take(path, folder, pack=PACK):
    with open_base(path, write=True) as base:
        return import_ledger(base, folder, pack)


def test_a_ledger_makes_the_same_base_and_the_same_ledger(path, folder, tmp_path):
    change = take(tmp_path / "new.db", folder)
    assert [s.id for s in change.added] == sorted(
        (ONE.id, TWO.id), key=lambda i: ledger_name(ONE if i == ONE.id else TWO)
    )
    with open_base(path) as old, open_base(tmp_path / "new.db") as new:
        assert (old.sources(), old.claims(), old.findings()) == (new.sources(), new.claims(), new.findings())
        assert check(new, PACK) == []
        export_ledger(new, tmp_path / "again")
    assert files(tmp_path / "again") == files(folder)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(LINES, INTERVALS, st.floats(0, 1), st.booleans(), st.none() | LINES),
        max_size=4,
        unique_by=lambda t: t[0],
    ),
    INTERVALS,
    st.none() | LINES,
)
def test_nothing_is_lost_on_the_way_out_and_in(tmp_path_factory, given_claims, published, path):
    one = replace(ONE, published=published, published_basis=path, path=path, title=path)
    claims = tuple(_claim(one, c) for c in given_claims)
    folder = tmp_path_factory.mktemp("ledger")
    with open_base(folder / "a.db", write=True) as base:
        put_claims(base, [Extracted(one, claims)], PACK)
        export_ledger(base, folder / "a")
        first = (base.sources(), base.claims())
    with open_base(folder / "b.db", write=True) as base:
        import_ledger(base, folder / "a", PACK)
        export_ledger(base, folder / "b")
        assert (base.sources(), base.claims()) == first
    assert files(folder / "a") == files(folder / "b")


def _claim(one, fields):
    subject, when, confidence, polarity, speaker = fields
    value = {"colour": subject, "x": [None, 1.5]}
    start, end = one.text.index("The sky"), one.text.index(" The sea")
    made = claim(
        source=one.id,
        subject="s" + subject,
        value=value,
        start=start,
        end=end,
        quote=one.text[start:end],
        line=3,
        when=when,
    )
    made = replace(made, confidence=confidence, polarity=polarity, speaker=speaker)
    return replace(made, id=claim_id(made.source, made.kind, made.subject, value, (start, end)))


def test_only_what_changed_is_written_and_what_is_gone_is_taken_out(path, folder):
    (folder / "notes.jsonl").write_text('{"mine": 1}\n')
    (folder / f"mine.{'0' * 16}.jsonl").write_text('{"mine": 1}\n')
    with open_base(path, write=True) as base:
        assert export_ledger(base, folder) == 0
        add_sources(base, [extract(source(ONE.text, ONE.path, publisher="Herald"))], PACK)
        assert export_ledger(base, folder) == 1
        with base.transaction():
            base.drop_blocks(base.blocks([TWO.id]))
            base.drop_source(TWO.id)
        assert export_ledger(base, folder) == 1
    assert sorted(files(folder)) == sorted([ledger_name(ONE), "rulings.jsonl", "notes.jsonl", f"mine.{'0' * 16}.jsonl"])


def test_names_are_readable_and_safe():
    assert ledger_name(ONE) == f"One-article.{ONE.id}.jsonl"
    assert ledger_name(replace(ONE, path="../../Ёж.txt")) == f"{ONE.id}.jsonl"
    assert ledger_name(replace(ONE, path=None)) == f"{ONE.id}.jsonl"
    assert len(ledger_name(replace(ONE, path="x" * 300 + ".txt"))) < 90


@pytest.mark.usefixtures("path")
def test_a_ledger_without_rulings_is_taken(folder, tmp_path):
    (folder / "rulings.jsonl").unlink()
    assert len(take(tmp_path / "new.db", folder).added) == 2


def test_importing_again_changes_nothing(path, folder):
    change = take(path, folder)
    assert (len(change.unchanged), change.added, change.updated, change.new) == (2, (), (), ())


def test_a_correction_by_hand_comes_in_with_its_new_identifier(path, folder):
    told = edited(path, folder, '"colour": "blue"', '"colour": "azure"')
    wanted = re.search(r"it is ([0-9a-f]{16})", told)
    assert wanted is not None
    text = (folder / ledger_name(ONE)).read_text()
    old = next(json.loads(line)["id"] for line in text.splitlines() if '"azure"' in line)
    (folder / ledger_name(ONE)).write_text(text.replace(old, wanted[1]))
    assert [s.id for s in take(path, folder).updated] == [ONE.id]
    with open_base(path) as base:
        assert {c.value["colour"] for c in base.claims(ONE.id)} == {"azure", "green"}
        assert "extracted, but not stored" in " ".join(d.what for d in check(base, PACK))


def edited(path, folder, old, new):
    """Edit the ledger, see that nothing is imported, and give the message."""
    before = path.read_bytes()
    content = (folder / ledger_name(ONE)).read_text()
    assert old in content
    (folder / ledger_name(ONE)).write_text(content.replace(old, new, 1))
    with pytest.raises(LedgerError) as raised:
        take(path, folder)
    assert path.read_bytes() == before
    assert str(folder / ledger_name(ONE)) in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("A headline", "A deadline", ":1: sha256: is not that of the text"),
        ('"eucacheck-ledger/1"', '"eucacheck-ledger/9"', ":1: ledger: input should be 'eucacheck-ledger/1'"),
        ('"path"', '"paht"', ":1: paht: extra inputs are not permitted; allowed are ledger, id"),
        ('"edtf": "2022-10-27"', '"edtf": "2022-13-27"', ":1: published: '2022-13-27' is no date"),
        (
            '"quote": "The sky is blue."',
            '"quote": "The sky is pink."',
            ":2: quote: the text has 'The sky is blue.' at 12",
        ),
        ('"start": 12', '"start": 11', ":2: quote: the text has"),
        ('"start": 12', '"start": -1', ":2: start: input should be greater"),
        ('"start": 12', '"start": "12"', ":2: start: input should be a valid integer"),
        ('"start": 12', '"start": 12, "start": 12', ":2: start: stands twice"),
        ('"line": 3', '"line": 4', ":2: line: the quote stands in line 3"),
        ('"kind": "colour"', '"kind": "taste"', ":2: kind: 'taste' is unknown; allowed are colour"),
        ('"subject": "sky"', '"subject": "sea"', ":2: id: is not that of the claim; after a correction by hand it is"),
        ('"confidence": 1.0', '"confidence": 2.0', ":2: confidence: input should be less"),
        ('"confidence": 1.0', '"confidence": NaN', ":2: NaN is no number"),
        ('"confidence": 1.0}', '"confidence": 1.0', ":2: is no JSON"),
        ('"value": {', '"value": {"x": "\\ud800", ', ":2: "),
        ("\n", "\n\n", ":2: is no JSON"),
        ("\n", "\n[]\n", ":2: line: input should be a valid dictionary"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_line(path, folder, old, new, told):
    assert told in edited(path, folder, old, new)


def test_a_claim_or_a_source_that_stands_twice_is_refused(path, folder):
    content = (folder / ledger_name(ONE)).read_text()
    (folder / "x.jsonl").write_text(content)
    with pytest.raises(LedgerError, match=r"x\.jsonl:1: source \w+ stands in .* too"):
        take(path, folder)
    (folder / "x.jsonl").unlink()
    second = content.split("\n")[1]
    (folder / ledger_name(ONE)).write_text(content + second + "\n")
    with pytest.raises(LedgerError, match=r":4: id: claim \w+ stands twice"):
        take(path, folder)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.jsonl", b"", r"x\.jsonl:1: is empty"),
        ("x.jsonl", b"\n\xff", r"x\.jsonl:2: is no UTF-8"),
        ("x.jsonl", b"[" * 200_000, r"x\.jsonl:1: "),
        ("rulings.jsonl", b'{"finding": "x"}\n', r"rulings\.jsonl:1: has rulings"),
    ],
)
def test_files_that_are_no_ledger_are_refused(path, folder, name, content, told):
    (folder / name).write_bytes(content)
    with pytest.raises(LedgerError, match=told):
        take(path, folder)


def test_a_folder_without_a_ledger_is_refused(tmp_path):
    with pytest.raises(LedgerError, match="no such folder"):
        take(tmp_path / "a.db", tmp_path / "no")
    with pytest.raises(LedgerError, match="no ledger here"):
        take(tmp_path / "a.db", tmp_path)


def test_a_ledger_cannot_be_written_over_a_file(path, tmp_path):
    (tmp_path / "file").touch()
    with open_base(path) as base, pytest.raises(LedgerError, match="cannot be written"):
        export_ledger(base, tmp_path / "file")


@pytest.mark.usefixtures("path")
def test_a_ledger_does_not_mix_with_what_another_pack_made(folder, tmp_path):
    with open_base(tmp_path / "other.db", write=True) as base:
        add_sources(base, [extract(source("Third\n\nThe sky is red.\n"))], OTHER_PACK)
    with pytest.raises(StoreError, match="made with another pack"):
        take(tmp_path / "other.db", folder)
