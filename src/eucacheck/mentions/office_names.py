"""Text and entities to names of people that stand beside an office: people that nobody else found.

The language model breaks on "President of Kazakhstan NAME" without a comma; the office grammar finds the name.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from eucacheck.mentions.name_words import NAME, behind_a_unit, in_entity, is_name_word
from eucacheck.mentions.office_duties import DUTY_OF_NAME
from eucacheck.mentions.office_fields import is_field_word
from eucacheck.mentions.office_links import ACRONYM
from eucacheck.mentions.office_phrases import find_phrases
from eucacheck.mentions.office_text import OfficePhrase
from eucacheck.mentions.office_turns import find_turns
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, PersonMention
from eucacheck.shadow import fold

_HONORIFIC: Final = (
    r"(?:the |Mr\.? |Mrs\.? |Ms\.? |Dr\.? |Prof\.? |Professor |Ambassador |H\.E\. |His Excellency |Her Excellency |"
    r"(?:\p{Lu}\p{L}+ )?diplomat |Sir |Lord |Lady |Dame )"
)
TO_NAME: Final = regex.compile(rf"\s?(?:, |: |\(|- )?(?:{_HONORIFIC}){{0,2}}@?")
APPOINTED: Final = regex.compile(r"\s(?:as|to be|to become|to the post of)\s(?:the\s|its\s|an?\s)?(?:new\s)?", regex.I)
LIST_GAP: Final = regex.compile(
    r"(?:\s?\([^()\n]{1,40}\))?(?:\s(?:of|from)\s(?:the\s)?\p{Lu}[\p{L} -]{2,30}?)?"
    r"(?:,\sand\s|,\s|\sand\s|\s)(?:the\s)?"
)
LISTED: Final = regex.compile(
    r"\p{Lu}\p{L}+ of (?:the )?(?:[\p{L}-]{2,20} (?:of|for|and) (?:the )?){0,2}(?:\p{Lu}[\p{L}'-]+ ){1,4}"
    r"(?P<name>\p{Lu}\p{Ll}[\p{L}'-]+ \p{Lu}\p{Ll}[\p{L}'-]+)(?=, (?!\p{Ll}+ed\b|said|told|who\b)| and )"
)
"""'Director of the Museum of Arts NAME NAME,' in a list of guests who have their titles before their names."""
_NAME_COMMA: Final = regex.compile(r"\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+, $")
_APPOINTED_ROLE: Final = regex.compile(
    r"\b(?:appointed|named|appoints|names|elected|nominated|nominates|made) "
    r"(?P<n>(?:\p{Lu}[\p{L}'-]+ (?:(?:von|van|de|der|al|bin) ){0,2}){1,3}\p{Lu}[\p{L}'-]+) (?:the |an? |its )?$"
)
"""'named NAME ambassador', up to the office."""
COUNTERPART: Final = regex.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|whose)\s(?:\p{L}+\s)?(?P<turn>counterpart|predecessor|successor|deputy)"
    r"(?:,|\sis|\swas)?\s|\b(?:[Hh]e|[Ss]he|who)\s(?:has\s)?(?P<turn>succeeds|succeeded|replaces|replaced)\s(?=\p{Lu})"
)
_WORD: Final = regex.compile(r"\S+")
_ADJECTIVE: Final = regex.compile(r" (?!General\b|Principal\b)\p{Lu}\p{Ll}+(?:al|ic|ive|ary|ous)$")
_MR: Final = regex.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? ")
_CREDIT_OPENS: Final = regex.compile(
    r"[(\[](?P<photo>[^()\[\]\n]{0,20}\b(?:photo\w{0,8}|picture|image|credit|source|courtesy)\b[^()\[\]\n]{0,20}|[^()\n]{0,12}\u00a9)?"
    r"[^()\[\]\n]{0,20}$",
    regex.I,
)
_CREDIT_GOES_ON: Final = regex.compile(r"\s?[/|]\s?\p{L}[^()\[\]\n]{0,40}[)\]]|,? via \p{Lu}")
LONGEST_CREDIT: Final = 60
"""Characters from the bracket to the name."""
_PARTICLES: Final = frozenset("von van de der den del della da dos di du la le ter ten zu bin ibn al el".split())
_BEFORE: Final = regex.compile(
    r"(?P<n>(?:\p{Lu}[\p{L}'-]+ (?:(?:von|van|de|der|al|bin) ){0,2}){1,3}\p{Lu}[\p{L}'-]+)"
    r"(?: \([^()\n]{1,40}\))?(?:,(?: \p{Ll}+){0,4} |(?: \p{Ll}+){1,5} | \()(?:the |an? |its )?(?:[\w'-]+ )?$"
)
"""A name that an office may be said of, before the office."""
_DESCRIBED: Final = regex.compile(
    r"(?:\b[Tt]he \p{Lu}\p{Ll}{2,14} (?:[\p{Ll}-]{3,14} )?)?(?<![\p{L}'-])"
    r"(?P<n>(?:\p{Lu}[\p{L}'-]+ (?:(?:von|van|de|der|al|bin) ){0,2}){1,3}\p{Lu}[\p{L}'-]+)$"
)
"""'The Dane NAME', up to a comma."""


def names_beside_offices(text: str, entities: Sequence[EntityMention], pack: Pack) -> list[tuple[int, int]]:
    """Spans of capitalised names right before or after an office phrase: people that nobody else found.

    A single word counts where it follows a singular capitalised office at once ("President Omurbekov").
    """
    shadow = fold(text)
    spans: list[tuple[int, int]] = []
    for role in find_phrases(shadow, entities, (), pack):
        after = ACRONYM.match(shadow, role.end) or TO_NAME.match(shadow, role.end)
        if after is not None:
            spans += _name_at(shadow, after.end(), entities, pack, alone=_alone(shadow, role, after.group()))
            if role.plural:
                spans += _more_names(shadow, spans[-1:], entities, pack)
        listed = LISTED.match(shadow, role.start)
        if listed is not None and _NAME_COMMA.search(shadow, max(0, role.start - 60), role.start):
            spans += _name_at(shadow, listed.start("name"), entities, pack, alone=False)
        low = max(0, role.start - 110)
        before = _BEFORE.search(shadow[low : role.start]) or _APPOINTED_ROLE.search(shadow[low : role.start])
        if before is not None and "\n" not in before.group():
            first = next(
                (w.start() for w in _WORD.finditer(before["n"]) if is_name_word(w.group(), pack)), 0
            )  # "When NAME, the governor"
            spans += _name_at(shadow, low + before.start("n") + first, entities, pack, alone=False)
    spans += _appointed_names(shadow, entities, pack)
    for match in _MR.finditer(shadow):
        spans += _name_at(shadow, match.end(), entities, pack, alone=True)
    for match in COUNTERPART.finditer(shadow):
        spans += _name_at(shadow, match.end(), entities, pack, alone=False)
    for turn in find_turns(shadow):
        first = turn.name
        if turn.before:
            own = _DESCRIBED.search(shadow, max(0, turn.name - LONGEST_CREDIT), turn.name)
            first = own.start("n") if own is not None else len(shadow)
        spans += _name_at(shadow, first, entities, pack, alone=False)
    for match in DUTY_OF_NAME.finditer(shadow):
        spans += _name_at(shadow, match.start(), entities, pack, alone=False)
    return sorted(set(spans))


def credited(shadow: str, person: PersonMention) -> bool:
    """'(NAME/Agency)', '(Photo: NAME)': who took a picture holds none of the offices around it."""
    opened = _CREDIT_OPENS.search(shadow[max(0, person.start - LONGEST_CREDIT) : person.start])
    return opened is not None and (opened["photo"] is not None or _CREDIT_GOES_ON.match(shadow, person.end) is not None)


def _alone(shadow: str, role: OfficePhrase, gap: str) -> bool:
    """A surname may stand alone after a capitalised title, but not in a headline, where every word is capitalised.

    Behind an adjective that closes the field of an office stands its noun: "Department of Political Philosophy".
    """
    if role.domain is not None and _ADJECTIVE.search(shadow, role.start, role.end):
        return False
    word = shadow[role.word : role.word + 1]
    line = shadow.find("\n", role.end)
    stops = shadow[role.end : line if line >= 0 else len(shadow)].rstrip()[-1:]
    return gap == " " and word.isupper() and not role.plural and not role.informal and stops in set(".!?\"':;)")


def _more_names(
    shadow: str, last: Sequence[tuple[int, int]], entities: Sequence[EntityMention], pack: Pack
) -> list[tuple[int, int]]:
    """The other names of a list after a plural title."""
    spans: list[tuple[int, int]] = []
    at = last[0][1] if last else -1
    for _ in range(6):
        gap = LIST_GAP.match(shadow, at) if at >= 0 else None
        more = (
            _name_at(shadow, gap.end(), entities, pack, alone=False) if gap is not None and gap.end() > at + 1 else []
        )
        if not more:
            break
        spans += more
        at = more[0][1]
    return spans


def _appointed_names(shadow: str, entities: Sequence[EntityMention], pack: Pack) -> Iterator[tuple[int, int]]:
    """'named Sanna Korpela as its ambassador'."""
    for match in regex.finditer(r"\b(?:appointed|named|appoints|names|elected|nominated)\s(?=\p{Lu})", shadow):
        for start, end in _name_at(shadow, match.end(), entities, pack, alone=False):
            if APPOINTED.match(shadow, end):
                yield start, end


def _name_at(
    shadow: str, start: int, entities: Sequence[EntityMention], pack: Pack, *, alone: bool
) -> list[tuple[int, int]]:
    match = NAME.match(shadow, start)
    if match is None:
        word = regex.compile(r"\p{Lu}[\p{L}'-]{2,}").match(shadow, start) if alone else None
        match = word if word is not None and not regex.compile(r" \p{Lu}").match(shadow, word.end()) else None
    if match is None:
        return []
    kept: list[tuple[int, int]] = []
    places = {(e.start, e.end) for e in entities if e.type == "place" and e.form == "name"}  # Milan, Florence
    for piece in _WORD.finditer(match.group()):
        span = (start + piece.start(), start + piece.end())
        particle = bool(kept) and shadow[span[0] : span[1]] in _PARTICLES
        if not particle and not is_name_word(shadow[span[0] : span[1]], pack):
            break
        owner = (span[0], span[1] - 2) if shadow[span[0] : span[1]].endswith("'s") else span
        if in_entity(owner, entities) and (kept or span not in places or "\n" in match.group()):
            break
        kept.append(span)
    kept = behind_a_unit(shadow, kept)
    while len(kept) > 2 and is_field_word(shadow[slice(*kept[0])]):
        kept.pop(0)  # "Minister of Education and Science NAME, who"
    while kept and shadow[kept[-1][0] : kept[-1][1]] in _PARTICLES:
        kept.pop()
    if len(kept) > 5 or not kept or (len(kept) == 1 and not alone):
        return []
    low, high = kept[0][0], kept[-1][1]
    return [(low, high - 2 if shadow[low:high].endswith("'s") else high)]
