"""What an open base holds, as records. The standard library alone: a look-up must start fast."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

from eucacheck.errors import UnknownError
from eucacheck.records import Claim, Elsewhere, Finding, Source
from eucacheck.store.rows import (
    CLAIM_COLUMNS,
    FINDING_COLUMNS,
    SOURCE_COLUMNS,
    select,
    to_claim,
    to_elsewhere,
    to_finding,
    to_source,
)

T = TypeVar("T")

SHORTEST_PREFIX: Final = 4
"""Characters of an identifier that a user has to give."""
BATCH: Final = 500
"""Values in one IN list; SQLite allows 999 and more."""

_SOURCES: Final = f"{select(SOURCE_COLUMNS, 's')} FROM sources s"
_CLAIMS: Final = f"{select(CLAIM_COLUMNS, 'c')} FROM claims c JOIN sources s ON s.id = c.source"
_PLACE: Final = 's.path IS NULL, s.path, s.id, c.start, c."end", c.kind, c.id'
_FINDINGS: Final = f"{select(FINDING_COLUMNS, 'f')} FROM shown_findings f"
_EVIDENCE: Final = (
    f"{select(('finding', 'answer'), 'e')}, {select(CLAIM_COLUMNS, 'c').removeprefix('SELECT ')} "
    "FROM evidence e JOIN claims c ON c.id = e.claim"
)


class Reader:
    """The fact base, open for reading."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def sources(self, only: Iterable[str] | None = None, *, texts: bool = True) -> list[Source]:
        """Give every source, or those with the identifiers in `only`, in the order of paths, those without a path last.

        Without `texts` their text is empty, which reads a large base faster.
        """
        query = _SOURCES if texts else _SOURCES.replace('s."text"', "''")
        rows = self._rows(query) if only is None else self._rows_of(f"{query} WHERE s.id IN", only)
        elsewhere = self.elsewhere() if rows else {}
        found = (replace(s, elsewhere=elsewhere.get(s.id)) for s in map(to_source, rows))
        return sorted(found, key=lambda s: (s.path is None, s.path or "", s.id))

    def elsewhere(self) -> dict[str, Elsewhere]:
        """Give when undated sources were written, as others tell, by identifier."""
        rows = self._rows("SELECT published, day, rests_on, source FROM elsewhere ORDER BY source")
        query = (
            "SELECT DISTINCT s.id, coalesce(s.publisher, s.title, s.path, s.id) FROM elsewhere e "
            "JOIN json_each(e.rests_on) j JOIN sources s ON s.id = j.value"
        )
        names = dict(self._rows(query)) if rows else {}
        return {r[3]: to_elsewhere(r, names) for r in rows}

    def texts(self, only: Iterable[str] | None = None) -> dict[str, str]:
        """Give the text of every source, or of those in `only`, by identifier."""
        query = "SELECT id, text FROM sources"
        return dict(self._rows(f"{query} ORDER BY id") if only is None else self._rows_of(f"{query} WHERE id IN", only))

    def claims(self, source: str | None = None, kind: str | None = None) -> list[Claim]:
        """Give the claims, of one source or kind if asked, in the order of the paths of sources, then of the text."""
        wanted = [(column, value) for column, value in (("source", source), ("kind", kind)) if value is not None]
        where = f"WHERE {' AND '.join(f'c.{c} = ?' for c, _ in wanted)}" if wanted else ""
        return [to_claim(r) for r in self._rows(f"{_CLAIMS} {where} ORDER BY {_PLACE}", *(v for _, v in wanted))]

    def claim(self, prefix: str) -> Claim:
        """Give the one claim whose identifier begins so, from 4 characters. Raises UnknownError for none or several."""
        if len(prefix) < SHORTEST_PREFIX:
            raise UnknownError(
                f"{prefix!r} is too short for a claim; give {SHORTEST_PREFIX} characters of its identifier or more"
            )
        rows = self._rows(
            f"{_CLAIMS} WHERE c.id >= ? AND c.id < ? ORDER BY c.id LIMIT 6", prefix, prefix + "\U0010ffff"
        )
        if len(rows) == 1 or (rows and rows[0][0] == prefix):
            return to_claim(rows[0])
        if rows:
            raise UnknownError(
                f"{prefix!r} fits several claims: {', '.join(r[0] for r in rows[:5])}; give more characters"
            )
        raise UnknownError(f"no claim {prefix!r} in this base; `eucacheck claims` lists them")

    def findings(self) -> list[Finding]:
        """Give every finding, each identifier once, in the order of identifiers."""
        with self.snapshot():
            return self._assemble(
                self._rows(f"{_FINDINGS} ORDER BY f.id"), self._rows(f"{_EVIDENCE} ORDER BY 1, 2, e.position")
            )

    def findings_of(self, claim: str) -> list[Finding]:
        """Give the findings of which a claim is evidence."""
        of_claim = "SELECT x.id FROM evidence e JOIN findings x ON x.number = e.finding WHERE e.claim = ?"
        query = f"{_FINDINGS} WHERE f.id IN ({of_claim}) ORDER BY f.id"
        with self.snapshot():
            return self._with_evidence(self._rows(query, claim))

    def findings_by_id(self, wanted: Iterable[str]) -> dict[str, Finding]:
        """Give the findings with these identifiers; those that are not there are left out."""
        with self.snapshot():
            return {f.id: f for f in self._with_evidence(self._rows_of(f"{_FINDINGS} WHERE f.id IN", wanted))}

    def count_claims(self) -> int:
        """Give the number of claims."""
        return int(self._rows("SELECT count(*) FROM claims")[0][0])

    def copy_groups(self) -> dict[str, str]:
        """Give the copy group of each source that has a common origin with another; sources alone are left out."""
        return dict(self._rows("SELECT id, copy_group FROM sources WHERE copy_group IS NOT NULL ORDER BY id"))

    def demotions(self) -> dict[str, int]:
        """Give the number of pairs of claims that are not opposed to each other, by the code of the reason."""
        pairs = "SELECT a, b, reason, min(block) FROM demotions GROUP BY a, b"
        code = "substr(reason, 1, instr(reason || ':', ':') - 1)"
        return dict(self._rows(f"SELECT {code}, count(*) FROM ({pairs}) GROUP BY 1 ORDER BY 1"))

    def why(self, a: str, b: str) -> str | None:
        """Give the kept reason why two claims are not opposed; None where none was kept."""
        first, second = sorted((a, b))
        rows = self._rows("SELECT reason FROM demotions WHERE a = ? AND b = ? ORDER BY block LIMIT 1", first, second)
        return str(rows[0][0]) if rows else None

    def reasons(self) -> dict[tuple[str, str], str]:
        """Give the kept reason of every pair of claims that has one, as `why` gives it."""
        return {(a, b): r for a, b, r in self._rows("SELECT a, b, reason FROM demotions ORDER BY block DESC")}

    def search(self, terms: Sequence[str], limit: int = 200) -> list[tuple[Finding, float]]:
        """Give the findings in which any of the terms occurs, with their bm25 score (higher is better), best first.

        A term may be several words, then it is a phrase; a term that ends in `*` is the beginning of a word. Nothing in
        a term can break the query: each is quoted (of 14 ordinary queries 11 raise otherwise, "EU-Central Asia" among
        them).
        """
        match = " OR ".join(dict.fromkeys(q for t in terms if (q := _quoted(t))))
        if not match:
            return []
        ranked = (
            "SELECT f.number, -bm25(findings_fts, 4.0, 2.0, 3.0, 1.0) "
            "FROM findings_fts JOIN shown_findings f ON f.number = findings_fts.rowid "
            "WHERE findings_fts MATCH ? ORDER BY 2 DESC, f.id LIMIT ?"
        )
        with self.snapshot():
            scores = dict(self._rows(ranked, match, limit))
            rows = {r[0]: r for r in self._rows_of(f"{_FINDINGS} WHERE f.number IN", scores)}
            found = dict(zip(rows, self._with_evidence(list(rows.values())), strict=True))
        return [(found[number], score) for number, score in scores.items()]

    def setting(self, name: str) -> str | None:
        """Give what the base was made with: "pack" (the digest) or "program" (the version); None for an empty base."""
        rows = self._rows("SELECT value FROM settings WHERE name = ?", name)
        return str(rows[0][0]) if rows else None

    def check_file(self) -> list[str]:
        """Give what SQLite finds wrong with the file and its foreign keys; empty where all is well."""
        wrong = [str(r[0]) for r in self._rows("PRAGMA integrity_check") if r[0] != "ok"]
        return wrong + [f"table {r[0]}, row {r[1]}: {r[2]} is missing" for r in self._rows("PRAGMA foreign_key_check")]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read everything inside as the base was at one moment. Keep it short: writers wait."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _with_evidence(self, rows: Sequence[Any]) -> list[Finding]:
        """Findings with their claims, in the order of the rows."""
        evidence = self._rows_of(f"{_EVIDENCE} WHERE e.finding IN", [r[0] for r in rows], "ORDER BY 1, 2, e.position")
        return self._assemble(rows, evidence)

    @staticmethod
    def _assemble(rows: Iterable[Any], evidence: Iterable[Any]) -> list[Finding]:
        claims: dict[str, Claim] = {}
        by_answer: dict[int, dict[int, list[Claim]]] = {}
        for number, answer, *columns in evidence:
            claim = claims.get(columns[0]) or claims.setdefault(columns[0], to_claim(columns))
            by_answer.setdefault(number, {}).setdefault(answer, []).append(claim)
        none: Mapping[int, list[Claim]] = {}
        return [to_finding(r, by_answer.get(r[0], none)) for r in rows]

    def _rows(self, query: str, *values: object) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeDecodeError as error:
            raise sqlite3.DatabaseError(f"a text is no UTF-8: {error}") from error

    def _rows_of(self, query: str, values: Iterable[object], end: str = "") -> list[Any]:
        """Ask for many values in lists of a size that SQLite takes; `query` ends in IN."""
        rows: list[Any] = []
        for part in batches(values):
            rows += self._rows(f"{query} ({', '.join('?' * len(part))}) {end}", *part)
        return rows


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Give values, each once, in lists of a size that SQLite takes in one IN."""
    wanted = list(dict.fromkeys(values))
    for i in range(0, len(wanted), BATCH):
        yield wanted[i : i + BATCH]


def _quoted(term: str) -> str:
    """A term as FTS5 takes it whatever is in it; empty where it has no letter or digit."""
    prefix = "*" if term.rstrip().endswith("*") else ""
    words = term.replace("\x00", " ").replace('"', " ").strip(" *")
    return f'"{words}"{prefix}' if any(c.isalnum() for c in words) else ""
