"""Text, people and entities to office mentions: office phrases by grammar, and the person each is said of.

    roles := role (and | , | - | / role)*
    role  := [organisation or demonym] [newly appointed | former | acting] OFFICE [for/on DOMAIN] [of/at ORGANISATION]
    forms := roles [,] [the] NAME  |  NAME, [the] roles  |  NAME is/was/became roles  |  appointed NAME as roles

The words are the pack's. "of PLACE" is the organisation and never a domain; role words that a following name uses are no
apposition of the name before; conjoined roles lend each other a missing organisation; a stray article is allowed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from eucacheck.mentions.names import _NOT_NAMES as NOT_NAMES
from eucacheck.mentions.names import NAME, _in_entity, _office_tokens
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, OfficeMention, PersonMention, Sentence
from eucacheck.shadow import fold

_TENURE = {
    "newly appointed": "newly-appointed", "newly-appointed": "newly-appointed", "new": "newly-appointed", "incoming": "designate", "designate": "designate",
    "former": "former", "ex-": "former", "ex": "former", "then": "former", "then-": "former", "outgoing": "current", "acting": "acting", "interim": "acting", "late": "former",
    "senior": "current", "current": "current", "future": "future", "first": "current", "lead": "current",
}  # fmt: skip
_TENURE_BEFORE = regex.compile(
    r"\b(" + "|".join(sorted(map(regex.escape, _TENURE), key=len, reverse=True)) + r")\s*$", regex.I
)
_LINK = regex.compile(r"\s*(?:,\s*and|,|\band\b|-|/|&)\s*(?:also\s+)?(?:the\s+|its\s+)?", regex.I)
_DOMAIN_WORD = r"(?:[A-Z][\w'-]*|and|of|the|for|&|in)"
_DOMAIN = regex.compile(
    rf"\s+(?:for|on|to)\s+(?:the\s+)?((?:[A-Z][\w'-]*|foreign|regional|international|economic|political|security|environment|energy|trade)(?:(?:\s*,\s*|\s+){_DOMAIN_WORD}){{0,9}})"
)
_OF = regex.compile(r"\s+(?:of|at|in|to|for|with)\s+(?:the\s+)?")
_COPULA = regex.compile(
    r"^\s*,?\s*(?:who\s+)?(?:(?:is|was|became|becomes|remains|serves as|served as|acts as|has been|had been|was named|is named|was appointed|was elected|appointed as|named)\s+)(?:also\s+|now\s+|then\s+|currently\s+|previously\s+)*(?:as\s+)?(?:the\s+|a\s+|an\s+|its\s+)?$",
    regex.I,
)
_REVERSE = regex.compile(
    r"^\s*(?:is|was|will be|remains|became)\s+(?:the\s+|an?\s+)?(?:[A-Z]?[\w-]+\s+){0,3}$", regex.I
)
_APPOINTED = regex.compile(r"^\s*(?:as|to be|to become)\s+(?:the\s+|its\s+|a\s+)?(?:new\s+)?$", regex.I)
_TO_NAME = regex.compile(r"^\s*,?\s*(?:the\s+|Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+|Dr\.?\s+|H\.E\.\s+|diplomat\s+)?$", regex.I)
_FROM_NAME = regex.compile(
    r"^\s*,\s*(?:(?:who is|also|currently)\s+)?(?:the\s+|a\s+|an\s+|its\s+)?$|^\s*\(\s*(?:the\s+)?$|^\s+-\s+(?:the\s+)?$",
    regex.I,
)
LONGEST_GAP = 60


@dataclass(frozen=True, slots=True)
class _Role:
    """One role phrase before it is said of anybody."""

    start: int
    end: int
    office: str
    organisation: str | None
    domain: str | None
    tenure: str
    informal: bool
    plural: bool
    weak: bool


def find_offices(
    text: str,
    persons: Sequence[PersonMention],
    entities: Sequence[EntityMention],
    sentences: Sequence[Sentence],
    pack: Pack,
) -> list[OfficeMention]:
    """Find the offices of a text and the people they are said of, in the order of the text."""
    shadow = fold(text)
    roles = _roles(shadow, entities, persons, pack)
    groups = _groups(shadow, roles)
    named = [p for p in persons if p.form in {"full", "surname"}]
    found: list[OfficeMention] = []
    for group in groups:
        found += _said_of(shadow, group, named, groups)
    found = _lend(found, entities, pack)
    return sorted(_holders(found, sentences), key=lambda o: (o.start, o.end))


def names_beside_offices(text: str, entities: Sequence[EntityMention], pack: Pack) -> list[tuple[int, int]]:
    """Spans of capitalised names that stand right before or after an office phrase: people that nobody else found."""
    shadow = fold(text)
    spans = []
    for role in _roles(shadow, entities, (), pack):
        after = regex.compile(r"\s*,?\s*(?:the\s+|Mr\.?\s+|Ms\.?\s+|Mrs\.?\s+)?").match(shadow, role.end)
        if after is not None:
            spans += _name_at(shadow, after.end(), entities, pack)
        before = regex.search(
            r"(?P<n>(?:\p{Lu}[\p{L}'-]+\s){1,3}\p{Lu}[\p{L}'-]+)\s*,\s*(?:the\s+)?(?:[\w'-]+\s+){0,2}$",
            shadow[max(0, role.start - 90) : role.start],
        )
        if before is not None:
            spans += _name_at(shadow, max(0, role.start - 90) + before.start("n"), entities, pack)
    return spans


def _name_at(shadow: str, start: int, entities: Sequence[EntityMention], pack: Pack) -> list[tuple[int, int]]:
    match = NAME.match(shadow, start)
    if match is None:
        return []
    words = [(start + m.start(), start + m.end()) for m in regex.finditer(r"\S+", match.group())]
    offices = _office_tokens(pack)
    kept: list[tuple[int, int]] = []
    for a, b in words:
        word = shadow[a:b].casefold().removesuffix("'s")
        if word in offices or word in NOT_NAMES or _in_entity((a, b), entities):
            break
        kept.append((a, b))
    if not 2 <= len(kept) <= 5:
        return []
    end = kept[-1][1] - (2 if shadow[kept[0][0] : kept[-1][1]].endswith("'s") else 0)
    return [(kept[0][0], end)]


# --- role phrases ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _words(pack: Pack) -> tuple[regex.Pattern[str], dict[str, tuple[str, bool, bool]]]:
    """The pattern of all office nouns, longest first, and by lower-case form: slug, plural, weak."""
    table: dict[str, tuple[str, bool, bool]] = {}
    for slug, word in sorted(pack.office_words.items()):
        for name in word.names:
            table.setdefault(name.casefold(), (slug, False, word.weak))
        for name in word.plurals:
            table.setdefault(name.casefold(), (slug, True, word.weak))
    longest = sorted(table, key=len, reverse=True)
    body = "|".join(regex.escape(n).replace(r"\ ", r"[\s-]") for n in longest)
    return regex.compile(rf"(?<![\w-])(?:{body})(?![\w])(?!-\w)", regex.I), table


@lru_cache(maxsize=4)
def _informal(pack: Pack) -> tuple[regex.Pattern[str] | None, dict[str, tuple[str, str]]]:
    table = {n.casefold(): (o.office, o.organisation) for _, o in sorted(pack.offices.items()) for n in o.informal}
    if not table:
        return None, {}
    body = "|".join(regex.escape(n).replace(r"\ ", r"[\s-]") for n in sorted(table, key=len, reverse=True))
    return regex.compile(rf"(?<![\w-])(?:{body})(?![\w])", regex.I), table


def _roles(shadow: str, entities: Sequence[EntityMention], persons: Sequence[PersonMention], pack: Pack) -> list[_Role]:
    pattern, table = _words(pack)
    by_end = {e.end: e for e in entities}
    by_start = {e.start: e for e in entities}
    stops = sorted(p.start for p in persons if p.form in {"full", "surname"})
    roles = []
    for match in pattern.finditer(shadow):
        if any(e.start <= match.start() and match.end() <= e.end for e in entities):
            continue
        word = match.group()
        low = regex.sub(r"[\s-]+", " ", word.casefold())
        slug, plural, weak = (
            table.get(word.casefold())
            or table.get(low)
            or table.get(low.replace(" ", "-", 1))
            or (low.replace(" ", "-"), False, False)
        )
        if word in {"PM", "HR", "VP", "MP", "CEO", "EUSR", "MEP", "MEPs", "MPs"} or not word.isupper():
            if word.casefold() in {"pm", "hr", "vp", "mp"} and not word.isupper():
                continue
            roles.append(_role(shadow, match.start(), match.end(), slug, plural, weak, by_end, by_start, stops, None))
    informal, labels = _informal(pack)
    if informal is not None:
        for match in informal.finditer(shadow):
            office, organisation = (
                labels[regex.sub(r"[\s]+", " ", match.group().casefold())]
                if regex.sub(r"[\s]+", " ", match.group().casefold()) in labels
                else labels.get(match.group().casefold().replace("-", " "), ("", ""))
            )
            role = _role(
                shadow, match.start(), match.end(), office, False, False, by_end, by_start, stops, organisation
            )
            if office and role.organisation == organisation:
                roles.append(replace(role, informal=True, domain=None))
    roles.sort(key=lambda r: (r.start, -r.end))
    kept: list[_Role] = []
    for role in roles:
        if kept and role.start < kept[-1].end:
            if role.informal and not kept[-1].informal:
                kept[-1] = role
            continue
        kept.append(role)
    return kept


def _role(  # noqa: PLR0913 - the parts of one match and the indexes it needs
    shadow: str, start: int, end: int, slug: str, plural: bool, weak: bool,
    by_end: dict[int, EntityMention], by_start: dict[int, EntityMention], stops: Sequence[int], expected: str | None,
) -> _Role:  # fmt: skip
    """Take in tenure and organisation before the noun, domain and organisation after it."""
    del expected
    tenure, organisation, begin = "current", None, start
    for _ in range(4):
        head = shadow[max(0, begin - 20) : begin]
        stripped = head.rstrip()
        word = _TENURE_BEFORE.search(head)
        if word is not None:
            if word.group(1).casefold() not in {"first", "senior", "current", "lead"}:
                tenure = _TENURE[word.group(1).casefold()]
            begin = begin - (len(head) - word.start())
            continue
        at = begin - (len(head) - len(stripped))
        entity = (
            by_end.get(at)
            or (by_end.get(at - 2) if shadow[at - 2 : at] == "'s" else None)
            or (by_end.get(at - 1) if shadow[at - 1 : at] in {"'", "-"} else None)
        )
        if (
            entity is not None
            and entity.type in {"org", "country", "region", "place"}
            and organisation is None
            and at - entity.end <= 2
        ):
            organisation = entity.entity
            begin = entity.start
            continue
        break
    limit = next((s for s in stops if s >= end), len(shadow))
    domain, organisation, end = _after(shadow, end, organisation, limit, by_start)
    return _Role(begin, end, slug, organisation, domain, tenure, informal=False, plural=plural, weak=weak)


def _after(
    shadow: str, end: int, organisation: str | None, limit: int, by_start: dict[int, EntityMention]
) -> tuple[str | None, str | None, int]:
    """Domain and organisation that follow the noun: 'for Transport', 'of Kazakhstan', 'of the EU to Kazakhstan'."""
    domain: str | None = None
    for _ in range(3):
        of = _OF.match(shadow, end)
        entity = by_start.get(of.end()) if of is not None else None
        link = of.group().split()[0].casefold() if of is not None else ""
        if (
            entity is not None
            and entity.type in {"org", "country", "region", "place", "programme"}
            and entity.end <= limit
        ):
            ours = link in {"of", "at", "in"} or (link == "for" and entity.type == "org")
            if ours and (organisation is None or link == "of") and entity.type != "programme":
                if organisation is not None and organisation != entity.entity and link != "of":
                    break
                organisation = (
                    organisation if organisation is not None and organisation != entity.entity else entity.entity
                )
                end = entity.end
                continue
            if link in {"for", "on", "to"} and domain is None:
                domain = shadow[of.end() : entity.end] if of is not None else None
                end = entity.end
                tail = regex.compile(r"\s+and\s+(?:the\s+)?").match(shadow, end)
                if (
                    tail is not None
                    and by_start.get(tail.end()) is not None
                    and by_start[tail.end()].type in {"region", "country"}
                ):
                    end = by_start[tail.end()].end
                    domain = shadow[of.end() : end] if of is not None else domain
                continue
        words = _DOMAIN.match(shadow, end, limit) if domain is None else None
        if words is None:
            department = regex.compile(
                r"\s+of\s+the\s+((?:Department|Delegation|Committee|Office|Directorate|Division|Mission|Political Department)(?:\s+(?:[A-Z][\w'-]*|of|and|for|the|in|to)){0,10})"
            ).match(shadow, end, limit)
            if department is not None and domain is None:
                domain = department.group(1)
                end = department.end()
                continue
            break
        text = _cut_domain(words.group(1), end, words.start(1), by_start)
        if not text:
            break
        domain, end = text, words.start(1) + len(text)
        linked = _late_entity(text, words.start(1), by_start)
        if linked is not None and organisation is None:
            organisation = linked.entity
    return domain, organisation, end


def _cut_domain(text: str, _end: int, _start: int, _by_start: dict[int, EntityMention]) -> str:
    """A domain does not end in a conjunction or article, nor run into the next role."""
    cut = regex.split(
        r"\s*,?\s*\b(?:and|of the|of)\s+(?:the\s+)?(?=(?:Vice|Deputy|High|President|Minister|Head|Chair|Commissioner|Ambassador|Secretary|Special|Director|EU\s+High)\b)|\s*,\s*(?=(?:Vice|Deputy|High|President|Minister|Head|Chair)\b)",
        text,
    )[0]
    return regex.sub(r"(?:[\s,]+(?:and|of|the|for|in|&))+$", "", cut).strip(" ,")


def _late_entity(text: str, start: int, by_start: dict[int, EntityMention]) -> EntityMention | None:
    """The organisation inside a domain: 'Foreign Affairs, European Union and Cooperation of Spain' has Spain."""
    for match in regex.finditer(r"\bof\s+(?:the\s+)?", text):
        entity = by_start.get(start + match.end())
        if entity is not None and entity.type in {"country", "org"}:
            return entity
    return None


# --- who holds them ----------------------------------------------------------------------------------------------


def _groups(shadow: str, roles: Sequence[_Role]) -> list[list[_Role]]:
    """Roles joined by and, comma, dash or slash."""
    groups: list[list[_Role]] = []
    for role in roles:
        if groups:
            gap = shadow[groups[-1][-1].end : role.start]
            if len(gap) < 14 and _LINK.fullmatch(gap):
                groups[-1].append(role)
                continue
        groups.append([role])
    return groups


def _said_of(
    shadow: str, group: list[_Role], persons: Sequence[PersonMention], groups: Sequence[list[_Role]]
) -> Iterator[OfficeMention]:
    """The person of a group of roles: right after it, else right before it, else by a verb; none where nobody fits."""
    start, end = group[0].start, group[-1].end
    plural = group[-1].plural or group[0].plural
    after = [p for p in persons if end <= p.start <= end + LONGEST_GAP]
    before = [p for p in persons if start - LONGEST_GAP <= p.end <= start]
    if plural:
        yield from _plural(shadow, group, persons)
        return
    if after and _TO_NAME.match(shadow[end : after[0].start]) and not _list_break(shadow, end, after[0], group, before):
        yield from _mentions(group, after[0], "after")
        return
    if before and not _used_by_next(shadow, group, persons):
        gap = shadow[before[-1].end : start]
        if _FROM_NAME.match(gap) or _COPULA.match(gap):
            yield from _mentions(group, before[-1], "before")
            return
        if _APPOINTED.match(gap) and regex.search(
            r"\b(?:appoint\w*|name[ds]?|elect\w*)\s+(?:\w+\s+)?$",
            shadow[max(0, before[-1].start - 30) : before[-1].start],
        ):
            yield from _mentions(group, before[-1], "before")
            return
    if after and _REVERSE.match(shadow[end : after[0].start]):
        yield from _mentions(group, after[0], "after")
        return
    del groups
    yield from _mentions(group, None, "none")


def _list_break(
    shadow: str, end: int, person: PersonMention, group: list[_Role], before: Sequence[PersonMention]
) -> bool:
    """'NAME, the roles, OTHER NAME said': a comma after an apposition begins something else."""
    gap = shadow[end : person.start]
    if "," not in gap or not before:
        return False
    lead = shadow[before[-1].end : group[0].start]
    return bool(_FROM_NAME.match(lead))


def _used_by_next(shadow: str, group: list[_Role], persons: Sequence[PersonMention]) -> bool:
    """A name right after the roles uses them."""
    end = group[-1].end
    return any(
        end <= p.start <= end + 8 and _TO_NAME.match(shadow[end : p.start]) and "," not in shadow[end : p.start]
        for p in persons
    )


def _plural(shadow: str, group: list[_Role], persons: Sequence[PersonMention]) -> Iterator[OfficeMention]:
    """'Presidents Costa and von der Leyen'; 'foreign ministers Norov of Uzbekistan, Muhriddin of Tajikistan and ...'."""
    role = group[-1]
    at = role.end
    for person in [p for p in persons if p.start >= role.end][:8]:
        gap = shadow[at : person.start]
        if not regex.fullmatch(r"\s*(?:of\s+(?:the\s+)?[A-Z][\w ]{2,30})?\s*,?\s*(?:and\s+)?(?:of\s+)?", gap):
            break
        country = regex.compile(r"\s+of\s+(?:the\s+)?([A-Z]\w+)").match(shadow, person.end)
        at = person.end
        yield OfficeMention(
            role.start,
            role.end,
            role.office,
            role.organisation,
            person.person,
            role.domain,
            role.tenure,
            role.informal,
            person.start,
            country.end() if country else person.end,
        )


def _mentions(group: list[_Role], person: PersonMention | None, side: str) -> Iterator[OfficeMention]:
    for role in group:
        if person is None and (role.weak or role.plural):
            continue
        if role.weak and role.organisation is None and role.domain is None:
            continue
        low, high = role.start, role.end
        if person is not None:
            low, high = (
                (min(low, person.start), max(high, person.end))
                if side != "after"
                else (role.start, max(person.end, role.end))
            )
        yield OfficeMention(
            role.start,
            role.end,
            role.office,
            role.organisation,
            person.person if person is not None else None,
            role.domain,
            role.tenure,
            role.informal,
            low,
            high,
        )


def _lend(found: Sequence[OfficeMention], entities: Sequence[EntityMention], pack: Pack) -> list[OfficeMention]:
    """Conjoined roles lend each other an organisation; a place stands for its country or union, an office of the pack for its body."""
    by_name: dict[tuple[str | None, int], list[OfficeMention]] = {}
    for one in found:
        by_name.setdefault((one.person, one.named_end), []).append(one)
    lent = []
    for one in found:
        organisation = one.organisation
        if organisation is None and one.person is not None:
            others = {o.organisation for o in by_name[(one.person, one.named_end)] if o.organisation is not None}
            organisation = next(iter(others)) if len(others) == 1 else None
        lent.append(replace(one, organisation=_body(organisation, one, pack)))
    del entities
    return lent


def _body(organisation: str | None, one: OfficeMention, pack: Pack) -> str | None:
    """Brussels for the EU; a vice-president 'of the EU' with the High Representative is the Commission's."""
    if organisation is None:
        fits = {
            o.organisation for o in pack.offices.values() if o.office == one.office and _field_fits(one.domain, o.name)
        }
        all_of = {o.organisation for o in pack.offices.values() if o.office == one.office}
        if one.office in {"high-representative", "special-representative"} and len(all_of) == 1:
            return next(iter(all_of))
        return next(iter(fits)) if len(fits) == 1 and one.domain else None
    place = pack.places.get(organisation)
    if place is not None and place.metonym is not None:
        return place.metonym
    if place is not None and place.kind == "city" and place.within:
        return place.within[0]
    if one.office == "vice-president" and organisation == "org:european-union":
        return "org:european-commission"
    if one.office == "high-representative" and organisation in {"org:eeas", "org:european-commission"}:
        return "org:european-union"
    if one.office == "commissioner" and organisation == "org:european-union":
        return "org:european-commission"
    return organisation


def _field_fits(domain: str | None, name: str) -> bool:
    return domain is not None and fold(domain).casefold() in fold(name).casefold()


def _holders(found: Sequence[OfficeMention], sentences: Sequence[Sentence]) -> Iterator[OfficeMention]:
    """An office without a name goes back to the one person of the same article who is said to hold it."""

    def article(offset: int) -> int:
        return next((s.article for s in sentences if s.start <= offset < s.end), 0)

    named = [o for o in found if o.person is not None and o.tenure != "former"]
    for one in found:
        if one.person is not None:
            yield one
            continue
        own = [o for o in named if article(o.start) == article(one.start)]
        exact = {
            o.person
            for o in own
            if o.office == one.office and (o.organisation == one.organisation or one.organisation is None)
        }
        loose = {o.person for o in own if o.office == one.office and o.office == "high-representative"}
        holders = exact or (loose if one.organisation is not None else set())
        if len(holders) == 1 and (one.organisation is not None or one.office != "minister"):
            yield replace(one, person=next(iter(holders)), named_start=one.start, named_end=one.end)
