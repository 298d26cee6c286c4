"""A toy kind and its extraction, so that tests are of the base and its changes, and not of the reading of English.

"The sky is blue." is a claim on the colour of the sky; two colours are a conflict. A claim is also in the block of its
first letter, so that one fact comes up in two blocks. Dates of sources go into claims, as they do for real.
"""

import re
from dataclasses import replace
from itertools import combinations

import pytest

from eucacheck import judging, ledger, pipeline
from eucacheck.claims import claim_id
from eucacheck.edtf import day, parse_edtf
from eucacheck.extraction import Extracted
from eucacheck.findings import Judgement, agreement_or_single, make_finding
from eucacheck.kinds import Kind
from eucacheck.metadata import Metadata
from eucacheck.pack import Pack
from eucacheck.records import Claim
from eucacheck.sources import read_text

PACK = Pack()
_SENTENCE = re.compile(r"The (\w+) is (\w+)\.")


def source(text, path=None, **known_besides):
    return read_text(text, path=path, metadata=Metadata(**known_besides) if known_besides else None)


def extract(one, _pack=PACK):
    """A source that states no date has one inferred: the year after the first '(c)'."""
    year = re.search(r"\(c\) (\d{4})", one.text)
    if one.published is None and year is not None:
        one = replace(
            one,
            published=replace(parse_edtf(year[1]), basis="inferred", year_stated=False),
            published_basis="(c)",
        )
    return Extracted(one, tuple(_claim(one, m) for m in _SENTENCE.finditer(one.text)))


def _claim(one, match):
    value = {"colour": match[2], "parts": [1, {"a": None}]}
    return Claim(
        claim_id(one.id, "colour", match[1], value, match.span()), one.id, "colour", match[1], value,
        match.start(), match.end(), one.text.count("\n", 0, match.start()) + 1, match[0], when=one.published,
    )  # fmt: skip


def _keys(claim):
    return (f"thing:{claim.subject}", f"letter:{claim.subject[0]}")


def _judge(claims, block):
    for a, b in combinations(claims, 2):
        if a.subject != b.subject:
            block.demote(a, b, "other-thing: they speak of two things")
    return [_fact(s, [c for c in claims if c.subject == s], block) for s in sorted({c.subject for c in claims})]


def _fact(subject, claims, block):
    colours = sorted({c.value["colour"] for c in claims})
    answers = [block.answer({"colour": x}, x, [c for c in claims if c.value["colour"] == x]) for x in colours]
    verdict = "conflict" if len(answers) > 1 else agreement_or_single(answers[0])
    who = ", ".join(sorted({block.around.titles[c.source] for c in claims}))
    told = f"{subject}: {' or '.join(colours)} ({who})"
    return make_finding(
        Judgement(
            "TOY1", "colour", verdict, f"thing:{subject}", f"Which colour is the {subject}?", told, "seen", answers
        )
    )


KINDS = {"colour": Kind("colour", "", {}, lambda _: (), _keys, _judge)}


@pytest.fixture
def toy(monkeypatch):
    """Only the toy kind is known, and texts are extracted by it."""
    for module in (judging, ledger):
        monkeypatch.setattr(module, "all_kinds", lambda: KINDS)
    monkeypatch.setattr(pipeline, "extract", extract)
    monkeypatch.setattr(
        pipeline, "extract_all", lambda sources, pack, _=None, **__: [extract(s, pack) for s in sources]
    )


def claim(**changes):
    """A claim with every field filled, or with some others."""
    one = extract(source("A headline\n\nThe sky is blue. It rains.\n", published="2022-10-27")).claims[0]
    filled = {
        "where": "place:samarkand",
        "speaker": "person:x",
        "modality": "reported",
        "polarity": False,
        "passage": "caption",
        "confidence": 0.625,
    }
    return replace(one, **(filled | changes))


__all__ = ["PACK", "claim", "day", "extract", "source", "toy"]
