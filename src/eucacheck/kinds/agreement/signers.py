"""Who signed an agreement: the persons beside the verb, and two sources that give one side to different people."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._wording.wordings import same_voice
from eucacheck.kinds._wording.words import answers_in_words, listed, speaker_name
from eucacheck.kinds.agreement.case import Case
from eucacheck.kinds.agreement.dates import done
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document
    from eucacheck.records import PersonMention, Sentence

SIGNED: Final = frozenset({"signed", "initialled"})
_BY: Final = regex.compile(r"[^.;]{0,110}?\b(?:by|between)\s|[^.;]{0,40}?\bwas that of\s", regex.I)
_WITH: Final = regex.compile(r"[^.;]{0,110}?\bwith\s", regex.I)
_LINK: Final = regex.compile(r"[^.;:]{0,75}")
_NO_LINK: Final = regex.compile(
    r"\b(?:during|after|before|while|who|which|whom|presence|witness\w{0,4}|told|said|met|meets|attend\w{0,3}|watch\w{0,3}"
    r"|overs\w{2,6}|visit\w{0,3}|as|under|signed|initialled|led|headed)\b|\sby\s[^,]{0,30}\s(?:by|and)\s\p{Ll}{4,12}ed\b",
    regex.I,
)
_RIGHT_BEFORE: Final = regex.compile(r",?\s(?:(?:have|has|had|also|then|today|jointly|duly|both)\s){0,3}", regex.I)
_TWO: Final = 2
"""An agreement of two sides has two signatures."""


def signers_of(doc: "Document", sentence: "Sentence", start: int, end: int) -> list["PersonMention"]:
    """Give the persons who sign, by the verb or noun between two offsets: "signed by A and B", "A signed with B"."""
    people = [p for p in doc.persons if sentence.start <= p.start < p.end <= sentence.end]
    text = doc.shadow
    found = _before(text, people, start)
    for pattern in (_WITH,) if found else (_BY,):
        match = pattern.match(text, end, sentence.end)
        if match is not None:
            found += _chain(text, [p for p in people if p.start >= match.end()], match.end())
    return sorted(found, key=lambda p: p.start)


def _before(text: str, people: Sequence["PersonMention"], at: int) -> list["PersonMention"]:
    """'Minister A and Commissioner B signed': the person right before the verb, and who is joined to him."""
    earlier = [p for p in people if p.end <= at]
    if not earlier or _RIGHT_BEFORE.fullmatch(text, earlier[-1].end, at) is None:
        return []
    found = [earlier.pop()]
    while earlier:
        gap = text[earlier[-1].end : found[-1].start]
        if not (len(gap) <= 75 and _joins(gap)):
            break
        found.append(earlier.pop())
    return found


def _chain(text: str, people: Sequence["PersonMention"], at: int) -> list["PersonMention"]:
    """The persons of a list that begins at an offset."""
    found: list[PersonMention] = []
    for one in people:
        gap = text[at : one.start]
        if _LINK.fullmatch(gap) is None or _NO_LINK.search(gap) or (found and not _joins(gap)):
            break
        found.append(one)
        at = one.end
    return found


def _joins(gap: str) -> bool:
    return regex.search(r",|\band\b|&", gap) is not None and _NO_LINK.search(gap) is None


def judge_signers(claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """One finding where two sources agree on one of two signatories and differ in the other."""
    for action in sorted(SIGNED):
        by = _by_source([c for c in claims if c.value["action"] == action and done(c)])
        for a, b in combinations(sorted(by), 2):
            left, right = _others(by[a], by[b]), _others(by[b], by[a])
            if len(by[a]) == len(by[b]) == _TWO and len(left) == len(right) == 1:
                yield _differ(action, (left[0], right[0]), claims, case)
                break


def _others(these: Sequence[str], those: Sequence[str]) -> list[str]:
    return [p for p in these if not any(same_voice(p, q) for q in those)]


def _by_source(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """The signatories that each source names."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        own = found.setdefault(claim.source, [])
        own += [p for p in claim.value["by"] if p not in own]
    return {source: people for source, people in found.items() if people}


def _differ(action: str, people: tuple[str, str], claims: Sequence[Claim], case: Case) -> Finding:
    block = case.block
    answers = []
    for person in people:
        own = [c for c in claims if person in c.value["by"] and c.value["action"] == action]
        answers.append(block.answer({"action": action, "by": person}, speaker_name(person, block), own))
    shared = sorted({p for c in claims for p in c.value["by"] if p not in people})
    beside = f" beside {listed([speaker_name(p, block) for p in shared])}" if shared else ""
    told = f"sources name different signatories of {case.name}{beside}: {answers_in_words(answers, block)}"
    why = "one signatory is the same in both sources, and the other is not the same person"
    question = f"Who {action} {case.name}{beside}?"
    return case.finding("EUC507", "conflict", question, (told, why), answers, 0.7)
