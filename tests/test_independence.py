"""Verbatim copies of one origin count once; texts that only share names, subjects or short quotations count each."""

import pytest

from eucacheck.independence import common_origin, copy_groups, find_marks, group_of_each, voices_of
from eucacheck.metadata import Metadata
from eucacheck.sources import read_text

AGENCY = (
    "The port of Aktau will receive three new cranes by the end of next summer, the ministry of transport announced on "
    "Monday, and the work on a second railway line towards the border should begin before winter. Officials hope that "
    "the new terminal will shorten the journey of a container by four days."
)
REWORDED = (
    "Aktau's port is to get three cranes before summer ends, according to a Monday statement of the transport "
    "ministry; a second track to the border is due to be started ahead of winter. A box would then travel four days "
    "less, it is hoped."
)
NAMES = (
    "The High Representative of the European Union for Foreign Affairs and Security Policy, Vice-President of the "
    "European Commission, met the Deputy Prime Minister and Minister of Foreign Affairs of the Republic of Kazakhstan"
)
SPEECH = (
    "“We have come a very long way since we first sat down at this table, and nobody who was there in those difficult "
    "days would have believed that our children could study together in one school, as they do now,” he said."
)


def text(*paragraphs, headline="News from the region"):
    return read_text("\n\n".join([headline, *paragraphs]) + "\n")


def ground(one, other):
    first = common_origin(find_marks(one), find_marks(other))
    assert first == common_origin(find_marks(other), find_marks(one))
    return first


def test_verbatim_copies_have_one_origin_whatever_stands_around_them():
    one = text(AGENCY, "Fishermen protested in the afternoon, since they fear for their berths and their nets.")
    other = text("The town has waited for this since the nineties.", AGENCY, headline="Cranes at last")
    assert ground(one, other) == "words"


def test_reworded_copy_stays_apart():
    assert ground(text(AGENCY), text(REWORDED)) is None


def test_the_same_names_and_offices_are_no_common_origin():
    one = text(
        f"{NAMES} on Tuesday to talk about trains, and promised to return with experts who understand the old tracks.",
        "It was raining when she left for the airport, where a choir sang and an engine was named after the town.",
    )
    other = text(
        f"Nobody expected much when {NAMES}, yet both smiled and signed what their lawyers had written in spring.",
        "The opposition called the paper a shame, since it had never been shown to those whom the valley feeds.",
    )
    assert ground(one, other) is None


def test_a_short_note_copied_whole_joins_though_it_is_made_of_names():
    assert (
        ground(text(f"{NAMES} in Astana on Tuesday."), text(f"{NAMES} in Astana on Tuesday.", headline="Talks"))
        == "words"
    )


def test_a_long_quotation_in_common_is_its_own_ground():
    one = text(f"The minister opened the school on Friday. {SPEECH} Parents brought bread and salt.")
    other = text(f"Asked by pupils about the past, the old man grew quiet. {SPEECH}")
    assert ground(one, other) == "quotation"


def test_a_short_quotation_in_common_is_none():
    said = "“We have come a very long way together,” he said."
    assert ground(text(f"In the school he was brief. {said}"), text(f"Pupils heard him on Friday. {said}")) is None


def test_words_quoted_by_one_and_printed_as_its_own_by_another_are_told_apart():
    said = SPEECH.removeprefix("“").partition("”")[0]
    assert ground(text(f"He said: “{said}”"), text(f"Nobody denies it today. {said}.")) is None


def test_a_run_that_a_quotation_mark_cuts_through_counts_for_neither():
    one = "the engineers who repaired the broken bridge yesterday warned"
    assert not find_marks(text(f"Then “{one}” came.")) & find_marks(text(f"Then {one} came."))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "ASTANA, March 4 (Inform) -- Two roads were closed by snow.",
            "BRUSSELS, May 9 (Inform) - A flag was hoisted.",
        ),
        ("Two roads were closed by snow on Monday.\n\nSource: Inform", "DUSHANBE /Inform/ - The lake has risen."),
    ],
)
def test_one_agency_named_in_dateline_or_credit_line_is_a_ground(first, second):
    assert ground(text(first), text(second)) == "agency"


def test_an_agency_quoted_in_passing_is_none():
    one = text("The mayor told Inform on Monday that two roads were closed (Inform has the pictures) by snow.")
    assert ground(one, text("BRUSSELS, May 9 (Inform) - A flag was hoisted.")) is None


def test_boilerplate_below_an_article_is_no_copy():
    below = (
        "Read all articles by the author\n\nSubscribe to our newsletter and receive the most important stories of the "
        "week every Sunday morning in your mailbox, free of charge and without advertising, wherever you happen to "
        "live."
    )
    one = text("Snow closed two mountain roads on Monday and drivers waited for hours in the valley below.", below)
    other = text("A new museum opened its doors in the old barracks, and hundreds queued from early morning.", below)
    assert ground(one, other) is None


def test_a_group_is_named_by_its_smallest_identifier_and_reaches_over_what_lies_between():
    tail = AGENCY.replace("port of Aktau", "harbour")
    second = (
        "Snow fell over the northern villages for six days, and schools there stay closed until the roads are cleared "
        "by soldiers, who arrived with heavy machines late on Sunday evening."
    )
    sources = [
        text(AGENCY),
        text(tail, second),
        text(second, headline="Snow"),
        text("The lake has risen by a hand since March."),
    ]
    groups = copy_groups(sources)
    first = min(s.id for s in sources[:3])
    assert groups == {s.id: first for s in sources[:3]}
    assert copy_groups(list(reversed(sources))) == groups


def test_sources_alone_are_in_no_group():
    assert copy_groups([text(AGENCY)]) == {}
    assert group_of_each(["a", "b"], lambda _: ()) == {}


def printed(words, publisher):
    return read_text(f"Title\n\n{words}", path="a.txt", metadata=Metadata(publisher=publisher))


def test_two_articles_of_one_publisher_are_one_voice():
    one, other = printed("The lake has risen.", "Steppe Wire"), printed("A bridge was opened.", "steppe  wire")
    third = printed("Snow fell over the villages.", "Nomad")
    voices = voices_of([one, other, third], {})
    assert voices == dict.fromkeys((one.id, other.id), min(one.id, other.id))


def test_a_publisher_joins_no_copies_of_sources_that_are_not_asked_about():
    own, copy, elsewhere = (printed(w, p) for w, p in (("A.", "Nomad"), ("B.", "Nomad"), ("C.", "Kabar")))
    groups = {copy.id: "copies", elsewhere.id: "copies"}
    assert voices_of([own, elsewhere], groups) == {}
    assert len(set(voices_of([own, copy, elsewhere], groups).values())) == 1
