"""The claims on one rank to findings: its holders, its positions, and its scopes."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import regex

from eucacheck.compare.dates import span_of_days
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Answer, Claim, Finding, Level, Verdict
from eucacheck.stems import overlap

if TYPE_CHECKING:
    from eucacheck.facts import Block

_LINK = {"investor": "in"}
_NTH = ("", "largest", *(f"{n}-largest" for n in "second third fourth fifth sixth seventh eighth ninth tenth".split()))
_OUTSIDE = "scope:outside-"
_WHOLE = 360
"""Days of a time that is a year."""
_YEAR = timedelta(366)
"""Two tellings of a rank that may change are compared where their times lie within a year of each other."""


def judge_facts(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each position of each rank of a block, and one for each holder with two positions."""
    stated = [c for c in claims if c.polarity and c.modality in {"assertion", "reported"}]
    findings: list[Finding] = []
    for group in _ranks(stated):
        findings += _positions(group, block)
        for position in sorted({int(c.value["position"]) for c in group}):
            findings += _holders([c for c in group if c.value["position"] == position], block)
    return findings


def judge_scopes(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The same holder and criterion in two scopes of which one lies in the other: a note."""
    stated = [
        c
        for c in claims
        if c.polarity and c.modality in {"assertion", "reported"} and c.value["of"] and not c.value["within"]
    ]
    stated = [c for c in stated if c.value["position"] == 1]
    groups: dict[str, list[Claim]] = {}
    for claim in stated:
        groups.setdefault(str(claim.value["of"]), []).append(claim)
    pairs = [
        (a, b) for a, b in combinations(sorted(groups), 2) if block.pack.contains(a, b) or block.pack.contains(b, a)
    ]
    if not pairs:
        return []
    scopes = sorted({x for pair in pairs for x in pair})
    word = _LINK.get(block.key.split(":")[1], "of")
    answers = [block.answer({"of": s}, f"{word} {block.pack.name_of(s)}", groups[s]) for s in scopes]
    if len({c.source for a in answers for c in a.claims}) < 2:
        return []
    criterion = block.key.split(":")[1].replace("-", " ")
    holder = block.pack.name_of(str(stated[0].value["holder"]))
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    for a, b in combinations(answers, 2):
        block.demote(a.claims[0], b.claims[0], "coarser-precision: one scope lies in the other")
    question = f"Of what is {holder} the largest {criterion}?"
    summary = f"{holder} is called the largest {criterion} {told}"
    why = "both can be true: one scope lies in the other, and the ranks are two"
    return [_finding("EUC523", "refine", str(stated[0].value["holder"]), question, (summary, why), answers, 0.5)]


def _finding(  # noqa: PLR0913, PLR0917 - a finding has this many parts
    rule: str,
    verdict: Verdict,
    subject: str,
    question: str,
    told: tuple[str, str],
    answers: Sequence[Answer],
    confidence: float,
    level: Level | None = None,
) -> Finding:
    summary, why = told[0][:1].upper() + told[0][1:], told[1]
    return make_finding(Judgement(rule, "rank", verdict, subject, question, summary, why, answers, confidence, level))


def _ranks(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims on one ranking: of roles the block is one; of firsts the field and the object must fit."""
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if _same_deed(group[0], claim):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def _same_deed(a: Claim, b: Claim) -> bool:
    left, right = a.value, b.value
    if not str(left["criterion"][0]).startswith("first:"):
        return True
    if left["within"] != right["within"] or (left["rank"] == "only") != (right["rank"] == "only"):
        return False
    if (left["rank"] in {"last", "latest"}) != (right["rank"] in {"last", "latest"}):
        return False
    one, other = set(left["object"]), set(right["object"])
    if left["family"] and right["family"]:
        return bool(left["family"] == right["family"])
    if left["family"] or right["family"]:
        # 'an enhanced agreement' may be the one that another source calls by its full name
        less, more = (other, one) if left["family"] else (one, other)
        return less <= more and len(less) >= 3
    return one == other or (overlap(one, other) >= 0.75 and len(one & other) >= 3)


def _what(claims: Sequence[Claim], block: "Block") -> str:
    """'the largest investor of Central Asia', 'the first in Central Asia to sign the ...'."""
    value = claims[0].value
    criterion = str(value["criterion"][0])
    if criterion.startswith("first:"):
        field = f" in {block.pack.name_of(str(value['within']))}" if value["within"] else ""
        if str(value["within"]).startswith(_OUTSIDE):
            field = f" outside {str(value['within']).removeprefix(_OUTSIDE).replace('-', ' ').title()}"
        deed = min((str(c.value["words"]) for c in claims), key=lambda w: (len(w), w))
        how = {"have": "with", "lack": "without"}.get(criterion.partition(":")[2], "to")
        deed = f"{criterion.partition(':')[2]} the {value['family']}" if value["family"] and how == "to" else deed
        return f"the {value['rank']}{field} {how} {deed}"
    role = block.key.split(":")[1].replace("-", " ") if block.key.startswith("rank:") else criterion.replace("-", " ")
    position = int(value["position"])
    nth = _NTH[position] if position < len(_NTH) else f"number {position}"
    owner = str(value["of"] or "")
    named = _named(owner, block)
    named = f"the {named[:1].upper()}{named[1:]}" if owner.startswith("scope:") else named
    of = f" {_LINK.get(role.replace(' ', '-'), 'of')} {named}" if owner else ""
    within = f" in {_named(str(value['within']), block)}" if value["within"] else ""
    if regex.match(r"\w+est |most ", role):
        nth = nth.removesuffix("largest").removesuffix("-")
    return " ".join(f"the {nth} {role}{of}{within}".split())


def _criterion(claims: Sequence[Claim]) -> str:
    return str(claims[0].value["criterion"][0])


def _named(entity: str, block: "Block") -> str:
    return "the world" if entity == "world" else block.pack.name_of(entity)


def _holders(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(str(claim.value["holder"]), []).append(claim)
    what = _what(claims, block)
    question = f"Who is {what}?"
    answers = [block.answer({"holder": h}, block.pack.name_of(h), g) for h, g in sorted(groups.items())]
    subject = "rank:" + block.key.partition(":")[2]
    if len(answers) == 1:
        told = f"{answers[0].text} is {what} ({count_sources(answers[0])})"
        yield _finding(
            "EUC524",
            agreement_or_single(answers[0]),
            subject,
            question,
            (told, "all sources name the same"),
            answers,
            0.8,
        )
        return
    told = (
        "Sources name different holders of one rank, "
        + what
        + ": "
        + " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    )
    relations = [_relate(a, b, block) for a, b in combinations(answers, 2)]
    opposed = [r for r in relations if r == "conflict"]
    if opposed:
        blocs = any(a.value["holder"].startswith("org:") for a in answers) and any(
            a.value["holder"].startswith("country:") for a in answers
        )
        why = "one rank has one holder" + (
            "; a union and single countries may be ranked apart, but neither source says so" if blocs else ""
        )
        yield _finding(
            "EUC521",
            "conflict",
            subject,
            question,
            (told, why),
            answers,
            0.6 if blocs else 0.8,
            level="warning" if blocs else None,
        )
    elif "changed" in relations:
        told = f"{what}: " + " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        yield _finding(
            "EUC525", "supersede", subject, question, (told, "told of times more than a year apart"), answers, 0.5
        )
    else:
        for answer in answers:
            link = ":" if " " in _criterion(claims) else " is"
            told = f"{answer.text}{link} {what} ({count_sources(answer)})"
            yield _finding(
                "EUC524",
                agreement_or_single(answer),
                subject,
                f"Is {answer.text} {what}?",
                (told, "nothing speaks against it"),
                [answer],
                0.6,
            )


def _relate(a: Answer, b: Answer, block: "Block") -> str:
    """conflict, changed or apart, for two holders of one rank."""
    left, right = str(a.value["holder"]), str(b.value["holder"])
    first, second = a.claims[0], b.claims[0]
    if _part(left, right, block) or _part(right, left, block):
        block.demote(first, second, "other-event: a union and its own member are ranked apart")
        return "apart"
    pairs = [(x, y) for x in a.claims for y in b.claims]
    if all(x.source == y.source and x.speaker != y.speaker for x, y in pairs):
        block.demote(first, second, "reported-by-third-party: one source gives both, from different speakers")
        return "apart"
    if first.value["timeless"] or any(_one_time(x, y) for x, y in pairs):
        return "conflict"
    block.demote(first, second, "other-time: a rank may change hands")
    return "changed"


def _part(whole: str, part: str, block: "Block") -> bool:
    group, other = block.pack.organisations.get(whole), block.pack.organisations.get(part)
    if group is not None and part in group.members:
        return True
    members = other.members if other is not None else ()
    return block.pack.contains(whole, part) or any(block.pack.contains(whole, m) for m in members)


def _one_time(a: Claim, b: Claim) -> bool:
    """Told within a year of each other; of an unknown time nothing can be said."""
    if a.when is None or b.when is None or None in {a.when.start, a.when.end, b.when.start, b.when.end}:
        return a.source == b.source
    assert a.when.start is not None and a.when.end is not None and b.when.start is not None and b.when.end is not None  # noqa: S101, PT018
    if min(span_of_days(a.when), span_of_days(b.when)) >= _WHOLE and (
        a.when.start > b.when.end or b.when.start > a.when.end
    ):
        return False  # two years that are told
    return a.when.start - b.when.end <= _YEAR and b.when.start - a.when.end <= _YEAR


def _positions(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One holder on two positions of one ranking."""
    holders: dict[str, dict[int, list[Claim]]] = {}
    for claim in claims:
        holders.setdefault(str(claim.value["holder"]), {}).setdefault(int(claim.value["position"]), []).append(claim)
    for holder, places in sorted(holders.items()):
        if len(places) < 2:
            continue
        answers = [block.answer({"position": p}, _what(g, block), g) for p, g in sorted(places.items())]
        pairs = [(x, y) for g, h in combinations(places.values(), 2) for x in g for y in h]
        name = block.pack.name_of(holder)
        lead = f"Sources rank {name} differently: " if " " in _criterion(claims) else f"{name} is called "
        told = lead + " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        question = f"Which rank has {name} as {_what(claims, block).partition(' ')[2].partition(' ')[2]}?"
        if any(x.value["timeless"] or _one_time(x, y) for x, y in pairs):
            yield _finding(
                "EUC522",
                "conflict",
                holder,
                question,
                (told, "one holder has one position at one time"),
                answers,
                0.7,
                level="warning",
            )
        else:
            block.demote(*pairs[0], "other-time: a position may change")
            yield _finding(
                "EUC525", "supersede", holder, question, (told, "told of times more than a year apart"), answers, 0.5
            )
