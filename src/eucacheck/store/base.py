"""An open base: what it holds, and the few changes from which the pipeline builds every other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eucacheck.records import Claim, Elsewhere, Finding, Source
from eucacheck.store.reading import Reader, batches
from eucacheck.store.rows import CLAIM_COLUMNS, claim_row, elsewhere_row, finding_row, select, source_row, to_claim

if TYPE_CHECKING:
    from sqlite_utils import Database


class Base(Reader):
    """The fact base, open. Every change stands in a `transaction`."""

    @cached_property
    def _db(self) -> "Database":
        from sqlite_utils import Database

        return Database(self._connection, execute_plugins=False)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one change: wholly done or not at all. Waits for other writers."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def put_source(self, source: Source, claims: Sequence[Claim], keys: Mapping[str, Sequence[str]]) -> None:
        """Put a source in place of what was known of it, with its claims and, by claim identifier, the blocks of each.

        The blocks of its old claims must have been dropped.
        """
        self._drop_claims(source.id)
        self._db.table("sources").upsert(source_row(source), pk="id")
        self._insert("claims", (claim_row(c) for c in claims))
        self._insert("block_claims", ({"block": k, "claim": c.id} for c in claims for k in sorted(keys[c.id])))

    def drop_source(self, source: str) -> None:
        """Take a source out, with its claims. The blocks of its claims must have been dropped."""
        self._drop_claims(source)
        columns = (("copies", "source"), ("copies", "other"), ("sources", "id"))
        for table, column in (("fingerprints", "source"), ("elsewhere", "source"), *columns):
            self._db.table(table).delete_where(f'"{column}" = ?', [source])

    def _drop_claims(self, source: str) -> None:
        self._db.table("block_claims").delete_where("claim IN (SELECT id FROM claims WHERE source = ?)", [source])
        self._db.table("claims").delete_where("source = ?", [source])

    def blocks(self, sources: Iterable[str]) -> list[str]:
        """Give the blocks in which claims of these sources stand, in order."""
        query = "SELECT DISTINCT b.block FROM claims c JOIN block_claims b ON b.claim = c.id WHERE c.source IN"
        return sorted({r[0] for r in self._rows_of(query, sources)})

    def claims_of_block(self, block: str) -> list[Claim]:
        """Give the claims that share a block key, in canonical order."""
        query = f"{select(CLAIM_COLUMNS, 'c')} FROM block_claims b JOIN claims c ON c.id = b.claim WHERE b.block = ? "
        return [to_claim(r) for r in self._rows(query + 'ORDER BY c.source, c.start, c."end", c.kind, c.id', block)]

    def findings_of_blocks(self, blocks: Iterable[str]) -> set[str]:
        """Give the identifiers of the findings of some blocks."""
        return {r[0] for r in self._rows_of("SELECT id FROM findings WHERE block IN", blocks)}

    def put_blocks(self, blocks: Mapping[str, tuple[Sequence[Finding], Mapping[tuple[str, str], str]]]) -> None:
        """Put what follows from some blocks, findings and reasons, in place of what followed from them before."""
        self.drop_blocks(blocks)
        first = self._rows("SELECT coalesce(max(number), 0) + 1 FROM findings")[0][0]
        numbered = list(enumerate(((f, block) for block, (own, _) in blocks.items() for f in own), first))
        self._insert("findings", ({"number": n, **finding_row(f, block)} for n, (f, block) in numbered))
        self._insert(
            "evidence",
            (
                {"finding": n, "answer": i, "position": j, "claim": claim.id}
                for n, (finding, _) in numbered
                for i, answer in enumerate(finding.answers)
                for j, claim in enumerate(answer.claims)
            ),
        )
        reasons = ((block, pair, reason) for block, (_, own) in blocks.items() for pair, reason in own.items())
        self._insert("demotions", ({"block": k, "a": a, "b": b, "reason": reason} for k, (a, b), reason in reasons))

    def drop_blocks(self, blocks: Iterable[str]) -> None:
        """Forget what followed from some blocks."""
        for part in batches(blocks):
            some = f"IN ({', '.join('?' * len(part))})"
            of_them = f"SELECT number FROM findings WHERE block {some}"
            self._db.table("evidence").delete_where(f"finding IN ({of_them})", part)
            for table in ("findings", "demotions"):
                self._db.table(table).delete_where(f"block {some}", part)

    def put_fingerprints(self, source: str, marks: Iterable[int]) -> None:
        """Put the marks by which copies of a source are found in place of its old ones."""
        self._db.table("fingerprints").delete_where("source = ?", [source])
        self._insert("fingerprints", ({"mark": m, "source": source} for m in sorted(set(marks))))

    def sources_sharing(self, marks: Iterable[int]) -> dict[str, set[int]]:
        """Give the sources that have any of these marks, each with the marks shared."""
        shared: dict[str, set[int]] = {}
        for mark, source in self._rows_of("SELECT mark, source FROM fingerprints WHERE mark IN", marks):
            shared.setdefault(source, set()).add(mark)
        return shared

    def fingerprints(self, source: str) -> set[int]:
        """Give the marks of a source."""
        return {r[0] for r in self._rows("SELECT mark FROM fingerprints WHERE source = ?", source)}

    def put_copies(self, source: str, others: Mapping[str, str]) -> None:
        """Put the sources that share an origin with a source, each with the ground, in place of those known before."""
        self._db.table("copies").delete_where("source = ? OR other = ?", [source, source])
        pairs = ([*sorted((source, o)), ground] for o, ground in sorted(others.items()))
        self._insert("copies", ({"source": a, "other": b, "ground": ground} for a, b, ground in pairs))

    def copies(self, source: str) -> dict[str, str]:
        """Give the sources that share an origin with a source directly, each with the ground."""
        forth = "SELECT other, ground FROM copies WHERE source = ?"
        back = "SELECT source, ground FROM copies WHERE other = ?"
        return dict(self._rows(f"{forth} UNION ALL {back} ORDER BY 1", source, source))

    def put_copy_group(self, source: str, group: str | None) -> None:
        """Put the copy group of a source."""
        self._db.table("sources").update(source, {"copy_group": group})

    def put_elsewhere(self, source: str, known: Elsewhere | None) -> None:
        """Put when an undated source was written, as others tell, in place of what was known of it."""
        self._db.table("elsewhere").delete_where("source = ?", [source])
        if known is not None:
            self._insert("elsewhere", [elsewhere_row(source, known)])

    def sources_in(self, blocks: Iterable[str]) -> set[str]:
        """Give the sources that have claims in any of these blocks."""
        query = "SELECT DISTINCT c.source FROM block_claims b JOIN claims c ON c.id = b.claim WHERE b.block IN"
        return {r[0] for r in self._rows_of(query, blocks)}

    def put_setting(self, name: str, value: str) -> None:
        """Put what the base was made with."""
        self._db.table("settings").upsert({"name": name, "value": value}, pk="name")

    def _insert(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        self._db.table(table).insert_all(rows, batch_size=100)
