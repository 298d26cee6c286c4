"""The countries at one event instance to findings: all there, or a country's minister, against nobody from it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.findings import Judgement, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._encounters.dated import same_speaker
from eucacheck.kinds._happenings.events import describe
from eucacheck.kinds._wording.words import answers_in_words, listed
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_ENVOYS = frozenset({"leader", "minister", "deputy"})
"""Levels of those in whom a country is there; its ambassador in the city may come without a delegation."""
_ALL = regex.compile(r"\b(?:all|both|two|three|four|five|six)\b", regex.I)


def judge_delegations(instance: Instance, claims: Sequence[Claim], block: "Block") -> tuple[list[Finding], set[str]]:
    """The disputes on countries, and the identifiers of the claims that they settle."""
    told = [c for c in claims if c.modality != "planned" and not c.value["named"]]
    absent: dict[str, list[Claim]] = {}
    for claim in told:
        country = str(claim.value["participant"])
        if country.startswith("country:") and not claim.value["present"] and claim.value["representative"] is None:
            absent.setdefault(country, []).append(claim)
    part = [c for c in told if _share(c) == "part"]
    findings, settled = [], set[str]()
    for country, nobody in sorted(absent.items()):
        here = [c for c in told if c.value["present"] and _has(c, country, block)]
        gone = [*nobody, *(p for p in part if {p.source} <= {g.source for g in nobody} and _covers(p, country, block))]
        if not opposed(here, gone, block):
            continue
        findings.append(_finding(instance, (block.pack.name_of(country), here, gone), block))
        settled |= {c.id for c in (*here, *gone) if c.value["participant"] == country}
    if findings:
        return findings, settled
    for region in sorted({str(m) for c in part for m in c.value["members"]}):
        some = [c for c in part if region in c.value["members"]]
        levels = {c.value["level"] for c in some}  # 'four of the five sent ministers': the fifth may have sent a deputy
        here = [c for c in told if _share(c) == "all" and region in c.value["members"]]
        here = [c for c in here if levels <= {None, c.value["level"]}]
        if opposed(here, some, block):
            findings.append(_finding(instance, (f"all of {block.pack.name_of(region)}", here, some), block))
    return findings, settled


def _share(claim: Claim) -> str | None:
    share = claim.value.get("share")
    return None if not share else "all" if share[0] == share[1] else "part"


def _covers(claim: Claim, country: str, block: "Block") -> bool:
    return any(block.pack.contains(str(m), country) for m in claim.value["members"])


def _has(claim: Claim, country: str, block: "Block") -> bool:
    """Somebody of the country is there: itself, one of its ministers, or all of a group that holds it."""
    if claim.value["participant"] == country or _share(claim) == "all":
        return claim.value["participant"] == country or _covers(claim, country, block)
    if claim.value["level"] not in _ENVOYS or _share(claim) == "part":
        return False
    if country in claim.value["members"]:
        return True
    whole = claim.value["group"] and _ALL.search(str(claim.value["name"])) is not None
    return bool(whole) and _covers(claim, country, block)


def opposed(here: Sequence[Claim], gone: Sequence[Claim], block: "Block") -> bool:
    """Told by sources of which none has both; who takes part from afar is opposed to nothing."""
    if {c.source for c in here} & {c.source for c in gone}:
        return False
    pairs = [(x, y) for x in here for y in gone]
    for x, y in pairs:
        if x.value.get("remote"):
            block.demote(x, y, "coarser-precision: from afar, which is no delegation")
        elif same_speaker(x, y):
            return True
        else:
            block.demote(x, y, "reported-by-third-party: one side is only reported")
    return False


def _finding(instance: Instance, told: tuple[str, Sequence[Claim], Sequence[Claim]], block: "Block") -> Finding:
    who, here, gone = told
    event = describe(instance, block)
    names = sorted({str(c.value["name"]) for c in here if not str(c.value["participant"]).startswith("country:")})
    shares = sorted({str(c.value["name"]) for c in gone if _share(c) == "part"})
    answers = [
        block.answer({"present": True}, f"there ({listed(names)})" if names else "there", here),
        block.answer({"present": False}, f"not there ({listed(shares)} came)" if shares else "not there", gone),
    ]
    said = answers_in_words(answers, block)
    question = f"Was {who} represented at {event}?"
    why = "nobody is present and absent at one event"
    summary = f"Sources differ on whether {who} was represented at {event}: {said}"
    return make_finding(
        Judgement("EUC361", "participant", "conflict", instance.key, question, summary, why, answers, 0.75)
    )
