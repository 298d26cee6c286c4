"""Text, raw names and pack to people: by pack, by model and by office.

People unknown to the pack are people too: a name beside an office is enough. A later surname alone, a misspelt surname
and a handle go back to the one full name that fits.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from anyascii import anyascii

from eucacheck.compare.names import closest_surname, compare_persons, given, person_key, surname, words_of
from eucacheck.mentions.entities import find_entities
from eucacheck.mentions.language import RawName
from eucacheck.mentions.name_words import NAME, NOT_NAMES, in_entity, office_tokens, trim_name
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, PersonMention
from eucacheck.shadow import Shadow, fold, skeleton

__all__ = ["find_entities", "find_persons"]

_CAPITALISED = regex.compile(r"(?<![\p{L}'-])\p{Lu}[\p{L}'-]{2,60}+")
_UNBROKEN = regex.compile(r"\S+")
_NO_LETTER = regex.compile(r"[^a-z' -]")
_HANDLE = regex.compile(r"@([A-Z][a-z]+)([A-Z][a-z]+)\b")


def find_persons(
    text: str,
    raw: Sequence[RawName],
    entities: Sequence[EntityMention],
    beside_office: Sequence[tuple[int, int]],
    pack: Pack,
) -> list[PersonMention]:
    """Find people: full names first, then surnames, misspelt surnames and handles that go back to one of them."""
    people = _People(text, entities, pack)
    beside = {s for s in beside_office if " " in fold(text[s[0] : s[1]])}
    for start, end in sorted({*_known_names(text, pack), *_model_names(text, raw, entities, pack), *beside}):
        people.add_full(start, end)
    people.add_surnames(sorted(set(beside_office) - beside))
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
    words = [m.span() for m in _UNBROKEN.finditer(text, start, end)]
    for size in range(len(words), 1, -1):
        for i in range(len(words) - size + 1):
            yield words[i][0], words[i + size - 1][1]


@lru_cache(maxsize=4)
def _exact_names(pack: Pack) -> dict[str, str]:
    return {_ascii(n): i for i, p in sorted(pack.people.items()) for n in (p.name, *p.accepted)}


def _ascii(name: str) -> str:
    return " ".join(_NO_LETTER.sub("", anyascii(fold(name)).casefold()).split())


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
        person = "person:" + _slug(plain)
        self.names[person] = plain
        return person

    def add_surnames(self, titled: Sequence[tuple[int, int]] = ()) -> None:
        """Every surname of a person named in full, also misspelt; known ones of the pack; those right after a title."""
        by_surname: dict[str, set[str]] = {}
        for mention in self.full:
            by_surname.setdefault(fold(surname(mention.name)), set()).add(mention.person)
        known, barred = _surnames(self.pack), _surfaces(self.pack)
        taken = bytearray(len(self.shadow))
        for start, end in [(m.start, m.end) for m in self.full] + [(e.start, e.end) for e in self.entities]:
            taken[start:end] = b"\1" * (end - start)
        for match in _CAPITALISED.finditer(self.shadow):
            start, end = match.start(), match.end()
            token = match.group().removesuffix("'s").rstrip("'-")
            end = start + len(token)
            if taken.find(1, start, end) >= 0:
                continue
            people = by_surname.get(token) or self._similar(token, by_surname, barred)
            after_title = (start, end) in titled
            if people is None and token in known and self._free(start, end):
                people = known[token] if len(_namesakes(token, self.pack)) == 1 else None
            if people is not None and len(people) > 1:
                people = self._nearest(people, start)
            if (
                people is None
                and after_title
                and token not in by_surname
                and not in_entity((start, end), self.entities)
            ):
                people = {"person:" + _slug(token)}
            if people is not None and len(people) == 1:
                self.other.append(PersonMention(start, end, next(iter(people)), "surname", token))

    def _similar(self, token: str, by_surname: dict[str, set[str]], barred: frozenset[str]) -> set[str] | None:
        if len(token) < 5 or token.casefold() in NOT_NAMES:
            return None
        close = closest_surname(token, set(by_surname), barred)
        return by_surname[close] if close is not None else None

    def _free(self, start: int, end: int) -> bool:
        """A surname of the pack alone counts only where no capitalised word stands beside it."""
        before = regex.search(r"(\p{Lu}[\p{L}-]+)\s$", self.shadow[max(0, start - 30) : start])
        after = regex.match(r"\s\p{Lu}[\p{L}-]+", self.shadow[end : end + 30])
        return (before is None or before.group(1).casefold() in office_tokens(self.pack)) and after is None

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


def _slug(name: str) -> str:
    return regex.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-") or "unknown"


@lru_cache(maxsize=4)
def _surnames(pack: Pack) -> dict[str, set[str]]:
    """The people of the pack by surname; of several the last, as `_namesakes` tells them apart."""
    return {fold(surname(p.name)): {i} for i, p in pack.people.items()}


@lru_cache(maxsize=4)
def _surfaces(pack: Pack) -> frozenset[str]:
    """Every name of a thing in the pack: no surname of a person."""
    return frozenset(fold(s.words) for s in pack.surfaces())


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


def _with_particle(name: str) -> tuple[str, ...]:
    """The given name and the particles before the surname; empty where there is no particle."""
    words = words_of(name)
    inner = [w.casefold() for w in words[1:-1]]
    return (skeleton(given(name)), *inner) if inner and words[-2][:1].islower() else ()


def _close(name: str, other: str) -> bool:
    relation = compare_persons(name, other)
    if relation.relation == "same-spelling":
        return True
    short = len(skeleton(surname(other))) < 5 and skeleton(surname(name)) != skeleton(surname(other))
    if _with_particle(name) and _with_particle(name) == _with_particle(other):
        short = False  # one given name and one particle: "von der Layen"
    return relation.relation == "same-person" and not short and len(words_of(name)) > 1
