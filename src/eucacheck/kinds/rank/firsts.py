"""A sentence to the firsts in it: "the first country in the region to sign", "no one invests more", "ranks second"."""

from collections.abc import Iterator, Sequence

import regex

from eucacheck.kinds.rank.stand_ins import people_of, unions_named
from eucacheck.kinds.rank.words import (
    COPULA,
    NEGATED,
    NTH,
    ORDER,
    ROLE,
    ROLES,
    SOME,
    WILL,
    Place,
    Rank,
    definite,
    no_rivals,
    slug,
    speaker_side,
    subject_before,
)
from eucacheck.records import EntityMention
from eucacheck.stems import stem

_LABEL = (
    r"(?:countr(?:y|ies)|states?|nations?|republics?|members?(?: states?)?|leaders?|presidents?|one|compan(?:y|ies)"
    r"|banks?|institutions?|governments?|partners?|foreign ministers?|heads? of state)"
)
_FIRST = regex.compile(
    rf"\b(?:the\s+)?(?P<rank>first|only|{NTH}|last|latest)\s+(?:(?P<label>(?:[\p{{L}}-]{{1,30}}\s+){{0,3}}?{_LABEL})\s*)?"
    r"(?P<scope>(?:in|of|among|from|within|outside)\s+[^.;,]{3,60}?\s*)?(?:,\s*(?:after|following|behind)\s[^.;,]{3,60},)?(?:,)?\s*"
    r"(?P<how>to(?!\s+(?:the|that|this|our|an?|its|their)\b)|without|with|that has|that have|which has|having"
    r"|(?:that|which)(?=\s\p{L}{2,15}(?:ed|[a-rt-z]s)\b))\s+"
    r"(?P<predicate>(?!be\b(?!\s+\p{L}{3,15}(?:ed|en)\b)|come\b|(?:hold|lead|head|occupy) (?:it|this|that)\b"
    r"|the same\b|do so\b|do it\b)\p{L}[^.;:\n]{2,120})",
    regex.I,
)
_BARE = regex.compile(
    r"\b(?P<rank>first)(?P<label> (?:[\p{L}-]{1,30}\s)?(?:country|state|nation|republic))?(?P<scope>)"
    r"(?P<how> to )(?P<predicate>sign|ratify)(?=[.,;])",
    regex.I,
)
_IS = regex.compile(rf"\b(?:{COPULA}|be)\s+(?:the\s+)?$", regex.I)
_CUT = regex.compile(r",|\s(?:which|while|but|after|when|as|where|said|says)\s|\s-\s|\band the only\b")
_OWN = regex.compile(r"\b(?:his|her|their|our|the) (?:country|republic|nation)\b", regex.I)
_LEADER = regex.compile(r"leader|president|minister|head", regex.I)
_MORE = regex.compile(
    r"\b(?:no ?one|nobody|no (?:other )?(?:country|state|partner|bloc|union|other))\b"
    r"(?P<body>[^.;]{3,90}?\bmore\b[^.;]{0,60}?)\s+than\s+(?:the\s+)?",
    regex.I,
)
_MORE_THAN = regex.compile(
    r"\b(?P<verb>trade[sd]?|invest(?:s|ed)?|buys?|bought)\b[^.;,]{0,60}?\s+more(?P<goods>[^.;,]{0,40}?)"
    r"\s+than\s+any(?:one else|body else| other)\b",
    regex.I,
)
_BEHIND = regex.compile(
    r"\b[Oo]nly\s+(?P<ahead>\p{Lu}[^.;]{2,60}?)\s+(?P<verb>trade[sd]?|invest(?:s|ed)?|buys?|bought|imports?|imported)\s+more"
    r"(?P<goods>[^.;,]{0,40}?)\s+than\s+(?:the\s+)?"
)
"""'Only A among the states bought more goods than B': B is second."""
_VERB = regex.compile(r"\b(?P<verb>trade|invest|buy|import|export|give|spend)s?\b", regex.I)
_VERB_ROLE = {
    "trade": "trading-partner", "invest": "investor", "buy": "buyer", "import": "importer", "export": "exporter",
    "give": "donor", "spend": "donor",
}  # fmt: skip
_ROLE = regex.compile(ROLE, regex.I)
_RANKS = regex.compile(
    rf"\b(?:ranks?(?:ed|ing)?|(?:takes?|took|holds?|held|occup(?:y|ies|ied)|c[ao]mes?)\s+(?:the\s+)?(?=\w+\s+(?:place|spot)\b))"
    rf"\s*(?P<rank>first|{NTH})\s+(?:(?:place|spot)\s+)?(?:among|as|in|by)\s+(?P<rest>[^.;,]{{3,80}})",
    regex.I,
)
_DONE = regex.compile(r"[a-z]{2,20}(?:ed|en)|made|won|held|built|put|set|sent|met|become|begun", regex.I)
_SAME_DEED = {"conclud": "sign", "ratifi": "ratif"}
_SAME_OBJECT = {
    "pact": "agree",
    "treat": "agree",
    "accord": "agree",
    "deal": "agree",
    "docu": "agree",
    "ratifi": "ratif",
}
"""Deeds by the name under which they meet."""
_HAS_SIGNED = frozenset({"have", "hold", "conclud", "sign", "get", "obtain", "reach"})
"""Of an agreement: who has one has signed one."""
_PEOPLE = regex.compile(r"(?P<people>\p{Lu}\p{L}{2,20}ns)\b|(?P<bloc>bloc|union)\b")
_VAGUE = frozenset({"type", "kind", "with", "such", "this", "that", "have", "from", "into"})


def find_firsts(place: Place) -> Iterator[Rank]:
    """'the first country to sign', 'the only one in the region with', 'the third to ratify'."""
    text, base = place.text, place.sentence.start
    matches = {m.start(): m for p in (_BARE, _FIRST) for m in p.finditer(text, base, place.sentence.end)}
    for _, match in sorted(matches.items()):
        label, how, rank = match["label"], match["how"].strip().casefold(), match["rank"].casefold()
        before = text[base : match.start()]
        if not label and not match["scope"] and not _IS.search(before):
            continue
        if how.startswith("with") and (not label or rank in {"last", "latest"}):
            continue
        cut = _CUT.search(match["predicate"])
        stop = match.start("predicate") + (cut.start() if cut is not None else len(match["predicate"]))
        words = " ".join(text[match.start("predicate") : stop].split())
        stems, family = _deed(place, match.start("predicate"), stop)
        if not stems and words.casefold().startswith(_ONE):
            stems = ("one",)
        if not stems or not words:
            continue
        verb = _verb(how, words.casefold().split())
        if verb in _HAS_SIGNED and (family is not None or "agree" in stems):
            verb, stems = "sign", tuple(sorted({*stems, "sign"} - (_HAS_SIGNED - {"sign"})))
        holder, start = _holder(place, match)
        many = (label or "").casefold().endswith(("countries", "states", "nations", "companies", "banks"))
        yield Rank(
            start if match.start() - start <= 120 else match.start(), min(stop, match.start() + 240), rank,
            ORDER.get(rank, 1), (f"first:{verb}",), holder, None, _field(place, match), stems, family, words,
            sole=SOME.search(before) is None and not many, timeless=rank not in {"only", "last", "latest"},
            modality="planned" if WILL.search(before[-40:]) else None, polarity=NEGATED.search(before[-30:]) is None,
        )  # fmt: skip


def _verb(how: str, words: Sequence[str]) -> str:
    """The deed: 'to sign' and 'to have signed' are one, and so are signing and concluding."""
    if how not in {"to", "that", "which"}:
        return "lack" if how == "without" else "have"
    words = words[1:] if words[0] == "be" and len(words) > 1 else words
    perfect = words[0] == "have" and len(words) > 1 and _DONE.fullmatch(words[1]) is not None
    done = stem(words[1] if perfect else words[0])
    return _SAME_DEED.get(done, done)


def _holder(place: Place, match: regex.Match[str]) -> tuple[str | None, int]:
    """The subject of "was the first": a country, a body, a person, "his country", the speaker's "we"."""
    base, at = place.sentence.start, match.start()
    before = place.text[base:at]
    own = _OWN.search(before)
    people = [p for p in place.persons if p.end <= at]
    if own is not None and people:
        bodies = {o.organisation for o in place.doc.offices if o.person == people[0].person}
        countries = {b for b in bodies if b is not None and b.startswith("country:")}
        if len(countries) == 1:
            return countries.pop(), base + own.start()
    spoken = regex.search(r"\bwe\s+(?:\w+\s+){1,3}(?:the\s+)?$", before, regex.I)
    if spoken is not None:
        return speaker_side(place, base + spoken.start()), base + spoken.start()
    if _LEADER.search(match["label"] or ""):
        return (people[-1].person, people[-1].start) if people else (None, at)
    rivals = {e.start for e in place.entities} - {e.start for e in no_rivals(place)}
    subjects = [e for e in place.subjects(at) if e.start not in rivals] or place.subjects(at)[-1:]
    if subjects:
        countries_first = [e for e in subjects if e.type == "country"] or subjects
        return countries_first[-1].entity, countries_first[-1].start
    if people and not match["label"]:
        return people[-1].person, people[-1].start
    return subject_before(place), at


def _field(place: Place, match: regex.Match[str]) -> str | None:
    """'in the region', 'Central Asian': the field of a first, None where it is not said."""
    low = match.start()
    high = match.end("scope") if match["scope"] else match.end("label") if match["label"] else match.start("how")
    named = [e for e in place.entities if low <= e.start and e.end <= high]
    if named:
        outside = (match["scope"] or "").casefold().startswith("outside")
        name = slug(place.text[named[0].start : named[0].end])
        return f"scope:outside-{name}" if outside else named[0].entity
    words = place.text[low:high].casefold()
    if "region" in words:
        return definite(place, "region", low)
    return "world" if "world" in words else None


def _deed(place: Place, low: int, high: int) -> tuple[tuple[str, ...], str | None]:
    """Stems of what was done first, and the family of the agreement in it.

    Parties are left out, for some texts name them and some do not; "such an agreement" is the last one named.
    """
    doc, family, plain, at = place.doc, None, "", low
    for e in doc.entities:
        if low <= e.start < high and e.type == "agreement":
            family = _family(place, e.entity)
        if low <= e.start and e.end <= high and e.type in {"country", "region", "org"}:
            plain, at = plain + doc.shadow[at : e.start], e.end
    plain += doc.shadow[at:high]
    words = doc.shadow[low:high]
    if family is None and regex.search(r"\b(?:such|this|that|the same)\s|^\w+$", words.strip()):
        back = [e.entity for e in doc.entities if e.type == "agreement" and max(0, low - 700) <= e.start < low]
        family = _family(place, back[-1]) if back else None
    family = family or _family_of(place, words)
    stems = {stem(w) for w in regex.findall(r"\p{L}[\p{L}'-]{3,}", plain) if w.casefold() not in _VAGUE}
    return tuple(sorted({_SAME_OBJECT.get(s, s) for s in stems})), family


def _people_of(place: Place, at: int) -> EntityMention | None:
    """'Than the Europeans do': the union of that name, where the text names it."""
    word = _PEOPLE.match(place.text, at, place.sentence.end)
    if word is None:
        return None
    unions = unions_named(place)
    one = people_of(place, word["people"]) if word["people"] else unions[0] if len(unions) == 1 else None
    return EntityMention(word.start(), word.end(), one, "org", "description") if one is not None else None


def _family(place: Place, entity: str) -> str:
    known = place.doc.pack.agreements.get(entity)
    return known.generic[0] if known is not None and known.generic else entity


_ONE = ("have one", "get one", "open one", "hold one")
"""'The eleventh country to have one': what the sentence before tells of."""
_SHORTENED = regex.compile(r"\b(?P<sort>[a-z]{5,20})\s+agreement\b")


def _family_of(place: Place, words: str) -> str | None:
    """'An enhanced agreement': the one family of agreements whose name has these words."""
    short = _SHORTENED.search(words.casefold())
    if short is None:
        return None
    said = {short["sort"], "agreement"}
    known = [a.generic for a in place.doc.pack.agreements.values() if a.generic]
    found = {names[0] for names in known if any(said <= set(n.casefold().split()) for n in names)}
    return found.pop() if len(found) == 1 else None


def find_most(place: Place) -> Iterator[Rank]:
    """'no one invests more in X than Y', 'Y trades more with X than any other', 'ranks second among partners of X'."""
    text, low, high = place.text, place.sentence.start, place.sentence.end
    for match in _MORE.finditer(text, low, high):
        holder = next((e for e in place.entities if match.end() - 4 <= e.start <= match.end()), None)
        holder = holder or _people_of(place, match.end())
        criteria = tuple(dict.fromkeys(_VERB_ROLE[v["verb"].casefold()] for v in _VERB.finditer(match["body"])))
        if holder is not None and criteria:
            of = next((e.entity for e in place.entities if match.start() <= e.start and e.end < match.end() - 4), None)
            yield Rank(match.start(), holder.end, "largest", 1, criteria, holder.entity, of)
    for match in _MORE_THAN.finditer(text, low, high):
        subjects = place.subjects(match.start())
        of = next((e.entity for e in place.entities if match.start() <= e.start and e.end <= match.end()), None)
        if subjects:
            verb = match["verb"].casefold()
            if verb.startswith(("buy", "bought")):
                goods = slug(match["goods"])
                of = f"scope:{goods}" if goods and of is not None else None
            role = "trading-partner" if verb.startswith("trad") else "investor" if verb.startswith("inv") else "buyer"
            yield Rank(subjects[-1].start, match.end(), "largest", 1, (role,), subjects[-1].entity, of)
    yield from _find_behind(place)
    for match in _RANKS.finditer(text, low, high):
        told = _ROLE.search(match["rest"])
        subjects = place.subjects(match.start())
        if told is None or not subjects:
            continue
        criteria = next(tuple(n.split()) for i, n in enumerate(ROLES) if told[f"r{i}"])
        inner = [e for e in place.entities if match.start() <= e.start and e.end <= match.end() + 30]
        region = next((e.entity for e in inner if e.type == "region"), None) if len(inner) > 1 else None
        rank = match["rank"].casefold()
        of = inner[0].entity if inner else None
        yield Rank(subjects[-1].start, match.end(), rank, ORDER.get(rank, 1), criteria, subjects[-1].entity, of, region)


def _find_behind(place: Place) -> Iterator[Rank]:
    """'Only A and B in the region buy more than C': how many are ahead tells the position."""
    text = place.text
    for match in _BEHIND.finditer(text, place.sentence.start, place.sentence.end):
        holder = next((e for e in place.entities if match.end() - 4 <= e.start <= match.end()), None)
        inside = [e for e in place.entities if match.start("ahead") <= e.start and e.end <= match.end("ahead")]
        fields = [e for e in inside if e.type == "region" or "among" in text[match.start("ahead") : e.start].split()]
        ahead = {e.entity for e in inside} - {e.entity for e in fields}
        verb = match["verb"].casefold()
        goods = slug(match["goods"])
        if holder is None or not ahead or (verb.startswith(("b", "imp")) and not goods):
            continue
        role = "trading-partner" if verb.startswith("trad") else "investor" if verb.startswith("inv") else "buyer"
        field = fields[0].entity if fields else None
        of = f"scope:{goods}" if role == "buyer" else None
        yield Rank(match.start(), holder.end, "only", 1 + len(ahead), (role,), holder.entity, of, field)
