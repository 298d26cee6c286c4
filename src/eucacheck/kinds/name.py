"""How a person, organisation, agreement or route is named.

## Finds
The first mention of each spelling of a name in a source: full names of people, names and acronyms of agreements and routes, and misspelt or spoofed names of
countries and organisations.

## Same fact
The entity: in the pack, else a person with a compatible given name and surname (another office vetoes).

## Compared
Case, diacritics, hyphens and accepted romanisations are the same. A misspelling, a truncation, another romanisation that nobody lists, or letters of another script
is a `variant`. Several accepted names of one agreement or route are a `refine`: worth knowing, no error.

## Value
`{"name": surface, "entity": identifier}`.

## Rules
EUC101 a misspelt or cut name. EUC102 one source spells a name in two ways. EUC103 letters of another script. EUC104 several names of one thing. EUC105 the name, as told.

## Example
"Kaja", "Kaya" and "Kai" Kallas: EUC101.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.names import classify_spelling, compare_persons, person_key
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._words import listed, sources_in_words
from eucacheck.records import Answer, Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC101": "A name is misspelt, cut or romanised in a way that no list accepts.",
    "EUC102": "One source spells a name in two ways.",
    "EUC103": "A name contains letters of another script or invisible characters.",
    "EUC104": "One thing goes by several accepted names.",
    "EUC105": "The name, as sources give it.",
}
_NAMED = {"agreement", "route"}


def find(doc: "Document") -> Iterator[Claim]:
    """The first mention of each spelling in a source, and of each in another passage role."""
    seen: set[tuple[str, str]] = set()
    for person in doc.persons:
        if person.form == "full" and person.name and (person.person, person.name) not in seen:
            seen.add((person.person, person.name))
            claim = make_claim(
                doc,
                Draft("name", person.person, {"name": person.name, "entity": person.person}, person.start, person.end),
            )
            if claim is not None:
                yield claim
    for entity in doc.entities:
        surface = doc.text[entity.start : entity.end]
        if entity.type in _NAMED and (entity.entity, surface) not in seen:
            seen.add((entity.entity, surface))
            claim = make_claim(
                doc, Draft("name", entity.entity, {"name": surface, "entity": entity.entity}, entity.start, entity.end)
            )
            if claim is not None:
                yield claim


def keys(claim: Claim) -> tuple[str, ...]:
    """People meet by the consonants of their surname, other things by their identifier."""
    if claim.subject.startswith("person:"):
        return (f"person:{person_key(str(claim.value['name']))}",)
    return (claim.subject,)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an entity."""
    if not claims[0].subject.startswith("person:"):
        return [_judge_thing(claims, block)]
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (c.subject, c.source, c.start)):
        home = next((g for g in groups if g[0].subject == claim.subject or _same(g[0], claim, block)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [_judge_person(g, block) for g in groups]


def _same(a: Claim, b: Claim, block: "Block") -> bool:
    if a.subject in block.pack.people and b.subject in block.pack.people:
        return False
    offices = _offices(block)
    shared = offices.get(a.subject, set()) & offices.get(b.subject, set())
    both = bool(offices.get(a.subject)) and bool(offices.get(b.subject))
    relation = compare_persons(
        str(a.value["name"]), str(b.value["name"]), same_office=True if shared else (False if both else None)
    )
    return relation.relation in {"same-spelling", "same-person"}


def _offices(block: "Block") -> dict[str, set[tuple[str, str | None]]]:
    found: dict[str, set[tuple[str, str | None]]] = {}
    for claim in block.claims:
        if claim.kind == "title":
            found.setdefault(claim.subject, set()).add((str(claim.value["office"]), claim.value["organisation"]))
    return found


def _judge_person(claims: Sequence[Claim], block: "Block") -> Finding:
    entity = next((c.subject for c in claims if c.subject in block.pack.people), claims[0].subject)
    known = block.pack.people.get(entity)
    accepted = list(known.accepted) if known is not None else []
    canonical = known.name if known is not None else _commonest(claims)
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        relation = classify_spelling(str(claim.value["name"]), canonical, accepted)
        key = canonical if relation.kind in {"same", "accepted"} else str(claim.value["name"])
        forms.setdefault(key, []).append(claim)
    question = f"How is {canonical} spelt?"
    answers = [block.answer({"name": f}, f, g) for f, g in sorted(forms.items())]
    odd = {f: classify_spelling(f, canonical, accepted) for f in forms if f != canonical}
    wrong = {
        f: r
        for f, r in odd.items()
        if r.kind in {"misspelling", "truncation", "spoofed"}
        or (r.kind == "romanisation" and known is not None and f not in accepted and False)
    }
    if not wrong:
        return _settled(entity, canonical, question, claims, answers, block)
    inside = len({c.source for c in claims}) == 1
    rule = "EUC103" if any(r.kind == "spoofed" for r in wrong.values()) else "EUC102" if inside else "EUC101"
    told = " and ".join(f"“{a.text}” ({sources_in_words(a, block)})" for a in answers)
    why = "; ".join(f"“{f}” for “{canonical}”: {r.reason}" for f, r in sorted(wrong.items()))
    if len(answers) == 1:
        return make_finding(
            Judgement(
                rule,
                "name",
                "single" if answers[0].sources == 1 else "agree",
                entity,
                question,
                f"{canonical} is spelt {told}",
                why,
                answers,
                0.7,
            )
        )
    return make_finding(
        Judgement(
            rule,
            "name",
            "variant",
            entity,
            question,
            f"One person, {len(answers)} spellings: {told}",
            why,
            answers,
            0.9 if known is not None else 0.75,
        )
    )


def _settled(
    entity: str, canonical: str, question: str, claims: Sequence[Claim], answers: Sequence[Answer], block: "Block"
) -> Finding:
    if len(answers) == 1:
        only = answers[0]
        return make_finding(
            Judgement(
                "EUC105",
                "name",
                agreement_or_single(only),
                entity,
                question,
                f"{only.text} ({count_sources(only)})",
                "all sources spell the name alike or by an accepted romanisation",
                answers,
                0.8,
            )
        )
    told = listed([f"“{a.text}” ({sources_in_words(a, block)})" for a in answers])
    return make_finding(
        Judgement(
            "EUC104",
            "name",
            "refine",
            entity,
            question,
            f"{canonical} appears as {told}",
            "another romanisation or a fuller form of one name",
            answers,
            0.5,
        )
    )


def _commonest(claims: Sequence[Claim]) -> str:
    names = sorted({str(c.value["name"]) for c in claims})
    return max(
        names,
        key=lambda n: (
            len({c.source for c in claims if c.value["name"] == n}),
            sum(c.value["name"] == n for c in claims),
            len(n),
            n,
        ),
    )


def _judge_thing(claims: Sequence[Claim], block: "Block") -> Finding:
    """Agreements and routes: several names of one thing."""
    entity = claims[0].subject
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        forms.setdefault(_plain(str(claim.value["name"])), []).append(claim)
    answers = [
        block.answer({"name": str(g[0].value["name"])}, str(g[0].value["name"]), g) for _, g in sorted(forms.items())
    ]
    name = block.pack.name_of(entity)
    question = f"How is {name} called?"
    if len(answers) == 1:
        only = answers[0]
        return make_finding(
            Judgement(
                "EUC105",
                "name",
                agreement_or_single(only),
                entity,
                question,
                f"{only.text} ({count_sources(only)})",
                "all sources use this name",
                answers,
                0.8,
            )
        )
    told = listed([f"“{a.text}”" for a in answers])
    return make_finding(
        Judgement(
            "EUC104",
            "name",
            "refine",
            entity,
            question,
            f"{name} goes by {len(answers)} names: {told}",
            "names of one thing; a reader may take them for several",
            answers,
            0.6,
        )
    )


def _plain(name: str) -> str:
    return " ".join(
        name.casefold().replace("–", "-").replace("—", "-").replace("\xa0", " ").replace(" - ", "-").split()
    )
