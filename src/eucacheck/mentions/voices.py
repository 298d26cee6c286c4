"""Mentions to voices: who can speak in a sentence, and the verbs that say so.

A voice is a person, an organisation, a country or its capital that stands for its government, a document ("the joint
declaration"), or somebody who stays unnamed ("an official", "the ministry"). The last two have identifiers of their
own types, `document:` and `unnamed:`, so that nobody is taken for somebody.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import regex

from eucacheck.mentions.clauses import Clause
from eucacheck.records import EntityMention, Modality, PersonMention
from eucacheck.spans import between

_REGULAR: Final = (
    "add announce declare explain reiterate underline underscore highlight warn claim complain snipe remark recall "
    "comment argue assert confirm report insist tweet mention reveal predict suggest acknowledge promise pledge inform "
    "observe affirm reaffirm caution note stress emphasise emphasize state conclude continue call describe assure hail "
    "believe post point respond reply joke boast lament urge admit vow deny quip echo repeat signal clarify stipulate "
    "maintain contend allege estimate hint forecast concede elaborate counter voice outline praise deem ask"
)
_IRREGULAR: Final = (
    "said says say saying told tells tell telling wrote writes write writing spoke speaks speak speaking "
    "thinks thought admitted admitting denied denies denying replied replies replying quipped quipping clarified "
    "clarifies clarifying counted submits submitted"
)
_ONLY_WITH_CLAUSE: Final = frozenset(
    "add continue call post write conclude comment respond reply describe believe think count point ask speak voice "
    "hail praise deem repeat maintain counter echo signal observe inform tell say state suggest explain argue insist "
    "remark".split()
)
"""Verbs of saying whose object is not what is said ("added two flights", "called a meeting")."""


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeo":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
    return (verb, third, stem + "ed", stem + "ing")


_LEMMA: Final[dict[str, str]] = {
    **{form: verb for verb in _REGULAR.split() for form in _forms(verb)},
    **{form: form for form in _IRREGULAR.split()},
    **dict.fromkeys("said says say saying".split(), "say"),
    **dict.fromkeys("told tells tell telling".split(), "tell"),
    **dict.fromkeys("wrote writes write writing".split(), "write"),
    **dict.fromkeys("spoke speaks speak speaking".split(), "speak"),
    **dict.fromkeys("thinks thought".split(), "think"),
    **dict.fromkeys("denied denies denying".split(), "deny"),
    **dict.fromkeys("replied replies replying".split(), "reply"),
}
SAYING: Final = r"(?:" + "|".join(sorted(_LEMMA, key=lambda w: (-len(w), w))) + r")"
"""A verb of saying in any form, as a pattern."""

_DENYING: Final = frozenset({"deny"})
_GUESSING: Final = frozenset({"predict", "forecast", "suggest", "hint", "allege", "estimate"})

_PAPERS: Final = (
    r"declaration|statement|communiqu[eé]|press release|document|report|resolution|readout|"
    r"memorandum|letter|press service"
)
_PEOPLE: Final = (
    r"ministry|embassy|presidency|administration|government|spokes(?:man|woman|person|people)|officials?|diplomats?|"
    r"analysts?|experts?|observers?|economists?|critics|researchers?|lawmakers|activists|sources?|ministers?|"
    r"leaders|heads of state|participants|parties|sides|delegates|envoys?|ambassadors?|journalists?|"
    r"delegation|commission|council|parliament|office|(?:news )?agency|newspaper|daily|magazine|outlet|company|bank|"
    r"consortium|operator|organi[sz]ers?|authorities|central bank|committee|president|chairman|prime minister|media"
)
_GENERIC: Final = regex.compile(
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Bb]oth|[Ss]ome|[Tt]wo|[Ss]everal)\s)?"
    rf"(?:(?:joint|final|official|senior|presidential|local|foreign|regional|government|independent|European|Western|"
    rf"unnamed|state|national)\s){{0,3}}(?:(?P<paper>{_PAPERS})|(?P<people>{_PEOPLE}))\b",
    regex.I,
)
_NO_WORD: Final = regex.compile(r"\W+")
_THEY: Final = regex.compile(r"\b(?:[Tt]hey|[Ww]e|[Ii]t|[Hh]e|[Ss]he|I)\b")
_QUOTED_AS: Final = regex.compile(
    r"(?:quoted|cited|reported)\s(?:\w{1,20}\s){0,6}as\s(?:saying|telling|warning|adding|noting)"
)
_HONORIFIC: Final = regex.compile(r"^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady)\.?\s")
_NAME: Final = regex.compile(
    r"\p{Lu}[\w'-]{1,20}(?:\s(?:(?:von der|van der|van den|de la|von|van|de|der|den|del|di|da|dos|bin|al|ter)\s)?"
    r"\p{Lu}[\w'-]{1,20}){1,2}"
)
_NOT: Final = regex.compile(r"\b(?:not|never|nor)\b|n't\b")
_AND: Final = regex.compile(r",?\s(?:and|&)\s|,\s")
_OF_ANOTHER: Final = regex.compile(r"\b(?:with|by|that|who|whose|which)\b")
_LONGEST_NAME: Final = 60
_NOBODY: Final = frozenset(
    "nothing everything something this that these those many some others none all few several one most both each each "
    "people such here there what who everyone nobody somebody".split()
)
_SET_APART: Final = regex.compile(rf",\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?({_NAME.pattern})(?=[,.;\"\n]|$)")
_JUST_BEFORE: Final = regex.compile(r",?\s?(?:also\s|has\s|had\s|then\s)?")
_NO_HEAD: Final = regex.compile(r"^(?:the|an?|its|his|her|their|both|some|two|several)\s", regex.I)
_RANKS: Final = {"person": 0, "org": 1, "country": 2, "place": 2, "group": 2}


@dataclass(frozen=True, slots=True)
class Voice:
    """A span that names somebody who can speak; `rank` prefers people to bodies to the unnamed."""

    start: int
    end: int
    speaker: str
    rank: int


def lemma(verb: str) -> str | None:
    """Give the verb of saying that a word is a form of; None for every other word."""
    return _LEMMA.get(verb.casefold())


def needs_clause(verb: str) -> bool:
    """Tell whether a verb of saying reports only a clause or a quotation, not its object."""
    return verb in _ONLY_WITH_CLAUSE


def mode_of(verb: str) -> Modality:
    """Give the modality that a verb of saying lends to what is said."""
    return "denied" if verb in _DENYING else "conjecture" if verb in _GUESSING else "reported"


def find_voices(shadow: str, persons: Sequence[PersonMention], entities: Sequence[EntityMention]) -> list[Voice]:
    """Give every voice in the order of the text; the unnamed only where nobody is named at the place."""
    named = [Voice(p.start, p.end, p.person, 0) for p in persons if p.start < p.end]
    named += [
        Voice(e.start, e.end, e.entity, _RANKS[e.type]) for e in entities if e.type in _RANKS and e.form != "adjective"
    ]
    named.sort(key=lambda v: (v.start, v.end, v.rank))
    starts = [v.start for v in named]
    found = list(named)
    for match in _GENERIC.finditer(shadow):
        i = bisect_left(starts, match.end())
        if not any(v.end > match.start() for v in named[max(0, i - 4) : i]):
            found.append(Voice(match.start(), match.end(), _unnamed(match), 3))
    return sorted(found, key=lambda v: (v.start, v.end, v.rank))


def _unnamed(match: regex.Match[str]) -> str:
    words = _NO_HEAD.sub("", match.group().casefold())
    return ("document:" if match["paper"] else "unnamed:") + _NO_WORD.sub("-", words).strip("-")


class Voices:
    """The voices of a source, to be asked for by place."""

    def __init__(self, found: Sequence[Voice]) -> None:
        self._found = found

    def within(self, start: int, end: int) -> list[Voice]:
        """Give the voices that begin and end between two offsets."""
        return between(self._found, start, end)

    def subject_of(self, clause: Clause, shadow: str) -> Voice | None:
        """Give who a clause is said of: the voice at the main word of its subject, else the one person in it."""
        start, end = clause.subject
        inside = [v for v in self.within(start, end) if v.end > v.start]
        both = _jointly([v for v in inside if v.rank == 0 and v.start >= clause.head[0] - _LONGEST_NAME], shadow)
        if both is not None:
            return both
        at_head = sorted((v for v in inside if v.start <= clause.head[0] < v.end), key=lambda v: (v.rank, v.start))
        if at_head and at_head[0].rank == 0:
            return at_head[0]
        people = [v for v in inside if v.rank == 0]
        if len({v.speaker for v in people}) == 1 and clause.head[0] <= people[0].start:
            return people[0]  # "President of Ruritania NAME"
        beside = self._beside(clause, shadow)
        if beside is not None or at_head:
            return beside or at_head[0]
        words = shadow[start:end]
        if not words or _THEY.fullmatch(words):  # nobody, or a pronoun that stayed open
            return None
        return self._by_surname(shadow[start:end]) or _stranger(shadow, clause)

    def _by_surname(self, words: str) -> Voice | None:
        """A surname alone, of the one person of that name in the text: "O'Neill was quoted as saying"."""
        plain = regex.sub(r"[^a-z]", "", words.casefold())
        if not words[:1].isupper() or " " in words or len(plain) < 4:
            return None
        fits = {v.speaker: v for v in self._found if v.rank == 0 and _surname(v.speaker) == plain}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _beside(self, clause: Clause, shadow: str) -> Voice | None:
        """'Her adviser, NAME, said': a person set apart behind the subject, or right before a verb without subject."""
        end = clause.subject[1]
        if clause.subject[0] == end:
            near = self.within(max(0, clause.verb_start - 60), clause.verb_start)
            close = [v for v in near if v.rank == 0 and _JUST_BEFORE.fullmatch(shadow[v.end : clause.verb_start])]
            return close[-1] if close else None
        limit = (
            clause.verb_start if clause.verb_start > end else end + 2 * _LONGEST_NAME
        )  # '..., said the envoy, NAME,'
        name = _SET_APART.match(shadow, end, limit)
        if name is None:
            return None
        known = [v for v in self.within(name.start(1), name.end(1)) if v.rank == 0]
        if not known and shadow[name.end() : name.end() + 1] != ",":
            return None  # 'said the minister, Monaco.' may be a place
        slug = regex.sub(r"\W+", "-", name[1].casefold()).strip("-")
        return known[0] if known else Voice(name.start(1), name.end(1), f"person:{slug}", 0)


def _surname(speaker: str) -> str:
    return speaker.rpartition("-")[2]


def quoted_as_saying(clause: Clause, shadow: str) -> bool:
    """Tell whether a clause says 'was quoted as saying': its subject is who speaks, though it is passive."""
    return clause.passive and _QUOTED_AS.match(shadow, clause.verb_start) is not None


def speaks(clause: Clause, shadow: str) -> bool:
    """Tell whether the subject of a clause is said to say something."""
    if clause.passive or lemma(clause.verb) is None:
        return quoted_as_saying(clause, shadow)
    return _NOT.search(shadow, min(clause.head[1], clause.verb_start), clause.verb_start) is None


def verb_of(clause: Clause, shadow: str) -> tuple[str, int]:
    """Give the verb of saying of a clause and its offset: of "was quoted as saying" it is the last word."""
    match = _QUOTED_AS.match(shadow, clause.verb_start) if clause.passive else None
    if match is not None:
        return "say", shadow.rfind(" ", 0, match.end()) + 1
    return lemma(clause.verb) or "", clause.verb_start


def _jointly(people: Sequence[Voice], shadow: str) -> Voice | None:
    """'X and Y said': both speak as one, and neither alone."""
    for a, b in pairwise(people):
        between = shadow[a.end : b.start]
        if a.speaker != b.speaker and _AND.match(between) and not _OF_ANOTHER.search(between):
            names = sorted({p.speaker.partition(":")[2] for p in people})
            return Voice(people[0].start, people[-1].end, "group:" + "-and-".join(names), 0)
    return None


def _stranger(shadow: str, clause: Clause) -> Voice | None:
    """Somebody whom no list and no model knows: the capitalised name is the identifier."""
    start, end = clause.subject
    words = _NO_HEAD.sub("", shadow[start:end])
    if (
        not shadow[clause.head[0] : clause.head[1]][:1].isupper()
        or len(words) > 80
        or "\n" in words
        or (words.split()[0].casefold() in _NOBODY)
    ):
        return None
    bare = _HONORIFIC.sub("", words)
    person = bare != words or (_NAME.fullmatch(words) is not None and not _NO_HEAD.match(shadow[start:end]))
    slug = regex.sub(r"\W+", "-", bare.casefold()).strip("-")
    return Voice(start, end, f"{'person' if person else 'org'}:{slug}", 0 if person else 2)
