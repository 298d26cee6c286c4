"""Office phrases and people to office mentions: the person each phrase is said of.

    roles := role (and | , | - | / role)*
    forms := roles [,] [the] NAME  |  NAME, [the] roles  |  NAME is/was/became roles  |  appointed NAME as roles
             |  plural roles [of X and Y,] NAME and NAME  |  NAME succeeded OTHER as roles

Role words that a following name uses are no apposition of the name before; conjoined roles lend each other a missing
organisation; a stray article is allowed. A phrase without a name goes back to the one person who holds the office.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

import regex

from eucacheck.mentions.office_bodies import settle_bodies
from eucacheck.mentions.office_counterparts import find_counterparts
from eucacheck.mentions.office_duties import find_duties
from eucacheck.mentions.office_holders import name_holders
from eucacheck.mentions.office_links import (
    ACRONYM,
    APPOSITION,
    PAST,
    SUCCEEDED_BY,
    SUCCEEDS,
    appoints,
    tenure_of_link,
)
from eucacheck.mentions.office_names import (
    APPOINTED,
    LIST_GAP,
    LISTED,
    TO_NAME,
    credited,
    names_beside_offices,
)
from eucacheck.mentions.office_phrases import find_phrases
from eucacheck.mentions.office_text import OfficePhrase
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, OfficeMention, PersonMention, Sentence
from eucacheck.shadow import fold

__all__ = ["find_offices", "names_beside_offices"]

_LINK: Final = regex.compile(
    r"(?:\s*(?:, and|,|\band\b|-|/|&)\s*(?:also\s+)?(?:the\s+|its\s+|an?\s+)?|, as well as (?:the )?| )", regex.I
)
_REVERSE: Final = regex.compile(
    r"\s(?:is|was|will be|remains|became)\s(?:the\s|an?\s)?"
    r"(?:(?!(?:by|with|in|at|to|for|on|not|from|of)\s)[\p{L}-]+\s){0,3}",
    regex.I,
)
"""'The envoy is NAME', 'the minister is the Dutchman NAME', but not 'was received by President NAME'."""
_ITS: Final = regex.compile(r"\b(?:[Ii]ts|[Tt]heir|[Tt]he country's|[Tt]he republic's) $")
_AND_THE: Final = regex.compile(r",?\sand\s(?:the|an?|its)\s")
_VERB: Final = regex.compile(r"\s(?:was|is|has|had|will|would|said|says|told|did|does)\b")
_DOES: Final = regex.compile(
    rf"{_VERB.pattern}|\s(?:also\s|then\s|later\s|jointly\s)?(?:[a-z]{{2,3}}-)?(?:\p{{Ll}}{{2,12}}ed|met|held|took|gave|saw|went|spoke|led|"
    r"came|began|left|chairs|opens|meets)\b"
)
_WITH_WHOM: Final = regex.compile(
    r"(?:^|[.!?\n\"]\s*)(?:(?i:together|along|jointly)\s)?(?:With|with|Alongside|Beside|Besides|Like|Unlike|After|Before|To|For|"
    r"(?:Asked|Joined|Flanked|Accompanied|Welcomed|Invited|Received|Met|Followed|Supported)\sby)\s(?:[\p{L}'-]+\s){0,5}$"
)
"""A name that another does something with, or for: the office behind the comma is that other's."""
_COUNTRY: Final = regex.compile(r"\s(?:of|from)\s(?:the\s)?|\s?\((?=\p{Lu})")
LONGEST_GAP: Final = 60
_PAUSE: Final = frozenset(".,;:)")
_IS_OR_WAS: Final = regex.compile(r"\b(?:is|are|was|were)\b")


def find_offices(
    text: str,
    persons: Sequence[PersonMention],
    entities: Sequence[EntityMention],
    sentences: Sequence[Sentence],
    pack: Pack,
) -> list[OfficeMention]:
    """Find the offices of a text and the people they are said of, in the order of the text."""
    shadow = fold(text)
    phrases = find_phrases(shadow, entities, persons, pack)
    named = [p for p in persons if p.form in {"full", "surname"} and not credited(shadow, p)]
    found: list[OfficeMention] = []
    titled: set[int] = set()
    for group in _groups(shadow, phrases):
        said = list(_said_of(shadow, group, named, entities, titled))
        titled |= {o.named_end for o in said if o.person is not None and o.end < o.named_end}
        found += said
    found = settle_bodies(shadow, found, entities, sentences, pack)
    found += find_counterparts(shadow, found, named, entities, sentences)
    found += find_duties(shadow, named, entities)
    return sorted(name_holders(shadow, found, sentences), key=lambda o: (o.start, o.end, o.office))


def _groups(shadow: str, roles: Sequence[OfficePhrase]) -> list[list[OfficePhrase]]:
    """Roles joined by and, comma, dash, slash or nothing but a blank."""
    groups: list[list[OfficePhrase]] = []
    for role in roles:
        gap = shadow[groups[-1][-1].end : role.start] if groups else ""
        joined = groups and len(gap) < 18 and "\n" not in gap and _LINK.fullmatch(gap)
        if joined and not groups[-1][-1].plural and not _two_bodies(groups[-1][-1], role, gap):
            groups[-1].append(role)
        else:
            groups.append([role])
    return groups


def _two_bodies(a: OfficePhrase, b: OfficePhrase, gap: str) -> bool:
    """Offices of two countries, of two bodies after ', and', or the presidencies of two bodies are two persons'."""
    if a.organisation is None or b.organisation is None or a.organisation == b.organisation:
        return False
    if a.office == b.office == "president":
        return True
    return ", and" in gap or (a.organisation.startswith("country:") and b.organisation.startswith("country:"))


def _said_of(
    shadow: str,
    group: list[OfficePhrase],
    persons: Sequence[PersonMention],
    entities: Sequence[EntityMention],
    titled: AbstractSet[int],
) -> Iterator[OfficeMention]:
    """The person of a group of roles: right after it, else right before it, else by a verb; none where nobody fits.

    `titled` has the ends of the names that have a title before them already.
    """
    group = [_owned(shadow, r) for r in group]
    start, end = group[0].start, group[-1].end
    cut = _second_person(shadow, group, persons)
    if cut:
        yield from _said_of(shadow, group[:cut], persons, entities, titled)
        yield from _said_of(shadow, group[cut:], persons, entities, titled)
        return
    if group[-1].plural or group[0].plural:
        yield from _plural(shadow, group[-1], persons, entities)
        return
    after = next((p for p in persons if end <= p.start <= end + LONGEST_GAP), None)
    acronym = ACRONYM.match(shadow, end)
    if acronym is not None:
        name = next((p for p in persons if acronym.end() == p.start), None)
        yield from _mentions(group, name, "after" if name is not None else "none")
        return
    before = next((p for p in reversed(persons) if start - LONGEST_GAP <= p.end <= start), None)
    gap = shadow[before.end : start] if before is not None else ""
    if before is not None and ("\n" in gap or (before.end in titled and _of_another(shadow, group[0].start, gap))):
        before = None
    next_to = after is not None and TO_NAME.fullmatch(shadow[end : after.start]) is not None
    listed = before is not None and before.end in titled  # "Minister A, the mayor of X, B": each has one title
    if after is not None and next_to and (listed or not _list_break(shadow[end : after.start], gap, before)):
        yield from _mentions([_of_country(shadow, r, after, entities) for r in group], after, "after")
        return
    if before is not None and not (next_to and "," not in shadow[end : after.start if after else end]):
        lead = shadow[max(0, before.start - 45) : before.start]
        tenure = tenure_of_link(gap, lead, shadow[end : end + 40])
        tenure = tenure if tenure is not None else _left_out(shadow, before, group)
        if tenure is not None and not _acts(shadow, group, gap, before.start):
            yield from _mentions(group, before, "before", tenure or None)
            return
        if APPOINTED.fullmatch(gap):
            turns = list(_succession(shadow, before, persons))
            if turns or appoints(lead):
                for person, held in turns or [(before, None)]:
                    yield from _mentions(group, person, "before", held)
                return
    if after is not None and _REVERSE.fullmatch(shadow[end : after.start]):
        yield from _mentions(group, after, "after")
        return
    yield from _mentions(group, None, "none")


def _of_another(shadow: str, start: int, gap: str) -> bool:
    """'Ambassador A, and the', 'Ambassador A, Director of the Museum of Arts B C, members': the title of another."""
    return _AND_THE.match(gap) is not None or (gap == ", " and LISTED.match(shadow, start) is not None)


def _left_out(shadow: str, person: PersonMention, group: Sequence[OfficePhrase]) -> str | None:
    """'when A was still minister and NAME the High Representative,': the verb of the first goes for the second."""
    end = group[-1].end
    if shadow[person.end : group[0].start] != " the " or person.form != "full" or group[0].organisation is None:
        return None
    verbs = _IS_OR_WAS.findall(shadow, max(0, person.start - LONGEST_GAP), person.start)
    if (
        shadow[end : end + 1] not in _PAUSE
        or not verbs
        or not shadow[: person.start].endswith(("and ", "while ", ", "))
    ):
        return None
    return "" if verbs[-1] in {"is", "are"} else PAST


def _owned(shadow: str, role: OfficePhrase) -> OfficePhrase:
    """'Its head', 'the country's chief negotiator': of a body that the text has named, so no weak office."""
    owner = _ITS.search(shadow, max(0, role.start - 16), role.start) if role.weak and not role.plural else None
    return replace(role, weak=False, start=owner.start()) if owner is not None else role


def _succession(
    shadow: str, last: PersonMention, persons: Sequence[PersonMention]
) -> Iterator[tuple[PersonMention, str | None]]:
    """'NAME, who succeeded OTHER as', 'OTHER was succeeded by NAME as': both with the tenure of each."""
    first = next((p for p in reversed(persons) if last.start - LONGEST_GAP <= p.end < last.start), None)
    if first is None:
        return
    for pattern, newcomer, leaver in ((SUCCEEDS, first, last), (SUCCEEDED_BY, last, first)):
        verb = pattern.fullmatch(shadow, first.end, last.start)
        if verb is not None:
            yield newcomer, "designate" if verb["ahead"] else None
            yield leaver, None if verb["ahead"] else "former"


def _acts(shadow: str, group: Sequence[OfficePhrase], gap: str, name: int) -> bool:
    """'Asked by NAME, the minister was silent': an office that goes on with a verb is no apposition."""
    acts = gap.strip() == ", the" and _DOES.match(shadow, group[-1].end) is not None
    if acts and _WITH_WHOM.search(shadow, max(0, name - LONGEST_GAP), name) is not None:
        return True
    bare = all(r.organisation is None and r.domain is None for r in group) and gap.strip() == ", the"
    return bare and _VERB.match(shadow, group[-1].end) is not None


def _second_person(shadow: str, group: Sequence[OfficePhrase], persons: Sequence[PersonMention]) -> int:
    """Where 'A, the mayor, and Minister B' passes to the second person; 0 where all roles are of one."""
    start, end = group[0].start, group[-1].end
    before = any(p.end < start and APPOSITION.fullmatch(shadow, p.end, start) for p in persons if p.end > start - 12)
    after = any(TO_NAME.fullmatch(shadow, end, p.start) for p in persons if end <= p.start <= end + 20)
    if not (before and after) or "," in shadow[end : end + 2]:
        return 0
    return next((k for k in range(1, len(group)) if ", and" in shadow[group[k - 1].end : group[k].start]), 0)


def _of_country(
    shadow: str, role: OfficePhrase, person: PersonMention, entities: Sequence[EntityMention]
) -> OfficePhrase:
    """'Prime Minister NAME of Georgia'."""
    of = _COUNTRY.match(shadow, person.end)
    with_field = role.domain is not None and not role.office.endswith("minister")
    if role.organisation is not None or with_field or of is None:
        return role
    types = {"country", "place"} if role.office in {"governor", "mayor"} else {"country"}
    body = next((e for e in entities if e.start == of.end() and e.type in types and e.form == "name"), None)
    return replace(role, organisation=body.entity) if body is not None else role


def _list_break(gap: str, lead: str, before: PersonMention | None) -> bool:
    """'NAME, the roles, OTHER NAME said': a comma after an apposition begins something else."""
    begins_another = _AND_THE.match(lead) is not None  # "NAME, and the role, OTHER NAME"
    return "," in gap and before is not None and not begins_another and bool(APPOSITION.fullmatch(lead))


def _plural(
    shadow: str, role: OfficePhrase, persons: Sequence[PersonMention], entities: Sequence[EntityMention]
) -> Iterator[OfficeMention]:
    """'Presidents A and B'; 'foreign ministers A of Uzbekistan and B of Spain'; 'presidents of X and Y, A and B'."""
    by_start = {e.start: e for e in entities}
    found: list[tuple[PersonMention, str | None, int]] = []
    at = role.end
    for person in [p for p in persons if p.start >= role.end][:8]:
        gap = shadow[at : person.start]
        if len(gap) > 60 or "\n" in gap or not LIST_GAP.fullmatch(gap):
            break
        of = _COUNTRY.match(shadow, person.end)
        body = by_start.get(of.end()) if of is not None else None
        known = body if body is not None and body.type in {"country", "org", "place", "region"} else None
        at = person.end
        found.append(
            (person, known.entity if known is not None else None, known.end if known is not None else person.end)
        )
    if not found:
        return
    zipped = role.bodies if len(role.bodies) == len(found) else ()
    fields = (role.domain or "").split(" and ")
    each = len(fields) == len(found) == 2 and not zipped and not any(own for _, own, _ in found)
    for i, (person, own, end) in enumerate(found):
        shared = role.organisation if len(role.bodies) < 2 else None
        yield OfficeMention(
            role.start, role.end, role.office, own or (zipped[i] if zipped else shared), person.person,
            fields[i] if each else role.domain, role.tenure, role.informal, person.start, end,
        )  # fmt: skip


def _mentions(
    group: list[OfficePhrase], person: PersonMention | None, side: str, tenure: str | None = None
) -> Iterator[OfficeMention]:
    for role in group:
        if person is None and (role.weak or role.plural):
            continue
        if role.weak and role.organisation is None and role.domain is None:
            continue
        low, high = role.start, role.end
        if person is not None:
            low, high = min(low, person.start), max(high, person.end)
            low = role.start if side == "after" else low
        yield OfficeMention(
            role.start, role.end, role.office, role.organisation, person.person if person is not None else None,
            role.domain, tenure or role.tenure, role.informal, low, high,
        )  # fmt: skip
