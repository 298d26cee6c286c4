"""A text to its passages: headline, body, captions, teasers of other articles, boilerplate.

A passage is one paragraph, or the part of it that has a role of its own. Passages come in the order of the text, do
not overlap, and leave out only white space. Nothing is cut: what is not the article keeps its place and says, in
`why`, what was taken for what. Lines that a program wrapped at a fixed width are one paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from eucacheck.furniture import END_OF_ARTICLE, TEASER_END, furniture_kind, is_caption, is_dateline
from eucacheck.paragraphs import BULLET, CLAUSE_END, HEADING_WORDS, Paragraph, read_paragraphs
from eucacheck.records import Passage

TITLE_WORDS: Final = 30
"""The first line may be longer and still be the headline; the longest headline of 44 articles has 20 words."""
TAIL_SHARE: Final = 0.4
"""Only after this share of the words does "Related articles" end the article; before, it is a box inside it."""

MAX_BOXES: Final = 10
"""More boxes than this inside one article are none; it also keeps the search linear."""

_TWEET_BIT: Final = re.compile(r"pic\.twitter\.com/\w|https://t\.co/\w")
_BIO: Final = re.compile(
    r"(?:\S{1,30} ){1,6}(?:is|was|are) (?:an? |the |our )(?:\S{1,30} ){0,6}"
    r"(?:journalist|reporter|correspondent|editor|columnist|freelancer?|contributor|contributing writer|writer)\b"
)
_HEAD_FURNITURE: Final = frozenset({"rubric", "byline", "dateline", "timestamp", "share", "credit", "reading-time"})
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{0,25}\.?$")
_CAPITAL: Final = re.compile(r"\b[^\Wa-z\d_][\w’-]{3,25}")


def split_passages(text: str, title: str | None = None) -> list[Passage]:
    """Split a text into passages; a `title` known from elsewhere marks the line that repeats it as the headline.

    Roles: headline (also subheadings, why="subheading", and the line below the headline, why="standfirst"), body
    (also embedded posts, why="tweet", and datelines), caption, teaser (of another article; `article` counts these
    from 1), boilerplate. An empty text has no passages.
    """
    lines = [_classify(paragraph) for paragraph in read_paragraphs(text)]
    cut = _end_of_article(lines)
    head, tail = lines[:cut], lines[cut:]
    head = _mark_bios(_mark_headings(_mark_title(head, title)))
    if not any(line.role == "body" for line in head):
        head = [replace(ln, role="body", why="") if ln.why in {"headline", "subheading"} else ln for ln in head]
    head = _mark_boxes(head)
    marked = _number_promos(head) + _mark_teasers(tail, head, _promos(head))
    return [Passage(ln.start, ln.end, ln.role, ln.article, ln.why) for ln in marked]


def headline_of(text: str, passages: Sequence[Passage]) -> str | None:
    """Give the words of the headline; None where the text has none."""
    return next((text[p.start : p.end] for p in passages if p.why == "headline"), None)


def _classify(line: Paragraph) -> Paragraph:
    if line.why:
        return line
    if _TWEET_BIT.search(line.text[-120:]):
        return replace(line, why="tweet")
    if is_dateline(line.text):
        return replace(line, why="dateline")
    kind = furniture_kind(line.text)
    if kind == "promo":
        return replace(line, role="teaser", why=kind)
    if is_caption(line.text):
        return replace(line, role="caption", why="credit")
    return replace(line, role="boilerplate", why=kind) if kind else line


def _end_of_article(lines: list[Paragraph]) -> int:
    """Find the first line that no more belongs to the article; the line of an end marker itself still does."""
    total = sum(line.words for line in lines)
    seen, boxes = 0, 0
    for i, line in enumerate(lines):
        late = seen > TAIL_SHARE * total
        seen += line.words
        if line.role == "boilerplate" and line.why in END_OF_ARTICLE and late:
            boxes += 1
            if boxes > MAX_BOXES or not _resumes(lines, i):
                return i + 1
    return len(lines)


def _resumes(lines: list[Paragraph], marker: int) -> bool:
    """Tell whether a box "Related articles" is only an insertion: three paragraphs of the same matter follow it."""
    if lines[marker].why not in {"related", "follow", "copyright"}:
        return False
    known = {w for line in lines[:marker] for w in _CAPITAL.findall(line.text)}
    run: list[Paragraph] = []
    for line in lines[marker + 1 :]:
        if line.role == "body" and line.words > HEADING_WORDS and CLAUSE_END.search(line.text[-70:]):
            run.append(line)
            names = {w for ln in run for w in _CAPITAL.findall(ln.text)}
            if len(run) >= 3 and len(names & known) >= 0.5 * len(names):
                return True
        elif line.role != "caption" and line.why != "tweet":
            run = []
    return False


def _mark_title(lines: list[Paragraph], title: str | None) -> list[Paragraph]:
    """Mark the headline among the lines above the first paragraph, the line below it, and what surrounds both."""
    plain = [i for i, ln in enumerate(lines) if ln.role == "body" and not ln.why]
    first_body = next((i for i in plain if not _may_be_title(lines[i], i)), None)
    if first_body is None:
        return lines
    choices = [i for i in plain if i < first_body]
    given = [i for i, ln in enumerate(lines) if title and _same(ln.text, title) and i <= first_body + 1]
    at = given[0] if given else next((i for i in choices if lines[i].words >= 4), choices[0] if choices else None)
    if at is None:
        return lines
    out = list(lines)
    out[at] = replace(lines[at], role="headline", why="headline")
    for i in choices:
        if i < at:
            out[i] = replace(lines[i], role="boilerplate", why="navigation")
        elif i > at:
            out[i] = _below_title(lines[i])
    if at + 1 == first_body and _is_standfirst(lines, first_body):
        out[first_body] = replace(lines[first_body], role="headline", why="standfirst")
    return out


def _is_standfirst(lines: list[Paragraph], at: int) -> bool:
    """Tell whether the sentence below the headline stands above the byline or another line of the page's head."""
    below = lines[at + 1].why if at + 1 < len(lines) else ""
    return below in _HEAD_FURNITURE and lines[at].words <= 40


def _may_be_title(line: Paragraph, index: int) -> bool:
    if line.heading:
        return True
    if index > 0 or BULLET.match(line.text):
        return False
    asks = line.text.endswith(("?", "!")) and line.words <= HEADING_WORDS
    return asks or (line.words <= TITLE_WORDS and not CLAUSE_END.search(line.text[-70:]))


def _below_title(line: Paragraph) -> Paragraph:
    words = line.text.split()
    if 2 <= len(words) <= 3 and all(_NAME_WORD.match(w) and w[0].isupper() for w in words):
        return replace(line, role="boilerplate", why="byline")
    if len(words) <= 3:
        return replace(line, role="boilerplate", why="navigation")
    return replace(line, role="headline", why="standfirst")


def _same(a: str, b: str) -> bool:
    return "".join(c for c in a.casefold() if c.isalnum()) == "".join(c for c in b.casefold() if c.isalnum())


def _mark_headings(lines: list[Paragraph]) -> list[Paragraph]:
    found = [ln.role == "body" and not ln.why and ln.heading for ln in lines]
    return [
        replace(ln, role="headline", why="subheading") if is_heading else ln
        for ln, is_heading in zip(lines, found, strict=True)
    ]


def _mark_bios(lines: list[Paragraph]) -> list[Paragraph]:
    """Mark who wrote it ("X is a journalist in Y"), only as the last paragraph of the article."""
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.role != "body":
            continue
        if i > 2 and line.words <= 70 and _BIO.match(line.text[:200]):
            return [*lines[:i], replace(line, role="boilerplate", why="about-author"), *lines[i + 1 :]]
        break
    return lines


def _mark_boxes(lines: list[Paragraph]) -> list[Paragraph]:
    """Mark the short lines right below a heading "Related articles" inside the article as teasers."""
    out: list[Paragraph] = []
    inside = False
    for line in lines:
        entry = line.role == "caption" or line.why in {"subheading", "dateline", "timestamp", "promo"}
        inside = line.why == "related" or (inside and entry)
        out.append(replace(line, role="teaser", why="promo") if inside and entry else line)
    return out


def _promos(lines: list[Paragraph]) -> int:
    return sum(line.role == "teaser" for line in lines)


def _number_promos(lines: list[Paragraph]) -> list[Paragraph]:
    """Give each single line that points to another article a number of its own."""
    out, count = [], 0
    for line in lines:
        if line.role == "teaser":
            count += 1
            out.append(replace(line, article=count))
        else:
            out.append(line)
    return out


def _mark_teasers(tail: list[Paragraph], head: list[Paragraph], count: int) -> list[Paragraph]:
    """Mark what stands below the end of the article: teasers, each with a number, and furniture.

    Where lines such as "keep reading" close the teasers, they alone divide them; elsewhere each line that looks like
    a title begins another. A caption that only repeats words of the article belongs to the article.
    """
    last_divider = max((i for i, line in enumerate(tail) if line.why in TEASER_END), default=-1)
    divided = last_divider >= 0
    own = " ".join(line.text for line in head)
    bio = bool(head) and head[-1].why == "about-author"
    out: list[Paragraph] = []
    opened, fresh = False, True
    for i, line in enumerate(tail):
        if line.why in TEASER_END:
            fresh = True
        if line.role == "boilerplate" or (divided and i > last_divider):
            out.append(replace(line, role="boilerplate", why=line.why or "page-footer"))
            continue
        if not opened and line.role == "caption" and _repeats(line.text, own):
            out.append(line)
            continue
        if not opened and bio and line.role == "body" and not line.heading:
            out.append(replace(line, role="boilerplate", why="about-author"))
            continue
        if fresh or (not divided and line.heading and not line.why) or line.why == "promo":
            count, opened, fresh = count + 1, True, False
        out.append(replace(line, role="teaser", article=count, why=line.why or "below-the-article"))
    return out


def _repeats(caption: str, own: str) -> bool:
    words = re.split(r"[(\[]", caption, maxsplit=1)[0].strip()
    return len(words) >= 8 and words in own
