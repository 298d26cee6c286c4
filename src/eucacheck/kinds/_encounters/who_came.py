"""Who a source has at an event to findings where it is on record that somebody else came for a country.

'The five presidents attended', where one of them sent a deputy; 'A met the leaders of B, C and D' on the day of an
event that the leader of D did not attend.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._encounters.party import level_of
from eucacheck.kinds._happenings.editions import edition_of
from eucacheck.kinds._happenings.event_words import ordinal_word, say_date
from eucacheck.kinds._wording.words import listed, sources_in_words
from eucacheck.pack import Pack
from eucacheck.pack.model import Delegation, Edition, Series
from eucacheck.records import Claim, Finding, Reference

if TYPE_CHECKING:
    from eucacheck.facts import Block

_RANKS: Final = {"leader": 3, "minister": 2, "deputy": 1, "other": 0}
_NUMBERS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()
_EVERY: Final = regex.compile(r"\b(?:all|every|each of)\b", regex.I)
_GROUP: Final = regex.compile(
    r"group:(?P<level>leaders|foreign-ministers|prime-ministers|ministers)-of-(?P<members>[a-z0-9+-]+)"
)


class _Sent(NamedTuple):
    """What a claim has come: the level, the countries, and the claim."""

    level: str
    countries: frozenset[str]
    claim: Claim


def judge_attended(instance: Instance, claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for the countries of an event that the sources have at a higher level than the record."""
    edition, series = edition_of(instance, block.pack), block.pack.series.get(instance.series)
    if edition is None or series is None:
        return
    sent = [s for c in claims if (s := _attended(c, block)) is not None]
    yield from _said_away(instance, claims, (series, edition), block)
    # where a source of the set tells of the lower level too, the sources themselves are opposed
    known = [c for c in claims if c.value["level"] == "deputy" or not c.value["present"]]
    if not known:
        yield from _findings("EUC934", instance.key, sent, (series, edition), block)


_SENT_LOWER: Final = regex.compile(r"\b(?:represented by|sent|dispatched)\b", regex.I)


def _said_away(
    instance: Instance, claims: Sequence[Claim], event: tuple[Series, Edition], block: "Block"
) -> Iterator[Finding]:
    """One finding for each leader or minister who came by the record, and whom the sources have absent or replaced."""
    series, edition = event
    for sent in edition.delegations:
        own = [c for c in claims if sent.of in _home(c, block) and not c.value["named"]]
        away = [c for c in own if _told(c, absent=True) and _is_away(c, sent)]
        there = [c for c in own if c.value["present"] and c.value["level"] == sent.level and c not in away]
        if not away or there or not sent.ref:
            continue
        country, name = block.pack.name_of(sent.of), _event_name(series, edition, block.pack)
        person = f" {block.pack.name_of(f'person:{sent.person}')}" if sent.person else ""
        answer = block.answer({"level": sent.level, "present": False}, f"no {sent.level} of {country}", away)
        verb = "has" if answer.sources == 1 else "have"
        summary = (
            f"{sources_in_words(answer, block)} {verb} no {sent.level} of {country} at {name}; on record, "
            f"{sent.office}{person} came"
        )
        question = f"Who came to {name} for {country}?"
        why = "it is on record that somebody of higher rank came"
        reference = Reference(f"{country}: {sent.office}{person}", str(sent.ref))
        judgement = Judgement(
            "EUC934",
            "participant",
            "conflict",
            instance.key,
            question,
            summary,
            why,
            [answer],
            0.75,
            "warning",
            reference,
        )
        yield make_finding(judgement)


def _home(claim: Claim, block: "Block") -> set[str]:
    """The countries of a participant: named with it, or those in which the person is in office."""
    named = {str(m) for m in claim.value["members"] if str(m).startswith("country:")}
    held = {o.organisation for o, _ in block.pack.offices_of(str(claim.value["participant"]))}
    return named or {h for h in held if h.startswith("country:")}


def _is_away(claim: Claim, sent: Delegation) -> bool:
    """The one on record is told as absent, or the country as sending somebody of lower rank."""
    if not claim.value["present"]:
        person = f"person:{sent.person}" if sent.person else None
        return claim.value["participant"] == person or (person is None and claim.value["level"] == sent.level)
    lower = claim.value["level"] in _RANKS and _RANKS[claim.value["level"]] < _RANKS[sent.level]
    return lower and not claim.value["group"] and _SENT_LOWER.search(claim.quote) is not None


def judge_met(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for each event on record on the day of which a claim has somebody meet those who did not come."""
    seen: dict[str, tuple[Series, Edition, list[_Sent]]] = {}
    for claim in claims:
        for series, edition in _on_the_day(claim, block.pack):
            for party in claim.value["with"]:
                one = _met(party, claim, block.pack)
                if one is not None and one.countries & {d.of for d in edition.delegations}:
                    seen.setdefault(f"{series.id}-{edition.date}", (series, edition, []))[2].append(one)
    for key, (series, edition, sent) in sorted(seen.items()):
        yield from _findings("EUC935", f"event:{key}", sent, (series, edition), block)


def _attended(claim: Claim, block: "Block") -> _Sent | None:
    """A group that a source has at the event in full, or one office-holder of a country."""
    value = claim.value
    part = value.get("share") and value["share"][0] != value["share"][1]
    if not value["present"] or value["named"] or value.get("remote") or part or not _told(claim):
        return None
    if value["level"] not in _RANKS:
        return None
    if value["group"]:
        countries = countries_of(value["members"], str(value["name"]), block.pack)
    else:
        countries = frozenset(m for m in value["members"] if m.startswith("country:"))
    return _Sent(str(value["level"]), countries, claim) if countries else None


def _told(claim: Claim, *, absent: bool = False) -> bool:
    return claim.modality in {"assertion", "reported"} and (claim.polarity or absent) and not claim.value.get("remote")


def _met(party: dict[str, str], claim: Claim, pack: Pack) -> _Sent | None:
    match = _GROUP.fullmatch(party["id"])
    if match is None:
        return None
    named = [i for m in match["members"].split("+") for i in (f"country:{m}", f"region:{m}") if i in pack.places]
    countries = countries_of(named, party["name"], pack)
    return _Sent(level_of(match["level"].replace("-", " ")), countries, claim) if countries else None


def countries_of(members: Iterable[str], name: str, pack: Pack) -> frozenset[str]:
    """Give the countries named; those of a region only where the words count them all or say 'all'."""
    found: set[str] = set()
    for member in members:
        inside = pack.countries_in(member)
        if member.startswith("country:"):
            found.add(member)
        elif inside and len(inside) < len(_NUMBERS):
            number = rf"\b(?:{_NUMBERS[len(inside)]}|{len(inside)})\b"
            found |= {*inside} if _EVERY.search(name) or regex.search(number, name, regex.I) else set()
    return frozenset(found)


def _on_the_day(claim: Claim, pack: Pack) -> Iterator[tuple[Series, Edition]]:
    """The editions on record on the day of a meeting in person, of a body of one of those who met."""
    value = claim.value
    if value["date"] is None or value["form"] != "in person" or value["status"] == "denied" or not _over(claim):
        return
    day = parse_edtf(str(value["date"]))
    if day.start is None or day.start != day.end or claim.modality not in {"assertion", "reported", "planned"}:
        return
    bodies = {b for p in value["with"] for b in _bodies(p["id"], pack)}
    for series in pack.series.values():
        for edition in series.editions if bodies & {*series.parties} else ():
            held = parse_edtf(edition.date)
            if edition.delegations and held.start is not None and held.start <= day.start <= (held.end or held.start):
                yield series, edition


def _over(claim: Claim) -> bool:
    """The source tells of the day itself or of a day gone by: a plan proves nothing of what was held."""
    if claim.value["status"] == "made":
        return True
    published = parse_edtf(str(claim.value["published"])) if claim.value["published"] else None
    day = parse_edtf(str(claim.value["date"]))
    return bool(
        published is not None
        and published.start
        and day.end
        and published.start <= day.end <= (published.end or day.end)
    )


def _bodies(person: str, pack: Pack) -> Iterator[str]:
    """The bodies of which a person ever held an office, and those that they are a part of."""
    for office, _ in pack.offices_of(person):
        yield office.organisation
        known = pack.organisations.get(office.organisation)
        if known is not None and known.parent is not None:
            yield known.parent


def _findings(
    rule: str, subject: str, sent: Sequence[_Sent], event: tuple[Series, Edition], block: "Block"
) -> Iterator[Finding]:
    series, edition = event
    wrong: list[_Sent] = []
    others: dict[str, Delegation] = {}
    for one in sent:
        lower = [
            d for d in edition.delegations if d.of in one.countries and d.ref and _RANKS[d.level] < _RANKS[one.level]
        ]
        if lower:
            wrong.append(one)
            others |= {d.of: d for d in lower}
    if not wrong:
        return
    level = max((s.level for s in wrong), key=lambda x: _RANKS[x])
    came = [f"{block.pack.name_of(c)}: {d.office}" for c, d in sorted(others.items())]
    name = _event_name(series, edition, block.pack)
    countries = listed([block.pack.name_of(c) for c in sorted(others)])
    answer = block.answer({"level": level}, f"a {level} of {countries}", [s.claim for s in wrong])
    verb = "has" if answer.sources == 1 else "have"
    summary = (
        f"{sources_in_words(answer, block)} {verb} a {level} of {countries} at {name}; on record, "
        f"somebody of lower rank came ({listed(came)})"
    )
    reference = Reference("; ".join(came), str(next(iter(others.values())).ref))
    question = f"Who came to {name} for {countries}?"
    why = "it is on record who came, and it was somebody of lower rank"
    kind = wrong[0].claim.kind
    yield make_finding(
        Judgement(rule, kind, "conflict", subject, question, summary, why, [answer], 0.75, "warning", reference)
    )


def _event_name(series: Series, edition: Edition, pack: Pack) -> str:
    """'the second EU-Central Asia leaders' meeting (Cholpon-Ata, 2 June 2023)'."""
    number = f"{ordinal_word(edition.ordinal)} " if edition.ordinal is not None else ""
    place = f"{pack.name_of(edition.place)}, " if edition.place is not None else ""
    return f"the {number}{series.name} ({place}{say_date(parse_edtf(edition.date))})"
