"""Who does what a verb says, before it or behind "by": people with their offices, or bodies, listed or no list's.

behind := by [the] [OFFICE] PERSON  |  by [the] [German company] BODY [and BODY]
before := PERSON [, OFFICE,] [has] VERB  |  BODY [will] VERB
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.records import EntityMention, PersonMention
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

NAMED: Final = "name:"
"""How the identifier of a body begins that no list knows."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Who does it: identifiers in order, and the words."""

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def people(self) -> bool:
        """Tell whether they are people."""
        return self.names[0].startswith("person:")


_TITLES: Final = 110
_TITLE_STOP: Final = regex.compile(
    r"[.;:\n\"]|\b(?:\p{Ll}{2,15}ed|was|were|is|are|has|had|who|which|that|took|brought|gave|spoke|met|said|and\s+(?:was|is))\b"
    r"|,\s\p{Ll}{3,14}s\s$"
)
"""Where a title ends; "by the Forum, follows NAME" goes on with a verb."""
_JOIN: Final = regex.compile(
    r"(?:,\s[^.;,]{3,80})?,?\s(?:and|with|together\swith|as\swell\sas)\s(?:the\s|his\s|her\s)?"
    r"(?:(?!\b(?:as|while|because|when|after|before|since|who|whom|whose|which)\b)[^.;]){0,80}"
)
_CAP: Final = r"\p{Lu}[\p{L}\d'&.-]*(?<!\.)"
_FIRM: Final = (
    r"(?:\p{Ll}[\p{L}-]{1,16}\s){0,2}?(?:company|firm|group|bank|agency|contractor|manufacturer|holding|concern|organi[sz]ation"
    r"|association|foundation|operator|institute|consultancy|supplier|producer|developer|investor)\s"
)
_NO_LINK: Final = r"(?!(?:which|that|who|whom|where|and|or|but|by|with|of|to|for|from|in|on|at|as|while|when)\b)"
_FIRM_NAME: Final = regex.compile(rf"{_FIRM}$")
_RUN: Final = regex.compile(
    rf"(?<![\p{{L}}\d-])(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?(?:{_CAP}\s(?={_FIRM}))?(?:{_NO_LINK}\p{{Ll}}[\p{{L}}-]{{1,16}}\s){{0,3}}?"
    rf"(?P<name>(?!(?:The|An?|Its)\s){_CAP}(?:\s(?:(?:of|for|and|the)\s){{0,2}}{_CAP}){{0,7}})"
)
_AUX_BEFORE: Final = regex.compile(
    r"(?:\s\([^()\n]{2,30}\))?(?:\s(?:of|from)\s(?:the\s)?(?:[\p{L}-]+\s?){1,4}?)?(?:,\s[^;.]{3,110},)?\s(?:(?:has|have|had|will|also|itself|alone|then|now|today|yesterday|is\sto|"
    r"formally|officially|solemnly|fully|mainly|on\s\p{L}+)\s){0,3}"
)
_OBJECT: Final = regex.compile(
    r"\b(?:by|with|of|to|for|from|and|between|against|about|in|on|at|than|met|told|thanked|or|including)\s(?:the\s)?$",
    regex.I,
)
_STATE: Final = frozenset(
    "government state ministry parliament president cabinet country republic union ministers office delegation embassy "
    "the of for and on in side it he she they we i you our his her their this these monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


def actors_behind(doc: "Document", at: int, end: int) -> Actors | None:
    """Who stands behind "by"."""
    people = [p for p in between(doc.persons, at, end) if p.form in {"full", "surname"}]
    first = people[0] if people and _FIRM_NAME.search(doc.shadow, at, people[0].start) is None else None
    gap = doc.shadow[at : first.start] if first is not None else ""
    if first is not None and len(gap) <= _TITLES and _TITLE_STOP.search(gap) is None and not _two(gap):
        chosen = [first]
        for one in people[1:]:
            if _JOIN.fullmatch(doc.shadow, chosen[-1].end, one.start) is None:
                break
            chosen.append(one)
        return Actors(tuple(sorted({p.person for p in chosen})), at, chosen[-1].end)
    return _bodies(doc, at, end)


def as_person(found: Actors) -> Actors | None:
    """Somebody whose name no other sentence tells to be one: "Ilse Brouwer of the Clean Air Centre"."""
    name = _PERSON.match(found.names[0]) if len(found.names) == 1 else None
    return Actors((f"person:{name[1]}-{name[2]}",), found.start, found.end) if name is not None else None


_PERSON: Final = regex.compile(rf"{NAMED}(?!the\b)(\p{{L}}{{3,15}})\s(\p{{L}}{{3,20}})(?=$|\s(?:of|for)\s)")


def _two(gap: str) -> bool:
    """'by the ministry and by X': the first is a body."""
    return regex.search(r"\b(?:and|with)\s+(?:by\s+)?(?:the\s+)?", gap) is not None and "," not in gap


def _bodies(doc: "Document", at: int, end: int) -> Actors | None:
    run = _RUN.match(doc.shadow, at, end)
    if run is None:
        return None
    low, high = run.span("name")
    names = _names(doc, low, high)
    if not names:
        return None
    more = regex.compile(r"\s?\([^()\n]{2,30}\)").match(doc.shadow, high, end)
    shared = regex.match(
        r"(?:\s\([^()]{2,30}\))?,?\s(?:and|together\swith|as\swell\sas|with|,)\s", doc.shadow[high : high + 50]
    )
    if shared is not None and _RUN.match(doc.shadow, high + shared.end(), end) is not None:
        names = (*names, f"{NAMED}another")
    return Actors(tuple(sorted(set(names))), at, more.end() if more is not None else high)


def _names(doc: "Document", low: int, high: int) -> tuple[str, ...]:
    """The bodies that a run of capitals names: those that a list has, else the run itself."""
    inside = [e for e in doc.entities if e.start >= low - 1 and e.end <= high + 1 and e.type in {"org", "country"}]
    council = regex.fullmatch(r"(?:EU\s)?Council(?:\sof\sthe\s(?:EU|European\sUnion))?", doc.shadow[low:high])
    if council is not None:
        return (f"{NAMED}council of the european union",)
    own = [e for e in inside if e.type == "org" and e.form != "adjective"]
    if own and own[0].start <= low + 1:
        return tuple(e.entity for e in own)
    words = doc.shadow[low:high].split()
    whole = [e for e in inside if e.start <= low and e.end >= high - 2 and e.form != "adjective"]
    if whole:
        return (whole[0].entity,)
    if not [w for w in words if w.casefold() not in _STATE and not _demonym(doc, w, low, high)]:
        lands = [e.entity for e in inside if e.type == "country"]
        return (lands[0],) if len(lands) == 1 else ()
    return (NAMED + " ".join(words).casefold().removesuffix("'s"),)


def _demonym(doc: "Document", word: str, low: int, high: int) -> bool:
    at = doc.shadow.find(word, low, high)
    return any(e.start <= at < e.end and e.type == "country" for e in between(doc.entities, max(0, low - 1), high + 1))


def actors_before(doc: "Document", start: int, at: int) -> Actors | None:
    """The one subject right before a verb: what lies between says who it is, or helps the verb."""
    low = max(start, at - 260)
    people = [p for p in between(doc.persons, low, at) if p.form in {"full", "surname"}]
    people = [p for p in people if _FIRM_NAME.search(doc.shadow, low, p.start) is None]
    for person in reversed(people[-2:]):
        if _AUX_BEFORE.fullmatch(doc.shadow, person.end, at) is not None:
            begin = _office_start(doc, person)
            if _OBJECT.search(doc.shadow, max(start, begin - 14), begin) is not None:
                return None
            return Actors((person.person,), begin, person.end)
    return _body_before(doc, start, at)


def _office_start(doc: "Document", person: PersonMention) -> int:
    own = [o for o in doc.offices if o.person == person.person and o.named_start <= person.start <= o.named_end]
    return min([person.start, *(o.named_start for o in own)])


def _body_before(doc: "Document", start: int, at: int) -> Actors | None:
    for run in reversed(list(_RUN.finditer(doc.shadow, max(start, at - 160), at))):
        low, high = run.span("name")
        gap = _AUX_BEFORE.fullmatch(doc.shadow, high, at)
        if gap is None:
            continue
        before = doc.shadow[max(start, run.start() - 14) : run.start()]
        names = _names(doc, low, high)
        firm = _FIRM_NAME.search(doc.shadow, run.start(), low) is not None
        if not names or _OBJECT.search(before) is not None or (not firm and _held(doc, low, high)):
            return None
        return Actors(names, run.start(), high)
    return None


def _held(doc: "Document", low: int, high: int) -> bool:
    """The run is a person's name, a day, or ends inside something else."""
    groups: tuple[list[PersonMention], list[EntityMention]] = (
        between(doc.persons, max(0, low - 30), high + 30),
        [
            e
            for e in between(doc.entities, max(0, low - 1), high + 1)
            if e.type in {"place", "region"} and e.end >= high
        ],
    )
    return any(x.start < high and low < x.end for group in groups for x in group)
