"""The tables of the base, as numbered migrations, and its views. Only what creates or migrates a base imports this.

A migration is never edited once it was released: a base in the world was made by it. To change the schema, add one at
the end.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from eucacheck.store.identity import APPLICATION_ID, LATEST

if TYPE_CHECKING:
    from sqlite_utils import Database

TOKENIZER: Final = "porter unicode61 remove_diacritics 2"
"""Word stems without accents, so that "presidents" finds "President" and "Simkute" finds "Šimkutė"."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a base up to date, or make one of an empty file; the caller holds the transaction."""
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for migration in MIGRATIONS[version:]:
        migration(db)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {LATEST}")


def _first(db: "Database") -> None:
    """Sources, claims and what is derived from them."""
    _create_evidence(db)
    _create_derived(db)
    for name, sql in _VIEWS.items():
        db.create_view(name, sql)


def _second(db: "Database") -> None:
    """When undated sources were written, as others tell; older bases are derived anew by the next change."""
    db.table("elsewhere").create(
        {"source": str, "published": str, "day": str, "rests_on": str},
        pk="source", foreign_keys=[("source", "sources", "id")], not_null={"published", "day", "rests_on"}, strict=True,
    )  # fmt: skip
    db.table("settings").delete_where("name = ?", ["program"])


def _create_evidence(db: "Database") -> None:
    """What a base is made of: sources and claims."""
    interval = {"{}_start": str, "{}_end": str, "{}_approximate": int, "{}_year_stated": int, "{}_basis": str}
    db.table("settings").create({"name": str, "value": str}, pk="name", strict=True)
    db.table("sources").create(
        {
            "id": str, "sha256": str, "path": str, "url": str, "title": str, "publisher": str, "author": str,
            "published": str, **{k.format("interval"): v for k, v in interval.items()},
            "published_basis": str, "copy_group": str, "text": str,
        },
        pk="id", not_null={"sha256", "text"}, strict=True,
    )  # fmt: skip
    db.table("sources").create_index(["copy_group"])  # so that nobody pages through the texts for it
    db.table("claims").create(
        {
            "id": str, "source": str, "kind": str, "subject": str, "value": str, "start": int, "end": int, "line": int,
            "quote": str, "when": str, **{k.format("when"): v for k, v in interval.items()}, "place": str,
            "speaker": str, "modality": str, "polarity": int, "passage": str, "confidence": float,
        },
        pk="id", foreign_keys=[("source", "sources", "id")],
        not_null={"source", "kind", "subject", "value", "quote"}, strict=True,
    )  # fmt: skip
    db.table("claims").create_index(["source", "start"])
    db.table("claims").create_index(["subject"])
    db.table("claims").enable_fts(["quote", "subject"], tokenize=TOKENIZER, create_triggers=True)


def _create_derived(db: "Database") -> None:
    """What follows from sources and claims, and is made again where they change."""
    db.table("block_claims").create(
        {"block": str, "claim": str}, pk=("block", "claim"), foreign_keys=[("claim", "claims", "id")], strict=True
    )
    db.table("block_claims").create_index(["claim"])
    db.table("findings").create(
        {
            "number": int, "id": str, "block": str, "rule": str, "kind": str, "verdict": str, "level": str,
            "subject": str, "question": str, "summary": str, "why": str, "confidence": float, "answers": str,
            "reference": str, "citation": str, "demoted": str, "claims": int, "words": str,
        },
        pk="number", not_null={"id", "block", "verdict", "answers"}, strict=True,
    )  # fmt: skip
    db.table("findings").create_index(["block", "id"], unique=True)
    db.table("findings").create_index(["id", "claims", "block"])
    db.table("findings").enable_fts(
        ["question", "summary", "subject", "words"], tokenize=TOKENIZER, create_triggers=True
    )
    db.table("evidence").create(
        {"finding": int, "answer": int, "position": int, "claim": str},
        pk=("finding", "answer", "position"),
        foreign_keys=[("finding", "findings", "number"), ("claim", "claims", "id")],
        strict=True,
    )
    db.table("evidence").create_index(["claim"])
    # no foreign keys: a block's pairs are many, and are written and dropped with their block alone
    db.table("demotions").create({"block": str, "a": str, "b": str, "reason": str}, pk=("block", "a", "b"), strict=True)
    db.table("demotions").create_index(["a", "b"])
    db.table("fingerprints").create(
        {"mark": int, "source": str}, pk=("mark", "source"), foreign_keys=[("source", "sources", "id")], strict=True
    )
    db.table("fingerprints").create_index(["source"])
    db.table("copies").create(
        {"source": str, "other": str, "ground": str},
        pk=("source", "other"), foreign_keys=[("source", "sources", "id"), ("other", "sources", "id")], strict=True,
    )  # fmt: skip
    db.table("copies").create_index(["other"])


_SHOWN: Final = """
NOT EXISTS (
    SELECT 1 FROM findings better
    WHERE better.id = f.id AND (better.claims > f.claims OR (better.claims = f.claims AND better.block < f.block))
)
"""
"""One fact can come up in two blocks; the one with more evidence is shown."""

_VIEWS: Final = {
    "shown_findings": f"SELECT f.* FROM findings f WHERE {_SHOWN}",
    "v_facts": """
        SELECT id AS finding, question, verdict, level, summary, why, kind, rule, subject, confidence,
               json_array_length(answers) AS answers, claims, reference, citation
        FROM shown_findings ORDER BY confidence DESC, id
    """,
    "v_conflicts": """
        SELECT f.question, f.verdict, f.level, json_extract(f.answers, '$[' || e.answer || '].text') AS answer,
               json_extract(f.answers, '$[' || e.answer || '].sources') AS sources,
               json_extract(f.answers, '$[' || e.answer || '].independent') AS independent,
               c.quote, coalesce(s.publisher, s.title, s.path) AS said_by, s.path, c.line, s.published,
               f.summary, f.rule, f.confidence, f.id AS finding, c.id AS claim
        FROM shown_findings f
        JOIN evidence e ON e.finding = f.number
        JOIN claims c ON c.id = e.claim
        JOIN sources s ON s.id = c.source
        WHERE f.verdict IN ('conflict', 'variant')
        ORDER BY f.verdict, f.confidence DESC, f.id, e.answer, e.position
    """,
    "v_claims": """
        SELECT c.kind, c.subject, c.quote, c."when", c.place, c.speaker, c.modality, c.passage, c.value,
               coalesce(s.publisher, s.title, s.path) AS said_by, s.path, c.line, s.published,
               c.confidence, c.id AS claim
        FROM claims c JOIN sources s ON s.id = c.source
        ORDER BY s.path IS NULL, s.path, s.id, c.start, c."end", c.id
    """,
}
"""For people who open the base with Datasette or any SQLite browser."""

MIGRATIONS: Final[tuple[Callable[["Database"], None], ...]] = (_first, _second)
if len(MIGRATIONS) != LATEST:
    raise AssertionError("identity.LATEST counts the migrations")
