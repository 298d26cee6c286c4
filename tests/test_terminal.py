"""The sanitiser: nothing a source contains can act on a terminal."""

import io
import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eucacheck.terminal import PIPE_WIDTH, clean, clean_json, clean_line, open_console

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)
ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_every_acting_character_of_unicode_is_made_visible():
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ACTING and character not in "\n\t":
            shown = clean(character)
            assert shown.isascii(), hex(code)
            assert shown.startswith("\\"), hex(code)


def test_every_letter_digit_and_mark_that_has_a_shape_stays():
    visible = {"Lu", "Ll", "Nd", "Po", "Pd", "Pi", "Pf", "Sc", "Sm", "So", "Zs"}
    for code in range(0x10000):
        if unicodedata.category(chr(code)) in visible:
            assert clean(chr(code)) == chr(code), hex(code)


@given(ANY_TEXT)
def test_the_result_encodes_and_cleaning_twice_changes_nothing(text: str):
    shown = clean(text)
    shown.encode()
    assert clean(shown) == shown


@given(ANY_TEXT)
def test_a_clean_line_is_one_line(text: str):
    assert len(clean_line(text).splitlines()) <= 1


@given(
    st.text(alphabet=st.characters(codec=None), max_size=60)
    | st.text(alphabet=st.sampled_from("a\ud800\x1b\x9b\u202e\U000e0041\n"), max_size=20)
)
def test_json_keeps_its_value(text: str):
    written = clean_json(json.dumps({"quote": text}, ensure_ascii=False))
    assert json.loads(written) == {"quote": text}
    written.encode()
    assert clean(written) == written


@pytest.mark.parametrize(
    "attack",
    [
        "\x1b]52;c;ZXZpbA==\x07",
        "\x9b31m",
        "good\rbad",
        "\x1b[2J",
        "Kal\u200blas",
        "\u202egnp.exe",
        "\u2066a\u2069",
        "\ufeff",
        "\U000e0041",
    ],
)
def test_known_attacks_are_shown_not_done(attack: str):
    shown = clean(attack)
    assert not any(c in shown for c in attack if unicodedata.category(c) in ACTING)
    assert "\\" in shown


def test_emoji_and_line_breaks_stay():
    assert clean("a\n\tb ❤️ 🌍") == "a\n\tb ❤️ 🌍"
    assert clean("a\nb", keep="") == "a\\u000ab"


def test_a_pipe_has_a_fixed_comfortable_width(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert open_console(io.StringIO()).width == PIPE_WIDTH
    monkeypatch.setenv("COLUMNS", "80")
    assert open_console(io.StringIO()).width == 80


def test_markup_in_a_source_is_plain_text():
    stream = io.StringIO()
    open_console(stream).print("[sic] [/x] [red]a[/red] :smile:")
    assert stream.getvalue() == "[sic] [/x] [red]a[/red] :smile:\n"
