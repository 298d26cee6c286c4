"""The dateline of an article as claims, and whether its day can be the day of the article.

"ASHGABAT, Turkmenistan, October 23." names where and when an article was written: it is no place of an event, and a
reader who takes it for one is misled. A day far from the date of publication is a slip, or of another article.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Answer, Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

FAR = 10
"""Days between dateline and publication that a slow desk does not explain."""

AHEAD = 2
"""Days by which a dateline may not be later than the publication."""
NOT_LONG = 60
"""The same at most where the year of the dateline is inferred: it may be that of another year."""


def judge_dateline(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding where the day of the dateline lies far before the stated day of publication, or after it."""
    lines = [c for c in claims if c.value.get("dateline")]
    if not lines:
        return []
    line = lines[0]
    published = block.around.published.get(line.source)
    if published is None or published.basis != "stated" or published.start is None:
        return []
    day = line.when
    gap = gap_days(day, published) if day is not None else None
    if day is None or gap is None or not (_ahead(day, published, gap) or (day.year_stated and gap > FAR)):
        return []
    head = block.answer({"edtf": day.edtf, "dateline": True}, say_date(day), [line])
    news = _news(claims, published, block)
    name = sources_in_words(head, block)
    summary = f"The dateline of {name} says {head.text}, but it appeared on {say_date(published)}"
    if news:
        summary += f" and reports on {' and '.join(a.text for a in news)}"
    question = f"On which day was the article of {name} written?"
    why = f"{gap} days lie between the dateline and the date of publication"
    judgement = Judgement("EUC802", "event_date", "conflict", line.subject, question, summary, why, [head, *news], 0.6, "warning")  # fmt: skip # noqa: E501
    return [make_finding(judgement)]


def _ahead(day: Interval, published: Interval, gap: int) -> bool:
    """The article was written after it appeared, by more than the hours between two ends of the earth."""
    later = day.start is not None and published.end is not None and day.start > published.end
    return later and AHEAD <= gap <= (NOT_LONG if not day.year_stated else gap)


def _news(claims: Sequence[Claim], published: Interval, block: "Block") -> list[Answer]:
    """The dates of events within a week of publication: what the article reports on."""
    near: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.when is None or claim.value.get("dateline") or "event" not in claim.value:
            continue
        gap = gap_days(claim.when, published)
        if compare_dates(claim.when, published).relation != "disjoint" or (gap is not None and gap <= 7):
            near.setdefault(claim.when.edtf, []).append(claim)
    return [block.answer({"edtf": e}, say_date(group[0].when), group) for e, group in sorted(near.items())]
