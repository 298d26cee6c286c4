"""Who followed whom in an office: "succeeded X as president", "took over from X as envoy", against the terms on record.

The new holder stands before the verb, or behind "was succeeded by"; the office is the one behind "as", else the one
that the sentence gives either of the two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.offices import Held, known_offices
from eucacheck.compare.terms import say_term
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.title.tenures import PLAIN
from eucacheck.mentions.office_phrases import find_phrases
from eucacheck.mentions.office_text import OfficePhrase
from eucacheck.pack.model import Holder, Office
from eucacheck.records import Claim, Finding, OfficeMention, PersonMention, Reference, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.pack import Pack

_CUE: Final = regex.compile(
    r"\b(?:(?P<passive>(?:was|were|has been|had been) (?:succeeded|replaced) by)|succeed(?:ed|s|ing)|"
    r"replac(?:ed|es|ing)|(?:took|takes|taken|taking) over from)\s+(?:(?:the )?\p{Lu}[\p{L}-]{2,14}(?:'s)? )?$"
)
"""The verb up to the person behind it, who may have a demonym before the name."""
_FIRST: Final = regex.compile(r",?\s(?:who\s)?(?:(?:has|had|only|recently|formally|himself|herself)\s)*$|,\s$")
"""Between the person before the verb and the verb."""
_AS: Final = regex.compile(r"\s(?:as|in the (?:post|role|position|office) of|at the head of)\s(?:the\s)?", regex.I)
_NEAR: Final = 40
_GAP: Final = timedelta(days=120)
"""Between two terms that follow each other; in a longer gap somebody whom the record does not have may have served."""
SUCCESSOR: Final = "successor"
"""The tenure of such a claim: it tells of the change and not of a holder at the time of the source."""


@dataclass(frozen=True, slots=True)
class Succession:
    """One person said to follow another in an office; `start` and `end` span the words."""

    start: int
    end: int
    successor: PersonMention
    predecessor: PersonMention
    office: OfficeMention | OfficePhrase


def find_successions(doc: "Document") -> Iterator[Succession]:
    """Each change in an office told with both holders."""
    for sentence in doc.sentences:
        named = [p for p in doc.persons if sentence.start <= p.start and p.end <= sentence.end]
        named = [p for p in named if p.form in {"full", "surname"}]
        for first, second in pairwise(named):
            gap = doc.shadow[first.end : second.start]
            cue = _CUE.search(gap) if len(gap) <= 2 * _NEAR else None
            if cue is None or _FIRST.fullmatch(gap[: cue.start()]) is None:
                continue
            office = _office(doc, sentence, first, second)
            if office is not None:
                new, old = (second, first) if cue["passive"] else (first, second)
                end = office.end if office.start > second.end else second.end
                yield Succession(first.start, end, new, old, office)


def _office(
    doc: "Document", sentence: Sentence, first: PersonMention, second: PersonMention
) -> OfficeMention | OfficePhrase | None:
    """The office right behind 'as', else the only one that the sentence gives one of the two."""
    link = _AS.match(doc.shadow, second.end, sentence.end)
    if link is not None:
        phrases = find_phrases(doc.shadow, doc.entities, doc.persons, doc.pack)
        behind = next((p for p in phrases if link.end() - 4 <= p.start <= link.end()), None)
        if behind is None or behind.organisation is not None:
            return behind
        return next((o for o in doc.offices if o.start <= behind.start < o.end and o.organisation is not None), None)
    inside = [o for o in doc.offices if sentence.start <= o.start < sentence.end and o.organisation is not None]
    own = [o for o in inside if o.person in {first.person, second.person}]
    return own[0] if len({(o.office, o.organisation, o.domain) for o in own}) == 1 else None


def judge_succession(person: str, name: str, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each predecessor that the record does not have."""
    wrong: dict[str, list[Claim]] = {}
    references: dict[str, Reference] = {}
    for claim in claims:
        reference = _contradicted(person, claim, block.pack)
        if reference is not None:
            old = _old(claim)
            wrong.setdefault(old, []).append(claim)
            references[old] = reference
    right = [c for c in claims if any(f"{block.pack.name_of(_old(c))} (" in r.value for r in references.values())]
    return [_finding((person, name), old, [wrong[old], right], references[old], block) for old in sorted(wrong)]


def _old(claim: Claim) -> str:
    return str(claim.value["after"]["person"])


def _contradicted(person: str, claim: Claim, pack: "Pack") -> Reference | None:
    """What the record has, where it knows the term before and the one said to have held it did not hold it."""
    old = _old(claim)
    if claim.modality not in PLAIN or not claim.polarity or old not in pack.people or old == person:
        return None
    value = claim.value
    offices = known_offices(Held(str(value["office"]), value["organisation"], value["domain"]), pack)
    if len(offices) != 1:
        return None
    terms = sorted(offices[0].holders, key=lambda h: h.since)
    for before, own in pairwise(terms):
        if f"person:{own.person}" == person and f"person:{before.person}" == old:
            return None
    own_at = [i for i, h in enumerate(terms) if f"person:{h.person}" == person]
    if len(own_at) != 1 or own_at[0] == 0:
        return None
    return _before(offices[0], terms, own_at[0], old, pack)


def _before(office: Office, terms: Sequence[Holder], at: int, old: str, pack: "Pack") -> Reference | None:
    """The term right before, where it is cited; an acting holder between two others is passed over."""
    own, before = terms[at], terms[at - 1]
    if before.acting and at > 1 and f"person:{terms[at - 2].person}" == old:
        return None
    start, end = parse_edtf(own.since).start, parse_edtf(before.until).end if before.until else None
    cited = all(h.ref or office.ref for h in (own, before))
    if start is None or end is None or start - end > _GAP or not cited:
        return None
    told = ", then ".join(f"{pack.name_of(f'person:{h.person}')} ({say_term(h)})" for h in (before, own))
    return Reference(f"{office.name}: {told}", str(own.ref or office.ref))


def _finding(
    who: tuple[str, str], old: str, sides: Sequence[Sequence[Claim]], reference: Reference, block: "Block"
) -> Finding:
    """One wrong predecessor, and the other sources that have the right one."""
    (person, name), before = who, block.pack.name_of(old)
    answer = block.answer({"successor_of": old}, f"successor of {before}", sides[0])
    others = [c for c in sides[1] if c.source not in {x.source for x in sides[0]} and _old(c) != old]
    answers = [answer]
    if others:
        text = f"successor of {block.pack.name_of(_old(others[0]))}"
        answers.append(block.answer({"successor_of": _old(others[0])}, text, others))
    office = reference.value.partition(":")[0]
    summary = (
        f"{name} is said to have followed {before} as {office} ({sources_in_words(answer, block)}); "
        f"the reference has {reference.value}"
    )
    question = f"Did {name} follow {before} as {office}?"
    why = "by cited terms of office another person came between the two, or the order is the reverse"
    return make_finding(
        Judgement("EUC903", "title", "conflict", person, question, summary, why, answers, 0.8, "warning", reference)
    )
