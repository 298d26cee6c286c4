"""The statement kind: which clauses it takes, how they are quoted, where they meet."""

import pytest

from eucacheck.kinds import statement
from eucacheck.kinds.statement.clauses import denies
from eucacheck.mentions import Document, read_document
from eucacheck.pack import Pack, load_pack
from eucacheck.records import Source


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def read(body: str, pack: Pack) -> Document:
    return read_document(Source("0" * 16, "0" * 64, f"Notes from the valley\n\n{body}"), pack)


def quotes(body: str, pack: Pack) -> list[str]:
    return [c.quote for c in statement.find(read(body, pack))]


def test_a_clause_is_quoted_without_the_clauses_that_hang_on_it(pack):
    body = "Kyrgyzstan opened a school for rangers, which delighted the shepherds of the high valley."
    assert quotes(body, pack)[0] == "Kyrgyzstan opened a school for rangers"


def test_a_relative_clause_is_quoted_with_its_noun(pack):
    assert "Kazakhstan, which is rich in copper and wool" in quotes(
        "Kazakhstan, which is rich in copper and wool, sells both to the neighbours.", pack
    )


def test_a_clause_that_only_says_that_somebody_speaks_is_none(pack):
    found = quotes("Irena Valk said that Kyrgyzstan opened a school for rangers.", pack)
    assert found == ["Kyrgyzstan opened a school for rangers"]


def test_a_clause_without_a_name_needs_words_of_its_own(pack):
    assert quotes("The weather was cold.", pack) == []
    assert quotes("The shepherds repaired the wooden bridge.", pack) == ["The shepherds repaired the wooden bridge"]


def test_what_somebody_says_keeps_its_speaker(pack):
    doc = read("Irena Valk said that Kyrgyzstan opened a school for rangers.", pack)
    (claim,) = statement.find(doc)
    assert (claim.speaker, claim.modality) == ("person:irena-valk", "reported")


def test_polarity_is_that_of_the_clause(pack):
    doc = read("Kyrgyzstan has not opened a school for rangers.", pack)
    (claim,) = statement.find(doc)
    assert claim.polarity is False


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("has not opened a school", True),
        ("opened no school at all", True),
        ("failed to open a school", True),
        ("sells not only wool but copper", False),
        ("opened no fewer than nine schools", False),
        ("did not fail to open a school", False),
        ("opened a school", False),
    ],
)
def test_denial(words, denied):
    assert denies(words) is denied


def test_quotes_are_the_text_at_their_offsets(pack):
    doc = read("Kyrgyzstan opened a school for rangers in Naryn and Kazakhstan sent two teachers of botany.", pack)
    claims = list(statement.find(doc))
    assert claims
    assert all(doc.text[c.start : c.end] == c.quote for c in claims)


def test_two_statements_with_one_word_changed_still_meet(pack):
    (a,) = statement.find(read("Kyrgyzstan opened a boarding school for mountain rangers.", pack))
    (b,) = statement.find(read("Kyrgyzstan founded a boarding school for mountain rangers.", pack))
    assert set(statement.keys(a)) & set(statement.keys(b))


def test_what_hangs_on_a_clause_is_quoted_with_it(pack):
    body = "Kyrgyzstan joined the convention on glaciers, which shows the good state of its relations with the EU."
    assert all(q.startswith("Kyrgyzstan joined the convention") for q in quotes(body, pack))
    body = "Uzbekistan opened a centre for storks, restoring the wetlands along the Amu Darya."
    assert any("opened a centre for storks, restoring the wetlands" in q for q in quotes(body, pack))


def test_a_shared_subject_is_quoted_with_its_second_verb(pack):
    found = quotes("Tajikistan opened a glacier museum and restored the old weather station.", pack)
    assert found[-1] == "Tajikistan opened a glacier museum and restored the old weather station"


def test_a_quotation_in_a_clause_is_quoted_to_its_end(pack):
    body = "Uzbekistan had \u201ca long and winding road, with many stops\u201d to cover before the harvest."
    assert all(q.count("\u201c") == q.count("\u201d") for q in quotes(body, pack))
