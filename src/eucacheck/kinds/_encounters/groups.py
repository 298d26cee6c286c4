"""A document to groups and unnamed offices: "the foreign ministers of A and B", "the Kazakh President"."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._encounters.party import Party, level_of
from eucacheck.records import EntityMention, OfficeMention
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

ONE_TO_TEN = "one|two|three|four|five|six|seven|eight|nine|ten"
"""Words by which a group of states or of those who come for them is counted."""
_COUNT = r"(?:all|both|two|three|four|five|six|\d{1,3})"
_FIELD = (
    r"(?:the )?(?:transport|energy|trade|econom(?:y|ics)|finances?|culture|education|health|defen[cs]e|interior|"
    r"internal affairs|justice|agriculture|environment|labou?r|tourism|investments?|industry|ecology|water resources)\b"
)
_SORT = (
    r"(?-i:(?!\w{2,11}(?:ed|ght)\b|(?:with|from|that|told|both|when|also|have|were|sent|meets?|hosts?|said|into|than)\b)"
    r"[a-z]{4,14})"
)
"""The word before a group that tells its sort: "transport ministers", not "brought ministers"."""
_LEVELS = (
    (
        "deputy-foreign-ministers",
        (
            r"(?:first )?(?:deputy|vice)[- ](?:foreign ministers|ministers (?:of|for) foreign affairs|"
            r"heads of (?:the )?foreign minist(?:ry|ries))"
        ),
    ),
    ("deputy-ministers", r"(?:deputy|vice)[- ](?:(?-i:[a-z]{4,12}) )?ministers"),
    (
        "foreign-ministers",
        (
            r"foreign ministers|ministers (?:of|for) foreign affairs|foreign affairs ministers|"
            r"heads of (?:the )?(?:foreign ministries|diplomacy)|top diplomats"
        ),
    ),
    (
        "leaders",
        (
            r"heads of states?(?: and(?: of)? governments?)?|heads of government|leaders|presidents|"
            r"heads(?= of (?:the )?(?-i:[^\W\d_a-z]))"
        ),
    ),
    ("prime-ministers", r"prime ministers"),
    (
        "ministers",
        (
            rf"ministers (?:of|for) {_FIELD}(?:(?:,| and) {_FIELD}){{0,2}}|"
            rf"(?:{_SORT} )?"
            r"ministers(?: of (?-i:[a-z]{4,14})(?: and (?-i:[a-z]{4,14}))?)?"
        ),
    ),
    ("ambassadors", r"ambassadors|envoys|special (?:envoys|representatives)|national coordinators"),
    ("delegation", rf"(?:{_SORT} )?delegations?"),
    (
        "representatives",
        (
            rf"(?:{_SORT} )?(?:representatives|officials|diplomats|lawmakers|parliamentarians|"
            r"experts|delegates|executives|entrepreneurs|businessmen|counterparts)|"
            r"business leaders|meps|members of (?:the )?parliament"
        ),
    ),
)
GROUP_HEAD = re.compile(
    rf"\b(?:{'|'.join(f'(?P<l{i}>{p})' for i, (_, p) in enumerate(_LEVELS))})\b(?!-)", re.IGNORECASE
)
"""Compiled by the standard library, which looks for so many alternatives in half the time."""
_LEFT = regex.compile(rf"(?:\b(?:the|a|an|its|their|{_COUNT}|the {_COUNT})\s+)$", regex.I)
_OF = regex.compile(
    rf"\s+(?:of|from|representing)\s+(?:the\s+|its\s+|all\s+)*(?:{_COUNT}\s+)?(?P<unit>countries of |states of |"
    r"member states of )?",
    regex.I,
)
_ONE = regex.compile(
    r"\b(?:(?:first\s+)?deputy\s+|vice[- ])?(?:(?:foreign|energy|trade|interior|defen[cs]e|transport|"
    r"economy|finance|prime|health|culture|education)\s+minister|"
    r"minister\s+(?:of|for)\s+foreign\s+affairs|president)\b",
    regex.I,
)
_VAGUE = frozenset("heads delegation officials representatives experts leaders ministers presidents".split())
"""Groups that say nothing alone: no country, no number, no article."""
_THE_REGION = regex.compile(
    r"\s+(?:of|from)\s+(?:all\s+)?(?:the\s+)?(?:(?:five\s+)?(?:countries|states|nations|"
    r"republics)\s+(?:of|in)\s+)?the region\b",
    regex.I,
)
_NAMED_BEHIND = regex.compile(r"(?:'s?)?\s+(?:\p{Lu}|meeting|level)")
_FOREIGN = regex.compile(r"foreign-minister|minister-for-foreign-affairs")
_JOINED = regex.compile(r"(?:\band|,|-|&)\s*$")
_JOINING = regex.compile(r"[\s,&-]*(?:and\s+)?")
_BETWEEN = regex.compile(rf"(?:'s?)?\s+(?:{_COUNT}\s+|member states?\s+|senior\s+|high-level\s+)?|\s*-\s*", regex.I)
_FIRST = regex.compile(r"\s*(?:the\s+)?")
_NEXT = regex.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+|or\s+)(?:the\s+)?")
_NO_PARTY = regex.compile(
    r"^(?:'s?)?\s*(?:meetings?|summits?|councils?|conference|level|dialogue|talks|format)\b", regex.I
)


def unnamed_offices(doc: "Document") -> list[OfficeMention]:
    """'the Deputy Foreign Minister of Turkmenistan': offices of a country whose holder is not named."""
    found = []
    for match in _ONE.finditer(doc.shadow):
        end = match.end()
        if _NAMED_BEHIND.match(doc.shadow[end : end + 12]) or any(
            0 <= p.start - end <= 2 for p in between(doc.persons, end, end + 80) if p.name
        ):
            continue
        of = _OF.match(doc.shadow, end)
        bodies = entities_from(doc, of.end())[:1] if of is not None else []
        body = bodies[0] if bodies else _adjective_before(match.start(), doc)
        if body is None or any(
            o.start < end and match.start() < o.end for o in between(doc.offices, match.start() - 200, end + 200)
        ):
            continue
        slug = _FOREIGN.sub("minister-of-foreign-affairs", "-".join(match.group().casefold().split()))
        found.append(OfficeMention(min(match.start(), body.start), max(end, body.end), slug, body.entity, None))
    return found


def group_at(match: re.Match[str], doc: "Document") -> Party | None:
    shadow = doc.shadow
    level = next(name for i, (name, _) in enumerate(_LEVELS) if match[f"l{i}"])
    start, end = match.span()
    if _NO_PARTY.match(shadow[end : end + 24]) or any(
        p.start - end <= 1 and p.start >= end and p.form != "pronoun" for p in between(doc.persons, end - 1, end + 80)
    ):
        return None
    members: list[str] = []
    while (before := _adjective_before(start, doc)) is not None:
        members.insert(0, before.entity)
        start = before.start
        if (joined := _JOINED.search(shadow[max(0, start - 6) : start])) is not None:
            start -= len(joined.group())
        else:
            break
    start = _trim_left(start, match.start(), members, shadow)
    if (left := _LEFT.search(shadow[max(0, start - 20) : start])) is not None:
        start -= len(left.group())
    if (of := _OF.match(shadow, end)) is not None and (listed := _listed(doc, of)):
        members += [e.entity for e in listed]
        end = listed[-1].end
    elif (near := _THE_REGION.match(shadow, end)) is not None and (region := main_region(doc)) is not None:
        members.append(region)
        end = near.end()
    unique = tuple(dict.fromkeys(members))
    if not unique and match.group().casefold() in _VAGUE and not shadow[start : match.start()].strip():
        return None
    tail = "-of-" + "+".join(sorted(m.partition(":")[2] for m in unique)) if unique else ""
    one = f"group:{level}{tail}"
    return Party(start, end, start, end, one, doc.text[start:end], one, "group", level_of(level), unique)


def _listed(doc: "Document", of: regex.Match[str]) -> list[EntityMention]:
    """The members behind "of": 'of the five countries of Central Asia' may hold a name that begins with "countries"."""
    found = entities_from(doc, of.end())
    return found or (entities_from(doc, of.start("unit")) if of["unit"] else [])


def _trim_left(start: int, head: int, members: Sequence[str], shadow: str) -> int:
    """Drop a joining word that leads nowhere: the group then begins with its own words."""
    if members:
        lead = _JOINING.match(shadow[start:head])
        return start + (len(lead.group()) if lead is not None else 0)
    return start


def _adjective_before(start: int, doc: "Document") -> EntityMention | None:
    """The adjective or acronym ("Kazakh", "Central Asian", "EU") right before an offset."""
    return next(
        (
            e
            for e in between(doc.entities, start - 120, start)
            if e.end <= start
            and start - e.end <= 16
            and _BETWEEN.fullmatch(doc.shadow[e.end : start])
            and e.type in {"country", "region", "org"}
        ),
        None,
    )


def main_region(doc: "Document") -> str | None:
    """What "the region" stands for: the one that the source names most; the alphabetically first of equals.

    Where it names places of another region alone, though it also speaks of the guest's continent, that one.
    """
    return doc.once(_main_region)


def _main_region(doc: "Document") -> str | None:
    names = [e.entity for e in doc.entities if e.type == "region"]
    best = max(sorted(set(names)), key=names.count) if names else None
    if best is None:
        return None
    places = {e.entity for e in doc.entities if e.type in {"place", "country"} and e.form != "adjective"}
    inside = {
        r: sum(doc.pack.contains(r, p) for p in places)
        for r, known in doc.pack.places.items()
        if known.kind == "region"
    }
    wider = {r: sum(doc.pack.contains(r, q) for q in inside) for r in inside}
    most = max(sorted(inside), key=lambda r: (inside[r], names.count(r), -wider[r]), default=best)
    return most if inside.get(best, 0) == 0 and inside[most] >= _SOME_PLACES else best


_SOME_PLACES: Final = 2
"""Places of a region that a source names if it speaks of that region."""


def entities_from(doc: "Document", offset: int) -> list[EntityMention]:
    """Countries, regions or bodies from an offset on, joined by commas and "and"."""
    chosen: list[EntityMention] = []
    at = offset
    for entity in between(doc.entities, offset, offset + 600):
        if entity.start < at or entity.type not in {"country", "region", "org", "place"}:
            continue
        joined = _NEXT if chosen else _FIRST
        # "ministers of A and EU Commissioner N": the EU here begins the next party
        if not joined.fullmatch(doc.shadow[at : entity.start]) or (
            chosen and any(o.named_start <= entity.start < o.start + 1 for o in doc.offices)
        ):
            break
        chosen.append(entity)
        at = entity.end
    return chosen
