"""Pronouns and office phrases to the people they stand for, within one article; what stays unresolved is left out.

Scores after measured features: subject of its sentence +1.6, each sentence back -1.6, beside a verb of saying +0.7; the other
gender is excluded, and the best candidate needs a margin.
"""

from collections.abc import Sequence

import regex

from eucacheck.mentions.speech import SAYING
from eucacheck.pack import Pack
from eucacheck.records import OfficeMention, PersonMention, Sentence
from eucacheck.shadow import fold

_PRONOUN = regex.compile(r"\b(?P<m>[Hh]e|[Hh]is|[Hh]im)\b|\b(?P<f>[Ss]he|[Hh]er)\b")
_SAYS = regex.compile(rf"^\s*(?:also\s+)?{SAYING}\b")
BACK = 3
MARGIN = 0.5


def resolve_references(
    text: str,
    sentences: Sequence[Sentence],
    persons: Sequence[PersonMention],
    offices: Sequence[OfficeMention],
    pack: Pack,
) -> list[PersonMention]:
    """Give mentions by pronoun and by office phrase, in the order of the text."""
    shadow = fold(text)
    roles = [
        PersonMention(o.start, o.end, o.person, "role")
        for o in offices
        if o.person is not None
        and not any(p.start < o.named_end and o.named_start < p.end and p.person == o.person for p in persons)
    ]
    known = sorted([*persons, *roles], key=lambda p: (p.start, p.end))
    genders = _genders(known, shadow, pack)
    found = [*roles]
    for match in _PRONOUN.finditer(shadow):
        person = _antecedent(match, shadow, sentences, known, genders)
        if person is not None:
            found.append(PersonMention(match.start(), match.end(), person, "pronoun"))
    return sorted(found, key=lambda p: (p.start, p.end))


def _genders(known: Sequence[PersonMention], shadow: str, pack: Pack) -> dict[str, str]:
    """Gender by pack, else by Mr and Ms, else by a Russian feminine surname; unknown otherwise."""
    genders = {}
    for mention in known:
        entry = pack.people.get(mention.person)
        if entry is not None and entry.gender is not None:
            genders[mention.person] = entry.gender
            continue
        before = shadow[max(0, mention.start - 6) : mention.start]
        if regex.search(r"\bMr\.?\s$", before):
            genders[mention.person] = "m"
        elif regex.search(r"\bMr?s\.?\s$", before) or regex.search(r"(?:ova|eva|skaya)$", mention.name.casefold()):
            genders[mention.person] = "f"
    return genders


def _antecedent(
    match: regex.Match[str],
    shadow: str,
    sentences: Sequence[Sentence],
    known: Sequence[PersonMention],
    genders: dict[str, str],
) -> str | None:
    gender = "m" if match["m"] else "f"
    here = next((i for i, s in enumerate(sentences) if s.start <= match.start() < s.end), None)
    if here is None:
        return None
    scores: dict[str, float] = {}
    for back in range(BACK + 1):
        i = here - back
        if i < 0 or sentences[i].article != sentences[here].article:
            break
        inside = [
            p for p in known if sentences[i].start <= p.start and p.end <= sentences[i].end and p.end <= match.start()
        ]
        for j, mention in enumerate(inside):
            if genders.get(mention.person, gender) != gender:
                continue
            value = (
                -1.6 * back
                + (1.6 if j == 0 else 0.0)
                + (0.7 if _SAYS.match(shadow[mention.end : mention.end + 30]) else 0.0)
            )
            if genders.get(mention.person) == gender:
                value += 0.4
            scores[mention.person] = max(scores.get(mention.person, -99.0), value)
    if not scores:
        return _forward(match, shadow, sentences[here], known, genders, gender)
    ranked = sorted(scores.items(), key=lambda kv: (-kv[1], kv[0]))
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _forward(
    match: regex.Match[str],
    shadow: str,
    sentence: Sentence,
    known: Sequence[PersonMention],
    genders: dict[str, str],
    gender: str,
) -> str | None:
    """'During his visit, X ...' looks forward to the subject."""
    if (
        regex.search(
            r"\b(?:During|In|On|After|Before|Rounding up|At|Following|Upon)\b[^.]{0,25}$",
            shadow[sentence.start : match.start()],
        )
        is None
    ):
        return None
    after = [p for p in known if p.start > match.end() and p.end <= sentence.end]
    return after[0].person if after and genders.get(after[0].person, gender) == gender else None
