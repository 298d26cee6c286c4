"""Text, raw names and pack to entities and people: organisations and places by exact alias, people by pack, model and office.

People unknown to the pack are people too: a name beside an office is enough. A later surname alone, a misspelt surname and a
handle go back to the one full name that fits.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex
from anyascii import anyascii

from eucacheck.compare.names import closest_surname, compare_persons, person_key, surname, words_of
from eucacheck.mentions.language import RawName
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, PersonMention, Sentence
from eucacheck.shadow import Shadow, fold, skeleton

_WORD = regex.compile(r"\w+(?:[.'&+-]\w+)*")
_CAP = r"\p{Lu}[\p{L}\u00ad\u200b-\u200d]+(?:['-]\p{L}[\p{L}]*)*|\p{Lu}\."
_NAME_WORD = regex.compile(_CAP)
NAME = regex.compile(
    rf"(?:{_CAP})(?:\s(?:(?:von der|van der|van den|von|van|de la|de|der|den|bin|ibn|al|el|di|da|dos|del|ter|le)\s)?(?:{_CAP})){{1,3}}(?:\s(?:bin|al|Al)\s(?:{_CAP})(?:\s(?:{_CAP}))?){{0,2}}"
)
_HANDLE = regex.compile(r"@([A-Z][a-z]+)([A-Z][a-z]+)\b")
_NOT_NAMES = {
    "the", "a", "an", "and", "of", "in", "on", "for", "to", "with", "european", "central", "asia", "asian", "union", "council", "commission", "parliament", "ministry",
    "foreign", "affairs", "summit", "meeting", "conference", "forum", "dialogue", "agreement", "partnership", "cooperation", "global", "gateway", "joint", "high",
    "security", "policy", "trade", "bank", "development", "investment", "press", "service", "news", "agency", "university", "institute", "academy", "state", "states",
    "united", "nations", "republic", "north", "south", "east", "west", "international", "regional", "national", "committee", "delegation", "embassy", "corridor", "route",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "group", "federation", "government", "department", "office", "house", "party", "war", "charter", "act", "programme", "program",
    "strategy", "roadmap", "declaration", "initiative", "organization", "organisation", "sea", "lake", "river", "mr", "mrs", "ms", "dr", "his", "her", "this", "that",
    "photo", "image", "caption", "source", "read", "more", "also", "new", "green", "digital", "energy", "transport", "water", "climate", "human", "rights", "day", "victory",
    "members", "member", "ministers", "minister", "president", "leaders", "heads", "head", "youth", "business", "economic", "political", "parliamentary", "infrastructure",
}  # fmt: skip


def find_entities(text: str, pack: Pack, sentences: Sequence[Sentence] = ()) -> list[EntityMention]:
    """Find the pack's organisations, places, agreements, routes and programmes; the longest name at a place."""
    shadow = fold(text)
    index = _index(pack)
    found: list[EntityMention] = []
    at = 0
    for match in _WORD.finditer(shadow):
        if match.start() < at:
            continue
        hit = _longest(shadow, match.start(), index)
        if hit is None:
            continue
        end, entity, form = hit
        found.append(EntityMention(match.start(), end, entity, entity.partition(":")[0], form))
        at = end
    found += _generic_agreements(shadow, found, pack, sentences)
    found += _hashtags(shadow, pack, index)
    return _without_overlap(found)


@lru_cache(maxsize=4)
def _index(pack: Pack) -> dict[str, list[tuple[str, str, str, str]]]:
    """Surfaces by their first word in lower case, the longest first: (as printed, folded case, entity, form)."""
    index: dict[str, list[tuple[str, str, str, str]]] = {}
    for words, entity, form in pack.surfaces():
        plain = fold(words)
        first = _WORD.match(plain)
        if first is not None:
            index.setdefault(first.group().casefold().split("-")[0].split("'")[0], []).append(
                (plain, plain.casefold(), entity, form)
            )
    return {k: sorted(v, key=lambda s: (-len(s[0]), s)) for k, v in index.items()}


def _longest(shadow: str, start: int, index: dict[str, list[tuple[str, str, str, str]]]) -> tuple[int, str, str] | None:
    first = regex.compile(r"\w+").match(shadow, start)
    if first is None:
        return None
    for plain, low, entity, form in index.get(first.group().casefold(), ()):
        end = _matches(shadow, start, plain)
        if end is None:
            continue
        got = shadow[start:end]
        if (form == "acronym" or plain.isupper()) and got != plain:
            continue
        if got.casefold() != low and " ".join(got.casefold().split()) != low:
            got = regex.sub(r"\s*-\s*", "-", got)
            if got.casefold() != low:
                continue
        if plain[0].isupper() and not shadow[start].isupper():
            continue
        return end, entity, form
    return None


def _matches(shadow: str, start: int, plain: str) -> int | None:
    """The end of a surface at an offset: blanks may be doubled, a hyphen may stand in blanks."""
    end = start + len(plain)
    if shadow[start:end].casefold() == plain.casefold() and _boundary(shadow, end):
        return end
    if "-" in plain or " " in plain:
        match = _loose(plain).match(shadow, start)
        if match is not None and _boundary(shadow, match.end()):
            return match.end()
    return None


@lru_cache(maxsize=4096)
def _loose(plain: str) -> regex.Pattern[str]:
    parts = [regex.escape(p) for p in regex.split(r"[-\s]+", plain)]
    seps = [r"\s{1,3}" if s.isspace() else r"\s?-\s?" for s in regex.findall(r"[-\s]+", plain)]
    body = parts[0] + "".join(s + p for s, p in zip(seps, parts[1:], strict=True))
    return regex.compile(body, regex.I)


def _boundary(shadow: str, end: int) -> bool:
    following = shadow[end : end + 1]
    return not following or not (following.isalnum() or following == "_")


def _generic_agreements(
    shadow: str, found: Sequence[EntityMention], pack: Pack, sentences: Sequence[Sentence]
) -> Iterator[EntityMention]:
    """'the EPCA' denotes the agreement whose other party the sentence, else the text, names; nothing where two remain."""
    names = sorted({n for a in pack.agreements.values() for n in a.generic}, key=len, reverse=True)
    if not names:
        return
    pattern = regex.compile(r"(?<![\w-])(?:" + "|".join(regex.escape(fold(n)) for n in names) + r")(?![\w])", regex.I)
    for match in pattern.finditer(shadow):
        if match.group().isupper() is False and match.group().casefold() in {"epca"}:
            continue
        sentence = next((s for s in sentences if s.start <= match.start() < s.end), None)
        near = [e.entity for e in found if sentence is not None and sentence.start <= e.start < sentence.end]
        for pool in (near, [e.entity for e in found if e.form != "metonym"]):
            fits = _agreements_of(match.group(), pool, pack)
            if len(fits) == 1:
                yield EntityMention(
                    match.start(), match.end(), fits[0], "agreement", "acronym" if match.group().isupper() else "name"
                )
                break


def _agreements_of(name: str, pool: Sequence[str], pack: Pack) -> list[str]:
    """Agreements of a generic name by the country that the pool names most."""
    low = name.casefold()
    fits = {i: a for i, a in pack.agreements.items() if low in {fold(n).casefold() for n in a.generic}}
    counts = {i: sum(pool.count(p) for p in a.parties if p.startswith("country:")) for i, a in fits.items()}
    best = max(counts.values(), default=0)
    return sorted(i for i, n in counts.items() if n == best) if best else []


def _hashtags(shadow: str, pack: Pack, index: dict[str, list[tuple[str, str, str, str]]]) -> Iterator[EntityMention]:
    """#CentralAsia is Central Asia."""
    del index
    joined = {fold(s.words).replace(" ", "").casefold(): s.entity for s in pack.surfaces() if s.form == "name"}
    for match in regex.finditer(r"#(\w{3,40})\b", shadow):
        entity = joined.get(match.group(1).casefold())
        if entity is not None:
            yield EntityMention(match.start(1), match.end(1), entity, entity.partition(":")[0], "name")


def _without_overlap(found: Iterable[EntityMention]) -> list[EntityMention]:
    kept: list[EntityMention] = []
    for one in sorted(found, key=lambda e: (e.start, -e.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


# --- people ------------------------------------------------------------------------------------------------------


def find_persons(
    text: str,
    raw: Sequence[RawName],
    entities: Sequence[EntityMention],
    beside_office: Sequence[tuple[int, int]],
    pack: Pack,
) -> list[PersonMention]:
    """Find people: full names first, then surnames, misspelt surnames and handles that go back to one of them."""
    people = _People(text, entities, pack)
    for start, end in sorted({*_known_names(text, pack), *_model_names(text, raw, entities, pack), *beside_office}):
        people.add_full(start, end)
    people.add_surnames()
    people.add_handles()
    return people.mentions()


def _known_names(text: str, pack: Pack) -> Iterator[tuple[int, int]]:
    """Full names of the pack, canonical or accepted, exact but for case-preserving folds."""
    shadow = Shadow(text)
    for match in NAME.finditer(shadow.text):
        for start, end in _windows(shadow.text, match.start(), match.end()):
            if _exact(shadow.text[start:end], pack):
                yield shadow.to_source(start, end)
                break


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sub-spans of a run of capitalised words, the longest first."""
    words = [(start + m.start(), start + m.end()) for m in regex.finditer(r"\S+", text[start:end])]
    for size in range(len(words), 1, -1):
        for i in range(len(words) - size + 1):
            yield words[i][0], words[i + size - 1][1]


@lru_cache(maxsize=4)
def _exact_names(pack: Pack) -> dict[str, str]:
    return {_ascii(n): i for i, p in sorted(pack.people.items()) for n in (p.name, *p.accepted)}


def _ascii(name: str) -> str:
    return " ".join(regex.sub(r"[^a-z' -]", "", anyascii(fold(name)).casefold()).split())


def _exact(name: str, pack: Pack) -> str | None:
    return _exact_names(pack).get(_ascii(name))


def _model_names(
    text: str, raw: Sequence[RawName], entities: Sequence[EntityMention], pack: Pack
) -> Iterator[tuple[int, int]]:
    """What the model takes for a person, trimmed of what is no name."""
    for one in raw:
        if one.label != "PERSON":
            continue
        span = trim_name(text, one.start, one.end, entities, pack)
        if span is not None:
            yield span


def trim_name(text: str, start: int, end: int, entities: Sequence[EntityMention], pack: Pack) -> tuple[int, int] | None:
    """Cut places, demonyms and office words off a supposed name; None where fewer than two words of a name remain."""
    shadow = fold(text[start:end])
    words = [(start + m.start(), start + m.end()) for m in regex.finditer(r"[\w.'-]+", shadow)]
    offices = _office_tokens(pack)
    while words and _no_name(text[words[0][0] : words[0][1]], words[0], entities, offices):
        words.pop(0)
    while words and _no_name(text[words[-1][0] : words[-1][1]], words[-1], entities, offices):
        words.pop()
    if len(words) < 2 or any(_in_entity(w, entities) for w in words) or "\n" in text[words[0][0] : words[-1][1]]:
        return None
    low, high = words[0][0], words[-1][1]
    if fold(text[low:high]).endswith("'s"):
        high -= 2
    inner = fold(text[low:high])
    if (
        regex.search(r"\d", inner)
        or any(w.casefold() in _NOT_NAMES for w in regex.findall(r"\w+", inner))
        or len(words) > 6
    ):
        return None
    return (low, high) if NAME.fullmatch(inner) else None


@lru_cache(maxsize=4)
def _office_tokens(pack: Pack) -> frozenset[str]:
    return frozenset(
        w.casefold()
        for o in pack.office_words.values()
        for n in (*o.names, *o.plurals)
        for w in regex.findall(r"\w+", n)
    )


def _no_name(word: str, span: tuple[int, int], entities: Sequence[EntityMention], offices: frozenset[str]) -> bool:
    low = fold(word).casefold().removesuffix("'s")
    return low in offices or low in _NOT_NAMES or not word[:1].isupper() or _in_entity(span, entities)


def _in_entity(span: tuple[int, int], entities: Sequence[EntityMention]) -> bool:
    return any(e.start <= span[0] and span[1] <= e.end for e in entities)


class _People:
    """The people of one text: full names with their identifiers, then everything that goes back to them."""

    def __init__(self, text: str, entities: Sequence[EntityMention], pack: Pack) -> None:
        self.text = text
        self.shadow = fold(text)
        self.entities = entities
        self.pack = pack
        self.full: list[PersonMention] = []
        self.other: list[PersonMention] = []
        self.names: dict[str, str] = {}

    def add_full(self, start: int, end: int) -> None:
        if any(m.start < end and start < m.end for m in self.full):
            overlapping = [m for m in self.full if m.start < end and start < m.end]
            if not (
                overlapping[0].start >= start
                and overlapping[0].end <= end
                and _exact(self.text[overlapping[0].start : overlapping[0].end], self.pack) is None
            ):
                return
            self.full = [m for m in self.full if m not in overlapping]
        name = self.text[start:end]
        self.full.append(PersonMention(start, end, self._identify(name), "full", name))

    def _identify(self, name: str) -> str:
        """The pack's person, else one named before in this text, else a new one."""
        plain = Shadow(name).text
        known = _exact(plain, self.pack) or _near(plain, self.pack)
        if known is not None:
            self.names.setdefault(known, plain)
            return known
        for person, other in self.names.items():
            if not person.startswith("person:") or person in self.pack.people:
                continue
            if compare_persons(plain, other).relation in {"same-spelling", "same-person"}:
                return person
        person = "person:" + (regex.sub(r"[^a-z0-9]+", "-", anyascii(plain).casefold()).strip("-") or "unknown")
        self.names[person] = plain
        return person

    def add_surnames(self) -> None:
        """Every later surname of a person named in full; misspelt ones where one candidate remains; known surnames of the pack."""
        by_surname: dict[str, set[str]] = {}
        for mention in self.full:
            by_surname.setdefault(fold(surname(mention.name)), set()).add(mention.person)
        known = {fold(surname(p.name)): {i} for i, p in self.pack.people.items()}
        barred = {fold(s.words) for s in self.pack.surfaces()}
        taken = [(m.start, m.end) for m in (*self.full, *self.entities)]
        for match in regex.finditer(r"\p{Lu}[\p{L}'-]{2,}", self.shadow):
            start, end = match.start(), match.end()
            token = match.group().removesuffix("'s").rstrip("'-")
            end = start + len(token)
            if any(a < end and start < b for a, b in taken):
                continue
            people = by_surname.get(token) or self._similar(token, by_surname, barred)
            if people is None and token in known and self._free(start, end):
                people = known[token] if len(_namesakes(token, self.pack)) == 1 else None
            if people is not None and len(people) > 1:
                people = self._nearest(people, start)
            if people is not None and len(people) == 1:
                self.other.append(PersonMention(start, end, next(iter(people)), "surname", token))

    def _similar(self, token: str, by_surname: dict[str, set[str]], barred: set[str]) -> set[str] | None:
        if len(token) < 5 or token.casefold() in _NOT_NAMES:
            return None
        close = closest_surname(token, set(by_surname), barred)
        return by_surname[close] if close is not None else None

    def _free(self, start: int, end: int) -> bool:
        """A surname of the pack alone counts only where no capitalised word stands beside it."""
        before = regex.search(r"(\p{Lu}[\p{L}-]+)\s$", self.shadow[max(0, start - 30) : start])
        after = regex.match(r"\s\p{Lu}[\p{L}-]+", self.shadow[end : end + 30])
        return (before is None or before.group(1).casefold() in _office_tokens(self.pack)) and after is None

    def _nearest(self, people: set[str], start: int) -> set[str] | None:
        """Of two people of one surname the one named in full last, if both are named before."""
        before = [m for m in self.full if m.person in people and m.end <= start]
        return {before[-1].person} if before else None

    def add_handles(self) -> None:
        """@GivenSurname."""
        for match in _HANDLE.finditer(self.shadow):
            name = f"{match.group(1)} {match.group(2)}"
            self.other.append(
                PersonMention(
                    match.start(1), match.end(2), self._identify(name), "full", self.text[match.start(1) : match.end(2)]
                )
            )

    def mentions(self) -> list[PersonMention]:
        return sorted([*self.full, *self.other], key=lambda m: (m.start, m.end))


def _namesakes(token: str, pack: Pack) -> list[str]:
    return [i for i, p in pack.people.items() if fold(surname(p.name)) == token]


@lru_cache(maxsize=4)
def _by_key(pack: Pack) -> dict[str, list[tuple[str, str]]]:
    """People of the pack by the block of their surname, for misspelt names."""
    table: dict[str, list[tuple[str, str]]] = {}
    for i, p in sorted(pack.people.items()):
        for name in (p.name, *p.accepted):
            table.setdefault(person_key(name), []).append((i, name))
    return table


def _near(name: str, pack: Pack) -> str | None:
    """The one person of the pack that a name misspells; None where none or several remain."""
    fits = {i for i, other in _by_key(pack).get(person_key(name), ()) if _close(name, other)}
    return next(iter(fits)) if len(fits) == 1 else None


def _close(name: str, other: str) -> bool:
    relation = compare_persons(name, other)
    if relation.relation == "same-spelling":
        return True
    short = len(skeleton(surname(other))) < 5 and skeleton(surname(name)) != skeleton(surname(other))
    return relation.relation == "same-person" and not short and len(words_of(name)) > 1
