"""Verbs of duty to office mentions: what somebody heads, directs, chairs or teaches is an office without its noun.

duty := NAME, [the Finn] who [now] directs BODY  |  NAME now heads BODY  |  NAME, responsible for FIELD at BODY
"""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from eucacheck.mentions.office_fields import BODY_WORDS, is_field_word
from eucacheck.records import EntityMention, OfficeMention, PersonMention

_OFFICES: Final = {
    "heads": "head", "leads": "head", "runs": "head", "directs": "director", "chairs": "chair", "manages": "head",
    "headed": "head", "led": "head", "chaired": "chair", "oversees": "head", "teaches": "professor",
    "lectures on": "professor", "looks after": "head", "deals with": "head", "handles": "head", "is in charge of":
    "head", "is responsible for": "head", "in charge of": "head", "responsible for": "head", "edits": "editor",
    "presides over": "chair", "coordinates": "coordinator", "advises": "adviser", "represents": "representative",
    "speaks for": "spokesperson", "founded": "founder", "co-founded": "founder", "owns": "owner",
}  # fmt: skip
_VERBS: Final = "|".join(sorted(map(regex.escape, _OFFICES), key=len, reverse=True)).replace(r"\ ", r"\s")
_WHO: Final = regex.compile(
    rf",?\s(?:(?:the|an?)\s(?:\p{{L}}[\p{{L}}-]+\s){{1,2}})?who\s(?:now\s|also\s|currently\s|has\s)?(?P<verb>{_VERBS})\s"
    rf"(?:the\s|its\s|an?\s)?"
)
_PLAIN: Final = regex.compile(
    r",?\s(?:now\s|currently\s)(?P<verb>heads|directs|chairs|runs|leads)\s(?:the\s|its\s|an?\s)?|"
    r"\s(?P<verb>heads|directs|chairs)\s(?:the\s|its\s|an?\s)?|"
    r",\s(?P<verb>in\scharge\sof|responsible\sfor)\s(?:the\s|its\s|an?\s)?"
)
DUTY_OF_NAME: Final = regex.compile(
    rf"(?<![\p{{L}}'-])\p{{Lu}}[\p{{L}}'-]{{1,30}} \p{{Lu}}[\p{{L}}'-]{{1,30}}"
    rf"(?={_WHO.pattern.replace('?P<verb>', '?:')})"
)
"""A name that a verb of duty follows: a person, whoever else has found it or not."""
_WORD: Final = regex.compile(r"[\p{L}\p{N}]+(?:['&.-][\p{L}\p{N}]+){0,4}'?")
_SMALL: Final = frozenset("of for the and at in on to with".split())
_BODY_LINK: Final = regex.compile(r" (?:of|at|in|for|with) (?:the |its )?$")
_STATE: Final = regex.compile(r" (?:government|cabinet|authorities|state)\b")
_TO_PLACE: Final = regex.compile(r" (?:of|at|in|for|with|and|on|to)(?: the)?$")
_MOST: Final = 12
_FREE: Final = frozenset({"professor", "owner", "founder", "editor", "adviser", "representative", "spokesperson"})
"""Duties said of what has no noun of a body: a subject, a firm."""
_NOUNS: Final = frozenset(
    "branch bureau clinic desk farm hospital laboratory library magazine museum newspaper operations plant port "
    "portfolio programme project radio station team theatre works".split()
)
"""What somebody runs for years, besides the bodies."""
_ON_THE_DAY: Final = frozenset({"delegation", "mission", "meeting", "group"})
"""What one heads for a day: 'who led the delegation' is no office."""


def find_duties(
    shadow: str, persons: Sequence[PersonMention], entities: Sequence[EntityMention]
) -> Iterator[OfficeMention]:
    """'NAME, who heads the EU Delegation to Turkmenistan', 'NAME, the Finn who runs the Caucasus division of BODY'."""
    by_start = {e.start: e for e in entities}
    for person in persons:
        verb = _WHO.match(shadow, person.end) or _PLAIN.match(shadow, person.end)
        if verb is None:
            continue
        found = _object(shadow, verb.end(), by_start)
        office = _OFFICES[" ".join(verb["verb"].split())]
        if found is None:
            continue
        end, domain, body = found
        past = verb["verb"] in {"headed", "led", "chaired"}
        if not _is_office(shadow[verb.end() : end], body, office, past=past):
            continue
        yield OfficeMention(
            verb.start() + len(verb.group()) - len(verb.group().lstrip(" ,")), end, office, body, person.person,
            domain, named_start=person.start, named_end=end,
        )  # fmt: skip


def _object(shadow: str, start: int, by_start: dict[int, EntityMention]) -> tuple[int, str | None, str | None] | None:
    """The end of what is headed, its field and the body that it is a part of; None where no noun phrase begins."""
    at, end, body, cut = start, start, None, None
    for _ in range(_MOST):
        entity = by_start.get(at)
        if entity is not None and entity.type in {"org", "country", "place", "region"}:
            state = _STATE.match(shadow, entity.end) if entity.form == "adjective" else None
            if state is not None:
                before = _BODY_LINK.search(shadow, max(start, at - 10), at)
                body, cut, end = (
                    entity.entity,
                    (at, state.end(), before.start() if before is not None else at),
                    state.end(),
                )
                break
            link = _BODY_LINK.search(shadow, max(start, at - 10), at)
            owner = shadow[entity.end : entity.end + 2] == "'s"
            if (
                entity.form != "adjective"
                and (at == start or link is not None)
                and (entity.type == "org" or (entity.type == "country" and (link is not None or owner)))
            ):
                body, cut = entity.entity, (at, entity.end, link.start() if link is not None else at)
            after = entity.end + (2 if owner else 0)
        else:
            word = _WORD.match(shadow, at)
            if word is None or not _counts(word.group()):
                break
            after = word.end()
        end = after
        if shadow[after : after + 1] != " ":
            break
        at = after + 1
    stray = _TO_PLACE.search(shadow, start, end)
    end = stray.start() if stray is not None else end
    if end <= start:
        return None
    if cut is None:
        return end, shadow[start:end], None
    left, right = shadow[start : cut[2]].strip(), shadow[cut[1] : end].removeprefix("'s").strip()
    domain = left or (right if cut[0] == start else "")
    return end, domain or None, body


def _counts(word: str) -> bool:
    low = word.casefold().removesuffix("'s")
    return word[:1].isupper() or low in _SMALL or low in BODY_WORDS or low in _NOUNS or is_field_word(low)


def _is_office(words: str, body: str | None, office: str, *, past: bool) -> bool:
    """Something that is headed for longer than a day: a body, a part of one, a subject that is taught."""
    low = [w.casefold() for w in words.replace("'s", "").split()]
    if past:
        return body is not None and words[:1].isupper() and not _ON_THE_DAY & set(low)
    named = body is not None or any(w[:1].isupper() for w in words.split())
    noun = any(w in BODY_WORDS or w in _NOUNS for w in low)
    if office in _FREE:
        return named
    return (named and (noun or body is not None)) or (noun and not _ON_THE_DAY & set(low) and len(low) > 1)
