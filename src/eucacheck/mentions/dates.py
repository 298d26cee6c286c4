"""A text and the date of its source to date mentions: each expression of time with the interval that it denotes.

An ordered grammar over the fold of the text; the longest pattern that matches at a place wins. No date is resolved by the
clock: a missing year comes from the weekday, else from the source's own date; where neither decides, the year stays unknown
("XXXX-10-27"). A number that is no date must not become one.
"""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from eucacheck import edtf
from eucacheck.records import DateMention, Interval
from eucacheck.shadow import fold

_MONTHS = (
    {m.casefold(): i for i, m in enumerate(calendar.month_name) if m}
    | {m.casefold(): i for i, m in enumerate(calendar.month_abbr) if m}
    | {"sept": 9}
)
_DAYS = {d.casefold(): i for i, d in enumerate(calendar.day_name)}
_M = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_Y = r"(?:19|20)\d{2}"
_TO = r"\s*(?:-{1,2}|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_NUM = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "several": 0,
    "few": 0,
}
_N = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_UNIT = r"(?:day|week|month|year|decade)s?"
_ORD = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_FUTURE = regex.compile(
    r"\b(?:will|to be|would|is to|are to|due|scheduled|planned|upcoming|forthcoming|ahead of|expected|plans?|next|preparations?|in the run-up|foreseen|set for)\b",
    regex.I,
)
_PAST = regex.compile(
    r"\b(?:was|were|took place|had|held|met|signed|adopted|visited|said|told|took|began|launched|came|received|hosted|paid|arrived|discussed|followed|following|after|since)\b",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The source's own date, and the words around a mention."""

    published: Interval | None
    before: str
    after: str

    @property
    def day(self) -> date | None:
        """A day to count from: the middle of the source's date, where that is known to about a year."""
        p = self.published
        if p is None or p.start is None or p.end is None or (p.end - p.start).days > 400:
            return None
        return p.start + (p.end - p.start) // 2

    @property
    def exact(self) -> bool:
        """The source's date is known to the month."""
        p = self.published
        return p is not None and p.start is not None and p.end is not None and (p.end - p.start).days <= 45


Resolver = Callable[[regex.Match[str], _Anchor], Interval | None]


def find_dates(text: str, published: Interval | None = None) -> list[DateMention]:
    """Find the dates of a text, in its order, none inside another."""
    shadow = fold(text)
    found: list[DateMention] = []
    for match in _ALL.finditer(shadow):
        name = match.lastgroup
        if name is None:
            continue
        pattern, resolve = _PATTERNS[name]
        inner = pattern.match(shadow, match.start())
        if inner is None or _part_of_word(shadow, inner.start(), inner.end()):
            continue
        anchor = _Anchor(
            published, shadow[max(0, inner.start() - 60) : inner.start()], shadow[inner.end() : inner.end() + 40]
        )
        for start, end, interval in _resolved(name, inner, anchor, resolve):
            found.append(DateMention(start, end, interval))
    return found


def years_fitting(weekday: int, month: int, day: int, first: int, last: int) -> list[int]:
    """Give the years from `first` to `last` in which a month and day fall on a weekday (Monday 0)."""
    return [y for y in range(first, last + 1) if _valid(y, month, day) and date(y, month, day).weekday() == weekday]


def _resolved(
    name: str, match: regex.Match[str], anchor: _Anchor, resolve: Resolver
) -> list[tuple[int, int, Interval]]:
    if name in {"two_days", "two_days_m"}:
        return _two_days(match, anchor)
    interval = resolve(match, anchor)
    return [] if interval is None else [(match.start(), match.end(), interval)]


def _part_of_word(shadow: str, start: int, end: int) -> bool:
    before, after = shadow[start - 1 : start], shadow[end : end + 1]
    if before and (before.isalnum() or before in "€$£"):
        return True
    if before in {".", ","} and shadow[start - 2 : start - 1].isdigit() and shadow[start : start + 1].isdigit():
        return True
    return bool(after) and after.isalnum()


# --- years -------------------------------------------------------------------------------------------------------


def _valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _year(text: str) -> int:
    value = int(text)
    return value if value > 99 else 2000 + value


def _day(text: str) -> int:
    return int(regex.match(r"\d+", text).group())  # type: ignore[union-attr]


def _month(text: str) -> int:
    return _MONTHS[text.rstrip(".").casefold()]


def _place(month: int, day: int, anchor: _Anchor, weekday: int | None = None) -> tuple[int, str] | None:
    """The year of a day without one: by weekday, else nearest to the source, mindful of tense; None if undecided."""
    ref = anchor.day
    if ref is None:
        p = anchor.published
        if weekday is not None and p is not None and p.start is not None and p.end is not None:
            fits = [
                y
                for y in years_fitting(weekday, month, day, p.start.year, p.end.year)
                if p.start - timedelta(60) <= date(y, month, day) <= p.end + timedelta(60)
            ]
            return (fits[0], "year-from-weekday") if len(fits) == 1 else None
        return None
    near = [y for y in (ref.year - 1, ref.year, ref.year + 1) if _valid(y, month, day)]
    if weekday is not None:
        fits = [y for y in years_fitting(weekday, month, day, ref.year - 6, ref.year + 6)]
        if fits:
            return min(fits, key=lambda y: (abs((date(y, month, day) - ref).days), y)), "year-from-weekday"
    if not near:
        return None
    future, past = (
        _FUTURE.search(anchor.before + " " + anchor.after),
        _PAST.search(anchor.before[-40:] + " " + anchor.after[:20]),
    )
    options = near
    if future and not past:
        options = [y for y in near if (date(y, month, day) - ref).days >= -31] or near
    elif past and not future:
        options = [y for y in near if (date(y, month, day) - ref).days <= 31] or near
    return min(options, key=lambda y: (abs((date(y, month, day) - ref).days), y)), "year-from-document"


def _inferred(interval: Interval, basis: str) -> Interval:
    return replace(interval, year_stated=False, basis=basis)


def _one_day(month: int, day: int, year: int | None, anchor: _Anchor, weekday: int | None = None) -> Interval | None:
    if year is not None:
        return edtf.day(date(year, month, day)) if _valid(year, month, day) else None
    if not _valid(2000, month, day):
        return None
    placed = _place(month, day, anchor, weekday)
    if placed is None:
        return edtf.parse_edtf(f"XXXX-{month:02d}-{day:02d}", year_stated=False, basis="year-unknown")
    return _inferred(edtf.day(date(placed[0], month, day)), placed[1])


def _range(m1: int, d1: int, m2: int, d2: int, year: int | None, anchor: _Anchor) -> Interval | None:
    if not (_valid(2000, m1, d1) and _valid(2000, m2, d2)) or ((m1, d1) >= (m2, d2) and year is None and (m1 - m2) < 6):
        return None
    if year is None:
        placed = _place(m1, d1, anchor)
        if placed is None:
            return edtf.parse_edtf(
                f"XXXX-{m1:02d}-{d1:02d}/XXXX-{m2:02d}-{d2:02d}", year_stated=False, basis="year-unknown"
            )
        last = placed[0] + (1 if (m2, d2) < (m1, d1) else 0)
        if not (_valid(placed[0], m1, d1) and _valid(last, m2, d2)):
            return None
        return _inferred(edtf.days(date(placed[0], m1, d1), date(last, m2, d2)), placed[1])
    first = year - (1 if (m2, d2) < (m1, d1) else 0)
    if not (_valid(first, m1, d1) and _valid(year, m2, d2)) or date(first, m1, d1) > date(year, m2, d2):
        return None
    return edtf.days(date(first, m1, d1), date(year, m2, d2))


# --- resolvers ---------------------------------------------------------------------------------------------------


def _full(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    weekday = _DAYS[g["w"].casefold()] if g.get("w") else None
    year = _year(g["y"]) if g.get("y") else None
    if year is None and g.get("rel"):
        year = _relative_year(g["rel"], anchor)
    return _one_day(_month(g["m"]), _day(g["d"]), year, anchor, weekday)


def _relative_year(words: str, anchor: _Anchor) -> int | None:
    if anchor.day is None:
        return None
    return anchor.day.year + {"this": 0, "last": -1, "next": 1}[words.split(maxsplit=1)[0].casefold()]


def _day_range(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    m1 = _month(g["m1"]) if g.get("m1") else _month(g["m"])
    m2 = _month(g["m2"]) if g.get("m2") else m1 if not g.get("m") else _month(g["m"])
    return _range(m1, _day(g["d1"]), m2, _day(g["d2"]), _year(g["y"]) if g.get("y") else None, anchor)


def _two_days(match: regex.Match[str], anchor: _Anchor) -> list[tuple[int, int, Interval]]:
    """'on 5 and 6 June 2023', 'November 17 and 18': two days."""
    g = match.groupdict()
    month, year = _month(g["m"]), _year(g["y"]) if g.get("y") else None
    d1, d2 = _day(g["d1"]), _day(g["d2"])
    if d2 == d1 + 1:
        interval = _range(month, d1, month, d2, year, anchor)
        return [] if interval is None else [(match.start(), match.end(), interval)]
    first, second = _one_day(month, d1, year, anchor), _one_day(month, d2, year, anchor)
    if first is None or second is None:
        return []
    cut = match.start("d2")
    return [(match.start(), match.end("d1"), first), (cut, match.end(), second)]


def _numeric(match: regex.Match[str], _anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    day, month, year = int(g["d"]), int(g["n"]), _year(g["y"])
    return edtf.day(date(year, month, day)) if month <= 12 and _valid(year, month, day) else None


def _iso(match: regex.Match[str], _anchor: _Anchor) -> Interval | None:
    y, m, d = int(match["y"]), int(match["n"]), int(match["d"])
    return edtf.day(date(y, m, d)) if m <= 12 and _valid(y, m, d) else None


def _part_of_month(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    whole = _month_alone(match, anchor)
    if whole is None:
        return None
    part = match["part"].casefold().rstrip("- ")
    if whole.start is None:
        month = int(whole.edtf[5:7])
        days_ = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20)}.get(
            part.split()[0], (21, edtf_last(month))
        )
        return edtf.parse_edtf(
            f"XXXX-{month:02d}-{days_[0]:02d}~/XXXX-{month:02d}-{days_[1]:02d}~",
            year_stated=False,
            basis="year-unknown",
        )
    y, m = whole.start.year, whole.start.month
    last = calendar.monthrange(y, m)[1]
    first_word = part.split()[0] if part.split() else part
    low, high = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20)}.get(
        first_word, (21, last)
    )
    return replace(
        edtf.approximate(edtf.days(date(y, m, low), date(y, m, high))), year_stated=whole.year_stated, basis=whole.basis
    )


def edtf_last(month: int) -> int:
    """The last day of a month in a common year."""
    return calendar.monthrange(2001, month)[1]


def _month_alone(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    month = _month(g["m"])
    if g.get("y"):
        return edtf.month(_year(g["y"]), month)
    if g.get("rel"):
        year = _relative_year(g["rel"], anchor)
        return _inferred(edtf.month(year, month), "relative-to-document") if year is not None else None
    placed = _place(month, 15, anchor)
    if placed is None:
        return edtf.parse_edtf(f"XXXX-{month:02d}", year_stated=False, basis="year-unknown")
    return _inferred(edtf.month(placed[0], month), placed[1])


def _month_range(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    m1, m2 = _month(g["m1"]), _month(g["m2"])
    y2 = _year(g["y2"]) if g.get("y2") else None
    if y2 is None:
        placed = _place(m1, 15, anchor)
        if placed is None:
            return None
        y2 = placed[0] + (1 if m2 < m1 else 0)
    y1 = _year(g["y1"]) if g.get("y1") else y2 - (1 if m2 < m1 else 0)
    start, end = date(y1, m1, 1), date(y2, m2, calendar.monthrange(y2, m2)[1])
    if start > end:
        return None
    interval = edtf.days(start, end)
    return interval if g.get("y2") else _inferred(interval, "year-from-document")


def _year_alone(match: regex.Match[str], _anchor: _Anchor) -> Interval | None:
    year = int(match["y"])
    return edtf.year(year) if 1900 <= year <= 2099 else None


def _year_range(match: regex.Match[str], _anchor: _Anchor) -> Interval | None:
    y1, y2 = int(match["y1"]), match["y2"]
    last = int(y2) if len(y2) == 4 else (y1 // 100) * 100 + int(y2)
    return edtf.days(date(y1, 1, 1), date(last, 12, 31)) if y1 < last <= y1 + 60 else None


def _year_to_months(match: regex.Match[str], _anchor: _Anchor) -> Interval | None:
    """'from 2005 to 9 months of 2024'."""
    months, y2 = _number(match["n"]), int(match["y2"])
    if not 1 <= months <= 12:
        return None
    return edtf.days(date(int(match["y1"]), 1, 1), date(y2, months, calendar.monthrange(y2, months)[1]))


def _first_months(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    """'the first nine months of 2022', 'in 11 months of last year'."""
    g = match.groupdict()
    months = _number(g["n"])
    year = int(g["y"]) if g.get("y") else _relative_year(g["rel"], anchor)
    if year is None or not 1 <= months <= 12:
        return None
    interval = edtf.days(date(year, 1, 1), date(year, months, calendar.monthrange(year, months)[1]))
    return interval if g.get("y") else _inferred(interval, "relative-to-document")


def _fraction_of_year(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    """Quarters and halves."""
    g = match.groupdict()
    year = int(g["y"]) if g.get("y") else _relative_year(g["rel"], anchor) if g.get("rel") else None
    if year is None:
        return None
    n = int(g["q"]) if g.get("q") else _ORD[g["ord"].casefold()]
    size = 3 if g.get("q") or g["unit"].casefold() == "quarter" else 6
    if n * size > 12:
        n = 12 // size
    first = (n - 1) * size + 1
    interval = edtf.days(
        date(year, first, 1), date(year, first + size - 1, calendar.monthrange(year, first + size - 1)[1])
    )
    return interval if g.get("y") else _inferred(interval, "relative-to-document")


def _season(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    number = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}[g["s"].casefold()]
    if g.get("y"):
        return edtf.season(int(g["y"]), number)
    year = _relative_year(g["rel"], anchor) if g.get("rel") else None
    return _inferred(edtf.season(year, number), "relative-to-document") if year is not None else None


def _part_of_year(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    g = match.groupdict()
    year = int(g["y"]) if g.get("y") else _relative_year(g["rel"], anchor)
    if year is None:
        return None
    low, high = {"early": (1, 4), "beginning": (1, 3), "start": (1, 3), "mid": (5, 8), "middle": (5, 8)}.get(
        g["part"].casefold().rstrip("- ").split()[0], (9, 12)
    )
    return edtf.approximate(edtf.days(date(year, low, 1), date(year, high, calendar.monthrange(year, high)[1])))


def _decade(match: regex.Match[str], _anchor: _Anchor) -> Interval | None:
    year = int(match["y"])
    return edtf.approximate(edtf.days(date(year, 1, 1), date(year + 9, 12, 31)))


def _weekday(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    """'on Thursday': the nearest before a dated source, after it with a future cue."""
    ref = anchor.day
    if (
        ref is None
        or not anchor.exact
        or anchor.published is None
        or anchor.published.start is None
        or anchor.published.end is None
    ):
        return None
    if (anchor.published.end - anchor.published.start).days > 3:
        return None
    g = match.groupdict()
    first = _DAYS[g["w"].casefold()]
    rel = (g.get("rel") or "").casefold()
    ahead = rel == "next" or (not rel and _FUTURE.search(anchor.before[-30:]) is not None)
    ref = anchor.published.end
    delta = (first - ref.weekday()) % 7 if ahead else -((ref.weekday() - first) % 7)
    if rel == "last" and delta == 0:
        delta = -7
    if rel == "next" and delta == 0:
        delta = 7
    start = ref + timedelta(delta)
    if g.get("w2"):
        second = start + timedelta((_DAYS[g["w2"].casefold()] - first) % 7)
        return _inferred(edtf.days(start, second), "relative-to-document")
    return _inferred(edtf.day(start), "relative-to-document")


def _today(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    p = anchor.published
    if p is None or p.start is None or p.end is None or (p.end - p.start).days > 1:
        return None
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["word"].casefold()]
    return _inferred(edtf.day(p.start + timedelta(shift)), "relative-to-document")


def _this_period(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    """'last month', 'this year', 'next week'."""
    p = anchor.published
    unit, rel = match["unit"].casefold(), match["rel"].casefold()
    shift = {"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "current": 0}[rel]
    if p is not None and p.start is None and p.edtf.startswith("XXXX-") and unit == "month":
        month = (int(p.edtf[5:7]) - 1 + shift) % 12 + 1
        return edtf.parse_edtf(f"XXXX-{month:02d}", year_stated=False, basis="relative-to-document")
    ref = anchor.day
    if ref is None:
        return None
    if unit == "year":
        return _inferred(edtf.year(ref.year + shift), "relative-to-document")
    if not anchor.exact:
        return None
    if unit == "month":
        index = ref.year * 12 + ref.month - 1 + shift
        return _inferred(edtf.month(index // 12, index % 12 + 1), "relative-to-document")
    monday = ref - timedelta(ref.weekday()) + timedelta(7 * shift)
    return _inferred(edtf.days(monday, monday + timedelta(6)), "relative-to-document")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUM.get(text.casefold(), 0)


def _ago(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    """'two weeks ago', 'a year ago': about then."""
    ref = anchor.day
    n = _number(match["n"])
    unit = match["unit"].casefold().rstrip("s")
    if ref is None or n == 0 or not (anchor.exact or unit in {"year", "decade"}):
        return None
    if unit == "year":
        index = (ref.year - n) * 12 + ref.month - 1
        interval = (
            edtf.approximate(edtf.month(index // 12, index % 12 + 1))
            if anchor.exact and n <= 3
            else edtf.approximate(edtf.year(ref.year - n))
        )
    elif unit == "month":
        index = ref.year * 12 + ref.month - 1 - n
        interval = edtf.approximate(edtf.month(index // 12, index % 12 + 1))
    elif unit in {"day", "week"}:
        then = ref - timedelta(n * (7 if unit == "week" else 1))
        interval = (
            edtf.approximate(edtf.days(then - timedelta(3), then + timedelta(3))) if unit == "week" else edtf.day(then)
        )
    else:
        interval = edtf.approximate(edtf.days(date(ref.year - 10 * n, 1, 1), date(ref.year - 10 * n, 12, 31)))
    return _inferred(interval, "relative-to-document")


def _span_of_years(match: regex.Match[str], anchor: _Anchor) -> Interval | None:
    """'over the past 10 years', 'over the next four years', 'in the last decade'."""
    ref, n = anchor.day, _number(match["n"]) if match["n"] else 1
    if match["unit"].casefold().startswith("decade"):
        n *= 10
    if ref is None or not 1 < n <= 100 or not match["unit"].casefold().startswith(("year", "decade")):
        return None
    ahead = match["rel"].casefold() in {"next", "coming"}
    interval = (
        edtf.days(date(ref.year, 1, 1), date(ref.year + n, 12, 31))
        if ahead
        else edtf.days(date(ref.year - n, 1, 1), date(ref.year, 12, 31))
    )
    return _inferred(edtf.approximate(interval), "relative-to-document")


_REL = r"(?P<rel>this|last|next)\s+year"
_W_OPT = rf"(?:(?P<w>{_W})\s*,?\s*\(?\s*(?:the\s+)?)?"
_TABLE: tuple[tuple[str, str, Resolver], ...] = (
    ("iso", rf"(?P<y>{_Y})-(?P<n>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])", _iso),
    (
        "numeric",
        r"(?P<d>[12]\d|3[01]|0?[1-9])(?P<sep>[./])(?P<n>1[0-2]|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d{2}|\d{2})",
        _numeric,
    ),
    ("months_span", rf"(?:from\s+)?(?P<y1>{_Y})\s+to\s+(?P<n>{_N})\s+months\s+of\s+(?P<y2>{_Y})", _year_to_months),
    (
        "range_md_md",
        rf"(?:from\s+|between\s+)?(?P<m1>{_M})\s+(?P<d1>{_D})(?:{_TO}|\s+and\s+)(?P<m2>{_M})\s+(?P<d2>{_D})(?:\s*,?\s*(?P<y>{_Y}))?",
        _day_range,
    ),
    (
        "range_dm_dm",
        rf"(?:from\s+|between\s+)?(?P<d1>{_D})\s+(?P<m1>{_M})(?:{_TO}|\s+and\s+)(?P<d2>{_D})\s+(?P<m2>{_M})(?:\s*,?\s*(?P<y>{_Y}))?(?<!\d{{2}} {_M} and \d{{1,2}} {_M})",
        _day_range,
    ),
    ("range_md", rf"(?:from\s+)?(?P<m>{_M})\s+(?P<d1>{_D}){_TO}(?P<d2>{_D})(?:\s*,?\s*(?P<y>{_Y}))?", _day_range),
    (
        "range_dm",
        rf"(?:from\s+)?(?P<d1>{_D}){_TO}(?P<d2>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:\s*,?\s*(?P<y>{_Y}))?",
        _day_range,
    ),
    ("two_days", rf"(?P<d1>{_D})\s+and\s+(?P<d2>{_D})\s+(?P<m>{_M})(?:\s*,?\s*(?P<y>{_Y}))?", _full),
    ("two_days_m", rf"(?P<m>{_M})\s+(?P<d1>{_D})\s+and\s+(?P<d2>{_D})(?:\s*,\s*(?P<y>{_Y}))?", _full),
    ("full_dm", rf"{_W_OPT}(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:\s*,?\s+(?P<y>{_Y})|\s+{_REL})?", _full),
    ("full_md", rf"{_W_OPT}(?P<m>{_M})\s+(?P<d>{_D})(?:\s*,?\s+(?P<y>{_Y})|\s+{_REL})?", _full),
    (
        "month_range",
        rf"(?:from\s+|between\s+)?(?P<m1>{_M})(?:\s+(?P<y1>{_Y}))?(?:{_TO}|\s+and\s+)(?P<m2>{_M})(?:\s+(?P<y2>{_Y}))?",
        _month_range,
    ),
    (
        "part_month",
        rf"(?:the\s+)?(?P<part>mid-?|early|late|end\s+of|the\s+end\s+of|beginning\s+of|start\s+of|middle\s+of)\s*(?P<m>{_M})(?:\s*,?\s+(?P<y>{_Y})|\s+{_REL})?",
        _part_of_month,
    ),
    ("first_months", rf"(?:the\s+)?(?:first\s+)?(?P<n>{_N})\s+months\s+of\s+(?:(?P<y>{_Y})|{_REL})", _first_months),
    (
        "fraction",
        rf"(?:the\s+)?(?P<ord>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?P<unit>quarter|half)\s+of\s+(?:(?P<y>{_Y})|{_REL})",
        _fraction_of_year,
    ),
    ("quarter", rf"Q(?P<q>[1-4])\s+(?:of\s+)?(?P<y>{_Y})", _fraction_of_year),
    (
        "part_year",
        rf"(?:the\s+)?(?P<part>mid-|early|late|end\s+of|beginning\s+of|start\s+of|middle\s+of)\s*(?:(?P<y>{_Y})|{_REL})",
        _part_of_year,
    ),
    ("month_year", rf"(?P<m>{_M})\s*,?\s+(?:of\s+)?(?:(?P<y>{_Y})|{_REL})", _month_alone),
    (
        "season",
        rf"(?:(?P<rel>this|last|next)\s+)?(?P<s>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<y>{_Y}))?",
        _season,
    ),
    (
        "month",
        rf"(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]or|[Ff]rom|[Ll]ast|[Nn]ext|[Tt]his|[Dd]uring|[Tt]ill|to)\s)(?P<m>{_M})",
        _month_alone,
    ),
    (
        "weekday",
        rf"(?:(?P<rel>last|next|this)\s+|(?<=\b[Oo]n\s)|(?<=\blater\s))(?P<w>{_W})(?:\s+and\s+(?P<w2>{_W}))?",
        _weekday,
    ),
    ("today", r"(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow)", _today),
    (
        "this_period",
        r"(?P<rel>[Tt]his|[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]urrent)\s+(?P<unit>week|month|year)",
        _this_period,
    ),
    ("ago", rf"(?P<n>{_N})\s+(?P<unit>{_UNIT})\s+(?:ago|earlier)", _ago),
    (
        "span_years",
        rf"(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin)\s+(?:the\s+)?(?P<rel>past|last|next|coming)\s+(?:(?P<n>{_N})\s+)?(?P<unit>years|decades?)",
        _span_of_years,
    ),
    ("decade", r"(?:the\s+)?(?P<y>(?:19|20)\d0)s", _decade),
    ("year_range", rf"(?:from\s+)?(?P<y1>{_Y})(?:-|\s+to\s+)(?P<y2>{_Y}|\d{{2}})", _year_range),
    (
        "year",
        rf"(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]or|[Ff]rom|[Oo]f|[Dd]uring|[Tt]ill|to|year|with|than|over|above|below|and|about|around|[Aa]fter|[Bb]efore|the)\s|\()(?P<y>{_Y})",
        _year_alone,
    ),
)
_PATTERNS: dict[str, tuple[regex.Pattern[str], Resolver]] = {n: (regex.compile(p), r) for n, p, r in _TABLE}
_PATTERNS["two_days_m"] = (_PATTERNS["two_days_m"][0], _full)


def _strip_names(pattern: str) -> str:
    """The same pattern without group names, to be one alternative among all."""
    return regex.sub(r"\(\?P<[a-z0-9]+>", "(?:", regex.sub(r"\(\?P=sep\)", "[./]", pattern))


_ALL = regex.compile("|".join(f"(?P<{n}>{_strip_names(p)})" for n, p, _ in _TABLE))
_SKIP: Sequence[str] = ()
