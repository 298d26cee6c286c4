"""Who speaks: direct and indirect speech, and what the source itself asserts."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.mentions import Document, read_document
from eucacheck.mentions.quotations import find_quotations
from eucacheck.mentions.voices import Voices, lemma
from eucacheck.pack import Pack
from eucacheck.records import Modality, Source
from eucacheck.shadow import fold

TITLE = "Talks on the canal bridge go on\n\n"


def read(body: str) -> Document:
    text = TITLE + body
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_document(Source(digest[:12], digest, text), Pack())


def at(body: str, words: str) -> tuple[str | None, Modality]:
    doc = read(body)
    start = doc.text.index(words)
    return doc.speech.at(start, start + len(words))


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Carla Moreau said that the bridge will open in May.", "person:carla-moreau"),
        ("The bridge will open in May, Carla Moreau said on Friday.", "person:carla-moreau"),
        ("As Carla Moreau noted, the bridge will open in May.", "person:carla-moreau"),
        ("According to Carla Moreau, the bridge will open in May.", "person:carla-moreau"),
        ("Carla Moreau, who heads the agency, told reporters that the bridge will open in May.", "person:carla-moreau"),
        (
            "Carla Moreau was quoted by the local press as saying that the bridge will open in May.",
            "person:carla-moreau",
        ),
        ("The Canal Authority said the bridge will open in May.", "org:canal-authority"),
        ("According to the ministry, the bridge will open in May.", "unnamed:ministry"),
        ("A joint communiqué says that the bridge will open in May.", "document:joint-communiqué"),
    ],
)
def test_indirect_speech_has_its_speaker(sentence, speaker):
    assert at(sentence, "the bridge will open" if "the bridge" in sentence else "The bridge will open") == (
        speaker,
        "reported",
    )


def test_the_source_itself_speaks_where_nobody_is_named():
    assert at("The bridge will open in May.", "bridge will open") == (None, "assertion")


def test_the_words_that_name_the_speaker_are_the_sources_own():
    assert at("Transport Minister Carla Moreau said that the bridge will open.", "Transport Minister") == (
        None,
        "assertion",
    )


def test_an_announced_date_is_not_said_by_the_one_beside_it():
    body = "Carla Moreau held the meeting of ministers, announced on March 4. The bridge is new."
    assert at(body, "on March 4") == (None, "assertion")


def test_who_did_not_say_something_is_no_speaker():
    assert at("Carla Moreau did not say that the bridge will open.", "the bridge will open")[0] is None


@pytest.mark.parametrize(
    ("sentence", "words", "modality"),
    [
        ("Carla Moreau denied that the bridge is closed.", "the bridge is closed", "denied"),
        ("The bridge may open in May.", "open in May", "conjecture"),
        ("The bridge has reportedly been sold.", "been sold", "conjecture"),
        ("Will the bridge open in May?", "bridge open", "question"),
        ("Carla Moreau rejected reports that the bridge was sold.", "the bridge was sold", "denied"),
    ],
)
def test_modality_of_what_is_not_asserted(sentence, words, modality):
    assert at(sentence, words)[1] == modality


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“We shall open the bridge in May,” Carla Moreau said in Riga.", "person:carla-moreau"),
        ("“We shall open the bridge in May,” said Carla Moreau, head of the agency.", "person:carla-moreau"),
        ("Carla Moreau said: “We shall open the bridge in May.”", "person:carla-moreau"),
        ("Carla Moreau thanked the builders for “opening the bridge in May at last”.", "person:carla-moreau"),
        ("‘We shall open the bridge in May,’ said Carla Moreau.", "person:carla-moreau"),
        ('"We shall open the bridge in May," the ministry announced.', "unnamed:ministry"),
        ("“We shall open the bridge in May.”", None),
    ],
)
def test_direct_speech_has_its_speaker(body, speaker):
    assert [q.speaker for q in read(body).speech.quotations] == [speaker]


def test_a_quotation_that_stands_alone_is_by_whoever_spoke_before():
    doc = read("“We shall open it in May,” Carla Moreau said.\n\n“The rest of the road is the hard part.”")
    assert [q.speaker for q in doc.speech.quotations] == ["person:carla-moreau"] * 2


def test_a_speech_of_two_paragraphs_is_opened_twice_and_closed_once():
    doc = read("“The first trains will be slow.\n\n“The next ones will be fast,” Carla Moreau told the deputies.")
    assert [doc.text[q.start : q.end] for q in doc.speech.quotations] == [
        "The first trains will be slow.",
        "The next ones will be fast,",
    ]
    assert {q.speaker for q in doc.speech.quotations} == {"person:carla-moreau"}


def test_apostrophes_open_no_quotation():
    assert read("The workers' rights and the ministers' duties are 'not' the same.").speech.quotations == ()


@given(st.text(alphabet="ab \"'“”‘’\n.,", max_size=200))
def test_quotations_lie_in_order_inside_the_text(text):
    found = find_quotations(fold(text), (), Voices([]), ())
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


def test_verbs_of_saying_are_known_in_every_form():
    assert [lemma(w) for w in ("said", "Stressed", "denies", "adding", "opened")] == [
        "say",
        "stress",
        "deny",
        "add",
        None,
    ]


def test_the_name_set_apart_behind_an_office_speaks():
    doc = read("\u201cThe lock will be paid for,\u201d said the envoy of the ministry, Carla Moreau, after the talks.")
    assert doc.speech.quotations[0].speaker == "person:carla-moreau"


def test_who_calls_it_so_speaks_though_an_agency_reports_it():
    doc = read("Carla Moreau called the lock \u201cthe gate of two seas\u201d, the news agency reported.")
    assert doc.speech.quotations[0].speaker == "person:carla-moreau"
