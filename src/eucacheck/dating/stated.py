"""A text to the date that it states of itself: a line at its head, a dateline, a signature, or "today (29 January)"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from eucacheck.records import DateMention, Passage

HEAD: Final = 4
"""Passages at the head, the headline among them, in which a text says its own date."""

_WORD: Final = (
    r"(?:(?!(?:On|In|By|Since|At|Until|From|For|To|After|Before)\b)[A-Z][\w.'’-]{0,24}|of|de|the|and|/|-|–|—)"
)
PLACE_BEFORE: Final = re.compile(rf"\(?(?:By )?(?:{_WORD}[ ,:()/|•·]{{1,4}}){{1,8}}")
"""What stands before the day of a dateline: a place, an agency, capital words alone."""
_LABEL: Final = re.compile(
    r"(?:^|\W)(?:published|posted|updated|last (?:modified|updated)|issued|date|released)(?: on| at)?\s?[:,]?\s?$",
    re.IGNORECASE,
)
_TODAY: Final = re.compile(r"\btoday\s?[,(:–—-]{1,2}\s?(?:on )?$", re.IGNORECASE)
_TODAY_AFTER: Final = re.compile(r"^\)?,? ?\(?today\b", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*(?:$|\n|[)\].:|•·–—-]|,\s|/|[A-Z(]|\d{1,2}[:.]\d\d)")
_NO_DATE_OF_ITS_OWN: Final = frozenset({"tweet"})
_TAIL: Final = re.compile(r"(?:^|\n|[.!?…]\s?)\s*(?:///|[—–-]{1,2}|\()\s?(?:[A-Z]?[\w.]{1,20}[ ,]{1,2}){0,4}$")
_FOOT: Final = re.compile(
    r"\s*(?:©\s?|\(c\)\s?|Copyright\s)?(?:(?:[A-ZÀ-Ž][\w.'’&-]{0,24}|\w[\w-]{1,40}(?:\.\w{2,10}){1,2}|of|the|and|de|der|di|du)"
    r"[ ,:|•·–—-]{1,4}){1,8}"
)
_FOOT_ENDS: Final = re.compile(r"[\s.)]*(?:all rights reserved\.?)?\s*$", re.IGNORECASE)
"""A line of its own at the foot: the name of the publisher, the date, nothing else."""

_RELEASE: Final = re.compile(
    r"(?:press (?:release|communiqu[eé]|statement)|news(?: release)?|statement|communiqu[eé]) ?(?:[,:|–—-] ?)?",
    re.IGNORECASE,
)
"""A line that is only the sort of a text and its day: 'Press release, 24 October 2025'."""


def stated_date(text: str, passages: Sequence[Passage], own: Sequence[DateMention]) -> tuple[DateMention, str] | None:
    """Find the mention by which a text dates itself, and the kind of place in words; None where it does not."""
    article = [p for p in passages if p.article == 0]
    for mention in own:
        passage = passage_at(article, mention.start)
        if passage is None or not _one_day(mention) or passage.why in _NO_DATE_OF_ITS_OWN:
            continue
        line = text.rfind("\n", 0, mention.start) + 1
        before, after = text[max(line, mention.start - 120) : mention.start], text[mention.end : mention.end + 40]
        if _TODAY.search(before) or _TODAY_AFTER.match(after):
            return mention, "the text says today"
        if passage in article[-2:] and _at_foot(text, line, mention):
            return mention, "signature"
        alone = not after.partition("\n")[0].strip()
        if passage in article[:HEAD] and alone and _RELEASE.fullmatch(before):
            return mention, "the date of issue"
        if passage.role in {"caption", "headline", "teaser"} and passage.why != "standfirst":
            continue
        if _LABEL.search(before):
            return mention, "the date of issue"
        if passage in article[:HEAD] and _heads(before, after):
            return mention, "dateline"
        if passage in article[-2:] and _signs(before, after):
            return mention, "signature"
    return None


def passage_at(passages: Sequence[Passage], offset: int) -> Passage | None:
    """Give the passage that holds an offset, None between passages."""
    i = bisect_right(passages, offset, key=lambda p: p.start) - 1
    return passages[i] if i >= 0 and offset < passages[i].end else None


def _one_day(mention: DateMention) -> bool:
    interval = mention.interval
    return interval.year_stated and interval.start is not None and interval.start == interval.end


def _heads(before: str, after: str) -> bool:
    return _ENDS.match(after) is not None and (
        not before.strip() or PLACE_BEFORE.fullmatch(before.lstrip()) is not None
    )


def _signs(before: str, after: str) -> bool:
    return not after.strip(" \n.)/") and (not before.strip() or _TAIL.search(before) is not None)


def _at_foot(text: str, line: int, mention: DateMention) -> bool:
    """Tell whether a line has the name of a publisher, the date and nothing else."""
    end = text.find("\n", mention.end)
    rest = text[mention.end : end if end >= 0 else len(text)]
    return _FOOT.fullmatch(text[line : mention.start]) is not None and _FOOT_ENDS.fullmatch(rest) is not None
