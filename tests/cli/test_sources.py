"""`eucacheck sources` on undated texts, by the whole path."""

DATED = (
    "Ministers meet in Dushanbe\n\n"
    "DUSHANBE. Foreign Minister Rustam Qodirzoda of Tajikistan and Latvian Foreign Minister Ilze Kalnberga met in "
    "Dushanbe on 11 May 2027 to discuss the Vakhsh water programme. The European Union gives 18 million euros to the "
    "programme for canals in Khatlon, said Kalnberga.\n"
)
UNDATED = (
    "Kalnberga in Dushanbe: canals for Khatlon\n\n"
    "Latvian Foreign Minister Ilze Kalnberga met Tajik Foreign Minister Rustam Qodirzoda in Dushanbe on 11 May. They "
    "spoke of the Vakhsh water programme, for which there are 18 million euros for canals in Khatlon.\n"
)


def test_an_undated_source_shows_from_whom_its_date_is(here, call):
    (here / "undated.txt").write_text(UNDATED)
    (here / "dated.txt").write_text(DATED)
    call("add", "undated.txt")
    assert "no date known" in call("sources").out
    call("add", "dated.txt", "--published", "2027-05-12", "--publisher", "Paper B")
    listed = call("sources").out
    assert "11–17 May 2027 (from the events of 2027-05-11 that Paper B reports)" in listed
    assert (
        '"published_basis": "from the events of 2027-05-11 that Paper B reports"'
        in call("report", "--format", "json").out
    )
    assert "all is as the sources give it" in call("check").err
    call("remove", "dated.txt")
    assert "no date known" in call("sources").out
    assert "all is as the sources give it" in call("check").err
