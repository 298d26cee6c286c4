"""A document to its ranks: "the largest investor in the region", "the first country to sign", who holds them, and of whom.

The superlative and its noun are found first, then whose rank it is (possessor, "of", "in"), then the holder: the subject before a
copula, the subject after one ("Kazakhstan's largest partner is the EU"), an apposition, or the speaker of "we".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._stems import stem
from eucacheck.records import EntityMention, Modality, PersonMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_ORDER = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip
_NTH = "|".join(_ORDER)
_SUPERLATIVE = (
    rf"(?:(?P<nth>{_NTH})[- ](?:largest|biggest|most important|leading|main|largest single)|(?P<top>largest(?: single)?|biggest|greatest|main|leading|principal|foremost|"
    rf"primary|top|number[- ]one|no\. ?1|\#1|most important|first|chief)|(?P<bare>{_NTH}))"
)
_ROLES = {
    "trading-partner": r"trad(?:e|ing) partners?|partners? in (?:foreign )?trade|economic partners?|commercial partners?",
    "investor": r"(?:foreign |direct |single )*investors?|investment partners?|source of (?:foreign )?(?:direct )?(?:investments?|FDI)",
    "trading-partner investor": r"(?:foreign )?trade and (?:foreign )?investment partners?|(?:investment|economic) and trad(?:e|ing) partners?|trad(?:e|ing) partners? and (?:foreign |direct )?investors?|"
    r"investors? and trad(?:e|ing) partners?",
    "donor": r"(?:[a-z]+ )?(?:donors?|aid providers?|providers? of (?:[a-z]+ )?(?:aid|assistance))",
    "creditor": r"creditors?|lenders?",
    "economy": r"econom(?:y|ies)",
}
_OTHER = r"(?:(?!of\b|in\b|for\b|to\b|and\b)[\p{L}-]+ ){0,3}?(?P<noun>suppliers?|exporters?|importers?|buyers?|producers?|consumers?|(?:export |sales )?markets?|destinations?|recipients?|contributors?|providers?|customers?|employers?|partners?|sponsors?|manufacturers?)"
_NOT_TRADE = regex.compile(r"^(?:partners?)$")
_ROLE = "|".join(f"(?P<r{i}>{v})" for i, v in enumerate(_ROLES.values()))
_RANKED = regex.compile(rf"\b{_SUPERLATIVE}\s+(?:(?:foreign|external|global|overall|international|bilateral|European|regional)\s+){{0,2}}(?:{_ROLE}|{_OTHER})\b(?!\s*'s)", regex.I)
_LABEL = r"(?:countr(?:y|ies)|states?|nations?|republics?|members?(?: states?)?|leaders?|presidents?|one|compan(?:y|ies)|banks?|institutions?|governments?|partners?|foreign ministers?|heads? of state)"
_FIRST = regex.compile(
    rf"\b(?:the\s+)?(?P<rank>first|only|{_NTH}|last|latest)\s+(?:(?P<label>(?:[\p{{L}}-]+\s+){{0,3}}?{_LABEL})\s*)?(?P<scope>(?:in|of|among|from|within)\s+[^.;,]{{3,60}}?\s+)?(?:,\s*)?(?P<how>to|with|that has|that have|which has|having)\s+"
    r"(?P<predicate>(?!be\b|come\b|the same\b)[\p{L}][^.;:\n]{2,120})",
    regex.I,
)
_MORE = regex.compile(
    r"\b(?:no ?one|nobody|no (?:other )?(?:country|state|partner|bloc|union|other))\b(?P<body>[^.;]{3,90}?\bmore\b[^.;]{0,60}?)\s+than\s+", regex.I
)
_MORE_THAN = regex.compile(r"\b(?P<verb>trade[sd]?|invest(?:s|ed)?)\b(?P<body>[^.;,]{0,60}?)\s+more[^.;,]{0,40}?\s+than\s+any(?:one else|body else| other)\b", regex.I)
_SUBJECT_VERB = regex.compile(r"\b(?P<verb>trades?|invests?|buys?|imports?|exports?|gives?|spends?)\b", regex.I)
_VERB_ROLE = {"trad": "trading-partner", "inve": "investor", "buy": "buyer", "impo": "importer", "expo": "exporter", "give": "donor", "spen": "donor"}
_RANKS = regex.compile(rf"\branks?(?:ed|ing)?\s+(?P<rank>first|{_NTH})\s+(?:place\s+)?(?:among|as|in|by)\s+(?P<rest>[^.;,]{{3,80}})", regex.I)
_SOME = regex.compile(r"\b(?:one|two|three|some|many|several|each) of (?:\p{L}+'s\s+)?(?:the|its|their|our)?\s*(?:[\p{L}'-]+\s+){0,2}$|\bamong (?:the |its |their )?(?:[\p{L}'-]+\s+){0,2}$|\b(?:an?|another|any|as)\s+$", regex.I)
_COPULA = r"(?:is|are|was|were|be|been|being|became|becomes?|becoming|remain(?:s|ed|ing)?|stay(?:s|ed)|has been|has become|constitutes?|represents?|ranks? as|acts? as|serves? as|made)"
_LINKED = regex.compile(rf"\b{_COPULA}\b(?:\s+(?:\w+ly|now|also|still|already|then|again|today|not only|both|thus|as a bloc))*\s*(?:the|its|their|our)?\s*$", regex.I)
_AFTER = regex.compile(rf"^[^.;,]{{0,60}}?\b{_COPULA}\b(?:\s+(?:\w+ly|now|also|still|again))*\s+(?:the\s+)?", regex.I)
_NEGATED = regex.compile(r"\b(?:not|never|no longer|n't)\s+(?:the\s+|yet\s+)?$|\b(?:lost|overtaken|ceased)\b", regex.I)
_WILL = regex.compile(r"\b(?:will|would|could|may|might|can|to|aims? to|wants? to|plans? to|set to|hopes? to|should)\s+(?:soon\s+)?(?:be|become|remain)\w*\b|\b(?:could|may|might|would) (?:be|become)\b", regex.I)
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}&.'-]+)(?:\s+(?:of|and|for|the)?\s*\p{Lu}[\p{L}&.'-]+){0,5}$")
_HOLDERS = frozenset({"country", "org", "region"})
_WE = regex.compile(r"\b(?:we|our)\b", regex.I)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as one source tells it; `of` is whose partner or investor, `within` the field it is first in."""

    start: int
    end: int
    rank: str
    position: int
    criteria: tuple[str, ...]
    holder: str | None
    of: str | None = None
    within: str | None = None
    stems: tuple[str, ...] = ()
    family: str | None = None
    sole: bool = True
    bloc: bool = False
    timeless: bool = False
    modality: Modality | None = None
    polarity: bool = True


@dataclass
class _Place:
    """Where a rank stands: its sentence and the entities in it."""

    doc: "Document"
    sentence: Sentence
    entities: list[EntityMention] = field(default_factory=list)
    persons: list[PersonMention] = field(default_factory=list)

    def before(self, at: int) -> list[EntityMention]:
        return [e for e in self.entities if e.end <= at]


def find_ranks(doc: "Document") -> Iterator[Rank]:
    """All ranks of a document in the order of its sentences."""
    for sentence in doc.sentences:
        inside = [e for e in doc.entities if sentence.start <= e.start and e.end <= sentence.end and e.type in _HOLDERS]
        persons = [p for p in doc.persons if sentence.start <= p.start and p.end <= sentence.end]
        place = _Place(doc, sentence, inside, persons)
        yield from _roles(place)
        yield from _firsts(place)
        yield from _more_than(place)
        yield from _ranked(place)


# --- the largest investor ------------------------------------------------------------------------------------------


def _roles(place: _Place) -> Iterator[Rank]:
    text = place.doc.shadow
    for match in _RANKED.finditer(text, place.sentence.start, place.sentence.end):
        top = (match["top"] or "").casefold()
        criteria, noun = _criteria(match)
        if not criteria or (match["bare"] and criteria[0] not in {"trading-partner", "investor"}):
            continue
        if top == "first" and criteria[0] not in {"trading-partner", "investor", "donor"}:
            continue
        position = _ORDER[(match["nth"] or match["bare"]).casefold()] if match["nth"] or match["bare"] else 1
        before = text[place.sentence.start : match.start()]
        plural = noun.endswith("s") and not noun.endswith("ss")
        possessor, low = _possessor(place, match.start())
        after_of, after_in, high = _scopes_after(place, match.end())
        holder, start, end = _holder(place, min(low, match.start()), high, match)
        of, within = _whose(place, holder, possessor, after_of, after_in)
        modality: Modality | None = "planned" if _WILL.search(before[-40:]) else None
        yield Rank(
            min(start, low, match.start()), max(end, high, match.end()), top or f"{match['nth'] or match['bare']}", position, criteria, holder, of, within,
            sole=not plural and _SOME.search(text[place.sentence.start : low]) is None and _SOME.search(before) is None,
            bloc="as a bloc" in text[place.sentence.start : place.sentence.end].casefold(), modality=modality, polarity=_NEGATED.search(before[-30:]) is None,
        )  # fmt: skip


def _criteria(match: regex.Match[str]) -> tuple[tuple[str, ...], str]:
    for i, name in enumerate(_ROLES):
        if match[f"r{i}"]:
            words = match[f"r{i}"]
            return tuple(name.split()), words.split()[-1] if not words.casefold().startswith("source") else "source"
    noun = str(match["noun"] or "")
    if not noun or _NOT_TRADE.match(noun):
        return (), noun
    whole = match.group()[: match.end("noun") - match.start()]
    words = [w for w in regex.findall(r"[\p{L}-]+", whole) if w.casefold() not in {"largest", "biggest", "single", "most", "important", "main", "top", "the", "leading"}]
    words = [w for w in words if w.casefold() not in _ORDER and "-" not in w or w.casefold().startswith("oil-")]
    return ("-".join(stem(w) for w in words),), noun


def _possessor(place: _Place, at: int) -> tuple[str | None, int]:
    """'Kazakhstan's', 'the region's', 'its' before a superlative, and where it begins."""
    text, low = place.doc.shadow, place.sentence.start
    for e in place.entities:
        if regex.fullmatch(r"'s?\s+(?:single\s+|new\s+)?", text[e.end : at]) and e.end <= at:
            return e.entity, e.start
    match = regex.search(r"\b(?:the\s+)?(?P<word>region|country|republic|bloc|union)'s\s+$|\b(?P<its>its|their|our)\s+$", text[low:at], regex.I)
    if match is None:
        return None, at
    return _definite(place, (match["word"] or match["its"]).casefold(), low + match.start()), low + match.start()


def _definite(place: _Place, word: str, at: int) -> str | None:
    """'the region' is the region spoken of, 'the country' the one named last, 'its' the subject's other party."""
    doc = place.doc
    if word in {"region", "bloc", "union"}:
        wanted = {"region"} if word == "region" else {"org"}
        names = [e.entity for e in doc.entities if e.type in wanted and (word == "region" or e.entity == "org:european-union")]
        return max(sorted(set(names)), key=names.count) if names else None
    if word in {"its", "their", "our"}:
        earlier = place.before(at)
        if word == "its" and earlier:
            return earlier[0].entity if len({e.entity for e in earlier}) > 1 else None
        return None
    countries = [e.entity for e in doc.entities if e.type == "country" and e.end <= at]
    return countries[-1] if countries else None


def _scopes_after(place: _Place, at: int) -> tuple[str | None, str | None, int]:
    """'of Kazakhstan', 'for the country', 'in Central Asia' after the noun: (of, in, end)."""
    of = within = None
    end = at
    for _ in range(3):
        link = regex.compile(r"\s*,?\s*(?P<word>of|for|in|to|within|among|across)\s+(?:the\s+|all\s+)?").match(place.doc.shadow, end)
        if link is None:
            break
        nxt = next((e for e in place.entities if e.start == link.end() or e.start == link.end() - 4), None)
        short = regex.compile(r"(?P<word>region|country|republic|world)\b", regex.I).match(place.doc.shadow, link.end())
        if nxt is None and short is None:
            break
        entity = nxt.entity if nxt is not None else ("world" if short is not None and short["word"].casefold() == "world" else _definite(place, short["word"].casefold(), link.end()) if short else None)
        stop = nxt.end if nxt is not None else short.end() if short is not None else end
        if nxt is not None and nxt.form == "adjective":
            stop = min(place.doc.shadow.find(" ", stop + 1) if " " in place.doc.shadow[stop + 1 :] else stop, place.sentence.end)
        if link["word"].casefold() in {"in", "within", "among", "across"}:
            within = within or entity
        else:
            of = of or entity
        end = stop
    return of, within, end


def _whose(place: _Place, holder: str | None, possessor: str | None, of: str | None, within: str | None) -> tuple[str | None, str | None]:
    """Whose partner, and in which field: "in Kazakhstan" of an outsider is whose, of an insider the field."""
    whose = possessor or of
    if whose is None and within is not None and (holder is None or not inside(place.doc.pack, within, holder)):
        return within, None
    if whose is None and within is None:
        others = {e.entity for e in place.entities if e.entity != holder and e.type in {"country", "region"}}
        return (others.pop(), None) if len(others) == 1 else (None, None)
    return whose, within


def inside(pack: object, outer: str, inner: str) -> bool:
    """Tell whether a country lies in a region or belongs to a union."""
    contains, organisations = pack.contains, pack.organisations  # type: ignore[attr-defined]
    group = organisations.get(outer)
    return bool(contains(outer, inner)) or (group is not None and inner in group.members)


def _holder(place: _Place, low: int, high: int, match: regex.Match[str]) -> tuple[str | None, int, int]:
    """Who holds a rank and the span of its name; the speaker of a "we"; None where nobody remains."""
    text, start = place.doc.shadow, place.sentence.start
    skip = {e for e in place.entities if e.start >= low and e.end <= high}
    earlier = [e for e in place.before(low) if e not in skip]
    inverted = _AFTER.match(text[high : place.sentence.end])
    linked = _LINKED.search(text[start:low])
    if inverted is not None and linked is None:
        at = high + inverted.end()
        nxt = next((e for e in place.entities if at <= e.start <= at + 12), None)
        if nxt is not None:
            return nxt.entity, low, nxt.end
    subject = [e for e in earlier if not _oblique(text, e, start)]
    if linked is not None:
        at = start + linked.start()
        near = [e for e in subject if e.end <= at] or [e for e in earlier if e.end <= at and text[at - 2 : at] != ", "]
        spoken = _WE.search(text[max(start, at - 8) : at + 1])
        if spoken is not None:
            return _speaker_side(place, at), max(start, at - 4), high
        named = _NAME.search(text[start:at].rstrip(" ,"))
        if near and (named is None or near[-1].end >= start + named.start()):
            pronoun = regex.search(r"\b(?:it|which)\s*$", text[start:at].rstrip() + " ", regex.I)
            one = near[0] if pronoun is not None and pronoun.group().strip().casefold() == "it" else near[-1]
            return one.entity, one.start if low - one.start <= 160 else low, high
        if named is not None and len(named.group()) > 2 and not regex.match(r"(?:It|He|She|They|This|That|There|Which)$", named.group()):
            return _slug(named.group()), start + named.start(), high
        return _subject_before(place), low, high
    conjoined = regex.search(r"\b(?:and|,)\s+(?:the|its)?\s*$", text[start:low], regex.I)
    if subject and (conjoined or regex.search(r"[\s,]*(?:as|the|called|considers?|sees?|,|-|\()?[\s,]*(?:the\s*)?$", text[subject[-1].end : low], regex.I)):
        direct = [e for e in subject if regex.fullmatch(r"\s*(?:\([^)]{1,12}\))?\s*(?:as|,|-|\()?\s*(?:the\s*|as\s*)?", text[e.end : low])]
        one = direct[-1] if direct else subject[0]
        return one.entity, one.start if low - one.start <= 160 else low, high
    after = next((e for e in place.entities if high <= e.start <= high + 8 and regex.fullmatch(r"\s*[,-]\s*(?:the\s*)?|\s+", text[high : e.start])), None)
    if after is not None:
        return after.entity, low, after.end
    return (subject[0].entity, subject[0].start if low - subject[0].start <= 160 else low, high) if subject else (_subject_before(place), low, high)


def _oblique(text: str, e: EntityMention, low: int) -> bool:
    """'in Kazakhstan', 'Kazakhstan's', 'Kazakh': no subject."""
    lead = text[max(low, e.start - 14) : e.start]
    return e.form == "adjective" or text[e.end : e.end + 2] == "'s" or regex.search(r"\b(?:in|of|with|for|from|to|at|by|between)\s+(?:the\s+)?$", lead, regex.I) is not None


def _subject_before(place: _Place) -> str | None:
    """The subject of the sentence before, where it names one country or body first."""
    doc = place.doc
    at = doc.sentence_index(place.sentence.start)
    if at <= 0 or doc.sentences[at - 1].article != place.sentence.article:
        return None
    s = doc.sentences[at - 1]
    first = [e for e in doc.entities if s.start <= e.start and e.end <= s.end and e.type in _HOLDERS and not _oblique(doc.shadow, e, s.start)]
    return first[0].entity if first and first[0].start - s.start < 40 else None


def _speaker_side(place: _Place, at: int) -> str | None:
    """Whom a speaker's "we" stands for: the body or country of the speaker's office."""
    doc = place.doc
    speaker, _ = doc.speech.at(at, at + 1)
    if speaker is None and place.persons:
        speaker = place.persons[0].person
    bodies = {o.organisation for o in doc.offices if o.person == speaker and o.organisation}
    unions = set()
    for body in bodies:
        org = doc.pack.organisations.get(body)
        while org is not None and org.parent is not None:
            body = org.parent
            org = doc.pack.organisations.get(body)
        unions.add(body)
    return unions.pop() if len(unions) == 1 else None


def _slug(name: str) -> str:
    return "name:" + regex.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


# --- the first country to sign -------------------------------------------------------------------------------------


def _firsts(place: _Place) -> Iterator[Rank]:
    text = place.doc.shadow
    for match in _FIRST.finditer(text, place.sentence.start, place.sentence.end):
        label, scope = match["label"], match["scope"]
        if label is None and scope is None and not regex.search(rf"\b{_COPULA}\s+(?:the\s+)?$|\bbe\s+(?:the\s+)?$", text[place.sentence.start : match.start()], regex.I):
            continue
        if match["how"].casefold() == "with" and (label is None or match["rank"].casefold() in {"last", "latest"}):
            continue
        rank = match["rank"].casefold()
        position = _ORDER.get(rank, 1)
        cut = regex.search(r",|\s(?:which|while|but|after|when|as|where|said|says)\s|\s-\s", match["predicate"])
        stop = match.start("predicate") + (cut.start() if cut is not None else len(match["predicate"]))
        words = text[match.start("predicate") : stop]
        stems, family = _predicate(place, match.start("predicate"), stop, words)
        if not stems:
            continue
        within = _field(place, match)
        subject = [e for e in place.before(match.start()) if not _oblique(text, e, place.sentence.start)]
        holder, start = _first_holder(place, match, subject)
        linked = match.start()
        verb = "have" if match["how"].casefold() != "to" else stem(words.split()[0])
        before = text[place.sentence.start : match.start()]
        low = start if match.start() - start <= 120 else linked
        yield Rank(
            low, min(stop, low + 280), rank, position, (f"first:{verb}",), holder, None, within, stems, family,
            sole=_SOME.search(before) is None and not (label or "").casefold().endswith(("countries", "states", "nations")),
            timeless=rank not in {"only", "last", "latest"}, modality="planned" if _WILL.search(before[-40:]) else None, polarity=_NEGATED.search(before[-30:]) is None,
        )  # fmt: skip


def _first_holder(place: _Place, match: regex.Match[str], subject: Sequence[EntityMention]) -> tuple[str | None, int]:
    """The subject of "was the first": a country, a body, a person, or "his country"."""
    text, low = place.doc.shadow, place.sentence.start
    before = text[low : match.start()]
    own = regex.search(r"\b(?:his|her|their|our|the) (?:country|republic|nation)\b", before, regex.I)
    people = [p for p in place.persons if p.end <= match.start()]
    if own is not None and people:
        countries = {o.organisation for o in place.doc.offices if o.person == people[0].person and str(o.organisation).startswith("country:")}
        if len(countries) == 1:
            return countries.pop(), low + own.start()
    leader = regex.search(r"leader|president|minister|head", match["label"] or "", regex.I)
    if leader is not None:
        return (people[-1].person, people[-1].start) if people else (None, match.start())
    if subject:
        one = subject[0] if len({e.entity for e in subject}) == 1 else _nearest_subject(text, subject, match.start())
        return one.entity, one.start
    return (people[-1].person, people[-1].start) if people and not match["label"] else (_subject_before(place), match.start())


def _nearest_subject(text: str, subject: Sequence[EntityMention], at: int) -> EntityMention:
    """The subject of the clause: the last one whose words to the copula hold no comma pair of another's, else the last country."""
    countries = [e for e in subject if e.type == "country"]
    del text, at
    return countries[-1] if countries else subject[-1]


def _field(place: _Place, match: regex.Match[str]) -> str | None:
    """'in the region', 'Central Asian': the field of a first, None where it is not said."""
    low = match.start()
    high = match.start("how")
    named = [e for e in place.entities if low <= e.start and e.end <= high]
    if named:
        return named[0].entity
    words = place.doc.shadow[low:high].casefold()
    if "region" in words:
        return _definite(place, "region", low)
    return "world" if "world" in words else None


def _predicate(place: _Place, low: int, high: int, words: str) -> tuple[tuple[str, ...], str | None]:
    """Stems of what was done first, and the family of the agreement in it; parties are left out, for texts name them or not."""
    doc, family = place.doc, None
    plain, at = "", low
    for e in doc.entities:
        if low <= e.start < high and e.type == "agreement":
            known = doc.pack.agreements.get(e.entity)
            family = known.generic[0] if known is not None and known.generic else e.entity
        if low <= e.start and e.end <= high and e.type in {"country", "region", "org"}:
            plain += doc.shadow[at : e.start]
            at = e.end
    plain += doc.shadow[at:high]
    found = {stem(w) for w in regex.findall(r"\p{L}[\p{L}'-]{3,}", plain) if w.casefold() not in {"with", "such", "this", "that", "have", "from", "into"}}
    return tuple(sorted(found)) or ((stem(words.split()[0]),) if words.split() else ()), family


# --- no one invests more -------------------------------------------------------------------------------------------


def _more_than(place: _Place) -> Iterator[Rank]:
    text = place.doc.shadow
    for match in _MORE.finditer(text, place.sentence.start, place.sentence.end):
        holder = next((e for e in place.entities if match.end() <= e.start <= match.end() + 5), None)
        verbs = [v["verb"].casefold()[:4] for v in _SUBJECT_VERB.finditer(match["body"])]
        criteria = tuple(dict.fromkeys(_VERB_ROLE[v.rstrip("s")] for v in verbs if v.rstrip("s") in _VERB_ROLE))
        if holder is None or not criteria:
            continue
        inner = [e for e in place.entities if match.start() <= e.start and e.end <= match.end()]
        yield Rank(match.start(), holder.end, "largest", 1, criteria, holder.entity, inner[0].entity if inner else None)
    for match in _MORE_THAN.finditer(text, place.sentence.start, place.sentence.end):
        criteria = tuple(r for k, r in _VERB_ROLE.items() if match["verb"].casefold().startswith(k))
        subject = [e for e in place.before(match.start()) if not _oblique(text, e, place.sentence.start)]
        inner = [e for e in place.entities if match.start() <= e.start and e.end <= match.end()]
        if subject and criteria:
            yield Rank(subject[-1].start, match.end(), "largest", 1, criteria[:1], subject[-1].entity, inner[0].entity if inner else None)


def _ranked(place: _Place) -> Iterator[Rank]:
    """'ranks second among the trading partners of Kazakhstan'."""
    text = place.doc.shadow
    for match in _RANKS.finditer(text, place.sentence.start, place.sentence.end):
        role = regex.search(_ROLE, match["rest"], regex.I)
        subject = [e for e in place.before(match.start()) if not _oblique(text, e, place.sentence.start)]
        if role is None or not subject:
            continue
        criteria = next(tuple(n.split()) for i, n in enumerate(_ROLES) if role[f"r{i}"])
        inner = [e for e in place.entities if match.start() <= e.start and e.end <= match.end()]
        position = _ORDER.get(match["rank"].casefold(), 1)
        yield Rank(subject[-1].start, match.end(), match["rank"].casefold(), position, criteria, subject[-1].entity, inner[0].entity if inner else None)
