"""A base to text files and back: the ledger, one file a source, for review in diffs and as a backup.

`<stem>.<id>.jsonl` has the source with its text in the first line, then its claims in the order of the text.
`rulings.jsonl` is empty as long as nothing is ruled. Nothing of the clock, the machine or the order of adding goes into
a ledger.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, Final

from eucacheck.claims import claim_id
from eucacheck.errors import InputError, LedgerError
from eucacheck.kinds import all_kinds
from eucacheck.ledger_lines import SCHEMA, LineError, claim_line, read_claim, read_source, source_line
from eucacheck.pack import Pack
from eucacheck.pipeline import Extracted, put_claims
from eucacheck.records import Claim, Source
from eucacheck.sources import read_text
from eucacheck.store import Base, Change

RULINGS: Final = "rulings.jsonl"
LONGEST_STEM: Final = 60
"""Characters of the file's name that go into the name of its ledger file."""

_OWN_NAME: Final = re.compile(r"(?:[\w-]{1,60}\.)?(?P<id>[0-9a-f]{16})\.jsonl", re.ASCII)


def export_ledger(base: Base, folder: Path) -> int:
    """Write the base as a ledger, and take out the ledger files of sources that it does not hold.

    Files that are equal already are left alone. Gives the number of files written or taken out. Raises LedgerError
    where the folder cannot be written.
    """
    with base.snapshot():
        files = {ledger_name(s): _write(s, base.claims(s.id)) for s in base.sources()}
    files[RULINGS] = ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        changed = sum(_replace(folder / name, text.encode("utf-8")) for name, text in files.items())
        for path in _stale(folder, set(files)):
            path.unlink()
            changed += 1
    except OSError as error:
        raise LedgerError(f"{error.filename or folder}: cannot be written ({error.strerror or error})") from error
    return changed


def import_ledger(base: Base, folder: Path, pack: Pack) -> Change:
    """Take a ledger into the base: its sources and their claims, in place of what the base has of them.

    What the base holds besides stays. Raises LedgerError that names file and line where anything is wrong, and then
    nothing was changed.
    """
    return put_claims(base, list(read_ledger(folder)), pack)


def read_ledger(folder: Path) -> Iterator[Extracted]:
    """Read a ledger and check every hash, offset and field. Raises LedgerError that names file and line."""
    files = _ledger_files(folder)
    seen: dict[str, Path] = {}
    for path in files:
        one = _read_file(path)
        if one.source.id in seen:
            raise LedgerError(
                f"{path}:1: source {one.source.id} stands in {seen[one.source.id].name} too; keep one file"
            )
        seen[one.source.id] = path
        yield one


def ledger_name(source: Source) -> str:
    """Name the file of a source: readable, and its own whatever else is in the folder, on any file system."""
    stem = (
        re.sub(r"[^\w-]+", "-", PurePath(source.path or "").stem, flags=re.ASCII).strip("-")[:LONGEST_STEM].strip("-")
    )
    return f"{stem}.{source.id}.jsonl" if stem else f"{source.id}.jsonl"


def _write(source: Source, claims: list[Claim]) -> str:
    ordered = sorted(claims, key=lambda c: (c.start, c.end, c.kind, c.id))
    lines = [source_line(source), *map(claim_line, ordered)]
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)


def _replace(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, and only if it is another; tell whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return True


def _stale(folder: Path, names: set[str]) -> list[Path]:
    """Ledger files of sources that are not in the base, known by name and first line; other files are not ours."""
    found = []
    for path in sorted(folder.iterdir()):
        name = _OWN_NAME.fullmatch(path.name)
        if name is None or path.name in names or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(40).startswith(f'{{"ledger": "{SCHEMA}"'.encode()):
                found.append(path)
    return found


def _ledger_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise LedgerError(
            f"{folder}: there is no such folder; `eucacheck import` takes a folder that `eucacheck export` wrote"
        )
    files = sorted(p for p in folder.iterdir() if p.suffix == ".jsonl" and p.is_file())
    rulings = folder / RULINGS
    if rulings in files and rulings.read_bytes().strip():
        raise LedgerError(f"{rulings}:1: has rulings, which this version cannot import; upgrade eucacheck")
    files = [p for p in files if p.name != RULINGS]
    if not files:
        raise LedgerError(f"{folder}: no ledger here; expected files that `eucacheck export` wrote, ending in .jsonl")
    return files


def _read_file(path: Path) -> Extracted:
    lines = _lines(path)
    source: Source | None = None
    claims: dict[str, Claim] = {}
    for number, line in enumerate(lines, 1):
        try:
            values = json.loads(line, object_pairs_hook=_object, parse_constant=_no_constant)
            if source is None:
                source = _checked_source(read_source(values))
            else:
                _add_claim(claims, read_claim(values, source.id), source)
        except json.JSONDecodeError as error:
            raise LedgerError(f"{path}:{number}: is no JSON ({error.msg} at column {error.colno})") from error
        except (LineError, InputError, RecursionError) as error:
            raise LedgerError(f"{path}:{number}: {error}") from error
    if source is None:
        raise LedgerError(f"{path}:1: is empty; the first line should be the source")
    ordered = sorted(claims.values(), key=lambda c: (c.start, c.end, c.kind, c.id))
    return Extracted(source, tuple(ordered))


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LedgerError(f"{path}:{line}: is no UTF-8 (byte 0x{error.object[error.start]:02X})") from error
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines[:-1] if lines[-1] == "" else lines


def _checked_source(source: Source) -> Source:
    """Hash and identifier belong to the text. Raises InputError where the text is none that `add` takes."""
    fresh = read_text(source.text, path="text")
    for name in ("sha256", "id"):
        if getattr(source, name) != getattr(fresh, name):
            raise LineError(
                f"{name}: is not that of the text, which is {getattr(fresh, name)}; the text or the hash was altered"
            )
    return source


def _add_claim(claims: dict[str, Claim], claim: Claim, source: Source) -> None:
    """A claim's words stand at its place in the text, and its identifier is the hash of what it says."""
    if claim.id in claims:
        raise LineError(f"id: claim {claim.id} stands twice")
    found = source.text[claim.start : claim.end]
    if not claim.quote or found != claim.quote:
        raise LineError(f"quote: the text has {found[:80]!r} at {claim.start} to {claim.end}, not {claim.quote[:80]!r}")
    line = source.text.count("\n", 0, claim.start) + 1
    if claim.line != line:
        raise LineError(f"line: the quote stands in line {line}, not {claim.line}")
    if claim.kind not in all_kinds():
        raise LineError(f"kind: {claim.kind!r} is unknown; allowed are {', '.join(all_kinds())}")
    expected = claim_id(claim.source, claim.kind, claim.subject, claim.value, (claim.start, claim.end))
    if claim.id != expected:
        raise LineError(f"id: is not that of the claim; after a correction by hand it is {expected}")
    claims[claim.id] = claim


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise LineError(f"{name}: stands twice")
    return dict(pairs)


def _no_constant(word: str) -> None:
    raise LineError(f"{word} is no number")
