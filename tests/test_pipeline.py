"""What a base holds is a function of its sources and the pack, however it came; a change is whole or not at all."""

import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from eucacheck import changing, judging, pipeline
from eucacheck.edtf import parse_edtf
from eucacheck.errors import InputError, UnknownError
from eucacheck.ledger import export_ledger
from eucacheck.pack.model import Landmark
from eucacheck.pipeline import add_sources, check, plan_add, rebuild, remove_source
from eucacheck.report import Selection, build_report, render_json
from eucacheck.store import open_base
from eucacheck.store.integrity import verify
from tests.toy import PACK, extract, source, toy

__all__ = ["toy"]
pytestmark = pytest.mark.usefixtures("toy")

COPIED = (
    "Engineers who repaired the broken bridge said yesterday that heavy trucks must wait another month before they may "
    "cross the river again, because the concrete needs time to harden in this weather. "
)
NIGHT = (
    "Nobody in the village slept that night, since the dogs barked at something behind the old mill, and in the "
    "morning children found strange tracks that led into the frozen reeds. "
)
TEXTS = [
    "One headline\n\nThe sky is blue. The sea is green. (c) 2021\n",
    "Two headlines\n\nThe sky is grey. The sand is yellow.\n",
    f"Three headlines\n\n{COPIED}The sky is blue.\n",
    f"Four headlines\n\nThe sky is blue. {COPIED}The sea is green.\n",
]
NAMES = zip(TEXTS, "dbca", ["A", "B", "B", None], strict=True)
SOURCES = [source(t, f"news/{name}.txt", publisher=p) for t, name, p in NAMES]
OTHER_PACK = replace(PACK, history={"history:x": Landmark(id="x", name="x", date="2001")})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "base.db"


def add(path, *sources, pack=PACK):
    with open_base(path, write=True) as base:
        plan = plan_add(base, sources, pack)
        return add_sources(base, pipeline.extract_all(plan.extract, pack), pack, plan.unchanged)


def state(path, folder):
    """All that a base tells, as bytes."""
    with open_base(path) as base:
        export_ledger(base, folder)
        ledger = {p.name: p.read_bytes() for p in sorted(folder.iterdir())}
        report = render_json(build_report(base, Selection(everything=True)))
        return ledger, report, base.demotions(), [base.why(a.id, b.id) for a in base.claims() for b in base.claims()]


def verdicts(path):
    with open_base(path) as base:
        return {f.subject: f.verdict for f in base.findings()}


def test_any_order_of_adding_gives_the_same_bytes_as_all_at_once(tmp_path):
    add(tmp_path / "all.db", *SOURCES)
    expected = state(tmp_path / "all.db", tmp_path / "all")
    for number, order in enumerate(list(permutations(SOURCES))[1::5]):
        path = tmp_path / f"{number}.db"
        for one in order:
            add(path, one)
        assert state(path, tmp_path / str(number)) == expected


def test_rebuilding_changes_nothing(path, tmp_path):
    add(path, *SOURCES)
    before = state(path, tmp_path / "x")
    with open_base(path, write=True) as base:
        change = rebuild(base, PACK)
    assert (change.new, change.changed, change.resolved, change.updated) == ((), (), (), ())
    assert state(path, tmp_path / "x") == before


def test_what_is_removed_leaves_no_trace(tmp_path):
    add(tmp_path / "a.db", *SOURCES[:3])
    add(tmp_path / "b.db", *SOURCES)
    with open_base(tmp_path / "b.db", write=True) as base:
        change = remove_source(base, SOURCES[3].id, PACK)
    assert [s.id for s in change.removed] == [SOURCES[3].id]
    assert state(tmp_path / "a.db", tmp_path / "a") == state(tmp_path / "b.db", tmp_path / "b")


def test_the_search_index_keeps_up_with_every_change(path):
    for one in SOURCES:
        add(path, one)
    with open_base(path, write=True) as base:
        remove_source(base, SOURCES[0].id, PACK)
        rebuild(base, PACK)
    connection = sqlite3.connect(path)
    for table in ("claims_fts", "findings_fts"):
        connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - a constant
    connection.close()


def test_removing_a_source_that_is_not_there_is_refused(path):
    add(path, SOURCES[0])
    with open_base(path, write=True) as base, pytest.raises(UnknownError, match="no source 'nothing'"):
        remove_source(base, "nothing", PACK)


def test_adding_twice_changes_nothing(path):
    add(path, *SOURCES)
    before = path.read_bytes()
    change = add(path, *SOURCES)
    assert len(change.unchanged) == 4
    assert (change.added, change.updated, change.new, change.changed) == ((), (), (), ())
    assert path.read_bytes()[100:] == before[100:]


def test_a_change_tells_what_it_brought_about(path):
    first = add(path, SOURCES[0])
    assert {f.subject for f in first.new} == {"thing:sky", "thing:sea"}
    second = add(path, SOURCES[1])
    assert [f.subject for f in second.new] == ["thing:sand"]
    assert [(f.subject, f.verdict) for f in second.changed] == [("thing:sky", "conflict")]
    with open_base(path, write=True) as base:
        third = remove_source(base, SOURCES[1].id, PACK)
    assert [(f.subject, f.verdict) for f in third.resolved] == [("thing:sky", "conflict")]
    assert third.changed == ()


def test_metadata_given_later_updates_the_source_and_what_follows_from_its_date(path):
    add(path, source(TEXTS[0], "a.txt"))
    change = add(path, source(TEXTS[0], "a.txt", published="2022-10-27", publisher="Herald"))
    assert [(s.publisher, s.published) for s in change.updated] == [("Herald", parse_edtf("2022-10-27"))]
    with open_base(path) as base:
        assert {c.when for c in base.claims()} == {parse_edtf("2022-10-27")}
        assert all("Herald" in f.summary for f in base.findings())


def test_of_two_statements_the_later_holds(path):
    for publisher in ("Herald", "Tribune", "Gazette"):
        add(path, source(TEXTS[0], "a.txt", publisher=publisher, title=f"In the {publisher}"))
    with open_base(path) as base:
        assert [(s.publisher, s.title) for s in base.sources()] == [("Gazette", "In the Gazette")]


def test_metadata_left_out_later_stays(path):
    add(path, source(TEXTS[0], "a.txt", published="2022-10-27", publisher="Herald", title="Told"))
    change = add(path, source(TEXTS[0], "a.txt"))
    assert len(change.unchanged) == 1
    with open_base(path) as base:
        assert (base.sources()[0].publisher, base.sources()[0].title) == ("Herald", "Told")


@pytest.mark.parametrize("order", [("b.txt", "a.txt"), ("a.txt", "b.txt")])
@pytest.mark.parametrize("at_once", [True, False])
def test_one_text_in_two_files_is_one_source_with_the_first_name(path, order, at_once):
    given = [source(TEXTS[0], name, **({"publisher": "Herald"} if name == "b.txt" else {})) for name in order]
    for group in [given] if at_once else [[one] for one in given]:
        add(path, *group)
    with open_base(path) as base:
        assert [(s.path, s.publisher) for s in base.sources()] == [("a.txt", "Herald")]


def test_a_source_extracted_without_a_plan_still_keeps_what_the_base_knows(path):
    add(path, source(TEXTS[0], "a.txt", published="2022-10-27"))
    with open_base(path, write=True) as base:
        add_sources(base, [extract(source(TEXTS[0], "b.txt", publisher="Herald"))], PACK)
        assert base.sources()[0].published == parse_edtf("2022-10-27")
        assert {c.when for c in base.claims()} == {parse_edtf("2022-10-27")}


def test_two_texts_with_one_identifier_are_told_apart(path):
    add(path, SOURCES[0])
    with pytest.raises(InputError, match="another text has the same identifier"):
        add(path, replace(SOURCES[1], id=SOURCES[0].id))


def test_another_pack_makes_the_whole_base_anew(path):
    add(path, *SOURCES[:2])
    with open_base(path, write=True) as base:
        plan = plan_add(base, [SOURCES[2]], OTHER_PACK)
        assert plan.rederive
        assert {s.id for s in plan.extract} == {s.id for s in SOURCES[:3]}
    change = add(path, SOURCES[2], pack=OTHER_PACK)
    assert change.rederived
    assert [s.id for s in change.added] == [SOURCES[2].id]
    with open_base(path) as base:
        assert base.setting("pack") == OTHER_PACK.digest
    assert not add(path, SOURCES[2], pack=OTHER_PACK).rederived


def test_another_pack_without_a_plan_makes_the_whole_base_anew_too(path, monkeypatch):
    add(path, *SOURCES[:2])
    monkeypatch.setattr(pipeline, "extract", lambda s, _: replace(extract(s), claims=()))
    with open_base(path, write=True) as base:
        assert add_sources(base, [extract(SOURCES[2])], OTHER_PACK).rederived
        assert {c.source for c in base.claims()} == {SOURCES[2].id}


def test_copies_count_once_and_part_again(path):
    add(path, *SOURCES)
    with open_base(path) as base:
        group = min(SOURCES[2].id, SOURCES[3].id)
        assert base.copy_groups() == {SOURCES[2].id: group, SOURCES[3].id: group}
        sky = next(f for f in base.findings() if f.subject == "thing:sky")
        assert {a.text: (a.sources, a.independent) for a in sky.answers} == {"blue": (3, 2), "grey": (1, 1)}
    with open_base(path, write=True) as base:
        remove_source(base, SOURCES[3].id, PACK)
        assert base.copy_groups() == {}


def test_a_source_that_joins_two_others_changes_facts_on_which_it_is_silent(path):
    left = source(f"Left\n\n{COPIED}The sun is red.\n")
    right = source(f"Right\n\nThe sun is red. {NIGHT}\n")
    between = source(f"Between\n\n{COPIED}\n\n{NIGHT}\n")
    add(path, left, right)
    with open_base(path) as base:
        assert [a.independent for f in base.findings() for a in f.answers] == [2]
    change = add(path, between)
    assert [f.subject for f in change.changed] == ["thing:sun"]
    with open_base(path) as base:
        assert [a.independent for f in base.findings() for a in f.answers] == [1]


def test_a_fresh_base_has_no_differences(path):
    add(path, *SOURCES)
    with open_base(path) as base:
        assert check(base, PACK) == []


TAMPERED = {
    "UPDATE claims SET \"when\" = '2001'": "other when",
    "DELETE FROM evidence": "a finding has other answers",
    "UPDATE findings SET verdict = 'agree' WHERE subject = 'thing:sky'": "a finding has other verdict",
    "UPDATE sources SET copy_group = NULL": "the copy group is not the one",
    "UPDATE sources SET published = '2001', interval_start = '2001-01-01'": "published is stored as 2001",
    "UPDATE sources SET text = replace(text, 'headline', 'Headline')": "its hash differs",
    "UPDATE demotions SET reason = 'other'": "another reason why two claims",
    "UPDATE claims SET start = start + 1": "its quote is not at its place",
    "UPDATE claims SET subject = 'moon'": "other subject",
    "UPDATE claims SET id = 'x' || id": "is missing",
}


@pytest.mark.parametrize("change", TAMPERED)
def test_what_was_altered_behind_our_back_is_named(path, change):
    add(path, *SOURCES)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(change)
    connection.close()
    with open_base(path) as base:
        assert TAMPERED[change] in " ".join(d.what for d in check(base, PACK))


def test_a_failure_in_the_middle_of_a_change_leaves_the_base_as_it_was(path, tmp_path, monkeypatch):
    add(path, *SOURCES[:2])
    before = state(path, tmp_path / "x")
    judged: list[int] = []

    def fail(*_):
        if judged:
            raise KeyboardInterrupt
        judged.append(1)
        return original(*_)

    original = judging.judge_block
    monkeypatch.setattr(changing, "judge_block", fail)
    with pytest.raises(KeyboardInterrupt):
        add(path, *SOURCES[2:])
    assert state(path, tmp_path / "x") == before


def many(count):
    return [
        source(f"Headline {i}\n\nThe sky is blue. The thing{i} is red. The thing{i % 7} is green.\n", f"{i}.txt")
        for i in range(count)
    ]


def test_writers_at_once_wait_for_each_other(path):
    groups = [many(24)[i::4] for i in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda group: [add(path, one) for one in group], groups))
    with open_base(path) as base:
        assert len(base.sources()) == 24
        assert check(base, PACK) == []


CHILD = """
import pickle, sys
from pathlib import Path
from tests import toy
from eucacheck import judging, pipeline
from eucacheck.store import open_base
judging.all_kinds = lambda: toy.KINDS
for one in pickle.loads(Path(sys.argv[2]).read_bytes()):
    with open_base(Path(sys.argv[1]), write=True) as base:
        pipeline.add_sources(base, [toy.extract(one)], toy.PACK)
    print(one.id, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("delay", [0.01, 0.073, 0.211])
def test_a_kill_at_any_moment_leaves_every_source_whole_or_out(tmp_path, path, delay):
    given = tmp_path / "sources.pickle"
    given.write_bytes(pickle.dumps(many(300)))
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, path, given], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert child.stdout is not None
    told = [child.stdout.readline().strip()]
    time.sleep(delay)
    child.kill()
    told += child.stdout.read().split()
    child.wait()
    child.stdout.close()
    with open_base(path) as base:
        assert verify(base) == []
        stored = {s.id for s in base.sources()}
        assert {t for t in told if len(t) == 16} <= stored
        assert base.count_claims() == 3 * len(stored)
        assert check(base, PACK) == []
    assert len(add(path, *many(300)).unchanged) == len(stored)
