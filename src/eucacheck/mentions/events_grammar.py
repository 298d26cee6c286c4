"""Text and entities to event phrases: type, level, parties, ordinal and words of each noun phrase that names an event.

An event phrase is a head noun ("summit", "Cooperation Committee") with what stands before it in the same noun phrase
("the 20th EU-Central Asia Ministerial") and what follows it as its complement ("of ministers of Central Asian countries").
Nothing here depends on a known event: the pack only gives head nouns and parties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from eucacheck.pack import Pack
from eucacheck.records import EntityMention, QuantityMention

LEVELS = (
    (
        "deputy-ministers",
        regex.compile(r"\bdeputy (?:foreign )?ministers?\b|\bdeputy ministers? of foreign affairs\b", regex.I),
    ),
    ("ministers", regex.compile(r"\bministerial\b|\b(?:foreign )?ministers?\b|\bministers'|\bmfas?\b", regex.I)),
    (
        "leaders",
        regex.compile(
            r"\bleaders?\b|\bheads? of states?\b|\bpresidents?\b|\bheads? of government\b|\bsummit-style\b|\bhead-of-state\b",
            regex.I,
        ),
    ),
    ("parliament", regex.compile(r"\bparliamentary\b|\binter-?parliamentary\b", regex.I)),
)
_MEETINGS = {"meeting", "meetings", "talks", "consultations", "dialogue", "session"}
"""Heads of which 'with X' names the other party also where one party stands before."""
BARE = {"meeting", "talks", "gathering", "event", "session", "round", "edition"}
"""Heads that take their type from a complement ("the 21st meeting of the Cooperation Committee")."""

_ORDINAL_WORDS = (
    {
        w: i
        for i, w in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
            "seventeenth eighteenth nineteenth twentieth".split(),
            1,
        )
    }
    | {
        f"twenty-{w}": 20 + i
        for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), 1)
    }
    | {
        "inaugural": 1,
        "thirtieth": 30,
    }
)
_ORDINAL = regex.compile(
    r"\b(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)|(?P<word>"
    + "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True))
    + r"))(?:[- ]ever)?\b",
    regex.I,
)
_PARTIES = {"org", "country", "region"}
_QUOTED = regex.compile(r'\s*"(?P<name>[^"\n]{4,60})"')
_TITLE = regex.compile(r"(?:[A-Z][\w'-]*)(?:\s+(?:(?:and|of|for|in|the|between)\s+)?[A-Z][\w'-]*){0,8}")
_TITLE_TAIL = regex.compile(r"(?:\s+(?:and\s+)?[A-Z][a-z][\w'-]*){1,5}")
_PLAIN_TOPIC = regex.compile(
    r"(?P<topic>(?!(?:the|a|an|this|that|its|their|his|her|our)\b)[a-z][a-z-]+(?:\s(?:and\s)?(?!(?:in|on|at|was|were|is|to|will|held|of|which|that|for|by|and|have|has|had|began|begun|continue\w*|started)\b)[a-z][a-z-]+){0,3})"
    r"(?=\s*(?:,|\.|\(|\b(?:in|was|were|is|are|to|will|held|which|that|took|takes)\b))"
)
_PARTY_TAIL = regex.compile(
    r"(?:'s)?\s+(?:countries|nations|states|republics|leaders|presidents|(?:foreign )?ministers)\b", regex.I
)
_PARTY_LINK = regex.compile(r"\s*(?:,\s*and|,|\band\b|-|\()\s*(?:the\s+|five\s+){0,2}", regex.I)
_GLOSS = regex.compile(r"\s?\([A-Z][A-Za-z0-9+-]{1,9}\)")
_NTH_TIME = regex.compile(
    r"\s+(?:has\s+|have\s+)?(?:met|meets|gathered|convened|convenes|(?:was|is|were)\s+held)\s+for\s+(?:the|its|their)\s+(?P<nth>[\w-]{3,20})\s+time\b",
    regex.I,
)
_WAS_NTH = regex.compile(
    r"(?:\s+(?:in|on|at)\s+[\w][\w ,]{1,30}?)?\s+(?:was|is|will\s+be)\s+(?:already\s+)?(?:the|their|its)\s+(?P<nth>[\w-]{3,20})"
    r"(?=\s+(?:since|of\s+its\s+kind|in\s+the\s+series|such|so\s+far|in\s+this\s+format)\b|\s*[.,;])",
    regex.I,
)
_OTHER_SENSE = regex.compile(r"\b(?:press|news|video|audio|phone|telephone|zoom)[\s-]$", regex.I)
"""A press conference is no conference of the parties."""
_NAMES_ONLY = {"week", "parade", "election", "referendum"}
"""Common nouns that name an event of the topic only when capitalised ("EU-Central Asia Water Week")."""
_REFERENCE = regex.compile(
    r"\b(?P<words>[Ii]t)\s+(?=(?:will|would|is|was|has|had|took|takes)\b[^.;\n]{0,30}\b(?:held|place|hosted|convened|scheduled|planned|set)\b)"
    r"|\b(?P<words>[Tt]he\s+(?P<next>next)\s+one)\b|\b(?P<words>[Tt]he\s+venue)\b"
    r"|\b(?P<words>[Tt]he\s+(?P<nth>[a-z]{5,14}|\d{1,3}(?:st|nd|rd|th))(?:\s+one)?)(?=\s+(?:was|is|had|has|will|took|takes)\b)"
)
_BEFORE = set("when where after before during but as if while also ahead".split())
_NAMING = {"org", "country", "region", "programme", "place", "route"}
_GAP = regex.compile(r"\s*[-–—:\"]?\s*(?:'s?)?\s*\"?")
_TOKEN = regex.compile(r"'s\b|[^\W_][\w.&]*(?:['-][\w.&]+)*'?|[^\w\s]")
_MODIFIERS = set(
    "annual regular joint informal formal ministerial high-level political security cooperation connectivity foreign ministers' "
    "leaders' upcoming forthcoming next last previous earlier recent summit-style region-to-region interregional inter-regional regional economic "
    "investment investors' investors investor business human rights civil society anniversary consultative bilateral trilateral "
    "multilateral plenary extraordinary virtual online historic landmark planned inaugural ever official working first-ever "
    "parliamentary expert senior ministers leaders heads-of-state trade water climate energy transport digital youth women's "
    "media sustainable development innovation technology education university and".split()
)
_DETERMINERS = set("the a an this that these those their its his her our".split())
_STOP = _DETERMINERS | set("of for in on at to by with from".split())
_COMPLEMENT = regex.compile(
    r"\s*(?:(?P<colon>:)|(?P<link>\b(?:of|between|with|among|for|on|and)\b))\s*(?:the\s+|its\s+|their\s+|all\s+)?",
    regex.I,
)
_LEVEL_WORDS = regex.compile(
    r"(?:the\s+)?(?:five\s+|27\s+|all\s+)?(?:deputy\s+)?(?:foreign\s+)?(?:ministers?(?:\s+of\s+foreign\s+affairs)?|leaders?|heads?\s+of\s+states?(?:\s+and\s+government)?|presidents?|"
    r"countries|nations|states|republics|region|member\s+states)",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class EventPhrase:
    """One noun phrase that names an event, with what its own words say.

    `type` is of the pack's event types; `level` and `ordinal` are None where the words do not say. `parties` are
    entity identifiers, institutions folded into what they belong to. `words` are the other content words, lower case.
    `bare` marks a phrase without parties, ordinal and words ("the meeting"); `plural` several events at once.
    """

    start: int
    end: int
    type: str
    head: str
    level: str | None
    parties: tuple[str, ...]
    words: tuple[str, ...]
    ordinal: int | None
    determiner: str | None
    bare: bool
    plural: bool
    cues: frozenset[str] = field(default=frozenset())


def find_phrases(
    shadow: str, entities: Sequence[EntityMention], quantities: Sequence[QuantityMention], pack: Pack
) -> list[EventPhrase]:
    """Find all event phrases in the order of the text, the longer one where two share a head."""
    grammar = _Grammar(shadow, entities, quantities, pack)
    phrases: list[EventPhrase] = []
    for phrase in grammar.phrases():
        if (phrases and phrase.start < phrases[-1].end) or (
            phrases and phrases[-1].head in BARE | {"meeting"} and _is_complement(shadow, phrases[-1], phrase)
        ):
            phrases[-1] = _merge(phrases[-1], phrase, shadow)
        else:
            phrases.append(phrase)
    return phrases


def _is_complement(shadow: str, left: EventPhrase, right: EventPhrase) -> bool:
    """'the eleventh round' + of + 'the annual Dialogue' is one phrase."""
    gap = shadow[left.end : right.start]
    return (
        left.type in BARE
        and regex.fullmatch(r"\s*(?:of|in|under)\s*", gap) is not None
        and right.determiner is not None
    )


def _merge(left: EventPhrase, right: EventPhrase, shadow: str) -> EventPhrase:
    """One phrase from two that overlap or where one is the complement of the other; the more telling head wins."""
    lead = right if left.type in BARE else left
    words = tuple(dict.fromkeys((*left.words, *right.words)))
    parties = tuple(sorted({*left.parties, *right.parties}))
    end = max(left.end, right.end)
    level = left.level or right.level or _level(shadow[left.start : end])
    ordinal = left.ordinal if left.ordinal is not None else right.ordinal
    return EventPhrase(
        left.start, end, lead.type, lead.head, level, parties, words, ordinal, left.determiner, left.bare and right.bare,
        left.plural, left.cues | right.cues,
    )  # fmt: skip


def _level(words: str) -> str | None:
    for level, pattern in LEVELS:
        if pattern.search(words):
            return level
    return None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a mark, or a whole name of the pack."""

    start: int
    end: int
    entity: EntityMention | None = None


class _Grammar:
    """The state of one pass over one text."""

    def __init__(
        self, shadow: str, entities: Sequence[EntityMention], quantities: Sequence[QuantityMention], pack: Pack
    ) -> None:
        self.shadow = shadow
        self.entities = sorted(entities, key=lambda e: (e.start, -e.end))
        self.by_end = {e.end: e for e in self.entities}
        self.by_start = {e.start: e for e in reversed(self.entities)}
        self.pack = pack
        names = {n.casefold(): t.type for t in pack.event_types.values() for n in t.names}
        self.types = names
        longest = sorted(names, key=len, reverse=True)
        self.heads = regex.compile(
            r"(?<![\w-])(?:" + "|".join(regex.escape(n) for n in longest) + r")(?![\w-])", regex.I
        )

    def phrases(self) -> list[EventPhrase]:
        named = [p for m in self.heads.finditer(self.shadow) if (p := self.phrase(m)) is not None]
        return sorted([*named, *self._references()], key=lambda p: (p.start, p.end))

    def _references(self) -> Iterator[EventPhrase]:
        """'It will be held in', 'the next one is', 'the venue, X,': words that stand for the event spoken of last."""
        for match in _REFERENCE.finditer(self.shadow):
            number = self._number(match["nth"]) if match["nth"] else None
            if match["nth"] and number is None:
                continue
            cues = frozenset({"next"}) if match["next"] or number is not None else frozenset()
            start, end = match.span("words")
            yield EventPhrase(
                start, end, "event", "it", None, (), (), number, "the", bare=True, plural=False, cues=cues
            )

    def phrase(self, match: regex.Match[str]) -> EventPhrase | None:
        """The phrase around one head, None where the head is part of another name."""
        if self._inside_entity(match.start(), match.end()):
            return None
        head = match.group().casefold()
        if (
            _OTHER_SENSE.search(self.shadow, max(0, match.start() - 20), match.start())
            or head in _NAMES_ONLY
            and match.group() == head
        ):
            return None
        start, determiner = self._expand_left(match.start())
        named = any(start <= e.start and e.end <= match.start() and e.type in _PARTIES for e in self.entities)
        end = self._expand_right(match.end(), named=named and head not in _MEETINGS)
        span = self.shadow[start:end]
        inside = [e for e in self.entities if e.start >= start and e.end <= end]
        ordinal = self._ordinal(start, match.start())
        words = self._words(start, end, match.start(), match.end())
        level = _level(self.shadow[start : match.end()]) or _level(self.shadow[match.start() : end])
        parties = tuple(sorted({p for e in inside if (p := self.party(e.entity)) is not None}))
        kind = self.types.get(head) or self.types.get(head.rstrip("s")) or head
        bare = ordinal is None and not parties and not words and level is None
        plural = head.endswith("s") and head not in {"talks", "consultations"}
        if ordinal is None:
            ordinal, end = self._nth_time(end)
            bare = bare and ordinal is None
        cues = frozenset(
            m.group().casefold()
            for m in regex.finditer(
                r"\b(?:next|upcoming|forthcoming|last|previous|annual|planned|region)\b", span, regex.I
            )
        )
        return EventPhrase(start, end, kind, head, level, parties, words, ordinal, determiner, bare, plural, cues)

    def party(self, entity: str) -> str | None:
        """Fold an institution into the union or country it belongs to; None for what is no party."""
        return party_of(entity, self.pack)

    def _inside_entity(self, start: int, end: int) -> bool:
        return any(
            e.start <= start
            and end <= e.end
            and (e.end - e.start) > end - start
            and e.type in {"org", "programme", "agreement", "person"}
            for e in self.entities
        )

    def _expand_left(self, start: int) -> tuple[int, str | None]:
        """Take in modifiers, names and ordinals before the head; stop at the determiner, which is given back."""
        line = max(self.shadow.rfind("\n", 0, start) + 1, start - 160)
        begin = start
        for piece in reversed(self._pieces(line, start)):
            if piece.entity is not None:
                if piece.entity.type not in _NAMING or not self._joined(piece.end, begin):
                    break
                begin = piece.start
                continue
            word = self.shadow[piece.start : piece.end]
            low = word.casefold()
            if low in _DETERMINERS:
                return piece.start, low
            if not self._modifies(word, low, piece.start, line):
                break
            begin = piece.start
        return self._trim(begin, start), None

    def _pieces(self, low: int, high: int) -> list["_Piece"]:
        """The words and marks of a stretch; a name of the pack is one piece, also where a hyphen joins it to others."""
        pieces: list[_Piece] = []
        at = low
        inside = [e for e in self.entities if low <= e.start and e.end <= high]
        for entity in [*inside, None]:
            stop = entity.start if entity is not None else high
            pieces += [_Piece(m.start(), m.end()) for m in _TOKEN.finditer(self.shadow, at, max(at, stop))]
            if entity is not None and entity.start >= at:
                pieces.append(_Piece(entity.start, entity.end, entity))
                at = entity.end
        return pieces

    def _joined(self, end: int, begin: int) -> bool:
        return _GAP.fullmatch(self.shadow, end, begin) is not None or end == begin

    def _modifies(self, word: str, low: str, start: int, line: int) -> bool:
        if low in _STOP or low in _BEFORE:
            return False
        if (
            low in _MODIFIERS
            or _ORDINAL.fullmatch(low.removesuffix("-anniversary"))
            or low in {"-", '"', "'s", "'", "&"}
        ):
            return True
        if low in self.types and low not in {"talks"}:
            return True
        return word[:1].isupper() and (start > line or self._title_case(start)) and not self._sentence_start(start)

    def _title_case(self, start: int) -> bool:
        following = self.shadow[start:].split(None, 2)
        return len(following) > 1 and following[1][:1].isupper()

    def _sentence_start(self, start: int) -> bool:
        before = self.shadow[max(0, start - 3) : start].rstrip(" \"'")
        return bool(before) and before[-1] in ".!?"

    def _trim(self, begin: int, head: int) -> int:
        """A phrase does not begin with a conjunction or a stray mark."""
        match = regex.compile(r"(?:(?:and|&|[-\"'])\s*)+", regex.I).match(self.shadow, begin, head)
        return match.end() if match else begin

    def _expand_right(self, end: int, *, named: bool) -> int:
        """Take in complements: of ministers of X, between X and Y, on Capitalised Words, : Title, a name in quotes.

        `named` says that the phrase has its parties already: what follows "with" is then whom one spoke with of it.
        """
        end = self._quoted_name(end)
        for _ in range(6):
            match = _COMPLEMENT.match(self.shadow, end)
            if match is None:
                break
            link = (match.group("link") or ":").casefold()
            if link == "with" and named:
                break
            after = self._complement(match.end(), link)
            if after is None:
                break
            end = after
        return end

    def _quoted_name(self, end: int) -> int:
        """'the first summit "Central Asia - China"': a name in quotation marks behind the head, made of parties."""
        match = _QUOTED.match(self.shadow, end)
        entity = self.by_start.get(match.start("name")) if match is not None else None
        if match is None or entity is None or entity.type not in _PARTIES:
            return end
        return match.end()

    def _complement(self, at: int, link: str) -> int | None:
        """The end of one complement that begins at an offset, None where nothing of the event follows."""
        entity = self.by_start.get(at)
        if entity is None and self.shadow[at : at + 1] == '"':
            entity = self.by_start.get(at + 1)
        if link == ":" and (entity is None or entity.type != "programme"):
            return None
        if entity is not None and (entity.type in _PARTIES or entity.type == "programme") and link != "on":
            end = self._party_list(entity)
            return self._title(end) if link in {"for", "of"} else end
        level = _LEVEL_WORDS.match(self.shadow, at)
        if level is not None and link in {"of", "between", "with", "among", "and"}:
            return level.end()
        if link in {"on", "for", ":"}:
            return self._topic(at, link, entity)
        return None

    def _topic(self, at: int, link: str, entity: EntityMention | None) -> int | None:
        """'on Sustainable Connectivity', ': Global Gateway', 'on sustainable transport': what the event is about."""
        title = _TITLE.match(self.shadow, at)
        if title is not None and not _MONTH.match(title.group()) and self.by_start.get(at, entity) is None:
            return title.end()
        if link == "on" and (plain := _PLAIN_TOPIC.match(self.shadow, at)) is not None:
            return plain.end("topic")
        return None

    def _title(self, end: int) -> int:
        """Capitalised words behind the parties: 'for EU-Central Asia Transport Connectivity'."""
        match = _TITLE_TAIL.match(self.shadow, end)
        return match.end() if match is not None and not _MONTH.match(match.group().lstrip()) else end

    def _party_list(self, entity: EntityMention) -> int:
        """'Kazakhstan, Kyrgyzstan and Uzbekistan', 'the European Union (EU) and Central Asia', 'Central Asia - China'."""
        end = entity.end
        for _ in range(30):
            end = self._gloss(end)
            tail = _PARTY_TAIL.match(self.shadow, end)
            if tail is not None:
                end = tail.end()
            link = _PARTY_LINK.match(self.shadow, end)
            following = self.by_start.get(link.end()) if link is not None else None
            if following is None or following.type not in _PARTIES:
                break
            end = following.end
        return end

    def _gloss(self, end: int) -> int:
        """An acronym in brackets behind a name: 'the European Union (EU)'."""
        match = _GLOSS.match(self.shadow, end)
        return match.end() if match is not None else end

    def _nth_time(self, end: int) -> tuple[int | None, int]:
        """'the Cooperation Council met for the nineteenth time': the ordinal behind the verb, and where it ends."""
        match = _NTH_TIME.match(self.shadow, end) or _WAS_NTH.match(self.shadow, end)
        number = self._number(match["nth"]) if match is not None else None
        return (number, match.end("nth")) if match is not None and number is not None else (None, end)

    @staticmethod
    def _number(word: str) -> int | None:
        """20 of "20th" and "twentieth", None for other words."""
        number = _ORDINAL.fullmatch(word)
        if number is None:
            return None
        return int(number["digits"]) if number["digits"] else _ORDINAL_WORDS[number["word"].casefold()]

    def _ordinal(self, start: int, head: int) -> int | None:
        found = list(_ORDINAL.finditer(self.shadow[start:head]))
        if not found:
            return None
        match = found[-1]
        if match["digits"]:
            return int(match["digits"])
        return _ORDINAL_WORDS[match["word"].casefold()]

    def _words(self, start: int, end: int, head_start: int, head_end: int) -> tuple[str, ...]:
        """Content words beside the head: no parties, ordinals, levels, determiners; programmes stay as one word."""
        words: list[str] = []
        heads = [(head_start, head_end), *((m.start(), m.end()) for m in self.heads.finditer(self.shadow, start, end))]
        for piece in self._pieces(start, end):
            if any(a <= piece.start < b for a, b in heads):
                continue
            if piece.entity is not None:
                if piece.entity.type in {"programme", "route"} and piece.entity.entity not in words:
                    words.append(piece.entity.entity)
                continue
            low = self.shadow[piece.start : piece.end].casefold().strip("'")
            if low.isalpha() or ("-" in low and len(low) > 1):
                words.append(low.removesuffix("'s"))
        return tuple(
            w
            for w in dict.fromkeys(words)
            if w not in _NO_CONTENT and not _ORDINAL.fullmatch(w.removesuffix("-anniversary"))
        )


_MONTH = regex.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_NO_CONTENT = _STOP | set(
    "and or between among five all 27 countries nations states state heads head leaders leader presidents ministers "
    "minister ministerial deputy member region annual regular joint upcoming forthcoming next last previous recent formal "
    "informal historic landmark ever inaugural first-ever planned official earlier anniversary government governments "
    "republics president extraordinary virtual online summit-style region-to-region latest foreign affairs inter-regional "
    "interregional regional 's s session sessions high-ranking two three four several so-called".split()
)


def party_of(entity: str, pack: Pack) -> str | None:
    """Fold an institution into the union or country it belongs to; None for what is no party to an event."""
    kind = entity.partition(":")[0]
    if kind in {"country", "region"}:
        return entity
    if kind != "org":
        return None
    seen = {entity}
    while True:
        organisation = pack.organisations.get(entity)
        parent = getattr(organisation, "parent", None)
        if not parent or parent in seen:
            return entity
        entity = parent if ":" in parent else f"org:{parent}"
        seen.add(entity)
