"""The participants of one event instance to findings: present against absent, minister against deputy."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.facts import canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._encounters.dated import same_party, same_speaker
from eucacheck.kinds._encounters.grouping import grouped
from eucacheck.kinds._encounters.who_came import countries_of, judge_attended
from eucacheck.kinds._happenings.events import describe
from eucacheck.kinds._wording.words import answers_in_words, listed, sources_in_words
from eucacheck.kinds.participant.delegations import judge_delegations
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block


def judge_participants(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a participant of an instance, and one a level dispute."""
    findings: list[Finding] = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        disputes, settled = judge_delegations(instance, own, block)
        findings += disputes
        rest = [c for c in own if c.id not in settled]
        findings += [_judge_one(instance, members, block) for members in _by_participant(rest)]
        findings += _levels(instance, own, block)
        findings += _of_groups(instance, own, block)
        if not disputes:
            findings += judge_attended(instance, own, block)
    return findings


def _of_groups(instance: Instance, claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """'The presidents of A, B and C attended', and C's president was represented by somebody else."""
    groups = [c for c in claims if c.value["group"] and c.value["present"] and not c.value["named"]]
    for gone in (c for c in claims if not c.value["group"] and not c.value["present"] and c.value["level"]):
        here = [
            g
            for g in groups
            if g.source != gone.source
            and g.value["level"] == gone.value["level"]
            and {*gone.value["members"]} & {m for m in g.value["members"] if m.startswith("country:")}
            and "planned" not in {g.modality, gone.modality}
            and same_speaker(g, gone)
        ]
        if not here:
            continue
        name, event = str(gone.value["name"]), describe(instance, block)
        answers = [
            block.answer({"present": True}, f"present, as one of {here[0].value['name']}", here),
            block.answer({"present": False}, _absence([gone]), [gone]),
        ]
        told = answers_in_words(answers, block)
        yield make_finding(
            Judgement(
                "EUC361", "participant", "conflict", instance.key, f"Was {name} at {event} in person?",
                f"Sources differ on whether {name} was at {event}: {told}",
                "nobody is present and absent at one event", answers, 0.65, "warning",
            )
        )  # fmt: skip


def _by_participant(claims: Sequence[Claim]) -> list[list[Claim]]:
    return grouped(sorted(claims, key=canonical), lambda g, c: same_party(_identity(g[0]), _identity(c)))


def _identity(claim: Claim) -> dict[str, str]:
    return {"id": str(claim.value["participant"]), "name": str(claim.value["name"])}


def _judge_one(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    event = describe(instance, block)
    name = max((str(c.value["name"]) for c in claims), key=lambda n: (len(n), n))
    question = f"Did {name} take part in {event}?"
    present = [c for c in claims if c.value["present"]]
    absent = [c for c in claims if not c.value["present"]]
    if present and absent:
        answers = [
            block.answer({"present": True}, "present", present),
            block.answer({"present": False}, _absence(absent), absent),
        ]
        told = (
            f"present ({sources_in_words(answers[0], block)}), {_absence(absent)} "
            f"({sources_in_words(answers[1], block)})"
        )
        opposed = [
            (x, y)
            for x in present
            for y in absent
            if not x.value.get("remote")
            and "planned" not in {x.modality, y.modality}
            and x.source != y.source
            and same_speaker(x, y)
        ]
        if opposed:
            return make_finding(
                Judgement(
                    "EUC361", "participant", "conflict", instance.key, question, (
                        f"Sources differ on whether {name} was at {event}: {told}"
                    ),
                    "nobody is present and absent at one event", answers, 0.75,
                )
            )  # fmt: skip
        planned = any(c.modality == "planned" for c in claims)
        afar = all(c.value.get("remote") for c in present)
        reason = "reported-by-third-party: one side is only reported"
        reason = "coarser-precision: took part from afar" if afar else reason
        block.demote(present[0], absent[0], "other-time: what was planned" if planned else reason)
        return make_finding(
            Judgement(
                "EUC361", "participant", "supersede" if planned else "unclear", instance.key, question,
                f"{name} at {event}: {told}",
                "one was only the plan" if planned else reason.partition(": ")[2], answers, 0.5,
            )
        )  # fmt: skip
    answer = block.answer(
        {"participant": claims[0].value["participant"], "present": bool(present)},
        "present" if present else _absence(absent),
        claims,
    )
    planned = all(c.modality == "planned" for c in claims)
    verb = (
        ("is to take part" if planned else "took part")
        if present
        else ("was not to take part" if planned else "did not take part")
    )
    return make_finding(
        Judgement(
            "EUC360", "participant", agreement_or_single(answer), instance.key, question, (
                f"{name} {verb} in {event} ({count_sources(answer)})"
            ),
            "all sources that speak of it say so", [answer], 0.7,
        )
    )  # fmt: skip


def _absence(claims: Sequence[Claim]) -> str:
    names = sorted({str(c.value["representative"]) for c in claims if c.value["representative"]})
    return f"represented by {listed(names)}" if names else "absent"


def _levels(instance: Instance, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A country whose minister came in one place of the sources, its deputy minister in another."""
    ministers: dict[str, list[Claim]] = {}
    deputies: dict[str, list[Claim]] = {}
    for claim in claims:
        # "the meeting of foreign ministers" is the name of an event, and says nothing of who came.
        if claim.modality == "planned" or not claim.value["present"] or claim.value["named"]:
            continue
        if claim.value["level"] == "minister" and claim.value["group"]:
            # 'Central Asian ministers' need not be those of every country
            for country in countries_of(claim.value["members"], str(claim.value["name"]), block.pack):
                ministers.setdefault(country, []).append(claim)
        elif claim.value["level"] == "deputy":
            for country in _countries(claim, block):
                deputies.setdefault(country, []).append(claim)
    both = sorted(set(ministers) & set(deputies))
    # Named deputies beside a named minister of one country are its delegation.
    both = [c for c in both if not any(_names_minister(x, c, block) for x in claims)]
    if not both:
        return []
    countries = listed([block.pack.name_of(c) for c in both])
    event = describe(instance, block)
    upper = block.answer({"level": "minister"}, "ministers", [x for c in both for x in ministers[c]])
    lower = block.answer({"level": "deputy"}, "deputy ministers", [x for c in both for x in deputies[c]])
    plain = all(x.value["group"] or _is_level(x, lower.claims) for x in lower.claims)
    plain = plain and {x.source for x in upper.claims}.isdisjoint(x.source for x in lower.claims)
    return [
        make_finding(
            Judgement(
                "EUC362",
                "participant",
                "conflict" if plain else "variant",
                instance.key,
                f"At which level {'was' if len(both) == 1 else 'were'} {countries} at {event}?",
                f"Sources differ on the level of {countries} at {event}: a minister "
                f"({sources_in_words(upper, block)}), a deputy minister ({sources_in_words(lower, block)})",
                "ministers of all these countries, or deputies for some"
                if plain
                else "a deputy is named where ministers are spoken of as a group",
                [upper, lower],
                0.7 if plain else 0.55,
                "warning",
            )
        )
    ]


_SENT: Final = regex.compile(r"\b(?:represented\s+by|sent|dispatched|delegated|came|(?:led|headed)\s+by)\b", regex.I)


def _is_level(claim: Claim, others: Sequence[Claim]) -> bool:
    """The deputy is told as the one whom a country sent, here or in another claim of the source on the same country."""
    return any(
        c.source == claim.source and _SENT.search(c.quote) and set(c.value["members"]) & set(claim.value["members"])
        for c in (claim, *others)
    )


def _names_minister(claim: Claim, country: str, block: "Block") -> bool:
    return not claim.value["group"] and claim.value["level"] == "minister" and country in set(_countries(claim, block))


def _countries(claim: Claim, block: "Block") -> Iterator[str]:
    """The countries of a claim's members; a region stands for the countries in it."""
    for member in claim.value["members"]:
        if member.startswith("country:"):
            yield member
        elif member.startswith("region:"):
            yield from block.pack.countries_in(member)
