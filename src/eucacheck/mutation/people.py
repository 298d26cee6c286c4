"""People with a wrong office, name or speech; and, as no error, a successor or a house spelling."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

import regex

from eucacheck.compare.offices import Held, known_offices
from eucacheck.edtf import parse_edtf
from eucacheck.mutation.copies import Planted, Site, moved, replace_words, shuffled
from eucacheck.pack import Pack
from eucacheck.pack.model import Holder
from eucacheck.records import Claim, EntityMention, OfficeMention, PersonMention

_OTHER_OFFICE: Final = "conflict: another office of the same person"
_RANKS: Final = {
    "president": ("President", "Vice President"),
    "vice-president": ("Vice[ -]President", "President"),
    "prime-minister": ("Prime Minister", "Deputy Prime Minister"),
    "minister-of-foreign-affairs": ("Foreign Minister|Minister of Foreign Affairs", "Deputy Foreign Minister"),
    "deputy-minister-of-foreign-affairs": (
        "Deputy Foreign Minister|Deputy Minister of Foreign Affairs",
        "Foreign Minister",
    ),
}
"""By office: its words, and those of a rank above or below. Nobody is both."""
_RANKED: Final = regex.compile(r"(?:[-–/]|\b(?:Deputy|Vice|Executive|First|Senior|Honorary|Former))\s?$", regex.I)
_VOWELS: Final = "aeiou"
_SAYING: Final = regex.compile(
    r"(?:said|says|told|stressed|noted|added|stated|wrote|remarked|declared|explained|called|described|continued|warned|"
    r"emphasi[sz]ed|underlined|announced|according to|recalled|commented|argued|hailed)\b",
    regex.I,
)
_NEAR: Final = 70
"""Characters between a quotation and the name of its speaker, with a verb of saying in or behind them."""
_WAIT: Final = timedelta(days=120)
"""Between two holders: no source that is a little early or late then errs."""
_EARLIEST: Final = date(2015, 1, 1)


def wrong_title(site: Site, random: Random) -> Iterator[Planted]:
    """The office of a person given to another body or country, or raised or lowered by a rank."""
    for claim in shuffled(site.of("title"), random):
        office = _office_of(site, claim)
        if office is None or claim.value["tenure"] != "current" or office.informal:
            continue
        changes = [*_bodies(site, office, random), *_ranks(site, office)]
        for span, words in shuffled(changes, random):
            yield replace_words(site, span, words, by="claim", expected=_OTHER_OFFICE)


def misspelt_name(site: Site, random: Random) -> Iterator[Planted]:
    """A slip of the keyboard in the surname of a person."""
    for claim in shuffled((c for c in site.of("name") if c.subject.startswith("person:")), random):
        surname = regex.search(r"\p{Lu}\p{Ll}{4,}$", claim.quote)
        wrong = _slip(surname.group(), random) if surname is not None else None
        if surname is None or wrong is None or _accepted(site.doc.pack, claim.subject, wrong):
            continue
        span = (claim.start + surname.start(), claim.start + surname.end())
        yield replace_words(site, span, wrong, by="claim", expected="variant: a misspelt name")


def wrong_speaker(site: Site, random: Random) -> Iterator[Planted]:
    """A quotation given to another person."""
    for claim in shuffled((c for c in site.of("quote") if c.value["sure"]), random):
        named = [p for p in site.doc.persons if p.person == claim.value["speaker"] and p.form in {"full", "surname"}]
        near = [p for p in named if _beside(site, p, claim)]
        if not near:
            continue
        mention = min(near, key=lambda p: min(abs(p.start - claim.end), abs(claim.start - p.end)))
        other = _another_person(site, mention, random)
        if other is not None:
            span = (mention.start, mention.end)
            planted = replace_words(
                site, span, other, by="claim", expected="conflict: the same words of another speaker"
            )
            yield _about(planted, list(moved([(claim.start, claim.end)], *span, other)))


def succession(site: Site, random: Random) -> Iterator[Planted]:
    """Another holder of an office, in a text of its own from the time of that holder."""
    for claim in shuffled(site.of("title"), random):
        name = str(claim.value["name"])
        at = claim.quote.find(name) if name else -1
        if at < 0 or claim.value["informal"] or claim.value["tenure"] != "current":
            continue
        for other in shuffled(_others_in_office(site, claim), random):
            day = _day_in(other)
            holder = site.doc.pack.name_of(f"person:{other.person}")
            lead = claim.quote[:at] + holder + claim.quote[at + len(name) :]
            text = f"{lead} set out the plans for the coming year on {day.day} {day:%B %Y}.\n"
            yield Planted(
                text, at, at + len(holder), name, "claim", "no flag: a successor or predecessor", (), day.isoformat()
            )


def house_spelling(site: Site, random: Random) -> Iterator[Planted]:
    """A name by an accepted romanisation, or without its diacritics, wherever it stands."""
    for person in shuffled(sorted({p.person for p in site.doc.persons if p.form == "full"}), random):
        named = [p for p in site.doc.persons if p.person == person and p.form in {"full", "surname"} and p.name]
        full = next(p.name for p in named if p.form == "full")
        for spelling in shuffled(_spellings(site.doc.pack, person, full), random):
            yield _respelt(site, named, full, spelling)


def _office_of(site: Site, claim: Claim) -> OfficeMention | None:
    inside = [
        o for o in site.doc.offices if claim.start <= o.start and o.end <= claim.end and o.person == claim.subject
    ]
    return next((o for o in inside if o.office == claim.value["office"]), None)


def _bodies(site: Site, office: OfficeMention, random: Random) -> Iterator[tuple[tuple[int, int], str]]:
    """The body in an office phrase and another one that has such an office as well."""
    pack = site.doc.pack
    for mention in site.doc.within(site.doc.entities, office.start, office.end):
        if mention.entity == office.organisation:
            others = _countries(mention, pack) if mention.type == "country" else _institutions(office, mention, pack)
            others = [o for o in others if _article_fits(site.text, mention, o)]
            if others:
                yield (mention.start, mention.end), random.choice(others)


def _countries(mention: EntityMention, pack: Pack) -> list[str]:
    """Countries of the same region in the same form: an adjective for an adjective."""
    own = pack.places.get(mention.entity)
    if own is None or mention.form not in {"name", "adjective"}:
        return []
    near = [p for i, p in sorted(pack.places.items()) if p.kind == "country" and i != mention.entity]
    near = [p for p in near if set(p.within) & set(own.within)] or near
    return [p.adjectives[0] for p in near if p.adjectives] if mention.form == "adjective" else [p.name for p in near]


def _institutions(office: OfficeMention, mention: EntityMention, pack: Pack) -> list[str]:
    """Bodies whose like office excludes this one."""
    if mention.form != "name":
        return []
    held = known_offices(Held(office.office, office.organisation, office.domain), pack)
    excluded = {f"office:{slug}" for o in held for slug in o.excludes} | {slug for o in held for slug in o.excludes}
    others = [o for i, o in sorted(pack.offices.items()) if i in excluded and o.office == office.office]
    return [pack.name_of(o.organisation) for o in others]


def _article_fits(text: str, mention: EntityMention, other: str) -> bool:
    """'a Kazakh' is not to become 'a Uzbek'."""
    article = regex.search(r"\ban?\s$", text[: mention.start])
    return article is None or (text[mention.start].upper() in "AEIOU") == (other[0].upper() in "AEIOU")


def _ranks(site: Site, office: OfficeMention) -> Iterator[tuple[tuple[int, int], str]]:
    """The words of a plain office and those of the rank above or below it."""
    words, other = _RANKS.get(office.office, ("", ""))
    match = regex.search(rf"\b(?:{words})\b(?!\s?[-–/])", site.text[: office.end], pos=office.start) if words else None
    if match is not None and _RANKED.search(site.text[: match.start()]) is None:
        of_affairs = match.group().endswith("Affairs")
        other = other.replace("Foreign Minister", "Minister of Foreign Affairs") if of_affairs else other
        yield match.span(), other


def _slip(name: str, random: Random) -> str | None:
    """Two letters swapped, one left out, or one vowel for another, inside the name."""
    inner = range(2, len(name) - 1)
    found = [name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in inner[:-1] if name[i] != name[i + 1]]
    found += [
        name[:i] + name[i + 1 :] for i in inner if name[i] not in _VOWELS and name[i] not in {name[i - 1], name[i + 1]}
    ]
    found += [
        name[:i] + random.choice(_VOWELS.replace(name[i], "")) + name[i + 1 :] for i in inner if name[i] in _VOWELS
    ]
    return random.choice(found) if found else None


def _accepted(pack: Pack, person: str, surname: str) -> bool:
    entry = pack.people.get(person)
    return entry is not None and any(surname in form.split() for form in (entry.name, *entry.accepted))


def _beside(site: Site, person: PersonMention, claim: Claim) -> bool:
    """'X said that “...”', '“...,” said X' or '“...,” X said', in one sentence."""
    before = person.end <= claim.start
    gap = (person.end, claim.start) if before else (claim.end, person.start)
    words = site.text[gap[0] : gap[1]]
    if not 0 <= gap[1] - gap[0] <= _NEAR or "\n" in words or regex.search(r"[.!?…]\s", words) is not None:
        return False
    if any(q.start <= person.start < q.end for q in site.doc.speech.quotations):
        return False
    behind = "" if before else site.text[person.end : person.end + 20]
    return _SAYING.search(words) is not None or _SAYING.match(behind.lstrip()) is not None


def _another_person(site: Site, mention: PersonMention, random: Random) -> str | None:
    """Somebody else of the text, by the same form of name; else somebody of the pack, by the full name."""
    others = sorted(
        {p.name for p in site.doc.persons if p.form == mention.form and p.person != mention.person and p.name}
    )
    own = {n for p in site.doc.persons if p.person == mention.person for n in p.name.split()}
    others = [o for o in others if not set(o.split()) & own]
    if not others:
        known = {p.person for p in site.doc.persons}
        others = [
            p.name for i, p in sorted(site.doc.pack.people.items()) if i not in known and not set(p.name.split()) & own
        ]
    return random.choice(others) if others else None


def _others_in_office(site: Site, claim: Claim) -> list[Holder]:
    """Holders of the same office whose term is far from the time of the claim."""
    pack, when = site.doc.pack, claim.when
    held = Held(str(claim.value["office"]), claim.value["organisation"], claim.value["domain"])
    found = []
    for office in known_offices(held, pack):
        own = [h for h in office.holders if f"person:{h.person}" == claim.subject]
        if not own or not office.single_holder or when is None or when.start is None:
            continue
        for other in office.holders:
            day = _day_in(other)
            apart = (
                day > (when.end or date.max) + _WAIT
                if when.end is not None and day > when.start
                else day + _WAIT < when.start
            )
            if other.person != own[0].person and not other.acting and apart and day >= _EARLIEST:
                found.append(other)
    return found


def _day_in(holder: Holder) -> date:
    """A day well inside a term."""
    since = parse_edtf(holder.since).start or date(1900, 1, 1)
    until = parse_edtf(holder.until).end if holder.until else None
    day = since + timedelta(days=200)
    return day if until is None or day < until - timedelta(days=60) else since + (until - since) / 2


def _spellings(pack: Pack, person: str, full: str) -> list[str]:
    """Accepted spellings of as many words, and the name without diacritics."""
    entry = pack.people.get(person)
    forms = [entry.name, *entry.accepted] if entry is not None and full in {entry.name, *entry.accepted} else []
    forms.append(_bare(full))
    return sorted({f for f in forms if f != full and len(f.split()) == len(full.split())})


def _bare(name: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _respelt(site: Site, named: Sequence[PersonMention], full: str, spelling: str) -> Planted:
    """Every mention by full name or surname in the other spelling; the first full one carries the label."""
    words = dict(zip(full.split(), spelling.split(), strict=True))
    text, spans, shift = site.text, [], 0
    for mention in sorted(named, key=lambda p: p.start):
        at = site.text.find(mention.name, mention.start, mention.end)
        new = " ".join(words.get(w, w) for w in mention.name.split())
        if at < 0 or new == mention.name:
            continue
        start = at + shift
        text = text[:start] + new + text[start + len(mention.name) :]
        shift += len(new) - len(mention.name)
        spans.append((start, start + len(new), mention.name))
    first = next(s for s in spans if s[2] == full)
    about = tuple((a, b) for a, b, _ in spans if (a, b) != first[:2])
    return Planted(text, first[0], first[1], full, "claim", "no flag: a house spelling of the name", about)


def _about(planted: Planted, about: Sequence[tuple[int, int]]) -> Planted:
    return Planted(planted.text, planted.start, planted.end, planted.before, planted.by, planted.expected, tuple(about))
