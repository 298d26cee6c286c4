"""MEANTIME (120 Wikinews documents with their dates marked by hand) to figures on the date resolver.

    BENCH_DATA=/folder/with/meantime python benchmarks/dates.py [--errors N]

The corpus (CC BY 4.0) is not part of this repository; nobody of this project wrote its annotations. Each document is
read with its day of publication. Counted are the expressions whose gold value is a calendar date (a year, month or
day): `right` has the same value, `compatible` a coarser or finer one, `wrong` another date (a false conflict to come);
the rest was found without a calendar value or missed. As in TempEval-3, a gold expression is found where a mention
overlaps it.
"""

import json
import os
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from eucacheck.edtf import day
from eucacheck.mentions.dates import find_dates
from eucacheck.records import DateMention, Interval

ANNOTATED: Final = 5
"""MEANTIME marks times in the sentences 0 to 5 only; the text is cut there."""
CALENDAR: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
NO_SPACE_BEFORE: Final = frozenset([*".,;:!?)%]}'’”", "'s", "n't", "'re", "'ve", "'ll", "’s"])
NO_SPACE_AFTER: Final = frozenset(["(", "[", "$", "€", "£", "“", "``"])
SEASONS: Final = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


@dataclass(frozen=True)
class Gold:
    """A marked expression of time: its span, and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Case:
    """A document with its day of publication and its marked times."""

    name: str
    published: date | None
    text: str
    times: list[Gold]


def read_case(path: Path) -> Case:
    """Read one document; spaces between its tokens are put back."""
    root = ET.parse(path).getroot()  # noqa: S314 - files of a public corpus that the user has unpacked
    text, spans = _join(root)
    published, times = None, []
    for mark in root.find("Markables") or ():
        if mark.tag != "TIMEX3":
            continue
        tokens = [a.get("t_id") for a in mark.findall("token_anchor")]
        value = mark.get("value") or ""
        if mark.get("functionInDocument") == "CREATION_TIME":
            published = published or _iso(value)
        if tokens and all(t in spans for t in tokens):
            times.append(Gold(min(spans[t][0] for t in tokens), max(spans[t][1] for t in tokens), value))
    return Case(path.name, published or _dateline(text), text, sorted(times, key=lambda g: (g.start, g.end)))


def _join(root: ET.Element) -> tuple[str, dict[str | None, tuple[int, int]]]:
    text, spans, sentence, previous = "", {}, "0", ""
    for token in root.findall("token"):
        word, own = token.text or "", token.get("sentence") or "0"
        if int(own) > ANNOTATED:
            break
        if own != sentence:
            text, sentence = text + "\n", own
        elif text and word not in NO_SPACE_BEFORE and not word.startswith("'") and previous not in NO_SPACE_AFTER:
            text += " "
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text, previous = text + word, word
    return text, spans


def _iso(value: str) -> date | None:
    return date.fromisoformat(value[:10]) if re.fullmatch(r"\d{4}-\d\d-\d\d", value[:10]) else None


def _dateline(text: str) -> date | None:
    """Read the dateline of the three documents whose own date is missing or malformed."""
    match = re.search(r"([A-Z][a-z]+) 0?(\d{1,2}) ?, ?(\d{4})", text[:400])
    if match is None:
        return None
    return datetime.strptime(" ".join(match.groups()), "%B %d %Y").date()  # noqa: DTZ007 - a day has no zone


def timex(interval: Interval) -> str:
    """Write an interval as a TIMEX3 value: the smallest day, week, month, quarter, half, season or year around it."""
    first, last = interval.start, interval.end
    if first is None or last is None:
        return interval.edtf
    if interval.edtf[5:7] in SEASONS and len(interval.edtf.rstrip("~")) == 7:
        return f"{first.year}-{SEASONS[interval.edtf[5:7]]}"
    if first == last or (last - first < timedelta(6) and not interval.approximate):
        return first.isoformat()
    if (last - first).days == 6 and first.weekday() == 0:
        return f"{first.isocalendar().year}-W{first.isocalendar().week:02d}"
    if first.year != last.year:
        return f"{first.year // 10}" if last.year == first.year + 9 else f"P{last.year - first.year}Y"
    months = last.month - first.month + 1
    if months == 1:
        return f"{first:%Y-%m}"
    if months in {3, 6} and (first.month - 1) % months == 0 and not interval.approximate:
        return f"{first.year}-{'Q' if months == 3 else 'H'}{last.month // months}"
    return str(first.year)


def score(case: Case, found: list[DateMention]) -> Iterator[tuple[str, Gold, DateMention | None]]:
    """Give the outcome of every gold calendar date; a mention answers one expression."""
    free = list(found)
    for gold in case.times:
        near = [m for m in free if min(m.end, gold.end) > max(m.start, gold.start)]
        best = max(near, key=lambda m: _overlap(m, gold), default=None)
        if best is not None:
            free.remove(best)
        if CALENDAR.fullmatch(gold.value):
            yield _outcome(gold.value, best), gold, best


def _overlap(mention: DateMention, gold: Gold) -> tuple[bool, int]:
    same = (mention.start, mention.end) == (gold.start, gold.end)
    return same, min(mention.end, gold.end) - max(mention.start, gold.start)


def _outcome(value: str, mention: DateMention | None) -> str:
    if mention is None:
        return "missed"
    own = timex(mention.interval)
    if own == value:
        return "right"
    if not CALENDAR.fullmatch(own):
        return "no calendar value"
    return "compatible" if own.startswith(value) or value.startswith(own) else "wrong"


def main() -> None:
    """Print the figures as one line of JSON, and with --errors N the first N expressions that went wrong."""
    folder = Path(os.environ.get("BENCH_DATA", "data")) / "meantime" / "intra_cross-doc_annotation"
    cases = [read_case(p) for p in sorted(folder.glob("*/*.xml")) if not p.name.startswith("._")]
    if not cases:
        sys.exit(f"no documents in {folder}: set BENCH_DATA to the folder that holds meantime/")
    began = time.perf_counter()
    found = [find_dates(c.text, day(c.published) if c.published is not None else None) for c in cases]
    seconds = time.perf_counter() - began
    outcomes = [(c, *one) for c, mentions in zip(cases, found, strict=True) for one in score(c, mentions)]
    counts = Counter(outcome for _, outcome, _, _ in outcomes)
    shares = {k: round(100 * n / len(outcomes), 1) for k, n in sorted(counts.items())}
    mentions = sum(map(len, found))
    print(
        json.dumps(
            {
                "documents": len(cases),
                "calendar": len(outcomes),
                "mentions": mentions,
                "seconds": round(seconds, 2),
                **shares,
            }
        )
    )
    if "--errors" in sys.argv:
        wanted = int(sys.argv[sys.argv.index("--errors") + 1])
        bad = [o for o in outcomes if o[1] not in {"right", "compatible"}]
        for case, outcome, gold, mention in bad[:wanted]:
            _show(case, outcome, gold, mention)


def _show(case: Case, outcome: str, gold: Gold, mention: DateMention | None) -> None:
    around = " ".join(case.text[max(0, gold.start - 40) : gold.end + 25].split())
    own = (case.text[mention.start : mention.end], mention.interval.edtf) if mention else ""
    print(
        "   ",
        outcome,
        case.text[gold.start : gold.end],
        gold.value,
        own,
        case.published,
        f"... {around} ...",
        sep=" | ",
    )


if __name__ == "__main__":
    main()
