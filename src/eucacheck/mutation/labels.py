"""Labels of planted mutations to JSON lines and back: what was changed in which copy, and whether that is an error.

One line a copy, in `labels.jsonl` beside the folders `originals` and `copies`.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, TypeAlias

from eucacheck.errors import GoldError

LABELS: Final = "labels.jsonl"
Offsets: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """One mutated copy of a text.

    `file` and `original` are paths within the folder of the labels. `error` tells whether the copy now says something
    false of what its original says; else both can be true. `start` and `end` span the changed words in the copy,
    `before` are the words that stood there ("" where words were added) and `after` those that stand there now. `about`
    are other stretches of the copy that the change bears on: the quotation whose speaker was changed, the other places
    of a name. `by` is "claim" where the place was chosen among the claims that the tool finds in the original,
    "grammar" where plain patterns found it.
    """

    file: str
    original: str
    kind: str
    by: str
    error: bool
    start: int
    end: int
    before: str
    after: str
    about: tuple[Offsets, ...]
    expected: str

    @property
    def spans(self) -> tuple[Offsets, ...]:
        """Give every stretch of the copy that the change bears on."""
        return ((self.start, self.end), *self.about)


def write_labels(labels: Iterable[Label]) -> str:
    """Give labels as JSON lines."""
    return "".join(json.dumps(asdict(label), ensure_ascii=False) + "\n" for label in labels)


def read_labels(folder: Path) -> list[Label]:
    """Read the labels of a folder. Raises GoldError that names file and line."""
    path = folder / LABELS
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error})") from error
    return [_label(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _label(line: str, where: str) -> Label:
    try:
        row = json.loads(line)
        label = Label(**{**row, "about": tuple((int(a), int(b)) for a, b in row["about"])})
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{where}: is no label of a mutation ({error}); `eucacheck mutate` writes them") from error
    for name in (label.file, label.original):
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise GoldError(f"{where}: {name!r} lies outside the folder")
    return label
