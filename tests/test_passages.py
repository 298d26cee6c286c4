"""What a reader calls the headline, the article, its pictures, and what only surrounds it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from eucacheck.passages import headline_of, split_passages

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPHS = [
    "Latvia and Tajikistan want to build a school together, the two foreign ministers said in Riga on Monday.",
    "The school is to open in Khujand, and the European Union will pay half of what it costs to build it.",
    "Parliament in Dushanbe still has to agree, but nobody in the ruling party has spoken against the plan.",
    "Latvia had made a first offer years ago, when Khujand lost two schools in an earthquake that hit Tajikistan.",
]
BODY = "\n\n".join(PARAGRAPHS)


def roles(text, *, title=None):
    return {text[p.start : p.end]: (p.role, p.why, p.article) for p in split_passages(text, title)}


def role_of(text, words, **options):
    return next(role for quote, (role, _, _) in roles(text, **options).items() if words in quote)


def article_of(text, words):
    return next(article for quote, (_, _, article) in roles(text).items() if words in quote)


def seed(start):
    return next(SEEDS.glob(f"{start}*")).read_bytes().decode()


@given(st.text(alphabet=st.sampled_from("aB.é –\n\r\t :()©#|'\u2028\u00a0x1"), max_size=300))
def test_passages_are_in_order_and_leave_out_only_white_space(text):
    at = 0
    for passage in split_passages(text):
        assert not text[at : passage.start].strip()
        assert passage.start < passage.end
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
        at = passage.end
    assert not text[at:].strip()


def test_a_first_line_without_full_stop_is_the_headline():
    text = f"Latvia to build a school in Khujand\n\n{BODY}"
    assert headline_of(text, split_passages(text)) == "Latvia to build a school in Khujand"


def test_a_first_line_that_asks_is_the_headline():
    assert role_of(f"Will Latvia build a school in Khujand?\n{BODY}", "Will Latvia") == "headline"


def test_an_article_may_begin_without_headline():
    assert set(roles(BODY).values()) == {("body", "", 0)}


def test_the_entries_of_a_menu_above_are_no_headline():
    text = f"World\nSchools\nLatvia to build a school in Khujand\nAnna Berzina\n{BODY}"
    assert [roles(text)[line][0] for line in text.splitlines()[:4]] == [
        "boilerplate",
        "boilerplate",
        "headline",
        "boilerplate",
    ]


def test_a_given_title_marks_its_line():
    text = f"Latvia builds.\n{BODY}"
    assert role_of(text, "Latvia builds", title="Latvia builds") == "headline"


def test_the_sentence_between_headline_and_byline_is_a_standfirst():
    text = f"A school for Khujand\nTwo ministers agree, and one parliament waits.\nBy Anna Berzina\n{BODY}"
    found = roles(text)
    assert found["Two ministers agree, and one parliament waits."] == ("headline", "standfirst", 0)
    assert found["By Anna Berzina"] == ("boilerplate", "byline", 0)


def test_a_short_line_inside_is_a_subheading():
    text = "\n\n".join([*PARAGRAPHS[:2], "Parliament waits", *PARAGRAPHS[2:]])
    assert roles(text)["Parliament waits"] == ("headline", "subheading", 0)


def test_items_of_a_list_are_no_subheadings():
    text = f"{PARAGRAPHS[0]}\nThree things were agreed:\n- a school\n- a road\n- a prize\n{PARAGRAPHS[1]}"
    assert role_of(text, "a road") == "body"


def test_pictures_have_captions():
    for caption in (
        "Photo: The two ministers in Riga",
        "The two ministers in Riga (Photo: Ministry of Foreign Affairs)",
        "The two ministers in Riga. Image credit: Ministry of Foreign Affairs",
        "Top photo credit: A. Berzina / Shutterstock.com",
        "The two ministers in Riga [AFP]",
    ):
        assert role_of(f"{PARAGRAPHS[0]}\n\n{caption}\n\n{PARAGRAPHS[1]}", caption) == "caption"


def test_a_paragraph_that_ends_with_its_agency_is_no_caption():
    last = "The talks in Riga go on, the minister said. (AFP)"
    assert role_of(f"{BODY}\n\n{last}", last) == "body"


def test_furniture_is_boilerplate():
    for line in (
        "Share on Facebook Share on Twitter",
        "WhatsApp | Telegram | Email",
        "We use cookies to improve your experience on our site. Learn more.",
        "Subscribe to our weekly newsletter",
        "Follow us on Telegram",
        "3 min read",
        "Published: 12 March 2025, 14:30",
        "Home > World > Asia",
        "Skip to content",
        "ADVERTISEMENT",
        "riga-meeting-2025.jpg",
        "Analysis | Europe",
        "This article was first published by The Baltic Weekly.",
        "* * *",
    ):
        assert role_of(f"{PARAGRAPHS[0]}\n\n{line}\n\n{BODY}", line) == "boilerplate", line


def test_ordinary_sentences_are_no_furniture():
    for line in (
        "Follow-up talks are planned.",
        "Share prices fell in Riga.",
        "By Tuesday the ministers had agreed.",
        "The post of director in Khujand is still open.",
        "More trade with Tajikistan is the aim.",
        "Source of the money is the European Union.",
        "Related projects in Osh were dropped.",
        "Print runs of the schoolbook are small.",
    ):
        assert role_of(f"{PARAGRAPHS[0]}\n\n{line}\n\n{BODY}", line) == "body", line


def test_the_footer_of_a_feed_is_cut_from_the_last_paragraph():
    text = f"{BODY} The post A school for Khujand appeared first on Baltic Weekly."
    assert roles(text)["The post A school for Khujand appeared first on Baltic Weekly."][0] == "boilerplate"


def test_a_signature_with_date_is_cut_from_the_last_paragraph():
    assert roles(f"{BODY} ///bwn, 3 May 2023")["///bwn, 3 May 2023"] == ("body", "dateline", 0)


def test_titles_below_related_articles_belong_to_others():
    text = f"{BODY}\n\nRelated articles\nOsh gets a road\n2 March 2026\nPrize for a teacher in Riga\n"
    assert (article_of(text, "Osh"), article_of(text, "2 March"), article_of(text, "Prize")) == (1, 1, 2)
    assert role_of(text, "Osh") == "teaser"


def test_a_box_of_related_articles_does_not_end_the_article():
    text = "\n\n".join([PARAGRAPHS[0], "Related articles", "Osh gets a road", *PARAGRAPHS[1:]])
    assert role_of(text, "Osh") == "teaser"
    assert role_of(text, PARAGRAPHS[-1]) == "body"


def test_a_single_link_to_another_article_does_not_end_the_article():
    text = "\n\n".join([*PARAGRAPHS[:3], "Read also: Osh gets a road", PARAGRAPHS[3]])
    assert role_of(text, "Osh") == "teaser"
    assert role_of(text, PARAGRAPHS[3]) == "body"


def test_who_wrote_it_is_no_part_of_the_article():
    bio = "Anna Berzina is a freelance journalist in Riga. She writes about schools."
    assert role_of(f"{BODY}\n\n{bio}", bio) == "boilerplate"


def test_wrapped_lines_are_one_paragraph():
    text = (
        "Latvia and Tajikistan want to build a school together, the two foreign\n"
        "ministers said in Riga on Monday after talks that took longer than it was\n"
        "planned.\n\n"
        "The school is to open in Khujand.\n"
    )
    assert [text[p.start : p.end].count("\n") for p in split_passages(text)] == [2, 0]


def test_an_embedded_post_is_one_passage_of_the_body():
    post = "We today met in Riga for\ntalks on a school #Khujand — Minister (@minister_lv) May 5, 2023"
    assert roles(f"{PARAGRAPHS[0]}\n{post}\n{PARAGRAPHS[1]}")[post] == ("body", "tweet", 0)


def test_line_ends_of_any_system_are_understood():
    text = f"A school for Khujand\r\n\r\n{PARAGRAPHS[0]}\r\n"
    assert list(roles(text)) == ["A school for Khujand", PARAGRAPHS[0]]


def test_a_text_of_one_line_is_body():
    assert list(roles("A school for Khujand").values()) == [("body", "", 0)]


def test_seed_003_ends_at_its_appeal_for_donations():
    text = seed("003")
    assert role_of(text, "Follow us") == "boilerplate"
    assert role_of(text, "Europe woos") == "headline"
    assert role_of(text, "originally published") == "boilerplate"
    assert role_of(text, "Donate here") == "boilerplate"
    assert role_of(text, "EU foreign policy chief Josep Borrell (Photo") == "caption"
    assert [article_of(text, w) for w in ("Robert Fico", "1939", "Slashing", "Federal funding")] == [1, 1, 2, 3]
    assert role_of(text, "The latest warning") == "teaser"


def test_the_other_seeds_are_read_as_a_reader_does():
    assert role_of(seed("000"), "perspective") == "headline"
    assert role_of(seed("000"), "(Photo: Euractiv)") == "caption"
    assert role_of(seed("000"), "Scroll to Top") == "boilerplate"
    assert role_of(seed("002"), "appeared first on") == "boilerplate"
    assert roles(seed("004"))["EU-Kazakhstan hold 21st Cooperation Committee Meeting"][1] == "subheading"
    assert sum(why == "tweet" for _, why, _ in roles(seed("004")).values()) == 1
