"""Times counted from the source or from the date named before: "yesterday", "on Thursday", "two weeks ago"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import regex

from eucacheck import edtf
from eucacheck.mentions.dates.anchor import Anchor, inferred
from eucacheck.mentions.dates.vocabulary import MONTH, NUMBER, WEEKDAY, WEEKDAYS, Resolved, Rule, number
from eucacheck.records import Interval

NEAR_DATE: Final = 260
"""Characters between "the same day" and the day that it means, at most."""

_AHEAD: Final = regex.compile(
    r"\b(?:[Uu]ntil|[Tt]ill|[Bb]y|due|later|coming|upcoming)(?:[ ]on)?[ ]$"
    r"|\b(?:when|before|until|ahead of|where)\b[^.;\n]{0,60}"
    r"\b(?:meets?|gathers?|convenes?|sits?|hosts?|travels?|arrives?|opens?|begins?|starts?|receives?|visits?)\b[^.;\n]{0,50}$"
    r"|\b(?:goes|flies|travels|moves|drives) (?:on|to)\b[^.;,\n]{0,50}$|\bcontinues\b[^.;,\n]{0,50}$"
)
"""Words before a weekday that look ahead; a verb in the present tense behind "when" tells what is still to come."""
_SCHEDULE: Final = regex.compile(
    r"\b(?:tour|trip|visit|journey|stay|programme|forum|conference|meeting|summit|session|round|talks|it|he|she|they|and|which"
    r"|\p{Lu}\p{L}+)(?:,[^.;,\n]{2,50},)?[ ](?:ends?|concludes?|closes?|finishes|finish|leaves?|departs?|returns?"
    r"|begins?|starts?|opens?|moves on|wraps up)[ ]"
    r"(?:[^.;,\n]{0,40}[ ])?(?:on[ ])?$"
)
"""'The tour ends on Wednesday' of a report tells what is to come: a sentence, where a headline tells the past so."""
_PRESENT: Final = regex.compile(
    r"\b(?:visits?|opens?|meets?|receives?|hosts?|holds?|travels?|flies|arrives?|lands?|signs?|begins?|starts?"
    r"|gathers?|convenes?|launches|inaugurates?|addresses|attends?|chairs?|speaks?|votes?|sits?|takes? place|is to"
    r"|are to)\b[^.;\n]{0,52}$"
)
"""A present tense that may tell what is to come, or, in a headline or a caption, what is over."""
_SENTENCE: Final = regex.compile(r"[^\n]{0,400}[.!?]")
_NAMED: Final = regex.compile(r"\b(?:Black|Good|Bloody|Ash|Holy|Easter|Palm|Super|Cyber|every|[Ee]ach|[Oo]ne)[ ]$")
_DAY: Final = timedelta(1)


def _today(match: regex.Match[str], anchor: Anchor) -> Resolved:
    day = anchor.exact_day
    if day is None:
        return None
    shift = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return inferred(edtf.day(day + shift[match["word"].casefold()] * _DAY), "relative-to-document")


def _weekday(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """The nearest such day before the source, or after it where the text speaks of what is to come."""
    if _NAMED.search(anchor.before):
        return None
    first = WEEKDAYS[match["w"].casefold()]
    reference = _reference(anchor, first)
    if reference is None:
        return None
    word, week = (match["rel"] or "").casefold(), (match["week"] or "").casefold()
    if (week and word) or (word == "next" and first > reference.weekday()) or anchor.before.endswith("next "):
        return None
    if week:
        monday = reference - reference.weekday() * _DAY + {"last": -7, "this": 0, "next": 7}[week.split()[0]] * _DAY
        start = monday + first * _DAY
    else:
        ahead = word in {"this", "coming", "next"} or (
            not word and (_AHEAD.search(anchor.before) or anchor.tense == "future" or _scheduled(anchor))
        )
        back = (reference.weekday() - first) % 7
        if back and not word and not ahead and anchor.tense == "unknown" and _PRESENT.search(anchor.before):
            return None
        start = (
            reference
            + ((-back) % 7 or (7 if word == "next" else 0) if ahead else -back or (-7 if word == "last" else 0)) * _DAY
        )
    if match["w2"]:
        second = start + (WEEKDAYS[match["w2"].casefold()] - first) % 7 * _DAY
        return inferred(edtf.days(start, second), "relative-to-document")
    return inferred(edtf.day(start), "relative-to-document")


def _scheduled(anchor: Anchor) -> bool:
    """A verb in the present tense puts the day in a programme, in a sentence (not a headline) of the source."""
    if _SCHEDULE.search(anchor.before) is None:
        return False
    return _SENTENCE.match(anchor.shadow, anchor.end) is not None


def _reference(anchor: Anchor, weekday: int) -> date | None:
    """The day of the source; where it is known only about, its own weekday is the one day that can be told."""
    span, day = anchor.span, anchor.exact_day
    if day is not None or span is None or span[0] != span[1]:
        return day
    return span[0] if span[0].weekday() == weekday else None


def _week(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'last week', 'earlier this week', 'this weekend'."""
    shift = {"last": -7, "past": -7, "previous": -7, "next": 7, "coming": 7}.get(match["rel"].casefold(), 0)
    weekend, side = match["unit"] == "weekend", (match["side"] or "").casefold()

    def at(ref: date) -> tuple[date, date]:
        monday = ref + (shift - ref.weekday()) * _DAY
        if match["rel"].casefold() == "past" and not weekend:
            return ref - 7 * _DAY, ref
        if weekend:
            return monday + 5 * _DAY, monday + 6 * _DAY
        if side == "earlier":
            return monday, ref
        return (ref, monday + 6 * _DAY) if side == "later" else (monday, monday + 6 * _DAY)

    return anchor.relative(at, 15)


def _ago(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'two weeks ago', 'a year ago': about then, the wider the longer ago."""
    count, unit = number(match["n"]), match["unit"].casefold().rstrip("s")
    more = (
        regex.search(r"\b(?:over|more than|less than|nearly|almost|some|about|around)[ ]$", anchor.before) is not None
    )
    return None if count == 0 else _counted(anchor, -count, unit, rough=more)


def _in_time(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'in two weeks' of what is to come."""
    count, unit = number(match["n"]), match["unit"].casefold().rstrip("s")
    return _counted(anchor, count, unit, rough=True) if count and anchor.tense == "future" else None


def _counted(anchor: Anchor, count: int, unit: str, *, rough: bool) -> Interval | None:
    size = abs(count)
    margin = {"day": 0 if size < 8 else 3, "week": 3, "month": 0, "year": 0, "decade": 0}[unit] + (3 if rough else 0)

    def at(ref: date) -> tuple[date, date] | None:
        if unit in {"day", "week"}:
            then = ref + count * (7 if unit == "week" else 1) * _DAY
            return then - margin * _DAY, then + margin * _DAY
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        slack = _months_of_slack(size, unit, rough=rough)
        index = ref.year * 12 + ref.month - 1 + months
        if not 12 < index < 119_000:
            return None
        if slack is None:
            return date(index // 12, 1, 1), date(index // 12, 12, 31)
        low, high = index - slack, index + slack
        return date(low // 12, low % 12 + 1, 1), edtf.last_day(high // 12, high % 12 + 1)

    longest = {"day": 15, "week": 32, "month": 124, "year": 732, "decade": 1500}[unit]
    interval = anchor.relative(at, longest)
    if interval is None or (unit == "day" and margin == 0 and interval.start == interval.end):
        return interval
    return edtf.approximate(interval)


def _months_of_slack(size: int, unit: str, *, rough: bool) -> int | None:
    """How many months "three months ago" or "a year ago" may be off; None for whole years."""
    if unit == "month":
        return 1 if size > 2 or rough else 0
    if unit == "decade":
        return 12
    return 2 if size == 1 else None


def _same_day(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'the same day', 'the next day', 'a day earlier': counted from the day named last."""
    day = _last_day_named(anchor)
    if day is None or (day.basis == "relative-to-text" and "same" not in match[0].casefold()):
        return None
    words = match[0].casefold()
    later, earlier = regex.search(r"next|following|later|after", words), regex.search(r"previous|earlier|before", words)
    shift = 1 if later else -1 if earlier else 0
    if shift and _one_of_two(anchor):
        return None
    assert day.start is not None  # noqa: S101 - a day that was named has a start
    interval = edtf.day(day.start + shift * _DAY)
    return _counted_from(day, interval)


def _one_of_two(anchor: Anchor) -> bool:
    """The sentence of the day named last names another: 'it began on 19 and ended on 20 June', 'a day before' which."""
    p = anchor.previous
    before = anchor.shadow[max(0, p.start - 60) : p.start].rpartition(". ")[2] if p is not None else ""
    return _DAY_NAMED.search(before) is not None


_DAY_NAMED: Final = regex.compile(rf"\b(?:\d{{1,2}}[ ]{MONTH}|{MONTH}[ ]\d{{1,2}})\b")


def _counted_from(named: Interval, interval: Interval) -> Interval:
    """A date that another one gives: as sure of its day and year as that."""
    return replace(interval, approximate=named.approximate, year_stated=named.year_stated, basis="relative-to-text")


def _same_year(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'the same year', 'that month': of the date named before."""
    p = anchor.previous
    if p is None or p.interval.start is None or p.interval.end is None or p.interval.start.year != p.interval.end.year:
        return None
    between = anchor.shadow[p.end : anchor.start]
    if len(between) > NEAR_DATE or "\n\n" in between:
        return None
    first, last = p.interval.start, p.interval.end
    if match["unit"] == "month" and first.month != last.month:
        return None
    interval = edtf.month(first.year, first.month) if match["unit"] == "month" else edtf.year(first.year)
    return _counted_from(p.interval, interval)


def _from_date(match: regex.Match[str], anchor: Anchor) -> Resolved:
    """'two months earlier', 'a week later': counted from the day named last."""
    day, count = _last_day_named(anchor), number(match["n"])
    if day is None or not count or day.basis == "relative-to-text" or _one_of_two(anchor):
        return None
    sign = -1 if match["dir"].casefold() in {"earlier", "before"} else 1
    there = Anchor(edtf.day(day.start or date.min), "", 0, 0)
    counted = _counted(there, sign * count, match["unit"].casefold().rstrip("s"), rough=False)
    return None if counted is None else inferred(counted, "relative-to-text")


def _last_day_named(anchor: Anchor) -> Interval | None:
    """The day named last, if near: in this paragraph, or in the one before where the next opens with it."""
    p = anchor.previous
    if p is None or p.interval.start is None or p.interval.start != p.interval.end:
        return None
    before, broken, since = anchor.shadow[p.end : anchor.start].partition("\n\n")
    near = len(before) + len(since) <= NEAR_DATE
    return p.interval if near and (not broken or _OPENS.fullmatch(since) is not None) else None


_OPENS: Final = regex.compile(r"\s{0,4}(?:[Oo]n )?")


_UNIT: Final = r"(?P<unit>(?:day|week|month|year|decade)s?)"
RULES: Final = (
    Rule(
        "today",
        r"(?P<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)",
        _today,
    ),
    Rule(
        "same-day",
        r"(?:[Tt]hat[ ](?:same[ ]|very[ ])?day|[Tt]hat[ ](?:same|very)[ ](?:morning|afternoon|evening)"
        r"|[Tt]he[ ](?:very[ ])?(?:same|next|following|previous)[ ]day|[Oo]ne[ ]day[ ](?:earlier|later)"
        r"|[Aa][ ]day[ ](?:earlier|later|before(?![ ]\w)|after(?![ ]\w)))",
        _same_day,
    ),
    Rule("same-year", r"(?:[Tt]he[ ](?:very[ ])?same|[Tt]hat(?:[ ]same)?)[ ](?P<unit>year|month)", _same_year),
    Rule("ago", rf"(?:[Aa][ ])?(?P<n>{NUMBER}|couple of)[ ]{_UNIT}[ ]ago", _ago),
    Rule(
        "from-date",
        rf"(?P<n>{NUMBER})[ ]{_UNIT}[ ](?P<dir>earlier|later(?! than)|before(?![ ]\w)|after(?![ ]\w))",
        _from_date,
    ),
    Rule(
        "in-time",
        rf"[Ii]n[ ](?P<n>{NUMBER})[ ](?P<unit>weeks?|months?)(?:'[ ]time)?(?![ ]?[a-z]{{0,3}}[ ](?:of|the))",
        _in_time,
    ),
    Rule(
        "weekday",
        rf"(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|coming)[ ])?(?P<w>{WEEKDAY})(?:[ ]and[ ](?P<w2>{WEEKDAY}))?"
        rf"(?:,?[ ](?P<week>last|this|next)[ ]week)?"
        r"(?![ ][A-Z][a-z]+[ ]\d)",
        _weekday,
    ),
    Rule(
        "week",
        r"(?:(?P<side>[Ee]arlier|[Ll]ater)[ ])?(?P<rel>[Tt]his|[Ll]ast|past|previous|[Nn]ext|coming|current)"
        r"[ ](?P<unit>weekend|week)",
        _week,
    ),
)
