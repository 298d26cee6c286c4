"""Sources and their mutated copies to a folder: `originals`, `copies`, the sidecars of both, and the labels."""

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final

import yaml

from eucacheck.errors import OutputError
from eucacheck.metadata import Metadata, sidecar_of
from eucacheck.mutation.labels import LABELS, Label, write_labels
from eucacheck.mutation.planting import Copy, Reading
from eucacheck.records import Source

PUBLISHER: Final = "The Second Desk"
"""Who publishes the copies: each stands beside its original as the report of somebody else."""
ORIGINALS: Final = "originals"
COPIES: Final = "copies"


def write_folder(readings: Iterable[Reading], folder: Path) -> list[Label]:
    """Write everything and give the labels, in the order of the sources. Raises OutputError."""
    check_is_free(folder)
    labels: list[Label] = []
    try:
        for name in (ORIGINALS, COPIES):
            (folder / name).mkdir(parents=True, exist_ok=True)
        used: set[str] = set()
        for reading in readings:
            stem = _stem(reading.source, used)
            _write(folder / ORIGINALS / f"{stem}.txt", reading.source.text, _known(reading.source))
            labels += [_write_copy(folder, stem, reading.source, copy) for copy in reading.copies]
        (folder / LABELS).write_text(write_labels(labels), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error})") from error
    return labels


def check_is_free(folder: Path) -> None:
    """Raise OutputError where the folder is a file or holds anything: labels and copies must be of one run."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise OutputError(f"{folder}: is not empty; give the name of a new folder")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be read ({error.strerror or error})") from error


def _write_copy(folder: Path, stem: str, original: Source, copy: Copy) -> Label:
    planted = copy.planted
    place = "" if planted.by == "claim" else f"-{planted.by}"
    path = f"{COPIES}/{stem}.{copy.kind}{place}-{copy.number}.txt"
    known = _known(original)
    dated = planted.published or known.published or _date_of(original)
    alone = planted.published is not None  # a text of its own has no headline of the original
    title = None if alone else known.title
    _write(
        folder / path, planted.text, Metadata(title=title, publisher=PUBLISHER, published=dated, author=known.author)
    )
    return Label(
        path, f"{ORIGINALS}/{stem}.txt", copy.kind, planted.by, copy.error, planted.start, planted.end, planted.before,
        planted.after, planted.about, planted.expected,
    )  # fmt: skip


def _known(source: Source) -> Metadata:
    """What was stated of a source besides its text; an inferred date is inferred again from the original."""
    published = source.published if source.published_basis == "stated" else None
    return Metadata(
        title=source.title, publisher=source.publisher, published=published.edtf if published is not None else None,
        url=source.url, author=source.author,
    )  # fmt: skip


def _date_of(source: Source) -> str | None:
    """The inferred date, so that a mutated date does not move the copy as a whole."""
    return source.published.edtf if source.published is not None and source.published.start is not None else None


def _write(path: Path, text: str, known: Metadata) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    fields = known.model_dump(exclude_none=True)
    if fields:
        body = yaml.safe_dump(fields, allow_unicode=True, sort_keys=True, default_style='"')
        sidecar_of(path).write_text(body, encoding="utf-8", newline="\n")


def _stem(source: Source, used: set[str]) -> str:
    """The name of a source without its ending; with the beginning of its hash where two are named alike."""
    stem = PurePath(source.path).stem if source.path is not None else source.id
    name = stem if stem not in used else f"{stem}-{source.id[:6]}"
    used.add(name)
    return name
