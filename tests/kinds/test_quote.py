"""The quote kind: what it takes for speech, where quotations meet, and how speakers are kept apart."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from eucacheck.facts import Surroundings
from eucacheck.kinds import quote
from eucacheck.kinds._wording.wordings import same_voice
from eucacheck.pack import Pack
from eucacheck.pipeline import judge_all
from eucacheck.records import Claim, Finding, Interval
from tests.mentions.test_speech import read

DAY = Interval("2024-05-14", None, None)


def said(words: str, source: str = "a", speaker: str | None = "person:irena-valk", *, sure: bool = True) -> Claim:
    value = {"words": words, "speaker": speaker, "sure": sure}
    return Claim(
        f"{source}:{speaker}:{words}",
        source,
        "quote",
        speaker or "quote:speaker-open",
        value,
        0,
        len(words),
        1,
        words,
        DAY,
    )


def judged(claims: Sequence[Claim]) -> list[Finding]:
    found = {f.id: f for result in judge_all(claims, Surroundings(Pack())) for f in result.findings}
    return sorted(found.values(), key=lambda f: f.id)


def quotes_of(body: str) -> list[str]:
    return [c.quote for c in quote.find(read(body))]


def test_a_long_quotation_is_taken_sentence_by_sentence():
    body = "“The road is long and steep. No. We shall build it in two years,” Carla Moreau said."
    assert quotes_of(body) == ["The road is long and steep.", "No. We shall build it in two years"]


def test_two_words_count_only_where_a_person_is_said_to_say_them():
    assert quotes_of("Carla Moreau called the valley a “reliable partner”.") == ["reliable partner"]
    assert quotes_of("The “missing link” was built in May.") == []


def test_the_quote_is_the_text_at_its_offsets():
    doc = read("“The road is long and steep,” Carla Moreau said. “It will be built.”")
    assert all(doc.text[c.start : c.end] == c.quote for c in quote.find(doc))


def test_quotations_of_one_speaker_meet_in_one_block():
    a, b = said("The road is long and steep"), said("The bridge is old and narrow")
    assert set(quote.keys(a)) & set(quote.keys(b)) == {"quote:person:irena-valk"}


def test_each_fact_is_given_once_whatever_the_order():
    claims = [said("The road is long and steep and dusty", s) for s in "abc"]
    results = {tuple(f.id for f in judged(order)) for order in permutations(claims)}
    assert len(results) == 1
    assert [f.verdict for f in judged(claims)] == ["agree"]


def test_an_unsure_speaker_makes_no_conflict():
    words = "We shall fill the lake slowly and nobody will lose a harvest"
    sure = [said(words), said(words, "b", "person:bakyt-orozov")]
    unsure = [said(words), said(words, "b", "person:bakyt-orozov", sure=False)]
    assert "EUC602" in {f.rule for f in judged(sure) if f.verdict == "conflict"}
    assert {f.verdict for f in judged(unsure)} == {"single"}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("person:irena-valk", "person:valk", True),
        ("person:sadyr-japarov", "person:sadyr-zhaparov", True),
        ("person:irena-valk", None, True),
        ("person:irena-valk", "unnamed:spokeswoman", True),
        ("person:irena-valk", "person:bakyt-orozov", False),
    ],
)
def test_two_speakers_may_be_one(a, b, same):
    assert same_voice(a, b) is same
