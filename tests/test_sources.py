"""What is read is the file as it is, what cannot be read is named, and what is known beside it is checked."""

import hashlib
import io
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.errors import InputError, MetadataError
from eucacheck.sources import collect, read_path, read_text

ARTICLE = "A school for Khujand\n\nLatvia will build a school in Khujand, its minister said in Riga.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, name, content=ARTICLE):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def message(call, *args, error=InputError, **options):
    with pytest.raises(error) as raised:
        call(*args, **options)
    return str(raised.value)


@given(st.text(min_size=1, max_size=200).filter(lambda t: "\x00" not in t and any(c.isalpha() for c in t)))
def test_the_text_is_kept_and_its_hash_is_its_name(text):
    if sum(c < " " and c not in "\t\n\r\f\v" for c in text) > 0.1 * len(text):
        return
    source = read_text(text)
    assert source.text == text
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert source.id == source.sha256[:16]


def test_line_ends_are_kept(folder):
    assert read_path(write(folder, "a.txt", "One line\r\nAnother line.\r\n")).text == "One line\r\nAnother line.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(folder, encoding):
    assert read_path(write(folder, "a.txt", ARTICLE.encode(encoding))).id == read_text(ARTICLE).id


def test_another_encoding_is_named_with_the_byte(folder):
    said = message(read_path, write(folder, "a.txt", "Samarkand was chosen by the Síkela team".encode("cp1252")))
    assert "a.txt" in said
    assert "0xED at offset 29" in said
    assert "iconv" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\ufeff\u200b\n".encode(), "empty"),
        (b"words\x00and more", "is no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no text"),
        (b"ab\x01\x02\x03\x04", "control characters"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04...", "zip"),
        (b"<!DOCTYPE html><p>Riga", "HTML"),
        ("Riga".encode("utf-16-le"), "is no text"),
        (b"a" * 10_000_001, "larger than 10 MB"),
    ],
)
def test_what_is_no_article_is_refused(folder, content, said):
    assert said in message(read_path, write(folder, "a.txt", content))


def test_a_lone_surrogate_is_refused():
    assert "surrogate" in message(read_text, "Riga \ud800")


def test_terminal_escapes_are_kept_as_they_are():
    assert "\x1b]52;" in read_text("A text that tries to \x1b]52;c;AAAA\x07 write to the clipboard.").text


def test_each_bad_input_is_named_and_the_good_ones_are_read(folder):
    write(folder, "good.txt")
    (folder / "empty").mkdir()
    write(folder, "good.meta.yaml", "publisher: Baltic Weekly\n")
    sources, errors = collect(["none.txt", "good.txt", "empty", "https://example.org/a", "good.meta.yaml"])
    assert [s.path for s in sources] == ["good.txt"]
    assert [type(e) for e in errors] == [InputError] * 4
    for error, words in zip(errors, ["no such file", "has no sources", "not read", "is a sidecar"], strict=True):
        assert words in str(error)


def test_a_file_without_permission_is_named(folder, monkeypatch):
    path = write(folder, "a.txt")

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert "not permitted" in message(read_path, path)


def test_a_folder_gives_its_texts_in_the_order_of_names(folder):
    for name in ("b.txt", "a.text", "c.TXT", "notes.md", ".hidden.txt", "b.meta.yaml"):
        write(folder, name, "title: x" if name.endswith("yaml") else f"{ARTICLE}{name}")
    (folder / "sub.txt").mkdir()
    sources, errors = collect(["."])
    assert [s.path for s in sources] == ["a.text", "b.txt", "c.TXT"]
    assert not errors


def test_a_file_named_twice_is_read_once(folder):
    write(folder, "a.txt")
    assert len(collect([".", "a.txt", "./a.txt"])[0]) == 1


def test_the_path_is_kept_as_given_and_never_absolute(folder):
    (folder / "in").mkdir()
    path = write(folder, "in/a.txt")
    assert read_path(path).path == "in/a.txt"
    assert collect(["in"])[0][0].path == "in/a.txt"


def test_standard_input_is_a_source_without_path(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode())))
    (source,), errors = collect(["-"], publisher="Baltic Weekly")
    assert (source.text, source.path, source.publisher, errors) == (ARTICLE, None, "Baltic Weekly", [])


def test_a_wrong_byte_on_standard_input_is_an_error(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Riga \xff")))
    assert "standard input" in str(collect(["-"])[1][0])


def test_the_sidecar_tells_what_the_text_does_not(folder):
    path = write(folder, "a.txt")
    write(
        folder, "a.meta.yaml", "published: 2022-11-18\ntitle: 'School'\nauthor: A. Berzina\nurl: https://example.org\n"
    )
    source = read_path(path)
    assert (source.title, source.author, source.url) == ("School", "A. Berzina", "https://example.org")
    assert source.published is not None
    assert (source.published.edtf, source.published_basis) == ("2022-11-18", "stated")


def test_options_win_over_the_sidecar(folder):
    path = write(folder, "a.txt")
    write(folder, "a.meta.yaml", "published: 2022\npublisher: Baltic Weekly\n")
    source = read_path(path, published="2023-05~")
    assert source.published is not None
    assert (source.published.edtf, source.publisher) == ("2023-05~", "Baltic Weekly")


def test_an_undated_source_stays_undated():
    assert read_text(ARTICLE).published is None
    assert read_text(ARTICLE).published_basis is None


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("title: x\npublishd: 2022\n", "a.meta.yaml:2: publishd: unknown field; allowed are title, publisher"),
        ("published: 18 November\n", "a.meta.yaml:1: published: '18 November' is no date"),
        ("published: XXXX-11-18\n", "has no year"),
        ("\nurl: example.org\n", "a.meta.yaml:2: url: expected an address"),
        ("title:\n  - a\n", "a.meta.yaml:1: title: expected one text"),
        ("title: a\ntitle: b\n", "a.meta.yaml:2: title: stands there twice"),
        ("- a\n", "expected fields"),
        ("title: [a\n", "is no YAML"),
        ('title: "a\\e]52;"\n', "control characters"),
        (b"title: \xff", "is no UTF-8"),
        (b"#" * 100_001, "larger than"),
    ],
)
def test_a_mistake_in_a_sidecar_is_named_with_file_line_and_field(folder, sidecar, said):
    write(folder, "a.txt")
    write(folder, "a.meta.yaml", sidecar)
    sources, errors = collect(["a.txt"])
    assert not sources
    assert isinstance(errors[0], MetadataError)
    assert said in str(errors[0])


def test_an_empty_sidecar_says_nothing(folder):
    write(folder, "a.meta.yaml", "title: null\npublisher:\n# nothing\n")
    assert read_path(write(folder, "a.txt")).title == "A school for Khujand"


def test_a_mistake_in_an_option_is_named():
    said = message(collect, ["a.txt"], error=MetadataError, published="November")
    assert said.startswith("--published: 'November' is no date")


def test_one_title_is_not_given_to_two_sources(folder):
    write(folder, "a.txt")
    write(folder, "b.txt", ARTICLE * 2)
    assert "one title" in message(collect, ["."], error=MetadataError, title="School")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"{ARTICLE}\nThe post A school appeared first on Baltic Weekly.", "Baltic Weekly"),
        (f"{ARTICLE}\nRead all articles by Baltic Weekly on Google News, subscribe.", "Baltic Weekly"),
        (f"{ARTICLE}\n© 2026 Baltic Weekly. All rights reserved.", "Baltic Weekly"),
        (f"A school\n\nBy Anna Berzina for Baltic Weekly\n\n{ARTICLE}", "Baltic Weekly"),
        ("Riga (Latvia), May 5 (BWN).- Latvia will build a school.", "BWN"),
        ("RIGA, May 5 (BWN) -- Latvia will build a school.", "BWN"),
        ("RIGA (Baltic News / Wire - 5th May, 2023) Latvia will build a school.", "Baltic News / Wire"),
        ("Latvia will build a school, its minister said. ///bwn, 5 May 2023", "bwn"),
        ("RIGA, May 5 (BWN) -- Latvia will build.\n\nThe post A school appeared first on Weekly.", "Weekly"),
        (ARTICLE, None),
        (f"{ARTICLE}\nSource: BWN", None),
        (f"{ARTICLE}\nThis story was originally published by BWN.", None),
        ("Riga (Latvia) - Latvia will build a school.", None),
        ("Latvia (LV) will build a school, BWN reports.", None),
    ],
)
def test_the_publisher_is_taken_only_from_where_a_page_names_itself(text, publisher):
    assert read_text(text).publisher == publisher


def test_the_title_is_the_headline_or_what_the_footer_repeats():
    assert read_text(ARTICLE).title == "A school for Khujand"
    footer = "The post A school for Osh appeared first on Baltic Weekly."
    assert read_text(f"Latvia will build a school in Osh, its minister said.\n{footer}").title == "A school for Osh"
