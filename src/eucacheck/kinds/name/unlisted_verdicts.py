"""Two names that no list has to how they stand to each other, in two reports of one piece of news.

Only there can two names that differ be taken for one thing: a body of which one report leaves out a word, a mine that
one of them misspells, a paper that is a declaration in one and a communiqué in the other.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from eucacheck.compare.names import plain
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Answer, Claim, Finding, Verdict
from eucacheck.shadow import skeleton

if TYPE_CHECKING:
    from eucacheck.facts import Block

UNLISTED: Final = "unlisted:"
"""How the blocks of these names begin."""
_LONG: Final = 6
"""Letters of a word from which one or two that differ are a slip and no other word."""
_LONGER: Final = 8
_KEPT: Final = 0.6
"""So much of the longer name of a body the shorter one keeps."""
_SHORTEST: Final = 3
"""Words of a name that is one with a longer one."""


def unlisted_keys(claim: Claim) -> tuple[str, ...]:
    """Bodies and sites meet by the noun that says what they are, papers by what they are of or on."""
    value = claim.value
    sort, words = str(value["unlisted"]), list(map(str, value["words"]))
    if sort == "paper":
        return (f"{UNLISTED}paper:{words[0]}",)
    if sort == "topic":
        return (f"{UNLISTED}topic:{value['head']}:{words[-1]}",)
    return (f"{UNLISTED}{sort}:{value['head']}",)


def judge_unlisted(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each two names that may be one, and for each name that is told alike."""
    ordered = sorted(claims, key=canonical)
    findings: list[Finding] = []
    used: set[str] = set()
    for a, b in combinations(ordered, 2):
        if used & {_name(a), _name(b)} or _name(a) == _name(b) or not block.one_news(a, b):
            continue
        found = _relate(a, b)
        if found is None or _gives_both(ordered, a, b):
            continue
        used |= {_name(a), _name(b)}
        findings.append(_finding(a, b, found, ordered, block))
    for name in dict.fromkeys(_name(c) for c in ordered if _name(c) not in used):
        own = [c for c in ordered if _name(c) == name]
        answer = block.answer({"name": own[0].value["name"]}, str(own[0].value["name"]), own)
        findings.append(_alike(own[0].subject, answer))
    return findings


def _alike(subject: str, answer: Answer) -> Finding:
    told, question = f"{answer.text} ({count_sources(answer)})", f"How is {answer.text} called?"
    verdict, why = agreement_or_single(answer), "all sources use this name"
    return make_finding(Judgement("EUC105", "name", verdict, subject, question, told, why, [answer], 0.5))


def _name(claim: Claim) -> str:
    """What makes two names one form: the words of a body, the letters of a site."""
    return " ".join(plain(str(w)) for w in claim.value["words"])


def _gives_both(claims: Sequence[Claim], a: Claim, b: Claim) -> bool:
    """A source that uses both names may mean two things."""
    by_source: dict[str, set[str]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, set()).add(_name(claim))
    return any({_name(a), _name(b)} <= names for names in by_source.values())


def _relate(a: Claim, b: Claim) -> tuple[Verdict, str] | None:
    """How one name stands to the other, and why; None where they are of two things."""
    x, y = list(map(str, a.value["words"])), list(map(str, b.value["words"]))
    sort = a.value["unlisted"]
    if sort == "site":
        return _misspelt(x[0], y[0])
    if sort == "paper":
        return ("refine", "one paper under two nouns") if x[:-1] == y[:-1] else None
    if sort == "topic":
        one, other = [w for w in x if w not in y], [w for w in y if w not in x]
        both = len(one) <= 1 and len(other) <= 1 and one + other
        return ("refine", "one paper, its subject in two words") if both else None
    short, long = sorted((x, y), key=lambda w: (len(w), w))
    if set(short) < set(long):
        enough = len(short) >= max(_SHORTEST, _KEPT * len(long))
        return ("refine", "one source leaves out a word of the name") if enough else None
    odd = [(u, v) for u, v in zip(x, y, strict=True) if u != v] if len(x) == len(y) else []
    return _misspelt(*odd[0]) if len(odd) == 1 and len(x) >= _SHORTEST else None


def _misspelt(x: str, y: str) -> tuple[Verdict, str] | None:
    """Two words that differ in a letter or two."""
    one, other = plain(x), plain(y)
    if skeleton(x) == skeleton(y):
        return "refine", "another romanisation of one name"
    size, apart = min(len(one), len(other)), OSA.distance(one, other)
    if one[:1] != other[:1] or size < _LONG or apart > 1 + (size >= _LONGER):
        return None
    return "variant", f"“{x}” and “{y}” differ by {'a letter' if apart == 1 else 'two letters'}"


def _finding(a: Claim, b: Claim, found: tuple[Verdict, str], claims: Sequence[Claim], block: "Block") -> Finding:
    verdict, why = found
    groups = [[c for c in claims if _name(c) == _name(one)] for one in (a, b)]
    answers = [block.answer({"name": g[0].value["name"]}, str(g[0].value["name"]), g) for g in groups]
    told = " and ".join(f"“{x.text}” ({sources_in_words(x, block)})" for x in answers)
    what = {"body": "body", "site": str(a.value["head"]), "paper": "paper", "topic": "paper"}[str(a.value["unlisted"])]
    rule, summary = ("EUC101", f"One {what}, two spellings: {told}")
    if verdict == "refine":
        rule, summary = "EUC104", f"One {what} appears under two names: {told}"
    question = f"Is {' or '.join(x.text for x in answers)} the name?"
    subject = min(a.subject, b.subject)
    return make_finding(Judgement(rule, "name", verdict, subject, question, summary, why, answers, 0.5))
