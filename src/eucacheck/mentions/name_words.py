"""The words of a text to a person's name: which words may be a part of one, and what is cut off a supposed name."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from eucacheck.mentions.office_fields import is_field_word
from eucacheck.pack import Pack
from eucacheck.records import EntityMention
from eucacheck.shadow import fold
from eucacheck.spans import covered

_CAP = r"(?<![\p{L}'-])\p{Lu}(?:[\p{L}\u00ad\u200b-\u200d]{1,40}+|(?='\p{Lu}))(?:['-]\p{L}{1,40}+){0,4}+|\p{Lu}\."
_PARTICLE = "von der|van der|van den|von|van|de la|de|der|den|bin|ibn|al|el|di|da|dos|del|ter|le"
NAME = regex.compile(
    rf"(?:{_CAP})(?:[^\S\n](?:(?:{_PARTICLE})[^\S\n])?(?:{_CAP})){{1,3}}"
    rf"(?:[^\S\n](?:bin|al|Al)[^\S\n](?:{_CAP})(?:[^\S\n](?:{_CAP}))?){{0,2}}"
)
"""Two capitalised words or more on one line, with the particles of surnames."""
_PART, _WORD, _DIGIT = regex.compile(r"[\w.'-]+"), regex.compile(r"\w+"), regex.compile(r"\d")
NOT_NAMES = frozenset(
    """
    the a an and of in on for to with european central asia asian union council commission parliament ministry
    foreign affairs summit meeting conference forum dialogue agreement partnership cooperation global gateway
    joint high security policy trade bank development investment press service news agency university institute
    communiqué communique protocol memorandum treaty convention manifesto accord
    academy state states united nations republic north south east west international regional national committee
    delegation embassy corridor route monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december group federation government department
    office house party war charter act programme program strategy roadmap declaration initiative organization
    organisation sea lake river mr mrs ms dr sir lord lady dame
    his her this that photo image caption source read more also new
    when while although though since before after because despite following if once until where why how as but yet
    meanwhile however also moreover instead both neither either only even now then today yesterday tomorrow earlier
    winner student engineer professor economist journalist analyst expert businessman businesswoman diplomat lawyer
    activist moderator host farmer teacher hydrologist geologist scientist correspondent author editor historian
    researcher entrepreneur banker
    later according asked under during at by from
    green digital energy transport water climate human rights day victory members member ministers minister
    president leaders heads head youth business economic political parliamentary infrastructure
    """.split()
)


def trim_name(text: str, start: int, end: int, entities: Sequence[EntityMention], pack: Pack) -> tuple[int, int] | None:
    """Cut places, demonyms and office words off a supposed name; None where fewer than two words of a name remain."""
    shadow = fold(text[start:end])
    words = [(start + m.start(), start + m.end()) for m in _PART.finditer(shadow)]
    offices = office_tokens(pack)
    words = behind_a_unit(text, words)
    while words and (
        _no_name(text[words[0][0] : words[0][1]], words[0], entities, offices)
        or (len(words) > 2 and is_field_word(shadow[words[0][0] - start : words[0][1] - start]))
    ):
        words.pop(0)
    while words and _no_name(text[words[-1][0] : words[-1][1]], words[-1], entities, offices):
        words.pop()
    if len(words) < 2 or any(in_entity(w, entities) for w in words) or "\n" in text[words[0][0] : words[-1][1]]:
        return None
    low, high = words[0][0], words[-1][1]
    if fold(text[low:high]).endswith("'s"):
        high -= 2
    inner = fold(text[low:high])
    if _DIGIT.search(inner) or any(w.casefold() in NOT_NAMES for w in _WORD.findall(inner)) or len(words) > 6:
        return None
    return (low, high) if NAME.fullmatch(inner) else None


_UNITS = frozenset("region oblast province district county prefecture municipality voivodeship raion".split())
"""What stands behind the name of a place: "the governor of Kashkadarya Region NAME"."""


def behind_a_unit(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the words behind a region that no list has, where two or more are left."""
    units = [i for i, (low, high) in enumerate(words) if i and fold(text[low:high]).casefold() in _UNITS]
    return words[units[-1] + 1 :] if units and len(words) - units[-1] > 2 else words


@lru_cache(maxsize=4)
def office_tokens(pack: Pack) -> frozenset[str]:
    """Give every word of the names of offices in lower case."""
    return frozenset(
        w.casefold()
        for o in pack.office_words.values()
        for n in (*o.names, *o.plurals)
        for w in regex.findall(r"\w+", n)
    )


def is_name_word(word: str, pack: Pack) -> bool:
    """Tell whether a word may be a part of a person's name: no office word and no word of titles and institutions."""
    low, offices = fold(word).casefold().removesuffix("'s"), office_tokens(pack)
    return low not in offices and low not in NOT_NAMES and not _hyphenated_office(low, offices)


def _hyphenated_office(low: str, offices: frozenset[str]) -> bool:
    return "-" in low and all(p in offices for p in low.split("-"))


def _no_name(word: str, span: tuple[int, int], entities: Sequence[EntityMention], offices: frozenset[str]) -> bool:
    low = fold(word).casefold().removesuffix("'s")
    return (
        _hyphenated_office(low, offices)
        or low in offices
        or low in NOT_NAMES
        or not word[:1].isupper()
        or in_entity(_owner(word, span), entities)
    )


def _owner(word: str, span: tuple[int, int]) -> tuple[int, int]:
    """'Estonia's' is a place as well."""
    return (span[0], span[1] - 2) if fold(word).endswith("'s") else span


def in_entity(span: tuple[int, int], entities: Sequence[EntityMention]) -> bool:
    """Tell whether a span lies inside an entity."""
    return covered(entities, *span)
