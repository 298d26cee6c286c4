"""The offices of one person in two reports of one news to a note: each report gives one office, and not the same.

Somebody may hold both, so that is no conflict; but one news hardly names a person by two offices, and a reader who
checks a title wants to know.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.fields import field_words
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.persons import Slot
from eucacheck.kinds._wording.words import listed, sources_in_words
from eucacheck.kinds.title.tenures import PLAIN
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

_NO_WORDS: Final = frozenset({"of", "for", "the", "and", "first", "senior", "special"})
_ONE_POST: Final = regex.compile(r"\b(?:representative|envoy|ambassador)\b")
"""Words for one post of a diplomat, of which a report takes any."""
_HEADS: Final = frozenset(
    "head chair director leader manager representative chief-executive general-director director-general president "
    "managing-director founder prime-minister head-of-government co-chair deputy member spokesperson".split()
)
"""Words for who is at the top of a body, and for who speaks for it: any of them is said of one post."""
_PASSING: Final = regex.compile(r"\b(?:delegation|side|team|mission|group|government|state|negotiator)s?\b", regex.I)
"""What one heads beside an office, or what is no body of its own."""

Named = tuple[str, Sequence[Claim]]


def judge_called_otherwise(person: tuple[str, str], offices: Mapping[Slot, Named], block: "Block") -> Iterator[Finding]:
    """One note for a person (identifier and name) to whom two reports of one news give one office each."""
    subject, name = person
    for a, b in combinations(sorted(offices, key=str), 2):
        (first, left), (second, right) = offices[a], offices[b]
        if {c.source for c in left} & {c.source for c in right} or _says_less(a, b, (left, right)):
            continue
        here = [(x, y) for x in left for y in right if _plain(x) and _plain(y) and block.one_news(x, y)]
        if not here:
            continue
        answers = [
            block.answer({"office": a[0], "organisation": a[1]}, _told(first, a, left), [x for x, _ in here]),
            block.answer({"office": b[0], "organisation": b[1]}, _told(second, b, right), [y for _, y in here]),
        ]
        called = listed([f"{x.text} ({sources_in_words(x, block)})" for x in answers])
        summary = f"In reports of one news {name} is called {called}"
        question = f"By which office do reports of one news call {name}: {answers[0].text} or {answers[1].text}?"
        why = "one may hold both offices, but each report gives one alone"
        yield make_finding(Judgement("EUC204", "title", "refine", subject, question, summary, why, answers, 0.5))
        return


def _told(text: str, slot: Slot, claims: Sequence[Claim]) -> str:
    field = max((str(c.value["domain"] or "") for c in claims), key=lambda d: (len(d), d))
    return f"{text} {'for' if slot[1] is not None else 'of'} {field}" if field else text


def _plain(claim: Claim) -> bool:
    return claim.modality in PLAIN and claim.polarity and not claim.value.get("changing")


def _says_less(a: Slot, b: Slot, told: tuple[Sequence[Claim], Sequence[Claim]]) -> bool:
    """One is the other in fewer words ("minister" of a foreign minister), or another word for one post."""
    if any(
        _PASSING.search(str(c.value["domain"] or "")) or _PASSING.search(s[0])
        for s, g in zip((a, b), told, strict=True)
        for c in g
    ):
        return True
    words = [set(s[0].split("-")) - _NO_WORDS for s in (a, b)]
    fields = [{w for c in g for w in field_words(c.value["domain"])} for g in told]
    bodies = {a[1], b[1]} - {None}
    nested = fields[0] <= fields[1] or fields[1] <= fields[0]
    if {a[0], b[0]} <= _HEADS and nested and len(bodies) <= 1:
        return True
    if len(bodies) > 1 or (all(fields) and not fields[0] & fields[1]):
        return all(_ONE_POST.search(s[0].replace("-", " ")) for s in (a, b))
    if words[0] <= words[1] or words[1] <= words[0]:
        return True
    return all(_ONE_POST.search(s[0].replace("-", " ")) for s in (a, b)) or not (bodies or any(fields))
