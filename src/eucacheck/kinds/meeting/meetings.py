"""The meetings of two parties to findings: dates and places of one meeting."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates, gap_days, span_of_days
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._encounters.dated import (
    about_when,
    around,
    best_date,
    compatible_places,
    date_groups,
    opposed_dates,
    same_party,
    stated,
)
from eucacheck.kinds._encounters.grouping import grouped
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.meeting.meetings_denied import judge_denied, subject_of
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

Pair = tuple[dict[str, str], dict[str, str]]
CLOSE = 3
"""Days by which two stated dates of one meeting may differ where no place is told."""
MONTH = 31
"""Days by which they may differ where both name one city: two meetings there within a month are rare."""
RECENT = 21
"""Days within which a meeting that is told without a date lies before its source."""


def judge_meetings(paired: Sequence[tuple[Claim, Pair]], block: "Block") -> list[Finding]:
    """One finding a meeting of two parties."""
    groups: list[tuple[Pair, list[Claim]]] = []
    for claim, (a, b) in sorted(paired, key=lambda cp: canonical(cp[0])):
        first, second = (a, b) if a["key"] <= b["key"] else (b, a)
        for known, members in groups:
            if same_party(known[0], first) and same_party(known[1], second):
                members.append(claim)
                break
        else:
            groups.append(((first, second), [claim]))
    findings: list[Finding] = []
    for pair, members in groups:
        made = [c for c in members if c.value["status"] != "denied"]
        denied = [c for c in members if c.value["status"] == "denied"]
        findings += [_judge(pair, meeting, block) for meeting in _meetings(made, block)]
        findings += judge_denied((pair[0]["name"], pair[1]["name"]), made, denied, block)
    return findings


def _meetings(claims: Sequence[Claim], block: "Block") -> list[list[Claim]]:
    sources = Counter(c.source for c in claims)
    sole = {s for s, n in sources.items() if n == 1}

    def is_of(group: list[Claim], a: Claim) -> bool:
        return all(
            (_one_meeting(a, c, block) and not _tells_both(a, c, claims)) or _once(a, c, sole) or _one_news(a, c, sole)
            for c in group
        )

    dated = sorted(claims, key=lambda c: (stated(c) is None, c.value["place"] is None, canonical(c)))
    return grouped(dated, is_of)


def _one_meeting(a: Claim, b: Claim, block: "Block") -> bool:
    if (a.value["form"] == "in person") != (b.value["form"] == "in person"):
        return False
    left, right = stated(a), stated(b)
    together = compatible_places(a.value["place"], b.value["place"], block)
    if left is None or right is None:
        near, far = left or around(a), right or around(b)
        if near is None or far is None or not together:
            return False
        gap = gap_days(near, far)
        return gap is not None and gap <= RECENT
    if compare_dates(left, right).relation != "disjoint":
        return together or (a.source != b.source and _one_day(a) and _one_day(b) and left.edtf == right.edtf)
    if a.source == b.source or not together:
        return False
    gap = gap_days(left, right)
    if gap is None:
        return False
    return gap <= CLOSE or (gap <= MONTH and a.value["place"] is not None and a.value["place"] == b.value["place"])


def _tells_both(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """The dates of the two differ, and one of their sources has a meeting on the date of the other as well."""
    left, right = stated(a), stated(b)
    if left is None or right is None or compare_dates(left, right).relation != "disjoint":
        return False
    own = [(c, d) for c in claims if c.id not in {a.id, b.id} and (d := stated(c)) is not None]
    return any(
        c.source == x.source and compare_dates(d, date).relation != "disjoint"
        for c, d in own
        for x, date in ((a, right), (b, left))
    )


def _once(a: Claim, b: Claim, sole: set[str]) -> bool:
    """Told without a date by sources of the same days, the only meeting of the two that either tells of."""
    if not {a.source, b.source} <= sole or stated(a) is not None or stated(b) is not None:
        return False
    near, far = around(a), around(b)
    if near is None or far is None or {a.value["status"], b.value["status"]} != {"made"}:
        return False
    cities = all(str(c.value["place"]).startswith("place:") for c in (a, b))
    return cities and a.value["form"] == b.value["form"] and (gap_days(near, far) or 0) <= CLOSE


def _one_news(a: Claim, b: Claim, sole: set[str]) -> bool:
    """Two sources that appeared together each tell of one meeting of the two, some days apart, wherever it was."""
    if a.source == b.source or not {a.source, b.source} <= sole or not (_one_day(a) and _one_day(b)):
        return False
    if {a.value["status"], b.value["status"]} != {"made"} or a.value["form"] != b.value["form"]:
        return False
    days, appeared = [stated(a), stated(b)], [around(a), around(b)]
    return all(
        x is not None and y is not None and (gap := gap_days(x, y)) is not None and gap <= CLOSE
        for x, y in (days, appeared)
    )


def _one_day(claim: Claim) -> bool:
    return span_of_days(stated(claim)) == 0


def _judge(pair: Pair, claims: Sequence[Claim], block: "Block") -> Finding:
    a, b = sorted((pair[0]["name"], pair[1]["name"]))
    subject = subject_of(pair)
    question = f"When and where did {a} and {b} meet ({about_when(claims)})?"
    groups = date_groups(claims, _compatible)
    opposed = opposed_dates(groups, block, "EUC351", "EUC353")
    if opposed is not None:
        verdict, rule, why, sure = opposed
        answers = [block.answer({"date": d.edtf}, say_date(d), g) for g in groups if (d := best_date(g)) is not None]
        return make_finding(
            Judgement(
                rule, "meeting", verdict, subject, question, (
                    f"Sources differ on when {a} and {b} met: {_told(answers, block)}"
                ),
                why, answers, sure, "warning" if verdict == "conflict" and sure < 0.7 else None,
            )
        )  # fmt: skip
    if (places := _apart(claims, block)) is not None:
        return make_finding(
            Judgement(
                "EUC352", "meeting", "conflict", subject, question,
                f"Sources differ on where {a} and {b} met{_on(claims)}: {_told(places, block)}",
                "one meeting, and neither place lies in the other", places, 0.75 if best_date(claims) else 0.6,
                None if best_date(claims) else "warning",
            )
        )  # fmt: skip
    best = best_date(claims)
    place = next((str(c.value["place"]) for c in sorted(claims, key=canonical) if c.value["place"] is not None), None)
    text = ", ".join(x for x in (say_date(best), block.pack.name_of(place) if place else "") if x) or "date not given"
    answer = block.answer({"date": best.edtf if best is not None else None, "place": place}, text, claims)
    verb = "are to meet" if all(c.value["status"] == "planned" for c in claims) else "met"
    return make_finding(
        Judgement(
            "EUC350", "meeting", agreement_or_single(answer), subject, question, (
                f"{a} and {b} {verb}: {text} ({count_sources(answer)})"
            ),
            "the sources tell of one meeting", [answer], 0.75,
        )
    )  # fmt: skip


def _compatible(a: Claim, b: Claim) -> bool:
    left, right = stated(a), stated(b)
    return left is None or right is None or compare_dates(left, right).relation != "disjoint"


def _apart(claims: Sequence[Claim], block: "Block") -> list[Answer] | None:
    """Two answers where the meeting stands in two places of which neither lies in the other."""
    placed = [c for c in claims if c.value["place"] is not None]
    for i, x in enumerate(placed):
        for y in placed[i + 1 :]:
            if not compatible_places(x.value["place"], y.value["place"], block):
                sides: dict[str, list[Claim]] = {}
                for claim in placed:
                    sides.setdefault(str(claim.value["place"]), []).append(claim)
                return [block.answer({"place": p}, block.pack.name_of(p), g) for p, g in sorted(sides.items())]
    return None


def _on(claims: Sequence[Claim]) -> str:
    best = best_date(claims)
    return f" on {say_date(best)}" if best is not None else ""


def _told(answers: Sequence[Answer], block: "Block") -> str:
    return " and ".join(f"{x.text} ({sources_in_words(x, block)})" for x in answers)
