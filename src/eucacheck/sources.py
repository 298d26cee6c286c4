"""Files, folders and standard input to sources: the text as received, its hash, and what is known about it.

A text keeps every code point of its file, line ends included; only a byte order mark is no part of it, so offsets
count from behind it. What is known besides the text comes from options, then from the sidecar (`a.meta.yaml` beside
`a.txt`), then, for title and publisher, from the text itself. The date of an undated source is not inferred here.
"""

import codecs
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from eucacheck.edtf import parse_edtf
from eucacheck.errors import InputError, MetadataError, reason_of
from eucacheck.metadata import SIDECAR_ENDING, Metadata, check_options, read_sidecar, sidecar_of
from eucacheck.passages import split_passages
from eucacheck.publisher import find_publisher, find_title
from eucacheck.records import Source

ENDINGS: Final = (".txt", ".text")
"""What a folder is searched for; a file named by itself may end in anything."""
MAX_BYTES: Final = 10_000_000
"""Larger than any article or book; a larger file is most likely named by mistake."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS: Final = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a Word or zip file"), (b"{\\rtf", "an RTF file"))
_CONTROLS_ALLOWED: Final = 0.1
"""Share of control characters above which a file is no text; real articles have none."""


def read_text(text: str, *, path: str | None = None, metadata: Metadata | None = None) -> Source:
    """Make a source of a text. `id` is the first 16 hexadecimal digits of the sha256 of the text in UTF-8.

    Raises InputError for a text without words, with NUL characters or with lone surrogates.
    """
    name = path or "the text"
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"{name}: a lone surrogate at character {error.start}; save it again as UTF-8") from error
    _check_is_text(text, name)
    known = metadata or Metadata()
    passages = split_passages(text, known.title)
    digest = hashlib.sha256(raw).hexdigest()
    return Source(
        id=digest[:16],
        sha256=digest,
        text=text,
        path=path,
        url=known.url,
        title=known.title or find_title(text, passages),
        publisher=known.publisher or find_publisher(text, passages),
        author=known.author,
        published=parse_edtf(known.published) if known.published else None,
        published_basis="stated" if known.published else None,
    )


def read_path(
    path: Path,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Source:
    """Read one file and its sidecar; what is given as an argument wins over the sidecar.

    Raises InputError if the file cannot be read or is no text, MetadataError for a mistake in an argument or sidecar.
    """
    options = check_options(published=published, publisher=publisher, title=title, url=url)
    return _read_file(path, options)


def collect(
    paths: Sequence[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> tuple[list[Source], list[InputError | MetadataError]]:
    """Read files, folders and "-" (standard input), in the order given; in a folder, in the order of names.

    Gives the sources, and one error for each input that could not be read. Raises MetadataError for a mistake in an
    argument, and for a title or URL given to more than one source.
    """
    options = check_options(published=published, publisher=publisher, title=title, url=url)
    sources: list[Source] = []
    errors: list[InputError | MetadataError] = []
    for path in _expand(paths, errors):
        try:
            sources.append(_read_stdin(options) if path is None else _read_file(path, options))
        except (InputError, MetadataError) as error:
            errors.append(error)
    if len(sources) > 1 and (title or url):
        option = "title" if title else "URL"
        raise MetadataError(f"one {option} was given for {len(sources)} sources; add them one by one or use sidecars")
    return sources, errors


def _expand(paths: Sequence[str], errors: list[InputError | MetadataError]) -> Iterator[Path | None]:
    """Give the files that the arguments stand for, each once; None for standard input."""
    seen: set[str] = set()
    for given in paths:
        if given == "-":
            if given not in seen:
                yield None
            seen.add(given)
            continue
        try:
            files = _files_of(given)
        except InputError as error:
            errors.append(error)
            continue
        for file in files:
            if os.path.normpath(file) not in seen:
                seen.add(os.path.normpath(file))
                yield file


def _files_of(given: str) -> list[Path]:
    if given.startswith(("http://", "https://")):
        raise InputError(f"{given}: addresses are not read; save the article as a text file and give --url")
    path = Path(given)
    try:
        if not path.is_dir():
            return [path]
        files = sorted(p for p in path.iterdir() if _is_source_name(p) and not p.is_dir())
    except (OSError, ValueError) as error:
        raise InputError(f"{given}: cannot be read ({reason_of(error)})") from error
    if not files:
        raise InputError(f"{given}: the folder has no sources; expected files ending in {' or '.join(ENDINGS)}")
    return files


def _is_source_name(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.name.startswith(".")


def _read_file(path: Path, options: Metadata) -> Source:
    if path.name.endswith(SIDECAR_ENDING):
        raise InputError(f"{path}: is a sidecar, no source; add the text that it stands beside")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file or folder") from error
    except PermissionError as error:
        raise InputError(f"{path}: not permitted to read it") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({reason_of(error)})") from error
    text = _decode(raw, str(path))
    sidecar = sidecar_of(path)
    metadata = options.over(read_sidecar(sidecar)) if sidecar.is_file() else options
    return read_text(text, path=_as_stored(path), metadata=metadata)


def _read_stdin(options: Metadata) -> Source:
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    return read_text(_decode(raw, "standard input"), metadata=options)


def _as_stored(path: Path) -> str:
    """Write a path as it was given, with slashes; an absolute one relative to here, so that no base holds one.

    Bytes of a name that are no UTF-8 are written as their escapes.
    """
    name = Path(os.path.relpath(path)).as_posix() if path.is_absolute() else path.as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB; split it into articles")
    for start, what in _FORMATS:
        if raw.startswith(start):
            raise InputError(f"{name}: is no text but {what}; save the article as plain text in UTF-8")
    bom, encoding = next(((b, e) for b, e in _BOMS if raw.startswith(b)), (b"", "utf-8"))
    try:
        text = raw[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        if b"\x00" in raw and not bom:
            raise InputError(f"{name}: is no text (a NUL byte at offset {raw.index(0)})") from error
        at = error.start + len(bom)
        raise InputError(
            f"{name}: is no {encoding.upper()}: byte 0x{raw[at]:02X} at offset {at}; "
            f"convert it, for example: iconv -f WINDOWS-1252 -t UTF-8"
        ) from error
    if text.lstrip()[:15].casefold().startswith(("<!doctype html", "<html")):
        raise InputError(f"{name}: is no plain text but HTML; save the article as plain text")
    return text


def _check_is_text(text: str, name: str) -> None:
    if "\x00" in text:
        at = text.index("\x00")
        raise InputError(f"{name}: is no text (a NUL at character {at}); if it is UTF-16, save it as UTF-8")
    controls = sum(c < " " and c not in "\t\n\r\f\v" for c in text)
    if controls > _CONTROLS_ALLOWED * len(text):
        raise InputError(f"{name}: is no text ({controls} of {len(text)} characters are control characters)")
    if not any(c.isalnum() for c in text):
        raise InputError(f"{name}: is empty, there are no words in it")
