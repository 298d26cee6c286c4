"""The order in which countries signed agreements of one family, against the record: the third may have been the fourth.

The record holds some signings only, so it can show that more countries came first than a source says, and never that
fewer did.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.kinds._wording.words import listed, sources_in_words
from eucacheck.records import Claim, Finding, Reference

if TYPE_CHECKING:
    from eucacheck.facts import Block

_UNCOUNTED: Final = frozenset({"only", "last", "latest"})


def judge_order(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for each country that is said to have signed as an earlier one than the record allows."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.value
        counted = value["criterion"] == ["first:sign"] and value["rank"] not in _UNCOUNTED
        if counted and value["sole"] and value["family"] and value["within"] and value["holder"]:
            told.setdefault(str(value["holder"]), []).append(claim)
    for holder, own in sorted(told.items()):
        if len({c.value["position"] for c in own}) > 1:
            continue  # the sources differ among themselves, which is told elsewhere
        wrong = [c for c in own if len(_before(c, block)) >= int(c.value["position"])]
        if wrong:
            yield _finding(holder, wrong, block)


def _before(claim: Claim, block: "Block") -> list[tuple[str, str, str]]:
    """Who signed before the holder, by cited milestones: `(country, date, reference)`, the earliest first."""
    value, found = claim.value, []
    family = [a for _, a in sorted(block.pack.agreements.items()) if value["family"] in a.generic]
    limit = _own_day(claim, block)
    for agreement in family:
        countries = [p for p in agreement.parties if p.startswith("country:") and p != value["holder"]]
        if len(countries) != 1 or not block.pack.contains(str(value["within"]), countries[0]):
            continue
        for milestone in agreement.milestones:
            end = parse_edtf(milestone.date).end if milestone.action == "signed" and milestone.ref else None
            if end is not None and limit is not None and end < limit:
                found.append((countries[0], milestone.date, str(milestone.ref)))
    return sorted(found, key=lambda f: (f[1], f[0]))


def _own_day(claim: Claim, block: "Block") -> date | None:
    """The first day on which the holder can have signed: that of the record, else the day of the report."""
    for _, agreement in sorted(block.pack.agreements.items()):
        if claim.value["family"] in agreement.generic and claim.value["holder"] in agreement.parties:
            signed = [m for m in agreement.milestones if m.action == "signed"]
            if signed:
                return parse_edtf(signed[0].date).start
    published = block.around.published.get(claim.source)
    return published.start if published is not None and published.basis == "stated" else None


def _finding(holder: str, wrong: Sequence[Claim], block: "Block") -> Finding:
    value = wrong[0].value
    position, name = int(value["position"]), block.pack.name_of(holder)
    earlier = _before(wrong[0], block)
    nth = ordinal_word(position)
    what = f"the {nth} in {block.pack.name_of(str(value['within']))} to sign the {value['family']}"
    answer = block.answer({"position": position}, f"the {nth}", wrong)
    told = listed([f"{block.pack.name_of(c)} ({say_date(parse_edtf(d))})" for c, d, _ in earlier])
    summary = f"{name} is called {what} ({sources_in_words(answer, block)}); by the reference {told} signed before"
    why = f"{len(earlier)} signed earlier by cited milestones, so it is not before number {len(earlier) + 1}"
    reference = Reference(told, earlier[-1][2])
    question = f"Was {name} {what}?"
    return make_finding(
        Judgement("EUC953", "rank", "conflict", holder, question, summary, why, [answer], 0.6, "warning", reference)
    )
