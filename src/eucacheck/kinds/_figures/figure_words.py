"""Figures for a sentence: 'more than EUR 10 billion', 'about 30%', '3,000 companies'."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.words import listed
from eucacheck.mentions.units import plural
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

BOUNDS: Final = {
    "more-than": "more than ",
    "at-least": "at least ",
    "up-to": "up to ",
    "less-than": "less than ",
    "about": "about ",
}
"""The words of a bound; an exact figure and a range have none."""


def say_amount(claim: Claim) -> str:
    """'more than EUR 105 billion', 'EUR 10 billion to 12 billion'."""
    value = claim.value
    high = f" to {short(str(value['high']))}" if "high" in value else ""
    return f"{BOUNDS.get(str(value['bound']), '')}{value['currency']} {short(str(value['amount']))}{high}"


def say_count(claim: Claim) -> str:
    """'about 30%', '27 foreign ministers', '500 megawatts'."""
    value = claim.value
    figure = short(str(value["count"])) + (f" to {short(str(value['high']))}" if "high" in value else "")
    bound = BOUNDS.get(str(value["bound"]), "")
    if value["unit"] == "percent":
        return f"{bound}{figure}%"
    return f"{bound}{figure} {plural(str(value['unit']))}"


def short(figure: str) -> str:
    """'10 billion', '3,000', '16.9'."""
    number = float(figure)
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:.6g} {word}"
    return f"{number:,.10g}"


def tell_apart(findings: Sequence[Finding], block: "Block") -> list[Finding]:
    """Facts of one block that ask the same question are told apart by their sources: else one would hide the other."""
    ids = [f.id for f in findings]
    found: list[Finding] = []
    for one in findings:
        if ids.count(one.id) == 1:
            found.append(one)
            continue
        claims = sorted({(c.source, c.start) for a in one.answers for c in a.claims})
        who = listed(sorted({f"{block.around.titles.get(s, s)}, {start}" for s, start in claims}))
        found.append(
            make_finding(
                Judgement(
                    one.rule, one.kind, one.verdict, one.subject, f"{one.question} [{who}]", one.summary, one.why,
                    one.answers, one.confidence, one.level, one.reference,
                )
            )
        )  # fmt: skip
    return found
