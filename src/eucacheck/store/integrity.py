"""An open base to its damages: what SQLite itself finds, texts against their hashes, quotes against their texts."""

import hashlib
import sqlite3
from typing import Final

from eucacheck.store.reading import Reader

_TYPES: Final = {"start": int, "end": int, "line": int, "kind": str, "subject": str, "quote": str, "value": dict}


def verify(base: Reader) -> list[tuple[str | None, str]]:
    """Give each damage: the identifier of its source, if any, and a sentence; empty where the base is whole.

    SQLite's own check finds 6% of flipped bits, hashes and quotes those that change what a text says.
    """
    try:
        found: list[tuple[str | None, str]] = [(None, f"the file is damaged: {said}") for said in base.check_file()]
        if found:
            return found
        texts = {s.id: (s.sha256, s.text) for s in base.sources()}
        claims = base.claims()
    except sqlite3.DatabaseError as error:
        return [(None, f"the file is damaged: {error}")]
    for identifier, (sha256, text) in texts.items():
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest != sha256 or not digest.startswith(identifier):
            found.append((identifier, "the text is not the one that was added: its hash differs"))
    for claim in claims:
        text = texts.get(claim.source, ("", ""))[1]
        wrong = [name for name, kind in _TYPES.items() if type(getattr(claim, name)) is not kind]
        if wrong:
            found.append((claim.source, f"claim {claim.id}: {', '.join(wrong)} cannot be read"))
        elif not claim.quote or text[claim.start : claim.end] != claim.quote:
            found.append((claim.source, f"claim {claim.id}: its quote is not at its place in the text"))
    return found
