"""The language model: what a text gives depends on that text."""

from eucacheck.mentions.language import parse
from eucacheck.passages import split_passages

TEXT = "Ministers met in Norhavn\n\nPresident Ada Lindqvist opened the forum on Monday. It ended a day later.\n"
OTHER = "Trade grew\n\nTrade between the two countries grew by 12 percent last year, the ministry said.\n"


def test_a_text_gives_the_same_whatever_was_read_before() -> None:
    first = parse(TEXT, split_passages(TEXT))
    parse(OTHER, split_passages(OTHER))
    assert parse(TEXT, split_passages(TEXT)) == first
    assert [TEXT[s.start : s.end] for s in first.sentences][-1] == "It ended a day later."


def test_an_empty_text_gives_nothing() -> None:
    parsed = parse("", split_passages(""))
    assert (parsed.sentences, parsed.names, parsed.clauses) == ((), (), ())
