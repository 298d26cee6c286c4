"""The parts that two sources of one piece of news give in one thing to findings: the same, or another actor or form."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eucacheck.compare.dates import compare_dates
from eucacheck.edtf import parse_edtf
from eucacheck.facts import ONE_NEWS
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.wordings import joined, same_voice
from eucacheck.kinds._wording.words import listed, sources_in_words, speaker_name
from eucacheck.kinds.statement.deed_role_verdicts import judge_deed, one_deed
from eucacheck.kinds.statement.deed_roles import DEED
from eucacheck.kinds.statement.signings import TOLD
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.pack import Pack

PARTS: Final = "statement-part:"
"""How the blocks begin in which parts of a month meet."""
_ASKED: Final = {
    "lead": ("Who leads the {}?", "lead of the {}"),
    "pay": ("Who pays for the {}?", "payer of the {}"),
    "do": ("Who carries out the {}?", "carrying out of the {}"),
    "order": ("Who ordered the {}?", "ordering of the {}"),
    "form": ("Is the money for the {} a grant or a loan?", "form of the money for the {}"),
    "signed in": ("Where was the text signed?", "place of signing"),
    "initialled in": ("Where was the text initialled?", "place of initialling"),
    "signed by": ("Who signed the text?", "signatories"),
    "outcome": ("Was a {} adopted or signed?", "outcome ({})"),
    "raised": ("Was the topic {} raised?", "topic {}"),
}
_RARE: Final = 5
"""Letters of a stem that two topics hardly share."""
_HALF_SURE: Final = 0.06
"""Likeness from which two reports are of one news where a sum or programme beside the thing is shared as well."""
_SOME_NEWS: Final = 0.1
_SURELY_ONE: Final = 0.2
_FEW_KEYS: Final = 30
_TWO: Final = 2
_SIGNING: Final = frozenset({"signed in", "initialled in", "signed by"})


def judge_parts(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each thing of which two sources of one news give a part, and do not say several things of it."""
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.source != b.source and _one_thing(a, b, block)]
    groups = [g for g in joined(claims, [(a.id, b.id) for a, b in pairs]) if len({c.source for c in g}) > 1]
    return [
        f
        for g in groups
        if block.key == min(set.intersection(*(set(part_keys(c)) for c in g)), default="")
        for f in _judge(g, block)
    ]


def part_keys(claim: Claim) -> tuple[str, ...]:
    """Parts of one sort meet by a noun of the thing that they are a part of."""
    return tuple(f"{PARTS}{claim.value['slot']}:{thing}" for thing in claim.value["things"][:_FEW_KEYS])


def _one_thing(a: Claim, b: Claim, block: "Block") -> bool:
    """One thing of one piece of news: sure of the news, or half sure where a sum or programme beside it is shared."""
    x, y = a.value, b.value
    shared = set(x["things"]) & set(y["things"])
    if x["slot"] != y["slot"] or not shared or not same_voice(a.speaker, b.speaker):
        return False
    if x["slot"].startswith(DEED):
        return one_deed(a, b, block)
    news = block.around.news(a.source, b.source)
    if x["slot"] == "outcome":
        topics = [set(str(v["beside"]).split()) for v in (x, y) if v["beside"] is not None]
        return news >= ONE_NEWS and (len(topics) < _TWO or bool(topics[0] & topics[1]))
    if x["slot"] in _SIGNING:
        own = {thing for thing in shared if not thing.startswith(TOLD)}
        sure = news >= (ONE_NEWS if own else _SURELY_ONE)
        return sure and not _other_days(x["days"], y["days"])
    if x["slot"] != "raised":
        return news >= ONE_NEWS or (news >= _HALF_SURE and bool(set(x["anchors"]) & set(y["anchors"])))
    with_others = x["beside"] is not None and y["beside"] is not None and x["beside"] != y["beside"]
    rare = any(len(w) >= _RARE for w in shared) and len(shared) * 2 >= min(len(x["things"]), len(y["things"]))
    return rare and not with_others and news >= _SOME_NEWS


def _other_days(a: Sequence[str], b: Sequence[str]) -> bool:
    """Both are dated, and no date of the one can be one of the other."""
    return bool(a and b) and all(
        compare_dates(parse_edtf(x), parse_edtf(y)).relation == "disjoint" for x in a for y in b
    )


def _judge(group: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    told: dict[str, set[str]] = {}
    for claim in group:
        told.setdefault(claim.source, set()).update(claim.value["answers"])
    sets = list(told.values())
    slot = str(group[0].value["slot"])
    shared = set.intersection(*(set(c.value["things"]) for c in group)) or set(group[0].value["things"])
    thing = min(shared, key=lambda w: (-len(w), w))
    words = next(w for c in group for t, w in zip(c.value["things"], c.value["words"], strict=True) if t == thing)
    if slot.startswith(DEED):
        yield from judge_deed(group, words, block)
        return
    question = _ASKED[slot][0].format(words)
    if slot == "signed by":
        yield from _signatories(group, (question, words), told, block)
        return
    if set.intersection(*sets):
        common = sorted(set.intersection(*sets))
        answer = block.answer({"part": slot, "answers": common}, listed([_say(a, block.pack) for a in common]), group)
        summary = f"The sources agree on the {_ASKED[slot][1].format(words)}: {answer.text}"
        yield make_finding(
            Judgement("EUC703", "statement", "agree", group[0].subject, question, summary, "one answer", [answer], 0.5)
        )
        return
    every = sorted(set.union(*sets))
    if len(every) != _TWO or any(len(s) > 1 for s in sets) or not _apart(every[0], every[1], block.pack):
        for a, b in combinations(group, 2):
            block.demote(a, b, "other-event: parts that may be shared, or one in the other")
        return
    answers = [
        block.answer({"part": slot, "answers": [a]}, _say(a, block.pack), [c for c in group if a in c.value["answers"]])
        for a in every
    ]
    yield _differ(answers, question, words, block)


def _differ(answers: Sequence[Answer], question: str, words: str, block: "Block") -> Finding:
    first = answers[0].claims[0]
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    summary = f"Sources of one piece of news differ on the {_ASKED[str(first.value['slot'])][1].format(words)}: {told}"
    why = "two reports of one piece of news, which name one thing, and each gives the part in it otherwise"
    return make_finding(
        Judgement("EUC705", "statement", "conflict", first.subject, question, summary, why, answers, 0.55, "warning")
    )


def _signatories(
    group: Sequence[Claim], asked: tuple[str, str], told: Mapping[str, set[str]], block: "Block"
) -> Iterator[Finding]:
    """Two signatories in each of two sources: one is the same person, the other is not."""
    if len(told) != _TWO or any(len(people) != _TWO for people in told.values()):
        return
    one, other = (told[source] for source in sorted(told))
    left = [p for p in sorted(one) if not any(same_voice(p, q) for q in other)]
    right = [p for p in sorted(other) if not any(same_voice(p, q) for q in one)]
    sides = dict(pair.split("=") for c in group for pair in str(c.value["beside"]).split())
    if len(left) == len(right) == 1 and _one_side(sides.get(left[0], ""), sides.get(right[0], "")):
        answers = [
            block.answer(
                {"part": "signed by", "answers": [p]},
                speaker_name(p, block),
                [c for c in group if p in c.value["answers"]],
            )
            for p in (left[0], right[0])
        ]
        yield _differ(answers, *asked, block)


def _one_side(a: str, b: str) -> bool:
    """Two people sign for one side: the same, or a country beside a minister of whom none is named."""
    return a == b or (not a and b.startswith("country:")) or (not b and a.startswith("country:"))


def _say(answer: str, pack: "Pack") -> str:
    return pack.name_of(answer) if ":" in answer else answer


def _apart(a: str, b: str, pack: "Pack") -> bool:
    """Neither is the other, a part of it, or a country beside its own union."""
    if ":" not in a:
        return a != b
    if a.startswith("place:") or b.startswith("place:"):
        return pack.apart(a, b)
    one, other = _top(a, pack), _top(b, pack)
    known = [pack.organisations.get(x) for x in (one, other)]
    members = {m for o in known if o is not None for m in o.members}
    return one != other and one not in members and other not in members


def _top(entity: str, pack: "Pack") -> str:
    seen = entity
    while (body := pack.organisations.get(seen)) is not None and body.parent is not None:
        seen = body.parent
    return seen
