"""Which office a person holds, and who holds an office.

## Finds
An office phrase said of a person: "European Council President Charles Michel", "X, the foreign minister of Y", "X, who is also
vice-president", "the President of Kazakhstan" where the source names its holder.

## Same fact
Two questions. Of one person at one time: which of two offices that exclude each other. Of one office that one person holds at a time: who.

## Compared
One person with one office of two organisations (or two offices that the pack says exclude each other), at times that can overlap, is a conflict; an organisation whose acronym is
one letter off is a `variant`. Two offices that can be held together are no conflict. Two holders at different times are a succession (`supersede`).

## Value
`{"office": slug, "organisation": identifier | null, "domain": text | null, "name": surface, "tenure": text, "informal": bool}`.

## Rules
EUC201 two offices that exclude each other. EUC202 two holders at one time. EUC203 the organisation of an office misspelt. EUC204 a title in other words. EUC205 a
succession. EUC206 the office, as told.

## Example
"European Commission President Charles Michel" against "European Council President Charles Michel": EUC201.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import may_overlap
from eucacheck.compare.names import compare_persons, person_key
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._events import say_date
from eucacheck.kinds._words import listed, sources_in_words
from eucacheck.records import Answer, Claim, Finding, Interval, OfficeMention

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC201": "One person is given two offices that exclude each other at one time.",
    "EUC202": "Two persons are given one office that one person holds, at one time.",
    "EUC203": "The organisation of an office is misspelt.",
    "EUC204": "One office of one person in words that differ.",
    "EUC205": "One office held by one person after another.",
    "EUC206": "The office of a person, as sources tell it.",
}
_EXCLUSIVE = {
    "president",
    "prime-minister",
    "high-representative",
    "secretary-general",
    "minister-of-foreign-affairs",
    "chancellor",
    "king",
}
"""Offices that nobody holds of two organisations at a time."""


def find(doc: "Document") -> Iterator[Claim]:
    """Each office phrase said of a person."""
    names = {p.person: p.name for p in reversed(doc.persons) if p.form == "full"}
    for office in doc.offices:
        if office.person is None:
            continue
        value = {
            "office": office.office, "organisation": office.organisation, "domain": office.domain,
            "name": names.get(office.person, ""), "tenure": office.tenure, "informal": office.informal,
        }  # fmt: skip
        start, end = (
            (office.named_start, office.named_end)
            if office.named_end > office.named_start
            else (office.start, office.end)
        )
        claim = make_claim(doc, Draft("title", office.person, value, start, end, when=_when(doc, office)))
        if claim is not None:
            yield claim


def _when(doc: "Document", office: OfficeMention) -> Interval | None:
    """The time of the clause's event, else of the document; unknown for former and future holders."""
    if office.tenure in {"former", "future", "designate"}:
        return None
    sentence = doc.sentence_of(office.start)
    if sentence is not None:
        here = [m for m in doc.events if sentence.start <= m.start < sentence.end]
        dated = [d.interval for m in here for d in m.dates] or [
            i for m in here if (i := doc.local_events[m.local].interval) is not None
        ]
        known = [i for i in dated if i.start is not None]
        if len(known) == 1:
            return known[0]
        dates = [
            d.interval
            for d in doc.dates
            if sentence.start <= d.start < sentence.end and d.interval.start is not None and d.interval.end is not None
        ]
        if not here and len(dates) == 1 and (dates[0].end or dates[0].start) and _short(dates[0]):
            return dates[0]
    return None


def _short(interval: Interval) -> bool:
    return interval.start is not None and interval.end is not None and (interval.end - interval.start).days <= 366


def keys(claim: Claim) -> tuple[str, ...]:
    """A title meets others of its person, and others of its office where that has an organisation."""
    person = f"person:{_person(claim)}"
    if claim.value["organisation"] is None or claim.value["tenure"] != "current":
        return (person,)
    return (person, f"office:{claim.value['organisation']}/{claim.value['office']}/{claim.value['domain'] or ''}")


def _person(claim: Claim) -> str:
    """Block of a person: the consonants of the surname, which misspellings and romanisations share."""
    return person_key(str(claim.value["name"]) or claim.subject.partition(":")[2].replace("-", " "))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Findings on persons in the block of a person, on holders in the block of an office."""
    if block.key.startswith("office:"):
        return _judge_office(claims, block)
    findings = []
    for person, group in _by_person(claims):
        findings += _judge_person(person, group, block)
    return findings


def _by_person(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims of one person together: by identifier, and unknown people by their names."""
    groups: list[tuple[str, list[Claim]]] = []
    for claim in sorted(claims, key=lambda c: (c.subject, c.source, c.start)):
        for subject, group in groups:
            if subject == claim.subject or _same_person(group[0], claim):
                group.append(claim)
                break
        else:
            groups.append((claim.subject, [claim]))
    return groups


def _same_person(a: Claim, b: Claim) -> bool:
    left, right = str(a.value["name"]), str(b.value["name"])
    if not left or not right:
        return False
    same_office = a.value["office"] == b.value["office"] and a.value["organisation"] == b.value["organisation"]
    return compare_persons(left, right, same_office=same_office or None).relation in {"same-spelling", "same-person"}


def _judge_person(person: str, claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each set of offices of a person that exclude each other or are one."""
    name = _name(person, claims, block)
    current = [c for c in claims if c.value["tenure"] in {"current", "acting", "newly-appointed"}]
    slots: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in current:
        slots.setdefault((str(claim.value["office"]), claim.value["organisation"]), []).append(claim)
    slots = _fill_missing(slots)
    findings = []
    offices = sorted({o for o, _ in slots})
    for office in offices:
        mine = {org: group for (o, org), group in slots.items() if o == office}
        findings += _judge_slot(person, name, office, mine, block)
    return findings


def _fill_missing(slots: dict[tuple[str, str | None], list[Claim]]) -> dict[tuple[str, str | None], list[Claim]]:
    """'President Tokayev' without a country joins the one country that he is president of."""
    filled = {k: list(v) for k, v in slots.items() if k[1] is not None}
    for (office, organisation), group in slots.items():
        if organisation is not None:
            continue
        homes = [k for k in filled if k[0] == office]
        target = homes[0] if len(homes) == 1 else (office, None)
        filled.setdefault(target, []).extend(group)
    return filled


def _judge_slot(
    person: str, name: str, office: str, by_org: dict[str | None, list[Claim]], block: "Block"
) -> list[Finding]:
    known = {o: g for o, g in by_org.items() if o is not None}
    label = office.replace("-", " ")
    if len(known) < 2:
        claims = [c for g in by_org.values() for c in g]
        return [_agree(person, name, office, next(iter(known), None), claims, block)]
    answers = [
        block.answer({"office": office, "organisation": o}, _office_name(label, o, block), g)
        for o, g in sorted(known.items())
    ]
    question = f"Of which body was {name} {label}?"
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    slip = _slip(answers, block)
    if slip is not None:
        return [
            make_finding(
                Judgement(
                    "EUC203", "title", "variant", person, question, f"{name} is called {told}", slip, answers, 0.85
                )
            )
        ]
    if office not in _EXCLUSIVE:
        return [_agree(person, name, office, o, g, block) for o, g in sorted(known.items())]
    if _times_meet(answers, block):
        return [
            make_finding(
                Judgement(
                    "EUC201",
                    "title",
                    "conflict",
                    person,
                    question,
                    f"{name} is called {told}",
                    "nobody holds both offices at one time, and the times of the claims can overlap",
                    answers,
                    0.9,
                )
            )
        ]
    return [
        make_finding(
            Judgement(
                "EUC205",
                "title",
                "supersede",
                person,
                question,
                f"{name}: {told}",
                "the claims speak of different times",
                answers,
                0.6,
            )
        )
    ]


def _agree(
    person: str, name: str, office: str, organisation: str | None, claims: Sequence[Claim], block: "Block"
) -> Finding:
    """One office: agreement, or other words where the domains differ."""
    label = office.replace("-", " ")
    domains: dict[str, list[Claim]] = {}
    for claim in claims:
        domains.setdefault(_domain(claim), []).append(claim)
    text = _office_name(label, organisation, block)
    groups = _merge_domains(domains)
    question = f"Which office did {name} hold: {text}?"
    if len(groups) > 1:
        answers = [
            block.answer({"office": office, "organisation": organisation, "domain": d}, f"{text} for {d}", g)
            for d, g in sorted(groups.items())
        ]
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        verdict, rule = (
            ("variant", "EUC204")
            if _times_meet(answers, block) and len({c.source for c in claims}) > 1
            else ("supersede", "EUC205")
        )
        return make_finding(
            Judgement(
                rule,
                "title",
                verdict,
                person,
                question,
                f"{name} is called {told}",
                "one office, its field in other words",
                answers,
                0.5,
            )
        )  # type: ignore[arg-type]
    answer = block.answer({"office": office, "organisation": organisation}, text, claims)
    return make_finding(
        Judgement(
            "EUC206",
            "title",
            agreement_or_single(answer),
            person,
            question,
            f"{name} is {text} ({count_sources(answer)})",
            "all sources give this office",
            [answer],
            0.8,
        )
    )


def _domain(claim: Claim) -> str:
    return " ".join(
        sorted(
            w
            for w in regex.findall(r"\w+", str(claim.value["domain"] or "").casefold())
            if w not in {"the", "of", "and", "for", "on", "in"}
        )
    )


def _merge_domains(domains: dict[str, list[Claim]]) -> dict[str, list[Claim]]:
    """A shorter field that is part of a longer one is the same field; no field joins any."""
    merged: dict[str, list[Claim]] = {}
    for words, claims in sorted(domains.items(), key=lambda kv: (-len(kv[0]), kv[0])):
        home = next((k for k in merged if set(words.split()) <= set(k.split())), words)
        merged.setdefault(home, []).extend(claims)
    return {_field(g): g for g in merged.values()}


def _field(claims: Sequence[Claim]) -> str:
    return max((str(c.value["domain"] or "") for c in claims), key=lambda d: (len(d), d))


def _slip(answers: Sequence[Answer], block: "Block") -> str | None:
    """The reason why two organisations are one misspelt: one of them holds no such office, and the acronyms are one letter apart."""
    if len(answers) != 2:
        return None
    names = [_short_names(str(a.value["organisation"]), block) for a in answers]
    for a in names[0]:
        for b in names[1]:
            if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and _unheard(answers, block):
                return f"{a} and {b} differ by one letter, and only one of the two has such an office"
    return None


def _short_names(organisation: str, block: "Block") -> list[str]:
    known = block.pack.organisations.get(organisation)
    return [n for n in (*known.acronyms, *known.aliases) if n.isupper() and len(n) <= 6] if known is not None else []


def _unheard(answers: Sequence[Answer], block: "Block") -> bool:
    homes = {o.organisation for o in block.pack.offices.values() if o.office == answers[0].value["office"]}
    return sum(a.value["organisation"] in homes for a in answers) == 1


def _times_meet(answers: Sequence[Answer], block: "Block") -> bool:
    """Some claim of one answer can be of the same time as one of another."""
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            for x in a.claims:
                for y in b.claims:
                    if may_overlap(_near(x), _near(y)):
                        return True
                    block.demote(x, y, "other-time: the claims speak of different times")
    return False


def _near(claim: Claim) -> Interval | None:
    return claim.when


def _judge_office(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Who held an office: one holder, a succession, or two holders at one time."""
    people = _by_person([c for c in claims if c.value["tenure"] == "current"])
    if len(people) < 2:
        return []
    office, organisation = str(claims[0].value["office"]), str(claims[0].value["organisation"])
    answers = []
    for subject, group in people:
        times = sorted({say_date(c.when) for c in group if c.when is not None and c.when.start is not None})
        text = _name(subject, group, block) + (f" ({listed(times[:3])})" if times else "")
        answers.append(block.answer({"person": subject}, text, group))
    label = _office_name(office.replace("-", " "), organisation, block)
    question = f"Who is {label}?"
    told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
    if _single_holder(office, organisation, block) and _same_days(answers):
        return [
            make_finding(
                Judgement(
                    "EUC202",
                    "title",
                    "conflict",
                    f"office:{office}@{organisation}",
                    question,
                    f"Two persons are called {label} at one time: {told}",
                    "one person at a time holds this office",
                    answers,
                    0.8,
                )
            )
        ]
    if not _single_holder(office, organisation, block):
        return []
    return [
        make_finding(
            Judgement(
                "EUC205",
                "title",
                "supersede",
                f"office:{office}@{organisation}",
                question,
                f"{label[0].upper()}{label[1:]}: {told}",
                "two holders at different times: a succession",
                answers,
                0.7,
            )
        )
    ]


def _single_holder(office: str, organisation: str, block: "Block") -> bool:
    known = [o for o in block.pack.offices.values() if o.office == office and o.organisation == organisation]
    return any(o.single_holder for o in known) if known else office in _EXCLUSIVE


def _same_days(answers: Sequence[Answer]) -> bool:
    """Two holders within one month, each with a date known to the month."""
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            for x in a.claims:
                for y in b.claims:
                    if _exact(x.when) and _exact(y.when) and x.source != y.source and may_overlap(x.when, y.when):
                        return True
    return False


def _exact(interval: Interval | None) -> bool:
    return (
        interval is not None
        and interval.start is not None
        and interval.end is not None
        and (interval.end - interval.start).days <= 31
        and interval.year_stated
    )


def _office_name(label: str, organisation: str | None, block: "Block") -> str:
    return f"{label} of {block.pack.name_of(organisation)}" if organisation is not None else label


def _name(person: str, claims: Sequence[Claim], block: "Block") -> str:
    known = block.pack.people.get(person)
    if known is not None:
        return known.name
    names = sorted({str(c.value["name"]) for c in claims if c.value["name"]}, key=lambda n: (-len(n), n))
    return names[0] if names else person.partition(":")[2].replace("-", " ").title()
