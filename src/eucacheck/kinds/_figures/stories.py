"""A figure to the story around it: the names, days and sums near it, by which two sources are seen to tell one story.

What a figure counts is often said two sentences before it, or not at all ("it will reach 610,000 people"). Two sources
that name the same people, towns, firms and days around it tell of one thing.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import Amount
from eucacheck.kinds._figures.figures import within
from eucacheck.kinds._figures.purposes import topic_of
from eucacheck.kinds._figures.scopes import scope_words
from eucacheck.kinds._wording.words import listed
from eucacheck.mentions.numbers import find_numbers
from eucacheck.mentions.quantities import plain
from eucacheck.mentions.units import SAME
from eucacheck.pack.words import word_counts
from eucacheck.records import Claim, QuantityMention, Sentence
from eucacheck.stems import stem

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

ONE_STORY_DAYS: Final = 14
"""Days between two reports of one event; further apart they must both name its day."""
_REACH: Final = 5
"""Sentences before and after a figure that are of its story."""
_MOST: Final = 24
"""Names kept of one story, the nearest."""
_LONGEST: Final = 1000
"""Characters of a sentence that are read."""
_MOST_FIGURES: Final = 30
_MOST_NUMBERS: Final = 2000
_MILLION: Final = 10**6
_LARGE: Final = 6
"""Digits beyond which a number is told in millions, and may stand without its noun."""
_SHARES: Final = {"half": 50, "quarter": 25, "fifth": 20, "tenth": 10}
_SHARE: Final = regex.compile(
    r"[^.;!?\n]{0,60}?\b(?:(?P<word>half|quarter|fifth|tenth)|(?P<percent>\d{1,2}) ?(?:%|percent|per cent)) of "
    r"(?:it|this|that|them|these|which|the (?:sum|money|amount|loan|grant|total))\b",
    regex.I,
)
_SHARE_REACH: Final = 90
_NAME: Final = regex.compile(r"\p{Lu}[\p{L}'-]{2,30}")
_START: Final = regex.compile(r"(?:^|[.!?:\"]\s{1,3}|\n\s{0,3})$")
_INSIDE: Final = regex.compile(r"[\p{Ll},] ")
_GOES_ON: Final = regex.compile(r"'s\b|,? (?:of )?\p{Lu}|, (?:which|who|whose)\b")
_THEN: Final = regex.compile(r" (?:has|had|is|was|will|got|held|took|gave|became|put|\p{Ll}{2,15}(?:ed|[^s]s))\b")
_LONG_NAME: Final = 5
_KNOWN: Final = 20
"""Articles that have a word which is hardly a name."""
_PRONOUN: Final = regex.compile(r"(?:It|They|This|These|Its|Their|He|She|There|Both|All|Another|Some)\b")
_COMMON: Final = frozenset(
    "the and for but with from this that these those they their there then when where while what who why how his her "
    "its our your january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday central asia asian european union europe eu president minister prime "
    "deputy ministry ambassador commissioner commission director chairman chairwoman chief head mayor governor mission "
    "council forum summit conference bank fund agency office government parliament company group university institute "
    "party republic region district province north south east west northern southern eastern western euro euros dollar "
    "dollars million billion photo caption reporter correspondent post news wire business initiative regional special "
    "delegation strategic team member states airlines water climate policy centre center studies press chancellor "
    "dialogue working secretary state general international national federal foreign affairs economic development "
    "investment".split()
)
_WEIGHT: Final = {"known": 0.5, "name": 1.0, "day": 1.0, "sum": 0.8, "place": 0.6, "thing": 0.6, "org": 0.5}
"""How much a name tells of the story: many stories are set in one capital, few have one deputy mayor."""
ENOUGH: Final = 1.5
"""Weight of shared names from which two sources tell one story: two people, or a person and a town."""


def story_of(doc: "Document", figure: QuantityMention, sentence: Sentence, stretch: tuple[int, int]) -> dict[str, Any]:
    """Names around the figure, nearest first chosen; names of its own clause; scope words; figures of its unit."""
    at = doc.sentence_index(figure.start)
    around = range(max(0, at - _REACH), min(at + _REACH + 1, len(doc.sentences)))
    own = [i for i in around if doc.sentences[i].article == sentence.article]
    anchors = list(dict.fromkeys(n for i in sorted(own, key=lambda i: abs(i - at)) for n in _anchors(doc, i)))
    speaker = {*str(doc.speech.at(figure.start, figure.end)[0]).partition(":")[2].split("-")}
    found, own_clause = _near(doc, at, stretch)
    near = [n for n in found if n.partition(":")[2] not in speaker]
    return {
        "anchors": sorted(anchors[:_MOST]),
        "near": near,
        "own": own_clause,
        **scope_words(doc, figure, sentence, stretch),
        "beside": _beside(doc, figure),
        "back": _back(doc, at),
    }


def shared_names(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[str]:
    """The names that two stories share."""
    return sorted({*a["anchors"]} & {*b["anchors"]})


def story_weight(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    """How much the names that two stories share tell of one."""
    return sum(_WEIGHT[n.partition(":")[0]] for n in shared_names(a, b))


def about(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    """' in reports on Kuryk and Albrand': two stories in a sentence, by what both name by the figure, then at all."""
    by = [n for n in a["near"] if n in b["near"] and not n.startswith("owner:")]
    rest = shared_names(a, b)
    order = [*by, *(n for p in ("name:", "place:", "known:", "thing:") for n in rest if n.startswith(p))]
    names = [n.rpartition(":")[2].replace("-", " ").strip().title() for n in order]
    return f" in reports on {listed(list(dict.fromkeys(names))[:3])}" if names else ""


def one_story(a: Claim, b: Claim, block: "Block") -> bool:
    """Two sources tell one story: one news, or enough names around both in common, and one time or one named day."""
    x, y = a.value.get("story"), b.value.get("story")
    if a.source == b.source or x is None or y is None:
        return False
    if block.one_news(a, b):
        return True
    common, weight = shared_names(x, y), story_weight(x, y)
    if not any(n.startswith("name:") for n in common) and weight < ENOUGH + 0.7:
        return False
    dated = any(n.startswith("day:") for n in common)
    apart = days_apart(a, b, block)
    if apart is None:
        return weight >= ENOUGH + 1 and dated
    return weight >= ENOUGH and (apart <= ONE_STORY_DAYS or dated)


def days_apart(a: Claim, b: Claim, block: "Block") -> int | None:
    """Days from the earliest to the latest day on which two sources may have appeared; None where one is undated."""
    dates = [block.around.published.get(c.source) for c in (a, b)]
    days = [d for p in dates if p is not None for d in (p.start, p.end) if d is not None]
    return (max(days) - min(days)).days if len(days) == 4 else None


def within_days(a: Claim, b: Claim, block: "Block", limit: int) -> bool:
    """Both sources are dated, and appeared within so many days of each other."""
    apart = days_apart(a, b, block)
    return apart is not None and apart <= limit


def story_keys(story: Mapping[str, Any], unit: str) -> list[str]:
    """The blocks in which figures of one story meet: under each person, firm or thing named around them."""
    return [f"story:{unit}:{n}" for n in story["anchors"] if n.startswith(("name:", "thing:", "place:"))]


def _anchors(doc: "Document", at: int) -> list[str]:
    """The people and things of a sentence, by its index."""
    # A sentence belongs to the story of each figure near it: it is read once.
    known: dict[int, list[str]] = vars(doc).setdefault("_anchors", {})
    if at not in known:
        low, high = _bounds(doc.sentences[at])
        people = [p for p in within(doc.persons, low, high) if p.form in {"full", "surname"}]
        known[at] = [_person(doc, p.person) for p in people] + _things(doc, low, high)
    return known[at]


def _bounds(sentence: Sentence) -> tuple[int, int]:
    """Where a sentence begins and ends; of a table, which has no full stop, the beginning."""
    return sentence.start, min(sentence.end, sentence.start + _LONGEST)


def _things(doc: "Document", low: int, high: int) -> list[str]:
    """Names of a stretch that are nobody's, days and sums."""
    entities = within(doc.entities, low, high)
    kinds = {"place": "place", "org": "org", "agreement": "thing", "programme": "thing", "route": "thing"}
    found = [f"{kinds[e.type]}:{e.entity}" for e in entities if e.type in kinds]
    days = [d for d in within(doc.dates, low, high) if d.interval.start is not None]
    found += [f"day:{d.interval.edtf}" for d in days if d.interval.start == d.interval.end]
    money = [q for q in within(doc.quantities, low, high) if q.type == "money"]
    found += [f"sum:{q.unit} {q.low}" for q in money]
    return found + [f"name:{n}" for n in _unknown(doc, low, high)]


def _person(doc: "Document", person: str) -> str:
    """The surname; of somebody whom the pack knows for an office, and whom many stories name, marked so."""
    surname = person.rpartition("-")[2].rpartition(":")[2]
    return f"known:{surname}" if person in doc.pack.people else f"name:{surname}"


def _unknown(doc: "Document", low: int, high: int) -> list[str]:
    """Capitalised words that no list knows: firms, villages; at the start of a sentence if capital elsewhere."""
    known = (doc.persons, doc.entities, doc.offices, doc.dates)
    taken = [(m.start, m.end) for ms in known for m in within(ms, low, high)]
    taken += [(q.number_start, q.number_end) for q in within(doc.quantities, low, high)]
    found = []
    for match in _NAME.finditer(doc.shadow, low, high):
        word = match.group().casefold().removesuffix("'s")
        if word in _COMMON or match.group().isupper() or any(a <= match.start() < b for a, b in taken):
            continue
        begins = _START.search(doc.shadow[max(0, match.start() - 4) : match.start()]) is not None
        if begins and word not in _capitals(doc.shadow) and not _begins_as_name(doc.shadow, match):
            continue
        found.append(word)
    return found


def _begins_as_name(shadow: str, match: regex.Match[str]) -> bool:
    """A capital word at the start of a sentence that goes on as after a name, and stands nowhere without a capital."""
    if _GOES_ON.match(shadow, match.end()) is not None:
        return True
    word = match.group().casefold()
    if word_counts()[1].get(stem(word), 0) >= _KNOWN:
        return False  # 'Volunteers had greened'
    return len(word) >= _LONG_NAME and _THEN.match(shadow, match.end()) is not None and word not in _small(shadow)


@lru_cache(maxsize=4)
def _small(shadow: str) -> frozenset[str]:
    """The words that stand without a capital."""
    return frozenset(m.group() for m in regex.finditer(r"\b\p{Ll}{5,30}", shadow))


@lru_cache(maxsize=4)
def _capitals(shadow: str) -> frozenset[str]:
    """The words that stand with a capital inside a sentence."""
    return frozenset(
        m.group().casefold()
        for m in _NAME.finditer(shadow)
        if _INSIDE.match(shadow, max(0, m.start() - 2), m.start()) is not None
    )


def _back(doc: "Document", at: int) -> list[str]:
    """The words of the sentence before, where a pronoun opens the sentence of the figure and takes them up."""
    line = doc.sentences[at]
    if at <= 0 or doc.sentences[at - 1].article != line.article or _PRONOUN.match(doc.shadow, line.start) is None:
        return []
    return topic_of(doc, *_bounds(doc.sentences[at - 1]))


def _near(doc: "Document", at: int, stretch: tuple[int, int]) -> tuple[list[str], bool]:
    """What the clause of a figure names, people left out, and True; else what a sentence before it names."""
    low, high = stretch
    for step in range(3):
        named = [n for n in _things(doc, low, high) if n.startswith(("name:", "thing:", "place:", "org:"))]
        named += [f"owner:{e.entity}" for e in within(doc.entities, low, high) if e.type in {"country", "org"}]
        if named or at <= 0 or doc.sentences[at - 1].article != doc.sentences[at].article:
            return sorted({*named}), step == 0
        at -= 1
        low, high = _bounds(doc.sentences[at])
    return [], False


def _beside(doc: "Document", figure: QuantityMention) -> list[str]:
    """The other figures of the same unit around it, as told: a source that gives both tells of two things."""
    own, low, high = _amount(figure), figure.start - 6000, figure.end + 6000
    near: Sequence[QuantityMention] = within(doc.quantities, low, high)
    told = [_amount(q) for q in near if q.type == figure.type and q is not figure]
    same = {plain(a.low) for a in told if a.unit == own.unit and a.low != own.low}
    large = figure.type == "money" or len(figure.low) > _LARGE  # 'instead of the 12 million planned'
    bare = _bare(doc.shadow) if large else frozenset()
    shares = {plain(own.low * share / 100) for share in _shares_of(doc.shadow, figure)}
    return sorted(same | shares | (bare - {figure.low}))[:_MOST_FIGURES]


def _shares_of(shadow: str, figure: QuantityMention) -> list[int]:
    """The shares in percent told right behind a figure: "300 million, half of it this year" gives 150 as well."""
    found = _SHARE.match(shadow, figure.end, figure.end + _SHARE_REACH)
    if found is None:
        return []
    return [int(found["percent"])] if found["percent"] else [_SHARES[found["word"].casefold()]]


def _amount(figure: QuantityMention) -> Amount:
    """The figure in the one unit of its measure."""
    return Amount.of({"count": figure.low, "unit": SAME.get(str(figure.unit), figure.unit)})


@lru_cache(maxsize=4)
def _bare(shadow: str) -> frozenset[str]:
    """The millions and billions of a text, with a currency or without."""
    found = (n for n in islice(find_numbers(shadow), _MOST_NUMBERS) if n.magnitude >= _MILLION)
    return frozenset(plain(n.value) for n in found)
