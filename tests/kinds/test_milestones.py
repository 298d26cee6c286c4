"""Steps in the life of a thing or an office: what, which step, which day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.edtf import parse_edtf
from eucacheck.kinds._happenings.steps import Milestone
from eucacheck.kinds.event_date.milestones import find_milestones
from eucacheck.mentions.dates import find_dates
from eucacheck.mentions.document import Document
from eucacheck.mentions.speech import Speech
from eucacheck.records import PersonMention, Source
from eucacheck.shadow import fold
from tests.mentions.eventful import WORLD, names_in, sentences_of

PEOPLE = {"Rosa Quist": "person:rosa-quist", "Ivo Tamm": "person:ivo-tamm"}


def steps(text: str) -> list[Milestone]:
    people = [
        PersonMention(text.index(n), text.index(n) + len(n), who, "full", n) for n, who in PEOPLE.items() if n in text
    ]
    doc = Document(
        source=Source("a", "a", text), shadow=fold(text), pack=WORLD, passages=(), sentences=sentences_of(text),
        entities=names_in(text), persons=people, offices=(), dates=find_dates(text, parse_edtf("2024-06-15")),
        quantities=(), speech=Speech(),
    )  # fmt: skip
    return list(find_milestones(doc))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(s.step, s.of, s.date.interval.edtf) for s in steps(text)]


@pytest.mark.parametrize(
    ("text", "step", "of", "edtf"),
    [
        ("The Harbour Link was officially launched on 1 March 2022.", "launch", "programme:harbour-link", "2022-03-01"),
        ("It launched the Harbour Link in March 2022.", "launch", "programme:harbour-link", "2022-03"),
        ("On 1 March 2022, it adopted the Harbour Link.", "adoption", "programme:harbour-link", "2022-03-01"),
        ("The Council of Ports was founded in Zenda in 1994.", "founding", "org:ports", "1994"),
        ("Rosa Quist was appointed on 5 May 2023.", "appointment", "person:rosa-quist", "2023-05-05"),
        ("Rosa Quist takes office on 1 July 2024.", "office-beginning", "person:rosa-quist", "2024-07-01"),
        ("Rosa Quist took up her duties on 1 July 2024.", "office-beginning", "person:rosa-quist", "2024-07-01"),
        ("On 1 July 2024 Rosa Quist took office.", "office-beginning", "person:rosa-quist", "2024-07-01"),
        ("Rosa Quist keeps the post until July 2028.", "office-ending", "person:rosa-quist", "2028-07"),
        ("Rosa Quist held the post until July 2028.", "office-ending", "person:rosa-quist", "2028-07"),
        ("They chose Rosa Quist in May 2023.", "appointment", "person:rosa-quist", "2023-05"),
        ("The mandate of Rosa Quist runs until 1 July 2028.", "office-ending", "person:rosa-quist", "2028-07-01"),
        ("Rosa Quist said her mandate expires on 1 July 2028.", "office-ending", "person:rosa-quist", "2028-07-01"),
        (
            "The Harbour Link, which the Council of Ports launched on 1 March 2022, leaks.",
            "launch",
            "programme:harbour-link",
            "2022-03-01",
        ),
        ("The Harbour Link, launched in March 2022, leaks.", "launch", "programme:harbour-link", "2022-03"),
        ("Rosa Quist, in office since 1 July 2024, spoke.", "office-beginning", "person:rosa-quist", "2024-07-01"),
        (
            "Rosa Quist presented her credentials in Zenda on 5 May 2024.",
            "credentials",
            "person:rosa-quist",
            "2024-05-05",
        ),
        (
            "On 5 May 2024 the king accepted the credentials of Ivo Tamm.",
            "credentials",
            "person:ivo-tamm",
            "2024-05-05",
        ),
        ("The 4th aid package was adopted on 5 May 2024.", "adoption", "package:aid-4", "2024-05-05"),
        ("They approved the 4th package of aid on 5 May 2024.", "adoption", "package:aid-4", "2024-05-05"),
        ("The Harbour Link is due to open in May 2027.", "start", "programme:harbour-link", "2027-05"),
        ("The Harbour Link will be completed by 2030.", "end", "programme:harbour-link", "2030"),
        ("Tolls are due to begin in May 2027.", "start", "unnamed:a", "2027-05"),
        ("Carts have used the old bridge since April 2021.", "since", "unnamed:a", "2021-04"),
    ],
)
def test_a_step_has_a_thing_and_a_day(text: str, step: str, of: str, edtf: str) -> None:
    assert told(text) == [(step, of, edtf)]


@pytest.mark.parametrize(
    "words",
    [
        "from 1 July 2024 to 30 June 2028",
        "from July 1, 2024, through June 30, 2028",
        "from 1 July 2024 until 30 June 2028",
    ],
)
def test_a_term_with_two_days_begins_and_ends(words: str) -> None:
    found = told(f"Rosa Quist said that her term of office runs {words}.")
    assert sorted(found) == [
        ("office-beginning", "person:rosa-quist", "2024-07-01"), ("office-ending", "person:rosa-quist", "2028-06-30"),
    ]  # fmt: skip


def test_a_term_told_in_months_gets_no_days() -> None:
    found = told("Rosa Quist held the post from July 2021 to February 2023.")
    assert sorted(found) == [
        ("office-beginning", "person:rosa-quist", "2021-07"), ("office-ending", "person:rosa-quist", "2023-02"),
    ]  # fmt: skip


def test_a_package_spoken_of_by_its_number_alone() -> None:
    text = "The 16th sanctions package was adopted on 24 February 2024. The 17th followed on 20 May 2024."
    assert [of for _, of, _ in told(text)] == ["package:sanction-16", "package:sanction-17"]
    assert [of for _, of, _ in told("The 16th session was held in May 2023. The 17th followed on 20 May 2024.")] == []


def test_what_is_so_since_a_day_meets_only_what_names_the_same_things() -> None:
    [(step, of, _)] = told("Zenda has been part of the Harbour Link since April 2021.")
    assert (step, of) == ("since", "place:zenda+programme:harbour-link")


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Link was launched with songs.",
        "The Harbour Link was launched; the mayor spoke, and it rained on 1 March 2022.",
        "Rosa Quist met Ivo Tamm, whose term ends on 1 July 2028.",
        "The ferry was founded on 1 March 2022.",
        "Rosa Quist presented copies of her credentials on 5 May 2024.",
        "Rosa Quist, who presented her credentials to the king, was born on 5 May 1964.",
    ],
)
def test_without_its_own_day_or_its_one_owner_there_is_no_step(text: str) -> None:
    assert told(text) == []


@given(st.text(alphabet="abc ,.;-\n", max_size=40), st.text(alphabet="abc ,.;-\n", max_size=40))
def test_a_step_spans_its_verb_and_its_day(before: str, after: str) -> None:
    text = f"{before}\n\nThe Harbour Link was launched on 1 March 2022.\n\n{after}"
    found = [text[s.start : s.end] for s in steps(text) if s.step == "launch"]
    assert found == ["was launched on 1 March 2022"]
