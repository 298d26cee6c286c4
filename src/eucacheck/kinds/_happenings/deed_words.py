"""The words by which deeds and their things are told: classes of verbs, and nouns that stand for each other."""

from typing import Final

import regex

from eucacheck.stems import stem

CLASSES: Final = {
    "launch": (
        r"launch(?:es|ed|ing)?|inaugurat(?:es|ed|ing|ion)|open(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?"
        r"|kick(?:s|ed|ing)?\s+off|kick-off|got\s+under\s+way|unveil(?:s|ed|ing)?|commission(?:ed|ing)"
        r"|set\s+off|put\s+(?:[\w-]+\s+){0,6}?into\s+(?:operation|service)|(?:came|comes|come)\s+into\s+(?:operation|service)"
        r"|broke\s+ground|break\s+ground|ground-?breaking|pressed\s+the\s+(?:start\s+)?button|cut\s+the\s+ribbon"
    ),
    "end": (
        r"end(?:s|ed|ing)?|clos(?:es|ed|ing|ure)|conclud(?:es|ed|ing)|conclusion|finish(?:es|ed)?|complet(?:es|ed|ion)"
        r"|wound\s+up|wrap(?:s|ped)?\s+up|expir(?:es|ed|y)|(?:runs?|ran|lasts?|lasted)\s+(?:until|till|to)"
    ),
    "signing": r"sign(?:s|ed|ing)|signatures?|ink(?:ed|s)|sealed",
    "initialling": r"initial(?:s|l?ed|l?ing)",
    "adoption": r"adopt(?:s|ed|ion|ing)?|approv(?:es|ed|al|e)|endors(?:es|ed|ement)|passed|ratif(?:y|ies|ied)|consent",
    "force": (
        r"enter(?:s|ed|ing)?\s+into\s+force|entry\s+into\s+force|(?:came|comes|come)\s+into\s+(?:force|effect)|took\s+effect"
    ),
    "holding": (
        r"held|hold|t(?:ook|akes?|aking)\s+place|me[et]ts?|met|conven(?:es|ed|e)|gather(?:s|ed)?|hosts?|hosted|host"
        r"|organi[sz]ed|sat\s+down|sat|came\s+together|planned|scheduled|slated|foreseen|due|t(?:ake|akes|ook)\s+off"
    ),
    "deadline": r"deadline|until|till|no\s+later\s+than",
    "appointment": r"appoint(?:s|ed|ment)?|nam(?:es|ed)|elect(?:s|ed|ion)|nominat(?:es|ed|ion)",
    "delivery": r"deliver(?:s|ed|y)|handed\s+over|hand(?:ing)?-?over|donat(?:es|ed)|arriv(?:es|ed|al)|presented",
    "publication": r"publish(?:es|ed)|publication|released",
}
RIBBON: Final = regex.compile(r"(?:pressed|cut)\s.*", regex.I)
"""Deeds whose object says nothing of what is opened."""
WORD_OF: Final = regex.compile(rf"\b(?:{'|'.join(f'(?P<{k}>{w})' for k, w in CLASSES.items())})\b", regex.I)
FAMILIES: Final = {
    "programme": "programme program project initiative scheme phase campaign action mission",
    "course": "training course seminar workshop exercise drill masterclass class school-camp",
    "paper": (
        "agreement memorandum understanding contract protocol declaration deal accord treaty document pact loan grant"
        " letter roadmap convention text paper arrangement statement charter package"
    ),
    "centre": "centre center hub lab laboratory",
    "site": "plant station factory facility complex",
    "office": "office embassy representation delegation consulate",
    "post": "checkpoint crossing post gate",
    "fair": "exhibition fair festival exposition",
    "meeting": (
        "meeting session talk round consultation dialogue conference summit gathering negotiation council committee"
        " subcommittee"
    ),
    "forum": "forum congress",
    "journey": "tour trip journey voyage",
    "stay": "visit stay",
}
FAMILY: Final = {stem(w): f for f, words in FAMILIES.items() for w in words.split()}
ANY_NOUN: Final = regex.compile(
    rf"\b(?:{'|'.join(w for words in FAMILIES.values() for w in words.split())})s?\b", regex.I
)
COMMON: Final = frozenset(
    "european union commission their which where there about after under during between signed launched opened began "
    "started central region regional country countries minister ministers president january february march april "
    "august september october november december monday tuesday wednesday thursday friday saturday sunday today "
    "yesterday first second third fourth fifth foreign affairs ceremony place cooperation".split()
)
"""Words that say nothing of what a deed is done to."""
NO_THING: Final = frozenset(
    "own one ones the its their his her this that these those they him them ministers minister president presidents "
    "sides side parties countries country officials government leaders people delegation delegations both two three "
    "all company companies".split()
)
"""Last words of a phrase that names no thing."""
AROUND: Final = regex.compile(
    r"(?:'s)?\s+(?:region|district|province|oblast|valley|area|county|raion|oasis)\b", regex.I
)
"""Behind the name of a town: the land around it is meant, of which a town may be another part."""
BODY: Final = regex.compile(
    r"\b(?:committee|parliament|plenary|council|commission|senate|cabinet|government|board|assembly|meps|jogorku\s+kenesh"
    r"|mazhilis|majilis|(?:lower|upper)\s+(?:house|chamber)|court)\b",
    regex.I,
)
"""The sorts of bodies that decide."""
_COMMITTEE: Final = regex.compile(
    r"(?:'s?|s')?(?:\s+(?!(?:has|had|have|adopted|approved|passed|backed|endorsed|ratified|and|which|that)\b)[\w'-]{2,20}){0,5}?"
    r"\s+(?:sub)?committee\b",
    regex.I,
)
"""'Parliament's foreign affairs committee' decides for itself."""


def body_in(shadow: str, start: int, end: int) -> str | None:
    """The sort of body that decides in a sentence: the first that it names, a committee where it is one of that."""
    found = BODY.search(shadow, start, end)
    if found is None:
        return None
    return "committee" if _COMMITTEE.match(shadow, found.end(), end) is not None else found.group().casefold()


def stems_about(shadow: str, sentence: tuple[int, int], phrase: tuple[int, int]) -> list[str]:
    """The stems of the long words of a phrase and near it in its sentence: they tell what the thing is of."""
    low, high = max(sentence[0], phrase[0] - _NEAR), min(sentence[1], phrase[1] + _NEAR)
    told = (m.group() for m in LONG.finditer(shadow, low, sentence[1]) if m.start() < high)
    return sorted({stem(w) for w in told if len(w) > _SHORT and w.casefold() not in COMMON})


LONG: Final = regex.compile(r"\b\p{L}{4,}")
_SHORT: Final = 4
_NEAR: Final = 60
