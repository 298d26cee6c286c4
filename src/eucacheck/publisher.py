"""A text and its passages to its title and its publisher, where the text itself names them.

Precision first: only wording by which a page names its own outlet counts (the footer of a feed, a copyright line, the
agency in a dateline). "X reports", "Source: X" and "first published by X" name where a text comes from, and are not
taken for the publisher.
"""

import re
from collections.abc import Sequence
from typing import Final

from eucacheck.passages import headline_of
from eucacheck.records import Passage

_REST: Final = r"[\w.&’'/-]{0,25}(?: (?:of |the |for |and |& |/ )?[^\Wa-z_][\w.&’'/-]{0,25}){0,5}"
_NAME: Final = rf"[^\W_]{_REST}"
_CAPITALISED: Final = rf"[^\Wa-z_\d]{_REST}"
_FEED: Final = re.compile(rf"The post (?P<title>.{{3,300}}) appeared first on (?P<name>{_NAME})\.?$")
_FURNITURE: Final = (
    _FEED,
    re.compile(rf"Read all articles by (?P<name>{_NAME})(?: on Google News\b|$)"),
    re.compile(
        r"(?:©|\(c\)|Copyright(?: ©)?) ?(?:\d{4}(?: ?[-–] ?\d{4})?,? )?"
        rf"(?P<name>(?!All\b){_CAPITALISED}?)(?=\.?$|\. |[,;|]| All)"
    ),
    re.compile(
        rf"(?:^|[.!?] )(?P<name>{_NAME}) is (?:an?|the) (?:[\w-]{{1,20}} ){{0,3}}"
        r"(?:magazine|newspaper|news agency|news site|news outlet|publication)\b"
    ),
)
_BYLINE: Final = re.compile(rf"By {_NAME} for (?:the )?(?P<name>{_NAME})$")
_PLACE: Final = r"[^\Wa-z\d_][\w’'-]{1,25}(?: [^\Wa-z\d_][\w’'-]{1,25}){0,2}"
_LOUD: Final = r"[A-Z][A-Z’' -]{2,30}"
_DAY: Final = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
_DATELINES: Final = (
    re.compile(rf"{_PLACE}(?: \([^()]{{2,30}}\))?(?:, {_PLACE})?, {_DAY} \((?P<name>{_NAME})\) ?\.? ?[-–—]"),
    re.compile(rf"{_LOUD}(?:, {_PLACE})? \((?P<name>{_NAME})\) ?[-–—]"),
    re.compile(rf"{_LOUD} \((?P<name>{_NAME}) [-–—] \d{{1,2}}(?:st|nd|rd|th)? [A-Z]\w{{2,8}},? \d{{4}}\)"),
)
_SIGNATURE: Final = re.compile(r"///\s?(?P<name>[^\W\d_][\w.-]{1,20}),? \d{1,2} [A-Z][a-z]{2,8},? \d{4}$")
_OPENING: Final = 200


def find_title(text: str, passages: Sequence[Passage]) -> str | None:
    """Give the headline, or the title that the footer of a feed repeats; None where there is neither."""
    headline = headline_of(text, passages)
    if headline:
        return " ".join(headline.split())
    for passage in passages:
        if passage.why == "post-footer" and (found := _FEED.match(text[passage.start : passage.end])):
            return found["title"]
    return None


def find_publisher(text: str, passages: Sequence[Passage]) -> str | None:
    """Give the outlet that the text names as its own; None where none or several different ones are named.

    The page's own furniture goes before the agency in the dateline, whose report the page may only reprint.
    """
    own = [p for p in passages if p.article == 0]
    printed = [name for p in own for name in _names_in(text[p.start : p.end], p)]
    names = printed or _opening_names(text, passages)
    return names[0] if len({name.casefold() for name in names}) == 1 else None


def _names_in(words: str, passage: Passage) -> list[str]:
    if passage.why == "byline":
        patterns: tuple[re.Pattern[str], ...] = (_BYLINE,)
    elif passage.why == "dateline":
        patterns = (_SIGNATURE,)
    elif passage.role == "boilerplate" and passage.why != "credit":
        patterns = _FURNITURE
    else:
        return []
    return [found["name"].rstrip(".") for p in patterns if (found := p.search(words[:1000]))]


def _opening_names(text: str, passages: Sequence[Passage]) -> list[str]:
    """Give the agency in the dateline that opens the first paragraph."""
    first = next((p for p in passages if p.role == "body" and p.why == "" and p.article == 0), None)
    if first is None:
        return []
    opening = text[first.start : min(first.end, first.start + _OPENING)]
    return [found["name"] for p in _DATELINES if (found := p.match(opening))][:1]
