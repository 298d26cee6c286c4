"""What else a source states: a clause with its subject, verb and object.

## Finds
Clauses with a verb, a subject in words and at least one person, body, place, agreement or programme: "Uzbekistan has
joined the convention", "the EU delegation opened in 1994". What hangs on another clause is quoted with it, so that a
reader understands the quote alone. Clauses that only say that somebody speaks are left out. Besides, the
parts that somebody or something has in an undertaking: who leads a consortium, pays for a study or carries it out, who
opened, organised, hosted, built or handed over something, appointed somebody,
whether money is a grant or a loan, whether a topic came up, where and by whom a text was signed, whether one was at
all.

## Same fact
Clauses that share subject and verb, or two of their three longest words, and nearly all words and names. Likeness of
words proposes; names, figures, dates and negation decide. Parts are of one thing where two sources report one piece of
news and name it with a noun in common.

## Compared
Nearly the same words and names agree. One clause that denies what another says in nearly the same words, or has the
contrary verb ("approved", "rejected"; where one may follow the other, only of one date), another name in the same
words, or another date of what happens once, is a conflict, as a warning; so is a part given otherwise by each
source. The same names in part other words is a note.

## Value
`{"predicate": stem of the verb, "object": words after it, "entities": identifiers, "numbers": figures with units,
"dates": EDTF, "negated": bool, "stems": other words of the clause as stems}`; of a part `{"slot": which, "answers":
[identifier or word], "things": [stem], "words": [noun], "beside": with whom | null, "anchors":
[sum or programme], "days": [EDTF]}`.

## Rules
EUC701 one denies what another states, or tells the contrary. EUC702 another name, figure or date in an otherwise equal
clause. EUC703 one statement in other words. EUC704 one statement of two speakers. EUC705 a part given otherwise.

## Example
"Uzbekistan has joined the water convention" in one source, "has not joined" in another of the same week: EUC701.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.statements import FEWEST, VERBATIM, StatementRelation, compare_statements
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._encounters.presence_verdicts import PREFIX as THERE
from eucacheck.kinds._encounters.presence_verdicts import people_of, presence_keys
from eucacheck.kinds._wording.wordings import joined, same_voice
from eucacheck.kinds._wording.words import listed, sources_in_words, speaker_name
from eucacheck.kinds.statement.clauses import statements_of
from eucacheck.kinds.statement.part_verdicts import PARTS, judge_parts, part_keys
from eucacheck.kinds.statement.parts import find_parts
from eucacheck.kinds.statement.reasons import why_not_opposed
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC701": "One source denies what another states, or tells the contrary, in nearly the same words.",
    "EUC702": "Otherwise equal statements give another name, figure or date.",
    "EUC703": "One statement stands in other words.",
    "EUC704": "The same statement is given to two speakers.",
    "EUC705": "Two reports of one news give a part in one thing or deed to two bodies or people, or two forms.",
}

_LARGE: Final = 120
"""Claims of a block beyond which a word shared by too many brings no two together."""
_COMMON: Final = 40
_UNCLEAR: Final = regex.compile(r"(?:he|she|it|they|this|that|these|which|who|his|her|its|their)\b", regex.I)
"""How a statement begins whose subject another sentence names."""
_RULE_OF: Final = {
    "opposed": "EUC701",
    "other-date": "EUC702",
    "other-day": "EUC702",
    "other-figure": "EUC702",
    "other-name": "EUC702",
    "other-speaker": "EUC704",
    "similar": "EUC703",
}
"""The rule of a relation, the gravest first."""
_SURE: Final = {
    "opposed": 0.7,
    "other-date": 0.7,
    "other-day": 0.6,
    "other-figure": 0.65,
    "other-name": 0.55,
    "other-speaker": 0.55,
}
"""Confidence: another name or speaker in the same words is the likeliest to be another fact."""
_GRAVITY: Final = tuple(_RULE_OF)
_DISPUTES: Final = frozenset(_RULE_OF) - {"similar"}

_CONDITIONS: Final = frozenset({"if", "unless", "once", "provided"})

Relations = dict[tuple[str, str], StatementRelation]


def find(doc: "Document") -> Iterator[Claim]:
    """Each clause that states something."""
    conditional = {c.governor for c in doc.clauses if c.opener in _CONDITIONS}
    for one in statements_of(doc):
        said_by, modality = doc.speech.at(one.clause.verb_start, one.clause.end)
        if modality == "assertion" and one.clause.verb_start in conditional:
            modality = "conjecture"
        draft = Draft(
            "statement", one.subject, one.value, one.start, one.end, modality=modality, speaker=said_by,
            polarity=not one.value["negated"], confidence=0.7,
        )  # fmt: skip
        claim = make_claim(doc, draft)
        if claim is not None:
            yield claim
    for part in find_parts(doc):
        value = {
            "slot": part.slot, "answers": list(part.answers), "things": list(part.things),
            "words": list(part.words), "beside": part.beside,
            "anchors": list(part.anchors), "days": list(part.days),
        }  # fmt: skip
        subject = part.answers[0] if ":" in part.answers[0] else f"topic:{part.things[0]}"
        said_by, modality = doc.speech.at(part.start, part.end)
        claim = make_claim(
            doc,
            Draft(
                "statement", subject, value, part.start, part.end, modality=modality, speaker=said_by, confidence=0.6
            ),
        )
        if claim is not None:
            yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """Statements meet by subject and verb or long word, and by any two of their three longest words."""
    if "slot" in claim.value:
        return (*part_keys(claim), *presence_keys(people_of(claim)))
    stems = sorted(claim.value["stems"], key=lambda w: (-len(w), w))
    beside = [s for s in stems if s != claim.value["predicate"]][:2]
    return (
        _home(claim),
        *(f"statement:{a}+{b}" for a, b in combinations(sorted(stems[:3]), 2)),
        *(f"statement:{claim.subject}+{s}" for s in beside),
    )


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a statement; in a block of two words only what no block of a subject sees."""
    if block.key.startswith(THERE):
        return []
    if block.key.startswith(PARTS):
        return judge_parts(claims, block)
    related = _relations(claims, block)
    disputes = {i for pair, r in related.items() if r.relation in _DISPUTES for i in pair}
    strong = joined(claims, [pair for pair, r in related.items() if r.relation != "similar"])
    disputed = [g for g in strong if any(c.id in disputes for c in g)]
    taken = {c.id for g in disputed for c in g}
    rest = joined([c for c in claims if c.id not in taken], related)
    findings = []
    for group in [*disputed, *rest]:
        homes = {_home(c) for c in group}
        if block.key == _home(group[0]) if len(homes) == 1 else block.key == _meeting(group):
            findings.append(_judge_group(group, related, block))
    return findings


def _home(claim: Claim) -> str:
    return f"statement:{claim.subject}:{claim.value['predicate']}"


def _meeting(group: Sequence[Claim]) -> str:
    """The first block that all claims of a group share: the one that reports it."""
    shared = set(keys(group[0])).intersection(*(keys(c) for c in group[1:]))
    return min(shared, default=_home(group[0]))


def _relations(claims: Sequence[Claim], block: "Block") -> Relations:
    """What links two claims; why a pair is not opposed is kept."""
    found: Relations = {}
    for a, b in _pairs(claims):
        relation = _with_speakers(a, b, compare_statements(a.value, b.value))
        if relation.relation == "apart":
            continue
        reason = why_not_opposed(a, b, relation, block)
        if reason:
            block.demote(a, b, reason)
        else:
            found[a.id, b.id] = relation
    return found


def _with_speakers(a: Claim, b: Claim, relation: StatementRelation) -> StatementRelation:
    """The same words of two people: nearly every word must agree, since two may well say the same."""
    if relation.relation != "same":
        return relation
    if (a.modality == "denied") != (b.modality == "denied"):
        return StatementRelation("opposed", relation.score, "one denies what the other says, in nearly the same words")
    if same_voice(a.speaker, b.speaker):
        return relation
    shared = len(set(a.value["stems"]) & set(b.value["stems"]))
    if relation.score < VERBATIM or shared < FEWEST + 1 or a.source == b.source:
        return relation
    return StatementRelation("other-speaker", relation.score, "the same words are given to two speakers")


def _pairs(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    if len(claims) <= _LARGE:
        return list(combinations(claims, 2))
    places: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        for stem in claim.value["stems"]:
            places.setdefault(stem, []).append(i)
    pairs = {p for at in places.values() if len(at) <= _COMMON for p in combinations(at, 2)}
    return [(claims[i], claims[j]) for i, j in sorted(pairs)]


def _judge_group(group: Sequence[Claim], related: Relations, block: "Block") -> Finding:
    parts = joined(group, [pair for pair, r in related.items() if r.relation == "same"])
    answers = [
        block.answer({"statement": (c := min(part, key=_clearness)).quote}, f"“{c.quote}”", part) for part in parts
    ]
    clearest = min(group, key=_clearness)
    subject, question = group[0].subject, f"Is it so that “{_short(clearest)}”?"
    if len(answers) == 1:
        verdict = agreement_or_single(answers[0])
        why = "nearly the same words and names" if len(group) > 1 else "one source states this"
        summary = f"“{_short(clearest)}” ({count_sources(answers[0])})"
        return make_finding(Judgement("EUC703", "statement", verdict, subject, question, summary, why, answers, 0.6))
    gravest = _gravest(group, related)
    rule = _RULE_OF[gravest.relation]
    if rule == "EUC701" and any(c.modality == "denied" for c in group):
        answers = [replace(a, text=_stance(a, block)) for a in answers]
    if rule == "EUC704":
        answers = [replace(a, text=f"{_speaker(a, block)}: {a.text}") for a in answers]
    told = listed([f"{_shorter(a.text)} ({sources_in_words(a, block)})" for a in answers])
    if rule == "EUC703":
        summary = f"Said in different words: {told}"
        return make_finding(
            Judgement(rule, "statement", "refine", subject, question, summary, gravest.reason, answers, 0.4)
        )
    begin = "One statement is given to two speakers" if rule == "EUC704" else "Sources contradict each other"
    summary = f"{begin}: {told}"
    return make_finding(
        Judgement(
            rule,
            "statement",
            "conflict",
            subject,
            question,
            summary,
            gravest.reason,
            answers,
            _SURE[gravest.relation],
            "warning",
        )
    )


def _gravest(group: Sequence[Claim], related: Relations) -> StatementRelation:
    """The relation that decides the verdict: a denial before another date, name or speaker, before other words."""
    ids = {c.id for c in group}
    found = [r for (a, b), r in related.items() if a in ids and b in ids and r.relation != "same"]
    return min(found, key=lambda r: (_GRAVITY.index(r.relation), -r.score, r.reason))


def _stance(answer: Answer, block: "Block") -> str:
    """'Irena Valk denies: "..."'."""
    verb = "denies" if any(c.modality == "denied" for c in answer.claims) else "says"
    return f"{_speaker(answer, block)} {verb}: {answer.text}"


def _speaker(answer: Answer, block: "Block") -> str:
    names = {speaker_name(c.speaker, block) for c in answer.claims if c.speaker is not None}
    return listed(sorted(names)) or "the source"


def _clearness(claim: Claim) -> tuple[bool, int, str]:
    """First what names its subject, then what is short."""
    return (_UNCLEAR.match(claim.quote) is not None, len(claim.quote), claim.id)


def _short(claim: Claim) -> str:
    words = claim.quote.split()
    return " ".join(words[:32]) + (" …" if len(words) > 32 else "")


def _shorter(text: str) -> str:
    return text if len(text) <= 130 else text[:129].rsplit(" ", 1)[0] + " …”"
