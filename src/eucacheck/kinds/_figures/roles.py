"""The part that a figure plays in a news: how many came, how many papers were signed and what they are worth.

Two reports of one news call what they count by other nouns and verbs, and leave out whose it is. What is told once of a
news is found by its role: by the sort of noun and of deed, and never by its subject.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.kinds._figures.figures import within
from eucacheck.kinds._figures.vote_roles import votes_of
from eucacheck.mentions.numbers import number_at
from eucacheck.mentions.units import SAME
from eucacheck.records import QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

GENERAL: Final = {
    "came": frozenset("person participant delegate attendee guest visitor representative".split()),
    "firms": frozenset("company firm enterprise business".split()),
    "signed": frozenset("document paper".split()),
    "schools": frozenset("school institution".split()),
    "hospitals": frozenset("hospital institution".split()),
    "crossings": frozenset("checkpoint crossing point post".split()),
    "served": frozenset("person resident inhabitant".split()),
    "countries": frozenset("country state nation".split()),
    "vehicles": frozenset("vehicle car".split()),
    "scholars": frozenset("person student youth scholarship grant".split()),
}
"""Nouns for all things of a role; the other nouns of it may stand for a part of them."""
_NARROW: Final = {
    "came": "journalist expert student specialist scientist teacher official entrepreneur youth farmer artist athlete "
    "diplomat researcher lawyer doctor judge woman man reporter parliamentarian deputy",
    "signed": "agreement memorandum treaty accord deal contract pact protocol",
    "schools": "lyceum gymnasium college kindergarten university academy",
    "hospitals": "clinic polyclinic dispensary",
    "vehicles": "jeep suv truck bus minibus ambulance lorry pickup",
    "served": "villager farmer citizen patient",
}  # fmt: skip
_ALIKE: Final = {"lyceum": "school", "gymnasium": "school", "clinic": "hospital", "polyclinic": "hospital",
                 "reporter": "journalist", "pact": "agreement", "treaty": "agreement", "deal": "agreement",
                 "academy": "university", "visitor": "participant", "representative": "participant",
                 "person": "participant", "business": "company"}  # fmt: skip
"""Nouns that two reports of one news have for one thing."""
_NOUNS: Final = {
    noun: role
    for role, nouns in GENERAL.items()
    if role != "scholars"
    for noun in (*sorted(nouns - {"person", "resident"}), *_NARROW.get(role, "").split())
}
_UNITS: Final = {
    "megawatt": "capacity", "gigawatt": "capacity", "hectare": "area", "bed": "beds", "turbine": "turbines",
    "windmill": "turbines", "round": "rounds", "round of negotiations": "rounds", "round of talks": "rounds",
    "chapter": "chapters", "household": "homes", "home": "homes", "family": "homes", "tree": "trees",
    "seedling": "trees", "sapling": "trees", "job": "jobs", "workplace": "jobs", "vacancy": "jobs",
    "cubic metre": "volume", "wagon": "wagons", "locomotive": "locomotives", "bridge": "bridges", "village": "villages",
}  # fmt: skip
_DEED: Final = {
    "came": r"attend\w*|tak(?:es?|en|ing) part|took part|participa(?:te|ted|ting|tes)|c[oa]me (?:to|together|from)"
    r"|ha(?:ve|d|s) come|gather\w*|brought together|bringing together|brings together|united|drew|attracted|registered"
    r"|joined|welcomed|convened|turned (?:out|up)|arrived|were present|counts?|invited",
    "firms": r"attend\w*|tak(?:es?|en|ing) part|took part|participa(?:te|ted|ting|tes)|c[oa]me (?:to|together|from)"
    r"|gather\w*|brought together|bringing together|brings together|drew|attracted|joined|were represented"
    r"|are represented|took stands",
    "signed": r"sign(?:ed|ing)|signature|inked|concluded|exchanged|sealed|adopted",
    "schools": r"receiv\w+|were (?:given|handed|supplied|equipped|provided)|got|handed|equipped"
    r"|renovated|repaired|built|fitted|supplied|opened|delivered",
    "hospitals": r"receiv\w+|were (?:given|handed|supplied|equipped|provided)|got|handed|equipped|renovated|repaired"
    r"|built|fitted|supplied|opened|delivered",
    "crossings": r"(?:re)?open(?:ed|ing|s)?",
    "countries": r"attend\w*|tak(?:es?|en|ing) part|took part|participa(?:te|ted|ting|tes|nts)"
    r"|c[oa]me (?:to|together|from)|have come|gather\w*|brought together|brings together|drew|guests?|delegat\w+"
    r"|(?:experts|scholars|scientists|students|journalists|officials|representatives|specialists|companies|firms)"
    r" (?:from|of)",
    "vehicles": r"receiv\w+|got|hand(?:s|ed|ing)? over|handed|gift|donat\w+|deliver\w+|given|gave|presented|keys",
    "scholars": r"scholarships?|stipends?|Erasmus|grants? to study|study (?:places|grants?)",
    "served": r"benefit\w*|(?:clean|safe|drinking) water|bring(?:s|ing)? water|access|reach(?:es|ed)?|serv(?:e|es|ed)"
    r"|depend(?:s|ed)? on|suppl(?:y|ies|ied)",
}  # fmt: skip
_DEEDS: Final = {name: regex.compile(rf"\b(?:{words})\b", regex.I) for name, words in _DEED.items()}
_MORE: Final = {
    "person": ("came", "scholars", "served"), "resident": ("served",), "inhabitant": ("served",),
    "student": ("scholars",), "scholarship": ("scholars",), "youth": ("scholars",),
}  # fmt: skip
"""Roles that a noun of many roles may have, the first whose deed is told."""
_IS_ITSELF: Final = frozenset({"participant", "attendee", "scholarship"})
"""Nouns that tell the deed."""
_PAPERS: Final = regex.compile(
    r"\b(?:documents?|agreements?|deals?|contracts?|papers?|memorand\w+|accords?|MoUs?)\b", regex.I
)
_WORTH: Final = regex.compile(r"\b(?:worth|valued?|total(?:l?ing|s|led)?|amount\w*|sum(?:s|med)?|for|of)\b", regex.I)
_SIGNED: Final = regex.compile(r"\b(?:sign(?:ed|ing)|signature|inked|concluded|sealed|clinched|struck)\b", regex.I)
_EVENT: Final = regex.compile(
    r"\b(?:forum|conference|summit|seminar|workshop|congress|festival|exhibition|fair|training|course|school|camp|"
    r"olympiad|hackathon|marathon|race|concert|ceremony|round table|session|expo)s?\b",
    regex.I,
)
_FIRMS: Final = regex.compile(
    r"\b(?:companies|firms|businesses|enterprises|commercial"
    r"|business (?:forum|council|breakfast|day|meeting)|on the (?:margins|sidelines))\b",
    regex.I,
)
"""Whose papers are those of firms, and not of states."""
_OUT_OF: Final = regex.compile(r"\s(?:out\s)?of\s(?:(?:the|its|their|all|these|those)\s)?(?:\p{Lu}[\w']{1,20}\s)?")
_OF_FIRST: Final = regex.compile(
    r"\W{0,3}(?:Out\s)?[Oo]f\s(?:(?:the|its|their|all|these|those)\s)?(?:\p{Lu}[\w']{1,20}\s)?"
)
_FROM_TO: Final = regex.compile(
    r"\b(?:from (?:the )?(?P<x>\p{Lu}[\p{L}-]{2,20})(?: \w+)? to"
    r"|between (?:the )?(?P<x>\p{Lu}[\p{L}-]{2,20})(?: \w+)? and) "
    r"(?:the )?(?P<y>\p{Lu}[\p{L}-]{2,20})"
)
_OF_TALKS: Final = frozenset({"rounds", "chapters"})
_SHOWN: Final = frozenset("object piece exhibit artefact artifact item treasure".split())
_SHOWS: Final = regex.compile(
    r"\b(?:shows?|showed|display\w*|present(?:s|ed|ing)?|compris\w+|features?|includ\w+|consists?|on (?:show|view))\b",
    regex.I,
)
_EXHIBITION: Final = regex.compile(r"\b(?:exhibition|exposition|museum)\b", regex.I)
_AROUND: Final = 1500
"""Characters around a number of things shown in which the exhibition is called one."""
_BACK: Final = 4
"""Sentences before a length in which its way is named."""
_MOST: Final = 999
_LONG: Final = regex.compile(r"\blong\b|\blength\b|\bstretch(?:es|ed)\b", regex.I)
_WAY: Final = regex.compile(
    r"\b(?:road|highway|motorway|railway|line|pipeline|border|canal|cable|tunnel|bridge)\b", regex.I
)
_FAR: Final = regex.compile(
    r"\bkilomet\w+ (?:from|away|off|(?:north|south|east|west)\w* of)\b|\bdistance\b|\ban hour\b", regex.I
)


def role_of(doc: "Document", figure: QuantityMention, sentence: Sentence, stretch: tuple[int, int]) -> dict[str, Any]:
    """The role of a figure, the sort of its noun, and the event that its sentence names; empty where it has none."""
    if figure.type == "money":
        return _worth(doc, figure, sentence)
    if figure.type != "count" or figure.unit is None:
        return {}
    whole = _whole(doc, figure, sentence)
    if whole is not None:
        return {"name": f"of {whole}", "noun": "all", "event": ""}
    unit = str(figure.unit)
    if (votes := votes_of(doc, figure, sentence)) is not None:
        return votes
    if unit in _SHOWN and _is_shown(doc, sentence):
        return {"name": "exhibits", "noun": "all", "event": ""}
    if unit in _UNITS:
        land = _country_before(doc, figure, sentence) if _UNITS[unit] in _OF_TALKS else ""
        return {"name": _UNITS[unit], "noun": "all", "event": land}
    low, high = stretch
    text = doc.shadow[low:high]
    if unit == "kilometre":
        way = _WAY.search(doc.shadow, sentence.start, sentence.end)
        length = (way is not None or _LONG.search(text) is not None) and _FAR.search(text) is None
        return {"name": "length", "noun": "all", "event": _route(doc, sentence)} if length else {}
    for role in (_NOUNS.get(unit), *_MORE.get(unit, ())):
        if role is None:
            continue
        if unit in _IS_ITSELF or _DEEDS[role].search(text) is not None:
            event = _EVENT.search(doc.shadow, sentence.start, sentence.end) if role in {"came", "firms"} else None
            if role == "signed" and (unit == "contract" or _FIRMS.search(text) is not None):
                return {"name": "contracts", "noun": "all", "event": ""}
            noun = "all" if unit in GENERAL[role] else _ALIKE.get(SAME.get(unit, unit), SAME.get(unit, unit))
            return {"name": role, "noun": noun, "event": event.group().casefold().removesuffix("s") if event else ""}
    return {}


def _is_shown(doc: "Document", sentence: Sentence) -> bool:
    """An exhibition shows it: the sentence says that something is shown, and it or those around it speak of one."""
    low, high = max(0, sentence.start - _AROUND), sentence.end + _AROUND
    return (
        _SHOWS.search(doc.shadow, sentence.start, sentence.end) is not None
        and _EXHIBITION.search(doc.shadow, low, high) is not None
    )


def _country_before(doc: "Document", figure: QuantityMention, sentence: Sentence) -> str:
    """The country named last before a figure: with whom the talks were."""
    low = doc.sentences[max(0, doc.sentence_index(sentence.start) - _BACK)].start
    named = [e.entity for e in within(doc.entities, low, figure.start) if e.type == "country"]
    return named[-1] if named else ""


def _route(doc: "Document", sentence: Sentence) -> str:
    """Between which two places the way lies, 'from X to Y': of the sentence, else of the nearest before."""
    at = doc.sentence_index(sentence.start)
    for line in reversed(doc.sentences[max(0, at - _BACK) : at + 1]):
        found = _FROM_TO.search(doc.shadow, line.start, line.end)
        told = found is not None and _WAY.search(doc.shadow, line.start, line.end) is not None
        if told and found is not None and line.article == sentence.article:
            return "-".join(sorted(found.group("x", "y")))
    return ""


def _worth(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any]:
    """What the papers of a news are worth together: "signed papers worth X", "the contracts signed are for X"."""
    low = max(sentence.start, figure.start - 140)
    papers = list(_PAPERS.finditer(doc.shadow, low, figure.start))
    if not papers or _WORTH.search(doc.shadow, papers[-1].end(), figure.start) is None:
        return {}
    if _SIGNED.search(doc.shadow, low, sentence.end) is None or papers[-1].group().casefold() in _ONE:
        return {}
    return {"name": "worth", "noun": "all", "event": ""}


_ONE: Final = frozenset("document agreement deal contract paper memorandum accord mou".split())
"""One paper among several: its sum is not that of all."""


def _whole(doc: "Document", figure: QuantityMention, sentence: Sentence) -> int | None:
    """The number of which a number is a part: "18 out of 30 materials", "Of the 27 states, 22 have ratified"."""
    for at in (_OUT_OF.match(doc.shadow, figure.number_end), _OF_FIRST.match(doc.shadow, sentence.start)):
        number = number_at(doc.shadow, at.end()) if at is not None else None
        if number is None or number.start == figure.number_start or number.value != int(number.value):
            continue
        if int(float(figure.low)) < int(number.value) <= _MOST and figure.low == figure.high:
            return int(number.value)
    return None


def role_name(value: Mapping[str, Any]) -> str:
    """The name of the role of a figure; empty where it has none."""
    return str(value.get("role", {}).get("name", ""))


def role_keys(value: Mapping[str, Any]) -> list[str]:
    """The block in which the figures of one role meet."""
    return [f"role:{value['role']['name']}"] if value.get("role") else []
