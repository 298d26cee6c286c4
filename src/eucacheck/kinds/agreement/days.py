"""What two reports of one news have done to a paper on one day, whatever each of them calls the paper.

A "horizontal aviation agreement" and an "open skies deal" of one day and one news are one paper where each report has
one such paper of the day; if one has it signed and the other initialled, they differ on its stage.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.event_words import say_date
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.agreement.dates import done
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

PAPER_DAY: Final = "paper-day:"
"""How the blocks begin in which papers of one day meet."""
_STAGES: Final = frozenset({"signed", "initialled"})
_FORMS: Final = frozenset({"name", "acronym", "short"})


def day_keys(claim: Claim) -> tuple[str, ...]:
    """The day on which a paper was signed or initialled."""
    value = claim.value
    if value["action"] not in _STAGES or value["form"] not in _FORMS or not value["date"] or not done(claim):
        return ()
    date = parse_edtf(str(value["date"]))
    return (f"{PAPER_DAY}{date.edtf}",) if date.start is not None and date.start == date.end else ()


def judge_days(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for each two reports that give the paper of the day two stages."""
    sources = sorted({c.source for c in claims})
    for x, y in combinations(sources, 2):
        left, right = ([c for c in sorted(claims, key=canonical) if c.source == s] for s in (x, y))
        a, b = left[0], right[0]
        if not block.one_news(a, b) or not _sole(left) or not _sole(right):
            continue
        if a.value["action"] == b.value["action"] or a.value["agreement"] == b.value["agreement"]:
            continue
        if reason := _apart(a, b):
            block.demote(a, b, reason)
            continue
        yield _finding(left, right, block)


def _sole(claims: Sequence[Claim]) -> bool:
    """A source tells of one paper of the day, and of one stage of it."""
    return len({(c.value["agreement"], c.value["action"]) for c in claims}) == 1 and not claims[0].value["stages"]


def _apart(a: Claim, b: Claim) -> str | None:
    if a.value["known"] and b.value["known"]:
        return "other-subject: two agreements that are on record apart"
    if a.value["sort"] != b.value["sort"]:
        return "other-subject: one is another sort of paper"
    left, right = ({p for p in c.value["parties"] if p.startswith("country:")} for c in (a, b))
    if left and right and not left & right:
        return "other-subject: the papers are of other parties"
    return None if on_record(a, b) else "reported-by-third-party: one stage is only reported"


def _finding(left: Sequence[Claim], right: Sequence[Claim], block: "Block") -> Finding:
    signed, initialled = (left, right) if left[0].value["action"] == "signed" else (right, left)
    day = say_date(parse_edtf(str(left[0].value["date"])))
    answers = [
        block.answer({"action": "signed"}, "signed", signed),
        block.answer({"action": "initialled"}, "only initialled", initialled),
    ]
    name = max((str(c.value["name"]) for c in (*left, *right) if c.value["known"]), key=len, default="")
    name = name or str(signed[0].value["name"])
    summary = (
        f"{sources_in_words(answers[0], block)} has the {name} signed on {day}, "
        f"{sources_in_words(answers[1], block)} has a paper of that day and news only initialled"
    )
    why = "two reports of one news have one paper of the day each, and initialling closes the text, signing binds"
    return make_finding(
        Judgement(
            "EUC501", "agreement", "conflict", str(signed[0].value["agreement"]),
            f"Was the {name} signed or initialled on {day}?", summary, why, answers, 0.6, "warning",
        )
    )  # fmt: skip
