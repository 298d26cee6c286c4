"""Text and entities to event phrases: type, level, parties, ordinal and words of each noun phrase that names an event.

An event phrase is a head noun ("summit", "Cooperation Committee") with what stands before it in the same noun phrase
("the 20th EU-Central Asia Ministerial") and what follows it as its complement ("of ministers of Central Asian
countries"). Nothing here depends on a known event: the pack only gives head nouns and parties.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from eucacheck.mentions.dates.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from eucacheck.mentions.events_complements import Complements
from eucacheck.mentions.events_joining import is_complement, merge
from eucacheck.mentions.events_parties import PARTIES, party_of
from eucacheck.mentions.events_records import OF_KIND, Circumstances, EventPhrase
from eucacheck.mentions.events_topics import MOST_TOPICS, is_topic
from eucacheck.mentions.events_words import (
    CUES,
    DEED,
    DETERMINERS,
    FORMAT,
    GAP,
    MARKS,
    MEETINGS,
    MEETS,
    MODIFIERS,
    NAMES_ONLY,
    NAMING,
    NO_CONTENT,
    NO_MODIFIER,
    NTH_TIME,
    NTH_TIME_FIRST,
    NTH_TIME_LATER,
    ORDINAL,
    OTHER_SENSE,
    REFERENCE,
    STRAY,
    TOKEN,
    VOTE,
    WAS_NTH,
    level_of,
    number_of,
    of_a_list,
    ordinal_of,
)
from eucacheck.mentions.surfaces import one_of
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, Sentence

LONGEST: Final = 300
"""Characters of a phrase: longer than any name of an event; a hostile text could make one of all its words."""
_BEFORE_HEAD: Final = 160
"""Characters before a head in which its phrase begins."""
_BEHIND: Final = 160
"""Characters behind a phrase in which its number stands."""
_LONGEST_NAME: Final = 200
"""Characters of the longest name of the pack that a phrase could stand inside."""


_CALENDAR: Final = regex.compile(rf"(?:{MONTH_NAMES}|{WEEKDAY_NAMES})(?:'s)?", regex.I)
"""Words of a phrase that date it: 'the June session'."""


def find_phrases(shadow: str, around: Circumstances, sentences: Sequence[Sentence], pack: Pack) -> list[EventPhrase]:
    """Find all event phrases in the order of the text, the longer one where two share a head.

    A phrase stays within its sentence, also where that runs over several lines.
    """
    phrases: list[EventPhrase] = []
    for phrase in _Grammar(shadow, around, sentences, pack).phrases():
        last = phrases[-1] if phrases else None
        if last is None or not (phrase.start < last.end or is_complement(shadow, last, phrase)):
            phrases.append(phrase)
        elif phrase.end - last.start <= LONGEST:
            phrases[-1] = merge(last, phrase, shadow)
    return phrases


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a mark, or a whole name of the pack."""

    start: int
    end: int
    entity: EntityMention | None = None


@lru_cache(maxsize=4)
def _heads(pack: Pack) -> tuple[dict[str, str], re.Pattern[str]]:
    """The types of events by the words for them, and the pattern of these words, longest first."""
    types = {n.casefold(): t.type for t in pack.event_types.values() for n in t.names}
    return types, re.compile(rf"(?<![\w-])(?:{one_of(types)})(?![\w-])", re.IGNORECASE)


class _Grammar:
    """The state of one pass over one text."""

    def __init__(self, shadow: str, around: Circumstances, sentences: Sequence[Sentence], pack: Pack) -> None:
        self.shadow = shadow
        self.entities = sorted(around.entities, key=lambda e: (e.start, -e.end))
        self.persons = sorted((p.start, p.end) for p in around.persons if p.form in {"full", "surname"})
        self.starts = [e.start for e in self.entities]
        self.by_start = {e.start: e for e in reversed(self.entities)}
        self.sentences = sentences
        self.sentence_starts = [s.start for s in sentences]
        self.pack = pack
        self.types, self.heads = _heads(pack)

    def phrases(self) -> list[EventPhrase]:
        named = [p for m in self.heads.finditer(self.shadow) if (p := self.phrase(m)) is not None]
        return sorted([*named, *self._references()], key=lambda p: (p.start, p.end))

    def _references(self) -> Iterator[EventPhrase]:
        """'It will be held in', 'the next one is', 'the venue, X,': words for the event spoken of last."""
        for match in REFERENCE.finditer(self.shadow):
            number = ordinal_of(match["nth"]) if match["nth"] else None
            listed = match["nth"] and not match["kind"] and of_a_list(self.shadow, match.start("words"))
            if listed or (match["nth"] and number is None):
                continue
            cues = frozenset({"next"}) if match["next"] or number is not None else frozenset()
            cues = frozenset({"previous"}) if match["previous"] else frozenset({OF_KIND}) if match["kind"] else cues
            start, end = match.span("words")
            known = None if match["kind"] else "the"
            yield EventPhrase(start, end, "event", "it", ordinal=number, determiner=known, bare=True, cues=cues)

    def phrase(self, match: re.Match[str]) -> EventPhrase | None:
        """The phrase around one head, None where the head is part of another name."""
        head = match.group().casefold()
        if self._other_sense(match, head):
            return None
        low, high = self._limits(match.start())
        start, determiner = self._expand_left(low, match.start())
        before = self._entities(start, match.start())
        named = any(e.type in PARTIES for e in before)
        complements = Complements(self.shadow, self.by_start, high)
        end = complements.end(match.end(), named=named and head not in MEETINGS)
        parties = {p for e in self._entities(start, end) if (p := party_of(e.entity, self.pack)) is not None}
        words = self._words(start, end, match.span())
        level = level_of(self.shadow[start : match.end()]) or level_of(self.shadow[match.start() : end])
        ordinal = self._ordinal(start, match.start())
        bare = ordinal is None and not parties and not words and level is None
        cues = frozenset(m.group().casefold() for m in CUES.finditer(self.shadow, start, end))
        numbered = None
        if ordinal is None:
            ordinal, end = self._nth_time(end)
        if ordinal is None:
            ordinal, numbered = self._nth_time_apart(low, start, end)
        return EventPhrase(
            start, end, self._type(head), head, level, tuple(sorted(parties)), words, ordinal, determiner,
            bare=bare and ordinal is None,
            plural=head.endswith("s") and head not in {"talks", "consultations"},
            cues=cues,
            sited=tuple(e.entity for e in before if e.type == "place"),
            numbered=numbered,
        )  # fmt: skip

    def _type(self, head: str) -> str:
        return self.types.get(head) or self.types.get(head.rstrip("s")) or head

    def _other_sense(self, match: re.Match[str], head: str) -> bool:
        """The head is a part of another name, a press conference, or a week as in the calendar."""
        if OTHER_SENSE.search(self.shadow, max(0, match.start() - 20), match.start()):
            return True
        if head in NAMES_ONLY and match.group() == head:
            return not VOTE.search(self.shadow, max(0, match.start() - 20), match.start())
        first = bisect_left(self.starts, match.start() - _LONGEST_NAME)
        around = self.entities[first : bisect_right(self.starts, match.start())]
        return any(
            match.end() <= e.end
            and (e.end - e.start) > len(head)
            and e.type in {"org", "programme", "agreement", "person"}
            for e in around
        )

    def _limits(self, at: int) -> tuple[int, int]:
        """Where the sentence of an offset begins and ends, as far as a phrase reaches; its line, outside sentences."""
        low, high = max(at - _BEFORE_HEAD, 0), min(at + LONGEST, len(self.shadow))
        i = bisect_right(self.sentence_starts, at) - 1
        if i >= 0 and at < self.sentences[i].end:
            return max(low, self.sentences[i].start), min(high, self.sentences[i].end)
        end = self.shadow.find("\n", at, high)
        return max(low, self.shadow.rfind("\n", low, at) + 1), end if end >= 0 else high

    def _entities(self, low: int, high: int) -> list[EntityMention]:
        """The names that lie wholly between two offsets."""
        inside = self.entities[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
        return [e for e in inside if e.end <= high]

    def _expand_left(self, low: int, head: int) -> tuple[int, str | None]:
        """Take in modifiers, names and ordinals before the head; stop at the determiner, which is given back."""
        begin = head
        topics: list[int] = []  # where the words begin that may be the topic
        for piece in reversed(self._pieces(low, head)):
            if piece.entity is not None:
                if piece.entity.type not in NAMING or not GAP.fullmatch(self.shadow, piece.end, begin):
                    break
                begin, topics = piece.start, []
                continue
            word = self.shadow[piece.start : piece.end]
            if word.casefold() in DETERMINERS:
                return piece.start, word.casefold()
            if not self._modifies(word, piece.start, low):
                apart = self.shadow[piece.end : begin].strip(" ")
                if apart or not is_topic(word) or len(topics) == MOST_TOPICS:
                    break
                topics.append(begin)
            begin = piece.start
        if topics:  # no article and no party before them: the word beside the head alone is surely of it
            begin = topics[1] if len(topics) > 1 else begin
        stray = STRAY.match(self.shadow, begin, head)
        return (stray.end() if stray else begin), None

    def _pieces(self, low: int, high: int) -> list[_Piece]:
        """The words and marks of a stretch; a name of the pack is one piece, also where a hyphen joins it to others."""
        pieces: list[_Piece] = []
        at = low
        for entity in [*self._entities(low, high), None]:
            stop = entity.start if entity is not None else high
            pieces += [_Piece(m.start(), m.end()) for m in TOKEN.finditer(self.shadow, at, max(at, stop))]
            if entity is not None and entity.start >= at:
                pieces.append(_Piece(entity.start, entity.end, entity))
                at = entity.end
        return pieces

    def _modifies(self, word: str, start: int, low: int) -> bool:
        """Tell whether a word belongs to the phrase that follows it: known for it, or written as a name is."""
        plain = word.casefold()
        if plain in NO_MODIFIER:
            return False
        if plain in MODIFIERS | MARKS or ORDINAL.fullmatch(plain.removesuffix("-anniversary")):
            return True
        if (plain in self.types and plain != "talks") or DEED.fullmatch(plain):
            return True
        return word[:1].isupper() and (start > low or self._title_case(start)) and not self._sentence_start(start)

    def _title_case(self, start: int) -> bool:
        following = self.shadow[start : start + _BEFORE_HEAD].split(None, 2)
        return len(following) > 1 and following[1][:1].isupper()

    def _sentence_start(self, start: int) -> bool:
        before = self.shadow[max(0, start - 3) : start].rstrip(" \"'")
        return bool(before) and before[-1] in ".!?"

    def _nth_time(self, end: int) -> tuple[int | None, int]:
        """'the Cooperation Council met for the nineteenth time': the ordinal behind the verb, and where it ends."""
        reach = end + _BEHIND  # the engine looks for a word that must occur as far as it may
        match = NTH_TIME.match(self.shadow, end, reach) or WAS_NTH.match(self.shadow, end, reach)
        number = ordinal_of(match["nth"]) if match is not None else None
        return (number, match.end("nth")) if match is not None and number is not None else (None, end)

    def _nth_time_apart(self, low: int, start: int, end: int) -> tuple[int | None, tuple[int, int] | None]:
        """'For the tenth time the Council met', 'met in Riga for the tenth time': the number, and where it stands."""
        reach = end + _BEHIND
        first = NTH_TIME_FIRST.search(self.shadow, max(low, start - 80), start)
        if first is not None and MEETS.match(self.shadow, end, reach) is None:
            first = None
        for match in (first, NTH_TIME_LATER.match(self.shadow, end, reach)):
            number = ordinal_of(match["nth"]) if match is not None else None
            if match is not None and number is not None:
                return number, match.span()
        return None, None

    def _ordinal(self, start: int, head: int) -> int | None:
        """The number that stands last before the head."""
        found = list(ORDINAL.finditer(self.shadow, start, head))
        return number_of(found[-1]) if found else None

    def _words(self, start: int, end: int, head: tuple[int, int]) -> tuple[str, ...]:
        """Content words beside the head: no parties, ordinals, levels, determiners; programmes stay as one word."""
        words: list[str] = []
        heads = [head, *(m.span() for m in self.heads.finditer(self.shadow, start, end))]
        first = bisect_left(self.persons, (start, start))
        people = self.persons[first : bisect_left(self.persons, (end, end))]
        for piece in self._pieces(start, end):
            if any(a <= piece.start < b for a, b in heads):
                continue
            if piece.entity is not None:
                if piece.entity.type in {"programme", "route"}:
                    words.append(piece.entity.entity)
                continue
            if any(a <= piece.start < b for a, b in people):
                continue
            if self.shadow.startswith(("high-level", "top-level"), piece.start):  # not as in "High-Level Platform"
                continue
            low = self.shadow[piece.start : piece.end].casefold().strip("'")
            if _CALENDAR.fullmatch(low):
                continue
            if low.isalpha() or ("-" in low and len(low) > 1) or FORMAT.fullmatch(low):
                words.append(low.removesuffix("'s"))
        return tuple(
            w
            for w in dict.fromkeys(words)
            if w not in NO_CONTENT and not ORDINAL.fullmatch(w.removesuffix("-anniversary"))
        )
