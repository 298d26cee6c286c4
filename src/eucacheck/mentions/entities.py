"""Text and pack to entities: organisations, places, agreements, routes and programmes by exact name.

Fuzzy matching would hide the very errors that the tool is to find (European Council, Council of the European Union). A
name with one word misspelt by one letter is found as such, with the form "misspelt".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from eucacheck.mentions.capitals import find_capitals
from eucacheck.mentions.surfaces import Surfaces, longest_at, one_of, surfaces_of
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, Sentence
from eucacheck.shadow import fold, skeleton

_START = regex.compile(r"(?P<joined>(?<=\w[.'&+-]))?(?<!\w)\w+")
"""Where a name may begin: at a word; behind a hyphen only where a name ends before it ("EU-Central Asia")."""
_LONG = 8
"""Letters from which one edit makes a misspelling of one word, not another word."""
_PART = 6
"""Letters that suffice for a word of a name whose other words are right: "Cholpan-Ata"."""


_LEFT = regex.compile(r"\b(?P<word>\p{Lu}\w{3,20})-$")
_PREFIXES = frozenset("trans post anti inter intra cross semi mini ultra euro afro sino indo anglo franco".split())
"""Words before a hyphen that make one word of it with what follows: "Trans-Caspian"."""


def _may_begin(shadow: str, match: "regex.Match[str]", at: int) -> bool:
    """A name begins at a word, and behind a hyphen where another name ends, known or not ("Norland-Kazakhstan")."""
    if match["joined"] is None or at == match.start() - 1:
        return True
    left = _LEFT.search(shadow, max(0, match.start() - 25), match.start())
    return left is not None and left["word"].casefold() not in _PREFIXES


def find_entities(text: str, pack: Pack, sentences: Sequence[Sentence] = ()) -> list[EntityMention]:
    """Find the pack's organisations, places, agreements, routes and programmes; the longest name at a place."""
    shadow = fold(text)
    index = surfaces_of(pack)
    found: list[EntityMention] = []
    at = 0
    inside = _inside_event_names(shadow, pack)
    for match in _START.finditer(shadow):
        if match.start() < at or not _may_begin(shadow, match, at):
            continue
        hit = longest_at(shadow, match.start(), index)
        if hit is None or match.start() in inside:
            continue
        end, entity, form = hit
        found.append(EntityMention(match.start(), end, entity, entity.partition(":")[0], form))
        at = end
    found += _generic_agreements(shadow, found, pack, sentences)
    found += find_capitals(shadow, sorted(found, key=lambda e: e.start), pack)
    found += _hashtags(shadow, pack)
    found = _without_overlap(found)
    return _without_overlap([*found, *_misspelt(shadow, found, pack, index)])


def _inside_event_names(shadow: str, pack: Pack) -> set[int]:
    """Where the last word for a kind of event begins: no body's name begins there ("Cooperation Council of the EU")."""
    pattern = _event_names(pack)
    return {m.start("last") for m in pattern.finditer(shadow)} if pattern is not None else set()


@lru_cache(maxsize=4)
def _event_names(pack: Pack) -> regex.Pattern[str] | None:
    names = sorted(
        {fold(n) for t in pack.event_types.values() for n in t.names if " " in n}, key=lambda n: (-len(n), n)
    )
    each = (
        rf"{regex.escape(first)}\ (?P<last>{regex.escape(last)})"
        for first, _, last in (n.rpartition(" ") for n in names)
    )
    return regex.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?=\ (?:of|between|with)\b)", regex.I) if names else None


def _generic_agreements(
    shadow: str, found: Sequence[EntityMention], pack: Pack, sentences: Sequence[Sentence]
) -> Iterator[EntityMention]:
    """'the EPCA' denotes the agreement whose party the sentence, else the text, names; nothing where two remain."""
    pattern = _generic_pattern(pack)
    for match in pattern.finditer(shadow) if pattern is not None else ():
        if match.group().isupper() is False and match.group().casefold() == "epca":
            continue
        sentence = next((s for s in sentences if s.start <= match.start() < s.end), None)
        near = [e.entity for e in found if sentence is not None and sentence.start <= e.start < sentence.end]
        capitals = [pack.seat_of(e) for e in near]
        for pool in (near, [c for c in capitals if c is not None], [e.entity for e in found if e.form != "metonym"]):
            fits = _agreements_of(match.group(), pool, pack)
            if len(fits) == 1:
                yield EntityMention(
                    match.start(), match.end(), fits[0], "agreement", "acronym" if match.group().isupper() else "name"
                )
                break


def _agreements_of(name: str, pool: Sequence[str], pack: Pack) -> list[str]:
    """Agreements of a generic name by the country that the pool names most; what has no country, by its body alone."""
    fits = {i: pack.agreements[i] for i in _by_generic_name(pack).get(name.casefold(), ())}
    common = [i for i, a in fits.items() if not any(p.startswith("country:") for p in a.parties)]
    if common:
        seats = {c for e in pool if (c := pack.seat_of(e)) is not None}
        alone = not any(e.startswith("country:") for e in pool)
        return [
            i
            for i in common
            if alone and set(fits[i].parties) & set(pool) and not seats - _members(fits[i].parties, pack)
        ]
    counts = {i: sum(pool.count(p) for p in a.parties if p.startswith("country:")) for i, a in fits.items()}
    best = max(counts.values(), default=0)
    return sorted(i for i, n in counts.items() if n == best) if best else []


def _members(parties: Sequence[str], pack: Pack) -> set[str]:
    return {m for p in parties if p in pack.organisations for m in pack.organisations[p].members}


def _hashtags(shadow: str, pack: Pack) -> Iterator[EntityMention]:
    """#CentralAsia is Central Asia."""
    for match in _HASHTAG.finditer(shadow):
        entity = _joined_names(pack).get(match.group(1).casefold())
        if entity is not None:
            yield EntityMention(match.start(1), match.end(1), entity, entity.partition(":")[0], "name")


@lru_cache(maxsize=4)
def _generic_pattern(pack: Pack) -> re.Pattern[str] | None:
    """All names that denote one of several agreements, the longest first; None where the pack has none."""
    names = {fold(n) for a in pack.agreements.values() for n in a.generic}
    return re.compile(rf"(?<![\w-])(?:{one_of(names)})(?![\w])", re.IGNORECASE) if names else None


@lru_cache(maxsize=4)
def _by_generic_name(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The agreements that a generic name may denote, by the name in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for identifier, agreement in pack.agreements.items():
        for name in dict.fromkeys(fold(n).casefold() for n in agreement.generic):
            found[name] = (*found.get(name, ()), identifier)
    return found


_HASHTAG = regex.compile(r"#(\w{3,40})\b")


@lru_cache(maxsize=4)
def _joined_names(pack: Pack) -> dict[str, str]:
    return {fold(s.words).replace(" ", "").casefold(): s.entity for s in pack.surfaces() if s.form == "name"}


def _without_overlap(found: Iterable[EntityMention]) -> list[EntityMention]:
    kept: list[EntityMention] = []
    for one in sorted(found, key=lambda e: (e.start, -e.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


# --- misspelt names ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _vocabulary(pack: Pack) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Every word of the pack's names in lower case, and the long ones by each form with one letter left out."""
    words = {w for s in pack.surfaces() for w in regex.findall(r"[a-z]+", fold(s.words).casefold())}
    table: dict[str, set[str]] = {}
    for word in words:
        if len(word) >= _PART:
            for form in _cut(word):
                table.setdefault(form, set()).add(word)
    return frozenset(words), {k: frozenset(v) for k, v in table.items()}


def _cut(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _misspelt(shadow: str, found: Sequence[EntityMention], pack: Pack, index: Surfaces) -> Iterator[EntityMention]:
    """Names of countries, places and organisations with one word one letter off: "Kyrgyztan", "European Comission"."""
    words, table = _vocabulary(pack)
    taken = {i for e in found for i in range(e.start, e.end)}
    for match in regex.finditer(r"\b\p{Lu}[a-z]{5,20}\b", shadow):
        low = match.group().casefold()
        if low in words or match.start() in taken:
            continue
        near = {w for form in _cut(low) for w in table.get(form, ()) if _one_edit(low, w)}
        for word in sorted(near):
            right = match.group()[0] + word[1:]
            hit = _with_word(shadow, match.start(), match.end(), right, index)
            part = hit is not None and (hit[0], hit[1]) != match.span()
            if len(word) < _LONG and not part:
                continue
            if hit is not None and not any(e.start < hit[0] < e.end or e.start < hit[1] < e.end for e in found):
                yield EntityMention(hit[0], hit[1], hit[2], hit[2].partition(":")[0], "misspelt")
                break


def _one_edit(word: str, known: str) -> bool:
    """One letter more, less, other or two exchanged; not an ending ("Uzbekistani"), not another romanisation."""
    if word[0] != known[0] or word.startswith(known) or known.startswith(word) or _house(word) == _house(known):
        return False
    if len(word) == len(known) and skeleton(word) == skeleton(known):
        return False
    if len(word) != len(known):
        return abs(len(word) - len(known)) == 1
    odd = [i for i, (a, b) in enumerate(zip(word, known, strict=True)) if a != b]
    swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and word[odd[0]] == known[odd[1]] and word[odd[1]] == known[odd[0]]
    return (len(odd) == 1 and odd[0] < len(word) - 1) or swapped


def _house(word: str) -> str:
    """British and American spelling are one."""
    for british, american in (("our", "or"), ("tre", "ter"), ("ence", "ense"), ("programme", "program"), ("z", "s")):
        word = word.replace(british, american)
    return word


def _with_word(shadow: str, start: int, end: int, right: str, index: Surfaces) -> tuple[int, int, str] | None:
    """The longest name of the pack at or around a word when it is spelt right: (start, end, entity)."""
    line = max(shadow.rfind("\n", 0, start) + 1, start - 60)
    before = [m.start() for m in regex.finditer(r"\b\w", shadow[line:start])][-4:]
    window = shadow[line:start] + right + shadow[end : end + 80]
    shift = len(right) - (end - start)
    for at in [*before, start - line]:
        hit = longest_at(window, at, index)
        if hit is not None and hit[2] == "name" and at + line <= start and hit[0] + line >= start + len(right):
            return at + line, hit[0] + line - shift, hit[1]
    return None
