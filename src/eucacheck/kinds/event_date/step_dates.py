"""Dated steps in the life of a thing, or in the office of a person, to findings: one a step."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from eucacheck.compare.dates import compare_dates
from eucacheck.compare.names import compare_persons, person_key
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.grouping import grouped
from eucacheck.kinds._happenings.event_dates import AGREED, answers_of, gravest, interval_of
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.kinds._happenings.events import one_answer
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Answer, Claim, Finding, Level, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block


def step_key(claim: Claim) -> str:
    """The block of a step: what is taken and of what, for a person by the surname, however it is spelt."""
    name = claim.value.get("name")
    return f"step:{claim.value['step']}:{person_key(str(name)) if name else claim.value['of']}"


def judge_steps(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each thing or person whose step it is."""
    return [f for own in _in_one_news(_by_person(claims), block) for f in _judge_step(own, block)]


def _in_one_news(groups: Sequence[list[Claim]], block: "Block") -> list[list[Claim]]:
    """Of two people with one surname and much the same given name, of whom reports of one news tell one step, one."""
    found: list[list[Claim]] = []
    for group in groups:
        one = next((g for g in found if _told_as_one(g, group, block)), None)
        if one is None:
            found.append(list(group))
        else:
            one += group
    return found


def _told_as_one(a: Sequence[Claim], b: Sequence[Claim], block: "Block") -> bool:
    names = [str(g[0].value.get("name", "")) for g in (a, b)]
    given = [n.split()[0][:_GIVEN] for n in names if len(n.split()) > 1]
    alike = len(given) == len(names) and given[0] == given[1] and len(given[0]) == _GIVEN
    offices = [str(g[0].value.get("office", "")) for g in (a, b)]
    apart = {c.source for c in a} & {c.source for c in b} or names[0] == names[1] or offices[0] != offices[1]
    return alike and not apart and any(block.one_news(x, y) for x in a for y in b)


_GIVEN = 4
"""Letters that two forms of one given name begin with."""


def _by_person(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The steps of one person each, however the name is spelt; of a thing all."""
    return grouped(sorted(claims, key=canonical), lambda g, one: all(_same_owner(one.value, c.value) for c in g))


def _same_owner(a: Value, b: Value) -> bool:
    """One thing, or one person and not two offices of the person."""
    told = [str(v.get("office", "")) for v in (a, b)]
    if all(told) and not (told[0].endswith(told[1]) or told[1].endswith(told[0])):
        return False
    if a["of"] == b["of"] or not (a.get("name") and b.get("name")):
        return bool(a["of"] == b["of"])
    return compare_persons(str(a["name"]), str(b["name"])).relation in {"same-spelling", "same-person"}


def _judge_step(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Steps of agreements are judged as agreements; of one thing, only steps in the same year are taken for one."""
    of, step = str(claims[0].value["of"]), str(claims[0].value["step"])
    if of.startswith("unnamed:"):
        return [_only_told(claim, block) for claim in claims]
    if of.startswith("agreement:") and step not in {"since", "standing"}:
        return []
    answers = answers_of(claims, block)
    called = max((str(c.value["name"]) for c in claims if c.value.get("name")), key=lambda n: (len(n), n), default="")
    whose = called or " and ".join(_name(o, block) for o in of.split("+"))
    what = f"the {_STEP_WORDS.get(step, step)} of {whose}"
    if len(answers) == 1:
        relation, (verdict, summary) = AGREED, one_answer(what, answers[0])
    else:
        relation = gravest(answers, block)
        if relation.verdict == "conflict" and not (
            _one_year(answers) or _told_at_once(claims, block) or _of_one_news(answers, block)
        ):
            relation = replace(relation, verdict="unclear")
        verdict, summary = relation.verdict, f"{relation.how} {what}: {answers_in_words(answers, block)}"
    level: Level | None = "warning" if verdict == "conflict" else None
    question = f"When was {what}?"
    return [
        make_finding(
            Judgement(
                relation.rule, "event_date", verdict, claims[0].subject, question, summary, relation.why, answers,
                0.5, level,
            )
        )
    ]  # fmt: skip


def _name(thing: str, block: "Block") -> str:
    """The name of a thing; of a numbered package its number and sort."""
    sort, _, number = thing.removeprefix("package:").rpartition("-")
    if thing.startswith("package:") and number.isdigit():
        return f"the {ordinal_word(int(number))} {sort.replace('sanction', 'sanctions')} package"
    return block.pack.name_of(thing)


_STEP_WORDS = {
    "credentials": "handing over of the credentials",
    "since": "beginning", "standing": "beginning", "start": "beginning",
    "office-beginning": "beginning of the term of office",
    "office-ending": "end of the term of office", "office-holding": "time in office",
}  # fmt: skip
AT_ONCE = 62
"""Days within which two articles tell one term of office: later it may have been prolonged."""


def _told_at_once(claims: Sequence[Claim], block: "Block") -> bool:
    """All tell the end of a term that is still to come, in articles of one time."""
    if claims[0].value["step"] != "office-ending":
        return False
    told = [i.start for c in claims if (i := block.around.published.get(c.source)) is not None and i.start is not None]
    ends = [i.start for c in claims if (i := interval_of(c)).start is not None]
    if len(told) < len({c.id for c in claims}) or (max(told) - min(told)).days > AT_ONCE:
        return False
    return all(end is not None and end > max(told) for end in ends)


def _of_one_news(answers: Sequence[Answer], block: "Block") -> bool:
    """Since when a country has a standing is told in reports of one news: they mean one beginning."""
    claims = [c for a in answers for c in a.claims]
    if claims[0].value["step"] != "standing":
        return False
    pairs = [(x, y) for a, b in combinations(answers, 2) for x in a.claims for y in b.claims]
    return any(
        block.one_news(x, y) and compare_dates(interval_of(x), interval_of(y)).relation == "disjoint" for x, y in pairs
    )


def _only_told(claim: Claim, block: "Block") -> Finding:
    """A date of something that has no name of its own: it is told, and meets nothing."""
    answer = block.answer({"edtf": claim.value["edtf"]}, say_date(interval_of(claim)), [claim])
    words = " ".join(claim.quote.split())
    summary = f"“{words}”: {answer.text}"
    question = f"When: “{words}”?"
    return make_finding(
        Judgement(
            "EUC303", "event_date", "single", claim.subject, question, summary, "one source tells it", [answer], 0.4
        )
    )


def _one_year(answers: Sequence[Answer]) -> bool:
    return len({str(a.value["edtf"])[:4] for a in answers}) == 1
